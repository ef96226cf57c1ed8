"""Ranks over the years: the provinces chosen before those of our own group."""

from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from cchc_metrics.charts.bump import rank_lines
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import named, texts
from cchc_metrics.metrics import trend
from cchc_metrics.model import ValueState
from cchc_metrics.services.indices.series import series
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.views.kit.known import rank_marked
from cchc_metrics.views.kit.phrases import as_of, cited, printed_source
from cchc_metrics.views.kit.shapes import SourceNote
from cchc_metrics.views.trend.figure import marks_of, years_of
from cchc_metrics.views.trend.page import TrendFilters

_LEAST_YEARS = 2


@dataclass(frozen=True, slots=True)
class RanksView:
    """The picture, its heading and source. figure: None where fewer than two years have a rank of the first chosen."""

    caption: str
    figure: go.Figure | None
    source: SourceNote
    png_name: str


def ranks(desk: Desk, filters: TrendFilters) -> RanksView:
    """Of the first criterion chosen."""
    t, catalogue = texts().trend, desk.catalogue
    node, first = filters.nodes[0], filters.entities[0]
    entity = catalogue.entity(first)
    peers = catalogue.members(entity.peers, entity.era) if entity.peers else frozenset()
    chosen = tuple(dict.fromkeys((*filters.entities, *sorted(peers))))
    found = series(desk, filters.index, chosen, node, score_kind=filters.score_kind)
    # A rank that was printed without its score has stretches all the same: they are those of the ranks.
    rows = _stretched(found.history[found.history["rank"].notna()], found.breaks)
    # In the order in which they were chosen: by it each has its shape and colour, the same on every picture.
    rows = rows.sort_values("entity_id", key=lambda held: held.map(chosen.index), kind="stable")
    source = SourceNote(cited(found.sources), as_of(desk), note=t.ranks_note, method_anchor="xep-hang")
    name = fmt.slug("hang", filters.index, node)
    if rows[rows["entity_id"] == first]["period_id"].nunique() < _LEAST_YEARS:
        return RanksView("", None, source, name)
    label = catalogue.node(filters.index, catalogue.newest_by_node(filters.index)[node], node).label
    words = t.ranks_caption if peers else t.ranks_caption_alone
    caption = words.format(
        node=label, index=filters.index, years=years_of(rows["period_id"]), group=named(entity.peers)
    )
    hovers = [
        t.ranks_hover.format(
            name=row["name"],
            year=fmt.period(row["period_id"]),
            rank=rank_marked(fmt.rank_of(int(row["rank"]), int(row["n_ranked"])), row["known"]),
        )
        for row in rows.to_dict("records")
    ]
    figure = rank_lines(
        rows.assign(hover=hovers)[["entity_id", "name", "period_id", "rank", "segment", "hover"]],
        home=first,
        behind=frozenset(peers) - set(filters.entities),
        breaks=marks_of(found),
        title=f"{catalogue.name_of(first)}: {fmt.lower_first(caption)}",
        footer=printed_source(source),
    )
    return RanksView(caption, figure, source, name)


def _stretched(ranked: pd.DataFrame, breaks: pd.DataFrame) -> pd.DataFrame:
    """The years with a rank, with the stretch of ranks that each belongs to."""
    places = ranked[["entity_id", "period_id"]].assign(
        value=ranked["rank"].astype("float64"), state=ValueState.VALUE.value
    )
    stretches = trend.segments(places, breaks)[["entity_id", "period_id", "segment"]]
    return ranked.drop(columns="segment").merge(stretches, on=["entity_id", "period_id"])
