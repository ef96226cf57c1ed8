"""Terms of the field within a text, and the list of them."""

import re
from collections.abc import Collection, Iterator
from functools import lru_cache

from cchc_metrics.labels import language, texts
from cchc_metrics.labels.format import bare_words, sort_key
from cchc_metrics.services.office.desk import Desk


def terms_in(text: str, told: Collection[str] = (), names: tuple[str, ...] = ()) -> Iterator[tuple[str, str]]:
    """The text in pieces, each with the code of the term it is, or with an empty one.

    The longest term that stands at a place is meant, each only where it first stands; told: those told already ·
    names: of indices, in which no term is meant.
    """
    known, start = set(told), 0
    codes, pattern = _pattern(language(), names)
    for found in pattern.finditer(text):
        code = codes.get(_spaced(found.group()), "")
        if not code or code in known:
            continue
        known.add(code)
        if found.start() > start:
            yield text[start : found.start()], ""
        yield found.group(), code
        start = found.end()
    if start < len(text):
        yield text[start:], ""


@lru_cache(maxsize=8)
def _pattern(_language: str, names: tuple[str, ...]) -> tuple[dict[str, str], re.Pattern[str]]:
    t = texts().glossary
    codes = {_spaced(name): code for held in (t.also, t.names) for code, name in held.items()}
    longest = sorted({*codes, *map(_spaced, names)} - {""}, key=lambda words: (-len(words), words))
    written = "|".join(r"\s+".join(map(re.escape, words.split())) for words in longest)
    return codes, re.compile(rf"(?<!\w)(?:{written})(?!\w)", re.IGNORECASE)


def _spaced(words: str) -> str:
    """In small letters, with one common space between words, however they are written."""
    return " ".join(words.lower().split())


def index_names(desk: Desk, _: object = None) -> tuple[str, ...]:
    """What the indices are called, in short and in full: names, and no terms within."""
    held = desk.catalogue
    return tuple(dict.fromkeys(name for code in held.indices() for name in (code, held.index_name(code))))


def meaning_of(code: str) -> str:
    """What a term means."""
    return texts().glossary.meanings[code]


def matching(words: str) -> tuple[tuple[str, str, str], ...]:
    """(code, term, meaning) of the terms in which each word begins a word, in order; all without words."""
    t, sought = texts().glossary, bare_words(words)
    found = []
    for code, name in t.names.items():
        held = bare_words(f"{name} {t.also.get(code, '')} {t.meanings[code]}")
        if all(any(one.startswith(word) for one in held) for word in sought):
            found.append((code, name, t.meanings[code]))
    return tuple(sorted(found, key=lambda one: (not _named(one[1], sought), sort_key(one[1]))))


def _named(name: str, sought: tuple[str, ...]) -> bool:
    """Whether the words are those of the term itself and not only of its meaning."""
    held = bare_words(name)
    return bool(sought) and all(any(one.startswith(word) for one in held) for word in sought)
