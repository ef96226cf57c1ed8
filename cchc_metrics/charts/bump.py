"""How ranks move over the years: first place on top, our own line in red, the neighbours in grey behind it."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from cchc_metrics.charts import theme
from cchc_metrics.charts.pins import pin_at
from cchc_metrics.charts.trend_labels import EndLabel, place_labels
from cchc_metrics.charts.trend_marks import BreakMark, break_labels, break_lines, break_traces, position
from cchc_metrics.labels import format as fmt

HEIGHT = 380
_LEFT, _RIGHT, _TOP, _FOOT = 34, 142, 26, 30
# On a phone no more stand beside each other.
_YEARS_NAMED = 5


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
    years = sorted(set(frame["period_id"]), key=position)
    step = max(1, round(len(years) / _YEARS_NAMED))
    ends = (position(years[0]), position(years[-1])) if years else (0.0, 1.0)
    return theme.figure(
        [*traces, *break_traces(breaks, high)],
        height=HEIGHT,
        title=title,
        footer=footer,
        margin={"l": _LEFT, "r": _RIGHT, "t": _TOP, "b": _FOOT},
        annotations=[
            *place_labels(_ends(frame, colors), low, high, HEIGHT - _TOP - _FOOT, named=False),
            *break_labels(breaks),
        ],
        layout={
            "xaxis": theme.period_axis(
                [position(year) for year in years],
                [fmt.period(year) if (len(years) - 1 - at) % step == 0 else "" for at, year in enumerate(years)],
                (ends[0] - 0.35, ends[1] + 0.2),
            ),
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
        xs: list[float | None] = []
        ys: list[float | None] = []
        said: list[str] = []
        hovers: list[str] = []
        for row in part.to_dict("records"):
            place = position(row["period_id"])
            last = xs[-1] if xs else None
            if last is not None and place - last > 1:
                xs, ys, said, hovers = [*xs, None], [*ys, None], [*said, ""], [*hovers, ""]
            xs, ys = [*xs, place], [*ys, -int(row["rank"])]
            said, hovers = [*said, str(int(row["rank"]))], [*hovers, theme.hover_text(str(row["hover"]))]
        traces.append(
            {
                "type": "scatter",
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
                "hovertemplate": "%{hovertext}<extra></extra>",
                "cliponaxis": False,
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
