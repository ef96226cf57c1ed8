"""What the page Tra cứu & tải về shows: one page of the matching scores, and how many there are."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import pandas as pd

from cchc_metrics.charts.views import Column, ColumnKind, Row, SourceNote, TableView
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.model import ValueState
from cchc_metrics.schema import SCORES, TOTAL
from cchc_metrics.services.desk import Desk
from cchc_metrics.services.explore import Query, find

PAGE_SIZE = 50
SHOWN_SOURCES = 4
DECIMALS = 4


@dataclass(frozen=True, slots=True)
class Filters:
    """The query and the page of it; a page beyond the last shows the last."""

    query: Query
    page: int = 1


@dataclass(frozen=True, slots=True)
class ExploreView:
    """One page of matching scores. table is None when nothing matches; ``stored`` says whether there is anything."""

    finding: str
    count: int
    stored: int
    page: int
    pages: int
    table: TableView | None
    source: SourceNote | None
    download_lead: str


def explore_view(desk: Desk, filters: Filters) -> ExploreView:
    """The page of the scores that match, formatted."""
    said = texts().explore
    stored = desk.office.store.count(SCORES)
    found = find(desk, filters.query)
    count = len(found)
    pages = max(1, -(-count // PAGE_SIZE))
    page = min(max(filters.page, 1), pages)
    sentence = said.finding if count == stored else said.finding_some
    return ExploreView(
        finding=sentence.format(count=fmt.integer(count), total=fmt.integer(stored)),
        count=count,
        stored=stored,
        page=page,
        pages=pages,
        table=_table(desk, found, page) if count else None,
        source=_source(found) if count else None,
        download_lead=said.downloads_lead.format(count=fmt.integer(count)),
    )


def _table(desk: Desk, found: pd.DataFrame, page: int) -> TableView:
    said = texts().explore
    first = (page - 1) * PAGE_SIZE
    part = found.iloc[first : first + PAGE_SIZE]
    ours = desk.catalogue.ours()
    columns = (
        Column(said.filter_entity),
        Column(said.index_and_period),
        Column(said.filter_node, wide=True),
        Column(said.value, ColumnKind.NUMBER),
        Column(said.rank_column, ColumnKind.RANK),
        Column(said.score_kind),
        Column(said.source),
        Column(said.note),
    )
    return TableView(
        caption=said.caption.format(
            first=fmt.integer(first + 1), last=fmt.integer(first + len(part)), count=fmt.integer(len(found))
        ),
        columns=columns,
        rows=tuple(_row(number, score) for number, score in enumerate(part.itertuples(index=False))),
        highlight=frozenset(str(number) for number, entity in enumerate(part["entity_id"]) if entity in ours),
        footnote=said.build_note,
    )


def _row(number: int, score: Any) -> Row:
    cells = (
        score.entity,
        f"{score.index_code} {score.period}",
        texts().services.total if score.node_code == TOTAL else f"{score.node_code}. {score.node}",
        _value(score),
        fmt.rank_of(score.published_rank, score.rank_out_of) if not pd.isna(score.published_rank) else "",
        score.kind,
        short_source(score.source),
        score.note if isinstance(score.note, str) else "",
    )
    return Row(str(number), cells, _notes(score, cells))


def _notes(score: Any, cells: tuple[str, ...]) -> dict[int, str]:
    """What is behind a shortened cell: the value with all its decimals, the full address of the source."""
    notes = {}
    if score.state == ValueState.VALUE and fmt.plain(score.value) != fmt.plain(score.value, DECIMALS):
        notes[3] = fmt.plain(score.value)
    if isinstance(score.source, str) and score.source != cells[6]:
        notes[6] = score.source
    return notes


def _value(score: Any) -> str:
    """«12,45/13 điểm», «86,25%»; exempt and missing are words, never a zero."""
    said = texts().explore
    if score.state != ValueState.VALUE:
        return said.exempt if score.state == ValueState.EXEMPT else said.missing
    value = fmt.plain(score.value, DECIMALS)
    if score.unit == "%":
        return f"{value}%"
    most = "" if pd.isna(score.max_score) else f"/{fmt.plain(score.max_score)}"
    return f"{value}{most} {score.unit}".rstrip()


def short_source(source: object) -> str:
    """An address by its host, anything else as it is."""
    if not isinstance(source, str):
        return ""
    host = urlsplit(source).hostname if source.startswith(("http://", "https://")) else None
    return host.removeprefix("www.") if host else source


def _source(found: pd.DataFrame) -> SourceNote:
    """The sources of all that matches, those with most figures first."""
    counted = found["source"].dropna().map(short_source).value_counts()
    names = [str(name) for name in counted.index]
    shown = names[:SHOWN_SOURCES]
    if len(names) > len(shown):
        shown.append(texts().explore.more_sources.format(count=len(names) - len(shown)))
    return SourceNote(tuple(shown))
