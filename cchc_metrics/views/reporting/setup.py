"""The guided set-up: its steps and how far each is, and every declared table as it can be read and edited."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import named, texts
from cchc_metrics.metrics.reporting.calendar import OFFICE, UNIT, Shift
from cchc_metrics.metrics.reporting.obligations import GROUPS, alive, split, task_units, unowned
from cchc_metrics.model.rows import rows_of
from cchc_metrics.schema import (
    DUE_DAYS,
    KINDS,
    LEGAL_BASES,
    RESPONSIBLE,
    TASK_LINKS,
    TASK_OWNERS,
    UNITS,
    WINDOWS,
    Kind,
    Role,
    TemplateColumn,
)
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.moment import today
from cchc_metrics.services.reporting.documents.settings import OPTIONAL, Setting
from cchc_metrics.services.reporting.duties import SHIFT_SETTING, Reporting, code_order
from cchc_metrics.services.reporting.setup import TRAITS, facts_of, key_of
from cchc_metrics.views.kit.shapes import Column, Row, TableView

STEPS = ("don-vi", "tong-hop", "han-nop", "van-ban", "nhiem-vu", "chi-so", "can-cu")
CALENDAR = "lich"
OFFICE_LINKS = (UNIT, OFFICE)


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the set-up. missing: what is not declared yet, a sentence; empty when all of it is."""

    code: str
    title: str
    missing: str

    @property
    def done(self) -> bool:
        return not self.missing


@dataclass(frozen=True, slots=True)
class FactTable:
    """Facts of a kind to be read and edited. options: key -> what it is called in a list · rows: key -> fields."""

    table: TableView | None
    options: Mapping[str, str]
    rows: Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class UnitChoices:
    """units: those that exist on the day, id -> name · all: with the closed ones · proposed: ids nobody confirmed."""

    units: Mapping[str, str]
    all: Mapping[str, str]
    proposed: tuple[str, ...]
    traits: Mapping[str, tuple[str, ...]]
    traits_said: bool
    compiler: str


def steps(desk: Desk, _filters: None = None) -> tuple[Step, ...]:
    """The steps in their order, each with what it lacks."""
    t = texts().setup
    missing = (
        _units_missing(desk),
        _compiler_missing(desk),
        _due_missing(desk),
        _settings_missing(desk),
        _owners_missing(desk),
        _links_missing(desk),
        _bases_missing(desk),
    )
    return tuple(Step(code, t.steps[code], words) for code, words in zip(STEPS, missing, strict=True))


def _units_missing(desk: Desk) -> str:
    t, held = texts().setup, unit_choices(desk)
    if not held.units:
        return t.no_units
    if held.proposed:
        return t.units_to_confirm.format(count=len(held.proposed), of=len(held.units))
    return "" if held.traits_said else t.traits_unsaid


def _compiler_missing(desk: Desk) -> str:
    t, compiling = texts().setup, [unit for unit in Reporting(desk).units.values() if unit.compiles]
    if len(compiling) != 1:
        return t.no_compiler if not compiling else t.several_compilers
    return "" if compiling[0].symbol else t.no_symbol


def _due_missing(desk: Desk) -> str:
    year = today(desk).year
    held = due_days(desk, year)
    missing = sum(1 for text in held.values() if not text)
    return texts().setup.due_missing.format(count=missing, of=len(held)) if missing else ""


def due_days(desk: Desk, year: int) -> dict[tuple[str, str], str]:
    """(link, window) -> the due day in force in a year, as text, for the links that the office sets; empty: not set."""
    found: dict[tuple[str, str], str] = {(link, code): "" for link in OFFICE_LINKS for code in WINDOWS.values()}
    for row in sorted(facts_of(desk, DUE_DAYS), key=lambda row: int(row["year_from"])):
        key = (row["link"], row["window_code"])
        if key in found and row["year_from"] <= year and (row["year_to"] is None or row["year_to"] >= year):
            found[key] = "" if row["due_day"] is None else str(row["due_day"])
    return found


def _settings_missing(desk: Desk) -> str:
    t, held = texts().setup, Reporting(desk).settings
    wanted = [setting for setting in Setting if setting not in OPTIONAL]
    missing = [setting for setting in wanted if not held.get(setting, "").strip()]
    return t.settings_missing.format(count=len(missing), of=len(wanted)) if missing else ""


def _owners_missing(desk: Desk) -> str:
    t, reporting, day = texts().setup, Reporting(desk), today(desk)
    if not reporting.tasks:
        return t.no_tasks
    there = alive(reporting.unit_frame, day)
    tasks = [task for task, row in zip(reporting.tasks, reporting.task_rows, strict=True) if not row["computed"]]
    missing = unowned(reporting.duties.owners, there, tasks, day.year)
    return t.tasks_unowned.format(tasks=", ".join(missing)) if missing else ""


def _links_missing(desk: Desk) -> str:
    t, links = texts().setup, facts_of(desk, TASK_LINKS)
    proposed = sum(1 for row in links if row["confirmation"] != "confirmed")
    words = [
        t.links_to_confirm.format(count=proposed, of=len(links)) if proposed else "",
        t.no_links if not links else "",
        "" if desk.count(RESPONSIBLE) else t.no_responsible,
    ]
    return " ".join(word for word in words if word)


def _bases_missing(desk: Desk) -> str:
    t, bases = texts().setup, facts_of(desk, LEGAL_BASES)
    unreviewed = sum(1 for row in bases if row["state"] == "unreviewed")
    if not bases:
        return t.no_bases
    return t.bases_unreviewed.format(count=unreviewed, of=len(bases)) if unreviewed else ""


