"""Correcting how a file is read: what a column is, which rows, which sheets, which shape. Mapping in, mapping out."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from cchc_metrics.importing.headers import match_header
from cchc_metrics.importing.normalise import compact
from cchc_metrics.importing.tables.constants import one_period, periods_in
from cchc_metrics.importing.tables.heads import row_texts
from cchc_metrics.importing.tables.placing import tables_of, value_header
from cchc_metrics.model import EVERY_SHEET, FROM_SHEET, AcrossColumn, FileMapping, TableMap
from cchc_metrics.schema import Kind, Role, TemplateColumn
from cchc_metrics.services.intake.cells import FileCells, SheetCells

_NUMBERS = frozenset({Role.STATE_NUMBER, Role.NUMBER, Role.RANK, Role.INTEGER})
_CONSTANTS = frozenset({Role.INDEX, Role.PERIOD, Role.ENTITY_NAME, Role.NODE_NAME, Role.CHOICE})
_SOUGHT_ROWS = 40


class Shape(StrEnum):
    """How the numbers of a table lie."""

    LONG = "long"
    CRITERIA = "criteria"  # entities down, criteria across
    ENTITIES = "entities"  # criteria down, entities across
    PERIODS = "periods"  # years across
    SHEETS = "sheets"  # criteria across, a sheet per year


_SUBJECT = {Shape.CRITERIA: Role.NODE_NAME, Shape.SHEETS: Role.NODE_NAME, Shape.ENTITIES: Role.ENTITY_NAME}


@dataclass(frozen=True, slots=True)
class ColumnRole:
    """What a column is. takes: the template header that its cells fill, empty: not read · across: its header says
    part of the fact · says: template header -> what."""

    takes: str = ""
    across: bool = False
    says: Mapping[str, str] = field(default_factory=dict)


def by_role(kind: Kind, role: Role) -> str:
    """The template header of a role; empty where the kind has none."""
    return next((column.header for column in kind.template if column.role is role), "")


def number_headers(kind: Kind) -> tuple[str, ...]:
    """The template headers that columns across may fill, the kind's own number first."""
    own = value_header(kind)
    found = [column.header for column in kind.template if column.role in _NUMBERS]
    return tuple(sorted(found, key=lambda header: header != own))


def constant_columns(kind: Kind) -> tuple[TemplateColumn, ...]:
    """The template columns that may be the same for a whole table."""
    return tuple(column for column in kind.template if column.role in _CONSTANTS or column.store == "source")


def explicit(mapping: FileMapping, cells: FileCells) -> FileMapping:
    """The mapping with a table of its own for each sheet that «every sheet» meant."""
    if not any(table.sheet == EVERY_SHEET for table in mapping.tables):
        return mapping
    tables = [replace(one, sheet=sheet.name) for sheet in cells.sheets for one in tables_of(mapping, sheet.grid)]
    return replace(mapping, tables=tuple(tables))


def on_sheet(mapping: FileMapping, name: str) -> tuple[int, ...]:
    """The places, in the mapping, of the tables of a sheet."""
    return tuple(at for at, table in enumerate(mapping.tables) if table.sheet == name)


def with_table(mapping: FileMapping, at: int, table: TableMap) -> FileMapping:
    """The mapping with one table replaced."""
    return replace(mapping, tables=(*mapping.tables[:at], table, *mapping.tables[at + 1 :]))


def role_of(table: TableMap, column: int) -> ColumnRole:
    """What a table takes a column for."""
    for header, place in table.columns.items():
        if place == column:
            return ColumnRole(header)
    for one in table.across:
        if one.column == column:
            return ColumnRole(one.takes, True, one.says)
    return ColumnRole()


def with_role(table: TableMap, column: int, role: ColumnRole) -> TableMap:
    """The table with a column taken for something else; what filled that template header before is not read."""
    columns = {header: place for header, place in table.columns.items() if place != column and header != role.takes}
    if role.across:
        columns = {header: place for header, place in table.columns.items() if place != column}
    across = [one for one in table.across if one.column != column]
    if role.takes and role.across:
        across.append(AcrossColumn(column, role.takes, dict(role.says)))
    elif role.takes:
        columns[role.takes] = column
    said = {header for header in (role.takes if not role.across else "", *role.says) if header}
    constants = {header: text for header, text in table.constants.items() if header not in said}
    across.sort(key=lambda one: one.column)
    return replace(table, columns=columns, across=tuple(across), constants=constants)


def with_constant(table: TableMap, header: str, text: str) -> TableMap:
    """The table with a constant; an empty text takes it away."""
    kept = {name: said for name, said in table.constants.items() if name != header}
    return replace(table, constants=kept | ({header: text} if text else {}))


def without_sheet(mapping: FileMapping, name: str) -> FileMapping:
    """The mapping that leaves a sheet out on purpose."""
    tables = tuple(table for table in mapping.tables if table.sheet != name)
    return replace(mapping, tables=tables, skipped=(*(one for one in mapping.skipped if one != name), name))


