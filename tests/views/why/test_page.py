"""Why a result moved, on the shipped facts: identities, breaks, golden sentences, and a crosswalk that was uploaded."""

import itertools
from typing import Any

import pandas as pd
import pytest

from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.metrics.decomposition import Line, part_changes
from cchc_metrics.metrics.rank_effects import effects_between, field_of
from cchc_metrics.metrics.ranking import ranking_table
from cchc_metrics.metrics.trend import breaks_between
from cchc_metrics.model import scaled
from cchc_metrics.schema import CROSSWALKS, SCORES, TOTAL
from cchc_metrics.services.indices.why import Case, why
from cchc_metrics.services.indices.why_facts import WhyQuestion
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.storing import storing
from cchc_metrics.views.kit.sentences import plain
from cchc_metrics.views.records import why as why_answer
from cchc_metrics.views.why.page import file_of, page
from cchc_metrics.views.why.words import rank_sentence, value_sentence

YEARS = [str(year) for year in range(2011, 2025)]
DIMENSIONS = [f"D{number}" for number in range(1, 9)]
US = "P63-45"


@pytest.fixture(scope="module")
def papi(shipped: Desk) -> pd.DataFrame:
    return shipped.facts(SCORES, {"index_code": ["PAPI"]})


def named(scores: pd.DataFrame, pair: tuple[str, str]) -> pd.DataFrame:
    """The scores with the pair of years in the name of each entity."""
    return scores.assign(entity_id=scores["entity_id"] + "|".join(pair))


_STEPS: dict[str, set[str]] = {}


def comparable(desk: Desk, node: str, before: str, after: str) -> bool:
    """No step between the two years is broken; judged once per criterion."""
    if node not in _STEPS:
        snapshot = desk.catalogue.snapshot
        found = breaks_between(snapshot.nodes, desk.catalogue.breaks, "PAPI", node, YEARS)
        _STEPS[node] = set(found.loc[found["broken"], "period_after"])
    return not any(before < year <= after for year in _STEPS[node])


def test_every_change_of_every_province_is_the_sum_of_its_parts(shipped: Desk, papi: pd.DataFrame) -> None:
    """The total over dimensions and each dimension over its sub-dimensions, for every pair of comparable years."""
    by_year, counted = dict(list(papi.groupby("period_id"))), 0
    for node in (TOTAL, *DIMENSIONS):
        codes = {year: {n.code for n in shipped.catalogue.children("PAPI", year, node)} | {node} for year in YEARS}
        sides = {year: by_year[year][by_year[year]["node_code"].isin(codes[year])] for year in YEARS}
        asked: dict[frozenset[str], list[tuple[str, str]]] = {}
        for before, after in itertools.combinations(YEARS, 2):
            if comparable(shipped, node, before, after):
                both = (codes[before] | codes[after]) - {node}
                broken = frozenset(code for code in both if not comparable(shipped, code, before, after))
                asked.setdefault(broken, []).append((before, after))
        for broken, pairs in asked.items():
            # All pairs of years in one frame: an entity is then a province in a pair of years.
            stacked = [pd.concat([named(sides[pair[end]], pair) for pair in pairs]) for end in (0, 1)]
            table = part_changes(stacked[0], stacked[1], whole=node, broken=broken)
            exact = table.assign(exact=scaled(table["delta"]))
            whole = exact[exact["line"] == Line.WHOLE].set_index("entity_id")["exact"].dropna()
            others = exact[exact["line"] != Line.WHOLE].groupby("entity_id")["exact"].sum()
            assert (whole == others.loc[whole.index]).all(), (node, pairs)
            assert table.loc[table["broken"], "delta"].isna().all()
            counted += len(whole)
    assert counted > 15_000, counted


