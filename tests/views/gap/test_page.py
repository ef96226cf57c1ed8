"""The page Khoảng cách mục tiêu at a prompt, on the shipped facts."""

import pandas as pd
import pytest

from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.schema import TARGETS
from cchc_metrics.services.indices.gaps import against_all
from cchc_metrics.services.indices.yardsticks import YARDSTICKS
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.office.question import Question
from cchc_metrics.services.storing import storing
from cchc_metrics.views.gap.choices import choices, entity_choices
from cchc_metrics.views.gap.page import GapFilters, GapView, page
from cchc_metrics.views.gap.words import finding

PLACE = ("PAPI", "2024", "P63-45")


def view(desk: Desk, *place: str, **more: str) -> GapView:
    return page(desk, GapFilters(*(place or PLACE), **more))


def column(found: GapView, header: str) -> list[str]:
    assert found.parts is not None
    at = [one.header for one in found.parts.columns].index(header)
    return [row.cells[at] for row in found.parts.rows]


def test_lost_points_close_on_maximum_less_total(shipped: Desk) -> None:
    found = view(shipped)
    assert found.remarks == (
        "Tổng khớp: điểm mất của 8 nội dung cộng lại là 35,25 = tối đa 80 − kết quả 44,75 của «Tổng điểm».",
    )
    assert column(found, "Điểm mất")[-1] == "35,25"


@pytest.mark.parametrize("dimension", ["D1", "D2", "D3", "D4", "D5", "D6", "D7", "D8"])
def test_every_dimension_closes_on_its_sub_dimensions(shipped: Desk, dimension: str) -> None:
    assert view(shipped, *PLACE, parent=dimension).remarks[0].startswith("Tổng khớp")


@pytest.mark.parametrize(
    ("against", "first"),
    [("toi-da", "Quản trị điện tử"), ("cao-nhat", "Cung ứng dịch vụ công"), ("vung", "Cung ứng dịch vụ công")],
)
def test_parts_stand_by_the_chosen_distance(shipped: Desk, against: str, first: str) -> None:
    found = view(shipped, *PLACE, against=against, group="Bắc Trung Bộ")
    assert column(found, "Nội dung")[0] == first
    assert found.figure is not None
    drawn = next(trace for trace in found.figure.data if trace.customdata is not None)
    assert drawn.customdata[0] in ("D8", "D6")


def test_the_best_province_of_each_part_is_named(shipped: Desk) -> None:
    found = view(shipped, *PLACE, against="cao-nhat")
    named = dict(zip(column(found, "Nội dung"), column(found, "Tỉnh"), strict=True))
    assert named["Cung ứng dịch vụ công"] == "Quảng Ninh"
    assert "so với Quảng Ninh (8,42)" in found.finding


def test_the_regional_mean_counts_all_six_provinces(shipped: Desk) -> None:
    found = view(shipped, *PLACE, against="vung", group="Bắc Trung Bộ")
    assert found.source is not None and "6/6 tỉnh" in found.source.note
    assert "8 nội dung chênh không đáng kể" in found.finding


def test_par_index_shows_its_three_known_areas_and_says_what_is_missing(shipped: Desk) -> None:
    found = view(shipped, "PAR INDEX", "2023", "P63-45")
    assert column(found, "Điểm mất")[:4] == ["1,80", "0,72", "0,55", "–"]
    assert "Công tác chỉ đạo, điều hành CCHC" in " ".join(found.remarks)


def test_the_only_published_province_is_not_called_the_best(shipped: Desk) -> None:
    found = view(shipped, "PAR INDEX", "2023", "P63-45", against="cao-nhat")
    assert found.figure is None
    assert found.finding == "Chưa đủ số liệu các tỉnh để biết mức cao nhất của từng nội dung."
    assert found.parts is not None and "Cao nhất" not in [one.header for one in found.parts.columns]


def test_a_province_published_as_first_is_the_best_though_few_are_known(shipped: Desk) -> None:
    whole = view(shipped, "PAR INDEX", "2023", "P63-45").whole
    assert whole is not None
    rows = {row.id: row.cells for row in whole.rows}
    assert rows["best"] == ("Cao nhất", "92,18%", "còn thiếu 5,93 điểm %", "Quảng Ninh")


def test_published_means_stand_as_published(shipped: Desk) -> None:
    whole = view(shipped, "PAR INDEX", "2023", "P63-45", group="Bắc Trung Bộ").whole
    assert whole is not None
    assert ("86,98%", "số công bố") in [(row.cells[1], row.cells[3]) for row in whole.rows]
    assert "chưa tính: mới có 3/6 tỉnh, thành phố trong dữ liệu" in [row.cells[3] for row in whole.rows]


