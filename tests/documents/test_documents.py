"""Word files from templates: values, notes, tables, bytes; and what a template may not do."""

import io
import zipfile
from datetime import UTC, datetime

import pytest
from docx import Document
from docx.oxml.ns import qn
from lxml import etree

from cchc_metrics.documents import Block, Line, Noted, Sheet, fill, leaflet
from cchc_metrics.errors import UnreadableFileError

AS_OF = datetime(2026, 9, 21, 8, 30, tzinfo=UTC)
SHEET = Sheet(("Mã", "Số"), (("4.1", Noted("7", "Phòng Kinh tế")),), (1, 2), frozenset({1}))


def made(*paragraphs: str) -> bytes:
    """A template of these paragraphs."""
    document, buffer = Document(), io.BytesIO()
    for text in paragraphs:
        document.add_paragraph(text)
    document.save(buffer)
    return buffer.getvalue()


def read(data: bytes) -> tuple[list[str], list[list[list[str]]], list[str]]:
    """Paragraphs, tables and footnotes of a document."""
    document = Document(io.BytesIO(data))
    tables = [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables]
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        blob = archive.read("word/footnotes.xml") if "word/footnotes.xml" in archive.namelist() else b"<x/>"
    notes = ["".join(n.itertext()).strip() for n in etree.fromstring(blob) if n.get(qn("w:type")) is None]
    return [paragraph.text for paragraph in document.paragraphs], tables, notes


def test_values_stand_in_the_place_of_their_names() -> None:
    paragraphs, _, _ = read(
        fill(made("Kính gửi {{ ai }}", "{%p for x in so %}", "{{ x }}", "{%p endfor %}"), VALUES, AS_OF)
    )
    assert paragraphs == ["Kính gửi A & <B>", "1", "2"]


VALUES = {"ai": "A & <B>", "so": ["1", "2"]}


def test_text_from_outside_is_never_taken_for_a_template_or_a_mark() -> None:
    hostile = "{{ 7 * 7 }} {%p endfor %} \ue0000\ue001 \x00\x0b xuống\ndòng"
    paragraphs, _, notes = read(fill(made("{{ ai }}"), {"ai": hostile}, AS_OF))
    assert paragraphs == ["{{ 7 * 7 }} {%p endfor %} 0  xuống dòng"]
    assert notes == []


def test_a_note_becomes_a_real_footnote_in_the_order_of_the_text() -> None:
    values = {"a": Line(("Có ", Noted("7", "một"), " và ", Noted("8", "hai"), ".")), "b": SHEET}
    data = fill(made("{{ a }}", "{{ b }}"), values, AS_OF)
    paragraphs, tables, notes = read(data)
    assert paragraphs[0] == "Có 7 và 8."
    assert tables == [[["Mã", "Số"], ["4.1", "7"]]]
    assert notes == ["một", "hai", "Phòng Kinh tế"]
    body = Document(io.BytesIO(data)).element.body
    assert [node.get(qn("w:id")) for node in body.iter(qn("w:footnoteReference"))] == ["1", "2", "3"]


def test_a_note_inside_a_table_that_stands_first_is_numbered_first() -> None:
    data = fill(made("{{ b }}", "{{ a }}"), {"a": Noted("x", "sau"), "b": SHEET}, AS_OF)
    assert read(data)[2] == ["Phòng Kinh tế", "sau"]


def test_footnotes_of_the_template_stay_beside_ours() -> None:
    first = fill(made("{{ a }}", "{{ '{{' }} b }}"), {"a": Noted("x", "của mẫu")}, AS_OF)
    again = fill(first, {"b": Noted("y", "của số liệu")}, AS_OF)
    assert read(again)[2] == ["của mẫu", "của số liệu"]


def test_equal_values_give_equal_bytes_and_other_values_do_not() -> None:
    template = made("{{ a }}")
    assert fill(template, {"a": SHEET}, AS_OF) == fill(template, {"a": SHEET}, AS_OF)
    assert fill(template, {"a": "1"}, AS_OF) != fill(template, {"a": "2"}, AS_OF)


def test_the_document_bears_the_day_of_its_data() -> None:
    properties = Document(io.BytesIO(fill(made("x"), {}, AS_OF))).core_properties
    assert properties.created == AS_OF
    assert properties.modified == AS_OF


@pytest.mark.parametrize(
    "text",
    [
        "{{ la }}",
        "{{ ''.__class__.__mro__ }}",
        "{% for x in so %}",
        "{{ so.append(3) or cycler.__init__.__globals__ }}",
    ],
)
def test_a_template_that_asks_for_what_there_is_not_is_refused(text: str) -> None:
    with pytest.raises(UnreadableFileError):
        fill(made(text), {"so": [1]}, AS_OF)


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"%PDF-1.7"])
def test_what_is_no_word_file_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableFileError):
        fill(data, {}, AS_OF)


def test_a_template_that_unpacks_to_much_more_is_refused_unread() -> None:
    buffer = io.BytesIO(made("x"))
    with zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/lon.bin", bytes(31_000_000))
    with pytest.raises(UnreadableFileError, match="quá lớn"):
        fill(buffer.getvalue(), {}, AS_OF)


def test_the_printed_page_escapes_its_texts_and_asks_nothing_from_outside() -> None:
    page = leaflet(
        "Tin & <b>", "dưới", [Block("Mục", ["<script>"], SHEET_OF_TEXTS, numbered=True)], "nguồn", "MINH HỌA"
    )
    text = page.decode()
    assert "&lt;script&gt;" in text
    assert "Tin &amp; &lt;b&gt;" in text
    assert "MINH HỌA" in text
    assert "@page { size: A4" in text
    assert not any(word in text for word in ("http", "url(", "src=", "<script", "@import"))


SHEET_OF_TEXTS = Sheet(("Mã",), (("4.1",),), (1,))
