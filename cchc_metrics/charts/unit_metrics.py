"""A reported metric from quarter to quarter: hollow where it is derived, a gap where nobody reported.

Counts are bars from zero. Shares of 98 and 99 % would be bars that all look alike: they are dots on their own range.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from cchc_metrics.charts import theme
from cchc_metrics.labels import format as fmt
from cchc_metrics.model.rows import number_of, rows_of

HEIGHT = 300
_LEFT, _RIGHT, _TOP, _FOOT = 44, 20, 24, 44


def metric_bars(
    frame: pd.DataFrame,
    *,
    unit: str,
    bound: float | None = None,
    bound_words: str = "",
    title: str = "",
    footer: str = "",
) -> go.Figure:
    """Bars from zero in the order of the rows; for a share (unit "%") dots on a line.

    frame: one row per quarter – name, value (missing: NaN), derived (flag), hover. bound: a level to be reached, drawn
    as a labelled dashed line. Not changed.
    """
    rows = rows_of(frame)
    known = [float(row["value"]) for row in rows if not pd.isna(row["value"])]
    high = max([*known, bound or 0.0, 0.0]) or 1.0
    low = min([*known, 0.0])
    shares = unit == "%"
    annotations = [theme.above(theme.plain_text(unit), xshift=-34)]
    shapes: list[dict[str, Any]] = []
    if bound is not None:
        line = {"color": theme.INK, "width": 1.4, "dash": "dash"}
        shapes.append({"type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": bound, "y1": bound, "line": line})
        annotations.append(
            theme.annotation(
                theme.plain_text(bound_words), x=1, xref="paper", y=bound, xanchor="right", yanchor="bottom"
            )
        )
    return theme.figure(
        _dots(rows) if shares else [_bars(rows)],
        height=HEIGHT,
        title=title,
        footer=footer,
        margin={"l": _LEFT, "r": _RIGHT, "t": _TOP, "b": _FOOT},
        annotations=annotations,
        layout={
            "xaxis": {
                "range": [-0.6, max(len(rows), 4) - 0.4],
                "tickvals": list(range(len(rows))),
                "ticktext": [str(row["name"]).replace("/", "<br>") for row in rows],
                "showgrid": False,
                "zeroline": False,
                "fixedrange": True,
                "tickfont": {"size": theme.SMALL},
            },
            "yaxis": theme.value_axis(
                range=_span([*known, *([] if bound is None else [bound])]) if shares else [low * 1.15, high * 1.18],
                nticks=5,
            ),
            "shapes": shapes,
            "hovermode": "closest",
        },
    )


def _span(drawn: Sequence[float]) -> list[float]:
    """What is drawn, with room for a label above the highest dot."""
    low, high = (min(drawn), max(drawn)) if drawn else (0.0, 1.0)
    room = max(high - low, 1.0)
    return [low - 0.2 * room, high + 0.25 * room]


def _dots(rows: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """A line that stops where nobody reported, and on it a dot each: filled where reported, open where derived."""
    ys = [number_of(row["value"]) for row in rows]
    return [
        {
            "mode": "lines+markers+text",
            "x": list(range(len(rows))),
            "y": ys,
            "connectgaps": False,
            "line": {"color": theme.OTHERS, "width": 2},
            "marker": {
                "size": 11,
                "color": [theme.PAPER if row["derived"] else theme.QUARTILES[0] for row in rows],
                "line": {"color": theme.QUARTILES[0], "width": 1.8},
            },
            "text": ["" if y is None else fmt.number(y, 2) for y in ys],
            "textposition": "top center",
            "textfont": {"size": theme.SMALL, "color": theme.INK, "shadow": theme.HALO},
            "hovertext": [row["hover"] for row in rows],
        }
    ]


def _bars(rows: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """A filled bar for what was reported, an open one for what was derived; nothing for what is missing."""
    return {
        "type": "bar",
        "x": list(range(len(rows))),
        "y": [number_of(row["value"]) for row in rows],
        "width": 0.56,
        "marker": {
            "color": [theme.PAPER if row["derived"] else theme.QUARTILES[0] for row in rows],
            "line": {"color": theme.QUARTILES[0], "width": 1.6},
        },
        "text": ["" if pd.isna(row["value"]) else fmt.plain(round(float(row["value"]), 2)) for row in rows],
        "textposition": "outside",
        "textangle": 0,
        "constraintext": "none",
        "textfont": {"size": theme.SMALL, "color": theme.INK},
        "hovertext": [row["hover"] for row in rows],
    }
