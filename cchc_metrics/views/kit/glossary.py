"""Terms of the field within a text, and the list of them."""

import re
from collections.abc import Collection, Iterator
from functools import lru_cache

from cchc_metrics.labels import language, texts
from cchc_metrics.labels.format import bare_words, sort_key


def terms_in(text: str, told: Collection[str] = ()) -> Iterator[tuple[str, str]]:
    """The text in pieces, each with the code of the term it is, or with an empty one.

    The longest term that stands at a place is meant, each only where it first stands; told: those told already.
    """
    known, start = set(told), 0
    codes, pattern = _pattern(language())
    for found in pattern.finditer(text):
        code = codes[found.group().lower()]
        if code in known:
            continue
        known.add(code)
        if found.start() > start:
            yield text[start : found.start()], ""
        yield found.group(), code
        start = found.end()
    if start < len(text):
        yield text[start:], ""


@lru_cache(maxsize=4)
def _pattern(_language: str) -> tuple[dict[str, str], re.Pattern[str]]:
    said = texts().glossary
    codes = {name.lower(): code for held in (said.also, said.names) for code, name in held.items()}
    longest = sorted(codes, key=len, reverse=True)
    return codes, re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)", re.IGNORECASE)


def meaning_of(code: str) -> str:
    """What a term means."""
    return texts().glossary.meanings[code]


def matching(words: str) -> tuple[tuple[str, str, str], ...]:
    """(code, term, meaning) of the terms in which each word begins a word, in order; all without words."""
    said, sought = texts().glossary, bare_words(words)
    found = []
    for code, name in said.names.items():
        held = bare_words(f"{name} {said.also.get(code, '')} {said.meanings[code]}")
        if all(any(one.startswith(word) for one in held) for word in sought):
            found.append((code, name, said.meanings[code]))
    return tuple(sorted(found, key=lambda one: (not _named(one[1], sought), sort_key(one[1]))))


def _named(name: str, sought: tuple[str, ...]) -> bool:
    """Whether the words are those of the term itself and not only of its meaning."""
    held = bare_words(name)
    return bool(sought) and all(any(one.startswith(word) for one in held) for word in sought)
