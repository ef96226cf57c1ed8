"""What the Word template of a story is filled with: of each finding its words, its picture, its source."""

import io
from typing import Any

from cchc_metrics.documents.content import Drawing
from cchc_metrics.documents.drawing import drawn, height_of
from cchc_metrics.model import Deck, Slide

# Two to a page: pixels of a picture at twice the size at which it is printed, and that size in millimetres.
_PIXELS, _TALL, _LETTERS, _WIDE = 1280, 560, 30, 160


def story_values(deck: Deck) -> dict[str, Any]:
    """The values by the names that the template uses; what a finding has not is empty."""
    return {
        "dau": deck.mark,
        "tieu_de": deck.title,
        "lap": deck.under,
        "cau": [_finding(slide, deck.mark) for slide in deck.slides],
    }


def _finding(slide: Slide, mark: str) -> dict[str, Any]:
    lines = [f"{number}. {line}" for number, line in enumerate(slide.lines, 1)] if slide.numbered else slide.lines
    return {
        "tieu_de": slide.title,
        "chu_thich": slide.caption if slide.picture is not None else "",
        "hinh": _drawing(slide),
        "so_lon": slide.big if slide.picture is None else "",
        "dong": list(lines),
        "nguon": " ".join(part for part in (slide.source, mark) if part),
    }


def _drawing(slide: Slide) -> Drawing | str:
    if slide.picture is None:
        return ""
    raw = io.BytesIO()
    drawn(slide.picture, _PIXELS, height_of(slide.picture, _TALL, _LETTERS), _LETTERS).save(raw, "PNG", optimize=True)
    return Drawing(raw.getvalue(), _WIDE, f"{slide.title}. {slide.caption}")
