"""What is known of each index and year, where sources disagree, and the readings of the index that runs all year."""

from collections.abc import Hashable, Mapping, Sequence
from typing import Any

import pandas as pd

from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import named, texts
from cchc_metrics.labels.format import listed
from cchc_metrics.model import ScoreKind
from cchc_metrics.schema import SIGHTINGS, TOTAL
from cchc_metrics.services.indices.coverage import Contradicted, Covered, contradictions, coverage
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.units import unit_of
from cchc_metrics.views.kit.known import told
from cchc_metrics.views.kit.phrases import amount, cited
from cchc_metrics.views.kit.shapes import Column, ColumnKind, Row, TableView

# So many provinces are named; more are counted.
_FEW = 6


def covered(desk: Desk) -> TableView | None:
    """One row per index year."""
    t, number = texts().published, ColumnKind.NUMBER
    rows = [_covered_row(one) for one in coverage(desk)]
    columns = (
        Column(texts().common.index),
        Column(texts().common.index_year),
        Column(t.known, number),
        Column(t.with_value, number),
        Column(t.with_rank, number),
        Column(t.derived_count, number),
        Column(t.sources, number),
        Column(t.released),
        Column(t.lacking, wraps=True),
        Column(t.where, wraps=True),
    )
    return TableView(t.coverage_caption, columns, tuple(rows)) if rows else None


def _covered_row(one: Covered) -> Row:
    t = texts().published
    where = named(one.where) if one.lacking else ""
    if where and one.decision:
        where = t.where_decision.format(where=where, decision=named(one.decision))
    return Row(
        f"{one.index_code}:{one.period_id}",
        (
            one.index_code,
            one.period_id,
            f"{one.known}/{one.population}",
            str(one.with_value),
            str(one.with_rank),
            str(one.derived),
            str(one.sources),
            t.undated if one.released_on is None else fmt.day(one.released_on),
            _lacking(one.lacking),
            where,
        ),
        {8: listed(list(one.lacking))} if len(one.lacking) > _FEW else {},
    )


def _lacking(names: Sequence[str]) -> str:
    t = texts().published
    if not names:
        return t.lacking_none
    return listed(list(names)) if len(names) <= _FEW else t.lacking_many.format(count=len(names))


def contradicted(desk: Desk) -> TableView | None:
    """One row per figure of which sources say different things: both figures, both addresses."""
    t = texts().published
    rows = [_contradicted_row(desk, number, one) for number, one in enumerate(contradictions(desk))]
    columns = (
        Column(t.figure, wraps=True),
        Column(t.in_use, wraps=True),
        Column(t.source, wraps=True),
        Column(t.told_elsewhere, wide=True),
    )
    return TableView(t.conflicts_caption, columns, tuple(rows)) if rows else None


def _contradicted_row(desk: Desk, number: int, one: Contradicted) -> Row:
    t, catalogue = texts().published, desk.catalogue
    root = next((node for node in catalogue.nodes(one.index_code, one.period_id) if node.code == TOTAL), None)
    unit = unit_of(root.unit if root else "", ScoreKind.PUBLISHED)
    held = [amount(one.value, unit, 2)] if one.value is not None else []
    held += [f"{fmt.lower_first(t.rank)} {one.rank}"] if one.rank is not None else []
    name = f"{one.index_code} {fmt.period(one.period_id)}, {catalogue.name_of(one.entity_id)}"
    others = "; ".join(told(rival, unit) for rival in one.known.rivals)
    site = "".join(cited([one.source])) if one.source else ""
    return Row(str(number), (name, ", ".join(held) or texts().common.missing, site, others), outside={2: one.source})


def continuous(desk: Desk) -> TableView | None:
    """Readings of indices that have no framework here: each with its day; never laid beside yearly results."""
    t = texts().published
    read = desk.facts(SIGHTINGS)
    read = read[~read["index_code"].isin(desk.catalogue.indices())]
    rows = [_reading_row(desk, number, row) for number, row in enumerate(read.to_dict("records"))]
    columns = (
        Column(t.province),
        Column(t.day),
        Column(t.part, wraps=True),
        Column(t.value, ColumnKind.NUMBER),
        Column(t.rank, ColumnKind.RANK),
        Column(t.how, wraps=True),
        Column(t.source, wraps=True),
    )
    return TableView(t.others_caption, columns, tuple(rows)) if rows else None


def _reading_row(desk: Desk, number: int, row: Mapping[Hashable, Any]) -> Row:
    t = texts().published
    value = "" if pd.isna(row["value"]) else fmt.plain(float(str(row["value"])), 2)
    most = "" if pd.isna(row["max_score"]) else f"/{fmt.plain(float(str(row['max_score'])), 2)}"
    figure = f"{value}{most}" if value else fmt.MISSING
    if row["standing"] == "derived":
        figure = t.derived_mark.format(figure=figure)
    rank = fmt.MISSING if pd.isna(row["rank"]) else fmt.rank_of(int(str(row["rank"])), int(str(row["rank_out_of"])))
    how = "; ".join(
        named(str(row[name])) for name in ("derivation", "note") if isinstance(row[name], str) and row[name]
    )
    name = desk.catalogue.name_of(str(row["entity_id"]))
    source = str(row["source"])
    cells = (name, str(row["reading"]), named(str(row["part"])), figure, rank, how, *cited([source]))
    return Row(str(number), cells, {6: source}, outside={6: source})
