"""Merged cells below a header: a key holds for all its rows, a number counts once."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from cchc_metrics.importing.cells import Flags, Ints
from cchc_metrics.importing.tables.judging import ENTITY, NODE
from cchc_metrics.importing.tables.placing import Placed
from cchc_metrics.model import Grid, GridColumn
from cchc_metrics.schema import Kind, Role

_KEYS = frozenset({Role.INDEX, Role.PERIOD, Role.CHOICE, *ENTITY, *NODE})


def merged_down(sheet: Grid, placed: Placed, kind: Kind) -> Grid:
    """The sheet with merged cells of several rows, in the columns that say a key, standing in each of their rows."""
    roles = {column.header: column.role for column in kind.template}
    keys = {at for header, at in placed.table.columns.items() if roles.get(header) in _KEYS}
    tall = [m for m in sheet.merges if m[2] > m[0] and m[1] in keys and m[0] > placed.table.header[1]]
    if not tall:
        return sheet
    columns = list(sheet.columns)
    for left in {merge[1] for merge in tall}:
        old = columns[left - 1]
        columns[left - 1] = GridColumn(old.kinds.copy(), old.numbers.copy(), old.texts.copy())
    for first, left, last, _ in tall:
        cells = columns[left - 1]
        for part in (cells.kinds, cells.numbers, cells.texts):
            part[first:last] = part[first - 1]
    return replace(sheet, columns=tuple(columns))


def merged_below(sheet: Grid, rows: Ints, columns: Sequence[int]) -> Flags | None:
    """Per row (0-based) and column whether a merged cell of several rows reaches there from above."""
    marked = {column: np.zeros(sheet.height, dtype=np.bool_) for column in columns}
    for first, left, last, right in sheet.merges:
        for column in marked if last > first else ():
            if left <= column <= right:
                marked[column][first:last] = True
    covered = np.stack([marked[column][rows] for column in columns], axis=1)
    return covered if covered.any() else None
