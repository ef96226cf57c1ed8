"""A picture as data, which a screen, a slide, a document and a card each draw in their own way; and a slide of one."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import ceil, floor, log10


class Drawn(StrEnum):
    """How a picture is drawn."""

    DOTS = "dots"  # a dot for each category in order, on the range of the values
    LINES = "lines"  # categories are times; a strand is one line
    BARS = "bars"  # lying bars from zero, one for each category


@dataclass(frozen=True, slots=True)
class Strand:
    """One row of values. values: one per category, None where there is none · own: ours, told apart by shape too."""

    name: str
    values: tuple[float | None, ...]
    own: bool = False
    dashed: bool = False

    def last(self) -> int | None:
        """The place of the last value; None without one."""
        return max((at for at, value in enumerate(self.values) if value is not None), default=None)


@dataclass(frozen=True, slots=True)
class Picture:
    """What is drawn. unit: of the values, in words · hue: of bars, as #RRGGBB · signed: changes, with their signs."""

    drawn: Drawn
    categories: tuple[str, ...]
    strands: tuple[Strand, ...]
    unit: str
    hue: str
    signed: bool = False
    decimals: int = 2

    def reach(self) -> tuple[float, float]:
        """Least and greatest of all values, zero among them for bars; (0, 1) without any."""
        values = [value for strand in self.strands for value in strand.values if value is not None]
        values += [0.0] if self.drawn is Drawn.BARS else []
        if not values:
            return 0.0, 1.0
        least, most = min(values), max(values)
        return (least, most) if most > least else (least - 0.5, most + 0.5)

    def steps(self) -> tuple[float, ...]:
        """Round numbers from below the least to above the greatest value, four to seven of them."""
        low, high = self.reach()
        wide = (high - low) / 4
        scale = 10.0 ** floor(log10(wide))
        step = next(scale * times for times in (1, 2, 5, 10) if scale * times >= wide * 0.99)
        first, last = floor(low / step - 0.15), ceil(high / step + 0.15)
        return tuple(round(step * number, 6) for number in range(first, last + 1))


@dataclass(frozen=True, slots=True)
class Slide:
    """One finding. title: the finding · lines: what else is to be said · big: a figure where no picture can be drawn ·
    source: where it comes from and as of when · numbered: the lines are things to decide."""

    title: str
    lines: tuple[str, ...]
    source: str
    picture: Picture | None = None
    caption: str = ""
    big: str = ""
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Deck:
    """Slides in order. mark: what must stand on each, such as «số liệu minh hoạ»; empty for none."""

    title: str
    under: str
    slides: Sequence[Slide]
    mark: str = ""
