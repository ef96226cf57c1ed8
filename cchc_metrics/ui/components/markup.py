"""Small pieces of HTML, every text in them escaped."""

import html
import re
import zlib

from cchc_metrics.labels import OFFICIAL, language

# Words by which an English sentence is known; none is a Vietnamese one.
_ENGLISH = frozenset({"The", "the", "of", "and", "with", "for"})
_VIETNAMESE = re.compile(r"[À-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ]")


def escaped(text: str) -> str:
    """Text as text, in an element or between quotes of an attribute."""
    return html.escape(text, quote=True)


def element(tag: str, text: str, css: str = "", **attributes: str) -> str:
    """``<tag class=css …>text</tag>`` with the text escaped."""
    return wrapped(tag, escaped(text), css, **attributes)


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
