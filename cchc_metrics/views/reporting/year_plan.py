"""The yearly reform plan: what is due, late and done, by item and by unit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from cchc_metrics.access import Deed, require
from cchc_metrics.errors import CchcError
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import official, texts
from cchc_metrics.labels.format import listed
from cchc_metrics.metrics.reporting.obligations import split
from cchc_metrics.model import Entry
from cchc_metrics.model.rows import rows_of
from cchc_metrics.schema import PLAN_ITEMS
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.reporting.acts import typed
from cchc_metrics.services.reporting.duties import Reporting, code_order
from cchc_metrics.services.reporting.plan_reports import ToldByReport, told_by_reports
from cchc_metrics.services.storing import storing
from cchc_metrics.views.kit.phrases import as_of, cited, sentence
from cchc_metrics.views.kit.shapes import Column, ColumnKind, Row, SourceNote, TableView

DONE_PCT = 100
_SOON_DAYS = 15


class ItemState(StrEnum):
    """Where an item of the plan stands on a day."""

    DONE = "done"
    LATE = "late"
    UNTOLD = "untold"
    SOON = "soon"
    RUNNING = "running"
    UNDATED = "undated"


@dataclass(frozen=True, slots=True)
class YearPlanFilters:
    """unit, state: empty for all · day: ISO."""

    year: int
    unit: str
    state: str
    day: str


@dataclass(frozen=True, slots=True)
class Item:
    """One item of the plan.

    row: as it stands with what the lead unit's latest report adds · stored: without it · lead: the unit's name where
    the catalogue knows it, else as it was written.
    """

    no: str
    row: Mapping[str, Any]
    stored: Mapping[str, Any]
    lead: str
    state: ItemState
    days_late: int | None
    leads: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class YearPlanView:
    """items: number -> short name, of those shown · held: number -> the fields of the form."""

    finding: str
    table: TableView | None
    by_unit: TableView | None
    items: Mapping[str, str]
    held: Mapping[str, Mapping[str, Any]]
    source: SourceNote


@dataclass(frozen=True, slots=True)
class Told:
    """What a person says of an item. pct: as typed, empty when it is not known."""

    pct: str
    done_on: date | None
    evidence: str
    note: str


def choices(desk: Desk, _filters: None = None) -> tuple[str, ...]:
    """The years that have a plan, the newest first."""
    require(desk.actor, Deed.READ_ALL)
    return tuple(str(year) for year in sorted(desk.facts(PLAN_ITEMS)["plan_year"].unique(), reverse=True))


def leads(desk: Desk, year: int) -> tuple[str, ...]:
    """The units that lead an item of a year's plan, by name."""
    found = {name for item in _items(desk, year, date.max) for name in item.leads}
    return tuple(sorted(found, key=fmt.sort_key))


def state_of(row: Mapping[str, Any], day: date) -> tuple[ItemState, int | None]:
    """Done by its day, else by its percentage; late when the due date is over and it is not.

    An item past its date of which nobody has reported a percentage is neither: nothing is inferred.
    """
    done_on, due, pct = row["done_on"], row["due_on"], row["done_pct"]
    if done_on <= day if done_on is not None else pct is not None and pct >= DONE_PCT:
        late = (done_on - due).days if done_on is not None and due is not None else None
        return ItemState.DONE, max(0, late) if late is not None else None
    if due is None:
        return ItemState.UNDATED, None
    if due < day:
        return (ItemState.LATE if pct is not None else ItemState.UNTOLD), (day - due).days
    return (ItemState.SOON if (due - day).days <= _SOON_DAYS else ItemState.RUNNING), 0


def page(desk: Desk, filters: YearPlanFilters) -> YearPlanView:
    """The plan of a year as it stands on a day."""
    require(desk.actor, Deed.READ_ALL)
    every = _items(desk, filters.year, date.fromisoformat(filters.day))
    chosen = [
        item
        for item in every
        if (not filters.unit or filters.unit in item.leads) and (not filters.state or item.state == filters.state)
    ]
    sources = [str(item.row["source"] or item.row["legal_basis"] or "") for item in every]
    return YearPlanView(
        finding=_finding(every, filters),
        table=_table(chosen, filters) if chosen else None,
        by_unit=_by_unit(every, filters.year) if every else None,
        items={item.no: f"{item.no}. {_short(item.row['task'])}" for item in chosen},
        held={item.no: item.stored for item in chosen},
        source=SourceNote(cited(source for source in sources if source) or (texts().board.plan_source,), as_of(desk)),
    )


def update(desk: Desk, year: int, item_no: str, told: Told) -> Entry | None:
    """Change how far an item is, with its evidence. Raises CchcError for a percentage that is none, NotAllowedError."""
    require(desk.actor, Deed.EDIT)
    held = next((item for item in _items(desk, year, date.max) if item.no == item_no), None)
    if held is None:
        raise CchcError(texts().board.plan_no_item)
    answers = {"done_pct": _percentage(told.pct), "done_on": told.done_on, "evidence": told.evidence.strip() or None}
    words = told.note.strip() or official().board.plan_note.format(item=item_no, year=year)
    return storing.edit(desk.office, desk.actor, PLAN_ITEMS, typed(PLAN_ITEMS, [{**held.stored, **answers}]), words)


def _percentage(text: str) -> float | None:
    if not text.strip():
        return None
    try:
        value = float(text.strip().removesuffix("%").strip().replace(",", "."))
    except ValueError:
        value = -1.0
    if not 0 <= value <= DONE_PCT:
        raise CchcError(texts().board.plan_pct_wrong)
    return value


