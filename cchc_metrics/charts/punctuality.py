"""How many reports came late, and how many not at all, by period: counts from zero, the earliest period above."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from cchc_metrics.charts import theme
from cchc_metrics.labels import texts
from cchc_metrics.model.rows import rows_of

ROW_HEIGHT = 34
_LEFT, _RIGHT, _TOP, _FOOT = 108, 12, 26, 40
# The least reach of the axis: one late report must not fill the picture.
_LEAST = 4


def lateness(frame: pd.DataFrame, *, title: str = "", footer: str = "") -> go.Figure:
    """A bar of late reports and, after it, an open one of those that never came; in words beside both.

    frame: one row per period in which reports were due – name, late, unsent (counts), words, hover. A period that was
    not due, or of which nothing is kept, has no row. Not changed.
    """
    t = texts().board
    rows = rows_of(frame)
    places = list(range(len(rows)))
    reach = max([_LEAST, *(int(row["late"]) + int(row["unsent"]) for row in rows)])
    bars = [
        _bars(rows, "late", {"color": theme.QUARTILES[0], "line": {"width": 0}}),
        _bars(rows, "unsent", {"color": theme.PAPER, "line": {"color": theme.QUARTILES[0], "width": 1.6}}),
    ]
    words = [
        theme.annotation(
            theme.plain_text(str(row["words"])),
            x=int(row["late"]) + int(row["unsent"]),
            y=place,
            xanchor="left",
            xshift=6,
            font={"size": theme.SMALL, "color": theme.INK},
        )
        for place, row in zip(places, rows, strict=True)
    ]
    key = f"{theme.colored('■', theme.QUARTILES[0])} {t.late_key}&nbsp;&nbsp; □ {t.unsent_key}"
    return theme.figure(
        bars,
        height=max(len(rows), 2) * ROW_HEIGHT + _TOP + _FOOT,
        title=title,
        footer=footer,
        margin={"l": _LEFT, "r": _RIGHT, "t": _TOP, "b": _FOOT},
        annotations=[*words, theme.annotation(key, x=0, xref="paper", y=1, yref="paper", xanchor="left", yshift=14)],
        layout={
            "barmode": "stack",
            "xaxis": theme.value_axis(
                range=[0, reach * 2.1],
                tickvals=_ticks(reach),
                title=theme.axis_title(t.rates_axis),
            ),
            "yaxis": theme.row_axis(len(rows))
            | {
                "tickvals": places,
                "ticktext": [theme.plain_text(str(row["name"])) for row in rows],
                "showticklabels": True,
                "tickfont": {"size": theme.SMALL},
                "ticklabelstandoff": 6,
            },
            "hovermode": "closest",
        },
    )


def _ticks(reach: int) -> list[int]:
    """Whole reports only."""
    step = max(1, -(-reach // 4))
    return list(range(0, reach + 1, step))


def _bars(rows: list[dict[str, Any]], column: str, marker: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "bar",
        "orientation": "h",
        "x": [int(row[column]) for row in rows],
        "y": list(range(len(rows))),
        "width": 0.46,
        "marker": marker,
        "hovertext": [row["hover"] for row in rows],
    }
