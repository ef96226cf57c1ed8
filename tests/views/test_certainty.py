"""How sure a rank is, on the shipped facts and with standard errors."""

import pandas as pd

from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.schema import STANDARD_ERRORS
from cchc_metrics.services.indices.certainty import certainty
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.storing import storing
from cchc_metrics.views.certainty import certainty as view_of

OURS = "P63-45"


def test_every_rank_lies_in_its_own_span_and_runs_equal_each_other(shipped: Desk) -> None:
    found, again = (certainty(shipped, "PAPI", "TOTAL", "2024", OURS) for _ in range(2))
    sets = found.sets
    assert len(sets) == 61
    assert found.parts == 8
    assert ((sets["rank_low"] <= sets["rank"]) & (sets["rank"] <= sets["rank_high"])).all()
    pd.testing.assert_frame_equal(sets, again.sets)


def test_the_nearest_neighbours_are_not_told_apart_and_far_ones_are(shipped: Desk) -> None:
    sets = certainty(shipped, "PAPI", "TOTAL", "2024", OURS).sets.set_index("entity_id")
    assert bool(sets.loc[OURS, "alike"])
    assert not bool(sets["alike"].iloc[2])


def test_a_rank_is_told_with_each_part_left_out(shipped: Desk) -> None:
    without = certainty(shipped, "PAPI", "TOTAL", "2024", OURS).without
    assert without["node_code"].tolist() == [f"D{number}" for number in range(1, 9)]
    view = view_of(shipped, "PAPI", "TOTAL", "2024", OURS)
    assert "hạng 14/61" in view.finding
    assert "Bỏ từng nội dung một" in view.finding
    assert "Đây không phải sai số khảo sát" in " ".join(view.rules)


def test_ranks_are_withheld_below_the_coverage_with_the_reason(shipped: Desk) -> None:
    view = view_of(shipped, "PAR INDEX", "TOTAL", "2023", OURS)
    assert view.figure is None
    assert "Chưa xếp hạng: mới có" in view.finding
    assert "ít hơn 90% số tỉnh" in view.finding


def test_a_province_without_a_score_is_told_so(shipped: Desk) -> None:
    view = view_of(shipped, "PAPI", "TOTAL", "2024", "P63-82")
    assert "không có điểm ở kỳ này" in view.finding
    assert view.table is not None


def test_standard_errors_take_the_place_of_the_sensitivity(stocked: Office) -> None:
    desk = Desk.at(stocked, LOCAL_OPERATOR)
    ranked = certainty(desk, "PAPI", "TOTAL", "2024", OURS).sets["entity_id"]
    facts = pd.DataFrame(
        {
            "entity_id": ranked.astype("str"),
            "index_code": "PAPI",
            "node_code": "TOTAL",
            "period_id": "2024",
            "value": 0.4,
            "source": pd.Series([None] * len(ranked), dtype="str"),
            "note": pd.Series([None] * len(ranked), dtype="str"),
        }
    )
    storing.edit(desk.office, LOCAL_OPERATOR, STANDARD_ERRORS, facts, "thử")
    later = Desk.at(stocked, LOCAL_OPERATOR)
    found = certainty(later, "PAPI", "TOTAL", "2024", OURS)
    assert found.by_error
    own = found.sets.set_index("entity_id").loc[OURS]
    assert own["rank_low"] < 14 < own["rank_high"]
    view = view_of(later, "PAPI", "TOTAL", "2024", OURS)
    assert "độ tin cậy 95%" in view.finding
    assert "Bonferroni cho 60 phép so" in " ".join(view.rules)
