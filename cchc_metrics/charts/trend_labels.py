"""Names and values at the ends of lines, in the right margin, pushed apart so that none covers another."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from cchc_metrics.charts import theme

_PIXELS_NAMED = 34
_PIXELS_BARE = 16
_LETTER = 7.2


@dataclass(frozen=True, slots=True)
class EndLabel:
    """What stands beside the end of a line. value: where on the value axis it would like to stand.

    x: where on the time axis its line ends, when that is not the end of the axis; the label then stands at its point,
    above it or below.
    """

    value: float
    name: str
    number: str
    color: str
    x: float | None = None
    below: bool = False


def margin_for(labels: Sequence[EndLabel], least: int) -> int:
    """Pixels at the right that the labels need: names are longer in another language, and nothing may be cut."""
    return max([least, *(round(_LETTER * len(line)) + 12 for label in labels for line in (label.name, label.number))])


def place_labels(
    labels: Sequence[EndLabel], low: float, high: float, pixels: int, *, named: bool
) -> list[dict[str, Any]]:
    """The labels as annotations at the right edge of a value axis from ``low`` to ``high``, ``pixels`` tall.

    A line that ends earlier has its label at its last point: a value of 2019 is never drawn at 2024.
    """
    early = [label for label in labels if label.x is not None]
    labels = [label for label in labels if label.x is None]
    room = (_PIXELS_NAMED if named else _PIXELS_BARE) * (high - low) / pixels
    spread = spread_apart([label.value for label in labels], room, low + room / 2, high - room / 2)
    return [
        theme.annotation(
            _text(label, named),
            x=1,
            xref="paper",
            y=y,
            xanchor="left",
            yanchor="middle",
            xshift=8,
            font={"size": theme.SMALL, "color": label.color},
        )
        for label, y in zip(labels, spread, strict=True)
    ] + [_beside(label, named, early) for label in early]


def _beside(label: EndLabel, named: bool, early: Sequence[EndLabel]) -> dict[str, Any]:
    """Above its point; below it where another early label stands at the same place and higher."""
    lower = label.below or any(other.x == label.x and other.value > label.value for other in early)
    font = {"size": theme.SMALL, "color": label.color, "shadow": theme.HALO}
    place = {"xanchor": "center", "yanchor": "top" if lower else "bottom", "yshift": -8 if lower else 8}
    return theme.annotation(_text(label, named), x=label.x, y=label.value, align="center", font=font, **place)


def _text(label: EndLabel, named: bool) -> str:
    number = f"<b>{label.number}</b>"
    return f"{theme.plain_text(label.name)}<br>{number}" if named and label.name else number


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
