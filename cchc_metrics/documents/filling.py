"""A template of the office filled with values: Jinja in a sandbox, then tables and footnotes, then the same bytes."""

import io
import zipfile
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from docx.document import Document
from docx.opc.exceptions import PackageNotFoundError
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError
from jinja2.sandbox import SandboxedEnvironment
from lxml.etree import LxmlError

from cchc_metrics.documents.content import Prepared
from cchc_metrics.documents.footnotes import set_notes
from cchc_metrics.documents.parcel import parcel
from cchc_metrics.documents.tables import set_tables
from cchc_metrics.errors import UnreadableFileError
from cchc_metrics.labels import texts

_MOST_UNPACKED = 30_000_000
_MOST_PARTS = 500


def fill(template: bytes, values: Mapping[str, Any], as_of: datetime) -> bytes:
    """The .docx that a template makes of these values; equal arguments give equal bytes.

    values: texts, numbers, lists and mappings of them, ``Noted`` and ``Sheet``. as_of: the day of the data, kept as the
    document's day of making. Raises UnreadableFileError when the template is no Word file, or asks for a value that
    there is not.
    """
    _refuse_outsize(template)
    prepared = Prepared()
    context = {name: prepared.of(value) for name, value in values.items()}
    document = _rendered(template, context)
    set_tables(document, prepared)
    set_notes(document, prepared.notes)
    return parcel(document, as_of)


def _rendered(template: bytes, context: Mapping[str, Any]) -> Document:
    # A template comes from a person: its expressions see values and nothing of the program.
    sandbox = SandboxedEnvironment(autoescape=True, undefined=StrictUndefined)
    try:
        made = DocxTemplate(io.BytesIO(template))
        made.render(dict(context), jinja_env=sandbox, autoescape=True)
        document: Document = made.docx
    except TemplateError as error:
        raise UnreadableFileError(texts().documents.template_wrong.format(reason=error.message or "")) from error
    except (PackageNotFoundError, LxmlError, KeyError, ValueError, zipfile.BadZipFile) as error:
        raise UnreadableFileError(texts().documents.template_unreadable) from error
    return document


def _refuse_outsize(template: bytes) -> None:
    """A small zip may unpack to gigabytes: its own table of contents says how much, and reading stops there."""
    try:
        with zipfile.ZipFile(io.BytesIO(template)) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, OSError) as error:
        raise UnreadableFileError(texts().documents.template_unreadable) from error
    if len(members) > _MOST_PARTS or sum(member.file_size for member in members) > _MOST_UNPACKED:
        raise UnreadableFileError(texts().documents.template_too_large)
