"""The uploaded workbook comes back with its findings on it, and goes in again."""

import io
import re
import shutil
import sys
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pandas as pd
import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill

from cchc_metrics import cli
from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.config import ReaderLimits
from cchc_metrics.errors import NotAllowedError, UnreadableFileError
from cchc_metrics.guarded.running import run_child
from cchc_metrics.labels import texts
from cchc_metrics.model import Actor, CellKind, Finding, ImportPlan, Severity
from cchc_metrics.schema import RESULT_TITLE, SCORES
from cchc_metrics.services.intake import intake
from cchc_metrics.services.office import templates
from cchc_metrics.services.office.office import Office
from cchc_metrics.workbooks import Annotated, annotate, read, template
from cchc_metrics.workbooks.annotate import same_cells
from cchc_metrics.workbooks.annotation_job import ranges_of
from cchc_metrics.workbooks.child.wire import MEMORY_SHEET
from cchc_metrics.workbooks.converting import sheet_names
from tests.workbooks import builders as made

NAME = "Bang diem PAPI.xlsx"
LIMITS = ReaderLimits()
SHEET = "Số liệu"
WORDS = texts().workbooks
RED, ORANGE, BLUE = "FFF4B6B9", "FFFFE09E", "FFC6DCF2"
ROWS: list[list[Any]] = [["Đơn vị", "Điểm", "Ghi chú"], ["Quảng Trị", "8,x", "a"], ["Hà Tĩnh", 7.25, "b"]]


def finding(severity: Severity, message: str, *cells: str, sheet: str = SHEET, value: str = "") -> Finding:
    return Finding("x", severity, message, sheet, cells[0] if cells else "", value, max(1, len(cells)), cells)


def copy_of(data: bytes, *findings: Finding, name: str = NAME, limits: ReaderLimits = LIMITS) -> Annotated:
    return annotate(name, data, read(name, data, limits), findings, limits)


def opened(copy: Annotated) -> Any:
    return openpyxl.load_workbook(io.BytesIO(copy.data), rich_text=True)


def listed(copy: Annotated) -> list[list[Any]]:
    """The rows of the first sheet, whole."""
    return [list(row) for row in opened(copy).worksheets[0].iter_rows(values_only=True)]


def table(copy: Annotated) -> list[list[Any]]:
    """The rows of findings."""
    rows = listed(copy)
    return rows[rows.index(list(WORDS.result_headers)) + 1 :]


def said(copy: Annotated) -> str:
    """Everything above the table."""
    return "\n".join(str(row[0]) for row in listed(copy) if row[0])


