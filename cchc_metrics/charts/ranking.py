"""Who stands where: a dot for each, first place on top, over the bands of the groups; ours is a red diamond."""

import itertools
import math
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from cchc_metrics.charts import theme
from cchc_metrics.charts.pins import pin_at
from cchc_metrics.charts.ranking_marks import RIGHT, bands, marks, upright
from cchc_metrics.charts.traces import words
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.model.rows import number_of, whole_of

ROW_HEIGHT = 24
_LEFT = 142
_LETTER = 7.4
_FOOT = 38
# The share of the range of values that a letter of a number takes, times the pixels that a phone leaves for the dots.
_BESIDE = 17.3
_MIN_ROWS = 4


def ranking_dots(
    frame: pd.DataFrame,
    *,
    home: str | frozenset[str],
    index_code: str,
    unit: str,
    decimals: int,
    target: float | None = None,
    medians: Mapping[str, float] | None = None,
    title: str = "",
    footer: str = "",
    show_previous: bool = True,
    pins: Sequence[str] = (),
) -> go.Figure:
    """A dot for each entity on the range that the values have, in the order of the frame.

    frame: one row per entity in rank order – entity_id, name, value, rank (Int64), n_ranked, hover (a sentence);
    optional value_mark, rank_mark (printed behind the number), quiet (flag: the move in rank is neither up nor down);
    previous_rank (Int64) and previous_value (float),
    both missing where nothing may be compared; quartile (1 = highest … 4); block (a new number starts after a gap,
    drawn as a row of dots). A missing value has no dot and says "–". home: the entities told apart by shape,
    outline and colour. unit: "điểm" or "%". target: on the scale of
    ``value``. medians: name -> value, drawn as dotted lines. pins: entities told apart
    by a shape each, in this order. The frame is not changed.
    """
    homes = frozenset({home}) if isinstance(home, str) else home
    rows, middles = _rows(frame, homes, decimals, pins), dict(medians or {})
    depth = max(len(rows) + _gaps(rows), _MIN_ROWS)
    span = _span(rows, [*middles.values(), *([] if target is None else [target])], theme.PHONE - _left(rows) - RIGHT)
    notes, head = marks(rows, target, decimals, middles, changes=_shows_changes(rows, show_previous), span=span)
    return theme.figure(
        [_dots(rows, index_code), *_before(rows), *(_changes(rows) if show_previous else [])],
        height=depth * ROW_HEIGHT + _FOOT + head,
        title=title,
        footer=footer,
        margin={"l": _left(rows), "r": RIGHT, "t": head, "b": _FOOT},
        annotations=notes,
        layout={
            "xaxis": theme.value_axis(
                range=span,
                nticks=5,
                tickangle=0,
                ticksuffix="%" if unit == "%" else "",
                title=theme.axis_title("" if unit == "%" else unit, 2),
            ),
            "xaxis2": {"overlaying": "x", "range": [0, 1], "visible": False, "fixedrange": True},
            "yaxis": _name_axis(rows, depth),
            "shapes": [*bands(rows), *(upright(value, "dot") for value in middles.values()), *_target_line(target)],
        },
    )


def _span(rows: list[dict[str, Any]], others: list[float], pixels: int) -> list[float]:
    """From the least to the greatest of all that is drawn, with room for the number beside the last dot on a phone."""
    dots = [row[name] for row in rows for name in ("value", "before") if row[name] is not None]
    drawn = dots + [value for value in others if not math.isnan(value)]
    if not drawn:
        return [0.0, 1.0]
    least, most = min(drawn), max(drawn)
    room = (most - least) or abs(most) or 1.0
    beside = [row["value"] + _BESIDE / pixels * len(row["text"]) * room for row in rows if _is_right(row)]
    return [least - 0.06 * room, max([most + 0.06 * room, *beside])]


def _left(rows: list[dict[str, Any]]) -> int:
    """Room for the longest name and its rank."""
    return max([_LEFT, *(round(_LETTER * (len(row["name"]) + 4)) for row in rows)])


def _rows(frame: pd.DataFrame, homes: frozenset[str], decimals: int, pins: Sequence[str]) -> list[dict[str, Any]]:
    """The frame as plain records with the place of each bar: one step down per row, two where a block starts."""
    places: list[float] = []
    blocks = frame["block"].tolist() if "block" in frame else [0] * len(frame)
    for number, block in enumerate(blocks):
        step = 0.0 if number == 0 else 2.0 if block != blocks[number - 1] else 1.0
        places.append((places[-1] if places else 0.0) + step)
    records = []
    for row, place in zip(frame.to_dict("records"), places, strict=True):
        value = number_of(row["value"])
        records.append(
            {
                "id": row["entity_id"],
                "name": str(row["name"]),
                "value": value,
                "rank": whole_of(row["rank"]),
                "previous": whole_of(row.get("previous_rank")),
                "quiet": bool(row.get("quiet", False)),
                "quartile": whole_of(row.get("quartile")),
                "before": number_of(row.get("previous_value")),
                "text": fmt.number(value, decimals) + row.get("value_mark", ""),
                "rank_mark": row.get("rank_mark", ""),
                "hover": row["hover"],
                "y": place,
                "home": row["entity_id"] in homes,
                "pin": pin_at(list(pins).index(row["entity_id"])) if row["entity_id"] in pins else None,
            }
        )
    return records


