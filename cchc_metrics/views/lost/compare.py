"""Two comparisons of parts: self-assessed against appraised scores, and our result against the median of peers."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from cchc_metrics.charts.waterfall import change_bars
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import named, texts
from cchc_metrics.services.indices.lost import LostFilters, against_peers, kinds_side_by_side, parts_of
from cchc_metrics.services.indices.noise import apart
from cchc_metrics.services.indices.panel import PUBLISHED
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.units import unit_of
from cchc_metrics.views.kit.hues import hue
from cchc_metrics.views.kit.phrases import amount, unit_of_difference
from cchc_metrics.views.kit.pins import part_pin, starred
from cchc_metrics.views.kit.sentences import Sentence, closed, compose, enumerated
from cchc_metrics.views.kit.shapes import Column, ColumnKind, Row, TableView
from cchc_metrics.views.lost.look import (
    DECIMALS,
    LEAST,
    NAMED,
    Look,
    figure_link,
    missing_words,
    subject,
    titled,
    words_of,
)

_NUMBER = ColumnKind.NUMBER


def kinds(desk: Desk, filters: LostFilters, footer: str) -> Look:
    """«Chênh lệch tự chấm – thẩm định» of each part, the widest first."""
    t = texts().lost
    table = kinds_side_by_side(desk, filters)
    table = table.assign(width=table["difference"].abs())
    table = table.sort_values(["width", "node_code"], ascending=[False, True], na_position="last")
    both = table[table["difference"].notna()]
    caption = t.kinds_caption.format(**words_of(desk, filters))
    sentence = closed([compose(t.kinds_none, subject=subject(desk, filters))])
    if len(both):
        leading = _items(filters, both.head(NAMED), t.peers_item)
        sentence = closed([compose(t.kinds_widest, subject=subject(desk, filters), parts=leading)])
    rows = [_bar(filters, row, _kind_hover(row)) for row in both.to_dict("records")]
    return Look(
        sentence=sentence,
        caption=caption,
        figure=_figure(desk, filters, rows, t.kinds_axis, caption=caption, footer=footer) if rows else None,
        table=_kinds_table(desk, filters, table) if len(table) else None,
        frame=table,
        columns=(
            ("node_code", texts().explore.node_code, "text"),
            ("label", t.part, "text"),
            ("max_score", t.maximum, "number"),
            ("self", t.self_score, "number"),
            ("appraised", t.appraised, "number"),
            ("survey", t.survey, "number"),
            ("difference", t.difference, "number"),
        ),
        missing="" if rows else missing_words(desk, filters, parts=True),
    )


def _items(filters: LostFilters, rows: pd.DataFrame, words: str) -> Sentence:
    return enumerated(
        [
            compose(
                words,
                part=str(row["label"]).split(". ", 1)[-1],
                difference=figure_link(filters, fmt.signed(row["difference"], DECIMALS), str(row["node_code"])),
            )
            for row in rows.to_dict("records")
        ]
    )


def _bar(filters: LostFilters, row: Any, hover: str) -> dict[str, Any]:
    return {
        "key": row["node_code"],
        "name": starred(row["label"], row["node_code"], filters.starred),
        "delta": row["difference"],
        "label": fmt.signed(row["difference"], DECIMALS),
        "hover": hover,
        "quiet": False,
    }


def _figure(
    desk: Desk, filters: LostFilters, rows: Sequence[dict[str, Any]], axis: str, *, caption: str, footer: str
) -> Any:
    return change_bars(
        pd.DataFrame(rows),
        hue=hue(desk, filters.index),
        axis_title=axis,
        title=titled(desk, filters, caption),
        footer=footer,
    )


def _kind_hover(row: Any) -> str:
    return texts().lost.kinds_hover.format(
        part=row["label"],
        own=fmt.number(row["self"], DECIMALS),
        appraised=fmt.number(row["appraised"], DECIMALS),
        difference=fmt.signed(row["difference"], DECIMALS),
    )


def _kinds_table(desk: Desk, filters: LostFilters, table: pd.DataFrame) -> TableView:
    t = texts().lost
    headers = (t.maximum, t.self_score, t.appraised, t.survey, t.difference)
    columns = (Column(t.part, wide=True), *(Column(header, _NUMBER) for header in headers))
    rows = tuple(
        Row(
            str(row["node_code"]),
            (
                str(row["label"]),
                fmt.plain(row["max_score"], DECIMALS),
                *(fmt.number(row[name], DECIMALS) for name in ("self", "appraised", "survey")),
                fmt.signed(row["difference"], DECIMALS),
            ),
            pin=part_pin(filters.index, str(row["node_code"])),
        )
        for row in table.to_dict("records")
    )
    return TableView(t.table_caption.format(**words_of(desk, filters)), columns, rows)


def peers(desk: Desk, filters: LostFilters, footer: str) -> Look:
    """Our value less the median of the peers, strengths first."""
    t = texts().lost
    table = _with_quiet(desk, filters, against_peers(desk, filters))
    known = table[table["difference"].notna()]
    words = words_of(desk, filters)
    caption = t.peers_caption.format(peers=filters.peer_name, **words)
    nodes = parts_of(desk, filters)
    unit = unit_of(nodes[0].unit, filters.score_kind) if nodes else ""
    rows = [_bar(filters, row, _peer_hover(row, unit)) for row in known.to_dict("records")]
    axis = t.peers_axis.format(unit=unit_of_difference(unit))
    return Look(
        sentence=closed([_strong_and_weak(desk, filters, known)]) if filters.peers else (),
        caption=caption,
        figure=_figure(desk, filters, rows, axis, caption=caption, footer=footer) if rows else None,
        table=_peers_table(desk, filters, table) if len(known) else None,
        frame=table,
        columns=(
            ("node_code", texts().explore.node_code, "text"),
            ("label", t.part, "text"),
            ("value", t.score, "number"),
            ("median", t.median, "number"),
            ("difference", t.difference, "number"),
            ("n", t.peers_count, "integer"),
        ),
        note=_peers_note(desk, filters, known),
        missing=_why_no_peers(desk, filters) if not rows else "",
    )


def _with_quiet(desk: Desk, filters: LostFilters, table: pd.DataFrame) -> pd.DataFrame:
    """With quiet: whether noise alone may well make a part's distance to the median of so many."""

    def hides(code: str, difference: float, of: int) -> bool:
        if pd.isna(difference) or filters.score_kind != PUBLISHED:
            return False
        known = apart(desk, filters.index, code, filters.period, filters.entity, of=of)
        return known is not None and known.hides(difference)

    told = zip(table["node_code"], table["difference"], table["n"].fillna(0).astype(int), strict=True)
    return table.assign(quiet=pd.array([hides(str(code), away, of) for code, away, of in told], dtype="bool"))


