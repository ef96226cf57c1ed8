"""Opening the data folder: the locks, the journal, the archive, and a database that is brought to agree with them."""

import errno
import logging
import shutil
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

from cchc_metrics.config import Settings
from cchc_metrics.errors import CchcError
from cchc_metrics.labels import texts
from cchc_metrics.storage import restoring, tables
from cchc_metrics.storage.aside import Reason, keep_bytes
from cchc_metrics.storage.database import made_beside, put_in_place
from cchc_metrics.storage.ends import ForeignDatabaseError, require_agreement, require_archive_not_ahead
from cchc_metrics.storage.failures import DatabaseBrokenError, DatabaseDamagedError
from cchc_metrics.storage.files import make_private
from cchc_metrics.storage.folder_archive import FolderArchive
from cchc_metrics.storage.gateway import Gateway, database_files
from cchc_metrics.storage.journal import Journal
from cchc_metrics.storage.ledger import ChangeSetError, Progress, Reached, reached, replay
from cchc_metrics.storage.lock import FolderLock
from cchc_metrics.storage.parts import Parts, fingerprint_of
from cchc_metrics.storage.redacting import complete
from cchc_metrics.storage.seal import Seal

logger = logging.getLogger(__name__)

_NOT_WRITABLE = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


def open_parts(settings: Settings, *, afresh: bool = False, progress: Progress | None = None) -> Parts:
    """Open everything; ``afresh`` makes the database again from the journal and the archive.

    Raises StoreBusyError when another process holds the folder, StoreDamagedError when journal, archive and database
    contradict each other, NewerStoreError, CchcError when the folder cannot be used.
    """
    if settings.lake:
        from cchc_metrics.storage.lake.opening import open_lake  # noqa: PLC0415 only shared stores have its packages

        return open_lake(settings, afresh=afresh, progress=progress)
    try:
        restoring.complete(settings)
        with ExitStack() as held:
            if _is_read_only(settings):
                parts = _Opening(settings, held, progress, read_only=True).opened(afresh=False)
                parts.limit = texts().errors.folder_read_only
            else:
                parts = _Opening(settings, held, progress).opened(afresh)
            parts.held = held.pop_all()
            return parts
    except OSError as error:
        raise CchcError(texts().errors.folder_unusable.format(folder=settings.data_dir)) from error


def _is_read_only(settings: Settings) -> bool:
    """Whether there is a store that this process may read and not write."""
    if not settings.journal.exists():
        return False
    try:
        with (settings.data_dir / "store.lock").open("ab"), settings.journal.open("ab"):
            return False
    except OSError as error:
        if error.errno in _NOT_WRITABLE:
            return True
        raise


