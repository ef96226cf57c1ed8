"""How sure the ranks of one criterion are, as a panel that the ranking page and others can show."""

from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from cchc_metrics.charts.interval import rank_spans
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.labels.format import listed
from cchc_metrics.metrics.certainty import DRAWS
from cchc_metrics.metrics.noise import least_change
from cchc_metrics.services.indices import certainty as ground
from cchc_metrics.services.indices.certainty import Certainty
from cchc_metrics.services.indices.noise import Basis, Noise, assumed
from cchc_metrics.services.indices.sightings import with_known
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.names import NodeInfo
from cchc_metrics.services.office.question import Question
from cchc_metrics.views.kit.known import value_marked
from cchc_metrics.views.kit.phrases import amount, as_of, cited, printed_source, unit_of_difference
from cchc_metrics.views.kit.shapes import Column, ColumnKind, Row, SourceNote, TableView

KIND = ground.PUBLISHED
DECIMALS = 2
AROUND = 5
# What two decimals can show at least.
_LEAST = 0.005


@dataclass(frozen=True, slots=True)
class CertaintyFilters:
    """Of which ranks, and who stands in the middle."""

    index: str
    node: str
    period: str
    entity: str


@dataclass(frozen=True, slots=True)
class CertaintyView:
    """The panel. figure and table are None where ranks are withheld; rules: how it was computed."""

    title: str
    finding: str
    rules: tuple[str, ...] = ()
    figure: go.Figure | None = None
    caption: str = ""
    table: TableView | None = None
    source: SourceNote | None = None
    png_name: str = ""


def panel(desk: Desk, filters: CertaintyFilters) -> CertaintyView:
    """The panel of these filters."""
    return certainty(desk, Question(filters.index, filters.period, filters.node), filters.entity)


def certainty(desk: Desk, asked: Question, entity: str) -> CertaintyView:
    """How sure the ranks are around one province. Raises UnknownNameError for names there are not."""
    t = texts().certainty
    found = ground.certainty(desk, asked, entity)
    index, node, period = asked.index, asked.node, asked.period
    info, name = desk.catalogue.node(index, period, node), desk.catalogue.name_of(entity)
    if found.withheld:
        share = fmt.percent(desk.office.settings.rank_coverage * 100, 0)
        return CertaintyView(t.title, t.withheld.format(count=found.n_valued, population=found.population, share=share))
    shown = _around(found.sets, entity)
    told = {"node": info.label, "index": index, "period": fmt.period(period), "name": name, "unit": info.unit}
    source = SourceNote(cited(found.sources), as_of(desk), method_anchor="do-chac-cua-hang")
    caption = t.caption.format(**told)
    if found.noise is None:
        return CertaintyView(t.title, _finding(found, entity, name, info.unit))
    hovered = _with_hovers(desk, shown, info, (index, period))
    return CertaintyView(
        title=t.title,
        finding=_finding(found, entity, name, info.unit),
        rules=_rules(desk, found, info.unit),
        figure=_figure(desk, hovered, index, entity, title=caption, footer=printed_source(source)),
        caption=caption,
        table=_table(found, shown, entity, t.table_caption.format(**told)),
        source=source,
        png_name=fmt.slug("do-chac", index, period, node),
    )


def _around(sets: pd.DataFrame, entity: str) -> pd.DataFrame:
    """Five above and five below; the first ones where the entity has no rank."""
    places = sets.index[sets["entity_id"] == entity]
    middle = int(places[0]) if len(places) else AROUND
    start = max(0, min(middle - AROUND, len(sets) - 2 * AROUND - 1))
    return sets.iloc[start : start + 2 * AROUND + 1]


def _finding(found: Certainty, entity: str, name: str, unit: str) -> str:
    t, sets = texts().certainty, found.sets
    own = sets[sets["entity_id"] == entity]
    if own.empty:
        return t.finding_absent.format(name=name)
    row, rank = own.iloc[0], fmt.rank_of(own.iloc[0]["rank"], found.n_valued)
    without = _without(found, int(row["rank"]))
    if found.noise is None:
        return joined(t.finding_unknown.format(name=name, rank=rank), without)
    words = t.finding_errors if found.noise.basis is Basis.ERROR else t.finding_panel
    first = words.format(
        name=name,
        rank=rank,
        low=int(row["rank_low"]),
        high=int(row["rank_high"]),
        share=fmt.percent(found.confidence * 100, 0),
        least=fmt.number(least_change(found.noise.of(entity) or 0.0, 0.0, found.confidence), DECIMALS),
        unit=unit_of_difference(unit),
    )
    again = t.finding_next.format(low=int(row["next_low"]), high=int(row["next_high"]))
    return joined(first, again, without, _alike(sets, int(own.index[0])))


def joined(*sentences: str) -> str:
    """Sentences that say something, in a row."""
    return " ".join(part for part in sentences if part)


