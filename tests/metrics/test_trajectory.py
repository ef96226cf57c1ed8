"""Pace and status: what is asked for, and the word for how likely it is."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_metrics.metrics import trajectory
from cchc_metrics.metrics.trajectory import Limits, Status, pace, reached, required_pace, status_of, status_over

LIMITS = Limits(0.8, 0.5, 0.2)


def segmented(rows: list[tuple[str, int, float | None, int | None]]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["entity_id", "period_id", "value", "segment"])
    return frame.assign(period_id=frame["period_id"].astype(str), segment=frame["segment"].astype("Int64"))


def test_the_required_pace_is_what_is_left_over_the_years_left() -> None:
    assert required_pace(44.7, 46.2, 3) == 0.5
    with pytest.raises(ValueError, match="no year"):
        required_pace(44.7, 46.2, 0)


def test_one_odd_year_does_not_move_the_pace() -> None:
    assert pace([10, 11, 12, 22, 23]) == 1
    with pytest.raises(ValueError, match="two points"):
        pace([10])


@given(start=st.floats(0, 80), slope=st.floats(-2, 2), count=st.integers(2, 9))
def test_the_pace_finds_a_straight_line(start: float, slope: float, count: int) -> None:
    assert pace([start + slope * year for year in range(count)]) == pytest.approx(slope, abs=1e-9)


@pytest.mark.parametrize(
    ("chance", "status"),
    [
        (0.8, Status.LIKELY),
        (0.79, Status.POSSIBLE),
        (0.5, Status.POSSIBLE),
        (0.49, Status.UNLIKELY),
        (0.2, Status.UNLIKELY),
        (0.19, Status.REMOTE),
        (None, Status.UNKNOWN),
    ],
)
def test_each_word_follows_the_chance(chance: float | None, status: Status) -> None:
    assert status_of(chance, LIMITS) is status


def test_thresholds_are_those_that_are_declared() -> None:
    assert status_of(0.6, Limits(0.6, 0.4, 0.1)) is Status.LIKELY
    assert status_of(0.6, None) is Status.UNKNOWN


@pytest.mark.parametrize(("at_year", "status"), [(43.0, Status.MET), (42.9, Status.MISSED), (None, Status.UNKNOWN)])
def test_a_year_that_is_over_is_judged_by_its_own_value(at_year: float | None, status: Status) -> None:
    assert status_over(at_year, 43) is status


def test_a_target_is_reached_exactly_or_not_at_all() -> None:
    assert reached(0.1 + 0.2, 0.3)
    assert not reached(42.999999999, 43)


def test_the_last_stretch_begins_after_the_break() -> None:
    rows = segmented([("A", 2018, 46, 1), ("A", 2019, 44, 1), ("A", 2020, 45, 2), ("A", 2021, None, None)])
    assert trajectory.last_stretch(rows)["period_id"].tolist() == ["2020"]
