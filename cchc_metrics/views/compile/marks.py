"""One source, two copies: sentences that know where they come from, written with marks or without."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from cchc_metrics.documents import Line, Noted


class Copy(StrEnum):
    """Which copy of a report: the working draft with its marks, or the one that is signed."""

    WORKING = "du-thao"
    CLEAN = "trinh-ky"


@dataclass(frozen=True, slots=True)
class Ref:
    """The numbers of sources behind a sentence, «[1–3]»; a working draft alone shows them."""

    text: str


@dataclass(frozen=True, slots=True)
class Aside:
    """Words for the compiler alone, such as how many units a figure was taken over."""

    text: str


Part = str | Noted | Ref | Aside


@dataclass(frozen=True, slots=True)
class Said:
    """One paragraph. topic: it heads those that follow."""

    parts: tuple[Part, ...]
    topic: bool = False

    @staticmethod
    def of(*parts: Part, topic: bool = False) -> "Said":
        return Said(tuple(parts), topic)

    def plain(self) -> str:
        """The paragraph as it is signed."""
        return "".join(_plain(part) for part in self.parts)

    def is_in(self, copy: Copy) -> bool:
        """Whether a copy has anything of the paragraph."""
        return copy is Copy.WORKING or bool(self.plain())

    def shown(self, copy: Copy) -> Line | str:
        """The paragraph as a copy shows it."""
        if copy is Copy.CLEAN:
            return self.plain()
        return Line(tuple(_marked(part) for part in self.parts))


def _plain(part: Part) -> str:
    match part:
        case str():
            return part
        case Noted(text, _):
            return text
        case _:
            return ""


def _marked(part: Part) -> str | Noted:
    match part:
        case Ref(text):
            return f" {text}" if text else ""
        case Aside(text):
            return text
        case _:
            return part


def joined(clauses: Sequence[Sequence[Part]], between: str = "; ", end: str = ".") -> tuple[Part, ...]:
    """Clauses as one sentence."""
    parts: list[Part] = []
    for clause in clauses:
        if parts:
            parts.append(between)
        parts += clause
    return (*parts, end) if parts else ()
