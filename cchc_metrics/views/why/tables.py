"""The tables of the page Phân tích biến động: every part, and the provinces that were overtaken or overtook."""

from typing import Any

import pandas as pd

from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.metrics.crosswalk import EFFECTS
from cchc_metrics.metrics.decomposition import OTHERWISE_MADE, Line
from cchc_metrics.services.indices.sightings import figure_known
from cchc_metrics.services.indices.why import Case, Why
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.question import Question
from cchc_metrics.views.kit.known import value_marked
from cchc_metrics.views.kit.phrases import signed_or_less
from cchc_metrics.views.kit.pins import part_pin
from cchc_metrics.views.kit.shapes import Column, ColumnKind, Row, TableView
from cchc_metrics.views.why.figure import effect_names, made_names
from cchc_metrics.views.why.words import DECIMALS

_NUMBER = ColumnKind.NUMBER


def parts_table(desk: Desk, found: Why) -> TableView | None:
    """Every line of the decomposition; None where there is none."""
    if found.case is Case.CROSSWALK:
        return _effects_table(desk, found)
    if found.parts.empty:
        return None
    t = texts().why
    columns = (
        Column(t.part, wide=True),
        Column(fmt.period(found.before), _NUMBER),
        Column(fmt.period(found.after), _NUMBER),
        Column(t.change, _NUMBER),
        Column(t.remark, wraps=True),
    )
    rows = [_part_row(found, row) for row in _ordered(found.parts).to_dict("records")]
    return TableView(_caption(desk, found, t.parts_caption), columns, tuple(rows), footnote=texts().gap.rounding_note)


def _ordered(parts: pd.DataFrame) -> pd.DataFrame:
    """Parts by their change, those that cannot be compared behind them, then what is left, the whole as the sum."""
    places = {
        str(line): place
        for place, line in enumerate((Line.PART, *OTHERWISE_MADE, Line.REMEASURED, Line.REST, Line.WHOLE))
    }
    ordered = parts.assign(place=parts["line"].map(places))
    ordered = ordered.sort_values(["place", "delta", "node_code"], ascending=[True, False, True], na_position="last")
    return ordered[~((ordered["line"] == Line.REST) & (ordered["delta"] == 0))]


def _caption(desk: Desk, found: Why, words: str) -> str:
    return words.format(
        name=desk.catalogue.name_of(found.entity_id),
        index=found.index_code,
        before=fmt.period(found.before),
        after=fmt.period(found.after),
        unit=found.part_unit,
    )


def _part_row(found: Why, row: Any) -> Row:
    line = str(row["line"])
    change = signed_or_less(row["delta"]) if line == Line.REST else fmt.signed(row["delta"], DECIMALS)
    cells = (
        _name(found, row),
        *_ends(found, row),
        change,
        _remark(found, row),
    )
    own = line in (Line.PART, *OTHERWISE_MADE)
    code = str(row["node_code"])
    pin = part_pin(found.index_code, code) if own else ""
    return Row(code if own else line, cells, total=line == Line.WHOLE, pin=pin)


def _ends(found: Why, row: Any) -> tuple[str, str]:
    """The values of both years; those of the whole with the marks of how they are known."""
    before, after = (fmt.number(row[name], DECIMALS) for name in ("value_before", "value_after"))
    if row["line"] != Line.WHOLE:
        return before, after
    return value_marked(before, found.known[0]), value_marked(after, found.known[1])


def _name(found: Why, row: Any) -> str:
    t = texts().why
    names = {
        str(Line.WHOLE): t.sum_row.format(node=found.node.label),
        str(Line.REMEASURED): t.line_remeasured,
        str(Line.REST): t.line_rest,
    }
    words = made_names().get(str(row["line"]), t.row_of)
    return names.get(str(row["line"])) or words.format(code=row["node_code"], name=row["name"])


def _remark(found: Why, row: Any) -> str:
    t, line = texts().why, str(row["line"])
    alike = {
        str(Line.REMEASURED): t.remark_remeasured,
        str(Line.NEW): t.remark_new.format(year=fmt.period(found.after)),
        str(Line.DROPPED): t.remark_dropped.format(year=fmt.period(found.after)),
        str(Line.REWEIGHTED): t.remark_reweighted,
    }
    if line in alike:
        return alike[line]
    if line == Line.REST:
        return t.remark_rest_parts if _one_sided(found.parts) else t.remark_rest
    if line == Line.PART and pd.isna(row["value_before"]):
        return t.remark_no_before.format(year=fmt.period(found.before))
    if line == Line.PART and pd.isna(row["value_after"]):
        return t.remark_no_after.format(year=fmt.period(found.after))
    if found.hidden if line == Line.WHOLE else line == Line.PART and bool(row["hidden"]):
        return t.remark_quiet
    return t.remark_broken if bool(row["broken"]) else ""


