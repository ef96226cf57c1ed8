"""Every report that is still owed on a day, of every period: not sent, incomplete or returned, however long ago."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from cchc_metrics.access import Deed, require
from cchc_metrics.labels import named
from cchc_metrics.metrics.reporting.calendar import Window, last_ended
from cchc_metrics.metrics.reporting.obligations import State
from cchc_metrics.schema import DUE_DATE_CHANGES, FORMS, REPORT_EVENTS, UNIT_REPORTS
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.reporting.acts import CHASED, RETURNED, SUBMITTED
from cchc_metrics.services.reporting.completeness import Key
from cchc_metrics.services.reporting.contained import contained
from cchc_metrics.services.reporting.duties import Reporting
from cchc_metrics.services.reporting.status import ReportStanding, board, windows_of_years

_YEARS_BACK = 3
_WITH_GAPS = frozenset({State.INCOMPLETE, State.RETURNED})


@dataclass(frozen=True, slots=True)
class Debt:
    """One report that is owed.

    form_name: of the form · comments: why it was returned · chased_on: days on which it was chased · changed: codes of
    the figures and texts that changed since it was last sent, on the screen or by taking something back · held_by: the
    longer period whose report came and holds the same figures, empty where none did.
    """

    standing: ReportStanding
    form_name: str
    comments: tuple[str, ...]
    chased_on: tuple[date, ...]
    changed: tuple[str, ...]
    held_by: str = ""


@dataclass(frozen=True, slots=True)
class Debts:
    """Every debt of a day, the oldest period first, then in the order of the units.

    undated: reports that did not come and have no due date, so that nobody can say they are late.
    """

    day: date
    open: tuple[Debt, ...]
    undated: tuple[ReportStanding, ...]


def debts(desk: Desk, day: date, windows: Sequence[Window] | None = None) -> Debts:
    """What is owed on a day: of these windows, by default of all that the office has followed."""
    require(desk.actor, Deed.READ_REPORTS)
    reporting = Reporting(desk)
    chosen = followed(desk, reporting, day) if windows is None else tuple(windows)
    standings = board(desk, day, chosen).standings if chosen else ()
    owing = [one for one in standings if is_owed(one)]
    periods = sorted({one.owed.window.period.id for one in owing})
    forms = {str(row["form_code"]): named(str(row["name"])) for row in desk.facts(FORMS).to_dict("records")}
    told = _told(desk, periods, day)
    changed, longer = _changed(desk, periods, told), contained(desk, reporting, owing, day)
    found = tuple(
        Debt(
            one,
            forms.get(one.owed.form_code, one.owed.form_code),
            told.comments.get(one.key, ()),
            told.chased.get(one.key, ()),
            changed.get(one.key, ()),
            longer.get(one.key, ""),
        )
        for one in owing
    )
    return Debts(day, found, tuple(one for one in standings if _undated(one)))


def followed(desk: Desk, reporting: Reporting, day: date) -> tuple[Window, ...]:
    """The windows that ended before a day and that the office followed: from the first of which anything was recorded,
    a sending, a chase or a decision; where nothing ever was, those that ended last.

    An office does not owe itself the reports of the years before it began.
    """
    near = windows_of_years(reporting, range(day.year - _YEARS_BACK, day.year + 1))
    ended = [window for window in near if window.end < day]
    events = desk.facts(REPORT_EVENTS)
    recorded = set(events.loc[events["on_day"].le(day) if len(events) else [], "period_id"])
    recorded |= set(desk.facts(DUE_DATE_CHANGES)["period_id"])
    first = min((window.end for window in ended if window.period.id in recorded), default=None)
    latest = last_ended(day, reporting.windows)
    if first is None:
        return latest
    return tuple(window for window in ended if window.end >= first)


def is_owed(one: ReportStanding) -> bool:
    """Late and not there, or there with gaps; what is on time, accepted or exempt is left alone."""
    state = one.progress.state
    if state is State.NOT_SENT:
        return bool(one.progress.days_late)
    return state in _WITH_GAPS or (state is State.APPROVED and bool(one.progress.empty))


def _undated(one: ReportStanding) -> bool:
    return one.progress.state is State.NOT_SENT and one.owed.due is None


@dataclass(frozen=True, slots=True)
class _Told:
    """Per report the comments of its last return, the days on which it was chased, the version that was sent last."""

    comments: Mapping[Key, tuple[str, ...]]
    chased: Mapping[Key, tuple[date, ...]]
    sent: Mapping[Key, int]


def _told(desk: Desk, periods: Sequence[str], day: date) -> _Told:
    comments: dict[Key, tuple[str, ...]] = {}
    chased: dict[Key, tuple[date, ...]] = {}
    sent: dict[Key, int] = {}
    returned: dict[Key, date] = {}
    for row in desk.facts(REPORT_EVENTS, {"period_id": list(periods)}).to_dict("records") if periods else ():
        key = (row["unit_id"], row["form_code"], row["period_id"])
        if row["on_day"] > day:
            continue
        if row["act"] == CHASED:
            chased[key] = (*chased.get(key, ()), row["on_day"])
        elif row["act"] == SUBMITTED and not pd.isna(row["version_seq"]):
            sent[key] = int(row["version_seq"])
        elif row["act"] == RETURNED:
            words = " ".join(part for part in (row["cell"], row["text"]) if isinstance(part, str))
            same_day = comments.get(key, ()) if returned.get(key) == row["on_day"] else ()
            comments[key], returned[key] = (*same_day, *((words,) if words else ())), row["on_day"]
    return _Told(comments, chased, sent)


def _changed(desk: Desk, periods: Sequence[str], told: _Told) -> dict[Key, tuple[str, ...]]:
    """Report -> codes of what was entered after the version that was sent last."""
    found: dict[Key, list[str]] = {}
    if not periods:
        return {}
    items = desk.facts(UNIT_REPORTS, {"period_id": list(periods)}, provenance=True)
    rows: list[dict[Any, Any]] = items[["unit_id", "form_code", "period_id", "code", "seq_from"]].to_dict("records")
    for row in rows:
        key = (row["unit_id"], row["form_code"], row["period_id"])
        if key in told.sent and row["seq_from"] > told.sent[key]:
            found.setdefault(key, []).append(str(row["code"]))
    return {key: tuple(codes) for key, codes in found.items()}
