"""The page Đối chiếu ba chỉ số as data: panels of one theme, the divergence lists, one pair of series."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from cchc_metrics.charts.across import theme_panel
from cchc_metrics.charts.trend_marks import BreakMark, position
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.metrics.ranking import RankSource
from cchc_metrics.schema import TOTAL
from cchc_metrics.services.indices.across import Stretch, stretch, themes, years_of
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.views.kit.hues import hue
from cchc_metrics.views.kit.phrases import as_of, cited, printed_source, sentence
from cchc_metrics.views.kit.shapes import Column, ColumnKind, Row, SourceNote, TableView
from cchc_metrics.views.kit.table_file import TableFile, columns_of

SHARE, RANK = "ty-le", "hang"
_AIR = 6.0


@dataclass(frozen=True, slots=True)
class AcrossFilters:
    """What the visitor asks to see. measure: "ty-le" (percent of the maximum) or "hang"."""

    theme: str
    province: str
    measure: str


@dataclass(frozen=True, slots=True)
class AcrossChoices:
    """Themes in order; provinces that have published years (ours first), id -> name."""

    themes: tuple[str, ...]
    provinces: Mapping[str, str]
    usual_province: str


@dataclass(frozen=True, slots=True)
class Panel:
    """One criterion: its chart, or the sentence that says why there is none."""

    key: str
    caption: str
    figure: go.Figure | None
    missing: str
    source: SourceNote
    png_name: str


@dataclass(frozen=True, slots=True)
class AcrossView:
    """The page's first part. table: None where nothing of the theme is known of the province."""

    title: str
    finding: str
    panels: tuple[Panel, ...]
    table: TableView | None
    reasons: TableView
    file: TableFile | None


def choices(desk: Desk, _: object = None) -> AcrossChoices:
    """What can be asked; no themes where the table of themes is empty."""
    catalogue = desk.catalogue
    return AcrossChoices(
        themes=tuple(themes(desk)),
        provinces={province.id: province.name for province in catalogue.provinces()},
        usual_province=_usual(desk),
    )


def _usual(desk: Desk) -> str:
    """The namesake before the merger holds the published years; home itself where it has no predecessor."""
    before = desk.catalogue.predecessors(desk.catalogue.home)
    return before[0].id if before else desk.catalogue.home


def page(desk: Desk, filters: AcrossFilters) -> AcrossView:
    """The view of one theme for one province."""
    said = texts().across
    name = desk.catalogue.name_of(filters.province)
    found = [stretch(desk, node, filters.province) for node in themes(desk).get(filters.theme, ())]
    title = said.title_theme.format(theme=filters.theme, name=name)
    table = _table(found, name, filters.theme)
    return AcrossView(
        title=title,
        finding=sentence([_latest(one) for one in found]),
        panels=_panels(desk, found, filters, name),
        table=table,
        reasons=_reasons(found, filters.theme),
        file=_file(found, title, name, filters.theme) if table is not None else None,
    )


def _latest(one: Stretch) -> str:
    """The newest result of one criterion as a clause."""
    said = texts().across
    if one.empty:
        return said.latest_none.format(index=one.node.index_code)
    row = one.points.iloc[-1]
    told = [share_words(row["share"]), rank_words(row)]
    return said.latest.format(
        index=one.node.index_code,
        period=fmt.period(str(row["period_id"])),
        told=", ".join(part for part in told if part),
    )


def share_words(share: float) -> str:
    """``95,76% mức tối đa``; empty where it is not known."""
    return "" if pd.isna(share) else texts().across.share.format(share=fmt.percent(share))


def rank_words(row: pd.Series) -> str:
    """The rank with its count and who gave it; empty without one."""
    if pd.isna(row["rank"]):
        return ""
    said = texts().across
    words = said.rank_computed if row["rank_source"] == RankSource.COMPUTED else said.rank_published
    return words.format(rank=fmt.rank_of(row["rank"], row["n_ranked"]))


def _panels(desk: Desk, found: Sequence[Stretch], filters: AcrossFilters, name: str) -> tuple[Panel, ...]:
    years = [position(year) for year in years_of(found)]
    axis = (min(years), max(years)) if years else (0.0, 1.0)
    reach = _reach(found, filters.measure)
    return tuple(_panel(desk, one, filters, name, axis=axis, reach=reach) for one in found)


def _reach(found: Sequence[Stretch], measure: str) -> tuple[float, float]:
    """One scale for all panels: shares with some air, ranks with the first on top."""
    if measure == RANK:
        counts = [float(one.points["n_ranked"].max()) for one in found if one.points["n_ranked"].notna().any()]
        return max(counts, default=1.0) + 2, -2.0
    shares = pd.concat([one.points["share"] for one in found]) if found else pd.Series(dtype="float64")
    shares = shares.dropna()
    if shares.empty:
        return 0.0, 100.0
    return max(0.0, float(shares.min()) - _AIR), min(108.0, float(shares.max()) + _AIR + 2)