def unit_choices(desk: Desk, _filters: None = None) -> UnitChoices:
    """The units that forms offer."""
    reporting = Reporting(desk)
    there = alive(reporting.unit_frame, today(desk))
    ids = tuple(str(unit) for unit in there["unit_id"])
    units = reporting.units
    return UnitChoices(
        units={unit: units[unit].name for unit in ids},
        all={unit.id: unit.name for unit in units.values()},
        proposed=tuple(unit for unit in ids if units[unit].proposed),
        traits={trait: tuple(there.loc[there[trait].eq(True).fillna(False), "unit_id"]) for trait in TRAITS},
        traits_said=bool(there[list(TRAITS)].notna().all(axis=None)),
        compiler=next((unit.id for unit in units.values() if unit.compiles), ""),
    )


def settings(desk: Desk, _filters: None = None) -> dict[str, str]:
    """The office's settings by name, as they stand."""
    return dict(Reporting(desk).settings)


def owners_table(desk: Desk, _filters: None = None) -> TableView | None:
    """Who has which task today, group names resolved to units; None before there are tasks."""
    t, reporting, day = texts().setup, Reporting(desk), today(desk)
    there = alive(reporting.unit_frame, day)
    held = task_units(reporting.duties.owners, there, day.year)
    forms = [row for row in rows_of(reporting.duties.forms) if row["tasks"]]
    rows = []
    for task in reporting.tasks:
        row = next(row for row in reporting.task_rows if row["task_no"] == task)
        units = [reporting.units[unit].short_name for unit in held.get(task, ())]
        owed = [str(form["form_code"]) for form in forms if task in split(form["tasks"])]
        who = t.computed_task if row["computed"] else ", ".join(units) or t.task_unowned
        rows.append(Row(task, (task, reporting.tasks[task], who, ", ".join(owed) or t.in_no_form)))
    columns = (Column(t.task), Column(t.task_name, wide=True), Column(t.task_who, wide=True))
    caption = t.owners_caption.format(day=fmt.day(day))
    return TableView(caption, (*columns, Column(t.task_form)), tuple(rows)) if rows else None


def choices(desk: Desk, kind_name: str) -> dict[str, dict[str, str]]:
    """What fields of a form offer as a list: store column -> code -> words."""
    t, kind, held = texts().setup, KINDS[kind_name], unit_choices(desk)
    offered: dict[str, dict[str, str]] = {
        column.store: {code: named(words) for words, code in column.choices.items()}
        for column in kind.template
        if column.choices
    }
    offered |= {
        column.store: {code: code for code in desk.catalogue.indices()}
        for column in kind.template
        if column.role is Role.INDEX
    }
    if kind is TASK_OWNERS:
        offered["owner"] = {group: t.groups[group] for group in GROUPS} | dict(held.all)
        offered["task_no"] = {task: f"{task}. {name}" for task, name in Reporting(desk).tasks.items()}
    if kind is UNITS:
        offered["successor_id"] = dict(held.all)
    if kind is TASK_LINKS:
        offered["task_no"] = {task: f"{task}. {name}" for task, name in Reporting(desk).tasks.items()}
    return offered


def fact_table(desk: Desk, kind_name: str) -> FactTable:
    """The facts of a kind, in the columns of its template that anybody filled."""
    kind = KINDS[kind_name]
    offered = choices(desk, kind_name)
    rows = sorted(facts_of(desk, kind), key=lambda row: _order(kind, row, offered))
    shown = [column for column in kind.template if any(row[column.store] is not None for row in rows)]
    lines = [Row(key_of(kind, row), tuple(_cell(column, row, offered) for column in shown)) for row in rows]
    columns = tuple(
        Column(named(column.header), wide=column.store in _SENTENCES, wraps=column.role is Role.TEXT)
        for column in shown
    )
    return FactTable(
        table=TableView(named(kind.title), columns, tuple(lines)) if lines else None,
        options={key_of(kind, row): _name(kind, row, offered) for row in rows},
        rows={key_of(kind, row): row for row in rows},
    )


_SENTENCES = frozenset({"name", "title", "reason", "note"})


def _order(kind: Kind, row: Mapping[str, Any], offered: Mapping[str, Mapping[str, str]]) -> tuple[Any, ...]:
    """By the place that the office gave, then by the grain: choices as they are offered, codes as people count."""
    place = row.get("place")
    keys: list[Any] = [place if isinstance(place, int) else 10**6]
    for name in kind.grain_names:
        value, listed = row[name], list(offered.get(name, ()))
        known = listed.index(value) if value in listed else len(listed)
        keys.append((known, code_order(value) if isinstance(value, str) else (), str(value)))
    return tuple(keys)


def _cell(column: TemplateColumn, row: Mapping[str, Any], offered: Mapping[str, Mapping[str, str]]) -> str:
    value = row[column.store]
    if value is None:
        return texts().setup.not_said if column.role is Role.FLAG else ""
    if isinstance(value, bool):
        return texts().common.yes if value else texts().common.no
    if isinstance(value, date):
        return fmt.day(value)
    if column.store == "task_no":
        return str(value)
    return offered.get(column.store, {}).get(str(value), named(str(value)))


def _name(kind: Kind, row: Mapping[str, Any], offered: Mapping[str, Mapping[str, str]]) -> str:
    by_store = {column.store: column for column in kind.template}
    words = [_cell(by_store[name], row, offered) for name in kind.grain_names]
    label = next((named(row[name]) for name in ("name", "title", "unit") if isinstance(row.get(name), str)), "")
    text = " · ".join([*words, label] if label else words)
    return text if len(text) <= 90 else f"{text[:87]}…"


def shift(desk: Desk, _filters: None = None) -> str:
    """Where a due date on a day off goes, as it is set: none, next or previous."""
    return str(Reporting(desk).settings.get(SHIFT_SETTING, Shift.NONE))
