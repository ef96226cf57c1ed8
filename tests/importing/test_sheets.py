"""Finding the table in a workbook: kinds, headers, sheets, the wide layout."""

from typing import Any

import pytest

from cchc_metrics.importing import Interpretation, detect_kind, interpret
from cchc_metrics.model import Grid, RowCounts, Severity, Stamp, Workbook
from cchc_metrics.schema import KINDS, SCORES, SOURCES, TARGETS
from tests.builders import PROVINCES, Percent, filled, grid, scores, snapshot, workbook

SNAPSHOT = snapshot()
LONG = [["Bộ chỉ số", "Kỳ", "Tên đơn vị", "Mã tiêu chí", "Điểm"], ["PAPI", 2023, "Huế", "TOTAL", 15]]
WIDE = [
    ["STT", "Tỉnh", "Tổng điểm", "D1", "Thủ tục hành chính công"],
    [1, "Quảng Trị", 15, 7, 8],
    [2, "Huế", 16, 8, 8.5],
]


def read(*sheets: Any, file_name: str = "so-lieu.xlsx") -> Interpretation:
    return interpret(workbook(*sheets, file_name=file_name), SCORES, SNAPSHOT)


def said(result: Interpretation) -> dict[str, str]:
    return {finding.code: finding.value for finding in result.findings}


@pytest.mark.parametrize("kind", list(KINDS.values()), ids=lambda kind: kind.name)
def test_a_template_is_recognised_by_its_stamp_and_by_its_headers(kind: Any) -> None:
    book = filled(kind, [])
    assert detect_kind(book) is kind
    assert detect_kind(Workbook(book.file_name, "xlsx", book.sheets)) is kind


def test_the_stamp_decides_before_the_headers() -> None:
    assert detect_kind(workbook(LONG, stamp=Stamp("targets", 1))) is TARGETS
    assert detect_kind(workbook(LONG, stamp=Stamp("unheard-of", 1))) is SCORES


def test_a_long_table_with_a_missing_column_is_still_scores() -> None:
    without_period = [[row[0], *row[2:]] for row in LONG]
    assert detect_kind(workbook(without_period)) is SCORES


@pytest.mark.parametrize("kind", list(KINDS.values()), ids=lambda kind: kind.name)
def test_a_template_with_many_columns_of_its_source_keeps_its_kind(kind: Any) -> None:
    extras = [f"nguồn: {at}" for at in range(2 * len(kind.headers))]
    table = [[*kind.headers, *extras], [*["x"] * len(kind.headers), *[1.5] * len(extras)]]
    assert detect_kind(workbook(table)) is kind


def test_the_wide_layout_counts_as_scores() -> None:
    assert detect_kind(workbook(WIDE)) is SCORES
    with_source = [[*row, "Nguồn" if at == 0 else "papi.org.vn"] for at, row in enumerate(WIDE)]
    assert detect_kind(workbook(with_source)) is SCORES


def test_a_list_of_sources_is_not_mistaken_for_scores() -> None:
    assert detect_kind(workbook([["Nguồn", "Cơ quan công bố"], ["papi.org.vn", "UNDP"]])) is SOURCES


def test_an_unknown_table_has_no_kind() -> None:
    assert detect_kind(workbook([["Họ tên", "Ngày sinh"], ["A", "B"]])) is None
    assert detect_kind(workbook([])) is None


def test_titles_above_the_header_are_not_read_rows() -> None:
    result = read([["BỘ NỘI VỤ"], [], ["Kết quả năm 2023", None, 2023], *LONG])
    assert result.rows == RowCounts(read=1, accepted=1)
    assert result.facts["row_no"].tolist() == [5]
    assert [(one.code, one.cells) for one in result.findings] == [("rows_title", ("A1", "A3"))]


def test_a_header_is_found_below_the_first_twenty_rows_too() -> None:
    result = read([*[["x"]] * 20, *LONG])
    assert result.facts["row_no"].tolist() == [22]
    assert result.rows == RowCounts(read=1, accepted=1)


