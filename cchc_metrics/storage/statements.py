"""The SQL of the package, files in ``sql/`` whose names in braces are filled from the schema and from nowhere else; and
the order in which facts lie in its tables.

A value never enters a statement; values are parameters.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from cchc_metrics.schema import DECIMALS, PROVENANCE, Kind, StoreColumn

_FOLDER = Path(__file__).parent / "sql"
AFTER_SINCE = '"seq_from" > CAST($since AS BIGINT)'
# Combinations of the texts of all columns that one number can tell apart.
_MOST_KEYS = 2**62
_Codes = npt.NDArray[np.int64]
_PLACE = ("upload_seq", "sheet_no", "row_no", "col_no")


def statement(name: str, kind: Kind | None = None) -> str:
    """The statement of ``sql/<name>.sql``, for the tables of a kind where it needs one."""
    template = _text(name)
    return template if kind is None else template.format_map(_names(kind))


def columns_of(kind: Kind) -> dict[str, StoreColumn]:
    """The kind's grain and value columns by name, in their order."""
    return {column.name: column for column in (*kind.grain, *kind.values)}


def storage_order(kind: Kind) -> tuple[str, ...]:
    """The columns by which the facts of a kind lie in the store: the kind's order, then the rest of the grain."""
    return (*kind.order, *(name for name in kind.grain_names if name not in kind.order))


@dataclass(frozen=True, slots=True)
class Reading:
    """What is read of facts: some columns of the kind (none named: all), where each came from, each row once or with
    how many facts have it («facts»); only of those that came into force after an entry.
    """

    columns: tuple[str, ...] = ()
    provenance: bool = False
    each_once: bool = False
    counted: bool = False
    since: int = 0


def selection(name: str, kind: Kind, reading: Reading, where: str) -> str:
    """A statement that reads facts under a condition. Raises KeyError for a column of another kind."""
    known = columns_of(kind)
    columns = [_read(known[name]) for name in reading.columns or known]
    columns += [_quoted(column) for column, _ in PROVENANCE] if reading.provenance else []
    listed, order = ", ".join(columns), _listed(reading.columns)
    names = {**_names(kind), "read_columns": listed, "where": where or "true", "grouping": ""}
    if reading.each_once:
        names |= {"read_columns": f"DISTINCT {listed}", "order": order}
    if reading.counted:
        names |= {"read_columns": f'{listed}, count(*) AS "facts"', "order": order, "grouping": "GROUP BY ALL"}
    return _text(name).format_map(names)


def table_statement(name: str, columns: Iterable[tuple[str, str]]) -> str:
    """The statement that makes a table of these columns (name, type of the store)."""
    return f"CREATE TABLE {_quoted(name)} ({', '.join(f'{_quoted(column)} {sql}' for column, sql in columns)})"


def literal(text: str) -> str:
    """A text as SQL spells it, its quotes doubled: for ATTACH, LOAD and secrets, which take no parameters."""
    return "'" + text.replace("'", "''") + "'"


def about(name: str, **named: str) -> str:
    """The statement of ``sql/<name>.sql`` about a table or column of these names."""
    return _text(name).format_map({word: _quoted(one) for word, one in named.items()})


def dropped(name: str) -> str:
    """The statement that drops a table."""
    return f"DROP TABLE {_quoted(name)}"


def condition(kind: Kind, column: str, parameters: list[str], with_missing: bool, *, listed: bool = False) -> str:
    """``column`` is one of the parameters, or missing too when asked. Raises KeyError for a column of another kind.

    listed: the one parameter is a list of them.
    """
    sql_type = columns_of(kind)[column].type
    casts = [f"CAST(${parameter} AS {sql_type}{'[]' if listed else ''})" for parameter in parameters]
    among = f"list_contains({casts[0]}, {_quoted(column)})" if listed else f"{_quoted(column)} IN ({', '.join(casts)})"
    choices = [among] if parameters else []
    choices += [f"{_quoted(column)} IS NULL"] if with_missing else []
    return f"({' OR '.join(choices)})" if choices else "false"


def placed(kind: Kind, column: str, parameters: list[str]) -> str:
    """``column`` lists places parted by bars: none of the sort that the first parameter begins, or one of the others'.

    Parameters: beginnings of places, a bar before each. Raises KeyError for a column of another kind.
    """
    listed = (
        f"('|' || regexp_replace(trim(coalesce({_quoted(columns_of(kind)[column].name)}, '')), ' *\\| *', '|', 'g')"
    )
    ways = [f"contains({listed} || ':'), CAST(${parameter} AS VARCHAR))" for parameter in parameters]
    return f"(NOT {' OR '.join(ways)})"


