"""Forecasts that know only their past, the bands of their errors, and the chances that follow."""

import numpy as np
import pandas as pd
import pytest

from cchc_metrics.metrics import bands, forecasting
from cchc_metrics.metrics.forecasting import Method, backtest, forecast, run_of, shrink_weights


def panel(years: int, *, noise: float = 1.0, true: float = 2.0, first: int = 2011, seed: int = 5) -> pd.DataFrame:
    """Sixty steady provinces measured with noise, all rising by a half a year."""
    generator = np.random.default_rng(seed)
    scores = generator.normal(40, true, (60, 1)) + generator.normal(0, noise, (60, years)) + 0.5 * np.arange(years)
    return pd.DataFrame(
        scores, index=[f"E{n:02}" for n in range(60)], columns=[str(first + year) for year in range(years)]
    )


def line(years: int, slope: float) -> pd.DataFrame:
    """Provinces on straight lines of the same slope, far apart."""
    scores = 10.0 * np.arange(60)[:, np.newaxis] + slope * np.arange(years)
    return pd.DataFrame(
        scores, index=[f"E{n:02}" for n in range(60)], columns=[str(2011 + year) for year in range(years)]
    )


@pytest.mark.parametrize(
    ("method", "ahead"),
    [(Method.NO_CHANGE, 0.0), (Method.DRIFT, 4.0), (Method.MEDIAN, 4.0), (Method.SHRINK, 0.0)],
)
def test_on_straight_lines_each_method_gives_what_its_name_says(method: Method, ahead: float) -> None:
    run = run_of(line(8, 2.0))
    found = forecast(method, [run], 0, 7, 2)
    assert found is not None
    assert found - run.scores[:, 7] == pytest.approx(np.full(60, ahead), abs=1e-6)


def test_theta_and_the_damped_trend_follow_a_line_part_of_the_way() -> None:
    run = run_of(line(9, 2.0))
    for method in (Method.THETA, Method.DAMPED):
        found = forecast(method, [run], 0, 8, 1)
        assert found is not None
        rises = found - run.scores[:, 8]
        assert ((rises > 0.3) & (rises < 2.0 + 1e-9)).all(), method


def test_noise_is_shrunk_and_truth_is_kept() -> None:
    noisy, clear = ([run_of(panel(9, noise=noise))] for noise in (2.0, 0.01))
    weights = shrink_weights(noisy, 2019, 1)
    assert weights is not None
    assert 0 < weights[0] < 0.5
    assert 0.3 < weights.sum() < 1.0
    kept = shrink_weights(clear, 2019, 1)
    assert kept is not None
    assert kept.sum() == pytest.approx(1.0, abs=0.01)


@pytest.mark.parametrize("method", list(Method))
def test_no_forecast_changes_when_the_years_after_it_do(method: Method) -> None:
    early, late = panel(5, first=2011), panel(7, first=2016, seed=6)
    other = late.copy()
    other.iloc[:, 4:] += np.random.default_rng(1).normal(0, 20, other.iloc[:, 4:].shape)
    found = [forecast(method, [run_of(early), run_of(frame)], 1, 3, 2) for frame in (late, other)]
    assert found[0] is not None
    assert np.array_equal(found[0], found[1])


def test_an_entity_begins_anew_after_a_year_without_a_value() -> None:
    frame = panel(8)
    frame.iloc[0, 3] = np.nan
    run = run_of(frame)
    assert run.count[0].tolist() == [1, 2, 3, 0, 1, 2, 3, 4]
    assert run.own[0, 4] == pytest.approx(run.apart[0, 4])
    errors = backtest([frame])
    own = errors[(errors["entity_id"] == "E00") & (errors["method"] == "no_change")]
    # Three years behind each origin, and the year looked at in the same unbroken years.
    assert sorted(zip(own["origin"], own["horizon"], strict=True)) == [(2017, 1)]


