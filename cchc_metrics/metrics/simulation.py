"""What ranks would do if the others moved as far from their projections as they have before: seeded draws of errors.

Model: each province stands at its projection (``forecasting``, drawn toward the national mean), off by an error. In
every draw one past year of origin is chosen, and a sign for all of it; each province then gets the error that some
province made in that year. So a year that was good or bad for the whole country stays one, and of such years only a few
have been seen. Only errors known at the origin are used. Method: bootstrap by blocks, Künsch 1989.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from cchc_metrics.metrics.bands import LEAST_ERRORS, LEAST_YEARS
from cchc_metrics.metrics.exact import Floats, Integers
from cchc_metrics.metrics.forecasting import LEAST_POINTS, Method, backtest, forecast, run_of
from cchc_metrics.model import SCALE

DRAWS = 2000
SEED = 20250701
SHARE = 0.8
PROJECTED = Method.SHRINK


@dataclass(frozen=True, slots=True)
class RankSpread:
    """Ranks over all draws: the middle ``SHARE`` from low to high, the median, and how many draws there were.

    years: the years of origin whose errors were drawn.
    """

    low: int
    median: int
    high: int
    draws: int
    years: tuple[int, ...]


@dataclass(frozen=True, eq=False)
class Others:
    """Draws × entities of what scores may come to be. entities: in the order of the columns; years: as in the "
    "spread."""

    drawn: Floats
    entities: tuple[str, ...]
    years: tuple[int, ...]


def drifted(
    frames: Sequence[pd.DataFrame], errors: pd.DataFrame, *, years: int = 1, draws: int = DRAWS, seed: int = SEED
) -> Others | None:
    """Where all provinces with a value in the last year of the last frame may stand ``years`` later.

    frames: runs of comparable years, entity × index year, oldest first; errors: ``forecasting.backtest`` of the node by
    the projected method. The same input and seed give the same draws. None with errors of fewer than two years of
    origin, or nothing to project from.
    """
    if not frames:
        return None
    runs = [run_of(frame) for frame in frames]
    at, now = len(runs[-1].years) - 1, runs[-1].years[-1]
    middle = forecast(PROJECTED, runs, len(runs) - 1, at, years)
    blocks = _blocks(errors, years, now)
    if middle is None or len(blocks) < LEAST_YEARS or sum(map(len, blocks.values())) < LEAST_ERRORS:
        return None
    there = ~np.isnan(middle)
    generator = np.random.default_rng(seed)
    chosen, sign = generator.integers(len(blocks), size=draws), generator.choice([-1.0, 1.0], draws)
    drawn = np.tile(middle[there], (draws, 1))
    for place, block in enumerate(blocks.values()):
        rows = chosen == place
        drawn[rows] += sign[rows, np.newaxis] * generator.choice(block, (int(rows.sum()), int(there.sum())))
    names = tuple(name for name, held in zip(runs[-1].entities, there, strict=True) if held)
    return Others(drawn, names, tuple(blocks))


def _blocks(errors: pd.DataFrame, horizon: int, known_by: int) -> dict[int, Floats]:
    """Errors by year of origin, of those whose actual year had come."""
    mine = errors[(errors["method"] == PROJECTED.value) & (errors["horizon"] == horizon)]
    mine = mine[mine["origin"] + horizon <= known_by]
    return {int(str(origin)): part["error"].to_numpy(dtype="float64") for origin, part in mine.groupby("origin")}


def ranks_among(drawn: Floats, value: float) -> Integers:
    """Competition rank of a fixed value in each draw of the others."""
    numbers: Integers = 1 + (np.round(drawn * SCALE) > round(value * SCALE)).sum(axis=1).astype("int64")
    return numbers


def spread_of(ranks: Integers, years: tuple[int, ...]) -> RankSpread:
    """The middle ``SHARE`` of the ranks, outwards to whole ranks."""
    low, middle, high = np.quantile(ranks, [(1 - SHARE) / 2, 0.5, (1 + SHARE) / 2])
    return RankSpread(int(np.floor(low)), int(np.floor(middle)), int(np.ceil(high)), len(ranks), years)


def share_at_least(ranks: Integers, rank: int) -> float:
    """The share of draws in which the rank is ``rank`` or better."""
    reached: npt.NDArray[np.bool_] = ranks <= rank
    return float(reached.mean())


def rank_backtest(frames: Sequence[pd.DataFrame], *, draws: int = 500, seed: int = SEED) -> pd.DataFrame:
    """How often the interval held: a province's actual next score among the others, drifted from the year before.

    At every year that allowed a forecast the others are drifted one year from what was known, and the rank that the
    province's actual next score would have had is compared with the rank it had. Result, one row per origin: origin, n,
    inside.
    """
    errors = backtest(frames, (PROJECTED,))
    rows = []
    for place, frame in enumerate(frames):
        for at in range(LEAST_POINTS - 1, frame.shape[1] - 1):
            known = [*frames[:place], frame.iloc[:, : at + 1]]
            found = drifted(known, errors, draws=draws, seed=seed)
            if found is not None:
                actual = frame.iloc[:, at + 1].reindex(list(found.entities)).to_numpy(dtype="float64")
                told = ~np.isnan(actual)
                inside = _held(found.drawn[:, told], actual[told])
                rows.append((int(str(frame.columns[at])), int(told.sum()), inside))
    return pd.DataFrame(rows, columns=["origin", "n", "inside"])


def _held(drawn: Floats, actual: Floats) -> int:
    """For how many provinces the rank they had lies in the interval of the ranks they might have had."""
    count = 0
    for place, value in enumerate(actual):
        others = np.delete(drawn, place, axis=1)
        spread = spread_of(ranks_among(others, float(value)), ())
        had = 1 + int((np.delete(actual, place) > value).sum())
        count += spread.low <= had <= spread.high
    return count
