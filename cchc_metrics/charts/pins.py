"""Marks that tell provinces apart without colour: a shape each, in the order in which they come."""

from dataclasses import dataclass

from cchc_metrics.charts import theme


@dataclass(frozen=True, slots=True)
class Pin:
    """symbol: plotly's name of the shape · glyph: the same in a line of words · color: beside it, never instead."""

    symbol: str
    glyph: str
    color: str


_SHAPES = (
    *(("square", "■"), ("triangle-up", "▲"), ("cross", "✚")),
    *(("triangle-down", "▼"), ("star", "★"), ("hexagon", "⬢")),
)


def pin_at(place: int) -> Pin:
    """The mark of the province that comes at a place, counted from 0; after six they come again."""
    symbol, glyph = _SHAPES[place % len(_SHAPES)]
    return Pin(symbol, glyph, theme.COMPARED[place % len(theme.COMPARED)])
