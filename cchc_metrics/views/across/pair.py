"""The second half of the page Đối chiếu ba chỉ số: the divergence lists and one pair of series."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from cchc_metrics.charts.across import pair_dots
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import named, texts
from cchc_metrics.schema import SCORE_KINDS, SCORES, TOTAL
from cchc_metrics.services.indices.across import ThemeNode, themes
from cchc_metrics.services.indices.across_pairs import (
    LEAST_PAIRS,
    Divergence,
    Pairing,
    divergences,
    held_years,
    node_at,
    pairing,
    series_choices,
    sides,
)
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.question import where
from cchc_metrics.views.kit.known import rank_marked, value_marked
from cchc_metrics.views.kit.phrases import amount, as_of, cited, printed_source
from cchc_metrics.views.kit.shapes import Column, ColumnKind, Row, SourceNote, TableView


@dataclass(frozen=True, slots=True)
class DivergenceView:
    """One list: what it says, what is missing, the table (None where no province has a rank on both sides)."""

    heading: str
    lead: str
    missing: str
    table: TableView | None
    source: SourceNote


@dataclass(frozen=True, slots=True)
class PairView:
    """One pair. figure: None with too few pairs; finding then says why."""

    heading: str
    finding: str
    caution: str
    figure: go.Figure | None
    source: SourceNote
    png_name: str


def divergence_years(desk: Desk, theme: str) -> tuple[str, ...]:
    """Years in which a self-scored and an asked criterion of a theme both hold results, newest first."""
    own, others = sides(desk, themes(desk).get(theme, ()))
    years = {year for one in own for other in others for year in held_years(desk, (one, other))}
    return tuple(sorted(years, reverse=True))


def usual_divergence_year(desk: Desk, theme: str) -> str:
    """The year of which the self-scored side, the thinner one, holds most results, the newest of those; else ""."""
    own, _ = sides(desk, themes(desk).get(theme, ()))
    years = divergence_years(desk, theme)
    which = where(
        index_code=list({node.index_code for node in own}),
        node_code=[node.node_code for node in own],
        period_id=list(years),
    )
    held = desk.facts(SCORES, which) if years else None
    counts = {} if held is None else held.groupby("period_id")["entity_id"].nunique().to_dict()
    return max(years, key=lambda year: counts.get(year, 0), default="")


def divergence_views(desk: Desk, asked: tuple[str, str]) -> tuple[DivergenceView, ...]:
    """The lists of one theme (first) in one year (second)."""
    theme, year = asked
    found = divergences(desk, themes(desk).get(theme, ()), year)
    return tuple(_divergence_view(desk, one) for one in found)


def _divergence_view(desk: Desk, one: Divergence) -> DivergenceView:
    t = texts().across
    kind = next(named(label) for label, code in SCORE_KINDS.items() if code == one.kind)
    unsure = int(one.rows["unsure"].sum())
    apart = int(one.rows["apart"].sum()) - unsure
    lead = t.divergence_some.format(count=apart) if apart else t.divergence_none
    if unsure:
        more = (t.divergence_unsure if apart else t.divergence_unsure_only).format(count=unsure)
        lead = f"{lead} {more}" if apart else more
    missing = t.divergence_missing.format(
        own=one.own.index_code,
        asked=one.asked.index_code,
        period=fmt.period(one.period_id),
        own_n=one.ranked[0],
        asked_n=one.ranked[1],
        population=one.population,
        both=len(one.rows),
        kind=kind.lower(),
    )
    return DivergenceView(
        heading=t.divergence_heading.format(
            own=one.own.index_code, asked=one.asked.index_code, period=fmt.period(one.period_id)
        ),
        lead=lead,
        missing=missing,
        table=_divergence_table(desk, one, kind) if len(one.rows) else None,
        source=SourceNote(cited(one.sources), as_of(desk), method_anchor="doi-chieu"),
    )


def _divergence_table(desk: Desk, one: Divergence, kind: str) -> TableView:
    t, words = texts().across, texts().common
    columns = (
        Column(words.province),
        Column(t.column_own.format(index=one.own.index_code, kind=kind.lower()), ColumnKind.RANK),
        Column(t.column_asked.format(index=one.asked.index_code), ColumnKind.RANK),
        Column(t.column_gap, ColumnKind.NUMBER),
        Column(t.column_verdict),
    )
    rows = [
        Row(
            str(row["entity_id"]),
            (
                str(row["name"]),
                rank_marked(fmt.rank_of(row["own_rank"], row["own_n"]), row["own_known"]),
                rank_marked(fmt.rank_of(row["asked_rank"], row["asked_n"]), row["asked_known"]),
                fmt.signed(row["gap"] * 100, 0),
                t.verdict_unsure if row["unsure"] else t.verdict_apart if row["apart"] else t.verdict_near,
            ),
        )
        for _, row in one.rows.iterrows()
    ]
    caption = t.divergence_caption.format(
        own=_named(one.own), asked=_named(one.asked), period=fmt.period(one.period_id)
    )
    ours = frozenset(desk.catalogue.ours())
    return TableView(caption, columns, tuple(rows), ours, footnote=t.divergence_footnote)


def pair_choices(desk: Desk, _: object = None) -> Mapping[str, str]:
    """Every criterion with results, code -> label."""
    return series_choices(desk)


def pair_years(desk: Desk, asked: tuple[str, str]) -> tuple[str, ...]:
    """Years in which both criteria hold results, newest first."""
    return held_years(desk, [node_at(desk, code) for code in asked])


def usual_year(desk: Desk, asked: tuple[str, str]) -> str:
    """The newest year with enough pairs to be told, else the newest; "" without any."""
    years = pair_years(desk, asked)
    left, right = (node_at(desk, code) for code in asked)
    enough = (year for year in years if not pairing(desk, left, right, year).few)
    return next(enough, years[0] if years else "")


def pair_view(desk: Desk, asked: tuple[str, str, str]) -> PairView:
    """Two criteria (first, second) in one year (third)."""
    t = texts().across
    found = pairing(desk, node_at(desk, asked[0]), node_at(desk, asked[1]), asked[2])
    heading = t.pair_heading.format(left=_named(found.left), right=_named(found.right), period=fmt.period(asked[2]))
    told = [t.pair_note.format(n=found.found.n)]
    if not found.few and not set(desk.catalogue.ours()).intersection(found.points["entity_id"]):
        era = desk.catalogue.era_of(asked[2], found.left.index_code)
        told.append(t.pair_absent.format(name=desk.catalogue.name_of(desk.catalogue.ours_in(era))))
    source = SourceNote(cited(found.sources), as_of(desk), note="; ".join(told), method_anchor="doi-chieu")
    return PairView(
        heading=heading,
        finding=_pair_finding(found),
        caution=_caution(found),
        figure=None if found.few else _dots(desk, found, heading, printed_source(source)),
        source=source,
        png_name=fmt.slug("tuong-quan", *asked),
    )


def _named(node: ThemeNode) -> str:
    """The index; with the name of a part of it."""
    return node.index_code if node.node_code == TOTAL else f"{node.index_code} {node.name}"


def _pair_finding(found: Pairing) -> str:
    t = texts().across
    if found.few:
        return t.pair_few.format(n=found.found.n, least=LEAST_PAIRS)
    if found.found.pearson is None or found.found.spearman is None:
        return t.pair_flat.format(n=found.found.n)
    return t.pair_found.format(
        n=found.found.n,
        population=found.population,
        spearman=fmt.number(found.found.spearman, 2),
        pearson=fmt.number(found.found.pearson, 2),
    )


def _caution(found: Pairing) -> str:
    t = texts().across
    if found.few:
        return ""
    return f"{t.caution} {t.caution_partial}" if found.partial else t.caution


def _dots(desk: Desk, found: Pairing, title: str, footer: str) -> go.Figure:
    t = texts().across
    units = found.units
    hovers = [
        t.pair_hover.format(
            name=row["name"],
            left=value_marked(amount(row["x"], units[0]), row["x_known"]),
            right=value_marked(amount(row["y"], units[1]), row["y_known"]),
        )
        for row in found.points.to_dict("records")
    ]
    points = found.points.assign(hover=pd.Series(hovers, index=found.points.index, dtype="str"))
    names = (f"{_named(found.left)} ({units[0]})", f"{_named(found.right)} ({units[1]})")
    return pair_dots(points, home=frozenset(desk.catalogue.ours()), names=names, title=title, footer=footer)
