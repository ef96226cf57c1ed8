"""A change set: what one journal entry does to the facts of one kind, as typed Arrow and as archived parquet.

One row per changed fact: ``op``, the kind's grain and values, ``upload_seq`` (null: the entry's own), ``sheet_no``,
``row_no``, ``col_no``. Decimals are DECIMAL(18,9), exact for every double that holds at most nine decimals.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from io import BytesIO
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from cchc_metrics.errors import NewerStoreError, StoreDamagedError
from cchc_metrics.labels import texts
from cchc_metrics.model import FINE_BELOW, ValueState, exactly
from cchc_metrics.schema import Kind, SqlType, StoreColumn
from cchc_metrics.storage.spelling import LEAST_NUMBER, Wanted
from cchc_metrics.storage.statements import columns_of, in_order

ADD, CHANGE, REMOVE = "add", "change", "remove"
# Columns by whose words the program finds its facts.
CODES = ("_id", "_code", "_kind", "code", "kind", "state", "part", "setting", "fingerprint", "link")
# 1: kind, kind_version. 2: the payload of the journal line as well.
_FORMAT = 2
_ARROW: Mapping[SqlType, pa.DataType] = {
    SqlType.TEXT: pa.string(),
    SqlType.SCORE: pa.decimal128(18, 9),
    SqlType.AMOUNT: pa.decimal128(24, 6),
    SqlType.INTEGER: pa.int32(),
    SqlType.FLAG: pa.bool_(),
    SqlType.DATE: pa.date32(),
}
# How a change set of an older version of a kind becomes one of the next version: (kind, version) -> the way. A version
# that only gained columns needs none, they are null; one that dropped, renamed or retyped a column does.
READERS: dict[tuple[str, int], Callable[[pa.Table], pa.Table]] = {}
_PLACE: Mapping[str, pa.DataType] = {
    "upload_seq": pa.int64(),
    "sheet_no": pa.int32(),
    "row_no": pa.int32(),
    "col_no": pa.int32(),
}


def change_table(kind: Kind, changes: pd.DataFrame) -> pa.Table:
    """The plan's changes, typed by the schema and in the order in which the facts are stored.

    Raises ValueError for a change set no plan may hold: a column too few, an unknown op, a grain with a gap,
    a number that the store's decimals cannot hold.
    """
    columns = {"op": pa.string(), **_types(kind), **_PLACE}
    lacking = [name for name in columns if name not in changes.columns]
    if lacking:
        raise ValueError(f"change set of {kind.name} lacks {lacking}")
    table = pa.table({name: _typed(changes[name], arrow) for name, arrow in columns.items()})
    _require_sound(kind, table)
    # Here and not in the INSERT: it takes a tenth of DuckDB's time, and the archive compresses better.
    return in_order(kind, table)


def no_changes(kind: Kind) -> pa.Table:
    """The change set of an entry that touches no fact."""
    types = {"op": pa.string(), **_types(kind), **_PLACE}
    return pa.table({name: pa.nulls(0, arrow) for name, arrow in types.items()})


def shown_table(kind: Kind, previous: pd.DataFrame) -> pa.Table:
    """The versions the person was shown: the kind's grain and ``seq_from``."""
    if previous.empty:
        previous = pd.DataFrame(columns=[*kind.grain_names, "seq_from"])
    types = {**_arrow_types(kind.grain), "seq_from": pa.int64()}
    return pa.table({name: _typed(previous[name], arrow) for name, arrow in types.items()})


def to_parquet(kind: Kind, table: pa.Table, entry: str = "") -> bytes:
    """The change set as it is archived, with the kind, the version of its shape, and what its journal line will say.

    entry: the payload of the line but for the hash of this file. Should the end of the journal be lost, the line can be
    written again from it.
    """
    marks = {"format": str(_FORMAT), "kind": kind.name, "kind_version": str(kind.version), "entry": entry}
    return _written(table.replace_schema_metadata(marks))


