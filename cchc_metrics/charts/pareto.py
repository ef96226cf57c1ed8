"""Lost points from the largest on: bars and their labels in points, the running share of all as a column of words."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from cchc_metrics.charts import theme
from cchc_metrics.charts.traces import short, words
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts

ROW_HEIGHT = 41
_FOOT = 44
_SIDE = 10
# Pixels: the column of running shares, and its head.
_COLUMN, _HEAD = 66, 22


def pareto_bars(
    frame: pd.DataFrame,
    *,
    hue: str,
    axis_title: str,
    title: str = "",
    footer: str = "",
) -> go.Figure:
    """One bar per row in its order, from zero; the running share at the right end of each row.

    frame: key, name, lost (points, NaN unknown), cumulative (0–1; NaN everywhere when not all are known: there is no
    column then), label, hover, quiet (bool: a row that stands for others, paler). The frame is not changed.
    """
    rows = frame.to_dict("records")
    shared = bool(len(frame)) and not frame["cumulative"].isna().any()
    lengths = [0.0 if pd.isna(row["lost"]) else max(float(row["lost"]), 0.0) for row in rows]
    reach = max(lengths, default=0.0) or 1.0
    return theme.figure(
        [_bars(rows, lengths, hue), _labels(rows, lengths), _names(rows)],
        height=max(len(rows), 1) * ROW_HEIGHT + _FOOT + (_HEAD if shared else 6),
        title=title,
        footer=footer,
        margin={"l": _SIDE, "r": _COLUMN if shared else _SIDE, "t": _HEAD if shared else 4, "b": _FOOT},
        annotations=_running(rows) if shared else [],
        layout={
            "bargap": 0.0,
            "xaxis": theme.value_axis(
                range=[0, reach * 1.32],
                nticks=5,
                title=theme.axis_title(axis_title),
            ),
            "yaxis": theme.row_axis(len(rows), 1),
        },
    )


def _bars(rows: list[Any], lengths: list[float], color: str) -> dict[str, Any]:
    return {
        "type": "bar",
        "orientation": "h",
        "x": lengths,
        "y": [place + 0.2 for place in range(len(rows))],
        "width": 0.36,
        "marker": {"color": [theme.OTHERS if row["quiet"] else color for row in rows], "line": {"width": 0}},
        "hovertext": [row["hover"] for row in rows],
        "customdata": [row["key"] for row in rows],
    }


def _labels(rows: list[Any], lengths: list[float]) -> dict[str, Any]:
    said = [f" <b>{theme.plain_text(str(row['label']))}</b>" for row in rows]
    return words(lengths, [place + 0.2 for place in range(len(rows))], said)


def _names(rows: list[Any]) -> dict[str, Any]:
    names = [theme.plain_text(short(str(row["name"]))) for row in rows]
    return words([0.0] * len(rows), [place - 0.2 for place in range(len(rows))], names)


def _running(rows: list[Any]) -> list[dict[str, Any]]:
    """The running share of each row, below the word that says what it is."""
    column = {"x": 1, "xref": "paper", "xanchor": "right", "xshift": _COLUMN - _SIDE}
    head = theme.annotation(texts().charts.running_header, y=1, yref="paper", yanchor="bottom", **column)
    shares = [fmt.percent(float(row["cumulative"]) * 100, 0) for row in rows]
    font = {"size": theme.SMALL, "color": theme.SOFT}
    return [
        head,
        *(theme.annotation(share, y=place + 0.2, font=font, **column) for place, share in enumerate(shares)),
    ]
