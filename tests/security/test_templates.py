"""A Word template of an attacker's costs one child and gives one sentence; the server does not notice."""

import io
import resource
import time
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st

from cchc_metrics.documents import Drawing, Line, Noted, Sheet, fill, fill_all, filling
from cchc_metrics.documents.carrying import carried, received
from cchc_metrics.errors import UnreadableFileError
from cchc_metrics.guarded.bounds import Cost

AS_OF = datetime(2026, 9, 21, 8, 30, tzinfo=UTC)
VALUES = {"so": [1, 2], "ten": "Trung tâm", "muc": {"a": "x"}}


def made(*paragraphs: str) -> bytes:
    document, buffer = Document(), io.BytesIO()
    for text in paragraphs:
        document.add_paragraph(text)
    document.save(buffer)
    return buffer.getvalue()


FORBIDDEN = {
    "a text of 3 GB": "{{ 'a' * 3000000000 }}",
    "the same the other way round": "{{ 3000000000 * 'a' }}",
    "a list of a billion": "{{ [1] * 1000000000 }}",
    "a power tower": "{{ 9**(9**9) }}",
    "a negative power tower": "{{ 2**(-(9**9)) }}",
    "a number of a million digits": "{{ 10**1000000 }}",
    "products of products": "{% set a = 10**100 %}{% set b = a*a*a*a*a*a*a*a*a*a*a*a*a*a %}{{ b }}",
    "a range of a billion": "{% for x in range(1000000000) %}{% endfor %}",
    "a wide format": "{{ '%900000000d' % 1 }}",
    "a wide format method": "{{ '{:>900000000}'.format(1) }}",
    "a wide format of a mapping": "{{ '{a:>900000000}'.format_map(muc) }}",
    "a centred text": "{{ 'a'|center(900000000) }}",
    "an indented text": "{{ 'a\nb'|indent(900000000) }}",
    "a format filter": "{{ '%900000000d'|format(1) }}",
    "a text set to the right": "{{ 'a'.rjust(900000000) }}",
    "zeros before": "{{ 'a'.zfill(900000000) }}",
    "tabs": "{{ '\t'.expandtabs(900000000) }}",
    "batches": "{{ so|batch(900000000, 'x')|list }}",
    "replacements": "{{ ten.replace('', ten) }}",
    "filler": "{{ lipsum(100000) }}",
    "the way out": "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "the way out by a filter": "{{ ten|attr('__class__') }}",
    "a changed value": "{{ so.append(3) }}",
    "an included file": "{% include '/etc/passwd' %}",
}


@pytest.mark.parametrize("what", FORBIDDEN)
def test_what_would_take_the_server_down_is_refused_at_once(what: str) -> None:
    began = time.perf_counter()
    with pytest.raises(UnreadableFileError, match="Mẫu văn bản có chỗ điền không đúng"):
        fill(made(FORBIDDEN[what]), VALUES, AS_OF)
    assert time.perf_counter() - began < 10


FAULTS = ["{{ 1/0 }}", "{{ 'a' + 1 }}", "{{ so[9].x }}", "{{ ten() }}", "{% if %}", "{{ la }}", "{{ 'a'|la }}", "{{"]


@pytest.mark.parametrize("text", FAULTS)
def test_every_fault_of_a_template_is_a_sentence(text: str) -> None:
    with pytest.raises(UnreadableFileError, match=r"Mẫu văn bản có chỗ điền không đúng: .*Tải mẫu đang dùng về"):
        fill(made(text), VALUES, AS_OF)


BOMBS = {
    "loops in loops": "{% for a in range(9999) %}{% for b in range(9999) %}{% for c in range(9999) %}"
    "{% endfor %}{% endfor %}{% endfor %}",
    "texts that double": "{% set n = namespace(x='a') %}{% for a in range(60) %}{% set n.x = n.x ~ n.x %}{% endfor %}",
    "lists that double": "{% set n = namespace(x=[1]) %}{% for a in range(60) %}{% set n.x = n.x + n.x %}{% endfor %}",
    "a macro without end": "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
}


