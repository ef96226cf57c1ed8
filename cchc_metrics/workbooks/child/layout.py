"""What is hidden or merged on a sheet, no farther than its cells reach."""

from collections.abc import Iterable

from .cells import Sheet
from .scan import Scan
from .wire import Area


def laid_out(sheet: Sheet, found: Scan) -> Sheet:
    """The sheet whose note tells the hidden rows and columns and the merged areas that were found on it."""
    height, width = sheet.note.height, sheet.note.width
    return sheet._replace(
        note=sheet.note._replace(
            hidden_rows=tuple(row for row in found.hidden_rows if row <= height),
            hidden_columns=_columns(found.hidden_columns, width),
            merges=merged_areas(found.merges, height, width),
            comments=tuple(sorted(found.comments)),
        )
    )


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
