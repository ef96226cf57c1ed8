"""What the coefficients promise."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from cchc_metrics.metrics.correlation import correlation

VALUES = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), min_size=3, max_size=40)


def series(values: list[float | None]) -> pd.Series:
    return pd.Series(values, dtype="float64")


def test_a_straight_line_is_one_and_its_mirror_minus_one() -> None:
    left = series([1.0, 2.0, 3.0, 4.0])
    assert correlation(left, left * 3 + 7).pearson == pytest.approx(1.0)
    assert correlation(left, -left).pearson == pytest.approx(-1.0)


def test_a_bent_rise_is_one_only_for_ranks() -> None:
    found = correlation(series([1.0, 2.0, 3.0, 4.0]), series([1.0, 8.0, 27.0, 64.0]))
    assert found.spearman == pytest.approx(1.0)
    assert found.pearson is not None
    assert found.pearson < 0.98


def test_tied_values_share_the_mean_of_their_places() -> None:
    found = correlation(series([1.0, 2.0, 2.0, 3.0]), series([1.0, 2.0, 3.0, 4.0]))
    assert found.spearman == pytest.approx(0.9486832980505138)


def test_pairs_with_a_missing_side_are_not_counted() -> None:
    found = correlation(series([1.0, None, 3.0, 4.0]), series([2.0, 5.0, None, 8.0]))
    assert found.n == 2


def test_a_side_that_does_not_vary_has_no_coefficient() -> None:
    found = correlation(series([5.0, 5.0, 5.0]), series([1.0, 2.0, 3.0]))
    assert (found.n, found.pearson, found.spearman) == (3, None, None)


def test_nothing_in_common_is_none_and_not_an_error() -> None:
    assert correlation(series([]), series([])).pearson is None


@given(VALUES)
def test_both_agree_with_an_independent_implementation(pairs: list[tuple[int, int]]) -> None:
    left, right = (series([float(pair[side]) / 7 for pair in pairs]) for side in (0, 1))
    found = correlation(left, right)
    if found.pearson is None:
        assert len(set(left)) == 1 or len(set(right)) == 1
        return
    assert found.pearson == pytest.approx(stats.pearsonr(left, right).statistic, abs=1e-7)
    assert found.spearman == pytest.approx(stats.spearmanr(left, right).statistic, abs=1e-9)


def test_two_pairs_make_a_line_and_one_makes_none() -> None:
    two = correlation(series([1.0, 2.0]), series([5.0, 3.0]))
    assert (two.pearson, two.spearman) == (pytest.approx(-1.0), pytest.approx(-1.0))
    assert correlation(series([1.0]), series([5.0])).pearson is None
