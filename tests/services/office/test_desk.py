"""What is answered once is shared by all who ask, and is never an answer of another moment, asker or language."""

from dataclasses import replace

import pytest

from cchc_metrics import labels
from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.schema import SCORES
from cchc_metrics.services.indices.standing import standing
from cchc_metrics.services.office.desk import Desk, once
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.office.question import Question
from cchc_metrics.storage import Store
from tests.services.office.test_two_clocks import corrected

D1 = {"index_code": ["PAPI"], "period_id": ["2024"], "node_code": ["D1"], "entity_id": ["P63-45"]}
asked: list[str] = []


@once
def question(desk: Desk, name: str, *, more: int = 0) -> object:
    asked.append(name)
    return object()


@pytest.fixture(autouse=True)
def nobody_asked_yet() -> None:
    asked.clear()


def test_facts_are_read_once_and_each_who_asks_has_a_frame_of_their_own(
    stocked: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, read, reads = Desk.at(stocked, LOCAL_OPERATOR), Store.facts, []
    monkeypatch.setattr(Store, "facts", lambda self, *told, **named: reads.append(1) or read(self, *told, **named))
    for provenance in (True, False):
        first = desk.facts(SCORES, D1, provenance=provenance)
        first["value"] = 0.0
        first.loc[0, "source"] = "scribbled"
        second = desk.facts(SCORES, D1, provenance=provenance)
        # Where each came from is asked of the store, and once; the rest is in memory.
        assert (second["value"].iloc[0], len(reads)) == (5.480993, 1)
        assert second["source"].iloc[0] != "scribbled"


def test_a_desk_reads_what_was_stored_since_it_was_set(stocked: Office) -> None:
    desk = Desk.at(stocked, LOCAL_OPERATOR)
    before = desk.facts(SCORES, D1)["value"].iloc[0], standing(desk, Question("PAPI", "2024", "D1")).row("P63-45")
    corrected(stocked)
    assert (before[0], desk.facts(SCORES, D1)["value"].iloc[0]) == (5.480993, 9.5)
    after = standing(desk, Question("PAPI", "2024", "D1")).row("P63-45")
    assert before[1] is not None and after is not None
    assert (before[1]["value"], after["value"]) == (5.480993, 9.5)


def test_one_answer_for_the_same_question(stocked: Office) -> None:
    here, beside = Desk.at(stocked, LOCAL_OPERATOR), Desk.at(stocked, LOCAL_OPERATOR)
    assert question(here, "a") is question(beside, "a")
    assert question(here, "a", more=1) is not question(here, "a")
    assert asked == ["a", "a"]


def test_another_asker_or_language_has_an_answer_of_its_own(stocked: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    own = question(Desk.at(stocked, LOCAL_OPERATOR), "b")
    assert question(Desk.at(stocked, replace(LOCAL_OPERATOR, id="other")), "b") is not own
    monkeypatch.setattr(labels, "LANGUAGES", {**labels.LANGUAGES, "en": labels.texts()})
    labels.speak("en")
    try:
        assert question(Desk.at(stocked, LOCAL_OPERATOR), "b") is not own
    finally:
        labels.speak("vi")
