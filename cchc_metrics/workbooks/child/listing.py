"""The sheet of findings that an annotated copy begins with."""

from copy import copy
from typing import Any

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils.cell import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.properties import PageSetupProperties

from .marking import FILLS, set_text

_FONT = "Times New Roman"
_INK, _PAPER, _RED, _GREY, _RULE, _LINK = "FF1F2933", "FFFFFFFF", "FFA61C28", "FF52606D", "FFD9DEE3", "FF1B4D8C"
# What Excel takes on one sheet.
_MOST_LINKS = 65_000
_LINE_LETTERS = 120


def write_listing(book: Any, job: dict[str, Any], lines: list[str]) -> None:
    """Title, ``lines``, the meaning of the colours, then one row per finding with a link to its cell.

    job: name, title, legend [severity, words], headers, widths, rows [severity, level, sheet, cells, link, value,
    message, count].
    """
    sheet = book.create_sheet(_free_name(book, job["name"]), 0)
    for column, width in enumerate(job["widths"], 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    width = len(job["headers"])
    set_text(sheet.cell(1, 1), job["title"])
    sheet.cell(1, 1).font = Font(name=_FONT, size=16, bold=True, color=_INK)
    row = 2
    for line in lines:
        _write_line(sheet, row, line, width)
        row += 1
    for severity, words in job["legend"]:
        set_text(sheet.cell(row, 1), words)
        sheet.cell(row, 1).font = Font(name=_FONT, size=11, color=_INK)
        sheet.cell(row, 1).fill = PatternFill("solid", fgColor=FILLS[severity])
        row += 1
    _write_table(sheet, row + 1, job)
    _set_up(sheet, row + 1, width)
    _show_first(book)


def _free_name(book: Any, wanted: str) -> str:
    taken = {name.lower() for name in book.sheetnames}
    names = (wanted if number == 1 else f"{wanted} ({number})" for number in range(1, len(taken) + 2))
    return next(name for name in names if name.lower() not in taken)


def _write_line(sheet: Any, row: int, line: str, width: int) -> None:
    sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=width)
    cell = sheet.cell(row, 1)
    set_text(cell, line)
    cell.font = Font(name=_FONT, size=11, color=_INK)
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.row_dimensions[row].height = 16 * (1 + len(line) // _LINE_LETTERS)


def _write_table(sheet: Any, top: int, job: dict[str, Any]) -> None:
    line = Side(style="thin", color=_RULE)
    border = Border(left=line, right=line, top=line, bottom=line)
    for column, header in enumerate(job["headers"], 1):
        cell = sheet.cell(top, column)
        set_text(cell, header)
        cell.font = Font(name=_FONT, size=11, bold=True, color=_PAPER)
        cell.fill = PatternFill("solid", fgColor=_GREY)
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        cell.border = border
    sheet.row_dimensions[top].height = 32
    looks = _looks(sheet, top, border)
    for row, (severity, level, name, cells, link, value, message, count) in enumerate(job["rows"], top + 1):
        for column, content in enumerate((level, name, cells, value, message, count), 1):
            cell = sheet.cell(row, column)
            if isinstance(content, str):
                set_text(cell, content)
            else:
                cell.value = content
            kind = severity if column == 1 else "link" if column == 3 and link else "plain"
            cell._style = copy(looks[kind])
        if link and row - top <= _MOST_LINKS:
            sheet.cell(row, 3).hyperlink = Hyperlink(ref="", location=link)


def _looks(sheet: Any, top: int, border: Any) -> dict[str, Any]:
    """Styles made once on a cell and then copied: building one for each cell takes seconds."""
    found = {}
    for kind in (*FILLS, "link", "plain"):
        cell = sheet.cell(top + 1, 1)
        link = kind == "link"
        cell.font = Font(name=_FONT, size=11, color=_LINK if link else _INK, underline="single" if link else None)
        cell.fill = PatternFill("solid", fgColor=FILLS[kind]) if kind in FILLS else PatternFill()
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        cell.border = border
        found[kind] = copy(cell._style)
    return found


def _set_up(sheet: Any, top: int, width: int) -> None:
    sheet.freeze_panes = sheet.cell(top + 1, 1)
    sheet.auto_filter.ref = f"A{top}:{get_column_letter(width)}{max(top + 1, sheet.max_row)}"
    sheet.sheet_view.showGridLines = False
    sheet.sheet_properties.tabColor = _RED
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = f"{top}:{top}"


def _show_first(book: Any) -> None:
    """Only our sheet is selected: two selected sheets are edited together."""
    for sheet in book.worksheets:
        for view in sheet.views.sheetView:
            view.tabSelected = False
    book.active = 0
    book.active.sheet_view.tabSelected = True
    if book.views:
        book.views[0].firstSheet = 0
