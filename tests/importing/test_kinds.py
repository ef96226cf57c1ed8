"""Kinds other than scores: targets, frameworks, entities, breaks, windows, sources, policy targets."""

from datetime import date
from typing import Any

import pandas as pd
import pytest

from cchc_metrics.importing import Interpretation, interpret
from cchc_metrics.model import RowCounts, Severity
from cchc_metrics.schema import (
    BREAKS,
    ENTITIES,
    FRAMEWORKS,
    KINDS,
    POLICY_TARGETS,
    SCORES,
    SOURCES,
    STANDARD_ERRORS,
    TARGETS,
    WINDOWS_KIND,
    Kind,
)
from tests.builders import OTHERS, PROVINCES, Percent, filled, province, snapshot, workbook

SNAPSHOT = snapshot()


def read(kind: Kind, *rows: dict[str, Any]) -> Interpretation:
    return interpret(filled(kind, rows), kind, SNAPSHOT)


def codes(result: Interpretation) -> list[str]:
    return [finding.code for finding in result.findings]


def target(**parts: Any) -> dict[str, Any]:
    names = {"ky": "Kỳ", "loai": "Loại mục tiêu", "muc_tieu": "Mục tiêu", "ma_tc": "Mã tiêu chí", "index": "Bộ chỉ số"}
    usual = {"index": "PAR INDEX", "ky": 2023, "ma_tc": "3", "muc_tieu": 12}
    return {"Tên đơn vị": "Quảng Trị"} | {names[name]: value for name, value in (usual | parts).items()}


def criterion(code: str, parent: str | None, most: Any = None, **parts: Any) -> dict[str, Any]:
    return {
        "Bộ chỉ số": "DDCI",
        "Bộ tiêu chí": "DDCI 2024",
        "Áp dụng từ năm": 2024,
        "Mã tiêu chí": code,
        "Mã cấp trên": parent,
        "Tên tiêu chí": f"Tiêu chí {code}",
        "Điểm tối đa": most,
        **parts,
    }


def entity(entity_id: str, **parts: Any) -> dict[str, Any]:
    return {
        "Mã hệ thống": entity_id,
        "Loại đơn vị": "Tỉnh, thành phố",
        "Hệ": "63",
        "Tên": f"Tỉnh {entity_id}",
        "Tên hiển thị": f"Tỉnh {entity_id} (cũ)",
        **parts,
    }


def test_a_target_is_resolved_like_a_score() -> None:
    fact = read(TARGETS, target(loai="Hạng", muc_tieu="5")).facts.iloc[0]
    assert (fact["entity_id"], fact["node_code"], fact["period_id"]) == ("P63-45", "3", "2023")
    assert (fact["target_kind"], fact["value"]) == ("rank", 5.0)


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        ({"muc_tieu": 13.5}, None),
        ({"muc_tieu": 13.6}, "target_above_max"),
        ({"muc_tieu": -1}, "target_negative"),
        ({"loai": "Hạng", "muc_tieu": 1.5}, "target_no_rank"),
        ({"loai": "Hạng", "muc_tieu": 0}, "target_no_rank"),
        ({"loai": "Hạng", "muc_tieu": 9}, "rank_above_peers"),
        ({"muc_tieu": "N/A"}, "not_a_number"),
        ({"muc_tieu": "12/13"}, "not_a_number"),
        ({"muc_tieu": None}, "cell_empty"),
        ({"muc_tieu": Percent(0.9)}, "percent_for_points"),
        ({"ma_tc": "TOTAL", "muc_tieu": Percent(0.9)}, None),
        ({"muc_tieu": "1.234"}, "number_ambiguous"),
        ({"ky": "6 tháng 2023"}, "period_not_index_year"),
        ({"loai": "điểm"}, None),
        ({"loai": "lạ"}, "choice_unknown"),
    ],
)
def test_a_target_lies_within_what_is_possible(parts: dict[str, Any], code: str | None) -> None:
    assert codes(read(TARGETS, target(**parts))) == ([code] if code else [])


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        ({"Sai số chuẩn": 0.35}, None),
        ({"Cận dưới": 41.2, "Cận trên": 42.6, "Mức tin cậy": 95}, None),
        ({"Cận dưới": 41.2, "Cận trên": 42.6, "Mức tin cậy": Percent(0.95)}, None),
        ({"Sai số chuẩn": 0.35, "Cận dưới": 41.2, "Cận trên": 42.6, "Mức tin cậy": "90%"}, None),
        ({}, "one_of_empty"),
        ({"Sai số chuẩn": -0.35}, "error_negative"),
        ({"Sai số chuẩn": 0.35, "Cận dưới": 41.2, "Mức tin cậy": 95}, "interval_half"),
        ({"Cận trên": 41.2, "Mức tin cậy": 95}, "interval_half"),
        ({"Cận dưới": 42.6, "Cận trên": 41.2, "Mức tin cậy": 95}, "interval_reversed"),
        ({"Cận dưới": 41.2, "Cận trên": 42.6}, "level_missing"),
        ({"Cận dưới": 41.2, "Cận trên": 42.6, "Mức tin cậy": 0.95}, "level_outside"),
        ({"Cận dưới": 41.2, "Cận trên": 42.6, "Mức tin cậy": 100}, "level_outside"),
    ],
)
def test_a_standard_error_and_an_interval_are_whole(parts: dict[str, Any], code: str | None) -> None:
    row = {"Bộ chỉ số": "PAPI", "Kỳ": 2023, "Tên đơn vị": "Quảng Trị", "Mã tiêu chí": "TOTAL"}
    result = read(STANDARD_ERRORS, row | parts)
    assert codes(result) == ([code] if code else [])
    if not code:
        fact = result.facts.iloc[0]
        known = {"value": "Sai số chuẩn", "low": "Cận dưới", "high": "Cận trên"}
        assert all(pd.isna(fact[name]) == (header not in parts) for name, header in known.items())
        assert pd.isna(fact["level"]) if "Cận dưới" not in parts else fact["level"] in (90, 95)


