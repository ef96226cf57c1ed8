"""What calamine does not tell of an .xls: error cells, looks, what is hidden, merged or drawn, fonts, a password."""

import struct
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from cchc_metrics.guarded.bounds import RefusedError

from .asides import printed_words
from .layout import settle
from .looks import Look, kinds_of, look_by_kind, look_of
from .ole import CompoundFile
from .scan import Scan
from .sharedtexts import Face, Runs, shared_texts
from .wire import ERROR, PRINT, SHAPE, font_names

_FORMULA, _EOF, _FILEPASS, _BOUNDSHEET, _MULRK, _XF = 0x06, 0x0A, 0x2F, 0x85, 0xBD, 0xE0
_FONT, _COLINFO, _MERGED = 0x31, 0x7D, 0xE5
_NOTE, _CONTINUE, _OBJECT, _TEXT_OF_OBJECT = 0x1C, 0x3C, 0x5D, 0x1B6
_NUMBER, _BOOLERR, _ROW, _RK, _FORMAT, _BOF = 0x203, 0x205, 0x208, 0x27E, 0x41E, 0x809
ERROR_TEXTS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}
_HIDDEN = 0x20
_CONTROLS = bytes(range(32))
_OF_STYLE = 0x04  # an XF that cells do not use themselves
_LABELS, _SHARED, _HEADER, _FOOTER, _SST = frozenset({0xFD, 0x204, 0xD6}), 0xFD, 0x14, 0x15, 0xFC
_CELLS = frozenset({_NUMBER, _RK, _FORMULA, _MULRK, _BOOLERR, _ROW}) | _LABELS


def scan_xls(data: bytes) -> tuple[list[Scan], tuple[str, ...]]:
    """One scan per sheet, in the workbook's order, and the fonts. Raises RefusedError("encrypted" | "damaged")."""
    try:
        book = CompoundFile(data)
        stream = book.streams.get("Workbook") or book.streams.get("Book")
        if stream is None:
            raise RefusedError("damaged")
        content = book.read(stream)
        book_of = _globals(content)
        return [_scan_sheet(content, offset, book_of) for offset in book_of.offsets], book_of.fonts
    except (ValueError, struct.error, IndexError) as error:
        raise RefusedError("damaged") from error


def _records(content: bytes, start: int) -> Iterator[tuple[int, memoryview]]:
    """(type, payload) of the records of one substream; charts inside it are stepped over."""
    view, depth = memoryview(content), 0
    while start + 4 <= len(content):
        kind, size = struct.unpack_from("<HH", content, start)
        if kind == _BOF:
            depth += 1
        elif kind == _EOF:
            depth -= 1
            if depth == 0:
                return
        elif depth == 1:
            yield kind, view[start + 4 : start + 4 + size]
        start += 4 + size


class _Book(NamedTuple):
    """offsets: where the sheets begin · looks: of each cell format (XF) · fonts: of cells · runs: of shared texts."""

    offsets: list[int]
    looks: tuple[Look, ...]
    fonts: tuple[str, ...]
    runs: Mapping[int, Runs]


def _globals(content: bytes) -> _Book:
    offsets: list[int] = []
    codes: dict[int, str] = {}
    formats: list[tuple[int, int]] = []
    names: list[str] = []
    faces: list[Face] = []
    used: list[int] = []
    texts: list[memoryview] = []
    shared = False
    for kind, payload in _records(content, 0):
        shared = kind == _SST or (shared and kind == _CONTINUE)
        if kind == _FILEPASS:
            raise RefusedError("encrypted")
        if kind == _BOUNDSHEET:
            offsets.append(struct.unpack_from("<I", payload)[0])
        elif kind == _FORMAT:
            codes[struct.unpack_from("<H", payload)[0]] = _format_code(payload)
        elif kind == _FONT:
            names.append(_font_name(payload))
            faces.append(Face.of(payload))
        elif kind == _XF:
            font, number, sort = struct.unpack_from("<HHH", payload)
            place = font - (font > 4)  # there is no font number 4
            formats.append((number, place))
            used += [] if sort & _OF_STYLE else [place]
        elif shared:
            texts.append(payload)
    looks = tuple(look_of(number, codes.get(number), struck=_struck(faces, place)) for number, place in formats)
    fonts = font_names(names[place] for place in used if place < len(names))
    return _Book(offsets, looks, fonts, shared_texts(texts, faces))


def _struck(faces: Sequence[Face], place: int) -> bool:
    return place < len(faces) and faces[place].struck


def _format_code(payload: memoryview) -> str:
    """One or two bytes a letter behind a length; of older programs a length of one byte."""
    length, wide = struct.unpack_from("<H", payload, 2)[0], payload[4] & 1 if len(payload) > 4 else 0
    if len(payload) == 5 + length * (1 + wide):
        return bytes(payload[5:]).decode("utf-16-le" if wide else "latin-1", "replace")
    return bytes(payload[2:]).replace(b"\0", b"").lstrip(_CONTROLS).decode("latin-1")


