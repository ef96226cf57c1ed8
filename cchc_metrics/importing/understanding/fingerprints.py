"""The mark by which the next file of a layout is known, whatever its numbers."""

import hashlib
import re
from itertools import groupby

from cchc_metrics.importing.normalise import key
from cchc_metrics.importing.understanding.bands import counts_columns
from cchc_metrics.importing.understanding.view import View
from cchc_metrics.model import Grid, Workbook

_SEARCHED_ROWS = 60
_BAND_ROWS = 5
_DIGITS = re.compile(r"\d+")


def fingerprint(workbook: Workbook) -> str:
    """sha256 over the headers of every visible sheet: texts with their columns, digits masked.

    Sheets that follow one another, bear the same name but for digits and have the same headers count as one. Neither
    values nor titles nor the number of rows above or in a table matter; a header that moves to another column does.
    Needs no names of the office's data.
    """
    sheets = [(_masked(sheet.name), _headers(sheet)) for sheet in workbook.sheets if not sheet.hidden]
    distinct = [sheet for sheet, _ in groupby(sheets)]
    return hashlib.sha256(repr(distinct).encode()).hexdigest()


def _masked(text: str) -> str:
    return _DIGITS.sub("#", key(text))


def _headers(sheet: Grid) -> tuple[tuple[tuple[int, str], ...], ...]:
    """Per header row the columns and the masked texts; the rows just above the first row of values."""
    view = View(sheet)
    start = _first_values(view)
    rows: list[tuple[tuple[int, str], ...]] = []
    for row in range(start - 1, -1, -1):
        places = view.places(row, 0, view.width - 1)
        if not places and rows and not _is_machine(rows[-1]):
            break
        if len(places) > 1 and not counts_columns(view, row, places):
            rows.append(tuple((column + 1, _masked(view.text(row, column))) for column in places))
        elif rows and places:
            break
        if len(rows) == _BAND_ROWS:
            break
    return tuple(reversed(rows))


def _first_values(view: View) -> int:
    """The first row that holds a number which is no year and no numbering of columns; the sheet's end without one."""
    for row in range(min(_SEARCHED_ROWS, view.height)):
        places = view.places(row, 0, view.width - 1)
        if len(places) < 2 or counts_columns(view, row, places):
            continue
        if any(view.plain_number(row, column) for column in places):
            return row
    return min(2, view.height) if view.height else 0


def _is_machine(row: tuple[tuple[int, str], ...]) -> bool:
    return sum(" " not in text for _, text in row) * 2 > len(row)
