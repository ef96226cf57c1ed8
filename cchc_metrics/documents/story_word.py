"""A story as Word, written whole: a heading for each finding, its picture, what else is said, its source."""

import io
from datetime import datetime

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from cchc_metrics.documents.content import plain
from cchc_metrics.documents.drawing import drawn, height_of
from cchc_metrics.documents.note import said
from cchc_metrics.documents.parcel import parcel
from cchc_metrics.model import Deck, Slide

_FONT = "Times New Roman"
_GREY = RGBColor(0x55, 0x5B, 0x66)
# Two to a page: pixels of a picture at twice the size at which it is printed, and that size.
_PIXELS, _TALL, _LETTERS, _WIDE = 1280, 560, 30, 160


def story_word(deck: Deck, as_of: datetime) -> bytes:
    """The .docx on A4; the same deck gives the same bytes."""
    made = docx.Document()
    usual = made.styles["Normal"]
    usual.font.name, usual.font.size = _FONT, Pt(13)
    usual.element.rPr.rFonts.set(qn("w:eastAsia"), _FONT)
    page = made.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin, page.right_margin, page.top_margin, page.bottom_margin = Mm(30), Mm(20), Mm(20), Mm(20)
    if deck.mark:
        said(made.add_paragraph(), deck.mark, bold=True, middle=True)
    said(made.add_paragraph(), deck.title, bold=True, middle=True, size=15)
    said(made.add_paragraph(), deck.under, middle=True)
    for slide in deck.slides:
        _slide(made, slide, deck.mark)
    return parcel(made, as_of)


def _slide(made: Document, slide: Slide, mark: str) -> None:
    heading = made.add_paragraph()
    said(heading, slide.title, bold=True)
    heading.paragraph_format.space_before, heading.paragraph_format.keep_with_next = Pt(14), True
    if slide.picture is not None:
        if slide.caption:
            said(made.add_paragraph(), slide.caption, size=12, kept=True)
        raw = io.BytesIO()
        drawn(slide.picture, _PIXELS, height_of(slide.picture, _TALL, _LETTERS), _LETTERS).save(
            raw, "PNG", optimize=True
        )
        raw.seek(0)
        at = made.add_paragraph()
        at.paragraph_format.keep_with_next = True
        shape = at.add_run().add_picture(raw, width=Mm(_WIDE))
        shape._inline.docPr.set("descr", plain(f"{slide.title}. {slide.caption}"))
    elif slide.big:
        said(made.add_paragraph(), slide.big, bold=True, size=28, kept=True)
    for number, line in enumerate(slide.lines, 1):
        said(made.add_paragraph(), f"{number}. {line}" if slide.numbered else line)
    foot = made.add_paragraph()
    said(foot, " ".join(part for part in (slide.source, mark) if part), size=10)
    foot.runs[0].font.color.rgb = _GREY