def _font_name(payload: memoryview) -> str:
    length, wide = payload[14], payload[15] & 1
    return bytes(payload[16 : 16 + length * (1 + wide)]).decode("utf-16-le" if wide else "latin-1", "replace")


def _scan_sheet(content: bytes, offset: int, book: _Book) -> Scan:
    result, remarks, shown = Scan(), _Remarks(), kinds_of(book.looks)
    for kind, payload in _records(content, offset):
        if kind not in _CELLS:
            remarks.add(kind, payload)
            _add_layout(result, kind, payload)
            continue
        row, col, style = struct.unpack_from("<HHH", payload)
        if kind == _ROW:
            if struct.unpack_from("<H", payload, 12)[0] & _HIDDEN:
                result.hidden_rows.append(row + 1)
        elif kind == _MULRK:
            _scan_run(result, payload, shown)
        elif (code := _error_code(kind, payload)) is not None:
            result.marks.add(row, col, ERROR, text=ERROR_TEXTS.get(code, ""))
        elif style in shown and kind != _BOOLERR:
            result.marks.add(row, col, shown[style])
        if kind == _SHARED:
            for what, words in book.runs.get(struct.unpack_from("<I", payload, 6)[0], ()):
                result.tell(what, row + 1, col + 1, words)
    for row, column, text in remarks.placed():
        result.remark(row, column, text)
    for text in remarks.drawn():
        result.tell(SHAPE, 1, 1, text)
    settle(result, look_by_kind(book.looks))
    return result


class _Remarks:
    """Comments: a note names a cell and an object; the object's text stands in the records behind it."""

    def __init__(self) -> None:
        self._cells: list[tuple[int, int, int]] = []
        self._texts: dict[int, str] = {}
        self._object = 0
        self._left = 0

    def add(self, kind: int, payload: memoryview) -> None:
        if kind == _NOTE and len(payload) >= 8:
            row, column, _, number = struct.unpack_from("<4H", payload)
            self._cells.append((row + 1, column + 1, number))
        elif kind == _OBJECT and len(payload) >= 8:
            self._object = struct.unpack_from("<H", payload, 6)[0]
        elif kind == _TEXT_OF_OBJECT and len(payload) >= 12:
            self._left = struct.unpack_from("<H", payload, 10)[0]
        elif kind == _CONTINUE and self._left > 0 and payload:
            wide = payload[0] & 1
            text = bytes(payload[1 : 1 + self._left * (1 + wide)]).decode("utf-16-le" if wide else "latin-1", "replace")
            self._texts[self._object] = self._texts.get(self._object, "") + text
            self._left -= len(text)

    def placed(self) -> list[tuple[int, int, str]]:
        return [(row, column, self._texts.get(number, "")) for row, column, number in self._cells]

    def drawn(self) -> list[str]:
        """The texts of boxes and shapes: of all objects but the comments."""
        notes = {number for *_, number in self._cells}
        return [text for number, text in self._texts.items() if number not in notes and text.strip()]


def _add_layout(result: Scan, kind: int, payload: memoryview) -> None:
    if kind == _COLINFO:
        first, last, _, _, options = struct.unpack_from("<5H", payload)
        if options & 1:
            result.hide_columns(first + 1, last + 1)
    elif kind in (_HEADER, _FOOTER):
        words = printed_words(_printed_code(payload))
        if words:
            result.tell(PRINT, 0, 0, words)
    elif kind == _MERGED:
        count = min(struct.unpack_from("<H", payload)[0], (len(payload) - 2) // 8)
        for top, bottom, left, right in struct.iter_unpack("<4H", payload[2 : 2 + 8 * count]):
            result.merge((top + 1, left + 1, bottom + 1, right + 1))


def _printed_code(payload: memoryview) -> str:
    if len(payload) < 4:
        return ""
    length, wide = struct.unpack_from("<H", payload)[0], payload[2] & 1
    return bytes(payload[3 : 3 + length * (1 + wide)]).decode("utf-16-le" if wide else "latin-1", "replace")


def _scan_run(result: Scan, payload: memoryview, shown: Mapping[int, int]) -> None:
    """A run of numbers in one row, each with its own style."""
    row, first = struct.unpack_from("<HH", payload)
    for place in range((len(payload) - 6) // 6):
        kind = shown.get(struct.unpack_from("<H", payload, 4 + 6 * place)[0])
        if kind is not None:
            result.marks.add(row, first + place, kind)


def _error_code(kind: int, payload: memoryview) -> int | None:
    if kind == _BOOLERR:
        return payload[6] if payload[7] else None
    if kind == _FORMULA and payload[6] == 2 and payload[12] == payload[13] == 0xFF:
        return payload[8]
    return None
