"""The table beside a ranking: the same rows, with ranks, groups, changes and sources."""

from typing import Any

import pandas as pd

from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import named, texts
from cchc_metrics.metrics.lineage import Method
from cchc_metrics.model import Key, ValueState
from cchc_metrics.model.rows import records
from cchc_metrics.services.indices.places import Quiet
from cchc_metrics.services.indices.selection import Gap, Selection
from cchc_metrics.services.indices.sightings import NOT_TOLD
from cchc_metrics.services.office.units import PERCENT
from cchc_metrics.views.kit import known as kit
from cchc_metrics.views.kit.estimates import rank_span, span, way_in_words
from cchc_metrics.views.kit.links import origin_link
from cchc_metrics.views.kit.phrases import cited
from cchc_metrics.views.kit.shapes import CardLink, Column, ColumnKind, Row, TableView
from cchc_metrics.views.ranking.question import RankingQuestion
from cchc_metrics.views.ranking.words import group_words, marked, subject


def ranking_table(asked: RankingQuestion, picked: Selection, home: frozenset[str]) -> TableView:
    """One row per province shown; a row of words where ranks are left out; the provinces without a value last.

    The source has a column only where rows differ in it, else a line below the table.
    """
    sources = sorted(set(picked.rows["source"].dropna()))
    columns = _columns(asked, picked, several=len(sources) > 1)
    rows = []
    for number, row in enumerate(records(picked.rows)):
        if number in picked.before:
            rows.append(_gap_row(picked.before[number]))
        rows.append(_row(asked, row, columns))
    if len(picked.rows) in picked.before:
        rows.append(_gap_row(picked.before[len(picked.rows)]))
    for row in records(picked.absent):
        ranged = kit.range_words(asked.known.get(str(row["entity_id"]), NOT_TOLD))
        if ranged or not picked.incomplete:
            rows.append(_absent_row(row, ranged))
    t = texts().ranking
    notes = [t.one_source.format(source="; ".join(cited(sources)))] if len(sources) == 1 else []
    notes += [t.ranks_computed] if asked.found.computed else []
    notes += [texts().atlas.list_estimates.format(way=way_in_words(asked.way))] if asked.way is not None else []
    before = asked.found.previous_period
    if before and any(key == "change" for key, _ in columns) and picked.rows["places_gained"].isna().any():
        notes.append(t.no_previous.format(period=fmt.period(before)))
    if any(asked.quiet_of(row).rank for row in records(picked.rows)):
        notes.append(t.quiet_note)
    if any(asked.quiet_of(row).unsure for row in records(picked.rows)):
        notes.append(t.unsure_note)
    caption = t.table_caption.format(subject=subject(asked))
    columns_shown = tuple(column for _, column in columns)
    return TableView(caption, columns_shown, tuple(rows), home, " ".join(notes), main=1)


_Named = tuple[str, Column]


def _columns(asked: RankingQuestion, picked: Selection, *, several: bool) -> list[_Named]:
    t, words = texts().ranking, texts().common
    banded = asked.way is not None and asked.way.method is Method.BAND
    before = None if banded else asked.found.previous_period
    shown = [("name", Column(words.province)), ("rank", Column(words.rank, ColumnKind.RANK))]
    if asked.group:
        shown.append(("peer_rank", Column(t.column_peer_rank.format(group=named(asked.group)), ColumnKind.RANK)))
    shown.append(("value", Column(texts().explore.value, ColumnKind.NUMBER, PERCENT if asked.unit == PERCENT else "")))
    if not banded and (asked.grouping.by_quartile or asked.grouping.bounds):
        shown.append(("group", Column(words.quartile)))
    if banded:
        shown.append(("ranks", Column(texts().lineage.column_rank_span, ColumnKind.RANK)))
        shown.append(("span", Column(texts().lineage.column_span, ColumnKind.NUMBER)))
    if before and picked.rows["places_gained"].notna().any():
        if asked.way is None:  # the names of the base of 34 need the room
            shown.append(("previous", Column(t.column_previous.format(period=fmt.period(before)), ColumnKind.RANK)))
        shown.append(("change", Column(t.column_change, ColumnKind.NUMBER)))
    if several:
        shown.append(("source", Column(t.column_source, wraps=True)))
    return shown


