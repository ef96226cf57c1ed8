"""What stands in a document besides plain text: a figure with its footnote, a table, a picture."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

# Letters of the private use area stand for what is set once the template is filled; text from outside loses them.
OPEN, CLOSE, TABLE, DRAWING = "\ue000", "\ue001", "\ue002", "\ue003"
# What XML cannot hold goes; what the template engine would take for a new line, paragraph or page is a space.
_GONE = dict.fromkeys((*map(ord, (OPEN, CLOSE, TABLE, DRAWING)), *range(9), 11, *range(14, 32), 0xFFFE, 0xFFFF))
_SPACES = dict.fromkeys((9, 10, 12, 13), " ")


@dataclass(frozen=True, slots=True)
class Noted:
    """Text with a footnote behind it."""

    text: str
    note: str


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with figures in it that have footnotes."""

    parts: tuple[str | Noted, ...]


Cell = str | Noted | Line


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table. widths: shares of the width, one per column · numbers: columns set to the right.

    Its look (fonts, sizes) is that of the template's styles «Ô tiêu đề», «Ô chữ», «Ô số».
    """

    header: tuple[str, ...]
    rows: Sequence[Sequence[Cell]]
    widths: tuple[float, ...]
    numbers: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture (PNG) in a paragraph of its own. wide: in millimetres · told: what it shows, to who sees none."""

    png: bytes
    wide: float
    told: str


def plain(text: str) -> str:
    """Text on one line without letters that a document cannot hold."""
    return text if text.isprintable() else text.translate(_GONE).translate(_SPACES)


class Prepared:
    """Values for the template, with tables, pictures and notes taken out and marks in their place."""

    def __init__(self) -> None:
        self.notes: list[str] = []
        self.sheets: list[Sheet] = []
        self.drawings: list[Drawing] = []

    def of(self, value: Any) -> Any:
        """The value as the template sees it: texts made plain, marks for what is set later, the same shape."""
        match value:
            case str():
                made: Any = plain(value)
            case Noted(text, note):
                made = plain(text) + self.note(note)
            case Line(parts):
                made = "".join(self.of(part) for part in parts)
            case Sheet():
                self.sheets.append(value)
                made = f"{TABLE}{len(self.sheets) - 1}{CLOSE}"
            case Drawing():
                self.drawings.append(value)
                made = f"{DRAWING}{len(self.drawings) - 1}{CLOSE}"
            case dict():
                made = {key: self.of(each) for key, each in value.items()}
            case list() | tuple():
                made = [self.of(each) for each in value]
            case _:
                made = value
        return made

    def note(self, text: str) -> str:
        """The mark of a new footnote."""
        self.notes.append(plain(text))
        return f"{OPEN}{len(self.notes) - 1}{CLOSE}"
