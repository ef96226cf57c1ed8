"""How the cells of an .ods look, by the names of their styles; what its pages print above and below."""

import re
from typing import NamedTuple

from .looks import Look
from .package import local
from .wire import HIDDEN, OTHER, RAISED, STRUCK, WORDED

_FORMATS = frozenset({"number-style", "percentage-style", "currency-style", "text-style", "boolean-style"})
_PLACEHOLDERS = frozenset({"number", "fraction", "scientific-number", "text-content", "boolean"})
_TEXTS = frozenset({"text", "embedded-text", "currency-symbol"})
_PRINTED = frozenset({"header", "footer", "header-left", "footer-left", "header-first", "footer-first"})
# What a program puts into print headers by itself.
_FIELDS = frozenset(
    {"sheet-name", "page-number", "page-count", "date", "time", "title", "file-name", "author-name", "creation-date"}
)
_OF_PAGES = re.compile(r"\b(?:page|trang|of|sheet)\b|[\W_]+", re.IGNORECASE)


class _Style(NamedTuple):
    parent: str
    format: str
    struck: bool | None
    raised: bool | None
    page: str


class _Format:
    """A number format as far as it was read. scaled: a tenth or a thousandth is shown · words: that it adds · shows:
    whether anything of the cell is shown · others: formats that it names for some numbers.
    """

    def __init__(self, *, percent: bool) -> None:
        self.percent = percent
        self.scaled = self.shows = False
        self.words = ""
        self.others: list[str] = []

    def add(self, name: str, attributes: dict[str, str]) -> None:
        if name in _PLACEHOLDERS:
            self.shows = True
            self.scaled |= attributes.get("number:display-factor", "1") != "1"
        elif name == "map":
            self.others.append(attributes.get("style:apply-style-name", ""))


class Styles:
    """Styles as an XML parser comes to them; answers once the parts that hold them are read."""

    def __init__(self) -> None:
        self._styles: dict[tuple[str, str], _Style] = {}
        self._key: tuple[str, str] | None = None
        self._formats: dict[str, _Format] = {}
        self._format: _Format | None = None
        self._in_text = False
        self._printed: dict[str, list[str]] = {}
        self._page: str | None = None
        self._depth_printed = self._depth_field = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins; prefix and name as they are written."""
        name = local(name)
        if name in _FORMATS:
            self._format = _Format(percent=name == "percentage-style")
            self._formats[attributes.get("style:name", "")] = self._format
        elif self._format is not None:
            self._in_text = name in _TEXTS
            self._format.add(name, attributes)
        elif name in ("style", "default-style"):
            self._key = (attributes.get("style:family", ""), attributes.get("style:name", ""))
            parent = attributes.get("style:parent-style-name", "")
            page = attributes.get("style:master-page-name", "")
            self._styles[self._key] = _Style(parent, attributes.get("style:data-style-name", ""), None, None, page)
        elif name == "text-properties" and self._key is not None:
            self._styles[self._key] = _lettered(self._styles[self._key], attributes)
        elif name == "master-page":
            self._page = attributes.get("style:name", "")
        elif self._page is not None and name in _PRINTED and attributes.get("style:display") != "false":
            self._depth_printed += 1
        elif self._depth_printed and name in _FIELDS:
            self._depth_field += 1

    def text(self, data: str) -> None:
        """Letters between elements."""
        if self._format is not None and self._in_text:
            self._format.words += "" if self._format.percent and data.strip() == "%" else data
        elif self._depth_printed and not self._depth_field and self._page is not None:
            self._printed.setdefault(self._page, []).append(data)

    def end(self, name: str) -> None:
        """An element ends."""
        name = local(name)
        if name in _FORMATS:
            self._format = None
        elif self._format is not None:
            self._in_text = False
        elif name in ("style", "default-style"):
            self._key = None
        elif name == "master-page":
            self._page, self._depth_printed, self._depth_field = None, 0, 0
        elif self._depth_printed and name in _FIELDS:
            self._depth_field -= 1
        elif self._page is not None and name in _PRINTED and self._depth_printed:
            self._depth_printed -= 1

    def look(self, name: str) -> Look:
        """The look of a cell style, without percent and year: of those the cells themselves tell."""
        form, struck, seen = "", None, set()
        while name not in seen and ("table-cell", name) in self._styles:
            seen.add(name)
            style = self._styles["table-cell", name]
            form = form or style.format
            struck = style.struck if struck is None else struck
            name = style.parent
        twist, words = self._twisted(form, frozenset())
        return Look(twist=twist, words=words, struck=bool(struck))

    def _twisted(self, name: str, seen: frozenset[str]) -> tuple[str, str]:
        """What a number format does to a number, and the words that it adds."""
        form = self._formats.get(name)
        if form is None or name in seen:
            return "", ""
        words = form.words.strip()
        if form.scaled or any(letter.isdigit() or letter in "%‰" for letter in words):
            return OTHER, words
        beside = (self._twisted(other, seen | {name}) for other in form.others)
        found = next((one for one in beside if one[0]), ("", ""))
        if not found[0] and any(letter.isalpha() for letter in words):
            return WORDED, words
        return found if found[0] or form.shows or words else (HIDDEN, "")

    def of_letters(self, name: str) -> str:
        """What a style of letters within a cell does: crossed out, off the line, or empty."""
        style = self._styles.get(("text", name))
        if style is None:
            return ""
        return STRUCK if style.struck else RAISED if style.raised else ""

    def printed(self, table_style: str) -> str:
        """What the pages of a table print above and below in words of their own."""
        style = self._styles.get(("table", table_style))
        words = " ".join(" ".join(self._printed.get(style.page, ())).split()) if style is not None else ""
        return words if _OF_PAGES.sub("", words) else ""


def _lettered(style: _Style, attributes: dict[str, str]) -> _Style:
    line, kind = (attributes.get(f"style:text-line-through-{name}") for name in ("style", "type"))
    if line is not None or kind is not None:
        style = style._replace(struck=(line or "solid") != "none" and kind != "none")
    place = attributes.get("style:text-position")
    return style if place is None else style._replace(raised=not place.startswith("0%"))
