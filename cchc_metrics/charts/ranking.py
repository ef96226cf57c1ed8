"""Who stands where: horizontal bars in rank order, ours in red, first place on top."""

import itertools
import math
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from cchc_metrics.charts import theme
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts

ROW_HEIGHT = 24
_LEFT = 138
_LETTER = 7.0
_RIGHT = 54
_FOOT = 30
_MIN_ROWS = 4


def ranking_bars(
    frame: pd.DataFrame,
    *,
    home: str | frozenset[str],
    index_code: str,
    unit: str,
    decimals: int,
    target: float | None = None,
    title: str = "",
    footer: str = "",
    show_previous: bool = True,
) -> go.Figure:
    """Bars from zero, one per entity, in the order of the frame.

    frame: one row per entity in rank order – entity_id, name, value, rank (Int64), n_ranked, hover (a sentence);
    optional previous_rank (Int64, missing: no comparison), quartile (1 = highest … 4), block (a new number starts
    after a gap, drawn as a row of dots). A missing value has no bar and says "–".
    home: the entities shown in red. unit: "điểm" or "%". target: on the scale of ``value``.
    The frame is not changed.
    """
    homes = frozenset({home}) if isinstance(home, str) else home
    rows = _rows(frame, homes, decimals)
    values = [row["value"] for row in rows if row["value"] is not None]
    reach = max([*values, target or 0.0, 1e-9])
    depth = max(len(rows) + _gaps(rows), _MIN_ROWS)
    height = depth * ROW_HEIGHT + _FOOT + (26 if _has_header(target, show_previous, rows) else 6)
    traces = [_bars(rows, homes, index_code), *(_changes(rows) if show_previous else [])]
    return theme.figure(
        traces,
        height=height,
        title=title,
        footer=footer,
        margin={"l": _left(rows), "r": _RIGHT, "t": 26 if _has_header(target, show_previous, rows) else 6, "b": _FOOT},
        annotations=_marks(rows, target, decimals, show_previous),
        layout={
            "bargap": 0.26,
            "xaxis": theme.value_axis(
                range=[0, reach * 1.04],
                nticks=6,
                ticksuffix="%" if unit == "%" else "",
                title={
                    "text": "" if unit == "%" else theme.plain_text(unit),
                    "font": {"size": theme.SMALL, "color": theme.MUTED},
                    "standoff": 2,
                },
            ),
            "xaxis2": {"overlaying": "x", "range": [0, 1], "visible": False, "fixedrange": True},
            "yaxis": _name_axis(rows, homes, depth),
            "shapes": _target_line(target),
        },
    )


def _left(rows: list[dict[str, Any]]) -> int:
    """Room for the longest name and its rank."""
    return max([_LEFT, *(round(_LETTER * (len(row["name"]) + 4)) for row in rows)])


def _rows(frame: pd.DataFrame, homes: frozenset[str], decimals: int) -> list[dict[str, Any]]:
    """The frame as plain records with the place of each bar: one step down per row, two where a block starts."""
    places: list[float] = []
    blocks = frame["block"].tolist() if "block" in frame else [0] * len(frame)
    for number, block in enumerate(blocks):
        step = 0.0 if number == 0 else 2.0 if block != blocks[number - 1] else 1.0
        places.append((places[-1] if places else 0.0) + step)
    records = []
    for row, place in zip(frame.to_dict("records"), places, strict=True):
        value = None if pd.isna(row["value"]) else float(row["value"])
        records.append(
            {
                "id": row["entity_id"],
                "name": str(row["name"]),
                "value": value,
                "rank": None if pd.isna(row["rank"]) else int(row["rank"]),
                "previous": _whole(row.get("previous_rank")),
                "quartile": _whole(row.get("quartile")),
                "text": fmt.number(value, decimals),
                "hover": theme.hover_text(str(row["hover"])),
                "y": place,
                "home": row["entity_id"] in homes,
            }
        )
    return records


def _whole(value: Any) -> int | None:
    return None if value is None or pd.isna(value) else int(value)


def _gaps(rows: list[dict[str, Any]]) -> int:
    return int(rows[-1]["y"]) + 1 - len(rows) if rows else 0


def _color(row: dict[str, Any]) -> str:
    if row["home"]:
        return theme.HOME
    return theme.QUARTILES[row["quartile"] - 1] if row["quartile"] else theme.OTHERS


