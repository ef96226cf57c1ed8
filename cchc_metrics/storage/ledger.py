"""The journal's entries as tables of the database, and their replay into it."""

from collections.abc import Iterable

import pyarrow as pa

from cchc_metrics.errors import StoreDamagedError
from cchc_metrics.labels import texts
from cchc_metrics.model import Entry
from cchc_metrics.schema import KINDS, Kind
from cchc_metrics.storage import facts, tables
from cchc_metrics.storage.archive import Archive
from cchc_metrics.storage.changes import from_parquet
from cchc_metrics.storage.gateway import Cursor, Gateway
from cchc_metrics.storage.journal import encode
from cchc_metrics.storage.statements import statement


def kind_of(entry: Entry) -> Kind:
    """The kind an entry speaks of. Raises StoreDamagedError for one that only a later version of the product has."""
    if entry.kind not in KINDS:
        raise StoreDamagedError(texts().errors.change_set_of_other_version)
    return KINDS[entry.kind]


def apply_entry(cursor: Cursor, entry: Entry, changes: pa.Table) -> None:
    """Everything that one entry does to the database, inside the caller's transaction. Raises ConflictError."""
    facts.apply(cursor, kind_of(entry), changes, entry.seq, entry.recorded_at)
    line = encode(entry).decode()
    cursor.execute(statement("insert_applied"), {"seq": entry.seq, "checksum": entry.hash, "line": line})


def applied(gateway: Gateway) -> list[tuple[int, str]]:
    """The journal numbers that the database holds, in order, each with the entry's hash; none in an empty file."""
    with gateway.cursor() as cursor:
        if not tables.are_there(cursor):
            return []
        return cursor.execute(statement("applied")).fetchall()


def last_applied(cursor: Cursor) -> int:
    """The journal number up to which the database has come; 0 when it is empty."""
    row = cursor.execute(statement("last_applied")).fetchone()
    return int(row[0]) if row else 0


def replay(gateway: Gateway, archive: Archive, entries: Iterable[Entry]) -> int:
    """Apply archived change sets with the journal's times, a transaction each. Returns how many."""
    replayed = 0
    for entry in entries:
        changes = from_parquet(kind_of(entry), archive.changes(entry))
        with gateway.transaction() as cursor:
            apply_entry(cursor, entry, changes)
        replayed += 1
    if replayed:
        gateway.checkpoint()
    return replayed


def undone(entries: Iterable[Entry]) -> frozenset[int]:
    """Numbers of the entries whose effect is taken back; an undo that was itself undone takes nothing back."""
    taken_back: set[int] = set()
    for entry in sorted(entries, key=lambda each: each.seq, reverse=True):
        if entry.undoes is not None and entry.seq not in taken_back:
            taken_back.add(entry.undoes)
    return frozenset(taken_back)