def _gaps(rows: list[dict[str, Any]]) -> int:
    return int(rows[-1]["y"]) + 1 - len(rows) if rows else 0


def _color(row: dict[str, Any]) -> str:
    if row["home"]:
        return theme.HOME
    if row["pin"]:
        return str(row["pin"].color)
    return theme.QUARTILES[row["quartile"] - 1] if row["quartile"] else theme.OTHERS


def _symbol(row: dict[str, Any]) -> str:
    if row["home"]:
        return "diamond"
    return str(row["pin"].symbol) if row["pin"] else "circle"


def _dots(rows: list[dict[str, Any]], index_code: str) -> dict[str, Any]:
    return {
        "mode": "markers+text",
        "name": index_code,
        "zorder": 1,
        "x": [row["value"] for row in rows],
        "y": [row["y"] for row in rows],
        "marker": {
            "color": [_color(row) for row in rows],
            "symbol": [_symbol(row) for row in rows],
            "size": [15 if row["home"] else 13 if row["pin"] else 10 for row in rows],
            "line": {"color": theme.INK, "width": [2 if row["home"] else 1.4 if row["pin"] else 0 for row in rows]},
            "opacity": 1,
        },
        "text": [_number(row) for row in rows],
        # On the side on which it did not stand before.
        "textposition": ["middle right" if _is_right(row) else "middle left" for row in rows],
        "textfont": {"size": theme.SMALL, "color": theme.INK, "shadow": theme.HALO},
        "hovertext": [row["hover"] for row in rows],
        "customdata": [row["id"] for row in rows],
    }


def _number(row: dict[str, Any]) -> str:
    """The number beside a dot; ours is bold and off the edge of its larger mark."""
    if not row["home"]:
        return str(row["text"])
    return f"&nbsp;<b>{row['text']}</b>" if _is_right(row) else f"<b>{row['text']}</b>&nbsp;"


def _is_right(row: dict[str, Any]) -> bool:
    """Whether a number stands to the right of its dot."""
    return row["value"] is not None and (row["before"] is None or row["before"] <= row["value"])


def _before(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Where each stood before: an open mark, with a line to where it stands now."""
    moved = [row for row in rows if row["before"] is not None and row["value"] is not None]
    if not moved:
        return []
    xs: list[float | None] = []
    ys: list[float | None] = []
    for row in moved:
        xs += [row["before"], row["value"], None]
        ys += [row["y"], row["y"], None]
    lines = {"x": xs, "y": ys, "mode": "lines", "cliponaxis": False, "line": {"color": theme.OTHERS, "width": 2}}
    marker = {"symbol": "circle-open", "size": 9, "line": {"width": 1.6}}
    marker |= {"color": [theme.HOME if row["home"] else theme.MUTED for row in moved]}
    marks = {"x": [row["before"] for row in moved], "y": [row["y"] for row in moved], "mode": "markers"}
    return [lines, {**marks, "marker": marker, "name": texts().charts.before}]


def _change(row: dict[str, Any]) -> str:
    t = texts().charts
    if row["rank"] is None or row["previous"] is None:
        return t.no_previous
    moved = row["previous"] - row["rank"]
    if row["quiet"]:
        return t.quiet
    if moved == 0:
        return t.same
    return (t.up if moved > 0 else t.down).format(places=abs(moved))


def _changes(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Places gained or lost, in a column at the right edge."""
    said = [theme.colored(_change(row), theme.HOME, bold=True) if row["home"] else _change(row) for row in rows]
    font = {"size": theme.SMALL, "color": theme.MUTED}
    return [{**words([1.0] * len(rows), [row["y"] for row in rows], said, font), "xaxis": "x2"}]


def _name_axis(rows: list[dict[str, Any]], depth: int) -> dict[str, Any]:
    """Rank and name to the left of each bar; a row of dots where a block ends."""
    ticks = [row["y"] for row in rows]
    names = [
        theme.colored(_label(row), theme.HOME, bold=True) if row["home"] else theme.plain_text(_label(row))
        for row in rows
    ]
    for before, after in itertools.pairwise(rows):
        if after["y"] - before["y"] > 1:
            ticks.append(before["y"] + 1)
            names.append("⋯")
    return {
        "range": [depth - 0.5, -0.5],
        "tickvals": ticks,
        "ticktext": names,
        "tickfont": {"size": theme.SMALL, "color": theme.INK},
        "showgrid": False,
        "zeroline": True,
        "zerolinecolor": "rgba(0,0,0,0)",
        "showline": True,
        "linecolor": theme.MUTED,
        "linewidth": 1,
        "ticks": "",
        "ticklabelstandoff": 6,
        "fixedrange": True,
        "automargin": False,
    }


def _label(row: dict[str, Any]) -> str:
    name = f"{row['pin'].glyph} {row['name']}" if row["pin"] and not row["home"] else row["name"]
    return f"{name}  {row['rank']}{row['rank_mark']}" if row["rank"] is not None else str(name)


def _shows_changes(rows: list[dict[str, Any]], show_previous: bool) -> bool:
    return show_previous and any(row["previous"] is not None for row in rows)


def _target_line(target: float | None) -> list[dict[str, Any]]:
    return [] if target is None or math.isnan(target) else [upright(target, "dash", theme.INK)]
