"""The tables of the derived database, generated from the kinds: nobody writes a column twice.

A fact table holds what is in force, one row per grain; ``<table>_history`` holds closed versions, in force for
seq_from <= s < seq_to. No keys, indexes, sequences, enum types or generated columns: the subset DuckLake takes too.
"""

from collections.abc import Iterator
from functools import cache
from hashlib import sha256

from cchc_metrics.schema import KINDS, PROVENANCE, Kind
from cchc_metrics.storage.gateway import Cursor, answers
from cchc_metrics.storage.seams import Gateway
from cchc_metrics.storage.statements import about, columns_of, dropped, statement, table_statement

_Columns = tuple[tuple[str, str], ...]

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
        create_within(cursor, gateway)


def create_within(cursor: Cursor, gateway: Gateway) -> None:
    """The same inside the caller's transaction."""
    for name, columns in _tables():
        cursor.execute(table_statement(name, columns).replace(_OF_SUMS, gateway.of_sums))
        gateway.made(cursor, name)
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
    return answers(cursor, about("nothing_of", table="applied", column="seq"))


def keep_lines(cursor: Cursor) -> bool:
    """Whether the database keeps the journal's lines: those of the first programs did not."""
    return answers(cursor, about("nothing_of", table="applied", column="line"))


def are_current(cursor: Cursor) -> bool:
    """Whether the tables are those of today's kinds."""
    if not answers(cursor, about("nothing_of", table="made_for", column="fingerprint")):
        return False
    return cursor.execute(statement("made_for")).fetchall() == [(fingerprint(),)]


@cache
def fingerprint() -> str:
    """A hash over all tables as they are today; another one means another schema."""
    return sha256("\n".join(table_statement(name, columns) for name, columns in _tables()).encode()).hexdigest()


def _tables() -> Iterator[tuple[str, _Columns]]:
    yield "applied", _APPLIED
    yield "made_for", _MADE_FOR
    yield "tally", _TALLY
    for kind in KINDS.values():
        columns = _fact_columns(kind)
        yield kind.table, columns
        yield f"{kind.table}_history", (*columns, ("seq_to", "BIGINT"))


def _fact_columns(kind: Kind) -> _Columns:
    return (*((name, str(column.type)) for name, column in columns_of(kind).items()), *PROVENANCE)
