"""Word files as people read them."""

from docx.document import Document
from docx.oxml.ns import qn

_TEXT, _HYPHEN = qn("w:t"), qn("w:noBreakHyphen")


def words_of(document: Document) -> str:
    """Everything in a document, tables included, in order, a line a paragraph; a hyphen that does not break is one."""
    return "\n".join(
        "".join("-" if one.tag == _HYPHEN else one.text or "" for one in paragraph.iter(_TEXT, _HYPHEN))
        for paragraph in document.element.body.iter(qn("w:p"))
    )
