"""One value as people spell it: a number with spaces, dots or +84, a name in capitals or with its accents apart.

What somebody wants gone is looked for in every such spelling, in texts, and in files as far as their bytes tell; a code
is taken of one of them, the plain one.
"""

import re
import unicodedata
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from io import BytesIO
from itertools import permutations

from cchc_metrics.errors import CchcError
from cchc_metrics.labels import texts

_LARGEST_MEMBER = 200 << 20
_MARKUP = re.compile(r"<[^<>]*>")
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".emf", ".wmf", ".bin", ".pdf")
SHORTEST = 4
# From so many digits on a number is somebody's; a shorter one, a year or a score, is looked for as it is written.
_FEWEST_DIGITS, _MOST_DIGITS = 8, 16
LEAST_NUMBER = 10 ** (_FEWEST_DIGITS - 2)  # a zero before it may be lost
_BETWEEN_DIGITS = r"[\s.,()\-\u2010-\u2015\u00ad\u200b-\u200f\u2060\ufeff]{0,3}"
_UNSEEN = r"[\u00ad\u200b-\u200f\u2060\ufeff]*"
_LAID_OUT = re.compile(r"[\s.,()+\-\u2010-\u2015\u00ad\u200b-\u200f\u2060\ufeff]+")
_PARTED = re.compile(rf"(?<=\d){_BETWEEN_DIGITS}(?=\d)")
_MOBILE = re.compile(r"(?:00)?840?(?=[35789]\d{8}$)")
# hoà and hòa, khoẻ and khỏe, thuý and thúy: the same word with its tone on either vowel.
_PAIRS = [
    tuple(unicodedata.normalize("NFC", way) for way in (f"{one}{tone}{other}", f"{one}{other}{tone}"))
    for one, other in ("oa", "oe", "uy")
    for tone in "\u0300\u0301\u0303\u0309\u0323"
]
_TWO_WAYS = {way: pair for pair in _PAIRS for way in pair}


@dataclass(frozen=True, slots=True)
class Wanted:
    """A value that is looked for.

    plain: its plain spelling, of which the code is taken · number: as a number would hold it, None for a text ·
    pattern: every spelling.
    """

    plain: str
    number: int | None
    pattern: re.Pattern[str]

    @property
    def is_a_persons(self) -> bool:
        """Whether it cannot be a code of the program's own: a long number, an address, a name of several words."""
        return (self.plain.isdecimal() and len(self.plain) >= _FEWEST_DIGITS) or "@" in self.plain or " " in self.plain

    def is_in(self, text: str) -> bool:
        """Whether a text spells it."""
        return self.pattern.search(text) is not None

    def spelled(self, text: str) -> list[str]:
        """Each way in which a text spells it."""
        return [found[0] for found in self.pattern.finditer(text)]


def wanted(text: str) -> Wanted:
    """What is to be looked for. Raises CchcError when it is too short to be anybody's."""
    whole = plain_text(text).strip()
    if len(whole) < SHORTEST:
        raise CchcError(texts().redaction.too_short.format(count=SHORTEST))
    digits = _digits(text)
    if digits is None:
        return Wanted(whole, None, re.compile("".join(_letters(whole)), re.IGNORECASE))
    number = int(digits)
    return Wanted(digits, number if number >= LEAST_NUMBER else None, re.compile(_ways_of(digits)))


def plain_text(text: str) -> str:
    """The plain spelling of a text: composed, small letters, one space, the tone of oa, oe, uy on the first vowel."""
    seen = re.sub(_UNSEEN, "", unicodedata.normalize("NFC", text)).casefold()
    for first, second in _PAIRS:
        seen = seen.replace(second, first)
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", seen))


def plain_numbers(text: str) -> str:
    """A text with nothing left between digits, each as 0 to 9."""
    return _PARTED.sub("", "".join(_plain_digit(one) for one in text))


