"""The sheet of lists in a unit's workbook: solutions, initiatives, articles, each a row that is carried until done."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

import numpy as np

from cchc_metrics.importing.normalise import compact
from cchc_metrics.importing.problems import Fault, Problems, column_name, error, warning
from cchc_metrics.importing.reports.cells import broken, text_at
from cchc_metrics.importing.reports.sheets import AskedReport, filled_places
from cchc_metrics.labels import every, named, texts, wordings
from cchc_metrics.model import CellKind, Grid
from cchc_metrics.schema import ROW_STATES

PART = "row"
CODE, TITLE, TIED, STATE, OWNER, DUE, EVIDENCE = "code", "title", "tied_to", "state", "owner", "due", "evidence"
# The columns of the sheet in order; the words of their headers are ``texts().lists.sheet_headers``.
FIELDS = (CODE, TITLE, TIED, STATE, OWNER, DUE, EVIDENCE)
_CODE = re.compile(r"([^.\s]+)\.DS([1-9]\d{0,3})")
_DAY = re.compile(r"\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*")
_EPOCH = date(1899, 12, 30)


def row_code(task: str, number: int) -> str:
    """The code of a row of a task's list: «2.DS1»."""
    return f"{task}.DS{number}"


def row_of_code(code: str) -> tuple[str, int] | None:
    """Task and number of a row; None for what is no code of one."""
    match = _CODE.fullmatch(code)
    return (match[1], int(match[2])) if match else None


def heads_of(sheet: Grid, asked: AskedReport) -> tuple[int, dict[str, int]] | None:
    """The header row of a sheet of lists and its columns by field, from 0; None when the sheet is none."""
    spoken = every(lambda words: words.lists.sheet_headers)
    fields = {compact(words): name for said in spoken for words, name in zip(said, FIELDS, strict=True)}
    for row in range(sheet.height):
        found: dict[str, int] = {}
        for place in range(len(sheet.columns)):
            name = fields.get(compact(text_at(sheet, row, place)))
            if name is not None:
                found.setdefault(name, place)
        if {TITLE, STATE} <= found.keys() or len(found) > len(FIELDS) // 2:
            return row, found
    has_codes = any(row_of_code(text_at(sheet, row, 0)) for row in range(sheet.height)) if sheet.columns else False
    return (-1, {}) if has_codes and asked.rows else None


@dataclass(slots=True)
class RowReader:
    """Reads the sheet of lists. items: (code of the field, its text, row) · rows: those that bear something, from 1."""

    asked: AskedReport
    problems: Problems
    items: list[tuple[str, str, int, int]] = field(default_factory=list)
    rows: set[int] = field(default_factory=set)

    def read(self, sheet: Grid, head: int, columns: Mapping[str, int]) -> None:
        """Every row below the header; what is not read is told."""
        t = texts().reporting
        names = dict(zip(FIELDS, texts().lists.sheet_headers, strict=True))
        missing = [names[name] for name in FIELDS if name not in columns]
        if missing:
            message = t.column_missing.format(sheet=sheet.name, column=", ".join(missing))
            self.problems.of_sheet(error("report_column_missing", message), sheet)
            return
        seen: dict[str, int] = {}
        for row in range(head + 1, sheet.height):
            code = text_at(sheet, row, columns[CODE])
            places = [place for place in filled_places(sheet, row) if place != columns[CODE]]
            self._beside(sheet, row, [place for place in places if place not in columns.values()])
            mine = [place for place in places if place in columns.values()]
            if not mine:
                continue
            if code not in self.asked.rows:
                self.rows.add(row + 1)
                message = t.code_unknown.format(code=code)
                self._fault(sheet, row, columns[CODE], error("report_code_unknown", message))
            elif code in seen:
                words = t.code_twice.format(code=code, sheet=sheet.name, row=seen[code] + 1)
                self._fault(sheet, row, columns[CODE], error("report_code_twice", words))
            else:
                seen[code] = row
                self._row(sheet, row, code, columns)

    def _row(self, sheet: Grid, row: int, code: str, columns: Mapping[str, int]) -> None:
        t, known = texts().lists, self.asked.rows[code]
        self.rows.add(row + 1)
        for name in FIELDS[1:]:
            fault = broken(sheet, row, columns[name])
            if fault is not None:
                self._fault(sheet, row, columns[name], fault)
                return
        words = {name: text_at(sheet, row, columns[name]) for name in FIELDS[1:]}
        if not words[TITLE]:
            self._fault(sheet, row, columns[TITLE], error("report_row_title", t.title_missing))
            return
        if known and compact(known) != compact(words[TITLE]):
            message = t.row_taken.format(code=code, title=known)
            self._fault(sheet, row, columns[TITLE], error("report_row_taken", message))
            return
        states = {compact(one): state for word, state in ROW_STATES.items() for one in wordings(word)}
        state = states.get(compact(words[STATE])) if words[STATE] else next(iter(ROW_STATES.values()))
        if state is None:
            message = t.row_state.format(states=", ".join(map(named, ROW_STATES)))
            self._fault(sheet, row, columns[STATE], error("report_row_state", message))
            return
        due = _day(sheet, row, columns[DUE]) if words[DUE] else ""
        if due is None:
            self._fault(sheet, row, columns[DUE], error("report_row_due", t.row_due))
            return
        told = {TITLE: words[TITLE], TIED: words[TIED], STATE: state, OWNER: words[OWNER], DUE: due}
        for name, text in (*told.items(), (EVIDENCE, words[EVIDENCE])):
            if text:
                self.items.append((f"{code}.{name}", text, row + 1, columns[name] + 1))

    def _beside(self, sheet: Grid, row: int, places: list[int]) -> None:
        for place in places:
            message = texts().reporting.unread_column.format(column=column_name(place + 1))
            rows = np.array([row + 1], dtype=np.int64)
            fault = warning("report_cell_unread", message)
            self.problems.of_cells(fault, sheet, rows, place + 1, text_at(sheet, row, place))
            self.rows.add(row + 1)

    def _fault(self, sheet: Grid, row: int, place: int, fault: Fault) -> None:
        value = text_at(sheet, row, place)
        self.problems.of_cells(fault, sheet, np.array([row + 1], dtype=np.int64), place + 1, value)


def _day(sheet: Grid, row: int, place: int) -> str | None:
    """A day in ISO form; None for what is none."""
    column = sheet.columns[place]
    if column.kinds[row] == CellKind.DATE:
        return (_EPOCH + timedelta(days=int(column.numbers[row]))).isoformat()
    match = _DAY.fullmatch(text_at(sheet, row, place))
    try:
        return date(int(match[3]), int(match[2]), int(match[1])).isoformat() if match else None
    except ValueError:
        return None


def told_rows(items: Iterable[tuple[str, str]]) -> dict[tuple[str, int], dict[str, str]]:
    """(task, number) -> field -> text, from the codes and texts of the items of this part."""
    found: dict[tuple[str, int], dict[str, str]] = {}
    for code, text in items:
        whole, _, name = code.rpartition(".")
        place = row_of_code(whole)
        if place is not None:
            found.setdefault(place, {})[name] = text
    return found
