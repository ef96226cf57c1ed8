"""One theme over several rankings on one scale; two criteria against each other by province."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from cchc_metrics.charts import theme
from cchc_metrics.charts.pins import pin_at
from cchc_metrics.charts.traces import parted
from cchc_metrics.labels import texts

SLOPE_HEIGHT = 400
SCATTER_HEIGHT = 380


def place_slopes(
    rows: pd.DataFrame, stops: Sequence[str], *, home: str, pins: Sequence[str] = (), title: str = "", footer: str = ""
) -> go.Figure:
    """A line per province from ranking to ranking, ours red with its rank at every stop, the others grey behind it.

    rows: one row per stop × province – stop (number), entity_id, name, place (0 last … 100 first), words (its rank),
    hover. stops: the name of each ranking, from the left. A province without a rank at a stop has a gap there.
    pins: provinces with a line in a colour and a shape of their own, named at their last stop, in this order.
    """
    t = texts().across
    ours = rows[rows["entity_id"] == home]
    others = rows[(rows["entity_id"] != home) & ~rows["entity_id"].isin(list(pins))]
    return theme.figure(
        [_others(others), *_pinned(rows, pins), _own(ours)],
        height=SLOPE_HEIGHT,
        title=title,
        footer=footer,
        margin={"l": 64, "r": 24, "t": 14, "b": 44},
        annotations=[],
        layout={
            "xaxis": theme.value_axis(
                range=[-0.3, max(len(stops), 2) - 0.7],
                showgrid=True,
                tickvals=list(range(len(stops))),
                ticktext=[theme.plain_text(name).replace(" · ", "<br>") for name in stops],
                tickangle=0,
                tickfont={"size": theme.SMALL, "color": theme.INK},
            ),
            "yaxis": theme.value_axis(
                range=[-6, 108],
                showgrid=False,
                tickvals=[0, 50, 100],
                ticktext=[t.place_last, t.place_middle, t.place_first],
            ),
            "shapes": [_quarter(number) for number in range(4)],
            "hovermode": "closest",
        },
    )


def _quarter(number: int) -> dict[str, Any]:
    """A quarter of the ranking as a ground, the first on top."""
    high = 100 - 25 * number
    look = {"fillcolor": theme.QUARTILE_GROUNDS[number], "line": {"width": 0}, "layer": "below"}
    return {"type": "rect", "xref": "paper", "x0": 0, "x1": 1, "y0": high - 25, "y1": high, **look}


def _others(rows: pd.DataFrame) -> dict[str, Any]:
    columns: list[list[Any]] = [[], [], []]
    for _, line in rows.sort_values("stop").groupby("entity_id", sort=False):
        points = ((int(row["stop"]), float(row["place"]), row["hover"]) for row in line.to_dict("records"))
        for column, made, end in zip(
            columns, parted(points, lambda one, other: other - one > 1), (None, None, ""), strict=True
        ):
            column += [*made, end]
    xs, ys, said = columns
    return {
        "mode": "lines+markers",
        "x": xs,
        "y": ys,
        "line": {"color": theme.OTHERS, "width": 1},
        "marker": {"size": 5, "color": "#9aa3ae"},
        "hovertext": said,
    }


def _pinned(rows: pd.DataFrame, pins: Sequence[str]) -> list[dict[str, Any]]:
    traces = []
    for number, entity in enumerate(pins):
        line, pin = rows[rows["entity_id"] == entity].sort_values("stop"), pin_at(number)
        if line.empty:
            continue
        names = [""] * (len(line) - 1) + [f"{pin.glyph} {theme.plain_text(str(line['name'].iloc[-1]))}"]
        traces.append(
            {
                "mode": "lines+markers+text",
                "x": [int(stop) for stop in line["stop"]],
                "y": [float(place) for place in line["place"]],
                "line": {"color": pin.color, "width": 2},
                "marker": {"size": 11, "symbol": pin.symbol, "color": pin.color},
                "text": names,
                "textposition": "bottom center",
                "textfont": {"size": theme.SMALL, "color": pin.color, "shadow": theme.HALO},
                "hovertext": line["hover"].tolist(),
            }
        )
    return traces


def _own(rows: pd.DataFrame) -> dict[str, Any]:
    return {
        "mode": "lines+markers+text",
        "x": [int(stop) for stop in rows["stop"]],
        "y": [float(place) for place in rows["place"]],
        "line": {"color": theme.HOME, "width": 3},
        "marker": {"size": 14, "symbol": "diamond", "color": theme.HOME, "line": {"width": 1.6, "color": theme.INK}},
        "text": [f"<b>{theme.plain_text(str(words))}</b>" for words in rows["words"]],
        "textposition": "top center",
        "textfont": {"size": theme.SIZE, "color": theme.INK, "shadow": theme.HALO},
        "hovertext": rows["hover"].tolist(),
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
        "mode": "markers+text" if named else "markers",
        "x": [float(value) for value in points["x"]],
        "y": [float(value) for value in points["y"]],
        "text": [f"<b>{theme.plain_text(str(name))}</b>" for name in points["name"]] if named else None,
        "textposition": "top center",
        "textfont": {"size": theme.SMALL, "color": color, "shadow": theme.HALO},
        "marker": {"size": 11 if named else 8, "color": color, "line": {"width": 1, "color": theme.PAPER}},
        "hovertext": points["hover"].tolist(),
    }
