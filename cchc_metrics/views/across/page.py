"""The page Đối chiếu ba chỉ số as data: where one theme stands on every ranking, and its table by year."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from cchc_metrics.charts.across import place_slopes
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import named, texts
from cchc_metrics.metrics.ranking import RankSource
from cchc_metrics.schema import TOTAL
from cchc_metrics.services.indices.across import Stretch, stretch, themes, years_of
from cchc_metrics.services.indices.across_places import places
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.views.kit.known import how_words, rank_marked, value_marked
from cchc_metrics.views.kit.phrases import as_of, cited, printed_source, sentence
from cchc_metrics.views.kit.shapes import Column, ColumnKind, Row, SourceNote, TableView
from cchc_metrics.views.kit.table_file import TableFile, columns_of


@dataclass(frozen=True, slots=True)
class AcrossFilters:
    """What the visitor asks to see."""

    theme: str
    province: str
    pinned: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AcrossChoices:
    """Themes in order; provinces that have published years (ours first), id -> name."""

    themes: tuple[str, ...]
    provinces: Mapping[str, str]
    usual_province: str


@dataclass(frozen=True, slots=True)
class Slopes:
    """One picture of the places on every ranking; missing: a sentence for each criterion that is not in it."""

    caption: str
    figure: go.Figure | None
    missing: tuple[str, ...]
    source: SourceNote
    png_name: str


@dataclass(frozen=True, slots=True)
class AcrossView:
    """The page's first part. table: None where nothing of the theme is known of the province."""

    title: str
    finding: str
    slopes: Slopes
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
    t = texts().across
    name = desk.catalogue.name_of(filters.province)
    found = [stretch(desk, node, filters.province) for node in themes(desk).get(filters.theme, ())]
    title = t.title_theme.format(theme=named(filters.theme), name=name)
    table = _table(found, name, filters.theme)
    return AcrossView(
        title=title,
        finding=sentence([_latest(one) for one in found]),
        slopes=_slopes(desk, found, filters, title),
        table=table,
        reasons=_reasons(found, filters.theme),
        file=_file(found, title, name, filters.theme) if table is not None else None,
    )


def _latest(one: Stretch) -> str:
    """The newest result of one criterion as a clause."""
    t = texts().across
    if one.empty:
        return t.latest_none.format(index=one.node.index_code)
    row = one.points.iloc[-1]
    share = share_words(row["share"])
    told = [value_marked(share, row["known"]) if share else "", rank_words(row)]
    return t.latest.format(
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
    t = texts().across
    words = t.rank_computed if row["rank_source"] == RankSource.COMPUTED else t.rank_published
    return words.format(rank=rank_marked(fmt.rank_of(row["rank"], row["n_ranked"]), row["known"]))


def _slopes(desk: Desk, found: Sequence[Stretch], filters: AcrossFilters, title: str) -> Slopes:
    t = texts().across
    held = places(desk, found, filters.province)
    source = SourceNote(
        cited(sorted({source for one in found for source in one.sources})),
        as_of(desk),
        note=t.place_note,
        method_anchor="doi-chieu",
    )
    figure = None
    if held.stops:
        stops = [t.stop.format(index=node.index_code, period=fmt.period(period)) for node, period in held.stops]
        told = held.rows.assign(
            words=[
                rank_marked(fmt.rank_of(row["rank"], row["n_ranked"]), row["known"])
                for row in held.rows.to_dict("records")
            ]
        )
        hovers = [
            t.place_hover.format(name=row["name"], stop=stops[row["stop"]].replace(" · ", " "), rank=row["words"])
            for row in told.to_dict("records")
        ]
        figure = place_slopes(
            told.assign(hover=hovers),
            stops,
            home=filters.province,
            pins=filters.pinned,
            title=title,
            footer=printed_source(source),
        )
    ranked = {node for node, _ in held.stops}
    return Slopes(
        caption=t.place_caption.format(theme=named(filters.theme)),
        figure=figure,
        missing=tuple(
            _why_missing(one, desk.catalogue.name_of(filters.province)) for one in found if one.node not in ranked
        ),
        source=source,
        png_name=fmt.slug("doi-chieu", filters.theme),
    )


def _why_missing(one: Stretch, name: str) -> str:
    t = texts().across
    if one.empty:
        return t.missing_node.format(name=name, index=one.node.index_code, node=one.node.name)
    return t.missing_rank.format(index=one.node.index_code)


def _table(found: Sequence[Stretch], name: str, theme: str) -> TableView | None:
    """A year per row, newest first; share and rank of every criterion."""
    t, words = texts().across, texts().common
    years = years_of(found)
    if not years:
        return None
    columns = [Column(words.index_year)]
    for one in found:
        columns += [
            Column(t.column_share.format(part=_part(one)), ColumnKind.NUMBER),
            Column(t.column_rank.format(part=_part(one)), ColumnKind.RANK),
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
                    value_marked(fmt.percent(row["share"]), row["known"]),
                    rank_marked(fmt.rank_of(row["rank"], row["n_ranked"]), row["known"]),
                ]
            )
        rows.append(Row(year, tuple(cells)))
    caption = t.table_caption.format(theme=named(theme), name=name)
    return TableView(caption, tuple(columns), tuple(rows), footnote=t.table_footnote)


def _part(one: Stretch) -> str:
    """The index, with the code of a criterion that is not its total."""
    node = one.node
    return node.index_code if node.node_code == TOTAL else f"{node.index_code} {node.node_code}"


def _reasons(found: Sequence[Stretch], theme: str) -> TableView:
    """What the theme is made of, and why."""
    t, words = texts().across, texts().common
    columns = (Column(words.index), Column(words.node, wraps=True), Column(t.column_reason, wide=True))
    rows = [Row(f"{n}", (one.node.index_code, one.node.name, named(one.node.reason))) for n, one in enumerate(found)]
    return TableView(t.reasons_caption.format(theme=named(theme)), columns, tuple(rows))


def _how(one: Stretch) -> list[str]:
    """How each figure is known, for a column of the file."""
    return [how_words(known, "") for known in one.points["known"]]


def _file(found: Sequence[Stretch], title: str, name: str, theme: str) -> TableFile:
    t, words = texts().across, texts().common
    parts = [
        one.points.assign(
            index_code=one.node.index_code, node=one.node.name, share=one.points["share"] / 100, how=_how(one)
        )[["period_id", "index_code", "node", "share", "value", "rank", "n_ranked", "how"]]
        for one in found
        if not one.empty
    ]
    columns = columns_of(
        (
            ("period_id", words.index_year),
            ("index_code", words.index),
            ("node", words.node),
            ("share", t.column_share_of_max, "percent", 2),
            ("value", words.value, "number"),
            ("rank", words.rank, "integer"),
            ("n_ranked", texts().lineage.column_n, "integer"),
            ("how", texts().published.how_known),
        )
    )
    sources = tuple(sorted({source for one in found for source in one.sources}))
    filters = ((t.filter_theme, named(theme)), (words.province, name))
    rows = pd.concat(parts, ignore_index=True)
    return TableFile("doi-chieu", title, rows, columns, filters, sources, (t.table_footnote,))
