"""Ranks as spans: one line per province from its best to its worst rank, a mark at its own; 1 stands to the left."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from cchc_metrics.charts import theme
from cchc_metrics.charts.traces import words
from cchc_metrics.labels import texts
from cchc_metrics.model.rows import rows_of

ROW_HEIGHT = 26
_LEFT, _RIGHT = 8, 12
_TOP, _FOOT = 6, 40
# The share of the width that names stand in, left of the first rank.
_NAMES = 0.62


def rank_spans(
    frame: pd.DataFrame, *, home: frozenset[str], index_code: str, title: str = "", footer: str = ""
) -> go.Figure:
    """Spans in rank order, ours in red.

    frame: one row per province, best first – entity_id, name, rank, rank_low, rank_high, hover. Not changed.
    """
    rows = rows_of(frame)
    first = min((int(row["rank_low"]) for row in rows), default=1)
    last = max((int(row["rank_high"]) for row in rows), default=1)
    room = max(last - first, 4)
    colors = [theme.HOME if row["entity_id"] in home else theme.SOFT for row in rows]
    return theme.figure(
        [*_spans(rows, colors), _marks(rows, colors), _names(rows, colors, first - room * _NAMES)],
        height=max(len(rows), 2) * ROW_HEIGHT + _TOP + _FOOT,
        title=title,
        footer=footer,
        margin={"l": _LEFT, "r": _RIGHT, "t": _TOP, "b": _FOOT},
        annotations=[],
        layout={
            "xaxis": theme.value_axis(
                range=[first - room * _NAMES, last + room * 0.05 + 0.5],
                tickvals=_ticks(first, last),
                title=theme.axis_title(texts().certainty.axis),
            ),
            "yaxis": theme.row_axis(len(rows)),
            "hovermode": "closest",
            "meta": {"title": title, "footer": footer, "index": index_code},
        },
    )


def _ticks(first: int, last: int) -> list[int]:
    step = max(1, -(-(last - first) // 6))
    return list(range(first, last + 1, step))


def _spans(rows: list[dict[str, Any]], colors: list[str]) -> list[dict[str, Any]]:
    return [
        {
            "mode": "lines",
            "x": [int(row["rank_low"]), int(row["rank_high"])],
            "y": [place, place],
            "line": {"color": color, "width": 4 if color == theme.HOME else 3},
            "opacity": 0.55,
        }
        for place, (row, color) in enumerate(zip(rows, colors, strict=True))
    ]


def _marks(rows: list[dict[str, Any]], colors: list[str]) -> dict[str, Any]:
    return {
        "mode": "markers",
        "x": [int(row["rank"]) for row in rows],
        "y": list(range(len(rows))),
        "marker": {"size": 9, "color": colors},
        "hovertext": [row["hover"] for row in rows],
    }


def _names(rows: list[dict[str, Any]], colors: list[str], x: float) -> dict[str, Any]:
    said = [
        theme.colored(f"{int(row['rank'])}. {row['name']}", theme.HOME if color == theme.HOME else theme.INK)
        for row, color in zip(rows, colors, strict=True)
    ]
    return words([x] * len(rows), list(range(len(rows))), said, {"size": theme.SMALL})
