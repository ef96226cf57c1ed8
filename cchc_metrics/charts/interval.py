"""Ranks as spans: one line per province from its best to its worst rank, a mark at its own; 1 stands to the left."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from cchc_metrics.charts import theme
from cchc_metrics.labels import texts
from cchc_metrics.model.rows import rows_of

ROW_HEIGHT = 26
_LEFT, _RIGHT = 120, 12
_TOP, _FOOT = 6, 40
_LETTER = 7.0
_STEPS = (1, 2, 5, 10, 20, 50)


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
        [*_spans(rows, colors), _marks(rows, colors)],
        height=max(len(rows), 2) * ROW_HEIGHT + _TOP + _FOOT,
        title=title,
        footer=footer,
        margin={
            "l": max([_LEFT, *(round(_LETTER * len(_name(row))) for row in rows)]),
            "r": _RIGHT,
            "t": _TOP,
            "b": _FOOT,
        },
        annotations=[],
        layout={
            "xaxis": theme.value_axis(
                range=[first - room * 0.03 - 0.5, last + room * 0.05 + 0.5],
                tickvals=_ticks(first, last),
                title=theme.axis_title(texts().certainty.axis),
            ),
            "yaxis": theme.row_axis(len(rows)) | _names(rows, colors),
            "hovermode": "closest",
            "meta": {"title": title, "footer": footer, "index": index_code},
        },
    )


def _ticks(first: int, last: int) -> list[int]:
    """Round ranks, seven at the most; the first place where it is drawn."""
    step = next((step for step in _STEPS if last - first <= 6 * step), _STEPS[-1])
    return sorted({*range(-(-first // step) * step, last + 1, step), *([1] if first == 1 else [])} - {0})


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


def _name(row: dict[str, Any]) -> str:
    return f"{int(row['rank'])}. {row['name']}"


def _names(rows: list[dict[str, Any]], colors: list[str]) -> dict[str, Any]:
    said = [
        theme.colored(_name(row), theme.HOME, bold=True) if color == theme.HOME else theme.plain_text(_name(row))
        for row, color in zip(rows, colors, strict=True)
    ]
    look = {"tickfont": {"size": theme.SMALL, "color": theme.INK}, "ticklabelstandoff": 6}
    return {"showticklabels": True, "tickvals": list(range(len(rows))), "ticktext": said, **look}
