"""Ranks, quartile groups, published groups and places gained.

Formulas: docs/methodology.md «Rank» (ties share; out of how many; compared on one base), «Groups» (quartiles).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import numpy.typing as npt
import pandas as pd

from cchc_metrics.metrics.exact import (
    Flags,
    Floats,
    Integers,
    covers,
    four_times_quarter,
    require_grain,
    scored,
    split,
    spread,
    typed,
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
PEER_DTYPES = {"entity_id": "str", "peer_rank": "Int64", "peer_count": "Int64"}


class RankSource(StrEnum):
    """Who ranked: the publisher, this system, nobody because too few have a value, or there is nothing to rank."""

    PUBLISHED = "published"
    COMPUTED = "computed"
    WITHHELD = "withheld"
    NONE = ""


def _rank_numbers(numbers: Integers) -> Integers:
    higher = len(numbers) - np.searchsorted(np.sort(numbers), numbers, side="right")
    return higher.astype("int64") + 1


def _rank_exact(exact: pd.Series) -> pd.Series:
    numbers, there = split(exact)
    return spread(_rank_numbers(numbers), there, exact.index)


def competition_rank(values: pd.Series) -> pd.Series:
    """Standard competition rank ("1224"), 1 = highest, on exact values.

    values: scores, one per entity. Result: Int64 on the same index; ties share; ``<NA>`` where the value is missing,
    and the missing do not count.
    """
    return _rank_exact(scaled(values))


def _four_times_cuts(numbers: Integers) -> list[int] | None:
    ordered = np.sort(numbers)
    return None if len(ordered) < 4 else [four_times_quarter(ordered, quarter) for quarter in (3, 2, 1)]


def quartile_cuts(values: pd.Series) -> tuple[float, float, float] | None:
    """The linear 75th, 50th and 25th percentiles, highest first, in the unit of ``values``.

    Missing values are left out; None with fewer than four.
    """
    cuts = _four_times_cuts(split(scaled(values))[0])
    if cuts is None:
        return None
    high, middle, low = (cut / (4 * SCALE) for cut in cuts)
    return high, middle, low


def _quartiles(numbers: Integers, there: Flags, index: pd.Index) -> pd.Series:
    cuts = _four_times_cuts(numbers)
    if cuts is None:
        return pd.Series(pd.NA, index=index, dtype="Int64")
    groups = np.ones(len(numbers), dtype="int64")
    for cut in cuts:
        groups += 4 * numbers < cut
    return spread(groups, there, index)


def quartile_group(values: pd.Series) -> pd.Series:
    """Quartile group 1 (nhóm cao nhất) to 4 (nhóm thấp nhất) as PAPI prints them.

    A value equal to a cut belongs to the upper group, decided without rounding; 63 distinct values give 16/16/15/16,
    and values that are all tied are all in group 1. Result: Int64 on the same index; ``<NA>`` where the value is
    missing, and everywhere with fewer than four values.
    """
    return _quartiles(*split(scaled(values)), values.index)


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


def _standing(scores: pd.DataFrame, population: int, coverage: float) -> _Standing:
    require_grain(scores, ("entity_id",))
    numbers, there = split(scored(scores))
    exact, computed = np.zeros(len(there), dtype="int64"), np.full(len(there), np.nan)
    exact[there] = numbers
    unpublished = RankSource.WITHHELD
    if covers(len(numbers), population, coverage):
        computed[there], unpublished = _rank_numbers(numbers), RankSource.COMPUTED
    # A publisher may print a rank and not the score behind it: that rank stands. An exempt entity has none.
    exempt = (scores["state"] == ValueState.EXEMPT).to_numpy(dtype=bool)
    published = np.where(exempt, np.nan, _floats(scores["published_rank"]))
    printed = ~np.isnan(published)
    rank = np.where(printed, published, computed)
    counted = np.where(printed, _floats(scores["rank_out_of"]), np.where(np.isnan(rank), np.nan, len(numbers)))
    source = np.where(there, str(unpublished), str(RankSource.NONE))
    return _Standing(exact, there, rank, counted, np.where(printed, str(RankSource.PUBLISHED), source).astype(object))


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
    groups = _quartiles(now.exact[now.there], now.there, ids.index)
    fair = now.on_base(population, coverage) & before.on_base(population, coverage) & (now.source == before.source)
    table = pd.DataFrame(
        {
            "entity_id": ids.array,
            "value": _scores(now.exact, now.there),
            "state": scores["state"].array,
            "rank": now.rank,
            "n_ranked": now.n_ranked,
            "rank_source": now.source,
            "quartile": groups.array if covered else pd.NA,
            "previous_rank": before.rank,
            "previous_value": _scores(before.exact, before.there),
            "places_gained": np.where(fair & ranks, before.rank - now.rank, np.nan),
            "change": _scores(now.exact - before.exact, now.there & before.there & comparable),
        }
    )
    order = np.lexsort((ids.to_numpy(dtype=str), -now.exact, ~now.there, now.rank))  # NaN, an absent rank, sorts last
    return typed(table.iloc[order], TABLE_DTYPES)


def peer_rank(table: pd.DataFrame, members: set[str], *, coverage: float = 1.0) -> pd.DataFrame:
    """Competition rank among the members of a peer group, such as 3/6 of Bắc Trung Bộ.

    table: one row per entity – entity_id, value, state (a ``ranking_table`` will do); coverage: the share of the
    members that must have a value, by default all of them.
    Result: one row per member, best first – entity_id, peer_rank, peer_count (members ranked). Both ``<NA>`` for a
    member without a value or not in the table, and for all when too few have one.
    """
    require_grain(table, ("entity_id",))
    rows = table.set_index("entity_id").reindex(sorted(members))
    exact = scored(rows)
    count = int(exact.notna().sum())
    rank = _rank_exact(exact).where(exact.notna() & covers(count, len(members), coverage))
    peers = pd.DataFrame(
        {
            "entity_id": rows.index,
            "peer_rank": rank.array,
            "peer_count": pd.array([count] * len(rows), dtype="Int64"),
        }
    )
    peers["peer_count"] = peers["peer_count"].where(peers["peer_rank"].notna())
    return typed(peers.sort_values(["peer_rank", "entity_id"], na_position="last"), PEER_DTYPES)