def bytes_of(book: openpyxl.Workbook) -> bytes:
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def with_parts(data: bytes, parts: Mapping[str, bytes]) -> bytes:
    """The same package with these parts added or replaced."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        held: dict[str, str | bytes] = {name: package.read(name) for name in package.namelist()}
    return made.zipped({**held, **parts})


def cells(data: bytes, sheet: str) -> list[list[tuple[int, Any]]]:
    """(kind, what stands there) of a sheet as the reader sees it."""
    grid = next(grid for grid in read("x.xlsx", data, LIMITS).sheets if grid.name == sheet)
    return [
        [
            (int(c.kinds[row]), c.texts[row] if c.numbers[row] != c.numbers[row] else float(c.numbers[row]))
            for c in grid.columns
        ]
        for row in range(grid.height)
    ]


def test_bad_cells_are_coloured_by_their_worst_finding_and_say_every_sentence() -> None:
    copy = copy_of(
        made.xlsx(ROWS),
        finding(Severity.INFO, "tin", "C3"),
        finding(Severity.WARNING, "nên xem", "B2"),
        finding(Severity.ERROR, "không đọc được", "B2"),
        finding(Severity.WARNING, "lạ", "A3"),
    )
    sheet = opened(copy)[SHEET]
    fills = {cell: sheet[cell].fill.fgColor.rgb for cell in ("B2", "A3", "C3")}
    assert fills == {"B2": RED, "A3": ORANGE, "C3": BLUE}
    assert sheet["B2"].comment.text.splitlines() == [
        WORDS.comment_head,
        "• Lỗi: không đọc được",
        "• Cảnh báo: nên xem",
    ]
    assert sheet["A2"].fill.fill_type is None
    assert sheet["A2"].comment is None


def test_a_folded_finding_colours_every_cell_it_names() -> None:
    copy = copy_of(made.xlsx(ROWS), finding(Severity.ERROR, "trống", "B2", "B3", "B900"))
    sheet = opened(copy)[SHEET]
    assert [sheet[cell].fill.fgColor.rgb for cell in ("B2", "B3", "B900")] == [RED] * 3
    assert table(copy) == [["Lỗi", SHEET, "B2:B3; B900", None, "trống", 3]]


def test_the_first_sheet_lists_everything_errors_first_with_links_and_counts() -> None:
    copy = copy_of(
        made.xlsx(ROWS, sheet="Tờ'một"),
        finding(Severity.INFO, "cả tệp", sheet=""),
        finding(Severity.WARNING, "cả trang", sheet="Tờ'một"),
        finding(Severity.ERROR, "=1+1", "B2", sheet="Tờ'một", value="=HYPERLINK(1)"),
    )
    book = opened(copy)
    first = book.worksheets[0]
    assert (first.title, first["A1"].value, book.active.title) == (WORDS.result_sheet, RESULT_TITLE, WORDS.result_sheet)
    assert table(copy) == [
        ["Lỗi", "Tờ'một", "B2", "=HYPERLINK(1)", "=1+1", 1],
        ["Cảnh báo", "Tờ'một", None, None, "cả trang", 1],
        ["Thông tin", None, None, None, "cả tệp", 1],
    ]
    assert WORDS.result_counts.format(file=NAME, errors=1, warnings=1, infos=1) in said(copy)
    links = [cell for row in first.iter_rows() for cell in row if cell.hyperlink]
    assert [(cell.value, cell.hyperlink.location, cell.hyperlink.target) for cell in links] == [
        ("B2", "'Tờ''một'!B2", None)
    ]
    assert all(cell.data_type == "s" for cell in (first.cell(links[0].row, 4), first.cell(links[0].row, 5)))
    assert first.column_dimensions["E"].width > 60
    assert first.freeze_panes == f"A{links[0].row}"
    assert [sheet.title for sheet in book.worksheets if sheet.sheet_view.tabSelected] == [WORDS.result_sheet]


@pytest.mark.parametrize(
    ("many", "words"),
    [(("H2", "H3", "H4", "K9"), "H2:H4; K9"), (("A1", "B1"), "A1; B1"), ((), ""), (("không",), "")],
)
def test_neighbouring_cells_are_written_as_one_range(many: tuple[str, ...], words: str) -> None:
    assert ranges_of(many) == words


def rich_workbook() -> bytes:
    """A workbook with everything that is promised to stay."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    page = book.add_worksheet(SHEET)
    bold = book.add_format({"bold": True, "font_name": "Arial", "font_size": 15, "font_color": "#AA0000"})
    page.write_row(0, 0, ("Đơn vị", "Điểm", "Tỷ lệ", "Ngày", "Tổng"), bold)
    page.write(1, 0, "Quảng Trị")
    page.write(1, 1, 85.25, book.add_format({"num_format": "#,##0.000", "border": 1, "bg_color": "#00FF00"}))
    page.write(1, 2, 0.8525, book.add_format({"num_format": "0.00%"}))
    page.write_datetime(1, 3, pd.Timestamp(2025, 7, 1), book.add_format({"num_format": "dd/mm/yyyy"}))
    page.write_formula(1, 4, "=B2*2", None, 170.5)
    page.write_formula(2, 4, '=IF(1,"có","")', None, "có")
    page.write_formula(3, 4, "=1/0", None, "#DIV/0!")
    page.write_rich_string(4, 0, "thường ", bold, "đậm", " hết")
    page.merge_range("A7:C8", "gộp", bold)
    page.set_column(0, 0, 37)
    page.set_row(1, 44)
    page.set_row(5, None, None, {"hidden": True})
    page.data_validation("B2:B50", {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": 100})
    page.data_validation("A2:A50", {"validate": "list", "source": "=Danh_sach"})
    page.conditional_format("B2:B50", {"type": "cell", "criteria": ">", "value": 90, "format": bold})
    page.write_url(8, 0, "https://example.vn/", None, "nguồn")
    page.write_comment("A2", "ghi chú của người nhập")
    page.freeze_panes(1, 2)
    page.autofilter("A1:E5")
    page.repeat_rows(0)
    hidden = book.add_worksheet("Ẩn")
    hidden.write(0, 0, "Quảng Trị")
    hidden.hide()
    book.define_name("Danh_sach", "=Ẩn!$A$1:$A$9")
    book.set_custom_property("don_vi", "Sở Nội vụ", "text")
    book.close()
    return buffer.getvalue()


def looks(cell: Any) -> tuple[Any, ...]:
    return cell.value, cell.number_format, repr(cell.font), repr(cell.border), repr(cell.alignment)


def test_cells_formulas_looks_and_structure_stay() -> None:
    data = rich_workbook()
    copy = copy_of(data, finding(Severity.ERROR, "sai", "A2", "E3"))
    assert copy.kept_format
    before, after = openpyxl.load_workbook(io.BytesIO(data), rich_text=True), opened(copy)
    old, new = before[SHEET], after[SHEET]
    for row in old.iter_rows():
        for cell in row:
            twin = new[cell.coordinate]
            assert looks(twin) == looks(cell), cell.coordinate
    assert new["B2"].fill.fgColor.rgb == "FF00FF00"
    assert str(new.merged_cells) == str(old.merged_cells) == "A7:C8"
    assert new.column_dimensions["A"].width == old.column_dimensions["A"].width
    assert new.row_dimensions[2].height == old.row_dimensions[2].height > 40
    assert new.row_dimensions[6].hidden
    rules = [(str(rule.sqref), rule.type, rule.formula1) for rule in new.data_validations.dataValidation]
    assert rules == [("B2:B50", "decimal", "0"), ("A2:A50", "list", "Danh_sach")]
    assert [str(area.sqref) for area in new.conditional_formatting] == ["B2:B50"]
    assert new["A9"].hyperlink.target == "https://example.vn/"
    assert (new.freeze_panes, new.auto_filter.ref, new.print_title_rows) == ("C2", "A1:E5", old.print_title_rows)
    assert after.defined_names["Danh_sach"].attr_text == "Ẩn!$A$1:$A$9"
    assert after["Ẩn"].sheet_state == "hidden"
    assert after.custom_doc_props["don_vi"].value == "Sở Nội vụ"
    assert new["A2"].comment.text.startswith("ghi chú của người nhập\n\n")


def test_formulas_keep_the_results_stored_with_them() -> None:
    data = rich_workbook()
    copy = copy_of(data, finding(Severity.ERROR, "sai", "E2"))
    assert cells(copy.data, SHEET) == cells(data, SHEET)
    assert [row[4] for row in cells(copy.data, SHEET)[1:4]] == [
        (CellKind.NUMBER, 170.5),
        (CellKind.TEXT, "có"),
        (CellKind.ERROR, "#DIV/0!"),
    ]


def test_values_under_a_merged_area_and_links_on_empty_cells_are_not_touched() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = SHEET
    for row in ROWS:
        sheet.append(row)
    sheet["E2"].hyperlink = "https://example.vn/"
    sheet["E2"].value = None
    sheet["E2"].font = Font(bold=True)
    data = bytes_of(book)
    part = "xl/worksheets/sheet1.xml"
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        xml = package.read(part).replace(
            b"</sheetData>", b'</sheetData><mergeCells><mergeCell ref="A2:A3"/></mergeCells>'
        )
    data = with_parts(data, {part: xml})
    copy = copy_of(data, finding(Severity.ERROR, "sai", "A3"))
    assert copy.kept_format
    assert cells(copy.data, SHEET) == cells(data, SHEET)
    assert cells(copy.data, SHEET)[2][0] == (CellKind.TEXT, "Hà Tĩnh")
    assert opened(copy)[SHEET]["A2"].fill.fgColor.rgb == RED, "the cell of a merged area that is seen"


def drawn_workbook() -> bytes:
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    page = book.add_worksheet(SHEET)
    page.write_column(0, 0, (1, 2, 3))
    chart = book.add_chart({"type": "line"})
    chart.add_series({"values": f"='{SHEET}'!$A$1:$A$3"})
    page.insert_chart("D2", chart)
    page.insert_textbox("D20", "hộp")
    page.add_sparkline("B1", {"range": f"'{SHEET}'!A1:A3"})
    book.close()
    return buffer.getvalue()


def test_what_cannot_be_kept_is_named_on_the_first_sheet() -> None:
    parts = ("xl/media/image1.png", "xl/pivotTables/pivotTable1.xml", "_xmlsignatures/sig1.xml", "xl/lạ.bin")
    copy = copy_of(with_parts(drawn_workbook(), dict.fromkeys(parts, b"x")))
    expected = ("images", "charts", "shapes", "pivots", "signature", "sparklines", "other")
    assert copy.lost == tuple(WORDS.losses[code] for code in expected)
    assert WORDS.loss_line.format(lost="; ".join(copy.lost)) in said(copy)
    with zipfile.ZipFile(io.BytesIO(copy.data)) as package:
        assert not [name for name in package.namelist() if "chart" in name or "media" in name or "pivot" in name]


def test_marks_on_cells_not_to_warn_of_stay() -> None:
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    page = book.add_worksheet(SHEET)
    page.write_string("A1", "Mã")
    page.write_string("A2", "007")
    page.write_comment("B1", "ghi chú")
    page.ignore_errors({"number_stored_as_text": "A1:A99"})
    book.close()
    copy = copy_of(buffer.getvalue(), finding(Severity.ERROR, "sai", "A2"))
    assert copy.kept_format
    assert WORDS.losses["ignored_errors"] not in copy.lost
    with zipfile.ZipFile(io.BytesIO(copy.data)) as package:
        xml = package.read("xl/worksheets/sheet2.xml")
    kept = b'<ignoredErrors><ignoredError sqref="A1:A99" numberStoredAsText="1"/></ignoredErrors>'
    assert kept in xml
    assert xml.index(b"</sheetData>") < xml.index(kept) < xml.index(b"<legacyDrawing")


def test_marks_not_to_warn_of_that_cannot_stay_are_named() -> None:
    data = made.xlsx(ROWS)
    part = "xl/worksheets/sheet1.xml"
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        xml = package.read(part)
    odd = b'<ignoredErrors><ignoredError sqref="A1" evalError="1"></ignoredError><extLst/></ignoredErrors></worksheet>'
    copy = copy_of(with_parts(data, {part: xml.replace(b"</worksheet>", odd)}), finding(Severity.ERROR, "sai", "A2"))
    assert copy.lost == (WORDS.losses["ignored_errors"],)
    assert WORDS.losses["ignored_errors"] in said(copy)


def comment_sizes(data: bytes) -> list[tuple[float, ...]]:
    """Width and height of each comment, in pixels."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        drawing = package.read(next(name for name in package.namelist() if name.endswith(".vml"))).decode()
    shapes = re.split(r"<\w+:shape ", drawing)[1:]
    return [tuple(float(n) for n in re.findall(r"(?:width|height):([\d.]+)px", shape)) for shape in shapes]


def test_comments_keep_the_size_they_had_and_ours_fit_their_text() -> None:
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    page = book.add_worksheet(SHEET)
    page.write_column(0, 0, ("Điểm", "8,x", 7.25, 6.5))
    page.write_comment("A1", "của người gửi", {"width": 200, "height": 90})
    page.write_comment("A2", "cũng của người gửi", {"width": 600, "height": 400})
    book.close()
    copy = copy_of(
        buffer.getvalue(), finding(Severity.ERROR, "không đọc được", "A2"), finding(Severity.ERROR, "sai", "A3")
    )
    assert comment_sizes(copy.data) == [(200, 90), (600, 400), (320, 48)]
    again = copy_of(copy.data, name=copy.name)
    assert comment_sizes(again.data)[0] == (200, 90)


def test_a_plain_workbook_loses_nothing_and_says_nothing_of_it() -> None:
    copy = copy_of(made.xlsx(ROWS), finding(Severity.ERROR, "sai", "B2"))
    assert copy.lost == ()
    assert WORDS.loss_line.partition("{")[0] not in said(copy)


def test_macros_are_removed_and_said_so() -> None:
    data = made.xlsx(ROWS)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        types = package.read("[Content_Types].xml").replace(
            b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
            b"application/vnd.ms-excel.sheet.macroEnabled.main+xml",
        )
    data = with_parts(data, {"[Content_Types].xml": types, "xl/vbaProject.bin": b"macro"})
    copy = copy_of(data, finding(Severity.ERROR, "sai", "B2"), name="Bang diem.xlsm")
    assert copy.kept_format
    assert copy.name.endswith(".xlsx")
    assert copy.lost == (WORDS.losses["macros"],)
    assert WORDS.macros_removed in said(copy)
    assert read(copy.name, copy.data, LIMITS).file_type == "xlsx"


def test_formulas_on_other_files_become_their_results() -> None:
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    page = book.add_worksheet(SHEET)
    page.write_formula(0, 0, "=[1]Trang!A1+1", None, 12.5)
    page.write_formula(1, 0, "=A1*2", None, 25)
    page.write_formula(2, 0, "=Ngoai", None, "chữ")
    book.define_name("Ngoai", "='[1]Trang'!$B$1")
    book.close()
    data = with_parts(buffer.getvalue(), {"xl/externalLinks/externalLink1.xml": b"<externalLink/>"})
    copy = copy_of(data)
    sheet = opened(copy)[SHEET]
    assert [sheet[cell].value for cell in ("A1", "A2", "A3")] == [12.5, "=A1*2", "chữ"]
    assert copy.lost == (WORDS.losses["links"],)
    assert cells(copy.data, SHEET) == cells(data, SHEET)


ODS_ROW = (
    '<table:table-row><table:table-cell office:value-type="float" office:value="8.5"/>'
    '<table:table-cell office:value-type="percentage" office:value="0.85"/>'
    '<table:table-cell office:value-type="date" office:date-value="2025-07-01"/>'
    '<table:table-cell office:value-type="boolean" office:boolean-value="true"/>'
    '<table:table-cell office:value-type="string"><text:p>01</text:p></table:table-cell></table:table-row>'
)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("diem.csv", "Đơn vị;Điểm\nQuảng Trị;8,5\nHà Tĩnh;=1+1\n".encode()),
        ("diem.ods", made.ods(ODS_ROW)),
        ("diem.xls", made.xls(made.xls_number(0, 0, 8.5), made.xls_number(1, 1, 1e-9))),
    ],
)
def test_other_formats_come_back_converted_with_every_cell_and_its_type(name: str, data: bytes) -> None:
    before = read(name, data, LIMITS)
    sheet = before.sheets[0].name
    copy = copy_of(data, finding(Severity.ERROR, "sai", "A1", sheet=sheet), name=name)
    assert not copy.kept_format
    reason = WORDS.converted[before.file_type]
    assert copy.lost == (reason,)
    assert reason in said(copy)
    assert opened(copy)[sheet]["A1"].fill.fgColor.rgb == RED
    again = next(grid for grid in read(copy.name, copy.data, LIMITS).sheets if grid.name == sheet)
    assert again.height == before.sheets[0].height
    for old, new in zip(before.sheets[0].columns, again.columns, strict=True):
        assert old.kinds.tolist() == new.kinds.tolist()
        assert old.texts.tolist() == new.texts.tolist()
        assert str(old.numbers.tolist()) == str(new.numbers.tolist())


def test_an_xlsx_that_openpyxl_does_not_understand_comes_back_converted() -> None:
    data = made.raw_xlsx('<row r="1"><c r="A1"><v>1.5</v></c></row>')
    copy = copy_of(data, finding(Severity.ERROR, "sai", "A1", sheet="Trang"))
    assert not copy.kept_format
    assert copy.lost == (WORDS.converted_unfit,)
    assert opened(copy)["Trang"]["A1"].value == 1.5


@pytest.mark.parametrize(
    ("value", "number_format"),
    [
        ("9999999", "dd/mm/yyyy"),
        ("-5", "dd/mm/yyyy"),
        ("45000.123456789012", "hh:mm:ss"),
        ("0.30000000000000004", "0.0"),
    ],
)
def test_numbers_stay_to_the_last_digit_also_under_a_date_format(value: str, number_format: str) -> None:
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, "date_1904": True})
    page = book.add_worksheet(SHEET)
    page.write_number(0, 0, float(value), book.add_format({"num_format": number_format}))
    page.write_string(1, 0, "chữ")
    book.close()
    part = "xl/worksheets/sheet1.xml"
    with zipfile.ZipFile(buffer) as package:
        xml = re.sub(rb"<v>[^<]*</v>", f"<v>{value}</v>".encode(), package.read(part), count=1)
    data = with_parts(buffer.getvalue(), {part: xml})
    copy = copy_of(data)
    assert copy.kept_format
    assert cells(copy.data, SHEET) == cells(data, SHEET)


@pytest.mark.parametrize(
    ("rows", "same"),
    [
        ([["một", 2.0]], True),
        ([["một", 2.0, None], [None, None, None]], True),
        ([["một", 2.0 + 1e-12]], False),
        ([["một", "2"]], False),
        ([["Một", 2.0]], False),
        ([["một", 2.0], [None, 1.0]], False),
    ],
)
def test_a_copy_counts_as_the_same_only_when_every_cell_reads_the_same(rows: list[list[Any]], same: bool) -> None:
    before = read(NAME, made.xlsx([["một", 2.0]]), LIMITS)
    after = read(NAME, made.xlsx(rows), LIMITS)
    assert same_cells(before.sheets, after.sheets) is same


def test_a_copy_that_would_change_a_cell_is_made_of_the_cells_instead(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["cchc_metrics.workbooks.annotate"], "same_cells", lambda *_: False)
    copy = copy_of(made.xlsx(ROWS), finding(Severity.ERROR, "sai", "B2"))
    assert (copy.kept_format, copy.lost) == (False, (WORDS.converted_unfit,))
    assert opened(copy)[SHEET]["B2"].fill.fgColor.rgb == RED


def test_sheet_names_that_excel_does_not_take_are_shortened_and_told_apart() -> None:
    name = "PAPI [2024] " + "dài " * 9
    grids = [replace(read("a.csv", b"a;b", LIMITS).sheets[0], name=name, number=n) for n in (1, 2)]
    assert sheet_names(grids) == ("PAPI  2024  dài dài dài dài dài", "PAPI  2024  dài dài dài dài (2)")
    assert sheet_names([replace(grids[0], name="'")]) == (WORDS.sheet_number.format(number=1),)


def test_marks_of_an_earlier_copy_are_taken_away_and_the_own_ones_come_back() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = SHEET
    for row in ROWS:
        sheet.append(row)
    sheet["B2"].fill = PatternFill("solid", fgColor="FF123456")
    sheet["B2"].comment = Comment("của tôi", "tôi")
    first = copy_of(bytes_of(book), finding(Severity.ERROR, "cũ", "B2", "A2", "D9"))
    assert opened(first)[SHEET]["B2"].fill.fgColor.rgb == RED
    second = copy_of(first.data, finding(Severity.WARNING, "mới", "C3"), name=first.name)
    book = opened(second)
    assert book.sheetnames == [WORDS.result_sheet, SHEET, MEMORY_SHEET]
    sheet = book[SHEET]
    assert (sheet["B2"].fill.fgColor.rgb, sheet["B2"].comment.text) == ("FF123456", "của tôi")
    assert (sheet["A2"].fill.fill_type, sheet["A2"].comment, sheet["D9"].fill.fill_type) == (None, None, None)
    assert sheet["C3"].fill.fgColor.rgb == ORANGE
    assert [row[4] for row in table(second)] == ["mới"]
    assert second.name.count("da-kiem-tra") == 1


def test_a_sheet_of_theirs_with_the_same_name_is_left_alone() -> None:
    data = made.xlsx(ROWS, sheet=WORDS.result_sheet)
    copy = copy_of(copy_of(data).data)
    assert opened(copy).sheetnames == [f"{WORDS.result_sheet} (2)", WORDS.result_sheet, MEMORY_SHEET]
    assert cells(copy.data, WORDS.result_sheet) == cells(data, WORDS.result_sheet)


def test_a_copy_of_a_workbook_with_as_many_sheets_as_allowed_comes_back_in() -> None:
    limits = ReaderLimits(sheets=1)
    copy = copy_of(made.xlsx(ROWS), finding(Severity.ERROR, "sai", "B2"), limits=limits)
    assert len(read(copy.name, copy.data, limits).sheets) == 3


@pytest.mark.parametrize(
    ("program", "sentence"),
    [("import os; os.abort()", "over_memory"), ("import time; time.sleep(30)", "over_time")],
)
def test_a_child_that_dies_costs_only_the_copy(program: str, sentence: str, monkeypatch: pytest.MonkeyPatch) -> None:
    data, limits = made.xlsx(ROWS), ReaderLimits(seconds=2)
    workbook = read(NAME, data, LIMITS)
    monkeypatch.setattr(
        sys.modules["cchc_metrics.workbooks.annotate"], "run_reader", lambda _, *given: run_child(program, *given)
    )
    with pytest.raises(UnreadableFileError) as raised:
        annotate(NAME, data, workbook, (), limits)
    limit = {"over_memory": limits.memory_mb, "over_time": limits.seconds}[sentence]
    assert str(raised.value) == getattr(texts().reading, sentence).format(file=NAME, limit=limit)


def test_a_workbook_of_too_many_cells_is_refused_with_what_to_do() -> None:
    data = made.xlsx([[1.0] * 20] * 100)
    with pytest.raises(UnreadableFileError) as raised:
        annotate(NAME, data, read(NAME, data, LIMITS), (), ReaderLimits(memory_mb=1))
    assert str(raised.value) == WORDS.too_large.format(file=NAME, count="2.000", limit="1.398")


CELL = st.one_of(
    st.none(),
    st.booleans(),
    st.floats(-1e9, 1e9, allow_nan=False).map(lambda number: round(number, 6) + 0.0),
    st.text(st.characters(blacklist_categories=("Cs", "Cc")), min_size=1, max_size=12),
)


@settings(max_examples=8, deadline=None)
@given(rows=st.lists(st.lists(CELL, min_size=3, max_size=3), min_size=1, max_size=6))
def test_any_cells_read_the_same_from_the_copy(rows: list[list[Any]]) -> None:
    data = made.xlsx([["đầu", None, None], *rows])
    copy = copy_of(data, finding(Severity.ERROR, "sai", "A1", "B2", "C9"))
    before = read("x.xlsx", data, LIMITS).sheets[0]
    after = read("x.xlsx", copy.data, LIMITS).sheets[1]
    for place, column in enumerate(before.columns):
        twin = after.columns[place]
        assert column.kinds.tolist() == twin.kinds[: before.height].tolist()
        assert column.texts.tolist() == twin.texts[: before.height].tolist()
        assert str(column.numbers.tolist()) == str(twin.numbers[: before.height].tolist())


def filled_template(office: Office, score: object) -> bytes:
    rows = pd.DataFrame(
        {
            "Bộ chỉ số": ["PAPI", "PAPI"],
            "Kỳ": ["2024", "2024"],
            "Tên đơn vị": ["Quảng Trị (cũ)", "Hà Tĩnh"],
            "Mã tiêu chí": ["D1", "D1"],
            "Điểm": [score, 6.5],
            "Nguồn": ["kiểm thử", "kiểm thử"],
        }
    )
    return template(SCORES, templates.lists_of(office.store.snapshot()), rows)


def fixed(copy: bytes, cell: str, value: object) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(copy))
    book["Nhập liệu"][cell] = value
    return bytes_of(book)


def facts(plan: ImportPlan) -> pd.DataFrame:
    columns = [*SCORES.grain_names, *SCORES.value_names]
    return plan.changes[["op", *columns]].sort_values(list(SCORES.grain_names)).reset_index(drop=True)


def test_the_fixed_copy_of_a_template_goes_in_with_the_same_facts(stocked: Office) -> None:
    wrong = intake.plan(stocked, LOCAL_OPERATOR, "papi.xlsx", filled_template(stocked, "9,x"))
    assert wrong.rejected
    bad = next(f for f in wrong.findings if f.severity is Severity.ERROR)
    copy = intake.annotated(stocked, LOCAL_OPERATOR, wrong)
    sheet = openpyxl.load_workbook(io.BytesIO(copy.data))["Nhập liệu"]
    assert bad.message in sheet[bad.cell].comment.text
    assert len(sheet.data_validations.dataValidation) > 3
    stamp = read(copy.name, copy.data, LIMITS).stamp
    assert stamp is not None
    assert stamp.kind == SCORES.name
    again = intake.plan(stocked, LOCAL_OPERATOR, copy.name, fixed(copy.data, bad.cell, 9.5))
    plain = intake.plan(stocked, LOCAL_OPERATOR, "papi.xlsx", filled_template(stocked, 9.5))
    assert [(f.code, f.sheet) for f in again.findings] == [(f.code, f.sheet) for f in plain.findings]
    assert not again.rejected
    assert (again.rows, again.counts, again.kind) == (plain.rows, plain.counts, plain.kind)
    pd.testing.assert_frame_equal(facts(again), facts(plain))


def test_the_untouched_copy_has_the_findings_of_the_original(stocked: Office) -> None:
    wrong = intake.plan(stocked, LOCAL_OPERATOR, "papi.xlsx", filled_template(stocked, "9,x"))
    copy = intake.annotated(stocked, LOCAL_OPERATOR, wrong)
    again = intake.plan(stocked, LOCAL_OPERATOR, copy.name, copy.data)
    assert again.findings == wrong.findings
    assert again.rows == wrong.rows


def test_nobody_without_the_right_gets_the_copy(shipped_office: Office) -> None:
    plan = intake.plan(shipped_office, LOCAL_OPERATOR, "papi.xlsx", filled_template(shipped_office, "9,x"))
    with pytest.raises(NotAllowedError):
        intake.annotated(shipped_office, Actor("x", "Khách", "nobody"), plan)


def test_the_command_line_writes_the_copy(
    shipped_office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "data"
    shutil.copytree(shipped_office.settings.data_dir, folder)
    monkeypatch.setenv("CCHC_DATA_DIR", str(folder))
    file, out = tmp_path / "papi.xlsx", tmp_path / "ra.xlsx"
    file.write_bytes(filled_template(shipped_office, "9,x"))
    assert cli.main(["import", str(file), "--annotate", str(out)]) == 1
    assert texts().cli.annotated.format(path=out) in capsys.readouterr().out
    assert openpyxl.load_workbook(out).worksheets[0]["A1"].value == RESULT_TITLE
