"""What a cell's look does to what stands in it: a format that scales, adds or hides, a line through the letters."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from .wire import HIDDEN, OTHER, PERCENT, WORDED, YEAR

# Within the child: marks from this kind on stand for a look, by its place in a list.
FIRST_LOOK = 100
_TOKEN = re.compile(r'"([^"]*)"?|\\(.)|_.|\*(.)|\[([^\]]*)\]|(.)', re.DOTALL)
_SIGN_OF_MONEY = re.compile(r"\$([^-\]]*)")
# What Excel shows a percent sign with: formats 9 and 10, or a % outside quotes and escapes.
_LITERALS = re.compile(r'"[^"]*"|[\\_*].|\[[^\]]*\]')
_PERCENT_FORMATS = frozenset({9, 10})
_DATE_FORMATS = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
_DATE_LETTERS = re.compile(r"[ymdhs]", re.IGNORECASE)
_YEAR = re.compile(r"\s*(?:y{3,4}|e{1,4})\s*(?:;.*)?", re.IGNORECASE)
_OWN_DIGIT = re.compile(r"[1-9]")
_SCALED = re.compile(r"[0#?],+(?![0#?,])")
_GENERAL = re.compile(r"General|Standard", re.IGNORECASE)


class Look(NamedTuple):
    """A cell style. twist: what its format does to a number, or empty · words: that it adds · struck: crossed out."""

    percent: bool = False
    year: bool = False
    twist: str = ""
    words: str = ""
    struck: bool = False

    @property
    def plain(self) -> bool:
        return self == _PLAIN


_PLAIN = Look()


def look_of(number: int, code: str | None, *, struck: bool = False) -> Look:
    """The look of a style with a built-in number format, or with a code of its own."""
    twist, words = ("", "") if code is None else twisted(code)
    return Look(is_percent(number, code), is_year(code), twist, words, struck)


def twisted(code: str) -> tuple[str, str]:
    """What a number format does to a number, and the words that it adds; twice empty for one that only writes it."""
    worded: list[str] = []
    for place, section in enumerate(_sections(code)):
        words, bare = _parts(section)
        if _DATE_LETTERS.search(_GENERAL.sub("", bare)):
            return "", ""
        own = _OWN_DIGIT.search(bare) and "/" not in bare
        if own or _SCALED.search(bare) or any(letter.isdigit() or letter in "%‰" for letter in words):
            return OTHER, words.strip()
        if place == 0 and code and not bare.strip() and not words.strip():
            return HIDDEN, ""
        if any(letter.isalpha() for letter in words):
            worded.append(words.strip())
    return (WORDED, "; ".join(dict.fromkeys(worded))) if worded else ("", "")


def _sections(code: str) -> list[str]:
    """The parts for more than zero, less, zero and text, as far as they are told apart."""
    found = [""]
    for match in _TOKEN.finditer(code):
        if match[5] == ";":
            found.append("")
        else:
            found[-1] += match[0]
    return found


def _parts(section: str) -> tuple[str, str]:
    """The letters that a section adds to a number, and its own signs."""
    words, bare = "", ""
    for quoted, escaped, filling, bracket, sign in _TOKEN.findall(section):
        money = _SIGN_OF_MONEY.match(bracket)
        words += quoted + escaped + filling + (money[1] if money is not None else "")
        bare += sign
    return words, bare


def kinds_of(looks: Sequence[Look]) -> dict[int, int]:
    """Style -> the kind of mark for its cells, of all styles that change what a cell says."""
    places = {look: place for place, look in enumerate(dict.fromkeys(looks))}
    found: dict[int, int] = {}
    for style, look in enumerate(looks):
        if look.twist or look.struck:
            found[style] = FIRST_LOOK + places[look]
        elif not look.plain:
            found[style] = PERCENT if look.percent else YEAR
    return found


def look_by_kind(looks: Sequence[Look]) -> Mapping[int, Look]:
    """The looks by the kinds that ``kinds_of`` gives them."""
    return {FIRST_LOOK + place: look for place, look in enumerate(dict.fromkeys(looks))}


def is_percent(number: int, code: str | None) -> bool:
    return "%" in _LITERALS.sub("", code) if code is not None else number in _PERCENT_FORMATS


def is_year(code: str | None) -> bool:
    """Whether a format shows the year of a date and nothing else."""
    return code is not None and _YEAR.fullmatch(_LITERALS.sub("", code)) is not None


def is_date(number: int, code: str | None) -> bool:
    return bool(_DATE_LETTERS.search(_LITERALS.sub("", code))) if code is not None else number in _DATE_FORMATS
