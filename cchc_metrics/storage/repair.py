"""Making the derived database again, and checking that journal, archive and database tell one story."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from cchc_metrics.config import Settings
from cchc_metrics.errors import CchcError
from cchc_metrics.labels import texts
from cchc_metrics.storage import facts, tables
from cchc_metrics.storage.gateway import Gateway
from cchc_metrics.storage.journal import read_entries
from cchc_metrics.storage.ledger import applied, replay
from cchc_metrics.storage.opening import Parts, open_parts
from cchc_metrics.storage.originals import removals, removed_sentence
from cchc_metrics.storage.store import Store


@dataclass(frozen=True, slots=True)
class VerifyReport:
    """entries: lines of the journal · facts: facts in force per table · problems: a sentence each.

    removed: a sentence for each original that was removed on purpose; no problem.
    """

    ok: bool
    entries: int
    facts: Mapping[str, int]
    problems: tuple[str, ...]
    removed: tuple[str, ...] = ()


def rebuild(settings: Settings) -> Store:
    """Delete the derived database and make it again from the journal and the archive, with the journal's times.

    Raises StoreBusyError when the store is open, StoreDamagedError when an archived change set is absent or changed;
    the old database then stays.
    """
    return Store(open_parts(settings, afresh=True))


def verify(store: Store) -> VerifyReport:
    """Read the journal's chain again, hash every archived file, and replay all of it into a scratch database.

    Commits wait meanwhile. Problems are values; raises StoreDamagedError only when the store is read-only already.
    """
    with store.writing():
        parts = store.parts
        problems = _chain_problems(parts) + parts.archive.problems(parts.journal.entries)
        with parts.gateway.transaction() as cursor:
            counts = facts.counts(cursor)
            prints = facts.fingerprint(cursor), facts.fingerprint_of_versions(cursor)
        if not problems:
            problems = _replay_problems(parts, prints)
        gone = removals(parts.journal.entries)
        removed = tuple(removed_sentence(seq, gone[seq]) for seq in sorted(gone))
        return VerifyReport(not problems, parts.journal.last_seq, counts, tuple(problems), removed)


def _chain_problems(parts: Parts) -> list[str]:
    said = texts().errors
    try:
        on_disk = read_entries(parts.settings.journal)
    except (CchcError, OSError) as error:
        return [str(error) if isinstance(error, CchcError) else said.journal_gone]
    held = applied(parts.gateway)
    problems = [] if on_disk == parts.journal.entries else [said.journal_changed]
    if held != [(entry.seq, entry.hash) for entry in on_disk]:
        problems.append(said.database_of_other_journal)
    return problems


def _replay_problems(parts: Parts, prints: tuple[str, str]) -> list[str]:
    with TemporaryDirectory(dir=parts.settings.temp) as folder:
        gateway = Gateway(replace(parts.settings, data_dir=Path(folder)))
        try:
            tables.create(gateway)
            replay(gateway, parts.archive, parts.journal.entries)
            with gateway.cursor() as cursor:
                again = facts.fingerprint(cursor), facts.fingerprint_of_versions(cursor)
        except CchcError as error:
            return [str(error)]
        finally:
            gateway.close()
    return [] if again == prints else [texts().errors.replay_differs]
