"""What is said while the figures of a past day are looked at."""

from dataclasses import dataclass
from datetime import date

from cchc_metrics import storage
from cchc_metrics.access import Deed, require
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.schema import SCORES
from cchc_metrics.services.office.clock import ClockKind
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.kept import present_day


@dataclass(frozen=True, slots=True)
class ClockView:
    """sentence: as of which day and by which clock, empty for now · note: what to mind about it, may be empty."""

    sentence: str
    note: str = ""

    @property
    def whole(self) -> str:
        return " ".join(part for part in (self.sentence, self.note) if part)


def clock_view(desk: Desk, _: None = None) -> ClockView:
    """The clock of this desk in words, with how many figures it cannot place."""
    require(desk.actor, Deed.ENTER)
    t, clock = texts().clock, desk.clock
    if clock.kind is ClockKind.NOW:
        return ClockView("")
    if clock.kind is ClockKind.KNOWN:
        note = _of_known(desk, clock.day)
        return ClockView(t.as_known.format(day=fmt.day(clock.day)), note)
    undated = storage.undated(desk.office.store, SCORES)
    note = t.undated.format(count=fmt.integer(undated)) if undated else ""
    return ClockView(t.as_published.format(day=fmt.day(clock.day)), note)


def _of_known(desk: Desk, day: date | None) -> str:
    """What to mind about a day by the system's knowledge: none was there yet, it is to come, or the clock was wrong."""
    t, store = texts().clock, desk.office.store
    today = present_day(desk.office.settings.timezone)
    if desk.last_entry() is None:
        return t.nothing_known
    parts = [t.day_in_future if day is not None and day > today else "", store.clock_note]
    return " ".join(part for part in parts if part)
