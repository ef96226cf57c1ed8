"""The Vietnamese letters of the fonts from before Unicode, and what a Vietnamese syllable may be.

TCVN3 (TCVN 5712:1993, «ABC», fonts «.VnTime» …) gives each accented small letter a character of its own; its capitals
are a matter of the font («.VnTimeH») but for seven. VNI (fonts «VNI-Times» …) writes a letter and then its accent.
"""

import re
import unicodedata

# Small letters in this order of tones: none, grave, hook, tilde, acute, dot; characters as Windows (code page 1252)
# shows them. The soft hyphen U+00AD is ư.
_TONED = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
_TCVN3_ROWS = {
    "a": "aµ¶·¸¹",
    "ă": "¨»¼½¾Æ",
    "â": "©ÇÈÉÊË",
    "e": "eÌÎÏÐÑ",
    "ê": "ªÒÓÔÕÖ",
    "i": "i×ØÜÝÞ",
    "o": "oßáâãä",
    "ô": "«åæçèé",
    "ơ": "¬êëìíî",
    "u": "uïñòóô",
    "ư": "\u00adõö÷øù",
    "y": "yúûüýþ",
}
_TCVN3_OTHERS = {"®": "đ", "¡": "Ă", "¢": "Â", "£": "Ê", "¤": "Ô", "¥": "Ơ", "¦": "Ư", "§": "Đ"}

# What stands behind a letter for each tone, and the letters that are written so.
_VNI_TONES = ("", "ø", "û", "õ", "ù", "ï")
_VNI_BREVE = ("ê", "è", "ú", "ü", "é", "ë")
_VNI_HAT = ("â", "à", "å", "ã", "á", "ä")
_VNI_ROWS = {
    **{letter: tuple(letter + mark for mark in _VNI_TONES) for letter in "aeou"},
    "y": ("y", "yø", "yû", "yõ", "yù", "î"),
    "i": ("i", "ì", "æ", "ó", "í", "ò"),
    "ă": tuple("a" + mark for mark in _VNI_BREVE),
    **{hatted: tuple(plain + mark for mark in _VNI_HAT) for plain, hatted in (("a", "â"), ("e", "ê"), ("o", "ô"))},
    "ơ": tuple("ô" + mark for mark in _VNI_TONES),
    "ư": tuple("ö" + mark for mark in _VNI_TONES),
    "đ": ("ñ",),
}


def _letters(letter: str) -> tuple[str, ...]:
    return tuple(unicodedata.normalize("NFC", letter + tone) for tone in _TONED)


def _tcvn3() -> dict[str, str]:
    table = {
        char: wanted
        for letter, row in _TCVN3_ROWS.items()
        for char, wanted in zip(row, _letters(letter), strict=True)
        if not char.isascii()
    }
    return table | _TCVN3_OTHERS


def _vni() -> dict[str, str]:
    """Small letters and capitals; an accent behind a capital may be written small («Aùnh»)."""
    table: dict[str, str] = {}
    for letter, row in _VNI_ROWS.items():
        for written, wanted in zip(row, _letters(letter), strict=False):
            if not written.isascii():
                table |= {written: wanted, written.upper(): wanted.upper()}
                table.setdefault(written[0].upper() + written[1:], wanted.upper())
    return table


# Legacy writing -> the Unicode letter.
TABLES: dict[str, dict[str, str]] = {"tcvn3": _tcvn3(), "vni": _vni()}

_ONSET = "ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnprstvx]"
_OPEN = (
    "a|ai|ao|au|ay|âu|ây|e|eo|ê|êu|i|ia|iêu|iu|o|oa|oai|oao|oay|oe|oeo|oi|ô|ôi|ơ|ơi|u|ua|uây|uê|ui|uôi|uơ|uy|uya|uyu|"
    "ư|ưa|ưi|ươi|ươu|ưu|y|yêu|ua|uâ"
)
_CLOSED = "a|ă|â|e|ê|i|iê|o|oa|oă|oe|oo|ô|ơ|u|uâ|uê|uô|uy|uyê|ư|ươ|y|yê"
_SYLLABLE = re.compile(rf"(?:{_ONSET})?(?:(?:{_OPEN})|(?:{_CLOSED})(?P<coda>ch|ng|nh|[ckmnpt]))")
_STOPS = ("c", "ch", "k", "p", "t")
_TONE = re.compile("[\u0300\u0301\u0303\u0309\u0323]")


def is_syllable(word: str) -> bool:
    """Whether a word, in Unicode and with its accents, may be one Vietnamese syllable.

    A syllable bears at most one tone; one that ends in a stop bears the acute or the dot, or none.
    """
    parted = unicodedata.normalize("NFD", word.lower())
    tones = _TONE.findall(parted)
    found = _SYLLABLE.fullmatch(unicodedata.normalize("NFC", _TONE.sub("", parted)))
    if found is None or len(tones) > 1:
        return False
    return found["coda"] not in _STOPS or tones in ([], ["\u0301"], ["\u0323"])
