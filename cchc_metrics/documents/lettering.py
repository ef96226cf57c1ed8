"""Our letters on pictures that a server draws: no display, no browser, no font of the machine."""

import unicodedata
from functools import lru_cache
from itertools import groupby

from PIL import ImageDraw, ImageFont

from cchc_metrics.config import PROJECT

_FONTS = PROJECT / "cchc_metrics" / "ui" / "static" / "fonts"
# The letters that the file of Vietnamese letters holds; all others that we write are in the one of Latin letters.
_VIETNAMESE = (
    *((0x102, 0x103), (0x110, 0x111), (0x128, 0x129), (0x168, 0x169), (0x1A0, 0x1A1), (0x1AF, 0x1B0)),
    *((0x300, 0x301), (0x303, 0x304), (0x308, 0x309), (0x323, 0x323), (0x1EA0, 0x1EF9), (0x20AB, 0x20AB)),
)
_LATIN_MORE = ((0x100, 0x101), (0x104, 0x10F), (0x112, 0x127), (0x12A, 0x167), (0x16A, 0x19F), (0x1B1, 0x24F))


# The one sign of ours that the letters lack; it is drawn.
_ARROW = "→"


def _file_of(letter: str) -> str:
    if letter == _ARROW:
        return _ARROW
    code = ord(letter)
    if any(low <= code <= high for low, high in _VIETNAMESE):
        return "vietnamese"
    return "latin-ext" if any(low <= code <= high for low, high in _LATIN_MORE) else "latin"


@lru_cache(maxsize=64)
def _font(part: str, weight: int, size: int) -> ImageFont.FreeTypeFont:
    path = _FONTS / f"be-vietnam-pro-{part}-{weight}-normal.woff2"
    return ImageFont.truetype(str(path), size, layout_engine=ImageFont.Layout.BASIC)


def _runs(text: str) -> list[tuple[str, str]]:
    """(file of letters, run of text) in order."""
    return [(part, "".join(run)) for part, run in groupby(unicodedata.normalize("NFC", text), key=_file_of)]


def width_of(text: str, size: int, weight: int = 400) -> float:
    """How wide a line of text is, in pixels."""
    return float(sum(_length(part, run, size, weight) for part, run in _runs(text)))


def _length(part: str, run: str, size: int, weight: int) -> float:
    return size * 0.9 * len(run) if part == _ARROW else float(_font(part, weight, size).getlength(run))


def write(
    draw: ImageDraw.ImageDraw,
    at: tuple[float, float],
    text: str,
    size: int,
    color: str,
    *,
    weight: int = 400,
    align: str = "l",
    halo: int = 0,
) -> None:
    """A line of text. at: where its base line begins (align "l"), ends ("r") or has its middle ("m")."""
    whole = width_of(text, size, weight)
    x = at[0] - {"l": 0.0, "m": whole / 2, "r": whole}[align]
    for part, run in _runs(text):
        if part == _ARROW:
            _arrow(draw, x, at[1], size, color)
        else:
            font = _font(part, weight, size)
            draw.text((x, at[1]), run, fill=color, font=font, anchor="ls", stroke_width=halo, stroke_fill="#ffffff")
        x += _length(part, run, size, weight)


def _arrow(draw: ImageDraw.ImageDraw, x: float, base: float, size: int, color: str) -> None:
    y, start, end, thick = base - size * 0.3, x + size * 0.06, x + size * 0.84, max(1, round(size * 0.08))
    draw.line([(start, y), (end, y)], fill=color, width=thick)
    draw.line(
        [(end - size * 0.24, y - size * 0.2), (end, y), (end - size * 0.24, y + size * 0.2)], fill=color, width=thick
    )


def wrapped(text: str, size: int, width: float, weight: int = 400) -> list[str]:
    """The text in lines no wider than ``width``; a word that is wider stands on a line of its own, cut by letters."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if width_of(longer, size, weight) <= width:
            line = longer
            continue
        lines += [line] if line else []
        line = word
        while width_of(line, size, weight) > width:
            cut = max(n for n in range(1, len(line) + 1) if n == 1 or width_of(line[:n], size, weight) <= width)
            lines.append(line[:cut])
            line = line[cut:]
    return [*lines, line] if line else lines


def fitted(
    text: str, biggest: int, least: int, width: float, lines: int, *, weight: int = 400
) -> tuple[int, list[str]]:
    """The largest size at which the text has at most so many lines, and these; at the least size the rest is cut."""
    for size in range(biggest, least - 1, -2):
        made = wrapped(text, size, width, weight)
        if len(made) <= lines:
            return size, made
    made = wrapped(text, least, width, weight)
    return least, [*made[: lines - 1], f"{made[lines - 1][:-2].rstrip()} …"]
