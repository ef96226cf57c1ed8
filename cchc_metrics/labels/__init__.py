"""All text that a person reads, one frozen catalogue per language, and how numbers and dates are written.

Pages and services ask ``texts()`` for the catalogue of the visitor on each run; nothing keeps a sentence of its own.
What is stored in the office's name is Vietnamese, ``recorded``; what is read back may be in any language, ``every``.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from typing import TypeVar

from cchc_metrics.labels.texts import Texts

Said = TypeVar("Said")
OFFICIAL, OTHERS = "vi", ("en",)
_VIETNAMESE = Texts()


class _Languages(Mapping[str, Texts]):
    """Language -> its catalogue. Another one than the Vietnamese is loaded when somebody asks for it."""

    def __getitem__(self, name: str) -> Texts:
        return _VIETNAMESE if name == OFFICIAL else _others()[name]

    def __iter__(self) -> Iterator[str]:
        return iter((OFFICIAL, *_others()))

    def __len__(self) -> int:
        return 1 + len(_others())


@cache
def _others() -> Mapping[str, Texts]:
    from cchc_metrics.labels.english import ENGLISH  # noqa: PLC0415 who speaks Vietnamese needs none of it

    return {"en": ENGLISH}


@cache
def _words() -> Mapping[str, Mapping[str, str]]:
    """Titles, headers, choices and explanations of the kinds, which the schema holds in Vietnamese."""
    from cchc_metrics.labels.english.explained import HELPS  # noqa: PLC0415
    from cchc_metrics.labels.english.kinds import WORDS  # noqa: PLC0415

    return {"en": {**WORDS, **HELPS}}


LANGUAGES: Mapping[str, Texts] = _Languages()


class Names(Mapping[str, str]):
    """What the names of an office are called in a language: Vietnamese -> theirs.

    Equal to nothing but itself, as a part of keys; made anew when a name changes.
    """

    def __init__(self, told: Mapping[str, str]) -> None:
        self._told = dict(told)

    def __getitem__(self, words: str) -> str:
        return self._told[words]

    def __iter__(self) -> Iterator[str]:
        return iter(self._told)

    def __len__(self) -> int:
        return len(self._told)

    def __hash__(self) -> int:
        return id(self)

    def __eq__(self, other: object) -> bool:
        return self is other


_SPOKEN: ContextVar[str] = ContextVar("language", default=OFFICIAL)
_NAMES: ContextVar[Names | None] = ContextVar("names", default=None)


def speak(language: str, names: Names | None = None) -> None:
    """Answer in this language for the rest of this run: the thread of one rerun, one command. Raises KeyError.

    names: what the office's own names – of criteria, tasks, units – are called in it.
    """
    if language != OFFICIAL and language not in LANGUAGES:
        raise KeyError(language)
    _SPOKEN.set(language)
    _NAMES.set(names)


@contextmanager
def speaking(language: str, names: Names | None = None) -> Iterator[None]:
    """``speak`` for a part of a run; names that are known stay while the language does. Raises KeyError."""
    before, before_names = _SPOKEN.get(), _NAMES.get()
    speak(language, before_names if names is None and language == before else names)
    try:
        yield
    finally:
        _SPOKEN.set(before)
        _NAMES.set(before_names)


def language() -> str:
    """The language of this run."""
    return _SPOKEN.get()


def spoken() -> tuple[str, Names | None]:
    """Language and names of this run; part of the key of everything that is kept with words in it."""
    return _SPOKEN.get(), _NAMES.get()


def texts() -> Texts:
    """The catalogue of this run's language."""
    return LANGUAGES[_SPOKEN.get()]


def official() -> Texts:
    """The Vietnamese catalogue: what documents of the country say, and what is stored, whoever asks."""
    return _VIETNAMESE


def recorded(words: Callable[[], str]) -> str:
    """A sentence of ours as it is stored: Vietnamese, whoever's session stores it."""
    with speaking(OFFICIAL):
        return words()


def every(pick: Callable[[Texts], Said]) -> tuple[Said, ...]:
    """A text in each language, Vietnamese first: a file made in one is read in another."""
    return tuple(pick(one) for one in LANGUAGES.values())


def named(words: str) -> str:
    """A name of the data, or words of the schema, in this run's language; as they are where it has none for them."""
    spoken = _SPOKEN.get()
    if spoken == OFFICIAL:
        return words
    own = _NAMES.get()
    return (own.get(words) if own else None) or _words().get(spoken, {}).get(words) or words


def wordings(words: str) -> tuple[str, ...]:
    """Words of the schema in each language, the Vietnamese first."""
    return (words, *(known[words] for known in _words().values() if words in known))
