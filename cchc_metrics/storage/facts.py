"""What a change set does to the facts in force and their history, for any kind, inside the caller's transaction."""

from datetime import datetime
from hashlib import sha256

import pandas as pd
import pyarrow as pa

from cchc_metrics.errors import ConflictError
from cchc_metrics.labels import texts
from cchc_metrics.schema import KINDS, Kind
from cchc_metrics.storage.changes import ADD, count_of, shown_table
from cchc_metrics.storage.gateway import Cursor
from cchc_metrics.storage.statements import statement

_MOST_CELLS = 20


def apply(cursor: Cursor, kind: Kind, changes: pa.Table, seq: int, recorded_at: datetime) -> None:
    """Close what is changed or removed into the history, insert what is added or changed.

    Raises ConflictError, naming the cells, when an added fact exists, a changed or removed one does not, or a fact
    would stand twice.
    """
    said = texts().errors
    cursor.register("incoming", changes)
    _refuse(cursor, "grains_twice", kind, said.cells_twice)
    _refuse(cursor, "grains_present", kind, said.cells_present)
    _refuse(cursor, "grains_absent", kind, said.cells_absent)
    if count_of(changes, ADD) < changes.num_rows:
        cursor.execute(statement("close_versions", kind), {"seq": seq})
        cursor.execute(statement("delete_closed", kind))
    cursor.execute(statement("insert_versions", kind), {"seq": seq, "recorded_at": recorded_at})
    cursor.unregister("incoming")


def refuse_stale(cursor: Cursor, kind: Kind, changes: pa.Table, previous: pd.DataFrame) -> None:
    """Raises ConflictError, naming the cells, when the facts are not in the versions that the person was shown."""
    cursor.register("incoming", changes)
    cursor.register("shown", shown_table(kind, previous))
    _refuse(cursor, "stale_cells", kind, texts().errors.cells_stale)
    cursor.unregister("shown")
    cursor.unregister("incoming")


def compensation(cursor: Cursor, kind: Kind, changes: pa.Table, seq: int) -> pa.Table:
    """The change set that takes back entry ``seq``, given what it did; old facts return with their own provenance.

    Raises ConflictError, naming the cells, when a cell no longer stands as the entry left it.
    """
    cursor.register("incoming", changes)
    _refuse(cursor, "undo_conflicts", kind, texts().errors.undo_conflict, seq=seq)
    reverse = cursor.execute(statement("undo_changes", kind), {"seq": seq}).to_arrow_table()
    cursor.unregister("incoming")
    return reverse.cast(changes.schema)


def fingerprint(cursor: Cursor) -> str:
    """One hash over all facts in force: grain, values, upload, sheet, row and column. The order does not matter."""
    return _fingerprint(cursor, "fingerprint")


def fingerprint_of_versions(cursor: Cursor) -> str:
    """One hash over every version of every fact, closed ones included, with journal numbers and times."""
    return _fingerprint(cursor, "fingerprint_versions")


def counts(cursor: Cursor) -> dict[str, int]:
    """Facts in force per table."""
    return {kind.table: count(cursor, kind) for kind in KINDS.values()}


def count(cursor: Cursor, kind: Kind) -> int:
    """Facts in force of a kind."""
    row = cursor.execute(statement("count", kind)).fetchone()
    return int(row[0]) if row else 0


def _fingerprint(cursor: Cursor, name: str) -> str:
    whole = sha256()
    for kind in KINDS.values():
        row = cursor.execute(statement(name, kind)).fetchone()
        whole.update(f"{kind.table}:{row}\n".encode())
    return whole.hexdigest()


def _refuse(cursor: Cursor, name: str, kind: Kind, sentence: str, **parameters: int) -> None:
    cells = cursor.execute(statement(name, kind), {**parameters, "most": _MOST_CELLS + 1}).fetchall()
    if cells:
        raise ConflictError(sentence.format(cells=_listed(cells)))


def _listed(cells: list[tuple[object, ...]]) -> str:
    named = "; ".join(" · ".join(str(part) for part in cell) for cell in cells[:_MOST_CELLS])
    return named + texts().errors.more_cells if len(cells) > _MOST_CELLS else named
