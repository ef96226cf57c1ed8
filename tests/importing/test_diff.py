"""Facts of a file against the facts in force."""

from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_metrics.importing import diff, interpret, scope_of
from cchc_metrics.model import ChangeCounts
from cchc_metrics.schema import ENTITIES, SCORES
from tests.builders import PROVINCES, frame, score, scores, snapshot

PROVENANCE = ["sheet_no", "row_no", "col_no"]


def facts(*rows: dict[str, Any]) -> pd.DataFrame:
    return interpret(scores(*rows), SCORES, snapshot()).facts


def stored(*rows: dict[str, Any]) -> pd.DataFrame:
    return facts(*rows).drop(columns=PROVENANCE).assign(seq_from=7)


def test_new_changed_unchanged_and_missing_facts_are_told_apart() -> None:
    found = diff(
        SCORES,
        facts(score(diem=16), score(ten="Huế"), score(ten="Hà Nội", diem="N/A")),
        stored(score(), score(ten="Huế"), score(ten="Khánh Hòa")),
    )
    assert found.counts == ChangeCounts(added=1, changed=1, unchanged=1, missing=1)
    assert found.changes[["op", "entity_id", "state", "row_no"]].to_numpy().tolist() == [
        ["change", "P63-45", "value", 2],
        ["add", "P63-01", "na", 4],
    ]
    assert found.previous[["entity_id", "value", "seq_from"]].to_numpy().tolist() == [["P63-45", 15.0, 7]]
    assert found.missing["entity_id"].tolist() == ["P63-56"]


def test_changes_have_the_columns_of_a_plan() -> None:
    found = diff(SCORES, facts(score()), stored())
    columns = ["op", *SCORES.grain_names, *SCORES.value_names, "upload_seq", *PROVENANCE]
    assert list(found.changes.columns) == columns
    assert found.changes["upload_seq"].isna().all()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"diem": 15}, {"diem": "không công bố"}),
        ({"diem": "N/A"}, {"diem": "không công bố"}),
        ({"diem": 0}, {"diem": "N/A"}),
        ({"diem": 15}, {"diem": 15.000000001}),
        ({"diem": 15}, {"diem": "15,00"}),
        ({"hang": 3}, {"hang": 4}),
        ({"hang": 3}, {"hang": None}),
        ({"nguon": None}, {"nguon": "papi.org.vn"}),
        ({"ghi_chu": "a"}, {"ghi_chu": "b"}),
    ],
)
def test_a_difference_in_any_value_column_is_a_change(before: dict[str, Any], after: dict[str, Any]) -> None:
    assert diff(SCORES, facts(score(**after)), stored(score(**before))).counts == ChangeCounts(changed=1)


def test_decimals_are_compared_as_the_store_keeps_them() -> None:
    held = stored(score(diem=0.3)).assign(value=0.1 + 0.2)
    assert diff(SCORES, facts(score(diem=0.3)), held).counts == ChangeCounts(unchanged=1)


def test_where_a_fact_stands_in_the_file_is_no_difference() -> None:
    assert diff(SCORES, facts(score(ten="Huế"), score()), stored(score())).counts == ChangeCounts(added=1, unchanged=1)


def test_missing_counts_only_in_what_the_file_covers() -> None:
    held = stored(score(ten="Huế"), score(ten="Huế", ky=2022), score(index="SIPAS", ten="Huế", diem=80))
    found = diff(SCORES, facts(score(), score(index="SIPAS", ky=2022, diem=80)), held)
    assert found.missing[["index_code", "period_id"]].to_numpy().tolist() == [["PAPI", "2023"]]


def test_the_scope_lists_what_to_fetch() -> None:
    scope = scope_of(SCORES, facts(score(), score(ky=2022), score(ten="Huế")))
    assert scope == {"index_code": ["PAPI"], "period_id": ["2023", "2022"], "score_kind": ["published"]}
    assert scope_of(ENTITIES, frame(ENTITIES, PROVINCES)) == {}


def test_dates_and_flags_are_compared_by_value() -> None:
    held = frame(ENTITIES, PROVINCES).assign(seq_from=1)
    held["valid_to"] = pd.to_datetime(held["valid_to"])
    new = frame(ENTITIES, PROVINCES).assign(sheet_no=1, row_no=range(len(PROVINCES)), col_no=1)
    assert diff(ENTITIES, new, held).counts == ChangeCounts(unchanged=len(PROVINCES))
    flagged = new.assign(region_confirmed=pd.array([True] + [None] * (len(new) - 1), dtype="boolean"))
    assert diff(ENTITIES, flagged, held).counts == ChangeCounts(changed=1, unchanged=len(PROVINCES) - 1)


def test_nothing_against_nothing_is_nothing() -> None:
    found = diff(SCORES, facts(), stored())
    assert found.counts == ChangeCounts()
    assert found.changes.empty


ROW = st.fixed_dictionaries(
    {
        "ten": st.sampled_from(["Quảng Trị", "Huế", "Hà Nội", "Khánh Hòa"]),
        "ky": st.sampled_from([2022, 2023]),
        "ma_tc": st.sampled_from(["TOTAL", "D1", "D5"]),
        "diem": st.one_of(st.integers(0, 9), st.floats(0, 9), st.sampled_from(["N/A", "không công bố", "7,50"])),
        "nguon": st.sampled_from([None, "papi.org.vn"]),
    }
)
ROWS = st.lists(ROW, max_size=10, unique_by=lambda row: (row["ten"], row["ky"], row["ma_tc"]))


@settings(max_examples=40, deadline=None)
@given(ROWS)
def test_facts_against_themselves_are_unchanged(rows: list[dict[str, Any]]) -> None:
    new = facts(*[score(**row) for row in rows])
    found = diff(SCORES, new, new.drop(columns=PROVENANCE).assign(seq_from=1).sample(frac=1, random_state=3))
    assert found.counts == ChangeCounts(unchanged=len(rows))
    assert found.changes.empty
    assert found.previous.empty
    assert found.missing.empty


@settings(max_examples=40, deadline=None)
@given(ROWS, ROWS)
def test_every_fact_is_counted_once_and_the_frames_stay_as_they_were(
    rows: list[dict[str, Any]], held_rows: list[dict[str, Any]]
) -> None:
    new, held = facts(*[score(**row) for row in rows]), stored(*[score(**row) for row in held_rows])
    before, held_before = new.copy(deep=True), held.copy(deep=True)
    found = diff(SCORES, new, held)
    counts = found.counts
    assert counts.added + counts.changed + counts.unchanged == len(new)
    assert len(found.changes) == counts.added + counts.changed
    assert len(found.previous) == counts.changed
    assert len(found.missing) == counts.missing <= len(held)
    pd.testing.assert_frame_equal(new, before)
    pd.testing.assert_frame_equal(held, held_before)
