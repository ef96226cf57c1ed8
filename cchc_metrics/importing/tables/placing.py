"""Where the tables of a mapping stand on the sheets of a workbook, and what of a mapping does not fit them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from cchc_metrics.importing.cells import Flags, Ints
from cchc_metrics.importing.headers import needed
from cchc_metrics.importing.problems import Fault, column_name, error
from cchc_metrics.labels import named, texts
from cchc_metrics.model import EVERY_SHEET, AcrossColumn, CellKind, FileMapping, Grid, TableMap, Workbook
from cchc_metrics.schema import FRAMEWORKS, Kind, Role

# What a group of columns across says, and template header -> the 1-based column that fills it.
Group = tuple[Mapping[str, str], Mapping[str, int]]

_VALUES = frozenset({Role.STATE_NUMBER, Role.NUMBER})


@dataclass(frozen=True, slots=True)
class Placed:
    """A table on its sheet. last_row: 1-based; the last of the sheet, or the last before a table below this one."""

    table: TableMap
    last_row: int

    @property
    def span(self) -> tuple[int, int]:
        """The first and the last column (1-based) that the table reads."""
        places = used_columns(self.table)
        return min(places, default=1), max(places, default=1)

    @property
    def heads(self) -> range:
        """The rows (1-based) of its header."""
        return range(self.table.header[0], self.table.header[1] + 1)

    def has_rows(self, rows: Ints) -> Flags:
        """Which 1-based rows lie between the header and the end."""
        found: Flags = (rows > self.table.header[1]) & (rows <= self.last_row)
        return found


def used_columns(table: TableMap) -> tuple[int, ...]:
    """The 1-based columns that a table reads."""
    return (*table.columns.values(), *(one.column for one in table.across))


def value_header(kind: Kind) -> str | None:
    """The template header of a kind's own number; None when its rows need none."""
    return next((c.header for c in kind.template if c.required and c.role in _VALUES), None)


def unsaid(table: TableMap, kind: Kind) -> tuple[tuple[str, ...], ...]:
    """The needed groups that neither a column nor a constant says, nor every group of columns across."""
    everywhere = {*table.columns, *table.constants}
    across = [{*says, *takes} for says, takes in groups_of(table.across)] or [set()]
    return tuple(
        group
        for group in needed(kind)
        if not everywhere.intersection(group) and not all(said.intersection(group) for said in across)
    )


def groups_of(across: Sequence[AcrossColumn]) -> list[Group]:
    """The columns across by what they say: (what they say, template header -> 1-based column), as they first stand."""
    found: dict[tuple[tuple[str, str], ...], dict[str, int]] = {}
    for one in across:
        found.setdefault(tuple(sorted(one.says.items())), {}).setdefault(one.takes, one.column)
    return [(dict(says), takes) for says, takes in found.items()]


def tables_of(mapping: FileMapping, sheet: Grid) -> tuple[TableMap, ...]:
    """The tables of one sheet: those that name it, else those of every sheet unless it is hidden or skipped."""
    named = tuple(table for table in mapping.tables if table.sheet == sheet.name)
    if named or sheet.hidden or sheet.name in mapping.skipped:
        return named
    return tuple(table for table in mapping.tables if table.sheet == EVERY_SHEET and table.header[1] <= sheet.height)


def place(tables: Sequence[TableMap], sheet: Grid) -> tuple[Placed, ...]:
    """Each table with its end: its own, else the row before the next table that shares a column with it."""
    placed = []
    for table in tables:
        mine = set(range(*_bounds(table)))
        below = [
            other.header[0] - 1
            for other in tables
            if other is not table and other.header[0] > table.header[1] and mine.intersection(range(*_bounds(other)))
        ]
        end = min([sheet.height, *below])
        placed.append(Placed(table, end if table.last_row is None else min(table.last_row, end)))
    return tuple(placed)


def _bounds(table: TableMap) -> tuple[int, int]:
    places = used_columns(table)
    return min(places, default=1), max(places, default=1) + 1


def rows_below(placed: Sequence[Placed], filled: Flags) -> Ints:
    """The filled rows (1-based) below the first header of a sheet, less the headers of its other tables."""
    first = min(one.table.header[1] for one in placed)
    rows = np.flatnonzero(filled[first:]) + first + 1
    for one in placed:
        begun, ended = one.table.header
        if begun > first:
            rows = rows[(rows < begun) | (rows > ended)]
    return rows


