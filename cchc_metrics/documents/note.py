"""A short document of headings and lists, written whole: no template, so nothing in it is anybody's code."""

from collections.abc import Sequence
from datetime import datetime

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from cchc_metrics.documents.content import plain
from cchc_metrics.documents.leaflet import Block
from cchc_metrics.documents.parcel import parcel

_FONT = "Times New Roman"


def note(title: str, under: str, blocks: Sequence[Block], as_of: datetime, mark: str = "") -> bytes:
    """The .docx; the same content gives the same bytes. mark: a text that must be seen, such as «số liệu minh hoạ»."""
    made = Document()
    usual = made.styles["Normal"]
    usual.font.name, usual.font.size = _FONT, Pt(13)
    usual.element.rPr.rFonts.set(qn("w:eastAsia"), _FONT)
    page = made.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin, page.right_margin, page.top_margin, page.bottom_margin = Mm(30), Mm(20), Mm(20), Mm(20)
    if mark:
        said(made.add_paragraph(), mark, middle=True, bold=True)
    said(made.add_paragraph(), title, middle=True, bold=True, size=15)
    said(made.add_paragraph(), under, middle=True)
    for block in blocks:
        said(made.add_paragraph(), block.title, bold=True)
        for line in block.lines:
            said(made.add_paragraph(), f"- {plain(line)}")
    return parcel(made, as_of)


def said(
    at: Paragraph, words: str, *, middle: bool = False, bold: bool = False, size: int = 0, kept: bool = False
) -> None:
    """Write words into a paragraph. size: in points, 0 for the document's own · kept: on one page with the next."""
    run = at.add_run(plain(words))
    run.bold = bold
    if size:
        run.font.size = Pt(size)
    if middle:
        at.alignment = WD_ALIGN_PARAGRAPH.CENTER
    at.paragraph_format.space_after = Pt(4)
    at.paragraph_format.keep_with_next = kept
