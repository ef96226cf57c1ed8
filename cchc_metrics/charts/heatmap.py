"""Quartile groups by part and year: four steps of one hue, the number in the cell, nothing where nothing is known."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from cchc_metrics.charts import theme
from cchc_metrics.charts.traces import short, unseen, words

ROW_HEIGHT = 46
_TOP = 63
_FOOT = 30
_SIDE = 10
_CELL = 0.42


def quartile_cells(
    frame: pd.DataFrame,
    *,
    rows: Sequence[tuple[str, str]],
    years: Sequence[str],
    legend: Sequence[str],
    breaks: Sequence[tuple[str, str, str, str]],
    title: str = "",
    footer: str = "",
) -> go.Figure:
    """One line of cells per row, one cell per year; the name stands above its cells so that a phone can show it.

    frame: one row per key × year that is known – key, year, quartile (1–4), hover. rows: (key, name) from the top.
    years: from the left. legend: the five words, highest to lowest and then «no figures». breaks: (key, year before,
    year after, sentence): a mark between two cells that may not be compared. The frame is not changed.
    """
    place = {key: y for y, (key, _) in enumerate(rows)}
    column = {year: x for x, year in enumerate(years)}
    cells = [row for row in frame.to_dict("records") if row["key"] in place and row["year"] in column]
    traces = [_names(rows), *_cells(cells, place, column), *_break_marks(breaks, place, column)]
    return theme.figure(
        traces,
        height=max(len(rows), 1) * ROW_HEIGHT + _TOP + _FOOT,
        title=title,
        footer=footer,
        margin={"l": _SIDE, "r": _SIDE, "t": _TOP, "b": _FOOT},
        annotations=[_legend(legend)],
        layout={
            "shapes": [*_empty(cells, place, column), *_break_lines(breaks, place, column)],
            "xaxis": {
                "range": [-0.5, max(len(years), 1) - 0.5],
                "tickvals": list(range(len(years))),
                "ticktext": [_year(year, len(years)) for year in years],
                "tickfont": {"size": theme.SMALL, "color": theme.MUTED},
                "showgrid": False,
                "zeroline": False,
                "fixedrange": True,
                "ticks": "",
            },
            "yaxis": theme.row_axis(len(rows), 1),
        },
    )


def _year(year: str, count: int) -> str:
    """Two figures where many years stand side by side."""
    return f"'{year[2:]}" if count > 8 and len(year) == 4 else year


def _legend(told: Sequence[str]) -> dict[str, Any]:
    marks = [theme.colored("■", color) + f" {n} {theme.plain_text(w)}" for n, (color, w) in _steps(told)]
    marks.append(theme.colored("□", theme.MUTED) + f" {theme.plain_text(told[4])}")
    text = "<br>".join("&nbsp;&nbsp; ".join(marks[at : at + 2]) for at in (0, 2, 4))
    return theme.above(text, yshift=6)


def _steps(told: Sequence[str]) -> list[tuple[int, tuple[str, str]]]:
    return list(enumerate(zip(theme.QUARTILES, told[:4], strict=True), 1))


def _cells(
    cells: list[Any],
    place: dict[str, int],
    column: dict[str, int],
) -> list[dict[str, Any]]:
    known = [cell for cell in cells if not pd.isna(cell["quartile"])]
    marks = {
        "type": "bar",
        "orientation": "v",
        "x": [column[cell["year"]] for cell in known],
        "base": [place[cell["key"]] - 0.08 for cell in known],
        "y": [_CELL] * len(known),
        "width": 0.9,
        "marker": {"color": [theme.QUARTILES[int(cell["quartile"]) - 1] for cell in known], "line": {"width": 0}},
        "hovertext": [cell["hover"] for cell in known],
        "customdata": [cell["key"] for cell in known],
    }
    numbers = {
        "mode": "text",
        "x": marks["x"],
        "y": [place[cell["key"]] - 0.08 + _CELL / 2 for cell in known],
        "text": [str(int(cell["quartile"])) for cell in known],
        "textfont": {
            "size": theme.SMALL,
            "color": [theme.PAPER if int(cell["quartile"]) == 1 else theme.INK for cell in known],
        },
    }
    silent = [cell for cell in cells if pd.isna(cell["quartile"])]
    unknown = unseen(
        [column[cell["year"]] for cell in silent],
        [place[cell["key"]] - 0.08 + _CELL / 2 for cell in silent],
        [cell["hover"] for cell in silent],
        16,
    )
    return [marks, numbers, unknown]


def _empty(cells: list[Any], place: dict[str, int], column: dict[str, int]) -> list[dict[str, Any]]:
    """An outline where nothing is known: empty to the eye, and not the colour of any group."""
    known = {(cell["key"], cell["year"]) for cell in cells if not pd.isna(cell["quartile"])}
    return [
        {
            "type": "rect",
            "x0": x - 0.44,
            "x1": x + 0.44,
            "y0": y - 0.08,
            "y1": y - 0.08 + _CELL,
            "line": {"color": theme.RULE, "width": 1, "dash": "dot"},
            "layer": "below",
        }
        for key, y in place.items()
        for year, x in column.items()
        if (key, year) not in known
    ]


def _middle(before: str, after: str, column: dict[str, int]) -> float:
    return (column[before] + column[after]) / 2


def _break_lines(
    breaks: Sequence[tuple[str, str, str, str]], place: dict[str, int], column: dict[str, int]
) -> list[dict[str, Any]]:
    return [
        {
            "type": "line",
            "x0": _middle(before, after, column),
            "x1": _middle(before, after, column),
            "y0": place[key] - 0.16,
            "y1": place[key] + _CELL,
            "line": {"color": theme.INK, "width": 2},
        }
        for key, before, after, _ in breaks
    ]


def _break_marks(
    breaks: Sequence[tuple[str, str, str, str]], place: dict[str, int], column: dict[str, int]
) -> list[dict[str, Any]]:
    """Unseen points on the marks that carry the reason."""
    if not breaks:
        return []
    xs = [_middle(before, after, column) for _, before, after, _ in breaks]
    return [unseen(xs, [place[key] for key, *_ in breaks], [reason for *_, reason in breaks], 18)]


def _names(rows: Sequence[tuple[str, str]]) -> dict[str, Any]:
    said = [theme.plain_text(short(name)) for _, name in rows]
    return words([-0.5] * len(rows), [y - 0.27 for y in range(len(rows))], said)
