"""What a file really is: by its content, never by its name."""

import io
import struct
import zipfile

import pytest

from cchc_metrics.config import ReaderLimits
from cchc_metrics.errors import UnreadableFileError
from cchc_metrics.labels import texts
from cchc_metrics.workbooks.container import file_type

LIMITS = ReaderLimits()
NAME = "Bang diem.xlsx"


def packed(*names: str, **contents: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name in names:
            package.writestr(name, contents.get(name, b"x"))
    return buffer.getvalue()


def refusal(data: bytes, limits: ReaderLimits = LIMITS) -> str:
    with pytest.raises(UnreadableFileError) as raised:
        file_type(NAME, data, limits)
    return str(raised.value)


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (packed("[Content_Types].xml", "xl/workbook.xml"), "xlsx"),
        (packed("[Content_Types].xml", "xl/workbook.xml", "xl/vbaProject.bin"), "xlsm"),
        (packed("[Content_Types].xml", "xl/workbook.bin"), "xlsb"),
        (packed("mimetype", mimetype=b"application/vnd.oasis.opendocument.spreadsheet"), "ods"),
        ("Tên;Điểm\nQuảng Trị;86,25\n".encode(), "csv"),
        ("Tên\tĐiểm\n".encode("utf-16"), "csv"),
        (b"MZ,PK\n1,2\n", "csv"),
    ],
)
def test_a_spreadsheet_is_told_by_its_content(data: bytes, found: str) -> None:
    assert file_type("ten-nao-cung-duoc.pdf", data, LIMITS) == found


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"", "empty"),
        (b"\0\0 \r\n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"\n <!DOCTYPE html><html><table></table></html>", "html"),
        (b"\xef\xbb\xbf<html xmlns:x='urn:schemas-microsoft-com:office:excel'>", "html"),
        ("<html><body>".encode("utf-16"), "html"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related", "html"),
        (b"<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'/>", "xml"),
        (packed("[Content_Types].xml", "word/document.xml"), "word"),
        (packed("mimetype", mimetype=b"application/vnd.oasis.opendocument.text"), "word"),
        (packed("[Content_Types].xml", "ppt/presentation.xml"), "slides"),
        (b"%PDF-1.7\n%\xe2\xe3", "pdf"),
        (b"{\\rtf1\\ansi", "rtf"),
        (b"\x89PNG\r\n\x1a\n", "image"),
        (packed("a.xlsx", "b.xlsx"), "archive"),
        (b"Rar!\x1a\x07\x00", "archive"),
        (b"MZ\x90\x00\x03\x00\x00\x00", "program"),
        (b"\x7fELF\x02\x01", "program"),
        (b"\x01\x02\x03\x00\xff", "unknown"),
    ],
)
def test_every_other_file_gets_the_sentence_of_its_real_type(data: bytes, found: str) -> None:
    assert refusal(data) == getattr(texts().reading, f"is_{found}").format(file=NAME)


def test_the_sentences_of_real_types_all_differ_and_name_the_file() -> None:
    reading = texts().reading
    sentences = [getattr(reading, name) for name in reading.__slots__ if name.startswith("is_")]
    assert len(set(sentences)) == len(sentences) == 16
    assert all("{file}" in sentence for sentence in sentences)


def test_a_file_over_the_size_limit_is_refused_with_both_sizes() -> None:
    sentence = refusal(b"a,b\n" * 600_000, ReaderLimits(file_mb=2))
    assert sentence == texts().reading.over_size.format(file=NAME, size=3, limit=2)


def with_claimed_size(data: bytes, size: int) -> bytes:
    """The same archive whose directory claims another unpacked size for its first member."""
    place = data.index(b"PK\x01\x02") + 24
    return data[:place] + struct.pack("<I", size) + data[place + 4 :]


def test_an_archive_that_claims_four_gigabytes_is_refused_unopened() -> None:
    data = with_claimed_size(packed("[Content_Types].xml", "xl/workbook.xml"), 0xFFFF0000)
    assert refusal(data) == texts().reading.over_unpacked.format(file=NAME, size=4096, limit=200)


def test_a_member_that_unpacks_a_thousand_times_is_refused() -> None:
    data = packed("xl/workbook.xml", "xl/sharedStrings.xml", **{"xl/sharedStrings.xml": bytes(20 * 1024 * 1024)})
    assert refusal(data) == texts().reading.over_unpacked.format(file=NAME, size=21, limit=200)


def test_members_that_share_their_bytes_are_refused() -> None:
    data = packed("xl/workbook.xml", "xl/sharedStrings.xml")
    second = data.rindex(b"PK\x01\x02")
    overlapping = data[: second + 42] + struct.pack("<I", 0) + data[second + 46 :]
    assert refusal(overlapping) == texts().reading.is_damaged.format(file=NAME)


@pytest.mark.filterwarnings("ignore:Duplicate name:UserWarning")
@pytest.mark.parametrize(
    "names",
    [
        ("xl/workbook.xml", "xl/workbook.xml"),
        ("xl/workbook.xml", "XL/Workbook.xml"),
        ("xl/workbook.xml", "../../etc/passwd"),
        ("xl/workbook.xml", "/etc/passwd"),
        ("xl/workbook.xml", "C:/Windows/evil.dll"),
    ],
)
def test_double_and_climbing_member_names_are_refused(names: tuple[str, str]) -> None:
    assert refusal(packed(*names)) == texts().reading.is_damaged.format(file=NAME)


def test_a_directory_of_too_many_members_is_refused_before_it_is_read() -> None:
    data = packed("xl/workbook.xml")
    end = data.rindex(b"PK\x05\x06")
    many = data[: end + 8] + struct.pack("<HH", 60_000, 60_000) + data[end + 12 :]
    assert refusal(many) == texts().reading.is_damaged.format(file=NAME)


def test_a_truncated_archive_is_damaged() -> None:
    assert refusal(packed("xl/workbook.xml")[:60]) == texts().reading.is_damaged.format(file=NAME)


def test_an_archive_behind_a_password_is_named_so() -> None:
    data = packed("xl/workbook.xml")
    place = data.index(b"PK\x01\x02") + 8
    assert refusal(data[:place] + b"\x01\x00" + data[place + 2 :]) == texts().reading.is_encrypted.format(file=NAME)