def cells_with(data: bytes, value: Wanted) -> dict[str, int]:
    """Column -> cells of an archived change set that hold a value, spelled in a text or as a number."""
    table = _read(data)
    held = {name: _count(table.column(name), value.is_in) for name in _text_columns(table)}
    held |= {name: _sum(_equal(table.column(name), value)) for name in _number_columns(table)}
    return {name: count for name, count in held.items() if count}


def ways_spelled(data: bytes, value: Wanted) -> set[str]:
    """Every way in which the texts of an archived change set spell a value."""
    return {way for text in _distinct(_read(data), _text_columns) for way in value.spelled(text)}


def texts_of(data: bytes) -> set[str]:
    """Every distinct text in an archived change set; long numbers among them, as text."""
    table = _read(data)
    long = {str(int(one)) for one in _distinct(table, _number_columns) if one >= LEAST_NUMBER}
    return _distinct(table, _text_columns) | long


def without(data: bytes, value: Wanted, marked: Callable[[bool, str], str], entry: str) -> bytes:
    """An archived change set in the shape it has without a value: marked in texts, missing in the place of a number.

    marked: whether a text is a code, and the text -> the text with marks in it · entry: what its line says.
    """
    table = _read(data)
    marks = dict(table.schema.metadata or {})
    table = _said_missing(table, value)
    for name in (*_text_columns(table), *_number_columns(table)):
        place, column = table.schema.get_field_index(name), table.column(name)
        if pa.types.is_string(column.type):
            cleared = _mapped(column, partial(marked, name.endswith(CODES)))
        else:
            cleared = pc.if_else(_equal(column, value), pa.scalar(None, column.type), column)
        table = table.set_column(place, table.schema.field(place), cleared)
    if marks.get(b"entry"):
        marks[b"entry"] = entry.encode()
    return _written(table.replace_schema_metadata(marks))


def from_parquet(kind: Kind, data: bytes) -> pa.Table:
    """An archived change set in today's shape: columns that the kind has gained since are null.

    Raises StoreDamagedError when it is of another kind, NewerStoreError when a later version of the product wrote it.
    """
    table = _read(data)
    marks = table.schema.metadata or {}
    if marks.get(b"kind") != kind.name.encode():
        raise StoreDamagedError(texts().errors.change_set_of_other_kind)
    version = int(marks.get(b"kind_version", b"1"))
    if int(marks.get(b"format", b"1")) > _FORMAT or version > kind.version:
        raise NewerStoreError(texts().errors.newer_change_set)
    for older in range(version, kind.version):
        table = READERS.get((kind.name, older), _unchanged)(table)
    types = {"op": pa.string(), **_types(kind), **_PLACE}
    if unknown := set(table.column_names) - types.keys():
        raise NewerStoreError(texts().errors.newer_change_set + f" ({', '.join(sorted(unknown))})")
    return pa.table(
        {
            name: table.column(name).cast(arrow) if name in table.column_names else pa.nulls(table.num_rows, arrow)
            for name, arrow in types.items()
        }
    )


def entry_of(data: bytes) -> str:
    """What a change set says of its journal line; empty for one of an older format. Raises StoreDamagedError."""
    try:
        marks = _parquet().read_schema(BytesIO(data)).metadata or {}
    except (pa.ArrowException, OSError) as error:
        raise StoreDamagedError(texts().errors.change_set_of_other_kind) from error
    return str(marks.get(b"entry", b"").decode())


def count_of(table: pa.Table, op: str) -> int:
    """How many rows do this."""
    return int(pc.sum(pc.equal(table.column("op"), op)).as_py() or 0)


def _parquet() -> Any:
    """Loaded by who stores or replays: most starts do neither."""
    import pyarrow.parquet  # noqa: PLC0415

    return pyarrow.parquet


def _written(table: pa.Table) -> bytes:
    buffer = BytesIO()
    # Dictionaries pay for text only, and nobody asks this file for statistics: a third of the time, smaller.
    repeated = [field.name for field in table.schema if pa.types.is_string(field.type)]
    _parquet().write_table(table, buffer, compression="zstd", use_dictionary=repeated, write_statistics=False)
    return buffer.getvalue()


def _read(data: bytes) -> pa.Table:
    return _parquet().ParquetFile(BytesIO(data)).read()


