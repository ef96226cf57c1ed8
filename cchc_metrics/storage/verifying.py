"""Checking that journal, archive and database tell one story: a short look after every opening, and the whole of it."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

from cchc_metrics.errors import CchcError, StoreDamagedError
from cchc_metrics.labels import texts
from cchc_metrics.storage import facts, tables
from cchc_metrics.storage.aside import Reason
from cchc_metrics.storage.chain import unsealed
from cchc_metrics.storage.gateway import Cursor, Gateway
from cchc_metrics.storage.ledger import reached, replay
from cchc_metrics.storage.originals import removals, removed_sentence
from cchc_metrics.storage.parts import Parts
from cchc_metrics.storage.seal import Authenticity
from cchc_metrics.storage.statements import statement
from cchc_metrics.storage.store import Store

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class VerifyReport:
    """entries: lines of the journal · facts: facts in force per table · problems: a sentence each.

    removed: a sentence for each original that was removed on purpose; no problem. notes: what could not be checked.
    """

    ok: bool
    entries: int
    facts: Mapping[str, int]
    problems: tuple[str, ...]
    removed: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def verify(store: Store) -> VerifyReport:
    """Read the journal's chain again, hash every archived file, and replay all of it into a scratch database.

    Commits wait meanwhile. Problems are values.
    """
    with store.standing_still():
        parts = store.parts
        problems = _chain_problems(store) + parts.archive.problems(parts.journal.entries)
        counts = store.ask(facts.counts, at_once=True)
        problems += _fact_problems(store)
        if not problems:
            problems = _replay_problems(store)
        gone = removals(parts.journal.entries)
        removed = tuple(removed_sentence(seq, gone[seq]) for seq in sorted(gone))
        notes = tuple(_seal_notes(parts))
        return VerifyReport(not problems, parts.journal.last_seq, counts, tuple(problems), removed, notes)


def look_over(store: Store) -> tuple[str, ...]:
    """The short check, beside the work: is every file there, does the chain hold, are the facts those of the entries?

    Facts that are not are made again at once, from the journal. Returns a sentence for each thing that is wrong.
    """
    parts, t = store.parts, texts().errors
    known = parts.journal.entries[: store.version]
    problems = parts.archive.lacking(known)
    try:
        if parts.journal.read_again()[: len(known)] != parts.journal.lines[: len(known)]:
            problems.append(t.journal_changed)
    except (StoreDamagedError, OSError) as error:
        problems.append(str(error) if isinstance(error, CchcError) else t.journal_removed)
    store.ask(_read_whole, at_once=True)
    seen = parts.gateway.generation
    if _fact_problems(store):
        store.remake(Reason.DIFFERENT, seen)
        problems += _fact_problems(store)
    problems += _seal_notes(parts)
    if parts.limit is None and not parts.settings.lake:
        with store.writing():
            parts.archive.put_strangers_aside(parts.journal.entries)
    return tuple(problems)


class Watch:
    """The look over a store that was just opened, beside the work; what it found stays until the next start."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._thread: Thread | None = None
        self.found: tuple[str, ...] | None = None  # None until the look is done

    def start(self) -> None:
        """Begin; once is enough."""
        if self._thread is None:
            self._thread = Thread(target=self._look, name="store-watch", daemon=True)
            self._thread.start()

    def wait(self) -> None:
        """Until the look is done, where one was begun."""
        if self._thread is not None:
            self._thread.join()

    def _look(self) -> None:
        try:
            self.found = look_over(self._store)
        except (CchcError, OSError) as error:
            self.found = (str(error) if isinstance(error, CchcError) else texts().errors.disk_refused,)
        for problem in self.found:
            logger.warning("found after opening: %s", problem)


def _chain_problems(store: Store) -> list[str]:
    t, parts = texts().errors, store.parts
    try:
        on_disk = parts.journal.read_again()
    except (CchcError, OSError) as error:
        return [str(error) if isinstance(error, CchcError) else t.journal_removed]
    problems = [] if on_disk == parts.journal.lines else [t.journal_changed]
    held = store.ask(lambda cursor: cursor.execute(statement("applied_hashes")).fetchall())
    if held != [(entry.seq, entry.hash) for entry in parts.journal.entries]:
        problems.append(t.database_of_other_journal)
    return problems


def _fact_problems(store: Store) -> list[str]:
    """Whether the facts are those that the last entry left."""
    parts = store.parts

    def compared(cursor: Cursor) -> bool:
        now, seq = facts.fingerprint(cursor), reached(cursor).seq
        wanted = {facts.tallied(cursor)}
        parts.journal.pull()  # another process may have brought the tables further than we have read
        last = parts.journal.entries[seq - 1] if seq else None
        if last is not None and last.tables_sha256 == tables.fingerprint():
            wanted.add(last.facts_sha256)
        return wanted == {now}

    return [] if store.ask(compared, at_once=True) else [texts().errors.replay_differs]


def _read_whole(cursor: Cursor) -> None:
    """Touch what no page may ask for in weeks: a damaged block makes ``ask`` make the database again."""
    facts.fingerprint_of_versions(cursor)
    cursor.execute(statement("read_applied")).fetchall()


def _seal_notes(parts: Parts) -> list[str]:
    t, journal = texts().errors, parts.journal
    notes = []
    if bare := unsealed(journal.lines):
        notes.append(t.lines_unsealed.format(count=len(bare), first=bare[0]))
    if journal.authenticity() is Authenticity.OTHER_KEY:
        notes.append(t.seal_of_other_key)
    if parts.settings.key_file and not journal.is_sealed:
        notes.append(t.no_seal.format(file=parts.settings.key_file))
    return notes


def _replay_problems(store: Store) -> list[str]:
    parts = store.parts
    prints = store.ask(_prints, at_once=True)
    with TemporaryDirectory(dir=parts.place.temp) as folder:
        gateway = Gateway(parts.place.in_folder(Path(folder)))
        try:
            tables.create(gateway)
            replay(gateway, parts.archive, parts.journal, range(1, parts.journal.last_seq + 1))
            with gateway.cursor() as cursor:
                again = _prints(cursor)
        except CchcError as error:
            return [str(error)]
        finally:
            gateway.close()
    return [] if again == prints else [texts().errors.replay_differs]


def _prints(cursor: Cursor) -> tuple[str, str]:
    return facts.fingerprint(cursor), facts.fingerprint_of_versions(cursor)
