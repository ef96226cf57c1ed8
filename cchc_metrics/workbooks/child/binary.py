"""What calamine does not tell of an .xlsb: error cells, percent formats, what is hidden or merged, fonts."""

import struct
from collections.abc import Iterator, Sequence

from cchc_metrics.guarded.bounds import RefusedError

from .biff import ERROR_TEXTS
from .layout import settle
from .looks import Look, kinds_of, look_by_kind, look_of
from .package import Package
from .scan import Scan
from .wire import ERROR, font_names

_ROW, _RK, _ERROR, _REAL, _FORMULA_NUMBER, _FORMULA_ERROR = 0, 2, 3, 5, 9, 11
_FONT, _FORMAT, _XF, _COLUMN, _SHEET, _MERGED, _CELL_FORMATS, _CELL_FORMATS_END = 43, 44, 47, 60, 156, 176, 617, 618
_NUMBERS = frozenset({_RK, _REAL, _FORMULA_NUMBER})
_ERRORS = frozenset({_ERROR, _FORMULA_ERROR})
_HIDDEN = 0x10


def scan_xlsb(data: bytes) -> tuple[list[Scan], tuple[str, ...]]:
    """One scan per sheet, in the workbook's order, and the fonts. Raises RefusedError("damaged")."""
    package = Package(data)
    try:
        targets = package.targets("xl/_rels/workbook.bin.rels")
        looks, fonts = _styles(package.read("xl/styles.bin"))
        members = [_relation(payload) for kind, payload in _records(package.read("xl/workbook.bin")) if kind == _SHEET]
        return [_scan_sheet(package.read(targets.get(member, ("", ""))[0]), looks) for member in members], fonts
    except (struct.error, IndexError) as error:
        raise RefusedError("damaged") from error


def _records(content: bytes) -> Iterator[tuple[int, memoryview]]:
    """(type, payload): the type takes one or two bytes, the size up to four, seven bits in each."""
    view, place = memoryview(content), 0
    while place < len(content):
        kind = content[place]
        place += 1
        if kind & 0x80:
            kind = (kind & 0x7F) | (content[place] & 0x7F) << 7
            place += 1
        size = shift = 0
        while True:
            byte = content[place]
            place += 1
            size |= (byte & 0x7F) << shift
            shift += 7
            if not byte & 0x80 or shift > 21:
                break
        yield kind, view[place : place + size]
        place += size


def _relation(payload: memoryview) -> str:
    length = struct.unpack_from("<I", payload, 8)[0]
    return bytes(payload[12 : 12 + 2 * length]).decode("utf-16-le", "replace")


def _styles(styles: bytes) -> tuple[tuple[Look, ...], tuple[str, ...]]:
    """The look of each cell format, and the fonts of cell formats."""
    codes: dict[int, str] = {}
    formats: list[int] = []
    fonts: list[str] = []
    used: list[int] = []
    inside = False
    for kind, payload in _records(styles):
        if kind in (_CELL_FORMATS, _CELL_FORMATS_END):
            inside = kind == _CELL_FORMATS
        elif kind == _FORMAT:
            codes[struct.unpack_from("<H", payload)[0]] = bytes(payload[6:]).decode("utf-16-le", "replace")
        elif kind == _FONT:
            length = struct.unpack_from("<I", payload, 21)[0]
            fonts.append(bytes(payload[25 : 25 + 2 * length]).decode("utf-16-le", "replace"))
        elif kind == _XF and inside:
            _, number, font = struct.unpack_from("<HHH", payload)
            formats.append(number)
            used.append(font)
    looks = tuple(look_of(number, codes.get(number)) for number in formats)
    return looks, font_names(fonts[place] for place in used if place < len(fonts))


def _scan_sheet(content: bytes, looks: Sequence[Look]) -> Scan:
    result, row, shown = Scan(), -1, kinds_of(looks)
    for kind, payload in _records(content):
        if kind == _ROW:
            row = struct.unpack_from("<I", payload)[0]
            if payload[11] & _HIDDEN:
                result.hidden_rows.append(row + 1)
        elif kind in _ERRORS:
            result.marks.add(row, _column(payload), ERROR, text=ERROR_TEXTS.get(payload[8], ""))
        elif kind in _NUMBERS and (style := struct.unpack_from("<I", payload, 4)[0] & 0xFFFFFF) in shown:
            result.marks.add(row, _column(payload), shown[style])
        elif kind == _COLUMN:
            first, last, _, _, options = struct.unpack_from("<4IH", payload)
            if options & 1:
                result.hide_columns(first + 1, last + 1)
        elif kind == _MERGED:
            top, bottom, left, right = struct.unpack_from("<4I", payload)
            result.merge((top + 1, left + 1, bottom + 1, right + 1))
    settle(result, look_by_kind(looks))
    return result


def _column(payload: memoryview) -> int:
    return int(struct.unpack_from("<I", payload)[0])