def _without(found: Certainty, rank: int) -> str:
    """Which part carries the rank, and which holds it down."""
    t, without = texts().certainty, found.without
    if without.empty:
        return ""
    ordered = without.sort_values("rank", kind="stable")
    best, worst = ordered.iloc[0], ordered.iloc[-1]
    if best["rank"] == worst["rank"] == rank:
        return t.finding_without_same.format(rank=rank)
    return t.finding_without.format(
        best=int(best["rank"]), best_part=best["node_code"], worst=int(worst["rank"]), worst_part=worst["node_code"]
    )


def _alike(sets: pd.DataFrame, place: int) -> str:
    """The neighbours that are not told apart from the one at this place, as far as the chain reaches on each side."""
    names = [sets["name"].iloc[place - 1]] if place and bool(sets["alike"].iloc[place - 1]) else []
    names += [sets["name"].iloc[place + 1]] if bool(sets["alike"].iloc[place]) else []
    return texts().certainty.finding_alike.format(names=listed(names)) if names else ""


def _rules(desk: Desk, found: Certainty, unit: str) -> tuple[str, ...]:
    """Where the noise is known from, and what each span means."""
    t, noise = texts().certainty, found.noise
    told = noise_words(desk, noise, unit) if noise else ""
    count = found.n_valued
    return (
        told,
        t.rule_spans.format(
            draws=fmt.integer(DRAWS), count=count, misses=fmt.integer(round(count * (1 - found.confidence)))
        ),
        t.rule_sure.format(count=count - 1),
        t.rule_alike,
    )


def noise_words(desk: Desk, noise: Noise, unit: str) -> str:
    """Where the noise is known from, in one or two sentences."""
    t = texts().certainty
    if noise.basis is Basis.ERROR:
        return t.rule_errors
    if noise.panel is None:
        effect = fmt.plain(assumed(desk).get("design_effect"))
        return t.rule_sample.format(respondents=fmt.integer(noise.respondents), year=noise.sampled, effect=effect)
    panel = noise.panel
    years = f"{panel.years[0] - 1}–{panel.years[-1]}"
    upper, count = fmt.number(panel.upper, DECIMALS), fmt.integer(panel.n)
    return t.rule_panel.format(upper=upper, unit=unit_of_difference(unit), count=count, years=years)


def _home(desk: Desk, entity: str) -> frozenset[str]:
    ours = frozenset(desk.catalogue.ours())
    return ours if entity in ours else frozenset({entity})


def _with_hovers(desk: Desk, shown: pd.DataFrame, node: NodeInfo, asked: tuple[str, str]) -> pd.DataFrame:
    """The rows with hover: value, rank and span of each. asked: index and period."""
    t, (index, period) = texts().certainty, asked
    known = with_known(desk, shown.assign(period_id=period), index, node.code)
    hovers = [
        t.hover.format(
            name=row["name"],
            value=value_marked(amount(row["value"], node.unit, DECIMALS), row["known"]),
            rank=int(row["rank"]),
            low=int(row["rank_low"]),
            high=int(row["rank_high"]),
        )
        for row in known.to_dict("records")
    ]
    return shown.assign(hover=hovers)


def _figure(desk: Desk, shown: pd.DataFrame, index: str, entity: str, *, title: str, footer: str) -> go.Figure:
    return rank_spans(shown, home=_home(desk, entity), index_code=index, title=title, footer=footer)


def _table(found: Certainty, shown: pd.DataFrame, entity: str, caption: str) -> TableView:
    t, sets = texts().certainty, found.sets
    columns = (
        Column(t.column_name),
        Column(t.column_rank, ColumnKind.RANK),
        Column(t.column_span, ColumnKind.RANK),
        Column(t.column_next_span, ColumnKind.RANK),
        Column(t.column_sure, ColumnKind.RANK, wraps=True),
        Column(t.column_next, wraps=True),
    )
    rows = []
    for place, row in zip(shown.index, shown.to_dict("records"), strict=True):
        following = sets["value"].iloc[place + 1] if place + 1 < len(sets) else None
        cells = (
            str(row["name"]),
            str(int(row["rank"])),
            *(
                t.span.format(low=int(row[f"{kind}_low"]), high=int(row[f"{kind}_high"]))
                for kind in ("rank", "next", "sure")
            ),
            _next(row["value"], following, alike=bool(row["alike"])),
        )
        rows.append(Row(str(row["entity_id"]), cells))
    return TableView(caption, columns, tuple(rows), frozenset({entity}), main=1)


def _next(value: float, following: float | None, *, alike: bool) -> str:
    t = texts().certainty
    if following is None:
        return ""
    gap = texts().common.hardly if 0 < value - following < _LEAST else fmt.number(value - following, DECIMALS)
    return (t.alike if alike else t.apart).format(gap=gap)
