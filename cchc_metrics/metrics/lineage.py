"""What the provinces merged in 2025 would have had before: estimates with a declared method, never published numbers.

Rules: docs/methodology.md «63 → 34» (a back-series of a merged province is an estimate with a declared method and says
so; published values are neither altered nor averaged silently), «Values» (missing is not zero; round once).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import pandas as pd

from cchc_metrics.metrics.exact import require_grain, scored, typed
from cchc_metrics.model import SCALE, EntityType, ValueState, scaled

LINK_DTYPES = {
    "successor_id": "str",
    "predecessor_id": "str",
    "parts": "Int64",
    "unchanged": "bool",
    "namesake": "bool",
}
ESTIMATE_DTYPES = {
    "entity_id": "str",
    "period_id": "str",
    "value": "float64",
    "state": "str",
    "low": "float64",
    "high": "float64",
    "parts": "Int64",
    "known": "Int64",
    "estimate": "bool",
}
BOUND_DTYPES = {"entity_id": "str", "rank_best": "Int64", "rank_worst": "Int64"}


class Method(StrEnum):
    """How a merged province is estimated from its predecessors.

    WEIGHTED: their mean by a declared weight set · BAND: the same mean, to be read with the lowest and the highest of
    them · OLD: the predecessor that bore the same name, alone.
    """

    WEIGHTED = "weighted"
    BAND = "band"
    OLD = "old"


def links(entities: pd.DataFrame) -> pd.DataFrame:
    """Which province became which.

    entities: frame of the ``entities`` kind. Result, one row per province with a successor, by successor and then the
    namesake first: successor_id, predecessor_id, parts (how many predecessors the successor has), unchanged (it is
    the only one), namesake (it bore the successor's name; the only one counts as that).
    """
    provinces = entities[entities["entity_type"] == EntityType.PROVINCE]
    names = dict(zip(provinces["entity_id"], provinces["name"], strict=True))
    old = provinces[provinces["successor_id"].isin(list(names))]
    frame = pd.DataFrame({"successor_id": old["successor_id"].array, "predecessor_id": old["entity_id"].array})
    parts = frame.groupby("successor_id")["predecessor_id"].transform("size")
    same = [
        names[new] == names[before] for new, before in zip(frame["successor_id"], frame["predecessor_id"], strict=True)
    ]
    frame = frame.assign(parts=parts, unchanged=parts == 1, namesake=(parts == 1) | np.array(same, dtype=bool))
    order = frame.assign(other=~frame["namesake"]).sort_values(["successor_id", "other", "predecessor_id"])
    return typed(order.drop(columns="other"), LINK_DTYPES)


def shares(links: pd.DataFrame, weights: pd.DataFrame | None) -> pd.DataFrame:
    """Each predecessor's share of its successor, 0–1; the shares of a successor sum to one.

    links: as above; weights: one row per predecessor – entity_id, weight (in any unit, more than 0), None for equal
    weights. Result: the links with weight and share (float64), both NaN for every predecessor of a successor of which
    one has no weight. Raises ValueError when an entity comes twice or a weight is not more than 0.
    """
    whole = _whole_weights(links, weights)
    total = {successor: sum(part.values()) for successor, part in whole.items()}
    pairs = list(zip(links["successor_id"], links["predecessor_id"], strict=True))
    told = [(whole[new][old], total[new]) if new in whole else (np.nan, np.nan) for new, old in pairs]
    unit = 1 if weights is None else SCALE
    weight = np.array([one / unit for one, _ in told], dtype="float64")
    share = np.array([one / sum_ for one, sum_ in told], dtype="float64")
    return links.assign(weight=weight, share=share)


def _whole_weights(links: pd.DataFrame, weights: pd.DataFrame | None) -> dict[str, dict[str, int]]:
    """successor -> predecessor -> whole-number weight; without the successors of which a weight is not known."""
    below: dict[str, list[str]] = {}
    for new, old in zip(links["successor_id"], links["predecessor_id"], strict=True):
        below.setdefault(new, []).append(old)
    if weights is None:
        return {new: dict.fromkeys(parts, 1) for new, parts in below.items()}
    require_grain(weights, ("entity_id",))
    exact = scaled(weights["weight"])
    if bool((exact.dropna() <= 0).any()):
        raise ValueError("a weight must be more than 0")
    known = {
        entity: int(weight) for entity, weight in zip(weights["entity_id"], exact, strict=True) if not pd.isna(weight)
    }
    return {new: {old: known[old] for old in parts} for new, parts in below.items() if known.keys() >= set(parts)}


@dataclass(frozen=True, slots=True)
class _Part:
    """One predecessor in one period. score: exact integer of 10⁻⁹, None where missing."""

    entity_id: str
    namesake: bool
    score: int | None
    exempt: bool


def pro_forma(scores: pd.DataFrame, links: pd.DataFrame, weights: pd.DataFrame | None, method: Method) -> pd.DataFrame:
    """Scores of the provinces after the merger for periods before it.

    scores: one row per predecessor × period of one criterion – entity_id, period_id, value, state; links: the result
    of ``links``; weights: as in ``shares``, None for equal ones.

    Result, one row per successor × period of which any predecessor has a row: entity_id, period_id, value, state, low
    and high (the lowest and highest predecessor, both NaN unless all have a value), parts, known (predecessors with a
    value), estimate (False only where the successor has a single predecessor: its published score stands as it is).
    A weighted mean is taken on exact integers and rounded once, to 10⁻⁹, half away from zero. Where a predecessor
    that the method asks for has no value – all of them, for OLD only the namesake – or no weight, there is no
    estimate: state missing, value NaN. Published scores are not changed. Raises ValueError when a row comes twice.
    """
    require_grain(scores, ("entity_id", "period_id"))
    whole = _whole_weights(links, weights)
    exact = scored(scores)
    states = (scores["state"] == ValueState.EXEMPT).to_numpy(dtype=bool)
    held = {
        (entity, period): (None if pd.isna(score) else int(score), bool(exempt))
        for entity, period, score, exempt in zip(scores["entity_id"], scores["period_id"], exact, states, strict=True)
    }
    periods = sorted(set(scores["period_id"]))
    rows = []
    for successor, group in links.groupby("successor_id", sort=True):
        marks = dict(zip(group["predecessor_id"], group["namesake"], strict=True))
        for period in periods:
            if not any((old, period) in held for old in marks):
                continue
            found = [_Part(old, bool(same), *held.get((old, period), (None, False))) for old, same in marks.items()]
            rows.append((successor, period, *_estimate(found, whole.get(str(successor)), method)))
    return typed(pd.DataFrame(rows, columns=list(ESTIMATE_DTYPES)), ESTIMATE_DTYPES)


def _estimate(
    parts: Sequence[_Part], weights: Mapping[str, int] | None, method: Method
) -> tuple[float, str, float, float, int, int, bool]:
    """value, state, low, high, parts, known, estimate."""
    known = [part.score for part in parts if part.score is not None]
    complete = len(known) == len(parts)
    low, high = (min(known) / SCALE, max(known) / SCALE) if complete else (np.nan, np.nan)
    value = _alone(parts) if method is Method.OLD else _mean(parts, weights)
    state = ValueState.MISSING if value is None else ValueState.VALUE
    if len(parts) == 1 and parts[0].exempt:
        state = ValueState.EXEMPT
    number = np.nan if value is None else value / SCALE
    return number, str(state), low, high, len(parts), len(known), len(parts) > 1


def _alone(parts: Sequence[_Part]) -> int | None:
    return next((part.score for part in parts if part.namesake), None)


def _mean(parts: Sequence[_Part], weights: Mapping[str, int] | None) -> int | None:
    """The weighted mean, rounded once; the score itself, whatever the weights, where there is one predecessor."""
    if len(parts) == 1:
        return parts[0].score
    if weights is None:
        return None
    weighted = [(part.score, weights[part.entity_id]) for part in parts if part.score is not None]
    if len(weighted) < len(parts):
        return None
    return _rounded(sum(score * weight for score, weight in weighted), sum(weight for _, weight in weighted))


def _rounded(numerator: int, denominator: int) -> int:
    """The whole number nearest to a fraction with a positive denominator, half away from zero."""
    sign = -1 if numerator < 0 else 1
    return sign * ((2 * abs(numerator) + denominator) // (2 * denominator))


def rank_bounds(estimates: pd.DataFrame) -> pd.DataFrame:
    """The best and worst rank a province can have when every estimate may lie anywhere in its band.

    estimates: one period of ``pro_forma`` (or published rows with low = high = value). A province stands best at its
    own high with all others at their low, worst the other way round; ties share. Result, one row per
    entity: entity_id, rank_best, rank_worst (Int64; ``<NA>`` without a value or without a band).
    """
    require_grain(estimates, ("entity_id",))
    banded = estimates[estimates["value"].notna() & estimates["low"].notna()]
    low, high = (scaled(banded[name]).to_numpy(dtype="int64") for name in ("low", "high"))
    # A province's own bounds lie on both sides: itself is never counted as above itself.
    best = [1 + int((low > own).sum()) for own in high]
    worst = [1 + int((high > own).sum()) - int(top > own) for own, top in zip(low, high, strict=True)]
    found = pd.DataFrame({"rank_best": best, "rank_worst": worst}, index=pd.Index(banded["entity_id"]), dtype="Int64")
    everyone = found.reindex(estimates["entity_id"]).reset_index(names="entity_id")
    return typed(everyone, BOUND_DTYPES)


def incomplete(links: pd.DataFrame, weights: pd.DataFrame) -> tuple[str, ...]:
    """Merged provinces of which this set weighs some predecessors and not others, sorted."""
    weighed = links["predecessor_id"].isin(weights["entity_id"])
    counted = weighed.groupby(links["successor_id"]).agg(["sum", "size"])
    return tuple(sorted(counted.index[(counted["sum"] > 0) & (counted["sum"] < counted["size"])]))
