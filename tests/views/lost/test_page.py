"""Where the points are, on the shipped facts: sums that close, units, ways to a level, peers, groups."""

from typing import Any

import pandas as pd
import pytest

from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.model import scaled
from cchc_metrics.schema import RESPONSIBLE, SCORES, TARGETS, TOTAL
from cchc_metrics.services.indices.lost import LostFilters, groups, lost
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.office.question import Question
from cchc_metrics.services.storing import storing
from cchc_metrics.views.kit.sentences import plain
from cchc_metrics.views.lost.page import (
    CHOSEN,
    GROUPS,
    KINDS,
    PARTS,
    PEERS,
    REGION,
    TWIN,
    UNITS,
    WAY,
    LostQuestion,
    LostView,
    choices,
    file_of,
    page,
    peer_choices,
    yardsticks,
)

US = "P63-45"
PLACE = ("PAPI", "2024", US)


def view(desk: Desk, look: str, *place: str, **more: Any) -> LostView:
    return page(desk, LostQuestion(look, LostFilters(*(place or PLACE), **more)))


@pytest.mark.parametrize("year", [str(year) for year in range(2011, 2025)])
@pytest.mark.parametrize("leaves", [False, True])
def test_lost_points_add_up_to_the_maximum_less_the_total(shipped: Desk, year: str, leaves: bool) -> None:
    """Σ lost over the parts, or over the leaves, with the line that is left = maximum − total, exactly."""
    found = lost(shipped, LostFilters("PAPI", year, US, leaves=leaves))
    ends = scaled(pd.Series([found.maximum, found.value, found.rest], dtype="float64"))
    assert int(scaled(found.parts["lost_points"]).sum()) + int(ends.iloc[2]) == int(ends.iloc[0]) - int(ends.iloc[1])
    assert found.closes
    assert round(found.parts["cumulative"].iloc[-1], 9) == 1.0


def test_the_sentence_names_what_loses_most(shipped: Desk) -> None:
    assert plain(view(shipped, PARTS).sentence) == (
        "PAPI 2024 của Quảng Trị (cũ) mất 35,25 điểm trong 80 điểm: nhiều nhất ở Quản trị điện tử (6,47), Quản trị môi "
        "trường (6,31) và Trách nhiệm giải trình với người dân (5,69); 3/8 nội dung đứng đầu chiếm 52% tổng số điểm "
        "mất."
    )


def test_the_last_level_keeps_twelve_bars_and_says_what_the_rest_is(shipped: Desk) -> None:
    found = view(shipped, PARTS, leaves=True)
    assert found.figure is not None and found.table is not None
    assert list(found.figure.data[0].customdata)[-1] == "others"
    assert len(found.table.rows) > 12


def test_par_index_says_which_points_nobody_published(shipped: Desk) -> None:
    found = view(shipped, PARTS, "PAR INDEX", "2023", US)
    assert "Chưa có điểm của 1. Công tác chỉ đạo, điều hành CCHC" in " ".join(found.remarks)
    assert plain(found.sentence).startswith("PAR INDEX 2023 của Quảng Trị (cũ): mới biết điểm mất của 3 nội dung")
    assert found.table is not None and "Cộng dồn" not in [column.header for column in found.table.columns]


def test_unknown_maxima_are_said(shipped: Desk) -> None:
    found = view(shipped, PARTS, "PAR INDEX", "2019", "P63-44")
    assert found.figure is None
    assert found.missing
    assert any("Chưa biết điểm tối đa" in remark for remark in found.remarks)


def test_a_province_without_scores_has_no_bars(shipped: Desk) -> None:
    found = view(shipped, PARTS, "PAPI", "2024", "P63-26")
    assert found.figure is None and "chưa có điểm của Vĩnh Phúc" in found.missing


def test_today_nobody_is_in_charge_of_anything(shipped: Desk) -> None:
    found = view(shipped, UNITS)
    assert plain(found.sentence) == (
        "PAPI 2024 của Quảng Trị (cũ): cả 35,25 điểm chưa đạt đều thuộc nội dung chưa phân công đơn vị phụ trách."
    )
    assert "Đơn vị phụ trách tiêu chí" in found.remarks[0]


def test_parts_of_an_assigned_dimension_follow_it(stocked: Office) -> None:
    row = {"index_code": "PAPI", "node_code": "D8", "year_from": 2020, "unit": "Trung tâm A"}
    rest = dict.fromkeys(("co_units", "legal_basis", "source", "note"))
    storing.edit(stocked, LOCAL_OPERATOR, RESPONSIBLE, pd.DataFrame([row | rest]), "thử")
    desk = Desk.at(stocked, LOCAL_OPERATOR)
    found = lost(desk, LostFilters(*PLACE, leaves=True)).parts.set_index("key")["unit"]
    assert {found["S81"], found["S82"], found["S83"]} == {"Trung tâm A"}
    assert found["S11"] == ""
    told = view(desk, UNITS)
    assert plain(told.sentence).endswith("đã giao cho 1 đơn vị phụ trách; nhiều nhất là Trung tâm A với 6,47 điểm.")
    assert told.table is not None and [one.id for one in told.table.rows] == ["Trung tâm A", "nobody"]


def test_without_a_target_the_way_leads_to_the_maximum_and_says_so(shipped: Desk) -> None:
    assert next(iter(yardsticks(shipped, PLACE))) == "toi-da"
    found = view(shipped, WAY, against="muc-tieu")
    assert found.figure is None
    assert "chưa có mục tiêu cho kỳ này" in plain(found.sentence)
    assert "Nhập mục tiêu kèm căn cứ pháp lý" in found.missing
    assert view(shipped, WAY, against="cao-nhat").figure is not None


