"""Which provinces a ranking shows, in which order, and what stands between two that are not neighbours."""

from collections.abc import Collection
from dataclasses import dataclass

import pandas as pd

from cchc_metrics.metrics.exact import covers
from cchc_metrics.metrics.peers import peer_rank
from cchc_metrics.services.indices.standing import Standing
from cchc_metrics.services.office.desk import Desk

TOP = 5
AROUND = 5


@dataclass(frozen=True, slots=True)
class Gap:
    """Ranks between two rows that are shown: hidden by choice, or held by provinces of which nothing is known."""

    first: int
    last: int
    hidden: bool


@dataclass(frozen=True, slots=True)
class Selection:
    """The rows of a ranking that are shown.

    rows: in rank order – the standing's columns, peer_rank, peer_count (within the group, Int64), block (a new number
    after a gap). before: row number -> the gap in front of it; a gap behind the last row has the number of rows.
    absent: provinces of the group without value and rank. known: provinces of the base with a value or a rank.
    """

    rows: pd.DataFrame
    before: dict[int, Gap]
    absent: pd.DataFrame
    known: int
    incomplete: bool


def select(
    desk: Desk, found: Standing, group: str, focus: str, *, everyone: bool, pinned: Collection[str] = ()
) -> Selection:
    """The rows of a group ("" the whole country): all, or the top, those around ``focus``, ours and the pinned.

    Of a table with few published provinces all rows are shown whatever was asked, gaps included.
    """
    catalogue, share = desk.catalogue, desk.office.settings.rank_coverage
    members = catalogue.members(group, found.base)
    told = found.table["value"].notna() | found.table["rank"].notna()
    known = int(told.sum())
    incomplete = not covers(known, found.population, share)
    peers = peer_rank(found.table, set(members), coverage=share)
    own = found.table["entity_id"].isin(members)
    rows = found.table[own & told].merge(peers, on="entity_id", how="left").reset_index(drop=True)
    if not (everyone or incomplete):
        rows = rows[_wanted(rows, focus, frozenset((*catalogue.ours(), *pinned)))]
    kept = rows.reset_index(drop=True)
    before = _unknown(kept) if incomplete and not group else _hidden(rows)
    blocks = pd.Series([number in before for number in kept.index], dtype="int64").cumsum()
    return Selection(kept.assign(block=blocks), before, found.table[own & ~told], known, incomplete)


def _wanted(rows: pd.DataFrame, focus: str, ours: frozenset[str]) -> pd.Series:
    places = pd.Series(rows.index, index=rows.index, dtype="int64")
    near = pd.Series(data=False, index=rows.index, dtype="bool")
    for place in places[rows["entity_id"] == focus]:
        near |= (places - place).abs() <= AROUND
    return near | (places < TOP) | rows["entity_id"].isin(ours)


def _hidden(rows: pd.DataFrame) -> dict[int, Gap]:
    """Gaps between kept rows, whose index still tells where they stood in the group; ranks are the country's."""
    gaps: dict[int, Gap] = {}
    places = list(rows.index)
    for number in range(1, len(places)):
        if places[number] - places[number - 1] > 1:
            above, below = rows["rank"].iloc[number - 1], rows["rank"].iloc[number]
            if not (pd.isna(above) or pd.isna(below)):
                gaps[number] = Gap(int(above) + 1, int(below) - 1, hidden=True)
    return gaps


def _unknown(rows: pd.DataFrame) -> dict[int, Gap]:
    """Ranks that no shown province holds, in front of the next one that is known and behind the last."""
    gaps: dict[int, Gap] = {}
    ranked = rows[rows["rank"].notna()]
    free = 1
    for number, (rank, tied) in enumerate(
        zip(ranked["rank"], ranked.groupby("rank")["rank"].transform("size"), strict=True)
    ):
        if rank > free:
            gaps[number] = Gap(free, int(rank) - 1, hidden=False)
        free = max(free, int(rank) + int(tied))
    last = ranked["n_ranked"].max() if len(ranked) else pd.NA
    if not pd.isna(last) and free <= int(last):
        gaps[len(ranked)] = Gap(free, int(last), hidden=False)
    return gaps
