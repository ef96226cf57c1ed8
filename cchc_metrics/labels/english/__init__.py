"""The English catalogue: an instance of each class of ``labels.texts``, in the file of the same name.

A text in English is a translation to work with; what the office signs is Vietnamese.
"""

import re
from importlib import import_module

from cchc_metrics.labels.texts import BESIDE, Texts


class _English(Texts):
    """Its pages are the constants of the files here, named as their classes: RankingTexts -> RANKING."""

    def __getattr__(self, name: str) -> object:
        if name not in Texts.__annotations__:
            raise AttributeError(name)
        kind: str = Texts.__annotations__[name]
        constant = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", kind.removesuffix("Texts")).upper()
        said: object = getattr(import_module(f"{__name__}.{BESIDE.get(name, name)}"), constant)
        return self.__dict__.setdefault(name, said)


ENGLISH = _English()