def _text_columns(table: pa.Table) -> list[str]:
    return [field.name for field in table.schema if pa.types.is_string(field.type) and field.name != "op"]


def _number_columns(table: pa.Table) -> list[str]:
    """Columns of facts that may hold a number, without the places they came from."""
    numbers = (pa.types.is_decimal, pa.types.is_integer)
    return [one.name for one in table.schema if one.name not in _PLACE and any(sort(one.type) for sort in numbers)]


def _distinct(table: pa.Table, columns: Callable[[pa.Table], list[str]]) -> set[Any]:
    return {one for name in columns(table) for one in table.column(name).unique().to_pylist() if one}


def _equal(column: pa.ChunkedArray, value: Wanted) -> pa.ChunkedArray:
    """Which cells of a column of numbers are the value; none is missing."""
    if value.number is None:
        return pa.chunked_array([pa.repeat(False, len(column))])
    wide = pa.decimal256(40, 9) if pa.types.is_decimal(column.type) else pa.int64()
    return pc.fill_null(pc.equal(column.cast(wide), pa.scalar(value.number).cast(wide)), False)


def _said_missing(table: pa.Table, value: Wanted) -> pa.Table:
    """The facts whose number is about to go say that they have none."""
    if not {"state", "value"} <= set(table.column_names) or not _sum(_equal(table.column("value"), value)):
        return table
    place, states = table.schema.get_field_index("state"), table.column("state")
    gone = pc.and_(_equal(table.column("value"), value), pc.fill_null(pc.equal(states, ValueState.VALUE.value), False))
    said = pc.if_else(gone, pa.scalar(ValueState.MISSING.value, states.type), states)
    return table.set_column(place, table.schema.field(place), said)


def _count(column: pa.ChunkedArray, holds: Callable[[str], bool]) -> int:
    return sum(row["counts"] for row in column.value_counts().to_pylist() if row["values"] and holds(row["values"]))


def _sum(column: pa.ChunkedArray) -> int:
    return int(pc.sum(column).as_py() or 0)


def _mapped(column: pa.ChunkedArray, change: Callable[[str], str]) -> pa.Array:
    """Each text of a column changed, each distinct one once."""
    coded = _whole(column.combine_chunks()).dictionary_encode()
    changed = [change(text) for text in coded.dictionary.to_pylist()]
    return pa.DictionaryArray.from_arrays(coded.indices, pa.array(changed, pa.string())).cast(pa.string())


def _types(kind: Kind) -> dict[str, pa.DataType]:
    return _arrow_types(columns_of(kind).values())


def _arrow_types(columns: Iterable[StoreColumn]) -> dict[str, pa.DataType]:
    return {column.name: _ARROW[column.type] for column in columns}


def _typed(series: pd.Series, arrow: pa.DataType) -> pa.Array:
    """Decimals go by way of doubles: Arrow then rounds to nine places instead of refusing the tenth."""
    if not pa.types.is_decimal(arrow):
        return _whole(pa.Array.from_pandas(series, type=arrow))
    floats = pd.to_numeric(series).astype("Float64")
    if (floats.abs() >= FINE_BELOW).any():
        # A large double has not so many decimals of its own: Arrow would store those of the double beside it.
        exact = [None if pd.isna(one) else exactly(one, arrow.scale) for one in floats.tolist()]
        return pa.array(exact, type=arrow)
    return _whole(pa.Array.from_pandas(floats, type=pa.float64())).cast(arrow)


def _whole(array: pa.Array) -> pa.Array:
    return array.combine_chunks() if isinstance(array, pa.ChunkedArray) else array


def _require_sound(kind: Kind, table: pa.Table) -> None:
    unknown = set(table.column("op").unique().to_pylist()) - {ADD, CHANGE, REMOVE}
    if unknown:
        raise ValueError(f"change set of {kind.name} has unknown ops {unknown}")
    gaps = [name for name in kind.grain_names if table.column(name).null_count]
    if gaps:
        raise ValueError(f"change set of {kind.name} has rows without {gaps}")


def _unchanged(table: pa.Table) -> pa.Table:
    return table
