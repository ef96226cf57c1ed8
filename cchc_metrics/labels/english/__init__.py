"""The English catalogue: an instance of each class of ``labels.texts``, in the file of the same name.

A text in English is a translation to work with; what the office signs is Vietnamese.
"""

import re
from dataclasses import fields
from importlib import import_module
from importlib.util import find_spec

from cchc_metrics.labels.texts import Texts


def _english_of(chapter: object) -> object:
    """The English instance of a chapter's class, or the Vietnamese one while its file is not there."""
    kind = type(chapter)
    name = f"{__name__}.{kind.__module__.rpartition('.')[2]}"
    if find_spec(name) is None:
        return chapter
    constant = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", kind.__name__.removesuffix("Texts")).upper()
    return getattr(import_module(name), constant, chapter)


_OURS = Texts()
ENGLISH = Texts(**{page.name: _english_of(getattr(_OURS, page.name)) for page in fields(Texts)})
