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
from cchc_metrics.labels import format as fmt

HEIGHT = 380
_LEFT, _RIGHT, _TOP, _FOOT = 34, 142, 26, 30
# So many ranks of one line stand beside each other on a phone.
_FEW = 8
_FONT = {"size": theme.SMALL, "color": theme.INK, "shadow": theme.HALO}


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
    axis = time_axis(frame["period_id"], air=0.2)
    labels = _ends(frame, colors)
    right = margin_for(labels, _RIGHT)
    return theme.figure(
        [*traces, *break_traces(breaks, high)],
        height=HEIGHT,
        title=title,
        footer=footer,
        margin={"l": _LEFT, "r": right, "t": _TOP, "b": _FOOT},
        annotations=[
            *place_labels(labels, low, high, HEIGHT - _TOP - _FOOT, named=False, span=axis["range"]),
            *break_labels(breaks, axis, _LEFT + right),
        ],
        layout={
            "xaxis": axis,
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
    rows = frame[frame["entity_id"] == entity]
    said = dict(zip(rows.index, _said(rows) if own else [("", "")] * len(rows), strict=True))
    for _segment, part in rows.groupby("segment", sort=False):
        points = (
            (position(row["period_id"]), -int(row["rank"]), *said[at], row["hover"])
            for at, row in zip(part.index, part.to_dict("records"), strict=True)
        )
        xs, ys, told, fonts, hovers = parted(points, lambda one, other: other - one > 1)
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
                "text": told if own else None,
                "textposition": "top center",
                "textfont": {**_FONT, "family": [font or theme.FONT for font in fonts]} if own else None,
                "hovertext": hovers,
            }
        )
    return traces


def _said(rows: pd.DataFrame) -> list[tuple[str, str]]:
    """The rank at each point and its letters; that of the last point stands at the end of the line. Of many, every
    second one is left out where there is no room.
    """
    many = len(rows) > _FEW
    said = [
        (f"<b>{int(rank)}</b>", theme.WIDE_FONT if many and (len(rows) - at) % 2 == 0 else theme.FONT)
        for at, rank in enumerate(rows["rank"])
    ]
    return [*said[:-1], ("", theme.FONT)]


def _ends(frame: pd.DataFrame, colors: dict[str, str]) -> list[EndLabel]:
    """The name and the last rank of each line, in a color that can be read; with the year where it ends earlier.

    Of a line that is drawn behind only where it ends with the axis.
    """
    last = frame.groupby("entity_id", sort=False).tail(1)
    end = max(map(position, frame["period_id"]), default=0.0)
    labels = []
    for row in last.to_dict("records"):
        place, color = position(row["period_id"]), colors[row["entity_id"]]
        early = place != end
        if early and color == theme.OTHERS:
            continue
        name, rank = str(row["name"]), int(row["rank"])
        labels.append(
            EndLabel(
                -float(row["rank"]),
                name if early else "",
                f"{rank} ({fmt.period(row['period_id'])})" if early else f"{theme.plain_text(name)} {rank}",
                theme.MUTED if color == theme.OTHERS else color,
                place if early else None,
            )
        )
    return labels
