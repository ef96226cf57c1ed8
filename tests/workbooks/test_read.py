"""Reading real workbooks through the child process, whatever wrote them."""

import io
import subprocess
import sys
from datetime import date, datetime, time, timedelta
from pathlib import Path

import openpyxl
import pyarrow as pa
import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.styles import Font

from cchc_metrics import workbooks
from cchc_metrics.config import ReaderLimits
from cchc_metrics.guarded import running
from cchc_metrics.model import CellKind, Grid, Workbook
from cchc_metrics.workbooks.answer import grid_of
from cchc_metrics.workbooks.child.cells import iso_of, serial_of
from cchc_metrics.workbooks.child.openxml import Reader, Values, looks_regular
from cchc_metrics.workbooks.child.package import Styles
from cchc_metrics.workbooks.child.wire import Limits, SheetNote
from cchc_metrics.workbooks.reader import read
from tests.workbooks import builders as made

LIMITS = ReaderLimits()
BOUNDS = Limits(sheets=20, rows=200_000, columns=500, cells=10_000_000, seconds=60, memory_mb=1024)


def first(data: bytes) -> Grid:
    return read("bang.xlsx", data, LIMITS).sheets[0]


def cells(grid: Grid) -> list[list[tuple[int, object]]]:
    """(kind, value) row by row: the number where there is one, else the text."""
    return [
        [
            (
                int(column.kinds[row]),
                column.texts[row] if column.numbers[row] != column.numbers[row] else column.numbers[row],
            )
            for column in grid.columns
        ]
        for row in range(grid.height)
    ]


def saved(book: openpyxl.Workbook) -> bytes:
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def test_each_cell_has_its_own_kind() -> None:
    data = made.xlsx([["Điểm", 1.234], ["1.234", True], [None, "007"]])
    assert cells(first(data)) == [[(2, "Điểm"), (1, 1.234)], [(2, "1.234"), (3, 1.0)], [(0, None), (2, "007")]]


def test_rows_and_columns_are_counted_from_a1_even_where_nothing_stands_there() -> None:
    data = made.xlsx([[None, None], [None, None], [None, "Điểm"], [None, 5.0]])
    grid = first(data)
    assert grid.height == 4
    assert grid.columns[1].texts.tolist() == [None, None, "Điểm", None]
    assert not grid.columns[0].kinds.any()


def test_dates_carry_their_serial_day_and_iso_text() -> None:
    book = openpyxl.Workbook()
    book.active.append([date(2024, 1, 2), datetime(2024, 1, 2, 6, 0), time(12, 0)])
    grid = first(saved(book))
    assert [column.kinds[0] for column in grid.columns] == [CellKind.DATE] * 3
    assert [column.numbers[0] for column in grid.columns] == [45293.0, 45293.25, 0.5]
    assert [column.texts[0] for column in grid.columns] == ["2024-01-02", "2024-01-02T06:00:00", "12:00:00"]


def test_a_length_of_time_is_written_in_hours() -> None:
    assert (serial_of(timedelta(hours=36)), iso_of(timedelta(hours=36))) == (1.5, "36:00:00")


def test_errors_are_not_empty_cells() -> None:
    data = made.raw_xlsx('<row r="2"><c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="C2"><v>1</v></c></row>')
    assert cells(first(data))[1] == [(0, None), (5, "#DIV/0!"), (1, 1.0)]


def test_an_error_below_all_values_still_has_its_row() -> None:
    data = made.raw_xlsx('<row r="1"><c r="A1"><v>1</v></c></row><row r="7"><c r="D7" t="e"><v>#N/A</v></c></row>')
    grid = first(data)
    assert (grid.height, len(grid.columns), grid.columns[3].texts[6]) == (7, 4, "#N/A")


def test_a_formula_saved_without_its_result_is_not_an_empty_cell() -> None:
    book = openpyxl.Workbook()
    book.active.append([1, "=A1*2"])
    assert cells(first(saved(book))) == [[(1, 1.0), (5, "=A1*2")]]


