"""What a series asks for to reach a target, and the word for how likely that is.

A series is looked at only within its own unbroken stretch (``trend.segments``); nothing here crosses a break.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import pandas as pd

from cchc_metrics.metrics.exact import Floats
from cchc_metrics.model import SCALE, scaled


class Status(StrEnum):
    """How a series stands towards its target; the rules are those of ``status_of``."""

    MET = "met"
    LIKELY = "likely"
    POSSIBLE = "possible"
    UNLIKELY = "unlikely"
    REMOTE = "remote"
    MISSED = "missed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Limits:
    """From which chance on a target is likely, possible, or unlikely; below the last one it is remote."""

    likely: float
    possible: float
    unlikely: float


def pace(values: Sequence[float] | Floats) -> float:
    """The median of the yearly changes, points a year. Raises ValueError with fewer than two values."""
    points = np.asarray(values, dtype="float64")
    if len(points) < 2:
        raise ValueError("a pace needs two points")
    return float(np.median(np.diff(points)))


def required_pace(last: float, target: float, years: int) -> float:
    """(target − last) / years, in points a year; exact to the last division. Raises ValueError without a year left."""
    if years < 1:
        raise ValueError("no year is left")
    exact = scaled(pd.Series([last, target], dtype="float64"))
    return int(exact.iloc[1] - exact.iloc[0]) / SCALE / years


def reached(value: float, target: float) -> bool:
    """Whether a value is at or above a target, exactly."""
    return round(value * SCALE) >= round(target * SCALE)


def status_over(at_year: float | None, target: float) -> Status:
    """The word for a target whose year is over: by the value of that year, unknown without one."""
    return Status.UNKNOWN if at_year is None else Status.MET if reached(at_year, target) else Status.MISSED


def status_of(chance: float | None, limits: Limits | None) -> Status:
    """The word for a target whose year is still to come, by the chance of reaching it; unknown without a chance.

    The last value alone says nothing here: who stands at the target today may stand below it in its year.
    """
    if chance is None or limits is None:
        return Status.UNKNOWN
    if chance >= limits.likely:
        return Status.LIKELY
    if chance >= limits.possible:
        return Status.POSSIBLE
    return Status.UNLIKELY if chance >= limits.unlikely else Status.REMOTE


def last_stretch(segmented: pd.DataFrame) -> pd.DataFrame:
    """The rows of one entity since its last break or gap, in time; segmented: a ``trend.segments`` of one entity."""
    valued = segmented[segmented["segment"].notna()]
    last: pd.DataFrame = valued[valued["segment"] == valued["segment"].max()]
    return last
