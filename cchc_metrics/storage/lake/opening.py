"""Opening a store that several processes share: journal and catalog in PostgreSQL, files where all servers see them."""

import logging
from contextlib import ExitStack
from dataclasses import dataclass

from cchc_metrics.config import Settings
from cchc_metrics.errors import CchcError, StoreBusyError
from cchc_metrics.labels import texts
from cchc_metrics.storage import tables
from cchc_metrics.storage.aside import Reason
from cchc_metrics.storage.ends import ForeignDatabaseError, require_agreement
from cchc_metrics.storage.files import sync_folder
from cchc_metrics.storage.lake.archive import SharedArchive
from cchc_metrics.storage.lake.gateway import LakeGateway
from cchc_metrics.storage.lake.journal import LakeJournal
from cchc_metrics.storage.ledger import Progress, Reached, reached, replay, replay_within
from cchc_metrics.storage.opening import make_private
from cchc_metrics.storage.parts import Parts, fingerprint_of
from cchc_metrics.storage.seal import Seal

logger = logging.getLogger(__name__)


@dataclass(slots=True)
class LakeParts(Parts):
    """The parts of a store that several processes share."""

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

    def remake(self, upto: int, reason: Reason) -> None:
        """Make the tables again in one transaction; until it is committed, every process reads the old ones."""
        self.made_again(upto)

    def made_again(self, upto: int, progress: Progress | None = None) -> None:
        """The same, telling how far it is. Raises ChangeSetError, CchcError."""
        with self.journal.turn(), self.gateway.transaction() as cursor:
            tables.drop_within(cursor)
            tables.create_within(cursor, self.gateway.of_sums)
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
    """Open everything, in the writer's turn; ``afresh`` makes the tables again.

    Raises StoreBusyError when a writer keeps its turn for too long, StoreDamagedError when journal, archive and tables
    contradict each other, NewerStoreError, CchcError when PostgreSQL or the shared folder cannot be reached.
    """
    shared = settings.archive.parent
    if not shared.is_dir():
        raise CchcError(texts().lake.no_folder.format(folder=shared))
    with ExitStack() as held:
        for folder in (settings.data_dir, settings.temp, settings.tables):
            make_private(folder)
        sync_folder(shared)
        journal = LakeJournal(settings.lake, Seal(settings.key_file))
        held.callback(journal.close)
        archive = SharedArchive(settings.archive)
        held.callback(archive.close)
        with journal.turn():
            gateway = LakeGateway(settings)
            held.callback(gateway.close)
            parts = LakeParts(settings, settings, journal, archive, gateway, held)
            _reconciled(parts, afresh, progress)
        for sentence in parts.repairs:
            logger.warning("repaired at start: %s", sentence)
        parts.held = held.pop_all()
        return parts


def _reconciled(parts: LakeParts, afresh: bool, progress: Progress | None) -> None:
    """The tables as they are, with what they lack applied; made again when they are of no use."""
    journal, archive, gateway, said = parts.journal, parts.archive, parts.gateway, texts().errors
    with gateway.transaction() as cursor:
        old = reached(cursor)
        is_foreign = False
        try:
            require_agreement(journal, archive, cursor, old)
        except ForeignDatabaseError:
            is_foreign = True
        is_current = tables.are_current(cursor)
    if is_foreign:
        parts.repairs.append(said.database_foreign)
    elif old.seq and not is_current:
        parts.repairs.append(said.database_of_other_version)
    if afresh and old.seq:
        parts.before = fingerprint_of(gateway)
    if afresh or is_foreign or not is_current:
        parts.made_again(journal.last_seq, progress)
    elif replayed := replay(gateway, archive, journal, range(old.seq + 1, journal.last_seq + 1), progress):
        parts.repairs.append(said.entries_replayed.format(count=replayed))
    if archive.finish_removals(journal):
        parts.repairs.append(said.removal_finished)
