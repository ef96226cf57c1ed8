"""What a unit's workbook shows otherwise than it holds, or says beside its cells, in every format that units send."""

import io
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from cchc_metrics import workbooks
from cchc_metrics.config import ReaderLimits
from cchc_metrics.model import Severity
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.reporting.receiving import receive
from cchc_metrics.workbooks.child.asides import printed_words
from cchc_metrics.workbooks.child.looks import twisted
from tests.services.reporting.test_resaved import converted, needs_office
from tests.services.reporting.test_unit_report_cases import (
    FIGURES,
    TASK_FOUR,
    changed,
    desk,
    filled,
    read,
    row_of,
)

__all__ = ["desk"]
_DRAWING = """<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
 xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:twoCellAnchor><xdr:from><xdr:col>8</xdr:col>
<xdr:colOff>0</xdr:colOff><xdr:row>3</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>10</xdr:col>
<xdr:colOff>0</xdr:colOff><xdr:row>6</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to><xdr:sp macro="" textlink="">
<xdr:nvSpPr><xdr:cNvPr id="2" name="Box"/><xdr:cNvSpPr txBox="1"/></xdr:nvSpPr><xdr:spPr><a:xfrm><a:off x="0" y="0"/>
<a:ext cx="900000" cy="500000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr><xdr:txBody>
<a:bodyPr/><a:p><a:r><a:t>Chưa gồm 15 hồ sơ đất đai</a:t></a:r></a:p></xdr:txBody></xdr:sp><xdr:clientData/>
</xdr:twoCellAnchor></xdr:wsDr>"""
STRUCK = InlineFont(strike=True)


def cell(sheet: Worksheet, code: str) -> openpyxl.cell.Cell:
    return sheet.cell(row_of(sheet, code), 6)


def look_twice(sheet: Worksheet) -> None:
    """Every figure here reads as another one, or its paper says more than its cells."""
    cell(sheet, "4.1").number_format = '0"00"'
    cell(sheet, "4.2").number_format = "#,##0.0,"
    cell(sheet, "4.3").number_format = "0\\%"
    cell(sheet, "4.4").number_format = '0" nghìn"'
    cell(sheet, "4.5").value = CellRichText(TextBlock(STRUCK, "1"), "2")
    cell(sheet, "4.6").font = Font(strike=True)
    cell(sheet, "4.7").value = CellRichText("1", TextBlock(InlineFont(vertAlign="superscript"), "3"))
    cell(sheet, "4.10").number_format = '0" văn bản"'
    cell(sheet, "4.ket-qua").value = CellRichText("Đã giải quyết ", TextBlock(STRUCK, "đúng hạn"))
    sheet.oddFooter.left.text = "Số liệu chưa chốt"
    sheet.oddHeader.center.text = "Trang &P/&N"


def with_drawing(data: bytes) -> bytes:
    """The workbook with a text box on the sheet of task 4, as people put it there."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    place = book.sheetnames.index(TASK_FOUR) + 1
    sheet_file = f"xl/worksheets/sheet{place}.xml"
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(made, "w") as copy:
        assert f"xl/worksheets/_rels/sheet{place}.xml.rels" not in package.namelist()
        for name in package.namelist():
            content = package.read(name)
            if name == sheet_file:
                content = content.replace(b"</worksheet>", b'<drawing r:id="rId1"/></worksheet>').replace(
                    b"<worksheet ",
                    b'<worksheet xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ',
                    1,
                )
            elif name == "[Content_Types].xml":
                content = content.replace(
                    b"</Types>",
                    b'<Override PartName="/xl/drawings/drawing9.xml" ContentType='
                    b'"application/vnd.openxmlformats-officedocument.drawing+xml"/></Types>',
                )
            copy.writestr(name, content)
        copy.writestr("xl/drawings/drawing9.xml", _DRAWING)
        relations = "http://schemas.openxmlformats.org"
        copy.writestr(
            f"xl/worksheets/_rels/sheet{place}.xml.rels",
            f'<Relationships xmlns="{relations}/package/2006/relationships"><Relationship Id="rId1" '
            f'Type="{relations}/officeDocument/2006/relationships/drawing" Target="../drawings/drawing9.xml"/>'
            "</Relationships>",
        )
    return made.getvalue()


TOLD: Mapping[tuple[str, str], Severity] = {
    ("report_shown", "4.1"): Severity.ERROR,
    ("report_shown", "4.2"): Severity.ERROR,
    ("report_shown", "4.3"): Severity.ERROR,
    ("report_shown", "4.4"): Severity.WARNING,
    ("report_struck", "4.5"): Severity.ERROR,
    ("report_struck", "4.6"): Severity.ERROR,
    ("report_struck", "4.7"): Severity.ERROR,
    ("report_struck", "4.ket-qua"): Severity.WARNING,
    ("report_print", ""): Severity.WARNING,
    ("report_drawing", ""): Severity.WARNING,
}
_CODES = frozenset(code for code, _ in TOLD)


@cache
def _hostile(desk: Desk) -> bytes:
    return with_drawing(filled(desk, lambda book: look_twice(book[TASK_FOUR])))


@pytest.fixture(scope="module")
def source(desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The hostile workbook as a file."""
    path = tmp_path_factory.mktemp("hostile") / "a.xlsx"
    path.write_bytes(_hostile(desk))
    return path


