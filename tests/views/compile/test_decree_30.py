"""The Word documents held against decree 30: Phụ lục I (mục II to V) and samples 1.4, 1.5, 2.1 of Phụ lục III.

The rules were read in a transcription; its address and what was compared stand in docs/decisions/0063.
"""

import io
from typing import NamedTuple

import pytest
from docx import Document
from docx.document import Document as Word
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn

from cchc_metrics.services.office.office import Office
from cchc_metrics.views.compile.letters import letters
from cchc_metrics.views.compile.marks import Copy
from cchc_metrics.views.compile.report import report
from tests.reporting_office import LOOKED_AT, PERIOD, at

CENTRE, BOTH_EDGES = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY


class Rule(NamedTuple):
    """Sizes in points, from and to; how the letters stand; where the line stands, None: at the left edge."""

    least: float
    most: float
    bold: bool = False
    italic: bool = False
    place: WD_ALIGN_PARAGRAPH | None = CENTRE


RULES = {
    "Quốc hiệu": Rule(12, 13, bold=True),
    "Tiêu ngữ": Rule(13, 14, bold=True),
    "Cơ quan cấp trên": Rule(12, 13),
    "Cơ quan ban hành": Rule(12, 13, bold=True),
    "Số ký hiệu": Rule(13, 13),
    "Địa danh và ngày": Rule(13, 14, italic=True),
    "Tiêu đề": Rule(13, 14, bold=True),
    "Trích yếu": Rule(13, 14, bold=True),
    "Trích yếu công văn": Rule(12, 13),
    "Kính gửi": Rule(13, 14),
    "Thân văn bản": Rule(13, 14, place=BOTH_EDGES),
    "Mục cấp 1": Rule(13, 14, bold=True, place=BOTH_EDGES),
    "Mục cấp 2": Rule(13, 14, bold=True, place=BOTH_EDGES),
    "Mục cấp 3": Rule(13, 14, bold=True, place=BOTH_EDGES),
    "Tên đơn vị": Rule(13, 14, place=BOTH_EDGES),
    "Căn cứ": Rule(13, 14, italic=True, place=BOTH_EDGES),
    "Chức vụ người ký": Rule(13, 14, bold=True),
    "Họ tên người ký": Rule(13, 14, bold=True),
    "Nơi nhận": Rule(12, 12, bold=True, italic=True, place=None),
    "Danh sách nơi nhận": Rule(11, 11, place=None),
    "Tên phụ lục": Rule(13, 14, bold=True),
    "Lời dẫn bảng": Rule(13, 14, italic=True),
    "Số trang": Rule(13, 14),
}
ORDER = ("Số ký hiệu", "Tiêu đề", "Thân văn bản", "Chức vụ người ký")


@pytest.fixture(scope="module")
def letter(small: Office) -> Word:
    return Document(io.BytesIO(letters(at(small), LOOKED_AT, PERIOD).letters[0].data))


@pytest.fixture(scope="module")
def signed(small: Office) -> Word:
    made = report(at(small), PERIOD, day=LOOKED_AT, copy=Copy.CLEAN, reason="Ký đúng hạn")
    return Document(io.BytesIO(made.data))


def test_sizes_and_letters_are_those_of_part_five(letter: Word, signed: Word) -> None:
    for document in (letter, signed):
        for name, rule in RULES.items():
            style = document.styles[name]
            assert rule.least <= style.font.size.pt <= rule.most, name
            assert (bool(style.font.bold), bool(style.font.italic)) == (rule.bold, rule.italic), name
            assert style.paragraph_format.alignment == rule.place, name


def test_paragraphs_stand_apart_and_begin_indented(letter: Word, signed: Word) -> None:
    for document in (letter, signed):
        look = document.styles["Thân văn bản"].paragraph_format
        assert look.space_before.pt + look.space_after.pt >= 6
        assert look.first_line_indent.cm == pytest.approx(1.27, abs=0.01)


