"""One table of a sheet -> records under template headers: one per row, or one per row and group of columns across."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from cchc_metrics.importing.cells import (
    Field,
    Flags,
    Ints,
    Records,
    Words,
    distinct,
    make_field,
    read_field,
    same_word,
    word_field,
)
from cchc_metrics.importing.entities import EntityBook
from cchc_metrics.importing.nodes import NodeBook
from cchc_metrics.importing.problems import Problems, column_name, info, warning
from cchc_metrics.importing.tables.constants import Sources, one_period, resolve, told_by_title
from cchc_metrics.importing.tables.doubles import without_doubles
from cchc_metrics.importing.tables.fitting import FROM_HEADER, period_over
from cchc_metrics.importing.tables.judging import RowJudge, any_filled
from cchc_metrics.importing.tables.merges import merged_below
from cchc_metrics.importing.tables.placing import Group, Placed, groups_of, value_header
from cchc_metrics.importing.tables.rows import repeats_header
from cchc_metrics.labels import texts
from cchc_metrics.model import FROM_FILE, FROM_SHEET, FROM_TITLE, AcrossColumn, CellKind, Grid, GridColumn
from cchc_metrics.schema import Kind, Role


@dataclass(slots=True)
class TableReader:
    """Reads one table and reports what it leaves out. rows: the filled rows (1-based) between its header and end."""

    sheet: Grid
    placed: Placed
    rows: Ints
    sources: Sources
    kind: Kind
    entities: EntityBook
    nodes: NodeBook
    problems: Problems
    by_person: bool
    span: tuple[int, int]

    @property
    def judge(self) -> RowJudge:
        return RowJudge(self.sheet, self.span, self.kind, self.entities, self.nodes, self.problems)

    def records(self) -> Records | None:
        """The records of the table; None when a constant of it is unknown (every row is then rejected)."""
        table, sources = self.placed.table, self.sources
        constants, faults = resolve(table.constants, self.kind, sources, self.entities, self.nodes)
        for fault, written in faults:
            self.problems.of_sheet(fault, self.sheet, written)
        if faults:
            return None
        self._say_taken(constants)
        self._say_contradicted(constants)
        again = repeats_header(self.sheet, self.placed, self.rows)
        self.judge.ignore(info("row_of_headers", texts().findings.row_of_headers), again)
        rows = (self.rows[~np.isin(self.rows, again)] if len(again) else self.rows) - 1
        said = {header: self._field(column, rows) for header, column in table.columns.items()}
        nobody = self.judge.nobodys(said, rows, self._figures(rows))
        if nobody.any():
            rows = rows[~nobody]
            said = {header: field.at(~nobody) for header, field in said.items()}
        return self._across(rows, said, constants) if table.across else self._long(rows, said, constants)

    def _figures(self, rows: Ints) -> Flags:
        """The rows (0-based) with a number under a column of values."""
        table = self.placed.table
        places = [one.column for one in table.across] or [table.columns.get(value_header(self.kind) or "", 0)]
        found = np.zeros(len(rows), dtype=np.bool_)
        for column in places:
            if column:
                found |= np.isin(self.sheet.columns[column - 1].kinds[rows], (CellKind.NUMBER, CellKind.PERCENT))
        return found

    def _say_taken(self, constants: Mapping[str, str]) -> None:
        """A period that nobody wrote into the mapping and no sheet is named by is shown where it was found."""
        if self.by_person:
            return
        t = texts().findings
        places = {FROM_FILE: t.taken_from_file, FROM_TITLE: t.taken_from_title}
        for header in self.judge.headers(frozenset({Role.PERIOD})):
            source, value = self.placed.table.constants.get(header, ""), constants.get(header, "")
            if source in places:
                message = t.constant_taken.format(header=header, value=value, place=places[source])
                fault = info("constant_taken", message)
                if source == FROM_FILE:
                    self.problems.of_file(fault, value)
                else:
                    self.problems.of_sheet(fault, self.sheet, value)

    def _say_contradicted(self, constants: Mapping[str, str]) -> None:
        """What the name of the sheet says and the title above the table denies is not taken in silence."""
        for header in self.judge.headers(frozenset({Role.PERIOD, Role.INDEX})):
            if self.placed.table.constants.get(header) == FROM_SHEET:
                said = told_by_title(header, self.kind, self.sources, self.nodes)
                if said and constants[header] not in said:
                    message = texts().findings.constant_contradicted.format(
                        header=header, value=constants[header], other="; ".join(said)
                    )
                    self.problems.of_sheet(warning("constant_contradicted", message), self.sheet, said[0])

    def _field(self, column: int, rows: Ints) -> Field:
        return read_field(self.sheet.columns[column - 1], rows, column)

    # One record per row.

    def _long(self, rows: Ints, said: dict[str, Field], constants: Mapping[str, str]) -> Records:
        filled = any_filled(said.values(), len(rows))
        value = value_header(self.kind)
        valued = said[value].filled if value in said else filled
        lost = ~filled | (filled & self.judge.only_notes(said, constants, len(rows)))
        aggregate = self.judge.aggregates(said, rows, filled) if value in said else np.zeros(len(rows), dtype=np.bool_)
        merged = merged_below(self.sheet, rows, [self.placed.table.columns[value]]) if value in said else None
        covered = merged[:, 0] & ~valued if merged is not None else np.zeros(len(rows), dtype=np.bool_)
        self.judge.say(rows, aggregate, lost & ~aggregate & ~covered, told=filled)
        self._say_merged(rows[covered], self.placed.table.columns.get(value or "", 0))
        lost |= aggregate | covered
        if lost.any():
            rows = rows[~lost]
            said = {header: self._field(column, rows) for header, column in self.placed.table.columns.items()}
        said |= {header: word_field(same_word(text, len(rows))) for header, text in constants.items()}
        return Records(self.sheet, rows + 1, said)

    # One record per row and group of columns.

    def _across(self, rows: Ints, said: dict[str, Field], constants: Mapping[str, str]) -> Records:
        across = self._read_across(rows)
        groups = groups_of(across)
        places = [one.column for one in across]
        cells = [self._field(column, rows) for column in places]
        valued = any_filled(cells, len(rows))
        aggregate = self.judge.aggregates(said, rows, valued)
        lost = ~aggregate & self.judge.no_data(said, cells, rows, valued)
        self.judge.say(rows, aggregate, lost, told=np.zeros(len(rows), dtype=np.bool_))
        kept = ~(aggregate | lost)
        rows = rows[kept]
        fields = {header: field.at(kept).repeated(len(groups)) for header, field in said.items()}
        length = len(rows) * len(groups)
        fields |= {header: word_field(same_word(text, length)) for header, text in constants.items()}
        fields |= self._said_across(groups, len(rows))
        takes = dict.fromkeys(header for _, taken in groups for header in taken)
        fields |= {header: self._block([taken.get(header, 0) for _, taken in groups], rows) for header in takes}
        records = Records(self.sheet, np.repeat(rows + 1, len(groups)), fields, wide=True)
        return self._without_merged(records, groups)

    def _read_across(self, rows: Ints) -> list[AcrossColumn]:
        """The columns of values, each once; a period is taken from the words that stand for it."""
        periods = self.judge.headers(frozenset({Role.PERIOD}))
        read = []
        for one in self.placed.table.across:
            says = dict(one.says)
            for header in periods:
                if says.get(header) == FROM_HEADER:
                    says[header] = period_over(self.sheet, self.placed.table.header, one.column)
                elif header in says:
                    says[header] = one_period(says[header])
            read.append(replace(one, says=says))
        return without_doubles(read, self.sheet, rows, self.placed.table.header[1], self.problems)

    def _said_across(self, groups: Sequence[Group], height: int) -> dict[str, Field]:
        """What the headers of the groups say, at the cells of their values."""
        main = value_header(self.kind)
        columns = np.array([takes.get(main or "", min(takes.values())) for _, takes in groups], dtype=np.int64)
        fields = {}
        for header in dict.fromkeys(header for says, _ in groups for header in says):
            words, codes = distinct(says.get(header, "") for says, _ in groups)
            fields[header] = word_field(Words(np.tile(codes, height), words), np.tile(columns, height))
        return fields

    def _block(self, columns: Sequence[int], rows: Ints) -> Field:
        """The cells of a block, row by row; nothing in a group without the column."""
        nothing = GridColumn(
            np.zeros(self.sheet.height, dtype=np.uint8),
            np.full(self.sheet.height, np.nan),
            np.full(self.sheet.height, None, dtype=object),
        )
        cells = [self.sheet.columns[column - 1] if column else nothing for column in columns]
        kinds = np.stack([one.kinds[rows] for one in cells], axis=1).ravel()
        numbers = np.stack([one.numbers[rows] for one in cells], axis=1).ravel()
        spoken = np.stack([one.texts[rows] for one in cells], axis=1).ravel()
        return make_field(kinds, numbers, spoken, np.tile(np.array(columns, dtype=np.int64), len(rows)))

    def _without_merged(self, records: Records, groups: Sequence[Group]) -> Records:
        """A merged number counts once, in the first of its rows."""
        main = value_header(self.kind) or ""
        columns = [takes.get(main, 0) for _, takes in groups]
        rows = records.rows[:: max(1, len(groups))] - 1
        covered = merged_below(self.sheet, rows, columns)
        if covered is None or main not in records.fields:
            return records
        flat = covered.ravel() & ~records.fields[main].filled
        lost = flat.reshape(covered.shape)
        for at, column in enumerate(columns):
            self._say_merged(rows[lost[:, at]], column)
        fields = {header: field.at(~flat) for header, field in records.fields.items()}
        return replace(records, rows=records.rows[~flat], fields=fields)

    def _say_merged(self, rows: Ints, column: int) -> None:
        if len(rows):
            message = texts().findings.value_merged.format(column=column_name(column))
            self.problems.of_cells(warning("value_merged", message), self.sheet, rows + 1, column)
