"""Who is to be chased on a day, for what, and how often before: what the công văn đôn đốc say."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from cchc_metrics.access import Deed, require
from cchc_metrics.errors import UnknownNameError
from cchc_metrics.labels import texts
from cchc_metrics.metrics.reporting.calendar import Window, last_ended
from cchc_metrics.metrics.reporting.obligations import State
from cchc_metrics.schema import FORMS, REPORT_EVENTS
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.reporting.duties import Reporting, Unit
from cchc_metrics.services.reporting.status import Key, ReportStanding, board, windows_of_years

_WITH_GAPS = frozenset({State.INCOMPLETE, State.RETURNED})


@dataclass(frozen=True, slots=True)
class Chased:
    """One report to be chased.

    missing: its tasks without figure, text or nil · comments: why it was returned · chased_on: days it was chased
    before · form_name: of the form.
    """

    standing: ReportStanding
    form_name: str
    missing: tuple[str, ...]
    comments: tuple[str, ...]
    chased_on: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class LateBefore:
    """A report of an earlier period that came late, or (sent: False) has not come to this day."""

    period_id: str
    days: int
    sent: bool


@dataclass(frozen=True, slots=True)
class Earlier:
    """Lateness before. followed: how many earlier reports the system followed."""

    followed: int
    late: tuple[LateBefore, ...]


@dataclass(frozen=True, slots=True)
class UnitLetter:
    """Everything one unit is chased for."""

    unit: Unit
    items: tuple[Chased, ...]
    earlier: Earlier


@dataclass(frozen=True, slots=True)
class Chase:
    """Everybody who is chased on a day, in the order of the units.

    undated: reports that did not come and have no due date, so that nobody can say they are late.
    """

    day: date
    windows: tuple[Window, ...]
    letters: tuple[UnitLetter, ...]
    undated: tuple[ReportStanding, ...]


def chase(desk: Desk, day: date, period_id: str | None = None) -> Chase:
    """Who is late or incomplete on a day, for one period or for those collected then (the last that ended).

    Raises UnknownNameError for a period without a window.
    """
    require(desk.actor, Deed.READ)
    reporting = Reporting(desk)
    windows = (named_window(reporting, period_id),) if period_id else last_ended(day, reporting.windows)
    found = board(desk, day, windows)
    comments, chased = _said(desk, windows, day)
    forms = {str(row["form_code"]): str(row["name"]) for row in desk.facts(FORMS).to_dict("records")}
    earlier = _earlier(desk, reporting, day, windows)
    items: dict[str, list[Chased]] = {}
    for one in found.standings:
        if to_chase(one):
            name, key = forms[one.owed.form_code], one.key
            missing = one.progress.empty
            items.setdefault(one.owed.unit_id, []).append(
                Chased(one, name, missing, comments.get(key, ()), chased.get(key, ()))
            )
    letters = tuple(
        UnitLetter(unit, tuple(items[unit.id]), earlier.get(unit.id, Earlier(0, ())))
        for unit in reporting.units.values()
        if unit.id in items
    )
    return Chase(day, tuple(windows), letters, tuple(one for one in found.standings if _undated(one)))


def named_window(reporting: Reporting, period_id: str) -> Window:
    """The window of a period. Raises UnknownNameError when there is none."""
    try:
        window = reporting.window(period_id)
    except ValueError:
        window = None
    if window is None:
        raise UnknownNameError(texts().reporting.no_such_period.format(period=period_id))
    return window


def to_chase(one: ReportStanding) -> bool:
    """Late and not there, or there with gaps; what is on time and what is exempt is left alone."""
    state = one.progress.state
    if state is State.NOT_SENT:
        return bool(one.progress.days_late)
    return state in _WITH_GAPS or (state is State.APPROVED and bool(one.progress.empty))


def _undated(one: ReportStanding) -> bool:
    return one.progress.state is State.NOT_SENT and one.owed.due is None


def _said(
    desk: Desk, windows: Sequence[Window], day: date
) -> tuple[Mapping[Key, tuple[str, ...]], Mapping[Key, tuple[date, ...]]]:
    """Per report the comments of its last return, and the days on which it was chased."""
    events = desk.facts(REPORT_EVENTS, {"period_id": [window.period.id for window in windows]})
    comments: dict[Key, tuple[str, ...]] = {}
    chased: dict[Key, tuple[date, ...]] = {}
    returned: dict[Key, date] = {}
    for row in events.to_dict("records"):
        key = (row["unit_id"], row["form_code"], row["period_id"])
        if row["on_day"] > day:
            continue
        if row["act"] == "chased":
            chased[key] = (*chased.get(key, ()), row["on_day"])
        elif row["act"] == "returned":
            words = " ".join(part for part in (row["cell"], row["text"]) if isinstance(part, str))
            same_day = comments.get(key, ()) if returned.get(key) == row["on_day"] else ()
            comments[key], returned[key] = (*same_day, *((words,) if words else ())), row["on_day"]
    return comments, chased


def _earlier(desk: Desk, reporting: Reporting, day: date, windows: Sequence[Window]) -> dict[str, Earlier]:
    """Unit -> its lateness in the windows of this year and the last that ended before those chased now.

    A period of which no sending was recorded was not followed by the system, though figures of it may have been
    entered since to compare with: it accuses nobody.
    """
    if not windows:
        return {}
    first = min(windows, key=lambda window: window.end)
    years = (first.period.year - 1, first.period.year)
    before = [window for window in windows_of_years(reporting, years) if window.end < first.end]
    past = board(desk, day, before)
    sent = desk.facts(REPORT_EVENTS, {"act": ["submitted"], "period_id": [window.period.id for window in before]})
    followed = {period for period, on in zip(sent["period_id"], sent["on_day"], strict=True) if on <= day}
    found: dict[str, list[LateBefore]] = {}
    counted: dict[str, int] = {}
    for one in past.standings:
        if one.owed.window.period.id in followed and one.progress.days_late is not None:
            unit = one.owed.unit_id
            counted[unit] = counted.get(unit, 0) + 1
            if one.progress.days_late:
                late = LateBefore(one.owed.window.period.id, one.progress.days_late, one.progress.sent_on is not None)
                found.setdefault(unit, []).append(late)
    return {unit: Earlier(number, tuple(found.get(unit, ()))) for unit, number in counted.items()}
