"""How the child looks through a PDF: ``main()`` with the file on stdin, what was found on stdout."""

import io
import logging
import os
import sys
from collections.abc import Iterator
from typing import Any

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject

from cchc_metrics.guarded.confining import confine
from cchc_metrics.guarded.envelope import packed

# What a PDF can do besides showing pages: by the sort of an action, and by a key that holds such a thing.
_ACTIONS = {
    "/JavaScript": "script",
    "/Launch": "program",
    "/SubmitForm": "form",
    "/ImportData": "form",
    "/GoToE": "embedded",
    "/Rendition": "media",
}
_KEYS = {"/JS": "script", "/XFA": "form", "/EF": "embedded", "/EmbeddedFiles": "embedded", "/RichMediaContent": "media"}
_END, _NEAR_THE_END = b"%%EOF", 2_048
_DEEPEST = 60


def main() -> None:
    """Look, answer, and leave."""
    seconds, memory_mb = map(int, sys.argv[-2:])
    logging.disable(logging.CRITICAL)
    confine(seconds, memory_mb)
    sys.stdout.buffer.write(packed(_found(sys.stdin.buffer.read()), b""))
    sys.stdout.buffer.flush()
    os._exit(0)


def _found(data: bytes) -> dict[str, Any]:
    if _END not in data[-_NEAR_THE_END:]:
        return {"found": "damaged"}
    try:
        reader = PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted:
            return {"found": "encrypted"}
        if not reader.pages:
            return {"found": "damaged"}
        return _looked_through(reader)
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, AssertionError, RecursionError):
        return {"found": "damaged"}


def _looked_through(reader: PdfReader) -> dict[str, Any]:
    signatures = 0
    for part in _dictionaries(reader):
        what = _ACTIONS.get(str(part.get("/S", ""))) or next((_KEYS[key] for key in part if key in _KEYS), None)
        if what:
            return {"found": "active", "what": what}
        signatures += part.get("/Type") == "/Sig" and "/ByteRange" in part
    return {"found": "sound", "signatures": signatures}


def _dictionaries(reader: PdfReader) -> Iterator[DictionaryObject]:
    """Every dictionary of every object that the file lists, those within others too."""
    numbers = {(number, generation) for generation, listed in reader.xref.items() for number in listed}
    numbers |= {(number, 0) for number in reader.xref_objStm}
    for number, generation in sorted(numbers):
        yield from _within(reader.get_object(IndirectObject(number, generation, reader)), 0)
    yield from _within(reader.trailer, 0)


def _within(part: Any, depth: int) -> Iterator[DictionaryObject]:
    if depth > _DEEPEST:
        raise ValueError("nested too deep")
    if isinstance(part, DictionaryObject | StreamObject):
        yield part
        for key in part:
            yield from _within(part.raw_get(key), depth + 1)
    elif isinstance(part, ArrayObject):
        for each in list.__iter__(part):
            yield from _within(each, depth + 1)