def with_sheet(mapping: FileMapping, sheet: SheetCells, kind: Kind) -> FileMapping:
    """The mapping that reads a sheet: as one that is read already where that fits, else from its likeliest header."""
    skipped = tuple(one for one in mapping.skipped if one != sheet.name)
    if on_sheet(mapping, sheet.name):
        return replace(mapping, skipped=skipped)
    like = next((one for one in mapping.tables if one.header[1] < sheet.height), None)
    fresh = replace(like, sheet=sheet.name, last_row=None) if like is not None else _fresh(sheet, kind)
    return replace(mapping, tables=(*mapping.tables, fresh), skipped=skipped)


def _fresh(sheet: SheetCells, kind: Kind) -> TableMap:
    """A table headed by the row, among the first, that names most template columns, else that has most words."""
    rows = range(1, min(sheet.grid.height, _SOUGHT_ROWS) + 1)
    row = max(rows, key=lambda at: (len(match_header(sheet.grid, at - 1, kind).columns), _wordy(sheet, at), -at))
    return reshaped(TableMap(sheet.name, (row, row), {}), Shape.CRITERIA, sheet, kind)


def _wordy(sheet: SheetCells, row: int) -> int:
    return sum(not text.replace(",", "").replace(".", "").isdecimal() for text in row_texts(sheet.grid, row).values())


def spread(mapping: FileMapping, name: str, cells: FileCells) -> FileMapping:
    """The tables of one sheet on every other visible sheet that is not left out; each keeps where its table ends."""
    mine = [mapping.tables[at] for at in on_sheet(mapping, name)]
    tables: list[TableMap] = []
    for sheet in cells.sheets:
        held = [mapping.tables[at] for at in on_sheet(mapping, sheet.name)]
        if sheet.name == name or sheet.grid.hidden or sheet.name in mapping.skipped:
            tables += held
            continue
        ends = {one.header: one.last_row for one in held}
        tables += [replace(one, sheet=sheet.name, last_row=ends.get(one.header)) for one in mine]
    return replace(mapping, tables=tuple(tables))


def subjects_across(table: TableMap, kind: Kind) -> tuple[str, ...]:
    """The template headers that the headers of the columns across say, in the template's order."""
    said = {header for one in table.across for header in one.says}
    return tuple(header for header in kind.headers if header in said) or (by_role(kind, Role.NODE_NAME),)


def shape_of(table: TableMap, kind: Kind) -> Shape:
    """The shape that a table is read in."""
    if not table.across:
        return Shape.LONG
    said = set(subjects_across(table, kind))
    if said & {by_role(kind, Role.ENTITY_NAME), by_role(kind, Role.ENTITY_CODE)}:
        return Shape.ENTITIES
    if said & {by_role(kind, Role.NODE_NAME), by_role(kind, Role.NODE_CODE)}:
        return Shape.SHEETS if table.constants.get(by_role(kind, Role.PERIOD)) == FROM_SHEET else Shape.CRITERIA
    return Shape.PERIODS


def reshaped(table: TableMap, shape: Shape, sheet: SheetCells, kind: Kind) -> TableMap:
    """The table read in another shape: its columns anew from the words over them, its constants kept where they fit."""
    columns = _by_words(table, sheet, kind)
    if shape is Shape.LONG:
        return _fitting(replace(table, columns=columns, across=()), kind)
    value, period = value_header(kind) or "", by_role(kind, Role.PERIOD)
    own = {header: place for header, place in columns.items() if header not in number_headers(kind)}
    numeric = [
        column
        for column in range(1, sheet.width + 1)
        if column not in own.values()
        and sheet.holds_numbers(column, table.header[1])
        and compact(sheet.words(table.header, column)) not in ("", "tt", "stt", "sott")
    ]
    said = period if shape is Shape.PERIODS else by_role(kind, _SUBJECT[shape])
    if shape is Shape.PERIODS:
        numeric = [column for column in numeric if periods_in(sheet.words(table.header, column))] or numeric
    own.pop(said, None)
    across = tuple(AcrossColumn(column, value, {said: _said(sheet, table, column, shape)}) for column in numeric)
    changed = replace(table, columns=own, across=across)
    if shape is Shape.SHEETS and period not in own:
        changed = with_constant(changed, period, FROM_SHEET)
    return _fitting(changed, kind)


def _said(sheet: SheetCells, table: TableMap, column: int, shape: Shape) -> str:
    """What the header of a column says: of a period the period alone, else the words nearest to the cells."""
    words = sheet.words(table.header, column)
    return one_period(words) if shape is Shape.PERIODS else words.rsplit(" – ", maxsplit=1)[-1]


def _by_words(table: TableMap, sheet: SheetCells, kind: Kind) -> dict[str, int]:
    """Template header -> the first column whose words name it; what the table said of other headers is kept."""
    wordings = {compact(also): one.header for one in kind.template for also in (*one.other_headers, one.header)}
    found: dict[str, int] = {}
    for column in range(1, sheet.width + 1):
        for words in reversed(sheet.words(table.header, column).split(" – ")):
            if (header := wordings.get(compact(words))) is not None and header not in found:
                found[header] = column
                break
    taken = set(found.values())
    kept = {header: place for header, place in table.columns.items() if place not in taken and header not in found}
    return kept | found


def _fitting(table: TableMap, kind: Kind) -> TableMap:
    """The table without constants that its columns say."""
    said = {*table.columns, *(header for one in table.across for header in one.says)}
    constants = {header: text for header, text in table.constants.items() if header not in said}
    return replace(table, constants={header: constants[header] for header in kind.headers if header in constants})
