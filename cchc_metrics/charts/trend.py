"""How a result moves over the years: a line per entity and unbroken stretch, labelled at its last value."""

from collections.abc import Hashable, Mapping, Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from cchc_metrics.charts import theme
from cchc_metrics.charts.pins import pin_at
from cchc_metrics.charts.traces import parted
from cchc_metrics.charts.trend_labels import EndLabel, margin_for, place_labels
from cchc_metrics.charts.trend_marks import (
    BreakMark,
    NoteMark,
    band_traces,
    break_labels,
    break_lines,
    break_traces,
    note_labels,
    note_traces,
    position,
    target_traces,
    time_axis,
)
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.model.rows import number_of

HEIGHT, PANEL_HEIGHT = 400, 240
_LEFT = 40
_RIGHT = 142
_TOP = 26
_FOOT = 30
# So many values of one line or fewer make no course: each is a dot with its number.
_FEW = 2

__all__ = ["BreakMark", "trend_lines"]


def trend_lines(
    frame: pd.DataFrame,
    *,
    hue: str,
    unit: str,
    decimals: int,
    home: str | frozenset[str],
    breaks: Sequence[BreakMark] = (),
    band: pd.DataFrame | None = None,
    targets: pd.DataFrame | None = None,
    title: str = "",
    footer: str = "",
    focus: str = "",
    notes: Sequence[NoteMark] = (),
) -> go.Figure:
    """Lines per entity × segment; a missing year is a gap, a break is a dotted line that no other line crosses.

    frame: one row per entity × period, in period order – entity_id, name, period_id, value (missing: NaN), segment (a
    new number after each break), hover (a sentence); optional estimate (a dashed line), mark (behind the number).
    band: one row per period – period_id, low, high, mean, segment.
    targets: one row per period – period_id, value. home: the entities drawn in red. The frames are not changed.
    focus: one panel of several – this entity in its colour with its number, the others thin and grey, same axes.
    notes: of people, on figures or years, each with its mark in a box.
    """
    homes = frozenset({home}) if isinstance(home, str) else home
    low, high = _reach(frame, band, targets)
    colors = _colors(frame, homes, hue)
    traces = [
        *band_traces(band, unit, decimals),
        *_line_traces(frame, colors, homes),
        *target_traces(targets, unit, decimals, breaks),
        *break_traces(breaks, high),
        *note_traces(notes, low),
    ]
    if focus:
        _recede(traces, frame, focus)
    end = _last(frame, band, targets, notes)
    labels = _line_labels(frame, colors, decimals, end, focus)
    labels += [] if focus else [*_mean_label(band, decimals), *_target_label(targets, decimals)]
    height, right = (PANEL_HEIGHT, 56) if focus else (HEIGHT, margin_for(labels, _RIGHT))
    axis = time_axis(_periods(frame, band, targets), most=3 if focus else 4, until=end)
    return theme.figure(
        traces,
        height=height,
        title=title,
        footer=footer,
        margin={"l": _LEFT, "r": right, "t": _TOP, "b": _FOOT},
        annotations=[
            *place_labels(labels, low, high, height - _TOP - _FOOT, named=not focus, span=axis["range"]),
            *break_labels(breaks, axis, _LEFT + right),
            *note_labels(notes, low),
            theme.axis_name(unit),
        ],
        layout={
            "xaxis": axis,
            "yaxis": theme.value_axis(range=[low, high], nticks=4 if focus else 6),
            "shapes": break_lines(breaks),
            "hovermode": "closest",
        },
    )


def _reach(frame: pd.DataFrame, band: pd.DataFrame | None, targets: pd.DataFrame | None) -> tuple[float, float]:
    """The value axis: all that is drawn, and a twelfth of air at either end."""
    parts = [frame["value"]]
    if band is not None:
        parts += [band["low"], band["high"], band["mean"]]
    if targets is not None:
        parts.append(targets["value"])
    values = pd.concat(parts).dropna().astype(float)
    if values.empty:
        return 0.0, 1.0
    low, high = float(values.min()), float(values.max())
    air = (high - low) / 12 or max(abs(high) / 20, 0.5)
    return (0.0 if 0 <= low < 2 * air else low - air), high + air


def _colors(frame: pd.DataFrame, homes: frozenset[str], hue: str) -> dict[str, str]:
    """Red for ours, sober hues for the rest; the index's own hue when one other province stands alone."""
    colors: dict[str, str] = {}
    others = iter(theme.COMPARED * 3)
    for entity in frame["entity_id"].drop_duplicates():
        colors[entity] = theme.HOME if entity in homes else next(others, theme.MUTED)
    if len(colors) == 1 and not homes.intersection(colors):
        return dict.fromkeys(colors, hue)
    return colors


