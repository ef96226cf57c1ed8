"""Marks that tell provinces apart without colour: a shape each, in the order in which they come."""

from dataclasses import dataclass
from typing import Any

from cchc_metrics.charts import theme


@dataclass(frozen=True, slots=True)
class Pin:
    """symbol: plotly's name of the shape · glyph: the same in a line of words · color: beside it, never instead."""

    symbol: str
    glyph: str
    color: str


_SHAPES = (
    *(("square", "■"), ("triangle-up", "▲"), ("cross", "✚")),
    *(("triangle-down", "▼"), ("x", "✖"), ("hexagon", "⬢")),
)


def pin_at(place: int) -> Pin:
    """The mark of the province that comes at a place, counted from 0; after six they come again."""
    symbol, glyph = _SHAPES[place % len(_SHAPES)]
    return Pin(symbol, glyph, theme.COMPARED[place % len(theme.COMPARED)])


def pin_mark(place: int, name: str, at: tuple[float, float]) -> dict[str, Any]:
    """A trace: the mark of the province that comes at a place, with its name above it."""
    pin = pin_at(place)
    return {
        "mode": "markers+text",
        "name": f"{name} {pin.glyph}",
        "x": [at[0]],
        "y": [at[1]],
        "marker": {"symbol": pin.symbol, "size": 13, "color": pin.color, "line": {"color": theme.PAPER, "width": 1.6}},
        "text": [f"<b>{theme.plain_text(name)}</b>"],
        "textposition": "top center",
        "textfont": {"size": theme.SMALL, "color": theme.INK, "shadow": theme.HALO},
    }
