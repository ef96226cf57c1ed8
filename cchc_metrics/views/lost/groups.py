"""Quartile groups of the whole and its parts over the years."""

from typing import Any

import pandas as pd

from cchc_metrics.charts.heatmap import quartile_cells
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.services.indices.lost import Groups, LostFilters, groups
from cchc_metrics.services.indices.sightings import figure_known
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.question import Question
from cchc_metrics.views.kit.known import value_marked
from cchc_metrics.views.kit.phrases import quartile_name
from cchc_metrics.views.kit.pins import part_pin, starred
from cchc_metrics.views.kit.sentences import Piece, Sentence, closed, compose, enumerated, ranked
from cchc_metrics.views.kit.shapes import Column, Row, TableView
from cchc_metrics.views.lost.look import DECIMALS, Look, missing_words, subject, titled, words_of


def over_years(desk: Desk, filters: LostFilters, footer: str) -> Look:
    """The heatmap; a year without a value or with too few provinces stays empty."""
    t = texts().lost
    found = groups(desk, filters)
    grid = found.grid
    caption = t.groups_caption.format(**words_of(desk, filters))
    known = bool(grid["quartile"].notna().any())
    labels = dict(found.rows)
    cells = grid.assign(
        key=grid["node_code"],
        year=grid["period_id"],
        hover=[_hover(desk, filters, labels[str(row["node_code"])], row) for row in grid.to_dict("records")],
        label=[labels[code] for code in grid["node_code"]],
    )
    figure = None
    if known:
        words = [quartile_name(step, short=True) for step in (1, 2, 3, 4)]
        figure = quartile_cells(
            cells,
            rows=[(code, starred(label, code, filters.starred)) for code, label in found.rows],
            years=found.years,
            legend=[*words, texts().common.missing],
            breaks=_reasons(found),
            title=titled(desk, filters, caption),
            footer=footer,
        )
    return Look(
        sentence=_sentence(desk, filters, found),
        caption=caption,
        figure=figure,
        table=_table(desk, filters, found) if known else None,
        frame=cells,
        columns=(
            ("node_code", texts().explore.node_code, "text"),
            ("label", t.part, "text"),
            ("period_id", texts().common.period, "text"),
            ("value", t.score, "number"),
            ("quartile", texts().common.quartile, "integer"),
            ("n", t.peers_count, "integer"),
        ),
        note=t.groups_note if known else "",
        missing="" if known else missing_words(desk, filters, parts=True),
    )


def _hover(desk: Desk, filters: LostFilters, label: str, row: Any) -> str:
    t, node, period = texts().lost, str(row["node_code"]), str(row["period_id"])
    known = figure_known(desk, Question(filters.index, period, node, filters.score_kind), filters.entity)
    if pd.isna(row["quartile"]):
        return t.groups_hover_none.format(part=label, year=fmt.period(row["period_id"]))
    return t.groups_hover.format(
        part=label,
        year=fmt.period(row["period_id"]),
        group=quartile_name(int(row["quartile"])),
        value=value_marked(fmt.number(row["value"], DECIMALS), known),
        n=int(row["n"]),
    )


def _reasons(found: Groups) -> list[tuple[str, str, str, str]]:
    t = texts().charts
    return [
        (code, before, after, t.break_hover.format(before=before, after=after, reason=reason))
        for code, before, after, reason in found.breaks
        if before in found.years and after in found.years
    ]


def _sentence(desk: Desk, filters: LostFilters, found: Groups) -> Sentence:
    """How many parts stand in each group in the year asked for, else in the newest with any."""
    t = texts().lost
    parts = found.grid[(found.grid["node_code"] != filters.parent) & found.grid["quartile"].notna()]
    if parts.empty:
        return closed([compose(t.groups_none, subject=subject(desk, filters))])
    years = set(parts["period_id"])
    year = filters.period if filters.period in years else max(years)
    counts = parts.loc[parts["period_id"] == year, "quartile"].value_counts()
    told = [
        compose(t.groups_item, count=_link(filters, year, str(counts[step])), group=quartile_name(step))
        for step in (1, 2, 3, 4)
        if step in counts.index
    ]
    name = texts().why.subject.format(index=filters.index, name=desk.catalogue.name_of(filters.entity))
    return closed([compose(t.groups_now, subject=name, year=fmt.period(year), groups=enumerated(told))])


def _link(filters: LostFilters, year: str, text: str) -> Piece:
    return ranked(text, filters.index, year, filters.parent, filters.entity)


def _table(desk: Desk, filters: LostFilters, found: Groups) -> TableView:
    t = texts().lost
    cells = {(row["node_code"], row["period_id"]): row["quartile"] for row in found.grid.to_dict("records")}
    parted = {(code, after) for code, _, after, _ in found.breaks}
    columns = (Column(t.part, wide=True), *(Column(fmt.period(year)) for year in found.years))
    rows = tuple(
        Row(
            code,
            (label, *(_cell(cells.get((code, year)), broken=(code, year) in parted) for year in found.years)),
            pin=part_pin(filters.index, code) if code != filters.parent else "",
        )
        for code, label in found.rows
    )
    caption = t.groups_caption.format(**words_of(desk, filters))
    return TableView(caption, columns, rows, footnote=texts().lost.groups_foot)


def _cell(quartile: Any, *, broken: bool) -> str:
    number = fmt.MISSING if quartile is None or pd.isna(quartile) else str(int(quartile))
    return f"| {number}" if broken else number