def test_an_index_without_parts_shows_the_whole_and_says_why(shipped: Desk) -> None:
    found = view(shipped, "SIPAS", "2022", "P63-45")
    assert found.parts is None and found.figure is not None
    assert found.finding == "76,43%; còn thiếu 23,57 điểm phần trăm so với điểm tối đa."
    assert "chưa có bảng các phần" in found.remarks[0]


def test_printed_percentages_are_held_against_a_hundred_and_not_added(shipped: Desk) -> None:
    found = view(shipped, "PAR INDEX", "2019", "P63-44", score_kind="published_pct")
    assert column(found, "Còn thiếu")[:2] == ["17,99", "3,95"]
    assert "không cộng thành tổng" in found.remarks[0]
    assert found.parts is not None and not [row for row in found.parts.rows if row.total]


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (("PAR INDEX", "2022", "P63-45"), "Nguồn chỉ nêu thứ hạng 52/63"),
        (("PAPI", "2023", "P63-22"), "Nhà công bố không đưa kết quả của tỉnh vào năm này"),
    ],
)
def test_a_missing_result_says_why_it_is_missing(shipped: Desk, place: tuple[str, ...], words: str) -> None:
    found = view(shipped, *place)
    assert found.figure is None and found.parts is None
    assert words in found.empty_body


def test_the_merged_province_points_at_those_it_was_merged_from(shipped: Desk) -> None:
    found = view(shipped, "PAPI", "2024", "P34-44")
    assert [entity for entity, _label in found.see_before] == ["P63-45", "P63-44"]


def test_without_a_target_the_page_opens_against_what_others_reach_and_invites_one(shipped: Desk) -> None:
    held = entity_choices(shipped, PLACE)
    assert held.usual_yardstick == "cao-nhat" and list(held.yardsticks)[-1] == "muc-tieu"
    assert "Nhập mục tiêu" in view(shipped).target_invitation


def test_with_a_target_the_page_opens_against_it(stocked: Office) -> None:
    row = {"entity_id": "P63-45", "index_code": "PAPI", "node_code": "D8", "period_id": "2024", "target_kind": "value"}
    values = {"value": 4.0, "legal_basis": "Kế hoạch 1", "source": None, "note": None}
    storing.edit(stocked, LOCAL_OPERATOR, TARGETS, pd.DataFrame([row | values]), "")
    desk = Desk.at(stocked, LOCAL_OPERATOR)
    held = entity_choices(desk, PLACE)
    assert held.usual_yardstick == "muc-tieu" and next(iter(held.yardsticks)) == "muc-tieu"
    found = view(desk, *PLACE, against="muc-tieu")
    assert (
        found.finding == "Chưa đạt mục tiêu ở 1/1 nội dung có mục tiêu; xa nhất là Quản trị điện tử: thiếu 0,47 điểm."
    )
    assert column(found, "Mục tiêu")[0] == "4,00"
    assert found.remarks[0].startswith("7 nội dung chưa nhập mục tiêu nên không có trong biểu đồ")
    assert found.figure is not None and len(found.figure.data[0].y) == 1
    assert not found.target_invitation


def test_a_target_of_the_total_alone_is_told_first_and_leaves_the_picture_of_the_parts(stocked: Office) -> None:
    key = {"entity_id": "P63-45", "index_code": "PAPI", "node_code": "TOTAL", "period_id": "2024"}
    row = key | {"target_kind": "value", "value": 46.5, "legal_basis": "Kế hoạch 1", "source": None, "note": None}
    storing.edit(stocked, LOCAL_OPERATOR, TARGETS, pd.DataFrame([row]), "")
    desk = Desk.at(stocked, LOCAL_OPERATOR)
    assert entity_choices(desk, PLACE).usual_yardstick == "cao-nhat"
    assert view(desk).finding.startswith("Tổng điểm còn thiếu 1,75 điểm tới mục tiêu 46,50 điểm. Mất 35,25 trong 80")


def test_only_criteria_with_parts_can_be_looked_into(shipped: Desk) -> None:
    assert list(choices(shipped, Question(*PLACE[:2])).parents) == ["TOTAL", *(f"D{number}" for number in range(1, 9))]


def test_the_default_finding_tells_provinces_apart(shipped: Desk) -> None:
    usual = entity_choices(shipped, PLACE).usual_yardstick
    named = []
    for province in shipped.catalogue.provinces("63"):
        found = against_all(shipped, Question("PAPI", "2024"), province.id)
        said = finding(shipped, found, YARDSTICKS[usual], "điểm") if found.parts["value"].notna().any() else ""
        if "thấp nhất ở " in said:
            named.append(said.split("thấp nhất ở ")[1].split(" (hạng")[0])
    assert len(named) > 50
    assert max(map(named.count, set(named))) <= len(named) / 3
