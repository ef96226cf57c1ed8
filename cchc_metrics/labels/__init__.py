"""All text that a person reads, one frozen catalogue per language, and how numbers and dates are written.

Pages and services ask ``texts()`` for the catalogue of the visitor on each run; nothing keeps a sentence of its own.
"""

from collections.abc import Iterator, Mapping
from contextvars import ContextVar
from functools import cache

from cchc_metrics.labels.texts import Texts, lacking

_VIETNAMESE = Texts()


class _Languages(Mapping[str, Texts]):
    """Language -> its catalogue. Another one than the Vietnamese is loaded when somebody asks for it."""

    def __getitem__(self, name: str) -> Texts:
        return _VIETNAMESE if name == "vi" else _others()[name]

    def __iter__(self) -> Iterator[str]:
        return iter(("vi", *_others()))

    def __len__(self) -> int:
        return 1 + len(_others())


@cache
def _others() -> Mapping[str, Texts]:
    """English is offered once all of it is there."""
    from cchc_metrics.labels.english import ENGLISH  # noqa: PLC0415 who speaks Vietnamese needs none of it

    return {} if lacking(ENGLISH, _VIETNAMESE) else {"en": ENGLISH}


LANGUAGES: Mapping[str, Texts] = _Languages()
_SPOKEN: ContextVar[str] = ContextVar("language", default="vi")


def speak(language: str) -> None:
    """Answer in this language for the rest of this run: the thread of one rerun, one command. Raises KeyError."""
    if language not in LANGUAGES:
        raise KeyError(language)
    _SPOKEN.set(language)


def language() -> str:
    """The language of this run; part of the key of everything that is kept with words in it."""
    return _SPOKEN.get()


def texts() -> Texts:
    """The catalogue of this run's language."""
    return LANGUAGES[_SPOKEN.get()]