def windows(text: str, length: int) -> Iterator[str]:
    """Every stretch of a text of so many letters that might be the plain spelling of a value in it."""
    numbers = plain_numbers(text)
    for form in dict.fromkeys((text, plain_text(text), numbers)):
        yield from (form[at : at + length] for at in range(len(form) - length + 1))
    # A number without its zero, or with the country in its place.
    yield from (f"0{numbers[at : at + length - 1]}" for at in range(len(numbers) - length + 2))


def _digits(text: str) -> str | None:
    """The value as a number with its zero, when it is one; a telephone number without the country."""
    bare = _LAID_OUT.sub("", "".join(_plain_digit(one) for one in text))
    if not (bare.isascii() and bare.isdigit() and _FEWEST_DIGITS <= len(bare) <= _MOST_DIGITS):
        return None
    return _MOBILE.sub("0", bare)


def _ways_of(digits: str) -> str:
    """A pattern for a number: parted anywhere, with or without its zero, a telephone number also with the country."""
    bare = digits.removeprefix("0")
    core = _BETWEEN_DIGITS.join(rf"[{one}{chr(0xFF10 + int(one))}]" for one in bare)
    # The zero asked for may be lost, but then the number stands alone.
    ways = [rf"[0\uff10]{_BETWEEN_DIGITS}{core}", core if bare == digits else rf"(?<!\d){core}(?!\d)"]
    if re.fullmatch(r"[35789]\d{8}", bare):
        ways.insert(0, rf"\(?(?:\+|00)?84{_BETWEEN_DIGITS}(?:0{_BETWEEN_DIGITS})?{core}")
    return "|".join(ways)


def _letters(plain: str) -> Iterator[str]:
    """A pattern for each letter of a text: composed or apart, the tone where either fashion puts it."""
    at = 0
    while at < len(plain):
        pair = plain[at : at + 2]
        ways = _TWO_WAYS.get(pair, (pair[:1],))
        spelled = "|".join(_UNSEEN.join(map(_forms, way)) for way in ways)
        yield r"\s+" if pair[0] == " " else f"(?:{spelled})"
        at += len(ways[0])
        if at < len(plain):
            yield _UNSEEN


def _forms(letter: str) -> str:
    """One letter with its marks, however they are composed."""
    base, *marks = list(unicodedata.normalize("NFD", letter))
    forms = {letter}
    for order in permutations(marks):
        forms.add(base + "".join(order))
        forms.update(unicodedata.normalize("NFC", base + order[0]) + "".join(order[1:]) for _ in order[:1])
    return rf"(?:{'|'.join(map(re.escape, sorted(forms, key=len, reverse=True)))})"


def _plain_digit(one: str) -> str:
    return str(unicodedata.digit(one)) if not one.isascii() and one.isdecimal() else one


def looked_into(data: bytes, value: Wanted) -> bool | None:
    """Whether a file, or a part of a zipped one, spells the value.

    None: not as far as one can see, but part of it cannot be seen: a PDF, an old .xls, a picture, a locked archive.
    """
    if any(value.is_in(text) for text in _decoded(data)):
        return True
    if not data.startswith(b"PK"):
        # A text has no such bytes, unless it is one of two bytes a letter.
        return (
            None
            if data.startswith(b"%PDF") or (b"\0" in data and not data.startswith((b"\xff\xfe", b"\xfe\xff")))
            else False
        )
    try:
        with zipfile.ZipFile(BytesIO(data)) as packed:
            members = [one for one in packed.infolist() if one.file_size <= _LARGEST_MEMBER]
            if any(value.is_in(text) for one in members for text in _of_member(packed.read(one))):
                return True
            hidden = len(members) < len(packed.infolist()) or any(
                one.filename.lower().endswith(_PICTURES) for one in members
            )
            return None if hidden else False
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError):
        return None


def _decoded(data: bytes) -> Iterator[str]:
    yield data.decode("utf-8", "ignore")
    yield data.decode("utf-16-le", "ignore")
    yield data[1:].decode("utf-16-le", "ignore")


def _of_member(data: bytes) -> Iterator[str]:
    """A part as it is, and its words without the markup that parts them."""
    text = data.decode("utf-8", "ignore")
    yield text
    yield unescape(_MARKUP.sub("", text))
