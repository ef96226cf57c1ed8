"""What ranks would do if the others moved as much as they have moved before: a seeded bootstrap of past changes.

Model: in each year ahead every province changes by σ·τ ± (Δᵢₛ − mₛ). Δᵢₛ − mₛ is the province's own deviation from the
mean change m of all provinces in a past year s, drawn from its own past with a random sign; σ² is the mean of mₜ² over
the past years and τ a Student t with (years − 1) degrees of freedom, the same for everyone: a good or a bad year for
the whole country, of which only a few have been seen. Nothing is carried on: drawing past changes with their signs, as
a trend, was tried and held the actual rank far less often (docs/methodology.md). Only changes between years that may
be compared are used (``trend.changes``). Method: bootstrap, Efron 1979.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from cchc_metrics.metrics.exact import Floats, Integers
from cchc_metrics.model import SCALE

DRAWS = 2000
SEED = 20250701
SHARE = 0.8
# With fewer comparable years there is no past to draw from.
LEAST_YEARS = 2


@dataclass(frozen=True, slots=True)
class RankSpread:
    """Ranks over all draws: the middle ``SHARE`` from low to high, the median, and how many draws there were.

    years: the past years whose changes were drawn.
    """

    low: int
    median: int
    high: int
    draws: int
    years: tuple[int, ...]


def change_table(changes: pd.DataFrame) -> pd.DataFrame:
    """Entity × year: the change on the year before; NaN where it may not be told.

    changes: ``trend.changes`` of one node, cut to the years wanted – entity_id, period_id, change.
    """
    known = changes[changes["change"].notna()]
    return known.pivot(index="entity_id", columns="period_id", values="change")  # noqa: PD010 (one value per cell)


def drifted(
    values: pd.Series, table: pd.DataFrame, *, years: int = 1, draws: int = DRAWS, seed: int = SEED
) -> Floats | None:
    """Draws × entities: values after ``years`` years of drift.

    values: last scores by entity_id, none missing; table: a ``change_table``. A province without a change of its own
    gets deviations of all. The same input and seed give the same draws. None with fewer than two past years.
    """
    if table.shape[1] < LEAST_YEARS:
        return None
    generator = np.random.default_rng(seed)
    common = table.mean(axis=0).to_numpy(dtype="float64")
    size, freedom = float(np.sqrt((common**2).mean())), len(common) - 1
    apart = table.sub(table.mean(axis=0), axis=1)
    everyone = apart.to_numpy(dtype="float64").ravel()
    everyone = everyone[~np.isnan(everyone)]
    own = {str(entity): past[~np.isnan(past)] for entity, past in zip(apart.index, apart.to_numpy(), strict=True)}
    own = {entity: past for entity, past in own.items() if len(past)}
    moved = np.tile(values.to_numpy(dtype="float64"), (draws, 1))
    for _ in range(years):
        moved += size * generator.standard_t(freedom, draws)[:, np.newaxis]
        for place, entity in enumerate(values.index):
            past = own.get(str(entity), everyone)
            moved[:, place] += generator.choice(past, draws) * generator.choice([-1.0, 1.0], draws)
    return moved


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


def rank_backtest(stretches: Sequence[pd.DataFrame], *, draws: int = 500, seed: int = SEED) -> pd.DataFrame:
    """How often the interval held: a province's actual next score among the others, drifted from the year before.

    stretches: entity × year of one node, each over consecutive comparable years. At every year with two earlier changes
    in its stretch the others are drifted one year from what was known, and the rank that the province's actual next
    score would have had is compared with the rank it had. Result, one row per origin: origin, n, inside.
    """
    rows = []
    for stretch in stretches:
        changes = stretch.diff(axis=1).iloc[:, 1:]
        for at in range(LEAST_YEARS, stretch.shape[1] - 1):
            known = stretch.iloc[:, [at, at + 1]].dropna()
            drawn = drifted(known.iloc[:, 0], changes.iloc[:, :at], draws=draws, seed=seed)
            if drawn is not None and len(known):
                inside = _held(drawn, known.iloc[:, 1].to_numpy(dtype="float64"))
                rows.append((str(stretch.columns[at]), len(known), inside))
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
