"""Sheets -> records under template headers, as a mapping says: the one reader of every shape of table."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from cchc_metrics.importing.cells import Flags, Ints, Records
from cchc_metrics.importing.entities import EntityBook
from cchc_metrics.importing.headers import is_ordinal, match_header, own_sheet
from cchc_metrics.importing.nodes import NodeBook
from cchc_metrics.importing.problems import Fault, Problems, column_name, error, info, warning
from cchc_metrics.importing.tables.constants import sources_of
from cchc_metrics.importing.tables.heads import first_texts, header_texts
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
from cchc_metrics.importing.tables.rows import RowSort, sort_of
from cchc_metrics.importing.understanding import names_entities
from cchc_metrics.labels import texts
from cchc_metrics.model import CellKind, FileMapping, Grid, TableMap, Workbook
from cchc_metrics.schema import SCORES, Kind

# So many columns that no table reads are named one by one; more are one finding.
_MOST_COLUMNS = 5


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
        reader = _SheetReader(workbook.file_name, sheet, tables, filled, kind, entities, nodes, problems, by_person)
        if (rows := reader.read()) is not None:
            found.append(rows)
    if not found and not (by_person and mapping.tables):
        problems.of_file(error("table_not_found", texts().findings.table_not_found.format(kind=kind.title)))
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
        message = t.sheet_without_table.format(sheet=sheet.name, kind=kind.title)
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
        placed = place(tables, self.sheet)
        read = rows_below(self.sheet, placed, self.filled)
        self._say_hidden(read, placed)
        records, bodies = [], []
        for at, one in zip(on_sheet, placed, strict=True):
            rows = self._body(one, placed, read)
            found = None if faults[at] or self._says_twice(one) else self._reader(one, placed, rows).records()
            bodies.append(rows)
            if found is None:
                self.problems.reject(self.sheet, rows)
            else:
                records.append(found)
        self._say_outside(read, bodies)
        if records:
            self._say_unread_columns(placed, read)
        return SheetRows(self.sheet, read, tuple(records))

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
                fault = error("header_repeated", texts().findings.header_repeated.format(header=header))
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
            rows = np.full(len(columns), placed[0].table.header[1], dtype=np.int64)
            self.problems.of_cells(info("columns_hidden", message), self.sheet, rows, np.array(columns))

    def _say_outside(self, read: Ints, bodies: Sequence[Ints]) -> None:
        """Rows that no table reaches: sums and notes by their name, the rest as a range."""
        t = texts().findings
        outside = read[~np.isin(read, np.concatenate(bodies))]
        sorts = [sort_of(text) for text in first_texts(self.sheet, outside, (1, len(self.sheet.columns)))]
        for sort, message in ((RowSort.AGGREGATE, t.row_aggregate), (RowSort.NOTE, t.row_note)):
            chosen = np.array([one is sort for one in sorts], dtype=np.bool_)
            self.problems.of_cells(info(sort, message), self.sheet, outside[chosen], 1)
        rest = outside[np.array([one in (None, RowSort.SECTION) for one in sorts], dtype=np.bool_)]
        if len(rest):
            message = t.rows_outside.format(rows=_ranges(rest))
            self.problems.of_cells(info("rows_outside", message), self.sheet, rest, 1)

    def _say_unread_columns(self, placed: Sequence[Placed], read: Ints) -> None:
        t = texts().findings
        used = {column for one in placed for column in used_columns(one.table)}
        headed: list[tuple[int, int, str]] = []
        for column in range(1, len(self.sheet.columns) + 1):
            if column in used:
                continue
            row, text = self._heading(placed, column)
            if text and is_ordinal(text):
                self._of_header(info("column_ordinal", t.column_ordinal.format(header=text)), row, column, text)
            elif text:
                headed.append((row, column, text))
            elif (self.sheet.columns[column - 1].kinds[read - 1] != CellKind.EMPTY).any():
                message = t.column_without_header.format(column=column_name(column))
                self._of_header(info("column_without_header", message), row, column)
        if len(headed) <= _MOST_COLUMNS:
            for row, column, text in headed:
                self._of_header(info("column_unread", t.column_unread.format(header=text)), row, column, text)
            return
        names = ", ".join(column_name(column) for _, column, _ in headed[:_MOST_COLUMNS])
        message = t.columns_unread.format(count=len(headed), columns=names)
        rows, columns = (np.array([one[at] for one in headed], dtype=np.int64) for at in (0, 1))
        self.problems.of_cells(info("column_unread", message), self.sheet, rows, columns)

    def _of_header(self, fault: Fault, row: int, column: int, text: str = "") -> None:
        self.problems.of_cells(fault, self.sheet, np.array([row], dtype=np.int64), column, text)

    def _heading(self, placed: Sequence[Placed], column: int) -> tuple[int, str]:
        """The words over a column that no table reads, and the last row of the header that holds them."""
        for one in placed:
            if said := header_texts(self.sheet, one.table.header, column):
                return one.table.header[1], " – ".join(said)
        return placed[0].table.header[1], ""


def _ranges(rows: Ints) -> str:
    """Rows as runs: ``12–14, 20``; at most ten runs."""
    runs = np.split(rows, np.flatnonzero(np.diff(rows) > 1) + 1)
    shown = [str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs[:10]]
    return ", ".join([*shown, "…"] if len(runs) > 10 else shown)
