"""Texts in TCVN3 and VNI: told from their letters, converted whole, and Unicode left alone."""

import unicodedata
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_metrics.importing.legacy_fonts import FONTS, convert, converted, detect, example
from cchc_metrics.importing.legacy_tables import TABLES, is_syllable
from cchc_metrics.model import Workbook
from tests.builders import grid, workbook

PROVINCES = (
    *("Hà Nội", "Hà Giang", "Cao Bằng", "Bắc Kạn", "Tuyên Quang", "Lào Cai", "Điện Biên", "Lai Châu", "Sơn La"),
    *("Yên Bái", "Hòa Bình", "Thái Nguyên", "Lạng Sơn", "Quảng Ninh", "Bắc Giang", "Phú Thọ", "Vĩnh Phúc", "Bắc Ninh"),
    *("Hải Dương", "Hải Phòng", "Hưng Yên", "Thái Bình", "Hà Nam", "Nam Định", "Ninh Bình", "Thanh Hóa", "Nghệ An"),
    *("Hà Tĩnh", "Quảng Bình", "Quảng Trị", "Thừa Thiên Huế", "Đà Nẵng", "Quảng Nam", "Quảng Ngãi", "Bình Định"),
    *("Phú Yên", "Khánh Hòa", "Ninh Thuận", "Bình Thuận", "Kon Tum", "Gia Lai", "Đắk Lắk", "Đắk Nông", "Lâm Đồng"),
    *("Bình Phước", "Tây Ninh", "Bình Dương", "Đồng Nai", "Bà Rịa - Vũng Tàu", "Hồ Chí Minh", "Long An", "Tiền Giang"),
    *("Bến Tre", "Trà Vinh", "Vĩnh Long", "Đồng Tháp", "An Giang", "Kiên Giang", "Cần Thơ", "Hậu Giang", "Sóc Trăng"),
    *("Bạc Liêu", "Cà Mau"),
)
_TONED = (
    unicodedata.normalize("NFC", base + tone)
    for base in "aăâeêioôơuưy"
    for tone in ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
)
SMALL = ("đ", *(letter for letter in _TONED if not letter.isascii()))
LETTERS = (*SMALL, *(letter.upper() for letter in SMALL))
UNICODE_ONLY = "ạấệữựĐăơưỷỹ"

FRENCH = (
    "L'évaluation a été très bien reçue à l'hôtel ; où étaient les élèves français déjà en août ? Là-bas, près du "
    "château, la crème brûlée, le maïs, l'île, le goût, Noël, la façade, le garçon, l'âge, la forêt, tôt ou tard"
)
ENGLISH = "naïve café résumé © 2024 PAPI® ±5% 10 µm, 5 km², «quoted» §5 a×b ½ °C piñata El Niño São Paulo Zürich Malmö"


def encode(text: str, font: str) -> str:
    """A text as a person with that font would have typed it; TCVN3 writes most capitals as small letters."""
    written: dict[str, str] = {}
    for old, new in TABLES[font].items():
        written.setdefault(new, old)
    return "".join(written.get(letter) or written.get(letter.lower(), letter) for letter in text)


def column(*texts: str, fonts: tuple[str, ...] = ()) -> Workbook:
    return replace(workbook([[text] for text in texts]), fonts=fonts)


def test_there_are_134_accented_letters() -> None:
    assert len(set(LETTERS)) == 134


@pytest.mark.parametrize("letter", LETTERS)
def test_every_letter_comes_back_from_vni(letter: str) -> None:
    assert converted(encode(letter, "vni"), "vni") == letter


@pytest.mark.parametrize("letter", SMALL)
def test_every_small_letter_comes_back_from_tcvn3(letter: str) -> None:
    assert converted(encode(letter, "tcvn3"), "tcvn3") == letter


@pytest.mark.parametrize("letter", LETTERS)
def test_capitals_of_tcvn3_come_back_in_a_word_of_capitals(letter: str) -> None:
    word = f"N{letter.upper()}G"
    assert converted(encode(word, "tcvn3"), "tcvn3") == word


def test_one_capital_at_the_head_of_a_word_makes_no_word_of_capitals() -> None:
    assert converted("Hµ Néi", "tcvn3") == "Hà Nội"
    assert converted("§µ N½ng", "tcvn3") == "Đà Nẵng"
    assert converted("TØNH QU¶NG TRÞ", "tcvn3") == "TỈNH QUẢNG TRỊ"


@pytest.mark.parametrize("font", FONTS)
def test_no_two_letters_share_a_writing(font: str) -> None:
    assert len(TABLES[font]) == len(set(TABLES[font]))
    assert set(SMALL) <= set(TABLES[font].values())


@pytest.mark.parametrize("font", FONTS)
def test_the_63_provinces_come_back_and_are_recognised(font: str) -> None:
    assert len(PROVINCES) == 63
    old = column(*(encode(name, font) for name in PROVINCES))
    assert detect(old) == font
    assert convert(old, font).sheets[0].columns[0].texts.tolist() == list(PROVINCES)


