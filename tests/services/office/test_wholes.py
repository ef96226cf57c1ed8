"""What is picked out of a wider answer is what the store would have answered."""

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.schema import BREAKS, ENTITIES, INDICES, SCORES, STANDARD_ERRORS, TARGETS, Kind
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.storing import storing
from tests.reporting_office import at, keep

ASKED_OF: list[tuple[Kind, tuple[str, ...]]] = [
    (ENTITIES, ("entity_type", "era", "successor_id")),
    (BREAKS, ("index_code", "node_code")),
    (INDICES, ("index_code", "judge")),
    (TARGETS, ("entity_id", "target_kind")),
    (STANDARD_ERRORS, ("index_code", "period_id")),
    (SCORES, ("entity_id", "period_id")),
]
CRITERION = {"index_code": ["PAPI"], "node_code": ["TOTAL"], "score_kind": ["published"]}


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_every_condition_finds_what_the_store_finds(shipped_office: Office, data: st.DataObject) -> None:
    kind, columns = data.draw(st.sampled_from(ASKED_OF), label="kind")
    held = shipped_office.store.facts(kind, CRITERION if kind is SCORES else None)
    where: dict[str, list[object]] = {**CRITERION} if kind is SCORES else {}
    for column in columns:
        values = [None if pd.isna(value) else value for value in held[column].unique()] or ["không có"]
        if kind is SCORES or data.draw(st.booleans(), label=column):
            where[column] = data.draw(st.lists(st.sampled_from(values), unique=True, max_size=9), label=column)
    found, provenance = at(shipped_office).facts(kind, where), data.draw(st.booleans())
    pd.testing.assert_frame_equal(found, shipped_office.store.facts(kind, where))
    if provenance:
        expected = shipped_office.store.facts(kind, where, provenance=True)
        pd.testing.assert_frame_equal(at(shipped_office).facts(kind, where, provenance=True), expected)


def test_a_fact_that_changes_is_seen_at_once_and_taken_back_at_once(own: Office) -> None:
    which = {"entity_id": ["P63-45"], "index_code": ["PAPI"], "period_id": ["2031"]}
    assert at(own).facts(TARGETS, which).empty
    row = {"entity_id": "P63-45", "index_code": "PAPI", "node_code": "TOTAL", "period_id": "2031"}
    keep(own, TARGETS, [{**row, "target_kind": "value", "value": 46.0, "legal_basis": "QĐ"}])
    assert at(own).facts(TARGETS, which)["value"].tolist() == [46.0]
    storing.undo(own, LOCAL_OPERATOR, own.version, "thử")
    assert at(own).facts(TARGETS, which).empty
