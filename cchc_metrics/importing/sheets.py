"""Sheets -> records under template headers, as a mapping says: the one reader of every shape of table."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from cchc_metrics.importing.cells import Flags, Ints, Records
from cchc_metrics.importing.entities import EntityBook
from cchc_metrics.importing.headers import find_header, match_header, own_sheet
from cchc_metrics.importing.nodes import NodeBook
from cchc_metrics.importing.periods import read_period
from cchc_metrics.importing.problems import Problems, column_name, error, info, warning
from cchc_metrics.importing.tables.constants import sources_of
from cchc_metrics.importing.tables.doubts import Doubts
from cchc_metrics.importing.tables.judging import ENTITY
from cchc_metrics.importing.tables.merges import merged_down
from cchc_metrics.importing.tables.placing import (
    Placed,
    filled_rows,
    misfits,
    misfits_of_file,
    place,
    rows_below,
    tables_of,
    used_columns,
)
from cchc_metrics.importing.tables.reader import TableReader
from cchc_metrics.importing.tables.unread import Unread
from cchc_metrics.importing.understanding import names_entities
from cchc_metrics.importing.understanding.bodies import is_name
from cchc_metrics.importing.understanding.view import View
from cchc_metrics.labels import named, texts
from cchc_metrics.model import FileMapping, Grid, Period, TableMap, Workbook
from cchc_metrics.schema import SCORES, Kind, Role


@dataclass(frozen=True, slots=True)
class SheetRows:
    """A sheet that was read: its non-empty rows below the first header (1-based), the records of each sound table."""

    sheet: Grid
    read: Ints
    records: tuple[Records, ...]


def read_sheets(
    workbook: Workbook,
    kind: Kind,
    mapping: FileMapping,
    entities: EntityBook,
    nodes: NodeBook,
    *,
    problems: Problems,
    by_person: bool,
) -> tuple[SheetRows, ...]:
    """Every sheet of which a table is mapped. What is left out is said.

    by_person: somebody wrote the mapping, so that its faults are told in its own words.
    """
    for fault in misfits_of_file(mapping, workbook, kind):
        problems.of_file(fault)
    found: list[SheetRows] = []
    for sheet in workbook.sheets:
        filled = filled_rows(sheet)
        if own_sheet(sheet) or not filled.any():
            continue
        tables = tables_of(mapping, sheet)
        if not tables:
            _say_unread(sheet, kind, mapping, problems, (entities, nodes))
            continue
        reader = _SheetReader(
            *(workbook.file_name, sheet, tables, filled, kind, entities, nodes, problems, by_person),
            stamped=workbook.stamp is not None,
        )
        if (rows := reader.read()) is not None:
            found.append(rows)
    if not found and not (by_person and mapping.tables):
        problems.of_file(error("table_not_found", texts().findings.table_not_found.format(kind=named(kind.title))))
    return tuple(found)


def _say_unread(
    sheet: Grid, kind: Kind, mapping: FileMapping, problems: Problems, books: tuple[EntityBook, NodeBook]
) -> None:
    t = texts().findings
    if sheet.name in mapping.skipped:
        problems.of_sheet(info("sheet_skipped", t.sheet_skipped.format(sheet=sheet.name)), sheet, sheet.name)
    elif sheet.hidden:
        problems.of_sheet(warning("sheet_hidden", t.sheet_hidden.format(sheet=sheet.name)), sheet, sheet.name)
    elif kind.name == SCORES.name and names_entities(sheet, books[0]):
        indexes = "; ".join(books[1].indexes) or t.none_yet
        message = t.sheet_without_criteria.format(sheet=sheet.name, indexes=indexes)
        problems.of_sheet(warning("sheet_without_criteria", message), sheet, sheet.name)
    else:
        message = t.sheet_without_table.format(sheet=sheet.name, kind=named(kind.title))
        problems.of_sheet(warning("sheet_without_table", message), sheet, sheet.name)


@dataclass(slots=True)
class _SheetReader:
    """Reads the tables of one sheet and reports what none of them reads."""

    file_name: str
    sheet: Grid
    tables: Sequence[TableMap]
    filled: Flags
    kind: Kind
    entities: EntityBook
    nodes: NodeBook
    problems: Problems
    by_person: bool
    stamped: bool

    def read(self) -> SheetRows | None:
        """The records of the sheet; rows of a table that is at fault are rejected. None when no table lies on it."""
        faults = {
            at: misfits(table, self.sheet, self.kind, self.nodes.indexes, by_person=self.by_person)
            for at, table in enumerate(self.tables)
        }
        on_sheet = [at for at, table in enumerate(self.tables) if table.header[1] <= self.sheet.height]
        for fault, value in (one for found in faults.values() for one in found):
            self.problems.of_sheet(fault, self.sheet, value)
        if not on_sheet:
            return None
        # A table at fault has no end that can be trusted: all that may be its rows is rejected.
        tables = [replace(self.tables[at], last_row=None) if faults[at] else self.tables[at] for at in on_sheet]
        if self.by_person:
            tables = [self._without_data_header(table) for table in tables]
        placed = place(tables, self.sheet)
        read = rows_below(placed, self.filled)
        self._say_hidden(read, placed)
        records, bodies = [], []
        doubts = self._doubts(placed, read)
        for at, one, doubtful in zip(on_sheet, placed, doubts, strict=True):
            rows = self._body(one, placed, read)
            broken = faults[at] or self._says_twice(one) or doubtful
            found = None if broken else self._reader(one, placed, rows).records()
            bodies.append(rows)
            if found is None:
                self.problems.reject(self.sheet, rows)
            else:
                records.append(found)
        unread = Unread(
            self.sheet,
            placed,
            read,
            bodies,
            self.entities,
            self.nodes,
            self.problems,
            self.by_person,
            View(self.sheet),
            self._periods(records),
            self.kind,
        )
        unread.say_titles()
        unread.say_rows()
        if records:
            unread.say_columns()
            unread.say_other_names()
        return SheetRows(self.sheet, read, tuple(records))

    def _doubts(self, placed: Sequence[Placed], read: Ints) -> list[bool]:
        """Which tables were understood doubtfully: none where a person or our template says what they are."""
        if self.by_person or self.kind.name != SCORES.name or self.stamped or find_header(self.sheet, self.kind):
            return [False] * len(placed)
        return Doubts(self.sheet, placed, read, self.entities, self.nodes, self.problems, View(self.sheet)).all()

    def _periods(self, records: Sequence[Records]) -> frozenset[str]:
        header = next((column.header for column in self.kind.template if column.role is Role.PERIOD), "")
        found = (read_period(word) for one in records for word in one.words(header).words)
        return frozenset(period.id for period in found if isinstance(period, Period))

    def _without_data_header(self, table: TableMap) -> TableMap:
        """The table without a header where the row given as one names an entity beside a number."""
        first, last = table.header
        names = [
            table.columns[column.header]
            for column in self.kind.template
            if column.role in ENTITY and column.header in table.columns
        ]
        values = [one.column for one in table.across] or [at for at in table.columns.values() if at not in names]
        view = View(self.sheet)
        known = is_name(self.entities)
        for row in range(first, last + 1):
            named = any(known(view.text(row - 1, column - 1)) for column in names)
            if named and any(view.plain_number(row - 1, column - 1) for column in values if column <= view.width):
                fault = warning("header_is_data", texts().intake.header_is_data.format(row=row))
                self.problems.of_cells(fault, self.sheet, np.array([row], dtype=np.int64), names[0])
                return replace(table, header=(row, row - 1))
        return table

    def _body(self, one: Placed, placed: Sequence[Placed], read: Ints) -> Ints:
        """The rows of a table; beside other tables only those that fill a cell of its own columns."""
        rows = read[one.has_rows(read)]
        if len(placed) == 1:
            return rows
        return rows[filled_rows(self.sheet, one.span)[rows - 1]]

    def _reader(self, one: Placed, placed: Sequence[Placed], rows: Ints) -> TableReader:
        sheet = merged_down(self.sheet, one, self.kind)
        sources = sources_of(one, placed, self.sheet, self.file_name)
        span = (1, len(sheet.columns)) if len(placed) == 1 else one.span
        return TableReader(
            sheet, one, rows, sources, self.kind, self.entities, self.nodes, self.problems, self.by_person, span
        )

    def _says_twice(self, one: Placed) -> bool:
        """Whether one header stands twice in the header that our own templates have; nobody said which is meant."""
        first, last = one.table.header
        if self.by_person or first != last:
            return False
        repeated = match_header(self.sheet, first - 1, self.kind).repeated
        mine = set(range(one.span[0], one.span[1] + 1)) if len(self.tables) > 1 else None
        row = np.array([first], dtype=np.int64)
        told = False
        for header, places in repeated.items():
            columns = np.array([at + 1 for at in places if mine is None or at + 1 in mine], dtype=np.int64)
            if len(columns) > 1 and header in one.table.columns:
                fault = error("header_repeated", texts().findings.header_repeated.format(header=named(header)))
                self.problems.of_cells(fault, self.sheet, np.repeat(row, len(columns)), columns, header)
                told = True
        return told

    def _say_hidden(self, read: Ints, placed: Sequence[Placed]) -> None:
        t = texts().findings
        if self.sheet.hidden:
            message = t.sheet_hidden_read.format(sheet=self.sheet.name)
            self.problems.of_sheet(info("sheet_hidden_read", message), self.sheet, self.sheet.name)
        hidden = read[np.isin(read, self.sheet.hidden_rows)] if self.sheet.hidden_rows else read[:0]
        self.problems.of_cells(info("rows_hidden", t.rows_hidden), self.sheet, hidden, 1)
        used = {column for one in placed for column in used_columns(one.table)}
        columns = [column for column in self.sheet.hidden_columns if column in used]
        if columns:
            message = t.columns_hidden.format(columns=", ".join(map(column_name, columns)))
            rows = np.full(len(columns), max(placed[0].table.header[1], 1), dtype=np.int64)
            self.problems.of_cells(info("columns_hidden", message), self.sheet, rows, np.array(columns))
