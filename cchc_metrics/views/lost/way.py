"""From the result we have to a level: the target where one is set, else the maximum or the best of every part."""

from typing import Any

import numpy as np
import pandas as pd

from cchc_metrics.charts.waterfall import waterfall
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.services.indices.lost import Lost
from cchc_metrics.services.indices.way import BEST, MAXIMUM, TARGET, way
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.views.kit.hues import hue
from cchc_metrics.views.kit.known import value_marked
from cchc_metrics.views.kit.phrases import amount, difference, signed_or_less
from cchc_metrics.views.kit.pins import starred
from cchc_metrics.views.kit.sentences import Part, closed, compose, enumerated
from cchc_metrics.views.kit.shapes import Column, ColumnKind, Row, TableView
from cchc_metrics.views.lost.look import DECIMALS, NAMED, Look, figure_link, missing_words, subject, titled, words_of

_NUMBER = ColumnKind.NUMBER
# Below the ninth decimal, which is as far as scores are kept.
_NOTHING = 5e-10


def look(desk: Desk, found: Lost, footer: str) -> Look:
    """A waterfall from our value to the level; its steps are what each part still lacks, exactly."""
    t, filters = texts().lost, found.filters
    asked = way(desk, found)
    level, steps = asked.level, asked.steps
    reference = {TARGET: t.to_target, MAXIMUM: t.to_max, BEST: t.to_best}[filters.against]
    caption = t.way_caption.format(reference=reference, **words_of(desk, filters))
    rest = asked.rest
    if level is None or found.value is None or rest is None:
        return _unknown(desk, found, caption, reference)
    lines = steps[steps["gain"] > 0].sort_values(["gain", "key"], ascending=[False, True])
    rows = [_step(found, row) for row in lines.to_dict("records")]
    if abs(rest) > _NOTHING:
        name = t.way_rest_target if filters.against == TARGET else t.way_rest
        rows.append(_row("rest", name, rest, t.way_hover.format(part=name, gap=_signed(found, rest)), quiet=True))
    figure = waterfall(
        pd.DataFrame(rows, columns=["key", "name", "delta", "label", "hover", "quiet"]),
        start=(t.way_value.format(period=fmt.period(filters.period)), found.value, _value(found, found.value)),
        end=(fmt.upper_first(reference), level, _points(found, level)),
        hue=hue(desk, filters.index),
        axis_title=texts().why.axis.format(unit=found.part_unit),
        title=titled(desk, filters, caption),
        footer=footer,
    )
    table = (
        pd.concat([lines, pd.DataFrame([{"key": "rest", "label": rows[-1]["name"], "gain": rest}])])
        if (abs(rest) > _NOTHING)
        else lines
    )
    return Look(
        sentence=closed(_clauses(desk, found, level, lines, reference)),
        caption=caption,
        figure=figure if rows else None,
        table=_table(desk, found, table) if len(table) else None,
        frame=table,
        columns=(
            ("key", texts().explore.node_code, "text"),
            ("label", t.part, "text"),
            ("value", t.score, "number"),
            ("level", fmt.upper_first(reference), "number"),
            ("gain", t.gain, "number"),
        ),
    )


def _points(found: Lost, value: float) -> str:
    return amount(value, found.part_unit, DECIMALS)


def _value(found: Lost, value: float) -> str:
    """The value of the whole, with the mark of how it is known."""
    return value_marked(_points(found, value), found.value_known)


def _signed(found: Lost, value: float) -> str:
    return f"{signed_or_less(value, DECIMALS)} {found.part_unit}"


def _row(key: str, name: str, delta: float, hover: str, *, quiet: bool = False) -> dict[str, Any]:
    label = signed_or_less(delta, DECIMALS)
    return {"key": key, "name": name, "delta": delta, "label": label, "hover": hover, "quiet": quiet}


def _step(found: Lost, row: Any) -> dict[str, Any]:
    gap = difference(row["gain"], found.part_unit, DECIMALS)
    hover = texts().lost.way_hover.format(part=row["label"], gap=gap)
    name = starred(str(row["label"]), row["key"], found.filters.starred)
    return _row(str(row["key"]), name, float(row["gain"]), hover)


def _clauses(desk: Desk, found: Lost, level: float, lines: pd.DataFrame, reference: str) -> list[Part]:
    t, filters = texts().lost, found.filters
    value = found.value if found.value is not None else np.nan
    gap = round(level - value, 9)
    words = t.way_level
    if filters.against == TARGET:
        words = t.way_target if gap > 0 else t.way_target_met
    told: list[Part] = [
        compose(
            words,
            subject=subject(desk, filters),
            value=figure_link(filters, _value(found, value), found.parent.code),
            gap=figure_link(filters, difference(gap, found.part_unit), found.parent.code),
            level=_points(found, level),
            reference=reference,
        )
    ]
    leading = [
        compose(
            t.parts_item,
            part=str(row["label"]).split(". ", 1)[-1],
            lost=figure_link(filters, fmt.signed(row["gain"], DECIMALS), str(row["key"])),
        )
        for row in lines.head(NAMED).to_dict("records")
    ]
    return [*told, compose(t.way_most, parts=enumerated(leading)) if leading else ""]


def _unknown(desk: Desk, found: Lost, caption: str, reference: str) -> Look:
    t, filters = texts().lost, found.filters
    no_target = filters.against == TARGET and found.value is not None
    words = t.way_no_target if no_target else t.way_unknown
    sentence = closed([compose(words, subject=subject(desk, filters), reference=reference)])
    missing = missing_words(desk, filters, parts=len(found.parts) > 0)
    if no_target:
        words_for = words_of(desk, filters)
        missing = texts().gap.target_invitation.format(**words_for)
    return Look(sentence, caption, None, None, pd.DataFrame(), (), missing=missing)


def _table(desk: Desk, found: Lost, table: pd.DataFrame) -> TableView:
    t = texts().lost
    columns = (Column(t.part, wide=True), Column(t.score, _NUMBER), Column(t.gain, _NUMBER))
    rows = tuple(
        Row(
            str(row["key"]),
            (str(row["label"]), fmt.number(row["value"], DECIMALS), signed_or_less(float(row["gain"]), DECIMALS)),
        )
        for row in table.to_dict("records")
    )
    return TableView(t.table_caption.format(**words_of(desk, found.filters)), columns, rows, main=2)
