"""Vietnamese text as people type it, brought to one form: spaces, look-alike letters, tone marks, matching keys."""

import re
import unicodedata
from functools import lru_cache

# Soft hyphen, joiners, writing-direction marks, variation selectors, the byte order mark; control characters too.
_INVISIBLE_RANGES = (
    *((0x00, 0x08), (0x0E, 0x1B), (0x7F, 0x84), (0x86, 0x9F), (0xAD, 0xAD), (0x34F, 0x34F), (0x61C, 0x61C)),
    *((0x180E, 0x180E), (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x2069), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF)),
)
_INVISIBLE = {code: None for first, last in _INVISIBLE_RANGES for code in range(first, last + 1)}
# Full-width forms, as East Asian keyboards and converters write them.
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
# Letters that look alike; only U+0110 and U+0111 are the Vietnamese ones.
_LOOKALIKES = {0x00D0: "Đ", 0x00F0: "đ", 0x0189: "Đ", 0x0256: "đ"}
_WRITTEN = {**_INVISIBLE, **_FULL_WIDTH, **_LOOKALIKES}

# Cyrillic and Greek letters that look like Latin ones, in the form in which their accents stand apart.
_FOREIGN = str.maketrans(
    "АВЕКМНОРСТУХІЅЈҺԀԚԜаекорсухіѕјһԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧαικνορυ",
    "ABEKMHOPCTYXISJHDQWaekopcyxisjhdqwABEZHIKMNOPTYXaikvopu",
)
_QUOTES_AND_DASHES = str.maketrans("‘’‚‛ʼ′`´“”„‟″«»‐‑‒–—―−", "''''''''\"\"\"\"\"\"\"-------")
# No name, header or title is longer: what is, is a note.
LONGEST_LABEL = 600
_TONES = "\u0300\u0301\u0303\u0309\u0323"
# The tone of an open «oa», «oe», «uy» is written on either vowel (hoà, hòa); after q the u is no vowel (quý).
_LATE_TONE = re.compile(rf"(?:(o)([ae])|(?<!q)(u)(y))([{_TONES}])(?![\u0300-\u036f]|[^\W_])")
# Letters that no accent parts from their plain form; ƀ stands in Ê Đê names.
_BARRED = str.maketrans("đƀ", "db")
_MOTTO = re.compile(r"cong hoa xa hoi chu nghia viet nam|doc lap tu do hanh phuc")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S*", re.IGNORECASE)
_SOURCE_LINE = re.compile(r"(?:nguon|sources?|ghi chu|notes?)(?: |$)")


def clean(text: str) -> str:
    """The text in NFC: invisible characters gone, Ð as Đ, full-width forms plain, every run of blanks one space."""
    return _clean(text) if len(text) <= LONGEST_LABEL else _cleaned(text)


def _cleaned(text: str) -> str:
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    return " ".join(unicodedata.normalize("NFC", text.translate(_WRITTEN)).split())


# Longer texts are notes: each stands once, and thousands of them would stay in memory.
_clean = lru_cache(maxsize=65536)(_cleaned)


@lru_cache(maxsize=16384)
def canonical(text: str) -> str:
    """The cleaned text in lower case with one tone placement: ``Khánh Hoà`` and ``Khánh Hòa`` become equal.

    Quotes and dashes of every kind become the plain ones, Cyrillic and Greek letters the Latin ones they look like.
    """
    parted = _parted(text).translate(_QUOTES_AND_DASHES)
    moved = _LATE_TONE.sub(lambda m: f"{m[1] or m[3]}{m[5]}{m[2] or m[4]}", parted)
    return unicodedata.normalize("NFC", moved)


def key(text: str) -> str:
    """Letters and digits only, without accents, words parted by one space: ``Thừa Thiên-Huế`` -> ``thua thien hue``."""
    return _key(text) if len(text) <= LONGEST_LABEL else _keyed(text)


def _keyed(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", plain_letters(text)))


_key = lru_cache(maxsize=65536)(_keyed)


def plain_letters(text: str) -> str:
    """The cleaned text in lower case without accents, every mark kept: ``85 điểm.`` -> ``85 diem.``"""
    return "".join(char for char in _parted(text).translate(_BARRED) if not unicodedata.combining(char))


def compact(text: str) -> str:
    """The matching key without spaces: ``BR-VT`` and ``BRVT`` become equal."""
    return key(text).replace(" ", "")


def title_words(text: str) -> str:
    """What a line above a table says of it: nothing where it names the state or a source; web addresses say nothing."""
    said = clean(_ADDRESS.sub(" ", text))
    spoken = key(said[:LONGEST_LABEL])
    return "" if not spoken or _MOTTO.search(spoken) or _SOURCE_LINE.match(spoken) else said


def has_foreign_letters(text: str) -> bool:
    """Whether Cyrillic or Greek letters stand in a text in the place of Latin ones: «Нà Nội»."""
    return not text.isascii() and any(ord(char) in _FOREIGN for char in unicodedata.normalize("NFD", text))


def _parted(text: str) -> str:
    """The cleaned text in lower case, its accents apart, its look-alike letters Latin."""
    parted = unicodedata.normalize("NFD", clean(text)).translate(_FOREIGN)
    return unicodedata.normalize("NFD", parted.casefold())
