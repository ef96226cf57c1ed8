"""Keeping an open store alive: a failed write to the database never outlives its cause.

DuckDB gives up a whole database when one write of a checkpoint fails. Nothing is lost by that: the journal has every
entry. So the database is opened again, brought up to the journal, or made again; reads then go on, and every write
tries anew what failed before.
"""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import RLock
from typing import TypeVar

from cchc_metrics.errors import CchcError, ConflictError, StoreDamagedError
from cchc_metrics.labels import texts
from cchc_metrics.storage import redacting
from cchc_metrics.storage.aside import Reason
from cchc_metrics.storage.failures import DatabaseBrokenError, DatabaseDamagedError, DatabaseDiskError
from cchc_metrics.storage.folder_archive import FolderArchive
from cchc_metrics.storage.gateway import Cursor
from cchc_metrics.storage.journal import Journal
from cchc_metrics.storage.ledger import reached, replay
from cchc_metrics.storage.packs import PACKED
from cchc_metrics.storage.parts import Parts, Sizes
from cchc_metrics.storage.seal import Seal

logger = logging.getLogger(__name__)

Answer = TypeVar("Answer")


class Tended:
    """The parts of an open store, the writer's turn, and what is done when the database or the disk fails."""

    def __init__(self, parts: Parts) -> None:
        self.parts = parts
        self._writer = RLock()
        self._trouble: str | None = None
        self._in_a_row = 0  # how many blocks of ``many`` are open
        self.owes_removal = False  # whether a file may be left whose removal the journal has decided
        # How often everything was found whole again after something had broken, or was exchanged.
        self.made_whole = 0
        with parts.gateway.cursor() as cursor:
            self._version = reached(cursor).seq

    def close(self) -> None:
        """Let go of the folder, once the commit under way is done."""
        with self._writer:
            self.parts.close()

    def come_to(self) -> int:
        """The journal number that reads see, or an earlier one; 0 when nothing was ever stored."""
        try:
            self._version = max(self._version, self.parts.arrived(self._version))
        except CchcError:
            logger.warning("nobody can tell what other processes have stored", exc_info=True)
        return self._version

    @property
    def read_only_reason(self) -> str | None:
        """Why nothing can be stored at present, or None. Every write tries again."""
        return self.parts.limit or self._trouble

    def sizes(self) -> Sizes | None:
        """What the store takes; None when nobody can tell."""
        try:
            return self.parts.sizes()
        except OSError:
            return None

    def ask(self, question: Callable[[Cursor], Answer], *, at_once: bool = False) -> Answer:
        """The answer of a question to the database; a database that fails is opened or made again, and asked again.

        at_once: everything the question reads is of one moment. Raises what the second try raises.
        """
        gateway = self.parts.gateway
        seen = gateway.generation
        try:
            with gateway.transaction() if at_once else gateway.cursor() as cursor:
                return question(cursor)
        except DatabaseDamagedError as error:
            self.remake(Reason.DAMAGED, seen, error)
        except DatabaseBrokenError as error:
            self._reopen(seen, error)
        with gateway.transaction() if at_once else gateway.cursor() as cursor:
            return question(cursor)

    @contextmanager
    def standing_still(self) -> Iterator[None]:
        """Nothing is written meanwhile; what is wrong with the store may be looked at."""
        with self._writer, self.parts.journal.turn():
            self._version = max(self._version, self.parts.arrived(self._version))
            yield

    @contextmanager
    def writing(self) -> Iterator[None]:
        """The writer's turn, with the database brought up to the journal.

        Raises StoreDamagedError when nothing can be stored, after having tried to put that right.
        """
        with self.standing_still():
            self._make_ready()
            try:
                yield
            except OSError as error:
                said = texts().lake.files_failed if self.parts.settings.lake else texts().errors.disk_failed
                raise CchcError(said) from error
            except DatabaseDiskError as error:
                raise CchcError(texts().errors.disk_failed) from error

    def finish_removals(self) -> bool:
        """Delete what the journal decided; False when the disk does not let it go: every write tries again."""
        try:
            self.parts.archive.finish_removals(self.parts.journal)
        except OSError:
            logger.warning("a removed original is still there", exc_info=True)
            return False
        self.owes_removal = False
        return True

    def remake(self, reason: Reason, seen: int, cause: BaseException | None = None) -> None:
        """Make the database again from journal and archive while reads go on, and put the old one aside.

        seen: the generation that was found wanting; another thread may have done it since. Raises CchcError.
        """
        with self._writer:
            t = texts().errors
            if self.parts.gateway.generation != seen:
                return
            logger.warning("the database is made again (%s)", reason, exc_info=cause)
            try:
                self.parts.remake(self._wanted, reason)
            except (OSError, CchcError) as error:
                self._trouble = t.database_not_remade.format(reason=_reason(error))
                raise StoreDamagedError(self._trouble) from error
            self.parts.repairs.append(t.database_different if reason is Reason.DIFFERENT else t.database_rebuilt)
            self._seen_whole()

    def exchange(self) -> None:
        """Take the folder that a redaction prepared in the place of this one; reads wait meanwhile.

        Raises CchcError when the disk does not let it be done; every write and every start tries again.
        """
        parts, settings = self.parts, self.parts.settings

        def exchanged() -> None:
            parts.journal.close()
            parts.archive.close()
            redacting.exchange(settings)
            parts.journal = Journal(settings.journal, Seal(settings.key_file))
            parts.held.callback(parts.journal.close)
            parts.archive = FolderArchive(settings.archive)
            parts.held.callback(parts.archive.close)
            parts.archive.finish_removals(parts.journal)
            redacting.finish(settings)

        try:
            parts.gateway.reopen(meanwhile=exchanged)
        except (OSError, CchcError) as error:
            self._trouble = texts().redaction.unfinished
            raise CchcError(self._trouble) from error
        self._seen_whole()

    @property
    def _wanted(self) -> int:
        """The entry up to which the database is to come: the journal's last, in a folder that is whole."""
        return self._version if self.parts.limit else self.parts.journal.last_seq

    def _make_ready(self) -> None:
        """Try to put right what keeps the store from writing. Raises StoreDamagedError, saying what it is."""
        t = texts().errors
        if self.parts.limit:
            raise StoreDamagedError(t.read_only.format(reason=self.parts.limit))
        try:
            if redacting.is_pending(self.parts.settings):
                self.exchange()
            journal = self.parts.journal
            journal.settle()
            journal.require_unchanged()
            if self._trouble is not None or self._version != journal.last_seq:
                self.catch_up()
        except CchcError as error:
            self._trouble = str(error)
            raise StoreDamagedError(t.read_only.format(reason=error)) from error
        self._trouble = None
        if self.owes_removal:
            self.finish_removals()

    def after_failure(self, seen: int, error: BaseException) -> None:
        """Nothing was stored; a database that the failure broke is put right for the next one, if the disk lets it."""
        try:
            if isinstance(error, DatabaseDamagedError):
                self.remake(Reason.DAMAGED, seen, error)
            elif isinstance(error, CchcError) and not isinstance(error, ConflictError):
                self._reopen(seen, error)
        except CchcError:
            logger.warning("the database is not open; the next operation tries again", exc_info=True)

    def catch_up(self) -> None:
        """Replay what the journal holds and the database does not, over a fresh connection."""
        if redacting.is_pending(self.parts.settings):
            self.exchange()
        gateway, journal = self.parts.gateway, self.parts.journal
        try:
            gateway.reopen()
            with journal.turn():
                with gateway.cursor() as cursor:
                    held = reached(cursor)
                if held.seq > self._wanted or held.head != journal.hash_of(held.seq):
                    raise DatabaseDamagedError(texts().errors.database_damaged)
                replay(gateway, self.parts.archive, journal, range(held.seq + 1, self._wanted + 1))
        except DatabaseDamagedError as error:
            self.remake(Reason.DAMAGED, gateway.generation, error)
        except CchcError as error:
            self._trouble = texts().errors.stored_but_not_shown.format(seq=journal.last_seq)
            raise StoreDamagedError(self._trouble) from error
        self._seen_whole()

    def _seen_whole(self) -> None:
        self._version, self.made_whole = self._wanted, self.made_whole + 1
        self._trouble = texts().errors.journal_unknown if self.parts.journal.unknown else None

    def _reopen(self, seen: int, cause: BaseException) -> None:
        """Open the database again unless another thread has. Raises CchcError when it does not open."""
        with self._writer:
            if self.parts.gateway.generation != seen:
                return
            logger.warning("the database is opened again", exc_info=cause)
            try:
                self.catch_up()
            except CchcError as error:
                if self._version == self._wanted:
                    self._trouble = texts().errors.database_disk
                    raise CchcError(self._trouble) from error
                raise

    @contextmanager
    def many(self) -> Iterator[None]:
        """Many entries are to follow one another: the database is written into its file once, after the last of them.

        Each is committed as ever, by its line in the journal; what a crash loses of the database is replayed.
        """
        with self._writer:
            self._in_a_row += 1
        try:
            yield
        finally:
            with self._writer:
                self._in_a_row -= 1
                self.checkpoint()
                self.parts.archive.pack(self._version)

    def checkpoint(self) -> None:
        """Move the log into the file. The journal has the entry already: what fails here is put right, not told."""
        if self._in_a_row:
            return
        gateway = self.parts.gateway
        seen = gateway.generation
        try:
            gateway.checkpoint()
        except CchcError as error:
            logger.warning("no checkpoint after entry %d", self._version, exc_info=True)
            self.after_failure(seen, error)
        if self._version % PACKED == 0:
            self.parts.archive.pack(self._version)


def _reason(error: Exception) -> str:
    return str(error) if isinstance(error, CchcError) else texts().errors.disk_refused