def _why_no_peers(desk: Desk, filters: LostFilters) -> str:
    if not filters.peers:
        return texts().lost.peers_pick
    return missing_words(desk, filters, parts=bool(parts_of(desk, filters)))


def _strong_and_weak(desk: Desk, filters: LostFilters, known: pd.DataFrame) -> Sentence:
    t = texts().lost
    alike = int((known["quiet"] & (known["difference"].abs() >= LEAST)).sum())
    told = known[~known["quiet"]]
    strong, weak = told[told["difference"] >= LEAST], told[told["difference"] <= -LEAST].iloc[::-1]
    if known.empty:
        words = t.peers_none
    elif len(strong) and len(weak):
        words = t.peers_both
    elif alike:
        words = t.peers_strong_only if len(strong) else t.peers_weak_only if len(weak) else t.peers_alike
    else:
        words = t.peers_strong if len(strong) else t.peers_weak if len(weak) else t.peers_level
    if alike and words != t.peers_alike:
        words += t.peers_rest
    return compose(
        words,
        count=str(alike),
        subject=subject(desk, filters),
        peers=filters.peer_name,
        strong=_items(filters, strong.head(NAMED), t.peers_item),
        weak=_items(filters, weak.head(NAMED), t.peers_item),
    )


def _peer_hover(row: Any, unit: str) -> str:
    return texts().lost.peers_hover.format(
        part=row["label"],
        value=amount(row["value"], unit),
        n=int(row["n"]),
        median=amount(row["median"], unit),
        difference=fmt.signed(row["difference"], DECIMALS) + (texts().lost.peers_quiet if row["quiet"] else ""),
    )


def _peers_note(desk: Desk, filters: LostFilters, known: pd.DataFrame) -> str:
    """Over how many the median was taken, and whether the list of the group is confirmed."""
    if known.empty:
        return ""
    t = texts().lost
    others = set(filters.peers) - {filters.entity}
    note = t.peers_note.format(n=int(known["n"].min()), of=len(others))
    is_group = filters.peer_name in {named(desk.catalogue.entity(code).peers) for code in others}
    if is_group and not all(desk.catalogue.entity(code).region_confirmed for code in others):
        return f"{note}; {t.peers_unconfirmed}"
    return note


def _peers_table(desk: Desk, filters: LostFilters, table: pd.DataFrame) -> TableView:
    t = texts().lost
    headers = (t.score, t.median, t.difference, t.peers_count)
    columns = (Column(t.part, wide=True), *(Column(header, _NUMBER) for header in headers))
    rows = tuple(
        Row(
            str(row["node_code"]),
            (
                str(row["label"]),
                fmt.number(row["value"], DECIMALS),
                fmt.number(row["median"], DECIMALS),
                fmt.signed(row["difference"], DECIMALS),
                fmt.integer(row["n"]),
            ),
            pin=part_pin(filters.index, str(row["node_code"])),
        )
        for row in table.to_dict("records")
    )
    caption = t.peers_caption.format(peers=filters.peer_name, **words_of(desk, filters))
    return TableView(caption, columns, rows)
