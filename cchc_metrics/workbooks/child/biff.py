"""What calamine does not tell of an .xls: error cells, percent formats, hidden rows, a password."""

import struct
from collections.abc import Iterator

from .ole import CompoundFile
from .package import is_percent
from .scan import Scan
from .wire import ERROR, PERCENT, RefusedError

_FORMULA, _EOF, _FILEPASS, _BOUNDSHEET, _MULRK, _XF = 0x06, 0x0A, 0x2F, 0x85, 0xBD, 0xE0
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
_CELLS = frozenset({_NUMBER, _RK, _FORMULA, _MULRK, _BOOLERR, _ROW})


def scan_xls(data: bytes) -> list[Scan]:
    """One scan per sheet, in the workbook's order. Raises RefusedError("encrypted" | "damaged")."""
    try:
        book = CompoundFile(data)
        stream = book.streams.get("Workbook") or book.streams.get("Book")
        if stream is None:
            raise RefusedError("damaged")
        content = book.read(stream)
        offsets, percents = _globals(content)
        return [_scan_sheet(content, offset, percents) for offset in offsets]
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


def _globals(content: bytes) -> tuple[list[int], frozenset[int]]:
    """Where the sheets begin, and the cell formats (XF numbers) that show a percent sign."""
    offsets: list[int] = []
    codes: dict[int, str] = {}
    formats: list[int] = []
    for kind, payload in _records(content, 0):
        if kind == _FILEPASS:
            raise RefusedError("encrypted")
        if kind == _BOUNDSHEET:
            offsets.append(struct.unpack_from("<I", payload)[0])
        elif kind == _FORMAT:
            # One or two bytes a letter; without the zeros both read the same as far as % and quotes go.
            codes[struct.unpack_from("<H", payload)[0]] = bytes(payload[2:]).replace(b"\0", b"").decode("latin-1")
        elif kind == _XF:
            formats.append(struct.unpack_from("<H", payload, 2)[0])
    percents = (place for place, number in enumerate(formats) if is_percent(number, codes.get(number)))
    return offsets, frozenset(percents)


def _scan_sheet(content: bytes, offset: int, percents: frozenset[int]) -> Scan:
    result = Scan()
    for kind, payload in _records(content, offset):
        if kind not in _CELLS:
            continue
        row, col, style = struct.unpack_from("<HHH", payload)
        if kind == _ROW:
            if struct.unpack_from("<H", payload, 12)[0] & _HIDDEN:
                result.hidden_rows.append(row + 1)
        elif kind == _MULRK:
            _scan_run(result, payload, percents)
        elif (code := _error_code(kind, payload)) is not None:
            result.marks.add(row, col, ERROR, text=ERROR_TEXTS.get(code, ""))
        elif style in percents and kind != _BOOLERR:
            result.marks.add(row, col, PERCENT)
    return result


def _scan_run(result: Scan, payload: memoryview, percents: frozenset[int]) -> None:
    """A run of numbers in one row, each with its own style."""
    row, first = struct.unpack_from("<HH", payload)
    for place in range((len(payload) - 6) // 6):
        if struct.unpack_from("<H", payload, 4 + 6 * place)[0] in percents:
            result.marks.add(row, first + place, PERCENT)


def _error_code(kind: int, payload: memoryview) -> int | None:
    if kind == _BOOLERR:
        return payload[6] if payload[7] else None
    if kind == _FORMULA and payload[6] == 2 and payload[12] == payload[13] == 0xFF:
        return payload[8]
    return None