def test_columns_come_in_any_order_and_under_other_names() -> None:
    table = [["Kết quả", "TIÊU CHÍ", "Địa  phương", "Năm", "index"], [15, "Tổng điểm", "Huế", "2023", "papi"]]
    result = read(table)
    assert result.findings == ()
    assert result.facts[["entity_id", "node_code", "value"]].to_numpy().tolist() == [["P63-46", "TOTAL", 15.0]]
    assert result.facts["col_no"].tolist() == [1]


def test_a_column_that_is_not_in_the_template_is_told_once() -> None:
    result = read([[*LONG[0], "Người nhập", "STT"], [*LONG[1], "An", 1]])
    assert said(result) == {"column_unread": "Người nhập", "column_ordinal": "STT"}
    assert {finding.severity for finding in result.findings} == {Severity.INFO}
    assert [finding.cell for finding in result.findings] == ["F1", "G1"]


def test_a_column_without_a_header_is_told() -> None:
    (found,) = read([LONG[0], [*LONG[1], None, "ghi thêm"]]).findings
    assert (found.code, found.severity, found.cell) == ("column_without_header", Severity.INFO, "G1")


def test_missing_required_columns_are_named_and_every_row_is_rejected() -> None:
    result = read([["Bộ chỉ số", "Tên đơn vị", "Điểm"], ["PAPI", "Huế", 15], ["PAPI", "Huế", 16]])
    (found,) = result.findings
    assert (found.code, found.severity) == ("columns_missing", Severity.ERROR)
    assert "Kỳ; Mã tiêu chí / Tên tiêu chí" in found.message
    assert result.rows == RowCounts(read=2, rejected=2)


def test_one_header_twice_is_an_error_that_names_both_cells() -> None:
    result = read([[*LONG[0], "Điểm số"], [*LONG[1], 16]])
    (found,) = result.findings
    assert (found.code, found.cells) == ("header_repeated", ("E1", "F1"))
    assert result.rows == RowCounts(read=1, rejected=1)


def test_every_visible_sheet_with_the_table_is_read() -> None:
    second = [LONG[0], ["PAPI", 2022, "Huế", "TOTAL", 14]]
    result = read(grid(LONG, "2023"), grid(second, "2022"))
    assert result.facts[["sheet_no", "period_id"]].to_numpy().tolist() == [[1, "2023"], [2, "2022"]]
    assert result.rows == RowCounts(read=2, accepted=2)


def test_a_sheet_without_the_table_is_named_and_an_empty_one_is_not() -> None:
    result = read(LONG, grid([["Ghi chú chung"]], "Bìa"), grid([], "Trống"), grid([[None]], "Trống 2"))
    (found,) = result.findings
    assert (found.code, found.severity, found.sheet) == ("sheet_without_table", Severity.WARNING, "Bìa")


def test_the_sheets_of_our_template_are_passed_over() -> None:
    guide = grid([["Cột", "Ý nghĩa"]], "Hướng dẫn")
    lists = grid([["PAPI"]], "_lists", hidden=True)
    assert read(LONG, guide, lists).findings == ()


def test_a_hidden_sheet_with_content_is_told_and_not_read() -> None:
    result = read(LONG, grid(LONG, "Cũ", hidden=True))
    (found,) = result.findings
    assert (found.code, found.severity, found.sheet) == ("sheet_hidden", Severity.WARNING, "Cũ")
    assert len(result.facts) == 1


def test_hidden_rows_are_read_and_told() -> None:
    rows = [*LONG, ["PAPI", 2022, "Huế", "TOTAL", 14]]
    result = read(grid(rows, hidden_rows=(1, 3, 9)))
    (found,) = result.findings
    assert (found.code, found.severity, found.cells) == ("rows_hidden", Severity.INFO, ("A3",))
    assert result.rows.accepted == 2


def test_a_row_with_content_only_where_nothing_is_read_is_ignored_and_told() -> None:
    result = read([[*LONG[0], "Khác"], [*LONG[1], None], [None, None, None, None, None, "Người lập"], []])
    assert result.rows == RowCounts(read=2, accepted=1, ignored=1)
    assert said(result) == {"column_unread": "Khác", "row_note": ""}


