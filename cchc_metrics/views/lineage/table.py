"""The tables of the page Sắp xếp tỉnh: the base of 34, who became whom, and the years of one province."""

from typing import Any

import pandas as pd

from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.labels.format import listed
from cchc_metrics.metrics.lineage import Method
from cchc_metrics.model import ValueState
from cchc_metrics.model.rows import records
from cchc_metrics.services.indices.lineage import ProForma, ProFormaSeries, lacking
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.units import PERCENT
from cchc_metrics.views.kit.estimates import rank_span, span, way_in_words
from cchc_metrics.views.kit.known import value_marked
from cchc_metrics.views.kit.shapes import Column, ColumnKind, Row, TableView
from cchc_metrics.views.kit.table_file import TableFile, columns_of
from cchc_metrics.views.lineage.words import rank_words

DECIMALS = 2


def _number_unit(unit: str) -> str:
    return PERCENT if unit == PERCENT else ""


def standing_table(desk: Desk, found: ProForma, unit: str) -> TableView:
    """All provinces of the base in rank order; those without an estimate last, with the reason."""
    t, words = texts().lineage, texts().common
    banded = found.way.method is Method.BAND and found.estimated
    columns = [
        Column(words.province),
        Column(t.column_rank_span if banded else words.rank, ColumnKind.RANK),
        Column(words.value, ColumnKind.NUMBER, _number_unit(unit)),
        Column(t.column_span, ColumnKind.NUMBER) if banded else Column(t.column_kind),
    ]
    told = found.table[found.table["value"].notna()]
    rows = [_standing_row(row, banded=banded) for row in records(told)]
    rows += [_absent_row(found, row) for row in records(found.table[found.table["value"].isna()])]
    return TableView(
        t.standing_caption.format(
            index=found.index_code, node=found.node.label, period=fmt.period(found.period_id), n=len(told)
        ),
        tuple(columns),
        tuple(rows),
        frozenset(desk.catalogue.ours()),
        main=1,
        footnote=t.standing_footnote.format(way=way_in_words(found.way)) if found.estimated else "",
    )


def _standing_row(row: Any, *, banded: bool) -> Row:
    t = texts().lineage
    name = str(row["name"])
    if not banded:
        kind = t.kind_estimate if row["estimate"] else t.kind_published
        return Row(str(row["entity_id"]), (name, rank_words(row), _shown(row, ranged=True), kind))
    between = span(row["low"], row["high"], DECIMALS) if row["estimate"] else t.kind_published
    return Row(str(row["entity_id"]), (name, rank_span(row), _shown(row), between))


def _shown(row: Any, *, ranged: bool = False) -> str:
    """A value with the mark of how it is known. ranged: with the range over all weightings behind an estimate."""
    number = fmt.number(row["value"], DECIMALS)
    if ranged and row["estimate"] and row["low"] != row["high"]:
        between = span(row["low"], row["high"], DECIMALS)
        number = texts().lineage.cell_range.format(value=number, span=between)
    return value_marked(number, row["known"])


def _absent_row(found: ProForma, row: Any) -> Row:
    t, words = texts().lineage, texts().common
    parts = found.parts[found.parts["successor_id"] == row["entity_id"]]
    if row["state"] == ValueState.EXEMPT:
        reason = words.exempt
    elif len(parts) > 1 and lacking(parts):
        reason = t.absent_because.format(names=listed(lacking(parts)))
    else:
        reason = words.missing
    return Row(str(row["entity_id"]), (t.absent.format(name=row["name"], reason=reason),), aside=True)


