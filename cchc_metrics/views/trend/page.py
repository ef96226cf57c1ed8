"""The page Xu hướng as data: what can be chosen, and one frozen view of what was chosen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.labels.format import listed
from cchc_metrics.metrics.lineage import Method
from cchc_metrics.metrics.trend import framework_for
from cchc_metrics.model import Period, ScoreKind
from cchc_metrics.schema import TOTAL
from cchc_metrics.services.indices.lineage import way_of
from cchc_metrics.services.indices.series import Series, series
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.names import NodeInfo
from cchc_metrics.services.office.units import unit_of
from cchc_metrics.views.kit.estimates import way_in_words
from cchc_metrics.views.kit.phrases import as_of, cited, printed_source
from cchc_metrics.views.kit.shapes import SourceNote, TableView
from cchc_metrics.views.trend.estimate import estimate_lines
from cchc_metrics.views.trend.figure import drawn_periods, figure_of, mean_name, years_of
from cchc_metrics.views.trend.remarks import note_marks
from cchc_metrics.views.trend.table import breaks_table, ranks_computed, years_table
from cchc_metrics.views.trend.words import HiddenByNoise, finding, parts_finding

MOST = 6


@dataclass(frozen=True, slots=True)
class TrendFilters:
    """What the visitor asks to see. estimate: also the years before the merger of the merged province, dashed;
    method: how they are made, "" the usual one."""

    index: str
    entities: tuple[str, ...]
    nodes: tuple[str, ...] = (TOTAL,)
    score_kind: str = ScoreKind.PUBLISHED
    estimate: bool = False
    method: str = ""


@dataclass(frozen=True, slots=True)
class TrendChoices:
    """What can be asked: code -> label in reading order, and the provinces shown before anyone chose."""

    nodes: Mapping[str, str]
    entities: Mapping[str, str]
    kinds: Mapping[str, str]
    usual_entities: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TrendPanel:
    """One criterion: its charts, the table behind them, and the source of both.

    figures: one for all entities (its name empty) or a small one for each, with its name; none with ranks only.
    """

    node_code: str
    label: str
    caption: str
    figures: tuple[tuple[str, go.Figure], ...]
    table: TableView
    source: SourceNote
    png_name: str


@dataclass(frozen=True, slots=True)
class TrendView:
    """The page. empty_title is set when there is nothing to draw at all; see_before: provinces to look at instead."""

    eyebrow: str
    title: str
    finding: str = ""
    panels: tuple[TrendPanel, ...] = ()
    breaks: TableView | None = None
    empty_title: str = ""
    empty_body: str = ""
    see_before: tuple[str, ...] = ()
    see_before_label: str = ""


def choices(desk: Desk, index: str) -> TrendChoices:
    """What an index offers: every criterion that any year holds results of; every province of both eras."""
    catalogue = desk.catalogue
    # The provinces ours was merged from hold the published years.
    before = tuple(entity.id for entity in catalogue.predecessors(catalogue.home))
    return TrendChoices(
        nodes=_nodes_held(desk, index),
        entities={entity.id: entity.name for entity in catalogue.provinces()},
        kinds=catalogue.score_kinds(index),
        usual_entities=before or catalogue.ours()[:1],
    )


def _nodes_held(desk: Desk, index: str) -> dict[str, str]:
    """Criteria by code, those of the newest framework first; one that ended says with which year."""
    catalogue, t = desk.catalogue, texts().trend
    periods = catalogue.periods(index)
    newest = {framework_for(catalogue.frameworks, index, Period.parse(p).year): p for p in reversed(periods)}
    last = catalogue.newest_by_node(index)
    labels: dict[str, str] = {}
    for node in (node for period in reversed(newest.values()) for node in catalogue.nodes(index, period)):
        if node.code in last and node.code not in labels:
            year = last[node.code]
            labels[node.code] = node.label if year == periods[0] else t.until.format(label=node.label, year=year)
    return labels


def page(desk: Desk, filters: TrendFilters) -> TrendView:
    """The view of these filters: one panel per criterion, each with its own breaks."""
    t = texts().trend
    entities = [entity for entity in filters.entities if desk.catalogue.name_of(entity) != entity]
    nodes = {code: _newest(desk, filters.index, code) for code in filters.nodes[:MOST]}
    infos = {code: info for code, info in nodes.items() if info is not None}
    if not entities or not infos:
        return TrendView("", t.heading, empty_title=t.nothing_chosen_title, empty_body=t.nothing_chosen_body)
    found = {code: series(desk, filters.index, entities, code, score_kind=filters.score_kind) for code in infos}
    found = {code: one for code, one in found.items() if not one.history.empty}
    if not found:
        return _nothing_known(desk, filters, entities, next(iter(infos.values())))
    years = years_of(pd.concat([one.history["period_id"] for one in found.values()]))
    first = next(iter(found))
    return TrendView(
        eyebrow=desk.catalogue.index_name(filters.index),
        title=t.title.format(index=filters.index, years=years, names=_names(desk, entities)),
        finding=finding(found[first], unit_of(infos[first].unit, filters.score_kind), entities, HiddenByNoise(desk))
        if len(found) == 1
        else parts_finding(found, _own(desk, entities) or entities[0], HiddenByNoise(desk)),
        panels=tuple(_panel(desk, filters, infos[code], one, entities) for code, one in found.items()),
        breaks=breaks_table(filters.index, {infos[code].label: one for code, one in found.items()}),
    )


def _newest(desk: Desk, index: str, node_code: str) -> NodeInfo | None:
    """The criterion as its newest framework with results names it; None where no year holds results of it."""
    last = desk.catalogue.newest_by_node(index).get(node_code)
    return desk.catalogue.node(index, last, node_code) if last else None


def _nothing_known(desk: Desk, filters: TrendFilters, entities: Sequence[str], node: NodeInfo) -> TrendView:
    """No result of anyone chosen. A province born of a merger points at those it was merged from."""
    t, catalogue = texts().trend, desk.catalogue
    eyebrow = catalogue.index_name(filters.index)
    names = listed([catalogue.name_of(entity) for entity in entities])
    before = catalogue.predecessors(entities[0]) if len(entities) == 1 else ()
    if not before:
        title = t.no_values_title.format(names=names, node=node.label, index=filters.index)
        return TrendView(eyebrow, t.heading, empty_title=title, empty_body=t.no_values_body)
    merged = listed([entity.name for entity in before])
    return TrendView(
        eyebrow,
        t.heading,
        empty_title=t.successor_title.format(name=names),
        empty_body=t.successor_body.format(names=merged),
        see_before=tuple(entity.id for entity in before),
        see_before_label=t.see_before.format(names=merged),
    )


def _names(desk: Desk, entities: Sequence[str]) -> str:
    names = [desk.catalogue.name_of(entity) for entity in entities]
    return listed(names) if len(names) <= 3 else texts().trend.several.format(name=names[0], count=len(names) - 1)


def _own(desk: Desk, entities: Sequence[str]) -> str:
    """The one drawn in red: the first of ours among those chosen; empty without one."""
    return next((entity for entity in entities if entity in desk.catalogue.ours()), "")


def _panel(desk: Desk, filters: TrendFilters, node: NodeInfo, found: Series, entities: Sequence[str]) -> TrendPanel:
    t = texts().trend
    unit = unit_of(node.unit, filters.score_kind)
    caption = t.caption.format(node=node.label, index=filters.index, years=years_of(drawn_periods(found)))
    sources = [*found.sources, *(found.means["source"].dropna() if found.band.empty else ())]
    source = SourceNote(cited(sources), as_of=as_of(desk), note=_note(desk, found, filters), method_anchor="dut-doan")
    title = f"{_names(desk, entities)}: {fmt.lower_first(caption)} ({unit})"
    footer = printed_source(source)
    estimates = (
        estimate_lines(
            desk, filters.index, node.code, entities, kind=filters.score_kind, unit=unit, method=filters.method
        )
        if filters.estimate
        else None
    )
    figures = figure_of(
        desk,
        found,
        unit,
        entities,
        _own(desk, entities),
        title=title,
        footer=footer,
        estimates=estimates,
        notes=note_marks(desk, found, entities),
    )
    behind = t.table_caption_computed if ranks_computed(found) else t.table_caption
    table = years_table(found, entities, behind.format(node=node.label, index=filters.index, unit=unit))
    name = fmt.slug("xu-huong", filters.index, node.code)
    return TrendPanel(node.code, node.label, caption, figures, table, source, name)


def _note(desk: Desk, found: Series, filters: TrendFilters) -> str:
    t = texts().trend
    if filters.estimate:
        way = way_in_words(way_of(desk, filters.method or Method.WEIGHTED))
        return f"{texts().lineage.trend_note.format(way=way)}. {t.note_survey}"
    if not found.band.empty:
        return f"{t.note_band}. {t.note_survey}"
    return t.note_means.format(name=mean_name(found.means)) if not found.means.empty else t.note_alone
