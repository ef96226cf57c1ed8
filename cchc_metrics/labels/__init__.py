"""All text that a person reads, one frozen catalogue per language, and how numbers and dates are written.

Pages and services ask ``texts()`` for the catalogue of the visitor on each run; nothing keeps a sentence of its own.
"""

from collections.abc import Mapping
from contextvars import ContextVar

from cchc_metrics.labels.english import ENGLISH
from cchc_metrics.labels.texts import Texts, lacking

_VIETNAMESE = Texts()
# English is offered once all of it is there.
LANGUAGES: Mapping[str, Texts] = {
    "vi": _VIETNAMESE,
    **({} if lacking(ENGLISH, _VIETNAMESE) else {"en": ENGLISH}),
}
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
