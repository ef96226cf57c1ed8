"""What stands on a ranking besides the dots: grounds of the groups, lines, and the words at both."""

import itertools
import math
import textwrap
from collections.abc import Mapping, Sequence
from typing import Any

from cchc_metrics.charts import theme
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts

# Pixels: the margin at the right, in which places gained or lost stand; a line of words above the plot.
RIGHT, LINE = 54, 17
_HEAD, _BARE = 9, 6
# Letters of a line of words above the plot, and the share of the range from which they stand to the left of their line:
# what a phone has room for.
_COLUMNS, _NEAR_EDGE = 28, 0.6
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


def upright(value: float, dash: str, color: str = theme.MUTED) -> dict[str, Any]:
    """A line over all rows at a value."""
    place = {"x0": value, "x1": value, "y0": 0, "y1": 1, "yref": "paper", "layer": "below"}
    return {"type": "line", **place, "line": {"color": color, "width": 1.3, "dash": dash}}


def marks(
    rows: list[dict[str, Any]],
    target: float | None,
    decimals: int,
    medians: Mapping[str, float],
    *,
    changes: bool,
    span: Sequence[float],
) -> tuple[list[dict[str, Any]], int]:
    """Words on the chart, and the pixels above the plot that they need: those of the lines and the column above it,
    each group's on its first row. span: the range of the axis of values.
    """
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
    named = [
        (value, t.median_mark.format(name=name, value=fmt.number(value, decimals)), theme.SOFT)
        for name, value in medians.items()
    ]
    if target is not None and not math.isnan(target):
        named.append((target, t.target_mark.format(value=fmt.number(target, decimals)), theme.INK))
    line = 1 if changes else 0  # the name of the column has the lowest line for itself
    for value, words, color in sorted(named, key=lambda each: each[0]):
        lines = textwrap.wrap(words, _COLUMNS)
        # Centred on its line, but to the left of one that is near the edge: a phone would cut it there.
        side = "right" if value - span[0] > _NEAR_EDGE * (span[1] - span[0]) else "center"
        look = {"xanchor": side, "align": side, "font": {"size": theme.SMALL, "color": color}}
        told = "<br>".join(theme.plain_text(each) for each in lines)
        words_on.append(theme.annotation(told, x=value, yshift=LINE * line, **look, **above))
        line += len(lines)
    if changes:
        place = {"x": 1, "xref": "paper", "xanchor": "right", "xshift": RIGHT - 6}
        words_on.append(theme.annotation(t.change_header, **place, **above))
    return words_on, _HEAD + LINE * line if line else _BARE


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
