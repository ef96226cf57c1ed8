"""The order of facts is Arrow's own, whichever way it is found."""

import pyarrow as pa
import pyarrow.compute as pc
from hypothesis import given
from hypothesis import strategies as st

from cchc_metrics.schema import SCORES, SIGHTINGS
from cchc_metrics.storage.changes import no_changes
from cchc_metrics.storage.statements import each_once, in_order, storage_order

WORDS = st.sampled_from(["", "1", "10", "2", "D1", "TOTAL", "Đ", "đ", "é", "P34-44"])
ROWS = st.lists(st.tuples(*[WORDS] * 5), max_size=30)


def table(rows: list[tuple[str, ...]]) -> pa.Table:
    empty = no_changes(SCORES)
    grain = dict(zip(SCORES.grain_names, zip(*rows, strict=True), strict=True)) if rows else {}
    columns = {
        field.name: pa.array(grain[field.name], field.type) if field.name in grain else pa.nulls(len(rows), field.type)
        for field in empty.schema
    }
    columns["row_no"] = pa.array(range(len(rows)), pa.int32())
    return pa.table(columns)


@given(ROWS)
def test_rows_come_as_arrow_would_sort_them_and_equal_ones_as_they_came(rows: list[tuple[str, ...]]) -> None:
    given_rows = table(rows)
    keys = [(name, "ascending") for name in (*storage_order(SCORES), "row_no")]
    found = in_order(SCORES, given_rows)
    assert found.equals(given_rows.take(pc.sort_indices(given_rows, sort_keys=keys)))
    assert each_once(SCORES, found) == (len(set(rows)) == len(rows))
    assert not each_once(SCORES, found) or in_order(SCORES, found) is found


@given(ROWS)
def test_what_is_not_in_order_is_never_taken_for_sure(rows: list[tuple[str, ...]]) -> None:
    assert not each_once(SCORES, table(rows)) or len(set(rows)) == len(rows)


def test_an_order_by_more_than_the_grain_proves_nothing() -> None:
    assert set(storage_order(SIGHTINGS)) <= set(SIGHTINGS.grain_names) or not each_once(
        SIGHTINGS, no_changes(SIGHTINGS)
    )
