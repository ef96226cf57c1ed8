"""Whether a file that somebody sent spells a value, as far as its bytes tell without being opened as what it is."""

import re
import zipfile
from collections.abc import Iterator
from html import unescape
from io import BytesIO

from cchc_metrics.storage.spelling import Wanted

_LARGEST_MEMBER = 200 << 20
_MARKUP = re.compile(r"<[^<>]*>")
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".emf", ".wmf", ".bin", ".pdf")


def looked_into(data: bytes, value: Wanted) -> bool | None:
    """Whether a file, or a part of a zipped one, spells the value.

    None: not as far as one can see, but part of it cannot be seen: a PDF, an old .xls, a picture, a locked archive.
    """
    if any(value.is_in(text) for text in _decoded(data)):
        return True
    if not data.startswith(b"PK"):
        # A text has no such bytes, unless it is one of two bytes a letter.
        return (
            None
            if data.startswith(b"%PDF") or (b"\0" in data and not data.startswith((b"\xff\xfe", b"\xfe\xff")))
            else False
        )
    try:
        with zipfile.ZipFile(BytesIO(data)) as packed:
            members = [one for one in packed.infolist() if one.file_size <= _LARGEST_MEMBER]
            if any(value.is_in(text) for one in members for text in _of_member(packed.read(one))):
                return True
            hidden = len(members) < len(packed.infolist()) or any(
                one.filename.lower().endswith(_PICTURES) for one in members
            )
            return None if hidden else False
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError):
        return None


def _decoded(data: bytes) -> Iterator[str]:
    yield data.decode("utf-8", "ignore")
    yield data.decode("utf-16-le", "ignore")
    yield data[1:].decode("utf-16-le", "ignore")


def _of_member(data: bytes) -> Iterator[str]:
    """A part as it is, and its words without the markup that parts them."""
    text = data.decode("utf-8", "ignore")
    yield text
    yield unescape(_MARKUP.sub("", text))
