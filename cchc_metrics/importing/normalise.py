"""Vietnamese text as people type it, brought to one form: spaces, look-alike letters, tone marks, matching keys."""

import re
import unicodedata
from functools import lru_cache

_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"))
# Three letters look alike in capitals; only U+0110 is the Vietnamese one.
_LOOKALIKES = str.maketrans({"\u00d0": "Đ", "\u00f0": "đ", "\u0189": "Đ"})
_TONES = "\u0300\u0301\u0303\u0309\u0323"
# The tone of an open «oa», «oe», «uy» is written on either vowel (hoà, hòa); after q the u is no vowel (quý).
_LATE_TONE = re.compile(rf"(?:(o)([ae])|(?<!q)(u)(y))([{_TONES}])(?![^\W_])")


@lru_cache(maxsize=65536)
def clean(text: str) -> str:
    """The text in NFC with invisible characters gone, Ð as Đ and every run of blanks as one space."""
    if text.isascii():
        return " ".join(text.split())
    composed = unicodedata.normalize("NFC", text.translate(_INVISIBLE))
    return " ".join(composed.translate(_LOOKALIKES).split())


@lru_cache(maxsize=65536)
def canonical(text: str) -> str:
    """The cleaned text in lower case with one tone placement: ``Khánh Hoà`` and ``Khánh Hòa`` become equal."""
    parted = unicodedata.normalize("NFD", clean(text).casefold())
    moved = _LATE_TONE.sub(lambda m: f"{m[1] or m[3]}{m[5]}{m[2] or m[4]}", parted)
    return unicodedata.normalize("NFC", moved)


@lru_cache(maxsize=65536)
def key(text: str) -> str:
    """Letters and digits only, without accents, words parted by one space: ``Thừa Thiên-Huế`` -> ``thua thien hue``."""
    parted = unicodedata.normalize("NFD", clean(text).casefold()).replace("đ", "d")
    bare = "".join(char for char in parted if not unicodedata.combining(char))
    return " ".join(re.findall(r"[^\W_]+", bare))


def compact(text: str) -> str:
    """The matching key without spaces: ``BR-VT`` and ``BRVT`` become equal."""
    return key(text).replace(" ", "")
