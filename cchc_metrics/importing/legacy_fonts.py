"""Vietnamese text typed with the fonts from before Unicode: told from its letters, converted when a person agrees.

«Qu¶ng TrÞ» is «Quảng Trị» in TCVN3, «Quaûng Trò» in VNI. The name of a font alone proves nothing: offices keep old
fonts in their styles while they type Unicode. So words decide: those that are no Vietnamese syllable as they stand and
are one when converted.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from cchc_metrics.importing.legacy_tables import TABLES, is_syllable
from cchc_metrics.importing.problems import cell_name
from cchc_metrics.model import CellKind, Grid, GridColumn, Workbook

FONTS = tuple(TABLES)
_FONT_NAMES = {"tcvn3": ".vn", "vni": "vni"}
# How much must speak for a font, where the file does not name one and where it does.
_ENOUGH, _ENOUGH_WITH_FONT = 2, 1
# So much must speak for it to each word that is no Vietnamese word either way.
_TO_ONE = 2
_MOST_TEXTS = 5000

# The characters that both encodings use; the soft hyphen is one of them, the no-break space is not.
_LATIN_1 = "\u00a1-\u00ff"
_WORD = re.compile(f"[A-Za-z{_LATIN_1}]+")
# Marks of Unicode texts, which TCVN3 uses as letters; at the edges of a word they are read as marks.
_MARKS = "".join(chr(code) for code in range(0xA1, 0x100) if not chr(code).isalpha()) + "ªº"
_VIETNAMESE_ONLY = re.compile("[ĂăĐđĨĩŨũƠơƯư\u1ea0-\u1ef9]")
# In TCVN3 the capitals of accented letters are a matter of the font: «QU¶NG» shows ả as a capital only there.
_CAPITALS = re.compile(r"(?<!\w)(?=\w*[A-Z]\w*[A-Z])(?:(?![a-z])\w)+(?!\w)")
_PATTERNS = {
    font: re.compile("|".join(map(re.escape, sorted(table, key=len, reverse=True)))) for font, table in TABLES.items()
}


@dataclass(frozen=True, slots=True)
class Example:
    """The first text in a legacy font: where it stands, what it says when converted, in how many cells there is one."""

    sheet: str
    cell: str
    written: str
    converted: str
    count: int


def detect(workbook: Workbook) -> str:
    """The legacy font of a file: "tcvn3", "vni", or empty when its texts are sound as they stand."""
    texts = [text for text in _texts(workbook.sheets) if not is_unicode(text)]
    named = {
        font for font, start in _FONT_NAMES.items() if any(name.lower().startswith(start) for name in workbook.fonts)
    }
    found = {font: _weigh(texts, font) for font in FONTS}
    sure = {
        font: speaking
        for font, (speaking, against) in found.items()
        if speaking >= (_ENOUGH_WITH_FONT if font in named else _ENOUGH) and speaking >= _TO_ONE * against
    }
    return max(sure, key=lambda font: (sure[font], font in named), default="")


def convert(workbook: Workbook, font: str) -> Workbook:
    """The file with its legacy texts in Unicode. Numbers, dates, places, names of sheets and Unicode texts stay.

    Where a file holds both, a text that could be either («Bình») is converted only beside others of its column that
    can be nothing else. Raises KeyError for an unknown font.
    """
    mixed = any(is_unicode(text) for text in _texts(workbook.sheets))
    sheets = tuple(
        replace(sheet, columns=tuple(_column(column, font, mixed) for column in sheet.columns))
        for sheet in workbook.sheets
    )
    return replace(workbook, sheets=sheets)


def converted(text: str, font: str) -> str:
    """One text in Unicode; one that is so already, and one without a character of the font, comes back as it is."""
    if text.isascii() or is_unicode(text):
        return text
    table = TABLES[font]
    plain = _PATTERNS[font].sub(lambda match: table[match[0]], unicodedata.normalize("NFC", text))
    return _CAPITALS.sub(lambda match: match[0].upper(), plain) if font == "tcvn3" else plain


def is_unicode(text: str) -> bool:
    """Whether a text holds a Vietnamese letter that only Unicode has, composed or not."""
    return not text.isascii() and _VIETNAMESE_ONLY.search(unicodedata.normalize("NFC", text)) is not None


def example(workbook: Workbook, font: str) -> Example | None:
    """The first text that speaks for a font, to show what the conversion would do; None when there is none."""
    found = [
        (sheet.name, at, number, str(column.texts[at]))
        for sheet in workbook.sheets
        for number, column in enumerate(sheet.columns, start=1)
        for at in _speaking_rows(column, font)
    ]
    if not found:
        return None
    first = next(sheet.name for sheet in workbook.sheets if any(place[0] == sheet.name for place in found))
    name, at, number, text = min((place for place in found if place[0] == first), key=lambda place: place[1:3])
    return Example(name, cell_name(at + 1, number), text, converted(text, font), len(found))


def _column(column: GridColumn, font: str, mixed: bool) -> GridColumn:
    spoken = column.kinds == CellKind.TEXT
    words = {text for text in column.texts[spoken].tolist() if text and not text.isascii()}
    if mixed and not any(_speaks(text, font) for text in words):
        return column
    found = {text: new for text in words if (new := converted(text, font)) != text and not _only_unicode(text, font)}
    if not found:
        return column
    texts = column.texts.copy()
    texts[spoken] = [found.get(text, text) for text in column.texts[spoken].tolist()]
    return replace(column, texts=texts, coded=None)


def _speaking_rows(column: GridColumn, font: str) -> list[int]:
    """The rows (0-based) of texts that can be nothing but the font's."""
    texts = column.texts.tolist()
    speaking = {text for text in set(texts) - {None} if not text.isascii() and _speaks(text, font)}
    return [at for at, text in enumerate(texts) if text in speaking] if speaking else []


