"""Workbooks made byte by byte, in formats that no library of ours writes, and archives that lie."""

import io
import struct
import zipfile
from collections.abc import Mapping, Sequence

import xlsxwriter

Cell = str | float | bool | None


def xlsx(rows: Sequence[Sequence[Cell]], *, percent_columns: Sequence[int] = (), sheet: str = "Số liệu") -> bytes:
    """A sheet with these cells from A1; numbers in ``percent_columns`` under a percent format."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    page = book.add_worksheet(sheet)
    percent = book.add_format({"num_format": "0.00%"})
    for row, cells in enumerate(rows):
        for col, cell in enumerate(cells):
            if isinstance(cell, str):
                page.write_string(row, col, cell)
            elif isinstance(cell, bool):
                page.write_boolean(row, col, cell)
            elif cell is not None:
                page.write_number(row, col, cell, percent if col in percent_columns else None)
    book.close()
    return buffer.getvalue()


def raw_xlsx(
    sheet_data: str,
    *,
    styles: str = "",
    shared: str = "",
    before: str = "",
    behind: str = "",
    extra: Mapping[str, str | bytes] | None = None,
) -> bytes:
    """An .xlsx with this ``<sheetData>`` content as a program might write it, other than ours.

    before, behind: what stands around it in the sheet · extra: parts added or replaced.
    """
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" '
        f'Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>'
        '<sheet name="Trang" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" '
        f'Type="{office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}">{before}<sheetData>{sheet_data}</sheetData>{behind}'
        "</worksheet>",
    }
    if styles:
        parts["xl/styles.xml"] = f'<styleSheet xmlns="{main}">{styles}</styleSheet>'
    if shared:
        parts["xl/sharedStrings.xml"] = shared
    return zipped({**parts, **(extra or {})})


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return buffer.getvalue()


def ods(table: str, manifest: str = "<manifest/>", styles: str = "") -> bytes:
    """An .ods whose one table «Trang» has these rows; styles: what stands before the body."""
    spaces = " ".join(
        f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for prefix, name in (("office", "office"), ("table", "table"), ("text", "text"), ("style", "style"))
    )
    calc = 'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
    content = (
        f"<office:document-content {spaces} {calc}>{styles}<office:body><office:spreadsheet>"
        '<table:table table:name="Trang">'
        f"{table}</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    media_type = "application/vnd.oasis.opendocument.spreadsheet"
    return zipped({"mimetype": media_type, "META-INF/manifest.xml": manifest, "content.xml": content})


def compound(streams: Mapping[str, bytes]) -> bytes:
    """An old Office container with these streams below the root, each of at least 4096 bytes (padded)."""
    contents = {name: content.ljust(4096, b"\0") for name, content in streams.items()}
    sectors: list[bytes] = []
    fat: list[int] = []
    starts: dict[str, int] = {}

    def add(content: bytes) -> int:
        first = len(sectors)
        pieces = [content[place : place + 512].ljust(512, b"\0") for place in range(0, len(content), 512)]
        sectors.extend(pieces)
        fat.extend(range(first + 1, first + len(pieces)))
        fat.append(0xFFFFFFFE)
        return first

    for name, content in contents.items():
        starts[name] = add(content)
    entries = [_directory_entry("Root Entry", 5, 1 if contents else 0xFFFFFFFF, 0xFFFFFFFE, 0)]
    for place, (name, content) in enumerate(contents.items(), 1):
        right = place + 1 if place < len(contents) else 0xFFFFFFFF
        entries.append(_directory_entry(name, 2, 0xFFFFFFFF, starts[name], len(content), right=right))
    directory = add(b"".join(entries).ljust(512, b"\0"))
    fat_sector = len(sectors)
    numbers = [*fat, 0xFFFFFFFD, *[0xFFFFFFFF] * (127 - len(fat))]
    table = struct.pack("<128I", *numbers)
    header = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(10)
    header += struct.pack("<IIIIIIIII", 1, directory, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0, fat_sector)
    header += struct.pack("<108I", *[0xFFFFFFFF] * 108)
    return header + b"".join(sectors) + table


def _directory_entry(name: str, kind: int, child: int, start: int, size: int, *, right: int = 0xFFFFFFFF) -> bytes:
    raw = name.encode("utf-16-le") + b"\0\0"
    return (
        raw.ljust(64, b"\0")
        + struct.pack("<HBBIII", len(raw), kind, 1, 0xFFFFFFFF, right, child)
        + bytes(36)
        + struct.pack("<IQ", start, size)
    )


def _record(kind: int, payload: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(payload)) + payload


def xls(cells: bytes, book_records: bytes = b"", font: bytes = b"Arial") -> bytes:
    """An .xls with one sheet «Trang» of these cell records; style 1 shows a percent sign (``0.00%``)."""
    begin = struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 0)
    fonts = _record(0x31, struct.pack("<HHHHHBBBBBB", 200, 0, 8, 400, 0, 0, 0, 0, 0, len(font), 0) + font)
    styles = b"".join(_record(0xE0, struct.pack("<HH16x", 0, number)) for number in (0, 10))
    name = b"Trang"
    before = _record(0x809, begin) + _record(0x42, struct.pack("<H", 1200)) + fonts + styles + book_records
    offset = len(before) + 4 + 8 + len(name) + 4
    sheet_entry = _record(0x85, struct.pack("<IBBBB", offset, 0, 0, len(name), 0) + name)
    sheet = _record(0x809, begin.replace(b"\x05\0", b"\x10\0", 1)) + cells + _record(0x0A)
    return compound({"Workbook": before + sheet_entry + _record(0x0A) + sheet})


def xls_number(row: int, col: int, value: float, style: int = 0) -> bytes:
    return _record(0x203, struct.pack("<HHHd", row, col, style, value))


def xls_run(row: int, col: int, values: Sequence[int], style: int = 0) -> bytes:
    """Whole numbers side by side in one record."""
    pieces = b"".join(struct.pack("<HI", style, value << 2 | 2) for value in values)
    return _record(0xBD, struct.pack("<HH", row, col) + pieces + struct.pack("<H", col + len(values) - 1))


def xls_text(row: int, col: int, text: str) -> bytes:
    raw = text.encode("utf-16-le")
    return _record(0x204, struct.pack("<HHHHB", row, col, 0, len(text), 1) + raw)


def xls_error(row: int, col: int, code: int) -> bytes:
    return _record(0x205, struct.pack("<HHHBB", row, col, 0, code, 1))


def xls_formula_error(row: int, col: int, code: int) -> bytes:
    result = struct.pack("<BBBBHH", 2, 0, code, 0, 0, 0xFFFF)
    return _record(0x06, struct.pack("<HHH", row, col, 0) + result + struct.pack("<HIH", 0, 0, 0))


def xls_hidden_row(row: int) -> bytes:
    return _record(0x208, struct.pack("<HHHHHHHH", row, 0, 1, 255, 0, 0, 0x20, 0))


def xls_hidden_columns(first: int, last: int) -> bytes:
    return _record(0x7D, struct.pack("<HHHHHH", first, last, 2304, 0, 1, 0))


def xls_merges(*areas: tuple[int, int, int, int]) -> bytes:
    """Areas as Excel writes them: first row, last row, first column, last column, from 0."""
    return _record(0xE5, struct.pack("<H", len(areas)) + b"".join(struct.pack("<4H", *area) for area in areas))


XLS_PASSWORD = _record(0x2F, bytes(54))


def _binary_record(kind: int, payload: bytes = b"") -> bytes:
    number = bytes([kind]) if kind < 0x80 else bytes([kind & 0x7F | 0x80, kind >> 7])
    return number + bytes([len(payload)]) + payload


def _wide(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def xlsb(cells: bytes, columns: bytes = b"", behind: bytes = b"", font: str = "Arial") -> bytes:
    """An .xlsb with one sheet «Trang» of these cell records; style 1 shows a percent sign.

    columns: records before the cells · behind: records after them.
    """
    formats = b"".join(_binary_record(47, struct.pack("<HH12x", 0, number)) for number in (0, 10))
    fonts = (
        _binary_record(611, struct.pack("<I", 1)) + _binary_record(43, bytes(21) + _wide(font)) + _binary_record(612)
    )
    styles = fonts + _binary_record(617, struct.pack("<I", 2)) + formats + _binary_record(618)
    bundle = _binary_record(156, struct.pack("<II", 0, 1) + _wide("rId1") + _wide("Trang"))
    book = _binary_record(131) + _binary_record(143) + bundle + _binary_record(144) + _binary_record(132)
    size = _binary_record(148, struct.pack("<IIII", 0, 3, 0, 3))
    before = _binary_record(129) + size + columns + _binary_record(145)
    sheet = before + cells + _binary_record(146) + behind + _binary_record(130)
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"
    namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "xl/workbook.bin": book,
            "xl/_rels/workbook.bin.rels": f'<Relationships xmlns="{namespace}"><Relationship Id="rId1" '
            f'Type="{relation}" Target="worksheets/sheet1.bin"/></Relationships>',
            "xl/styles.bin": styles,
            "xl/worksheets/sheet1.bin": sheet,
        }
    )


def xlsb_row(row: int, *, hidden: bool = False) -> bytes:
    return _binary_record(0, struct.pack("<IIHBBBI", row, 0, 300, 0, 0x10 if hidden else 0, 0, 0))


def xlsb_hidden_columns(first: int, last: int) -> bytes:
    return _binary_record(60, struct.pack("<IIIIH", first, last, 2304, 0, 1))


def xlsb_merge(first_row: int, last_row: int, first: int, last: int) -> bytes:
    return _binary_record(176, struct.pack("<IIII", first_row, last_row, first, last))


def xlsb_number(col: int, value: float, style: int = 0) -> bytes:
    return _binary_record(5, struct.pack("<IId", col, style, value))


def xlsb_error(col: int, code: int) -> bytes:
    return _binary_record(3, struct.pack("<IIB", col, 0, code))


def xlsb_text(col: int, text: str) -> bytes:
    return _binary_record(6, struct.pack("<II", col, 0) + _wide(text))
