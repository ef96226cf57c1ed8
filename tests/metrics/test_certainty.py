"""Rank sets from standard errors, and the declared sensitivity without them."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_metrics.metrics import certainty

VALUES = pd.Series({"A": 50.0, "B": 45.0, "C": 44.9, "D": 40.0})
PARTS = pd.DataFrame({"D1": [30.0, 20.0, 24.9, 20.0], "D2": [20.0, 25.0, 20.0, 20.0]}, index=list("ABCD"))


def test_without_error_every_rank_is_certain() -> None:
    sets = certainty.rank_sets(VALUES, VALUES * 0).set_index("entity_id")
    assert (sets["rank_low"] == sets["rank"]).all()
    assert (sets["rank_high"] == sets["rank"]).all()


def test_two_that_the_error_does_not_part_share_their_ranks() -> None:
    sets = certainty.rank_sets(VALUES, pd.Series(0.5, index=VALUES.index)).set_index("entity_id")
    assert sets.loc[["B", "C"], ["rank_low", "rank_high"]].to_numpy().tolist() == [[2, 3], [2, 3]]
    assert sets.loc["A", ["rank_low", "rank_high"]].tolist() == [1, 1]


def test_the_critical_value_is_bonferroni_s() -> None:
    # Two provinces, 95 %: 1.96 standard errors of the difference.
    apart = pd.Series({"A": 1.96 * np.sqrt(2) + 0.01, "B": 0.0})
    one = pd.Series(1.0, index=apart.index)
    assert certainty.rank_sets(apart, one)["rank_high"].tolist() == [1, 2]
    assert certainty.rank_sets(apart - [0.02, 0.0], one)["rank_high"].tolist() == [2, 2]


@given(st.lists(st.tuples(st.floats(0, 80), st.floats(0, 3)), min_size=1, max_size=12))
def test_a_rank_always_lies_in_its_own_set(pairs: list[tuple[float, float]]) -> None:
    names = [str(number) for number in range(len(pairs))]
    values = pd.Series([value for value, _ in pairs], index=names).round(6)
    sets = certainty.rank_sets(values, pd.Series([error for _, error in pairs], index=names))
    assert ((sets["rank_low"] <= sets["rank"]) & (sets["rank"] <= sets["rank_high"])).all()


def test_a_negative_error_is_refused_and_a_missing_one_left_out() -> None:
    with pytest.raises(ValueError, match="never negative"):
        certainty.rank_sets(VALUES, -VALUES)
    assert len(certainty.rank_sets(VALUES, pd.Series({"A": 0.1, "B": 0.1}))) == 2


def test_leaving_a_part_out_ranks_on_what_is_left() -> None:
    ranks = certainty.without_each(VALUES, PARTS)
    assert ranks["D1"].tolist() == [2, 1, 2, 2]
    assert ranks["D2"].tolist() == [1, 3, 2, 3]


def test_a_perturbation_is_seeded_and_stays_within_its_amount() -> None:
    drawn = certainty.perturbed(VALUES, PARTS, draws=300)
    assert np.array_equal(drawn, certainty.perturbed(VALUES, PARTS, draws=300))
    assert (np.abs(drawn - VALUES.to_numpy()) <= 0.01 * VALUES.to_numpy() + 1e-9).all()


def test_without_parts_the_whole_itself_moves() -> None:
    drawn = certainty.perturbed(VALUES, PARTS[[]], draws=50)
    assert drawn.std(axis=0).min() > 0


def test_ranks_move_only_where_scores_are_near() -> None:
    moved = certainty.moved_ranks(VALUES, certainty.perturbed(VALUES, PARTS)).set_index("entity_id")
    assert moved.loc["A", ["rank_low", "rank_high"]].tolist() == [1, 1]
    assert moved.loc["B", ["rank_low", "rank_high"]].tolist() == [2, 3]


def test_the_share_of_turned_orders_is_counted() -> None:
    drawn = np.array([[2.0, 1.0], [1.0, 2.0], [1.0, 1.0], [3.0, 1.0]])
    assert certainty.turned_round(drawn, 0, 1) == 0.5


def test_ties_share_a_rank_in_every_draw() -> None:
    assert certainty.drawn_ranks(np.array([[1.0, 3.0, 3.0]])).tolist() == [[3, 1, 1]]


def test_neighbours_are_told_apart_beyond_the_error_of_their_difference() -> None:
    limits = certainty.pair_limit(np.array([0.3, 0.4, 0.0]))
    assert limits == pytest.approx([1.959964 * 0.5, 1.959964 * 0.4], abs=1e-6)
    assert certainty.pair_limit(np.array([0.3, 0.4]), confidence=0.9) == pytest.approx([1.644854 * 0.5], abs=1e-6)
