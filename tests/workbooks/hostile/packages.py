"""Archives that lie, files that are not what they are called, and XML that attacks its reader."""

import io
import struct
import zipfile
from collections.abc import Mapping

from tests.workbooks import builders as made
from tests.workbooks.hostile.builders import FileCase

ROW = '<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c><c r="B1"><v>1.5</v></c></row>'
PLAIN = [("a", 1.5)]
DAMAGED, PACKED = ("is_damaged",), ("over_unpacked",)
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
CENTRAL, END = b"PK\x01\x02", b"PK\x05\x06"


def plain() -> bytes:
    return made.raw_xlsx(ROW)


def repacked(data: bytes, changed: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """The same parts with some replaced or added, in any packing."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", method) as new:
        for name, content in ({name: old.read(name) for name in old.namelist()} | dict(changed)).items():
            new.writestr(name, content)
    return buffer.getvalue()


def patched(data: bytes, mark: bytes, offset: int, value: bytes, *, last: bool = False) -> bytes:
    """Some bytes behind a mark of the archive changed."""
    place = (data.rindex(mark) if last else data.index(mark)) + offset
    return data[:place] + value + data[place + len(value) :]


def moved(data: bytes, prefix: bytes) -> bytes:
    """The archive behind a prefix, its offsets corrected, as self-extracting archives are."""
    buffer = io.BytesIO()
    buffer.write(prefix)
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
    return buffer.getvalue()


def zip64_sizes() -> bytes:
    """A directory whose first member claims an exabyte in its zip64 field."""
    data = plain()
    place = data.index(CENTRAL)
    name, extra = struct.unpack_from("<HH", data, place + 28)
    field = struct.pack("<HHQ", 1, 8, 1 << 60)
    entry = bytearray(data[place : place + 46 + name])
    struct.pack_into("<I", entry, 24, 0xFFFFFFFF)
    struct.pack_into("<H", entry, 30, extra + len(field))
    whole = data[:place] + bytes(entry) + field + data[place + 46 + name :]
    end = whole.rindex(END)
    size = struct.unpack_from("<I", whole, end + 12)[0] + len(field)
    return whole[: end + 12] + struct.pack("<I", size) + whole[end + 16 :]


def zip64_counts() -> bytes:
    """An end record that refers to a zip64 one, which claims 2^40 members."""
    data = plain()
    end = data.rindex(END)
    size, start = struct.unpack_from("<II", data, end + 12)
    record = struct.pack("<4sQHHIIQQQQ", b"PK\x06\x06", 44, 45, 45, 0, 0, 1 << 40, 1 << 40, size, start)
    locator = struct.pack("<4sIQI", b"PK\x06\x07", 0, end, 1)
    return data[:end] + record + locator + struct.pack("<4sHHHHIIH", END, 0, 0, 0xFFFF, 0xFFFF, size, 0xFFFFFFFF, 0)


def overlapping() -> bytes:
    """All directory entries point at the first member's bytes."""
    data = plain()
    second = data.rindex(CENTRAL)
    return data[: second + 42] + struct.pack("<I", 0) + data[second + 46 :]


def overgrown() -> bytes:
    """A sheet that unpacks to far more than the directory says."""
    data = made.raw_xlsx(ROW + '<row r="2"/>' * 400_000)
    place = data.rindex(CENTRAL)
    return data[: place + 24] + struct.pack("<I", 900) + data[place + 28 :]


def with_member(name: str, content: bytes = b"x") -> bytes:
    return repacked(plain(), {name: content})


def doubled() -> bytes:
    """Two members of one name: readers disagree on which of them counts."""
    data = with_member("xl/workbook.xmL")
    return data.replace(b"xl/workbook.xmL", b"xl/workbook.xml")


def looping() -> bytes:
    data = bytearray(made.xls(made.xls_number(0, 0, 1.0)))
    data[-512:-508] = bytes(4)
    return bytes(data)


def repeated(rows: int, length: int) -> bytes:
    cells = "".join(f'<row r="{row}"><c r="A{row}" t="s"><v>0</v></c></row>' for row in range(1, rows + 1))
    return made.raw_xlsx(
        cells,
        shared=f'<sst xmlns="{MAIN}"><si><t>{"x" * length}</t></si></sst>',
        extra={
            "xl/_rels/workbook.xml.rels": relations(
                ("rId1", "worksheet", "worksheets/sheet1.xml", ""), ("rId2", "sharedStrings", "sharedStrings.xml", "")
            )
        },
    )


def relations(*rows: tuple[str, str, str, str]) -> str:
    """A part of relations: id, the type or its last word, target, mode."""
    lines = "".join(
        f'<Relationship Id="{key}" Type="{sort if ":" in sort else f"{OFFICE}/{sort}"}" Target="{target}" '
        f'TargetMode="{mode or "Internal"}"/>'
        for key, sort, target, mode in rows
    )
    return f'<Relationships xmlns="{RELATIONS}">{lines}</Relationships>'


CONTAINERS = [
    FileCase("an archive behind a prefix", lambda: moved(plain(), b"\x7f" * 512), ("is_unknown",)),
    FileCase("an archive behind another's member", lambda: moved(plain(), made.zipped({"a": b"x"})[:32]), DAMAGED),
    FileCase("an archive behind a script", lambda: moved(plain(), b"#!/bin/sh\nexit 0\n"), ("is_unknown",)),
    FileCase("a zip64 size of an exabyte", zip64_sizes, PACKED),
    FileCase("a zip64 count of 2^40 members", zip64_counts, DAMAGED),
    FileCase(
        "a directory of 60,000 members", lambda: patched(plain(), END, 8, struct.pack("<HH", 60000, 60000)), DAMAGED
    ),
    FileCase("a directory that begins elsewhere", lambda: patched(plain(), END, 16, struct.pack("<I", 7)), DAMAGED),
    FileCase("a member name with backslashes", lambda: with_member("..\\..\\evil.xml"), DAMAGED),
    FileCase("a member name that climbs", lambda: with_member("xl/../../evil.xml"), DAMAGED),
    FileCase("an absolute member name", lambda: with_member("/etc/cron.d/evil"), DAMAGED),
    FileCase("a member name on a Windows share", lambda: with_member("\\\\server\\share\\evil"), DAMAGED),
    FileCase("a member name with a drive", lambda: with_member("C:\\Windows\\evil.dll"), DAMAGED),
    FileCase("two members of one name", doubled, DAMAGED),
    FileCase("two names that differ in case", lambda: with_member("XL/Workbook.xml"), DAMAGED),
    FileCase("members that share their bytes", overlapping, DAMAGED),
    FileCase("a member that unpacks to more than it says", overgrown, DAMAGED),
    FileCase("a member that claims four gigabytes", lambda: patched(plain(), CENTRAL, 24, b"\0\0\xff\xff"), PACKED),
    FileCase("a thousand to one", lambda: with_member("xl/sharedStrings.xml", bytes(20 << 20)), PACKED),
    FileCase(
        "many members of 90 to 1, together too large",
        lambda: repacked(plain(), {f"xl/media/{n}.emf": bytes(7 << 20) for n in range(30)}),
        PACKED,
    ),
    FileCase("a member packed by LZMA", lambda: repacked(plain(), {}, zipfile.ZIP_LZMA), DAMAGED),
    FileCase("a member packed by bzip2", lambda: repacked(plain(), {}, zipfile.ZIP_BZIP2), DAMAGED),
    FileCase("members stored unpacked", lambda: repacked(plain(), {}, zipfile.ZIP_STORED), cells=PLAIN),
    FileCase("an archive behind a password", lambda: patched(plain(), CENTRAL, 8, b"\x01\0"), ("is_encrypted",)),
    FileCase("an archive without members", lambda: made.zipped({}), DAMAGED),
    FileCase("another end inside the comment", lambda: plain()[:-2] + struct.pack("<H", 40) + END + bytes(36), DAMAGED),
    FileCase(
        "a local name that is not the directory's",
        lambda: patched(plain(), b"xl/workbook.xml", 0, b"xl/workbouk.xml"),
        DAMAGED,
    ),
    FileCase("a wrong checksum", lambda: patched(plain(), CENTRAL, 16, b"abcd", last=True), DAMAGED),
    FileCase("an archive cut in the middle", lambda: plain()[: len(plain()) // 2], DAMAGED),
    FileCase("an archive without its last byte", lambda: plain()[:-1], DAMAGED),
    FileCase("bytes behind the archive", lambda: plain() + b"\0" * 64, cells=PLAIN),
    FileCase("a spreadsheet inside an archive", lambda: made.zipped({"bang.xlsx": plain()}), ("is_archive",)),
    FileCase(
        "archives inside archives", lambda: made.zipped({"a.zip": made.zipped({"b.zip": plain()})}), ("is_archive",)
    ),
    FileCase(
        "an archive as an attachment",
        lambda: with_member("xl/embeddings/a.zip", made.zipped({"b": bytes(1 << 20)})),
        cells=PLAIN,
    ),
    FileCase("an old container that bites its tail", looping, DAMAGED),
    FileCase("an old container of unknown content", lambda: made.compound({"Khác": b"x"}), ("is_unknown",)),
    FileCase(
        "an old container with a huge sector size",
        lambda: made.compound({"Workbook": b"x"})[:30] + b"\x1f\0" + bytes(700),
        DAMAGED,
    ),
    FileCase("more than 20 MB", lambda: b"a,b\n" * (6 << 20), ("over_size",), file="bang.csv"),
    FileCase("a 100 to 1 table of one repeated text", lambda: repeated(20_000, 40), height=20_000),
    FileCase("a text of a megabyte in 3,000 cells", lambda: repeated(3_000, 1_000_000), ("over_memory",)),
]


WORD = made.zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": "<w:document/>"})
SLIDES = made.zipped({"[Content_Types].xml": "<Types/>", "ppt/presentation.xml": "<p:presentation/>"})


def odf(kind: str) -> bytes:
    return made.zipped({"mimetype": f"application/vnd.oasis.opendocument.{kind}", "content.xml": "<x/>"})


WRONG_TYPES = [
    FileCase(f"{name}, renamed", lambda data=data: data, (sentence,))
    for name, sentence, data in (
        ("a web page", "is_html", b"<!DOCTYPE html><html><body><table><tr><td>7,5</td></tr></table></body></html>"),
        ("Excel's own web page", "is_html", b"\xef\xbb\xbf<html xmlns:x='urn:schemas-microsoft-com:office:excel'>"),
        ("a web page in UTF-16", "is_html", "<html><body>7,5</body></html>".encode("utf-16")),
        ("a bare table of a web page", "is_html", b"<table><tr><td>7,5</td></tr></table>"),
        ("a web archive", "is_html", b"MIME-Version: 1.0\r\nContent-Type: multipart/related"),
        ("an XML table of Excel 2003", "is_xml", b"<?xml version='1.0'?><Workbook/>"),
        ("a docx", "is_word", WORD),
        ("a doc", "is_word", made.compound({"WordDocument": b"x"})),
        ("an odt", "is_word", odf("text")),
        ("a pptx", "is_slides", SLIDES),
        ("a ppt", "is_slides", made.compound({"PowerPoint Document": b"x"})),
        ("an odp", "is_slides", odf("presentation")),
        ("a pdf", "is_pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj"),
        ("an rtf", "is_rtf", b"{\\rtf1\\ansi 7,5}"),
        ("a Windows program", "is_program", b"MZ\x90\x00\x03\x00\x00\x00" + bytes(64)),
        ("a Linux program", "is_program", b"\x7fELF\x02\x01\x01" + bytes(64)),
        ("a png", "is_image", b"\x89PNG\r\n\x1a\n" + bytes(64)),
        ("a jpeg", "is_image", b"\xff\xd8\xff\xe0" + bytes(64)),
        ("a gif", "is_image", b"GIF89a" + bytes(64)),
        ("a rar", "is_archive", b"Rar!\x1a\x07\x00" + bytes(64)),
        ("a 7z", "is_archive", b"7z\xbc\xaf\x27\x1c" + bytes(64)),
        ("a gz", "is_archive", b"\x1f\x8b\x08" + bytes(64)),
        ("a database", "is_unknown", b"SQLite format 3\0" + bytes(64)),
        ("a parquet", "is_parquet_damaged", b"PAR1" + bytes(range(256)) + b"PAR1"),
        ("an outlook message", "is_unknown", made.compound({"__properties_version1.0": b"x"})),
        ("nothing", "is_empty", b""),
        ("only blanks", "is_empty", b" \r\n\t\r\n"),
        ("only zeros", "is_empty", bytes(4096)),
        ("only a byte-order mark", "is_empty", b"\xef\xbb\xbf"),
        ("noise", "is_unknown", bytes((n * 97 + 13) % 256 for n in range(4096))),
    )
]
