"""Undo, conflicts, and several people at once."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event, Thread

import pytest

from cchc_metrics.errors import ConflictError
from cchc_metrics.model import Action
from cchc_metrics.schema import SCORES
from cchc_metrics.storage import Store
from tests.storage.builders import ACTOR, plan_of, put, score, settings_in, values_by_entity

pytestmark = pytest.mark.usefixtures("few_kinds")

OLD, OTHER, THIRD = "P63-45", "P63-44", "P63-46"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.open(settings_in(tmp_path / "data"))
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (score(OLD, 2.0), "đã có số liệu"),
        (score(OTHER, 2.0, "change"), "không còn số liệu"),
        (score(OTHER, 2.0, "remove"), "không còn số liệu"),
    ],
)
def test_an_op_that_does_not_fit_the_facts_stores_nothing(store: Store, row: dict[str, object], said: str) -> None:
    put(store, score(OLD, 1.0))
    before = store.checksum()
    with pytest.raises(ConflictError, match=said):
        put(store, row, score(THIRD, 5.0))
    assert (store.checksum(), store.version, store.count(SCORES)) == (before, 1, 1)


@pytest.mark.parametrize("op", ["add", "change"])
def test_no_grain_may_stand_twice(store: Store, op: str) -> None:
    put(store, score(OTHER, 1.0))
    entity = OLD if op == "add" else OTHER
    with pytest.raises(ConflictError, match=f"hai lần: {entity}"):
        put(store, score(entity, 2.0, op), score(entity, 3.0, op))
    assert values_by_entity(store) == {OTHER: 1.0}


def test_the_same_plan_twice_is_stored_once(store: Store) -> None:
    plan = plan_of(store, [score(OLD, 1.0)])
    first = store.commit(plan, ACTOR, "lần đầu")
    assert store.commit(plan, ACTOR, "bấm lại") == first
    assert store.version == 1


def test_a_plan_made_before_an_unrelated_commit_still_holds(store: Store) -> None:
    put(store, score(OLD, 1.0), score(OTHER, 2.0))
    plan = plan_of(store, [score(OLD, 1.5, "change"), score(THIRD, 3.0)])
    put(store, score(OTHER, 2.5, "change"))
    store.commit(plan, ACTOR, "")
    assert values_by_entity(store) == {OLD: 1.5, OTHER: 2.5, THIRD: 3.0}


@pytest.mark.parametrize(
    "meanwhile",
    [score(OLD, 9.0, "change"), score(OLD, None, "remove"), score(THIRD, 9.0)],
    ids=["changed", "removed", "added"],
)
def test_a_plan_is_refused_when_its_cells_moved_meanwhile(store: Store, meanwhile: dict[str, object]) -> None:
    put(store, score(OLD, 1.0))
    plan = plan_of(store, [score(OLD, 1.5, "change"), score(THIRD, 3.0)])
    put(store, meanwhile)
    with pytest.raises(ConflictError, match=f"{meanwhile['entity_id']} · PAPI · TOTAL · 2024 · published"):
        store.commit(plan, ACTOR, "")
    assert store.version == 2


def test_a_conflict_names_at_most_twenty_cells(store: Store) -> None:
    put(store, *[score(f"X{place:02d}", 1.0) for place in range(30)])
    with pytest.raises(ConflictError) as refused:
        put(store, *[score(f"X{place:02d}", 2.0) for place in range(30)])
    assert str(refused.value).count("PAPI · TOTAL") == 20
    assert "và các ô khác" in str(refused.value)


def test_undo_restores_the_facts_and_their_provenance(store: Store) -> None:
    put(store, score(OLD, 1.0, row_no=7), score(OTHER, 2.0))
    before = store.checksum()
    put(store, score(OLD, 1.5, "change"), score(OTHER, None, "remove"), score(THIRD, 3.0))
    entry = store.undo(2, ACTOR, "nhầm tệp")
    assert (entry.action, entry.undoes, entry.seq, entry.note) == (Action.UNDO, 2, 3, "nhầm tệp")
    assert store.checksum() == before
    row = store.facts(SCORES, {"entity_id": [OLD]}, provenance=True).iloc[0]
    assert [row[name] for name in ("upload_seq", "row_no", "seq_from")] == [1, 7, 3]
    assert values_by_entity(store) == {OLD: 1.0, OTHER: 2.0}


def test_undoing_an_undo_does_it_again(store: Store) -> None:
    put(store, score(OLD, 1.0), score(OTHER, 2.0))
    put(store, score(OLD, 1.5, "change"), score(OTHER, None, "remove"), score(THIRD, 3.0))
    after = store.checksum()
    store.undo(2, ACTOR, "")
    store.undo(3, ACTOR, "")
    assert store.checksum() == after
    assert store.undone() == {3}
    store.undo(2, ACTOR, "")
    assert values_by_entity(store) == {OLD: 1.0, OTHER: 2.0}


def test_undoing_step_by_step_goes_back_to_the_beginning(store: Store) -> None:
    empty = store.checksum()
    put(store, score(OLD, 1.0))
    put(store, score(OLD, 2.0, "change"))
    put(store, score(OLD, 3.0, "change"))
    for seq in (3, 2, 1):
        store.undo(seq, ACTOR, "")
    assert store.checksum() == empty
    assert store.version == 6


def test_undo_is_refused_when_a_later_entry_changed_the_cell(store: Store) -> None:
    put(store, score(OLD, 1.0), score(OTHER, 2.0))
    put(store, score(OLD, 2.0, "change"))
    with pytest.raises(ConflictError, match=f"thay đổi: {OLD} · PAPI"):
        store.undo(1, ACTOR, "")
    assert store.version == 2


def test_undo_is_refused_when_a_removed_fact_exists_again(store: Store) -> None:
    put(store, score(OLD, 1.0))
    put(store, score(OLD, None, "remove"))
    put(store, score(OLD, 1.0))
    with pytest.raises(ConflictError, match=OLD):
        store.undo(2, ACTOR, "")


def test_undo_is_refused_when_another_upload_wrote_the_same_number(store: Store) -> None:
    put(store, score(OLD, 1.0))
    put(store, score(OLD, None, "remove"))
    put(store, score(OLD, 1.0))
    with pytest.raises(ConflictError, match=OLD):
        store.undo(1, ACTOR, "")


def test_the_same_entry_is_not_undone_twice(store: Store) -> None:
    put(store, score(OLD, 1.0))
    store.undo(1, ACTOR, "")
    with pytest.raises(ConflictError, match="đã được hoàn tác"):
        store.undo(1, ACTOR, "")


def test_readers_see_whole_versions_while_one_commits(store: Store) -> None:
    cells = [f"X{place:03d}" for place in range(200)]
    put(store, *[score(cell, 1.0) for cell in cells])
    done, seen, faults = Event(), set[float](), list[object]()

    def read() -> None:
        while not done.is_set():
            frame = store.facts(SCORES)
            values = set(frame["value"])
            seen.update(values)
            if len(frame) != len(cells) or len(values) != 1 or list(frame["entity_id"]) != cells:
                faults.append(frame)

    threads = [Thread(target=read) for _ in range(3)]
    for thread in threads:
        thread.start()
    for step in range(2, 12):
        put(store, *[score(cell, float(step), "change") for cell in cells])
    done.set()
    for thread in threads:
        thread.join()
    assert not faults
    assert len(seen) > 1


def test_writers_take_turns(store: Store) -> None:
    plans = [plan_of(store, [score(f"X{place}", float(place))]) for place in range(8)]
    threads = [Thread(target=store.commit, args=(plan, ACTOR, "")) for plan in plans]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert store.version == 8
    assert values_by_entity(store) == {f"X{place}": float(place) for place in range(8)}
