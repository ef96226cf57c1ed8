"""A year of reporting windows as bars, their due dates as marks, and a day as a line across them."""

from datetime import date, timedelta
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from cchc_metrics.charts import theme
from cchc_metrics.labels import OFFICIAL, language, texts
from cchc_metrics.labels import format as fmt
from cchc_metrics.model.rows import rows_of

ROW_HEIGHT = 40
_LEFT, _RIGHT, _TOP, _FOOT = 122, 16, 44, 28
_AIR = timedelta(days=5)
_SYMBOLS = {"unit": "circle", "office": "diamond-open", "province": "square-open"}


def reporting_year(frame: pd.DataFrame, day: date, *, title: str = "", footer: str = "") -> go.Figure:
    """Windows from above in the order of their last days.

    frame: one row per window – name, start, end, and the due date of each link (unit, office, province), None where it
    is not set. day: drawn where it lies in the picture. Not changed.
    """
    rows = rows_of(frame)
    first = min(row["start"] for row in rows)
    last = max([row["end"] for row in rows] + [row[link] for row in rows for link in _SYMBOLS if row[link] is not None])
    shows = first <= day <= last
    t = texts().setup
    notes = [theme.above(t.chart_key, yshift=20)]
    if shows:
        notes.append(
            theme.annotation(
                t.chart_day.format(day=fmt.day(day)),
                x=day.isoformat(),
                y=1,
                yref="paper",
                yanchor="bottom",
                xanchor="right" if (day - first) > (last - day) else "left",
                font={"size": theme.SMALL, "color": theme.INK},
            )
        )
    return theme.figure(
        [*_bars(rows), *_marks(rows)],
        height=len(rows) * ROW_HEIGHT + _TOP + _FOOT,
        title=title,
        footer=footer,
        margin={"l": _LEFT, "r": _RIGHT, "t": _TOP, "b": _FOOT},
        annotations=notes,
        layout={
            "xaxis": theme.value_axis(
                type="date",
                range=[(first - _AIR).isoformat(), (last + _AIR).isoformat()],
                tickformat="%-m/%y" if language() == OFFICIAL else "%b %y",
                tickangle=0,
                dtick="M3",
                ticklabelmode="instant",
            ),
            "yaxis": {
                "range": [len(rows) - 0.5, -0.5],
                "tickvals": list(range(len(rows))),
                "ticktext": [str(row["name"]) for row in rows],
                "showgrid": False,
                "zeroline": False,
                "fixedrange": True,
                "tickfont": {"size": theme.SMALL},
            },
            "hovermode": "closest",
            "shapes": [_line(day)] if shows else [],
        },
    )


def _line(day: date) -> dict[str, Any]:
    at = day.isoformat()
    line = {"color": theme.INK, "width": 1.4, "dash": "dot"}
    return {"type": "line", "x0": at, "x1": at, "y0": 0, "y1": 1, "yref": "paper", "line": line}


def _bars(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    t = texts().setup
    return [
        {
            "mode": "lines",
            "x": [row["start"].isoformat(), row["end"].isoformat()],
            "y": [place, place],
            "line": {"color": theme.QUARTILES[2], "width": 12},
            "hovertext": t.chart_window.format(name=row["name"], start=fmt.day(row["start"]), end=fmt.day(row["end"])),
        }
        for place, row in enumerate(rows)
    ]


def _marks(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    said = texts()
    found = []
    for link, symbol in _SYMBOLS.items():
        there = [(place, row) for place, row in enumerate(rows) if row[link] is not None]
        found.append(
            {
                "mode": "markers",
                "x": [row[link].isoformat() for _, row in there],
                "y": [place for place, _ in there],
                "marker": {"symbol": symbol, "size": 10, "color": theme.INK, "line": {"width": 1.6}},
                "hovertext": [f"{row['name']}: {said.board.links[link]} {fmt.day(row[link])}" for _, row in there],
            }
        )
    return found
