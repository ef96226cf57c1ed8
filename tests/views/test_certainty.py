"""How sure a rank is, and a change, on the shipped facts and with standard errors."""

import pandas as pd
import pytest

from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.schema import STANDARD_ERRORS
from cchc_metrics.services.indices.certainty import certainty
from cchc_metrics.services.indices.noise import Basis, noise_of, swing
from cchc_metrics.services.indices.series import series
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.office.question import Question
from cchc_metrics.services.storing import storing
from cchc_metrics.views.certainty import certainty as view_of
from cchc_metrics.views.trend.words import HiddenByNoise, finding, parts_finding

OURS = "P63-45"
PARTS = [f"D{number}" for number in range(1, 9)]


def test_every_rank_lies_in_its_own_spans_and_runs_equal_each_other(shipped: Desk) -> None:
    found, again = (certainty(shipped, Question("PAPI", "2024"), OURS) for _ in range(2))
    sets = found.sets
    assert len(sets) == 61
    for kind in ("rank", "next", "sure"):
        assert ((sets[f"{kind}_low"] <= sets["rank"]) & (sets["rank"] <= sets[f"{kind}_high"])).all()
    pd.testing.assert_frame_equal(sets, again.sets)


def test_the_next_survey_moves_a_rank_further_than_the_true_one_lies_away(shipped: Desk) -> None:
    sets = certainty(shipped, Question("PAPI", "2024"), OURS).sets
    widths = {kind: (sets[f"{kind}_high"] - sets[f"{kind}_low"]).mean() for kind in ("rank", "next", "sure")}
    assert widths["rank"] < widths["next"] < widths["sure"]


def test_the_declared_noise_is_about_one_point_and_not_a_percent_of_each_part(shipped: Desk) -> None:
    """A hundredth of every part up or down made a deviation of 0.09 on the total: a twelfth of what years show."""
    noise = noise_of(shipped, Question("PAPI", "2024"), [OURS])
    assert noise is not None
    assert noise.basis is Basis.PANEL
    assert noise.of(OURS) == pytest.approx(1.0, abs=0.1)
    own = certainty(shipped, Question("PAPI", "2024"), OURS).sets.set_index("entity_id").loc[OURS]
    assert own["rank_low"] <= 8
    assert own["rank_high"] >= 25


@pytest.mark.parametrize(
    ("part", "low", "high"),
    [
        *(("D1", 0.15, 0.23), ("D2", 0.23, 0.29), ("D3", 0.12, 0.15), ("D4", 0.26, 0.31)),
        *(("D5", 0.14, 0.17), ("D6", 0.20, 0.26), ("D7", 0.11, 0.16), ("D8", 0.14, 0.17)),
    ],
)
def test_the_declared_noise_of_the_parts(shipped: Desk, part: str, low: float, high: float) -> None:
    noise = noise_of(shipped, Question("PAPI", "2024", part), [OURS])
    assert noise is not None
    assert low <= (noise.of(OURS) or 0) <= high


def test_near_neighbours_are_not_told_apart_and_the_ends_are(shipped: Desk) -> None:
    sets = certainty(shipped, Question("PAPI", "2024"), OURS).sets.set_index("entity_id")
    assert bool(sets.loc[OURS, "alike"])
    assert int(sets["rank_high"].iloc[0]) < int(sets["rank_low"].iloc[-1])


def test_the_panel_says_where_the_noise_is_from_that_it_is_a_bound_and_what_many_spans_mean(shipped: Desk) -> None:
    without = certainty(shipped, Question("PAPI", "2024"), OURS).without
    assert without["node_code"].tolist() == PARTS
    view = view_of(shipped, Question("PAPI", "2024"), OURS)
    assert "hạng 14/61" in view.finding
    assert "Bỏ từng nội dung một" in view.finding
    assert "độ tin cậy 90%" in view.finding
    rules = " ".join(view.rules)
    assert "cận trên của sai số khảo sát" in rules
    assert "không phải sai số khảo sát" in rules
    assert "trong 61 khoảng có thể có khoảng 6 khoảng không chứa hạng thật" in rules
    assert "so cùng lúc với cả 60 tỉnh khác" in rules
    assert "±1%" not in rules + view.finding


def test_ranks_are_withheld_below_the_coverage_with_the_reason(shipped: Desk) -> None:
    view = view_of(shipped, Question("PAR INDEX", "2023"), OURS)
    assert view.figure is None
    assert "Chưa xếp hạng: mới có" in view.finding
    assert "ít hơn 90% số tỉnh" in view.finding


def test_a_province_without_a_score_is_told_so(shipped: Desk) -> None:
    view = view_of(shipped, Question("PAPI", "2024"), "P63-82")
    assert "không có điểm ở kỳ này" in view.finding
    assert view.table is not None


