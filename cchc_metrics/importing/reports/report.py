"""What a report workbook says, item by item, and where each item stands."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
import pandas as pd

from cchc_metrics.importing.problems import Fault, Problems
from cchc_metrics.model import Finding, Grid, Question, ReportPart, RowCounts, ValueState


@dataclass(frozen=True, slots=True)
class UnitReport:
    """A report as read. facts: the kind's grain and values, sheet_no, row_no, col_no · cells: code -> (sheet, row,
    column) of every item that bears something, 1-based, for findings that come later · seen: codes whose row is there,
    filled or not · nil: tasks ticked as having nothing to report · notes: code -> reason.
    """

    facts: pd.DataFrame
    problems: Problems
    numbers: Mapping[str, Fraction]
    cells: Mapping[str, tuple[Grid, int, int]]
    seen: frozenset[str]
    nil: frozenset[str]
    notes: Mapping[str, str]
    read_rows: Mapping[int, frozenset[int]]
    questions: tuple[Question, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        return self.problems.findings()

    @property
    def rows(self) -> RowCounts:
        """Rows in which something stands; one that an error touches is not accepted, whatever else is in it."""
        read = {(number, row) for number, rows in self.read_rows.items() for row in rows}
        wrong = {(number, row) for number, row in read if row in set(self.problems.rejected(number).tolist())}
        taken = set(zip(self.facts["sheet_no"].tolist(), self.facts["row_no"].tolist(), strict=True)) - wrong
        return RowCounts(len(read), len(taken), len(wrong), len(read) - len(taken) - len(wrong))

    @property
    def given(self) -> frozenset[str]:
        """The figures that were answered: by a number, or by saying that the metric does not apply."""
        answered = self.facts[
            (self.facts["part"] == ReportPart.VALUE) & self.facts["state"].isin([ValueState.VALUE, ValueState.EXEMPT])
        ]
        return frozenset(str(code) for code in answered["code"])

    def say(self, fault: Fault, codes: Iterable[str], value: str = "") -> None:
        """Reports the input cells of some items; the file as a whole when none of them stands in it."""
        places = [self.cells[code] for code in codes if code in self.cells]
        for sheet, row, column in places:
            self.problems.of_cells(fault, sheet, np.array([row], dtype=np.int64), column, value)
        if not places:
            self.problems.of_file(fault, value)