def merger_table(desk: Desk, found: ProForma, unit: str) -> TableView | None:
    """Who became whom, with the value and the share of each; None for a period published on the base of 34."""
    t, words = texts().lineage, texts().common
    counts = found.parts.groupby("successor_id")["entity_id"].transform("size")
    merged = found.parts[counts > 1]
    if not found.estimated or merged.empty:
        return None
    weighed = found.way.method is not Method.OLD
    columns = [
        Column(t.column_after),
        Column(t.column_before),
        Column(words.value, ColumnKind.NUMBER, _number_unit(unit)),
    ]
    columns += [Column(t.column_share, ColumnKind.NUMBER, PERCENT)] if weighed else []
    made_of: dict[str, list[dict[str, Any]]] = {}
    for part in records(merged):
        made_of.setdefault(part["successor_id"], []).append(part)
    names = dict(zip(found.table["entity_id"], found.table["name"], strict=True))
    ours = desk.catalogue.ours()
    rows = []
    for successor in sorted(made_of, key=lambda one: (one not in ours, fmt.sort_key(_name(desk, names, one)))):
        for number, part in enumerate(made_of[successor]):
            cells = (
                _name(desk, names, successor) if number == 0 else "",
                str(part["name"]),
                _shown(part) if not pd.isna(part["value"]) else words.missing,
                fmt.number(part["share"] * 100, 1),
            )
            rows.append(Row(str(part["entity_id"]), cells[: len(columns)]))
    unchanged = sorted((str(name) for name in found.parts[counts == 1]["name"]), key=fmt.sort_key)
    return TableView(
        t.merger_caption.format(period=fmt.period(found.period_id)),
        tuple(columns),
        tuple(rows),
        frozenset(ours),
        footnote=t.unchanged.format(count=len(unchanged), names=listed(unchanged)),
    )


def _name(desk: Desk, names: dict[str, str], entity_id: str) -> str:
    return names.get(entity_id) or desk.catalogue.name_of(entity_id)


def years_table(found: ProFormaSeries, unit: str, caption: str) -> TableView:
    """One province over the years, newest first, its predecessors beside it."""
    t, words = texts().lineage, texts().common
    names = list(dict.fromkeys(found.parts["name"])) if found.history["estimate"].any() else []
    values = {(row["name"], row["period_id"]): _shown(row) for row in records(found.parts)}
    columns = [
        Column(words.index_year),
        Column(t.column_result, ColumnKind.NUMBER, _number_unit(unit)),
        Column(t.column_kind),
        Column(words.rank, ColumnKind.RANK),
        *(Column(name, ColumnKind.NUMBER) for name in names),
    ]
    rows = []
    for row in sorted(_tuples(found.history), key=lambda one: str(one.period_id), reverse=True):
        known = not pd.isna(row.value)
        kind = t.kind_estimate if row.estimate else t.kind_published
        cells = [
            fmt.period(row.period_id),
            _shown(row._asdict(), ranged=True) if known else words.missing,
            kind if known else "",
            fmt.rank_of(row.rank, row.n_ranked),
            *(values.get((name, row.period_id), fmt.MISSING) for name in names),
        ]
        rows.append(Row(str(row.period_id), tuple(cells)))
    return TableView(caption, tuple(columns), tuple(rows), footnote=t.years_footnote, main=1)


def _tuples(frame: pd.DataFrame) -> list[Any]:
    return list(frame.itertuples(index=False))


def standing_file(found: ProForma, title: str, unit: str, note: str) -> TableFile:
    """The base of 34 as a file; every estimate says so in its own row."""
    t, words = texts().lineage, texts().common
    merged = found.parts.groupby("successor_id")["name"].agg(" + ".join).to_dict()
    kinds = [t.kind_estimate if flag else t.kind_published for flag in found.table["estimate"]]
    rows = found.table.assign(
        kind=[
            kind if not pd.isna(value) else words.missing
            for kind, value in zip(kinds, found.table["value"], strict=True)
        ],
        merged=[merged.get(entity_id, "") for entity_id in found.table["entity_id"]],
    )
    columns = columns_of(
        (
            ("entity_id", t.column_code),
            ("name", words.province),
            ("value", words.value, "number"),
            ("kind", t.column_kind),
            ("low", t.column_low, "number"),
            ("high", t.column_high, "number"),
            ("rank", words.rank, "integer"),
            ("n_ranked", t.column_n, "integer"),
            ("rank_best", t.column_rank_best, "integer"),
            ("rank_worst", t.column_rank_worst, "integer"),
            ("merged", t.column_merged),
        )
    )
    filters = (
        (words.index, found.index_code),
        (words.node, found.node.label),
        (words.period, fmt.period(found.period_id)),
        (t.filter_method, way_in_words(found.way)),
        (t.column_unit, unit),
    )
    mark = t.not_published if found.estimated else ""
    return TableFile("sap-xep-tinh", title, rows, columns, filters, found.sources, (note,), mark)