def test_the_way_to_a_target_closes_with_what_no_part_was_given(stocked: Office) -> None:
    rest = {"period_id": "2024", "target_kind": "value", "legal_basis": "Kế hoạch 1", "source": None, "note": None}
    ends = {"entity_id": US, "index_code": "PAPI"} | rest
    rows = [ends | {"node_code": TOTAL, "value": 46.0}, ends | {"node_code": "D8", "value": 4.0}]
    storing.edit(stocked, LOCAL_OPERATOR, TARGETS, pd.DataFrame(rows), "thử")
    desk = Desk.at(stocked, LOCAL_OPERATOR)
    assert next(iter(yardsticks(desk, PLACE))) == "muc-tieu"
    found = view(desk, WAY, against="muc-tieu")
    assert plain(found.sentence).startswith("PAPI 2024 của Quảng Trị (cũ) đạt 44,75 điểm, còn thiếu 1,25 điểm tới mục")
    assert found.figure is not None
    bars = found.figure.data[0]
    assert list(bars.customdata) == ["D8", "rest"]
    assert round(bars.base[0] + sum(bars.x), 9) == 46.0
    assert "Phần mục tiêu chưa giao cho nội dung nào" in found.figure.data[-1].text


def test_the_region_the_twin_and_chosen_provinces_are_peers(shipped: Desk) -> None:
    held = peer_choices(shipped, US)
    assert held.groups[REGION] == "Bắc Trung Bộ" and len(held.members[REGION]) == 5
    assert held.groups[TWIN] == "Quảng Bình (cũ)" and held.members[TWIN] == ("P63-44",)
    assert CHOSEN in held.groups and US not in held.provinces


def test_strengths_and_weaknesses_say_against_whom_and_how_many(shipped: Desk) -> None:
    held = peer_choices(shipped, US)
    found = view(shipped, PEERS, peers=held.members[REGION], peer_name="Bắc Trung Bộ")
    assert plain(found.sentence) == (
        "PAPI 2024 của Quảng Trị (cũ) so với trung vị Bắc Trung Bộ: cả 7 nội dung chênh không đáng kể."
    )
    assert found.source.note.startswith("Trung vị của 5 trong 5 tỉnh có số liệu")


def test_without_peers_the_page_asks_for_one(shipped: Desk) -> None:
    found = view(shipped, PEERS)
    assert found.figure is None and found.missing == "Chọn ít nhất một tỉnh để so sánh."


def test_groups_are_empty_where_a_province_was_withheld_and_marked_at_breaks(shipped: Desk) -> None:
    found = groups(shipped, LostFilters("PAPI", "2024", "P63-26"))
    cells = found.grid.set_index(["node_code", "period_id"])["quartile"]
    assert pd.isna(cells.get((TOTAL, "2024")))
    assert cells[TOTAL, "2023"] in {1, 2, 3, 4}
    marked = {(code, before) for code, before, _, _ in found.breaks}
    assert {(TOTAL, "2017"), (TOTAL, "2019"), ("D3", "2015"), ("D8", "2019"), ("D5", "2020")} <= marked
    assert ("D1", "2017") not in marked


def test_the_groups_of_the_newest_year_are_counted(shipped: Desk) -> None:
    found = view(shipped, GROUPS)
    assert plain(found.sentence) == (
        "PAPI của Quảng Trị (cũ) năm 2024: 3 nội dung ở nhóm cao nhất, 4 nội dung ở nhóm trung bình cao và 1 nội dung "
        "ở nhóm trung bình thấp."
    )
    assert found.figure is not None


def test_few_published_provinces_make_no_groups(shipped: Desk) -> None:
    assert view(shipped, GROUPS, "SIPAS", "2023", US).figure is None


def kind(code: str, name: str, value: float) -> dict[str, Any]:
    key = {"entity_id": US, "index_code": "PAR INDEX", "node_code": code, "period_id": "2023", "score_kind": name}
    return dict.fromkeys(SCORES.value_names) | key | {"state": "value", "value": value, "source": "thử"}


def test_self_scores_stand_against_appraised_ones_once_both_are_held(stocked: Office) -> None:
    place = Question("PAR INDEX", "2023")
    assert KINDS not in choices(Desk.at(stocked, LOCAL_OPERATOR), place).looks
    rows = [kind("3", "self", 12.8), kind("3", "appraised", 12.45), kind("4", "self", 9.5), kind("4", "appraised", 9.6)]
    storing.edit(stocked, LOCAL_OPERATOR, SCORES, pd.DataFrame(rows), "thử")
    desk = Desk.at(stocked, LOCAL_OPERATOR)
    assert KINDS in choices(desk, place).looks
    found = view(desk, KINDS, place.index, place.period, US)
    assert plain(found.sentence) == (
        "PAR INDEX 2023 của Quảng Trị (cũ): chênh lệch tự chấm – thẩm định lớn nhất ở Cải cách thủ tục hành chính "
        "(+0,35) và Cải cách tổ chức bộ máy hành chính (−0,10)."
    )


@pytest.mark.parametrize("look", [PARTS, UNITS, WAY, GROUPS])
def test_every_table_can_be_taken_away(shipped: Desk, look: str) -> None:
    assert view(shipped, look).downloadable
    assert file_of(shipped, LostQuestion(look, LostFilters(*PLACE)))[:2] == b"PK"
