"""What happened since a day and an entry of the journal, for one person: figures, corrections, reports, what waits.

Everything is asked through the desk, so a unit hears of its own reports and an administrator of none.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from cchc_metrics.access import Deed, may, require
from cchc_metrics.access.wishes import Section
from cchc_metrics.metrics.reporting.obligations import State
from cchc_metrics.model import Action, Entry
from cchc_metrics.model.rows import text_of
from cchc_metrics.schema import (
    ATTACHMENTS,
    DUE_DATE_CHANGES,
    ENTRY_DRAFTS,
    KINDS,
    LAYOUTS,
    NAMES,
    REPORT_EVENTS,
    TASK_ROWS,
    UNIT_REPORTS,
)
from cchc_metrics.services.office.desk import Desk, once
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.reporting.acts import APPROVED, REOPENED, RETURNED, SUBMITTED
from cchc_metrics.services.reporting.documents.unsigned import Unsigned, waiting_to_sign
from cchc_metrics.services.reporting.status import ReportStanding, board
from cchc_metrics.services.storing.locks import locks

WEEK = timedelta(days=7)
# What units do is told as reports, what the product remembers for itself not at all.
_NO_FIGURES = frozenset(
    kind.name
    for kind in (UNIT_REPORTS, REPORT_EVENTS, ENTRY_DRAFTS, TASK_ROWS, ATTACHMENTS, DUE_DATE_CHANGES, LAYOUTS, NAMES)
)
_WAITING: Mapping[Deed, frozenset[State]] = {
    Deed.APPROVE: frozenset({State.SENT, State.NIL, State.INCOMPLETE}),
    Deed.JUDGE: frozenset({State.APPROVED, State.SENT, State.NIL}),
}


@dataclass(frozen=True, slots=True)
class Told:
    """One report. seq: the entry that tells it, 0 for what only time has done · text: the reason of a return ·
    days: how late.
    """

    unit: str
    form: str
    period: str
    seq: int = 0
    day: date | None = None
    text: str = ""
    days: int = 0


@dataclass(frozen=True, slots=True)
class Digest:
    """since, day: from after one day to the end of another · entries, reports: of the sections that are this person's ·
    unlocks: periods that wait to be unlocked by a second · unsigned: consolidated reports that wait to be signed."""

    since: date
    day: date
    entries: Mapping[Section, tuple[Entry, ...]]
    reports: Mapping[Section, tuple[Told, ...]]
    unlocks: tuple[str, ...] = ()
    unsigned: tuple[Unsigned, ...] = ()
    after: int = 0

    def newest(self) -> Iterator[int]:
        """The entry behind each line that an entry tells."""
        yield from (one.seq for one in self.unsigned if one.seq > self.after)
        yield from (entry.seq for entries in self.entries.values() for entry in entries)
        yield from (one.seq for told in self.reports.values() for one in told if one.seq)


def digest(desk: Desk, after: int, since: date, day: date) -> Digest:
    """What came after an entry and a day, as it stands on ``day``. Raises NotAllowedError for who may not enter."""
    require(desk.actor, Deed.ENTER)
    return replace(stored(desk, after, since, day), unlocks=unlocks(desk))


def unlocks(desk: Desk) -> tuple[str, ...]:
    """Periods that wait to be unlocked by this person: locks stand in no journal, so nothing keeps this."""
    require(desk.actor, Deed.ENTER)
    asked = locks(desk.office, desk.actor) if may(desk.actor, Deed.LOCK) else ()
    return tuple(one.period_id for one in asked if one.asked_by and one.asked_by != desk.actor.id)


@once
def stored(desk: Desk, after: int, since: date, day: date) -> Digest:
    """The same without the periods that wait to be unlocked."""
    require(desk.actor, Deed.ENTER)
    entries: dict[Section, tuple[Entry, ...]] = {}
    if may(desk.actor, Deed.READ_ALL):
        entries = dict(zip((Section.FIGURES, Section.CORRECTIONS), _entries(desk, after), strict=True))
    reports: dict[Section, tuple[Told, ...]] = {}
    if may(desk.actor, Deed.READ_REPORTS):
        standings = board(desk, day).standings
        acts = list(_acts(desk, after))
        reports = {
            Section.SENT: tuple(told for act, told in acts if act == SUBMITTED),
            Section.RETURNED: tuple(told for act, told in acts if act in (RETURNED, REOPENED)),
            Section.LATE: tuple(_late(standings, since, day)),
            Section.WAITING: tuple(_waiting(desk, standings, dict(_last_seq(acts)))),
        }
    return Digest(since, day, entries, reports, unsigned=waiting_to_sign(desk, day), after=after)


def last_before(office: Office, day: date) -> int:
    """The last entry of the journal that was made before a day began; 0 for none."""
    zone = ZoneInfo(office.settings.timezone)
    earlier = (one.seq for one in office.store.entries() if one.recorded_at.astimezone(zone).date() < day)
    return max(earlier, default=0)


def _entries(desk: Desk, after: int) -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
    """(figures that came in, what changed others), the newest first."""
    told = [one for one in desk.office.store.entries() if one.seq > after and one.kind in KINDS]
    told = sorted((one for one in told if one.kind not in _NO_FIGURES), key=lambda one: -one.seq)
    corrects = [one.action is not Action.IMPORT or (one.counts.changed > 0 and one.counts.added == 0) for one in told]
    return (
        tuple(one for one, is_one in zip(told, corrects, strict=True) if not is_one),
        tuple(one for one, is_one in zip(told, corrects, strict=True) if is_one),
    )


def _acts(desk: Desk, after: int) -> Iterator[tuple[str, Told]]:
    """Every act on a report that was recorded after an entry, one line where a judgement names several cells."""
    events = desk.facts(REPORT_EVENTS, provenance=True)
    said: set[tuple[Any, ...]] = set()
    for row in events[events["seq_from"] > after].to_dict("records"):
        unit, form, period = (str(row[name]) for name in ("unit_id", "form_code", "period_id"))
        once_only = (unit, form, period, row["act"], row["seq_from"])
        if once_only in said:
            continue
        said.add(once_only)
        words = text_of(row["text"])
        yield str(row["act"]), Told(unit, form, period, int(row["seq_from"]), row["on_day"], words)


def _last_seq(acts: Iterable[tuple[str, Told]]) -> Iterator[tuple[tuple[str, str, str], int]]:
    for act, told in acts:
        if act in (SUBMITTED, APPROVED, REOPENED):
            yield (told.unit, told.form, told.period), told.seq


def _late(standings: Iterable[ReportStanding], since: date, day: date) -> Iterator[Told]:
    """What became late between the two days and is not sent."""
    for one in standings:
        due = one.owed.due
        if one.progress.state is State.NOT_SENT and due is not None and since <= due < day:
            yield Told(*one.key, day=due, days=one.progress.days_late or 0)


def _waiting(desk: Desk, standings: Iterable[ReportStanding], seqs: Mapping[Any, int]) -> Iterator[Told]:
    """What this person is to approve or to judge."""
    for one in standings:
        mine = (one.progress.state in states and may(desk.actor, deed, one.key[0]) for deed, states in _WAITING.items())
        if any(mine):
            yield Told(*one.key, seq=seqs.get(one.key, 0), day=one.progress.sent_on)
