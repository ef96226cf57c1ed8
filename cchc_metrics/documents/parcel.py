"""Files packed so that the same content gives the same bytes."""

import io
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime

from docx.document import Document

_SOME_DAY = (2025, 7, 1, 0, 0, 0)
_UNIX = 3


def parcel(document: Document, as_of: datetime) -> bytes:
    """The .docx: its properties of the data's day, its parts in order with one date for all of them."""
    properties = document.core_properties
    properties.created = properties.modified = as_of.astimezone(UTC).replace(microsecond=0, tzinfo=None)
    properties.revision = 1
    raw = io.BytesIO()
    document.save(raw)
    return repacked(raw.getvalue(), lambda _, content: content)


def repacked(raw: bytes, part: Callable[[str, bytes], bytes]) -> bytes:
    """A zip packed anew with one date for all parts. part: of a name and what it holds, what it is to hold."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as parts, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in parts.namelist():
            info = zipfile.ZipInfo(name, date_time=_SOME_DAY)
            info.create_system = _UNIX
            archive.writestr(info, part(name, parts.read(name)), zipfile.ZIP_DEFLATED)
    return made.getvalue()
