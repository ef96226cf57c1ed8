"""One theme in several indices as small panels on one scale; two criteria against each other by province."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from cchc_metrics.charts import theme
from cchc_metrics.charts.trend_marks import BreakMark, break_lines, break_traces, position

PANEL_HEIGHT = 230
SCATTER_HEIGHT = 380
_LABELLED = 4
_APART = 4
_RANK_STEP = 20


def theme_panel(
    frame: pd.DataFrame,
    *,
    color: str,
    years: tuple[float, float],
    reach: tuple[float, float],
    suffix: str,
    breaks: Sequence[BreakMark] = (),
    title: str = "",
    footer: str = "",
) -> go.Figure:
    """One criterion over the years; the line stops at breaks and missing years.

    frame: one row per year – period_id, value (share or rank; NaN: not known), segment (``<NA>``: stands alone),
    text (what stands at the point), hover. years, reach: the axes, the same for all panels; reach runs downwards where
    its first number is the larger (ranks: 1 on top).
    """
    known = frame.dropna(subset=["value"]).reset_index(drop=True)
    few = len(known) <= _LABELLED
    last = len(known) - 1
    traces = [
        _run(run, color, [str(text) if few or place == last else "" for place, text in run["text"].items()])
        for run in _runs(known)
    ]
    ticks = sorted({position(period_id) for period_id in known["period_id"]})
    # Two years side by side would be written one over the other.
    named = set(ticks[-1:]) | ({ticks[0]} if ticks and ticks[-1] - ticks[0] >= _APART else set())
    return theme.figure(
        [*traces, *break_traces(breaks, max(reach))],
        height=PANEL_HEIGHT,
        title=title,
        footer=footer,
        margin={"l": 42, "r": 34, "t": 18, "b": 28},
        annotations=[],
        layout={
            "xaxis": theme.value_axis(
                range=[years[0] - 0.6, years[1] + 0.6],
                showgrid=False,
                showline=True,
                linecolor=theme.MUTED,
                tickvals=ticks,
                ticktext=[str(int(tick)) if tick in named else "" for tick in ticks],
                tickangle=0,
                ticks="outside",
                ticklen=4,
                tickcolor=theme.MUTED,
            ),
            "yaxis": theme.value_axis(range=list(reach), ticksuffix=suffix, **_value_ticks(reach)),
            "shapes": break_lines(breaks),
            "hovermode": "closest",
        },
    )


def _value_ticks(reach: tuple[float, float]) -> dict[str, Any]:
    """Ranks begin with 1, there is no rank 0; shares are marked by the library."""
    if reach[0] < reach[1]:
        return {"nticks": 5, "tickformat": ".0f"}
    return {"tickvals": [1, *range(_RANK_STEP, int(reach[0]) + 1, _RANK_STEP)]}


def _runs(known: pd.DataFrame) -> list[pd.DataFrame]:
    """The stretches that a line may join; a year without a segment stands alone."""
    marks = [f"s{segment}" if not pd.isna(segment) else f"p{place}" for place, segment in known["segment"].items()]
    runs: list[pd.DataFrame] = []
    for _, run in known.groupby(pd.Series(marks, index=known.index, dtype="str"), sort=False):
        gaps = run["period_id"].map(position).diff().gt(1).cumsum()
        runs += [part for _, part in run.groupby(gaps, sort=False)]
    return runs


def _run(run: pd.DataFrame, color: str, texts: list[str]) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "lines+markers+text",
        "x": [position(period_id) for period_id in run["period_id"]],
        "y": [float(value) for value in run["value"]],
        "text": [f"<b>{text}</b>" if text else "" for text in texts],
        "textposition": ["bottom center"] * (len(run) - 1) + ["top center"],
        "textfont": {"size": theme.SMALL, "color": color},
        "line": {"color": color, "width": 2.5},
        "marker": {"size": 7, "color": color},
        "hovertext": [theme.hover_text(str(hover)) for hover in run["hover"]],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "cliponaxis": False,
    }


def pair_dots(
    points: pd.DataFrame, *, home: frozenset[str], names: tuple[str, str], title: str = "", footer: str = ""
) -> go.Figure:
    """One dot per province, ours in red with its name.

    points: one row per province – entity_id, name, x, y, hover. names: of the axes, with their units.
    """
    own = points["entity_id"].isin(home)
    return theme.figure(
        [_dots(points[~own], theme.OTHERS, named=False), _dots(points[own], theme.HOME, named=True)],
        height=SCATTER_HEIGHT,
        title=title,
        footer=footer,
        margin={"l": 52, "r": 20, "t": 30, "b": 58},
        annotations=[theme.axis_name(names[1], xshift=-44, yshift=8)],
        layout={
            "xaxis": theme.value_axis(
                nticks=6,
                showline=True,
                linecolor=theme.MUTED,
                title={"text": theme.plain_text(names[0]), "font": {"size": theme.SMALL, "color": theme.MUTED}},
            ),
            "yaxis": theme.value_axis(nticks=6),
            "hovermode": "closest",
        },
    )


def _dots(points: pd.DataFrame, color: str, *, named: bool) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "markers+text" if named else "markers",
        "x": [float(value) for value in points["x"]],
        "y": [float(value) for value in points["y"]],
        "text": [f"<b>{theme.plain_text(str(name))}</b>" for name in points["name"]] if named else None,
        "textposition": "top center",
        "textfont": {"size": theme.SMALL, "color": color},
        "marker": {"size": 11 if named else 8, "color": color, "line": {"width": 1, "color": theme.PAPER}},
        "hovertext": [theme.hover_text(str(hover)) for hover in points["hover"]],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "cliponaxis": False,
    }
