"""Tables set where the template says, in the template's styles.

They are built as elements after the template is filled: through the engine 200 units would take minutes.
"""

from collections.abc import Mapping, Sequence

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from lxml import etree

from cchc_metrics.documents.content import CLOSE, TABLE, Cell, Prepared, Sheet

HEADER, WORDS, NUMBERS = "Ô tiêu đề", "Ô chữ", "Ô số"
_WHOLE = 5000  # of the width, in fiftieths of a percent
_GRID = 9000  # twentieths of a point; the width above decides, this only parts it
# Rows of a table that is kept on one page.
_ON_ONE_PAGE = 12
_BORDERS = ("top", "left", "bottom", "right", "insideH", "insideV")
_CELLS = ("tblCellMar", ("left", "right"))


def set_tables(document: Document, prepared: Prepared) -> None:
    """Puts every table in the place of its mark; the paragraph that held the mark goes."""
    styles = {
        name: document.styles[name].style_id
        for name in (HEADER, WORDS, NUMBERS)
        if name in {style.name for style in document.styles if style.type == WD_STYLE_TYPE.PARAGRAPH}
    }
    for paragraph in list(document.element.body.iter(qn("w:p"))):
        text = "".join(node.text or "" for node in paragraph.iter(qn("w:t"))).strip()
        if text.startswith(TABLE) and text.endswith(CLOSE):
            table = _table(prepared.sheets[int(text[1:-1])], styles, prepared)
            parent = paragraph.getparent()
            parent.replace(paragraph, table)
            if table.getnext() is None or table.getnext().tag == qn("w:tbl"):
                table.addnext(etree.Element(qn("w:p")))


def _table(sheet: Sheet, styles: Mapping[str, str], prepared: Prepared) -> etree._Element:
    table = etree.Element(qn("w:tbl"))
    _properties(table)
    grid = etree.SubElement(table, qn("w:tblGrid"))
    whole = sum(sheet.widths)
    widths = [round(_GRID * width / whole) for width in sheet.widths]
    for width in widths:
        etree.SubElement(grid, qn("w:gridCol")).set(qn("w:w"), str(width))
    looks = [styles.get(NUMBERS if place in sheet.numbers else WORDS, "") for place in range(len(widths))]
    _row(table, sheet.header, [styles.get(HEADER, "")] * len(widths), widths, prepared, head=True, followed=True)
    whole_page = len(sheet.rows) <= _ON_ONE_PAGE
    for number, row in enumerate(sheet.rows, 1):
        _row(table, row, looks, widths, prepared, followed=whole_page and number < len(sheet.rows))
    return table


def _properties(table: etree._Element) -> None:
    said = etree.SubElement(table, qn("w:tblPr"))
    _attributes(etree.SubElement(said, qn("w:tblW")), w=str(_WHOLE), type="pct")
    borders = etree.SubElement(said, qn("w:tblBorders"))
    for side in _BORDERS:
        _attributes(etree.SubElement(borders, qn(f"w:{side}")), val="single", sz="4", space="0", color="000000")
    _attributes(etree.SubElement(said, qn("w:tblLayout")), type="fixed")
    name, sides = _CELLS
    margins = etree.SubElement(said, qn(f"w:{name}"))
    for side in sides:
        _attributes(etree.SubElement(margins, qn(f"w:{side}")), w="57", type="dxa")


def _row(
    table: etree._Element,
    cells: Sequence[Cell],
    looks: Sequence[str],
    widths: Sequence[int],
    prepared: Prepared,
    *,
    head: bool = False,
    followed: bool = False,
) -> None:
    """followed: the next row stands on the same page, so that a short table is not torn and none ends in its header."""
    row = etree.SubElement(table, qn("w:tr"))
    said = etree.SubElement(row, qn("w:trPr"))
    etree.SubElement(said, qn("w:cantSplit"))
    if head:
        etree.SubElement(said, qn("w:tblHeader"))
    for cell, look, width in zip(cells, looks, widths, strict=True):
        place = etree.SubElement(row, qn("w:tc"))
        _attributes(etree.SubElement(etree.SubElement(place, qn("w:tcPr")), qn("w:tcW")), w=str(width), type="dxa")
        paragraph = etree.SubElement(place, qn("w:p"))
        if look or followed:
            about = etree.SubElement(paragraph, qn("w:pPr"))
            if look:
                _attributes(etree.SubElement(about, qn("w:pStyle")), val=look)
            if followed:
                etree.SubElement(about, qn("w:keepNext"))
        text = prepared.of(cell)
        if text:
            run = etree.SubElement(etree.SubElement(paragraph, qn("w:r")), qn("w:t"))
            run.text = text
            run.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _attributes(element: etree._Element, **values: str) -> None:
    for name, value in values.items():
        element.set(qn(f"w:{name}"), value)