def test_the_effects_on_rank_add_up_for_every_province_and_pair_of_years(shipped: Desk, papi: pd.DataFrame) -> None:
    totals = papi[(papi["node_code"] == TOTAL) & papi["entity_id"].str.startswith("P63")]
    fields = dict(list(totals.groupby("period_id")))
    for before, after in itertools.combinations(YEARS, 2):
        if not comparable(shipped, TOTAL, before, after):
            continue
        ranks = [
            ranking_table(fields[year], None, population=63, coverage=0.9, comparable=False).set_index("entity_id")[
                "rank"
            ]
            for year in (before, after)
        ]
        exact = [field_of(fields[year]) for year in (before, after)]
        for entity in fields[before]["entity_id"]:
            found = effects_between(*exact, entity)
            if found is None:
                assert pd.isna(ranks[0].get(entity)) or pd.isna(ranks[1].get(entity))
                continue
            assert (found.rank_before, found.rank_after) == (ranks[0][entity], ranks[1][entity])
            assert found.own_effect + found.others_effect == found.rank_delta
            assert len(found.overtaken_by) - len(found.overtook) + found.field_effect == found.rank_delta


def sentences(desk: Desk, *asked: str) -> tuple[str, str]:
    found = why(desk, WhyQuestion(*asked))
    return plain(value_sentence(desk, found)), plain(rank_sentence(desk, found))


