"""Reading .parquet: one sheet, its first row the names of the columns, a row of the file in each row below.

Nothing of a file is believed: rows and columns are counted before they are read, texts stay dictionaries so that a
small file cannot unfold into a large one, and what is no table of plain values is refused by the name of its column.
"""

# ruff: noqa: PLC0415 - libraries are imported when first needed: a small file must not wait for them

from typing import Any

from cchc_metrics.guarded.bounds import RefusedError

from .cells import Book, Marks, Sheet
from .wire import Limits, SheetNote

NAME = "Parquet"
# What a cell of a spreadsheet may hold; a name longer than this is none.
LONGEST_CELL, _LONGEST_NAME = 32_767, 300
# Beyond it a double no longer tells two whole numbers apart.
_WHOLE = 2**53
# What the description of a file may take; the rows themselves are bounded by the memory.
_LONGEST_THRIFT, _MOST_THRIFT = 16 * 1024 * 1024, 1_000_000


def read_parquet(data: bytes, limits: Limits) -> Book:
    """The one sheet. Raises RefusedError beyond the limits, for a column of another sort than plain values
    ("column_type"), a text without end ("cell_text"), letters that are none, or when damaged or encrypted.
    """
    import pyarrow as pa

    columns: dict[str, Any] = {}
    try:
        table = _table(data, limits)
        table.validate(full=True)
        names = tuple(_name(name) for name in table.column_names)
        for place, name in enumerate(names):
            columns |= {f"{sort}{place}": cells for sort, cells in _cells(name, table.column(place)).items()}
    except (pa.ArrowException, OSError, ValueError, OverflowError) as error:
        raise _refusal(error) from error
    note = SheetNote(NAME, 1, False, table.num_rows + 1, table.num_columns, names)
    return Book([Sheet(note, columns, Marks())], {}, ())


def _table(data: bytes, limits: Limits) -> Any:
    """The rows, all of them, none more than the file says."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    source = pa.BufferReader(data)
    sizes = {"thrift_string_size_limit": _LONGEST_THRIFT, "thrift_container_size_limit": _MOST_THRIFT}
    told = pq.ParquetFile(source, **sizes)
    schema, count = told.schema_arrow, told.metadata.num_rows
    parts = [told.metadata.row_group(at).num_rows for at in range(told.metadata.num_row_groups)]
    if count < 0 or min(parts, default=0) < 0 or sum(parts) != count:
        raise RefusedError("damaged")
    limits.check(NAME, count, len(schema))
    for field in schema:
        if not _is_plain(field.type):
            raise RefusedError("column_type", column=_name(field.name), type=str(field.type)[:60])
    spoken = [field.name for field in schema if _is_text(field.type)]
    table = pq.ParquetFile(source, read_dictionary=spoken, **sizes).read(use_threads=False)
    if table.num_rows != count:
        raise RefusedError("damaged")
    return table


def _refusal(error: Exception) -> RefusedError:
    """What the library's words mean."""
    words = str(error).lower()
    if "crypt" in words:
        return RefusedError("encrypted")
    return RefusedError("letters" if "utf8" in words or "utf-8" in words else "damaged")


def _name(name: str) -> str:
    return name.strip()[:_LONGEST_NAME]


def _is_text(sort: Any) -> bool:
    import pyarrow as pa

    tests = (pa.types.is_string, pa.types.is_large_string, pa.types.is_string_view)
    return any(is_so(sort) for is_so in tests)


def _is_plain(sort: Any) -> bool:
    import pyarrow as pa

    if pa.types.is_dictionary(sort):
        return _is_plain(sort.value_type)
    kinds = (pa.types.is_boolean, pa.types.is_integer, pa.types.is_floating, pa.types.is_decimal)
    days = (pa.types.is_date, pa.types.is_timestamp, pa.types.is_time, pa.types.is_null)
    return _is_text(sort) or any(is_so(sort) for is_so in (*kinds, *days))


def _cells(name: str, column: Any) -> dict[str, Any]:
    """«n»: the numbers, «t»: the texts of a column; neither where all is empty."""
    import pyarrow as pa
    import pyarrow.compute as pc

    sort = column.type
    if column.null_count == len(column):
        return {}
    if pa.types.is_dictionary(sort) and not _is_text(sort.value_type):
        return _cells(name, column.cast(sort.value_type))
    if _is_text(sort) or pa.types.is_dictionary(sort):
        return {"t": _texts(name, column)}
    if pa.types.is_integer(sort):
        return _whole_numbers(column)
    if pa.types.is_floating(sort) or pa.types.is_decimal(sort):
        return _numbers(column)
    return {"t": _coded(pc.if_else(column, "TRUE", "FALSE") if pa.types.is_boolean(sort) else _moments(column))}


def _texts(name: str, column: Any) -> Any:
    import pyarrow.compute as pc

    coded = _coded(column)
    longest = pc.max(pc.utf8_length(coded.dictionary)).as_py() or 0
    if longest > LONGEST_CELL:
        raise RefusedError("cell_text", column=name, limit=LONGEST_CELL)
    return coded


def _coded(column: Any) -> Any:
    """One array of a column: each different text once, and the places at which it stands."""
    import pyarrow as pa

    if not pa.types.is_dictionary(column.type):
        column = column.cast(pa.string()).dictionary_encode()
    whole = column.unify_dictionaries().combine_chunks()
    whole = whole.chunk(0) if isinstance(whole, pa.ChunkedArray) else whole
    return pa.DictionaryArray.from_arrays(whole.indices, whole.dictionary.cast(pa.string()))


def _one(column: Any) -> Any:
    import pyarrow as pa

    whole = column.combine_chunks()
    return whole.chunk(0) if isinstance(whole, pa.ChunkedArray) else whole


def _whole_numbers(column: Any) -> dict[str, Any]:
    """Doubles; digits where some would be lost."""
    import pyarrow as pa
    import pyarrow.compute as pc

    ends = pc.min_max(column).as_py()
    if ends["min"] < -_WHOLE or ends["max"] > _WHOLE:
        return {"t": _coded(column)}
    return {"n": _one(column.cast(pa.float64()))}


def _numbers(column: Any) -> dict[str, Any]:
    """Doubles, each the nearest to what its digits say; «inf» is a text, for no cell holds such a number."""
    import pyarrow as pa
    import pyarrow.compute as pc

    if column.type != pa.float64():
        column = column.cast(pa.string()).cast(pa.float64())
    endless = pc.is_inf(column)
    if not pc.any(endless).as_py():
        return {"n": _one(column)}
    shown = pc.if_else(endless, column.cast(pa.string()), pa.scalar(None, pa.string()))
    return {"n": _one(pc.if_else(endless, pa.scalar(None, pa.float64()), column)), "t": _coded(shown)}


def _moments(column: Any) -> Any:
    """Days and times in ISO form; a moment at midnight is a day. Of a time zone that of Greenwich, marked «Z»: its own
    are in files that this process does not get at.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    if not pa.types.is_timestamp(column.type):
        return column.cast(pa.string())
    zoned = column.type.tz is not None
    column = column.cast(pa.int64()).cast(pa.timestamp(column.type.unit))
    whole = column.cast(pa.timestamp("s"), safe=False)
    column = whole if pc.all(pc.equal(whole.cast(column.type), column)).as_py() else column
    if zoned:
        return pc.binary_join_element_wise(column.cast(pa.string()), "Z", "")
    days = column.cast(pa.date32(), safe=False)
    is_days = pc.all(pc.equal(days.cast(pa.timestamp("s")).cast(column.type), column)).as_py()
    return (days if is_days else column).cast(pa.string())
