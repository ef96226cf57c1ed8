"""How two results of the same provinces go together: Pearson's and Spearman's coefficient, with their count.

Pearson, K. (1895), Proceedings of the Royal Society 58: r = Σ(x−x̄)(y−ȳ) / √(Σ(x−x̄)² Σ(y−ȳ)²). Spearman, C. (1904),
American Journal of Psychology 15: the same on ranks; tied values share the mean of the places they take.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from cchc_metrics.metrics.exact import Floats
from cchc_metrics.model import scaled


@dataclass(frozen=True, slots=True)
class Correlation:
    """n: pairs in which both values are there. The coefficients, −1 to 1, are None where a side does not vary."""

    n: int
    pearson: float | None
    spearman: float | None


def correlation(left: pd.Series, right: pd.Series) -> Correlation:
    """The coefficients of two series of scores on one index of entities.

    Pairs of which either side is missing are left out and not counted. Ties are found on exact values, never on
    floats. Both None with fewer than two pairs or where one side is the same for all.
    """
    both = left.notna() & right.notna()
    x, y = (scaled(side[both]) for side in (left, right))
    n = int(both.sum())
    return Correlation(n, _product_moment(_numbers(x), _numbers(y)), _product_moment(_places(x), _places(y)))


def _numbers(exact: pd.Series) -> Floats:
    """Away from the first value, so that large common parts do not eat the last digits."""
    numbers = exact.to_numpy(dtype="int64")
    return np.asarray(numbers - numbers[:1], dtype="float64")


def _places(exact: pd.Series) -> Floats:
    """Mean places, 1 for the lowest; ties share the mean of theirs."""
    return np.asarray(exact.rank(method="average"), dtype="float64")


def _product_moment(x: Floats, y: Floats) -> float | None:
    if len(x) < 2:
        return None
    across, down = x - x.mean(), y - y.mean()
    spread = float(np.sqrt((across**2).sum()) * np.sqrt((down**2).sum()))
    if spread == 0.0:
        return None
    return float(np.clip((across * down).sum() / spread, -1.0, 1.0))
