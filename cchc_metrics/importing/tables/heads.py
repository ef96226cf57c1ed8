"""What stands above the rows of a table: its title and the words over a column."""

from collections.abc import Iterable

import numpy as np

from cchc_metrics.importing.cells import number_text
from cchc_metrics.importing.normalise import clean, title_words
from cchc_metrics.importing.tables.placing import Placed
from cchc_metrics.importing.understanding.scene import MOST_IN_TITLE
from cchc_metrics.model import CellKind, Grid

_TITLE_ROWS = 30
_YEARS = (1975, 2099)


def cell_text(sheet: Grid, row: int, column: int) -> str:
    """What stands in a cell (1-based), a number in its plain form."""
    cells = sheet.columns[column - 1]
    if cells.kinds[row - 1] == CellKind.NUMBER:
        return number_text(float(cells.numbers[row - 1]))
    return clean(str(cells.texts[row - 1] or ""))


def row_texts(sheet: Grid, row: int, span: tuple[int, int] | None = None) -> dict[int, str]:
    """The filled cells of a row (all 1-based), of all columns or of a span of them."""
    first, last = span or (1, len(sheet.columns))
    found = {column: cell_text(sheet, row, column) for column in range(first, last + 1)}
    return {column: text for column, text in found.items() if text}


def title_texts(sheet: Grid, placed: Placed, others: Iterable[Placed]) -> tuple[str, ...]:
    """The texts above a table: of its own columns and those left of them up to a table beside it, or of the whole rows
    where these hold none; nearest first.

    They end at a row of another table above. The lines with the name of the state are left out.
    """
    others = tuple(others)
    above = range(placed.table.header[0] - 1, _top(sheet, placed, others), -1)
    rows = [row for row in above if not _of_figures(sheet, row) and len(row_texts(sheet, row)) < MOST_IN_TITLE]
    own = [text for row in rows for text in row_texts(sheet, row, _reach(placed, others)).values()]
    said = own or [text for row in rows for text in row_texts(sheet, row).values()]
    return tuple(words for text in said if (words := title_words(text)))


def _of_figures(sheet: Grid, row: int) -> bool:
    """Whether a row (1-based) holds several numbers that are no years: it is no title."""
    cells = (column for column in sheet.columns if column.kinds[row - 1] in (CellKind.NUMBER, CellKind.PERCENT))
    return sum(not _YEARS[0] <= column.numbers[row - 1] <= _YEARS[1] for column in cells) > 1


def _reach(placed: Placed, others: Iterable[Placed]) -> tuple[int, int]:
    """The columns whose titles are those of a table: what numbers its rows stands left of what it reads."""
    first, last = placed.span
    header = placed.table.header
    beside = (other for other in others if other.table.header[0] <= placed.last_row and header[0] <= other.last_row)
    return max((other.span[1] + 1 for other in beside if other.span[1] < first), default=1), last


def _top(sheet: Grid, placed: Placed, others: Iterable[Placed]) -> int:
    """The last row (1-based) that is no part of the title."""
    begun = placed.table.header[0]
    top = max(0, begun - 1 - _TITLE_ROWS)
    above = [other.table.header[1] for other in others if other.table.header[1] < begun]
    if not above:
        return top
    first, last = placed.span
    for row in range(begun - 1, max(above), -1):
        numbers = sum(sheet.columns[at].kinds[row - 1] == CellKind.NUMBER for at in range(first - 1, last))
        if numbers > 1:
            return max(top, row)
    return max(top, *above)


def header_texts(sheet: Grid, rows: tuple[int, int], column: int) -> tuple[str, ...]:
    """The words over a column, top first: its own cells, and those of the merged cells that reach over it."""
    found: list[str] = []
    for row in range(rows[0], rows[1] + 1):
        text = cell_text(sheet, row, column) or _merged_text(sheet, row, column)
        if text and text not in found:
            found.append(text)
    return tuple(found)


def _merged_text(sheet: Grid, row: int, column: int) -> str:
    for first, left, last, right in sheet.merges:
        if first <= row <= last and left <= column <= right:
            return cell_text(sheet, first, left)
    return ""


def nearest_left(sheet: Grid, row: int, column: int) -> str:
    """The first text of a row at or left of a column: what a group of columns is headed by where nothing is merged."""
    texts = (cell_text(sheet, row, at) for at in range(column, 0, -1))
    return next((text for text in texts if text), "")


def first_texts(sheet: Grid, rows: np.ndarray, span: tuple[int, int]) -> list[str]:
    """The first text of each of some rows (1-based) within a span of columns; empty where there is none."""
    found = np.full(len(rows), "", dtype=object)
    open_ = np.ones(len(rows), dtype=np.bool_)
    for column in sheet.columns[span[0] - 1 : span[1]]:
        if not open_.any():
            break
        said = column.kinds[rows - 1] == CellKind.TEXT
        taken = open_ & said
        found[taken] = [clean(str(text or "")) for text in column.texts[rows[taken] - 1]]
        open_ &= ~(taken & (found != ""))
    return [str(text) for text in found]