def test_standard_errors_and_intervals_beside_values_are_read_as_their_own_kind() -> None:
    title = ["CHỈ SỐ PAPI NĂM 2023", None, None, None, None]
    head = ["Tỉnh", "Tổng điểm", "Sai số chuẩn", "Cận dưới 95%", "Cận trên 95%"]
    book = workbook([title, head, ["Quảng Trị", 12.77, 0.35, 12.1, 13.4], ["Hà Nội", 13.9, 0.3, 13.3, 14.5]])
    errors = interpret(book, STANDARD_ERRORS, SNAPSHOT)
    assert not [one for one in errors.findings if one.severity is Severity.ERROR]
    found = errors.facts[["entity_id", "node_code", "period_id", "value", "low", "high", "level"]]
    assert found.iloc[0].tolist() == ["P63-45", "TOTAL", "2023", 0.35, 12.1, 13.4, 95.0]
    scores = interpret(book, SCORES, SNAPSHOT)
    assert scores.facts["value"].tolist() == [12.77, 13.9]
    beside = [one.cell for one in scores.findings if "Sai số chuẩn của điểm" in one.message]
    assert beside == ["C2", "D2", "E2"]


def test_the_level_of_an_interval_may_stand_over_its_ends_only() -> None:
    head = ["Bộ chỉ số", "Kỳ", "Tên đơn vị", "Mã tiêu chí", "Cận dưới 90%", "Cận trên 90%"]
    result = interpret(workbook([head, ["PAPI", 2023, "Quảng Trị", "TOTAL", 12, 13]]), STANDARD_ERRORS, SNAPSHOT)
    assert codes(result) == [] and result.facts["level"].tolist() == [90.0]
    mixed = [*head[:-1], "Cận trên 95%"]
    result = interpret(workbook([mixed, ["PAPI", 2023, "Quảng Trị", "TOTAL", 12, 13]]), STANDARD_ERRORS, SNAPSHOT)
    assert codes(result) == ["level_missing"]


def test_a_framework_is_read_with_all_its_columns() -> None:
    root = criterion("TOTAL", None, "100", **{"Điều tra XHH": "Không", "Đơn vị tính": "điểm", "Căn cứ pháp lý": "QĐ 1"})
    result = read(FRAMEWORKS, root, criterion("1", "TOTAL", 100, **{"Điều tra XHH": "có"}))
    assert result.findings == ()
    first, second = (row for _, row in result.facts.iterrows())
    assert (first["max_score"], first["year_from"], first["survey"], first["legal_basis"]) == (
        100.0,
        2024,
        False,
        "QĐ 1",
    )
    assert (second["parent_code"], bool(second["survey"])) == ("TOTAL", True)
    assert result.facts["year_to"].isna().all()


