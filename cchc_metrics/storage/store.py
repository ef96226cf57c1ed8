"""The store as the services see it: plans go in, frames and entries come out."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pandas as pd
import pyarrow as pa

from cchc_metrics.config import Settings
from cchc_metrics.errors import CchcError, ConflictError, UnknownNameError
from cchc_metrics.labels import texts
from cchc_metrics.model import Action, Actor, Entry, ImportPlan, Snapshot
from cchc_metrics.schema import KINDS, Kind
from cchc_metrics.storage import facts, reads, redaction, writing
from cchc_metrics.storage.aside import PutAside, listed
from cchc_metrics.storage.changes import change_table, from_parquet, no_changes
from cchc_metrics.storage.history import History
from cchc_metrics.storage.ledger import Progress, kind_of
from cchc_metrics.storage.noticing import Grounds, noticing, stand_on
from cchc_metrics.storage.opening import open_parts
from cchc_metrics.storage.originals import removed_sentence, same_original, why_it_stays
from cchc_metrics.storage.parts import Parts, refuse_on_lake
from cchc_metrics.storage.spelling import wanted
from cchc_metrics.storage.statements import Reading


class Store(History):
    """One open data folder. Any number of threads may read while one writes; other processes are kept out.

    Frames that it returns are the caller's own.
    """

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts)
        # The names as they were read last, and what they stood on then.
        self._named: tuple[Grounds, Snapshot] | None = None

    @staticmethod
    def open(settings: Settings, progress: Progress | None = None) -> "Store":
        """Create or open the data folder, and put right what a crash left behind.

        progress: told (entries done, entries in all) while the database is made or brought up. Raises StoreBusyError
        when another process holds the folder, StoreDamagedError when journal, archive and database contradict each
        other, NewerStoreError when a later program wrote it.
        """
        return Store(open_parts(settings, progress=progress))

    @property
    def is_only_read(self) -> bool:
        """Whether the folder as it is can only be read, until the next start."""
        return self.parts.limit is not None

    @property
    def checksum_before(self) -> str | None:
        """The checksum of the facts in the database that a rebuild replaced; None when it did not read."""
        return self.parts.before

    @property
    def repairs(self) -> tuple[str, ...]:
        """Sentences on what had to be put right since the store was opened."""
        return tuple(self.parts.repairs)

    def set_aside(self) -> list[PutAside]:
        """The files that were put aside in this folder, the newest first."""
        return listed(self.parts.settings.data_dir)

    def commit(self, plan: ImportPlan, actor: Actor, note: str, action: Action = Action.IMPORT) -> Entry:
        """Store a plan, whole or not at all; a plan that is stored already returns its entry and changes nothing.

        Raises ConflictError, naming the cells, when the facts are no longer those the plan was made against, and
        CchcError when the plan has errors or cannot be written.
        """
        if plan.rejected:
            raise CchcError(texts().errors.plan_rejected)
        kind = KINDS[plan.kind]
        changes = change_table(kind, plan.changes)
        with self.writing():
            earlier = self.parts.journal.of_plan(plan.plan_id)
            if earlier is not None:
                return earlier
            if plan.base_seq != self._version:
                self.ask(lambda cursor: facts.refuse_stale(cursor, kind, changes, plan.previous))
            return self._write(kind, changes, writing.of_plan(plan, changes, actor, note, action), plan.original)

    def undo(self, seq: int, actor: Actor, note: str) -> Entry:
        """Take back what an entry did, by a new entry; undoing an undo does it again.

        Raises UnknownNameError when there is no such entry, ConflictError when it is taken back already or when,
        naming the cells, a cell it touched no longer stands as it left it.
        """
        with self.writing():
            entry = self.entry(seq)
            if seq in self.undone():
                raise ConflictError(texts().errors.already_undone.format(seq=seq))
            if why := why_it_stays(entry):
                raise ConflictError(why)
            kind = kind_of(entry)
            done = self.change_set(entry)
            changes = self.ask(lambda cursor: facts.compensation(cursor, kind, done, seq))
            return self._write(kind, changes, writing.of_undo(entry, changes, actor, note), b"")

    def remove_original(self, seq: int, actor: Actor, reason: str) -> Entry:
        """Delete the file behind an entry for good; what was read from it stays, with its hash, size and counts.

        Covers every entry that came with the same bytes. The journal line decides; a deletion that a crash prevents
        is finished at the next start. Raises UnknownNameError when the entry has no file, ConflictError when it is
        removed already, CchcError when the disk does not let it go yet.
        """
        with self.writing():
            entry, gone, kind = self.entry(seq), self.removals(), kind_of(self.entry(seq))
            if seq in gone:
                raise ConflictError(removed_sentence(seq, gone[seq]))
            if not entry.original_sha256:
                raise UnknownNameError(texts().errors.no_original.format(seq=seq))
            draft = writing.of_removal(entry, same_original(self.parts.journal.entries, entry), actor, reason)
            self.owes_removal = True
            removal = self._write(kind, no_changes(kind), draft, b"")
            if not self.finish_removals():
                raise CchcError(texts().errors.original_not_deleted.format(seq=removal.seq))
            return removal

    def found_text(self, text: str) -> redaction.Found:
        """Where a value stands in history, however spelled. Raises CchcError when too short, StoreDamagedError."""
        with self.standing_still():
            return redaction.find(self.parts.archive, self.parts.journal.entries, wanted(text))

    def redact(self, text: str, actor: Actor, reason: str) -> Entry:
        """Take a value out of all history, with the files that hold it; returns the entry that tells of it.

        Numbers of entries, their order, persons and times stay. Raises CchcError when the text is not there, is part
        of a code, or cannot be taken out yet; StoreDamagedError when something that holds it cannot be read.
        """
        refuse_on_lake(self.parts.settings)
        with self.writing():
            entry = redaction.prepare(self.parts, redaction.Order(wanted(text), actor, reason))
            self.exchange()
            return entry

    def facts(
        self,
        kind: Kind,
        where: Mapping[str, Sequence[object]] | None = None,
        *,
        provenance: bool = False,
        as_known_at: int | None = None,
        columns: Sequence[str] = (),
    ) -> pd.DataFrame:
        """Facts in force, one row per grain of the kind, sorted by ``kind.order``.

        where: column -> allowed values, all of which must hold; None among the values allows a missing one.
        provenance: adds ``schema.PROVENANCE``. as_known_at: the facts that were in force after that journal entry.
        columns: only these of the kind's, none named: all. Raises KeyError for one it has not.
        """
        self.reads(kind, as_known_at=as_known_at)
        reading = Reading(tuple(columns), provenance)
        return self.ask(lambda cursor: reads.read(cursor, kind, where, reading, as_known_at))

    def versions(self, kind: Kind, where: Mapping[str, Sequence[object]]) -> pd.DataFrame:
        """Every version of the facts that match, in force or closed, the newest of each grain first.

        Columns: the kind's, ``schema.PROVENANCE`` and ``seq_to``, the entry that closed the version (missing while
        it is in force). Raises KeyError when ``where`` names a column that the kind has not.
        """
        self.reads(kind)
        return self.ask(lambda cursor: reads.versions(cursor, kind, where))

    def count(self, kind: Kind) -> int:
        """How many facts of a kind are in force."""
        self.reads(kind)
        return self.ask(lambda cursor: facts.count(cursor, kind))

    def count_from(self, kind: Kind, seq: int, where: Mapping[str, Sequence[object]]) -> int:
        """How many versions of the facts that match came with an entry."""
        self.reads(kind)
        return self.ask(lambda cursor: reads.count_from(cursor, kind, seq, where))

    def distinct(
        self,
        kind: Kind,
        columns: Sequence[str],
        where: Mapping[str, Sequence[object]] | None = None,
        *,
        as_known_at: int | None = None,
        since: int = 0,
        counted: bool = False,
    ) -> pd.DataFrame:
        """Every combination of these columns among matching facts, once, sorted; else as ``facts``. since: only of
        facts that came into force after this entry · counted: adds ``facts``, how many have it."""
        self.reads(kind, as_known_at=as_known_at)
        reading = Reading(tuple(columns), each_once=not counted, counted=counted, since=since)
        return self.ask(lambda cursor: reads.read(cursor, kind, where, reading, as_known_at))

    def changes_of(self, seq: int) -> pd.DataFrame:
        """What an entry did, one row per changed fact.

        Columns: op, the kind's grain and values, upload_seq, sheet_no, row_no, col_no, and each value column once
        more as ``old_…``, missing for what was added. A removed fact has its values only there.
        Raises UnknownNameError, or StoreDamagedError when the archive does not hold the change set any more.
        """
        done = self.change_set(entry := self.entry(seq))
        self.reads(kind_of(entry))
        return self.ask(lambda cursor: reads.changes_of(cursor, kind_of(entry), done, seq))

    def snapshot(self, as_known_at: int | None = None) -> Snapshot:
        """What names and labels are resolved against, read again when one of them has changed.

        The frames are the caller's own. as_known_at: as they were after that journal entry, read anew each time.
        """
        if as_known_at is not None:
            self.reads(*reads.NAMING, as_known_at=as_known_at)
            return self.ask(lambda cursor: reads.snapshot(cursor, as_known_at), at_once=True)
        version, held = self.come_to(), self._named
        if held is None or not held[0].hold:
            with noticing() as grounds:
                self.reads(*reads.NAMING)
                held = self._named = grounds, self.ask(reads.snapshot, at_once=True)
        stand_on(held[0])
        kept = replace(held[1], version=max(version, held[1].version))
        # Copies on write: they cost nothing until somebody changes one.
        frames = ("entities", "nodes", "breaks", "windows", "names", "layouts")
        return replace(kept, **{name: getattr(kept, name).copy(deep=False) for name in frames})

    def checksum(self) -> str:
        """A hash over all facts in force with their upload, sheet, row and column; equal facts, equal hash."""
        self.reads(*KINDS.values())
        return self.ask(facts.fingerprint, at_once=True)

    def _write(self, kind: Kind, changes: pa.Table, draft: Entry, original: bytes) -> Entry:
        """The database without COMMIT, then the files, then the journal line, which decides; then COMMIT."""
        journal, seen = self.parts.journal, self.parts.gateway.generation
        before = journal.last_seq
        try:
            entry = writing.commit(self.parts, kind, changes, draft, original)
        except BaseException as error:
            if journal.unknown:
                self._trouble = texts().errors.journal_unknown
            stored = journal.of_plan(draft.plan_id)
            if stored is None or stored.seq <= before:
                self.after_failure(seen, error)
                raise
            entry = stored
            self.catch_up()
            # A visitor who left is no failure of the commit: it is whole, and nobody is there to be told.
            if not isinstance(error, Exception):
                raise
        self._version = entry.seq
        self.checkpoint()
        return entry

    def change_set(self, entry: Entry) -> pa.Table:
        """What an entry did, as it is archived. Raises StoreDamagedError when the archive does not hold it any more."""
        return from_parquet(kind_of(entry), self.parts.archive.changes(entry))
