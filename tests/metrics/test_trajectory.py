"""Pace, status, projection and its back-test."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_metrics.metrics import trajectory
from cchc_metrics.metrics.trajectory import Method, Status, backtest, interval, pace, required_pace, status_of, summary


def segmented(rows: list[tuple[str, int, float | None, int | None]]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["entity_id", "period_id", "value", "segment"])
    return frame.assign(period_id=frame["period_id"].astype(str), segment=frame["segment"].astype("Int64"))


def test_the_required_pace_is_what_is_left_over_the_years_left() -> None:
    assert required_pace(44.7, 46.2, 3) == 0.5
    with pytest.raises(ValueError, match="no year"):
        required_pace(44.7, 46.2, 0)


def test_one_odd_year_does_not_move_the_median_pace() -> None:
    assert pace([10, 11, 12, 22, 23], Method.MEDIAN) == 1
    assert pace([10, 11, 12, 22, 23], Method.MEAN) == 3.25
    assert pace([10, 11, 12, 22, 23], Method.NO_CHANGE) == 0
    assert pace([1, 3, 2], Method.THEIL_SEN) == 0.5


@given(start=st.floats(0, 80), slope=st.floats(-2, 2), count=st.integers(2, 9))
def test_every_trend_finds_a_straight_line(start: float, slope: float, count: int) -> None:
    line = [start + slope * year for year in range(count)]
    for method in (Method.MEDIAN, Method.MEAN, Method.THEIL_SEN):
        assert pace(line, method) == pytest.approx(slope, abs=1e-9)


@pytest.mark.parametrize(
    ("values", "target", "status"),
    [
        ([40, 41, 42], 42, Status.MET),
        ([40, 41, 42], 44, Status.ON_TRACK),
        ([40, 41, 42], 44.1, Status.SLOW),
        ([42, 42, 42], 43, Status.SLOW),
        ([42, 41, 40], 43, Status.AWAY),
        ([41, 42], 43, Status.UNKNOWN),
        ([], 43, Status.UNKNOWN),
        ([42], 41, Status.MET),
    ],
)
def test_each_status_follows_its_rule(values: list[float], target: float, status: Status) -> None:
    assert status_of(values, 2024, target, 2026, None) is status


@pytest.mark.parametrize(("at_year", "status"), [(43.0, Status.MET), (42.9, Status.MISSED), (None, Status.UNKNOWN)])
def test_a_year_that_is_over_is_judged_by_its_own_value(at_year: float | None, status: Status) -> None:
    assert status_of([40, 41, 42], 2024, 43, 2023, at_year) is status


def test_the_last_stretch_begins_after_the_break() -> None:
    rows = segmented([("A", 2018, 46, 1), ("A", 2019, 44, 1), ("A", 2020, 45, 2), ("A", 2021, None, None)])
    assert trajectory.last_stretch(rows)["period_id"].tolist() == ["2020"]


def test_a_back_test_knows_nothing_of_later_years_and_crosses_no_break() -> None:
    first = [("A", 2011 + year, 10.0 + year, 1) for year in range(4)]
    second = [("A", 2015 + year, 50.0, 2) for year in range(3)]
    errors = backtest(segmented([*first, *second]))
    found = errors[errors["method"] == "no_change"]
    assert found[["origin", "horizon", "error"]].to_numpy().tolist() == [[2013, 1, 1.0]]
    assert errors.loc[errors["method"] == "median", "error"].tolist() == [0.0]


def test_an_interval_needs_many_errors_of_several_years() -> None:
    one_year = [(f"E{n}", 2011 + year, 10.0 + n * year, 1) for n in range(40) for year in range(4)]
    assert interval(backtest(segmented(one_year)), Method.NO_CHANGE, 1) is None
    more = [(f"E{n}", 2011 + year, 10.0 + n * year, 1) for n in range(40) for year in range(5)]
    found = interval(backtest(segmented(more)), Method.NO_CHANGE, 1)
    assert found is not None
    assert (found.n, found.low, found.high) == (80, pytest.approx(3.9, abs=0.2), pytest.approx(35.1, abs=0.2))


def test_coverage_is_taken_with_errors_known_at_the_origin_only() -> None:
    rows = [(f"E{n}", 2011 + year, 10.0, 1) for n in range(40) for year in range(6)]
    rows += [(f"E{n}", 2017, 99.0, 1) for n in range(40)]
    found = summary(backtest(segmented(rows))).set_index(["method", "horizon"]).loc[("no_change", 1)]
    # Of 2015 and 2016 as origins the first was right, the second met a jump that no past error told of.
    assert (found["tested"], found["coverage"]) == (80, 0.5)


def test_the_back_test_leaves_its_input_as_it_was() -> None:
    rows = segmented([("A", 2011 + year, 10.0 + year, 1) for year in range(4)])
    before = rows.copy()
    backtest(rows)
    pd.testing.assert_frame_equal(rows, before)


def test_the_year_of_the_last_value_is_over() -> None:
    assert status_of([40, 41, 44], 2024, 43, 2024, None) is Status.UNKNOWN
    assert status_of([40, 41, 44], 2024, 43, 2024, 42.9) is Status.MISSED
    assert status_of([40, 41, 44], 2024, 43, 2025, None) is Status.MET


def test_a_summary_gives_the_middle_size_of_the_errors_whatever_their_sign() -> None:
    errors = pd.DataFrame(
        {
            "method": [Method.MEDIAN.value] * 3,
            "horizon": [1] * 3,
            "error": [-3.0, 1.0, 2.0],
            "origin": [2013, 2014, 2015],
            "entity_id": list("abc"),
        }
    )
    row = summary(errors).set_index(["method", "horizon"]).loc[(Method.MEDIAN.value, 1)]
    assert (row["n"], row["median_abs"]) == (3, 2.0)