def _text_color(row: dict[str, Any]) -> str:
    """Readable on the bar: white on our red and on the darkest grey, ink on the paler ones."""
    return theme.PAPER if row["home"] or row["quartile"] == 1 else theme.INK


def _bars(rows: list[dict[str, Any]], homes: frozenset[str], index_code: str) -> dict[str, Any]:
    return {
        "type": "bar",
        "orientation": "h",
        "name": index_code,
        "x": [row["value"] for row in rows],
        "y": [row["y"] for row in rows],
        "marker": {"color": [_color(row) for row in rows], "line": {"width": 0}},
        "text": [f"<b>{row['text']}</b>" if row["home"] else row["text"] for row in rows],
        "textposition": "auto",
        "insidetextanchor": "end",
        "insidetextfont": {"size": theme.SMALL, "color": [_text_color(row) for row in rows]},
        "outsidetextfont": {"size": theme.SMALL, "color": theme.INK},
        "constraintext": "none",
        "cliponaxis": False,
        "textangle": 0,
        "hovertext": [row["hover"] for row in rows],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "customdata": [row["id"] for row in rows],
    }


def _change(row: dict[str, Any]) -> str:
    t = texts().charts
    if row["rank"] is None or row["previous"] is None:
        return t.no_previous
    moved = row["previous"] - row["rank"]
    if moved == 0:
        return t.same
    return (t.up if moved > 0 else t.down).format(places=abs(moved))


def _changes(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Places gained or lost, in a column at the right edge."""
    return [
        {
            "type": "scatter",
            "mode": "text",
            "xaxis": "x2",
            "x": [1.0] * len(rows),
            "y": [row["y"] for row in rows],
            "text": [
                theme.colored(_change(row), theme.HOME, bold=True) if row["home"] else _change(row) for row in rows
            ],
            "textposition": "middle right",
            "textfont": {"size": theme.SMALL, "color": theme.MUTED},
            "cliponaxis": False,
            "hoverinfo": "skip",
        }
    ]


def _name_axis(rows: list[dict[str, Any]], homes: frozenset[str], depth: int) -> dict[str, Any]:
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
    return f"{row['name']}  {row['rank']}" if row["rank"] is not None else str(row["name"])


def _has_header(target: float | None, show_previous: bool, rows: list[dict[str, Any]]) -> bool:
    return target is not None or (show_previous and any(row["previous"] is not None for row in rows))


def _target_line(target: float | None) -> list[dict[str, Any]]:
    if target is None or math.isnan(target):
        return []
    return [
        {
            "type": "line",
            "x0": target,
            "x1": target,
            "y0": 0,
            "y1": 1,
            "yref": "paper",
            "layer": "below",
            "line": {"color": theme.INK, "width": 1.5, "dash": "dash"},
        }
    ]


def _marks(
    rows: list[dict[str, Any]], target: float | None, decimals: int, show_previous: bool
) -> list[dict[str, Any]]:
    """Words on the chart: the target's, the change column's, and each quartile's on its first bar."""
    t = texts().charts
    marks = [
        theme.annotation(
            _quartile_name(row["quartile"]),
            x=0,
            y=row["y"],
            xanchor="left",
            xshift=6,
            font={"size": 11, "color": _text_color(row)},
        )
        for row in _group_heads(rows)
    ]
    if target is not None:
        words = t.target_mark.format(value=fmt.number(target, decimals))
        marks.append(
            theme.annotation(
                words,
                x=target,
                y=1,
                yref="paper",
                yanchor="bottom",
                xanchor="right",
                font={"size": theme.SMALL, "color": theme.INK},
            )
        )
    if show_previous and any(row["previous"] is not None for row in rows):
        marks.append(
            theme.annotation(
                t.change_header,
                x=1,
                xref="paper",
                y=1,
                yref="paper",
                yanchor="bottom",
                xanchor="right",
                xshift=_RIGHT - 6,
            )
        )
    return marks


def _group_heads(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The first row of each quartile group that is shown."""
    seen: set[int] = set()
    heads = []
    for row in rows:
        if row["quartile"] and row["quartile"] not in seen and row["value"]:
            seen.add(row["quartile"])
            heads.append(row)
    return heads


def _quartile_name(quartile: int) -> str:
    t = texts().charts
    return (t.quartile_1, t.quartile_2, t.quartile_3, t.quartile_4)[quartile - 1]