@pytest.mark.parametrize("place", range(4))
def test_words_alone_in_a_column_of_the_table_are_taken_for_a_note_with_a_warning(place: int) -> None:
    words = [None] * len(LONG[0])
    words[place] = "Lãnh đạo đơn vị duyệt"
    result = read([*LONG, words])
    (found,) = result.findings
    assert (found.code, found.severity, found.cells) == ("row_is_note", Severity.WARNING, ("A3",))
    assert result.rows == RowCounts(read=2, accepted=1, ignored=1)


def test_a_file_without_any_table_is_an_error() -> None:
    result = read([["Họ tên"], ["An"]])
    assert result.findings[0].code == "table_not_found"
    assert result.findings[0].severity is Severity.ERROR
    assert result.rows == RowCounts()


@pytest.mark.parametrize("name", ["PAPI 2023", "PAPI - Năm 2023"])
def test_a_wide_sheet_gives_one_fact_per_province_and_criterion(name: str) -> None:
    result = read(grid(WIDE, name))
    assert said(result) == {"column_ordinal": "STT"}
    columns = ["entity_id", "index_code", "node_code", "period_id", "score_kind", "value", "row_no", "col_no"]
    assert result.facts[columns].to_numpy().tolist() == [
        ["P63-45", "PAPI", "TOTAL", "2023", "published", 15.0, 2, 3],
        ["P63-45", "PAPI", "D1", "2023", "published", 7.0, 2, 4],
        ["P63-45", "PAPI", "D5", "2023", "published", 8.0, 2, 5],
        ["P63-46", "PAPI", "TOTAL", "2023", "published", 16.0, 3, 3],
        ["P63-46", "PAPI", "D1", "2023", "published", 8.0, 3, 4],
        ["P63-46", "PAPI", "D5", "2023", "published", 8.5, 3, 5],
    ]
    assert result.rows == RowCounts(read=2, accepted=2)


def test_a_wide_sheet_takes_its_index_from_the_file_name() -> None:
    result = read(grid(WIDE, "Năm 2023"), file_name="Ket qua PAPI.xlsx")
    assert result.facts["index_code"].unique().tolist() == ["PAPI"]


@pytest.mark.parametrize("file_name", ["ket-qua.xlsx", "PAPI va SIPAS.xlsx"])
def test_a_wide_sheet_that_names_no_one_index_asks_for_it(file_name: str) -> None:
    result = read(grid([row[:4] for row in WIDE], "2023"), file_name=file_name)
    (found,) = result.findings
    assert (found.code, found.severity, found.sheet) == ("wide_index_unknown", Severity.ERROR, "2023")
    assert result.rows == RowCounts(read=2, rejected=2)


def test_a_wide_sheet_without_a_period_asks_for_it() -> None:
    result = read(grid(WIDE, "PAPI"))
    assert result.findings[0].code == "wide_period_unknown"
    assert result.rows == RowCounts(read=2, rejected=2)


def test_a_wide_sheet_may_say_index_and_period_in_columns() -> None:
    table = [
        ["Bộ chỉ số", "Năm", "Mã tỉnh", "D1", "D5", "Nguồn"],
        ["PAPI", 2022, 45, 7, 8, "a"],
        ["PAPI", 2023, 45, 7, 8, "b"],
    ]
    result = read(table)
    assert result.findings == ()
    assert result.facts[["period_id", "node_code", "source"]].to_numpy().tolist() == [
        ["2022", "D1", "a"],
        ["2022", "D5", "a"],
        ["2023", "D1", "b"],
        ["2023", "D5", "b"],
    ]


def test_a_criterion_that_the_year_did_not_have_may_be_empty_in_a_wide_sheet() -> None:
    table = [
        ["Bộ chỉ số", "Năm", "Tỉnh", "TOTAL", "3", "4"],
        ["PAR INDEX", 2023, "Huế", 85, 12, 10],
        ["SIPAS", 2023, "Huế", 80],
    ]
    result = read(table)
    assert result.findings == ()
    assert result.facts[["index_code", "node_code"]].to_numpy().tolist() == [
        ["PAR INDEX", "TOTAL"],
        ["PAR INDEX", "3"],
        ["PAR INDEX", "4"],
        ["SIPAS", "TOTAL"],
    ]


