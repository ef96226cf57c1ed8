"""The lists of a unit's tasks – solutions, initiatives, articles – carried on from period to period until done."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from cchc_metrics.access import Deed, require
from cchc_metrics.errors import CchcError
from cchc_metrics.labels import texts
from cchc_metrics.metrics.reporting.calendar import Window, window_of
from cchc_metrics.model import Entry, Period
from cchc_metrics.schema import ROW_STATES, TASK_ROWS
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.reporting.acts import typed
from cchc_metrics.services.reporting.duties import Reporting, code_order
from cchc_metrics.services.storing import storing

DONE, DROPPED = "done", "dropped"
_OVER = frozenset({DONE, DROPPED})


@dataclass(frozen=True, slots=True)
class ListRow:
    """One row. closed_in: the period in which it was done or dropped, empty while it goes on."""

    unit_id: str
    task: str
    number: int
    title: str
    tied_to: str
    state: str
    owner: str
    due_on: date | None
    evidence: str
    opened_in: str
    closed_in: str


def rows_in(desk: Desk, period_id: str, units: Sequence[str] = (), tasks: Sequence[str] = ()) -> tuple[ListRow, ...]:
    """The rows that a period tells of: opened by its end, and not closed in one that ended before it.

    units, tasks: of these only; all by default. In the order of tasks, units, numbers.
    """
    require(desk.actor, Deed.READ_REPORTS)
    reporting = Reporting(desk)
    window = reporting.window(period_id)
    if window is None:
        return ()
    found = [_row(row) for row in _plain(desk)]
    kept = [
        one
        for one in found
        if (not units or one.unit_id in units)
        and (not tasks or one.task in tasks)
        and _opened(reporting, one, window)
        and not _closed_before(reporting, one, window)
    ]
    rank = {unit: place for place, unit in enumerate(reporting.units)}
    return tuple(sorted(kept, key=lambda one: (code_order(one.task), rank.get(one.unit_id, len(rank)), one.number)))


def _opened(reporting: Reporting, one: ListRow, window: Window) -> bool:
    opened = _window(reporting, one.opened_in)
    return opened is None or opened.end <= window.end


def _closed_before(reporting: Reporting, one: ListRow, window: Window) -> bool:
    """A cumulative period tells again what was closed inside it."""
    closed = _window(reporting, one.closed_in)
    return closed is not None and closed.end < window.start


def _window(reporting: Reporting, period_id: str) -> Window | None:
    try:
        return window_of(Period.parse(period_id), reporting.windows) if period_id else None
    except ValueError:
        return None


def _plain(desk: Desk) -> list[dict[str, Any]]:
    held = desk.facts(TASK_ROWS)
    rows = held.astype("object").where(held.notna(), None).to_dict("records")
    return [{str(name): value for name, value in row.items()} for row in rows]


def _row(row: Mapping[str, Any]) -> ListRow:
    return ListRow(
        unit_id=row["unit_id"],
        task=row["task_no"],
        number=int(row["item_no"]),
        title=row["title"] or "",
        tied_to=row["tied_to"] or "",
        state=row["row_state"] or "proposed",
        owner=row["owner_name"] or "",
        due_on=row["due_on"],
        evidence=row["evidence"] or "",
        opened_in=row["opened_in"] or "",
        closed_in=row["closed_in"] or "",
    )


def next_number(desk: Desk, unit_id: str, task: str) -> int:
    """The number of a new row; a number is never used again."""
    numbers = [int(row["item_no"]) for row in _plain(desk) if (row["unit_id"], row["task_no"]) == (unit_id, task)]
    return max(numbers, default=0) + 1


def keep(desk: Desk, row: ListRow, period_id: str) -> Entry | None:
    """Store a row as it stands in a period. One that is done or dropped is closed in it; one that goes on is carried.

    None when nothing changes. Raises CchcError without a title, or for a state that there is not.
    """
    require(desk.actor, Deed.SEND, row.unit_id)
    said = texts().lists
    if not row.title.strip():
        raise CchcError(said.title_missing)
    if row.state not in ROW_STATES.values():
        raise CchcError(said.state_unknown)
    closed = (row.closed_in or period_id) if row.state in _OVER else None
    fact = {
        "unit_id": row.unit_id,
        "task_no": row.task,
        "item_no": row.number,
        "title": row.title.strip(),
        "tied_to": row.tied_to.strip() or None,
        "row_state": row.state,
        "owner_name": row.owner.strip() or None,
        "due_on": row.due_on,
        "evidence": row.evidence.strip() or None,
        "opened_in": row.opened_in or period_id,
        "closed_in": closed,
    }
    note = said.note.format(unit=row.unit_id, task=row.task, number=row.number)
    return storing.edit(desk.office, desk.actor, TASK_ROWS, typed(TASK_ROWS, [fact]), note)
