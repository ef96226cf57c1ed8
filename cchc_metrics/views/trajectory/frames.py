"""What is drawn of a course: the frames behind the estimated lines, and the sentence at each point."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.services.indices.trajectory import Ahead, Course, ahead, straight_way
from cchc_metrics.views.kit.known import value_marked
from cchc_metrics.views.kit.phrases import amount
from cchc_metrics.views.trajectory.words import DECIMALS


def hover_value(found: Course, row: Mapping[Any, Any]) -> str:
    """A published value in a sentence."""
    value = value_marked(amount(row["value"], found.node.unit), row["known"])
    t = texts().trajectory
    return (t.hover_derived if row["known"].value_how else t.hover_value).format(year=row["period_id"], value=value)


def ahead_frame(found: Course) -> pd.DataFrame:
    """``ahead`` with its hovers: hover of the value and its band, drift_hover; the last known value has none."""
    rows = ahead(found)
    projected = rows.index[1:]
    rows.loc[projected, "hover"] = [_hover_ahead(found, one) for one in found.ahead]
    rows.loc[projected, "drift_hover"] = [
        _hover(found, texts().trajectory.hover_drift, one.year, one.drifted) for one in found.ahead
    ]
    return rows.fillna({"hover": "", "drift_hover": ""})


def _hover_ahead(found: Course, one: Ahead) -> str:
    t = texts().trajectory
    said = _hover(found, t.hover_ahead, one.year, one.value)
    if one.low is None or one.high is None:
        return said
    low, high = fmt.number(one.low, DECIMALS), fmt.number(one.high, DECIMALS)
    return f"{said}. {t.hover_band.format(year=one.year, low=low, high=high, unit=found.node.unit)}"


def _hover(found: Course, words: str, year: int, value: float) -> str:
    return words.format(year=year, value=fmt.number(value, DECIMALS), unit=found.node.unit)


def required_frame(found: Course) -> pd.DataFrame:
    """The straight way to the goal with its hovers: year, value, hover; empty where none is left to go.

    Its beginning is the last known value, which has its own.
    """
    way = straight_way(found)
    words, places = texts().trajectory.hover_pace, zip(way["year"], way["value"], strict=True)
    return way.assign(hover=["" if place == 0 else _hover(found, words, *at) for place, at in enumerate(places)])