def _styles_in_order(document: Word) -> list[str]:
    names = {style.style_id: style.name for style in document.styles}
    found = (p.find(f"{qn('w:pPr')}/{qn('w:pStyle')}") for p in document.element.body.iter(qn("w:p")))
    return [names[one.get(qn("w:val"))] for one in found if one is not None]


def test_the_parts_stand_in_the_order_of_part_four(letter: Word, signed: Word) -> None:
    in_letter, in_report = _styles_in_order(letter), _styles_in_order(signed)
    assert [in_report.index(name) for name in ORDER] == sorted(in_report.index(name) for name in ORDER)
    mine = ("Số ký hiệu", "Trích yếu công văn", "Kính gửi", "Thân văn bản", "Nơi nhận", "Chức vụ người ký")
    assert [in_letter.index(name) for name in mine] == sorted(in_letter.index(name) for name in mine)
    assert "Căn cứ" not in in_report


def _said(document: Word, style: str) -> list[str]:
    names = {one.style_id: one.name for one in document.styles}
    found = []
    for p in document.element.body.iter(qn("w:p")):
        mark = p.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        if mark is not None and names[mark.get(qn("w:val"))] == style:
            found.append("".join(t.text or "" if t.tag == qn("w:t") else "-" for t in p.iter(qn("w:t"), _HYPHEN)))
    return [words for words in found if words]


_HYPHEN = qn("w:noBreakHyphen")


def test_what_is_written_in_capitals_is(letter: Word, signed: Word) -> None:
    for document, styles in ((letter, ()), (signed, ("Tiêu đề", "Mục cấp 1"))):
        for style in ("Quốc hiệu", "Cơ quan cấp trên", "Cơ quan ban hành", "Chức vụ người ký", *styles):
            assert [words for words in _said(document, style) if words != words.upper()] == [], style


def test_recipients_end_with_what_is_kept(letter: Word, signed: Word) -> None:
    assert _said(letter, "Danh sách nơi nhận")[0] == "- Như trên;"
    for document in (letter, signed):
        listed = _said(document, "Danh sách nơi nhận")
        assert listed[-1].startswith("- Lưu: VT")
        assert listed[-1].endswith(".")
        assert all(line.endswith(";") for line in listed[:-1])


def test_each_annex_counts_its_own_pages(signed: Word) -> None:
    numbers = [section.find(qn("w:pgNumType")) for section in signed.element.body.iter(qn("w:sectPr"))]
    assert len([words for words in _said(signed, "Tên phụ lục") if words.startswith("Phụ lục ")]) == len(numbers) - 1
    assert [one.get(qn("w:start")) if one is not None else "" for one in numbers] == ["", *["1"] * (len(numbers) - 1)]
    assert all(section.different_first_page_header_footer for section in signed.sections)


def test_the_number_of_a_document_is_never_broken_at_its_hyphen(signed: Word) -> None:
    words = "".join(
        t.text or "" if t.tag == qn("w:t") else "\N{NON-BREAKING HYPHEN}"
        for t in signed.element.body.iter(qn("w:t"), _HYPHEN)
    )
    assert "526/VP\N{NON-BREAKING HYPHEN}HCTC" in words
    assert "526/VP-HCTC" not in words
    assert "526/VP-HCTC" in "\n".join(p.text for p in signed.paragraphs)


def test_the_copy_for_signature_has_no_empty_section(signed: Word, small: Office) -> None:
    """What no unit reported is told to the compiler; the sections behind it move up."""
    said = "\n".join(p.text for p in signed.paragraphs)
    assert "Chưa có đơn vị nào báo cáo nội dung này" not in said
    heads = [words.partition(".")[0] for words in _said(signed, "Mục cấp 1")]
    assert heads == ["I", "II", "III", "IV", "V", "VI"][: len(heads)]
    assert len(heads) < 6
    working = report(at(small), PERIOD, day=LOOKED_AT)
    texts = "\n".join(p.text for p in Document(io.BytesIO(working.data)).paragraphs)
    assert "Chưa có đơn vị nào báo cáo nội dung này" in texts
