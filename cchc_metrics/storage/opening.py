"""Opening the data folder: the lock, the journal, the archive, and a database that is brought to agree with them."""

import logging
from dataclasses import dataclass, field

from cchc_metrics.config import Settings
from cchc_metrics.errors import CchcError, StoreBusyError, StoreDamagedError
from cchc_metrics.labels import texts
from cchc_metrics.storage import tables
from cchc_metrics.storage.archive import Archive
from cchc_metrics.storage.files import sync_folder
from cchc_metrics.storage.gateway import Gateway, database_files
from cchc_metrics.storage.journal import Journal
from cchc_metrics.storage.ledger import applied, replay
from cchc_metrics.storage.lock import FolderLock

logger = logging.getLogger(__name__)


class _JournalGoneError(StoreDamagedError):
    """The database or the archive holds entries and the journal none: obeying it would empty the store."""


class _OtherSchemaError(CchcError):
    """A sound database of other tables than today's: an older or a newer program made it."""


@dataclass(slots=True)
class Parts:
    """What a store is made of. ``repairs`` are sentences on what had to be put right at the start."""

    settings: Settings
    lock: FolderLock
    journal: Journal
    archive: Archive
    gateway: Gateway
    repairs: list[str] = field(default_factory=list)

    def close(self) -> None:
        self.gateway.close()
        self.journal.close()
        self.lock.release()


def open_parts(settings: Settings, afresh: bool = False) -> Parts:
    """Open everything; ``afresh`` makes the database again from the journal and the archive.

    Raises StoreBusyError when another process holds the folder, StoreDamagedError when the journal or the archive
    cannot be trusted, CchcError when the folder cannot be written.
    """
    try:
        return _locked(settings, afresh)
    except OSError as error:
        raise CchcError(texts().errors.folder_unusable.format(folder=settings.data_dir)) from error


def _locked(settings: Settings, afresh: bool) -> Parts:
    for folder in (settings.data_dir, settings.temp):
        folder.mkdir(parents=True, exist_ok=True)
    lock = FolderLock(settings.data_dir)
    try:
        journal = Journal(settings.journal)
    except BaseException:
        lock.release()
        raise
    try:
        return _with_database(settings, lock, journal, afresh)
    except BaseException:
        journal.close()
        lock.release()
        raise


def _with_database(settings: Settings, lock: FolderLock, journal: Journal, afresh: bool) -> Parts:
    archive = Archive(settings.archive)
    if not journal.entries and _held_entries(settings, archive):
        raise _JournalGoneError(texts().errors.journal_gone)
    repairs = [texts().errors.torn_line_dropped] if journal.torn_bytes else []
    # Before anything checks the archive: a removal that the journal decided is no damage.
    if archive.finish_removals(journal.entries):
        repairs.append(texts().errors.removal_finished)
    if afresh:
        gateway = _made_again(settings, journal, archive, keep_old=False)
    else:
        gateway = _reconciled(settings, journal, archive, repairs)
    try:
        if archive.collect_orphans(journal.entries):
            repairs.append(texts().errors.orphans_set_aside)
    except BaseException:
        gateway.close()
        raise
    for sentence in repairs:
        logger.warning("repaired at start: %s", sentence)
    return Parts(settings, lock, journal, archive, gateway, repairs)


def _held_entries(settings: Settings, archive: Archive) -> bool:
    """Whether a folder without a journal once held entries.

    A first commit that died leaves one change set and a database that holds nothing. More than that, or a change set
    beside no database, was stored once.
    """
    if archive.highest_seq() != 1:
        return archive.highest_seq() > 1
    if not settings.database.exists():
        return True
    gateway = Gateway(settings)
    try:
        return bool(applied(gateway))
    finally:
        gateway.close()


def _reconciled(settings: Settings, journal: Journal, archive: Archive, repairs: list[str]) -> Gateway:
    """The database as it is, with what it lacks replayed; made again when it cannot be trusted."""
    try:
        gateway = Gateway(settings)
        try:
            replayed = _caught_up(gateway, journal, archive)
        except BaseException:
            gateway.close()
            raise
    except (StoreBusyError, _JournalGoneError):
        raise
    except _OtherSchemaError as error:
        repairs.append(str(error))
        return _made_again(settings, journal, archive, keep_old=False)
    except CchcError as error:
        logger.warning("the database cannot be trusted and is made again", exc_info=error)
        repairs.append(texts().errors.database_rebuilt)
        return _made_again(settings, journal, archive, keep_old=True)
    if replayed:
        repairs.append(texts().errors.entries_replayed.format(count=replayed))
    return gateway


def _caught_up(gateway: Gateway, journal: Journal, archive: Archive) -> int:
    held = applied(gateway)
    entries = journal.entries
    if held and not entries:
        raise _JournalGoneError(texts().errors.journal_gone)
    if held != [(entry.seq, entry.hash) for entry in entries[: len(held)]]:
        raise StoreDamagedError(texts().errors.database_of_other_journal)
    _require_tables(gateway, is_new=not held)
    return replay(gateway, archive, entries[len(held) :])


def _require_tables(gateway: Gateway, is_new: bool) -> None:
    """Make the tables of a new database; those of another schema are not altered but made again whole."""
    with gateway.cursor() as cursor:
        if tables.are_current(cursor):
            return
        if not is_new or tables.are_there(cursor):
            raise _OtherSchemaError(texts().errors.database_of_other_version)
    tables.create(gateway)


def _made_again(settings: Settings, journal: Journal, archive: Archive, keep_old: bool) -> Gateway:
    problems = archive.problems(journal.entries)
    if problems:
        raise StoreDamagedError(problems[0])
    for file in database_files(settings):
        if keep_old and file.exists():
            file.replace(file.with_name(file.name + ".set-aside"))
        file.unlink(missing_ok=True)
    sync_folder(settings.data_dir)
    gateway = Gateway(settings)
    try:
        tables.create(gateway)
        replay(gateway, archive, journal.entries)
    except BaseException:
        gateway.close()
        raise
    return gateway
