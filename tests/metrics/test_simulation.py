"""Ranks while the others move: seeded, about their projections, as far off as forecasts were before."""

import numpy as np
import pandas as pd

from cchc_metrics.metrics import simulation
from cchc_metrics.metrics.forecasting import backtest

NAMES = [f"E{n:02}" for n in range(40)]


def panel(years: int, *, noise: float = 0.5, seed: int = 2) -> pd.DataFrame:
    generator = np.random.default_rng(seed)
    scores = np.linspace(36, 46, 40)[:, np.newaxis] + generator.normal(0, noise, (40, years))
    return pd.DataFrame(scores, index=NAMES, columns=[str(2011 + year) for year in range(years)])


def others(frame: pd.DataFrame, *, years: int = 1, seed: int = 1) -> simulation.Others:
    found = simulation.drifted([frame], backtest([frame], (simulation.PROJECTED,)), years=years, seed=seed)
    assert found is not None
    return found


def test_equal_seeds_give_equal_draws_and_other_seeds_do_not() -> None:
    frame = panel(8)
    assert np.array_equal(others(frame).drawn, others(frame).drawn)
    assert not np.array_equal(others(frame).drawn, others(frame, seed=2).drawn)


def test_nothing_moves_when_nothing_ever_moved() -> None:
    frame = panel(8, noise=0.0)
    found = others(frame)
    assert np.allclose(found.drawn, frame["2018"].to_numpy())


def test_too_few_years_are_no_past() -> None:
    frame = panel(4)
    assert simulation.drifted([frame], backtest([frame], (simulation.PROJECTED,))) is None
    assert simulation.drifted([], backtest([])) is None


def test_provinces_without_a_value_in_the_last_year_are_left_out() -> None:
    frame = panel(8)
    frame.iloc[3, -1] = np.nan
    found = others(frame)
    assert found.entities == tuple(name for name in NAMES if name != "E03")
    assert found.drawn.shape == (simulation.DRAWS, 39)


def test_errors_that_were_not_known_yet_are_not_drawn() -> None:
    frame = panel(9)
    later = backtest([panel(9, noise=0.5)], (simulation.PROJECTED,))
    known = simulation.drifted([frame.iloc[:, :7]], later)
    assert known is not None
    assert max(known.years) == 2016


def test_a_year_that_was_off_for_all_stays_one_and_its_sign_is_open() -> None:
    frame = panel(9, noise=0.1)
    frame.iloc[:, 5] += 3.0
    drawn = others(frame).drawn
    shift = (drawn - np.median(drawn, axis=0)).mean(axis=1)
    assert (shift > 2.0).any()
    assert (shift < -2.0).any()


def test_equal_values_share_the_better_rank() -> None:
    drawn = np.array([[45.0, 44.0, 43.0]])
    assert simulation.ranks_among(drawn, 44.0).tolist() == [2]


def test_the_back_test_counts_every_province_of_every_origin_that_had_a_past() -> None:
    found = simulation.rank_backtest([panel(9)], draws=100)
    assert found["origin"].tolist() == [2015, 2016, 2017, 2018]
    assert (found["n"] == 40).all()
    assert 0.7 <= found["inside"].sum() / found["n"].sum() <= 1.0


def test_the_span_holds_the_middle_eight_tenths_outwards_to_whole_ranks() -> None:
    spread = simulation.spread_of(np.array([1, 2, 3, 4, 5, 6, 7, 8, 9, 40]), (2023, 2024))
    # 10 %: 1.9, 50 %: 5.5, 90 %: 12.1 (linear)
    assert (spread.low, spread.median, spread.high) == (1, 5, 13)
    assert (spread.draws, spread.years) == (10, (2023, 2024))


def test_the_share_of_draws_counts_the_rank_itself() -> None:
    assert simulation.share_at_least(np.array([1, 2, 2, 3]), 2) == 0.75
