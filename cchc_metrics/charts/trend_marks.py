"""What stands behind and beside the lines of a trend: the national band, targets, and the marks of a break."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from cchc_metrics.charts import theme
from cchc_metrics.charts.traces import parted, unseen
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.model import Period

# Years that are named beside each other in a picture as wide as an office's screen.
_MOST_YEARS = 16
# Breaks nearer than these pixels on a small phone stand on two levels there: their numbers would run together.
_NEAR = 10.5
_PLACE = {"Q1": 0.25, "6M": 0.5, "Q3": 0.75, "FY": 0.95}


@dataclass(frozen=True, slots=True)
class BreakMark:
    """Between two periods nothing may be compared. ``reason`` is a clause that ends a sentence."""

    before: str
    after: str
    reason: str


@dataclass(frozen=True, slots=True)
class NoteMark:
    """A note of people. mark: as its table has it · words: on hover · value: the height at which it stands, None for
    the foot · at: the place of its day on the time axis, None for the year as a whole."""

    period: str
    mark: str
    words: str
    value: float | None = None
    at: float | None = None

    @property
    def x(self) -> float:
        """Its place on the time axis."""
        return position(self.period) if self.at is None else self.at


def position(period_id: str) -> float:
    """Where a period stands on the time axis: an index year at its number, a report window inside its year."""
    period = Period.parse(period_id)
    return period.year + _PLACE.get(period.window, 0.0)


def time_axis(
    period_ids: Iterable[str], *, most: int = 4, until: float = -math.inf, air: float = 0.15
) -> dict[str, Any]:
    """Every period has its tick; where there are many, ``most`` at the most are named in a narrow picture, the last
    always; in a wide one so many years that none touches the next.

    until: how far the axis reaches at least. air: beyond its end.
    """
    ordered = sorted(set(period_ids), key=position)
    named, years = _every(ordered, most), _every([one for one in ordered if one.isdigit()], _MOST_YEARS)
    first, last = (position(ordered[0]), position(ordered[-1])) if ordered else (0.0, 1.0)
    labels = [
        fmt.period(one) if one in named else theme.wide_only(fmt.period(one)) if one in years else "" for one in ordered
    ]
    return theme.period_axis([*map(position, ordered)], labels, (first - 0.35, max(last, until) + air))


def _every(ordered: Sequence[str], most: int) -> set[str]:
    """Evenly spaced ones, ``most`` at the most, the last among them."""
    return set(ordered[::-1][:: max(1, -(-len(ordered) // most))])


def band_traces(band: pd.DataFrame | None, unit: str, decimals: int) -> list[dict[str, Any]]:
    """The middle half of the provinces as a shade, their mean as a thin line; both stop at a break."""
    if band is None or band.empty:
        return []
    t = texts().charts
    traces: list[dict[str, Any]] = []
    for _segment, part in band.groupby("segment", sort=False):
        xs = [position(period_id) for period_id in part["period_id"]]
        edge = {"mode": "lines", "x": xs, "line": {"width": 0}}
        hovers = [
            t.band_hover.format(
                period=fmt.period(row["period_id"]),
                low=fmt.number(row["low"], decimals),
                high=fmt.number(row["high"], decimals),
                mean=fmt.number(row["mean"], decimals),
                unit=unit,
            )
            for row in part.to_dict("records")
        ]
        traces += [
            {**edge, "y": part["low"].tolist()},
            {**edge, "y": part["high"].tolist(), "fill": "tonexty", "fillcolor": "rgba(120,132,148,0.16)"},
            {
                "mode": "lines",
                "name": t.mean_line,
                "x": xs,
                "y": part["mean"].tolist(),
                "line": {"color": "#8b94a1", "width": 1.5},
                "hovertext": hovers,
            },
        ]
    return traces


def target_traces(
    targets: pd.DataFrame | None, unit: str, decimals: int, breaks: Sequence[BreakMark] = ()
) -> list[dict[str, Any]]:
    """Targets as open diamonds, each with its number, joined by a dashed line that crosses no break."""
    if targets is None or targets.empty:
        return []
    t = texts().charts
    ordered = targets.sort_values("period_id", key=lambda periods: periods.map(position))
    points = []
    for period_id, value in zip(ordered["period_id"], ordered["value"], strict=True):
        number = fmt.number(value, decimals)
        sentence = t.target_hover.format(period=fmt.period(period_id), value=number, unit=unit)
        points.append((position(period_id), float(value), number, sentence))
    xs, ys, said, hovers = parted(points, lambda one, other: any(one < _middle(mark) < other for mark in breaks))
    return [
        {
            "mode": "lines+markers+text",
            "name": t.target_name,
            "x": xs,
            "y": ys,
            "connectgaps": False,
            "line": {"color": theme.INK, "width": 1.2, "dash": "dash"},
            "marker": {"symbol": "diamond-open", "size": 11, "color": theme.INK, "line": {"width": 2}},
            "text": [*said[:-1], ""],
            "textposition": "top center",
            "textfont": {"size": theme.SMALL, "color": theme.INK},
            "hovertext": hovers,
        }
    ]


def _middle(mark: BreakMark) -> float:
    return (position(mark.before) + position(mark.after)) / 2


def break_lines(breaks: Sequence[BreakMark]) -> list[dict[str, Any]]:
    return [
        {
            "type": "line",
            "x0": _middle(mark),
            "x1": _middle(mark),
            "y0": 0,
            "y1": 1,
            "yref": "paper",
            "layer": "below",
            "line": {"color": theme.SOFT, "width": 1.2, "dash": "dot"},
        }
        for mark in breaks
    ]


def break_labels(breaks: Sequence[BreakMark], axis: Mapping[str, Any], margins: int = 182) -> list[dict[str, Any]]:
    """A number on each dotted line, from the left; the list of reasons below the picture has the same.

    axis: of time, as ``time_axis`` made it. margins: pixels at both its ends.
    """
    first, last = axis["range"]
    pixels = (theme.SMALL_PHONE - margins) / (last - first)
    labels: list[dict[str, Any]] = []
    raised = False
    for number, mark in enumerate(breaks, start=1):
        place = _middle(mark)
        raised = bool(labels) and not raised and pixels * (place - labels[-1]["x"]) < _NEAR
        font = {"size": theme.SMALL, "color": theme.SOFT, "family": theme.RAISED_FONT if raised else theme.FONT}
        at = {"x": place, "y": 1, "yref": "paper", "xanchor": "center", "yanchor": "bottom"}
        labels.append(theme.annotation(str(number), **at, font=font))
    return labels


def break_traces(breaks: Sequence[BreakMark], top: float) -> list[dict[str, Any]]:
    """Unseen points at the head of each dotted line that carry the reason."""
    if not breaks:
        return []
    t = texts().charts
    xs = [_middle(mark) for mark in breaks]
    said = [t.break_hover.format(before=mark.before, after=mark.after, reason=mark.reason) for mark in breaks]
    return [{**unseen(xs, [top] * len(breaks), said, 26), "name": t.break_mark}]


def note_labels(notes: Sequence[NoteMark], low: float) -> list[dict[str, Any]]:
    """A mark in a box at each figure, at the foot of the year where there is none: breaks have bare numbers on top."""
    labels = []
    for place, note in enumerate(notes):
        earlier = sum(one.x == note.x and one.value == note.value for one in notes[:place])
        labels.append(
            theme.annotation(
                theme.plain_text(note.mark),
                x=note.x,
                y=low if note.value is None else note.value,
                xanchor="center",
                yanchor="bottom" if note.value is None else "top",
                yshift=(4 if note.value is None else -12) + 22 * earlier * (1 if note.value is None else -1),
                bgcolor=theme.PAPER,
                bordercolor=theme.INK,
                borderwidth=1,
                borderpad=2,
                font={"size": theme.SMALL, "color": theme.INK},
            )
        )
    return labels


def note_traces(notes: Sequence[NoteMark], low: float) -> list[dict[str, Any]]:
    """Unseen points that carry the words of the notes."""
    if not notes:
        return []
    xs = [note.x for note in notes]
    ys = [low if note.value is None else note.value for note in notes]
    return [{**unseen(xs, ys, [note.words for note in notes], 20), "name": texts().remarks.title}]
