"""How the filling child runs: ``main()`` with the values and the template on stdin, the documents on stdout."""

import io
import zipfile
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from docx.document import Document
from docx.opc.exceptions import PackageNotFoundError
from docxtpl import DocxTemplate
from jinja2 import TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError
from lxml.etree import LxmlError

from cchc_metrics.documents.by_child import Answer, refuse_outsize, serve
from cchc_metrics.documents.carrying import received
from cchc_metrics.documents.content import Prepared
from cchc_metrics.documents.footnotes import set_notes
from cchc_metrics.documents.parcel import parcel
from cchc_metrics.documents.pictures import set_pictures
from cchc_metrics.documents.sandbox import TemplateSandbox
from cchc_metrics.documents.tables import set_tables
from cchc_metrics.documents.together import keep_together
from cchc_metrics.errors import UnreadableFileError
from cchc_metrics.labels import texts

_MOST_UNPACKED = 30_000_000
_MOST_PARTS = 500
_MOST_MADE = 60_000_000


def main() -> None:
    """Fill, answer with the documents or with the sentence why not, and leave."""
    serve(_answer)


def _answer(job: dict[str, Any], template: bytes) -> Answer:
    made = _filled(template, job["values"], datetime.fromisoformat(job["as_of"]))
    return {"sizes": [len(each) for each in made]}, b"".join(made)


def _filled(template: bytes, values: list[Any], as_of: datetime) -> list[bytes]:
    t = texts().documents
    refuse_outsize(template, _MOST_PARTS, _MOST_UNPACKED, unreadable=t.template_unreadable, costly=t.template_too_large)
    made: list[bytes] = []
    for each in values:
        made.append(_one(template, received(each), as_of))
        if sum(map(len, made)) > _MOST_MADE:
            raise UnreadableFileError(t.template_too_large)
    return made


def _one(template: bytes, values: Mapping[str, Any], as_of: datetime) -> bytes:
    prepared = Prepared()
    document = _rendered(template, {name: prepared.of(value) for name, value in values.items()})
    set_tables(document, prepared)
    set_pictures(document, prepared.drawings)
    set_notes(document, prepared.notes)
    keep_together(document)
    return parcel(document, as_of)


def _rendered(template: bytes, context: dict[str, Any]) -> Document:
    t = texts().documents
    try:
        made = DocxTemplate(io.BytesIO(template))
        made.get_docx()
    except (PackageNotFoundError, LxmlError, KeyError, ValueError, zipfile.BadZipFile) as error:
        raise UnreadableFileError(t.template_unreadable) from error
    try:
        made.render(context, jinja_env=TemplateSandbox(), autoescape=True)
    except MemoryError:
        raise
    # Whatever an expression of somebody's runs into is a fault of the template, and said so.
    except Exception as error:
        raise UnreadableFileError(t.template_wrong.format(reason=_reason(error))) from error
    document: Document = made.docx
    return document


def _reason(error: Exception) -> str:
    t = texts().documents
    match error:
        case UndefinedError():
            return t.template_undefined.format(reason=error.message or "")
        case SecurityError():
            return t.template_forbidden.format(reason=error.message or "")
        case TemplateSyntaxError():
            return t.template_syntax.format(reason=error.message or "")
    return t.template_failed.format(reason=type(error).__name__)
