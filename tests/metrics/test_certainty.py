"""What noise leaves open of a rank: for one province, for all of its comparisons, against truths that are known."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_metrics.metrics import certainty

VALUES = pd.Series({"A": 50.0, "B": 45.0, "C": 44.9, "D": 40.0})
PARTS = pd.DataFrame({"D1": [30.0, 20.0, 24.9, 20.0], "D2": [20.0, 25.0, 20.0, 20.0]}, index=list("ABCD"))


def alike(error: float, values: pd.Series = VALUES) -> pd.Series:
    return pd.Series(error, index=values.index)


def test_without_error_every_rank_is_certain() -> None:
    for sets in (
        certainty.rank_sets(VALUES, alike(0.0), confidence=0.9),
        certainty.rank_spans(VALUES, certainty.true_scores(VALUES, alike(0.0)), confidence=0.9),
    ):
        assert (sets["rank_low"] == sets["rank"]).all()
        assert (sets["rank_high"] == sets["rank"]).all()


def test_two_that_the_error_does_not_part_share_their_ranks() -> None:
    sets = certainty.rank_sets(VALUES, alike(0.5), confidence=0.95).set_index("entity_id")
    assert sets.loc[["B", "C"], ["rank_low", "rank_high"]].to_numpy().tolist() == [[2, 3], [2, 3]]
    assert sets.loc["A", ["rank_low", "rank_high"]].tolist() == [1, 1]


def test_with_one_comparison_the_simulated_limit_is_the_normal_one() -> None:
    one = pd.Series(1.0, index=["A", "B"])
    limit = 1.96 * np.sqrt(2)
    for apart, high in ((limit + 0.1, [1, 2]), (limit - 0.1, [2, 2])):
        sets = certainty.rank_sets(pd.Series({"A": apart, "B": 0.0}), one, confidence=0.95, draws=20_000)
        assert sets["rank_high"].tolist() == high


@given(st.lists(st.tuples(st.floats(0, 80), st.floats(0, 3)), min_size=1, max_size=12))
def test_a_rank_always_lies_in_its_own_sets(pairs: list[tuple[float, float]]) -> None:
    names = [str(number) for number in range(len(pairs))]
    values = pd.Series([value for value, _ in pairs], index=names).round(6)
    errors = pd.Series([error for _, error in pairs], index=names)
    drawn = certainty.true_scores(values, errors, draws=50)
    for sets in (
        certainty.rank_sets(values, errors, confidence=0.9, draws=50),
        certainty.rank_spans(values, drawn, confidence=0.9),
    ):
        assert ((sets["rank_low"] <= sets["rank"]) & (sets["rank"] <= sets["rank_high"])).all()


def test_a_negative_or_a_missing_error_is_refused() -> None:
    for errors in (-VALUES, alike(np.nan)):
        with pytest.raises(ValueError, match="needs a standard error"):
            certainty.true_scores(VALUES, errors)
        with pytest.raises(ValueError, match="needs a standard error"):
            certainty.rank_sets(VALUES, errors, confidence=0.9)


def test_draws_are_seeded_and_take_back_the_luck_of_the_extremes() -> None:
    drawn = certainty.true_scores(VALUES, alike(2.0), draws=4000)
    assert np.array_equal(drawn, certainty.true_scores(VALUES, alike(2.0), draws=4000))
    middle = VALUES.mean()
    assert middle < drawn[:, 0].mean() < 50.0
    assert 40.0 < drawn[:, 3].mean() < middle


def test_where_noise_explains_all_every_rank_is_open() -> None:
    near = pd.Series(np.linspace(10, 10.1, 30), index=[str(number) for number in range(30)])
    sets = certainty.rank_spans(near, certainty.true_scores(near, alike(1.0, near)), confidence=0.9)
    assert (sets["rank_high"] - sets["rank_low"]).min() > 20


def _held(truth: np.ndarray, error: float, generator: np.random.Generator) -> tuple[float, float, float]:
    """Shares of one simulated ranking: true rank in the span, next rank in the next span, true rank in the wide set."""
    names = [str(number) for number in range(len(truth))]
    seen = pd.Series(truth + generator.normal(0, error, len(truth)), index=names)
    errors = pd.Series(error, index=names)
    drawn = certainty.true_scores(seen, errors, draws=400)
    spans = (
        (truth, certainty.rank_spans(seen, drawn, confidence=0.9)),
        (
            truth + generator.normal(0, error, len(truth)),
            certainty.rank_spans(seen, certainty.measured_again(drawn, errors), confidence=0.9),
        ),
        (truth, certainty.rank_sets(seen, errors, confidence=0.9, draws=400)),
    )
    shares = []
    for target, span in spans:
        ranks = certainty.drawn_ranks(target[np.newaxis, :])[0]
        known = span.set_index("entity_id").loc[names]
        shares.append(float(((known["rank_low"] <= ranks) & (ranks <= known["rank_high"])).mean()))
    return shares[0], shares[1], shares[2]


@pytest.mark.parametrize("shape", ["normal", "heavy", "two groups"])
def test_spans_hold_a_simulated_truth_as_often_as_they_say(shape: str) -> None:
    generator = np.random.default_rng(11)
    draw = {
        "normal": lambda: generator.normal(42, 1.5, 61),
        "heavy": lambda: 42 + generator.standard_t(4, 61),
        "two groups": lambda: generator.choice([40.5, 43.5], 61) + generator.normal(0, 0.6, 61),
    }[shape]
    shares = np.mean([_held(draw(), 1.0, generator) for _ in range(12)], axis=0)
    assert 0.86 <= shares[0] <= 0.97
    assert 0.86 <= shares[1] <= 0.97
    assert shares[2] >= 0.97


def test_leaving_a_part_out_ranks_on_what_is_left() -> None:
    ranks = certainty.without_each(VALUES, PARTS)
    assert ranks["D1"].tolist() == [2, 1, 2, 2]
    assert ranks["D2"].tolist() == [1, 3, 2, 3]


def test_ties_share_a_rank_in_every_draw() -> None:
    assert certainty.drawn_ranks(np.array([[1.0, 3.0, 3.0]])).tolist() == [[3, 1, 1]]


def test_neighbours_are_told_apart_beyond_the_error_of_their_difference() -> None:
    limits = certainty.pair_limit(np.array([0.3, 0.4, 0.0]), confidence=0.95)
    assert limits == pytest.approx([1.959964 * 0.5, 1.959964 * 0.4], abs=1e-6)
    assert certainty.pair_limit(np.array([0.3, 0.4]), confidence=0.9) == pytest.approx([1.644854 * 0.5], abs=1e-6)
