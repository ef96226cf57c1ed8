"""Sentences whose figures lead to the row they were read from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from string import Formatter

from cchc_metrics.labels import texts
from cchc_metrics.model import Key, ScoreKind


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text; with a slug it is a link to that page with these filters."""

    text: str
    slug: str = ""
    query: tuple[tuple[str, str], ...] = ()


Sentence = tuple[Piece, ...]
Part = str | Piece | Sentence


def origin(
    text: str, index: str, period: str, node: str, entity: str, *, score_kind: str = ScoreKind.PUBLISHED
) -> Piece:
    """A figure that leads to its own row: file, sheet, cell and every version."""
    query = ((Key.INDEX, index), (Key.PERIOD, period), (Key.NODE, node), (Key.PROVINCE, entity))
    kind = () if score_kind == ScoreKind.PUBLISHED else ((Key.SCORE_KIND, score_kind),)
    return Piece(text, "nguon-goc", (*query, *kind))


def ranked(text: str, index: str, period: str, node: str, entity: str) -> Piece:
    """A rank that leads to the ranking it stands in."""
    return Piece(text, "xep-hang", ((Key.INDEX, index), (Key.PERIOD, period), (Key.NODE, node), (Key.PROVINCE, entity)))


def compose(template: str, **parts: Part) -> Sentence:
    """The template with its placeholders filled: texts stay texts, pieces stay links."""
    made: list[Piece] = []
    for literal, name, _, _ in Formatter().parse(template):
        made += [Piece(literal)] if literal else []
        made += _pieces(parts[name]) if name else []
    return tuple(made)


def joined(sentences: Sequence[Part], between: str) -> Sentence:
    """Sentences in a row with a mark between them; empty ones are left out."""
    made: list[Piece] = []
    for one in sentences:
        pieces = _pieces(one)
        made += [Piece(between)] if made and pieces else []
        made += pieces
    return tuple(made)


def enumerated(items: Sequence[Part]) -> Sentence:
    """``A, B và C`` of links."""
    if len(items) < 2:
        return joined(items, "")
    return joined([joined(items[:-1], ", "), items[-1]], f" {texts().services.and_word} ")


def closed(clauses: Sequence[Part]) -> Sentence:
    """Clauses as one sentence: semicolons between, a full stop behind; empty for none."""
    said = joined(clauses, "; ")
    return (*said, Piece(".")) if said else ()


def plain(sentence: Sentence) -> str:
    """The sentence without its links."""
    return "".join(piece.text for piece in sentence)


def links(sentence: Sentence) -> Mapping[str, str]:
    """The linked figures and the pages they lead to."""
    return {piece.text: piece.slug for piece in sentence if piece.slug}


def _pieces(part: Part) -> list[Piece]:
    if isinstance(part, str):
        return [Piece(part)] if part else []
    return [part] if isinstance(part, Piece) else list(part)
