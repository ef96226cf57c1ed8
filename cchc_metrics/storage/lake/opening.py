"""Opening a store that several processes share: journal and catalog in PostgreSQL, files where all see them."""

import logging
from contextlib import ExitStack
from dataclasses import dataclass

from cchc_metrics.config import Settings
from cchc_metrics.errors import CchcError, StoreBusyError
from cchc_metrics.labels import texts
from cchc_metrics.storage import tables
from cchc_metrics.storage.aside import Reason
from cchc_metrics.storage.ends import ForeignDatabaseError, require_agreement
from cchc_metrics.storage.files import make_private
from cchc_metrics.storage.lake.archive import SharedArchive
from cchc_metrics.storage.lake.gateway import CATALOG, LakeGateway
from cchc_metrics.storage.lake.journal import LakeJournal
from cchc_metrics.storage.lake.objects import ARCHIVE, TABLES, objects_of
from cchc_metrics.storage.ledger import Progress, Reached, reached, replay, replay_within
from cchc_metrics.storage.parts import Parts, Sizes, fingerprint_of
from cchc_metrics.storage.seal import Seal

logger = logging.getLogger(__name__)


@dataclass(slots=True)
class LakeParts(Parts):
    """The parts of a store that several processes share."""

    archive: SharedArchive

    def arrived(self, version: int) -> int:
        """The entry up to which the shared tables have come. Entries that their writer left behind are applied.

        Raises CchcError when PostgreSQL does not answer.
        """
        self.journal.pull()
        if self.journal.last_seq == version:
            return version
        held = self._held().seq
        if held < self.journal.last_seq:
            try:
                with self.journal.turn(wait=False):
                    held = self._caught_up()
            except StoreBusyError:
                logger.debug("entry %d is being applied by its writer", self.journal.last_seq)
        return held

    def sizes(self) -> Sizes:
        """What the store takes where all servers see it. Raises OSError."""
        archived = [held.size for held in self.archive.objects.listed(ARCHIVE).values()]
        return Sizes(
            len(archived), sum(archived), sum(held.size for held in self.archive.objects.listed(TABLES).values())
        )

    def remake(self, upto: int, reason: Reason) -> None:
        """Make the tables again in one transaction; until it is committed, every process reads the old ones."""
        self.made_again(upto)

    def made_again(self, upto: int, progress: Progress | None = None) -> None:
        """The same, telling how far it is. Raises ChangeSetError, CchcError."""
        with self.journal.turn(), self.gateway.transaction() as cursor:
            tables.drop_within(cursor)
            tables.create_within(cursor, self.gateway)
            replay_within(cursor, self.archive, self.journal, range(1, upto + 1), progress)

    def _caught_up(self) -> int:
        """Within the writer's turn: what the tables lack is applied."""
        last = self.journal.last_seq
        replay(self.gateway, self.archive, self.journal, range(self._held().seq + 1, last + 1))
        return last

    def _held(self) -> Reached:
        with self.gateway.cursor() as cursor:
            return reached(cursor)


def open_lake(settings: Settings, *, afresh: bool = False, progress: Progress | None = None) -> Parts:
    """Open everything; ``afresh`` makes the tables again. The writer's turn is taken only to put something right.

    Raises StoreBusyError when a writer keeps its turn for too long, StoreDamagedError when journal, archive and tables
    contradict each other, NewerStoreError, CchcError when PostgreSQL or the shared files cannot be reached.
    """
    for folder in (settings.data_dir, settings.temp):
        make_private(folder)
    with ExitStack() as held, ExitStack() as turn:
        objects = objects_of(settings)
        archive = SharedArchive(objects)
        held.callback(archive.close)
        objects.require_there()
        journal = LakeJournal(settings.lake, Seal(settings.key_file))
        held.callback(journal.close)
        if afresh or not journal.has(CATALOG):
            turn.enter_context(journal.turn())
        gateway = LakeGateway(settings, objects)
        held.callback(gateway.close)
        parts = LakeParts(settings, settings, journal, archive, gateway, held)
        try:
            if afresh or not _stands(parts):
                turn.enter_context(journal.turn())
                _reconciled(parts, afresh, progress)
        except OSError as error:
            raise CchcError(texts().lake.unreachable) from error
        for sentence in parts.repairs:
            logger.warning("repaired at start: %s", sentence)
        parts.held = held.pop_all()
        return parts


def _stands(parts: LakeParts) -> bool:
    """Whether nothing is to be put right, seen without the writer's turn.

    The journal is read last, which leads tables and archive: what others store meanwhile is no contradiction. One entry
    that the tables lack is under way, or is applied by whoever next asks for the version.
    """
    journal, archive = parts.journal, parts.archive
    highest = archive.highest_seq()
    with parts.gateway.transaction() as cursor:
        old = reached(cursor)
        is_current = tables.are_current(cursor)
    journal.pull()
    last = journal.last_seq
    if not is_current or highest > last + 1 or not last - 1 <= old.seq <= last:
        return False
    return old.head == journal.hash_of(old.seq) and not archive.owes_removal(journal)


def _reconciled(parts: LakeParts, afresh: bool, progress: Progress | None) -> None:
    """The tables as they are, with what they lack applied; made again when they are of no use."""
    journal, archive, gateway, t = parts.journal, parts.archive, parts.gateway, texts().errors
    with gateway.transaction() as cursor:
        old = reached(cursor)
        is_foreign = False
        try:
            require_agreement(journal, archive, cursor, old)
        except ForeignDatabaseError:
            is_foreign = True
        is_current = tables.are_current(cursor)
    if is_foreign:
        parts.repairs.append(t.database_foreign)
    elif old.seq and not is_current:
        parts.repairs.append(t.database_of_other_version)
    if afresh and old.seq:
        parts.before = fingerprint_of(gateway)
    if afresh or is_foreign or not is_current:
        parts.made_again(journal.last_seq, progress)
    elif replayed := replay(gateway, archive, journal, range(old.seq + 1, journal.last_seq + 1), progress):
        parts.repairs.append(t.entries_replayed.format(count=replayed))
    if archive.finish_removals(journal):
        parts.repairs.append(t.removal_finished)
