"""What is kept in memory answers as the store does, whatever was stored meanwhile."""

from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.schema import SCORES, SIGHTINGS, TARGETS, TOTAL, Kind
from cchc_metrics.services.office import compared
from cchc_metrics.services.office.compared import kept_facts
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.storing import storing

ENTITIES = ["P63-45", "P63-44", "P63-01", "VN", "P34-44"]
VALUES = {
    "node_code": [TOTAL, "D1", "S11", "D8", "none"],
    "period_id": ["2011", "2021", "2024", "2024-Q1"],
    "score_kind": ["published", "published_pct", "self"],
    "state": ["value", "na", "missing"],
}


def asked(office: Office, kind: Kind, where: dict[str, Any], columns: tuple[str, ...] = ()) -> pd.DataFrame:
    found = kept_facts(office, kind, where, columns, Desk.at(office, LOCAL_OPERATOR).catalogue)
    assert found is not None
    return found


@settings(max_examples=60)
@given(
    index=st.sampled_from(["PAPI", "SIPAS", "PAR INDEX", "none"]),
    entities=st.lists(st.sampled_from(ENTITIES), min_size=1, unique=True),
    more=st.dictionaries(st.sampled_from(sorted(VALUES)), st.integers(1, 15)),
    columns=st.sampled_from([(), ("entity_id", "value"), ("source", "period_id", "published_rank")]),
)
def test_scores_are_those_of_the_store(
    shipped_office: Office, index: str, entities: list[str], more: dict[str, int], columns: tuple[str, ...]
) -> None:
    chosen = {name: [one for at, one in enumerate(VALUES[name]) if mask >> at & 1] for name, mask in more.items()}
    where = {"index_code": [index], "entity_id": entities, **chosen}
    mine = asked(shipped_office, SCORES, where, columns)
    pd.testing.assert_frame_equal(mine, shipped_office.store.facts(SCORES, where, columns=columns))


@pytest.mark.parametrize("kind", [TARGETS, SIGHTINGS])
def test_other_kinds_are_those_of_the_store(own: Office, kind: Kind) -> None:
    if kind is TARGETS:
        row = {"entity_id": "P34-44", "index_code": "PAPI", "node_code": TOTAL, "period_id": "2026"}
        facts = pd.DataFrame(
            [{**row, "target_kind": "value", "value": 45.5}, {**row, "target_kind": "rank", "value": 9.0}]
        )
        storing.edit(own, LOCAL_OPERATOR, TARGETS, facts, "thử")
    index = "PAPI" if kind is TARGETS else "PAR INDEX"
    for where in ({"index_code": [index]}, {"index_code": [index], "entity_id": ["P34-44", "P63-45"]}):
        held = own.store.facts(kind, where)
        pd.testing.assert_frame_equal(asked(own, kind, where), held)
    assert len(own.store.facts(kind, {"index_code": [index]}))


def test_what_is_stored_changed_and_taken_back_is_seen(own: Office) -> None:
    where = {"index_code": ["PAPI"], "entity_id": ["P63-45", "P63-44", "P63-01"]}
    before = asked(own, SCORES, where)

    def same() -> pd.DataFrame:
        mine = asked(own, SCORES, where)
        pd.testing.assert_frame_equal(mine, own.store.facts(SCORES, where))
        return mine

    some = own.store.facts(SCORES, {**where, "period_id": ["2024"], "node_code": [TOTAL, "D1"]})
    storing.edit(own, LOCAL_OPERATOR, SCORES, some.assign(score_kind="self"), "thêm")
    assert len(same()) == len(before) + len(some)
    storing.edit(own, LOCAL_OPERATOR, SCORES, some.assign(value=1.25), "đổi")
    changed = own.version
    assert (same()["value"] == 1.25).sum() == len(some)
    stored = own.store.facts(SCORES, {**where, "period_id": ["2021"]}, provenance=True).head(5)
    storing.remove(own, LOCAL_OPERATOR, SCORES, stored, "bỏ")
    assert len(same()) == len(before) + len(some) - 5
    storing.undo(own, LOCAL_OPERATOR, own.version, "thôi")
    storing.undo(own, LOCAL_OPERATOR, changed, "thôi")
    assert len(same()) == len(before) + len(some)


def test_an_entry_about_other_things_reads_nothing_anew(own: Office) -> None:
    where = {"index_code": ["PAPI"], "entity_id": ["P63-45"]}
    asked(own, SCORES, where)
    key = (SCORES.name, "PAPI")
    table = compared._shelf_of(own).kept[key].table
    own.store.remove_original(2, LOCAL_OPERATOR, "thử")
    asked(own, SCORES, where)
    assert compared._shelf_of(own).kept[key].table is table


@pytest.mark.parametrize(
    "where",
    [
        {"index_code": ["PAPI"]},
        {"index_code": ["PAPI", "SIPAS"], "entity_id": ["P63-45"]},
        {"index_code": ["PAPI"], "entity_id": ["P63-45", "D-SNV"]},
        {"entity_id": ["P63-45"]},
        {"index_code": ["PAPI"], "entity_id": ["P63-45"], "value": [1.0]},
    ],
)
def test_what_goes_beyond_is_left_to_the_store(shipped: Desk, where: dict[str, Any]) -> None:
    assert kept_facts(shipped.office, SCORES, where, (), shipped.catalogue) is None
    assert len(shipped.facts(SCORES, where)) == len(shipped.office.store.facts(SCORES, where))


def test_an_index_of_too_many_scores_stays_in_the_store(own: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compared, "_MOST", 100)
    desk = Desk.at(own, LOCAL_OPERATOR)
    where = {"index_code": ["PAPI"], "entity_id": ["P63-45"]}
    assert desk.catalogue.most_scores("PAPI") >= len(own.store.facts(SCORES, {"index_code": ["PAPI"]}))
    assert kept_facts(own, SCORES, where, (), desk.catalogue) is None
