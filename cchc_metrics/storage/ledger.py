"""Which journal entries the database holds, and how they get there: one at a time, or many at once in a replay."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

import pyarrow as pa

from cchc_metrics.errors import NewerStoreError, StoreDamagedError
from cchc_metrics.labels import texts
from cchc_metrics.model import Entry
from cchc_metrics.schema import KINDS, Kind
from cchc_metrics.storage import facts, tables
from cchc_metrics.storage.archive import Archive
from cchc_metrics.storage.changes import from_parquet
from cchc_metrics.storage.gateway import Cursor
from cchc_metrics.storage.seams import Gateway, Journal
from cchc_metrics.storage.statements import statement

Progress = Callable[[int, int], None]

# A replay takes so many entries, or so many rows, in one transaction.
_ENTRIES_AT_ONCE = 250
_ROWS_AT_ONCE = 200_000
_MOMENT = pa.timestamp("us", tz="UTC")


class ChangeSetError(StoreDamagedError):
    """A change set that a replay needs is absent or changed."""

    def __init__(self, seq: int, sentence: str) -> None:
        super().__init__(sentence)
        self.seq = seq


@dataclass(frozen=True, slots=True)
class Reached:
    """How far a database has come: entries it holds, the number and the hash of the last."""

    count: int
    seq: int
    head: str


def kind_of(entry: Entry) -> Kind:
    """The kind an entry speaks of. Raises NewerStoreError for one that only a later version of the product has."""
    if entry.kind not in KINDS:
        raise NewerStoreError(texts().errors.newer_journal)
    return KINDS[entry.kind]


def note_applied(cursor: Cursor, seq: int, head: str, line: bytes) -> None:
    """Note that the database holds an entry: its hash and its line."""
    _note(cursor, [seq], [head], [line])


def reached(cursor: Cursor) -> Reached:
    """How far the database has come; nothing in an empty file."""
    if not tables.are_there(cursor):
        return Reached(0, 0, "")
    row = cursor.execute(statement("last_applied")).fetchone()
    return Reached(*row) if row else Reached(0, 0, "")


def held_hash(cursor: Cursor, seq: int) -> str:
    """The hash under which the database holds an entry; empty when it does not."""
    row = cursor.execute(statement("applied_hash"), {"seq": seq}).fetchone()
    return str(row[0]) if row else ""


def held_lines(cursor: Cursor, after: int = 0) -> dict[int, bytes]:
    """The journal lines that the database holds behind a number. Empty for a database that kept none."""
    if not tables.keep_lines(cursor):
        return {}
    rows = cursor.execute(statement("applied_lines"), {"after": after}).fetchall()
    return {seq: line.encode() for seq, line in rows}


def replay(
    gateway: Gateway, archive: Archive, journal: Journal, numbers: range, progress: Progress | None = None
) -> int:
    """Apply the archived change sets of entries with the journal's times, many in a transaction. Returns how many.

    Raises ChangeSetError when a change set is absent or changed; what comes before its batch is then applied.
    """
    for batch in _batches(archive, (journal.entries[seq - 1] for seq in numbers)):
        with gateway.transaction() as cursor:
            _replay_batch(cursor, journal, batch)
        if progress is not None:
            progress(batch[-1][0].seq, numbers.stop - 1)
    if numbers:
        gateway.checkpoint()
    return len(numbers)


def replay_within(
    cursor: Cursor, archive: Archive, journal: Journal, numbers: range, progress: Progress | None = None
) -> None:
    """The same inside the caller's transaction, however much it is. Raises ChangeSetError."""
    for batch in _batches(archive, (journal.entries[seq - 1] for seq in numbers)):
        _replay_batch(cursor, journal, batch)
        if progress is not None:
            progress(batch[-1][0].seq, numbers.stop - 1)


def undone(entries: Sequence[Entry]) -> frozenset[int]:
    """Numbers of the entries whose effect is taken back; an undo that was itself undone takes nothing back."""
    taken_back: set[int] = set()
    for entry in reversed(entries):
        if entry.undoes is not None and entry.seq not in taken_back:
            taken_back.add(entry.undoes)
    return frozenset(taken_back)


_Batch = list[tuple[Entry, pa.Table]]


def _batches(archive: Archive, entries: Iterable[Entry]) -> Iterator[_Batch]:
    batch: _Batch = []
    rows = 0
    for entry in entries:
        try:
            changes = from_parquet(kind_of(entry), archive.changes(entry))
        except StoreDamagedError as error:
            raise ChangeSetError(entry.seq, str(error)) from error
        if batch and (len(batch) == _ENTRIES_AT_ONCE or rows + changes.num_rows > _ROWS_AT_ONCE):
            yield batch
            batch, rows = [], 0
        batch.append((entry, changes))
        rows += changes.num_rows
    if batch:
        yield batch


def _replay_batch(cursor: Cursor, journal: Journal, batch: _Batch) -> None:
    """Facts of different kinds lie in different tables: a kind's entries can be taken together."""
    of_kind: dict[str, list[pa.Table]] = {}
    for entry, changes in batch:
        if changes.num_rows:
            of_kind.setdefault(entry.kind, []).append(_placed(entry, changes))
    for name, change_sets in of_kind.items():
        facts.replay(cursor, KINDS[name], pa.concat_tables(change_sets).combine_chunks())
        facts.count_anew(cursor, KINDS[name])
    numbers = [entry.seq for entry, _ in batch]
    _note(cursor, numbers, [entry.hash for entry, _ in batch], [journal.lines[seq - 1] for seq in numbers])


def _placed(entry: Entry, changes: pa.Table) -> pa.Table:
    seq = pa.array([entry.seq] * changes.num_rows, pa.int64())
    moment = pa.array([entry.recorded_at] * changes.num_rows, _MOMENT)
    return changes.append_column("seq", seq).append_column("recorded_at", moment)


def _note(cursor: Cursor, numbers: list[int], heads: list[str], raw: list[bytes]) -> None:
    lines = pa.array([line.decode() for line in raw], pa.string())
    cursor.register("incoming", pa.table({"seq": pa.array(numbers, pa.int64()), "checksum": heads, "line": lines}))
    cursor.execute(statement("insert_applied"))
    cursor.execute(statement("touch_made_for"))
    cursor.unregister("incoming")
