"""What stands on a ranking besides the dots: grounds of the groups, lines, and the words at both."""

import itertools
from collections.abc import Mapping
from typing import Any

from cchc_metrics.charts import theme
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts

# Pixels: the margin at the right, in which places gained or lost stand; a line of words above the plot.
RIGHT, LINE = 54, 17
# The share of the range that a group's name takes, on a phone too.
_WORDS = 0.5


def bands(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows of each group on one ground."""
    grounds = []
    for quartile, members in itertools.groupby(rows, key=lambda row: row["quartile"]):
        places = [row["y"] for row in members]
        if quartile:
            place = {"x0": 0, "x1": 1, "xref": "paper", "y0": places[0] - 0.5, "y1": places[-1] + 0.5}
            look = {"fillcolor": theme.QUARTILE_GROUNDS[quartile - 1], "line": {"width": 0}, "layer": "below"}
            grounds.append({"type": "rect", **place, **look})
    return grounds


def upright(value: float, dash: str) -> dict[str, Any]:
    """A line over all rows at a value."""
    place = {"x0": value, "x1": value, "y0": 0, "y1": 1, "yref": "paper", "layer": "below"}
    return {"type": "line", **place, "line": {"color": theme.INK, "width": 1.5, "dash": dash}}


def marks(
    rows: list[dict[str, Any]], target: float | None, decimals: int, medians: Mapping[str, float], *, changes: bool
) -> list[dict[str, Any]]:
    """Words on the chart: those of the lines and the column above it, each group's on its first row."""
    t = texts().charts
    above = {"y": 1, "yref": "paper", "yanchor": "bottom"}
    words_on = [
        theme.annotation(
            _quartile_name(row["quartile"]),
            x=0,
            xref="paper",
            y=row["y"],
            xanchor="left",
            xshift=6,
            font={"size": theme.SMALL, "color": theme.SOFT, "family": theme.WIDE_FONT},
        )
        for row in _group_heads(rows)
    ]
    for line, (name, value) in enumerate(sorted(medians.items(), key=lambda pair: pair[1])):
        words = t.median_mark.format(name=name, value=fmt.number(value, decimals))
        font = {"size": theme.SMALL, "color": theme.SOFT}
        words_on.append(theme.annotation(words, x=value, xanchor="center", yshift=LINE * line, font=font, **above))
    if target is not None:
        words = t.target_mark.format(value=fmt.number(target, decimals))
        font = {"size": theme.SMALL, "color": theme.INK}
        words_on.append(theme.annotation(words, x=target, xanchor="right", font=font, **above))
    if changes:
        place = {"x": 1, "xref": "paper", "xanchor": "right", "xshift": RIGHT - 6}
        words_on.append(theme.annotation(t.change_header, **place, **above))
    return words_on


def _group_heads(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The first row of each quartile group whose left third is free of marks; a group without one has no word."""
    drawn = [row[name] for row in rows for name in ("value", "before") if row[name] is not None]
    least, most = (min(drawn), max(drawn)) if drawn else (0.0, 1.0)
    seen: set[int] = set()
    heads = []
    for row in rows:
        marked = [row[name] for name in ("value", "before") if row[name] is not None]
        free = bool(marked) and min(marked) - least > _WORDS * (most - least)
        if row["quartile"] and row["quartile"] not in seen and row["value"] and free:
            seen.add(row["quartile"])
            heads.append(row)
    return heads


def _quartile_name(quartile: int) -> str:
    t = texts().charts
    return (t.quartile_1, t.quartile_2, t.quartile_3, t.quartile_4)[quartile - 1]