@pytest.mark.parametrize("what", BOMBS)
def test_a_bomb_ends_its_child_and_nothing_else(what: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filling, "_COST", Cost(3, 256))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began = time.perf_counter()
    with pytest.raises(UnreadableFileError, match="Mẫu văn bản"):
        fill(made(BOMBS[what]), VALUES, AS_OF)
    assert time.perf_counter() - began < 15
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100_000  # of the server's own, in KB


def test_a_template_of_many_parts_is_refused_in_the_child() -> None:
    buffer = io.BytesIO(made("x"))
    with zipfile.ZipFile(buffer, "a") as archive:
        for number in range(600):
            archive.writestr(f"word/{number}.bin", b"")
    with pytest.raises(UnreadableFileError, match="quá lớn"):
        fill(buffer.getvalue(), {}, AS_OF)


def test_a_template_reads_no_file_of_the_machine(tmp_path: Path) -> None:
    secret = tmp_path / "bi-mat.txt"
    secret.write_text("KHÔNG ĐƯỢC ĐỌC", encoding="utf-8")
    document = made("{{ ten }}")
    buffer = io.BytesIO()
    entity = f'<!DOCTYPE x [<!ENTITY e SYSTEM "{secret.as_uri()}">]>'
    with zipfile.ZipFile(io.BytesIO(document)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/document.xml":
                content = content.replace(b"?>", f"?>{entity}".encode(), 1).replace(b"{{ ten }}", b"&e;", 1)
            new.writestr(name, content)
    try:
        filled = fill(buffer.getvalue(), VALUES, AS_OF)
    except UnreadableFileError:
        return
    assert "KHÔNG ĐƯỢC ĐỌC" not in "".join(p.text for p in Document(io.BytesIO(filled)).paragraphs)


def test_what_a_template_needs_still_works() -> None:
    text = "{{ ten|upper }} {{ so|join(', ') }} {% for k, v in muc.items() %}{{ k }}={{ v }}{% endfor %} {{ 2 * 3 }}"
    filled = fill(made(text, "{% for x in so %}{{ loop.index }}{% endfor %}", "{{ '-' * 3 }}"), VALUES, AS_OF)
    paragraphs = [paragraph.text for paragraph in Document(io.BytesIO(filled)).paragraphs]
    assert paragraphs == ["TRUNG TÂM 1, 2 a=x 6", "12", "---"]


def test_many_documents_take_one_child_and_equal_those_made_alone() -> None:
    template, values = made("{{ a }}"), [{"a": str(number)} for number in range(3)]
    assert fill_all(template, values, AS_OF) == [fill(template, each, AS_OF) for each in values]
    assert fill_all(template, [], AS_OF) == []


TEXTS = st.text(max_size=5)
CELLS = TEXTS | st.builds(Noted, TEXTS, TEXTS)
SHEETS = st.builds(
    lambda header, rows: Sheet(header, rows, (1.0, 2.0), frozenset({1})),
    st.tuples(TEXTS, TEXTS),
    st.lists(st.tuples(CELLS, CELLS), max_size=3),
)
DRAWINGS = st.builds(Drawing, st.binary(max_size=8), st.floats(1, 200), TEXTS)
LEAVES = (
    TEXTS
    | DRAWINGS
    | st.integers()
    | st.booleans()
    | st.none()
    | CELLS
    | SHEETS
    | st.builds(Line, st.tuples(TEXTS, CELLS))
)


@given(
    st.dictionaries(TEXTS, st.recursive(LEAVES, lambda inner: st.lists(inner, max_size=3), max_leaves=8), max_size=3)
)
def test_values_arrive_at_the_child_as_they_left(values: dict[str, object]) -> None:
    assert received(carried(values)) == values