def _line_traces(frame: pd.DataFrame, colors: dict[str, str], homes: frozenset[str]) -> list[dict[str, Any]]:
    """One trace per entity and unbroken stretch. A second province of ours is red too, with open marks."""
    first_own = next((entity for entity in colors if entity in homes), None)
    shapes = {entity: pin_at(n).symbol for n, entity in enumerate(one for one in colors if one not in homes)}
    traces = []
    for (entity, _segment), part in frame.groupby(["entity_id", "segment"], sort=False):
        xs, ys, hovers = _with_gaps(part)
        own = entity in homes
        traces.append(
            {
                "mode": "lines+markers",
                "name": str(part["name"].iloc[0]),
                "x": xs,
                "y": ys,
                "connectgaps": False,
                "line": {"color": colors[str(entity)], "width": 3 if own else 2, "dash": _dash(part)},
                "marker": {
                    "size": 7,
                    "color": colors[str(entity)],
                    "symbol": "circle-open" if own and entity != first_own else shapes.get(str(entity), "circle"),
                    "line": {"width": 2, "color": colors[str(entity)]},
                },
                "hovertext": hovers,
            }
        )
    return traces


def _dash(part: pd.DataFrame) -> str:
    """Dashed where the rows say that they are estimates."""
    estimated = "estimate" in part and bool(part["estimate"].fillna(value=False).astype(bool).any())
    return "dash" if estimated else "solid"


def _with_gaps(part: pd.DataFrame) -> list[list[Any]]:
    """Points of one stretch – xs, ys, hovers; where a year is absent or has no value, an empty point parts the line."""
    rows = zip(part["period_id"], part["value"], part["hover"], strict=True)
    points = ((position(one), number_of(value), hover) for one, value, hover in rows)
    return parted(points, lambda one, other: other - one > 1)


def _recede(traces: list[dict[str, Any]], frame: pd.DataFrame, focus: str) -> None:
    """All lines but that of one entity thin and grey, and behind it."""
    shown = str(frame.loc[frame["entity_id"] == focus, "name"].iloc[0])
    names = set(frame["name"]) - {shown}
    for trace in traces:
        if trace.get("name") in names:
            trace["line"] = {"color": theme.OTHERS, "width": 1.2, "dash": trace["line"]["dash"]}
            trace["marker"] = {"size": 3, "color": theme.OTHERS}
    traces.sort(key=lambda trace: trace.get("name") == shown)


def _line_labels(frame: pd.DataFrame, colors: dict[str, str], decimals: int, end: float, focus: str) -> list[EndLabel]:
    """One label per entity, at its last known value; one or two values in all are each labelled at their dot."""
    known = frame.dropna(subset=["value"])
    known = known[known["entity_id"] == focus] if focus else known
    shown = [part.tail(2 if len(part) <= _FEW else 1) for _, part in known.groupby("entity_id", sort=False)]
    labels = []
    for row, last in ((row, rows[-1]) for rows in (part.to_dict("records") for part in shown) for row in rows):
        place = position(str(row["period_id"]))
        early = place != end
        number = fmt.number(row["value"], decimals) + _mark(row)
        number = f"{number} ({fmt.period(row['period_id'])})" if early else number
        name = str(row["name"]) if row is last else ""
        rises = row is not last and last["value"] > row["value"]
        labels.append(
            EndLabel(float(row["value"]), name, number, colors[row["entity_id"]], place if early else None, rises)
        )
    return labels


def _mark(row: Mapping[Hashable, Any]) -> str:
    return mark if isinstance(mark := row.get("mark"), str) else ""


def _mean_label(band: pd.DataFrame | None, decimals: int) -> list[EndLabel]:
    known = None if band is None else band.dropna(subset=["mean"])
    if known is None or known.empty:
        return []
    last = float(known["mean"].iloc[-1])
    return [EndLabel(last, texts().charts.mean_line, fmt.number(last, decimals), theme.MUTED)]


def _target_label(targets: pd.DataFrame | None, decimals: int) -> list[EndLabel]:
    if targets is None or targets.empty:
        return []
    last = float(targets["value"].iloc[-1])
    return [EndLabel(last, texts().charts.target_name, fmt.number(last, decimals), theme.INK)]


def _periods(frame: pd.DataFrame, band: pd.DataFrame | None, targets: pd.DataFrame | None) -> list[str]:
    """Every period that is drawn, from the left."""
    ids = set(frame["period_id"])
    ids |= set(band["period_id"]) if band is not None else set()
    ids |= set(targets["period_id"]) if targets is not None else set()
    return sorted(ids, key=position)


def _last(
    frame: pd.DataFrame, band: pd.DataFrame | None, targets: pd.DataFrame | None, notes: Sequence[NoteMark]
) -> float:
    """The right end of the axis: of what is drawn, or of a note behind it."""
    drawn = [position(period) for period in _periods(frame, band, targets)]
    return max([*drawn, *(note.x for note in notes)], default=0.0)
