"""Who is to be chased on a day, for what, and how often before: what the công văn đôn đốc say."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from cchc_metrics.access import Deed, require
from cchc_metrics.errors import UnknownNameError
from cchc_metrics.labels import texts
from cchc_metrics.metrics.reporting.calendar import Window
from cchc_metrics.schema import REPORT_EVENTS
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.reporting.acts import SUBMITTED
from cchc_metrics.services.reporting.completeness import Key
from cchc_metrics.services.reporting.debts import Debt, debts, followed
from cchc_metrics.services.reporting.duties import Reporting, Unit
from cchc_metrics.services.reporting.status import ReportStanding, board, windows_of_years


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
    items: tuple[Debt, ...]
    earlier: Earlier


@dataclass(frozen=True, slots=True)
class Chase:
    """Everybody who is chased on a day, in the order of the units; one letter may chase several periods.

    undated: reports that did not come and have no due date, so that nobody can say they are late.
    """

    day: date
    windows: tuple[Window, ...]
    letters: tuple[UnitLetter, ...]
    undated: tuple[ReportStanding, ...]


def chase(desk: Desk, day: date, period_id: str | None = None) -> Chase:
    """Who is late or incomplete on a day, for one period, or by default for every period that is followed.

    Raises UnknownNameError for a period without a window.
    """
    require(desk.actor, Deed.READ_ALL)
    reporting = Reporting(desk)
    windows = (named_window(reporting, period_id),) if period_id else followed(desk, reporting, day)
    found = debts(desk, day, windows)
    earlier = _earlier(desk, reporting, day, {one.standing.key for one in found.open}, windows)
    items: dict[str, list[Debt]] = {}
    for one in found.open:
        items.setdefault(one.standing.owed.unit_id, []).append(one)
    letters = tuple(
        UnitLetter(unit, tuple(items[unit.id]), earlier.get(unit.id, Earlier(0, ())))
        for unit in reporting.units.values()
        if unit.id in items
    )
    return Chase(day, tuple(windows), letters, found.undated)


def named_window(reporting: Reporting, period_id: str) -> Window:
    """The window of a period. Raises UnknownNameError when there is none."""
    try:
        window = reporting.window(period_id)
    except ValueError:
        window = None
    if window is None:
        raise UnknownNameError(texts().reporting.no_such_period.format(period=period_id))
    return window


def _earlier(
    desk: Desk, reporting: Reporting, day: date, chased: Collection[Key], windows: Sequence[Window]
) -> dict[str, Earlier]:
    """Unit -> its lateness in the windows of this year and the last, less what the letter itself chases for.

    A period of which no sending was recorded was not followed by the system, though figures of it may have been
    entered since to compare with: it accuses nobody.
    """
    if not windows:
        return {}
    last = max(windows, key=lambda window: window.end)
    years = (last.period.year - 1, last.period.year)
    before = [window for window in windows_of_years(reporting, years) if window.end <= last.end]
    past = board(desk, day, before)
    sent = desk.facts(REPORT_EVENTS, {"act": [SUBMITTED], "period_id": [window.period.id for window in before]})
    known = {period for period, on in zip(sent["period_id"], sent["on_day"], strict=True) if on <= day}
    found: dict[str, list[LateBefore]] = {}
    counted: dict[str, int] = {}
    for one in past.standings:
        period = one.owed.window.period.id
        if period in known and one.progress.days_late is not None and one.key not in chased:
            unit = one.owed.unit_id
            counted[unit] = counted.get(unit, 0) + 1
            if one.progress.days_late:
                late = LateBefore(period, one.progress.days_late, one.progress.sent_on is not None)
                found.setdefault(unit, []).append(late)
    return {unit: Earlier(number, tuple(found.get(unit, ()))) for unit, number in counted.items()}