def test_a_change_inside_the_noise_is_called_so(shipped: Desk) -> None:
    found = series(shipped, "PAPI", [OURS], "TOTAL")
    said = finding(found, "điểm", [OURS], HiddenByNoise(shipped))
    assert "+1,98 điểm so với năm 2023, không đáng kể (dao động giữa hai lần đo thường tới ±2," in said
    assert "tăng 1,98" not in said


def test_parts_whose_change_is_noise_are_counted_apart(shipped: Desk) -> None:
    found = {part: series(shipped, "PAPI", [OURS], part) for part in PARTS}
    said = parts_finding(found, OURS, HiddenByNoise(shipped))
    assert "nội dung thay đổi không đáng kể" in said


def test_a_survey_without_a_panel_takes_its_noise_from_the_sample(shipped: Desk) -> None:
    noise = noise_of(shipped, Question("SIPAS", "2023"), [OURS])
    assert noise is not None
    assert noise.basis is Basis.SAMPLE
    assert noise.respondents == 39_700 // 63
    # 79.46 % of 630 forms, design effect 2.
    assert noise.of(OURS) == pytest.approx((2 * 79.46 * 20.54 / 630) ** 0.5, abs=1e-6)
    known = swing(shipped, "SIPAS", "TOTAL", ("2022", "2023"), OURS)
    assert known is not None
    assert known.hides(79.46 - 76.43)


def test_nothing_is_claimed_of_an_index_whose_noise_nobody_knows(shipped: Desk) -> None:
    assert noise_of(shipped, Question("PAR INDEX", "2023"), [OURS]) is None
    assert swing(shipped, "PAR INDEX", "TOTAL", ("2022", "2023"), OURS) is None


def test_one_row_for_the_country_declares_another_noise_for_every_province(stocked: Office) -> None:
    desk = Desk.at(stocked, LOCAL_OPERATOR)
    before = swing(desk, "PAPI", "D1", ("2023", "2024"), "P63-01")
    declared = {"entity_id": "VN", "index_code": "PAPI", "node_code": "D1", "value": 0.15}
    own = declared | {"entity_id": OURS, "value": 0.3}
    facts = pd.DataFrame([row | {"period_id": year} for row in (declared, own) for year in ("2023", "2024")])
    storing.edit(stocked, LOCAL_OPERATOR, STANDARD_ERRORS, facts, "theo lần kiểm tra độc lập")
    later = Desk.at(stocked, LOCAL_OPERATOR)
    after = swing(later, "PAPI", "D1", ("2023", "2024"), "P63-01")
    assert before is not None and before.basis is Basis.PANEL
    assert after is not None and after.basis is Basis.ERROR
    assert after.least == pytest.approx(1.645 * 0.15 * 2**0.5, rel=1e-3)
    assert after.least < before.least
    ours = swing(later, "PAPI", "D1", ("2023", "2024"), OURS)
    assert ours is not None and ours.least == pytest.approx(2 * after.least, rel=1e-6)


def test_standard_errors_take_the_place_of_the_declared_noise(stocked: Office) -> None:
    desk = Desk.at(stocked, LOCAL_OPERATOR)
    ranked = certainty(desk, Question("PAPI", "2024"), OURS).sets["entity_id"]
    facts = pd.DataFrame(
        {
            "entity_id": ranked.astype("str"),
            "index_code": "PAPI",
            "node_code": "TOTAL",
            "period_id": "2024",
            "value": [0.4] * 60 + [float("nan")],
            "low": [float("nan")] * 60 + [37.0],
            "high": [float("nan")] * 60 + [38.568],
            "level": [float("nan")] * 60 + [95.0],
            "source": pd.Series([None] * len(ranked), dtype="str"),
            "note": pd.Series([None] * len(ranked), dtype="str"),
        }
    )
    storing.edit(desk.office, LOCAL_OPERATOR, STANDARD_ERRORS, facts, "thử")
    later = Desk.at(stocked, LOCAL_OPERATOR)
    found = certainty(later, Question("PAPI", "2024"), OURS)
    assert found.noise is not None
    assert found.noise.basis is Basis.ERROR
    assert found.noise.of(str(ranked.iloc[-1])) == pytest.approx(0.4, abs=1e-3)
    own = found.sets.set_index("entity_id").loc[OURS]
    assert own["rank_low"] < 14 < own["rank_high"]
    assert own["sure_low"] <= own["rank_low"]
    view = view_of(later, Question("PAPI", "2024"), OURS)
    assert "tính cả sai số khảo sát" in view.finding
    assert "Sai số chuẩn đã nạp vào kho" in " ".join(view.rules)