def told(desk: Desk, name: str, data: bytes) -> dict[tuple[str, str], Severity]:
    """(finding, code of the item in whose row it stands) -> how grave; of the sheet as a whole without a code."""
    book = openpyxl.load_workbook(io.BytesIO(_hostile(desk)))
    codes = {f"F{row_of(book[TASK_FOUR], code)}": code for code in (*FIGURES, "4.ket-qua") if code.startswith("4.")}
    report, findings = read(desk, data, name)
    assert report is not None
    mine = [one for one in findings if one.code in _CODES]
    assert {one.sheet for one in mine} == {TASK_FOUR}
    return {(one.code, codes.get(at, "")): one.severity for one in mine for at in (one.cells or ("",))}


def test_what_is_shown_otherwise_or_beside_the_cells_is_told(desk: Desk) -> None:
    assert told(desk, "a.xlsx", _hostile(desk)) == TOLD


@needs_office
@pytest.mark.parametrize("suffix", ["ods", "xls", "xlsx"])
def test_it_is_told_in_every_format_that_libreoffice_saves(desk: Desk, source: Path, suffix: str) -> None:
    saved = converted(source, suffix)
    assert told(desk, saved.name, saved.read_bytes()) == TOLD


def test_the_sentences_name_the_number_and_the_words(desk: Desk) -> None:
    _, findings = read(desk, _hostile(desk))
    said = "\n".join(f"{one.message} {one.value}" for one in findings)
    for words in ("số trong ô là 10", "«nghìn»", "«1»", "«3»", "Chưa gồm 15 hồ sơ đất đai", "Số liệu chưa chốt"):
        assert words in said, words


def test_an_xlsb_is_refused_with_what_to_do(desk: Desk) -> None:
    """No program here writes one: the same cells under that type."""
    book = workbooks.read("a.xlsx", filled(desk), ReaderLimits())
    report, findings = receive(desk, replace(book, file_type="xlsb"))
    assert report is None
    assert [one.code for one in findings] == ["report_file_type"]
    assert ".xlsx" in findings[0].message


def _moved(by: int) -> Callable[[Worksheet], None]:
    """The figures of task 4 from the first to the last row, all moved by some rows; what falls outside stays there."""

    def change(sheet: Worksheet) -> None:
        first, last = row_of(sheet, "4.1"), row_of(sheet, "4.10")
        values = [sheet.cell(row, 6).value for row in range(first, last + 1)]
        for row in range(first, last + 1):
            sheet.cell(row, 6).value = None
        for row, value in enumerate(values, first + by):
            if sheet.cell(row, 6).coordinate not in sheet.merged_cells:
                sheet.cell(row, 6).value = value

    return change


@pytest.mark.parametrize("by", [1, -1])
def test_a_column_typed_one_row_off_is_never_read_in_silence(desk: Desk, by: int) -> None:
    _, codes = changed(desk, _moved(by))
    assert {"report_shifted", "report_column_missing"} & set(codes)


def test_the_first_figure_that_is_missing_with_a_reason_is_no_shift(desk: Desk) -> None:
    def change(sheet: Worksheet) -> None:
        cell(sheet, "4.1").value = None
        sheet.cell(row_of(sheet, "4.1"), 7).value = "Chưa đối chiếu xong với Trung tâm"

    _, codes = changed(desk, change)
    assert "report_shifted" not in codes
    assert "report_note_alone" in codes


@pytest.mark.parametrize(
    ("code", "what"),
    [
        ("General", ""),
        ("", ""),
        ("#,##0.######", ""),
        ("#,##0.00_);[Red](#,##0.00)", ""),
        ('_-* #,##0\\ _₫_-;\\-* #,##0\\ _₫_-;_-* "-"\\ _₫_-;_-@_-', ""),
        ("# ?/8", ""),
        ("0.0%", ""),
        ("dd/mm/yyyy", ""),
        ('0"00"', "other"),
        ("0\\0\\0", "other"),
        ("0.0,", "other"),
        ("0,.0", "other"),
        ("#,##0,,", "other"),
        ("0\\%", "other"),
        ('@"00"', "other"),
        ("[>10]0;0,", "other"),
        ('[$nghìn-42A] 0" nghìn"', "worded"),
        ('0" nghìn"', "worded"),
        ('"không"', "worded"),
        (";;;", "hidden"),
    ],
)
def test_what_a_number_format_does_to_a_number(code: str, what: str) -> None:
    assert twisted(code)[0] == what


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ('&C&"Times New Roman,Regular"&12&A', ""),
        ("Trang &P/&N", ""),
        ("&LPage &P of &N&R&D &T", ""),
        ("&L&8Số chưa chốt&RTrang &P", "Số chưa chốt Trang"),
        ("&KFF0000A && B", "A & B"),
    ],
)
def test_words_of_a_print_header_are_told_from_its_codes(code: str, words: str) -> None:
    assert printed_words(code) == words