def _row(asked: RankingQuestion, row: Any, columns: list[_Named]) -> Row:
    known = asked.known.get(str(row["entity_id"]), NOT_TOLD)
    cells = {
        "name": marked(asked, row),
        "rank": kit.marked(fmt.rank_of(row["rank"], row["n_ranked"]), known.rank_how, kit.of_rank(known)),
        "peer_rank": fmt.rank_of(row.get("peer_rank"), row.get("peer_count")),
        "value": kit.marked(_value(row), known.value_how, kit.of_value(known)),
        "group": _short_group(asked, row),
        "previous": fmt.MISSING if pd.isna(row["places_gained"]) else fmt.integer(row["previous_rank"]),
        "change": _change(row, asked.quiet_of(row)),
        "source": "".join(cited([row["source"]])) if isinstance(row["source"], str) else "",
    }
    if asked.way is not None:
        cells |= {"ranks": rank_span(row), "span": span(row["low"], row["high"], 2)}
    explained = {
        "rank": kit.explained(known.rank_how, kit.of_rank(known), asked.unit),
        "value": kit.explained(known.value_how, kit.of_value(known), asked.unit),
    }
    notes = {}
    for place, (key, _) in enumerate(columns):
        if explained.get(key):
            notes[place] = explained[key]
        if key == "source" and isinstance(row["source"], str):
            notes[place] = row["source"]
        if key == "value" and isinstance(row["note"], str) and pd.isna(row["value"]):
            notes[place] = named(row["note"])
    place = [key for key, _ in columns].index("value")
    links = {} if pd.isna(row["value"]) else {place: _leads(asked, str(row["entity_id"]))}
    who = str(row["entity_id"])
    return Row(who, tuple(cells[key] for key, _ in columns), notes, links=links, pin=who)


def _leads(asked: RankingQuestion, entity_id: str) -> CardLink:
    """A published figure to its origin, an estimate to what it was made of."""
    found = asked.found
    if asked.way is None:
        return origin_link(entity_id, found.index_code, found.node.code, found.period_id, found.score_kind)
    query = {
        Key.INDEX: found.index_code,
        Key.PERIOD: found.period_id,
        Key.NODE: found.node.code,
        Key.PROVINCE: entity_id,
    }
    return CardLink(texts().lineage.see_parts, "sap-xep-tinh", query | {Key.METHOD: str(asked.way.method)})


def _value(row: Any) -> str:
    """With two decimals, as everywhere on the screen; the exact figure stands at its origin. A state in words."""
    t = texts().common
    if row["state"] == ValueState.EXEMPT:
        return t.exempt
    if pd.isna(row["value"]):
        return t.missing
    return fmt.number(row["value"])


def _short_group(asked: RankingQuestion, row: Any | Any) -> str:
    """The group without the word for it: the column's header says it."""
    return group_words(asked, row).removeprefix(texts().ranking.group_prefix).strip()


def _change(row: Any, quiet: Quiet) -> str:
    t = texts().charts
    if pd.isna(row["places_gained"]):
        return fmt.MISSING
    places = int(row["places_gained"])
    if quiet.unsure:
        return t.unsure
    if quiet.rank:
        return t.quiet
    if places == 0:
        return t.same
    return (t.up if places > 0 else t.down).format(places=abs(places))


def _absent_row(row: Any, ranged: str) -> Row:
    """A province that was not ranked, and what its source says of that; of its rank perhaps a range."""
    t, words = texts().ranking, texts().common
    if ranged:
        return Row(str(row["entity_id"]), (t.absent.format(name=row["name"], state=ranged),), aside=True)
    state = words.exempt if row["state"] == ValueState.EXEMPT else words.missing
    if isinstance(row["note"], str) and row["note"]:
        state = t.state_because.format(state=state, reason=fmt.lower_first(named(row["note"])))
    return Row(str(row["entity_id"]), (t.absent.format(name=row["name"], state=state),), aside=True)


def _gap_row(gap: Gap) -> Row:
    t = texts().ranking
    one, many = (t.row_hidden, t.rows_hidden) if gap.hidden else (t.row_unknown, t.rows_unknown)
    words = one.format(rank=gap.first) if gap.first == gap.last else many.format(first=gap.first, last=gap.last)
    return Row(f"gap-{gap.first}", (words,), aside=True)
