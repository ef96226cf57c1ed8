"""What a file really is, and whether it may be unpacked at all. Looks at bytes and directories, unpacks nothing large.

A spreadsheet is told by its content, never by its name. Archives are checked before anybody opens them, because
every reader trusts what their directories claim.
"""

import io
import re
import struct
import zipfile
from dataclasses import dataclass

from cchc_metrics.config import ReaderLimits
from cchc_metrics.errors import UnreadableFileError
from cchc_metrics.labels import texts
from cchc_metrics.workbooks.child.ole import MAGIC as OLE_MAGIC
from cchc_metrics.workbooks.child.ole import CompoundFile

MEGABYTE = 1024 * 1024
MOST_MEMBERS = 2_000
_DIRECTORY_BYTES = MEGABYTE
# Real sheets pack 10 to 40 times; ten thousand equal empty rows some 200 times.
MOST_TIMES = 400
_RATIO_FROM = 8 * MEGABYTE
_LOCAL_HEADER = 30
_DIRECTORY_END = b"PK\x05\x06"
_ODS = "application/vnd.oasis.opendocument.spreadsheet"

# Beginnings that give a file away. Order matters only where one is the beginning of another.
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "pdf"),
    (b"\x7fELF", "program"),
    (b"\xcf\xfa\xed\xfe", "program"),
    (b"{\\rtf", "rtf"),
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"Rar!", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"\x1f\x8b", "archive"),
)
_TAG = re.compile(r"<[a-z?!]")
# A file of columns begins and ends so; one whose description is encrypted too begins with the other.
_COLUMNAR, _COLUMNAR_ENCRYPTED = b"PAR1", b"PARE"
_LEAST_COLUMNAR = 12
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class _Member:
    name: str
    start: int
    packed: int
    unpacked: int


