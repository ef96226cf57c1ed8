"""The fields of the step «Cách đọc tệp»: their choices, and what a choice makes of a table."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from cchc_metrics.importing.tables.placing import value_header
from cchc_metrics.labels import named, texts
from cchc_metrics.model import FROM_FILE, FROM_SHEET, FROM_TITLE, FileMapping, ImportPlan, TableMap
from cchc_metrics.schema import SCORES, Kind, Role
from cchc_metrics.services.intake.cells import FileCells, SheetCells
from cchc_metrics.services.intake.mapping import (
    ColumnRole,
    Shape,
    constant_columns,
    explicit,
    number_headers,
    role_of,
    subjects_across,
    with_role,
)
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.views.mapping.words import place_words, said_choices, said_words

_SOURCED = frozenset({Role.INDEX, Role.PERIOD, Role.ENTITY_NAME, Role.NODE_NAME})
_ACROSS = "across:"
_LONGEST_PLACE = 60


@dataclass(frozen=True, slots=True)
class ConstantField:
    """One field of what holds for a whole table. choices: None for free text; value -> words, "" for none."""

    header: str
    label: str
    value: str
    choices: Mapping[str, str] | None


def start(plan: ImportPlan, cells: FileCells) -> FileMapping:
    """The reading that is edited: of the plan, every table with a sheet of its own."""
    return explicit(plan.mapping or FileMapping(plan.kind, ()), cells)


def automatic(mapping: FileMapping) -> FileMapping:
    """The reading left to the program; what was said of names and numbers stays."""
    return replace(mapping, tables=(), skipped=())


def first_sheet(mapping: FileMapping, cells: FileCells) -> str:
    """The sheet that is looked at first: the first that is read, else the first visible one."""
    read = [table.sheet for table in mapping.tables if cells.sheet(table.sheet) is not None]
    shown = cells.visible or cells.sheets
    return (read or [sheet.name for sheet in shown])[0]


def shape_names(kind: Kind) -> Mapping[Shape, str]:
    """The shapes that a kind may come in."""
    names = {shape: texts().mapping.shapes[shape] for shape in Shape}
    return names if kind.name == SCORES.name or value_header(kind) else {Shape.LONG: names[Shape.LONG]}


def role_choices(table: TableMap, kind: Kind) -> Mapping[str, str]:
    """What a column may be: a code -> words. Where numbers lie across, a number column says what its header says."""
    t = texts().mapping
    numbers = set(number_headers(kind))
    choices = {"": t.not_read}
    if table.across:
        subject = ", ".join(said.lower() for said in subjects_across(table, kind))
        choices |= {
            _ACROSS + takes: t.of_header.format(header=takes, subject=subject) for takes in number_headers(kind)
        }
    return choices | {header: named(header) for header in kind.headers if not (table.across and header in numbers)}


def role_code(role: ColumnRole) -> str:
    """The code of what a column is."""
    return _ACROSS + role.takes if role.across else role.takes


def with_role_code(table: TableMap, column: int, code: str, sheet: SheetCells, kind: Kind) -> TableMap:
    """The table with a column taken for what a code says; a column across says at first what its header says."""
    if not code.startswith(_ACROSS):
        return with_role(table, column, ColumnRole(code))
    held = role_of(table, column)
    words = sheet.words(table.header, column).rsplit(" – ", maxsplit=1)[-1]
    says = held.says or dict.fromkeys(subjects_across(table, kind), words)
    return with_role(table, column, ColumnRole(code.removeprefix(_ACROSS), True, says))


def says_choices(desk: Desk, table: TableMap, kind: Kind, header: str, text: str) -> Mapping[str, str]:
    """What the header of a column across may mean; what it says as written stands first where it is no known value."""
    known = said_choices(desk, table, kind, header)
    return known if text in known or not text else {text: f"«{said_words(desk, table, kind, header, text)}»", **known}


def constant_fields(desk: Desk, table: TableMap, kind: Kind, sheet: SheetCells, file: str) -> tuple[ConstantField, ...]:
    """The fields of what no column says, the needed ones first as the template has them."""
    said = {*table.columns, *(header for one in table.across for header in one.says)}
    said |= {other for group in kind.one_of if said & set(group) for other in group}
    t, fields = texts().mapping, []
    for column in constant_columns(kind):
        if column.header in said:
            continue
        value = table.constants.get(column.header, "")
        needed = column.required or any(column.header in group for group in kind.one_of)
        label = t.constant_missing.format(header=named(column.header)) if needed and not value else named(column.header)
        if column.role is Role.TEXT:
            fields.append(ConstantField(column.header, label, value, None))
            continue
        usual = next((words for words, code in (column.choices or {}).items() if code == column.default), "")
        none = t.constant_default.format(value=usual) if usual else t.says_none if needed else t.constant_none
        choices = {"": none} | (_places(table, sheet, file) if column.role in _SOURCED else {})
        choices |= says_choices(desk, table, kind, column.header, "" if value in choices else value)
        fields.append(ConstantField(column.header, label, value, choices))
    return tuple(fields)


def _places(table: TableMap, sheet: SheetCells, file: str) -> dict[str, str]:
    """Where in the file a constant may be taken from, each with what stands there."""
    t = texts().mapping
    above = range(table.header[0] - 1, 0, -1)
    said = (sheet.text(row, column) for row in above for column in range(1, sheet.width + 1))
    title = next((text for text in said if text), "")
    found = {FROM_SHEET: sheet.name, FROM_TITLE: title, FROM_FILE: file}
    words = place_words()
    return {
        place: t.constant_from.format(place=words[place].capitalize(), text=text[:_LONGEST_PLACE])
        for place, text in found.items()
        if text
    }
