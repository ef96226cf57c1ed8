"""Files read as a mapping says: every shape of table, what is left out and told, mappings that do not fit, JSON."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_metrics.importing import (
    Interpretation,
    MappingError,
    fitted,
    interpret,
    layout_from_json,
    layout_of,
    layout_to_json,
    mapping_from_json,
    mapping_to_json,
    understand,
)
from cchc_metrics.importing.tables.constants import periods_in
from cchc_metrics.importing.tables.rows import counts_columns, sort_of
from cchc_metrics.model import (
    EVERY_SHEET,
    FROM_FILE,
    FROM_SHEET,
    FROM_TITLE,
    AcrossColumn,
    FileMapping,
    Grid,
    NameAnswer,
    RowCounts,
    Severity,
    TableMap,
    Workbook,
)
from cchc_metrics.schema import KINDS, SCORES
from tests.builders import grid, snapshot, workbook

SNAPSHOT = snapshot()
INDEX, PERIOD, NAME, CODE = "Bộ chỉ số", "Kỳ", "Tên đơn vị", "Mã đơn vị"
NODE, NODE_NAME, VALUE, RANK = "Mã tiêu chí", "Tên tiêu chí", "Điểm", "Hạng"
PAPI_2023 = {INDEX: "PAPI", PERIOD: "2023"}
PLACES = ["entity_id", "node_code", "period_id", "value", "row_no", "col_no"]


def table(
    header: tuple[int, int] = (1, 1),
    columns: Mapping[str, int] | None = None,
    across: Sequence[tuple[int, str, Mapping[str, str]]] = (),
    constants: Mapping[str, str] | None = None,
    **more: Any,
) -> TableMap:
    return TableMap(
        more.get("sheet", "Sheet1"),
        header,
        columns or {},
        tuple(AcrossColumn(*one) for one in across),
        constants or {},
        more.get("last_row"),
    )


def read(sheets: Sequence[Any], *tables: TableMap, file_name: str = "tep.xlsx", **more: Any) -> Interpretation:
    mapping = FileMapping("scores", tables, **more)
    return interpret(workbook(*sheets, file_name=file_name), SCORES, SNAPSHOT, mapping=mapping)


def facts(result: Interpretation, columns: Sequence[str] = PLACES) -> list[list[Any]]:
    return result.facts[list(columns)].to_numpy().tolist()


def said(result: Interpretation) -> dict[str, tuple[str, ...]]:
    return {finding.code: finding.cells for finding in result.findings}


def errors(result: Interpretation) -> list[str]:
    return [finding.code for finding in result.findings if finding.severity is Severity.ERROR]


# Shapes.


def test_a_long_table_is_read_under_any_headers_and_constants() -> None:
    result = read(
        [[["Nơi", "Mục", "Kết"], ["Huế", "D1", 8], ["Hà Nội", "D1", "7,5"]]],
        table(columns={NAME: 1, NODE: 2, VALUE: 3}, constants=PAPI_2023),
    )
    assert facts(result) == [["P63-46", "D1", "2023", 8.0, 2, 3], ["P63-01", "D1", "2023", 7.5, 3, 3]]
    assert result.findings == ()


def test_provinces_by_criteria_below_a_header_of_two_rows() -> None:
    rows = [["Tỉnh", "Nội dung", None], [None, "Tham gia", "Thủ tục"], ["Huế", 8, 9], ["Hà Nội", 7, 6]]
    result = read(
        [rows],
        table((1, 2), {NAME: 1}, [(2, VALUE, {NODE: "D1"}), (3, VALUE, {NODE: "D5"})], PAPI_2023),
    )
    assert facts(result) == [
        ["P63-46", "D1", "2023", 8.0, 3, 2],
        ["P63-46", "D5", "2023", 9.0, 3, 3],
        ["P63-01", "D1", "2023", 7.0, 4, 2],
        ["P63-01", "D5", "2023", 6.0, 4, 3],
    ]
    assert result.rows == RowCounts(read=2, accepted=2)


def test_criteria_by_provinces_point_at_the_cell_of_the_value() -> None:
    rows = [["Tiêu chí", "Huế", "Hà Nội"], ["D1", 8, 7], ["Thủ tục hành chính công", 9, 6], ["Tổng số", 17, 13]]
    result = read(
        [rows],
        table(
            columns={NODE_NAME: 1},
            across=[(2, VALUE, {NAME: "Huế"}), (3, VALUE, {NAME: "Hà Nội"})],
            constants=PAPI_2023,
        ),
    )
    assert facts(result) == [
        ["P63-46", "D1", "2023", 8.0, 2, 2],
        ["P63-01", "D1", "2023", 7.0, 2, 3],
        ["P63-46", "D5", "2023", 9.0, 3, 2],
        ["P63-01", "D5", "2023", 6.0, 3, 3],
        ["P63-46", "TOTAL", "2023", 17.0, 4, 2],
        ["P63-01", "TOTAL", "2023", 13.0, 4, 3],
    ], "«Tổng số» is the total of the framework where criteria stand down, and no sum"


def test_years_across_with_value_and_rank_make_one_record_each() -> None:
    rows = [
        ["Tỉnh", "Năm 2022", None, "Năm 2023", None],
        [None, "Điểm", "Hạng", "Điểm", "Hạng"],
        ["Huế", 15, "2/5", 16, 1],
    ]
    across = [
        (2, VALUE, {PERIOD: "Năm 2022"}),
        (3, RANK, {PERIOD: "Năm 2022"}),
        (4, VALUE, {PERIOD: "Năm 2023"}),
        (5, RANK, {PERIOD: "Năm 2023"}),
    ]
    result = read([rows], table((1, 2), {NAME: 1}, across, {INDEX: "PAPI", NODE: "TOTAL"}))
    columns = ["period_id", "value", "published_rank", "rank_out_of", "col_no"]
    assert result.facts[columns].astype("object").where(result.facts[columns].notna(), None).to_numpy().tolist() == [
        ["2022", 15.0, 2, 5, 2],
        ["2023", 16.0, 1, None, 4],
    ]
    assert result.rows == RowCounts(read=1, accepted=1)


def test_years_across_with_criteria_down_of_one_province() -> None:
    rows = [["Mã", "2022", "2023"], ["D1", 7, 8], ["D5", 6, 9]]
    result = read(
        [rows],
        table(
            columns={NODE: 1},
            across=[(2, VALUE, {PERIOD: "2022"}), (3, VALUE, {PERIOD: "2023"})],
            constants={INDEX: "PAPI", NAME: "Huế"},
        ),
    )
    assert [row[:4] for row in facts(result)] == [
        ["P63-46", "D1", "2022", 7.0],
        ["P63-46", "D1", "2023", 8.0],
        ["P63-46", "D5", "2022", 6.0],
        ["P63-46", "D5", "2023", 9.0],
    ]


def test_tables_beside_each_other_have_rows_of_their_own_and_count_them_once() -> None:
    rows = [["D1", None, None, "D5"], ["Tỉnh", "Điểm", None, "Tỉnh", "Điểm"], ["Huế", 8, None, "Hà Nội", 6]]
    rows += [["Hà Nội", 7, None, None, None], [None, None, None, None, None, "xa"]]
    result = read(
        [rows],
        table((2, 2), {NAME: 1, VALUE: 2}, constants=PAPI_2023 | {NODE: FROM_TITLE}),
        table((2, 2), {NAME: 4, VALUE: 5}, constants=PAPI_2023 | {NODE: FROM_TITLE}),
    )
    assert sorted(facts(result)) == [
        ["P63-01", "D1", "2023", 7.0, 4, 2],
        ["P63-01", "D5", "2023", 6.0, 3, 5],
        ["P63-46", "D1", "2023", 8.0, 3, 2],
    ]
    assert result.rows == RowCounts(read=3, accepted=2, ignored=1)
    assert said(result)["rows_outside"] == ("A5",)


def test_an_error_in_one_of_two_tables_rejects_the_row_of_both() -> None:
    rows = [["Tỉnh", "Điểm", None, "Tỉnh", "Điểm"], ["Huế", 8, None, "Nơi lạ", 6], ["Hà Nội", 7, None, "Huế", 5]]
    result = read(
        [rows],
        table((1, 1), {NAME: 1, VALUE: 2}, constants=PAPI_2023 | {NODE: "D1"}),
        table((1, 1), {NAME: 4, VALUE: 5}, constants=PAPI_2023 | {NODE: "D5"}),
    )
    assert errors(result) == ["entity_unknown"]
    assert result.rows == RowCounts(read=2, accepted=1, rejected=1)
    assert {row[4] for row in facts(result)} == {3}


def test_tables_below_each_other_end_where_the_next_begins() -> None:
    rows = [["PAPI năm 2022"], ["Tỉnh", "Điểm"], ["Huế", 15], [], ["PAPI năm 2023"], ["Tỉnh", "Điểm"], ["Huế", 16]]
    constants = {INDEX: FROM_TITLE, PERIOD: FROM_TITLE, NODE: "TOTAL"}
    result = read(
        [rows],
        table((2, 2), {NAME: 1, VALUE: 2}, constants=constants),
        table((6, 6), {NAME: 1, VALUE: 2}, constants=constants),
    )
    assert [row[2:5] for row in facts(result)] == [["2022", 15.0, 3], ["2023", 16.0, 7]]
    assert errors(result) == []
    assert result.rows.read == result.rows.accepted + result.rows.ignored == 3


def test_rows_below_the_last_row_of_a_table_are_told_as_outside() -> None:
    rows = [["Tỉnh", "Điểm"], ["Huế", 15], ["Hà Nội", 14], ["Huế", 3]]
    result = read([rows], table((1, 1), {NAME: 1, VALUE: 2}, constants=PAPI_2023 | {NODE: "TOTAL"}, last_row=3))
    assert said(result) == {"rows_below_end": ("A4",)}
    assert [one.severity for one in result.findings] == [Severity.WARNING]
    assert result.rows == RowCounts(read=3, accepted=2, ignored=1)


@pytest.mark.parametrize("names", [("2022", "2023"), ("Năm 2022", "PAPI - năm 2023")])
def test_a_sheet_per_year_takes_its_period_from_its_name(names: tuple[str, str]) -> None:
    sheets = [grid([["Tỉnh", "D1"], ["Huế", value]], name) for name, value in zip(names, (7, 8), strict=True)]
    constants = {INDEX: FROM_FILE, PERIOD: FROM_SHEET}
    one = table((1, 1), {NAME: 1}, [(2, VALUE, {NODE: "D1"})], constants, sheet=EVERY_SHEET)
    result = read(sheets, one, file_name="ket_qua_PAPI.xls")
    assert facts(result, ["period_id", "index_code", "value"]) == [["2022", "PAPI", 7.0], ["2023", "PAPI", 8.0]]


def test_a_sheet_per_criterion_takes_its_criterion_from_its_name() -> None:
    sheets = [grid([["Tỉnh", "Điểm"], ["Huế", 8]], name) for name in ("D1", "2. Thủ tục hành chính công (2023)")]
    constants = PAPI_2023 | {NODE_NAME: FROM_SHEET}
    result = read(sheets, table((1, 1), {NAME: 1, VALUE: 2}, constants=constants, sheet=EVERY_SHEET))
    assert [row[1] for row in facts(result)] == ["D1", "D5"]


def test_a_table_that_names_its_sheet_comes_before_the_one_for_every_sheet() -> None:
    sheets = [grid([["Tỉnh", "Điểm"], ["Huế", 8]], "2022"), grid([["Điểm", "Tỉnh"], [7, "Huế"]], "2023")]
    every = {INDEX: "PAPI", PERIOD: FROM_SHEET, NODE: "D1"}
    result = read(
        sheets,
        table((1, 1), {NAME: 1, VALUE: 2}, constants=every, sheet=EVERY_SHEET),
        table((1, 1), {NAME: 2, VALUE: 1}, constants=every, sheet="2023"),
    )
    assert [row[3] for row in facts(result)] == [8.0, 7.0]


# What is left out is told.


def test_totals_sections_notes_and_numbered_columns_are_ignored_and_told_once_each() -> None:
    rows = [
        ["TT", "Tỉnh", "D1", "D5"],
        ["A", "B", 1, 2],
        ["I", "Bắc Trung Bộ"],
        [1, "Huế", 8, 9],
        [None, "ĐỒNG BẰNG SÔNG HỒNG"],
        [2, "Hà Nội", 7, 6],
        ["TT", "Tỉnh", "D1", "D5"],
        [None, "Trung bình", 7.5, 7.5],
        ["Tổng cộng", None, 15, 15],
        [None, "MEDIAN", 7.5, 7.5],
        ["Ghi chú: số liệu đã làm tròn"],
        ["Nguồn: papi.org.vn"],
        [None, None, None, "Huế, ngày 20 tháng 6 năm 2024"],
        ["Người lập biểu", None, "Thủ trưởng đơn vị"],
        [None, None, "Nguyễn Văn A"],
    ]
    result = read(
        [rows],
        table(columns={NAME: 2}, across=[(3, VALUE, {NODE: "D1"}), (4, VALUE, {NODE: "D5"})], constants=PAPI_2023),
    )
    assert errors(result) == []
    assert said(result) == {
        "column_ordinal": ("A1",),
        "row_of_headers": ("A2", "A7"),
        "row_section": ("A3", "A5"),
        "row_aggregate": ("A8", "A9", "A10"),
        "row_note": ("A11", "A12", "A13", "A14"),
        "row_without_data": ("A15",),
    }
    assert result.rows == RowCounts(read=14, accepted=2, ignored=12)


def test_the_whole_country_is_an_entity_and_no_total() -> None:
    result = read([[["Tỉnh", "Điểm"], ["Cả nước", 15]]], table((1, 1), {NAME: 1, VALUE: 2}, constants=TOTAL_2023))
    assert [row[0] for row in facts(result)] == ["VN"]


TOTAL_2023 = PAPI_2023 | {NODE: "TOTAL"}


def test_a_row_with_values_and_an_unknown_name_stays_an_error() -> None:
    rows = [["Tỉnh", "D1"], ["Quảng Trj", 8], ["Huế", 7], ["Nơi lạ", "tám"]]
    result = read([rows], table(columns={NAME: 1}, across=[(2, VALUE, {NODE: "D1"})], constants=PAPI_2023))
    assert {"entity_unknown", "not_a_number"} == set(errors(result))
    assert result.rows == RowCounts(read=3, accepted=1, rejected=2)


def test_a_province_without_its_value_asks_for_it() -> None:
    rows = [["Tỉnh", "Điểm"], ["Huế", None], ["Hà Nội", 7]]
    result = read([rows], table((1, 1), {NAME: 1, VALUE: 2}, constants=TOTAL_2023))
    assert said(result) == {"value_empty": ("B2",)}
    assert result.rows == RowCounts(read=2, accepted=1, rejected=1)


def test_an_empty_cell_of_a_year_in_which_the_province_was_no_more_is_no_fault() -> None:
    rows = [["Tỉnh", "2023", "2026"], ["Khánh Hòa", 14, 15], ["Quảng Bình", 13, None]]
    across = [(2, VALUE, {PERIOD: "2023"}), (3, VALUE, {PERIOD: "2026"})]
    result = read([rows], table(columns={NAME: 1}, across=across, constants={INDEX: "PAPI", NODE: "TOTAL"}))
    assert errors(result) == []
    assert [row[:3] for row in facts(result)] == [
        ["P63-56", "TOTAL", "2023"],
        ["P34-56", "TOTAL", "2026"],
        ["P63-44", "TOTAL", "2023"],
    ]


def merged(rows: list[list[Any]], *merges: tuple[int, int, int, int]) -> Grid:
    return replace(grid(rows), merges=merges)


def test_a_merged_key_holds_for_all_its_rows() -> None:
    rows = [["Tỉnh", "Mục", "Điểm"], ["Huế", "D1", 8], [None, "D5", 9], ["Hà Nội", "D1", 7], [None, "D5", 6]]
    result = read(
        [merged(rows, (2, 1, 3, 1), (4, 1, 5, 1))],
        table(columns={NAME: 1, NODE: 2, VALUE: 3}, constants=PAPI_2023),
    )
    assert [row[:2] for row in facts(result)] == [
        ["P63-46", "D1"],
        ["P63-46", "D5"],
        ["P63-01", "D1"],
        ["P63-01", "D5"],
    ]
    assert result.findings == ()


@pytest.mark.parametrize("across", [False, True])
def test_a_merged_value_counts_once_and_that_is_told(across: bool) -> None:
    rows = [["Tỉnh", "Điểm", "Hạng"], ["Huế", 8, 1], ["Hà Nội", None, 1]]
    one = (
        table(columns={NAME: 1}, across=[(2, VALUE, {NODE: "D1"}), (3, RANK, {NODE: "D1"})], constants=PAPI_2023)
        if across
        else table(columns={NAME: 1, VALUE: 2, RANK: 3}, constants=PAPI_2023 | {NODE: "D1"})
    )
    result = read([merged(rows, (2, 2, 3, 2))], one)
    assert [row[0] for row in facts(result)] == ["P63-46"]
    assert said(result) == {"value_merged": ("B3",)}
    assert result.rows == RowCounts(read=2, accepted=1, ignored=1)


def test_hidden_rows_and_columns_are_read_and_named() -> None:
    sheet = replace(grid([["Tỉnh", "Điểm"], ["Huế", 8]]), hidden_rows=(2,), hidden_columns=(2,))
    result = read([sheet], table((1, 1), {NAME: 1, VALUE: 2}, constants=TOTAL_2023))
    assert said(result) == {"rows_hidden": ("A2",), "columns_hidden": ("B1",)}
    assert result.rows.accepted == 1


def test_a_hidden_sheet_is_read_only_when_the_mapping_names_it() -> None:
    rows = [["Tỉnh", "Điểm"], ["Huế", 8]]
    sheets = [grid(rows, "Hiện"), grid([["Tỉnh", "Điểm"], ["Hà Nội", 7]], "Ẩn", hidden=True)]
    every = read(sheets, table((1, 1), {NAME: 1, VALUE: 2}, constants=TOTAL_2023, sheet=EVERY_SHEET))
    assert [row[0] for row in facts(every)] == ["P63-46"]
    assert "sheet_hidden" in said(every)
    named = read(sheets, table((1, 1), {NAME: 1, VALUE: 2}, constants=TOTAL_2023, sheet="Ẩn"))
    assert [row[0] for row in facts(named)] == ["P63-01"]
    assert set(said(named)) == {"sheet_hidden_read", "sheet_without_table"}


def test_a_sheet_that_the_mapping_skips_is_named_and_left_out() -> None:
    sheets = [grid([["Tỉnh", "Điểm"], ["Huế", 8]], "A"), grid([["Tỉnh", "Điểm"], ["Huế", 9]], "B")]
    one = table((1, 1), {NAME: 1, VALUE: 2}, constants=TOTAL_2023, sheet=EVERY_SHEET)
    result = read(sheets, one, skipped=("B",))
    assert [(f.code, f.severity) for f in result.findings] == [("sheet_skipped", Severity.INFO)]
    assert len(result.facts) == 1


# Constants that are looked for.


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("PCI_2010.xls", ("2010",)),
        ("PCI2010", ("2010",)),
        ("Biểu 2: kết quả Quý I năm 2025", ("2025-Q1",)),
        ("6 tháng đầu năm 2025", ("2025-6M",)),
        ("Giai đoạn 2021–2025", ("2021", "2025")),
        ("Kèm theo Báo cáo ngày 12/5/2024 về kết quả năm 2023", ("2023",)),
        ("Huế, ngày 12 tháng 5 năm 2024", ()),
        ("Quý II năm 2025", ()),
        ("Mã 120345", ()),
        ("", ()),
    ],
)
def test_a_text_names_periods_and_neither_days_nor_forms_that_no_report_has(text: str, found: tuple[str, ...]) -> None:
    assert periods_in(text) == found


@pytest.mark.parametrize(
    ("constants", "code"),
    [
        ({INDEX: "PAPI", PERIOD: FROM_FILE}, "constant_unresolved"),
        ({INDEX: "PAPI", PERIOD: FROM_SHEET}, "constant_several"),
        ({INDEX: FROM_FILE, PERIOD: "2023"}, "constant_unresolved"),
        ({INDEX: "VẮNG", PERIOD: "2023"}, "constant_unresolved"),
        ({INDEX: "PAPI", PERIOD: FROM_TITLE}, "constant_unresolved"),
    ],
)
def test_a_constant_that_is_not_one_answer_is_one_error_and_rejects_the_table(
    constants: dict[str, str], code: str
) -> None:
    sheet = grid([["Tỉnh", "Điểm"], ["Huế", 8]], "2022 và 2023")
    one = table((1, 1), {NAME: 1, VALUE: 2}, constants=constants | {NODE: "D1"}, sheet="2022 và 2023")
    result = read([sheet], one)
    assert errors(result) == [code]
    assert result.rows == RowCounts(read=1, rejected=1)
    assert result.facts.empty


# Mappings that do not fit.


@pytest.mark.parametrize(
    ("one", "code", "value"),
    [
        (table((1, 1), {NAME: 1, VALUE: 2}, constants=TOTAL_2023, sheet="Vắng"), "mapping_sheet_missing", ""),
        (table((1, 9), {NAME: 1, VALUE: 2}, constants=TOTAL_2023), "mapping_rows_outside", "1–9"),
        (table((0, 1), {NAME: 1, VALUE: 2}, constants=TOTAL_2023), "mapping_rows_outside", "0–1"),
        (table((1, 1), {NAME: 1, VALUE: 28}, constants=TOTAL_2023), "mapping_column_outside", "AB"),
        (table((1, 1), {NAME: 0, VALUE: 2}, constants=TOTAL_2023), "mapping_column_outside", ""),
        (table((1, 1), {NAME: 1, VALUE: 2, "Lạ": 2}, constants=TOTAL_2023), "mapping_header_unknown", "Lạ"),
        (table((1, 1), {NAME: 1, VALUE: 2}, constants=PAPI_2023), "mapping_field_missing", f"{NODE} / {NODE_NAME}"),
        (table((1, 1), {NAME: 1, VALUE: 2}, constants=TOTAL_2023, last_row=1), "mapping_end_above", "1"),
        (
            table((1, 1), {NAME: 1}, [(2, RANK, {NODE: "D1"})], PAPI_2023),
            "mapping_field_missing",
            VALUE,
        ),
    ],
)
def test_a_mapping_that_does_not_fit_is_one_finding_and_rejects(one: TableMap, code: str, value: str) -> None:
    result = read([[["Tỉnh", "Điểm"], ["Huế", 8]]], one)
    assert errors(result) == [code]
    assert next(finding for finding in result.findings if finding.code == code).value == value
    assert result.facts.empty
    assert result.rows.read == result.rows.rejected


def test_every_misfit_of_a_mapping_is_told_at_once() -> None:
    result = read([[["Tỉnh", "Điểm"], ["Huế", 8]]], table((1, 1), {"Lạ": 9, VALUE: 2}, constants={INDEX: "PAPI"}))
    assert sorted(errors(result)) == sorted(
        ["mapping_column_outside", "mapping_header_unknown", *["mapping_field_missing"] * 3]
    )


def test_a_mapping_of_another_kind_is_told() -> None:
    mapping = FileMapping("targets", (table((1, 1), {NAME: 1, VALUE: 2}, constants=TOTAL_2023),))
    result = interpret(workbook([["Tỉnh", "Điểm"], ["Huế", 8]]), SCORES, SNAPSHOT, mapping=mapping)
    assert "mapping_other_kind" in errors(result)


# What was understood is a mapping too.


@pytest.mark.parametrize(
    "sheet",
    [
        grid([["Bộ chỉ số", "Kỳ", "Tên đơn vị", "Mã tiêu chí", "Điểm"], ["PAPI", 2023, "Huế", "TOTAL", 15]], "Nhập"),
        grid([["STT", "Tỉnh", "D1", "D5"], [1, "Huế", 8, 9], [2, "Hà Nội", 7, 6]], "PAPI 2023"),
    ],
    ids=["long", "wide"],
)
def test_reading_by_the_mapping_that_was_used_gives_the_same_facts(sheet: Grid) -> None:
    book = workbook(sheet)
    first = interpret(book, SCORES, SNAPSHOT)
    again = interpret(book, SCORES, SNAPSHOT, mapping=mapping_from_json(mapping_to_json(first.mapping)))
    assert first.mapping == understand(book, SCORES, SNAPSHOT)
    assert len(first.facts) > 0
    assert again.facts.equals(first.facts)
    assert again.rows == first.rows


def test_a_title_that_says_index_and_year_is_enough_for_a_wide_sheet() -> None:
    rows = [["KẾT QUẢ CHỈ SỐ PAPI NĂM 2023"], ["Tỉnh", "D1", "D5"], ["Huế", 8, 9]]
    result = interpret(workbook(grid(rows, "Biểu 1")), SCORES, SNAPSHOT)
    assert result.mapping.tables[0].constants == {INDEX: FROM_TITLE, PERIOD: FROM_TITLE}
    assert [finding.code for finding in result.findings] == ["constant_taken", "rows_title"]
    assert set(result.facts["period_id"]) == {"2023"}


def test_answers_and_skipped_sheets_without_tables_leave_the_understanding_to_the_file() -> None:
    book = workbook(grid([["Tỉnh", "D1", "D5"], ["Cố đô", 8, 9]], "PAPI 2023"), [["Khác"], ["x"]])
    asked = interpret(book, SCORES, SNAPSHOT)
    assert [(one.about, one.written) for one in asked.questions] == [("entity", "Cố đô")]
    mapping = FileMapping("scores", (), ("Sheet2",), answers=(NameAnswer("entity", "63", "Cố đô", "P63-46"),))
    result = interpret(book, SCORES, SNAPSHOT, mapping=mapping)
    assert set(result.facts["entity_id"]) == {"P63-46"}
    assert set(said(result)) == {"sheet_skipped"}
    assert result.mapping.answers == mapping.answers


# The next file of the same layout.


def recalled(one: FileMapping, first: Workbook, later: Workbook) -> tuple[FileMapping | None, dict[str, str]]:
    """The mapping of the next file, remembered as text in between."""
    return fitted(layout_from_json(layout_to_json(layout_of(one, first))), later, SNAPSHOT)


def by(mapping: FileMapping | None, book: Workbook) -> Interpretation:
    assert mapping is not None
    return interpret(book, SCORES, SNAPSHOT, mapping=mapping)


ACROSS_YEARS = ((2, VALUE, {PERIOD: "2022"}), (3, VALUE, {PERIOD: "2023"}))
YEARS = FileMapping("scores", (table((2, 2), {NAME: 1}, ACROSS_YEARS, {INDEX: "PAPI", NODE: "TOTAL"}),))
YEARS_FILE = workbook([["PAPI năm 2023"], ["Tỉnh", "2022", "2023"], ["Huế", 15, 16]])


def test_a_remembered_layout_never_carries_a_year_over() -> None:
    later = workbook([["PAPI năm 2024"], ["Tỉnh", "2023", "2024"], ["Huế", 17, 18]])
    mapping, _ = recalled(YEARS, YEARS_FILE, later)
    assert mapping is not None
    assert [one.says[PERIOD] for one in mapping.tables[0].across] == ["2023", "2024"]
    for one in (mapping, layout_of(YEARS, YEARS_FILE).mapping):
        assert [row[2:4] for row in facts(by(one, later))] == [["2023", 17.0], ["2024", 18.0]]


def test_a_remembered_header_is_found_where_it_stands_in_the_next_file() -> None:
    later = workbook([["BỘ NỘI VỤ"], ["PAPI"], [], ["Tỉnh", "2023", "2024"], ["Huế", 17, 18], ["Hà Nội", 15, 16]])
    mapping, _ = recalled(YEARS, YEARS_FILE, later)
    assert mapping is not None
    assert mapping.tables[0].header == (4, 4)
    assert by(mapping, later).rows == RowCounts(read=2, accepted=2)


@pytest.mark.parametrize(
    "rows",
    [
        [["PAPI"], ["Tỉnh", "Trục 2", "Trục 3"], ["Huế", 8, 9]],
        [["PAPI"], ["Tỉnh", "Trục 1"], ["Huế", 8]],
        [["2022"], ["Tỉnh", "Trục 1", "Trục 5"], ["Huế", 8, 9], ["2023"], ["Tỉnh", "Trục 1", "Trục 5"], ["Huế", 7, 6]],
    ],
    ids=["other words", "a column less", "a table more"],
)
def test_a_layout_whose_words_or_tables_differ_is_not_used(rows: list[list[Any]]) -> None:
    across = ((2, VALUE, {NODE: "D1"}), (3, VALUE, {NODE: "D5"}))
    one = FileMapping("scores", (table((2, 2), {NAME: 1}, across, {INDEX: "PAPI", PERIOD: FROM_TITLE}),))
    first = workbook([["PAPI 2023"], ["Tỉnh", "Trục 1", "Trục 5"], ["Huế", 8, 9]])
    assert recalled(one, first, first)[0] == one
    assert recalled(one, first, workbook(rows)) == (None, {})


def test_a_literal_year_is_looked_for_where_the_first_file_said_it_and_else_asked() -> None:
    one = table((1, 1), {NAME: 1, VALUE: 2}, constants=TOTAL_2023, sheet="2023")
    rows = [["Tỉnh", "Điểm"], ["Huế", 15]]
    later = workbook(grid(rows, "2024"))
    mapping, _ = recalled(FileMapping("scores", (one,)), workbook(grid(rows, "2023")), later)
    assert set(by(mapping, later).facts["period_id"]) == {"2024"}
    nowhere = workbook(grid(rows, "Biểu"))
    unsaid, _ = recalled(FileMapping("scores", (replace(one, sheet="Biểu"),)), nowhere, nowhere)
    assert errors(by(unsaid, nowhere)) == ["mapping_field_missing"]


def test_more_sheets_of_years_are_read_as_those_of_the_first_file_were() -> None:
    rows = [["Tỉnh", "Trục 1"], ["Huế", 8]]
    first = workbook(*(grid(rows, str(year)) for year in (2021, 2022)))
    constants = {INDEX: "PAPI", PERIOD: FROM_SHEET}
    across = ((2, VALUE, {NODE: "D1"}),)
    tables = tuple(table((1, 1), {NAME: 1}, across, constants, sheet=name) for name in ("2021", "2022"))
    later = workbook(*(grid(rows, str(year)) for year in (2021, 2022, 2023)), grid([["Ghi"]], "Ghi chú"))
    mapping, _ = recalled(FileMapping("scores", tables), first, later)
    result = by(mapping, later)
    assert result.facts["period_id"].tolist() == ["2021", "2022", "2023"]
    assert set(said(result)) == {"sheet_without_table"}


def test_a_sheet_that_says_what_it_is_about_lends_nothing_to_others() -> None:
    rows = [["Tỉnh", "Điểm"], ["Huế", 8]]
    one = table((1, 1), {NAME: 1, VALUE: 2}, constants=PAPI_2023 | {NODE: "D1"}, sheet="Trục 1")
    later = workbook(grid(rows, "Trục 5"))
    assert recalled(FileMapping("scores", (one,)), workbook(grid(rows, "Trục 1")), later) == (None, {})


def test_a_remembered_layout_does_not_cut_a_longer_file() -> None:
    rows = [["Tỉnh", "Trục 1"], ["Huế", 8]]
    constants = {INDEX: "PAPI", PERIOD: FROM_SHEET}
    one = table((1, 1), {NAME: 1}, [(2, VALUE, {NODE: "D1"})], constants, sheet="2023", last_row=2)
    later = workbook(grid([*rows, ["Hà Nội", 7]], "2024"))
    mapping, _ = recalled(FileMapping("scores", (one,)), workbook(grid(rows, "2023")), later)
    assert by(mapping, later).rows == RowCounts(read=2, accepted=2)


def test_a_remembered_index_gives_way_to_what_the_file_says() -> None:
    one = table((2, 2), {NAME: 1, VALUE: 2}, constants={INDEX: "PAPI", PERIOD: FROM_TITLE, NODE: "TOTAL"})
    first = workbook([["PAPI năm 2023"], ["Tỉnh", "Điểm"], ["Huế", 16]])
    other = workbook([["SIPAS năm 2023"], ["Tỉnh", "Điểm"], ["Huế", 80]])
    mapping, literal = recalled(FileMapping("scores", (one,)), first, other)
    assert mapping is not None
    assert INDEX not in mapping.tables[0].constants
    assert literal == {}
    same = workbook([["PAPI năm 2024"], ["Tỉnh", "Điểm"], ["Huế", 16]])
    mapping, _ = recalled(FileMapping("scores", (one,)), first, same)
    assert mapping is not None
    assert mapping.tables[0].constants == one.constants


def test_a_remembered_criterion_is_pointed_out() -> None:
    one = table((1, 1), {NAME: 1, VALUE: 2}, constants=PAPI_2023 | {NODE: "D1"})
    book = workbook([["Tỉnh", "Điểm"], ["Huế", 8]])
    assert recalled(FileMapping("scores", (one,)), book, book)[1] == {NODE: "D1"}


# Rows by their words.


@pytest.mark.parametrize(
    ("text", "sort"),
    [
        ("Tổng cộng", "row_aggregate"),
        ("Trung vị", "row_aggregate"),
        ("Max", "row_aggregate"),
        ("II. Miền núi", "row_section"),
        ("IV", "row_section"),
        ("VÙNG BẮC TRUNG BỘ", "row_section"),
        ("Nguồn: Bộ Nội vụ", "row_note"),
        ("Nơi nhận:", "row_note"),
        ("(*) Số liệu sơ bộ", "row_note"),
        ("Vĩnh Long", None),
        ("Các tỉnh", None),
    ],
)
def test_rows_without_values_are_sorted_by_their_first_words(text: str, sort: str | None) -> None:
    assert sort_of(text) == sort


@pytest.mark.parametrize(
    ("texts", "counts"),
    [
        (["(1)", "(2)", "(3)"], True),
        (["A", "B", "1", "2"], True),
        (["1", "2", "3=2/1"], True),
        (["1", "Huế", "3"], False),
        (["7", "8", "9"], False),
        (["1", "2"], False),
    ],
)
def test_numbers_of_columns_are_told_from_figures(texts: list[str], counts: bool) -> None:
    assert counts_columns(texts) is counts


# JSON.

TEXTS = st.text(max_size=12)
HEADERS = st.sampled_from(SCORES.headers)
COLUMNS = st.integers(1, 16384)
ACROSS = st.builds(AcrossColumn, COLUMNS, HEADERS, st.dictionaries(HEADERS, TEXTS, max_size=3))
TABLES = st.builds(
    TableMap,
    TEXTS,
    st.tuples(st.integers(1, 50), st.integers(0, 5)).map(lambda rows: (rows[0], sum(rows))),
    st.dictionaries(HEADERS, COLUMNS, max_size=4),
    st.lists(ACROSS, max_size=3).map(tuple),
    st.dictionaries(HEADERS, TEXTS, max_size=3),
    st.none() | st.integers(1, 10**6),
)
ANSWERS = st.builds(NameAnswer, st.sampled_from(["entity", "node"]), TEXTS, TEXTS, TEXTS)
MAPPINGS = st.builds(
    FileMapping,
    st.sampled_from(sorted(KINDS)),
    st.lists(TABLES, max_size=3).map(tuple),
    st.lists(TEXTS, max_size=3).map(tuple),
    st.sampled_from(["", ",", "."]),
    st.sampled_from(["", "tcvn3", "vni"]),
    st.lists(ANSWERS, max_size=3).map(tuple),
)


@given(MAPPINGS)
def test_a_mapping_comes_back_from_json_as_it_was(mapping: FileMapping) -> None:
    assert mapping_from_json(mapping_to_json(mapping)) == mapping


@settings(deadline=None)
@given(MAPPINGS)
def test_no_mapping_makes_reading_raise(mapping: FileMapping) -> None:
    named = replace(mapping, tables=tuple(replace(table, sheet="Sheet1") for table in mapping.tables))
    book = workbook([["Tỉnh", "D1", "D5"], ["Huế", 8, 9], ["Tổng", 1, 2]], [["x"]])
    result = interpret(book, KINDS[mapping.kind], SNAPSHOT, mapping=replace(named, font=""))
    assert result.rows.read == result.rows.accepted + result.rows.rejected + result.rows.ignored


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("{", "JSON"),
        ("[]", "toàn tệp"),
        ('{"kind": "scores"}', "tables"),
        ('{"kind": "điểm", "tables": []}', "kind"),
        ('{"kind": "scores", "tables": [], "thừa": 1}', "thừa"),
        ('{"kind": "scores", "tables": {}}', "tables"),
        ('{"kind": "scores", "tables": [{"sheet": "a"}]}', "tables[0].header"),
        ('{"kind": "scores", "tables": [{"sheet": "a", "header": [3, 1]}]}', "tables[0].header"),
        ('{"kind": "scores", "tables": [{"sheet": 1, "header": [1, 1]}]}', "tables[0].sheet"),
        (
            '{"kind": "scores", "tables": [{"sheet": "a", "header": [1, 1], "columns": {"Kỳ": 2}}]}',
            "tables[0].columns.Kỳ",
        ),
        (
            '{"kind": "scores", "tables": [{"sheet": "a", "header": [1, 1], "across": [{"column": "B"}]}]}',
            "tables[0].across[0].takes",
        ),
        ('{"kind": "scores", "tables": [{"sheet": "a", "header": [1, 1], "last_row": true}]}', "tables[0].last_row"),
        ('{"kind": "scores", "tables": [], "font": "abc"}', "font"),
        ('{"kind": "scores", "tables": [], "answers": [{"subject": "x"}]}', "answers[0]"),
    ],
)
def test_a_broken_mapping_names_the_key_that_is_wrong(text: str, key: str) -> None:
    with pytest.raises(MappingError) as told:
        mapping_from_json(text)
    assert key in str(told.value)
    assert "{key}" not in str(told.value)
