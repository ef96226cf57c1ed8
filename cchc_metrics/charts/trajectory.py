"""A series, the pace its target asks for, and its projection drawn as an estimate: dashed, with a band."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from cchc_metrics.charts import theme
from cchc_metrics.charts.trend_labels import EndLabel, place_labels
from cchc_metrics.charts.trend_marks import BreakMark, break_labels, break_lines, break_traces, time_axis
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts

HEIGHT = 380
_LEFT, _RIGHT = 40, 142
_TOP, _FOOT = 26, 30
_BAND = "rgba(179,21,31,0.10)"
_BAND_OTHER = "rgba(75,83,96,0.14)"


@dataclass(frozen=True, slots=True)
class GoalMark:
    """A target in its year; tried: typed on the screen only."""

    year: int
    value: float
    tried: bool
    hover: str


def trajectory_lines(
    series: pd.DataFrame,
    ahead: pd.DataFrame,
    goals: Sequence[GoalMark],
    required: pd.DataFrame,
    *,
    hue: str,
    unit: str,
    decimals: int,
    home: bool,
    breaks: Sequence[BreakMark] = (),
    title: str = "",
    footer: str = "",
) -> go.Figure:
    """One line per unbroken stretch, the projection from its end, the required pace to the goal.

    series: one row per year with a value – year, value, segment, hover, mark (behind its number, optional). ahead:
    the last year with a value (as its own low, high and drifted), then one row per year ahead – year, value, low, high
    (missing: no band), drifted, hover.
    required: year, value, hover of the straight way to the goal looked at, empty without one. Not changed.
    """
    color = theme.HOME if home else hue
    low, high = _reach(series, ahead, goals, required)
    axis = _years(series, ahead, goals)
    traces = [
        *_band(ahead, home),
        *_line(ahead, "drifted", "drift_hover", theme.MUTED, dash="dot", width=1.4),
        *_line(required, "value", "hover", theme.INK, dash="dash", width=1.4),
        *_line(_tested(ahead), "value", "hover", color, dash="dash", width=2.2),
        *_line(_untested(ahead), "value", "hover", color, dash="dot", width=1.4, opacity=0.55),
        *_stretches(series, color),
        *_goals(goals),
        *break_traces(breaks, high),
    ]
    return theme.figure(
        traces,
        height=HEIGHT,
        title=title,
        footer=footer,
        margin={"l": _LEFT, "r": _RIGHT, "t": _TOP, "b": _FOOT},
        annotations=[
            *place_labels(_labels(series, ahead, goals, color, decimals), low, high, HEIGHT - _TOP - _FOOT, named=True),
            *break_labels(breaks, axis),
            theme.axis_name(unit),
        ],
        layout={
            "xaxis": axis,
            "yaxis": theme.value_axis(range=[low, high], nticks=6),
            "shapes": break_lines(breaks),
            "hovermode": "closest",
        },
    )


def _reach(
    series: pd.DataFrame, ahead: pd.DataFrame, goals: Sequence[GoalMark], required: pd.DataFrame
) -> tuple[float, float]:
    drawn = pd.concat(
        [
            series["value"],
            *(ahead[name] for name in ("value", "low", "high", "drifted")),
            required["value"],
            pd.Series([goal.value for goal in goals], dtype="float64"),
        ]
    )
    known = drawn.astype("float64").dropna()
    if known.empty:
        return 0.0, 1.0
    low, high = float(known.min()), float(known.max())
    air = (high - low) / 12 or max(abs(high) / 20, 0.5)
    return low - air, high + air


def _stretches(series: pd.DataFrame, color: str) -> list[dict[str, Any]]:
    return [
        {
            "mode": "lines+markers",
            "name": texts().trajectory.series_name,
            "x": part["year"].tolist(),
            "y": part["value"].tolist(),
            "line": {"color": color, "width": 3},
            "marker": {"size": 7, "color": color},
            "hovertext": part["hover"].tolist(),
        }
        for _, part in series.groupby("segment", sort=False)
    ]


def _band(ahead: pd.DataFrame, home: bool) -> list[dict[str, Any]]:
    known = ahead.dropna(subset=["low", "high"])
    if len(known) < 2:
        return []
    edge = {"mode": "lines", "x": known["year"].tolist(), "line": {"width": 0}}
    return [
        {**edge, "y": known["low"].tolist()},
        {**edge, "y": known["high"].tolist(), "fill": "tonexty", "fillcolor": _BAND if home else _BAND_OTHER},
    ]


def _tested(ahead: pd.DataFrame) -> pd.DataFrame:
    """The years ahead whose span was held against the past, from the last published one."""
    return ahead[: len(ahead.dropna(subset=["low", "high"]))]


def _untested(ahead: pd.DataFrame) -> pd.DataFrame:
    """The years beyond: a forecast that runs flat because nothing more is known is drawn lighter."""
    return ahead[max(len(_tested(ahead)) - 1, 0) :]


def _line(
    frame: pd.DataFrame, column: str, hover: str, color: str, *, dash: str, width: float, opacity: float = 1.0
) -> list[dict[str, Any]]:
    """An estimated line: never solid, open marks but for its first point, which is drawn already."""
    if len(frame) < 2:
        return []
    return [
        {
            "mode": "lines+markers",
            "x": frame["year"].tolist(),
            "y": frame[column].tolist(),
            "line": {"color": color, "width": width, "dash": dash},
            "marker": {"symbol": "circle-open", "size": [0, *([5] * (len(frame) - 1))], "color": color},
            "opacity": opacity,
            "hovertext": frame[hover].tolist(),
        }
    ]


def _goals(goals: Sequence[GoalMark]) -> list[dict[str, Any]]:
    if not goals:
        return []
    return [
        {
            "mode": "markers",
            "x": [goal.year for goal in goals],
            "y": [goal.value for goal in goals],
            "marker": {
                "symbol": ["diamond-tall-open" if goal.tried else "diamond" for goal in goals],
                "size": 12,
                "color": theme.INK,
                "line": {"width": 2, "color": theme.INK},
            },
            "hovertext": [goal.hover for goal in goals],
        }
    ]


def _labels(
    series: pd.DataFrame, ahead: pd.DataFrame, goals: Sequence[GoalMark], color: str, decimals: int
) -> list[EndLabel]:
    t = texts().trajectory
    found = []
    if len(ahead) > 1:
        last = ahead.iloc[-1]
        found.append(EndLabel(last["value"], t.projection_name, fmt.number(last["value"], decimals), color))
        found.append(EndLabel(last["drifted"], t.drift_name, fmt.number(last["drifted"], decimals), theme.MUTED))
    elif len(series):
        final = series.to_dict("records")[-1]
        number = fmt.number(final["value"], decimals) + final.get("mark", "")
        found.append(EndLabel(float(final["value"]), t.series_name, number, color))
    if goals:
        goal = goals[-1]
        name = t.tried_name if goal.tried else t.target_name
        found.append(EndLabel(goal.value, name, fmt.number(goal.value, decimals), theme.INK))
    return found


def _years(series: pd.DataFrame, ahead: pd.DataFrame, goals: Sequence[GoalMark]) -> dict[str, Any]:
    years = {int(year) for year in [*series["year"], *ahead["year"], *(goal.year for goal in goals)]}
    first, last = (min(years), max(years)) if years else (0, 1)
    return time_axis(map(str, range(first, last + 1)), air=0.2)
