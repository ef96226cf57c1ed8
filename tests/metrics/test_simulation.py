"""Ranks while the others move: seeded, centred on today, wider with the years."""

import numpy as np
import pandas as pd

from cchc_metrics.metrics import simulation

VALUES = pd.Series({"A": 40.0, "B": 42.0, "C": 44.0, "D": 46.0})
TABLE = pd.DataFrame(
    {"2022": [1.0, -1.0, 0.5, 0.0], "2023": [0.2, 0.4, -0.6, 0.0], "2024": [0.1, 0.3, 0.2, 0.4]}, index=list("ABCD")
)


def test_equal_seeds_give_equal_draws_and_other_seeds_do_not() -> None:
    one, again = simulation.drifted(VALUES, TABLE), simulation.drifted(VALUES, TABLE)
    other = simulation.drifted(VALUES, TABLE, seed=1)
    assert one is not None
    assert again is not None
    assert other is not None
    assert np.array_equal(one, again)
    assert not np.array_equal(one, other)


def test_nothing_moves_when_nothing_ever_moved() -> None:
    drawn = simulation.drifted(VALUES, TABLE * 0, years=3)
    assert drawn is not None
    assert (drawn == VALUES.to_numpy()).all()


def test_one_past_year_is_no_past() -> None:
    assert simulation.drifted(VALUES, TABLE[["2024"]]) is None


def test_a_province_without_a_past_of_its_own_takes_that_of_all() -> None:
    drawn = simulation.drifted(VALUES, TABLE.drop("A"), draws=50)
    assert drawn is not None
    assert len(set(drawn[:, 0])) > 1


def test_no_trend_is_carried_on() -> None:
    rising = pd.DataFrame({"2022": [2.0] * 4, "2023": [2.0] * 4, "2024": [2.0] * 4}, index=list("ABCD"))
    drawn = simulation.drifted(VALUES, rising, draws=4000)
    assert drawn is not None
    assert abs(np.median(drawn[:, 0]) - 40.0) < 0.15


def test_more_years_make_a_wider_span() -> None:
    near, far = (simulation.drifted(VALUES, TABLE, years=years) for years in (1, 3))
    assert near is not None
    assert far is not None
    assert far[:, 1].std() > near[:, 1].std()


def test_equal_values_share_the_better_rank() -> None:
    drawn = np.array([[45.0, 44.0, 43.0]])
    assert simulation.ranks_among(drawn, 44.0).tolist() == [2]


def test_the_back_test_counts_every_province_of_every_origin() -> None:
    years = pd.DataFrame({str(2011 + n): [40.0, 42.0, 44.0, 46.0] for n in range(5)}, index=list("ABCD"))
    found = simulation.rank_backtest([years], draws=20)
    assert found.to_numpy().tolist() == [["2013", 4, 4], ["2014", 4, 4]]


def test_the_span_holds_the_middle_eight_tenths_outwards_to_whole_ranks() -> None:
    spread = simulation.spread_of(np.array([1, 2, 3, 4, 5, 6, 7, 8, 9, 40]), (2023, 2024))
    # 10 %: 1.9, 50 %: 5.5, 90 %: 12.1 (linear)
    assert (spread.low, spread.median, spread.high) == (1, 5, 13)
    assert (spread.draws, spread.years) == (10, (2023, 2024))


def test_the_share_of_draws_counts_the_rank_itself() -> None:
    assert simulation.share_at_least(np.array([1, 2, 2, 3]), 2) == 0.75


def test_a_change_that_may_not_be_told_is_no_change() -> None:
    rows = [("A", "2023", 1.0), ("A", "2024", np.nan), ("B", "2024", -0.5)]
    table = simulation.change_table(pd.DataFrame(rows, columns=["entity_id", "period_id", "change"]))
    assert table.loc["A", "2023"] == 1.0 and np.isnan(table.loc["A", "2024"])
    assert table.loc["B", "2024"] == -0.5 and np.isnan(table.loc["B", "2023"])


def test_a_province_moves_by_its_own_past_and_not_by_another_s() -> None:
    """D was three points off the common way, the others one: so are their draws."""
    lone = pd.DataFrame({"2022": [0.0, 0.0, 0.0, 4.0], "2023": [0.0, 0.0, 0.0, -4.0]}, index=list("ABCD"))
    drawn = simulation.drifted(VALUES, lone, draws=500)
    assert drawn is not None
    assert (drawn[:, 3] - drawn[:, 0]).std() > 1.8 * (drawn[:, 1] - drawn[:, 0]).std()


def test_a_back_test_begins_with_two_known_changes() -> None:
    years = pd.DataFrame({str(2011 + n): [40.0, 42.0, 44.0, 46.0] for n in range(3)}, index=list("ABCD"))
    assert simulation.rank_backtest([years], draws=20).empty