def test_percent_formats_mark_numbers_and_leave_their_value() -> None:
    grid = first(made.xlsx([["Tỷ lệ", "Điểm"], [0.8837, 0.8837], ["N/A", 2.0]], percent_columns=[0]))
    assert cells(grid) == [[(2, "Tỷ lệ"), (2, "Điểm")], [(6, 0.8837), (1, 0.8837)], [(2, "N/A"), (1, 2.0)]]


def test_hidden_sheets_and_rows_are_read_and_reported() -> None:
    book = openpyxl.Workbook()
    book.active.append(["a"])
    book.active.append(["b"])
    book.active.row_dimensions[2].hidden = True
    book.create_sheet("Ẩn").sheet_state = "hidden"
    book.create_chartsheet("Biểu đồ", 1)
    sheets = read("a.xlsx", saved(book), LIMITS).sheets
    assert [(sheet.name, sheet.number, sheet.hidden, sheet.hidden_rows) for sheet in sheets] == [
        ("Sheet", 1, False, (2,)),
        ("Ẩn", 3, True, ()),
    ]


def test_cells_without_addresses_are_placed_by_their_order() -> None:
    data = made.raw_xlsx(
        "<row><c t='e'><v>#REF!</v></c><c s='1'><v>0.5</v></c></row><row hidden='true'><c><f>A1</f></c></row>",
        styles="<cellXfs><xf numFmtId='0'/><xf numFmtId='10'/></cellXfs>",
    )
    grid = first(data)
    assert cells(grid) == [[(5, "#REF!"), (6, 0.5)], [(5, "=A1"), (0, None)]]
    assert grid.hidden_rows == (2,)


def test_old_excel_files_keep_percents_errors_and_hidden_rows() -> None:
    data = made.xls(
        made.xls_text(0, 0, "Điểm")
        + made.xls_number(1, 0, 0.8525, style=1)
        + made.xls_number(1, 1, 2.5)
        + made.xls_error(2, 0, 0x07)
        + made.xls_formula_error(2, 1, 0x2A)
        + made.xls_run(3, 0, [1, 2], style=1)
        + made.xls_hidden_row(2)
    )
    workbook = read("bang.xlsx", data, LIMITS)
    assert workbook.file_type == "xls"
    assert cells(workbook.sheets[0]) == [
        [(2, "Điểm"), (0, None)],
        [(6, 0.8525), (1, 2.5)],
        [(5, "#DIV/0!"), (5, "#N/A")],
        [(6, 1.0), (6, 2.0)],
    ]
    assert workbook.sheets[0].hidden_rows == (3,)


def test_binary_excel_files_keep_percents_errors_and_hidden_rows() -> None:
    data = made.xlsb(
        made.xlsb_row(0)
        + made.xlsb_text(0, "Điểm")
        + made.xlsb_row(1, hidden=True)
        + made.xlsb_number(0, 0.8525, style=1)
        + made.xlsb_number(1, 2.5)
        + made.xlsb_row(2)
        + made.xlsb_error(1, 0x07)
    )
    workbook = read("bang.xls", data, LIMITS)
    assert workbook.file_type == "xlsb"
    assert cells(workbook.sheets[0]) == [
        [(2, "Điểm"), (0, None)],
        [(6, 0.8525), (1, 2.5)],
        [(0, None), (5, "#DIV/0!")],
    ]
    assert workbook.sheets[0].hidden_rows == (2,)


def test_open_document_files_keep_percents_errors_and_hidden_rows_through_repeats() -> None:
    data = made.ods(
        '<table:table-row><table:table-cell office:value-type="string"><text:p>Điểm</text:p></table:table-cell>'
        '</table:table-row><table:table-row table:visibility="collapse"><table:table-cell '
        'table:number-columns-repeated="2" office:value-type="percentage" office:value="0.8525">'
        "<text:p>85,25%</text:p></table:table-cell></table:table-row>"
        '<table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="string" '
        'calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell></table:table-row>'
        '<table:table-row table:number-rows-repeated="1048000"><table:table-cell '
        'table:number-columns-repeated="16384"/></table:table-row>'
    )
    workbook = read("bang.ods", data, LIMITS)
    assert workbook.file_type == "ods"
    assert cells(workbook.sheets[0]) == [
        [(2, "Điểm"), (0, None)],
        [(6, 0.8525), (6, 0.8525)],
        [(5, "#DIV/0!"), (0, None)],
        [(5, "#DIV/0!"), (0, None)],
    ]
    assert workbook.sheets[0].hidden_rows == (2,)


