"""From one value to another, step by step; and changes from zero, where two values may not be joined.

The names stand above their bars so that a phone can show them. The two ends are marks, not bars: a bar from zero to
44 would leave no room for a step of 0,4, and a bar that does not begin at zero lies.
"""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from cchc_metrics.charts import theme

ROW_HEIGHT = 38
_SIDE = 10
_FOOT = 44
_NAME_LENGTH = 52
_WIDTH = 0.34
_DOWN = "#8b94a1"


def waterfall(
    frame: pd.DataFrame,
    *,
    start: tuple[str, float, str],
    end: tuple[str, float, str],
    hue: str,
    axis_title: str,
    title: str = "",
    footer: str = "",
) -> go.Figure:
    """Floating bars from the start to the end, in the order of the rows.

    frame: one row per step – key, name, delta (never missing), label (the change in words), hover (a sentence), quiet
    (bool: a line that is no part's doing, drawn hatched). start, end: name, value, label. Σ delta = end − start.
    A gain is drawn in the index's colour, a loss in grey; the sign in the label says the same. Frame unchanged.
    """
    steps = _steps(frame, start[1])
    rows = len(steps) + 2
    values = [start[1], end[1], *(step["low"] for step in steps), *(step["high"] for step in steps)]
    low, high = min(values), max(values)
    room = (high - low) or abs(high) * 0.02 or 1.0
    color = hue
    traces = [
        *_bars(steps, color),
        _ends([(0, *start), (rows - 1, *end)], color),
        _names([start[0], *(step["name"] for step in steps), end[0]], low - 0.04 * room, bold={0, rows - 1}),
    ]
    layout = {
        "xaxis": _axis(axis_title, [low - 0.04 * room, high + 0.52 * room]),
        "yaxis": _rows_axis(rows),
        "bargap": 0.0,
        "barmode": "overlay",
        "shapes": _joints(steps, start[1]),
    }
    return _drawn(traces, rows, title, footer, layout)


def change_bars(
    frame: pd.DataFrame,
    *,
    hue: str,
    axis_title: str,
    title: str = "",
    footer: str = "",
) -> go.Figure:
    """Bars to both sides of zero, in the order of the rows.

    frame: one row per bar – key, name, delta (NaN: cannot be told, only its label stands), label, hover, quiet.
    """
    steps = [_bar(row, place) for place, row in enumerate(frame.to_dict("records"))]
    known = [step["delta"] for step in steps]
    low, high = min([0.0, *known]), max([0.0, *known])
    room = (high - low) or 1.0
    left = low - 0.04 * room
    traces = [*_bars(steps, hue), _names([step["name"] for step in steps], left, bold=set())]
    layout = {
        "xaxis": _axis(axis_title, [left, high + 0.62 * room]) | {"zeroline": True, "zerolinecolor": theme.SOFT},
        "yaxis": _rows_axis(max(len(steps), 1)),
        "bargap": 0.0,
        "barmode": "overlay",
    }
    return _drawn(traces, max(len(steps), 1), title, footer, layout)


def _drawn(traces: list[dict[str, Any]], rows: int, title: str, footer: str, layout: dict[str, Any]) -> go.Figure:
    return theme.figure(
        traces,
        height=rows * ROW_HEIGHT + _FOOT + 6,
        title=title,
        footer=footer,
        margin={"l": _SIDE, "r": _SIDE, "t": 4, "b": _FOOT},
        annotations=[],
        layout=layout,
    )


def _steps(frame: pd.DataFrame, start: float) -> list[dict[str, Any]]:
    steps, at = [], start
    for place, row in enumerate(frame.to_dict("records"), 1):
        steps.append(_bar(row, place, at))
        at += steps[-1]["delta"]
    return steps