def test_a_framework_needs_its_root() -> None:
    assert codes(read(FRAMEWORKS, criterion("1", "TOTAL", 10))) == ["root_missing", "parent_unknown"]
    assert codes(read(FRAMEWORKS, criterion("TOTAL", None), criterion("1", None))) == ["second_root"]
    assert "root_has_parent" in codes(read(FRAMEWORKS, criterion("TOTAL", "1"), criterion("1", "TOTAL")))


def test_a_parent_must_be_in_the_file_or_in_the_store() -> None:
    unknown = read(FRAMEWORKS, criterion("TOTAL", None), criterion("1", "9"))
    assert [(found.code, found.value, found.cell) for found in unknown.findings] == [("parent_unknown", "1", "G3")]
    stored = {"Bộ chỉ số": "PAPI", "Bộ tiêu chí": "PAPI 2018", "Áp dụng từ năm": 2018}
    assert codes(read(FRAMEWORKS, criterion("D9", "TOTAL", **stored))) == []


def test_criteria_may_not_form_a_circle() -> None:
    result = read(FRAMEWORKS, criterion("TOTAL", None), criterion("1", "2"), criterion("2", "1"))
    (found,) = result.findings
    assert (found.code, found.cells) == ("parents_in_circle", ("G3", "G4"))
    assert "1 → 2 → 1" in found.message


def test_one_code_twice_in_a_framework_is_an_error() -> None:
    assert codes(
        read(FRAMEWORKS, criterion("TOTAL", None), criterion("1", "TOTAL", 5), criterion("1", "TOTAL", 6))
    ) == ["rows_disagree"]


def test_maxima_that_do_not_add_up_are_a_warning_when_all_are_known() -> None:
    known = read(FRAMEWORKS, criterion("TOTAL", None, 100), criterion("1", "TOTAL", 40), criterion("2", "TOTAL", 50.5))
    (found,) = known.findings
    assert (found.code, found.severity) == ("maxima_differ", Severity.WARNING)
    assert "90,5" in found.message
    assert known.rows == RowCounts(read=3, accepted=3)
    unknown = read(FRAMEWORKS, criterion("TOTAL", None, 100), criterion("1", "TOTAL", 40), criterion("2", "TOTAL"))
    assert codes(unknown) == []
    mean = {"Cách tổng hợp": "Trung bình các cấp dưới"}
    assert codes(read(FRAMEWORKS, criterion("TOTAL", None, 100, **mean), criterion("1", "TOTAL", 40))) == []


def test_maxima_that_differ_by_their_rounding_only_add_up() -> None:
    thirds = [criterion(code, "TOTAL", 3.333333333) for code in ("1", "2", "3")]
    assert codes(read(FRAMEWORKS, criterion("TOTAL", None, 10), *thirds)) == []
    assert codes(read(FRAMEWORKS, criterion("TOTAL", None, 10.00000001), *thirds)) == ["maxima_differ"]


def test_a_rejected_row_is_still_the_parent_of_others() -> None:
    result = read(FRAMEWORKS, criterion("TOTAL", None, "abc"), criterion("1", "TOTAL"))
    assert codes(result) == ["not_a_number"]
    assert result.rows == RowCounts(read=2, accepted=1, rejected=1)


def test_years_in_the_wrong_order_are_an_error() -> None:
    assert codes(read(FRAMEWORKS, criterion("TOTAL", None, **{"Áp dụng đến năm": 2020}))) == ["years_reversed"]


@pytest.mark.parametrize(
    ("value", "code"), [(2024.5, "not_an_integer"), ("hai nghìn", "not_a_number"), ("2.024", "number_ambiguous")]
)
def test_a_year_is_a_whole_number(value: Any, code: str) -> None:
    assert codes(read(FRAMEWORKS, criterion("TOTAL", None, **{"Áp dụng từ năm": value}))) == [code]


def test_an_entity_is_read_with_dates_flags_and_codes() -> None:
    result = read(
        ENTITIES,
        entity("P63-45", **{"Hệ": 63, "Mã": "45", "Hiệu lực đến": "30/6/2025", "Vùng đã xác nhận": True}),
        entity("P34-44", **{"Hệ": "34", "Hiệu lực từ": date(2025, 7, 1), "Vùng đã xác nhận": "x"}),
    )
    assert result.findings == ()
    assert result.facts["valid_to"].tolist() == [date(2025, 6, 30), None]
    assert result.facts["valid_from"].tolist() == [None, date(2025, 7, 1)]
    assert result.facts["era"].tolist() == ["63", "34"]
    assert result.facts["entity_type"].tolist() == ["province", "province"]
    assert result.facts["region_confirmed"].tolist() == [True, True]


