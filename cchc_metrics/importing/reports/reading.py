"""A unit's report workbook as facts: items by their codes, columns by their headers, wherever people moved them.

What is empty was not reported and is no fact; nothing is inferred. A nil report is declared by a tick. Every filled
cell that is not read is told with what stands in it.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

import numpy as np
import pandas as pd

from cchc_metrics.importing.interpret import empty_facts
from cchc_metrics.importing.normalise import compact
from cchc_metrics.importing.problems import Fault, Problems, cell_name, error, info
from cchc_metrics.importing.questions import REPORT_CELL
from cchc_metrics.importing.reports.asides import Asides, say_shifted
from cchc_metrics.importing.reports.cells import CellAnswer, answer_in, broken, checked, is_filled, text_at
from cchc_metrics.importing.reports.identity import cover_of, is_list
from cchc_metrics.importing.reports.report import UnitReport
from cchc_metrics.importing.reports.rows import PART as ROW
from cchc_metrics.importing.reports.rows import RowReader, heads_of
from cchc_metrics.importing.reports.sheets import NIL, AskedReport, Layout, Part, layout_of
from cchc_metrics.importing.reports.unread import Unread
from cchc_metrics.labels import named, texts
from cchc_metrics.labels.format import plain
from cchc_metrics.model import (
    CellKind,
    Grid,
    NameAnswer,
    Question,
    ReportPart,
    ValueState,
    Workbook,
)
from cchc_metrics.schema import UNIT_REPORTS

_OUR_MARK = "CCHC Metrics"
_TICKS = frozenset({"x", "co", "true", "1"})
# The scope of the one question about all words for «none».
NONE_WORDS = "none"


def read_unit_report(
    workbook: Workbook, asked: AskedReport, answers: Iterable[NameAnswer] = (), problems: Problems | None = None
) -> UnitReport:
    """The items of a report workbook. answers: of the person, to the questions of an earlier reading · problems: what
    is known of the file already.

    Errors: a column or a task's sheet that is gone, an unknown code beside a value, a code twice, a value that is no
    number, a code that a program turned into a number (4.10 and 4.1 would be one).
    """
    given = {(one.scope, compact(one.written)): one.target for one in answers}
    reader = _Reader(asked, given, problems or Problems())
    cover = cover_of(workbook)
    for sheet in workbook.sheets:
        if is_list(sheet) or _is_result(sheet):
            continue
        reader.unread.of_comments(sheet)
        lists = heads_of(sheet, asked) if asked.rows and sheet is not cover else None
        layout = layout_of(sheet, asked) if lists is None else None
        Asides(asked, reader.problems).of(sheet, layout)
        if lists is not None:
            reader.read_lists(sheet, *lists)
        elif layout is None or sheet is cover or not layout.is_ours:
            reader.unread.of_strange_sheet(sheet, is_cover=sheet is cover)
        elif reader.can_be_read(sheet, layout):
            reader.read(sheet, layout)
            say_shifted(sheet, layout, asked, reader.problems)
    return reader.report()


@dataclass(slots=True)
class _Reader:
    asked: AskedReport
    answers: Mapping[tuple[str, str], str]
    problems: Problems
    items: list[dict[str, object]] = field(default_factory=list)
    cells: dict[str, tuple[Grid, int, int]] = field(default_factory=dict)
    seen: set[str] = field(default_factory=set)
    refused: set[str] = field(default_factory=set)
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

    def read_lists(self, sheet: Grid, head: int, columns: Mapping[str, int]) -> None:
        """The sheet of lists; above its header only what is ours may stand."""
        self.unread.of_top(sheet, head)
        made = RowReader(self.asked, self.problems)
        made.read(sheet, head, columns)
        self.read_rows.setdefault(sheet.number, set()).update(made.rows)
        for code, text, row, place in made.items:
            where = {"sheet_no": sheet.number, "row_no": row, "col_no": place}
            self.items.append({"part": ROW, "code": code, "text": text, **where})

    def can_be_read(self, sheet: Grid, layout: Layout) -> bool:
        """Whether the columns that matter are there, each once; what is hidden is said."""
        said = texts().reporting
        names = dict(zip(Part, said.form_headers, strict=True))
        self.seen |= set(layout.rows.values())
        missing = [part for part in (Part.INPUT,) if part not in layout.columns]
        doubled = [part for part, _ in layout.doubled if part in (Part.INPUT, Part.NOTE, Part.CODE)]
        for part in missing:
            message = said.column_missing.format(sheet=sheet.name, column=names[part])
            self.problems.of_sheet(error("report_column_missing", message), sheet)
        for part in doubled:
            message = said.column_doubled.format(sheet=sheet.name, column=names[part])
            self.problems.of_sheet(error("report_column_doubled", message), sheet)
        self.refused |= {self.asked.task_of(code) for code in layout.rows.values()} if missing or doubled else set()
        if not missing and not doubled:
            self.unread.say_hidden(sheet, layout)
            self.unread.of_merges(sheet, layout)
        return not missing and not doubled

    def read(self, sheet: Grid, layout: Layout) -> None:
        self.layout = layout
        for row in range(sheet.height):
            code = layout.rows.get(row)
            if row in layout.headers:
                self.unread.of_header(sheet, row, layout)
            elif code is None:
                self._strange_row(sheet, row)
            else:
                self._item_row(sheet, row, code)
        if layout.by_name:
            rows = np.array(sorted(layout.by_name), dtype=np.int64) + 1
            self.problems.of_cells(info("report_by_name", texts().reporting.found_by_name), sheet, rows, 1)

    def _strange_row(self, sheet: Grid, row: int) -> None:
        """A row without an item: a code that the report does not have, or what nobody can read."""
        code = text_at(sheet, row, self.layout.columns.get(Part.CODE, -1))
        if _is_code(code):
            if self._filled(sheet, row):
                self._row(sheet, row)
                message = texts().reporting.code_unknown.format(code=code)
                self._fault(error("report_code_unknown", message), sheet, row, self._at(Part.CODE), code)
            return
        self.unread.of_row(sheet, row, self.layout)

    def _item_row(self, sheet: Grid, row: int, code: str) -> None:
        kind = str(self.asked.kind_of(code))
        self.unread.beside(sheet, row, code, self.layout)
        if not self._filled(sheet, row) or self._is_computed(code):
            return
        self._row(sheet, row)
        code_at = self._at(Part.CODE)
        if code_at >= 0 and sheet.columns[code_at].kinds[row] == CellKind.NUMBER:
            message = texts().reporting.code_became_number.format(code=code)
            self._fault(error("report_code_number", message), sheet, row, code_at, code)
        elif code in self.cells:
            other, at, _ = self.cells[code]
            message = texts().reporting.code_twice.format(code=code, sheet=other.name, row=at)
            self._fault(error("report_code_twice", message), sheet, row, max(code_at, 0), code)
        else:
            self.cells[code] = (sheet, row + 1, self._at(Part.INPUT) + 1)
            _ITEMS[kind](self, sheet, row, code)

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
        said = texts().reporting
        choices = {
            one: said.choice_number.format(number=plain(float(one.replace(",", "."))), measure=named(metric.measure))
            for one in answer.choices
        }
        prompt = said.ask_number.format(written=written, code=code, name=named(metric.name))
        cell = cell_name(row + 1, self._at(Part.INPUT) + 1)
        self.asks.append(Question(REPORT_CELL, written, scope, prompt, choices, sheet.name, cell))
        return answer

    def text(self, sheet: Grid, row: int, code: str) -> None:
        """A part of the narrative."""
        if self._is_broken(sheet, row, Part.INPUT):
            return
        words = self._input(sheet, row)
        if words:
            self._item(sheet, row, "text", code, text=words)
        if self._note(sheet, row):
            self.unread.of_note(sheet, row, self._at(Part.NOTE))

    def evidence(self, sheet: Grid, row: int, code: str) -> None:
        """A document that proves a result."""
        if self._is_broken(sheet, row, Part.INPUT, Part.NOTE):
            return
        title, link = self._input(sheet, row), self._note(sheet, row)
        if title or link:
            self._item(sheet, row, "evidence", code, text=title or None, link=link or None)

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

    def report(self) -> UnitReport:
        self._nil_contradicted()
        self._sheets_gone()
        self._ask_about_none()
        empty = empty_facts(UNIT_REPORTS)
        who = {name: getattr(self.asked, name) for name in ("unit_id", "form_code", "period_id")}
        facts = pd.DataFrame([{**who, **item} for item in self.items], columns=list(empty.columns))
        return UnitReport(
            facts=facts.astype(empty.dtypes.to_dict()),
            problems=self.problems,
            numbers=self.numbers,
            cells=self.cells,
            seen=frozenset(self.seen),
            nil=frozenset(self.nil),
            notes=self.notes,
            read_rows={number: frozenset(rows) for number, rows in self.read_rows.items()},
            questions=tuple(self.asks),
        )

    def _nil_contradicted(self) -> None:
        """A task ticked as nil that reports something all the same; zeros agree with nil."""
        for task in sorted(self.nil):
            said = [code for code, number in self.numbers.items() if self._denies(code, task, number)]
            if said:
                message = texts().reporting.nil_contradicted.format(task=task, codes=", ".join(said))
                sheet, row, column = self.cells[f"{task}.{NIL}"]
                self._fault(error("report_nil_contradicted", message), sheet, row - 1, column - 1)

    def _denies(self, code: str, task: str, number: Fraction) -> bool:
        """Whether a figure says that something happened in a task; a level is there all the same."""
        return self.asked.task_of(code) == task and number != 0 and not self.asked.metrics[code].level

    def _sheets_gone(self) -> None:
        """Tasks of which not a single row is left: their sheet was deleted, and with it perhaps their figures."""
        said, there = texts().reporting, {self.asked.task_of(code) for code in self.seen} | self.refused
        for task, name in self.asked.tasks.items():
            if task not in there:
                message = said.sheet_gone.format(task=task, sheet=self.asked.sheets.get(task, name))
                self.problems.of_file(error("report_sheet_gone", message))
        for task in sorted(set(self.asked.tasks) & there - self.refused):
            gone = [code for code in self.asked.required(task) if code not in self.seen]
            if gone:
                message = said.rows_gone.format(task=task, codes=", ".join(gone))
                self.problems.of_file(info("report_rows_gone", message))

    def _ask_about_none(self) -> None:
        if not self.none_words:
            return
        said = texts().reporting
        written = ", ".join(dict.fromkeys(words for words, *_ in self.none_words))
        _, sheet, row, column = self.none_words[0]
        prompt = said.ask_none.format(written=written)
        choices = {"0": said.choice_zero, "": said.choice_blank}
        count = len(self.none_words)
        where = (sheet.name, cell_name(row, column), count)
        self.asks.insert(0, Question(REPORT_CELL, "", NONE_WORDS, prompt, choices, *where))


_ITEMS: Mapping[str, Callable[[_Reader, Grid, int, str], None]] = {
    ReportPart.VALUE: _Reader.value,
    ReportPart.TEXT: _Reader.text,
    ReportPart.EVIDENCE: _Reader.evidence,
    ReportPart.NIL: _Reader.tick,
}


def _is_result(sheet: Grid) -> bool:
    """Whether a sheet is the list of findings that we put into a copy ourselves."""
    said = texts().workbooks
    return compact(sheet.name).startswith(compact(said.result_sheet)) and _OUR_MARK in text_at(sheet, 0, 0)


def _is_code(text: str) -> bool:
    """Whether a first cell looks like one of our codes, and not like a title or a note."""
    return text[:1].isdecimal() and len(text) <= 16 and " " not in text and "." in text
