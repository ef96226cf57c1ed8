"""All text that a person reads, one frozen catalogue per language, and how numbers and dates are written.

Pages and services ask ``texts()`` for the catalogue of the visitor on each run; nothing keeps a sentence of its own.
"""

from collections.abc import Mapping

from cchc_metrics.labels.texts import Texts

LANGUAGES: Mapping[str, Texts] = {"vi": Texts()}


def texts(language: str = "vi") -> Texts:
    """The catalogue of a language. Raises KeyError for a language that has none."""
    return LANGUAGES[language]
