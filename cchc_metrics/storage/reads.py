"""Reading facts into frames: text as ``str``, decimals as float64, integers Int64, flags boolean, dates as objects."""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd
import pyarrow as pa

from cchc_metrics.model import Snapshot
from cchc_metrics.schema import BREAKS, ENTITIES, FRAMEWORKS, LAYOUTS, NAMES, PLACES, SOURCES, WINDOWS_KIND, Kind
from cchc_metrics.storage.gateway import Cursor
from cchc_metrics.storage.ledger import reached
from cchc_metrics.storage.statements import AFTER_SINCE, Reading, condition, placed, selection, statement

Where = Mapping[str, Sequence[object]]
WHOLE = Reading()
# The kinds by which names and labels are resolved.
NAMING = (ENTITIES, FRAMEWORKS, BREAKS, WINDOWS_KIND, SOURCES, NAMES, LAYOUTS)
# So many values and more are handed over as one list: a longer statement takes longer to plan than to answer.
_MANY = 16
_TEXT = pd.StringDtype("pyarrow", na_value=np.nan)
_PANDAS: Mapping[pa.DataType, object] = {
    pa.string(): _TEXT,
    pa.int32(): pd.Int64Dtype(),
    pa.int64(): pd.Int64Dtype(),
    pa.bool_(): pd.BooleanDtype(),
}


def read(
    cursor: Cursor, kind: Kind, where: Where | None = None, reading: Reading = WHOLE, as_known_at: int | None = None
) -> pd.DataFrame:
    """Facts of a kind, sorted by its order. Raises KeyError for a column of another kind."""
    if as_known_at is None:
        return chosen(cursor, "facts", kind, where, reading)
    return chosen(cursor, "facts_as_known", kind, where, reading, known=as_known_at)


def versions(cursor: Cursor, kind: Kind, where: Where) -> pd.DataFrame:
    """Every version of the matching facts, the newest of each grain first; ``seq_to`` is missing while in force."""
    return chosen(cursor, "versions", kind, where, Reading(provenance=True))


def chosen(
    cursor: Cursor, name: str, kind: Kind, where: Where | None, reading: Reading, **more: object
) -> pd.DataFrame:
    """The answer of ``sql/<name>.sql`` for the facts that match. more: its further parameters."""
    return as_frame(chosen_table(cursor, name, kind, where, reading, **more))


def chosen_table(
    cursor: Cursor, name: str, kind: Kind, where: Where | None, reading: Reading, **more: object
) -> pa.Table:
    """The same as Arrow."""
    parameters = dict(more)
    clauses = [_clause(kind, column, allowed, parameters) for column, allowed in (where or {}).items()]
    if reading.since:
        clauses.append(AFTER_SINCE)
        parameters["since"] = reading.since
    return arrow(cursor, selection(name, kind, reading, " AND ".join(clauses)), parameters)


def count_from(cursor: Cursor, kind: Kind, seq: int, where: Where) -> int:
    """How many versions of the matching facts came with an entry."""
    parameters: dict[str, object] = {"seq": seq}
    clauses = [_clause(kind, column, allowed, parameters) for column, allowed in where.items()]
    (count,) = cursor.execute(selection("count_from", kind, WHOLE, " AND ".join(clauses)), parameters).fetchall()[0]
    return int(count)


def changes_of(cursor: Cursor, kind: Kind, changes: pa.Table, seq: int) -> pd.DataFrame:
    """The change set of an entry beside the values it replaced or removed (``old_…``)."""
    cursor.register("incoming", changes)
    answer = frame(cursor, statement("changes_of", kind), {"seq": seq})
    cursor.unregister("incoming")
    return answer


def snapshot(cursor: Cursor, as_known_at: int | None = None) -> Snapshot:
    """What names are resolved against, all of one version when the cursor is in a transaction."""

    def held(kind: Kind) -> pd.DataFrame:
        return read(cursor, kind, as_known_at=as_known_at)

    return Snapshot(
        version=reached(cursor).seq,
        entities=held(ENTITIES),
        nodes=held(FRAMEWORKS),
        breaks=held(BREAKS),
        windows=held(WINDOWS_KIND),
        known_sources=frozenset(str(source) for source in held(SOURCES)["source"]),
        names=held(NAMES),
        layouts=held(LAYOUTS),
    )


def frame(cursor: Cursor, sql: str, parameters: Mapping[str, object]) -> pd.DataFrame:
    """The answer to a query by way of Arrow, a fourteenth of the time of DuckDB's own frames."""
    return as_frame(arrow(cursor, sql, parameters))


def arrow(cursor: Cursor, sql: str, parameters: Mapping[str, object]) -> pa.Table:
    """The answer to a query as it comes."""
    return cursor.execute(sql, dict(parameters)).to_arrow_table()


def as_frame(table: pa.Table) -> pd.DataFrame:
    """An answer in the types of this module."""
    found: pd.DataFrame = table.to_pandas(types_mapper=_PANDAS.get)
    return found


def _clause(kind: Kind, column: str, allowed: Sequence[object], parameters: dict[str, object]) -> str:
    """``column`` is one of the allowed values; with ``PLACES`` behind its name, one of the places that it lists is."""
    present = [value.item() if isinstance(value, np.generic) else value for value in allowed if not _missing(value)]
    column, is_of_places, _ = column.partition(PLACES)
    with_missing = len(present) < len(allowed)
    if len(present) >= _MANY and not is_of_places:
        parameters[column] = present
        return condition(kind, column, [column], with_missing, listed=True)
    names = [f"{column}_{place}" for place in range(len(present))]
    parameters.update(zip(names, present, strict=True))
    if is_of_places:
        return placed(kind, column, names)
    return condition(kind, column, names, with_missing)


def _missing(value: object) -> bool:
    return value is None or value is pd.NA or value is pd.NaT or (isinstance(value, float) and np.isnan(value))
