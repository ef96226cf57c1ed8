"""Whether journal, database and archive end at the same entry; what only one of them knows is never dropped."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from cchc_metrics.errors import NewerStoreError, StoreDamagedError
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.model import Entry
from cchc_metrics.storage import changes, lines
from cchc_metrics.storage.archive import Archive
from cchc_metrics.storage.gateway import Cursor
from cchc_metrics.storage.ledger import Reached, held_hash, held_lines
from cchc_metrics.storage.seams import Journal
from cchc_metrics.storage.statements import statement

_MOST_NAMED = 20


class JournalBehindError(StoreDamagedError):
    """Database or archive hold entries that the journal does not: obeying it would drop what was acknowledged."""


class ForeignDatabaseError(StoreDamagedError):
    """The database is that of another journal from its first entry on; it is no use and no loss here."""


@dataclass(frozen=True, slots=True)
class Beyond:
    """An entry behind the journal's end. entry: what it says, None where only its number is known."""

    seq: int
    entry: Entry | None

    def in_words(self) -> str:
        """Number, and where it is known the moment, the person and the file."""
        t = texts().errors
        if self.entry is None:
            return t.entry_number.format(seq=self.seq)
        moment = fmt.moment(self.entry.recorded_at)
        what = self.entry.file_name or str(self.entry.action)
        return t.entry_named.format(seq=self.seq, moment=moment, who=self.entry.actor.name, what=what)


def require_agreement(journal: Journal, archive: Archive, cursor: Cursor, reached: Reached) -> None:
    """Raises when the database holds other entries than the journal, or archive or database hold more.

    JournalBehindError names the entries; ForeignDatabaseError; StoreDamagedError when the two tell different things.
    """
    last = journal.last_seq
    if reached.seq:
        shared = min(reached.seq, last)
        if shared and held_hash(cursor, shared) != journal.hash_of(shared):
            _refuse_different(journal, archive, cursor, shared)
        if reached.seq > last:
            raise _behind(journal, held_beyond(cursor, archive, last))
    # One change set too many is what a commit leaves that died before its journal line.
    if archive.highest_seq() > last + 1:
        raise _behind(journal, archived_beyond(archive, last))


def require_archive_not_ahead(journal: Journal, archive: Archive) -> None:
    """Without a database to ask, every change set behind the journal's end may be an entry. JournalBehindError."""
    if archive.highest_seq() > journal.last_seq:
        raise _behind(journal, archived_beyond(archive, journal.last_seq))


def held_beyond(cursor: Cursor, archive: Archive, last: int) -> list[Beyond]:
    """The entries behind a number that the database holds, and those of the archive that follow them."""
    found: dict[int, Entry | None] = {one.seq: one.entry for one in archived_beyond(archive, last)}
    rows = cursor.execute(statement("applied_numbers"), {"after": last}).fetchall()
    found.update({seq: found.get(seq) for (seq,) in rows})
    found.update({seq: lines.decode(line) for seq, line in held_lines(cursor, last).items()})
    return [Beyond(seq, found[seq]) for seq in sorted(found)]


def archived_beyond(archive: Archive, last: int) -> list[Beyond]:
    """The change sets behind a number, with what they say of their entry."""
    return [Beyond(seq, _drafted(archive, seq)) for seq in sorted(archive.loose()) if seq > last]


def payload_of(data: bytes) -> Mapping[str, object] | None:
    """What a change set says of its journal line; None for one that says nothing."""
    try:
        words = changes.entry_of(data)
        payload: dict[str, object] = json.loads(words) if words else {}
    except (StoreDamagedError, ValueError):
        return None
    return payload or None


def _drafted(archive: Archive, seq: int) -> Entry | None:
    for payload in filter(None, map(payload_of, archive.drafts(seq))):
        try:
            return lines.entry_of(dict(payload))
        except (ValueError, KeyError, TypeError, NewerStoreError):
            continue
    return None


def _behind(journal: Journal, beyond: list[Beyond]) -> JournalBehindError:
    t = texts().errors
    named = "; ".join(one.in_words() for one in beyond[:_MOST_NAMED])
    more = t.more_entries.format(count=len(beyond) - _MOST_NAMED) if len(beyond) > _MOST_NAMED else ""
    sentence = t.journal_behind if journal.last_seq else t.journal_gone
    return JournalBehindError(sentence.format(last=journal.last_seq, entries=named + more))


def _refuse_different(journal: Journal, archive: Archive, cursor: Cursor, shared: int) -> None:
    first = next(seq for seq in range(1, shared + 1) if held_hash(cursor, seq) != journal.hash_of(seq))
    if first == 1 and archive.first_unusable(journal.entries[:1]) is None:
        raise ForeignDatabaseError(texts().errors.database_of_other_journal)
    raise StoreDamagedError(texts().errors.journal_differs.format(seq=first))
