"""How sure a rank is: rank sets where standard errors exist, a declared sensitivity where they do not."""

from statistics import NormalDist

import numpy as np
import pandas as pd

from cchc_metrics.metrics.exact import Floats, Integers, typed
from cchc_metrics.metrics.ranking import competition_rank
from cchc_metrics.model import SCALE, scaled

CONFIDENCE = 0.95
# Sensitivity: every part of every province moves by up to this share of itself, up or down.
AMOUNT = 0.01
SHARE = 0.9
DRAWS = 2000
SEED = 20250701
# Two provinces whose order turns round in at least this share of the draws are not told apart.
ALIKE = 0.05

SET_DTYPES = {"entity_id": "str", "rank": "Int64", "rank_low": "Int64", "rank_high": "Int64"}


def rank_sets(values: pd.Series, errors: pd.Series, *, confidence: float = CONFIDENCE) -> pd.DataFrame:
    """The ranks that the sampling error leaves open, each with at least this confidence.

    Province k is surely better than j when (vₖ − vⱼ) / √(seₖ² + seⱼ²) > z, with
    z = Φ⁻¹(1 − (1 − confidence) / (2(p − 1))) (two-sided, Bonferroni over the p − 1
    comparisons of j). The set of j's ranks runs from
    1 + (number surely better) to p − (number surely worse): Mogstad, Romano, Shaikh & Wilhelm, "Inference for Ranks",
    Review of Economic Studies 91 (2024), with Bonferroni in the place of their bootstrap. Errors of two provinces are
    taken as independent.

    values, errors: scores and standard errors by entity_id, in one unit; only entities with both are compared, the
    others are left out. Result, one row per entity compared, best first: rank, rank_low, rank_high.
    Raises ValueError for a negative standard error.
    """
    both = pd.DataFrame({"value": values, "error": errors}).dropna()
    if (both["error"] < 0).any():
        raise ValueError("a standard error is never negative")
    count = len(both)
    value, error = both["value"].to_numpy(dtype="float64"), both["error"].to_numpy(dtype="float64")
    critical = NormalDist().inv_cdf(1 - (1 - confidence) / (2 * max(count - 1, 1)))
    apart = value[np.newaxis, :] - value[:, np.newaxis]  # row j, column k: how far k is ahead of j
    limit = critical * np.hypot(error[np.newaxis, :], error[:, np.newaxis])
    better, worse = (apart > limit).sum(axis=1), (-apart > limit).sum(axis=1)
    return _sets(both["value"], 1 + better, count - worse)


def _sets(values: pd.Series, low: Integers, high: Integers) -> pd.DataFrame:
    frame = pd.DataFrame(
        {"entity_id": values.index, "rank": competition_rank(values).array, "rank_low": low, "rank_high": high}
    )
    return typed(frame.sort_values(["rank", "entity_id"]), SET_DTYPES)


def without_each(total: pd.Series, parts: pd.DataFrame) -> pd.DataFrame:
    """Ranks on the total less one part, one column per part: which part carries a rank.

    total: scores by entity_id; parts: entity_id × node_code, parts that add up to the total. Result: Int64 on the index
    of total, ``<NA>`` where the total or that part is missing.
    """
    exact = scaled(total)
    ranks = {code: competition_rank((exact - scaled(parts[code])).astype("Float64") / SCALE) for code in parts.columns}
    return pd.DataFrame(ranks, index=total.index)


def perturbed(
    total: pd.Series,
    parts: pd.DataFrame,
    *,
    amount: float = AMOUNT,
    draws: int = DRAWS,
    seed: int = SEED,
) -> Floats:
    """Draws × entities: totals when every part of every province moves by u × itself, u uniform in ±amount.

    total: scores by entity_id, none missing; parts: the same entities × parts; without a column the total itself
    moves. The same input and seed give the same draws. A sensitivity, not a sampling error: amount is declared.
    """
    generator = np.random.default_rng(seed)
    moving = parts.to_numpy(dtype="float64") if parts.shape[1] else total.to_numpy(dtype="float64")[:, np.newaxis]
    drawn = np.tile(total.to_numpy(dtype="float64"), (draws, 1))
    for column in moving.T:
        drawn += column * generator.uniform(-amount, amount, drawn.shape)
    return drawn


def moved_ranks(total: pd.Series, drawn: Floats) -> pd.DataFrame:
    """How far ranks move over the draws: the middle ``SHARE`` of them, outwards to whole ranks.

    Result, one row per entity, best first: entity_id, rank (on the scores as they are), rank_low, rank_high.
    """
    ranks = drawn_ranks(drawn)
    low, high = np.quantile(ranks, [(1 - SHARE) / 2, (1 + SHARE) / 2], axis=0)
    return _sets(total, np.floor(low).astype("int64"), np.ceil(high).astype("int64"))


def drawn_ranks(drawn: Floats) -> Integers:
    """Competition ranks within each draw."""
    order = np.sort(drawn, axis=1)
    found = [
        len(line) - np.searchsorted(line, values, side="right") + 1 for line, values in zip(order, drawn, strict=True)
    ]
    return np.asarray(found, dtype="int64")


def turned_round(drawn: Floats, one: int, other: int) -> float:
    """The share of draws in which two columns do not stand in the order given (one above the other)."""
    return float((drawn[:, one] <= drawn[:, other]).mean())


def pair_limit(errors: Floats, *, confidence: float = CONFIDENCE) -> Floats:
    """How far apart two neighbours must be to be told apart on their own: z · √(se₁² + se₂²), for each neighbour pair.

    errors: standard errors in the order of the ranks; one limit fewer than errors.
    """
    limit: Floats = NormalDist().inv_cdf((1 + confidence) / 2) * np.hypot(errors[:-1], errors[1:])
    return limit
