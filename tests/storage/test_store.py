"""The store as services see it: commit, read, history, provenance."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from cchc_metrics.errors import CchcError, UnknownNameError
from cchc_metrics.model import Action, ChangeCounts, Finding, Severity
from cchc_metrics.schema import ENTITIES, FRAMEWORKS, KINDS, PROVENANCE, SCORES, SOURCES, TARGETS
from cchc_metrics.storage import Store
from tests.storage.builders import ACTOR, frame_of, plan_of, put, score, settings_in, values_by_entity

OLD, OTHER, THIRD = "P63-45", "P63-44", "P63-46"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.open(settings_in(tmp_path / "data"))
    yield opened
    opened.close()


def test_an_empty_store_has_version_zero_and_empty_frames_of_every_kind(store: Store) -> None:
    assert store.version == 0
    assert store.entries() == []
    for kind in KINDS.values():
        assert list(store.facts(kind).columns) == [*kind.grain_names, *kind.value_names]
        assert store.count(kind) == 0


def test_a_commit_is_read_back_with_where_it_came_from(store: Store) -> None:
    entry = put(store, score(OLD, 44.7473, row_no=14, col_no=9, published_rank=14, rank_out_of=61))
    row = store.facts(SCORES, provenance=True).iloc[0]
    assert (row["entity_id"], row["value"], row["published_rank"]) == (OLD, 44.7473, 14)
    assert [row[name] for name in ("upload_seq", "sheet_no", "row_no", "col_no", "seq_from")] == [1, 1, 14, 9, 1]
    assert row["recorded_at"] == entry.recorded_at
    assert store.version == entry.seq == 1


def test_frames_have_the_types_everyone_shares(store: Store) -> None:
    put(store, score(OLD, 1.5, published_rank=None), score(OTHER, None, published_rank=3))
    entity = {"entity_id": OLD, "entity_type": "province", "name": "Quảng Trị", "region_confirmed": True}
    put(store, {"op": "add", **entity, "valid_to": date(2025, 6, 30)}, kind=ENTITIES)
    scores, entities = store.facts(SCORES), store.facts(ENTITIES)
    assert str(scores["entity_id"].dtype) == "str"
    assert str(scores["value"].dtype) == "float64"
    assert str(scores["published_rank"].dtype) == "Int64"
    assert str(entities["region_confirmed"].dtype) == "boolean"
    assert entities["valid_to"].iloc[0] == date(2025, 6, 30)
    assert entities["valid_from"].iloc[0] is None


@pytest.mark.parametrize("value", [41.7742, 1.0675, 44.747312345, 0.1, 0.0, 1e-9, 123456.789])
def test_decimals_of_nine_places_survive_exactly(store: Store, value: float) -> None:
    put(store, score(OLD, value))
    assert store.facts(SCORES)["value"].iloc[0] == value
    with store.parts.gateway.cursor() as cursor:
        assert cursor.execute("SELECT value FROM score").fetchone() == (Decimal(repr(value)).quantize(Decimal("1e-9")),)


def test_a_hundred_thousand_random_decimals_survive_exactly(store: Store) -> None:
    values = np.round(np.random.default_rng(7).uniform(0, 100, 100_000), 9)
    rows = frame_of(SCORES, [score(OLD, 1.0)]).loc[[0] * len(values)].reset_index(drop=True)
    rows["entity_id"] = [f"X{place:06d}" for place in range(len(values))]
    rows["value"] = values
    store.commit(replace(plan_of(store, []), changes=rows), ACTOR, "")
    assert (store.facts(SCORES)["value"].to_numpy() == values).all()


def test_zero_missing_and_exempt_stay_three_things(store: Store) -> None:
    put(store, score(OLD, 0.0), score(OTHER, None), score(THIRD, None, state="na"))
    stored = store.facts(SCORES).set_index("entity_id")
    assert stored["state"].to_dict() == {OLD: "value", OTHER: "missing", THIRD: "na"}
    assert stored.loc[OLD, "value"] == 0.0
    assert stored["value"].isna().to_dict() == {OLD: False, OTHER: True, THIRD: True}


def test_facts_come_sorted_by_the_order_of_the_kind(store: Store) -> None:
    put(store, score(THIRD, 1.0), score(OTHER, 2.0, node_code="D5"), score(OLD, 3.0), score(OTHER, 4.0))
    stored = store.facts(SCORES)
    assert stored.equals(stored.sort_values(list(SCORES.order), ignore_index=True))


def test_conditions_narrow_the_facts_together(store: Store) -> None:
    put(store, score(OLD, 1.0), score(OTHER, 2.0), score(OLD, 3.0, node_code="D5"), score(OLD, None, node_code="D6"))
    assert values_by_entity(store, entity_id=[OLD], node_code=["TOTAL"]) == {OLD: 1.0}
    assert values_by_entity(store, entity_id=[]) == {}
    assert store.facts(SCORES, {"value": [3.0]})["node_code"].to_list() == ["D5"]
    assert store.facts(SCORES, {"value": [2.0, None]})["node_code"].to_list() == ["D6", "TOTAL"]


def test_a_hostile_value_is_only_a_value(store: Store) -> None:
    put(store, score(OLD, 1.0))
    assert store.facts(SCORES, {"entity_id": ["' OR 1=1; DROP TABLE score; --"]}).empty
    assert store.count(SCORES) == 1


def test_a_column_that_the_kind_has_not_is_refused(store: Store) -> None:
    with pytest.raises(KeyError):
        store.facts(SCORES, {'entity_id" = 1 --': ["x"]})
    with pytest.raises(KeyError):
        store.distinct(SCORES, ("seq_from",))
    with pytest.raises(KeyError):
        store.facts(SCORES, columns=('entity_id" --',))


def test_distinct_combinations_are_sorted_each_once(store: Store) -> None:
    put(store, score(THIRD, 2.5), score(OLD, 1.5), score(OTHER, 2.5))
    assert store.distinct(SCORES, ("entity_id",))["entity_id"].to_list() == [OTHER, OLD, THIRD]
    pairs = store.distinct(SCORES, ("value", "state"), {"value": [2.5, 1.5]})
    assert pairs.to_numpy().tolist() == [[1.5, "value"], [2.5, "value"]]


def test_only_the_columns_that_are_asked_for_are_read(store: Store) -> None:
    put(store, score(OLD, 1.5), score(OTHER, 2.5))
    assert store.facts(SCORES, {"value": [2.5]}, columns=("value", "entity_id")).to_dict("records") == [
        {"value": 2.5, "entity_id": OTHER}
    ]


def test_a_change_moves_the_old_version_to_the_history(store: Store) -> None:
    put(store, score(OLD, 44.0), score(OTHER, 40.0))
    put(store, score(OLD, 44.7473, "change"))
    assert values_by_entity(store) == {OLD: 44.7473, OTHER: 40.0}
    assert store.facts(SCORES, as_known_at=1)["value"].to_list() == [40.0, 44.0]
    assert store.facts(SCORES, as_known_at=0).empty


def test_as_known_at_an_entry_has_the_provenance_of_then(store: Store) -> None:
    put(store, score(OLD, 1.0, row_no=5))
    put(store, score(OLD, 2.0, "change", row_no=9))
    then = store.facts(SCORES, provenance=True, as_known_at=1)
    assert list(then.columns) == [*SCORES.grain_names, *SCORES.value_names, *(name for name, _ in PROVENANCE)]
    assert then[["upload_seq", "row_no", "seq_from"]].iloc[0].to_list() == [1, 5, 1]


def test_the_changes_of_an_entry_show_what_they_replaced(store: Store) -> None:
    put(store, score(OLD, 1.0), score(OTHER, 2.0))
    put(store, score(OLD, 1.25, "change"), score(OTHER, None, "remove"), score(THIRD, 3.0))
    changes = store.changes_of(2).set_index("entity_id")
    assert changes["op"].to_dict() == {OLD: "change", OTHER: "remove", THIRD: "add"}
    assert changes.loc[OLD, ["value", "old_value"]].to_list() == [1.25, 1.0]
    assert changes.loc[OTHER, "old_value"] == 2.0
    assert pd.isna(changes.loc[THIRD, "old_value"])
    assert set(changes["upload_seq"]) == {2}
    # The journal says the same in numbers, and how many versions came with each entry.
    assert store.entry(2).counts == ChangeCounts(added=1, changed=1, removed=1)
    assert [store.count_from(SCORES, seq, {}) for seq in (1, 2)] == [2, 2]
    assert store.count_from(SCORES, 2, {"entity_id": [OLD]}) == 1


@pytest.mark.parametrize(
    "spoil",
    [
        lambda frame: frame.drop(columns="row_no"),
        lambda frame: frame.assign(op="upsert"),
        lambda frame: frame.assign(entity_id=None),
        lambda frame: frame.assign(value=1e12),
    ],
    ids=["a column too few", "an unknown op", "a gap in the grain", "a number too large"],
)
def test_a_malformed_change_set_is_a_fault_of_the_program(store: Store, spoil: object) -> None:
    plan = plan_of(store, [score(OLD, 1.0)])
    with pytest.raises(ValueError):
        store.commit(replace(plan, changes=spoil(plan.changes)), ACTOR, "")  # type: ignore[operator]
    assert store.version == 0


def test_a_plan_with_errors_is_refused(store: Store) -> None:
    findings = (Finding("bad_number", Severity.ERROR, "không phải số", cell="H2"),)
    with pytest.raises(CchcError, match="còn lỗi"):
        store.commit(plan_of(store, [score(OLD, 1.0)], findings=findings), ACTOR, "")


def test_an_unknown_entry_is_said_so(store: Store) -> None:
    for ask in (store.entry, store.original, store.changes_of, lambda seq: store.undo(seq, ACTOR, "")):
        for seq in (0, -1, 1):
            with pytest.raises(UnknownNameError, match=f"số {seq}"):
                ask(seq)


def test_the_original_is_kept_as_it_came(store: Store) -> None:
    store.commit(plan_of(store, [score(OLD, 1.0)], original=b"\x00PK\xff"), ACTOR, "")
    assert store.original(1) == ("diem-papi.xlsx", b"\x00PK\xff")
    assert store.entry(1).original_sha256 == sha256(b"\x00PK\xff").hexdigest()
    assert store.entry(1).original_size == 4


def test_an_edit_has_no_file(store: Store) -> None:
    plan = plan_of(store, [score(OLD, 1.0)], original=b"")
    entry = store.commit(plan, ACTOR, "", Action.EDIT)
    assert (entry.action, entry.original_sha256, entry.original_size) == (Action.EDIT, "", 0)
    with pytest.raises(UnknownNameError, match="không có tệp gốc"):
        store.original(1)


def test_a_file_is_found_by_its_hash_until_it_is_undone(store: Store) -> None:
    digest = sha256(b"a workbook").hexdigest()
    assert store.find_by_original(digest) is None
    put(store, score(OLD, 1.0))
    put(store, score(OTHER, 1.0))
    assert store.find_by_original(digest) == store.entry(2)
    store.undo(2, ACTOR, "")
    assert store.find_by_original(digest) == store.entry(1)


def test_entries_come_newest_first_with_everything_that_was_said(store: Store) -> None:
    finding = Finding("odd", Severity.WARNING, "số lạ", "Điểm", "H2", "1.234", 2, ("H2", "H9"))
    store.commit(plan_of(store, [score(OLD, 1.0)], findings=(finding,)), ACTOR, "ghi chú")
    put(store, score(OTHER, 1.0))
    first = store.entries()[-1]
    assert [entry.seq for entry in store.entries()] == [2, 1]
    assert (first.findings, first.actor, first.note, first.rows.read) == ((finding,), ACTOR, "ghi chú", 1)
    assert abs(first.recorded_at - datetime.now(UTC)) < timedelta(minutes=1)
    assert first.recorded_at.utcoffset() == timedelta(hours=7)


def test_history_survives_closing_and_opening(store: Store, tmp_path: Path) -> None:
    put(store, score(OLD, 1.0))
    put(store, score(OLD, 2.0, "change"))
    entries, checksum = store.entries(), store.checksum()
    store.close()
    again = Store.open(settings_in(tmp_path / "data"))
    assert (again.entries(), again.checksum(), again.repairs) == (entries, checksum, ())
    again.close()


def test_the_database_holds_every_line_of_the_journal_as_it_was_written(store: Store) -> None:
    put(store, score(OLD, 1.0))
    store.undo(1, ACTOR, "nhầm")
    with store.parts.gateway.cursor() as cursor:
        lines = cursor.execute("SELECT line FROM applied ORDER BY seq").fetchall()
    assert [line.encode().rstrip(b"\n") for (line,) in lines] == store.parts.journal.read_again()


def test_checksum_tells_apart_what_may_be_told_apart(store: Store) -> None:
    seen = {store.checksum()}
    for row in (
        score(OLD, 1.0),
        score(OLD, 1.000000001, "change"),
        score(OLD, 1.000000001, "change", note=""),
        score(OLD, 1.000000001, "change", note="-"),
        score(OLD, 1.000000001, "change", source="-"),
        score(OLD, 1.000000001, "change", row_no=3),
    ):
        put(store, row)
        seen.add(store.checksum())
    assert len(seen) == 7


def test_checksum_ignores_the_order_of_rows(tmp_path: Path) -> None:
    sums = []
    for name, rows in (("a", [score(OLD, 1.0), score(OTHER, 2.0)]), ("b", [score(OTHER, 2.0), score(OLD, 1.0)])):
        store = Store.open(settings_in(tmp_path / name))
        put(store, *rows)
        sums.append(store.checksum())
        store.close()
    assert sums[0] == sums[1]


def test_the_snapshot_is_of_one_version_and_belongs_to_the_caller(store: Store) -> None:
    put(store, {"op": "add", "entity_id": OLD, "entity_type": "province", "name": "Quảng Trị"}, kind=ENTITIES)
    put(store, {"op": "add", "source": "papi.org.vn"}, kind=SOURCES)
    first = store.snapshot()
    assert (first.version, first.known_sources) == (2, frozenset({"papi.org.vn"}))
    first.entities.loc[0, "name"] = "sửa"
    assert store.snapshot().entities["name"].to_list() == ["Quảng Trị"]
    put(store, {"op": "add", "entity_id": OTHER, "entity_type": "province", "name": "Quảng Bình"}, kind=ENTITIES)
    assert len(store.snapshot().entities) == 2
    assert len(first.entities) == 1


def test_every_kind_goes_through_the_same_path(store: Store) -> None:
    target = {"entity_id": OLD, "index_code": "PAPI", "node_code": "TOTAL", "period_id": "2025", "target_kind": "value"}
    node = {"index_code": "PAPI", "framework_id": "PAPI 2021", "node_code": "D1", "year_from": 2021, "survey": True}
    put(store, {"op": "add", **target, "value": 45.5}, kind=TARGETS, action=Action.EDIT)
    put(store, {"op": "add", **node, "max_score": 10.0}, kind=FRAMEWORKS)
    put(store, {"op": "change", **target, "value": 46.0}, kind=TARGETS)
    store.undo(3, ACTOR, "")
    assert store.facts(TARGETS)["value"].to_list() == [45.5]
    assert store.facts(FRAMEWORKS)[["year_from", "max_score", "survey"]].iloc[0].to_list() == [2021, 10.0, True]
