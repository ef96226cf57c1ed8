"""What a score may be in one to three years: methods that are tried on the past, in the order they were proposed.

A node's panel is its runs of comparable years, entity × year. Every forecast uses only what was known in its year of
origin: the run so far, and for parameters and weights the pairs of an earlier and a later year that had both come by
then, in this run or an earlier one. Rules and results: docs/methodology.md «Trajectory to a target».
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

import numpy as np
import pandas as pd

from cchc_metrics.metrics.exact import Floats, typed

# Two points are one change, which says nothing of how changes vary.
LEAST_POINTS = 3
HORIZONS = (1, 2, 3)
# Weights and parameters are fitted on at least so many pairs.
LEAST_PAIRS = 30

ERROR_DTYPES = {"entity_id": "str", "origin": "int64", "horizon": "int64", "method": "str", "error": "float64"}
_LEVELS = tuple(step / 10 for step in range(1, 11))


class Method(StrEnum):
    """Ways to forecast."""

    NO_CHANGE = "no_change"  # the last value
    SHRINK = "shrink"  # last value and mean of the own run, both drawn toward the national mean
    SES = "ses"  # simple exponential smoothing (Brown 1956)
    DAMPED = "damped"  # Holt's linear trend, damped (Gardner & McKenzie 1985)
    THETA = "theta"  # smoothing with half the own slope (Assimakopoulos & Nikolopoulos 2000)
    DRIFT = "drift"  # last value and the nation's mean yearly change
    MEDIAN = "median"  # last value and the median of the own yearly changes: the «pace»


@dataclass(frozen=True, eq=False)
class Run:
    """Consecutive comparable years of one node: scores (entity × year, NaN where missing) and what follows from them.

    apart: value less the year's mean over all provinces. own: mean of ``apart`` over the unbroken years of the entity
    up to that year. count: how many these are.
    """

    entities: tuple[str, ...]
    years: tuple[int, ...]
    scores: Floats
    means: Floats
    apart: Floats
    own: Floats
    count: Floats


def run_of(frame: pd.DataFrame) -> Run:
    """A run from a frame entity × year (columns: index years, consecutive). Raises ValueError for a year left out."""
    years = tuple(int(str(year)) for year in frame.columns)
    if any(after - before != 1 for before, after in pairwise(years)):
        raise ValueError("the years of a run follow each other")
    values = frame.to_numpy(dtype="float64")
    present = ~np.isnan(values)
    held = present.sum(axis=0)
    means = np.where(held > 0, np.nansum(values, axis=0) / np.maximum(held, 1), np.nan)
    apart = values - means
    count, total = np.zeros_like(values), np.zeros_like(values)
    for at in range(len(years)):
        before = (count[:, at - 1], total[:, at - 1]) if at else (np.zeros(len(values)), np.zeros(len(values)))
        count[:, at] = np.where(present[:, at], before[0] + 1, 0)
        total[:, at] = np.where(present[:, at], before[1] + np.nan_to_num(apart[:, at]), 0)
    own = np.where(count > 0, total / np.maximum(count, 1), np.nan)
    return Run(tuple(map(str, frame.index)), years, values, means, apart, own, count)


def forecast(method: Method, runs: Sequence[Run], place: int, at: int, horizon: int) -> Floats | None:
    """The forecasts of a run's entities, ``horizon`` years after the year ``at``; NaN where there is no value.

    None where the past is too short to fit anything.
    """
    run = runs[place]
    if method is Method.NO_CHANGE:
        return run.scores[:, at]
    if method is Method.DRIFT:
        rises = np.diff(run.means[: at + 1])
        return None if not len(rises) else run.scores[:, at] + horizon * float(rises.mean())
    if method is Method.MEDIAN:
        return run.scores[:, at] + horizon * _median_changes(run, at)
    known = runs[: place + 1]
    return _shrunk(known, at, horizon) if method is Method.SHRINK else _fitted(_FAMILIES[method], known, at, horizon)


def _median_changes(run: Run, at: int) -> Floats:
    changes = np.full(len(run.scores), np.nan)
    for row, count in enumerate(run.count[:, at]):
        if count >= 2:
            changes[row] = np.median(np.diff(run.scores[row, at - int(count) + 1 : at + 1]))
    return changes


def shrink_weights(runs: Sequence[Run], known_by: int, horizon: int) -> Floats | None:
    """Weights of (last value, mean of the own run), both apart from the national mean, by least squares, none negative.

    From all pairs of an origin and a year ``horizon`` later that had come by ``known_by``, each within its run; with
    too few of them the weights of a shorter horizon. None with too few even of one year.
    """
    for ahead in range(horizon, 0, -1):
        rows, actual = [], []
        for run in runs:
            for at in range(len(run.years) - ahead):
                if run.years[at] + ahead > known_by:
                    break
                told = ~np.isnan(run.apart[:, at]) & ~np.isnan(run.apart[:, at + ahead])
                rows.append(np.column_stack([run.apart[told, at], run.own[told, at]]))
                actual.append(run.apart[told, at + ahead])
        if sum(map(len, actual)) >= LEAST_PAIRS:
            return _least_squares(np.vstack(rows), np.concatenate(actual))
    return None


def _least_squares(rows: Floats, actual: Floats) -> Floats:
    """Two weights by least squares, none negative: where one would be, the better of them alone."""
    both = np.asarray(np.linalg.lstsq(rows, actual, rcond=None)[0], dtype="float64")
    if (both >= 0).all():
        return both
    alone = [max(float(rows[:, at] @ actual) / max(float(rows[:, at] @ rows[:, at]), 1e-12), 0.0) for at in (0, 1)]
    missed = [float(((actual - weight * rows[:, at]) ** 2).sum()) for at, weight in enumerate(alone)]
    return np.array([alone[0], 0.0] if missed[0] <= missed[1] else [0.0, alone[1]])


def _shrunk(runs: Sequence[Run], at: int, horizon: int) -> Floats | None:
    run = runs[-1]
    weights = shrink_weights(runs, run.years[at], horizon)
    if weights is None:
        return None
    found: Floats = run.means[at] + weights[0] * run.apart[:, at] + weights[1] * run.own[:, at]
    return found


Recursion = Callable[[Run, int], Floats]


def _fitted(family: Sequence[Recursion], runs: Sequence[Run], at: int, horizon: int) -> Floats | None:
    """The member of a family with the least squared error over the pairs known at the origin.

    Judged at this horizon, else, with too few such pairs, at a shorter one. None with too few even of one year.
    """
    now = runs[-1].years[at]
    for ahead in range(horizon, 0, -1):
        sizes = []
        for member in family:
            errors = np.concatenate([_missed(member(run, ahead), run, now, ahead) for run in runs])
            sizes.append(float((errors**2).mean()) if len(errors) >= LEAST_PAIRS else np.inf)
        best = int(np.argmin(sizes))
        if np.isfinite(sizes[best]):
            return family[best](runs[-1], horizon)[:, at]
    return None


def _missed(found: Floats, run: Run, known_by: int, horizon: int) -> Floats:
    last = sum(year + horizon <= known_by for year in run.years)
    last = min(last, max(len(run.years) - horizon, 0))
    errors = run.scores[:, horizon : horizon + last] - found[:, :last]
    flat: Floats = errors[~np.isnan(errors)]
    return flat


@lru_cache(maxsize=256)
def _levels(run: Run, alpha: float) -> Floats:
    """Exponentially smoothed levels; an entity begins anew after a missing year."""
    levels = run.scores.copy()
    for at in range(1, len(run.years)):
        before = levels[:, at - 1]
        levels[:, at] = np.where(np.isnan(before), levels[:, at], alpha * levels[:, at] + (1 - alpha) * before)
    return levels


def _smoothed(alpha: float) -> Recursion:
    return lambda run, _: _levels(run, alpha)


@lru_cache(maxsize=256)
def _trends(run: Run, alpha: float, beta: float, phi: float) -> tuple[Floats, Floats]:
    level, slope = run.scores.copy(), np.zeros_like(run.scores)
    for at in range(1, len(run.years)):
        before, rise, value = level[:, at - 1], slope[:, at - 1], run.scores[:, at]
        joined = ~np.isnan(before)
        moved = np.where(joined, alpha * value + (1 - alpha) * (before + phi * rise), value)
        slope[:, at] = np.where(joined, beta * (moved - before) + (1 - beta) * phi * rise, 0.0)
        slope[:, at] = np.where(np.isnan(value), 0.0, slope[:, at])
        level[:, at] = moved
    return level, slope


def _damped(alpha: float, beta: float, phi: float) -> Recursion:
    def found(run: Run, horizon: int) -> Floats:
        level, slope = _trends(run, alpha, beta, phi)
        ahead: Floats = level + slope * sum(phi**step for step in range(1, horizon + 1))
        return ahead

    return found


@lru_cache(maxsize=256)
def _slopes(run: Run) -> Floats:
    """The least-squares slope of each entity's unbroken years up to each year; 0 with fewer than three."""
    slopes, place, product = np.zeros_like(run.scores), np.zeros(len(run.scores)), np.zeros(len(run.scores))
    for at in range(len(run.years)):
        count, value = run.count[:, at], np.nan_to_num(run.scores[:, at])
        place = np.where(count > 1, place, 0.0) + value
        product = np.where(count > 1, product, 0.0) + (count - 1) * value
        enough = count >= LEAST_POINTS
        n = np.maximum(count, 2.0)
        slope = 12 / (n * (n**2 - 1)) * (product - (n - 1) / 2 * place)
        slopes[:, at] = np.where(enough, slope, 0.0)
    return slopes


