"""What the page Tra cứu & tải về shows: one page of the matching scores, and how many there are."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import named, texts
from cchc_metrics.model import ValueState
from cchc_metrics.model.rows import text_of
from cchc_metrics.schema import SCORES, TOTAL
from cchc_metrics.services.indices.explore import Query, Summary, find_part, summary
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.views.kit.known import rank_explained, rank_marked, value_explained, value_marked
from cchc_metrics.views.kit.links import origin_link
from cchc_metrics.views.kit.phrases import short_source
from cchc_metrics.views.kit.shapes import CardLink, Column, ColumnKind, Row, SourceNote, TableView

PAGE_SIZE = 50
SHOWN_SOURCES = 4


@dataclass(frozen=True, slots=True)
class ExploreFilters:
    """The query and the page of it; a page beyond the last shows the last."""

    query: Query
    page: int = 1


@dataclass(frozen=True, slots=True)
class ExploreView:
    """One page of matching scores. table is None when nothing matches; ``stored`` says whether there is anything ·
    filtered: how many filters are set.
    """

    finding: str
    count: int
    stored: int
    page: int
    pages: int
    table: TableView | None
    source: SourceNote | None
    download_lead: str
    filtered: str


def page(desk: Desk, filters: ExploreFilters) -> ExploreView:
    """The page of the scores that match, formatted."""
    t = texts().explore
    stored = desk.count(SCORES)
    told = summary(desk, filters.query)
    count = told.count
    pages = max(1, -(-count // PAGE_SIZE))
    number = min(max(filters.page, 1), pages)
    sentence = t.finding if count == stored else t.finding_some
    return ExploreView(
        finding=sentence.format(count=fmt.integer(count), total=fmt.integer(stored)),
        count=count,
        stored=stored,
        page=number,
        pages=pages,
        table=_table(desk, filters.query, told, number) if count else None,
        source=_source(told) if count else None,
        download_lead=t.downloads_lead.format(count=fmt.integer(count)),
        filtered=t.filtered.format(count=asked) if (asked := len(filters.query.where())) else t.unfiltered,
    )


def _table(desk: Desk, query: Query, told: Summary, number: int) -> TableView:
    first = (number - 1) * PAGE_SIZE
    part = find_part(desk, query, first, PAGE_SIZE)
    shown = _shown_columns(told)
    said = texts().explore.caption.format(
        first=fmt.integer(first + 1), last=fmt.integer(first + len(part)), count=fmt.integer(told.count)
    )
    ours = set(desk.catalogue.ours())
    own = {str(number) for number, entity in enumerate(part["entity_id"]) if entity in ours}
    return TableView(
        caption=" · ".join([said, *_told_once(part, shown)]),
        columns=tuple(shown.values()),
        rows=tuple(_row(str(number), score, shown) for number, score in enumerate(part.itertuples(index=False))),
        # Where every row is ours a mark would tell nothing.
        highlight=frozenset(own if len(own) < len(part) else ()),
        footnote=texts().explore.build_note,
    )


def _shown_columns(told: Summary) -> dict[str, Column]:
    """The columns in which the matching scores differ, or that hold anything; the others are told in the caption."""
    t = texts().explore
    left_out = {
        "entity": "entity_id" not in told.differ,
        "when": not {"index_code", "period_id"} & told.differ,
        "rank": "published_rank" not in told.filled,
        "kind": "score_kind" not in told.differ,
        "note": "note" not in told.filled,
    }
    columns = {
        "entity": Column(t.filter_entity, wraps=True),
        "when": Column(t.index_and_period),
        "node": Column(t.filter_node, wraps=True),
        "rank": Column(t.rank_column, ColumnKind.RANK),
        "kind": Column(t.score_kind),
        "source": Column(t.source, wraps=True),
        "note": Column(t.note, wide=True),
    }
    shown = [name for name in columns if not left_out.get(name, False)]
    # Second, after what tells the rows apart: a phone shows the first columns without scrolling.
    order = [shown[0], "value", *shown[1:]]
    return {name: columns.get(name, Column(t.value, ColumnKind.NUMBER)) for name in order}


def _told_once(found: pd.DataFrame, shown: Mapping[str, Column]) -> list[str]:
    cells = _cells(next(found.itertuples(index=False)))
    return [cells[name] for name in ("entity", "when", "kind") if name not in shown]


def _row(number: str, score: Any, shown: Mapping[str, Column]) -> Row:
    cells, notes = _cells(score), _notes(score)
    places = {name: place for place, name in enumerate(shown)}
    return Row(
        number,
        tuple(cells[name] for name in shown),
        {places[name]: note for name, note in notes.items() if name in places and note != cells[name]},
        links={places["value"]: _origin(score)},
    )


def _origin(score: Any) -> CardLink:
    return origin_link(score.entity_id, score.index_code, score.node_code, score.period_id, score.score_kind)


def _cells(score: Any) -> dict[str, str]:
    rank = fmt.rank_of(score.published_rank, score.rank_out_of)
    return {
        "entity": score.entity,
        "when": f"{score.index_code} {score.period}",
        "node": texts().services.total if score.node_code == TOTAL else f"{score.node_code}. {score.node}",
        "value": value_marked(_value(score), score.known),
        "rank": "" if pd.isna(score.published_rank) else rank_marked(rank, score.known),
        "kind": score.kind,
        "source": short_source(score.source),
        "note": named(text_of(score.note)),
    }


def _notes(score: Any) -> dict[str, str]:
    """What is behind a cell: how its figure is known, the full address of the source."""
    full = {"source": score.source} if isinstance(score.source, str) else {}
    ranked = rank_explained(score.known, score.unit)
    full |= {"rank": ranked} if ranked else {}
    valued = value_explained(score.known, score.unit)
    return full | ({"value": valued} if valued else {})


def _value(score: Any) -> str:
    """«12,45/13 điểm», «86,25%»; exempt and missing are words, never a zero."""
    t = texts().explore
    if score.state != ValueState.VALUE:
        return t.exempt if score.state == ValueState.EXEMPT else t.missing
    value = fmt.number(score.value)
    if score.unit == "%":
        return f"{value}%"
    most = "" if pd.isna(score.max_score) else f"/{fmt.plain(score.max_score, 2)}"
    return f"{value}{most} {score.unit}".rstrip()


def _source(told: Summary) -> SourceNote:
    """The sources of all that matches, those with most figures first."""
    counted: Counter[str] = Counter()
    for source, figures in told.sources.items():
        counted[short_source(source)] += figures
    names = [name for name, _ in counted.most_common()]
    shown = names[:SHOWN_SOURCES]
    if len(names) > len(shown):
        shown.append(texts().explore.more_sources.format(count=len(names) - len(shown)))
    return SourceNote(tuple(shown))
