"""A document packed so that the same content gives the same bytes."""

import io
import zipfile
from datetime import UTC, datetime

from docx.document import Document

_SOME_DAY = (2025, 7, 1, 0, 0, 0)
_UNIX = 3


def parcel(document: Document, as_of: datetime) -> bytes:
    """The .docx: its properties of the data's day, its parts in order with one date for all of them."""
    properties = document.core_properties
    properties.created = properties.modified = as_of.astimezone(UTC).replace(microsecond=0, tzinfo=None)
    properties.revision = 1
    raw, packed = io.BytesIO(), io.BytesIO()
    document.save(raw)
    with zipfile.ZipFile(raw) as parts, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in parts.namelist():
            info = zipfile.ZipInfo(name, date_time=_SOME_DAY)
            info.create_system = _UNIX
            archive.writestr(info, parts.read(name), zipfile.ZIP_DEFLATED)
    return packed.getvalue()
