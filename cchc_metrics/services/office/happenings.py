"""What happened, by whom: lines of the journal (data) and of the audit log (people) in one row of time."""

from dataclasses import dataclass
from datetime import datetime

from cchc_metrics.access import SYSTEM, Deed, require
from cchc_metrics.access.audit import RETENTION
from cchc_metrics.access.audit_line import Kept, Line
from cchc_metrics.access.keeping import access_of
from cchc_metrics.access.ledger import put
from cchc_metrics.errors import CchcError
from cchc_metrics.labels import texts
from cchc_metrics.model import Entry
from cchc_metrics.services.office.desk import Desk

SHORTEST_KEPT, LONGEST_KEPT = 365, 36_500


@dataclass(frozen=True, slots=True)
class Happening:
    """One act. act: a code of ``Kept`` or of the journal's actions · who: the account · role: by what right ·
    about: what it was done to · text: words · seq: the journal entry of an act on data, None of another.
    """

    at: datetime
    act: str
    who: str
    role: str
    about: str
    text: str
    seq: int | None


def happenings(desk: Desk) -> tuple[Happening, ...]:
    """Everything that is recorded, the newest first; what was shipped is left out. Raises NotAllowedError."""
    require(desk.actor, Deed.AUDIT)
    entries = (_of_entry(entry) for entry in desk.office.store.entries() if entry.actor.id != SYSTEM.id)
    lines = (_of_line(line) for line in access_of(desk.office.settings).audit.lines())
    return tuple(sorted((*entries, *lines), key=lambda one: one.at, reverse=True))


def problems(desk: Desk) -> tuple[str, ...]:
    """What is wrong with the audit log, a sentence each; none when it is sound. Raises NotAllowedError."""
    require(desk.actor, Deed.AUDIT)
    return tuple(access_of(desk.office.settings).audit.verify())


def retention(desk: Desk) -> int:
    """For how many days lines are kept; 0 for good. Raises NotAllowedError."""
    require(desk.actor, Deed.AUDIT)
    return access_of(desk.office.settings).audit.retention()


def keep_for(desk: Desk, days: int) -> int:
    """Set for how many days lines are kept, 0 for good, and drop the older ones; returns how many went.

    Raises CchcError for less than a year or more than a hundred, NotAllowedError.
    """
    require(desk.actor, Deed.MAINTAIN)
    if days and not SHORTEST_KEPT <= days <= LONGEST_KEPT:
        raise CchcError(texts().audit.wrong_retention.format(least=SHORTEST_KEPT, most=LONGEST_KEPT))
    access = access_of(desk.office.settings)
    before = access.audit.retention()
    sides = {"days": before}, {"days": days}
    with access.audit.telling(Kept.SETTING, desk.actor, about=RETENTION, before=sides[0], after=sides[1]) as now:
        put(now, RETENTION, str(days))
    return access.audit.forget_older(desk.actor, days) if days else 0


def _of_entry(entry: Entry) -> Happening:
    about = entry.file_name or entry.kind
    return Happening(
        entry.recorded_at, entry.action.value, entry.actor.id, entry.actor.role, about, entry.note, entry.seq
    )


def _of_line(line: Line) -> Happening:
    values = " → ".join(
        ", ".join(f"{name}={value}" for name, value in side.items() if value != "")
        for side in (line.before, line.after)
        if side
    )
    text = " ".join(part for part in (line.text, values) if part)
    return Happening(line.at, line.act.value, line.account, line.role, line.about, text, line.seq)
