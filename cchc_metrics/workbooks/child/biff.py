"""What calamine does not tell of an .xls: error cells, percent formats, what is hidden or merged, fonts, a password."""

import struct
from collections.abc import Iterator, Mapping, Sequence

from cchc_metrics.guarded.bounds import RefusedError

from .ole import CompoundFile
from .package import is_percent, is_year
from .scan import Scan
from .wire import ERROR, PERCENT, YEAR, font_names

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
_CELLS = frozenset({_NUMBER, _RK, _FORMULA, _MULRK, _BOOLERR, _ROW})


def scan_xls(data: bytes) -> tuple[list[Scan], tuple[str, ...]]:
    """One scan per sheet, in the workbook's order, and the fonts. Raises RefusedError("encrypted" | "damaged")."""
    try:
        book = CompoundFile(data)
        stream = book.streams.get("Workbook") or book.streams.get("Book")
        if stream is None:
            raise RefusedError("damaged")
        content = book.read(stream)
        offsets, shown, fonts = _globals(content)
        return [_scan_sheet(content, offset, shown) for offset in offsets], fonts
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


def _globals(content: bytes) -> tuple[list[int], Mapping[int, int], tuple[str, ...]]:
    """Where the sheets begin, the cell formats (XF numbers) that show a percent or a year, and the fonts of cells."""
    offsets: list[int] = []
    codes: dict[int, str] = {}
    formats: list[int] = []
    fonts: list[str] = []
    used: list[int] = []
    for kind, payload in _records(content, 0):
        if kind == _FILEPASS:
            raise RefusedError("encrypted")
        if kind == _BOUNDSHEET:
            offsets.append(struct.unpack_from("<I", payload)[0])
        elif kind == _FORMAT:
            # One or two bytes a letter behind a length: without zeros and length both read the same.
            written = bytes(payload[2:]).replace(b"\0", b"").lstrip(_CONTROLS)
            codes[struct.unpack_from("<H", payload)[0]] = written.decode("latin-1")
        elif kind == _FONT:
            fonts.append(_font_name(payload))
        elif kind == _XF:
            font, number, sort = struct.unpack_from("<HHH", payload)
            formats.append(number)
            if not sort & _OF_STYLE:
                used.append(font - (font > 4))  # there is no font number 4
    return offsets, shown_as(formats, codes), font_names(fonts[place] for place in used if place < len(fonts))


def shown_as(formats: Sequence[int], codes: Mapping[int, str]) -> Mapping[int, int]:
    """Cell format -> the kind of mark for its cells, where its number format shows a percent sign or a year alone."""
    percents = {place: PERCENT for place, number in enumerate(formats) if is_percent(number, codes.get(number))}
    return percents | {place: YEAR for place, number in enumerate(formats) if is_year(codes.get(number))}


def _font_name(payload: memoryview) -> str:
    length, wide = payload[14], payload[15] & 1
    return bytes(payload[16 : 16 + length * (1 + wide)]).decode("utf-16-le" if wide else "latin-1", "replace")


def _scan_sheet(content: bytes, offset: int, shown: Mapping[int, int]) -> Scan:
    result, remarks = Scan(), _Remarks()
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
    for row, column, text in remarks.placed():
        result.remark(row, column, text)
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


def _add_layout(result: Scan, kind: int, payload: memoryview) -> None:
    if kind == _COLINFO:
        first, last, _, _, options = struct.unpack_from("<5H", payload)
        if options & 1:
            result.hide_columns(first + 1, last + 1)
    elif kind == _MERGED:
        count = min(struct.unpack_from("<H", payload)[0], (len(payload) - 2) // 8)
        for top, bottom, left, right in struct.iter_unpack("<4H", payload[2 : 2 + 8 * count]):
            result.merge((top + 1, left + 1, bottom + 1, right + 1))


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