def _one_sided(parts: pd.DataFrame) -> bool:
    rows = parts[parts["line"] == Line.PART]
    return bool((rows["value_before"].isna() | rows["value_after"].isna()).any())


def _effects_table(desk: Desk, found: Why) -> TableView:
    t, names = texts().why, effect_names()
    columns = (
        Column(t.part, wide=True),
        Column(fmt.period(found.before), _NUMBER),
        Column(fmt.period(found.after), _NUMBER),
        *(Column(names[effect], _NUMBER) for effect in EFFECTS),
        Column(t.change, _NUMBER),
    )
    rows = []
    for place, row in enumerate(found.effects.to_dict("records")):
        rest = row["line"] == Line.REST
        cells = (
            _effect_name(found, row),
            *_ends(found, row),
            *("" if rest else fmt.signed(row[effect], DECIMALS) for effect in EFFECTS),
            signed_or_less(row["delta"]) if rest else fmt.signed(row["delta"], DECIMALS),
        )
        rows.append(Row(f"{row['line']}-{place}", cells, total=row["line"] == Line.WHOLE))
    return TableView(_caption(desk, found, t.effects_caption), columns, tuple(rows), footnote=t.note_framework)


def _effect_name(found: Why, row: Any) -> str:
    if row["line"] != Line.PART:
        return _name(found, row)
    ends = [code for code in (row["node_before"], row["node_after"]) if code]
    return f"{' → '.join(dict.fromkeys(ends))}. {row['name']}"


def ranks_table(desk: Desk, found: Why) -> TableView | None:
    """Who was overtaken and who overtook, with their values in both years; None where ranks were not taken apart."""
    t, ranks = texts().why, found.ranks
    if ranks is None or not (len(ranks.overtook) or len(ranks.overtaken_by)):
        return None
    name = desk.catalogue.name_of(found.entity_id)
    columns = (
        Column(t.ranks_province),
        Column(fmt.period(found.before), _NUMBER),
        Column(fmt.period(found.after), _NUMBER),
        Column(t.ranks_change, _NUMBER),
    )
    rows: list[Row] = []
    for key, words, group in (
        ("overtook", t.ranks_overtook, ranks.overtook),
        ("overtaken", t.ranks_overtaken, ranks.overtaken_by),
    ):
        if len(group):
            rows.append(Row(key, (words.format(name=name, count=len(group)),), aside=True))
            rows += [_province(desk, found, row) for row in group.to_dict("records")]
    own = {"entity_id": found.entity_id, "value_before": found.value_before, "value_after": found.value_after}
    rows.insert(0, _province(desk, found, own | {"tied": False}))
    caption = t.ranks_caption.format(
        index=found.index_code if found.node.code == "TOTAL" else f"{found.index_code}, {found.node.code}",
        before=fmt.period(found.before),
        after=fmt.period(found.after),
        unit=found.unit,
    )
    return TableView(caption, columns, tuple(rows), highlight=frozenset({found.entity_id}))


def _province(desk: Desk, found: Why, row: Any) -> Row:
    entity = str(row["entity_id"])
    name, index, kind = desk.catalogue.name_of(entity), found.index_code, found.score_kind
    known = [
        figure_known(desk, Question(index, year, found.node.code, kind), entity) for year in (found.before, found.after)
    ]
    change = round(float(row["value_after"]) - float(row["value_before"]), 9)
    tied = f" ({texts().why.ranks_tied})" if row["tied"] else ""
    cells = (
        name + tied,
        value_marked(fmt.number(row["value_before"], DECIMALS), known[0]),
        value_marked(fmt.number(row["value_after"], DECIMALS), known[1]),
        fmt.signed(change, DECIMALS),
    )
    return Row(entity, cells)


def export_frame(found: Why) -> pd.DataFrame:
    """The lines with their names, unrounded; the whole alone where its parts are not told."""
    if found.case is Case.CROSSWALK:
        return found.effects.assign(shown=[_effect_name(found, row) for row in found.effects.to_dict("records")])
    if found.parts.empty:
        row = {"value_before": found.value_before, "value_after": found.value_after, "delta": found.delta}
        return pd.DataFrame([row | {"shown": found.node.label, "remark": found.reason}])
    table = _ordered(found.parts)
    rows = table.to_dict("records")
    return table.assign(shown=[_name(found, row) for row in rows], remark=[_remark(found, row) for row in rows])


def export_columns(found: Why) -> list[tuple[str, str, str]]:
    """name, header, kind of the columns of ``export_frame``."""
    t, names = texts().why, effect_names()
    ends = [
        ("value_before", fmt.period(found.before), "number"),
        ("value_after", fmt.period(found.after), "number"),
    ]
    shown, change = ("shown", t.part, "text"), ("delta", t.change, "number")
    if found.case is Case.CROSSWALK:
        return [shown, *ends, *((effect, names[effect], "number") for effect in EFFECTS), change]
    return [shown, *ends, change, ("remark", t.remark, "text")]
