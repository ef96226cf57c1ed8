"""Where a series is heading: pace, projection with the errors it made before, and the word for it.

A series is projected only from its own unbroken stretch (``trend.segments``); nothing here crosses a break.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

import numpy as np
import pandas as pd

from cchc_metrics.metrics.exact import Floats, require_grain, typed
from cchc_metrics.model import SCALE, scaled

# Two points are one change, which says nothing of how changes vary.
LEAST_POINTS = 3
HORIZONS = (1, 2, 3)
SHARE = 0.8
# Fewer errors than these give no interval, and neither do errors of one single year, which share its weather.
LEAST_ERRORS, LEAST_YEARS = 30, 2

ERROR_DTYPES = {"entity_id": "str", "origin": "int64", "horizon": "int64", "method": "str", "error": "float64"}
SUMMARY_DTYPES = {
    "method": "str",
    "horizon": "int64",
    "n": "int64",
    "median_abs": "float64",
    "tested": "int64",
    "coverage": "float64",
}


class Method(StrEnum):
    """A change per year, added to the last value for each year ahead."""

    NO_CHANGE = "no_change"
    MEDIAN = "median"  # the median of the yearly changes
    MEAN = "mean"  # the mean of the yearly changes: the line from the first point to the last
    THEIL_SEN = "theil_sen"  # the median slope between any two points (Theil 1950, Sen 1968)


class Status(StrEnum):
    """How a series stands towards its target; the rules are those of ``status_of``."""

    MET = "met"
    ON_TRACK = "on_track"
    SLOW = "slow"
    AWAY = "away"
    MISSED = "missed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Interval:
    """How far actual values lay from the forecast, ``SHARE`` of them between low and high, of n errors."""

    low: float
    high: float
    n: int


def pace(values: Sequence[float] | Floats, method: Method) -> float:
    """Points per year of consecutive yearly values, by one of the methods. Raises ValueError with fewer than two."""
    points = np.asarray(values, dtype="float64")
    if len(points) < 2:
        raise ValueError("a pace needs two points")
    if method is Method.NO_CHANGE:
        return 0.0
    if method is Method.MEAN:
        return float(points[-1] - points[0]) / (len(points) - 1)
    if method is Method.MEDIAN:
        return float(np.median(np.diff(points)))
    slopes = [(points[b] - points[a]) / (b - a) for a, b in combinations(range(len(points)), 2)]
    return float(np.median(slopes))


def required_pace(last: float, target: float, years: int) -> float:
    """(target − last) / years, in points a year; exact to the last division. Raises ValueError without a year left."""
    if years < 1:
        raise ValueError("no year is left")
    exact = scaled(pd.Series([last, target], dtype="float64"))
    return int(exact.iloc[1] - exact.iloc[0]) / SCALE / years


def status_of(values: Sequence[float], last_year: int, target: float, year: int, at_year: float | None) -> Status:
    """The word for a series and its target.

    values: the unbroken stretch that ends in last_year, oldest first; at_year: the value of the target's year where it
    is known. In this order: the target's year is over – met or missed by its own value, unknown without one; the last
    value has reached the target – met; fewer than three points – unknown; the median yearly change is negative – away;
    it is at least the required pace – on track; else slow.
    """
    if year <= last_year:
        return Status.UNKNOWN if at_year is None else Status.MET if _reached(at_year, target) else Status.MISSED
    if len(values) and _reached(values[-1], target):
        return Status.MET
    if len(values) < LEAST_POINTS:
        return Status.UNKNOWN
    own = pace(values, Method.MEDIAN)
    if own < 0:
        return Status.AWAY
    return Status.ON_TRACK if own >= required_pace(values[-1], target, year - last_year) else Status.SLOW


def _reached(value: float, target: float) -> bool:
    return round(value * SCALE) >= round(target * SCALE)


def last_stretch(segmented: pd.DataFrame) -> pd.DataFrame:
    """The rows of one entity since its last break or gap, in time; segmented: a ``trend.segments`` of one entity."""
    valued = segmented[segmented["segment"].notna()]
    last: pd.DataFrame = valued[valued["segment"] == valued["segment"].max()]
    return last


def backtest(segmented: pd.DataFrame) -> pd.DataFrame:
    """What each method would have missed by, at every year of every unbroken stretch that allowed a forecast.

    segmented: one node – entity_id, period_id (index years), value, segment, as ``trend.segments`` gives it. At each
    origin only the points of the stretch up to it are used (three at least), and the year looked at lies in the same
    stretch. Result, one row per entity × origin × horizon × method: entity_id, origin, horizon, method, error
    (actual − forecast, in points). Raises ValueError when an entity and year come twice.
    """
    require_grain(segmented, ("entity_id", "period_id"))
    valued = segmented[segmented["segment"].notna()].sort_values(["entity_id", "period_id"])
    rows: list[tuple[str, int, int, str, float]] = []
    for (entity, _), part in valued.groupby(["entity_id", "segment"], sort=False):
        rows.extend((str(entity), *row) for row in _missed(part))
    return typed(pd.DataFrame(rows, columns=list(ERROR_DTYPES)), ERROR_DTYPES)


def _missed(stretch: pd.DataFrame) -> Iterator[tuple[int, int, str, float]]:
    values = stretch["value"].to_numpy(dtype="float64")
    first = int(stretch["period_id"].iloc[0])
    for at in range(LEAST_POINTS - 1, len(values) - 1):
        for method in Method:
            slope = pace(values[: at + 1], method)
            for ahead in HORIZONS:
                if at + ahead < len(values):
                    yield first + at, ahead, method.value, float(values[at + ahead] - values[at] - ahead * slope)


def interval(errors: pd.DataFrame, method: Method, horizon: int, *, known_by: int | None = None) -> Interval | None:
    """The middle ``SHARE`` of a node's past errors at this horizon (linear percentiles).

    known_by: only errors whose actual year had come by then. None with too few errors, or with those of one year only.
    """
    mine = errors[(errors["method"] == method.value) & (errors["horizon"] == horizon)]
    if known_by is not None:
        mine = mine[mine["origin"] + horizon <= known_by]
    if len(mine) < LEAST_ERRORS or mine["origin"].nunique() < LEAST_YEARS:
        return None
    low, high = np.quantile(mine["error"].to_numpy(), [(1 - SHARE) / 2, (1 + SHARE) / 2])
    return Interval(float(low), float(high), len(mine))


def summary(errors: pd.DataFrame) -> pd.DataFrame:
    """The errors in short: one row per method × horizon.

    errors: ``backtest`` of one node, or of several with a column node_code (intervals are taken node by node).
    Result: n, median_abs (median absolute error, points), tested and coverage – of how many forecasts an interval could
    have been given from errors known at their origin, and the share of them in which the actual value lay inside it.
    """
    named = errors if "node_code" in errors else errors.assign(node_code="")
    rows = []
    for method in Method:
        for horizon in HORIZONS:
            mine = named[(named["method"] == method.value) & (named["horizon"] == horizon)]
            inside = _inside(mine, method, horizon)
            middle = float(mine["error"].abs().median()) if len(mine) else np.nan
            share = float(inside.mean()) if len(inside) else np.nan
            rows.append((method.value, horizon, len(mine), middle, len(inside), share))
    return typed(pd.DataFrame(rows, columns=list(SUMMARY_DTYPES)), SUMMARY_DTYPES)


def _inside(mine: pd.DataFrame, method: Method, horizon: int) -> Floats:
    """1 where the actual value lay in the interval that its origin's past would have given, 0 where not."""
    found = []
    for _, node in mine.groupby("node_code"):
        for origin, at in node.groupby("origin"):
            known = interval(node, method, horizon, known_by=int(str(origin)))
            if known is not None:
                found.append(at["error"].between(known.low, known.high).to_numpy(dtype="float64"))
    return np.concatenate(found) if found else np.zeros(0)