def layout(workbook: Workbook) -> tuple[object, ...]:
    """Hidden rows, hidden columns and merged areas of the first sheet, and the fonts."""
    grid = workbook.sheets[0]
    return grid.hidden_rows, grid.hidden_columns, grid.merges, workbook.fonts


def test_hidden_columns_merged_areas_and_fonts_of_an_xlsx_are_told() -> None:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    for row in (["Bảng điểm", None, None, None], ["Đơn vị", "D1", "D2", "D3"], ["Quảng Trị", 1, 2, 3]):
        page.append(row)
    page.merge_cells("A1:D1")
    page.merge_cells("B2:B3")
    page.column_dimensions["C"].hidden = True
    page.row_dimensions[3].hidden = True
    page["A2"].font = Font(name=".VnTime")
    page["B2"].font = Font(name="VNI-Times")
    workbook = read("bang.xlsx", saved(book), LIMITS)
    assert layout(workbook) == ((3,), (3,), ((1, 1, 1, 4), (2, 2, 3, 2)), ("Calibri", ".VnTime", "VNI-Times"))


def test_hidden_columns_and_merged_areas_are_found_without_cell_addresses_too() -> None:
    data = made.raw_xlsx(
        "<row><c t='e'><v>#REF!</v></c><c><v>1</v></c></row><row><c><v>2</v></c></row>",
        before="<cols><col hidden='1' width='9' max='2' min='2'/></cols>",
        behind="<mergeCells><mergeCell ref='A1:A2'/></mergeCells>",
    )
    assert layout(read("a.xlsx", data, LIMITS))[1:3] == ((2,), ((1, 1, 2, 1),))


def test_layout_reaches_no_farther_than_the_cells() -> None:
    data = made.raw_xlsx(
        '<row r="1"><c r="A1"><v>1</v></c><c r="C1"><v>2</v></c></row><row r="9" hidden="1"/>',
        before='<cols><col min="3" max="16384" hidden="1"/></cols>',
        behind="<mergeCells>"
        + "".join(f'<mergeCell ref="{ref}"/>' for ref in ("A1:B9", "C1:C9", "Z1:Z2", "B1:C1", "B1:A1", "A1"))
        + "</mergeCells>",
    )
    assert layout(read("a.xlsx", data, LIMITS))[:3] == ((), (3,), ((1, 1, 1, 2),))


def test_the_fast_path_tells_hidden_columns_and_merged_areas_too() -> None:
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    page = book.add_worksheet("Số liệu")
    page.write_row(0, 0, ["Mã", "Điểm", "Ghi chú"])
    for row in range(1, 30_000):
        page.write_row(row, 0, [f"P63-{row}", row / 8, "x"])
    page.set_column(1, 1, None, None, {"hidden": True})
    page.merge_range(29_990, 0, 29_995, 0, "P63-cuối")
    book.close()
    grid = first(buffer.getvalue())
    assert (grid.hidden_columns, grid.merges) == ((2,), ((29_991, 1, 29_996, 1),))


def test_old_excel_files_tell_hidden_columns_merged_areas_and_fonts() -> None:
    cells_of_two_rows = made.xls_text(0, 0, "Điểm") + made.xls_number(0, 2, 1.0) + made.xls_number(1, 2, 2.0)
    data = made.xls(
        made.xls_hidden_columns(1, 1) + cells_of_two_rows + made.xls_merges((0, 0, 0, 1), (0, 1, 2, 2), (8, 9, 0, 1)),
        font=b".VnTime",
    )
    assert layout(read("a.xls", data, LIMITS)) == ((), (2,), ((1, 1, 1, 2), (1, 3, 2, 3)), (".VnTime",))