def _panel(
    desk: Desk,
    one: Stretch,
    filters: AcrossFilters,
    name: str,
    *,
    axis: tuple[float, float],
    reach: tuple[float, float],
) -> Panel:
    said = texts().across
    caption = said.panel_caption.format(index=one.node.index_code, node=one.node.name)
    frame = _frame(one, filters.measure, name)
    source = SourceNote(cited(one.sources), as_of(desk), method_anchor="doi-chieu")
    unit = said.measures[filters.measure]
    figure = None
    if frame["value"].notna().any():
        figure = theme_panel(
            frame,
            color=hue(desk, one.node.index_code),
            years=axis,
            reach=reach,
            suffix="" if filters.measure == RANK else "%",
            breaks=_marks(one),
            title=f"{name}: {caption} ({unit})",
            footer=printed_source(source),
        )
    return Panel(
        key=fmt.slug(one.node.index_code, one.node.node_code.replace(".", "-")),
        caption=caption,
        figure=figure,
        missing="" if figure is not None else _why_missing(one, filters.measure, name),
        source=source,
        png_name=fmt.slug("doi-chieu", one.node.index_code, one.node.node_code),
    )


def _why_missing(one: Stretch, measure: str, name: str) -> str:
    said = texts().across
    if one.empty:
        return said.missing_node.format(name=name, index=one.node.index_code, node=one.node.name)
    return (said.missing_rank if measure == RANK else said.missing_share).format(index=one.node.index_code)


def _frame(one: Stretch, measure: str, name: str) -> pd.DataFrame:
    said = texts().across
    points = one.points
    values = points["rank"].astype("Float64").astype("float64") if measure == RANK else points["share"]
    labels, hovers = [], []
    for _, row in points.iterrows():
        told = [share_words(row["share"]), rank_words(row)]
        labels.append(fmt.rank_of(row["rank"], row["n_ranked"]) if measure == RANK else fmt.percent(row["share"], 1))
        hovers.append(
            said.hover.format(
                name=name,
                index=one.node.index_code,
                period=fmt.period(str(row["period_id"])),
                told=", ".join(part for part in told if part),
            )
        )
    return points.assign(value=values, text=labels, hover=hovers)


def _marks(one: Stretch) -> tuple[BreakMark, ...]:
    """Breaks inside the years that have a point."""
    years = list(one.points["period_id"])
    inside = one.breaks[(one.breaks["period_before"] >= min(years)) & (one.breaks["period_after"] <= max(years))]
    return tuple(BreakMark(before, after, reason) for before, after, reason in inside.itertuples(index=False))


def _table(found: Sequence[Stretch], name: str, theme: str) -> TableView | None:
    """A year per row, newest first; share and rank of every criterion."""
    said, words = texts().across, texts().common
    years = years_of(found)
    if not years:
        return None
    columns = [Column(words.index_year)]
    for one in found:
        columns += [
            Column(said.column_share.format(part=_part(one)), ColumnKind.NUMBER),
            Column(said.column_rank.format(part=_part(one)), ColumnKind.RANK),
        ]
    held = [{str(row["period_id"]): row for _, row in one.points.iterrows()} for one in found]
    rows = []
    for year in years:
        cells = [fmt.period(year)]
        for points in held:
            row = points.get(year)
            cells += (
                [fmt.MISSING, fmt.MISSING]
                if row is None
                else [
                    fmt.percent(row["share"]),
                    fmt.rank_of(row["rank"], row["n_ranked"]),
                ]
            )
        rows.append(Row(year, tuple(cells)))
    caption = said.table_caption.format(theme=theme, name=name)
    return TableView(caption, tuple(columns), tuple(rows), footnote=said.table_footnote)


def _part(one: Stretch) -> str:
    """The index, with the code of a criterion that is not its total."""
    node = one.node
    return node.index_code if node.node_code == TOTAL else f"{node.index_code} {node.node_code}"


def _reasons(found: Sequence[Stretch], theme: str) -> TableView:
    """What the theme is made of, and why."""
    said, words = texts().across, texts().common
    columns = (Column(words.index), Column(words.node, wraps=True), Column(said.column_reason, wide=True))
    rows = [Row(f"{n}", (one.node.index_code, one.node.name, one.node.reason)) for n, one in enumerate(found)]
    return TableView(said.reasons_caption.format(theme=theme), columns, tuple(rows))


def _file(found: Sequence[Stretch], title: str, name: str, theme: str) -> TableFile:
    said, words = texts().across, texts().common
    parts = [
        one.points.assign(index_code=one.node.index_code, node=one.node.name, share=one.points["share"] / 100)[
            ["period_id", "index_code", "node", "share", "value", "rank", "n_ranked"]
        ]
        for one in found
        if not one.empty
    ]
    columns = columns_of(
        (
            ("period_id", words.index_year),
            ("index_code", words.index),
            ("node", words.node),
            ("share", said.measures[SHARE], "percent", 2),
            ("value", words.value, "number"),
            ("rank", words.rank, "integer"),
            ("n_ranked", texts().lineage.column_n, "integer"),
        )
    )
    sources = tuple(sorted({source for one in found for source in one.sources}))
    filters = ((said.filter_theme, theme), (words.province, name))
    rows = pd.concat(parts, ignore_index=True)
    return TableFile("doi-chieu", title, rows, columns, filters, sources, (said.table_footnote,))
