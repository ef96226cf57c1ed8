"""Of which moment a document is: that of the data, so that the same data give the same bytes."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from cchc_metrics.labels import texts
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.illustrative import mark_of
from cchc_metrics.services.office.kept import present_day

_BEFORE_ALL_DATA = datetime(2025, 7, 1)


def as_of_data(desk: Desk) -> datetime:
    """When the last entry was made that this desk sees, in the office's time zone."""
    zone = ZoneInfo(desk.office.settings.timezone)
    entry = desk.last_entry()
    return entry.recorded_at.astimezone(zone) if entry else _BEFORE_ALL_DATA.replace(tzinfo=zone)


def mark_for(desk: Desk, mark: str) -> str:
    """The text that must stand on every page: the one asked for, else that of a try-out with made-up figures."""
    return mark or mark_of(desk.office.settings)


def mark_of_official(desk: Desk, mark: str) -> str:
    """The same for letters and reports of the office, which are Vietnamese by law: in another language they say that
    they are a translation to work with.
    """
    return " · ".join(filter(None, (texts().documents.translation, mark_for(desk, mark))))


def today(desk: Desk) -> date:
    """The day that a screen looks at: the clock's, else the present one in the office's time zone."""
    return desk.clock.day or present_day(desk.office.settings.timezone)
