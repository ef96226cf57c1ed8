"""The page Bản tin tuần as data, its Word file and its mail; and what is new to one person, for the first page."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from zoneinfo import ZoneInfo

from cchc_metrics.access import SYSTEM, Deed, require, units_for
from cchc_metrics.access.keeping import access_of
from cchc_metrics.access.wishes import Section, Seen
from cchc_metrics.documents import Block
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import named, texts
from cchc_metrics.labels.retelling import retold
from cchc_metrics.model import Entry
from cchc_metrics.schema import FORMS, KINDS
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.moment import as_of_data, mark_for, today
from cchc_metrics.services.reporting.digest import WEEK, Digest, Told, digest, last_before, stored, unlocks
from cchc_metrics.services.reporting.documents.unsigned import Unsigned, waiting_to_sign
from cchc_metrics.services.reporting.duties import Reporting

# A page of its own shows more than what stands beside other things.
_SHOWN, _SHOWN_BESIDE = 8, 3


@dataclass(frozen=True, slots=True)
class DigestView:
    """lists: (heading, lines) of each section that somebody wants · finding: how much of each · count: new lines."""

    finding: str
    eyebrow: str
    lists: tuple[tuple[str, tuple[str, ...]], ...]
    count: int

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to tell."""
        return not any(lines for _, lines in self.lists)


def page(desk: Desk, day: str) -> DigestView:
    """The seven days to the end of a day (ISO)."""
    until = date.fromisoformat(day)
    since = until - WEEK
    return _view(desk, digest(desk, last_before(desk.office, since), since, until), _wanted(desk))


@dataclass(frozen=True, slots=True)
class SinceSeen:
    """What somebody saw last, an entry and a day (ISO), and what stands in no journal: what he wants to be told, and
    the periods that wait to be unlocked by him.
    """

    seq: int
    day: str
    sections: tuple[Section, ...]
    unlocks: tuple[str, ...]


def asked_since(desk: Desk, seq: int, day: str) -> SinceSeen:
    """What to ask ``since_seen`` about after an entry and a day (ISO)."""
    return SinceSeen(seq, day, _wanted(desk), unlocks(desk))


def since_seen(desk: Desk, asked: SinceSeen) -> DigestView:
    """What is new to somebody."""
    found = stored(desk, asked.seq, date.fromisoformat(asked.day), today(desk))
    return _view(desk, replace(found, unlocks=asked.unlocks), asked.sections, since_seen=True)


def seen_by(desk: Desk) -> Seen:
    """Up to where this person has looked; who never looked begins now."""
    told = access_of(desk.office.settings).people.seen(desk.actor.id)
    return told or Seen(desk.office.version, today(desk).isoformat())


def note_seen(desk: Desk) -> None:
    """This person has looked now."""
    access_of(desk.office.settings).people.saw(desk.actor.id, Seen(desk.office.version, today(desk).isoformat()))


def as_word(desk: Desk, day: str) -> bytes:
    """The digest as .docx; the same data give the same bytes."""
    require(desk.actor, Deed.DOWNLOAD)
    from cchc_metrics.documents.note import note  # noqa: PLC0415 the Word library is loaded when a file is asked for

    view, t = page(desk, day), texts().digest
    blocks = [Block(title, lines or (t.none,)) for title, lines in view.lists]
    made = t.made.format(name=desk.actor.name, day=fmt.day(date.fromisoformat(day)))
    return note(f"{t.title}: {view.eyebrow}", made, blocks, as_of_data(desk), mark_for(desk, ""))


def as_text(desk: Desk, after: int, since: date, day: date) -> tuple[str, str]:
    """(subject, message) of a digest by mail; an empty message where there is nothing to tell."""
    t = texts().digest
    view = _view(desk, digest(desk, after, since, day), _wanted(desk))
    if view.is_empty:
        return "", ""
    lines = [t.mail_head.format(name=desk.actor.name), ""]
    for title, told in view.lists:
        if told:
            lines += [title, *(f"- {line}" for line in told), ""]
    addresses = sorted(desk.office.settings.addresses)
    if addresses:
        lines.append(t.mail_open.format(address=addresses[0]))
    return t.mail_subject.format(since=fmt.day(since), day=fmt.day(day)), "\n".join([*lines, t.mail_foot])


def _wanted(desk: Desk) -> tuple[Section, ...]:
    return tuple(sorted(access_of(desk.office.settings).people.wishes(desk.actor.id).sections))


