"""How numbers, ranks, dates and periods are written, and how Vietnamese names are sorted.

Numbers read 1.234,56 in Vietnamese and 1,234.56 in English. Values are rounded here and nowhere earlier.
"""

import re
import unicodedata
from collections.abc import Sequence
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

import pandas as pd

from cchc_metrics.labels import OFFICIAL, language, recorded, texts
from cchc_metrics.model import Period

MISSING = "–"
MINUS = "−"
_SWAPPED = str.maketrans(",.", ".,")


def separators() -> str:
    """The decimal sign and the sign of thousands."""
    return ",." if language() == OFFICIAL else ".,"


def number(value: float | Decimal | None, decimals: int = 2) -> str:
    """``1234.5`` -> ``1.234,50``, in English ``1,234.50``; a dash for a missing value.

    Half is rounded away from zero, as people do.
    """
    if value is None or (not isinstance(value, Decimal) and pd.isna(value)):
        return MISSING
    # repr first: the nearest float of 2.675 lies below it, but the publisher printed 2.675.
    exact = value if isinstance(value, Decimal) else Decimal(repr(float(value)))
    rounded = exact.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    text = f"{abs(rounded):,.{decimals}f}"
    text = text.translate(_SWAPPED) if language() == OFFICIAL else text
    return (MINUS if rounded < 0 else "") + text


def plain(value: float | None, most: int = 9) -> str:
    """A number with as many decimals as it has, at most ``most``: 44.7473 -> ``44,7473``."""
    if value is None or pd.isna(value):
        return MISSING
    digits = -int(Decimal(repr(round(float(value), most))).normalize().as_tuple().exponent)
    return number(value, max(0, digits))


def typed(value: float | None, most: int = 9) -> str:
    """A number as it is typed into a cell or an address, ``1234,5``: the same in every language, to be read again."""
    if value is None or pd.isna(value):
        return ""
    return f"{Decimal(repr(round(float(value), most))).normalize():f}".replace(".", ",")


def signed(value: float | None, decimals: int = 2) -> str:
    """A change, always with its sign: ``+1,20``, ``−0,35``, ``0,00``."""
    if value is None or pd.isna(value):
        return MISSING
    text = number(value, decimals)
    return f"+{text}" if value > 0 and text.strip("0,.") else text


def percent(value: float | None, decimals: int = 2) -> str:
    """A value already on the 0–100 scale: ``86.25`` -> ``86,25%``."""
    return MISSING if value is None or pd.isna(value) else f"{number(value, decimals)}%"


def integer(value: int | float | None) -> str:
    """A whole number with thousands marked: ``28.854``."""
    return number(value, 0)


def rank_of(rank: int | None, out_of: int | None) -> str:
    """``26/61``, in English ``26 of 61``: a rank never stands without its count."""
    if rank is None or pd.isna(rank):
        return MISSING
    if out_of is None or pd.isna(out_of):
        return f"{int(rank)}"
    return f"{int(rank)}/{int(out_of)}" if language() == OFFICIAL else f"{int(rank)} of {int(out_of)}"


_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day(value: date | datetime | None) -> str:
    """``05/4/2026``: two-digit day, as offices write it; months 1 and 2 take two digits. In English ``5 Apr 2026``."""
    if value is None or pd.isna(value):
        return MISSING
    if language() != OFFICIAL:
        return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"
    month = f"{value.month:02d}" if value.month < 3 else str(value.month)
    return f"{value.day:02d}/{month}/{value.year}"


def typed_day(value: date | None) -> str:
    """A day as it is typed into a cell, ``05/4/2026`` in every language, to be read again; empty for none."""
    return "" if value is None or pd.isna(value) else recorded(lambda: day(value))


def moment(value: datetime | None) -> str:
    """``14:05 ngày 05/4/2026``, in English ``14:05, 5 Apr 2026``."""
    if value is None or pd.isna(value):
        return MISSING
    return f"{value:%H:%M}{' ngày' if language() == OFFICIAL else ','} {day(value)}"


_CODED = re.compile(r"\d{4}-(?:Q1|6M|Q3|FY)")
_WINDOW_LABELS = {
    OFFICIAL: {"Q1": "Quý I/{year}", "6M": "6 tháng {year}", "Q3": "Quý III/{year}", "FY": "Cả năm {year}"},
    "en": {"Q1": "Q1 {year}", "6M": "6 months {year}", "Q3": "Q3 {year}", "FY": "Full year {year}"},
}


def period(period_id: str) -> str:
    """The period as people write it: ``2024`` -> ``2024``, ``2025-Q1`` -> ``Quý I/2025``, in English ``Q1 2025``."""
    parsed = Period.parse(period_id)
    return _WINDOW_LABELS[language()][parsed.window].format(year=parsed.year) if parsed.window else str(parsed.year)


def period_retold(words: str) -> str:
    """A period of a stored sentence, by its code or by its Vietnamese words, in this run's language; empty for none."""
    for window, label in _WINDOW_LABELS[OFFICIAL].items():
        before, _, after = label.partition("{year}")
        year = words.removeprefix(before).removesuffix(after)
        if words == label.format(year=year) and year.isdecimal():
            return period(f"{year}-{window}")
    return period(words) if _CODED.fullmatch(words) else ""


def periods(period_id: str) -> tuple[str, ...]:
    """The period as it is written in each language, the Vietnamese first."""
    parsed = Period.parse(period_id)
    return tuple(
        labels[parsed.window].format(year=parsed.year) if parsed.window else str(parsed.year)
        for labels in _WINDOW_LABELS.values()
    )


_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_LETTER = {letter: place for place, letter in enumerate(_ALPHABET, start=100)}
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}


@lru_cache(maxsize=65536)
def sort_key(text: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Vietnamese dictionary order: letters first (Đ after D, Ă and Â after A), tones second."""
    letters: list[int] = []
    tones: list[int] = []
    for char in unicodedata.normalize("NFC", text).lower():
        marks = unicodedata.normalize("NFD", char)
        tone = next((_TONES[mark] for mark in marks if mark in _TONES), 0)
        base = unicodedata.normalize("NFC", "".join(mark for mark in marks if mark not in _TONES))
        letters.append(_LETTER.get(base, ord(base[0]) if ord(base[0]) < 100 else 1000 + ord(base[0])))
        tones.append(tone)
    return tuple(letters), tuple(tones)


def bare_words(text: str) -> tuple[str, ...]:
    """The words of a text in small letters and without diacritics: ``Đà Nẵng`` -> ("da", "nang")."""
    marks = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return tuple(re.findall(r"[a-z0-9]+", "".join(mark for mark in marks if not unicodedata.combining(mark))))


def lower_first(words: str) -> str:
    """Words as they stand inside a sentence."""
    return words[:1].lower() + words[1:]


def upper_first(words: str) -> str:
    """Words as they begin a sentence."""
    return words[:1].upper() + words[1:]


def inside(reason: str) -> str:
    """A whole sentence as it stands inside another."""
    return lower_first(reason).rstrip(".")


def slug(*parts: str) -> str:
    """The stem of a file name: parts that are not empty, in small letters without diacritics, joined by hyphens."""
    joined = "-".join(part for part in parts if part).lower().replace("đ", "d")
    bare = "".join(char for char in unicodedata.normalize("NFD", joined) if not unicodedata.combining(char))
    return re.sub(r"[\s/|]+", "-", bare)


def listed(names: Sequence[str]) -> str:
    """Names in a row, the last joined by a word: ``A, B và C``. Empty for none."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {texts().services.and_word} {names[-1]}"