class _Opening:
    """One opening, step by step; what it opens is closed by ``held`` when a step fails."""

    def __init__(
        self, settings: Settings, held: ExitStack, progress: Progress | None, *, read_only: bool = False
    ) -> None:
        self._settings, self._place, self._held, self._progress = settings, settings, held, progress
        self._read_only = read_only
        self._repairs: list[str] = []
        self._before: str | None = None
        if read_only:
            self._place = self._copy_of_database()
        else:
            make_private(settings.data_dir)
            make_private(settings.temp)
            lock = FolderLock(settings.data_dir)
            held.callback(lock.release)
            if complete(settings):
                self._repairs.append(texts().redaction.finished)
        self._journal = Journal(settings.journal, Seal(settings.key_file), read_only=read_only)
        held.callback(self._journal.close)
        self._archive = FolderArchive(settings.archive, read_only=read_only)
        held.callback(self._archive.close)

    def opened(self, afresh: bool) -> Parts:
        """Agreement first, then what a crash left, then the database."""
        journal, archive = self._journal, self._archive
        found, old, reason = self._looked_at()
        if not self._read_only:
            self._clean()
        limit = None
        try:
            gateway = self._reconciled(found, old, reason, afresh)
        except ChangeSetError as error:
            if afresh or self._is_gap(error.seq):
                raise
            gateway = self._made_again(reason, upto=error.seq - 1)
            limit = texts().errors.copy_incomplete.format(
                last=error.seq - 1, first=error.seq, end=journal.last_seq, problem=error
            )
        if not self._read_only:
            if archive.collect_orphans(journal):
                self._repairs.append(texts().errors.orphans_set_aside)
            archive.pack(journal.last_seq)
        for sentence in self._repairs:
            logger.warning("repaired at start: %s", sentence)
        parts = Parts(self._settings, self._place, journal, archive, gateway, self._held)
        parts.repairs, parts.limit, parts.before = self._repairs, limit, self._before
        return parts

    def _looked_at(self) -> tuple[Gateway | None, Reached, Reason | None]:
        """The old database if it is of use, how far it has come, and why it is to be put aside."""
        nothing, place = Reached(0, 0, ""), self._place
        if not place.database.exists():
            require_archive_not_ahead(self._journal, self._archive)
            return None, nothing, None
        gateway = None
        try:
            gateway = Gateway(place)
            with gateway.cursor() as cursor:
                old = reached(cursor)
                if old.count != old.seq:
                    raise DatabaseDamagedError(texts().errors.database_damaged)
                require_agreement(self._journal, self._archive, cursor, old)
                is_current = tables.are_current(cursor)
        except ForeignDatabaseError:
            reason, sentence = Reason.FOREIGN, texts().errors.database_foreign
        except (DatabaseDamagedError, DatabaseBrokenError) as error:
            logger.warning("the database cannot be trusted and is made again", exc_info=error)
            reason, sentence = Reason.DAMAGED, texts().errors.database_rebuilt
            if gateway is not None:
                gateway.close()
            require_archive_not_ahead(self._journal, self._archive)
        except BaseException:
            if gateway is not None:
                gateway.close()
            raise
        else:
            if is_current:
                return gateway, old, None
            gateway.close()
            if old.seq:
                self._repairs.append(texts().errors.database_of_other_version)
            return None, nothing, None
        if gateway is not None:
            gateway.close()
        self._repairs.append(sentence)
        return None, nothing, reason

    def _clean(self) -> None:
        """Finish the last line or cut what is none, and finish removals that the journal decided."""
        journal, t = self._journal, texts().errors
        if journal.is_unfinished:
            journal.finish_line()
            self._repairs.append(t.line_finished.format(seq=journal.last_seq))
        if journal.tail:
            keep_bytes(self._settings.data_dir, self._settings.journal.name, journal.tail, Reason.TORN)
            journal.cut_tail()
            self._repairs.append(t.torn_line_dropped)
        if self._archive.finish_removals(journal):
            self._repairs.append(t.removal_finished)

    def _reconciled(self, found: Gateway | None, old: Reached, reason: Reason | None, afresh: bool) -> Gateway:
        """The database as it is, with what it lacks replayed; made again when it is of no use."""
        journal = self._journal
        if found is None:
            return self._made_again(reason, journal.last_seq)
        try:
            if afresh:
                self._before = fingerprint_of(found)
                found.close()
                return self._made_again(None, journal.last_seq)
            replayed = replay(found, self._archive, journal, range(old.seq + 1, journal.last_seq + 1), self._progress)
        except (DatabaseDamagedError, DatabaseBrokenError) as error:
            logger.warning("the database cannot be trusted and is made again", exc_info=error)
            found.close()
            self._repairs.append(texts().errors.database_rebuilt)
            return self._made_again(Reason.DAMAGED, journal.last_seq)
        except BaseException:
            found.close()
            raise
        if replayed:
            self._repairs.append(texts().errors.entries_replayed.format(count=replayed))
        return found

    def _made_again(self, reason: Reason | None, upto: int) -> Gateway:
        made = made_beside(self._place, self._archive, self._journal, upto, self._progress)
        put_in_place(self._place, made, reason)
        return Gateway(self._place)

    def _is_gap(self, seq: int) -> bool:
        """Whether the change set of a later entry than this is there: then the folder is damaged and no early copy."""
        later = self._journal.entries[seq:]
        return any(self._archive.first_unusable([entry]) is None for entry in later)

    def _copy_of_database(self) -> Settings:
        """The database of a folder that cannot be written, in one that can."""
        place = self._settings.in_folder(Path(self._held.enter_context(TemporaryDirectory(prefix="cchc-"))))
        place.temp.mkdir()
        for file in database_files(self._settings):
            if file.exists():
                shutil.copyfile(file, place.data_dir / file.name)
        return place
