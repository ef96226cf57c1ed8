"""What each part lacks to a level."""

from typing import Any

import pandas as pd
import pytest

from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.schema import TARGETS, TOTAL
from cchc_metrics.services.indices.lost import LostFilters, lost
from cchc_metrics.services.indices.way import TARGET, WayToLevel, way
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.storing import storing

US = "P63-45"


def to_targets(office: Office, **targets: float) -> WayToLevel:
    """The way of PAPI 2024 to these targets, by criterion."""
    shared: dict[str, Any] = {"entity_id": US, "index_code": "PAPI", "period_id": "2024", "target_kind": "value"}
    shared |= {"legal_basis": "Kế hoạch 1", "source": None, "note": None}
    rows = [shared | {"node_code": code, "value": value} for code, value in targets.items()]
    storing.edit(office, LOCAL_OPERATOR, TARGETS, pd.DataFrame(rows), "thử")
    desk = Desk.at(office, LOCAL_OPERATOR)
    return way(desk, lost(desk, LostFilters("PAPI", "2024", US, against=TARGET)))


def test_a_part_above_its_own_target_lacks_nothing_and_takes_nothing_from_the_others(stocked: Office) -> None:
    # D7 stands at about 3.7 and D8 at about 3.5 of 10: the one target is passed already, the other half a point away.
    found = to_targets(stocked, D7=1.0, D8=4.0, **{TOTAL: 46.0})
    steps = found.steps.set_index("key")
    assert steps.loc["D7", "gain"] == 0.0
    assert steps.loc["D7", "value"] > steps.loc["D7", "level"] == 1.0
    assert steps.loc["D8", "gain"] == pytest.approx(4.0 - steps.loc["D8", "value"], abs=1e-9)
    assert steps["gain"].drop(["D7", "D8"]).isna().all()
    assert found.level == 46.0 and found.rest is not None
    ours = 46.0 - found.rest - steps.loc["D8", "gain"]
    assert ours == pytest.approx(44.747306, abs=1e-4)


def test_without_a_target_for_the_whole_the_level_is_where_the_known_steps_lead(stocked: Office) -> None:
    found = to_targets(stocked, D7=1.0, D8=4.0)
    assert found.level == pytest.approx(44.7473 + found.steps["gain"].sum(), abs=1e-3)
    assert found.rest == pytest.approx(0.0, abs=1e-9)
