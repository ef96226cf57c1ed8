"""Ranks, quartile groups, published groups and places gained.

Formulas: docs/methodology.md «Rank» (ties share; out of how many; compared on one base), «Groups» (quartiles).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from cchc_metrics.metrics.exact import (
    Flags,
    Floats,
    Integers,
    covers,
    four_times_quarter,
    made,
    require_grain,
    scored,
    split,
    spread,
)
from cchc_metrics.model import SCALE, ValueState, scaled

TABLE_DTYPES = {
    "entity_id": "str",
    "value": "float64",
    "state": "str",
    "rank": "Int64",
    "n_ranked": "Int64",
    "rank_source": "str",
    "quartile": "Int64",
    "previous_rank": "Int64",
    "previous_value": "float64",
    "places_gained": "Int64",
    "change": "float64",
}
PERIOD_DTYPES = {name: TABLE_DTYPES.get(name, "str") for name in ("entity_id", "period_id", "rank", "n_ranked")} | {
    "rank_source": "str",
    "quartile": "Int64",
}


class RankSource(StrEnum):
    """Who ranked: the publisher, this system, nobody because too few have a value, or there is nothing to rank."""

    PUBLISHED = "published"
    COMPUTED = "computed"
    WITHHELD = "withheld"
    NONE = ""


def _rank_numbers(numbers: Integers) -> Integers:
    higher = len(numbers) - np.searchsorted(np.sort(numbers), numbers, side="right")
    return higher.astype("int64") + 1


def rank_exact(exact: pd.Series) -> pd.Series:
    """``competition_rank`` of exact integers."""
    numbers, there = split(exact)
    return spread(_rank_numbers(numbers), there, exact.index)


def competition_rank(values: pd.Series) -> pd.Series:
    """Standard competition rank ("1224"), 1 = highest, on exact values.

    values: scores, one per entity. Result: Int64 on the same index; ties share; ``<NA>`` where the value is missing,
    and the missing do not count.
    """
    return rank_exact(scaled(values))


def _four_times_cuts(numbers: Integers) -> list[int] | None:
    ordered = np.sort(numbers)
    return None if len(ordered) < 4 else [four_times_quarter(ordered, quarter) for quarter in (3, 2, 1)]


def quartile_of(own: int, numbers: Integers) -> int | None:
    """The group (``quartile_group``) of one exact score among all, its own included; None with fewer than four."""
    cuts = _four_times_cuts(numbers)
    return None if cuts is None else 1 + sum(4 * own < cut for cut in cuts)


def _quartile_numbers(numbers: Integers) -> Integers | None:
    cuts = _four_times_cuts(numbers)
    if cuts is None:
        return None
    groups = np.ones(len(numbers), dtype="int64")
    for cut in cuts:
        groups += 4 * numbers < cut
    return groups


def quartile_group(values: pd.Series) -> pd.Series:
    """Quartile group 1 (nhóm cao nhất) to 4 (nhóm thấp nhất) as PAPI prints them.

    A value equal to a cut belongs to the upper group, decided without rounding; 63 distinct values give 16/16/15/16,
    and values that are all tied are all in group 1. Result: Int64 on the same index; ``<NA>`` where the value is
    missing, and everywhere with fewer than four values.
    """
    numbers, there = split(scaled(values))
    groups = _quartile_numbers(numbers)
    return pd.Series(pd.NA, values.index, "Int64") if groups is None else spread(groups, there, values.index)


def group_of(values: pd.Series, cuts: Sequence[tuple[str, float]]) -> pd.Series:
    """The label of the highest lower bound that a value reaches, "" below all of them and where it is missing.

    cuts: (label, lower bound) in the unit of ``values``, in any order; a bound belongs to its group.
    Result: str on the same index.
    """
    exact = scaled(values)
    labels = pd.Series("", index=values.index, dtype="str")
    for label, bound in sorted(cuts, key=lambda cut: cut[1]):
        labels = labels.mask((exact >= round(bound * SCALE)).fillna(value=False).astype(bool), label)
    return labels


def cuts_of(groups: str | None) -> tuple[tuple[str, float], ...]:
    """The lower bounds written in a framework: "A:90; B:80; C:70" -> (("A", 90.0), ("B", 80.0), ("C", 70.0)).

    Empty for a framework without bounds (blank, or grouped by quartile). Raises ValueError when a bound is no number.
    """
    parts = [part.split(":") for part in (groups or "").split(";") if ":" in part]
    return tuple((label.strip(), float(bound.strip().replace(",", "."))) for label, bound in parts)


@dataclass(frozen=True, slots=True)
class _Standing:
    """The rows of one period as arrays: the shape in which two periods are laid side by side quickly.

    exact: integers of 10⁻⁹, 0 where ``there`` is false; rank, n_ranked: small whole numbers, NaN where missing.
    """

    exact: Integers
    there: Flags
    rank: Floats
    n_ranked: Floats
    source: npt.NDArray[np.object_]

    def at(self, places: npt.NDArray[np.intp]) -> "_Standing":
        """The rows at these places, a row of nothing at −1."""
        return _Standing(
            np.append(self.exact, 0)[places],
            np.append(self.there, False)[places],
            np.append(self.rank, np.nan)[places],
            np.append(self.n_ranked, np.nan)[places],
            np.append(self.source, RankSource.NONE)[places],
        )

    def on_base(self, population: int, coverage: float) -> Flags:
        """26/61 and 37/60 both stand on the base of 63; 20/34 does not, nor does a rank out of an unknown number."""
        fits = [n <= population and covers(n, population, coverage) for n in self.n_ranked]
        return np.array(fits, dtype=bool)


@dataclass(frozen=True, slots=True)
class _Rows:
    """Scores as arrays: exact integers (0 where not ``there``), printed ranks and out of how many (NaN where none)."""

    exact: Integers
    there: Flags
    published: Floats
    out_of: Floats

    @staticmethod
    def of(scores: pd.DataFrame) -> "_Rows":
        numbers, there = split(scored(scores))
        exact = np.zeros(len(there), dtype="int64")
        exact[there] = numbers
        # A publisher may print a rank and not the score behind it: that rank stands. An exempt entity has none.
        exempt = (scores["state"] == ValueState.EXEMPT).to_numpy(dtype=bool)
        published = np.where(exempt, np.nan, _floats(scores["published_rank"]))
        return _Rows(exact, there, published, _floats(scores["rank_out_of"]))

    def at(self, places: npt.NDArray[np.intp]) -> "_Rows":
        return _Rows(self.exact[places], self.there[places], self.published[places], self.out_of[places])

    def standing(self, population: int, coverage: float) -> _Standing:
        """Of the rows of one period: where each stands."""
        numbers, there = self.exact[self.there], self.there
        computed, unpublished = np.full(len(there), np.nan), RankSource.WITHHELD
        if covers(len(numbers), population, coverage):
            computed[there], unpublished = _rank_numbers(numbers), RankSource.COMPUTED
        printed = ~np.isnan(self.published)
        rank = np.where(printed, self.published, computed)
        counted = np.where(printed, self.out_of, np.where(np.isnan(rank), np.nan, len(numbers)))
        source = np.where(there, str(unpublished), str(RankSource.NONE))
        source = np.where(printed, str(RankSource.PUBLISHED), source).astype(object)
        return _Standing(self.exact, there, rank, counted, source)


def _standing(scores: pd.DataFrame, population: int, coverage: float) -> _Standing:
    require_grain(scores, ("entity_id",))
    return _Rows.of(scores).standing(population, coverage)


def ranks_by_period(scores: pd.DataFrame, populations: Mapping[str, int], *, coverage: float) -> pd.DataFrame:
    """Where everyone stands in each period, as ``ranking_table`` says it of one.

    scores: one row per entity × period – entity_id, period_id, value, state, published_rank, rank_out_of; populations:
    period -> entities of its base; coverage as there. Result, one row per row of ``scores``, by period: entity_id,
    period_id, rank, n_ranked, rank_source, quartile. Raises ValueError when a row comes twice.
    """
    require_grain(scores, ("entity_id", "period_id"))
    rows, periods = _Rows.of(scores), scores["period_id"].to_numpy(dtype=object)
    told: list[_Standing] = []
    quartiles: list[Floats] = []
    places = [np.flatnonzero(periods == period) for period in sorted(set(periods))]
    for at in places:
        population = populations[periods[at[0]]]
        now = rows.at(at).standing(population, coverage)
        told.append(now)
        groups = _quartile_numbers(now.exact[now.there]) if covers(now.there.sum(), population, coverage) else None
        quartile = np.full(len(at), np.nan)
        if groups is not None:
            quartile[now.there] = groups
        quartiles.append(quartile)
    order = np.concatenate(places) if places else np.array([], dtype=np.intp)
    parts: dict[str, list[npt.NDArray[Any]]] = {
        "rank": [one.rank for one in told],
        "n_ranked": [one.n_ranked for one in told],
        "quartile": quartiles,
        "rank_source": [one.source for one in told],
    }
    columns = {name: np.concatenate(own) if own else np.array([]) for name, own in parts.items()}
    names = {name: scores[name].array.take(order) for name in ("entity_id", "period_id")}
    return made({**columns, **names}, PERIOD_DTYPES)


def _floats(values: pd.Series) -> Floats:
    return values.astype("Float64").to_numpy(dtype="float64", na_value=np.nan).astype("float64", copy=False)


def _scores(numbers: Integers, there: Flags) -> Floats:
    return np.where(there, numbers / SCALE, np.nan).astype("float64")


def ranking_table(
    scores: pd.DataFrame,
    previous: pd.DataFrame | None,
    *,
    population: int,
    coverage: float,
    comparable: bool,
    ranks_comparable: bool | None = None,
) -> pd.DataFrame:
    """Who stands where on one node in one period, and against the period before.

    scores, previous: one row per entity of one base (era) – entity_id, value, state, published_rank, rank_out_of;
    population: entities of that base; coverage: the share of it (0–1) that must have a value before this system
    ranks or groups; comparable: whether a change in value from ``previous`` may be shown;
    ranks_comparable: whether a change in rank may be (ranks compare across a new framework, values do not); by default
    as for values.

    Result, one row per entity of ``scores``, by rank, then value (highest first), then entity_id, the unranked last:
    entity_id, value, state, rank, n_ranked (out of how many, ``<NA>`` with the rank or where the publisher did not
    say), rank_source (``RankSource``), quartile (only when covered), previous_rank, previous_value,
    places_gained (previous_rank − rank; only between ranks of one source kind that both stand on this
    base), change (value − previous_value, exact).

    An exempt entity is never ranked; a missing value never gets a computed rank, but keeps the rank its publisher
    printed without the score. Input order does not matter. Raises ValueError when an entity comes twice.
    """
    ids = scores["entity_id"]
    old = scores.iloc[:0] if previous is None else previous
    places = pd.Index(old["entity_id"]).get_indexer(pd.Index(ids))
    now, before = _standing(scores, population, coverage), _standing(old, population, coverage).at(places)
    covered = covers(int(now.there.sum()), population, coverage)
    ranks = comparable if ranks_comparable is None else ranks_comparable
    groups, quartile = _quartile_numbers(now.exact[now.there]) if covered else None, np.full(len(ids), np.nan)
    if groups is not None:
        quartile[now.there] = groups
    fair = now.on_base(population, coverage) & before.on_base(population, coverage) & (now.source == before.source)
    order = np.lexsort((ids.to_numpy(dtype=str), -now.exact, ~now.there, now.rank))  # NaN, an absent rank, sorts last
    columns = {
        "rank": now.rank,
        "n_ranked": now.n_ranked,
        "rank_source": now.source,
        "value": _scores(now.exact, now.there),
        "quartile": quartile,
        "previous_rank": before.rank,
        "previous_value": _scores(before.exact, before.there),
        "places_gained": np.where(fair & ranks, before.rank - now.rank, np.nan),
        "change": _scores(now.exact - before.exact, now.there & before.there & comparable),
    }
    names = {"entity_id": ids.array.take(order), "state": scores["state"].array.take(order)}
    return made({name: values[order] for name, values in columns.items()} | names, TABLE_DTYPES)