@pytest.mark.parametrize(
    ("text", "font", "meant"),
    [
        ("Qu¶ng TrÞ", "tcvn3", "Quảng Trị"),
        ("Thõa Thiªn HuÕ", "tcvn3", "Thừa Thiên Huế"),
        ("ChØ sè c¶i c¸ch hµnh chÝnh", "tcvn3", "Chỉ số cải cách hành chính"),
        ("Céng hßa x· héi chñ nghÜa ViÖt Nam", "tcvn3", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
        ("Th\u00ad viÖn", "tcvn3", "Thư viện"),
        ("Quaûng Trò", "vni", "Quảng Trị"),
        ("Thöøa Thieân Hueá", "vni", "Thừa Thiên Huế"),
        ("Chæ soá caûi caùch haønh chính", "vni", "Chỉ số cải cách hành chính"),
        ("COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM", "vni", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("AÙnh saùng", "vni", "Ánh sáng"),
    ],
)
def test_one_text_is_enough_to_tell_the_font(text: str, font: str, meant: str) -> None:
    assert detect(column(text)) == font
    assert converted(text, font) == meant


@pytest.mark.parametrize("fonts", [(), (".VnTime", "VNI-Times")])
@pytest.mark.parametrize("text", [FRENCH, ENGLISH, "Điểm đánh giá", "Hà Nam", "Bình", "", "PAPI 2024"])
def test_sound_text_is_not_taken_for_a_legacy_font_even_where_styles_name_one(
    text: str, fonts: tuple[str, ...]
) -> None:
    assert detect(column(text, *text.split(), fonts=fonts)) == ""


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_unicode_provinces_are_sound(form: str) -> None:
    assert detect(column(*(unicodedata.normalize(form, name) for name in PROVINCES), fonts=(".VnTime",))) == ""


def test_a_font_that_the_file_names_needs_less_to_be_told() -> None:
    assert detect(column("Hµ")) == ""
    assert detect(column("Hµ", fonts=("Arial", ".VnTimeH"))) == "tcvn3"
    assert detect(column("Haø", fonts=("VNI-Times",))) == "vni"


def test_only_texts_change() -> None:
    rows: list[list[object]] = [["Qu¶ng TrÞ", 85.25, date(2024, 5, 12), None], ["TCVN3", "85,25", True, "a"]]
    old = workbook(grid(rows, "Qu¶ng", hidden_rows=(2,)))
    new = convert(old, "tcvn3")
    assert new.sheets[0].columns[0].texts.tolist() == ["Quảng Trị", "TCVN3"]
    assert new.sheets[0].columns[1:] == old.sheets[0].columns[1:]
    assert replace(new.sheets[0], columns=()) == replace(old.sheets[0], columns=())
    assert old.sheets[0].columns[0].texts[0] == "Qu¶ng TrÞ"


def test_a_file_of_both_keeps_what_is_unicode() -> None:
    old = workbook([["Tên tỉnh", "Ghi chú"], ["Qu¶ng TrÞ", "Bình"], ["Phó Thä", "Đạt"]])
    new = convert(old, "tcvn3").sheets[0]
    assert new.columns[0].texts.tolist() == ["Tên tỉnh", "Quảng Trị", "Phú Thọ"]
    assert new.columns[1].texts.tolist() == ["Ghi chú", "Bình", "Đạt"]


def test_the_example_is_the_first_text_with_its_place_and_count() -> None:
    found = example(workbook([["Tên", "Tªn"], ["Qu¶ng TrÞ", 1], ["Hµ Néi", 2]]), "tcvn3")
    assert found is not None
    assert (found.cell, found.written, found.converted, found.count) == ("B1", "Tªn", "Tên", 3)
    assert example(workbook([["Tên"]]), "tcvn3") is None


@given(st.text(max_size=30), st.sampled_from(UNICODE_ONLY), st.text(max_size=30), st.sampled_from(FONTS))
def test_a_text_with_a_letter_that_only_unicode_has_stays(before: str, letter: str, after: str, font: str) -> None:
    text = f"{before} {letter} {after}"
    assert converted(text, font) == text
    assert convert(column(text), font).sheets[0].columns[0].texts[0] == text


@given(st.lists(st.sampled_from(PROVINCES), min_size=1, max_size=4), st.sampled_from(FONTS))
def test_converting_twice_changes_nothing_more(names: list[str], font: str) -> None:
    once = converted(encode(", ".join(names), font), font)
    assert once == ", ".join(names)
    if any(ord(letter) > 0xFF for letter in once):
        assert converted(once, font) == once


@pytest.mark.parametrize("word", ["nghiêng", "khuỷu", "giếng", "quýt", "Đắk", "hoẵng", "yêu", "thuở", "ướt"])
def test_syllables_are_recognised(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["élève", "cỏt", "Quaûng", "PAPI", "àá", "nộsu", ""])
def test_what_no_vietnamese_syllable_can_be_is_none(word: str) -> None:
    assert not is_syllable(word)