@pytest.mark.parametrize("text", ["2025", "31/2/2025", "30.6.25", "hôm qua", 45000])
def test_what_is_no_day_is_an_error(text: Any) -> None:
    assert codes(read(ENTITIES, entity("X", **{"Hiệu lực từ": text}))) == ["date_unknown"]


def test_a_flag_that_is_neither_yes_nor_no_is_an_error() -> None:
    assert codes(read(ENTITIES, entity("X", **{"Vùng đã xác nhận": "có thể"}))) == ["flag_unknown"]


def test_a_successor_must_be_in_the_file_or_in_the_store() -> None:
    named = "Đơn vị sau sắp xếp"
    assert codes(read(ENTITIES, entity("X", **{named: "P34-44"}))) == []
    assert codes(read(ENTITIES, entity("X", **{named: "Y"}), entity("Y"))) == []
    (found,) = read(ENTITIES, entity("X", **{named: "Z"})).findings
    assert (found.code, found.severity, found.value) == ("successor_unknown", Severity.ERROR, "Z")


def test_breaks_lie_between_two_index_years() -> None:
    row = {"Bộ chỉ số": "PAPI", "Mã tiêu chí": "*", "Kỳ trước": 2015, "Kỳ sau": "Năm 2016", "Lý do": "D3 đổi"}
    fact = read(BREAKS, row).facts.iloc[0]
    assert (fact["period_before"], fact["period_after"], fact["break_kind"]) == ("2015", "2016", "break")
    assert codes(read(BREAKS, row | {"Kỳ sau": "Quý I/2016"})) == ["period_not_index_year"]


def test_windows_and_sources_are_read_as_they_are_written() -> None:
    window = {"Kỳ báo cáo": "Quý I", "Áp dụng từ năm": 2022, "Từ ngày": "15/12", "Đến ngày": "14/3", "Luỹ kế": "Không"}
    fact = read(WINDOWS_KIND, window).facts.iloc[0]
    assert (fact["window_code"], fact["start_day"], fact["cumulative"]) == ("Q1", "15/12", False)
    for year, said in ((1944, 1), (1945, 0), (2099, 0), (2100, 1)):
        assert codes(read(WINDOWS_KIND, window | {"Áp dụng từ năm": year})) == ["year_out_of_range"] * said
    source = read(SOURCES, {"Nguồn": "papi.org.vn", "Ngày công bố": "2024-04-02"}).facts.iloc[0]
    assert (source["source"], source["published_on"]) == ("papi.org.vn", date(2024, 4, 2))


def test_a_policy_target_in_percent_is_read_in_a_row_whose_unit_is_percent() -> None:
    row = {
        "Phạm vi": "Quốc gia",
        "Chỉ tiêu": "Hài lòng",
        "Thời hạn": 2030,
        "Văn bản": "NQ 76",
        "Quan hệ": ">=",
        "Giá trị": Percent(0.9),
    }
    fact = read(POLICY_TARGETS, row | {"Đơn vị tính": "%"}).facts.iloc[0]
    assert (fact["value"], fact["deadline"]) == (90.0, "2030")
    assert codes(read(POLICY_TARGETS, row | {"Đơn vị tính": "điểm"})) == ["percent_for_points"]


def test_every_check_that_a_kind_names_is_one_that_exists() -> None:
    known = {
        "entity_exists_in_period",
        "score_within_max",
        "rank_within_count",
        "suspicious_zero_province",
        "target_within_max",
        "framework_is_a_tree",
        "successor_exists",
        "interval_is_whole",
    }
    assert {check for kind in KINDS.values() for check in kind.checks} == known


@pytest.mark.parametrize(
    ("words", "kind", "value", "more"),
    [
        ("≥ 12", "value", 12, {"comparison": ">="}),
        ("từ 12 điểm trở lên", "value", 12, {"comparison": ">="}),
        ("phấn đấu trên 12,5", "value", 12.5, {"comparison": ">", "printed": "phấn đấu trên 12,5"}),
        ("Đạt 12 điểm", "value", 12, {}),
        ("Top 3", "rank", 3, {}),
        ("trong 5 tỉnh dẫn đầu", "rank", 5, {}),
        ("xếp thứ 3/8", "rank", 3, {"out_of": 8}),
        ("nhóm A", "group", None, {"group_name": "A"}),
        ("Vào nhóm trung bình cao", "group", None, {"group_name": "Trung bình cao"}),
        ("tăng 5 bậc so với 2021", "rank_change", 5, {"base_period": "2021"}),
        ("tăng ít nhất 1,5 điểm so với năm trước", "change", 1.5, {"base_period": "2022"}),
    ],
)
def test_targets_are_read_as_plans_word_them(words: str, kind: str, value: float | None, more: dict[str, Any]) -> None:
    result = read(TARGETS, target(muc_tieu=words))
    assert codes(result) == []
    fact = result.facts.iloc[0]
    assert fact["target_kind"] == kind and (pd.isna(fact["value"]) if value is None else fact["value"] == value)
    assert all(fact[name] == one for name, one in more.items())


