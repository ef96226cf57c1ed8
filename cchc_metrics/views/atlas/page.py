"""The page Bản đồ as data: one criterion drawn over the country, with the list beside it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from cchc_metrics.charts import theme
from cchc_metrics.charts.atlas import atlas_map, change_colors, level_colors
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import named, texts
from cchc_metrics.metrics.lineage import Method
from cchc_metrics.model.rows import records
from cchc_metrics.schema import TOTAL
from cchc_metrics.services.indices.country import AtlasRows, atlas_rows, bases
from cchc_metrics.services.indices.lineage import way_of, weight_sets
from cchc_metrics.services.indices.results import legal_basis
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.question import Question
from cchc_metrics.services.office.units import PERCENT, unit_of
from cchc_metrics.views.atlas.shapes import outlines, place_names
from cchc_metrics.views.atlas.words import (
    CHANGE,
    GROUP,
    VALUE,
    base_name,
    finding,
    group_name,
    headline,
    hover,
    legend,
    subject,
)
from cchc_metrics.views.kit.estimates import span, way_in_words, weight_note
from cchc_metrics.views.kit.known import how_words, range_words, rank_marked, value_marked
from cchc_metrics.views.kit.phrases import as_of, cited, printed_source
from cchc_metrics.views.kit.shapes import Column, ColumnKind, Row, SourceNote, TableView
from cchc_metrics.views.kit.table_file import TableFile, columns_of


@dataclass(frozen=True, slots=True)
class AtlasFilters:
    """What the visitor asks to see. base: "63" or "34". show: "nhom", "diem" or "thay-doi". way: a weight set,
    ``old``, or "" where nothing is estimated."""

    index_code: str
    period_id: str
    node_code: str
    score_kind: str
    base: str
    show: str
    way: str
    pinned: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AtlasChoices:
    """Of one criterion and base, code -> label: what can be shown; the ways to estimate (a weight set or ``old``)."""

    shows: Mapping[str, str]
    ways: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class AtlasView:
    """The page; the table lists every province, for people who do not read maps."""

    eyebrow: str
    title: str
    finding: str
    caption: str
    figure: go.Figure
    table: TableView
    source: SourceNote
    file: TableFile
    png_name: str


def base_choices(desk: Desk, asked: Question) -> Mapping[str, str]:
    """The bases on which a period of an index can be drawn, its own first."""
    return {base: texts().atlas.bases[base] for base in bases(desk, asked.index, asked.period)}


def choices(desk: Desk, asked: tuple[Question, str]) -> AtlasChoices:
    """What can be drawn of a criterion on a base."""
    t = texts().atlas
    criterion, base = asked
    index, period, node, kind = criterion.index, criterion.period, criterion.node, criterion.score_kind
    found = atlas_rows(desk, Question(index, period, node, kind), base=base, way=way_of(desk))
    shows = {GROUP: t.show_group} if found.grouped else {}
    shows[VALUE] = t.show_value
    shows |= {CHANGE: t.show_change} if found.changed else {}
    ways = {name: t.way_weighted.format(name=name) for name in weight_sets(desk)}
    ways |= {str(Method.OLD): texts().lineage.method_old}
    return AtlasChoices(shows, ways if found.way is not None else {})


def page(desk: Desk, filters: AtlasFilters) -> AtlasView:
    """The view of these filters. Raises UnknownNameError where the period holds no scores of the criterion."""
    alone = filters.way == Method.OLD
    way = way_of(desk, Method.OLD) if alone else way_of(desk, weight_set=filters.way)
    index, period, node = filters.index_code, filters.period_id, filters.node_code
    found = atlas_rows(desk, Question(index, period, node, filters.score_kind), base=filters.base, way=way)
    unit = unit_of(found.node.unit, filters.score_kind)
    own = found.rows[found.rows["entity_id"] == desk.catalogue.ours_in(found.base)]
    title = headline(found, own.iloc[0] if len(own) else None, unit)
    source = _source(desk, found)
    return AtlasView(
        eyebrow=texts().atlas.eyebrow.format(index=desk.catalogue.index_name(index)),
        title=title,
        finding=finding(desk, found, filters.show, unit),
        caption=texts().atlas.caption.format(
            shown=texts().atlas.captions[filters.show], subject=subject(found), base=base_name(found)
        ),
        figure=_figure(
            desk, found, filters.show, unit, title=title, footer=printed_source(source), pins=filters.pinned
        ),
        table=_table(desk, found, filters.show, unit),
        source=source,
        file=_file(desk, found, title, unit),
        png_name=_png_name(filters),
    )


def _figure(
    desk: Desk, found: AtlasRows, show: str, unit: str, *, title: str, footer: str, pins: tuple[str, ...]
) -> go.Figure:
    folder = desk.office.settings.reference_dir
    rows = found.rows
    frame = pd.DataFrame(
        {
            "entity_id": rows["entity_id"],
            "color": pd.Series(_colors(found, show), index=rows.index, dtype="object"),
            "hover": [hover(found, row, unit) for row in records(rows)],
        }
    )
    ours = [one for one in desk.catalogue.ours() if one in set(rows["entity_id"])]
    return atlas_map(
        frame,
        outlines(folder, found.base),
        places=place_names(folder),
        legend=legend(found, show, _bound_labels(found), unit),
        home={one: desk.catalogue.name_of(one) for one in ours},
        pins={one: desk.catalogue.name_of(one) for one in pins if one not in ours},
        title=title,
        footer=footer,
    )


def _bound_labels(found: AtlasRows) -> tuple[str, ...]:
    return tuple(label for label, _ in found.grouping.bounds)


def _colors(found: AtlasRows, show: str) -> list[str | None]:
    rows = found.rows
    if show == CHANGE:
        return change_colors(rows["change"])
    if show == VALUE:
        return level_colors(rows["value"])
    order = {label: place for place, label in enumerate(_bound_labels(found))}
    colors: list[str | None] = []
    for quartile, group, value in zip(rows["quartile"], rows["group"], rows["value"], strict=True):
        if not pd.isna(quartile):
            colors.append(theme.QUARTILES[int(quartile) - 1])
        elif pd.isna(value) or found.grouping.by_quartile:
            colors.append(None)
        else:
            colors.append(theme.QUARTILES[min(order.get(group, 3), 3)])
    return colors


def _source(desk: Desk, found: AtlasRows) -> SourceNote:
    t = texts().atlas
    note = ". ".join(part for part in (_estimate_note(found), t.boundaries) if part)
    basis = named(legal_basis(desk, found.index_code, found.period_id))
    return SourceNote(cited(found.sources), as_of(desk), basis, note, method_anchor="ban-do")


def _estimate_note(found: AtlasRows) -> str:
    return texts().lineage.not_published if found.way is not None else ""


def _table(desk: Desk, found: AtlasRows, show: str, unit: str) -> TableView:
    """Every province in rank order, those without a number last."""
    t, words = texts().atlas, texts().common
    rows = found.rows
    keys = ["name", "rank", "value"]
    keys += ["change"] if show == CHANGE else ["group"] if found.grouped else []
    columns = {
        "name": Column(words.province),
        "rank": Column(words.rank, ColumnKind.RANK),
        "value": Column(words.value, ColumnKind.NUMBER, PERCENT if unit == PERCENT else ""),
        "group": Column(words.quartile),
        "change": Column(
            t.column_change.format(period=fmt.period(found.previous_period or found.period_id)), ColumnKind.NUMBER
        ),
    }
    told = rows[rows["value"].notna() | rows["rank"].notna()]
    printed = [
        Row(row["entity_id"], tuple(_cells(found, row)[key] for key in keys), pin=row["entity_id"])
        for row in records(told)
    ]
    ranged = [(str(row["name"]), range_words(row["known"])) for row in records(rows[~rows.index.isin(told.index)])]
    printed += [
        Row(f"range-{name}", (texts().ranking.absent.format(name=name, state=words),), aside=True)
        for name, words in ranged
        if words
    ]
    silent = [str(name) for name in rows.loc[~rows.index.isin(told.index), "name"]]
    if silent:
        words_of = t.list_absent.format(count=len(silent), names=", ".join(silent))
        printed.append(Row("absent", (words_of,), aside=True))
    return TableView(
        t.list_caption.format(subject=subject(found), count=len(told), base=found.base),
        tuple(columns[key] for key in keys),
        tuple(printed),
        frozenset(desk.catalogue.ours()),
        footnote=t.list_estimates.format(way=way_in_words(found.way)) if found.way is not None else "",
    )


def _cells(found: AtlasRows, row: Any) -> dict[str, str]:
    group = quartile_less(group_name(row))
    return {
        "name": str(row["name"]),
        "rank": rank_marked(fmt.rank_of(row["rank"], row["n_ranked"]), row["known"]),
        "value": _value_cell(row),
        "group": group,
        "change": fmt.signed(row["change"]),
    }


def _value_cell(row: Any) -> str:
    """The figure; an estimate with its mark and the range over all weightings."""
    number = fmt.number(row["value"], 2)
    if not pd.isna(row["value"]) and row["estimate"]:
        between = "" if row["low"] == row["high"] else f" ({span(row['low'], row['high'], 2)})"
        number = f"{number}*{between}"
    return value_marked(number, row["known"])


def quartile_less(group: str) -> str:
    """A group without the word for it: the column's header says it."""
    return group.removeprefix(texts().ranking.group_prefix).strip()


