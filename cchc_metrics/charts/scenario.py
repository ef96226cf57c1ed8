"""Where each part stands, where it would stand, and where the best province stands: one row per part."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from cchc_metrics.charts import theme
from cchc_metrics.charts.traces import short, words
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.model.rows import rows_of

ROW_HEIGHT = 46
# At the right stand the numbers, beside the tracks: a phone has no room behind a name.
_LEFT, _RIGHT = 8, 92
_TOP, _FOOT = 30, 40
_TRACK = "#e6e3dc"
_BELOW = 0.16


def plan_rows(
    frame: pd.DataFrame,
    *,
    unit: str,
    decimals: int,
    home: bool,
    hue: str,
    title: str = "",
    footer: str = "",
) -> go.Figure:
    """A track from 0 to the maximum per part, an open mark where it is, a full one where it would be.

    frame: one row per part in reading order – name, now, after, maximum, best (missing where unknown), hover (a
    sentence). home: the parts are ours, and red. Parts that do not move show the open mark only. Not changed.
    """
    rows = rows_of(frame)
    color = theme.HOME if home else hue
    reach = max((row["maximum"] for row in rows), default=1.0)
    traces = [
        _tracks(rows),
        *_moves(rows, color),
        _best(rows),
        _marks(rows, "now", "circle-open", theme.SOFT),
        _after(rows, color),
        _names(rows),
    ]
    return theme.figure(
        traces,
        height=max(len(rows), 2) * ROW_HEIGHT + _TOP + _FOOT,
        title=title,
        footer=footer,
        margin={"l": _LEFT, "r": _RIGHT, "t": _TOP, "b": _FOOT},
        annotations=[_key(color), *_numbers(rows, decimals)],
        layout={
            "xaxis": theme.value_axis(
                range=[-reach * 0.015, reach * 1.015],
                nticks=6,
                title=theme.axis_title(texts().scenario.axis.format(unit=unit)),
            ),
            "yaxis": theme.row_axis(len(rows)),
            "hovermode": "closest",
        },
    )


def _key(color: str) -> dict[str, Any]:
    """The three marks in words, in place of a legend."""
    t = texts().scenario
    told = "   ".join(
        (
            theme.colored(t.mark_now, theme.SOFT),
            theme.colored(t.mark_after, color),
            theme.colored(t.mark_best, theme.INK),
        )
    )
    return theme.above(told, yshift=6)


def _tracks(rows: list[dict[str, Any]]) -> dict[str, Any]:
    xs: list[float | None] = []
    ys: list[float | None] = []
    for place, row in enumerate(rows):
        xs += [0.0, float(row["maximum"]), None]
        ys += [place + _BELOW, place + _BELOW, None]
    return {
        "mode": "lines",
        "x": xs,
        "y": ys,
        "line": {"color": _TRACK, "width": 5},
    }


def _moves(rows: list[dict[str, Any]], color: str) -> list[dict[str, Any]]:
    """The way from the score to the assumed one."""
    return [
        {
            "mode": "lines",
            "x": [row["now"], row["after"]],
            "y": [place + _BELOW] * 2,
            "line": {"color": color, "width": 5},
        }
        for place, row in enumerate(rows)
        if row["after"] != row["now"]
    ]


def _marks(rows: list[dict[str, Any]], column: str, symbol: str, color: str) -> dict[str, Any]:
    return {
        "mode": "markers",
        "x": [row[column] for row in rows],
        "y": [place + _BELOW for place in range(len(rows))],
        "marker": {"symbol": symbol, "size": 11, "color": color, "line": {"width": 2, "color": color}},
        "hovertext": [row["hover"] for row in rows],
    }


def _after(rows: list[dict[str, Any]], color: str) -> dict[str, Any]:
    moved = [None if row["after"] == row["now"] else row["after"] for row in rows]
    return _marks([{**row, "after": x} for row, x in zip(rows, moved, strict=True)], "after", "circle", color)


def _best(rows: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "mode": "markers",
        "x": [None if pd.isna(row["best"]) else row["best"] for row in rows],
        "y": [place + _BELOW for place in range(len(rows))],
        "marker": {"symbol": "line-ns", "size": 14, "line": {"width": 2, "color": theme.INK}},
    }


def _names(rows: list[dict[str, Any]]) -> dict[str, Any]:
    """Names above their tracks: they fit a phone there."""
    said = [theme.plain_text(short(str(row["name"]))) for row in rows]
    return words([0.0] * len(rows), [place - 0.2 for place in range(len(rows))], said)


def _numbers(rows: list[dict[str, Any]], decimals: int) -> list[dict[str, Any]]:
    """What each part has, and what it would have, at the end of its track."""
    place = {"x": 1, "xref": "paper", "xanchor": "left", "xshift": 6, "yanchor": "middle"}
    return [theme.annotation(_label(row, decimals), y=at + _BELOW, **place) for at, row in enumerate(rows)]


def _label(row: dict[str, Any], decimals: int) -> str:
    now = theme.colored(fmt.number(row["now"], decimals), theme.MUTED)
    if row["after"] == row["now"]:
        return now
    return f"{now} → {theme.colored(fmt.number(row['after'], decimals), theme.INK, bold=True)}"
