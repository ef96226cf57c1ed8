"""What is hidden or merged on a sheet, no farther than its cells reach."""

from collections.abc import Iterable, Mapping
from itertools import islice

from .cells import Sheet
from .looks import FIRST_LOOK, Look
from .scan import Scan
from .wire import MOST_ASIDES, PERCENT, PICTURE, PRINT, SHAPE, STRUCK, YEAR, Area, Aside

_OF_SHEETS = frozenset({PICTURE, PRINT, SHAPE})
_MOST_LOOKED_AT = 200_000


def laid_out(sheet: Sheet, found: Scan) -> Sheet:
    """The sheet whose note tells the hidden rows and columns and the merged areas that were found on it."""
    height, width = sheet.note.height, sheet.note.width
    return sheet._replace(
        note=sheet.note._replace(
            hidden_rows=tuple(row for row in found.hidden_rows if row <= height),
            hidden_columns=_columns(found.hidden_columns, width),
            merges=merged_areas(found.merges, height, width),
            comments=tuple(sorted(found.comments)),
            asides=_asides(sheet, found.asides),
        )
    )


def _asides(sheet: Sheet, asides: Iterable[Aside]) -> tuple[Aside, ...]:
    """What is told beside the values, each once; how a cell looks only where something stands in it."""
    kept = (one for one in dict.fromkeys(asides) if one[0] in _OF_SHEETS or _stands(sheet, one[1] - 1, one[2] - 1))
    return tuple(sorted(islice(kept, MOST_ASIDES), key=lambda one: one[1:3]))


def _stands(sheet: Sheet, row: int, col: int) -> bool:
    """Whether a cell (from 0) holds a number or a text."""
    at = row - (sheet.note.header is not None)
    if at < 0:
        return row == 0
    columns = (sheet.columns.get(f"{letter}{col}") for letter in "nt")
    return any(column is not None and at < len(column) and column[at].is_valid for column in columns)


def _columns(runs: Iterable[tuple[int, int]], width: int) -> tuple[int, ...]:
    """Each hidden column once. Offices hide all columns to the right of a table: those are of no interest."""
    hidden = {column for first, last in runs for column in range(max(first, 1), min(last, width) + 1)}
    return tuple(sorted(hidden))


def merged_areas(areas: Iterable[Area], height: int, width: int) -> tuple[Area, ...]:
    """Areas of two cells or more, from the top, cut off where the cells end.

    Left out: what begins beyond the cells, what is written backwards, and what overlaps an area before it.
    """
    kept: list[Area] = []
    taken = [0] * (width + 1)  # the last row that an area covers in each column
    for top, left, last_row, last_column in sorted(set(areas)):
        bottom, right = min(last_row, height), min(last_column, width)
        if top < 1 or left < 1 or bottom < top or right < left or (top, left) == (bottom, right):
            continue
        if max(taken[left : right + 1]) < top:
            taken[left : right + 1] = [bottom] * (right - left + 1)
            kept.append((top, left, bottom, right))
    return tuple(kept)


def settle(found: Scan, looks: Mapping[int, Look]) -> None:
    """Turns the marks that stand for a look into what is told of the cell, and into a percent or a year."""
    marks = found.marks
    if not any(kind >= FIRST_LOOK for kind in marks.kind):
        return
    cells = list(zip(marks.row, marks.col, marks.kind, marks.number, marks.text, strict=True))
    found.marks = type(marks)()
    for row, col, kind, number, text in cells:
        look = looks.get(kind)
        if look is None:
            found.marks.add(row, col, kind, number, text)
            continue
        if look.percent or look.year:
            found.marks.add(row, col, PERCENT if look.percent else YEAR)
        if len(found.asides) < _MOST_LOOKED_AT:
            found.asides += [(look.twist, row + 1, col + 1, look.words)] if look.twist else []
            found.asides += [(STRUCK, row + 1, col + 1, "")] if look.struck else []
