"""The tables behind a trend: year × province, and the years that may not be compared."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd

from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import named, texts
from cchc_metrics.labels.format import listed
from cchc_metrics.metrics.ranking import RankSource
from cchc_metrics.model import ValueState
from cchc_metrics.services.indices.series import Series
from cchc_metrics.services.indices.sightings import NOT_TOLD
from cchc_metrics.views.kit.known import range_words, rank_explained, rank_marked, value_explained, value_marked
from cchc_metrics.views.kit.links import origin_link
from cchc_metrics.views.kit.phrases import quartile_name
from cchc_metrics.views.kit.shapes import CardLink, Column, ColumnKind, Row, TableView
from cchc_metrics.views.trend.figure import DECIMALS, drawn_periods, marks_of, mean_name

Cell = tuple[str, str]  # what stands there, and its explanation


def years_table(found: Series, entities: Sequence[str], caption: str) -> TableView:
    """One row per year, newest first: value, change and rank of each entity, then what is known of the country."""
    years = sorted(set(drawn_periods(found)), reverse=True)
    shown = [entity for entity in entities if entity in set(found.history["entity_id"])]
    results: Iterable[Any] = found.history.itertuples(index=False)
    records = {(row.entity_id, row.period_id): row for row in results}
    reasons = {mark.after: mark.reason for mark in marks_of(found)}
    rows = []
    for year in years:
        cells: list[Cell] = [(fmt.period(year), "")]
        for entity in shown:
            cells += _entity_cells(
                records.get((entity, year)),
                reasons.get(year, ""),
                _before(records, entity, year),
                range_words(found.ranges.get((entity, year), NOT_TOLD)),
            )
        cells += _country_cells(found, year)
        notes = {place: note for place, (_text, note) in enumerate(cells) if note}
        rows.append(Row(year, tuple(text for text, _note in cells), notes, links=_links(found, shown, year, records)))
    return TableView(caption, tuple(_columns(found, shown)), tuple(rows), footnote=texts().trend.table_lead)


def _links(
    found: Series, shown: Sequence[str], year: str, records: Mapping[tuple[str, str], Any]
) -> dict[int, CardLink]:
    """Of each entity's value, the first of its three columns, to where it comes from."""
    return {
        1 + 3 * number: origin_link(entity, found.index_code, found.node_code, year, found.score_kind)
        for number, entity in enumerate(shown)
        if (entity, year) in records and not pd.isna(records[entity, year].value)
    }


def ranks_computed(found: Series) -> bool:
    """Whether ranks of these entities are the system's own."""
    return bool((found.history["rank_source"] == RankSource.COMPUTED).any())


def _before(records: Mapping[tuple[str, str], Any], entity: str, year: str) -> bool:
    """Whether the entity has a value in any earlier year: then a break is worth a word."""
    return any(e == entity and y < year and not pd.isna(row.value) for (e, y), row in records.items())


def _columns(found: Series, shown: Sequence[str]) -> list[Column]:
    t = texts().trend
    names = dict(zip(found.history["entity_id"], found.history["name"], strict=True))
    rank_header = t.rank_header_computed if ranks_computed(found) else t.rank_header_published
    columns = [Column(texts().common.index_year)]
    for entity in shown:
        columns += [
            Column(names[entity], ColumnKind.NUMBER),
            Column(t.change_header, ColumnKind.NUMBER),
            Column(rank_header, ColumnKind.RANK),
        ]
    if not found.band.empty:
        columns += [
            Column(t.band_mean_header, ColumnKind.NUMBER),
            Column(t.band_header, ColumnKind.NUMBER),
        ]
    elif not found.means.empty:
        header = t.published_mean_header.format(name=mean_name(found.means))
        columns.append(Column(header, ColumnKind.NUMBER))
    return columns


def _entity_cells(row: Any, reason: str, seen_before: bool, ranged: str) -> list[Cell]:
    if row is None:
        return [(texts().common.missing, ""), ("", ""), (ranged, "")]
    return [_value_cell(row), _change_cell(row, reason, seen_before), (_rank_text(row), rank_explained(row.known, ""))]


def _value_cell(row: Any) -> Cell:
    note = named(row.note) if isinstance(row.note, str) and pd.isna(row.value) else ""
    if not pd.isna(row.value):
        return value_marked(fmt.number(row.value, DECIMALS), row.known), note or value_explained(row.known, "")
    if row.state == ValueState.EXEMPT:
        return texts().common.exempt, note
    # A printed rank shows that the province was measured: then only our sources lack the score.
    return (texts().trend.withheld if pd.isna(row.published_rank) else texts().common.missing), note


def _change_cell(row: Any, reason: str, seen_before: bool) -> Cell:
    if not pd.isna(row.change):
        return fmt.signed(row.change, DECIMALS), ""
    return (texts().trend.not_compared, reason) if reason and seen_before and not pd.isna(row.value) else ("", "")


def _rank_text(row: Any) -> str:
    t = texts().trend
    if pd.isna(row.rank):
        return "" if pd.isna(row.value) else t.rank_incomplete
    rank = rank_marked(fmt.rank_of(row.rank, row.n_ranked), row.known)
    if row.rank_source == RankSource.COMPUTED and not pd.isna(row.quartile):
        return t.group_rank.format(group=quartile_name(int(row.quartile), short=True), rank=rank)
    return rank


def _country_cells(found: Series, year: str) -> list[Cell]:
    if not found.band.empty:
        row = found.band[found.band["period_id"] == year]
        if row.empty:
            return [(texts().common.missing, ""), (texts().common.missing, "")]
        low, high, mean = (fmt.number(row[name].iloc[0], DECIMALS) for name in ("q25", "q75", "mean"))
        return [(mean, ""), (texts().trend.band_range.format(low=low, high=high), "")]
    if found.means.empty:
        return []
    row = found.means[found.means["period_id"] == year]
    return [(fmt.number(row["value"].iloc[0], DECIMALS) if not row.empty else texts().common.missing, "")]


def breaks_table(index_code: str, found: Mapping[str, Series]) -> TableView | None:
    """Pairs of years that may not be compared and why, newest first; None when all may. found: label -> series."""
    t = texts().trend
    pairs: dict[tuple[str, str, str], list[str]] = {}
    numbers: dict[tuple[str, str, str], list[str]] = {}
    for label, one in found.items():
        for number, mark in enumerate(marks_of(one), start=1):
            pairs.setdefault((mark.after, mark.before, mark.reason), []).append(label)
            numbers.setdefault((mark.after, mark.before, mark.reason), []).append(str(number))
    if not pairs:
        return None
    several = len(found) > 1
    rows = []
    for place, ((after, before, reason), labels) in enumerate(sorted(pairs.items(), reverse=True)):
        years = t.break_years.format(before=before, after=after)
        told = ", ".join(dict.fromkeys(numbers[after, before, reason]))
        rows.append(Row(str(place), (told, years, *((listed(labels),) if several else ()), reason)))
    named = (Column(t.break_nodes, wide=True),) if several else ()
    columns = (
        Column(t.break_number, ColumnKind.RANK),
        Column(t.break_between),
        *named,
        Column(t.break_reason, wide=True),
    )
    return TableView(t.breaks_caption.format(index=index_code), columns, tuple(rows))
