"""Pictures set where the template says, once it is filled: the engine of templates never meets their bytes."""

import io

from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.text.paragraph import Paragraph

from cchc_metrics.documents.content import CLOSE, DRAWING, Drawing, plain


def set_pictures(document: Document, drawings: list[Drawing]) -> None:
    """Puts every picture into the paragraph that holds nothing but its mark, on one page with what follows it."""
    for element in list(document.element.body.iter(qn("w:p"))):
        text = "".join(node.text or "" for node in element.iter(qn("w:t"))).strip()
        if text.startswith(DRAWING) and text.endswith(CLOSE):
            drawing = drawings[int(text[1:-1])]
            at = Paragraph(element, document._body)
            for run in list(at.runs):
                element.remove(run._element)
            shape = at.add_run().add_picture(io.BytesIO(drawing.png), width=Mm(drawing.wide))
            shape._inline.docPr.set("descr", plain(drawing.told))
            at.paragraph_format.keep_with_next = True