def test_a_number_of_a_number_is_a_rank_where_so_many_are_ranked() -> None:
    more = [province("63", f"{code}", f"Tỉnh {code}") for code in (81, 82, 83, 84)]
    known = snapshot([*PROVINCES, *more, *OTHERS])
    fact = interpret(filled(TARGETS, [target(muc_tieu="3/12")]), TARGETS, known).facts.iloc[0]
    assert (fact["target_kind"], fact["value"], fact["out_of"], fact["printed"]) == ("rank", 3, 12, "3/12")
    assert codes(interpret(filled(TARGETS, [target(muc_tieu="3/34")]), TARGETS, known)) == ["not_a_number"]


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        ({"muc_tieu": "nhóm A", "loai": "Hạng"}, "target_kind_disagrees"),
        ({"muc_tieu": "≥ 3", "loai": "Hạng"}, "target_kind_disagrees"),
        ({"muc_tieu": "tăng 5 bậc"}, "target_base_missing"),
        ({"muc_tieu": "tăng 5 bậc so với 2024"}, "target_base_missing"),
        ({"muc_tieu": 5, "loai": "Thay đổi hạng"}, "target_base_missing"),
        ({"muc_tieu": 5, "loai": "Nhóm"}, "target_group_missing"),
        ({"muc_tieu": "trên 14"}, "target_above_max"),
        ({"muc_tieu": "Top 9"}, "rank_above_peers"),
        ({"muc_tieu": "phấn đấu tốt hơn"}, "not_a_number"),
    ],
)
def test_words_of_a_target_that_leave_it_open_are_asked_back(parts: dict[str, Any], code: str) -> None:
    assert code in codes(read(TARGETS, target(**parts)))


@pytest.mark.parametrize("header", ["Căn cứ pháp lí", "Loại mục tiu"])
def test_a_column_of_a_list_that_nearly_bears_a_header_of_it_is_not_passed_over(header: str) -> None:
    row = ["PAR INDEX", 2023, "Quảng Trị", "3", 12, "gì đó"]
    head = ["Bộ chỉ số", "Kỳ", "Tên đơn vị", "Mã tiêu chí", "Mục tiêu", header]
    result = interpret(workbook([head, row]), TARGETS, SNAPSHOT)
    assert codes(result) == ["column_meant"]


def test_two_columns_of_a_list_with_one_header_are_told() -> None:
    head = ["Bộ chỉ số", "Kỳ", "Tên đơn vị", "Mã tiêu chí", "Mục tiêu", "Ghi chú", "Ghi chú"]
    result = interpret(workbook([head, ["PAR INDEX", 2023, "Quảng Trị", "3", 12, "a", "b"]]), TARGETS, SNAPSHOT)
    assert codes(result) == ["header_repeated"]


def test_an_interval_in_one_cell_is_read_as_both_its_ends() -> None:
    head = ["Bộ chỉ số", "Kỳ", "Tên đơn vị", "Mã tiêu chí", "Khoảng tin cậy 95%"]
    written = ["41,2–43,1", "[41,2; 43,1]", "42,15 (41,2–43,1)", "42,15 ± 0,95", "41.2 - 43.1"]
    names = ["Quảng Trị", "Hà Nội", "Quảng Bình", "Khánh Hòa", "Đắk Lắk"]
    rows = [["PAPI", 2023, name, "TOTAL", text] for name, text in zip(names, written, strict=True)]
    result = interpret(workbook([head, *rows]), STANDARD_ERRORS, SNAPSHOT)
    assert not result.findings
    assert {tuple(row) for row in result.facts[["low", "high", "level"]].to_numpy().tolist()} == {(41.2, 43.1, 95.0)}
    unclear = interpret(workbook([head, ["PAPI", 2023, "Hà Nội", "TOTAL", "1.234–1.300"]]), STANDARD_ERRORS, SNAPSHOT)
    assert codes(unclear) == ["not_a_number"]
