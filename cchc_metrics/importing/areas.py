"""Areas of a sheet as Excel writes them – ``C:C``, ``41:63``, ``B3:D6`` –, and a workbook without what is left out."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import numpy as np

from cchc_metrics.importing.problems import cell_name, column_name
from cchc_metrics.model import CellKind, Grid, GridColumn, LeftOut, Workbook

LAST_COLUMN, LAST_ROW = 16_384, 1_048_576
_CORNER = re.compile(r"(?P<column>[A-Za-z]{0,3})(?P<row>\d{0,7})")


def area_of(sheet: str, text: str) -> LeftOut | None:
    """What an area like ``C:C`` or ``B3:D6`` means; None when it is none."""
    first, _, last = text.replace("$", "").replace(" ", "").partition(":")
    corners = [_CORNER.fullmatch(corner) for corner in (first, last or first)]
    if corners[0] is None or corners[1] is None:
        return None
    columns = tuple(column_number(corner["column"]) for corner in corners if corner)
    rows = tuple(int(corner["row"] or 0) for corner in corners if corner)
    # «C:C» and «3:6» need both ends; «C» alone could be either a column or half a cell.
    sound = (all(columns) or not any(columns)) and (all(rows) or not any(rows)) and (any(columns) or any(rows))
    if not sound or ((not any(rows) or not any(columns)) and not last):
        return None
    if columns[0] > columns[1] or rows[0] > rows[1] or columns[1] > LAST_COLUMN or rows[1] > LAST_ROW:
        return None
    return LeftOut(sheet, (rows[0], rows[1]) if any(rows) else None, (columns[0], columns[1]) if any(columns) else None)


def area_text(area: LeftOut) -> str:
    """The area as Excel writes it."""
    if area.rows is None and area.columns is None:
        return f"1:{LAST_ROW}"
    if area.columns is None and area.rows is not None:
        return f"{area.rows[0]}:{area.rows[1]}"
    first, last = area.columns or (1, 1)
    if area.rows is None:
        return f"{column_name(first)}:{column_name(last)}"
    corners = [cell_name(row, column) for row, column in zip(area.rows, (first, last), strict=True)]
    return ":".join(dict.fromkeys(corners))


def column_number(letters: str) -> int:
    """``C`` -> 3; 0 for no letters."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def runs_of(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Sorted numbers as runs: 3, 4, 5, 9 -> (3, 5), (9, 9)."""
    at = np.asarray(numbers, dtype=np.int64)
    for run in np.split(at, np.flatnonzero(np.diff(at) > 1) + 1) if len(at) else ():
        yield int(run[0]), int(run[-1])


def without(workbook: Workbook, left_out: Iterable[LeftOut]) -> Workbook:
    """The workbook with the cells of these areas empty; merged areas that touch one are merged no more."""
    by_sheet: dict[str, list[LeftOut]] = {}
    for area in left_out:
        by_sheet.setdefault(area.sheet, []).append(area)
    if not by_sheet:
        return workbook
    sheets = (_emptied(sheet, by_sheet[sheet.name]) if sheet.name in by_sheet else sheet for sheet in workbook.sheets)
    return replace(workbook, sheets=tuple(sheets))


def _emptied(sheet: Grid, areas: Sequence[LeftOut]) -> Grid:
    columns = list(sheet.columns)
    for area in areas:
        first, last = area.columns or (1, len(columns))
        rows = slice(area.rows[0] - 1, area.rows[1]) if area.rows else slice(None)
        for at in range(first - 1, min(last, len(columns))):
            old = columns[at]
            kinds, numbers, texts = old.kinds.copy(), old.numbers.copy(), old.texts.copy()
            kinds[rows], numbers[rows], texts[rows] = CellKind.EMPTY, np.nan, None
            columns[at] = GridColumn(kinds, numbers, texts)
    merges = tuple(merge for merge in sheet.merges if not any(_touches(area, merge) for area in areas))
    return replace(sheet, columns=tuple(columns), merges=merges)


def _touches(area: LeftOut, merge: tuple[int, int, int, int]) -> bool:
    top, left, bottom, right = merge
    rows, columns = area.rows or (1, LAST_ROW), area.columns or (1, LAST_COLUMN)
    return top <= rows[1] and rows[0] <= bottom and left <= columns[1] and columns[0] <= right


def rows_text(rows: Sequence[int]) -> str:
    """Rows in order as one names them: «3, 7–9»."""
    return ", ".join(str(first) if first == last else f"{first}–{last}" for first, last in runs_of(rows))