def test_binary_excel_files_tell_hidden_columns_merged_areas_and_fonts() -> None:
    data = made.xlsb(
        made.xlsb_row(0) + made.xlsb_text(0, "Điểm") + made.xlsb_number(2, 1.0) + made.xlsb_row(1),
        columns=made.xlsb_hidden_columns(2, 40),
        behind=made.xlsb_merge(0, 0, 0, 1),
        font="VNI-Times",
    )
    assert layout(read("a.xlsb", data, LIMITS)) == ((), (3,), ((1, 1, 1, 2),), ("VNI-Times",))


def test_open_document_files_tell_hidden_columns_merged_areas_and_fonts() -> None:
    text = '<table:table-cell{span} office:value-type="string"><text:p>{text}</text:p></table:table-cell>'
    data = made.ods(
        '<table:table-column/><table:table-column table:visibility="collapse" table:number-columns-repeated="2"/>'
        + "<table:table-row>"
        + text.format(span=' table:number-columns-spanned="2" table:number-rows-spanned="2"', text="Bảng")
        + "<table:covered-table-cell/>"
        + text.format(span="", text="Điểm")
        + '</table:table-row><table:table-row><table:covered-table-cell table:number-columns-repeated="2"/>'
        + text.format(span="", text="7,5")
        + "</table:table-row>",
        styles='<office:font-face-decls><style:font-face style:name="F1" '
        "xmlns:svg='urn:svg' svg:font-family=\"'.VnTime'\"/></office:font-face-decls><office:automatic-styles>"
        '<style:style><style:text-properties style:font-name="F1"/></style:style></office:automatic-styles>',
    )
    assert layout(read("a.ods", data, LIMITS)) == ((), (2, 3), ((1, 1, 2, 2),), (".VnTime",))


def test_a_csv_needs_no_child(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: pytest.fail("a child was started"))
    workbook = read("Bảng điểm.csv", "Tên,Điểm\nA,1\n".encode(), LIMITS)
    assert (workbook.file_type, workbook.sheets[0].name, workbook.stamp) == ("csv", "Bảng điểm", None)


def test_the_child_starts_from_any_folder_and_trusts_nothing_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("json", "zipfile", "pyarrow", "child"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit(9)")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    assert cells(first(made.xlsx([["a"]]))) == [[(2, "a")]]


def test_the_child_imports_nothing_of_the_product_and_nothing_slow() -> None:
    script = (
        f"{running._START}sys.path.insert(0, sys.argv[2]); import child.main, child.openxml, child.other;"
        "sys.stdout.write(' '.join(sys.modules))"
    )
    command = [sys.executable, "-I", "-c", script, running._HOME, str(Path(workbooks.__file__).parent)]
    loaded = set(subprocess.run(command, capture_output=True, text=True, check=True).stdout.split())
    ours = {name for name in loaded if name.startswith("cchc_metrics")}
    assert "child.main" in loaded
    assert all(name.startswith("cchc_metrics.guarded") for name in ours - {"cchc_metrics"})
    assert not loaded & {"pandas", "numpy", "streamlit", "openpyxl", "pyarrow", "fastexcel"}


# The fast path. It must give the same cells as the free one, or decline.

TEXTS = st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=8)
NUMBERS = st.floats(allow_nan=False, allow_infinity=False, width=32)
COLUMNS = st.sampled_from([TEXTS, NUMBERS, TEXTS | st.none(), NUMBERS | st.none(), TEXTS | NUMBERS, st.none()])


@st.composite
def tables(draw: st.DrawFn) -> list[list[made.Cell]]:
    columns = draw(st.lists(COLUMNS, min_size=1, max_size=4))
    header = draw(
        st.lists(st.sampled_from(["a", "b", "a_1", "Điểm", "c"]), min_size=len(columns), max_size=len(columns))
    )
    return [list(header), *draw(st.lists(st.tuples(*columns).map(list), min_size=1, max_size=6))]


def as_grid(values: Values) -> Grid:
    note = SheetNote("Số liệu", 1, False, values.height, values.width, values.header)
    marks = values.marks
    fields = {"row": marks.row, "col": marks.col, "kind": marks.kind, "number": marks.number, "text": marks.text}
    columns = pa.record_batch(values.columns) if values.columns else pa.record_batch([], schema=pa.schema([]))
    return grid_of(note, columns, pa.record_batch(fields))


