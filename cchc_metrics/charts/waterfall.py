"""From one value to another, step by step; and changes from zero, where two values may not be joined.

The names stand above their bars so that a phone can show them. The two ends are marks, not bars: a bar from zero to
44 would leave no room for a step of 0,4, and a bar that does not begin at zero lies.
"""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from cchc_metrics.charts import theme
from cchc_metrics.charts.traces import short, words
from cchc_metrics.labels import texts

ROW_HEIGHT = 42
_SIDE = 10
_FOOT = 44
_HEAD = 24
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
    traces = [
        *_bars(steps, hue),
        _ends([(0, *start), (rows - 1, *end)], hue),
        _names([start[0], *(step["name"] for step in steps), end[0]], low - 0.04 * room, bold={0, rows - 1}),
    ]
    layout = {
        "xaxis": _axis(axis_title, [low - 0.04 * room, high + 0.52 * room]),
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
    """Bars to both sides of zero, in the order of the rows; each label at the outer end of its bar.

    frame: one row per bar – key, name, delta (NaN: cannot be told, only its label stands), label, hover, quiet.
    """
    steps = [_bar(row, place) for place, row in enumerate(frame.to_dict("records"))]
    known = [step["delta"] for step in steps]
    low, high = min([0.0, *known]), max([0.0, *known])
    room = (high - low) or 1.0
    # Outside a bar there is room for its label on either side, on a phone too.
    left = low - (0.34 * room if low < 0 else 0.04 * room)
    traces = [*_bars(steps, hue, both=True), _names([step["name"] for step in steps], left, bold=set())]
    layout = {
        "xaxis": _axis(axis_title, [left, high + 0.34 * room]) | {"zeroline": True, "zerolinecolor": theme.SOFT},
    }
    return _drawn(traces, max(len(steps), 1), title, footer, layout, notes=[_sides(hue)], head=_HEAD)


def _sides(color: str) -> dict[str, Any]:
    """What the two colours mean."""
    t = texts().charts
    told = f"{theme.colored('■', color)} {t.higher}&nbsp;&nbsp;&nbsp;{theme.colored('■', _DOWN)} {t.lower}"
    return theme.above(told, yshift=4)


def _drawn(
    traces: list[dict[str, Any]],
    rows: int,
    title: str,
    footer: str,
    layout: dict[str, Any],
    *,
    notes: Sequence[dict[str, Any]] = (),
    head: int = 4,
) -> go.Figure:
    return theme.figure(
        traces,
        height=rows * ROW_HEIGHT + _FOOT + head,
        title=title,
        footer=footer,
        margin={"l": _SIDE, "r": _SIDE, "t": head, "b": _FOOT},
        annotations=list(notes),
        layout={"yaxis": theme.row_axis(rows, 1), "bargap": 0.0, "barmode": "overlay", **layout},
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
    told = {name: str(row[name]) for name in ("key", "name", "label", "hover")}
    ends = {"base": base, "delta": delta, "low": min(base, base + delta), "high": max(base, base + delta)}
    return {**told, **ends, "quiet": bool(row["quiet"]), "y": place}


def _bars(steps: list[dict[str, Any]], color: str, *, both: bool = False) -> list[dict[str, Any]]:
    """The bars, and their labels behind the bar's right end, wherever the step went; both: at its outer end."""
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
        "hovertext": [step["hover"] for step in steps],
        "customdata": [step["key"] for step in steps],
    }
    said = [f" <b>{theme.plain_text(step['label'])}</b> " for step in steps]
    labels = words(ends, [step["y"] + 0.2 for step in steps], said)
    if both:
        labels["x"] = [step["delta"] for step in steps]
        labels["textposition"] = ["middle left" if step["delta"] < 0 else "middle right" for step in steps]
    return [bars, labels]


def _ends(ends: list[tuple[int, str, float, str]], color: str) -> dict[str, Any]:
    return {
        "mode": "markers+text",
        "x": [value for _, _, value, _ in ends],
        "y": [place + 0.2 for place, *_ in ends],
        "marker": {"symbol": "circle", "size": 12, "color": color, "line": {"width": 0}},
        "text": [f"  <b>{theme.plain_text(label)}</b>" for *_, label in ends],
        "textposition": "middle right",
        "textfont": {"size": theme.SIZE, "color": theme.INK},
        "hovertext": [f"{name}: {label}." for _, name, _, label in ends],
    }


def _names(names: list[str], left: float, *, bold: set[int]) -> dict[str, Any]:
    shown = [theme.plain_text(short(name)) for name in names]
    said = [f"<b>{name}</b>" if place in bold else name for place, name in enumerate(shown)]
    return words([left] * len(names), [place - 0.2 for place in range(len(names))], said)


def _joints(steps: list[dict[str, Any]], start: float) -> list[dict[str, Any]]:
    """Hairlines from the foot of one bar to the head of the next: none beside a label."""
    ats = [start, *(step["base"] + step["delta"] for step in steps)]
    line = {"color": theme.OTHERS, "width": 1}
    half = _WIDTH / 2
    return [
        {
            "type": "line",
            "x0": at,
            "x1": at,
            "y0": place + 0.2 + half,
            "y1": place + 1.2 - half,
            "line": line,
            "layer": "below",
        }
        for place, at in enumerate(ats)
    ]


def _axis(title: str, reach: list[float]) -> dict[str, Any]:
    return theme.value_axis(range=reach, nticks=6, title=theme.axis_title(title))
