"""How far a score moves although nothing has changed: from standard errors, from a panel, from a sample's size.

Rules and figures: docs/methodology.md «How sure a rank is».
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import hypot, sqrt
from statistics import NormalDist

import numpy as np
import pandas as pd

# Fewer changes in a year, or changes of one year only, say nothing of how changes vary.
LEAST_CHANGES, LEAST_STEPS = 30, 2


@dataclass(frozen=True, slots=True)
class PanelNoise:
    """The noise of one score as a panel shows it, in its unit.

    upper: √(mean of squared changes, each less its year's mean change, / 2). What provinces truly moved apart is inside
    it, so it is an upper bound of the standard error. settled: √(−mean product of two changes in a row), which lasting
    moves leave alone, NaN where it cannot be told. years: the later years of the changes; n: how many changes.
    """

    upper: float
    settled: float
    years: tuple[int, ...]
    n: int


def panel_noise(changes: pd.DataFrame, year: int, steps: int) -> PanelNoise | None:
    """The noise about a year, from the nearest yearly changes: those up to it first, the newest first.

    changes: entity × later year of the change; steps: how many years' changes to take.
    None with fewer than two years of thirty changes.
    """
    full = [column for column in changes.columns if changes[column].notna().sum() >= LEAST_CHANGES]
    nearest = sorted(full, key=lambda column: (int(column) > year, abs(int(column) - year)))[:steps]
    if len(nearest) < LEAST_STEPS:
        return None
    taken = changes[sorted(nearest)]
    apart = taken - taken.mean(axis=0)
    numbers = apart.to_numpy(dtype="float64")
    known = numbers[~np.isnan(numbers)]
    return PanelNoise(
        upper=float(np.sqrt((known**2).mean() / 2)),
        settled=_settled(apart),
        years=tuple(int(str(column)) for column in taken.columns),
        n=len(known),
    )


def _settled(apart: pd.DataFrame) -> float:
    pairs = [
        (apart[old] * apart[new]).dropna()
        for old, new in zip(apart.columns[:-1], apart.columns[1:], strict=True)
        if int(new) - int(old) == 1
    ]
    products = pd.concat(pairs) if pairs else pd.Series(dtype="float64")
    return sqrt(-products.mean()) if len(products) and products.mean() < 0 else float("nan")


def sample_error(percent: float, respondents: float, design_effect: float) -> float:
    """The standard error of a percentage, in points of percent: √(design effect · p · (100 − p) / n).

    The variance of a yes-or-no answer is the largest an answer between 0 and 100 can have, so it is an upper bound.
    Raises ValueError without respondents.
    """
    if respondents <= 0:
        raise ValueError("a sample has respondents")
    return sqrt(design_effect * max(percent * (100 - percent), 0.0) / respondents)


def interval_error(low: float, high: float, level: float) -> float:
    """The standard error behind a symmetric interval of ``level`` percent."""
    return (high - low) / (2 * NormalDist().inv_cdf(0.5 + level / 200))


def least_change(before: float, after: float, confidence: float) -> float:
    """The change that noise alone stays below with this confidence: z · √(before² + after²), two-sided."""
    return NormalDist().inv_cdf((1 + confidence) / 2) * hypot(before, after)


def errors_of(frame: pd.DataFrame) -> Mapping[str, float]:
    """Standard errors by entity_id: as printed, else from the interval. frame: rows of the kind ``standard-errors``."""
    found: dict[str, float] = {}
    for row in frame.to_dict("records"):
        if not pd.isna(row["value"]):
            found[str(row["entity_id"])] = float(row["value"])
        elif not any(pd.isna(row[name]) for name in ("low", "high", "level")):
            found[str(row["entity_id"])] = interval_error(float(row["low"]), float(row["high"]), float(row["level"]))
    return found