GOLDEN = {
    "inside the noise": (
        ("PAPI", US, "2023", "2024"),
        "PAPI của Quảng Trị (cũ) chênh +1,98 điểm, từ 42,77 điểm năm 2023 sang 44,75 điểm năm 2024: không đáng kể, vì "
        "riêng dao động giữa hai lần đo đã thường tới ±2,29 điểm; tăng ở Công khai, minh bạch trong việc ra quyết định "
        "(+0,64); 7 nội dung khác thay đổi không đáng kể.",
        "Hạng do hệ thống tính từ 26/61 năm 2023 sang 14/61 năm 2024: không đáng kể; phép trừ: do điểm của tỉnh +17 "
        "bậc, do điểm các tỉnh khác −5 bậc; vượt 15 tỉnh, bị 2 tỉnh vượt; thêm Bình Dương và Quảng Ninh có số công "
        "bố, Tiền Giang và Vĩnh Phúc không còn số công bố.",
    ),
    "outside the noise": (
        ("PAPI", "P63-72", "2023", "2024"),
        "PAPI của Tây Ninh tăng 8,11 điểm, từ 39,24 điểm năm 2023 lên 47,35 điểm năm 2024; tăng nhiều nhất ở Công "
        "khai, minh bạch trong việc ra quyết định (+1,75), Tham gia của người dân ở cấp cơ sở (+1,44) và Kiểm soát "
        "tham nhũng trong khu vực công (+1,38); 1 nội dung khác thay đổi không đáng kể.",
        "Hạng do hệ thống tính tăng 58 bậc, từ 60/61 lên 2/61; điểm của tỉnh thay đổi đưa lên 59 bậc, các tỉnh khác "
        "thay đổi đẩy xuống 1 bậc; vượt 57 tỉnh, bị 0 tỉnh vượt; thêm Bình Dương và Quảng Ninh có số công bố, Tiền "
        "Giang và Vĩnh Phúc không còn số công bố.",
    ),
    "across a suspect step": (
        ("PAPI", US, "2020", "2021"),
        "Không so sánh PAPI của Quảng Trị (cũ) năm 2020 (44,77 điểm) với năm 2021 (42,39 điểm): có thể do đổi cách "
        "đo: tương quan giữa hai năm chỉ còn 0,19, thường là 0,65 (60 tỉnh); nội dung D3, D4, D5 và D6 không so sánh "
        "được giữa hai năm; riêng các nội dung không đứt đoạn: cả 4 nội dung đều thay đổi không đáng kể.",
        "",
    ),
    "a new part": (
        ("PAPI", US, "2017", "2018", "D2"),
        "Không so sánh Công khai, minh bạch trong việc ra quyết định (PAPI) của Quảng Trị (cũ) năm 2017 (5,92 điểm) "
        "với năm 2018 (5,53 điểm): có thể do đổi cách đo: nội dung mới S21; điểm tối đa đổi ở S22, S23 và S24; không "
        "nội dung nào so sánh được giữa hai năm này; nội dung mới Tiếp cận thông tin (0,91 điểm); đổi điểm tối đa ở "
        "Danh sách hộ nghèo, Thu, chi ngân sách cấp xã/phường và Kế hoạch sử dụng đất, khung giá đền bù.",
        "",
    ),
    "a dropped part": (
        ("PAPI", US, "2020", "2021", "D5"),
        "Không so sánh Thủ tục hành chính công (PAPI) của Quảng Trị (cũ) năm 2020 (7,23 điểm) với năm 2021 (7,27 "
        "điểm): trục 5 bỏ nội dung giấy phép xây dựng từ năm 2021; không nội dung nào so sánh được giữa hai năm này; "
        "nội dung bỏ Giấy phép xây dựng (1,76 điểm năm 2020); đổi điểm tối đa ở Chứng thực/xác nhận, Giấy chứng nhận "
        "quyền sử dụng đất và Thủ tục hành chính cấp xã/phường.",
        "",
    ),
    "a part measured otherwise": (
        ("PAPI", US, "2021", "2022", "D1"),
        "Tham gia của người dân ở cấp cơ sở (PAPI) của Quảng Trị (cũ) chênh +0,01 điểm, từ 4,97 điểm năm 2021 sang "
        "4,97 "
        "điểm năm 2022: không đáng kể, vì riêng dao động giữa hai lần đo đã thường tới ±0,63 điểm; cả 3 nội dung đều "
        "thay đổi không đáng kể; +0,24 điểm nằm ở nội dung đổi cách đo (Tri thức công dân) nên không so sánh được.",
        "Hạng do hệ thống tính từ 18/60 năm 2021 sang 34/62 năm 2022: không đáng kể; phép trừ: do điểm của tỉnh 0 bậc, "
        "do điểm các tỉnh khác −16 bậc; vượt 1 tỉnh, bị 15 tỉnh vượt; thêm Bắc Ninh và Quảng Ninh có số công bố.",
    ),
    "withheld": (
        ("PAPI", "P63-22", "2023", "2024"),
        "PAPI của Quảng Ninh đạt 47,82 điểm năm 2024; năm 2023 không có điểm công bố nên không tính được mức thay đổi.",
        "Chỉ có hạng năm 2024: 1/61.",
    ),
    "across a break": (
        ("PAPI", US, "2017", "2018"),
        "Không so sánh PAPI của Quảng Trị (cũ) năm 2017 (37,63 điểm) với năm 2018 (46,08 điểm): từ năm 2018 có thêm "
        "trục 7 và trục 8; tổng điểm chuyển từ thang 60 sang thang 80; riêng các nội dung không đứt đoạn: tăng ở Kiểm "
        "soát tham nhũng trong khu vực công (+1,05), 2 nội dung khác thay đổi không đáng kể; nội dung mới Quản trị môi "
        "trường (4,76 điểm); nội dung mới Quản trị điện tử (3,05 điểm).",
        "",
    ),
    "first year": (
        ("PAPI", US, "2011", "2011"),
        "PAPI của Quảng Trị (cũ) đạt 39,11 điểm năm 2011, năm đầu tiên có số liệu, nên chưa có năm trước để so sánh.",
        "",
    ),
    "no parts": (
        ("SIPAS", US, "2022", "2023"),
        "SIPAS của Quảng Trị (cũ) chênh +3,03 điểm phần trăm, từ 76,43% năm 2022 sang 79,46% năm 2023: không đáng kể, "
        "vì riêng dao động giữa hai lần đo đã thường tới ±5,43 điểm phần trăm; các phần tính bằng tỷ lệ phần trăm, "
        "không "
        "cộng thành kết quả chung, nên không tách được.",
        "Hạng công bố từ 55/63 năm 2022 sang 53/63 năm 2023: không đáng kể; chưa tách được tác động của tỉnh và của "
        "các tỉnh khác vì chưa có đủ điểm các tỉnh ở cả hai năm.",
    ),
    "a rank without its score": (
        ("PAR INDEX", US, "2022", "2023"),
        "PAR INDEX của Quảng Trị (cũ) đạt 86,25% năm 2023; năm 2022 không có điểm công bố nên không tính được mức thay "
        "đổi.",
        "Hạng công bố tăng 11 bậc, từ 52/63 lên 41/63; chưa tách được tác động của tỉnh và của các tỉnh khác vì chưa "
        "có đủ điểm các tỉnh ở cả hai năm.",
    ),
}


@pytest.mark.parametrize("name", GOLDEN)
def test_the_sentences_are_the_published_ones(shipped: Desk, name: str) -> None:
    asked, value, rank = GOLDEN[name]
    assert sentences(shipped, *asked) == (value, rank)


