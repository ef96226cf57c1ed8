"""How sure a rank is: the ranks that noise leaves open, by simulation, for one province and for all comparisons."""

from statistics import NormalDist

import numpy as np
import pandas as pd

from cchc_metrics.metrics.exact import Floats, Integers, typed
from cchc_metrics.metrics.ranking import competition_rank
from cchc_metrics.model import SCALE, scaled

DRAWS = 2000
SEED = 20250701
# Where noise could explain all differences, this share of their variance is still taken to be true.
LEAST_TRUE = 1e-3

SET_DTYPES = {"entity_id": "str", "rank": "Int64", "rank_low": "Int64", "rank_high": "Int64"}


def _checked(values: pd.Series, errors: pd.Series) -> tuple[Floats, Floats]:
    """Values and errors as arrays. Raises ValueError for a missing one, or a negative error."""
    value, error = values.to_numpy(dtype="float64"), errors.to_numpy(dtype="float64")
    if np.isnan(value).any() or np.isnan(error).any() or (error < 0).any():
        raise ValueError("each value needs a standard error, and none is negative")
    return value, error


def true_scores(values: pd.Series, errors: pd.Series, *, draws: int = DRAWS, seed: int = SEED) -> Floats:
    """Draws × entities: what the scores without noise may be, given the scores with it.

    Empirical Bayes with normal noise sᵢ and normal true scores of mean m and variance τ²: τ² is the variance of the
    scores less the mean sᵢ², and the true score is normal about m + Bᵢ(vᵢ − m) with variance Bᵢ·sᵢ², Bᵢ = τ²/(τ² + sᵢ²)
    (Efron & Morris 1975; ranks from such draws: Laird & Louis 1989). The extremes of a ranking are partly luck, and
    this takes their share of it back. values, errors: by entity_id, none missing. The same input and seed give the
    same draws.
    """
    value, error = _checked(values, errors)
    spread = float(value.var(ddof=1)) if len(value) > 1 else 0.0
    true = max(spread - float((error**2).mean()), LEAST_TRUE * spread)
    weight = np.where(true + error**2 > 0, 1 / np.maximum(true + error**2, 1e-300), 1.0)
    middle = float((weight * value).sum() / weight.sum())
    kept = true * weight if true > 0 else np.ones(len(value))
    chance = np.random.default_rng(seed).standard_normal((draws, len(value)))
    drawn: Floats = middle + kept * (value - middle) + np.sqrt(kept) * error * chance
    return drawn


def measured_again(true: Floats, errors: pd.Series, *, seed: int = SEED) -> Floats:
    """The draws of ``true_scores`` measured once more with the same noise: what a next survey may print."""
    chance = np.random.default_rng(seed + 1).standard_normal(true.shape)
    again: Floats = true + chance * errors.to_numpy(dtype="float64")
    return again


def rank_spans(values: pd.Series, drawn: Floats, *, confidence: float) -> pd.DataFrame:
    """The middle ``confidence`` of each one's ranks over the draws, outwards to whole ranks, its own rank included.

    For one province at a time: of all spans together a share of 1 − confidence is expected to miss. Result, one row per
    entity, best first: entity_id, rank (on the scores as they are), rank_low, rank_high.
    """
    ranks = drawn_ranks(drawn)
    low, high = np.quantile(ranks, [(1 - confidence) / 2, (1 + confidence) / 2], axis=0)
    own = competition_rank(values).to_numpy(dtype="int64")
    lowest = np.minimum(np.floor(low).astype("int64"), own)
    return _sets(values, lowest, np.maximum(np.ceil(high).astype("int64"), own))


def rank_sets(
    values: pd.Series, errors: pd.Series, *, confidence: float, draws: int = DRAWS, seed: int = SEED
) -> pd.DataFrame:
    """The ranks that noise leaves open when a province is compared with all others at once.

    Province k is surely better than j when (vₖ − vⱼ) / √(sₖ² + sⱼ²) > cⱼ; cⱼ is the ``confidence`` quantile, over
    simulated noise, of the largest |εₖ − εⱼ| / √(sₖ² + sⱼ²) over all k, so that the p − 1 comparisons of j hold
    together
    (of one j; not those of all provinces). The ranks run from 1 + (surely better) to p − (surely worse): Mogstad,
    Romano, Shaikh & Wilhelm, "Inference for Ranks", Review of Economic Studies 91 (2024). Errors of two provinces are
    taken as independent. No prior is used. Columns as in ``rank_spans``.
    """
    value, error = _checked(values, errors)
    noise = np.random.default_rng(seed).standard_normal((draws, len(value))) * error
    low, high = np.empty(len(value), dtype="int64"), np.empty(len(value), dtype="int64")
    for place in range(len(value)):
        scale = np.hypot(error, error[place])
        told = (np.arange(len(value)) != place) & (scale > 0)
        limit = 0.0
        if told.any():
            largest = (np.abs(noise - noise[:, [place]])[:, told] / scale[told]).max(axis=1)
            limit = float(np.quantile(largest, confidence))
        apart = value - value[place]
        low[place] = 1 + int((apart > limit * scale).sum())
        high[place] = len(value) - int((-apart > limit * scale).sum())
    return _sets(values, low, high)


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


def drawn_ranks(drawn: Floats) -> Integers:
    """Competition ranks within each draw."""
    order = np.sort(drawn, axis=1)
    found = [
        len(line) - np.searchsorted(line, values, side="right") + 1 for line, values in zip(order, drawn, strict=True)
    ]
    return np.asarray(found, dtype="int64")


def pair_limit(errors: Floats, *, confidence: float) -> Floats:
    """How far apart two neighbours must be to be told apart on their own: z · √(se₁² + se₂²), for each neighbour pair.

    errors: standard errors in the order of the ranks; one limit fewer than errors.
    """
    limit: Floats = NormalDist().inv_cdf((1 + confidence) / 2) * np.hypot(errors[:-1], errors[1:])
    return limit
