"""Numbers and states as people write them: ``85,25``, ``85.25 %``, ``1.234,5``, ``12,45/13``, ``không công bố``.

A number beside which something else stands is refused, for a bound, a range or a bracket changes what it says; only
an asterisk behind it, the sign of a note, is passed over and told. Numbers are kept with nine decimals, as the store
keeps them; further decimals are rounded away.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt
import pandas as pd

from cchc_metrics.importing.cells import Field, Flags, Floats, Ints, Words, number_text
from cchc_metrics.importing.normalise import clean, compact, plain_letters
from cchc_metrics.model import DECIMALS, FINE_BELOW, CellKind, ValueState

_V = TypeVar("_V", float, int, bool)

LIMIT = 1e9  # DECIMAL(18,9) holds nine digits before the comma

# What stands in the way of a number, told apart only to say it.
BOUND, BRACKETS, DAY, WORDS = "number_bound", "number_brackets", "number_day", "number_words"
INTERVAL, RANKED = "number_interval", "number_ranked"

NOT_A_NUMBER, UNCLEAR_MARK, TOO_LARGE, DATE, BOOLEAN = "not_a_number", "unclear_mark", "too_large", "date", "boolean"
FAULTS = ("", NOT_A_NUMBER, UNCLEAR_MARK, TOO_LARGE, DATE, BOOLEAN)

_STATES = {
    **dict.fromkeys(("na", "khongapdung", "mien", "duocmien", "exempt"), ValueState.EXEMPT),
    **dict.fromkeys(
        (
            "khongcongbo",
            "khongcosolieu",
            "chuacosolieu",
            "chuacongbo",
            "chuaco",
            "thieu",
            "withheld",
            "missing",
            "notpublished",
        ),
        ValueState.MISSING,
    ),
}
# Longer texts hold no number; patterns are not tried on them.
_LONGEST_NUMBER = 200
_USUAL = ("N/A", "không công bố")
# What programs write where they have no number: whether it is exempt, withheld or never asked, only a person can say.
UNSURE = frozenset({"na", "nan", "null", "none", "nil"})
STATES: tuple[ValueState, ...] = (ValueState.VALUE, ValueState.EXEMPT, ValueState.MISSING)

# Minus signs of every kind.
_WRITTEN = str.maketrans("−–—‐‑", "-----")
_APOSTROPHES = ("'", "’", "‘", "`")
_NOTED = re.compile(r"(?P<number>.*\d\s*%?)\s*(?:\*{1,3}|\(\*{1,3}\))")
_MARK = re.compile(r"[xX]|[^\w\s]+")
_PLAIN = re.compile(r"\d+(?:[.,]\d+)?|[.,]\d+|\d+(?:\.\d+)?[eE][-+]?\d{1,3}")
# Groups of three after a first digit other than 0, one kind of mark between them, another before the decimals.
_GROUPED = re.compile(r"[1-9]\d{0,2}(?P<mark>[., ])\d{3}(?:(?P=mark)\d{3})*(?:(?!(?P=mark))[.,]\d+)?")
# The usual writing of a number with one reading: whole columns of such texts are converted at once.
_USUAL_NUMBER = r"-?(?:0|[1-9][0-9]{0,8})(?:[.,](?:[0-9]?[1-9]|[0-9]{3,8}[1-9]))?"


@dataclass(frozen=True, slots=True)
class Reading:
    """What one text says.

    value: the number · other: a second possible number when a single mark before three digits may part thousands
    or decimals (NaN when there is none) · maximum: the number behind a slash · percent: a % sign was written.
    """

    state: ValueState | None = None
    value: float = np.nan
    other: float = np.nan
    maximum: float = np.nan
    percent: bool = False
    fault: str = ""
    printed: str | None = None
    noted: bool = False


def read_number(text: str, decimal: str = "") -> Reading:
    """One text as a number, a state or a fault.

    A single mark followed by exactly three digits, with one to three digits before it (``1.234``), has two readings:
    ``value`` is the decimal one, ``other`` the one with thousands. ``0,123`` has one, for no thousands begin with 0.
    decimal: "," or "." once a person has said which mark parts decimals; then there is one reading.
    """
    if len(text) > _LONGEST_NUMBER:
        return Reading(fault=TOO_LARGE if text.isdecimal() else NOT_A_NUMBER)
    text = clean(text)
    if (state := _STATES.get(compact(text))) is not None:
        return Reading(state, printed=None if text in _USUAL else text)
    if compact(text) in UNSURE:
        return Reading(fault=UNCLEAR_MARK)
    body = text.translate(_WRITTEN)
    if body.startswith(_APOSTROPHES):
        body = body[1:].lstrip()
    note = _NOTED.fullmatch(body)
    body = (note["number"] if note else body).strip()
    percent = body.endswith("%")
    body = body.removesuffix("%").strip()
    whole, slash, most = body.partition("/")
    values = _readings(whole.strip(), decimal)
    maxima = _readings(most.strip(), decimal) if slash else (np.nan,)
    if not values or len(maxima) != 1 or (slash and percent):
        return Reading(fault=UNCLEAR_MARK if _MARK.fullmatch(body or text) else NOT_A_NUMBER)
    if any(abs(number) >= LIMIT for number in (*values, *maxima)):
        return Reading(fault=TOO_LARGE)
    other = values[1] if len(values) > 1 else np.nan
    printed = text if percent or slash or note or not _is_plain(body, values[0]) else None
    return Reading(ValueState.VALUE, values[0], other, maxima[0], percent, printed=printed, noted=note is not None)


def _readings(text: str, decimal: str) -> tuple[float, ...]:
    """The numbers that a text may mean: none, one, or the decimal and the thousands reading."""
    sign = -1.0 if text.startswith("-") else 1.0
    digits = text[1:].strip() if text[:1] in ("-", "+") else text
    found: list[float] = []
    if _PLAIN.fullmatch(digits):
        found.append(float(digits.replace(",", ".")))
    if grouped := _GROUPED.fullmatch(digits):
        found.append(float(digits.replace(grouped["mark"], "").replace(",", ".")))
    if len(found) > 1 and decimal:
        found = found[:1] if decimal in digits else found[1:]
    return tuple(round(sign * number, DECIMALS) + 0.0 for number in found)


def _is_plain(text: str, value: float) -> bool:
    """Whether a text is the usual writing of its number: ``1234,5``, ``1234.5`` or ``1.234,5``."""
    usual = number_text(value)
    return text.replace(",", ".") == usual or text.replace(".", "").replace(",", ".") == usual


_BARE = r"[-+]?\d+(?:[.,]\d+)*\s*%?"
_TO = r"(?:-|÷|\.\.|\bden\b|\bto\b)"
_SPAN = re.compile(rf"(?P<low>{_BARE})\s*{_TO}\s*(?P<high>{_BARE})")
_IN_BRACKETS = re.compile(rf"(?:{_BARE}\s*)?[\[(]\s*(?P<low>{_BARE})\s*(?:{_TO}|;)\s*(?P<high>{_BARE})\s*[\])]")
_ABOUT = re.compile(rf"(?P<middle>{_BARE})\s*(?:±|\+/-|\+-)\s*(?P<half>{_BARE})")
_OBSTACLES = (
    (DAY, re.compile(r"\d{1,2}([/.-])\d{1,2}\1(?:\d{2}|\d{4})")),
    (INTERVAL, _ABOUT),
    (INTERVAL, _SPAN),
    (INTERVAL, _IN_BRACKETS),
    (BOUND, re.compile(rf"(?:[<>≤≥~≈±]=?|(?:tren|duoi|khoang|gan|hon)\b)\s*{_BARE}")),
    (RANKED, re.compile(rf"{_BARE}\s*\(\s*\d{{1,3}}(?:\s*/\s*\d{{1,3}})?\s*\)")),
    (BRACKETS, re.compile(rf"[(\[]\s*{_BARE}\s*[)\]]")),
    (WORDS, re.compile(rf"[a-z\s.:]*{_BARE}\s*[a-z][a-z\s.]*|[a-z][a-z\s.:]*{_BARE}")),
)


def obstacle(text: str) -> str:
    """Why a text that holds a number is none: INTERVAL (41,2–43,1), BOUND (≥ 80), RANKED (45,1 (12)), BRACKETS, DAY
    (12/5/2024), WORDS (85 điểm); else empty."""
    text = text[:_LONGEST_NUMBER]
    body = plain_letters(text).translate(_WRITTEN)
    return next((name for name, form in _OBSTACLES if form.fullmatch(body)), "")


def interval(text: str, decimal: str = "") -> tuple[float, float] | None:
    """The two ends of an interval in one text: «41,2–43,1», «[41,2; 43,1]», «42,1 (41,2–43,1)», «42,1 ± 0,9»; None for
    any other text, and where an end has two readings."""
    body = plain_letters(text[:_LONGEST_NUMBER]).translate(_WRITTEN)
    if around := _ABOUT.fullmatch(body):
        middle, half = (_readings(around[name].strip(), decimal) for name in ("middle", "half"))
        lone = len(middle) == len(half) == 1
        return (round(middle[0] - half[0], DECIMALS), round(middle[0] + half[0], DECIMALS)) if lone else None
    found = _SPAN.fullmatch(body) or _IN_BRACKETS.fullmatch(body)
    ends = [_readings(found[name].removesuffix("%").strip(), decimal) for name in ("low", "high")] if found else []
    return (ends[0][0], ends[1][0]) if ends and len(ends[0]) == len(ends[1]) == 1 else None


@dataclass(frozen=True, slots=True)
class NumberColumn:
    """A column of cells, one entry per record; ``numbers`` is NaN where there is none.

    states: place in STATES, -1 where nothing can be taken · faults: place in FAULTS, 0 where there is none ·
    percent: the cell says % (a percent cell is already multiplied: 85.25) · noted: an asterisk stands behind the
    number · printed: texts worth keeping.
    """

    numbers: Floats
    others: Floats
    maxima: Floats
    percent: Flags
    noted: Flags
    states: Ints
    faults: Ints
    printed: Words = field(repr=False)


def read_numbers(cells: Field, decimal: str = "") -> NumberColumn:
    """Every cell of a field as a number or a state; an Excel error or an empty cell gives nothing and no fault.

    decimal: the mark that parts decimals in texts with two readings, empty while nobody has said.
    """
    spoken = _read_words(cells, decimal)
    percent_cells = cells.where(CellKind.PERCENT)
    numeric = cells.where(CellKind.NUMBER) | percent_cells
    raw = np.where(percent_cells, cells.numbers * 100, cells.numbers)
    sound = numeric & (np.abs(raw) < LIMIT)
    # Adding 0.0 makes -0.0 a plain zero.
    numbers = _rounded(np.where(sound, raw, np.nan)) + 0.0
    states, faults = spoken.states, spoken.faults
    for kind, fault in ((CellKind.DATE, DATE), (CellKind.BOOLEAN, BOOLEAN)):
        faults[cells.where(kind)] = FAULTS.index(fault)
    faults[numeric & ~sound] = FAULTS.index(TOO_LARGE)
    faults[numeric & ~np.isfinite(raw)] = FAULTS.index(NOT_A_NUMBER)
    states[sound] = STATES.index(ValueState.VALUE)
    return replace(
        spoken, numbers=np.where(sound, numbers, spoken.numbers), percent=percent_cells | spoken.percent, states=states
    )


def _read_words(cells: Field, decimal: str) -> NumberColumn:
    """The text cells of a field; every other cell gives nothing."""
    words = cells.texts.words
    spoken = Words(np.where(cells.where(CellKind.TEXT), cells.texts.codes, -1), words)
    usual, values = _usual_numbers(words)
    readings = {at: read_number(words[at], decimal) for at in np.flatnonzero(~usual).tolist()}

    def spread(missing: _V, found: Callable[[Reading], _V], ordinary: _V) -> npt.NDArray[Any]:
        per_word = np.full(len(words), ordinary)
        for at, reading in readings.items():
            per_word[at] = found(reading)
        return spoken.take(per_word, missing)

    values[list(readings)] = [reading.value for reading in readings.values()]
    value_state = STATES.index(ValueState.VALUE)
    printed = {at: reading.printed for at, reading in readings.items() if reading.printed is not None}
    return NumberColumn(
        spoken.take(values, np.nan),
        spread(np.nan, lambda reading: reading.other, np.nan),
        spread(np.nan, lambda reading: reading.maximum, np.nan),
        spread(False, lambda reading: reading.percent, False),
        spread(False, lambda reading: reading.noted, False),
        spread(-1, lambda reading: -1 if reading.state is None else STATES.index(reading.state), value_state),
        spread(0, lambda reading: FAULTS.index(reading.fault), 0),
        spoken.mapped([printed.get(at) for at in range(len(words))]),
    )


def _usual_numbers(words: tuple[str, ...]) -> tuple[Flags, Floats]:
    """Which words are numbers in their usual writing, and their values (NaN for the others)."""
    column = pd.Series(words, dtype="str")
    usual = column.str.fullmatch(_USUAL_NUMBER).to_numpy(dtype=np.bool_)
    values = np.full(len(words), np.nan)
    values[usual] = _rounded(column[usual].str.replace(",", ".", regex=False).to_numpy(dtype=np.float64)) + 0.0
    return usual, values


def _rounded(numbers: Floats) -> Floats:
    """Numbers with nine decimals; a large one has fewer of its own, and rounding would move it."""
    return np.where(np.abs(numbers) < FINE_BELOW, np.round(numbers, DECIMALS), numbers)
