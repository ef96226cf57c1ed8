"""What the journal of an open store tells, what of it has changed, and what had been published by a day.

Each read notices what it reads (``noticing``).
"""

from collections.abc import Hashable, Mapping, Sequence
from datetime import date, datetime, timedelta
from itertools import accumulate, takewhile
from threading import Lock
from zoneinfo import ZoneInfo

import pandas as pd
import pyarrow as pa

from cchc_metrics.errors import UnknownNameError
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.model import Action, Entry
from cchc_metrics.schema import RELEASES, SOURCES, Kind
from cchc_metrics.storage import reads
from cchc_metrics.storage.ledger import undone
from cchc_metrics.storage.noticing import notice
from cchc_metrics.storage.originals import removals, removed_sentence
from cchc_metrics.storage.parts import Parts
from cchc_metrics.storage.reads import WHOLE
from cchc_metrics.storage.statements import Reading, statement
from cchc_metrics.storage.tending import Tended

_CLOCK_TOLERANCE = timedelta(minutes=2)
# Pages beside those of the kinds, which bear the names of the kinds: the whole history, and what is over.
_JOURNAL, _PAST = "the journal", "the past"


class History(Tended):
    """The entries of a store. It is a book (``noticing.Book``) with a page for each kind."""

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts)
        # Since it was opened: page -> the last entry that wrote on it; redactions wrote on all of them.
        self._written: dict[str, int] = {}
        self._redacted = 0
        self._counted = self._version
        self._counting = Lock()
        self._ended: dict[date, int] = {}

    @property
    def version(self) -> int:
        """The journal number that reads see, or an earlier one; 0 when nothing was ever stored."""
        notice(self, _JOURNAL)
        return self.come_to()

    def stamp(self, page: str) -> Hashable:
        """What ``noticing.Book`` asks. Of a kind: the last entry that changed its facts while this was open."""
        return self._stamp(page, self._read_on())

    def still(self, stamps: Mapping[str, Hashable]) -> bool:
        """Whether nothing was written on these pages since they had these stamps."""
        version = self._read_on()
        return all(self._stamp(page, version) == stamp for page, stamp in stamps.items())

    def _stamp(self, page: str, version: int) -> Hashable:
        return self.made_whole, self._redacted, version if page == _JOURNAL else self._written.get(page, 0)

    def _read_on(self) -> int:
        """Note what was written by the entries that came since the last look; the version."""
        version = self.come_to()
        if version > self._counted:
            with self._counting:
                for entry in self.parts.journal.entries[self._counted : version]:
                    if entry.action is Action.REDACT:
                        self._redacted = entry.seq
                    elif entry.action is not Action.REMOVE_ORIGINAL:
                        self._written[entry.kind] = entry.seq
                self._counted = max(self._counted, version)
        return version

    def reads(self, *kinds: Kind, as_known_at: int | None = None) -> None:
        """Facts of these kinds are about to be read; as they were after an entry, they stay as they are."""
        notice(self, *([kind.name for kind in kinds] if as_known_at is None else [_PAST]))

    def entries(self) -> list[Entry]:
        """The whole history, newest first."""
        notice(self, _JOURNAL)
        return list(reversed(self.parts.journal.entries))

    @property
    def journal_size(self) -> int:
        """Bytes of the journal's lines."""
        notice(self, _JOURNAL)
        return sum(len(line) + 1 for line in self.parts.journal.lines)

    def newest(self) -> Entry | None:
        """The last entry; None while nothing was stored."""
        notice(self, _JOURNAL)
        return self.parts.journal.entries[-1] if self.parts.journal.last_seq else None

    def entry(self, seq: int) -> Entry:
        """One entry. Raises UnknownNameError when there is none of that number."""
        entries = self.parts.journal.entries
        # An entry never changes; that there is none does.
        notice(self, _PAST if 1 <= seq <= len(entries) else _JOURNAL)
        if not 1 <= seq <= len(entries):
            raise UnknownNameError(texts().errors.unknown_entry.format(seq=seq))
        return entries[seq - 1]

    def last_on(self, day: date) -> int:
        """The last entry recorded up to the end of a day of the office's time zone; 0 when there was none yet."""
        notice(self, _PAST if day in self._ended else _JOURNAL)
        if day in self._ended:
            return self._ended[day]
        zone = ZoneInfo(self.parts.settings.timezone)
        entries = self.parts.journal.entries
        count = len(entries)
        # Entries of the first programs could be dated before their predecessors, when the clock had jumped.
        dates = accumulate((entries[place].recorded_at.astimezone(zone).date() for place in range(count)), max)
        last = sum(1 for _ in takewhile(lambda recorded: recorded <= day, dates))
        # Once an entry was made on a later day, none can come to this one.
        if last < count:
            self._ended[day] = last
        return last

    def undone(self) -> frozenset[int]:
        """Numbers of the entries that are taken back at present."""
        notice(self, _JOURNAL)
        return undone(self.parts.journal.entries)

    def removals(self) -> Mapping[int, Entry]:
        """Numbers of the entries whose original was removed, each with the entry that removed it."""
        notice(self, _JOURNAL)
        return removals(self.parts.journal.entries)

    def find_by_original(self, sha256: str) -> Entry | None:
        """The latest import of a file with this hash that is not taken back."""
        taken_back = self.undone()
        imports = (entry for entry in self.entries() if entry.action is Action.IMPORT and entry.seq not in taken_back)
        return next((entry for entry in imports if entry.original_sha256 == sha256), None)

    def original(self, seq: int) -> tuple[str, bytes]:
        """Name and bytes of the file behind an entry.

        Raises UnknownNameError when it has none (an edit, an undo) or when it was removed, saying by whom, when and
        why; StoreDamagedError when it is not the same file.
        """
        entry, gone = self.entry(seq), self.removals()
        if seq in gone:
            raise UnknownNameError(removed_sentence(seq, gone[seq]))
        if not entry.original_sha256:
            raise UnknownNameError(texts().errors.no_original.format(seq=seq))
        return entry.file_name, self.parts.archive.original(entry)

    @property
    def clock_note(self) -> str:
        """A sentence when the last entry is dated later than now: the clock of the machine is or was wrong."""
        newest = self.newest()
        now = datetime.now(ZoneInfo(self.parts.settings.timezone))
        if newest is None or newest.recorded_at - now < _CLOCK_TOLERANCE:
            return ""
        said, dated = texts().errors.entry_in_the_future, fmt.moment(newest.recorded_at)
        return said.format(seq=newest.seq, moment=dated, now=fmt.moment(now))


