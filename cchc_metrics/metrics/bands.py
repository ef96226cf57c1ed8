"""How far a forecast may miss: conformal bands from the errors it made before, and the chance that follows from them.

Errors of one year share that year's weather, so the years of origin are blocks of equal weight, however many
provinces each has (docs/methodology.md «Trajectory to a target»; conformal prediction: Vovk, Gammerman & Shafer 2005).
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from cchc_metrics.metrics.exact import Floats, same, typed
from cchc_metrics.metrics.forecasting import HORIZONS, Method

SHARE = 0.8
# Fewer errors than these give no band, and neither do errors of one single year.
LEAST_ERRORS, LEAST_YEARS = 30, 2
# A chance is never said to be nothing or everything.
LEAST_CHANCE = 0.01

SCORE_DTYPES = {
    "method": "str",
    "horizon": "int64",
    "n": "int64",
    "rmse": "float64",
    "median_abs": "float64",
    "tested": "int64",
    "coverage": "float64",
    "interval_score": "float64",
}


@dataclass(frozen=True, eq=False)
class Misses:
    """Past errors of one method and horizon, sorted by size. weights: equal per year of origin, summing to 1."""

    sizes: Floats
    weights: Floats
    years: int

    @property
    def half(self) -> float:
        """The size that ``SHARE`` of the past errors do not exceed: half the width of the band."""
        reached = np.searchsorted(np.cumsum(self.weights), SHARE - 1e-12)
        return float(self.sizes[min(int(reached), len(self.sizes) - 1)])

    def chance(self, gaps: Floats) -> Floats:
        """The chance that the actual value lies at or above forecast + gap, for each gap.

        Errors up and down are taken as equally likely, as in the band: half the weight of the errors at least as large
        as the gap, or one less that. Between ``LEAST_CHANCE`` and its opposite.
        """
        weight = np.concatenate([[0.0], np.cumsum(self.weights)])
        beyond = (1 - weight[np.searchsorted(self.sizes, np.abs(gaps))]) / 2
        found: Floats = np.clip(np.where(gaps > 0, beyond, 1 - beyond), LEAST_CHANCE, 1 - LEAST_CHANCE)
        return found


def misses(errors: pd.DataFrame, method: Method, horizon: int, *, known_by: int | None = None) -> Misses | None:
    """The past errors of a node; known_by: only those whose actual year had come by then.

    errors: ``forecasting.backtest`` of one node. None with too few errors, or with those of one year only.
    """
    chosen = same(errors["method"], method.value) & (errors["horizon"] == horizon).to_numpy(dtype=bool)
    return _Past.of(errors[chosen]).misses(horizon, known_by)


@dataclass(frozen=True, eq=False)
class _Past:
    """The errors of one node, method and horizon, each with its year of origin."""

    origins: npt.NDArray[np.int64]
    missed: Floats

    @staticmethod
    def of(errors: pd.DataFrame) -> "_Past":
        return _Past(errors["origin"].to_numpy(dtype="int64"), errors["error"].to_numpy(dtype="float64"))

    def misses(self, horizon: int, known_by: int | None) -> Misses | None:
        """``misses`` of these."""
        known = np.ones(len(self.missed), dtype=bool) if known_by is None else self.origins + horizon <= known_by
        years, place, counts = np.unique(self.origins[known], return_inverse=True, return_counts=True)
        if known.sum() < LEAST_ERRORS or len(years) < LEAST_YEARS:
            return None
        weights = 1 / (counts[place].astype("float64") * len(years))
        sizes = np.abs(self.missed[known])
        order = np.argsort(sizes, kind="stable")
        return Misses(sizes[order], weights[order], len(years))

    def at(self, origin: int) -> Floats:
        """The errors made in one year."""
        found: Floats = self.missed[self.origins == origin]
        return found


def interval_score(half: float, errors: Floats) -> Floats:
    """Width of the band plus 2/(1 − SHARE) for every point outside it (Gneiting & Raftery 2007); smaller is better."""
    beyond = np.maximum(np.abs(errors) - half, 0)
    scores: Floats = 2 * half + 2 / (1 - SHARE) * beyond
    return scores


def summary(errors: pd.DataFrame) -> pd.DataFrame:
    """The contest in short: one row per method × horizon.

    errors: ``forecasting.backtest`` of one node, or of several with a column node_code (bands are taken node by node).
    Result: n, rmse, median_abs (points), tested (forecasts for which a band could have been given from errors known at
    their origin), coverage and interval_score over these.
    """
    named = errors if "node_code" in errors else errors.assign(node_code="")
    rows = []
    for method in dict.fromkeys(named["method"]):
        for horizon in HORIZONS:
            mine = named[(named["method"] == method) & (named["horizon"] == horizon)]
            inside, scores = _held(mine, horizon)
            missed = mine["error"].to_numpy(dtype="float64")
            rows.append(
                (
                    *(method, horizon, len(mine)),
                    float(np.sqrt((missed**2).mean())) if len(mine) else np.nan,
                    float(np.median(np.abs(missed))) if len(mine) else np.nan,
                    len(inside),
                    float(inside.mean()) if len(inside) else np.nan,
                    float(scores.mean()) if len(scores) else np.nan,
                )
            )
    return typed(pd.DataFrame(rows, columns=list(SCORE_DTYPES)), SCORE_DTYPES)


def _held(mine: pd.DataFrame, horizon: int) -> tuple[Floats, Floats]:
    """1 where the actual value lay in the band that its origin's past would have given, 0 where not; and the scores."""
    inside, scores = [np.zeros(0)], [np.zeros(0)]
    for _, node in mine.groupby("node_code"):
        past = _Past.of(node)
        for origin in np.unique(past.origins).tolist():
            known = past.misses(horizon, origin)
            if known is not None:
                missed = past.at(origin)
                inside.append((np.abs(missed) <= known.half).astype("float64"))
                scores.append(interval_score(known.half, missed))
    return np.concatenate(inside), np.concatenate(scores)