def filled_rows(sheet: Grid, span: tuple[int, int] | None = None) -> Flags:
    """The rows with a cell that is not empty, of all columns or of a span of them (1-based, both ends)."""
    first, last = span or (1, len(sheet.columns))
    filled = np.zeros(sheet.height, dtype=np.bool_)
    for column in sheet.columns[first - 1 : last]:
        filled |= column.kinds != CellKind.EMPTY
    return filled


def misfits_of_file(mapping: FileMapping, workbook: Workbook, kind: Kind) -> list[Fault]:
    """What of a mapping fits no sheet of the workbook."""
    t, names = texts().findings, {sheet.name for sheet in workbook.sheets}
    faults = []
    if mapping.kind != kind.name:
        faults.append(error("mapping_other_kind", t.mapping_other_kind.format(kind=named(kind.title))))
    for name in dict.fromkeys(table.sheet for table in mapping.tables):
        if name not in names and name != EVERY_SHEET:
            known = "; ".join(f"«{sheet.name}»" for sheet in workbook.sheets)
            faults.append(error("mapping_sheet_missing", t.mapping_sheet_missing.format(sheet=name, names=known)))
    return faults


def misfits(
    table: TableMap, sheet: Grid, kind: Kind, indexes: Sequence[str], *, by_person: bool
) -> list[tuple[Fault, str]]:
    """Why a table cannot be read from a sheet, each with what is wrong; empty when it can."""
    t = texts().findings
    faults: list[tuple[Fault, str]] = []
    first, last = table.header
    if not (1 <= first <= last + 1 and last <= sheet.height):
        message = t.mapping_rows_outside.format(first=first, last=last, height=sheet.height)
        faults.append((error("mapping_rows_outside", message), f"{first}–{last}"))
    elif table.last_row is not None and table.last_row <= max(last, first - 1):
        message = t.mapping_end_above.format(last=table.last_row, header=last)
        faults.append((error("mapping_end_above", message), str(table.last_row)))
    width = len(sheet.columns)
    for column in dict.fromkeys(used_columns(table)):
        if not 1 <= column <= width:
            name = column_name(column)
            message = t.mapping_column_outside.format(column=name, last=column_name(width))
            faults.append((error("mapping_column_outside", message), name))
    headers = (*table.columns, *table.constants, *(h for one in table.across for h in (one.takes, *one.says)))
    for header in dict.fromkeys(headers):
        if header not in kind.headers:
            message = t.mapping_header_unknown.format(header=named(header), names="; ".join(map(named, kind.headers)))
            faults.append((error("mapping_header_unknown", message), header))
    groups = unsaid(table, kind)
    if by_person:
        return faults + [_unsaid(group) for group in groups]
    return faults + _missing(groups, table, sheet, kind, indexes)


def _missing(
    groups: Sequence[tuple[str, ...]], table: TableMap, sheet: Grid, kind: Kind, indexes: Sequence[str]
) -> list[tuple[Fault, str]]:
    """What a table that no person described lacks: in the long layout columns, else the words of its own question."""
    t = texts().findings
    if table.across:
        roles = {column.header: column.role for column in kind.template}
        asked = {
            Role.INDEX: error("wide_index_unknown", t.wide_index_unknown.format(names="; ".join(indexes))),
            Role.PERIOD: error("wide_period_unknown", t.wide_period_unknown.format(sheet=sheet.name)),
        }
        return [(asked[roles[g[0]]], "") if roles[g[0]] in asked else _unsaid(g) for g in groups]
    if kind.name == FRAMEWORKS.name and _is_printed(table, kind):
        told = {
            "index_code": error("framework_index_unknown", texts().intake.framework_index_unknown),
            "framework_id": error("framework_name_unknown", texts().intake.framework_name_unknown),
        }
        stores = {column.header: column.store for column in kind.template}
        return [(told[stores[g[0]]], "") if stores[g[0]] in told else _unsaid(g) for g in groups]
    missing = "; ".join(" / ".join(group) for group in groups)
    return [(error("columns_missing", t.columns_missing.format(headers=missing)), missing)] if groups else []


def _is_printed(table: TableMap, kind: Kind) -> bool:
    """Whether a table names neither its index nor its framework in a column: a printed set of criteria."""
    stores = {column.header: column.store for column in kind.template}
    return not {"index_code", "framework_id"} & {stores[header] for header in table.columns}


def _unsaid(group: tuple[str, ...]) -> tuple[Fault, str]:
    headers = " / ".join(group)
    return error("mapping_field_missing", texts().findings.mapping_field_missing.format(headers=headers)), headers
