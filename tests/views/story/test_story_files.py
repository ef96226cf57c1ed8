"""Slides, Word and cards: opened and read back as their programs would."""

import io
import zipfile
from datetime import UTC, datetime

import docx
import openpyxl
import pytest
import segno
from PIL import Image
from pptx import Presentation

from cchc_metrics import documents
from cchc_metrics.documents.card import card
from cchc_metrics.documents.lettering import fitted, width_of
from cchc_metrics.documents.story_word import story_values
from cchc_metrics.errors import CchcError, UnreadableFileError
from cchc_metrics.labels import texts
from cchc_metrics.model import Actor, Deck, Drawn, Picture, Slide, Strand
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.reporting.documents import templates
from cchc_metrics.services.reporting.documents.templates import TemplateName, story_template
from cchc_metrics.views.story import files
from cchc_metrics.views.story.subject import StoryQuestion
from tests.reporting_office import at

ASKED = StoryQuestion("PAPI", "2024", "P34-44", "", "2026-11-30")
AS_OF = datetime(2026, 11, 30, tzinfo=UTC)
LONG = "Công khai, minh bạch trong việc ra quyết định của Ủy ban nhân dân tỉnh Bà Rịa - Vũng Tàu và các xã đặc khu"
ADDRESS = "https://cchc.quangtri.gov.vn/ke-nhanh?chi-so=PAPI&ky=2024&tinh=P34-44"
SHIPPED = (templates.SHIPPED / "ke-nhanh.pptx").read_bytes()
SHIPPED_WORD = (templates.SHIPPED / "ke-nhanh-word.docx").read_bytes()


def _picture(drawn: Drawn, count: int) -> Picture:
    others = Strand("Các tỉnh khác", tuple(None if n == 2 else 40.5 - n for n in range(count)))
    own = Strand("Quảng Trị (cũ)", tuple(38.5 if n == 2 else None for n in range(count)), own=True)
    return Picture(drawn, tuple(f"Nội dung {n}" for n in range(count)), (others, own), "điểm", "#6b479c")


_SOURCE = "Nguồn: CECODES, RTA và UNDP, papi.org.vn. Kho dữ liệu cập nhật ngày 30/11/2026."


@pytest.fixture(scope="module")
def told() -> Deck:
    """A deck with every sort of picture, a slide without one, and one of things to decide."""
    pictures = [_picture(drawn, count) for drawn, count in ((Drawn.DOTS, 61), (Drawn.LINES, 9), (Drawn.BARS, 8))]
    made = [
        Slide(f"PAPI 2024: phát hiện {n}", ("Hạng 26 → 14.",), _SOURCE, one, "Hình") for n, one in enumerate(pictures)
    ]
    made.append(Slide("SIPAS 2023: hạng 53/63", (), _SOURCE, big="53/63"))
    made.append(Slide("Việc cần quyết định: 1 việc", ("Giao việc.",), _SOURCE, pictures[2], "Hình", numbered=True))
    return Deck("Kể nhanh", "Lập ngày 30/11/2026", tuple(made))


@pytest.fixture(scope="module")
def shown(told: Deck) -> bytes:
    return documents.slides(SHIPPED, told, AS_OF)


def test_charts_of_slides_are_charts_with_their_data_inside(told: Deck, shown: bytes) -> None:
    slides = list(Presentation(io.BytesIO(shown)).slides)
    assert len(slides) == len(told.slides)
    for made, wanted in zip(slides, told.slides, strict=True):
        assert made.shapes.title.text == wanted.title
        charts = [shape.chart for shape in made.shapes if shape.has_chart]
        assert len(charts) == (wanted.picture is not None)
        if wanted.picture is None:
            continue
        (chart,) = charts
        assert tuple(chart.plots[0].categories) == wanted.picture.categories
        assert [tuple(one.values) for one in chart.plots[0].series] == [s.values for s in wanted.picture.strands]
        sheet = openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob)).active
        assert sheet is not None
        assert [cell.value for cell in sheet["B"]][1:] == list(wanted.picture.strands[0].values)


def test_every_slide_bears_source_day_and_mark(told: Deck) -> None:
    marked = Deck(told.title, told.under, told.slides, "SỐ LIỆU MINH HỌA")
    for made, wanted in zip(
        Presentation(io.BytesIO(documents.slides(SHIPPED, marked, AS_OF))).slides, told.slides, strict=True
    ):
        words = [shape.text_frame.text for shape in made.shapes if shape.has_text_frame]
        assert f"{told.title}. {wanted.source}" in words
        assert "SỐ LIỆU MINH HỌA" in words