def test_a_tie_is_told_in_words(stocked: Office) -> None:
    """Our total of 2024 is set to that of 2023, and another province's to the same."""
    desk = Desk.at(stocked, LOCAL_OPERATOR)
    held = desk.facts(SCORES, {"index_code": ["PAPI"], "node_code": [TOTAL], "period_id": ["2023", "2024"]})
    ours = held[held["entity_id"] == US].sort_values("period_id")
    other = held[(held["entity_id"] == "P63-34") & (held["period_id"] == "2024")]
    rows = pd.concat([ours.iloc[1:], other]).assign(value=float(ours["value"].iloc[0]))
    storing.edit(stocked, LOCAL_OPERATOR, SCORES, rows[[*SCORES.grain_names, *SCORES.value_names]], "thử đồng hạng")
    desk = Desk.at(stocked, LOCAL_OPERATOR)
    value, rank = sentences(desk, "PAPI", US, "2023", "2024")
    assert value.startswith("PAPI của Quảng Trị (cũ) giữ nguyên 42,77 điểm ở cả hai năm 2023 và 2024")
    assert "−1,98 điểm là phần làm tròn hoặc chưa phân bổ được" in value
    assert "năm 2024 đồng hạng với Thái Bình" in rank
    assert "do điểm của tỉnh 0 bậc" in rank


def test_every_figure_of_the_sentences_leads_to_its_row(shipped: Desk) -> None:
    view = page(shipped, WhyQuestion("PAPI", US, "2023", "2024"))
    linked = {piece.text: dict(piece.query) for piece in view.sentence if piece.slug}
    assert linked["42,77 điểm"] == {"chi-so": "PAPI", "ky": "2023", "tieu-chi": "TOTAL", "tinh": US}
    assert linked["+0,64"] == {"chi-so": "PAPI", "ky": "2024", "tieu-chi": "D2", "tinh": US}
    loose = [piece.text for piece in view.sentence if not piece.slug]
    assert not [text for text in loose if "," in text and any(char.isdigit() for char in text.replace("20", ""))]
    ranked = {piece.text: piece.slug for piece in view.rank_sentence if piece.slug}
    assert ranked["14/61"] == "xep-hang"


@pytest.mark.parametrize(
    ("node", "before", "after"),
    [
        ("TOTAL", "2017", "2018"),
        ("TOTAL", "2019", "2020"),
        ("D8", "2019", "2020"),
        ("D3", "2015", "2016"),
        ("D3", "2020", "2021"),
        ("D5", "2020", "2021"),
        ("TOTAL", "2011", "2024"),
    ],
)
def test_no_change_is_drawn_across_a_listed_break(shipped: Desk, node: str, before: str, after: str) -> None:
    asked = WhyQuestion("PAPI", US, before, after, node)
    found = why(shipped, asked)
    assert found.case is Case.BROKEN
    assert found.delta is None and found.ranks is None
    assert not found.parts["line"].isin([Line.WHOLE, Line.REST, Line.REMEASURED]).any()
    view = page(shipped, asked)
    if view.figure is not None:
        broken = set(found.parts.loc[found.parts["broken"], "node_code"])
        assert not broken & set(view.figure.data[0].customdata)


def test_a_dimension_measured_otherwise_is_not_a_step_of_the_waterfall(shipped: Desk) -> None:
    view = page(shipped, WhyQuestion("PAPI", US, "2021", "2022", "D1"))
    assert view.figure is not None
    steps = list(view.figure.data[0].customdata)
    assert "S11" not in steps and "remeasured" in steps
    assert "Nội dung đổi cách đo, không so sánh được" in view.figure.data[-1].text


def test_the_steps_of_the_waterfall_lead_from_one_value_to_the_other(shipped: Desk) -> None:
    view = page(shipped, WhyQuestion("PAPI", US, "2023", "2024"))
    assert view.figure is not None
    bars = view.figure.data[0]
    assert bars.base[0] == 42.770451
    # But for the rounding of the source, a millionth here, which is a line of the table and no bar.
    assert bars.base[-1] + bars.x[-1] == pytest.approx(44.747268, abs=2e-6)
    assert not [label for label in bars.y if "Làm tròn" in str(label)]
    assert "Quảng Trị (cũ)" in view.figure.layout.meta["title"]
    assert "Nguồn" in view.figure.layout.meta["footer"]