def _view(desk: Desk, found: Digest, wanted: tuple[Section, ...], *, since_seen: bool = False) -> DigestView:
    most = _SHOWN_BESIDE if since_seen else _SHOWN
    t, lists, counts = texts().digest, [], []
    for section in Section:
        if section not in found.entries and section not in found.reports and section is not Section.WAITING:
            continue
        lines = list(_lines(desk, found, section))
        if section not in wanted:
            continue
        if lines:
            counts.append(t.counts[section].format(count=_count(found, section)))
        shown = [*lines[:most], *([t.more.format(count=len(lines) - most)] if len(lines) > most else [])]
        lists.append((t.sections[section], tuple(shown)))
    parts = ", ".join(counts) or t.nothing
    since = fmt.day(found.since)
    return DigestView(
        t.finding_since.format(since=since, parts=parts) if since_seen else t.finding.format(parts=parts),
        t.eyebrow.format(since=fmt.day(found.since), day=fmt.day(found.day)),
        tuple(lists),
        sum(1 for _ in found.newest()),
    )


def _count(found: Digest, section: Section) -> int:
    mine = (*found.unlocks, *found.unsigned) if section is Section.WAITING else ()
    return len(found.entries.get(section, ())) + len(found.reports.get(section, ())) + len(mine)


def _lines(desk: Desk, found: Digest, section: Section) -> Iterator[str]:
    t = texts().digest
    if section is Section.WAITING:
        yield from (t.unlock.format(period=fmt.period(period)) for period in found.unlocks)
        yield from map(unsigned_words, found.unsigned)
    entries = found.entries.get(section, ())
    by_people = [entry for entry in entries if entry.actor.id != SYSTEM.id]
    yield from (_entry(entry, desk) for entry in by_people)
    if len(by_people) < len(entries):
        # Names of files that nobody here has ever seen tell nothing.
        yield t.shipped.format(count=len(entries) - len(by_people))
    told = found.reports.get(section, ())
    names = _Names(desk) if told else None
    for one in told:
        words = {"report": names.of(one) if names else "", "day": fmt.day(one.day) if one.day else fmt.MISSING}
        text = t.reason.format(text=one.text) if one.text else ""
        yield getattr(t, section.value).format(**words, days=one.days, text=text)


def _entry(entry: Entry, desk: Desk) -> str:
    """ "Điểm chỉ số: tệp.xlsx · Lan, 23:11 ngày 30/11/2026"."""
    t, moment = texts().digest, fmt.moment(entry.recorded_at.astimezone(ZoneInfo(desk.office.settings.timezone)))
    what = entry.file_name or retold(entry.note) or t.by_hand
    return t.entry.format(kind=named(KINDS[entry.kind].title), what=what, who=named(entry.actor.name), moment=moment)


def unsigned_words(one: Unsigned) -> str:
    """ "Báo cáo tổng hợp Quý III/2026 chờ ký: đã tiếp nhận 5/7 đơn vị, hạn trình 20/9/2026"."""
    t = texts().digest
    due = t.sign_due.format(day=fmt.day(one.due)) if one.due else ""
    return t.sign.format(period=fmt.period(one.period), accepted=one.accepted, owed=one.owed, due=due)


def to_sign(desk: Desk, day: date) -> tuple[str, ...]:
    """What waits for this person's signature, in one sentence; none where nothing does."""
    t, found = texts().digest, waiting_to_sign(desk, day)
    if len(found) > 1:
        periods = fmt.listed([fmt.period(one.period) for one in found])
        return (t.sign_many.format(count=len(found), periods=periods),)
    return tuple(f"{unsigned_words(one)}." for one in found)


class _Names:
    """Units and forms by the names that people use."""

    def __init__(self, desk: Desk) -> None:
        self._units = Reporting(desk).units
        self._forms = {str(row["form_code"]): named(str(row["name"])) for row in desk.facts(FORMS).to_dict("records")}

    def of(self, one: Told) -> str:
        unit = self._units.get(one.unit)
        name = unit.short_name if unit is not None else one.unit
        form = f" · {self._forms.get(one.form, one.form)}" if len(self._forms) > 1 else ""
        return texts().digest.report.format(unit=name, form=form, period=fmt.period(one.period))


def units_of(desk: Desk, _filters: object = None) -> dict[str, str]:
    """The units whose due dates this person may take as a calendar: code -> name."""
    own = units_for(desk.actor, Deed.READ_REPORTS)
    return {code: unit.name for code, unit in Reporting(desk).units.items() if own is None or code in own}
