"""The tables of the derived database, generated from the kinds: nobody writes a column twice.

A fact table holds what is in force, one row per grain; ``<table>_history`` holds closed versions, in force for
seq_from <= s < seq_to. No keys, indexes, sequences, enum types or generated columns: the subset DuckLake takes too.
"""

from collections.abc import Iterator
from functools import cache
from hashlib import sha256

from cchc_metrics.schema import KINDS, PROVENANCE, Kind
from cchc_metrics.storage.gateway import Cursor
from cchc_metrics.storage.seams import Gateway
from cchc_metrics.storage.statements import columns_of, dropped, statement, table_statement

# One row per journal entry that the database holds: its hash in the chain, and the whole line as it was written.
_APPLIED = (("seq", "BIGINT"), ("checksum", "VARCHAR"), ("line", "VARCHAR"))
# One row: the fingerprint of the tables.
_MADE_FOR = (("fingerprint", "VARCHAR"),)
# One row per fact table: how many facts are in force, and order-free sums over them.
_OF_SUMS = "HUGEINT"
_TALLY = (("name", "VARCHAR"), ("facts", "BIGINT"), ("upper", _OF_SUMS), ("lower", _OF_SUMS))


def create(gateway: Gateway) -> None:
    """Make every table in an empty database, and note for which schema."""
    with gateway.transaction() as cursor:
        create_within(cursor, gateway.of_sums)


def create_within(cursor: Cursor, of_sums: str) -> None:
    """The same inside the caller's transaction. of_sums: the type of the sums over facts."""
    for sql in _statements():
        cursor.execute(sql.replace(_OF_SUMS, of_sums))
    for kind in KINDS.values():
        cursor.execute(statement("insert_tally"), {"name": kind.table})
    cursor.execute(statement("insert_made_for"), {"fingerprint": fingerprint()})


def drop_within(cursor: Cursor) -> None:
    """Drop every table there is, of this schema or of another."""
    names = cursor.execute(statement("every_table")).fetchall()
    for (name,) in names:
        cursor.execute(dropped(str(name)))


def are_there(cursor: Cursor) -> bool:
    """Whether the database has tables at all, of this schema or of another: every one has «applied»."""
    return _has(cursor, "applied")


def keep_lines(cursor: Cursor) -> bool:
    """Whether the database keeps the journal's lines: those of the first programs did not."""
    return cursor.execute(statement("has_column"), {"table": "applied", "column": "line"}).fetchone() is not None


def are_current(cursor: Cursor) -> bool:
    """Whether the tables are those of today's kinds."""
    return _has(cursor, "made_for") and cursor.execute(statement("made_for")).fetchall() == [(fingerprint(),)]


@cache
def fingerprint() -> str:
    """A hash over all tables as they are today; another one means another schema."""
    return sha256("\n".join(_statements()).encode()).hexdigest()


def _has(cursor: Cursor, table: str) -> bool:
    return cursor.execute(statement("has_table"), {"name": table}).fetchone() is not None


def _statements() -> Iterator[str]:
    yield table_statement("applied", _APPLIED)
    yield table_statement("made_for", _MADE_FOR)
    yield table_statement("tally", _TALLY)
    for kind in KINDS.values():
        columns = _fact_columns(kind)
        yield table_statement(kind.table, columns)
        yield table_statement(f"{kind.table}_history", (*columns, ("seq_to", "BIGINT")))


def _fact_columns(kind: Kind) -> tuple[tuple[str, str], ...]:
    return (*((name, str(column.type)) for name, column in columns_of(kind).items()), *PROVENANCE)
