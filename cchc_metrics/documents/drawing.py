"""A picture drawn on the server, for a card and for Word: drawn three times as large, so that edges are fine."""

from collections.abc import Callable, Mapping
from itertools import pairwise
from math import ceil

from PIL import Image, ImageDraw

from cchc_metrics.documents.lettering import width_of, wrapped, write
from cchc_metrics.labels import format as fmt
from cchc_metrics.model import Drawn, Picture

_FINE = 3
_INK, _SOFT, _MUTED, _GRID, _OTHERS, _HOME = "#1c2127", "#4b5360", "#69717d", "#e4e0d8", "#9aa3ae", "#b3151f"
_QUIET = "#c5cbd3"
# The least height of a bar with its name, in heights of a letter.
_ROW = 2.5


class Sheet:
    """A white sheet with a pencil that thinks in pixels of the finished picture."""

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        self.image = Image.new("RGB", (width * _FINE, height * _FINE), "#ffffff")
        self.draw = ImageDraw.Draw(self.image)

    def line(self, points: list[tuple[float, float]], color: str, thick: float, dashed: bool = False) -> None:
        """A line through points; dashed: in strokes."""
        fine = [(x * _FINE, y * _FINE) for x, y in points]
        if not dashed:
            self.draw.line(fine, fill=color, width=round(thick * _FINE), joint="curve")
            return
        for (x0, y0), (x1, y1) in pairwise(fine):
            length = max(((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5, 1.0)
            for start in range(0, int(length), 14 * _FINE):
                ends = (start / length, min((start + 8 * _FINE) / length, 1.0))
                stroke = [(x0 + (x1 - x0) * end, y0 + (y1 - y0) * end) for end in ends]
                self.draw.line(stroke, fill=color, width=round(thick * _FINE))

    def box(self, x0: float, y0: float, x1: float, y1: float, color: str) -> None:
        """A filled box."""
        self.draw.rectangle(tuple(part * _FINE for part in (min(x0, x1), y0, max(x0, x1), y1)), fill=color)

    def dot(self, x: float, y: float, radius: float, color: str) -> None:
        """A filled circle."""
        self.draw.ellipse(tuple(p * _FINE for p in (x - radius, y - radius, x + radius, y + radius)), fill=color)

    def diamond(self, x: float, y: float, radius: float) -> None:
        """Our own mark: red with a dark edge."""
        for reach, color in ((radius + 2.5, _INK), (radius, _HOME)):
            corners = ((x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y))
            self.draw.polygon([(px * _FINE, py * _FINE) for px, py in corners], fill=color)

    def write(
        self, x: float, y: float, text: str, size: int, *, color: str = _INK, weight: int = 400, align: str = "l"
    ) -> None:
        """A line of text on its base line, with a white edge that lines behind it do not cut."""
        write(self.draw, (x * _FINE, y * _FINE), text, size * _FINE, color, weight=weight, align=align, halo=_FINE)

    def done(self) -> Image.Image:
        """The sheet at its own size."""
        return self.image.resize((self.width, self.height), Image.Resampling.LANCZOS)


def drawn(picture: Picture, width: int, height: int, size: int) -> Image.Image:
    """The picture alone. size: of its letters, in pixels."""
    sheet = Sheet(width, height)
    makers: Mapping[Drawn, Callable[[Sheet, Picture, int], None]]
    makers = {Drawn.DOTS: _dots, Drawn.LINES: _lines, Drawn.BARS: _bars}
    makers[picture.drawn](sheet, picture, size)
    return sheet.done()


def height_of(picture: Picture, most: int, size: int) -> int:
    """How high the picture need be: few bars take less than ``most``."""
    return min(most, len(picture.categories) * round(size * 4.2)) if picture.drawn is Drawn.BARS else most


def _number(picture: Picture, value: float) -> str:
    return (fmt.signed if picture.signed else fmt.number)(value, picture.decimals)


def _plot(sheet: Sheet, picture: Picture, size: int, right: float, foot: float) -> Callable[[float], float]:
    """Grid, numbers of the upright axis and its unit; how high a value stands."""
    steps = picture.steps()
    low, high = steps[0], steps[-1]
    top, bottom = size * 1.9, sheet.height - foot

    def place(value: float) -> float:
        return bottom - (value - low) / (high - low) * (bottom - top)

    sheet.write(0, size * 1.05, picture.unit, size, color=_MUTED)
    for value in steps:
        y = place(value)
        sheet.line([(size * 3.0, y), (sheet.width - right, y)], _GRID, 1.2)
        sheet.write(size * 2.7, y + size * 0.35, fmt.plain(value, 2), size, color=_MUTED, align="r")
    return place


def _dots(sheet: Sheet, picture: Picture, size: int) -> None:
    place = _plot(sheet, picture, size, size * 0.8, size * 0.6)
    left, wide = size * 3.8, sheet.width - size * 5.4
    step = wide / max(len(picture.categories) - 1, 1)
    for strand in sorted(picture.strands, key=lambda one: one.own):
        for at, value in enumerate(strand.values):
            if value is None:
                continue
            x, y = left + at * step, place(value)
            if not strand.own:
                sheet.dot(x, y, size * 0.26, _OTHERS)
                continue
            sheet.diamond(x, y, size * 0.62)
            right = at < len(strand.values) / 2
            words = f"{strand.name}  {_number(picture, value)}"
            # Values fall from the left: there is room above to the right of a mark, and below to its left.
            beside = (x + size, y - size * 0.55, "l") if right else (x - size, y + size * 1.3, "r")
            sheet.write(beside[0], beside[1], words, size, color=_HOME, weight=700, align=beside[2])


def _lines(sheet: Sheet, picture: Picture, size: int) -> None:
    right = size * 6.2
    place = _plot(sheet, picture, size, right, size * 2.0)
    left = size * 3.6
    step = (sheet.width - right - left - size) / max(len(picture.categories) - 1, 1)
    room = max(1, ceil(size * 3.4 / step)) if step else 1
    last = len(picture.categories) - 1
    for at, name in enumerate(picture.categories):
        if (last - at) % room == 0:
            sheet.write(left + at * step, sheet.height - size * 0.5, name, size, color=_MUTED, align="m")
    for strand in picture.strands:
        color, run = (_HOME if strand.own else _MUTED), list[tuple[float, float]]()
        for at, value in enumerate((*strand.values, None)):
            if value is not None:
                run.append((left + at * step, place(value)))
                continue
            if len(run) > 1:
                sheet.line(run, color, 5 if strand.own else 3, strand.dashed)
            for x, y in run if strand.own else ():
                sheet.dot(x, y, size * 0.3, color)
            run = []
    _ends(sheet, picture, size, lambda at: left + at * step, place)


def _ends(
    sheet: Sheet, picture: Picture, size: int, across: Callable[[int], float], place: Callable[[float], float]
) -> None:
    """The last number of ours, and the name of what it is held against, on the side that is free."""
    ends = {strand.name: strand for strand in picture.strands if strand.last() is not None}
    told = [(strand, strand.last() or 0, strand.values[strand.last() or 0] or 0.0) for strand in ends.values()]
    for strand, at, value in told:
        x, y = across(at) + size * 0.7, place(value) + size * 0.35
        if strand.own:
            sheet.write(x, y, _number(picture, value), size, color=_HOME, weight=700)
            continue
        y += size * (-1.3 if value >= max(other for _, _, other in told) else 1.3)
        for number, line in enumerate(wrapped(strand.name, size, size * 5.4)[:2]):
            sheet.write(x, y + number * size * 1.15, line, size, color=_SOFT)


def _bars(sheet: Sheet, picture: Picture, size: int) -> None:
    low, high = picture.reach()
    # So many rows that they would stand in one another are written smaller.
    size = min(size, int(sheet.height / (len(picture.categories) * _ROW + (1.9 if len(picture.strands) > 1 else 0))))
    told = [value for strand in picture.strands for value in strand.values if value is not None]
    room = max((width_of(_words(picture, value), size, 600) for value in told), default=0.0) + size
    left = room if low < 0 else 0.0
    legend = size * 1.9 if len(picture.strands) > 1 else 0.0
    step = min((sheet.height - legend) / max(len(picture.categories), 1), size * 4.2)

    def across(value: float) -> float:
        return left + (value - low) / (high - low) * (sheet.width - room - left)

    if legend:
        _legend(sheet, picture, size)
    for at, name in enumerate(picture.categories):
        y = legend + at * step
        lines = wrapped(name, size, sheet.width)
        sheet.write(0, y + size, lines[0] + (" …" if len(lines) > 1 else ""), size, color=_SOFT)
        for strand in picture.strands:
            value = strand.values[at]
            if value is not None:
                top, tall = y + size * 1.35, min(step - size * 1.75, size * 1.2)
                sheet.box(across(0.0), top, across(value), top + tall, picture.hue if strand.own else _QUIET)
                end, align = (across(value) + size * 0.4, "l") if value >= 0 else (across(value) - size * 0.4, "r")
                sheet.write(
                    end, top + tall / 2 + size * 0.36, _words(picture, value), size, color=_INK, weight=600, align=align
                )
    if low < 0:
        foot = legend + len(picture.categories) * step
        sheet.line([(across(0.0), legend), (across(0.0), foot)], _MUTED, 1.5)


def _words(picture: Picture, value: float) -> str:
    return f"{_number(picture, value)} {picture.unit}"


def _legend(sheet: Sheet, picture: Picture, size: int) -> None:
    x = 0.0
    for strand in picture.strands:
        sheet.box(x, size * 0.35, x + size * 0.8, size * 1.15, picture.hue if strand.own else _QUIET)
        sheet.write(x + size * 1.15, size * 1.15, strand.name, size, color=_SOFT)
        x += size * 3.2 + width_of(strand.name, size)
