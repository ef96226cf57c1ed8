"""The order in which facts lie in the store, of tables of a million rows: by whole numbers in the place of texts."""

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from cchc_metrics.schema import Kind
from cchc_metrics.storage.statements import storage_order

_Codes = npt.NDArray[np.int64]
# Combinations of the texts of all columns that one number can tell apart.
_MOST = 2**62


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
        if most > _MOST:
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