def _texts(sheets: Iterable[Grid]) -> Iterator[str]:
    """The distinct texts of each column that hold more than ASCII, up to so many as suffice to tell."""
    seen: set[str] = set()
    for sheet in sheets:
        for column in sheet.columns:
            for text in set(column.texts[column.kinds == CellKind.TEXT].tolist()) - seen:
                if text and not text.isascii():
                    seen.add(text)
                    yield text
                    if len(seen) >= _MOST_TEXTS:
                        return


def _words(texts: Iterable[str]) -> frozenset[str]:
    """The distinct words with Latin-1 characters, of texts that are not Unicode Vietnamese."""
    whole = (unicodedata.normalize("NFC", text) for text in texts if not is_unicode(text))
    return frozenset(word for text in whole for word in _WORD.findall(text) if not word.isascii())


def _weigh(texts: Iterable[str], font: str) -> tuple[int, int]:
    """How much speaks for a font, and how many words are no Vietnamese word with it nor without it.

    Each word that is one only when converted speaks for it, and so does each text all of whose words are then.
    """
    texts = list(texts)
    judged = [_judge(word, font) for word in _words(texts)]
    return judged.count(1) + sum(_speaks_wholly(text, font) for text in texts), judged.count(-1)


def _speaks_wholly(text: str, font: str) -> bool:
    words = _WORD.findall(unicodedata.normalize("NFC", text))
    return len(words) > 1 and _speaks(text, font) and all(is_syllable(converted(word, font)) for word in words)


def _judge(word: str, font: str) -> int:
    """1: a Vietnamese word only when converted · -1: neither so nor as it stands · 0: may be one as it stands."""
    bare = word.strip(_MARKS).replace("Ð", "Đ").replace("ð", "đ")
    if bare.isascii() and not _is_letter_inside(word, font):
        return 0
    if not bare.isascii() and is_syllable(bare):
        return 0
    return 1 if is_syllable(converted(word, font)) else -1


def _is_letter_inside(word: str, font: str) -> bool:
    """Whether a mark that begins a plain word is more likely a letter: «¤ng», «§i»; nobody quotes with these."""
    return font == "tcvn3" and len(word) > 2 and word[0] in "§®¡¢£¤¥¦" and is_syllable(converted(word, font))


def _speaks(text: str, font: str) -> bool:
    return not is_unicode(text) and any(_judge(word, font) == 1 for word in _words([text]))


def _only_unicode(text: str, font: str) -> bool:
    """Whether the accented words of a text are Vietnamese as they stand and would not all be so when converted."""
    words = _words([text])
    return all(_judge(word, font) == 0 for word in words) and not all(
        is_syllable(converted(word, font)) for word in words if not word.strip(_MARKS).isascii()
    )