def in_order(kind: Kind, table: pa.Table) -> pa.Table:
    """The rows in storage order; those that are equal in it as they came."""
    keys = _keys(kind, table)
    if keys is None:
        return table.take(pc.sort_indices(table, sort_keys=[(name, "ascending") for name in storage_order(kind)]))
    if bool((keys[1:] >= keys[:-1]).all()):
        return table
    rows = pa.array(np.argsort(keys, kind="stable"))
    # A column without a value is the same in every order.
    moved = [column if column.null_count == len(column) else column.take(rows) for column in table.columns]
    return pa.table(moved, schema=table.schema)


def each_once(kind: Kind, table: pa.Table) -> bool:
    """Whether the rows are in storage order and no grain comes twice; False also where that cannot be told so."""
    if not set(storage_order(kind)) <= set(kind.grain_names):
        return False
    keys = _keys(kind, table)
    return keys is not None and bool((keys[1:] > keys[:-1]).all())


def _keys(kind: Kind, table: pa.Table) -> _Codes | None:
    """A number for each row that orders it; None for an order by other things than texts, or by one that is missing."""
    whole, most = np.zeros(table.num_rows, dtype=np.int64), 1
    for name in storage_order(kind):
        column = table.column(name)
        if not pa.types.is_string(column.type) or column.null_count:
            return None
        codes, count = _ranks(column)
        most *= max(1, count)
        if most > _MOST_KEYS:
            return None
        whole = whole * count + codes
    return whole


def _ranks(column: pa.ChunkedArray) -> tuple[_Codes, int]:
    """The place of each text among the different ones in order, and how many those are."""
    coded = column.combine_chunks().dictionary_encode()
    order = pc.sort_indices(coded.dictionary).to_numpy()
    place = np.empty(len(order), dtype=np.int64)
    place[order] = np.arange(len(order))
    return place[coded.indices.to_numpy()], len(order)


@lru_cache(maxsize=64)
def _text(name: str) -> str:
    return (_FOLDER / f"{name}.sql").read_text(encoding="utf-8")


def _names(kind: Kind) -> dict[str, str]:
    values = kind.value_names
    columns = tuple(columns_of(kind))
    order = storage_order(kind)
    provenance = tuple(name for name, _ in PROVENANCE)
    return {
        "table": _quoted(kind.table),
        "history": _quoted(f"{kind.table}_history"),
        "grain": _listed(kind.grain_names),
        "columns": _listed(columns),
        "all_columns": _listed((*columns, *provenance)),
        "order": _listed(order),
        "incoming_grain": _listed(kind.grain_names, "incoming."),
        "incoming_order": _listed(order, "incoming."),
        "incoming_values": _listed(values, "incoming."),
        "fact_values": _listed(values, "fact."),
        "fact_is_incoming": _same(kind, "fact"),
        "shown_is_incoming": _same(kind, "shown"),
        "incoming_read": ", ".join(_read(column, "incoming.") for column in columns_of(kind).values()),
        "old_values": ", ".join(_read(column, "fact.", "old_") for column in kind.values),
        "fact_text": ", ".join(_spelled(_quoted(name)) for name in (*columns, *_PLACE)),
        "version_text": ", ".join(_version_text(columns)),
    }


def _version_text(columns: tuple[str, ...]) -> list[str]:
    spelled = [_spelled(_quoted(name)) for name in (*columns, *_PLACE, "seq_from", "seq_to")]
    return [*spelled, _spelled('epoch_us("recorded_at")')]


def _quoted(name: str) -> str:
    return f'"{name}"'


def _listed(names: tuple[str, ...], owner: str = "") -> str:
    return ", ".join(owner + _quoted(name) for name in names)


def _same(kind: Kind, owner: str) -> str:
    return " AND ".join(f"{owner}.{_quoted(name)} = incoming.{_quoted(name)}" for name in kind.grain_names)


def _value(column: StoreColumn, owner: str = "") -> str:
    """Decimals leave as the nearest double; DuckDB's cast is exact to the last digit where Arrow's is not."""
    name = owner + _quoted(column.name)
    return f"CAST({name} AS DOUBLE)" if column.type in DECIMALS else name


def _read(column: StoreColumn, owner: str = "", prefix: str = "") -> str:
    return f"{_value(column, owner)} AS {_quoted(prefix + column.name)}"


def _spelled(expression: str) -> str:
    text = f"CAST({expression} AS VARCHAR)"
    return f"coalesce(length({text}) || ':' || {text}, '-')"