def test_equal_decks_give_equal_bytes(told: Deck, shown: bytes) -> None:
    assert documents.slides(SHIPPED, told, AS_OF) == shown
    assert word_of(told) == word_of(told)


def test_nothing_of_a_slide_reaches_beyond_it(shown: bytes) -> None:
    made = Presentation(io.BytesIO(shown))
    for slide in made.slides:
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.top >= 0
            assert shape.left + shape.width <= made.slide_width
            assert shape.top + shape.height <= made.slide_height


def test_long_words_make_letters_small_until_they_fit(told: Deck) -> None:
    """The height that words of a frame take, by the widths of our own letters, which are wider than the template's."""
    long = Slide(LONG * 2, (LONG * 3, LONG), LONG, told.slides[0].picture, LONG)
    (made,) = Presentation(io.BytesIO(documents.slides(SHIPPED, Deck("", "", (long,)), AS_OF))).slides
    size = made.shapes.title.text_frame.paragraphs[0].runs[0].font.size
    assert size is not None
    wide, high = made.shapes.title.width.pt, made.shapes.title.height.pt
    lines = sum(width_of(word + " ", round(size.pt), 700) for word in long.title.split()) / wide
    assert lines * size.pt <= high


def _changed(old: str, new: str) -> bytes:
    """The shipped template with a word of its layouts exchanged."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(SHIPPED)) as parts, zipfile.ZipFile(made, "w") as archive:
        for name in parts.namelist():
            content = parts.read(name)
            archive.writestr(name, content.replace(old.encode(), new.encode()) if "slideLayout" in name else content)
    return made.getvalue()


def test_the_office_puts_its_own_template_in_place_and_back(own: Office, told: Deck) -> None:
    templates.replace(at(own), TemplateName.STORY, "mau-moi.pptx", _changed("1C2127", "004080"))
    made = documents.slides(story_template(at(own), TemplateName.STORY), told, AS_OF)
    assert b"004080" in zipfile.ZipFile(io.BytesIO(made)).read("ppt/slideLayouts/slideLayout1.xml")
    assert story_template(Desk.at(own, Actor("g", "Khách", "guest")), TemplateName.STORY) == SHIPPED
    assert templates.restore(at(own), TemplateName.STORY) == 1
    assert story_template(at(own), TemplateName.STORY) == SHIPPED


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"PK no zip", texts().story.slides_unreadable),
        (_changed('name="Nguồn"', 'name="Nguon"'), "«Kể nhanh» – «Nguồn»"),
        (_changed('name="Việc cần quyết định"', 'name="Khác"'), "«Việc cần quyết định»"),
    ],
)
def test_a_template_that_cannot_be_filled_is_refused_with_what_it_lacks(own: Office, data: bytes, words: str) -> None:
    with pytest.raises(UnreadableFileError) as refused:
        templates.replace(at(own), TemplateName.STORY, "mau.pptx", data)
    assert words in str(refused.value)
    with pytest.raises(CchcError):
        templates.replace(at(own), TemplateName.STORY, "mau.docx", SHIPPED)


def word_of(told: Deck, template: bytes = SHIPPED_WORD) -> bytes:
    """The story on a Word template."""
    return documents.fill(template, story_values(told), AS_OF)


def test_the_office_puts_its_own_word_template_in_place_and_back(own: Office, told: Deck) -> None:
    made = docx.Document(io.BytesIO(SHIPPED_WORD))
    made.add_paragraph("Mẫu của Văn phòng, {{ cau|length }} câu")
    raw = io.BytesIO()
    made.save(raw)
    templates.replace(at(own), TemplateName.STORY_WORD, "mau-moi.docx", raw.getvalue())
    used = story_template(at(own), TemplateName.STORY_WORD)
    assert docx.Document(io.BytesIO(word_of(told, used))).paragraphs[-1].text == "Mẫu của Văn phòng, 5 câu"
    assert story_template(Desk.at(own, Actor("g", "Khách", "guest")), TemplateName.STORY_WORD) == SHIPPED_WORD
    assert templates.restore(at(own), TemplateName.STORY_WORD) == 1
    assert story_template(at(own), TemplateName.STORY_WORD) == SHIPPED_WORD


@pytest.mark.parametrize("words", ["{{ khong_co }}", "{{ 'a' * 3000000000 }}", "{{ tieu_de.__class__ }}", "{% if %}"])
def test_a_hostile_word_template_is_refused_in_words(own: Office, words: str) -> None:
    made = docx.Document(io.BytesIO(SHIPPED_WORD))
    made.add_paragraph(words)
    raw = io.BytesIO()
    made.save(raw)
    with pytest.raises(UnreadableFileError, match="Mẫu văn bản có chỗ điền không đúng"):
        templates.replace(at(own), TemplateName.STORY_WORD, "mau.docx", raw.getvalue())
    assert story_template(at(own), TemplateName.STORY_WORD) == SHIPPED_WORD


def test_word_has_each_finding_with_its_picture_and_source(told: Deck) -> None:
    made = docx.Document(io.BytesIO(word_of(told)))
    words = [paragraph.text for paragraph in made.paragraphs]
    assert [slide.title in words and slide.source in words for slide in told.slides] == [True] * 5
    assert len(made.inline_shapes) == sum(slide.picture is not None for slide in told.slides)


def test_a_card_is_1080_pixels_wide_and_its_code_leads_to_the_page(told: Deck) -> None:
    made = Image.open(io.BytesIO(card(told.slides[0], "CCHC Metrics", "", ADDRESS, "Quét mã"))).convert("L")
    assert made.width == 1080
    code = segno.make(ADDRESS, error="m", micro=False)
    squares, wide = list(code.matrix_iter(border=0)), max(1, 168 // code.symbol_size(border=0)[0])
    left = made.width - 64 - len(squares) * wide
    top = made.height - 64 - 168
    seen = [
        [made.getpixel((left + x * wide + wide // 2, top + y * wide + wide // 2)) < 128 for x in range(len(squares))]
        for y in range(len(squares))
    ]
    assert seen == [[bool(square) for square in row] for row in squares]


def test_a_card_says_its_mark_and_one_without_an_address_has_no_code(told: Deck) -> None:
    plain = card(told.slides[0], "CCHC Metrics", "", "", "Quét mã")
    assert plain != card(told.slides[0], "CCHC Metrics", "SỐ LIỆU MINH HỌA", "", "Quét mã")
    corner = Image.open(io.BytesIO(plain)).convert("L").crop((848, 1200, 1016, 1286))
    assert corner.getextrema() == (255, 255)


def test_a_card_of_long_words_and_of_every_picture_can_be_drawn() -> None:
    for drawn in Drawn:
        strands = (Strand(LONG, tuple(float(n) for n in range(8)), own=True), Strand("khác", (None,) * 8))
        picture = Picture(drawn, tuple(f"{LONG} {n}" for n in range(8)), strands, "điểm", "#1b4d8c")
        slide = Slide(LONG * 3, (LONG * 2,) * 4, LONG * 2, picture, LONG * 2)
        assert Image.open(io.BytesIO(card(slide, LONG[:30], "SỐ LIỆU MINH HỌA", ADDRESS, "Quét mã"))).size == (
            1080,
            1350,
        )


def test_no_line_of_fitted_words_is_wider_than_its_room() -> None:
    size, lines = fitted(f"{LONG} {'Ẫỗữặ' * 40} hạng 26 → 14", 52, 34, 900, 5, weight=700)
    assert len(lines) <= 5
    assert all(width_of(line, size, 700) <= 900 for line in lines[:-1])


def test_nobody_without_the_right_takes_a_file(shipped_office: Office) -> None:
    admin = Desk.at(shipped_office, Actor("a", "Quản trị", "admin"))
    for build in (files.as_slides, files.as_word):
        with pytest.raises(CchcError):
            build(admin, ASKED)


def test_the_story_of_the_shipped_facts_is_taken_as_each_file(shipped: Desk) -> None:
    slides = list(Presentation(io.BytesIO(files.as_slides(shipped, ASKED))).slides)
    assert [slide.shapes.title.text.split(":")[0] for slide in (slides[0], slides[-1])] == [
        "PAPI 2024",
        "Việc cần quyết định",
    ]
    words = [paragraph.text for paragraph in docx.Document(io.BytesIO(files.as_word(shipped, ASKED))).paragraphs]
    assert slides[0].shapes.title.text in words
    assert Image.open(io.BytesIO(files.as_card(shipped, ASKED, 4, ADDRESS))).size == (1080, 1350)
