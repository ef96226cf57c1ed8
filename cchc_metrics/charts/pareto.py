"""Lost points from the largest on, with their running share: bars and the line on one axis, the share of all lost."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from cchc_metrics.charts import theme
from cchc_metrics.labels import format as fmt

ROW_HEIGHT = 41
_FOOT = 44
_SIDE = 10
_NAME_LENGTH = 52
_CUMULATIVE = "#4b5360"


def pareto_bars(
    frame: pd.DataFrame,
    *,
    hue: str,
    axis_title: str,
    title: str = "",
    footer: str = "",
) -> go.Figure:
    """One bar per row in its order, from zero; the running share as dots on a thin line over the same axis.

    frame: key, name, lost (points, NaN unknown), share, cumulative (0–1; NaN everywhere when not all are known: the
    bars are then points and there is no line), label, hover, quiet (bool: a row that stands for others, paler).
    The frame is not changed.
    """
    rows = frame.to_dict("records")
    shared = bool(len(frame)) and not frame["share"].isna().any()
    lengths = [_length(row, shared=shared) for row in rows]
    reach = 100.0 if shared else max(lengths, default=0.0) or 1.0
    color = hue
    traces = [_bars(rows, lengths, color), _labels(rows, lengths), _names(rows)]
    traces += [_running(rows)] if shared else []
    return theme.figure(
        traces,
        height=max(len(rows), 1) * ROW_HEIGHT + _FOOT + 6,
        title=title,
        footer=footer,
        margin={"l": _SIDE, "r": _SIDE, "t": 4, "b": _FOOT},
        annotations=[],
        layout={
            "bargap": 0.0,
            "xaxis": theme.value_axis(
                range=[0, reach * (1.16 if shared else 1.7)],
                tickvals=[0, 20, 40, 60, 80, 100] if shared else None,
                title={"text": theme.plain_text(axis_title), "font": _SMALL, "standoff": 4},
            ),
            "yaxis": {
                "range": [max(len(rows), 1) - 0.5, -0.5],
                "showgrid": False,
                "zeroline": False,
                "showticklabels": False,
                "showline": False,
                "fixedrange": True,
            },
        },
    )


_SMALL = {"size": theme.SMALL, "color": theme.MUTED}


def _length(row: Any, *, shared: bool) -> float:
    value = row["share"] * 100 if shared else row["lost"]
    return 0.0 if pd.isna(value) else max(float(value), 0.0)


def _bars(rows: list[Any], lengths: list[float], color: str) -> dict[str, Any]:
    return {
        "type": "bar",
        "orientation": "h",
        "x": lengths,
        "y": [place + 0.2 for place in range(len(rows))],
        "width": 0.36,
        "marker": {"color": [theme.OTHERS if row["quiet"] else color for row in rows], "line": {"width": 0}},
        "hovertext": [theme.hover_text(str(row["hover"])) for row in rows],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "customdata": [row["key"] for row in rows],
    }


def _labels(rows: list[Any], lengths: list[float]) -> dict[str, Any]:
    return _words(
        lengths,
        [place + 0.2 for place in range(len(rows))],
        [f" <b>{theme.plain_text(str(row['label']))}</b>" for row in rows],
        theme.SMALL,
    )


def _names(rows: list[Any]) -> dict[str, Any]:
    names = [theme.plain_text(_short(str(row["name"]))) for row in rows]
    return _words([0.0] * len(rows), [place - 0.2 for place in range(len(rows))], names, theme.SIZE)


def _words(xs: list[float], ys: list[float], texts: list[str], size: int) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "text",
        "x": xs,
        "y": ys,
        "text": texts,
        "textposition": "middle right",
        "textfont": {"size": size, "color": theme.INK},
        "cliponaxis": False,
        "hoverinfo": "skip",
    }


def _running(rows: list[Any]) -> dict[str, Any]:
    """The running share from the second row on: the first is the first bar itself."""
    rows = rows[1:]
    xs = [float(row["cumulative"]) * 100 for row in rows]
    return {
        "type": "scatter",
        "mode": "lines+markers+text",
        "x": xs,
        "y": [place + 0.2 for place in range(1, len(rows) + 1)],
        "line": {"color": _CUMULATIVE, "width": 1.2},
        "marker": {"size": 6, "color": _CUMULATIVE},
        "text": [f" {fmt.percent(x, 0)}" for x in xs],
        "textposition": "middle right",
        "textfont": {"size": theme.SMALL, "color": theme.SOFT},
        "cliponaxis": False,
        "hovertext": [theme.hover_text(str(row["hover"])) for row in rows],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _short(name: str) -> str:
    return name if len(name) <= _NAME_LENGTH else name[: _NAME_LENGTH - 1].rsplit(" ", 1)[0] + " …"
