"""Numbers of documents that no line breaks: «526/VP-HCTC» with the hyphen that Word does not break at."""

import copy
import re

from docx.document import Document
from docx.oxml.ns import qn
from lxml import etree

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
# «15/QĐ-BNV», «34/CTr-UBND», «20/2008/NĐ-CP»; also with a sign for a number that is still open.
_NUMBER = re.compile(r"(?<![\w/])[\w…._]*/(?:\d{4}/)?[^\W\d_]+(?:-[^\W\d_]+)+")


def keep_together(document: Document) -> None:
    """Every hyphen within the number of a document becomes Word's own that does not break.

    It stays a hyphen for those who search or copy: a letter of another kind (U+2011) would be found by nobody.
    """
    for node in list(document.element.body.iter(qn("w:t"))):
        if node.text and "-" in node.text and "/" in node.text:
            _split(node, node.text)


def _split(node: etree._Element, text: str) -> None:
    """One text into texts with unbreakable hyphens between them, within its run."""
    places = [match.start() + at for match in _NUMBER.finditer(text) for at, sign in enumerate(match[0]) if sign == "-"]
    if not places:
        return
    ends = [*places, len(text)]
    _write(node, text[: places[0]])
    at = node
    for start, end in zip(places, ends[1:], strict=True):
        hyphen = etree.Element(qn("w:noBreakHyphen"))
        rest = copy.copy(node)
        _write(rest, text[start + 1 : end])
        at.addnext(hyphen)
        hyphen.addnext(rest)
        at = rest


def _write(node: etree._Element, text: str) -> None:
    node.text = text
    node.set(_SPACE, "preserve")
