"""Names and values at the ends of lines, in the right margin, pushed apart so that none covers another."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from cchc_metrics.charts import theme

_PIXELS_NAMED = 34
_PIXELS_BARE = 16
_LETTER = 7.2
# Shares of the time axis: up to here a label in the middle of its point would lie on the values of the axis; from here
# on it would lie on the labels at the right.
_NEAR_START, _NEAR_END = 0.35, 0.7


@dataclass(frozen=True, slots=True)
class EndLabel:
    """What stands beside the end of a line. value: where on the value axis it would like to stand.

    x: where on the time axis its line ends, when that is not the end of the axis; the label then stands at its point.
    """

    value: float
    name: str
    number: str
    color: str
    x: float | None = None
    below: bool = False


def margin_for(labels: Sequence[EndLabel], least: int) -> int:
    """Pixels at the right that the labels need: names are longer in another language, and nothing may be cut."""
    lines = [line for label in labels if label.x is None for line in (label.name, label.number)]
    return max([least, *(round(_LETTER * len(line)) + 12 for line in lines)])


def place_labels(
    labels: Sequence[EndLabel],
    low: float,
    high: float,
    pixels: int,
    *,
    named: bool,
    span: Sequence[float] = (0.0, 1.0),
) -> list[dict[str, Any]]:
    """The labels as annotations at the right edge of a value axis from ``low`` to ``high``, ``pixels`` tall.

    A line that ends earlier has its label at its last point: a value of 2019 is never drawn at 2024. Near the end of
    the time axis it stands to the right of the point, apart from the others there. span: of the time axis.
    """
    early = [label for label in labels if label.x is not None and _share(label, span) <= _NEAR_END]
    labels = [label for label in labels if label not in early]
    tall = named or any(label.name and label.x is not None for label in labels)
    room = (_PIXELS_NAMED if tall else _PIXELS_BARE) * (high - low) / pixels
    spread = spread_apart([label.value for label in labels], room, low + room / 2, high - room / 2)
    return [
        theme.annotation(
            _text(label, named),
            x=1 if label.x is None else label.x,
            xref="paper" if label.x is None else "x",
            y=y,
            xanchor="left",
            yanchor="middle",
            xshift=8,
            font={"size": theme.SMALL, "color": label.color, "shadow": theme.HALO},
        )
        for label, y in zip(labels, spread, strict=True)
    ] + [_above(label, named, early, span) for label in early]


def _share(label: EndLabel, span: Sequence[float]) -> float:
    """How far along the time axis a line ends."""
    return ((label.x or 0.0) - span[0]) / (span[1] - span[0])


def _above(label: EndLabel, named: bool, early: Sequence[EndLabel], span: Sequence[float]) -> dict[str, Any]:
    """Above its point; below it where another early label stands at the same place and higher. From its point on where
    that is near the values of the axis.
    """
    lower = label.below or any(other.x == label.x and other.value > label.value for other in early)
    font = {"size": theme.SMALL, "color": label.color, "shadow": theme.HALO}
    first = _share(label, span) < _NEAR_START
    place = {"yanchor": "top" if lower else "bottom", "yshift": -8 if lower else 8}
    place |= {"xanchor": "left", "xshift": -5, "align": "left"} if first else {"xanchor": "center", "align": "center"}
    return theme.annotation(_text(label, named), x=label.x, y=label.value, font=font, **place)


def _text(label: EndLabel, named: bool) -> str:
    number = f"<b>{label.number}</b>"
    return f"{theme.plain_text(label.name)}<br>{number}" if label.name and (named or label.x is not None) else number


def spread_apart(wanted: Sequence[float], room: float, floor: float, ceiling: float) -> list[float]:
    """Places at least ``room`` apart, in the order of the wanted ones and near them.

    Within floor and ceiling as long as all of them fit; else they run over the floor.
    """
    order = sorted(range(len(wanted)), key=lambda place: wanted[place])
    placed = list(wanted)
    below = -math.inf
    for place in order:
        placed[place] = max(placed[place], below + room, floor)
        below = placed[place]
    above = math.inf
    for place in reversed(order):
        placed[place] = min(placed[place], above - room, ceiling)
        above = placed[place]
    return placed