def _file(desk: Desk, found: AtlasRows, title: str, unit: str) -> TableFile:
    t, words, merged = texts().atlas, texts().common, texts().lineage
    kinds = [merged.kind_estimate if flag else merged.kind_published for flag in found.rows["estimate"]]
    known = found.rows["value"].notna()
    rows = found.rows.assign(
        group_words=[group_name(row) for row in records(found.rows)],
        how=[how_words(known, unit) for known in found.rows["known"]],
        kind=[kind if there else words.missing for kind, there in zip(kinds, known, strict=True)],
    )
    columns = columns_of(
        (
            ("entity_id", merged.column_code),
            ("name", words.province),
            ("value", words.value, "number"),
            ("low", merged.column_low, "number"),
            ("high", merged.column_high, "number"),
            ("kind", merged.column_kind),
            ("how", texts().published.how_known),
            ("rank", words.rank, "integer"),
            ("n_ranked", merged.column_n, "integer"),
            ("group_words", words.quartile),
            ("change", words.change, "number"),
        )
    )
    filters = [
        (words.index, found.index_code),
        (words.period, fmt.period(found.period_id)),
        (words.node, found.node.label),
        (t.filter_base, base_name(found)),
        (merged.column_unit, unit),
    ]
    filters += [(merged.filter_method, way_in_words(found.way))] if found.way is not None else []
    notes = (weight_note(desk, found.way) if found.way is not None else "", found.break_reason)
    return TableFile("ban-do", title, rows, columns, tuple(filters), found.sources, notes, _estimate_note(found))


def _png_name(filters: AtlasFilters) -> str:
    node = filters.node_code if filters.node_code != TOTAL else ""
    return fmt.slug("ban-do", filters.index_code, filters.period_id, filters.base, filters.show, node)