def test_an_empty_cell_of_a_wide_sheet_is_an_error_at_that_cell() -> None:
    result = read(grid([WIDE[0], [1, "Quảng Trị", 15, None, 8]], "PAPI 2023"))
    found = result.findings[0]
    assert (found.code, found.cell) == ("value_empty", "D2")
    assert result.rows == RowCounts(read=1, rejected=1)
    assert result.facts.empty


def test_a_province_without_any_value_is_an_error_and_not_a_note() -> None:
    result = read(grid([*WIDE, [3, "Hà Nội"]], "PAPI 2023"))
    assert [(found.code, found.cells) for found in result.findings[:1]] == [("value_empty", ("C4", "D4", "E4"))]
    assert result.rows == RowCounts(read=3, accepted=2, rejected=1)


def test_states_and_percents_are_read_in_wide_sheets_too() -> None:
    table = [
        ["Tỉnh", "Tổng điểm", "KT"],
        ["Huế", Percent(0.8525), "được miễn"],
        ["Hà Nội", "không công bố", "withheld"],
    ]
    facts = read(grid(table, "SIPAS 2023")).facts
    assert facts["state"].tolist() == ["value", "na", "missing", "missing"]
    assert facts["value"].tolist()[0] == 85.25


def test_other_columns_of_a_wide_sheet_are_told_as_unread() -> None:
    table = [[*row, extra, rank] for row, extra, rank in zip(WIDE, ("Lạ", 1, 2), ("Xếp hạng", 3, 4), strict=True)]
    result = read(grid(table, "PAPI 2023"))
    unread = [finding.value for finding in result.findings if finding.code == "numbers_unread"]
    assert unread == ["Lạ", "Xếp hạng"]
    assert len(result.facts) == 6


def test_a_note_below_a_wide_table_is_ignored_and_a_misspelt_province_is_not() -> None:
    result = read(grid([*WIDE, [None, "Ghi chú: số liệu đã làm tròn"], [3, "Quảng Trj", 1, 1, 1]], "PAPI 2023"))
    assert result.rows == RowCounts(read=4, accepted=2, rejected=1, ignored=1)
    assert "entity_unknown" in said(result)


def test_repeated_cells_of_a_wide_sheet_leave_their_row_accepted() -> None:
    result = read(grid(WIDE, "PAPI 2023"), LONG_OF_WIDE)
    assert result.rows == RowCounts(read=3, accepted=2, ignored=1)
    assert len(result.facts) == 6


LONG_OF_WIDE: Grid = grid([LONG[0], ["PAPI", 2023, "Huế", "D1", 8]], "Thêm")


def test_a_score_template_filled_by_hand_needs_only_the_required_columns() -> None:
    assert interpret(scores(dict(zip(*LONG, strict=True))), SCORES, SNAPSHOT).rows == RowCounts(read=1, accepted=1)


def test_codes_of_another_authority_are_told_by_the_names_beside_them() -> None:
    """By our list 01 is Hà Nội and 45 Quảng Trị; the column nobody reads says otherwise."""
    head = ["Bộ chỉ số", "Kỳ", "Mã đơn vị", "Vùng khảo sát", "Mã tiêu chí", "Điểm"]
    rows = [["PAPI", 2023, "01", "Huế", "D1", 5.5], ["PAPI", 2023, "45", "Quảng Trị", "D1", 6.5]]
    told = [one for one in read([head, *rows]).findings if one.code == "code_names_other"]
    assert [(one.severity, one.cells) for one in told] == [(Severity.WARNING, ("C2", "D2"))]


def test_a_year_of_two_bases_is_read_by_the_list_of_provinces_and_that_is_told() -> None:
    old = [one["name"] for one in PROVINCES if one["era"] == "63"]
    table = [LONG[0], *(["PAPI", 2025, name, "TOTAL", 15] for name in old)]
    result = read(table)
    (told,) = [one for one in result.findings if one.code == "base_by_list"]
    assert (told.severity, set(result.facts["entity_id"].str[:3])) == (Severity.INFO, {"P63"})
    assert f"đủ {len(old)} tỉnh" in told.message
    alone = read([LONG[0], ["PAPI", 2025, "Quảng Trị", "TOTAL", 15]])
    assert {one.code for one in alone.findings} == {"entity_ambiguous"}
