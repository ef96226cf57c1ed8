"""How far to what others reach: a row for each part with ours, the median and the best on one line."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from cchc_metrics.charts import theme
from cchc_metrics.charts.pins import pin_at
from cchc_metrics.charts.traces import NAME, short, words
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.model.rows import number_of

ROW_HEIGHT = 62
_LEFT, _RIGHT, _TOP, _FOOT = 8, 12, 26, 40
_DOWN, _UP = 0.06, 0.36


def gap_range(
    frame: pd.DataFrame,
    *,
    own: str,
    unit: str,
    decimals: int,
    pins: Mapping[str, str] | None = None,
    title: str = "",
    footer: str = "",
) -> go.Figure:
    """Ours a red diamond, the median an open circle, the best a dark dot; the widest gap to the best on top.

    frame: one row per part – node_code, name, value, median, best (missing where it cannot be known), hover (a
    sentence); all values on one scale. own: what ours is called. unit: of the axis.
    pins: further columns of the frame, each a province with a shape of its own -> its name. The frame is not changed.
    """
    rows = _rows(frame, decimals)
    others = [_pinned(frame, column, name, number) for number, (column, name) in enumerate((pins or {}).items())]
    drawn = [row[name] for row in rows for name in ("value", "median", "best") if row[name] is not None]
    drawn += [value for trace in others for value in trace["x"]]
    least, most = (min(drawn), max(drawn)) if drawn else (0.0, 1.0)
    room = (most - least) or 1.0
    return theme.figure(
        [_lines(rows), *others, *_marks(rows, own), _names(rows, least)],
        height=max(len(rows), 2) * ROW_HEIGHT + _TOP + _FOOT,
        title=title,
        footer=footer,
        margin={"l": _LEFT, "r": _RIGHT, "t": _TOP, "b": _FOOT},
        annotations=[_legend(own, tuple((pins or {}).values()))],
        layout={
            "xaxis": theme.value_axis(
                range=[least - 0.03 * room, most + 0.14 * room],
                nticks=6,
                ticksuffix="%" if unit == "%" else "",
                title=theme.axis_title("" if unit == "%" else unit),
            ),
            "yaxis": theme.row_axis(len(rows)),
        },
    )


def _rows(frame: pd.DataFrame, decimals: int) -> list[dict[str, Any]]:
    rows = []
    for place, row in enumerate(_ordered(frame).to_dict("records")):
        known = {name: number_of(row[name]) for name in ("value", "median", "best")}
        rows.append(
            {
                **known,
                "code": row["node_code"],
                "name": short(str(row["name"])),
                "text": fmt.number(known["value"], decimals),
                "best_text": fmt.number(known["best"], decimals),
                "hover": row["hover"],
                "y": place + _DOWN,
            }
        )
    return rows


def _ordered(frame: pd.DataFrame) -> pd.DataFrame:
    """The rows from the widest gap to the best down."""
    apart = (frame["best"] - frame["value"]).rename("apart")
    return frame.assign(apart=apart).sort_values("apart", ascending=False, na_position="last", kind="stable")


def _pinned(frame: pd.DataFrame, column: str, name: str, number: int) -> dict[str, Any]:
    """A pinned province: a shape of its own on every row of which its value is known."""
    pin, told = pin_at(number), [(at, value) for at, value in enumerate(_ordered(frame)[column]) if not pd.isna(value)]
    return {
        "mode": "markers",
        "name": name,
        "x": [float(value) for _, value in told],
        "y": [at + _DOWN for at, _ in told],
        "marker": {"symbol": pin.symbol, "size": 11, "color": pin.color, "line": {"color": theme.PAPER, "width": 1}},
        "hovertext": [f"{name}: {fmt.number(value)}" for _, value in told],
    }


def _lines(rows: list[dict[str, Any]]) -> dict[str, Any]:
    """From the least to the greatest of a row."""
    xs: list[float | None] = []
    ys: list[float | None] = []
    for row in rows:
        known = [row[name] for name in ("value", "median", "best") if row[name] is not None]
        if len(known) > 1:
            xs += [min(known), max(known), None]
            ys += [row["y"], row["y"], None]
    line = {"color": theme.OTHERS, "width": 3}
    return {"mode": "lines", "x": xs, "y": ys, "line": line}


def _marks(rows: list[dict[str, Any]], own: str) -> list[dict[str, Any]]:
    t = texts().charts
    median = {"symbol": "circle-open", "size": 11, "color": theme.SOFT, "line": {"width": 2}}
    best = {"symbol": "circle", "size": 11, "color": theme.QUARTILES[0]}
    ours = {"symbol": "diamond", "size": 14, "color": theme.HOME, "line": {"color": theme.INK, "width": 1.6}}
    return [
        _mark(rows, "median", t.median, median),
        _mark(rows, "best", t.best, best, number="{best_text}", place="middle right"),
        _mark(rows, "value", own, ours, number="<b>{text}</b>", place="bottom center"),
    ]


def _mark(
    rows: list[dict[str, Any]], column: str, name: str, marker: dict[str, Any], *, number: str = "", place: str = ""
) -> dict[str, Any]:
    """One mark on every row that has it; number: beside it, a pattern of the row."""
    known = [row for row in rows if row[column] is not None]
    trace = {
        "mode": "markers",
        "name": name,
        "x": [row[column] for row in known],
        "y": [row["y"] for row in known],
        "marker": marker,
        "hovertext": [row["hover"] for row in known],
        "customdata": [row["code"] for row in known],
    }
    if number:
        trace |= {"mode": "markers+text", "textposition": place, "textfont": dict(NAME)}
        trace["text"] = [number.format(**row) for row in known]
    return trace


def _names(rows: list[dict[str, Any]], least: float) -> dict[str, Any]:
    """The name of each part above its line, with what is not known of it."""
    t = texts().charts
    told = [row["name"] if row["value"] is not None else f"{row['name']} – {t.gap_unknown}" for row in rows]
    return words([least] * len(rows), [row["y"] - _UP for row in rows], [theme.plain_text(name) for name in told])


def _legend(own: str, pinned: Sequence[str]) -> dict[str, Any]:
    t = texts().charts
    marks: tuple[tuple[str, str, str], ...] = (
        ("◆", theme.HOME, own),
        ("○", theme.SOFT, t.median),
        ("●", theme.QUARTILES[0], t.best),
    )
    marks += tuple((pin_at(n).glyph, pin_at(n).color, name) for n, name in enumerate(pinned))
    text = "&nbsp; ".join(f"{theme.colored(sign, color)} {theme.plain_text(name)}" for sign, color, name in marks)
    return theme.above(text, yshift=4, xshift=-5)
