"""Where points are lost: one bar per part, the widest gap on top, the name above its bar so that it fits a phone."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from cchc_metrics.charts import theme
from cchc_metrics.charts.traces import short, words
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.model.rows import number_of

ROW_HEIGHT = 50
_LEFT = 8
_RIGHT = 12
_FOOT = 44
# Pixels: of a letter, and of the bars with their words on a phone.
_LETTER, _PHONE = 6.8, 316
_LEADING = 3


def gap_bars(
    frame: pd.DataFrame,
    *,
    reference: str,
    hue: str,
    unit: str,
    decimals: int,
    title: str = "",
    footer: str = "",
) -> go.Figure:
    """Bars from zero, sorted by gap; the three widest in the index's full colour, the rest paler.

    frame: one row per part – node_code, name, value, max_score, gap (all on one scale; gap ≥ 0, 0 when met, missing
    when it cannot be known), hover (a sentence). reference: what the gap is measured to, in words.
    Parts without a known gap stand last and say so. The frame is not changed.
    """
    rows = _rows(frame, unit, decimals)
    reach = max([row["gap"] or 0.0 for row in rows], default=0.0) or 1.0
    said = max((len(row["words"]) + 2 + len(row["of"]) for row in rows if row["gap"]), default=0)
    height = max(len(rows), 2) * ROW_HEIGHT + _FOOT + 4
    return theme.figure(
        [_bars(rows, hue), _names(rows)],
        height=height,
        title=title,
        footer=footer,
        margin={"l": _LEFT, "r": _RIGHT, "t": 4, "b": _FOOT},
        annotations=[],
        layout={
            "bargap": 0.0,
            "xaxis": theme.value_axis(
                range=[0, max(2.15, 1 / (1 - min(_LETTER * said / _PHONE, 0.8))) * reach],
                nticks=5,
                title=theme.axis_title(texts().charts.gap_axis.format(reference=reference, unit=unit)),
            ),
            "yaxis": theme.row_axis(len(rows)),
        },
    )


def _rows(frame: pd.DataFrame, unit: str, decimals: int) -> list[dict[str, Any]]:
    ordered = frame.sort_values("gap", ascending=False, na_position="last", kind="stable")
    rows = []
    for place, row in enumerate(ordered.to_dict("records")):
        gap = number_of(row["gap"])
        rows.append(
            {
                "code": row["node_code"],
                "name": short(str(row["name"])),
                "gap": gap,
                "words": _words(gap, unit, decimals),
                "of": _of_max(row["value"], row["max_score"], decimals),
                "hover": row["hover"],
                "y": place,
            }
        )
    return rows


def _words(gap: float | None, unit: str, decimals: int) -> str:
    t = texts().charts
    if gap is None:
        return f"○ {t.gap_unknown}"
    if gap <= 0:
        return f"● {t.gap_met}"
    return t.gap_left.format(gap=fmt.number(gap, decimals), unit=unit)


def _of_max(value: Any, maximum: Any, decimals: int) -> str:
    """``6,44/10``; only the value where no maximum is known; nothing where there is no value."""
    if pd.isna(value):
        return ""
    number = fmt.number(value, decimals)
    return number if pd.isna(maximum) else texts().charts.value_of_max.format(value=number, max=fmt.plain(maximum, 2))


def _bars(rows: list[dict[str, Any]], color: str) -> dict[str, Any]:
    return {
        "type": "bar",
        "orientation": "h",
        "x": [row["gap"] if row["gap"] is not None else 0.0 for row in rows],
        "y": [row["y"] + 0.2 for row in rows],
        "width": 0.36,
        "marker": {
            "color": color,
            "opacity": [1.0 if place < _LEADING else 0.5 for place in range(len(rows))],
            "line": {"width": 0},
        },
        "text": [_bar_text(row) for row in rows],
        "textposition": "outside",
        "textangle": 0,
        "textfont": {"size": theme.SMALL, "color": theme.INK},
        "constraintext": "none",
        "hovertext": [row["hover"] for row in rows],
        "customdata": [row["code"] for row in rows],
    }


def _bar_text(row: dict[str, Any]) -> str:
    strong = bool(row["gap"])
    words = f"<b>{theme.plain_text(row['words'])}</b>" if strong else theme.plain_text(row["words"])
    return f"{words}  {theme.colored(row['of'], theme.MUTED)}" if row["of"] else words


def _names(rows: list[dict[str, Any]]) -> dict[str, Any]:
    said = [theme.plain_text(row["name"]) for row in rows]
    font = {"size": theme.SIZE, "color": theme.INK}
    return words([0.0] * len(rows), [row["y"] - 0.2 for row in rows], said, font)