def test_a_run_that_leaves_a_year_out_is_refused() -> None:
    with pytest.raises(ValueError, match="follow each other"):
        run_of(panel(4)[["2011", "2013"]])


def test_a_back_test_crosses_no_break_and_compares_methods_on_the_same_cases() -> None:
    errors = backtest([panel(5), panel(4, first=2016)])
    assert set(errors["origin"] + errors["horizon"]) <= {2014, 2015, 2019}
    for _, cases in errors.groupby(["origin", "horizon"]):
        assert set(cases["method"].value_counts()) == {60}
    assert set(errors["method"]) == {method.value for method in Method}


def test_shrinking_beats_no_change_where_scores_are_noisy() -> None:
    found = bands.summary(backtest([panel(12, noise=2.0)], (Method.SHRINK, Method.NO_CHANGE)))
    at = found.set_index(["method", "horizon"])
    assert at.loc[("shrink", 1), "rmse"] < 0.9 * at.loc[("no_change", 1), "rmse"]
    assert at.loc[("shrink", 1), "interval_score"] < at.loc[("no_change", 1), "interval_score"]


def errors_of(sizes: dict[int, list[float]], horizon: int = 1) -> pd.DataFrame:
    rows = [(f"E{n}", year, horizon, "shrink", error) for year, part in sizes.items() for n, error in enumerate(part)]
    return pd.DataFrame(rows, columns=["entity_id", "origin", "horizon", "method", "error"])


def test_a_band_needs_many_errors_of_several_years() -> None:
    assert bands.misses(errors_of({2015: [1.0] * 60}), Method.SHRINK, 1) is None
    assert bands.misses(errors_of({2015: [1.0] * 10, 2016: [1.0] * 10}), Method.SHRINK, 1) is None
    assert bands.misses(errors_of({2015: [1.0] * 20, 2016: [1.0] * 20}), Method.SHRINK, 1) is not None


def test_years_weigh_the_same_however_many_provinces_they_have() -> None:
    found = bands.misses(errors_of({2015: [0.1] * 90, 2016: [5.0] * 10}), Method.SHRINK, 1)
    assert found is not None
    assert found.half == 5.0
    assert found.weights.sum() == pytest.approx(1.0)


def test_the_band_holds_its_share_and_knows_nothing_of_later_years() -> None:
    past = {2014: [-1.0, 1.0] * 20, 2015: [-2.0, 2.0] * 20, 2020: [99.0] * 40}
    known = bands.misses(errors_of(past), Method.SHRINK, 1, known_by=2016)
    assert known is not None
    assert known.half == 2.0
    assert known.years == 2


def test_the_chance_is_half_at_the_forecast_falls_with_the_gap_and_is_never_none_or_all() -> None:
    found = bands.misses(errors_of({y: list(np.linspace(-3, 3, 61)) for y in (2014, 2015, 2016)}), Method.SHRINK, 1)
    assert found is not None
    gaps = np.linspace(-4, 4, 81)
    given = found.chance(gaps)
    assert (np.diff(given) <= 1e-12).all()
    assert found.chance(np.array([0.0]))[0] == pytest.approx(0.5, abs=0.01)
    assert given[0] == 0.99
    assert given[-1] == 0.01
    assert given + found.chance(-gaps) == pytest.approx(np.ones(81), abs=0.05)


def test_the_interval_score_counts_width_and_five_times_twice_what_lies_outside() -> None:
    assert bands.interval_score(1.0, np.array([0.5, -1.5])).tolist() == pytest.approx([2.0, 7.0])


def test_a_band_that_no_past_year_could_have_been_given_is_untested() -> None:
    errors = errors_of({2015: [1.0] * 40, 2016: [1.0] * 40}, horizon=3)
    assert bands.misses(errors, Method.SHRINK, 3) is not None
    assert bands.tested(errors, Method.SHRINK, 3) == 0
    assert bands.tested(errors_of({y: [1.0] * 40 for y in (2013, 2014, 2016)}), Method.SHRINK, 1) == 40


