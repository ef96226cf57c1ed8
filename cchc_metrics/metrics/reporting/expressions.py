"""Expressions between metrics, «4.1 + 4.2 = 4.3 + 4.4», read once and worked out exactly.

A word is a metric when the catalogue has a metric of that code, else a number; there is no other name.
"""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate

_WORD = re.compile(r"\s*(?:(?P<word>\d+(?:[.,]\d+)*)|(?P<mark>>=|<=|≥|≤|[-+*/×()=<>]))")
_COMPARISONS: Mapping[str, Callable[[Fraction, Fraction], bool]] = {
    "=": lambda left, right: left == right,
    "<=": lambda left, right: left <= right,
    ">=": lambda left, right: left >= right,
    "<": lambda left, right: left < right,
    ">": lambda left, right: left > right,
}
# No office writes more; deeper brackets would end the reader, longer numbers the machine's patience.
_LONGEST, _DEEPEST, _MOST_DIGITS = 500, 20, 20
_SPELLED = {"≥": ">=", "≤": "<=", "×": "*"}
Values = Mapping[str, Fraction]


class BadExpressionError(ValueError):
    """The text is no expression; the message is the part that could not be read."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a check says of one report.

    holds: None when a metric has no value · left, right: both sides · missing: the codes without a value.
    """

    holds: bool | None
    left: Fraction | None
    right: Fraction | None
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Formula:
    """One side: sums, differences, products, quotients and brackets. codes: the metrics in it, in order."""

    text: str
    words: tuple[str, ...]
    codes: tuple[str, ...]

    def value(self, values: Values) -> Fraction | None:
        """The exact value; None when a metric has none, or a divisor is zero."""
        if any(code not in values for code in self.codes):
            return None
        try:
            return _Reader(self.words, values, frozenset(self.codes)).whole()
        except ZeroDivisionError:
            return None


@dataclass(frozen=True, slots=True)
class Check:
    """A comparison of two formulas."""

    left: Formula
    comparison: str
    right: Formula

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*self.left.codes, *self.right.codes)))

    def of(self, values: Values) -> Outcome:
        """What the check says of these values; a metric that is not among them has no value, which is not zero."""
        missing = tuple(code for code in self.codes if code not in values)
        left, right = self.left.value(values), self.right.value(values)
        if left is None or right is None:
            return Outcome(None, left, right, missing)
        return Outcome(_COMPARISONS[self.comparison](left, right), left, right)


def read_check(text: str, metrics: Collection[str]) -> Check:
    """A check from its text. Raises BadExpressionError."""
    words = _words(text)
    places = [place for place, word in enumerate(words) if word in _COMPARISONS]
    if len(places) != 1:
        raise BadExpressionError(text)
    at = places[0]
    return Check(_formula(text, words[:at], metrics), words[at], _formula(text, words[at + 1 :], metrics))


def read_bound(text: str, metrics: Collection[str]) -> tuple[str, Formula]:
    """A bound such as «>= 10» or «= 4.5 + 4.7»: the comparison and its right side. Raises BadExpressionError."""
    words = _words(text)
    if not words or words[0] not in _COMPARISONS:
        raise BadExpressionError(text)
    return words[0], _formula(text, words[1:], metrics)


def read_formula(text: str, metrics: Collection[str]) -> Formula:
    """A formula from its text. Raises BadExpressionError."""
    return _formula(text, _words(text), metrics)


def exact(number: float) -> Fraction:
    """A reported number as a fraction: it has at most six decimals."""
    return Fraction(round(number * 1_000_000), 1_000_000)


def _words(text: str) -> tuple[str, ...]:
    words, at, text = [], 0, text.strip()
    if len(text) > _LONGEST:
        raise BadExpressionError(text[:_LONGEST])
    while at < len(text):
        match = _WORD.match(text, at)
        if match is None:
            raise BadExpressionError(text[at:])
        words.append(match["word"] or _SPELLED.get(match["mark"], match["mark"]))
        at = match.end()
    depths = accumulate((word == "(") - (word == ")") for word in words)
    if max(depths, default=0) > _DEEPEST or max(map(len, words), default=0) > _MOST_DIGITS:
        raise BadExpressionError(text)
    return tuple(words)


def _formula(text: str, words: tuple[str, ...], metrics: Collection[str]) -> Formula:
    known = frozenset(metrics)
    codes = tuple(dict.fromkeys(word for word in words if word in known))
    try:
        _Reader(words, dict.fromkeys(codes, Fraction(1)), frozenset(codes)).whole()
    except ZeroDivisionError:
        pass
    except (IndexError, ValueError) as error:
        raise BadExpressionError(text) from error
    return Formula(text, words, codes)


class _Reader:
    """Recursive descent over the words: sum, product, factor."""

    def __init__(self, words: tuple[str, ...], values: Values, codes: frozenset[str]) -> None:
        self._words, self._values, self._codes, self._at = words, values, codes, 0

    def whole(self) -> Fraction:
        value = self._sum()
        if self._at != len(self._words):
            raise ValueError(self._words[self._at])
        return value

    def _next(self, *marks: str) -> str | None:
        if self._at < len(self._words) and self._words[self._at] in marks:
            self._at += 1
            return self._words[self._at - 1]
        return None

    def _sum(self) -> Fraction:
        value = self._product()
        while mark := self._next("+", "-"):
            value = value + self._product() if mark == "+" else value - self._product()
        return value

    def _product(self) -> Fraction:
        value = self._factor()
        while mark := self._next("*", "/"):
            value = value * self._factor() if mark == "*" else value / self._factor()
        return value

    def _factor(self) -> Fraction:
        if self._next("("):
            value = self._sum()
            if not self._next(")"):
                raise ValueError(")")
            return value
        word = self._words[self._at]
        self._at += 1
        return self._values[word] if word in self._codes else Fraction(word.replace(",", "."))
