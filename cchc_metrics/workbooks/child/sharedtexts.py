"""The shared texts of an .xls whose letters are in part crossed out or off the line."""

import struct
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from .wire import RAISED, STRUCK

_STRIKE = 0x08
_WIDE, _EXTENDED, _RICH = 0x01, 0x04, 0x08
Runs = tuple[tuple[str, str], ...]


class Face(NamedTuple):
    """How a font draws its letters."""

    struck: bool = False
    raised: bool = False

    @staticmethod
    def of(payload: memoryview) -> "Face":
        """From a FONT record."""
        return Face(bool(payload[2] & _STRIKE), bool(struct.unpack_from("<H", payload, 8)[0]))


def shared_texts(parts: Sequence[memoryview], faces: Sequence[Face]) -> Mapping[int, Runs]:
    """Number of a shared text -> its pieces that are crossed out or off the line, as (what, words).

    parts: the record of shared texts and those that continue it; letters that lie across two begin anew with a flag.
    """
    if not parts or not any(face.struck or face.raised for face in faces):
        return {}
    source, found = _Source(parts), {}
    _, unique = struct.unpack("<II", source.take(8))
    for number in range(unique):
        length, flags = struct.unpack("<HB", source.take(3))
        runs = struct.unpack("<H", source.take(2))[0] if flags & _RICH else 0
        more = struct.unpack("<I", source.take(4))[0] if flags & _EXTENDED else 0
        words = source.letters(length, flags & _WIDE)
        places = [struct.unpack("<HH", source.take(4)) for _ in range(runs)]
        source.take(more)
        told = _told(words, places, faces)
        if told:
            found[number] = told
    return found


def _told(words: str, places: Sequence[tuple[int, int]], faces: Sequence[Face]) -> Runs:
    found = []
    for at, (start, font) in enumerate(places):
        end = places[at + 1][0] if at + 1 < len(places) else len(words)
        place = font - (font > 4)  # there is no font number 4
        face = faces[place] if place < len(faces) else Face()
        if words[start:end].strip() and (face.struck or face.raised):
            found.append((STRUCK if face.struck else RAISED, words[start:end]))
    return tuple(found)


class _Source:
    """Bytes that lie in several records."""

    def __init__(self, parts: Sequence[memoryview]) -> None:
        self._parts = parts
        self._part = self._at = 0

    def take(self, count: int) -> bytes:
        """The next bytes, wherever records end between them."""
        taken = b""
        while len(taken) < count:
            piece = self._piece(count - len(taken))
            if not piece:
                raise ValueError("a record of texts is empty")
            taken += piece
        return taken

    def letters(self, count: int, wide: int) -> str:
        """The next letters; where a record ends among them the next begins with how many bytes a letter takes."""
        words = ""
        while len(words) < count:
            if self._at == len(self._parts[self._part]):
                self._next()
                wide = self._piece(1)[0] & _WIDE
            size = (count - len(words)) * (1 + wide)
            piece = self._piece(min(size, len(self._parts[self._part]) - self._at))
            if not piece:
                raise ValueError("a record of texts is empty")
            words += piece.decode("utf-16-le" if wide else "latin-1", "replace")
        return words

    def _piece(self, most: int) -> bytes:
        if self._at == len(self._parts[self._part]):
            self._next()
        piece = bytes(self._parts[self._part][self._at : self._at + most])
        self._at += len(piece)
        return piece

    def _next(self) -> None:
        self._part, self._at = self._part + 1, 0