def test_two_frameworks_without_a_crosswalk_are_not_taken_apart(shipped: Desk) -> None:
    found = why(shipped, WhyQuestion("PAR INDEX", "P63-44", "2017", "2019"))
    assert found.case in (Case.FRAMEWORK, Case.NO_BEFORE, Case.NO_AFTER, Case.NOTHING)
    assert found.delta is None


def par(code: str, year: str, value: float) -> dict[str, Any]:
    row = dict.fromkeys(SCORES.value_names)
    key = {"entity_id": US, "index_code": "PAR INDEX", "node_code": code, "period_id": year, "score_kind": "published"}
    return {**row, **key, "state": "value", "value": value, "source": "thử"}


def test_an_uploaded_crosswalk_takes_two_frameworks_apart(stocked: Office) -> None:
    scores = [par(TOTAL, "2017", 80.0), par("3", "2017", 12.0), par("4", "2017", 9.0)]
    scores += [par(TOTAL, "2022", 84.0), par("3", "2022", 12.0), par("4", "2022", 10.0), par("5", "2022", 13.0)]
    storing.edit(stocked, LOCAL_OPERATOR, SCORES, pd.DataFrame(scores), "thử")
    asked = WhyQuestion("PAR INDEX", US, "2017", "2022")
    assert why(Desk.at(stocked, LOCAL_OPERATOR), asked).case is Case.FRAMEWORK
    ends = {"index_code": "PAR INDEX", "framework_before": "2948/QĐ-BNV (2017)"}
    ends |= {"framework_after": "876/QĐ-BNV (2022)", "share": None, "reason": None, "source": None}
    rows = [("3", "3", "reweighted"), ("4", "4", "reweighted"), ("-", "5", "new")]
    links = [ends | {"node_before": old, "node_after": new, "relation": word} for old, new, word in rows]
    storing.edit(stocked, LOCAL_OPERATOR, CROSSWALKS, pd.DataFrame(links), "thử")
    desk = Desk.at(stocked, LOCAL_OPERATOR)
    found = why(desk, asked)
    assert found.case is Case.CROSSWALK
    exact = scaled(found.effects["delta"])
    whole = found.effects["line"] == Line.WHOLE
    assert int(exact[whole].sum()) == int(exact[~whole].sum()) == 4_000_000_000
    # 14,5 × 12/13 − 12 and 11 × 10/10,5 − 9.
    known = found.effects[whole].iloc[0]
    assert round(known["like_for_like"], 6) == round(14.5 * 12 / 13 - 12 + 11 * 10 / 10.5 - 9, 6)
    assert known["added"] == 13.0
    view = page(desk, asked)
    assert view.figure is not None
    assert "đổi điểm tối đa" in plain(view.sentence)
    assert "tiêu chí mới +13,00" in plain(view.sentence)


def test_the_answer_of_the_command_line_has_the_asked_shape(shipped: Desk) -> None:
    record, words = why_answer.answer(shipped, "papi", "Quảng Trị (cũ)", "2023", "2024")
    assert record["delta"] == 1.976817
    told = [part["delta"] for part in record["parts"] if part["delta"] is not None]
    assert round(sum(told), 9) == record["delta"]
    assert {part["node"] for part in record["parts"]} == {*DIMENSIONS, "rest"}
    assert (record["rank_delta"], record["own_effect"], record["others_effect"]) == (-12, -17, 5)
    assert [one["entity_id"] for one in record["overtaken_by"]] == ["P63-72", "P63-60"]
    assert len(record["overtook"]) == 15
    assert words.startswith("PAPI của Quảng Trị (cũ) chênh +1,98 điểm")


def test_the_downloaded_table_says_what_it_is(shipped: Desk) -> None:
    assert file_of(shipped, WhyQuestion("PAPI", US, "2023", "2024"))[:2] == b"PK"
    assert file_of(shipped, WhyQuestion("SIPAS", US, "2022", "2023"))[:2] == b"PK"


def test_the_merged_province_points_at_those_it_was_merged_from(shipped: Desk) -> None:
    view = page(shipped, WhyQuestion("PAPI", "P34-44", "2023", "2024"))
    assert {code for code, _ in view.see_before} == {"P63-44", US}
    assert view.figure is None and view.no_picture
