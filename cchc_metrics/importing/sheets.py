"""Sheets -> records under template headers, in the long layout (one fact per row) or the wide one (one per cell)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from cchc_metrics.importing.cells import (
    Field,
    Flags,
    Ints,
    Records,
    Words,
    make_field,
    read_field,
    same_word,
    word_field,
)
from cchc_metrics.importing.entities import EntityBook
from cchc_metrics.importing.headers import (
    Header,
    find_header,
    is_ordinal,
    needed,
    own_sheet,
    repeats_header,
    wide_header,
)
from cchc_metrics.importing.nodes import NodeBook
from cchc_metrics.importing.normalise import clean, key
from cchc_metrics.importing.periods import read_period
from cchc_metrics.importing.problems import Fault, Problems, column_name, error, info, warning
from cchc_metrics.labels import texts
from cchc_metrics.model import CellKind, Grid, GridColumn, Period, Workbook
from cchc_metrics.schema import Kind, Role

_VALUES = frozenset({Role.STATE_NUMBER, Role.NUMBER})


@dataclass(frozen=True, slots=True)
class SheetRows:
    """A sheet that was read: its non-empty rows below the header (1-based), and its records unless it was refused."""

    sheet: Grid
    read: Ints
    records: Records | None


def read_sheets(
    workbook: Workbook, kind: Kind, entities: EntityBook, nodes: NodeBook, problems: Problems
) -> tuple[SheetRows, ...]:
    """Every sheet that holds a table of this kind. What is left out is said."""
    found: list[SheetRows] = []
    for sheet in workbook.sheets:
        filled = _filled(sheet.columns, sheet.height)
        if own_sheet(sheet) or not filled.any():
            continue
        header = None if sheet.hidden else find_header(sheet, kind, nodes)
        if header is None:
            _say_unread(sheet, kind, problems)
            continue
        read = np.flatnonzero(filled[header.row + 1 :]) + header.row + 2
        reader = _SheetReader(workbook.file_name, sheet, header, read, kind, entities, nodes, problems)
        found.append(SheetRows(sheet, read, reader.records()))
    if not found:
        problems.of_file(error("table_not_found", texts().findings.table_not_found.format(kind=kind.title)))
    return tuple(found)


def _say_unread(sheet: Grid, kind: Kind, problems: Problems) -> None:
    t = texts().findings
    if sheet.hidden:
        problems.of_sheet(warning("sheet_hidden", t.sheet_hidden.format(sheet=sheet.name)), sheet, sheet.name)
    else:
        message = t.sheet_without_table.format(sheet=sheet.name, kind=kind.title)
        problems.of_sheet(warning("sheet_without_table", message), sheet, sheet.name)


def _filled(columns: Iterable[GridColumn | Field], height: int) -> Flags:
    filled = np.zeros(height, dtype=np.bool_)
    for column in columns:
        filled |= column.kinds != CellKind.EMPTY
    return filled


@dataclass(slots=True)
class _SheetReader:
    """Reads one sheet under one header and reports what it leaves out."""

    file_name: str
    sheet: Grid
    header: Header
    read: Ints
    kind: Kind
    entities: EntityBook
    nodes: NodeBook
    problems: Problems

    def records(self) -> Records | None:
        """The records of the sheet; None when the header itself is at fault (every row is then rejected)."""
        self._say_hidden_rows()
        if not self._sound_header():
            return None
        if self.header.criteria:
            return self._wide_records()
        self._say_unread_columns()
        return self._long_records()

    def _sound_header(self) -> bool:
        t = texts().findings
        row = np.array([self.header.row + 1], dtype=np.int64)
        for header, places in self.header.repeated.items():
            columns = np.array(places, dtype=np.int64) + 1
            fault = error("header_repeated", t.header_repeated.format(header=header))
            self.problems.of_cells(fault, self.sheet, np.repeat(row, len(columns)), columns, header)
        if self.header.missing:
            missing = "; ".join(self.header.missing)
            self._refuse("columns_missing", t.columns_missing.format(headers=missing), missing)
        refused = bool(self.header.repeated or self.header.missing)
        return not refused

    def _refuse(self, code: str, message: str, value: str = "") -> None:
        self.problems.of_sheet(error(code, message), self.sheet, value)

    def _say_hidden_rows(self) -> None:
        if not self.sheet.hidden_rows:
            return
        hidden = self.read[np.isin(self.read, self.sheet.hidden_rows)]
        if len(hidden):
            fault = info("rows_hidden", texts().findings.rows_hidden)
            self.problems.of_cells(fault, self.sheet, hidden, 1)

    def _say_unread_columns(self) -> None:
        t = texts().findings
        row = np.array([self.header.row + 1], dtype=np.int64)
        for place, text in self.header.others.items():
            ordinal = is_ordinal(text)
            message = t.column_ordinal if ordinal else t.column_unread
            fault = info("column_ordinal" if ordinal else "column_unread", message.format(header=text))
            self.problems.of_cells(fault, self.sheet, row, place + 1, text)
        for place, column in enumerate(self.sheet.columns):
            if place not in self.header.texts and (column.kinds[self.read - 1] != CellKind.EMPTY).any():
                message = t.column_without_header.format(column=column_name(place + 1))
                self.problems.of_cells(info("column_without_header", message), self.sheet, row, place + 1)

    def _ignore(self, fault: Fault, rows: Ints) -> None:
        if len(rows):
            self.problems.of_cells(fault, self.sheet, rows, 1)

    def _data_rows(self) -> Ints:
        """The rows (0-based) below the header, less those that say it again or number its columns."""
        again = np.array(repeats_header(self.sheet, self.header), dtype=np.int64)
        if not len(again):
            return self.read - 1
        self._ignore(info("row_of_headers", texts().findings.row_of_headers), np.sort(again) + 1)
        return self.read[~np.isin(self.read, again + 1)] - 1

    def _long_records(self) -> Records:
        rows = self._data_rows()
        fields = {name: self._field(place, rows) for name, place in self.header.columns.items()}
        filled = _filled(fields.values(), len(rows))
        note = filled & self._only_notes(fields, len(rows))
        if not filled.all() or note.any():
            t = texts().findings
            self._ignore(info("row_without_data", t.row_without_data), rows[~filled] + 1)
            self._ignore(warning("row_is_note", t.row_is_note), rows[note] + 1)
            rows = rows[filled & ~note]
            fields = {name: self._field(place, rows) for name, place in self.header.columns.items()}
        return Records(self.sheet, rows + 1, fields)

    def _only_notes(self, fields: Mapping[str, Field], height: int) -> Flags:
        """Rows of a table of values that fill at most one of the required columns, and not the value's."""
        value = next((c.header for c in self.kind.template if c.required and c.role in _VALUES), None)
        if value is None or value not in fields:
            return np.zeros(height, dtype=np.bool_)
        said = np.zeros(height, dtype=np.int64)
        for group in needed(self.kind):
            said += _filled((fields[header] for header in group if header in fields), height)
        return (said <= 1) & ~fields[value].filled

    def _field(self, place: int, rows: Ints) -> Field:
        return read_field(self.sheet.columns[place], rows, place + 1)

    def _wide_records(self) -> Records | None:
        """One record per row and criterion: the header of the criterion stands as the record's criterion name."""
        index = self._index_field()
        if index is None:
            return None
        period = self._period_field()
        if period is None:
            return None
        self._say_unread_columns()
        places = np.array(sorted(self.header.criteria), dtype=np.int64)
        rows = self._rows_with_values(places)
        said = {name: self._field(place, rows).repeated(len(places)) for name, place in self.header.columns.items()}
        length = len(rows) * len(places)
        for role, word in ((Role.INDEX, index), (Role.PERIOD, period)):
            if word:
                said[self._header_of(role)] = word_field(same_word(word, length))
        codes = np.tile(np.arange(len(places), dtype=np.int64), len(rows))
        headers = tuple(self.header.criteria[int(place)] for place in places)
        columns = np.tile(places + 1, len(rows))
        said[self._header_of(Role.NODE_NAME)] = word_field(Words(codes, headers), columns)
        said[self._header_of(Role.STATE_NUMBER)] = self._block(places, rows, columns)
        return Records(self.sheet, np.repeat(rows + 1, len(places)), said, wide=True)

    def _block(self, places: Ints, rows: Ints, columns: Ints) -> Field:
        """The cells of a block, row by row."""
        grid = [self.sheet.columns[int(place)] for place in places]
        kinds = np.stack([column.kinds[rows] for column in grid], axis=1).ravel()
        numbers = np.stack([column.numbers[rows] for column in grid], axis=1).ravel()
        spoken = np.stack([column.texts[rows] for column in grid], axis=1).ravel()
        return make_field(kinds, numbers, spoken, columns)

    def _rows_with_values(self, places: Ints) -> Ints:
        """Rows (0-based) of the block; a row with no value that names no entity is a note or a signature."""
        rows = self._data_rows()
        valued = _filled((self._field(int(place), rows) for place in places), len(rows))
        named = np.zeros(len(rows), dtype=np.bool_)
        for role in (Role.ENTITY_CODE, Role.ENTITY_NAME):
            place = self.header.columns.get(self._header_of(role))
            if place is not None:
                spoken = self._field(place, rows).texts
                known = np.array([self.entities.knows(word) for word in spoken.words], dtype=np.bool_)
                named |= spoken.take(known, False)
        kept = valued | named
        self._ignore(info("row_without_data", texts().findings.row_without_data), rows[~kept] + 1)
        return rows[kept]

    def _header_of(self, role: Role) -> str:
        return next(column.header for column in self.kind.template if column.role is role)

    def _index_field(self) -> str | None:
        """The index of the whole sheet, from its name or the file's; empty when a column says it; None: unknown."""
        if self._header_of(Role.INDEX) in self.header.columns:
            self._keep_criteria(self.nodes.indexes)
            return ""
        for name in (self.sheet.name, self.file_name):
            found = self.nodes.indexes_in(name)
            if len(found) == 1:
                self._keep_criteria(found)
                return found[0]
        known = "; ".join(self.nodes.indexes)
        self._refuse("wide_index_unknown", texts().findings.wide_index_unknown.format(names=known))
        return None

    def _keep_criteria(self, indexes: tuple[str, ...]) -> None:
        """Of the candidate columns only those that are criteria of the index; the rest is named as unread."""
        frameworks = [self.nodes.any_year(index_code) for index_code in indexes]
        criteria = {
            place: text
            for place, text in self.header.criteria.items()
            if any(framework.named(text) for framework in frameworks)
        }
        self.header = wide_header(self.header, self.kind, criteria)

    def _period_field(self) -> str | None:
        """The period of the whole sheet, from its name; empty when a column says it; None: unknown."""
        if self._header_of(Role.PERIOD) in self.header.columns:
            return ""
        name = clean(self.sheet.name)
        bare = f" {key(name)} "
        for index_code in self.nodes.indexes:
            bare = bare.replace(f" {key(index_code)} ", " ")
        for text in (name, bare.strip()):
            if isinstance(read_period(text), Period):
                return text
        self._refuse("wide_period_unknown", texts().findings.wide_period_unknown.format(sheet=self.sheet.name))
        return None
