"""Columns of one table that say the same: one of them is read when they agree, else the person is asked which."""

from collections.abc import Sequence

import numpy as np

from cchc_metrics.importing.cells import Ints
from cchc_metrics.importing.problems import Problems, column_name, error, info
from cchc_metrics.labels import texts
from cchc_metrics.model import AcrossColumn, CellKind, Grid


def without_doubles(
    across: Sequence[AcrossColumn], sheet: Grid, rows: Ints, header: int, problems: Problems
) -> list[AcrossColumn]:
    """The columns across less those that repeat one before them. rows: of the body (0-based) · header: its last row.

    Columns that differ in any cell are an error that names them all; the first is read on, so that more can be told.
    """
    alike: dict[tuple[object, ...], list[AcrossColumn]] = {}
    for one in across:
        alike.setdefault((one.takes, *sorted(one.says.items())), []).append(one)
    for same in (found for found in alike.values() if len(found) > 1):
        names = ", ".join(column_name(one.column) for one in same)
        equal = all(_equal(sheet, rows, same[0].column, one.column) for one in same[1:])
        t = texts().intake
        fault = info("columns_repeat", t.columns_repeat.format(columns=names, first=column_name(same[0].column)))
        if not equal:
            fault = error("columns_same", t.columns_same.format(columns=names))
        columns = np.array([one.column for one in same], dtype=np.int64)
        problems.of_cells(fault, sheet, np.full(len(columns), max(header, 1), dtype=np.int64), columns)
    return [found[0] for found in alike.values()]


def _equal(sheet: Grid, rows: Ints, one: int, two: int) -> bool:
    """Whether two columns (1-based) hold the same in every row."""
    left, right = sheet.columns[one - 1], sheet.columns[two - 1]
    same = (left.kinds[rows] == right.kinds[rows]).all()
    numeric = np.isin(left.kinds[rows], (CellKind.NUMBER, CellKind.PERCENT))
    numbers = np.array_equal(left.numbers[rows][numeric], right.numbers[rows][numeric])
    return bool(same and numbers and (left.texts[rows] == right.texts[rows]).all())
