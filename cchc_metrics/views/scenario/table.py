"""The tables of a plan: part by part with who is there already, and saved plans side by side."""

from collections.abc import Mapping

import pandas as pd

from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.labels.format import listed
from cchc_metrics.model import SCALE, scaled
from cchc_metrics.schema import TOTAL
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.planning.field import PlanField
from cchc_metrics.services.planning.plan import NAMED, Outcome
from cchc_metrics.views.kit.known import value_marked
from cchc_metrics.views.kit.phrases import signed_or_less
from cchc_metrics.views.kit.shapes import Column, ColumnKind, Row, TableView

DECIMALS = 2


def moves_table(
    desk: Desk, field: PlanField, gains: Mapping[str, int], before: Outcome, after: Outcome, *, caption: str
) -> TableView:
    """Every part, what moves first and by how much, with the provinces that score that much; the whole below."""
    t = texts().scenario
    columns = (
        Column(t.column_part, wraps=True),
        Column(t.column_now, ColumnKind.NUMBER),
        Column(t.column_gain, ColumnKind.NUMBER),
        Column(t.column_after, ColumnKind.NUMBER),
        Column(t.column_best, ColumnKind.NUMBER),
        Column(t.column_maximum, ColumnKind.NUMBER),
        Column(t.column_often, wraps=True),
        Column(t.column_holders, wide=True),
    )
    parts = sorted(field.parts.to_dict("records"), key=lambda row: -gains.get(row["node_code"], 0))
    rows = [Row(row["node_code"], _cells(desk, field, row, gains)) for row in parts]
    after_words = fmt.number(after.value, DECIMALS)
    whole = (
        field.parent.label,
        value_marked(fmt.number(before.value, DECIMALS), field.known),
        signed_or_less(sum(gains.values()) / SCALE, DECIMALS),
        after_words if before.value != after.value else value_marked(after_words, field.known),
        "",
        fmt.plain(field.parent.max_score, DECIMALS),
        "",
        "",
    )
    moving = frozenset(code for code, gain in gains.items() if gain)
    return TableView(
        caption,
        columns,
        (*rows, Row(TOTAL, whole, total=True)),
        moving,
        footnote=f"{t.estimate_note}. {texts().gap.rounding_note}",
        main=3,
    )


def _cells(desk: Desk, field: PlanField, row: Mapping[object, object], gains: Mapping[str, int]) -> tuple[str, ...]:
    code = str(row["node_code"])
    exact, gain = int(str(row["exact"])), gains.get(code, 0)
    return (
        f"{code}. {row['name']}",
        fmt.number(exact / SCALE, DECIMALS),
        signed_or_less(gain / SCALE, DECIMALS) if gain else "",
        fmt.number((exact + gain) / SCALE, DECIMALS),
        fmt.number(float(str(row["best"])), DECIMALS),
        fmt.plain(float(str(row["max_score"])), DECIMALS),
        often(*field.how_often(code, gain)) if gain > 0 else "",
        _holders(desk, field, code, exact + gain) if gain > 0 else "",
    )


def often(times: int, of: int) -> str:
    """How often a province rose that much in one year: ``16 trong 803 lần``."""
    t = texts().scenario
    return t.often.format(times=fmt.integer(times), of=fmt.integer(of)) if of else t.often_unknown


def _holders(desk: Desk, field: PlanField, code: str, exact: int) -> str:
    """Who already scores that much: all by name when few, else how many and the nearest."""
    t = texts().scenario
    held = scaled(field.held[code]).drop(field.place.entity, errors="ignore")
    ahead = held[(held >= exact).fillna(value=False).astype(bool)].sort_values()
    names = [desk.catalogue.name_of(str(entity)) for entity in ahead.index]
    if not names:
        return t.holders_none
    if len(names) <= NAMED:
        return t.holders_few.format(names=listed(names))
    return t.holders.format(count=len(names), names=listed(names[:3]))


def saved_table(field: PlanField, table: pd.DataFrame, caption: str) -> TableView:
    """Saved plans beside the scores as they are; what differs from them with its change behind it."""
    t = texts().scenario
    names = [str(name) for name in table.columns if name not in ("node_code", "name", "now")]
    columns = (
        Column(t.column_part, wraps=True),
        Column(t.column_now, ColumnKind.NUMBER),
        *(Column(name, ColumnKind.NUMBER) for name in names),
    )
    rows = [
        Row(str(row["node_code"]), _compared(field, row, names), total=row["node_code"] == TOTAL)
        for row in table.to_dict("records")
    ]
    ranks = table.attrs["ranks"]
    if field.ranked:
        cells = (t.rank_row, *(fmt.rank_of(*ranks[name]) for name in ("now", *names)))
        rows.append(Row("rank", cells, total=True))
    return TableView(caption, columns, tuple(rows))


def _compared(field: PlanField, row: Mapping[object, object], names: list[str]) -> tuple[str, ...]:
    now = float(str(row["now"]))
    cells = []
    for name in names:
        value = float(str(row[name]))
        changed = round((value - now) * SCALE)
        number = fmt.number(value, DECIMALS)
        cells.append(f"{number} ({signed_or_less(changed / SCALE, DECIMALS)})" if changed else number)
    told = fmt.number(now, DECIMALS)
    return (str(row["name"]), value_marked(told, field.known) if row["node_code"] == TOTAL else told, *cells)
