"""Who owes which form in which period, and where a report stands on a day.

Everything is data: units with their dates and traits, forms with their tasks and windows, tasks with their owners. A
trait that the office has not declared belongs to nobody, so a task may have no owner; that is told, not guessed.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

import pandas as pd

from cchc_metrics.metrics.reporting.calendar import UNIT, Shift, Window, Workdays, due_date
from cchc_metrics.model.rows import rows_of

ALL, SPECIALISED, SERVICE, BUDGET = "tat-ca", "chuyen-mon", "su-nghiep", "duoc-giao-kinh-phi"
_TRAITS: Mapping[str, str] = {SPECIALISED: "specialised", SERVICE: "service_unit", BUDGET: "budget_assigned"}
GROUPS = (ALL, *_TRAITS)
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Duties:
    """What decides who owes what: facts of the kinds «units», «forms», «task-owners», «due-days», «due-changes»."""

    units: pd.DataFrame
    forms: pd.DataFrame
    owners: pd.DataFrame
    due_days: pd.DataFrame
    changes: pd.DataFrame
    workdays: Workdays
    shift: Shift


@dataclass(frozen=True, slots=True)
class Obligation:
    """One unit owes one form for one period.

    tasks: the form's tasks that the unit has a part in · due: None when the office has not set the link, or when
    exempt · extended, exempt: by a decision, with its reason.
    """

    unit_id: str
    form_code: str
    window: Window
    tasks: tuple[str, ...]
    due: date | None
    extended: bool = False
    exempt: bool = False
    reason: str = ""


class State(StrEnum):
    """Where a report stands. Lateness is counted beside it."""

    EXEMPT = "exempt"
    NOT_SENT = "not_sent"
    INCOMPLETE = "incomplete"
    NIL = "nil"
    SENT = "sent"
    APPROVED = "approved"
    RETURNED = "returned"
    ACCEPTED = "accepted"


@dataclass(frozen=True, slots=True)
class Progress:
    """What is known of one report on a day: its state, when it was first sent, how late, what is still lacking.

    empty: tasks that are not complete · lacking: task -> its required figures that are missing, for what came in.
    """

    state: State
    sent_on: date | None
    days_late: int | None
    empty: tuple[str, ...] = ()
    lacking: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def alive(units: pd.DataFrame, day: date) -> pd.DataFrame:
    """The units that exist on a day (facts of the kind «units»)."""
    spans = zip(units["valid_from"], units["valid_to"], strict=True)
    there = [_lives(begun, ended, day) for begun, ended in spans]
    return units[pd.Series(there, index=units.index, dtype=bool)]


def _lives(begun: Any, ended: Any, day: date) -> bool:
    return bool((pd.isna(begun) or begun <= day) and (pd.isna(ended) or ended >= day))


def members(owner: str, units: pd.DataFrame) -> tuple[str, ...]:
    """The units that an owner names: one unit by its id, or a group by its trait; empty when nobody is declared."""
    if owner == ALL:
        return tuple(units["unit_id"])
    if owner in _TRAITS:
        declared = units[_TRAITS[owner]].astype("boolean").eq(True).fillna(False)
        return tuple(units.loc[declared, "unit_id"])
    return tuple(units.loc[units["unit_id"] == owner, "unit_id"])


def task_units(owners: pd.DataFrame, units: pd.DataFrame, year: int) -> dict[str, tuple[str, ...]]:
    """Task -> the units that have a part in it that year, in the order of the units; empty: nobody is declared."""
    rank = {unit: place for place, unit in enumerate(units["unit_id"])}
    found: dict[str, set[str]] = {}
    for row in rows_of_year(owners, year):
        found.setdefault(row["task_no"], set()).update(members(row["owner"], units))
    return {task: tuple(sorted(named, key=rank.__getitem__)) for task, named in found.items()}


def unowned(owners: pd.DataFrame, units: pd.DataFrame, tasks: Sequence[str], year: int) -> tuple[str, ...]:
    """The tasks that no unit is declared for that year."""
    held = task_units(owners, units, year)
    return tuple(task for task in tasks if not held.get(task))


def obligations(window: Window, duties: Duties) -> tuple[Obligation, ...]:
    """What is owed for a window, by form, then by unit in the order given.

    A unit that is alive on the window's last day reports for the whole window; one that was closed or merged before is
    reported by its successor.
    """
    there, changes = alive(duties.units, window.end), duties.changes
    held = task_units(duties.owners, there, window.period.year)
    due = due_date(window, UNIT, duties.due_days, duties.workdays, duties.shift)
    decided = {
        (row["unit_id"], row["form_code"]): row for row in rows_of(changes[changes["period_id"] == window.period.id])
    }
    found = []
    for form in rows_of_year(duties.forms, window.period.year):
        if window.period.window not in split(form["windows"]):
            continue
        tasks = split(form["tasks"])
        for unit in there["unit_id"]:
            mine = tuple(task for task in tasks if unit in held.get(task, ()))
            if mine:
                decision = decided.get((unit, form["form_code"]))
                found.append(_decided(Obligation(unit, form["form_code"], window, mine, due), decision))
    return tuple(found)


def _decided(owed: Obligation, decision: Row | None) -> Obligation:
    if decision is None:
        return owed
    exempt = decision["change"] == "exemption"
    due = None if exempt else decision["new_due"] or owed.due
    reason = decision["reason"] or ""
    return Obligation(owed.unit_id, owed.form_code, owed.window, owed.tasks, due, not exempt, exempt, reason)


def progress(
    owed: Obligation,
    events: Sequence[Row],
    filled: Collection[str],
    nil: Collection[str],
    day: date,
    *,
    lacking: Mapping[str, tuple[str, ...]] | None = None,
) -> Progress:
    """Where a report stands at the end of a day.

    events: of this report (act, on_day), in order · filled: tasks that are complete · nil: tasks declared as having
    nothing to report · lacking: of the others the figures that are missing. A task that is neither complete nor nil is
    empty: nothing is inferred.
    """
    known = [row for row in events if row["on_day"] <= day]
    sent = [row["on_day"] for row in known if row["act"] == "submitted"]
    first = min(sent, default=None)
    late = _late(owed, first, day)
    if owed.exempt:
        return Progress(State.EXEMPT, first, None)
    if first is None:
        return Progress(State.NOT_SENT, None, late, owed.tasks)
    empty = tuple(task for task in owed.tasks if task not in filled and task not in nil)
    last = [row["act"] for row in known if row["act"] in _DECISIVE][-1]
    state = _AFTER[last]
    if state is State.SENT:
        state = State.INCOMPLETE if empty else State.NIL if set(owed.tasks) <= set(nil) else State.SENT
    return Progress(state, first, late, empty, {task: (lacking or {}).get(task, ()) for task in empty})


_AFTER: Mapping[str, State] = {
    "submitted": State.SENT,
    "reopened": State.SENT,
    "approved": State.APPROVED,
    "returned": State.RETURNED,
    "accepted": State.ACCEPTED,
}
_DECISIVE = frozenset(_AFTER)


def _late(owed: Obligation, sent_on: date | None, day: date) -> int | None:
    """Days past the unit's own date: until it was first sent, else until the day; None without a date."""
    return None if owed.due is None else max(0, ((sent_on or day) - owed.due).days)


def split(text: object) -> tuple[str, ...]:
    """A list as a cell holds it, «1|2|3»."""
    return tuple(part.strip() for part in str(text).split("|") if part.strip()) if isinstance(text, str) else ()


def rows_of_year(frame: pd.DataFrame, year: int) -> list[dict[str, Any]]:
    """The rows whose years of validity (year_from, year_to) hold a year, None for what is missing."""
    begun = frame["year_from"].isna() | (frame["year_from"] <= year)
    running = frame["year_to"].isna() | (frame["year_to"] >= year)
    return rows_of(frame[begun & running])
