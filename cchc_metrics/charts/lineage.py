"""A merged province before its merger: the estimate dashed, its predecessors faint behind it, their span shaded."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from cchc_metrics.charts import theme
from cchc_metrics.charts.trend_labels import EndLabel, margin_for, place_labels
from cchc_metrics.charts.trend_marks import BreakMark, break_labels, break_lines, break_traces, position, time_axis
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts

HEIGHT = 360
_LEFT, _RIGHT, _TOP, _FOOT = 40, 132, 26, 30
_FAINT = ("#8b94a1", "#b3bac4")
_BAND = "rgba(120,132,148,0.18)"


@dataclass(frozen=True, slots=True)
class MergerMark:
    """Where on the time axis (``position``) a province came into being, and the words along the line."""

    place: float
    words: str


def lineage_lines(
    frame: pd.DataFrame,
    parts: pd.DataFrame,
    *,
    color: str,
    unit: str,
    decimals: int,
    merger: MergerMark | None,
    breaks: Sequence[BreakMark] = (),
    title: str = "",
    footer: str = "",
) -> go.Figure:
    """One province over the years; no line crosses a break or the merger.

    frame: one row per period in order – period_id, value, low, high (NaN: no band), estimate, segment (``<NA>`` without
    a value), hover, mark (behind its number, optional). parts: one row per predecessor × period – entity_id, name,
    period_id, value, segment, hover, mark (optional). color: of the province itself. merger: None for a province that
    was not merged. The frames are not changed.
    """
    low, high = _reach(frame, parts)
    traces = [
        *_band(frame),
        *_predecessors(parts),
        *_own(frame, color),
        *break_traces(breaks, high),
    ]
    labels = [*_own_label(frame, color, decimals), *_part_labels(parts, decimals)]
    axis = time_axis([*frame["period_id"], *parts["period_id"]], until=merger.place if merger else -math.inf)
    return theme.figure(
        traces,
        height=HEIGHT,
        title=title,
        footer=footer,
        margin={"l": _LEFT, "r": margin_for(labels, _RIGHT), "t": _TOP, "b": _FOOT},
        annotations=[
            *place_labels(labels, low, high, HEIGHT - _TOP - _FOOT, named=True),
            *break_labels(breaks, axis),
            *_merger_label(merger),
            theme.axis_name(unit),
        ],
        layout={
            "xaxis": axis,
            "yaxis": theme.value_axis(range=[low, high], nticks=6),
            "shapes": [*break_lines(breaks), *_merger_line(merger)],
            "hovermode": "closest",
        },
    )


def _reach(frame: pd.DataFrame, parts: pd.DataFrame) -> tuple[float, float]:
    values = pd.concat([frame["value"], frame["low"], frame["high"], parts["value"]]).dropna().astype(float)
    if values.empty:
        return 0.0, 1.0
    low, high = float(values.min()), float(values.max())
    air = (high - low) / 10 or 0.5
    return low - air, high + air


def _runs(frame: pd.DataFrame) -> Iterable[pd.DataFrame]:
    """The stretches within which a line may be drawn."""
    for _segment, run in frame.dropna(subset=["value"]).groupby("segment", sort=False):
        yield run


def _places(run: pd.DataFrame) -> list[float]:
    return [position(period_id) for period_id in run["period_id"]]


def _band(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Between the lowest and the highest predecessor; a single year is a thin upright bar."""
    traces: list[dict[str, Any]] = []
    for run in _runs(frame[frame["estimate"].astype(bool) & frame["low"].notna()]):
        xs, low, high = _places(run), run["low"].tolist(), run["high"].tolist()
        if len(xs) == 1:
            xs, low, high = [xs[0] - 0.08, xs[0] + 0.08], low * 2, high * 2
        traces.append(
            {
                "mode": "lines",
                "x": [*xs, *xs[::-1]],
                "y": [*high, *low[::-1]],
                "fill": "toself",
                "fillcolor": _BAND,
                "line": {"width": 0},
            }
        )
    return traces


def _predecessors(parts: pd.DataFrame) -> list[dict[str, Any]]:
    traces = []
    for number, (_, rows) in enumerate(parts.groupby("entity_id", sort=False)):
        color = _FAINT[min(number, len(_FAINT) - 1)]
        traces += [
            _line(run, {"color": color, "width": 1.5}, {"size": 4, "color": color}, str(rows["name"].iloc[0]))
            for run in _runs(rows)
        ]
    return traces


def _own(frame: pd.DataFrame, color: str) -> list[dict[str, Any]]:
    """Estimates dashed with open marks, published values solid with full ones."""
    t = texts().lineage
    traces = []
    for estimate, rows in frame.groupby(frame["estimate"].astype(bool), sort=False):
        line = {"color": color, "width": 3, "dash": "dash" if estimate else "solid"}
        marker = {
            "size": 8,
            "symbol": "circle-open" if estimate else "circle",
            "color": color,
            "line": {"width": 2, "color": color},
        }
        name = t.estimate_line if estimate else t.published_line
        traces += [_line(run, line, marker, name) for run in _runs(rows)]
    return traces


def _line(run: pd.DataFrame, line: dict[str, Any], marker: dict[str, Any], name: str) -> dict[str, Any]:
    return {
        "mode": "lines+markers",
        "name": name,
        "x": _places(run),
        "y": [float(value) for value in run["value"]],
        "connectgaps": False,
        "line": line,
        "marker": marker,
        "hovertext": run["hover"].tolist(),
    }


def _own_label(frame: pd.DataFrame, color: str, decimals: int) -> list[EndLabel]:
    t = texts().lineage
    last = frame.dropna(subset=["value"]).tail(1).to_dict("records")
    return [
        EndLabel(
            float(row["value"]),
            t.estimate_line if row["estimate"] else t.published_line,
            fmt.number(row["value"], decimals) + row.get("mark", ""),
            color,
        )
        for row in last
    ]


def _part_labels(parts: pd.DataFrame, decimals: int) -> list[EndLabel]:
    last = parts.dropna(subset=["value"]).groupby("entity_id", sort=False).tail(1)
    return [
        EndLabel(
            float(row["value"]), str(row["name"]), fmt.number(row["value"], decimals) + row.get("mark", ""), theme.MUTED
        )
        for row in last.to_dict("records")
    ]


def _merger_line(merger: MergerMark | None) -> list[dict[str, Any]]:
    if merger is None:
        return []
    line = {"color": theme.INK, "width": 1.5}
    return [{"type": "line", "x0": merger.place, "x1": merger.place, "y0": 0, "y1": 1, "yref": "paper", "line": line}]


def _merger_label(merger: MergerMark | None) -> list[dict[str, Any]]:
    if merger is None:
        return []
    return [
        theme.annotation(
            "<br>".join(merger.words.rsplit(" ", 1)),
            x=merger.place,
            y=0,
            yref="paper",
            xanchor="right",
            yanchor="bottom",
            xshift=-4,
            yshift=4,
            align="right",
            font={"size": theme.SMALL, "color": theme.INK, "shadow": theme.HALO},
        )
    ]
