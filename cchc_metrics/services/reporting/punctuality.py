"""How often the units were on time: one share per unit and span of periods."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from cchc_metrics.metrics.reporting.calendar import UNIT, Window
from cchc_metrics.services.reporting.duties import Reporting
from cchc_metrics.services.reporting.status import ReportStanding, due_dates


@dataclass(frozen=True, slots=True)
class Rate:
    """Of ``due`` reports so many came on time, so many late, and so many have something on every task."""

    name: str
    due: int
    on_time: int
    late: int
    complete: int

    @property
    def unsent(self) -> int:
        """Those that never came."""
        return self.due - self.on_time - self.late


def were_due(standings: Sequence[ReportStanding], day: date) -> tuple[ReportStanding, ...]:
    """The reports whose due date is known and over – an exempt one has none; of periods that hold a report at all.

    A period of which nothing ever came in was not kept in this system, and accuses nobody.
    """
    kept = {one.owed.window.period.id for one in standings if one.progress.sent_on is not None}
    passed = [one for one in standings if one.owed.due is not None and one.owed.due < day]
    return tuple(one for one in passed if one.owed.window.period.id in kept)


def rates(standings: Sequence[ReportStanding], name_of: Callable[[ReportStanding], str]) -> tuple[Rate, ...]:
    """The rates of reports that were due, grouped by a name, in the order of first sight."""
    groups: dict[str, list[ReportStanding]] = {}
    for one in standings:
        groups.setdefault(name_of(one), []).append(one)
    return tuple(
        Rate(
            name,
            len(found),
            sum(1 for one in found if one.progress.sent_on is not None and not one.progress.days_late),
            sum(1 for one in found if one.progress.sent_on is not None and one.progress.days_late),
            sum(1 for one in found if one.progress.sent_on is not None and not one.progress.empty),
        )
        for name, found in groups.items()
    )


def may_be_due(reporting: Reporting, window: Window, day: date) -> bool:
    """Whether a report of the window can have been due: by the office's date, or by a date that one unit was given."""
    if window.start > day:
        return False
    decided = window.period.id in set(reporting.duties.changes["period_id"])
    return decided or due_dates(reporting, window)[UNIT] is not None
