"""A unit's report workbook as facts: every row bears its code in its first column, wherever people moved it.

What is empty was not reported and is no fact; nothing is inferred. A nil report is declared by a tick.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

import numpy as np
import pandas as pd

from cchc_metrics.importing.interpret import empty_facts
from cchc_metrics.importing.normalise import compact
from cchc_metrics.importing.problems import Fault, Problems, error
from cchc_metrics.importing.report_cells import CODE, INPUT, NOTE, AskedMetric, answer_in, text_at
from cchc_metrics.labels import texts
from cchc_metrics.model import CellKind, Finding, Grid, RowCounts, Workbook
from cchc_metrics.schema import UNIT_REPORTS

_NIL, _EVIDENCE = "KPS", "MC"
_TICKS = frozenset({"x", "co", "true", "1"})


@dataclass(frozen=True, slots=True)
class AskedReport:
    """What a unit owes for a period: metrics by code, tasks by number, parts of the narrative by code -> name."""

    unit_id: str
    form_code: str
    period_id: str
    metrics: Mapping[str, AskedMetric]
    tasks: Mapping[str, str]
    parts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Identity:
    """Which report a workbook says it is. mark: «SỐ LIỆU MINH HỌA» or empty."""

    unit_id: str
    form_code: str
    period_id: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class UnitReport:
    """A report as read. facts: the kind's grain and values, sheet_no, row_no, col_no · cells: code -> (sheet, row) of
    every item, for findings that come later · nil: tasks ticked as having nothing to report.
    """

    facts: pd.DataFrame
    rows: RowCounts
    problems: Problems
    numbers: Mapping[str, Fraction]
    cells: Mapping[str, tuple[Grid, int]]
    nil: frozenset[str]
    notes: Mapping[str, str] = field(default_factory=dict)

    @property
    def findings(self) -> tuple[Finding, ...]:
        return self.problems.findings()

    def say(self, fault: Fault, codes: tuple[str, ...], value: str = "") -> None:
        """Reports the input cells of some items; the file as a whole when none of them stands in it."""
        places = [self.cells[code] for code in codes if code in self.cells]
        for sheet, row in places:
            self.problems.of_cells(fault, sheet, np.array([row], dtype=np.int64), INPUT + 1, value)
        if not places:
            self.problems.of_file(fault, value)


def identity_of(workbook: Workbook) -> Identity | None:
    """The unit, form and period of a report workbook, by its hidden sheet; None when it bears none."""
    if workbook.stamp is None or workbook.stamp.kind != UNIT_REPORTS.name:
        return None
    for sheet in workbook.sheets:
        if sheet.hidden and sheet.name.startswith("_") and sheet.height > 1 and len(sheet.columns) > 2:
            words = [text_at(sheet, 1, place) for place in range(min(4, len(sheet.columns)))]
            return Identity(*words)
    return _identity_on_first_sheet(workbook)


def _identity_on_first_sheet(workbook: Workbook) -> Identity | None:
    """By the first sheet, where unit, form and period stand in rows 3 to 5 of column A."""
    first = next((sheet for sheet in workbook.sheets if not sheet.hidden and sheet.height > 4), None)
    codes = [text_at(first, row, CODE) for row in (2, 3, 4)] if first is not None else []
    return Identity(*codes) if all(codes) and codes else None


def read_unit_report(workbook: Workbook, asked: AskedReport) -> UnitReport:
    """The items of a report workbook. Errors: an unknown code beside a value, a code twice, a value that is no number,
    a code that a program turned into a number (4.10 and 4.1 would be one).
    """
    reader = _Reader(asked)
    for sheet in workbook.sheets:
        if not sheet.hidden and len(sheet.columns) > INPUT:
            reader.read(sheet)
    return reader.report()


@dataclass(slots=True)
class _Reader:
    asked: AskedReport
    problems: Problems = field(default_factory=Problems)
    items: list[dict[str, object]] = field(default_factory=list)
    cells: dict[str, tuple[Grid, int]] = field(default_factory=dict)
    numbers: dict[str, Fraction] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)
    nil: set[str] = field(default_factory=set)
    read_rows: dict[int, list[int]] = field(default_factory=dict)

    def read(self, sheet: Grid) -> None:
        for row in range(sheet.height):
            code = text_at(sheet, row, CODE)
            if not code or not self._filled(sheet, row) or self._is_computed(code):
                continue
            kind = self._kind_of(code)
            if kind is None:
                if _is_code(code):
                    self._row(sheet, row)
                    t = texts().reporting
                    self._fault(error("report_code_unknown", t.code_unknown.format(code=code)), sheet, row, CODE, code)
                continue
            self._row(sheet, row)
            if sheet.columns[CODE].kinds[row] == CellKind.NUMBER:
                message = texts().reporting.code_became_number.format(code=code)
                self._fault(error("report_code_number", message), sheet, row, CODE, code)
            elif code in self.cells:
                other, at = self.cells[code]
                message = texts().reporting.code_twice.format(code=code, sheet=other.name, row=at)
                self._fault(error("report_code_twice", message), sheet, row, CODE, code)
            else:
                self.cells[code] = (sheet, row + 1)
                _ITEMS[kind](self, sheet, row, code)

    def _kind_of(self, code: str) -> str | None:
        task, _, rest = code.partition(".")
        if code in self.asked.metrics:
            return "value"
        if task not in self.asked.tasks:
            return None
        if rest in self.asked.parts:
            return "text"
        return "nil" if rest == _NIL else "evidence" if rest.startswith(_EVIDENCE) else None

    def _is_computed(self, code: str) -> bool:
        """Whether the row only says that the system works the figure out."""
        return code in self.asked.metrics and self.asked.metrics[code].computed

    def _filled(self, sheet: Grid, row: int) -> bool:
        places = [place for place in (INPUT, NOTE) if place < len(sheet.columns)]
        return any(sheet.columns[place].kinds[row] != CellKind.EMPTY for place in places)

    def _row(self, sheet: Grid, row: int) -> None:
        self.read_rows.setdefault(sheet.number, []).append(row + 1)

    def _fault(self, fault: Fault, sheet: Grid, row: int, place: int, value: str = "") -> None:
        self.problems.of_cells(fault, sheet, np.array([row + 1], dtype=np.int64), place + 1, value)

    def value(self, sheet: Grid, row: int, code: str) -> None:
        """A figure: a number, a state, yes or no."""
        metric, note = self.asked.metrics[code], text_at(sheet, row, NOTE)
        if note:
            self.notes[code] = note
        answer = answer_in(sheet, row, metric)
        if answer.fault is not None:
            self._fault(answer.fault, sheet, row, INPUT, text_at(sheet, row, INPUT))
            return
        if answer.state is None:
            return
        if answer.number is not None:
            self.numbers[code] = answer.number
        value = float(answer.number) if answer.number is not None else np.nan
        said = {"state": answer.state.value, "value": value, "printed": answer.printed, "note": note or None}
        self._item(sheet, row, "value", code, **said)

    def text(self, sheet: Grid, row: int, code: str) -> None:
        """A part of the narrative."""
        words = text_at(sheet, row, INPUT)
        if words:
            self._item(sheet, row, "text", code, text=words)

    def evidence(self, sheet: Grid, row: int, code: str) -> None:
        """A document that proves a result."""
        title, link = text_at(sheet, row, INPUT), text_at(sheet, row, NOTE)
        if title or link:
            self._item(sheet, row, "evidence", code, text=title or None, link=link or None)

    def tick(self, sheet: Grid, row: int, code: str) -> None:
        """The declaration that a task has nothing to report."""
        mark = compact(text_at(sheet, row, INPUT))
        task = code.partition(".")[0]
        if mark in _TICKS:
            self.nil.add(task)
            self._item(sheet, row, "nil", task, text=text_at(sheet, row, NOTE) or None)
        elif mark:
            self._fault(
                error("report_tick", texts().reporting.tick_unknown), sheet, row, INPUT, text_at(sheet, row, INPUT)
            )

    def _item(self, sheet: Grid, row: int, part: str, code: str, **values: object) -> None:
        place = {"sheet_no": sheet.number, "row_no": row + 1, "col_no": INPUT + 1}
        self.items.append({"part": part, "code": code, **values, **place})

    def report(self) -> UnitReport:
        self._nil_contradicted()
        empty = empty_facts(UNIT_REPORTS)
        who = {name: getattr(self.asked, name) for name in ("unit_id", "form_code", "period_id")}
        facts = pd.DataFrame([{**who, **item} for item in self.items], columns=list(empty.columns))
        facts = facts.astype(empty.dtypes.to_dict())
        read = sum(len(set(rows)) for rows in self.read_rows.values())
        rejected = sum(int(np.isin(rows, self.problems.rejected(number)).sum()) for number, rows in self._rows())
        accepted = facts[["sheet_no", "row_no"]].drop_duplicates().shape[0]
        rows = RowCounts(read, accepted, rejected, read - accepted - rejected)
        return UnitReport(facts, rows, self.problems, self.numbers, self.cells, frozenset(self.nil), self.notes)

    def _rows(self) -> Iterator[tuple[int, list[int]]]:
        return ((number, sorted(set(rows))) for number, rows in self.read_rows.items())

    def _nil_contradicted(self) -> None:
        """A task ticked as nil that reports something all the same; zeros agree with nil."""
        for task in sorted(self.nil):
            said = [code for code, number in self.numbers.items() if _task_of(code, self.asked) == task and number != 0]
            if said:
                message = texts().reporting.nil_contradicted.format(task=task, codes=", ".join(said))
                sheet, row = self.cells[f"{task}.{_NIL}"]
                self._fault(error("report_nil_contradicted", message), sheet, row - 1, INPUT)


_ITEMS = {"value": _Reader.value, "text": _Reader.text, "evidence": _Reader.evidence, "nil": _Reader.tick}


def _task_of(code: str, asked: AskedReport) -> str:
    task = code.partition(".")[0]
    return task if task in asked.tasks else ""


def _is_code(text: str) -> bool:
    """Whether a first cell looks like one of our codes, and not like a title or a note."""
    return text[:1].isdecimal() and len(text) <= 16 and " " not in text
