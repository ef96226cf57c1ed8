"""Real footnotes: python-docx has no call for them, so the part of footnotes is written here."""

import copy
import re
from collections.abc import Sequence

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import nsdecls, qn
from lxml import etree

from cchc_metrics.documents.content import CLOSE, OPEN

REFERENCE, TEXT = "footnote reference", "footnote text"
_MARK = re.compile(f"{OPEN}(\\d+){CLOSE}")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
# Word keeps two notes of its own: the line above the notes, and that of a note that runs on.
_OWN = (("separator", -1), ("continuationSeparator", 0))


def set_notes(document: Document, notes: Sequence[str]) -> None:
    """Every mark of a note in the text becomes its reference, in the order in which they are met."""
    order: list[int] = []
    reference = _style(document, REFERENCE, WD_STYLE_TYPE.CHARACTER)
    held = _held(document)
    first = max((int(note.get(qn("w:id"), "0")) for note in held), default=0) + 1
    for node in list(document.element.body.iter(qn("w:t"))):
        if node.text and OPEN in node.text:
            _split(node, order, first, reference)
    if order:
        for number, place in enumerate(order, start=first):
            held.append(_note(document, number, notes[place], reference))
        _keep(document, held)


def _style(document: Document, name: str, kind: WD_STYLE_TYPE) -> str:
    return next((style.style_id for style in document.styles if style.name == name and style.type == kind), "")


def _split(node: etree._Element, order: list[int], first: int, reference: str) -> None:
    """One run into runs of text with references between them, all of the look of the first."""
    run, pieces = node.getparent(), _MARK.split(node.text or "")
    look = run.find(qn("w:rPr"))
    at = run
    _write(node, pieces[0])
    for place, text in zip(pieces[1::2], pieces[2::2], strict=True):
        mark = _run(reference)
        etree.SubElement(mark, qn("w:footnoteReference")).set(qn("w:id"), str(first + len(order)))
        order.append(int(place))
        at.addnext(mark)
        at = mark
        if text:
            rest = etree.Element(qn("w:r"))
            if look is not None:
                rest.append(copy.deepcopy(look))
            _write(etree.SubElement(rest, qn("w:t")), text)
            at.addnext(rest)
            at = rest


def _run(reference: str) -> etree._Element:
    run = etree.Element(qn("w:r"))
    look = etree.SubElement(run, qn("w:rPr"))
    if reference:
        etree.SubElement(look, qn("w:rStyle")).set(qn("w:val"), reference)
    else:
        etree.SubElement(look, qn("w:vertAlign")).set(qn("w:val"), "superscript")
    return run


def _write(node: etree._Element, text: str) -> None:
    node.text = text
    node.set(_SPACE, "preserve")


def _held(document: Document) -> etree._Element:
    """The notes that the template brings, or a part with nothing but Word's own two."""
    for relation in document.part.rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.FOOTNOTES:
            return etree.fromstring(relation.target_part.blob, etree.XMLParser(resolve_entities=False))
    root = etree.fromstring(f"<w:footnotes {nsdecls('w')}/>")
    for kind, number in _OWN:
        own = etree.SubElement(root, qn("w:footnote"))
        own.set(qn("w:type"), kind)
        own.set(qn("w:id"), str(number))
        etree.SubElement(etree.SubElement(etree.SubElement(own, qn("w:p")), qn("w:r")), qn(f"w:{kind}"))
    return root


def _note(document: Document, number: int, text: str, reference: str) -> etree._Element:
    note = etree.Element(qn("w:footnote"))
    note.set(qn("w:id"), str(number))
    paragraph = etree.SubElement(note, qn("w:p"))
    if style := _style(document, TEXT, WD_STYLE_TYPE.PARAGRAPH):
        etree.SubElement(etree.SubElement(paragraph, qn("w:pPr")), qn("w:pStyle")).set(qn("w:val"), style)
    mark = _run(reference)
    etree.SubElement(mark, qn("w:footnoteRef"))
    paragraph.append(mark)
    _write(etree.SubElement(etree.SubElement(paragraph, qn("w:r")), qn("w:t")), f" {text}")
    return note


def _keep(document: Document, root: etree._Element) -> None:
    part = document.part
    for key, relation in list(part.rels.items()):
        if relation.reltype == RELATIONSHIP_TYPE.FOOTNOTES:
            del part.rels[key]
    blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    made = Part(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, blob, part.package)
    part.relate_to(made, RELATIONSHIP_TYPE.FOOTNOTES)
