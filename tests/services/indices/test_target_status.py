"""Each sort of target by its own rule, on published scores."""

from typing import Any

import pytest

from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.services.indices.standing import standing
from cchc_metrics.services.indices.target_status import Why, target_status
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.office.question import Question

QUANG_TRI = "P63-45"


@pytest.fixture(scope="module")
def desk(shipped_office: Office) -> Desk:
    return Desk.at(shipped_office, LOCAL_OPERATOR)


def target(kind: str, value: float | None, **parts: Any) -> dict[str, Any]:
    key = {"entity_id": QUANG_TRI, "index_code": "PAPI", "node_code": "TOTAL", "period_id": "2024"}
    rest = {"comparison": None, "group_name": None, "base_period": None}
    return {**key, **rest, "target_kind": kind, "value": value, **parts}


def met(desk: Desk, kind: str, value: float | None, **parts: Any) -> bool | None:
    return target_status(desk, target(kind, value, **parts)).met


def test_a_score_reaches_its_target_at_it_and_passes_a_bound_above_it(desk: Desk) -> None:
    row = standing(desk, Question("PAPI", "2024")).row(QUANG_TRI)
    assert row is not None
    reached = float(row["value"])
    assert met(desk, "value", reached) is True and met(desk, "value", reached, comparison=">=") is True
    assert met(desk, "value", reached, comparison=">") is False
    assert met(desk, "value", reached - 1e-9, comparison=">") is True
    assert met(desk, "value", reached + 1e-9) is False


def test_a_rank_is_reached_from_its_place_up(desk: Desk) -> None:
    row = standing(desk, Question("PAPI", "2024")).row(QUANG_TRI)
    assert row is not None
    rank = int(row["rank"])
    assert met(desk, "rank", rank) is True and met(desk, "rank", rank - 1) is False


def test_a_group_is_reached_from_that_group_up(desk: Desk) -> None:
    row = standing(desk, Question("PAPI", "2024")).row(QUANG_TRI)
    assert row is not None
    names = ("Cao nhất", "Trung bình cao", "Trung bình thấp", "Thấp nhất")
    found = [met(desk, "group", None, group_name=name) for name in names]
    assert found == [place >= int(row["quartile"]) for place in range(1, 5)]
    assert target_status(desk, target("group", None, group_name="A")).why is Why.NO_GROUPS


def test_places_gained_count_from_the_base_year(desk: Desk) -> None:
    now, then = (standing(desk, Question("PAPI", year)).row(QUANG_TRI) for year in ("2024", "2023"))
    assert now is not None and then is not None
    places = int(then["rank"]) - int(now["rank"])
    status = target_status(desk, target("rank_change", places, base_period="2023"))
    assert status.met is True and status.reached == places
    assert met(desk, "rank_change", places + 1, base_period="2023") is False
    gained = float(now["value"]) - float(then["value"])
    assert met(desk, "change", round(gained, 9), base_period="2023") is True


def test_what_cannot_be_known_is_said_and_not_counted_as_missed(desk: Desk) -> None:
    assert target_status(desk, target("value", 45, period_id="2026")).why is Why.NO_RESULT
    assert target_status(desk, target("change", 1, base_period="2010")).why is Why.NO_BASE
    assert target_status(desk, target("change", 1, base_period="2016")).why is Why.BROKEN