def file_type(file_name: str, data: bytes, limits: ReaderLimits) -> str:
    """``xlsx``, ``xlsm``, ``xlsb``, ``ods``, ``xls``, ``csv`` or ``parquet``.

    Raises UnreadableFileError for anything else, naming what it is, and for archives that lie or would fill the disk.
    """
    if not data.removeprefix(b"\xef\xbb\xbf").strip(b"\0 \t\r\n") or data in _UTF16_MARKS:
        raise _wrong(file_name, "empty")
    if len(data) > limits.file_mb * MEGABYTE:
        raise UnreadableFileError(
            texts().reading.over_size.format(file=file_name, size=-(-len(data) // MEGABYTE), limit=limits.file_mb)
        )
    found = _by_signature(data) or _by_directory(file_name, data, limits) or _by_text(data)
    if found not in ("xlsx", "xlsm", "xlsb", "ods", "xls", "csv", "parquet"):
        raise _wrong(file_name, found)
    return found


def _wrong(file_name: str, found: str) -> UnreadableFileError:
    sentence: str = getattr(texts().reading, f"is_{found}")
    return UnreadableFileError(sentence.format(file=file_name))


def _by_signature(data: bytes) -> str:
    # Two letters alone could begin a table; a program has zeros right behind them.
    if data.startswith(b"MZ") and b"\0" in data[:64]:
        return "program"
    if data.startswith(_COLUMNAR_ENCRYPTED) and b"\0" in data:
        return "parquet_encrypted"
    if data.startswith(_COLUMNAR) and (b"\0" in data or data.endswith(_COLUMNAR)):
        return "parquet" if data.endswith(_COLUMNAR) and len(data) >= _LEAST_COLUMNAR else "parquet_damaged"
    return next((found for signature, found in _SIGNATURES if data.startswith(signature)), "")


def _by_directory(file_name: str, data: bytes, limits: ReaderLimits) -> str:
    if data.startswith(OLE_MAGIC):
        return _old_office(data)
    if data.startswith((b"PK\x03\x04", _DIRECTORY_END)):
        members = _checked_members(file_name, data, limits)
        return _packed(data, members)
    return ""


def _old_office(data: bytes) -> str:
    try:
        names = CompoundFile(data).streams
    except (ValueError, struct.error, IndexError):
        return "damaged"
    known = {
        "EncryptedPackage": "encrypted",
        "Workbook": "xls",
        "Book": "xls",
        "WordDocument": "word",
        "PowerPoint Document": "slides",
    }
    return next((found for name, found in known.items() if name in names), "unknown")


def _packed(data: bytes, names: dict[str, _Member]) -> str:
    if "xl/workbook.bin" in names:
        return "xlsb"
    if "xl/workbook.xml" in names:
        return "xlsm" if "xl/vbaProject.bin" in names else "xlsx"
    folders = {name.partition("/")[0] for name in names}
    if "word" in folders or "ppt" in folders:
        return "word" if "word" in folders else "slides"
    if "mimetype" in names and names["mimetype"].unpacked < 200:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return _open_document(package.read("mimetype").decode("ascii", "replace").strip())
    return "archive"


def _open_document(media_type: str) -> str:
    if media_type.startswith(_ODS):
        return "ods"
    if media_type.endswith(".text"):
        return "word"
    return "slides" if media_type.endswith(".presentation") else "archive"


def _by_text(data: bytes) -> str:
    """Text by its beginning: a web page, other XML, or lines of values."""
    wide = data.startswith(_UTF16_MARKS)
    beginning = (data[:4096].decode("utf-16", "ignore") if wide else data[:4096].decode("latin-1")).lower()
    beginning = beginning.removeprefix("ï»¿").lstrip()
    if "\0" in beginning or (not wide and b"\0" in data):
        return "unknown"
    if beginning.startswith("mime-version:") or "<html" in beginning or beginning.startswith("<!doctype html"):
        return "html"
    if beginning.startswith(("<table", "<meta", "<!--")):
        return "html"
    return "xml" if _TAG.match(beginning) else "csv"


def _checked_members(file_name: str, data: bytes, limits: ReaderLimits) -> dict[str, _Member]:
    """The directory of an archive, once it has been found honest and affordable."""
    damaged = _wrong(file_name, "damaged")
    _check_directory_size(data, damaged)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            infos, directory = package.infolist(), package.start_dir
    except (zipfile.BadZipFile, ValueError, struct.error, NotImplementedError) as error:
        raise damaged from error
    if any(info.flag_bits & 1 for info in infos):
        raise _wrong(file_name, "encrypted")
    if any(info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for info in infos):
        raise damaged
    members = [_Member(info.filename, info.header_offset, info.compress_size, info.file_size) for info in infos]
    if _names_lie(members) or _places_overlap(members, directory):
        raise damaged
    _check_sizes(file_name, members, limits)
    return {member.name: member for member in members}


def _check_directory_size(data: bytes, damaged: UnreadableFileError) -> None:
    """Look at the directory's own figures before anyone reads a million entries of it."""
    end = data.rfind(_DIRECTORY_END, max(0, len(data) - 65536 - 22))
    if end < 0 or end + 22 > len(data):
        raise damaged
    count, size = struct.unpack_from("<HI", data, end + 10)
    if count > MOST_MEMBERS or size > _DIRECTORY_BYTES:
        raise damaged


def _names_lie(members: list[_Member]) -> bool:
    names = [member.name.lower() for member in members]
    climbs = any(".." in name.replace("\\", "/").split("/") or name.startswith(("/", "\\")) for name in names)
    drives = any(":" in name for name in names)
    return climbs or drives or len(set(names)) != len(names) or not names


def _places_overlap(members: list[_Member], directory: int) -> bool:
    """Whether two members share bytes, or one reaches into the directory: how small archives unpack to terabytes."""
    ordered = sorted(members, key=lambda member: member.start)
    ends = [member.start for member in ordered[1:]] + [directory]
    return ordered[0].start != 0 or any(
        member.start + _LOCAL_HEADER + member.packed > end for member, end in zip(ordered, ends, strict=True)
    )


def _check_sizes(file_name: str, members: list[_Member], limits: ReaderLimits) -> None:
    unpacked = sum(member.unpacked for member in members)
    bombs = [m for m in members if m.unpacked > _RATIO_FROM and m.unpacked > MOST_TIMES * max(m.packed, 1)]
    if unpacked > limits.unpacked_mb * MEGABYTE or bombs:
        raise UnreadableFileError(
            texts().reading.over_unpacked.format(
                file=file_name, size=-(-unpacked // MEGABYTE), limit=limits.unpacked_mb
            )
        )