def _items(desk: Desk, year: int, day: date) -> tuple[Item, ...]:
    rows = rows_of(desk.facts(PLAN_ITEMS, {"plan_year": [year]}))
    names, told = _unit_names(Reporting(desk)), told_by_reports(desk, year)
    pairs = [(_with_report(row, told.get(row["item_no"])), row) for row in rows]
    ordered = sorted(pairs, key=lambda pair: code_order(pair[1]["item_no"]))
    leads_of = {row["item_no"]: _leads(row["lead"], names) for row, _ in ordered}
    return tuple(
        Item(no, row, stored, listed(list(leads_of[no])), *state_of(row, day), leads_of[no])
        for row, stored in ordered
        for no in (row["item_no"],)
    )


def _with_report(row: dict[str, Any], told: ToldByReport | None) -> dict[str, Any]:
    """The item with what the lead unit's latest report says, where nobody has typed more."""
    if told is None:
        return row
    said = texts().board.plan_by_report.format(period=fmt.period(told.period_id))
    evidence = " · ".join(filter(None, (row["evidence"], told.evidence, said)))
    pcts = [pct for pct in (row["done_pct"], told.pct) if pct is not None]
    return {**row, "done_pct": max(pcts, default=None), "evidence": evidence}


def _unit_names(reporting: Reporting) -> dict[str, str]:
    names: dict[str, str] = {}
    for unit in reporting.units.values():
        names |= {key.casefold(): unit.name for key in (unit.id, unit.own_name, unit.own_short_name)}
    return names


def _leads(text: object, names: Mapping[str, str]) -> tuple[str, ...]:
    """The units that lead an item, by name; several of them lead it together."""
    found = tuple(names.get(part.casefold(), part) for part in split(text))
    return found or (texts().board.plan_no_lead,)


def _short(text: str) -> str:
    return text if len(text) <= 70 else f"{text[:67]}…"


def _finding(every: Sequence[Item], filters: YearPlanFilters) -> str:
    t = texts().board
    counts = {state: sum(1 for item in every if item.state is state) for state in ItemState}
    clauses = [
        t.plan_done_of.format(done=counts[ItemState.DONE], of=len(every)),
        t.plan_late.format(count=counts[ItemState.LATE]) if counts[ItemState.LATE] else t.plan_none_late,
        t.plan_soon.format(count=counts[ItemState.SOON], days=_SOON_DAYS) if counts[ItemState.SOON] else "",
        t.plan_undated.format(count=counts[ItemState.UNDATED]) if counts[ItemState.UNDATED] else "",
        t.plan_untold.format(count=counts[ItemState.UNTOLD]) if counts[ItemState.UNTOLD] else "",
    ]
    day = fmt.day(date.fromisoformat(filters.day))
    return sentence([f"{t.plan_on_day.format(day=day)}: {', '.join(clause for clause in clauses if clause)}"])


def _table(items: Sequence[Item], filters: YearPlanFilters) -> TableView:
    t = texts().board
    columns = (
        Column(t.plan_task, wide=True),
        Column(t.plan_state, wraps=True),
        Column(t.plan_due),
        Column(t.plan_pct, ColumnKind.NUMBER),
        Column(t.plan_lead, wraps=True),
        Column(t.plan_product, wraps=True),
        Column(t.plan_evidence, wraps=True),
    )
    rows = tuple(Row(item.no, _cells(item), notes=_with(item)) for item in items)
    return TableView(t.plan_caption.format(year=filters.year), columns, rows, footnote=t.plan_rule, main=1)


def _cells(item: Item) -> tuple[str, ...]:
    t, row = texts().board, item.row
    late = t.plan_late_states.get(item.state.value, "") if item.days_late else ""
    state = late.format(days=item.days_late) if late else t.plan_states[item.state.value]
    return (
        f"{item.no}. {row['task']}",
        state,
        fmt.day(row["due_on"]) if row["due_on"] else t.plan_due_unknown,
        fmt.percent(row["done_pct"], 0) if row["done_pct"] is not None else t.plan_pct_missing,
        item.lead,
        row["product"] or "",
        row["evidence"] or "",
    )


def _with(item: Item) -> dict[int, str]:
    """On hover of the lead: who works with it."""
    found = split(item.row["with_units"])
    return {4: texts().board.plan_with.format(units=", ".join(found))} if found else {}


def _by_unit(every: Sequence[Item], year: int) -> TableView:
    t, number = texts().board, ColumnKind.NUMBER
    groups: dict[str, list[Item]] = {}
    for item in every:
        # An item that several units lead together is each one's.
        for name in item.leads:
            groups.setdefault(name, []).append(item)
    rows = [_unit_row(name, groups[name]) for name in sorted(groups, key=fmt.sort_key)]
    rows.append(_unit_row(t.plan_whole, every, total=True))
    headers = (t.plan_items, t.plan_done, t.plan_is_late, t.plan_done_share, t.plan_no_pct)
    columns = (Column(t.plan_lead, wraps=True), *(Column(header, number) for header in headers))
    return TableView(t.plan_units_caption.format(year=year), columns, tuple(rows), main=4)


def _unit_row(name: str, items: Sequence[Item], *, total: bool = False) -> Row:
    done = sum(1 for item in items if item.state is ItemState.DONE)
    late = sum(1 for item in items if item.state in (ItemState.LATE, ItemState.UNTOLD))
    silent = sum(1 for item in items if item.row["done_pct"] is None and item.state is not ItemState.DONE)
    share = fmt.percent(100 * done / len(items), 0)
    return Row(
        name,
        (name, fmt.integer(len(items)), fmt.integer(done), fmt.integer(late), share, fmt.integer(silent)),
        total=total,
    )
