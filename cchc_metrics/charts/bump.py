"""How ranks move over the years: first place on top, our own line in red, the neighbours in grey behind it."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from cchc_metrics.charts import theme
from cchc_metrics.charts.pins import pin_at
from cchc_metrics.charts.traces import parted
from cchc_metrics.charts.trend_labels import EndLabel, margin_for, place_labels
from cchc_metrics.charts.trend_marks import BreakMark, break_labels, break_lines, break_traces, position, time_axis

HEIGHT = 380
_LEFT, _RIGHT, _TOP, _FOOT = 34, 142, 26, 30


def rank_lines(
    frame: pd.DataFrame,
    *,
    home: str,
    behind: frozenset[str],
    breaks: Sequence[BreakMark] = (),
    title: str = "",
    footer: str = "",
) -> go.Figure:
    """A line for each entity and unbroken stretch.

    frame: one row per entity × period with a rank, in period order – entity_id, name, period_id, rank, segment, hover
    (a sentence). home: ours, red, with its rank at every point. behind: drawn thin and grey. The frame is not changed.
    """
    ranks = [int(rank) for rank in frame["rank"]]
    worst = max(ranks, default=1)
    low, high = -worst - 1.5, 0.5
    colors = _colors(frame, home, behind)
    ordered = sorted(colors, key=lambda entity: (entity == home, entity not in behind))
    traces = [trace for entity in ordered for trace in _lines(frame, entity, colors[entity], home, behind)]
    labels = _ends(frame, colors)
    return theme.figure(
        [*traces, *break_traces(breaks, high)],
        height=HEIGHT,
        title=title,
        footer=footer,
        margin={"l": _LEFT, "r": margin_for(labels, _RIGHT), "t": _TOP, "b": _FOOT},
        annotations=[
            *place_labels(labels, low, high, HEIGHT - _TOP - _FOOT, named=False),
            *break_labels(breaks),
        ],
        layout={
            "xaxis": time_axis(frame["period_id"], air=0.2),
            "yaxis": theme.value_axis(
                range=[low, high],
                tickvals=[-place for place in _ticks(worst)],
                ticktext=[str(place) for place in _ticks(worst)],
            ),
            "shapes": break_lines(breaks),
            "hovermode": "closest",
        },
    )


def _ticks(worst: int) -> list[int]:
    return [1, *range(10, worst + 1, 10)]


def _colors(frame: pd.DataFrame, home: str, behind: frozenset[str]) -> dict[str, str]:
    """Red for ours, grey behind it; the compared have the hues that the lines of their values have."""
    others = iter(theme.COMPARED * 3)
    colors = {}
    for entity in frame["entity_id"].drop_duplicates():
        if entity == home:
            colors[str(entity)] = theme.HOME
        else:
            colors[str(entity)] = theme.OTHERS if entity in behind else next(others, theme.MUTED)
    return colors


def _lines(frame: pd.DataFrame, entity: str, color: str, home: str, behind: frozenset[str]) -> list[dict[str, Any]]:
    own, faint = entity == home, entity in behind
    compared = [one for one in frame["entity_id"].drop_duplicates() if one != home and one not in behind]
    shape = pin_at(compared.index(entity)).symbol if entity in compared else "circle"
    traces = []
    for _segment, part in frame[frame["entity_id"] == entity].groupby("segment", sort=False):
        points = (
            (position(row["period_id"]), -int(row["rank"]), str(int(row["rank"])), row["hover"])
            for row in part.to_dict("records")
        )
        xs, ys, said, hovers = parted(points, lambda one, other: other - one > 1)
        traces.append(
            {
                "mode": "lines+markers+text" if own else "lines+markers",
                "name": str(part["name"].iloc[0]),
                "x": xs,
                "y": ys,
                "connectgaps": False,
                "line": {"color": color, "width": 3 if own else 1.4 if faint else 2},
                "marker": {
                    "size": 11 if own else 4 if faint else 8,
                    "color": color,
                    "symbol": "diamond" if own else shape,
                    "line": {"width": 1.6 if own else 0, "color": theme.INK},
                },
                "text": [f"<b>{text}</b>" if text else "" for text in said] if own else None,
                "textposition": "top center",
                "textfont": {"size": theme.SMALL, "color": theme.INK, "shadow": theme.HALO},
                "hovertext": hovers,
            }
        )
    return traces


def _ends(frame: pd.DataFrame, colors: dict[str, str]) -> list[EndLabel]:
    """The name and the last rank of each line, in a color that can be read."""
    last = frame.groupby("entity_id", sort=False).tail(1)
    return [
        EndLabel(
            -float(row["rank"]),
            "",
            f"{theme.plain_text(str(row['name']))} {int(row['rank'])}",
            theme.MUTED if colors[row["entity_id"]] == theme.OTHERS else colors[row["entity_id"]],
        )
        for row in last.to_dict("records")
    ]
