"""What the office declares about itself, typed on a screen: checked, stored with a note, taken out of force."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pandas as pd

from cchc_metrics import workbooks
from cchc_metrics.access import Deed, require
from cchc_metrics.errors import CchcError, FieldsError
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import named, official, recorded, texts
from cchc_metrics.metrics.reporting.obligations import GROUPS, split
from cchc_metrics.model import Entry
from cchc_metrics.model.rows import rows_of
from cchc_metrics.schema import (
    DUE_DAYS,
    LEGAL_BASES,
    OFFICE_SETTINGS,
    TASK_LINKS,
    TASK_OWNERS,
    UNITS,
    Kind,
    Role,
    TemplateColumn,
)
from cchc_metrics.services.office import templates
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.illustrative import mark_of
from cchc_metrics.services.reporting.acts import typed
from cchc_metrics.services.storing import storing

Row = Mapping[str, Any]
TRAITS = ("specialised", "service_unit", "budget_assigned")
_UNIT_ID = re.compile(r"[A-Z0-9][A-Z0-9-]{0,29}")
# The field that asks why a row is changed; no column is called so.
WHY = "vi-sao"
_LONGEST_YEAR = 4


def facts_of(desk: Desk, kind: Kind) -> tuple[dict[str, Any], ...]:
    """Facts of a kind as this desk sees them, None for what is missing."""
    return tuple(rows_of(desk.facts(kind)))


def key_of(kind: Kind, row: Row) -> str:
    """The grain of a fact as one text, for an address."""
    return "|".join(_key_part(row[name]) for name in kind.grain_names)


def _key_part(value: Any) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


def read(kind: Kind, answers: Row) -> dict[str, Any]:
    """The fields of a form as a fact: text stripped, years and days as numbers, nothing for an empty field.

    Raises CchcError that names every field which is missing or cannot be read.
    """
    problems, row = [], {}
    for column in kind.template:
        value, problem = _read(column, answers.get(column.store))
        row[column.store] = value
        if problem:
            problems.append((problem, str(column.store)))
    if problems:
        raise FieldsError(*problems)
    return row


def _read(column: TemplateColumn, given: Any) -> tuple[Any, str]:
    t = texts().setup
    value = given.strip() or None if isinstance(given, str) else given
    if value is None:
        return None, t.field_missing.format(field=named(column.header)) if column.required else ""
    if column.role is Role.INTEGER and isinstance(value, str):
        if not value.isdecimal() or len(value) > _LONGEST_YEAR:
            return None, t.field_integer.format(field=named(column.header))
        return int(value), ""
    return value, ""


def save(desk: Desk, kind: Kind, row: Row, note: str) -> Entry | None:
    """Store one fact; fields that the form does not ask for stay as they are. None when nothing changes.

    Raises CchcError for what cannot be, NotAllowedError.
    """
    require(desk.actor, Deed.EDIT)
    _check(desk, kind, row)
    held = {key_of(kind, one): one for one in facts_of(desk, kind)}.get(key_of(kind, row), {})
    return store(desk, kind, [{**held, **row}], note)


def store(desk: Desk, kind: Kind, rows: Sequence[Row], note: str) -> Entry | None:
    """Store facts in one entry. None when nothing changes."""
    require(desk.actor, Deed.EDIT)
    words = note.strip() or official().setup.usual_note.format(title=kind.title)
    return storing.edit(desk.office, desk.actor, kind, typed(kind, [dict(row) for row in rows]), words)


def drop(desk: Desk, kind: Kind, key: str, reason: str) -> Entry:
    """Take a fact out of force. Raises CchcError without a reason or when it is not there, NotAllowedError."""
    require(desk.actor, Deed.EDIT)
    if not reason.strip():
        raise FieldsError((texts().setup.reason_missing, WHY))
    row = {key_of(kind, one): one for one in facts_of(desk, kind)}.get(key)
    if row is None:
        raise CchcError(texts().setup.row_gone)
    stored = desk.facts(kind, {name: [row[name]] for name in kind.grain_names}, provenance=True)
    return storing.remove(desk.office, desk.actor, kind, stored, reason.strip())


def _check(desk: Desk, kind: Kind, row: Row) -> None:
    t = texts().setup
    if kind is UNITS:
        _check_unit(desk, row)
    if kind is DUE_DAYS and row["due_day"] is not None:
        _check_day(row["due_day"], "due_day")
    if kind is TASK_OWNERS and row["owner"] not in {*GROUPS, *(unit["unit_id"] for unit in facts_of(desk, UNITS))}:
        raise FieldsError((t.owner_unknown.format(owner=row["owner"]), "owner"))


def _check_unit(desk: Desk, row: Row) -> None:
    t = texts().setup
    if not _UNIT_ID.fullmatch(row["unit_id"]):
        raise FieldsError((t.unit_id_shape, "unit_id"))
    begun, ended, successor = (row.get(name) for name in ("valid_from", "valid_to", "successor_id"))
    if begun is not None and ended is not None and ended < begun:
        raise FieldsError((t.unit_ends_before, "valid_to"))
    if successor is not None:
        others = {unit["unit_id"] for unit in facts_of(desk, UNITS)} - {row["unit_id"]}
        for one in split(successor):
            if one not in others:
                raise FieldsError((t.successor_unknown.format(unit=one), "successor_id"))


def _check_day(day: int, field: str) -> None:
    if not 1 <= day <= 31:
        raise FieldsError((texts().setup.due_day_wrong, field))


def confirm_units(desk: Desk, unit_ids: Sequence[str]) -> Entry | None:
    """The proposed units that exist today, confirmed by the office."""
    rows = [{**row, "confirmation": "confirmed"} for row in facts_of(desk, UNITS) if row["unit_id"] in unit_ids]
    return store(desk, UNITS, rows, official().setup.units_confirmed_note) if rows else None


def set_traits(desk: Desk, chosen: Mapping[str, Sequence[str]], unit_ids: Sequence[str]) -> Entry | None:
    """Which of the units are what: chosen ones are, the others are not – said by the office, not guessed."""
    rows = [
        {**row, **{trait: row["unit_id"] in chosen[trait] for trait in TRAITS}}
        for row in facts_of(desk, UNITS)
        if row["unit_id"] in unit_ids
    ]
    return store(desk, UNITS, rows, official().setup.traits_note)


def set_compiler(desk: Desk, unit_id: str, symbol: str, head_name: str, head_title: str) -> Entry | None:
    """The one unit that compiles the reports, with its mã ký hiệu and its head."""
    mine = {"symbol": symbol.strip() or None, "head_name": head_name.strip() or None}
    mine |= {"head_title": head_title.strip() or None}
    rows = [
        {**row, "compiles": True, **mine} if row["unit_id"] == unit_id else {**row, "compiles": None}
        for row in facts_of(desk, UNITS)
    ]
    return store(desk, UNITS, rows, official().setup.compiler_note)


def close_unit(desk: Desk, unit_id: str, last_day: date, successor: str, note: str) -> Entry | None:
    """The last day of a unit, and the unit that takes over its tasks (empty: dissolved)."""
    row = next(row for row in facts_of(desk, UNITS) if row["unit_id"] == unit_id)
    closed = {**row, "valid_to": last_day, "successor_id": successor or None}
    _check(desk, UNITS, closed)
    usual = recorded(lambda: texts().setup.closed_note.format(unit=row["name"], day=fmt.day(last_day)))
    return store(desk, UNITS, [closed], note or usual)


def set_due_days(desk: Desk, year: str, days: Mapping[tuple[str, str], str], basis: str) -> Entry | None:
    """The due days of links and windows from a year on; an empty field leaves that one unset."""
    t = texts().setup
    if not re.fullmatch(r"20\d\d", year.strip()):
        raise FieldsError((t.year_wrong, "year_from"))
    held = {key_of(DUE_DAYS, row): row for row in facts_of(desk, DUE_DAYS)}
    rows: list[Row] = []
    for (link, window), text in days.items():
        day = text.strip()
        if day:
            _check_day(int(day) if day.isdecimal() and len(day) <= _LONGEST_YEAR else 0, "|".join((link, window)))
        row = {"link": link, "window_code": window, "year_from": int(year), "due_day": int(day) if day else None}
        before = held.get(key_of(DUE_DAYS, row), {})
        if day or before:
            rows.append({**before, **row, "legal_basis": basis.strip() or before.get("legal_basis")})
    return store(desk, DUE_DAYS, rows, official().setup.due_days_note.format(year=year)) if rows else None


def set_settings(desk: Desk, values: Mapping[str, str]) -> Entry | None:
    """Settings of the office by name; an empty one is not declared."""
    held = {row["setting"]: row for row in facts_of(desk, OFFICE_SETTINGS)}
    rows = [
        {**held.get(name, {"note": None}), "setting": name, "value": value.strip() or None}
        for name, value in values.items()
        if value.strip() or name in held
    ]
    return store(desk, OFFICE_SETTINGS, rows, official().setup.settings_note) if rows else None


def review_bases(desk: Desk, symbols: Sequence[str], state: str, day: date) -> Entry | None:
    """What the office says of several bases together: in force, or ended; as of the day it was looked up."""
    chosen = [row for row in facts_of(desk, LEGAL_BASES) if row["basis"] in symbols]
    rows = [{**row, "state": state, "reviewed_on": day} for row in chosen]
    return store(desk, LEGAL_BASES, rows, official().setup.bases_note.format(count=len(rows))) if rows else None


def filled_template(desk: Desk, kind: Kind) -> bytes:
    """The template of a kind with what stands there already: to be changed where it is wrong, and sent in again."""
    require(desk.actor, Deed.DOWNLOAD)
    rows = [
        {column.header: _as_typed(column, row[column.store]) for column in kind.template}
        for row in facts_of(desk, kind)
    ]
    frame = pd.DataFrame(rows, columns=[column.header for column in kind.template], dtype="object")
    lists = templates.lists_of(desk.office.store.snapshot())
    return workbooks.template(kind, lists, frame, mark=mark_of(desk.office.settings))


def _as_typed(column: TemplateColumn, value: Any) -> Any:
    """A stored value as a person writes it into a cell."""
    if value is None:
        return None
    if column.role is Role.FLAG:
        return texts().workbooks.yes if value else texts().workbooks.no
    if column.choices:
        return next((named(word) for word, code in column.choices.items() if code == value), value)
    return value


def confirm_links(desk: Desk) -> Entry | None:
    """All proposed links of tasks to parts of the indices, confirmed."""
    rows = [{**row, "confirmation": "confirmed"} for row in facts_of(desk, TASK_LINKS)]
    return store(desk, TASK_LINKS, rows, official().setup.links_note) if rows else None
