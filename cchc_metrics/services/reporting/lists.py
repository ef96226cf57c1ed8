"""The lists of a unit's tasks – solutions, initiatives, articles – carried on from period to period until done."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from cchc_metrics.access import Deed, require
from cchc_metrics.errors import CchcError
from cchc_metrics.importing.reports.rows import (
    DUE,
    EVIDENCE,
    OWNER,
    PART,
    STATE,
    TIED,
    TITLE,
    row_code,
    told_rows,
)
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import named, official, texts
from cchc_metrics.metrics.reporting.calendar import Window, window_of
from cchc_metrics.metrics.reporting.obligations import Obligation, split
from cchc_metrics.model import Entry, Period
from cchc_metrics.model.rows import rows_of
from cchc_metrics.schema import ROW_STATES, TASK_ROWS, UNIT_REPORTS
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.reporting.acts import Report, typed
from cchc_metrics.services.reporting.duties import Reporting, code_order
from cchc_metrics.services.storing import storing
from cchc_metrics.workbooks import FormRow

DONE, DROPPED = "done", "dropped"
_OVER = frozenset({DONE, DROPPED})
# Which tasks have a list in the workbook: a setting of the office, «2|3|8».
TASKS_SETTING, USUAL_TASKS = "nhiem-vu-danh-sach", "2|3|8"
# Free rows of each list, and how many a corrected report may have used already.
FREE_ROWS, _MOST_NEW = 5, 200


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


def rows_in(desk: Desk, period_id: str, units: Sequence[str] = ()) -> tuple[ListRow, ...]:
    """The rows that a period tells of: opened by its end, and not closed in one that ended before it.

    units: of these only; all by default. In the order of tasks, units, numbers.
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


def _plain(desk: Desk, *, but: Report | None = None) -> list[dict[str, Any]]:
    """Every row as the screen holds it or as a report told it, whichever was written later. but: a report not heard."""
    found = {_key(row): row for row in rows_of(desk.facts(TASK_ROWS, provenance=True))}
    for key, told in _told(desk, but).items():
        kept = found.get(key)
        if kept is None or kept["seq_from"] < told["seq_from"]:
            opened = kept["opened_in"] if kept and kept["opened_in"] else told["opened_in"]
            found[key] = {**told, "opened_in": opened}
    return list(found.values())


def _key(row: Mapping[Any, Any]) -> tuple[str, str, int]:
    return (str(row["unit_id"]), str(row["task_no"]), int(row["item_no"]))


def _told(desk: Desk, but: Report | None) -> dict[tuple[str, str, int], dict[str, Any]]:
    """What reports tell of the rows of lists: the last period holds; a row is closed in the first that closed it."""
    items = desk.facts(UNIT_REPORTS, {"part": [PART]}, provenance=True)
    reports: dict[tuple[str, str, str], list[tuple[str, str, int]]] = {}
    columns = (items[name].tolist() for name in ("unit_id", "form_code", "period_id", "code", "text", "seq_from"))
    for unit, form, period, code, text, seq in zip(*columns, strict=True):
        if but is None or Report(unit, form, period) != but:
            reports.setdefault((unit, form, period), []).append((str(code), str(text), int(seq)))
    found: dict[tuple[str, str, int], dict[str, Any]] = {}
    for (unit, _, period), told in sorted(reports.items(), key=lambda pair: _place(pair[0][2])):
        newest = max(seq for _, _, seq in told)
        for (task, number), cells in told_rows((code, text) for code, text, _ in told).items():
            key, over = (unit, task, number), cells.get(STATE) in _OVER
            before = found.get(key, {})
            found[key] = {
                **dict(zip(("unit_id", "task_no", "item_no"), key, strict=True)),
                "title": cells.get(TITLE),
                "tied_to": cells.get(TIED),
                "row_state": cells.get(STATE),
                "owner_name": cells.get(OWNER),
                "due_on": date.fromisoformat(cells[DUE]) if DUE in cells else None,
                "evidence": cells.get(EVIDENCE),
                "opened_in": before.get("opened_in", period),
                "closed_in": (before.get("closed_in") or period) if over else None,
                "seq_from": max(newest, before.get("seq_from", 0)),
            }
    return found


# By the last day of the window: what was said later holds.
_ORDER = {"Q1": 1, "6M": 2, "Q3": 3, "FY": 4}


def _place(period_id: str) -> tuple[int, int]:
    period = Period.parse(period_id)
    return period.year, _ORDER.get(period.window, 0)


def list_tasks(reporting: Reporting, owed: Obligation) -> tuple[str, ...]:
    """The tasks of a report whose lists stand in its workbook: the letter's solutions, articles and initiatives, unless
    the office has set others.
    """
    return tuple(task for task in split(reporting.settings.get(TASKS_SETTING, USUAL_TASKS)) if task in owed.tasks)


def offered(desk: Desk, reporting: Reporting, owed: Obligation) -> tuple[FormRow, ...]:
    """The rows of a workbook: those that the period tells of, then free ones of each task."""
    words = {code: named(word) for word, code in ROW_STATES.items()}
    every = [_row(row) for row in _plain(desk) if row["unit_id"] == owed.unit_id]
    found: list[FormRow] = []
    for task in list_tasks(reporting, owed):
        for one in sorted((one for one in every if one.task == task), key=lambda one: one.number):
            if _opened(reporting, one, owed.window) and not _closed_before(reporting, one, owed.window):
                due = fmt.typed_day(one.due_on)
                cells = (one.title, one.tied_to, words.get(one.state, ""), one.owner, due, one.evidence)
                found.append(FormRow(row_code(task, one.number), cells))
        first = max((one.number for one in every if one.task == task), default=0) + 1
        found += [FormRow(row_code(task, number)) for number in range(first, first + FREE_ROWS)]
    return tuple(found)


def titles_of(desk: Desk, reporting: Reporting, owed: Obligation) -> dict[str, str]:
    """Code -> title of every row that a report may tell of; empty for a number that only this report has used."""
    own = Report(owed.unit_id, owed.form_code, owed.window.period.id)
    rows = [_row(row) for row in _plain(desk, but=own) if row["unit_id"] == owed.unit_id]
    tasks = list_tasks(reporting, owed)
    last = {task: max((one.number for one in rows if one.task == task), default=0) for task in tasks}
    free = {row_code(task, number): "" for task in tasks for number in range(1, last[task] + _MOST_NEW + 1)}
    return free | {row_code(one.task, one.number): one.title for one in rows if one.task in tasks}


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
    rows = _plain(desk)
    numbers = [int(row["item_no"]) for row in rows if (row["unit_id"], row["task_no"]) == (unit_id, task)]
    return max(numbers, default=0) + 1


def keep(desk: Desk, row: ListRow, period_id: str) -> Entry | None:
    """Store a row as it stands in a period. One that is done or dropped is closed in it; one that goes on is carried.

    None when nothing changes. Raises CchcError without a title, or for a state that there is not.
    """
    require(desk.actor, Deed.SEND, row.unit_id)
    t = texts().lists
    if not row.title.strip():
        raise CchcError(t.title_missing)
    if row.state not in ROW_STATES.values():
        raise CchcError(t.state_unknown)
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
    note = official().lists.note.format(unit=row.unit_id, task=row.task, number=row.number)
    return storing.edit(desk.office, desk.actor, TASK_ROWS, typed(TASK_ROWS, [fact]), note)