def _theta(alpha: float) -> Recursion:
    def found(run: Run, horizon: int) -> Floats:
        grown = horizon - 1 + (1 - (1 - alpha) ** run.count) / alpha
        ahead: Floats = _levels(run, alpha) + _slopes(run) / 2 * grown
        return ahead

    return found


_FAMILIES: dict[Method, tuple[Recursion, ...]] = {
    Method.SES: tuple(_smoothed(alpha) for alpha in _LEVELS),
    Method.DAMPED: tuple(
        _damped(alpha, beta, phi)
        for alpha in (0.2, 0.4, 0.6, 0.8, 1.0)
        for beta in (0.1, 0.3, 0.5)
        for phi in (0.8, 0.9, 0.98)
    ),
    Method.THETA: tuple(_theta(alpha) for alpha in (0.2, 0.4, 0.6, 0.8, 1.0)),
}


def backtest(frames: Sequence[pd.DataFrame], methods: Sequence[Method] = tuple(Method)) -> pd.DataFrame:
    """What each method would have missed by, at every year that allowed a forecast (rolling origin).

    frames: one node, entity × index year, one frame per run of comparable years, oldest first. An origin has three
    unbroken years of the entity behind it, and the year looked at lies in the same unbroken years. Result, one row per
    entity × origin × horizon × method: entity_id, origin, horizon, method, error (actual − forecast, in points); only
    cases that every method could forecast.
    """
    runs = [run_of(frame) for frame in frames]
    found = [pd.DataFrame(columns=list(ERROR_DTYPES))]
    for place, run in enumerate(runs):
        for at in range(LEAST_POINTS - 1, len(run.years) - 1):
            for horizon in HORIZONS:
                if at + horizon < len(run.years):
                    found += _tried(methods, runs, place, at, horizon)
    return typed(pd.concat([one for one in found if len(one)] or found, ignore_index=True), ERROR_DTYPES)


def _tried(methods: Sequence[Method], runs: Sequence[Run], place: int, at: int, horizon: int) -> list[pd.DataFrame]:
    run = runs[place]
    told = (run.count[:, at] >= LEAST_POINTS) & (run.count[:, at + horizon] == run.count[:, at] + horizon)
    forecasts = {method: forecast(method, runs, place, at, horizon) for method in methods}
    if not told.any() or any(values is None for values in forecasts.values()):
        return []
    names = np.array(run.entities)[told]
    return [
        pd.DataFrame(
            {
                "entity_id": names,
                "origin": run.years[at],
                "horizon": horizon,
                "method": method.value,
                "error": (run.scores[:, at + horizon] - values)[told],
            }
        )
        for method, values in forecasts.items()
        if values is not None
    ]
