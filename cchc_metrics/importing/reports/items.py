"""The items of a unit's report, cell by cell: figures, words, evidence, and the tick that there was nothing."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

import numpy as np

from cchc_metrics.importing.normalise import compact
from cchc_metrics.importing.problems import Fault, Problems, cell_name, error, info
from cchc_metrics.importing.questions import REPORT_CELL
from cchc_metrics.importing.reports.cells import CellAnswer, answer_in, broken, checked, is_filled, text_at
from cchc_metrics.importing.reports.sheets import AskedReport, Layout, Part
from cchc_metrics.importing.reports.unread import Unread
from cchc_metrics.labels import named, texts
from cchc_metrics.labels.format import plain
from cchc_metrics.model import Grid, Question, ReportPart, ValueState

_TICKS = frozenset({"x", "co", "true", "1"})
# The scope of the one question about all words for «none».
NONE_WORDS = "none"


@dataclass(slots=True)
class ItemReader:
    """Takes the items of one sheet after another and keeps what they say. layout: of the sheet that is being read.

    answers: of the person, to questions of an earlier reading · cells: code -> sheet, row and column from 1 · numbers:
    code -> the figure, exact · nil: tasks with nothing to report · read_rows: sheet number -> rows from 1 · none_words:
    cells that may mean zero or nothing.
    """

    asked: AskedReport
    answers: Mapping[tuple[str, str], str]
    problems: Problems
    items: list[dict[str, object]] = field(default_factory=list)
    cells: dict[str, tuple[Grid, int, int]] = field(default_factory=dict)
    numbers: dict[str, Fraction] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)
    nil: set[str] = field(default_factory=set)
    read_rows: dict[int, set[int]] = field(default_factory=dict)
    asks: list[Question] = field(default_factory=list)
    none_words: list[tuple[str, Grid, int, int]] = field(default_factory=list)
    layout: Layout = field(default_factory=lambda: Layout({}, frozenset(), {}, frozenset()))

    @property
    def unread(self) -> Unread:
        return Unread(self.asked, self.problems, self.read_rows)

    def take(self, sheet: Grid, row: int, code: str) -> None:
        """One item in its row, read as its kind asks."""
        self.cells[code] = (sheet, row + 1, self._at(Part.INPUT) + 1)
        _ITEMS[str(self.asked.kind_of(code))](self, sheet, row, code)

    def _at(self, part: Part) -> int:
        return self.layout.columns.get(part, -1)

    def _is_computed(self, code: str) -> bool:
        """Whether the row only says that the system works the figure out."""
        return code in self.asked.metrics and self.asked.metrics[code].computed

    def _filled(self, sheet: Grid, row: int) -> bool:
        return any(is_filled(sheet, row, self._at(part)) for part in (Part.INPUT, Part.NOTE))

    def _row(self, sheet: Grid, row: int) -> None:
        self.read_rows.setdefault(sheet.number, set()).add(row + 1)

    def _fault(self, fault: Fault, sheet: Grid, row: int, place: int, value: str = "") -> None:
        self.problems.of_cells(fault, sheet, np.array([row + 1], dtype=np.int64), place + 1, value)

    def _input(self, sheet: Grid, row: int) -> str:
        return text_at(sheet, row, self._at(Part.INPUT))

    def _note(self, sheet: Grid, row: int) -> str:
        return text_at(sheet, row, self._at(Part.NOTE))

    def value(self, sheet: Grid, row: int, code: str) -> None:
        """A figure: a number, a state, yes or no. A reason without a figure is kept, and the figure is missed."""
        metric, note, place = self.asked.metrics[code], self._note(sheet, row), self._at(Part.INPUT)
        if self._is_broken(sheet, row, Part.NOTE):
            return
        if note:
            self.notes[code] = note
        answer = self._answered(sheet, row, code, answer_in(sheet, row, place, metric))
        if answer.fault is not None:
            self._fault(answer.fault, sheet, row, place, self._input(sheet, row))
            return
        if answer.doubt is not None:
            doubt = info(answer.doubt.code, answer.doubt.message) if note else answer.doubt
            self._fault(doubt, sheet, row, place, self._input(sheet, row))
        if answer.state is None:
            if not note:
                return
            self._fault(info("report_note_alone", texts().reporting.note_alone), sheet, row, place, note)
        if answer.number is not None:
            self.numbers[code] = answer.number
        value = float(answer.number) if answer.number is not None else np.nan
        state = (answer.state or ValueState.MISSING).value
        self._item(
            sheet, row, ReportPart.VALUE, code, state=state, value=value, printed=answer.printed, note=note or None
        )

    def _answered(self, sheet: Grid, row: int, code: str, answer: CellAnswer) -> CellAnswer:
        """The answer once the person has said what the cell means; else the question is put."""
        written, metric = self._input(sheet, row), self.asked.metrics[code]
        scope = NONE_WORDS if answer.none else code
        if not answer.none and not answer.choices:
            return answer
        chosen = self.answers.get((scope, "" if answer.none else compact(written)))
        if chosen is not None:
            number = chosen.replace(".", "").replace(",", ".")
            return checked(float(number), written, metric) if number else CellAnswer()
        if answer.none:
            self.none_words.append((written, sheet, row + 1, self._at(Part.INPUT) + 1))
            return answer
        t = texts().reporting
        choices = {
            one: t.choice_number.format(number=plain(float(one.replace(",", "."))), measure=named(metric.measure))
            for one in answer.choices
        }
        prompt = t.ask_number.format(written=written, code=code, name=named(metric.name))
        cell = cell_name(row + 1, self._at(Part.INPUT) + 1)
        self.asks.append(Question(REPORT_CELL, written, scope, prompt, choices, sheet.name, cell))
        return answer

    def text(self, sheet: Grid, row: int, code: str) -> None:
        """A part of the narrative."""
        if self._is_broken(sheet, row, Part.INPUT):
            return
        words = self._input(sheet, row)
        if words:
            self._item(sheet, row, ReportPart.TEXT, code, text=words)
        if self._note(sheet, row):
            self.unread.of_note(sheet, row, self._at(Part.NOTE))

    def evidence(self, sheet: Grid, row: int, code: str) -> None:
        """A document that proves a result."""
        if self._is_broken(sheet, row, Part.INPUT, Part.NOTE):
            return
        title, link = self._input(sheet, row), self._note(sheet, row)
        if title or link:
            self._item(sheet, row, ReportPart.EVIDENCE, code, text=title or None, link=link or None)

    def _is_broken(self, sheet: Grid, row: int, *parts: Part) -> bool:
        """Whether a cell of words holds a formula that failed or was never worked out, which is told."""
        faults = [(broken(sheet, row, self._at(part)), self._at(part)) for part in parts]
        for fault, place in faults:
            if fault is not None:
                self._fault(fault, sheet, row, place, text_at(sheet, row, place))
        return any(fault is not None for fault, _ in faults)

    def tick(self, sheet: Grid, row: int, code: str) -> None:
        """The declaration that a task has nothing to report."""
        mark = compact(self._input(sheet, row))
        task = code.partition(".")[0]
        if mark in _TICKS:
            self.nil.add(task)
            self._item(sheet, row, ReportPart.NIL, task, text=self._note(sheet, row) or None)
        elif mark or self._input(sheet, row):
            words, place = texts().reporting.tick_unknown, self._at(Part.INPUT)
            self._fault(error("report_tick", words), sheet, row, place, self._input(sheet, row))
        elif self._note(sheet, row):
            self.unread.of_note(sheet, row, self._at(Part.NOTE))

    def _item(self, sheet: Grid, row: int, part: str, code: str, **values: object) -> None:
        place = {"sheet_no": sheet.number, "row_no": row + 1, "col_no": self._at(Part.INPUT) + 1}
        self.items.append({"part": part, "code": code, **values, **place})


_ITEMS: Mapping[str, Callable[[ItemReader, Grid, int, str], None]] = {
    ReportPart.VALUE: ItemReader.value,
    ReportPart.TEXT: ItemReader.text,
    ReportPart.EVIDENCE: ItemReader.evidence,
    ReportPart.NIL: ItemReader.tick,
}
