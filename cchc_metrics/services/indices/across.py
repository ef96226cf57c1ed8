"""The same theme in several indices: which criteria speak of it, and where a province stands on each over the years."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from cchc_metrics.access import Deed, require
from cchc_metrics.metrics.ranking import RankSource
from cchc_metrics.model import Period
from cchc_metrics.model.rows import text_of
from cchc_metrics.schema import SCORES, THEMES
from cchc_metrics.services.indices.series import series
from cchc_metrics.services.indices.sightings import NOT_TOLD, Known
from cchc_metrics.services.office.desk import Desk, once
from cchc_metrics.services.office.names import NodeInfo
from cchc_metrics.services.office.question import where
from cchc_metrics.services.office.units import PERCENT, PERCENT_KIND

_WHOLE = 100.0
_NO_ROWS = pd.DataFrame(
    {
        "period_id": pd.Series(dtype="str"),
        "value": pd.Series(dtype="float64"),
        "rank": pd.Series(dtype="Int64"),
        "n_ranked": pd.Series(dtype="Int64"),
        "rank_source": pd.Series(dtype="str"),
        "segment": pd.Series(dtype="Int64"),
        "known": pd.Series(dtype="object"),
    }
)
_NO_BREAKS = pd.DataFrame(columns=["period_before", "period_after", "reason"], dtype="str")


@dataclass(frozen=True, slots=True)
class ThemeNode:
    """One criterion of a theme. name: as its newest framework has it; reason: why it belongs here."""

    index_code: str
    node_code: str
    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """One criterion of one province over the index years.

    points: one row per year with a value or a rank – period_id, share (percent of the maximum, as printed where the
    publisher printed one; NaN where the maximum is not known), value, rank, n_ranked, rank_source, segment, known.
    breaks: period_before, period_after, reason of the years that may not be joined.
    """

    node: ThemeNode
    points: pd.DataFrame
    breaks: pd.DataFrame
    sources: tuple[str, ...]

    @property
    def empty(self) -> bool:
        return self.points.empty


@once
def themes(desk: Desk) -> Mapping[str, tuple[ThemeNode, ...]]:
    """Theme -> its criteria, themes by their place, criteria by index in the order people name them."""
    held = desk.facts(THEMES)
    places = held.groupby("theme")["place"].min()
    names = sorted(places.index, key=lambda theme: (bool(pd.isna(places[theme])), places[theme], theme))
    return {str(theme): _nodes(desk, held[held["theme"] == theme]) for theme in names}


def _nodes(desk: Desk, rows: pd.DataFrame) -> tuple[ThemeNode, ...]:
    found = [
        ThemeNode(index, code, name_of(desk, index, code), text_of(reason))
        for index, code, reason in zip(rows["index_code"], rows["node_code"], rows["reason"], strict=True)
    ]
    return tuple(sorted(found, key=lambda node: (desk.catalogue.index_order(node.index_code), node.node_code)))


def name_of(desk: Desk, index_code: str, node_code: str) -> str:
    """A criterion as the newest framework that has it names it; its code where none does."""
    own = desk.catalogue.newest_name(index_code, node_code)
    return node_code if own is None else NodeInfo(node_code, own, "", 0, "", None, "").label


def stretch(desk: Desk, node: ThemeNode, entity_id: str) -> Stretch:
    """The years of one criterion of a theme for one province."""
    require(desk.actor, Deed.READ)
    rows, breaks, sources = _published(desk, node, entity_id)
    printed = _printed(desk, node, entity_id)
    points = rows.set_index("period_id").reindex(sorted({*rows["period_id"], *printed.index}))
    known = printed.reindex(points.index)
    computed = [_share(desk, node, str(period_id), value) for period_id, value in points["value"].items()]
    share = known["value"].fillna(pd.Series(computed, index=points.index, dtype="float64"))
    # A publisher may print the rank beside the percentage and not beside the score.
    bare = points["rank"].isna() & known["published_rank"].notna()
    points = points.assign(
        known=points["known"].map(lambda known: known if isinstance(known, Known) else NOT_TOLD),
        share=share,
        rank=points["rank"].astype("Int64").mask(bare, known["published_rank"].astype("Int64")),
        n_ranked=points["n_ranked"].astype("Int64").mask(bare, known["rank_out_of"].astype("Int64")),
        rank_source=points["rank_source"].mask(bare, str(RankSource.PUBLISHED)),
    )
    told = points[points["share"].notna() | points["rank"].notna() | points["value"].notna()]
    columns = ["period_id", "share", "value", "rank", "n_ranked", "rank_source", "segment", "known"]
    cited = {*sources, *printed["source"].dropna()}
    return Stretch(node, told.reset_index(names="period_id")[columns], breaks, tuple(sorted(cited)))


def _published(desk: Desk, node: ThemeNode, entity_id: str) -> tuple[pd.DataFrame, pd.DataFrame, tuple[str, ...]]:
    """Published scores by year, the broken pairs of years, the sources; all empty where no score was published."""
    found = series(desk, node.index_code, [entity_id], node.node_code)
    broken = found.breaks.loc[found.breaks["broken"], list(_NO_BREAKS)]
    return found.history[list(_NO_ROWS)], broken, found.sources


def _printed(desk: Desk, node: ThemeNode, entity_id: str) -> pd.DataFrame:
    """Percentages of the maximum that the publisher printed, which stay as printed, by year: value, published_rank,
    rank_out_of, source."""
    which = where(index_code=node.index_code, node_code=node.node_code, entity_id=entity_id, score_kind=PERCENT_KIND)
    rows = desk.facts(SCORES, which)
    return rows.set_index("period_id")[["value", "published_rank", "rank_out_of", "source"]]


def _share(desk: Desk, node: ThemeNode, period_id: str, value: float) -> float:
    """Percent of the maximum; NaN where the year's framework does not tell it."""
    if math.isnan(value):
        return math.nan
    info = next((one for one in desk.catalogue.nodes(node.index_code, period_id) if one.code == node.node_code), None)
    if info is None or (info.max_score is None and info.unit != PERCENT):
        return math.nan
    return float(value) / (info.max_score or _WHOLE) * _WHOLE


def years_of(stretches: Sequence[Stretch]) -> tuple[str, ...]:
    """Every year in which any of them has a point, newest first."""
    years = {period_id for one in stretches for period_id in one.points["period_id"]}
    return tuple(sorted(years, key=Period.parse, reverse=True))
