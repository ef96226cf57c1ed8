"""Reading .xls, .xlsb and .ods: values by calamine, the rest by a walk over the file's own records."""

import io
from typing import Any

import python_calamine

from cchc_metrics.guarded.bounds import RefusedError

from .biff import scan_xls
from .binary import scan_xlsb
from .cells import Book, Sheet, with_years
from .layout import laid_out
from .opendocument import scan_ods
from .openxml import free_values, grown
from .scan import Scan
from .wire import Limits, SheetNote


def read_other(file_type: str, data: bytes, limits: Limits) -> Book:
    """The worksheets and the fonts. Raises RefusedError beyond the limits, behind a password or when damaged."""
    scans, fonts = _scans(file_type, data, limits)
    try:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
    except python_calamine.PasswordError as error:
        raise RefusedError("encrypted") from error
    except python_calamine.CalamineError as error:
        raise RefusedError("damaged") from error
    sheets = list(enumerate(book.sheets_metadata, 1))
    if len(sheets) > limits.sheets:
        raise RefusedError("sheets", count=len(sheets), limit=limits.sheets)
    if len(sheets) != len(scans):
        raise RefusedError("damaged")
    read = [
        _read_sheet(book, number, sheet, scans[number - 1], limits)
        for number, sheet in sheets
        if sheet.typ == python_calamine.SheetTypeEnum.WorkSheet
    ]
    return Book(read, {}, fonts)


def _scans(file_type: str, data: bytes, limits: Limits) -> tuple[list[Scan], tuple[str, ...]]:
    if file_type == "xls":
        return scan_xls(data)
    return scan_ods(data, limits) if file_type == "ods" else scan_xlsb(data)


def _read_sheet(book: Any, number: int, sheet: Any, found: Scan, limits: Limits) -> Sheet:
    try:
        values = free_values(book.get_sheet_by_index(number - 1), limits)
    except python_calamine.CalamineError as error:
        raise RefusedError("damaged") from error
    hidden = sheet.visible != python_calamine.SheetVisibleEnum.Visible
    found.marks.extend(values.marks)
    note = SheetNote(sheet.name, number, hidden, values.height, values.width)
    return laid_out(grown(Sheet(note, values.columns, with_years(found.marks)), limits), found)