def tested(errors: pd.DataFrame, method: Method, horizon: int) -> int:
    """Of how many forecasts of a node a band could have been given at the time: without one it is not shown."""
    mine = errors[(errors["method"] == method.value) & (errors["horizon"] == horizon)].assign(node_code="")
    return len(_held(mine, horizon)[0])


# Targets that a chance is tried on: the last value and so many halves of the band above it.
STEPS = (-0.5, 0.0, 0.25, 0.5, 0.75, 1.0, 1.5)
CHANCE_DTYPES = {"node_code": "str", "origin": "int64", "horizon": "int64", "chance": "float64", "reached": "bool"}


def chances(errors: pd.DataFrame, lasts: pd.DataFrame, method: Method) -> pd.DataFrame:
    """Chances given in the past, and whether the target was reached: one row per forecast × target tried.

    errors: as in ``summary``, with node_code; lasts: node_code, entity_id, origin, horizon, above – the last value less
    the forecast. Targets are the last value and ``STEPS`` halves of that origin's band above it; errors known at the
    origin only.
    """
    mine = errors[errors["method"] == method.value].merge(lasts, on=["node_code", "entity_id", "origin", "horizon"])
    told: dict[str, list[Any]] = {name: [] for name in CHANCE_DTYPES}
    for (node, horizon), cases in mine.groupby(["node_code", "horizon"]):
        past, above, ahead = _Past.of(cases), cases["above"].to_numpy(dtype="float64"), int(str(horizon))
        for origin in np.unique(past.origins).tolist():
            known = past.misses(ahead, origin)
            if known is None:
                continue
            missed = past.at(origin)
            for step in STEPS:
                gaps = above[past.origins == origin] + step * known.half
                told["chance"] += known.chance(gaps).tolist()
                told["reached"] += (missed >= gaps).tolist()
            for name, value in (("node_code", node), ("origin", origin), ("horizon", ahead)):
                told[name] += [value] * (len(missed) * len(STEPS))
    return typed(pd.DataFrame(told), CHANCE_DTYPES)


RELIABILITY_DTYPES = {
    **{"low": "float64", "high": "float64", "n": "int64", "said": "float64", "reached": "float64"},
    **{"years": "int64", "effective": "float64"},
}


def reliability(given: pd.DataFrame, bins: int = 10) -> pd.DataFrame:
    """Chances as they were given against how often they came true, in equal bins: low, high, n, said, reached, years,
    effective.

    Cases of one year of origin share its weather, and several targets are tried on one forecast, so n overstates what
    is known. years: how many years of origin; effective: how many independent cases would leave the share as unsure as
    its scatter between those years does (``effective_cases``).
    """
    number = np.minimum((given["chance"] * bins).astype("int64"), bins - 1)
    rows = []
    for place in sorted(set(number)):
        part = given[number == place]
        said, reached = float(part["chance"].mean()), float(part["reached"].mean())
        years = part.groupby("origin")["reached"].agg(["sum", "size"])
        effective = effective_cases(years["sum"].to_numpy("float64"), years["size"].to_numpy("float64"))
        rows.append((place / bins, (place + 1) / bins, len(part), said, reached, len(years), effective))
    return typed(pd.DataFrame(rows, columns=list(RELIABILITY_DTYPES)), RELIABILITY_DTYPES)


def effective_cases(hits: Floats, sizes: Floats) -> float:
    """p(1 − p) / Var(p), at most all cases and at least one: Var that of a ratio over blocks, here years of origin.

    Var(p) = B/(B − 1) · Σ (hitsᵦ − p · sizesᵦ)² / (Σ sizes)² (Cochran, Sampling Techniques, 1977, 2.11). NaN with one
    block, of which no scatter is known.
    """
    total, blocks = float(sizes.sum()), len(sizes)
    if blocks < 2:
        return float("nan")
    p = float(hits.sum()) / total
    spread = blocks / (blocks - 1) * float(((hits - p * sizes) ** 2).sum()) / total**2
    return float(min(max(p * (1 - p) / spread, 1.0), total)) if spread > 0 else total


def brier(given: pd.DataFrame) -> float:
    """The mean squared difference between the chance and what came, 0 best; 0.25 is a coin (Brier 1950)."""
    return float(((given["chance"] - given["reached"]) ** 2).mean()) if len(given) else float("nan")