def test_chances_come_true_as_often_as_they_say_on_steady_provinces() -> None:
    steady = panel(14, noise=1.5) - 0.5 * np.arange(14)
    errors = backtest([steady], (Method.SHRINK, Method.NO_CHANGE)).assign(node_code="X")
    key = ["node_code", "entity_id", "origin", "horizon"]
    shrunk, kept = (errors[errors["method"] == name].set_index(key)["error"] for name in ("shrink", "no_change"))
    lasts = (shrunk - kept).rename("above").reset_index()
    given = bands.chances(errors, lasts, Method.SHRINK)
    table = bands.reliability(given, bins=5)
    assert (table["said"] - table["reached"]).abs().max() < 0.15
    share = given["reached"].mean()
    assert bands.brier(given) < share * (1 - share)


def test_nothing_to_try_gives_empty_answers_of_the_usual_shape() -> None:
    errors = backtest([])
    assert list(errors.columns) == list(forecasting.ERROR_DTYPES)
    assert bands.summary(errors).empty


def test_cases_that_share_their_year_are_worth_fewer() -> None:
    sizes = np.full(10, 100.0)
    alike = np.full(10, 50.0) + np.array([5, -5] * 5)  # as far apart as hundred independent cases would be
    assert bands.effective_cases(alike, sizes) == pytest.approx(900)
    apart = np.array([100.0, 0.0] * 5)  # a whole year goes one way
    assert bands.effective_cases(apart, sizes) == pytest.approx(9)
    assert bands.effective_cases(np.full(10, 50.0), sizes) == 1000
    assert np.isnan(bands.effective_cases(np.array([3.0]), np.array([9.0])))


def test_theta_adds_half_the_slope_and_a_damped_trend_the_smoothed_one_for_each_year_ahead() -> None:
    run = run_of(line(9, 2.0))
    last = run.scores[:, 8]
    assert forecasting._theta(1.0)(run, 2)[:, 8] - last == pytest.approx(np.full(60, 2.0))
    assert forecasting._damped(1.0, 1.0, 1.0)(run, 2)[:, 8] - last == pytest.approx(np.full(60, 4.0))
    assert forecasting._damped(1.0, 1.0, 0.5)(run, 2)[:, 8] - last == pytest.approx(np.full(60, 1.5))


def test_of_two_weights_of_which_one_would_be_negative_the_better_alone_is_kept() -> None:
    rows = np.array([[1.0, 1.0], [2.0, 1.0], [3.0, 1.0]])
    assert forecasting._least_squares(rows, np.array([0.0, 1.0, 2.0])) == pytest.approx([8 / 14, 0.0])
    assert forecasting._least_squares(rows, np.array([3.0, 2.0, 1.0])) == pytest.approx([0.0, 2.0])


def test_the_summary_tells_the_share_that_lay_inside_the_bands_of_their_past() -> None:
    found = bands.summary(backtest([panel(14, noise=1.5)], (Method.SHRINK,))).set_index("horizon")
    assert 0.7 < found.loc[1, "coverage"] < 0.9


def test_targets_stand_at_halves_of_the_band_above_the_last_value() -> None:
    errors = errors_of({year: list(np.linspace(-3, 3, 61)) for year in (2012, 2013, 2014, 2016)}).assign(node_code="X")
    lasts = errors[["node_code", "entity_id", "origin", "horizon"]].assign(above=0.25)
    given = bands.chances(errors, lasts, Method.SHRINK)
    known = bands.misses(errors, Method.SHRINK, 1, known_by=2016)
    assert known is not None
    told = set(given.loc[given["origin"] == 2016, "chance"].round(9))
    assert told == {round(float(known.chance(np.array([0.25 + step * known.half]))[0]), 9) for step in bands.STEPS}
