"""Units that closed, merged or split in the year of a report, as its documents tell them."""

from dataclasses import dataclass
from datetime import date, timedelta

from cchc_metrics.metrics.reporting.calendar import Window, windows_of
from cchc_metrics.services.reporting.duties import Reporting


@dataclass(frozen=True, slots=True)
class Change:
    """From a day on, these units have the tasks of those, which are closed. heirs: empty where nobody follows."""

    day: date
    closed: tuple[str, ...]
    heirs: tuple[str, ...]


def changes(reporting: Reporting, window: Window) -> tuple[Change, ...]:
    """The changes between the first day of a window's year and its last, by day; units that go into the same heirs on
    one day are one change.
    """
    begins = min((one.start for one in windows_of(window.period.year, reporting.windows)), default=window.start)
    lineage = reporting.lineage
    found: dict[tuple[date, tuple[str, ...]], list[str]] = {}
    for unit, last in lineage.closed.items():
        if begins <= last < window.end:
            found.setdefault((last + timedelta(days=1), lineage.successors[unit]), []).append(unit)
    return tuple(Change(day, tuple(closed), heirs) for (day, heirs), closed in sorted(found.items()))
