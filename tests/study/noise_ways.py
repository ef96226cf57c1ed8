"""The declared noise by other ways than the one in force: is it the method, or one wild province, that makes it?"""

from collections.abc import Callable, Mapping

import numpy as np
import pandas as pd

from cchc_metrics.metrics.exact import Floats

# What an independent audit printed for 2021–24 as an upper bound; its way was not told.
AUDIT: Mapping[str, float] = {
    "D1": 0.15,
    "D2": 0.27,
    "D3": 0.14,
    "D4": 0.30,
    "D5": 0.16,
    "D6": 0.21,
    "D7": 0.12,
    "D8": 0.16,
    "TOTAL": 1.0,
}
# A normal deviation is so many times its median absolute one, and so many times half its middle half.
_MAD, _QUARTILES = 1.4826, 1.349


def _changes(values: pd.DataFrame) -> Floats:
    """Yearly changes, each less its year's mean; NaN where one of the years is missing."""
    steps = values.diff(axis=1).iloc[:, 1:]
    return (steps - steps.mean()).to_numpy(dtype="float64")


def in_force(values: pd.DataFrame) -> float:
    """Root of the mean square, over √2."""
    return float(np.sqrt(np.nanmean(_changes(values) ** 2) / 2))


def robust(values: pd.DataFrame) -> float:
    """Median absolute change, as of a normal distribution, over √2: wild provinces count no more than others."""
    return float(_MAD * np.nanmedian(np.abs(_changes(values))) / np.sqrt(2))


def middle_half(values: pd.DataFrame) -> float:
    """The same from the middle half of the changes."""
    low, high = np.nanquantile(_changes(values), [0.25, 0.75])
    return float((high - low) / _QUARTILES / np.sqrt(2))


def second_differences(values: pd.DataFrame) -> float:
    """Of changes of changes, over √6: a steady pace of a province goes out."""
    steps = values.diff(axis=1).diff(axis=1).iloc[:, 2:]
    return float(np.sqrt(np.nanmean((steps - steps.mean()).to_numpy(dtype="float64") ** 2) / 6))


def about_own_line(values: pd.DataFrame) -> float:
    """Of what lies off each province's own straight line."""
    whole = values.dropna()
    apart = (whole - whole.mean()).to_numpy(dtype="float64")
    place = np.arange(whole.shape[1]) - (whole.shape[1] - 1) / 2
    slope = apart @ place / (place @ place)
    rest = apart - apart.mean(axis=1, keepdims=True) - np.outer(slope, place)
    return float(np.sqrt((rest**2).sum() / (rest.shape[0] * (rest.shape[1] - 2))))


def settled(values: pd.DataFrame) -> float:
    """√(−mean product of two changes in a row): lasting moves go out. NaN where they do not run against each other."""
    steps = _changes(values)
    mean = float(np.nanmean(steps[:, :-1] * steps[:, 1:]))
    return float(np.sqrt(-mean)) if mean < 0 else float("nan")


WAYS: Mapping[str, Callable[[pd.DataFrame], float]] = {
    "in force": in_force,
    "median change": robust,
    "middle half": middle_half,
    "second differences": second_differences,
    "off own line": about_own_line,
    "without lasting moves": settled,
}


def by_every_way(values: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Node × way. values: node -> entity × year, the years of one comparable run."""
    return pd.DataFrame({name: {node: way(frame) for node, frame in values.items()} for name, way in WAYS.items()})