def came_after(store: History, kind: Kind, where: Mapping[str, Sequence[object]], seq: int) -> pa.Table:
    """Facts in force that came after an entry, 0 for all, as Arrow; else as ``Store.facts``."""
    store.reads(kind)
    return store.ask(lambda cursor: reads.chosen_table(cursor, "facts", kind, where, Reading(since=seq)))


def published(
    store: History,
    kind: Kind,
    day: date,
    where: Mapping[str, Sequence[object]] | None = None,
    *,
    reading: Reading = WHOLE,
) -> pd.DataFrame:
    """Facts of a kind with a source as they had been published by the end of a day; shape as ``Store.facts``.

    Of every version ever recorded and not taken back, those whose source has ``published_on`` up to that day or, where
    the source has no day, whose index year was released (kind «releases») up to that day; a
    source that ``corrects`` another wins over it, else the version recorded last. The days are those known now: a
    version without one is left out (``undated`` counts them).
    """
    gone = _taken_back(store, kind)
    return store.ask(
        lambda cursor: reads.chosen(cursor, "facts_as_published", kind, where, reading, day=day, undone=gone)
    )


def undated(store: History, kind: Kind) -> int:
    """How many facts of a kind have a version that ``published`` leaves out, its day of publication being unknown."""
    gone = {"undone": _taken_back(store, kind)}
    row = store.ask(lambda cursor: cursor.execute(statement("undated", kind), gone).fetchone())
    return int(row[0]) if row else 0


def _taken_back(store: History, kind: Kind) -> list[int]:
    """Numbers of the entries that are taken back, of which those of the kind, of its sources and releases matter."""
    store.reads(kind, SOURCES, RELEASES)
    return sorted(undone(store.parts.journal.entries))