@settings(deadline=None, max_examples=150)
@given(tables())
def test_the_fast_path_gives_the_same_cells_or_declines(table: list[list[made.Cell]]) -> None:
    reader = Reader(made.xlsx(table), BOUNDS)
    fast = reader.fast("Số liệu")
    if fast is not None:
        assert cells(as_grid(fast)) == cells(as_grid(reader.free("Số liệu")))


@pytest.mark.parametrize(
    "table",
    [
        [["a", "b"], [1.0, "x"], ["1", "y"]],  # two types in one column
        [["a", "a"], [1.0, 2.0]],  # the reader would rename the second
        [["a", "a_1"], [1.0, 2.0]],  # … and this may be such a name
        [["a", None], [1.0, 2.0]],  # a column without a name
        [["a", True], [1.0, 2.0]],
        [["a"], [True]],
    ],
)
def test_the_fast_path_declines_what_it_would_change(table: list[list[made.Cell]]) -> None:
    data = made.xlsx(table)
    regular = looks_regular(sheet_xml(data), Styles())
    assert not regular or Reader(data, BOUNDS).fast("Số liệu") is None


def sheet_xml(data: bytes) -> bytes:
    import zipfile

    return zipfile.ZipFile(io.BytesIO(data)).read("xl/worksheets/sheet1.xml")


def test_a_numeric_header_or_a_title_above_is_not_regular() -> None:
    assert looks_regular(sheet_xml(made.xlsx([["a", "b"], [1.0, "x"]])), Styles())
    assert not looks_regular(sheet_xml(made.xlsx([["a", 2023.0], [1.0, 2.0]])), Styles())
    assert not looks_regular(sheet_xml(made.xlsx([["BẢNG ĐIỂM"], ["a", "b"], [1.0, "x"]])), Styles())


def test_a_large_regular_sheet_is_read_whole_with_its_percents_and_errors() -> None:
    height = 20_000
    table: list[list[made.Cell]] = [["Mã", "Điểm", "Tỷ lệ", "Ghi chú"]]
    table += [[f"P63-{row % 63:02d}", row / 8, row / 32768, "x" if row % 10 == 0 else None] for row in range(height)]
    code, score, share, note = first(made.xlsx(table, percent_columns=[2])).columns
    assert len(sheet_xml(made.xlsx(table))) > 1024 * 1024  # the fast path's size
    assert code.texts.tolist() == [row[0] for row in table]
    assert score.numbers[1:].tolist() == [row / 8 for row in range(height)]
    assert (score.kinds[1:] == CellKind.NUMBER).all()
    assert (share.kinds[1:] == CellKind.PERCENT).all()
    assert [score.kinds[0], score.texts[0], note.texts[1], note.texts[2]] == [CellKind.TEXT, "Điểm", "x", None]


@pytest.mark.parametrize("suffix", ["xlsx", "xls", "ods"])
def test_a_date_of_which_the_cell_shows_only_the_year_is_that_year(suffix: str) -> None:
    """01/5/2010 under «yyyy» reads 2010 on the screen; under dd/mm/yyyy it is a day."""
    data = (Path(__file__).parents[1] / "fixtures" / "years" / f"nam.{suffix}").read_bytes()
    column = read(f"nam.{suffix}", data, LIMITS).sheets[0].columns[0]
    assert column.kinds.tolist() == [CellKind.NUMBER, CellKind.DATE, CellKind.NUMBER]
    assert [column.numbers[0], column.texts[1], column.numbers[2]] == [2010, "2010-05-01", 2010]


@pytest.mark.parametrize(
    "hint",
    ["1:7", "A:B", "", "#REF!", "$A$1:$B$7", "A1:B7 C3:D9", "A0:B7", "A1", "A1:XFD1048576", "B2:A1", None],
)
def test_where_a_sheet_says_it_ends_is_only_a_hint(hint: str | None) -> None:
    rows = '<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row><row r="2"><c r="B2"><v>7</v></c></row>'
    tag = "<dimension/>" if hint is None else f'<dimension ref="{hint}"/>'
    assert cells(first(made.raw_xlsx(rows, before=tag))) == cells(first(made.raw_xlsx(rows)))
