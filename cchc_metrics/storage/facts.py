"""What a change set does to the facts in force and their history, for any kind, inside the caller's transaction."""

from collections.abc import Iterable
from datetime import datetime
from hashlib import sha256

import pandas as pd
import pyarrow as pa

from cchc_metrics.errors import ConflictError
from cchc_metrics.labels import texts
from cchc_metrics.schema import KINDS, Kind
from cchc_metrics.storage.changes import ADD, count_of, shown_table
from cchc_metrics.storage.gateway import Cursor
from cchc_metrics.storage.statements import each_once, statement

_MOST_CELLS = 20


def apply(cursor: Cursor, kind: Kind, changes: pa.Table, seq: int, recorded_at: datetime) -> None:
    """Close what is changed or removed into the history, insert what is added or changed.

    Raises ConflictError, naming the cells, when an added fact exists, a changed or removed one does not, or a fact
    would stand twice.
    """
    t = texts().errors
    cursor.register("incoming", changes)
    if not each_once(kind, changes):
        _refuse(cursor, "grains_twice", kind, t.cells_twice)
    _refuse(cursor, "grains_present", kind, t.cells_present)
    _refuse(cursor, "grains_absent", kind, t.cells_absent)
    if count_of(changes, ADD) < changes.num_rows:
        cursor.execute(statement("close_versions", kind), {"seq": seq})
        cursor.execute(statement("delete_closed", kind))
    cursor.execute(statement("insert_versions", kind), {"seq": seq, "recorded_at": recorded_at})
    cursor.unregister("incoming")


def replay(cursor: Cursor, kind: Kind, changes: pa.Table) -> None:
    """What the change sets of many entries do together; ``changes`` has the ``seq`` and ``recorded_at`` of each row.

    Nothing is refused: every entry was checked when it was stored.
    """
    cursor.register("incoming", changes)
    for name in ("replay_close", "replay_delete", "replay_history", "replay_versions"):
        cursor.execute(statement(name, kind))
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
    """One hash over all facts in force: grain, values, upload, sheet, row and column. The order does not matter.

    Read from the facts themselves; ``tallied`` is what the entries said it should be.
    """
    sums = [(kind.table, *_sums(cursor, kind)) for kind in KINDS.values()]
    return _hash_of(sorted(row for row in sums if row[1]))


def tallied(cursor: Cursor) -> str:
    """The fingerprint as the entries brought it about, one after the other."""
    return _hash_of(cursor.execute(statement("tally")).fetchall())


def tally(cursor: Cursor, kind: Kind, seq: int) -> None:
    """Add what an entry did to the running sums of its kind."""
    cursor.execute(statement("add_to_tally", kind), {"seq": seq, "name": kind.table})


def count_anew(cursor: Cursor, kind: Kind) -> None:
    """Set the running sums of a kind to those of its facts."""
    number, upper, lower = _sums(cursor, kind)
    cursor.execute(statement("set_tally"), {"facts": number, "upper": upper, "lower": lower, "name": kind.table})


def fingerprint_of_versions(cursor: Cursor) -> str:
    """One hash over every version of every fact, closed ones included, with journal numbers and times."""
    sums = [(kind.table, *_row(cursor, "fingerprint_versions", kind)) for kind in KINDS.values()]
    return _hash_of(sorted(row for row in sums if row[1]))


def counts(cursor: Cursor) -> dict[str, int]:
    """Facts in force per table."""
    return {kind.table: count(cursor, kind) for kind in KINDS.values()}


def count(cursor: Cursor, kind: Kind) -> int:
    """Facts in force of a kind."""
    row = cursor.execute(statement("count", kind)).fetchone()
    return int(row[0]) if row else 0


def _sums(cursor: Cursor, kind: Kind) -> tuple[int, ...]:
    return _row(cursor, "count_tally", kind)


def _row(cursor: Cursor, name: str, kind: Kind) -> tuple[int, ...]:
    row = cursor.execute(statement(name, kind)).fetchone()
    return tuple(row) if row else ()


def _hash_of(sums: Iterable[tuple[object, ...]]) -> str:
    # A kind without facts says nothing: one that is added later changes no fingerprint of before.
    return sha256("".join(f"{row}\n" for row in sums).encode()).hexdigest()


def _refuse(cursor: Cursor, name: str, kind: Kind, sentence: str, **parameters: int) -> None:
    cells = cursor.execute(statement(name, kind), {**parameters, "most": _MOST_CELLS + 1}).fetchall()
    if cells:
        raise ConflictError(sentence.format(cells=_listed(cells)))


def _listed(cells: list[tuple[object, ...]]) -> str:
    named = "; ".join(" · ".join(str(part) for part in cell) for cell in cells[:_MOST_CELLS])
    return named + texts().errors.more_cells if len(cells) > _MOST_CELLS else named
