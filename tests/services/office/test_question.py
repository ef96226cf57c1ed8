"""What an answer is asked about, and the rows that hold it."""

from cchc_metrics.services.office.question import Question, where


def test_one_text_stands_for_the_one_value_it_is() -> None:
    assert where(index_code="PAPI", period_id=("2023", "2024")) == {
        "index_code": ["PAPI"],
        "period_id": ("2023", "2024"),
    }


def test_a_question_asks_for_the_total_as_published() -> None:
    assert Question("PAPI", "2024").where() == {
        "index_code": ["PAPI"],
        "period_id": ["2024"],
        "node_code": ["TOTAL"],
        "score_kind": ["published"],
    }


def test_what_is_asked_further_replaces_its_own() -> None:
    asked = Question("PAPI", "2024", "D5").where(period_id=["2023", "2024"], entity_id="P63-45")
    assert (asked["period_id"], asked["entity_id"], asked["node_code"]) == (["2023", "2024"], ["P63-45"], ["D5"])
