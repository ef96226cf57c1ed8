"""How a heading may write a criterion: its code or a Roman number before the name, the name cut to initials."""

import re
from dataclasses import dataclass
from functools import lru_cache

from cchc_metrics.importing.normalise import clean, compact, key

_CODE = re.compile(r"(?P<code>[A-Za-z]{0,2}\d[\w.]*?)[.):]?(?:\s*[-–:]\s*|\s+)(?P<name>\D.*)")
_ROMAN = re.compile(r"(?P<code>[IVX]{1,5})(?:[.):]\s*|\s+[-–]\s*)(?P<name>\D.*)")
_DIGITS = {"I": 1, "V": 5, "X": 10}
# Fewer initials than these could be any word.
_INITIALS = 3


@dataclass(frozen=True, slots=True)
class CodeFirst:
    """A heading taken apart: ``II. Cải cách thể chế`` has the code 2."""

    code: str
    name: str


def code_first(text: str) -> CodeFirst | None:
    """The code before a name; None where there is none."""
    said = clean(text)
    if (roman := _ROMAN.fullmatch(said)) is not None:
        return CodeFirst(str(_number(roman["code"])), roman["name"])
    parted = _CODE.fullmatch(said)
    return None if parted is None else CodeFirst(parted["code"], parted["name"])


def _number(roman: str) -> int:
    digits = [_DIGITS[letter] for letter in roman]
    pairs = zip(digits, [*digits[1:], 0], strict=True)
    return sum(-one if one < following else one for one, following in pairs)


@lru_cache(maxsize=64)
def cut_to_initials(name: str) -> frozenset[str]:
    """Compact forms of a name whose last words are initials: ``Chỉ số cải cách hành chính`` -> ``chisocchc``."""
    words = key(name).split()
    places = range(1, len(words) - _INITIALS + 1)
    return frozenset(compact(" ".join(words[:at])) + "".join(word[0] for word in words[at:]) for at in places)
