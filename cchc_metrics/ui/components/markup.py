"""Small pieces of HTML, every text in them escaped."""

import html
import re
import zlib

from cchc_metrics.labels import OFFICIAL, language

_WHOLE = "cchc-whole"
# Two numbers and what joins them: from – to, before → after.
_SPAN = re.compile(r"([+−]?\d(?:[\d.,/]*\d)?%? ?[–→] ?[+−]?\d(?:[\d.,/]*\d)?%?)")
_SIGNS = frozenset({"→", "–", "="})
# What a number follows: «năm 2024», «hạng 14».
_COUNTED = frozenset({"năm", "hạng", "year", "rank"})
# Longer than a phone has room for, in letters.
_LONGEST = 26
# Words by which an English sentence is known; none is a Vietnamese one.
_ENGLISH = frozenset({"The", "the", "of", "and", "with", "for"})
_VIETNAMESE = re.compile(r"[À-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ]")


def escaped(text: str) -> str:
    """Text as text, in an element or between quotes of an attribute."""
    return html.escape(text, quote=True)


def element(tag: str, text: str, css: str = "", **attributes: str) -> str:
    """``<tag class=css …>text</tag>`` with the text escaped."""
    return wrapped(tag, escaped(text), css, **attributes)


def kept(text: str) -> str:
    """Text as markup in which no line ends between two numbers and what joins them."""
    pieces = _SPAN.split(text)
    return "".join(element("span", piece, _WHOLE) if at % 2 else escaped(piece) for at, piece in enumerate(pieces))


def kept_names(text: str) -> str:
    """A heading as markup: no line ends inside the name of a place or an index, nor before a year or a rank."""
    made: list[str] = []
    for word in text.split(" "):
        if made and _together(made[-1], word):
            made[-1] += f" {word}"
        else:
            made.append(word)
    return " ".join(element("span", each, _WHOLE) if " " in each else escaped(each) for each in made)


def _together(before: str, word: str) -> bool:
    """Whether what stands before a word in a heading, itself a word or more, belongs on one line with it."""
    last = before.rsplit(" ", maxsplit=1)[-1]
    if len(before) + len(word) > _LONGEST or not (last[-1:].isalnum() or last in _SIGNS):
        return False
    if last in _SIGNS or word in _SIGNS:
        return True
    name = last[:1].isupper() and (_goes_on(last, word) or (word[:1] == "(" and ")" in word))
    return name or (word[:1].isdigit() and (last[:1].isupper() or last in _COUNTED))


def _goes_on(last: str, word: str) -> bool:
    """Whether two words that begin with capitals are one name: in English every word of a title does."""
    ours = language() == OFFICIAL or last.isupper() or bool(_VIETNAMESE.search(last + word))
    return ours and word[:1].isupper()


def wrapped(tag: str, inner: str, css: str = "", **attributes: str) -> str:
    """The same around markup that is already safe. An attribute name's underscores become hyphens."""
    named = {"class": css} if css else {}
    named |= {name.replace("_", "-"): value for name, value in attributes.items() if value}
    listed = "".join(f' {name}="{escaped(value)}"' for name, value in named.items())
    return f"<{tag}{listed}>{inner}</{tag}>"


def tongue(text: str) -> str:
    """«vi» for a text that stayed Vietnamese on a page in another language – half of its words bear its letters –,
    «en» for the English name of a source on a Vietnamese page, so that it is read aloud as what it is; else empty.
    """
    words = text.split()
    if language() == OFFICIAL:
        return "en" if _ENGLISH.intersection(words) else ""
    marked = sum(bool(_VIETNAMESE.search(word)) for word in words)
    return OFFICIAL if words and 2 * marked >= len(words) else ""


def mark_of(*texts: str) -> str:
    """A short name for a piece of a page, the same on every run, made from what it says."""
    return f"{zlib.crc32(chr(31).join(texts).encode()):08x}"
