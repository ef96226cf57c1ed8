"""A card for messages: 1080 pixels wide, one finding with its picture, its source, and a code leading to the page."""

import io

import segno
from PIL import Image

from cchc_metrics.documents.content import plain
from cchc_metrics.documents.drawing import Sheet, drawn
from cchc_metrics.documents.lettering import fitted, width_of, wrapped
from cchc_metrics.model import Slide

WIDTH, HEIGHT = 1080, 1350
_EDGE = 64
_INK, _SOFT, _MUTED, _RULE, _MARK = "#1c2127", "#4b5360", "#69717d", "#dfdcd5", "#8a6d00"
_CODE = 168
_FOOT = HEIGHT - _EDGE - _CODE
_TITLE, _TITLE_LEAST, _TITLE_LINES = 52, 34, 5
_WORDS_ALONE, _WORDS, _WORDS_LEAST, _LEADING, _BETWEEN = 36, 30, 24, 1.34, 14
_LEAST_PICTURE = 440


def card(slide: Slide, head: str, mark: str, address: str, scan: str) -> bytes:
    """The card as PNG; equal arguments give equal bytes.

    head: of whom it tells · mark: what must be seen, empty for none · address: where the code leads, empty for no
    code · scan: what the code is for.
    """
    sheet = Sheet(WIDTH, HEIGHT)
    sheet.box(0, 0, WIDTH, 14, _INK)
    room = WIDTH - 2 * _EDGE - (width_of(plain(mark), 24, 700) + 36 if mark else 0)
    size, (line, *_) = fitted(plain(head), 24, 18, room, 1, weight=600)
    sheet.write(_EDGE, 76, line, size, color=_MUTED, weight=600)
    if mark:
        sheet.write(WIDTH - _EDGE, 76, plain(mark), 24, color=_MARK, weight=700, align="r")
    y = _title(sheet, plain(slide.title), 130)
    words = [plain(line) for line in slide.lines]
    told = [f"{number}. {line}" for number, line in enumerate(words, 1)] if slide.numbered else words
    pictured = slide.picture is not None and not slide.numbered
    room = _FOOT - 40 - y - (_LEAST_PICTURE if pictured else 0)
    below = _FOOT - 40 - _lines(sheet, told, room, 0 if pictured or slide.big else y + 30)
    image, top = None, 0
    if slide.picture is not None and pictured:
        y += 34
        if slide.caption:
            sheet.write(
                _EDGE, y, fitted(plain(slide.caption), 26, 18, WIDTH - 2 * _EDGE, 1)[1][0], 26, color=_SOFT, weight=600
            )
        top = round(y + 26)
        image = drawn(slide.picture, WIDTH - 2 * _EDGE, round(below - 24 - top), 26)
    elif slide.big and not slide.numbered:
        sheet.write(_EDGE, y + 170, plain(slide.big), 130, color=_INK, weight=700)
    _foot(sheet, plain(slide.source), scan if address else "")
    made = sheet.done()
    if image is not None:
        made.paste(image, (_EDGE, top))
    if address:
        made.paste(_code(address), (WIDTH - _EDGE - _CODE, _FOOT))
    out = io.BytesIO()
    made.save(out, "PNG", optimize=True)
    return out.getvalue()


def _title(sheet: Sheet, text: str, top: float) -> float:
    """The finding in the largest letters that fit; where it ends."""
    size, lines = fitted(text, _TITLE, _TITLE_LEAST, WIDTH - 2 * _EDGE, _TITLE_LINES, weight=700)
    for number, line in enumerate(lines):
        sheet.write(_EDGE, top + size + number * size * 1.28, line, size, color=_INK, weight=700)
    return top + len(lines) * size * 1.28 + 18


def _lines(sheet: Sheet, told: list[str], room: float, top: float) -> float:
    """What else is said, in the largest letters that fit, on the foot of the card or from ``top``; its height."""
    wide = WIDTH - 2 * _EDGE
    for size in (*((_WORDS_ALONE,) if top else ()), _WORDS, _WORDS_LEAST):
        made = [wrapped(line, size, wide) for line in told]
        if _height(made, size) <= room:
            break
    while made and _height(made, size) > room:  # what has no room is left out, the last first
        made = made[:-1]
    high = _height(made, size)
    y = top or _FOOT - 40 - high
    for lines in made:
        for line in lines:
            y += size * _LEADING
            sheet.write(_EDGE, y - size * 0.3, line, size, color=_SOFT)
        y += _BETWEEN
    return high


def _height(made: list[list[str]], size: int) -> float:
    return sum(len(lines) for lines in made) * size * _LEADING + len(made) * _BETWEEN


def _foot(sheet: Sheet, source: str, scan: str) -> None:
    sheet.box(_EDGE, _FOOT - 24, WIDTH - _EDGE, _FOOT - 22, _RULE)
    room = WIDTH - 2 * _EDGE - (_CODE + 36 if scan else 0)
    size, lines = fitted(source, 22, 18, room, 5)
    for number, line in enumerate(lines):
        sheet.write(_EDGE, _FOOT + size + number * size * 1.35, line, size, color=_MUTED)
    if scan:
        sheet.write(_EDGE, _FOOT + _CODE - 6, plain(scan), 20, color=_INK, weight=600)


def _code(address: str) -> Image.Image:
    """The code, each of its squares so many whole pixels that it stays sharp."""
    code = segno.make(address, error="m", micro=False)
    squares = code.symbol_size(border=0)[0]
    raw = io.BytesIO()
    code.save(raw, kind="png", scale=max(1, _CODE // squares), border=0)
    image = Image.open(raw).convert("RGB")
    made = Image.new("RGB", (_CODE, _CODE), "#ffffff")
    made.paste(image, (_CODE - image.width, 0))
    return made
