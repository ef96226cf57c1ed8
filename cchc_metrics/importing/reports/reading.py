"""A unit's report workbook as facts: items by their codes, columns by their headers, wherever people moved them.

What is empty was not reported and is no fact; nothing is inferred. A nil report is declared by a tick. Every filled
cell that is not read is told with what stands in it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

import numpy as np
import pandas as pd

from cchc_metrics.importing.interpret import empty_facts
from cchc_metrics.importing.normalise import compact
from cchc_metrics.importing.problems import Problems, cell_name, error, info
from cchc_metrics.importing.questions import REPORT_CELL
from cchc_metrics.importing.reports.asides import Asides, say_shifted
from cchc_metrics.importing.reports.cells import text_at
from cchc_metrics.importing.reports.identity import cover_of, is_list
from cchc_metrics.importing.reports.items import NONE_WORDS, ItemReader
from cchc_metrics.importing.reports.report import UnitReport
from cchc_metrics.importing.reports.rows import PART as ROW
from cchc_metrics.importing.reports.rows import RowReader, heads_of
from cchc_metrics.importing.reports.sheets import NIL, AskedReport, Layout, Part, layout_of
from cchc_metrics.labels import texts
from cchc_metrics.model import (
    CellKind,
    Grid,
    NameAnswer,
    Question,
    Workbook,
)
from cchc_metrics.schema import UNIT_REPORTS

_OUR_MARK = "CCHC Metrics"


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
class _Reader(ItemReader):
    """Walks the sheets. seen: codes that have a row · refused: tasks whose sheet cannot be read."""

    seen: set[str] = field(default_factory=set)
    refused: set[str] = field(default_factory=set)

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
        t = texts().reporting
        names = dict(zip(Part, t.form_headers, strict=True))
        self.seen |= set(layout.rows.values())
        missing = [part for part in (Part.INPUT,) if part not in layout.columns]
        doubled = [part for part, _ in layout.doubled if part in (Part.INPUT, Part.NOTE, Part.CODE)]
        for part in missing:
            message = t.column_missing.format(sheet=sheet.name, column=names[part])
            self.problems.of_sheet(error("report_column_missing", message), sheet)
        for part in doubled:
            message = t.column_doubled.format(sheet=sheet.name, column=names[part])
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
            self.take(sheet, row, code)

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
        t, there = texts().reporting, {self.asked.task_of(code) for code in self.seen} | self.refused
        for task, name in self.asked.tasks.items():
            if task not in there:
                message = t.sheet_gone.format(task=task, sheet=self.asked.sheets.get(task, name))
                self.problems.of_file(error("report_sheet_gone", message))
        for task in sorted(set(self.asked.tasks) & there - self.refused):
            gone = [code for code in self.asked.required(task) if code not in self.seen]
            if gone:
                message = t.rows_gone.format(task=task, codes=", ".join(gone))
                self.problems.of_file(info("report_rows_gone", message))

    def _ask_about_none(self) -> None:
        if not self.none_words:
            return
        t = texts().reporting
        written = ", ".join(dict.fromkeys(words for words, *_ in self.none_words))
        _, sheet, row, column = self.none_words[0]
        prompt = t.ask_none.format(written=written)
        choices = {"0": t.choice_zero, "": t.choice_blank}
        count = len(self.none_words)
        where = (sheet.name, cell_name(row, column), count)
        self.asks.insert(0, Question(REPORT_CELL, "", NONE_WORDS, prompt, choices, *where))


def _is_result(sheet: Grid) -> bool:
    """Whether a sheet is the list of findings that we put into a copy ourselves."""
    t = texts().workbooks
    return compact(sheet.name).startswith(compact(t.result_sheet)) and _OUR_MARK in text_at(sheet, 0, 0)


def _is_code(text: str) -> bool:
    """Whether a first cell looks like one of our codes, and not like a title or a note."""
    return text[:1].isdecimal() and len(text) <= 16 and " " not in text and "." in text