def _bar(row: Any, place: int, base: float = 0.0) -> dict[str, Any]:
    """One bar as it is drawn; a change that cannot be told has no length and keeps its label."""
    delta = 0.0 if pd.isna(row["delta"]) else float(row["delta"])
    words = {name: str(row[name]) for name in ("key", "name", "label", "hover")}
    ends = {"base": base, "delta": delta, "low": min(base, base + delta), "high": max(base, base + delta)}
    return {**words, **ends, "quiet": bool(row["quiet"]), "y": place}


def _bars(steps: list[dict[str, Any]], color: str) -> list[dict[str, Any]]:
    """One trace: the bars; their labels stand behind the bar's right end, wherever the step went."""
    colors = [theme.OTHERS if step["quiet"] else color if step["delta"] >= 0 else _DOWN for step in steps]
    ends = [max(step["base"], step["base"] + step["delta"]) for step in steps]
    bars = {
        "type": "bar",
        "orientation": "h",
        "base": [step["base"] for step in steps],
        "x": [step["delta"] for step in steps],
        "y": [step["y"] + 0.2 for step in steps],
        "width": _WIDTH,
        "marker": {
            "color": colors,
            "pattern": {
                "shape": ["/" if step["quiet"] else "" for step in steps],
                "fgcolor": theme.SOFT,
                "size": 5,
                "solidity": 0.25,
            },
            "line": {"width": 0},
        },
        "hovertext": [theme.hover_text(step["hover"]) for step in steps],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "customdata": [step["key"] for step in steps],
    }
    said = [f" <b>{theme.plain_text(step['label'])}</b>" for step in steps]
    return [bars, _texts(ends, [step["y"] + 0.2 for step in steps], said)]


def _ends(ends: list[tuple[int, str, float, str]], color: str) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": [value for _, _, value, _ in ends],
        "y": [place + 0.2 for place, *_ in ends],
        "marker": {"symbol": "circle", "size": 12, "color": color, "line": {"width": 0}},
        "text": [f"  <b>{theme.plain_text(label)}</b>" for *_, label in ends],
        "textposition": "middle right",
        "textfont": {"size": theme.SIZE, "color": theme.INK},
        "cliponaxis": False,
        "hovertext": [theme.hover_text(f"{name}: {label}.") for _, name, _, label in ends],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _names(names: list[str], left: float, *, bold: set[int]) -> dict[str, Any]:
    shown = [theme.plain_text(_short(name)) for name in names]
    texts = [f"<b>{name}</b>" if place in bold else name for place, name in enumerate(shown)]
    return _texts([left] * len(names), [place - 0.2 for place in range(len(names))], texts)


def _texts(xs: list[float], ys: list[float], texts: list[str]) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "text",
        "x": xs,
        "y": ys,
        "text": texts,
        "textposition": "middle right",
        "textfont": {"size": theme.SIZE, "color": theme.INK},
        "cliponaxis": False,
        "hoverinfo": "skip",
    }


def _short(name: str) -> str:
    return name if len(name) <= _NAME_LENGTH else name[: _NAME_LENGTH - 1].rsplit(" ", 1)[0] + " …"


def _joints(steps: list[dict[str, Any]], start: float) -> list[dict[str, Any]]:
    """Hairlines from where one step ends to where the next begins."""
    ats = [start, *(step["base"] + step["delta"] for step in steps)]
    line = {"color": theme.OTHERS, "width": 1}
    return [
        {"type": "line", "x0": at, "x1": at, "y0": place + 0.2, "y1": place + 1.2, "line": line, "layer": "below"}
        for place, at in enumerate(ats)
    ]


def _axis(title: str, reach: list[float]) -> dict[str, Any]:
    font = {"size": theme.SMALL, "color": theme.MUTED}
    return theme.value_axis(range=reach, nticks=6, title={"text": theme.plain_text(title), "font": font, "standoff": 4})


def _rows_axis(rows: int) -> dict[str, Any]:
    return {
        "range": [rows - 0.5, -0.5],
        "showgrid": False,
        "zeroline": False,
        "showticklabels": False,
        "showline": False,
        "fixedrange": True,
    }
