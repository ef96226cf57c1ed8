"""The page Sắp xếp tỉnh as data: one criterion on the base of 34 provinces, in one frozen view."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from cchc_metrics.charts import theme
from cchc_metrics.charts.lineage import MergerMark, lineage_lines
from cchc_metrics.charts.trend import BreakMark
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.metrics.lineage import Method
from cchc_metrics.model import Period
from cchc_metrics.model.rows import records
from cchc_metrics.schema import TOTAL
from cchc_metrics.services.indices.lineage import (
    AFTER,
    BEFORE,
    ProFormaSeries,
    pro_forma_series,
    pro_forma_standing,
    short_name,
    way_of,
    weight_sets,
)
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.question import Question
from cchc_metrics.services.office.units import unit_of
from cchc_metrics.views.kit.estimates import estimated, weight_note
from cchc_metrics.views.kit.hues import hue
from cchc_metrics.views.kit.known import value_mark, value_marked
from cchc_metrics.views.kit.phrases import amount, as_of, cited, printed_source
from cchc_metrics.views.kit.shapes import SourceNote, TableView
from cchc_metrics.views.kit.table_file import TableFile
from cchc_metrics.views.lineage.table import merger_table, standing_file, standing_table, years_table
from cchc_metrics.views.lineage.words import finding, headline

DECIMALS = 2


@dataclass(frozen=True, slots=True)
class LineageFilters:
    """What the visitor asks to see. province: an id of the base of 34. weight_set: "" is the usual one."""

    index_code: str
    period_id: str
    node_code: str
    score_kind: str
    province: str
    method: str
    weight_set: str


@dataclass(frozen=True, slots=True)
class LineageChoices:
    """Provinces of the base of 34 (ours first), methods and stored weight sets: code -> label."""

    provinces: Mapping[str, str]
    methods: Mapping[str, str]
    weight_sets: tuple[str, ...]
    usual_province: str


@dataclass(frozen=True, slots=True)
class LineageView:
    """The page. figure: None where of no year anything is known."""

    eyebrow: str
    title: str
    finding: str
    caption: str
    figure: go.Figure | None
    standing: TableView
    mergers: TableView | None
    years: TableView
    source: SourceNote
    weight_note: str
    file: TableFile
    png_name: str


def choices(desk: Desk, _: object = None) -> LineageChoices:
    """What can be asked of the base of 34."""
    t, catalogue = texts().lineage, desk.catalogue
    provinces = {province.id: short_name(desk, province.id) for province in catalogue.provinces(AFTER)}
    methods = {Method.WEIGHTED: t.method_weighted, Method.BAND: t.method_band, Method.OLD: t.method_old}
    return LineageChoices(
        provinces=provinces,
        methods={str(code): label for code, label in methods.items()},
        weight_sets=weight_sets(desk),
        usual_province=catalogue.ours_in(AFTER),
    )


def page(desk: Desk, filters: LineageFilters) -> LineageView:
    """The view of these filters. Raises UnknownNameError where the period holds no scores of the criterion."""
    t = texts().lineage
    way = way_of(desk, filters.method, filters.weight_set)
    index, node, kind = filters.index_code, filters.node_code, filters.score_kind
    found = pro_forma_standing(desk, Question(index, filters.period_id, node, kind), way=way)
    years = pro_forma_series(desk, index, filters.province, node, way=way, score_kind=kind)
    unit = unit_of(found.node.unit, filters.score_kind)
    name = short_name(desk, filters.province)
    title = headline(found, name, found.row(filters.province), unit)
    source = SourceNote(
        cited(sorted({*found.sources, *years.sources})),
        as_of(desk),
        note=f"{t.not_published}. {t.chart_note}" if found.estimated else "",
        method_anchor="he-34",
    )
    caption = t.caption.format(name=name, index=filters.index_code, node=found.node.label)
    return LineageView(
        eyebrow=t.eyebrow.format(index=desk.catalogue.index_name(filters.index_code)),
        title=title,
        finding=finding(found, filters.province, unit),
        caption=caption,
        figure=_figure(desk, years, filters.province, unit, title=title, footer=printed_source(source)),
        standing=standing_table(desk, found, unit),
        mergers=merger_table(desk, found, unit),
        years=years_table(years, unit, t.years_caption.format(name=name, index=filters.index_code)),
        source=source,
        weight_note=weight_note(desk, way) if found.estimated else "",
        file=standing_file(found, title, unit, weight_note(desk, way)),
        png_name=_file_name(filters),
    )


def _figure(
    desk: Desk, years: ProFormaSeries, province: str, unit: str, *, title: str, footer: str
) -> go.Figure | None:
    if not years.history["value"].notna().any() and not years.parts["value"].notna().any():
        return None
    merged = bool(years.history["estimate"].any())
    own = province in desk.catalogue.ours()
    return lineage_lines(
        _own_line(desk, years, province, unit),
        _part_lines(years, unit) if merged else years.parts.iloc[:0].assign(hover="", mark=""),
        color=theme.HOME if own else hue(desk, years.index_code),
        unit=unit,
        decimals=DECIMALS,
        merger=_merger(desk, province) if merged else None,
        breaks=_marks(desk, years),
        title=title,
        footer=footer,
    )


def _merger(desk: Desk, province: str) -> MergerMark | None:
    """Before the first index year that is announced for the new province; None where its first day is not known."""
    rows = desk.catalogue.entities
    days = rows.loc[rows["entity_id"] == province, "valid_from"]
    if days.empty or pd.isna(days.iloc[0]):
        return None
    begun = days.iloc[0]
    return MergerMark(begun.year - 0.5, texts().lineage.merger_mark.format(day=fmt.day(begun)))


def _own_line(desk: Desk, years: ProFormaSeries, province: str, unit: str) -> pd.DataFrame:
    t, name = texts().lineage, short_name(desk, province)
    hovers = []
    for row in records(years.history):
        published = t.hover_derived if row["known"].value_how else t.hover_published
        words = t.hover_estimate if row["estimate"] else published
        rank = t.hover_rank.format(rank=fmt.rank_of(row["rank"], row["n_ranked"])) if not pd.isna(row["rank"]) else ""
        value = value_marked(estimated(row, unit), row["known"])
        told = words.format(name=name, year=row["period_id"], value=value, rank=rank)
        hovers.append(told)
    return years.history.assign(hover=hovers, mark=years.history["known"].map(value_mark))


def _part_lines(years: ProFormaSeries, unit: str) -> pd.DataFrame:
    t = texts().lineage
    hovers = [
        (t.hover_part_derived if row["known"].value_how else t.hover_part).format(
            name=row["name"], year=row["period_id"], value=value_marked(amount(row["value"], unit), row["known"])
        )
        for row in records(years.parts)
    ]
    return years.parts.assign(hover=hovers, mark=years.parts["known"].map(value_mark))


def _marks(desk: Desk, years: ProFormaSeries) -> tuple[BreakMark, ...]:
    """Breaks inside what is drawn; the merger has a mark of its own."""
    shown = [*years.history["period_id"], *years.parts["period_id"]]
    broken = years.breaks[years.breaks["broken"]]
    inside = broken[(broken["period_before"] >= min(shown)) & (broken["period_after"] <= max(shown))]
    era = desk.catalogue.era_of
    return tuple(
        BreakMark(before, after, reason)
        for before, after, reason in inside[["period_before", "period_after", "reason"]].itertuples(index=False)
        if (era(before, years.index_code) == BEFORE) == (era(after, years.index_code) == BEFORE)
    )


def _file_name(filters: LineageFilters) -> str:
    node = filters.node_code if filters.node_code != TOTAL else ""
    return fmt.slug("he-34", filters.index_code, Period.parse(filters.period_id).id, node)
