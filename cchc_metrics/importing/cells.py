"""Columns of cells as arrays: each distinct text is cleaned and parsed once, never row by row."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
from pandas.api.extensions import ExtensionArray

from cchc_metrics.importing.normalise import clean
from cchc_metrics.labels.format import plain
from cchc_metrics.model import FINE_BELOW, CellKind, Grid, GridColumn, exactly

# Up to so many possible combinations for each record a table of all of them is made.
_DENSE = 8
# Beyond this a number is shown with an exponent.
_LONGEST = 1e15

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Words:
    """A column of texts: ``words[codes[i]]`` is the text of record i, code -1 where there is none."""

    codes: Ints
    words: tuple[str, ...]

    def array(self) -> ExtensionArray:
        """The texts, one per record, missing where there is none."""
        return pd.array(list(self.words), dtype="str").take(self.codes, allow_fill=True)

    def take(self, values: npt.NDArray[Any], missing: Any) -> npt.NDArray[Any]:
        """``values`` holds one entry per word; the result one per record."""
        return np.append(values, np.array([missing], dtype=values.dtype))[self.codes]

    def where(self, word: str) -> Flags:
        """The records at which this word stands."""
        return self.take(np.array([one == word for one in self.words], dtype=np.bool_), False)

    def mapped(self, results: Sequence[str | None]) -> "Words":
        """``results[code]`` in the place of each word; equal results become one word, None none."""
        words, places = distinct(result or "" for result in results)
        return Words(np.append(places, -1)[self.codes], words)


def no_words(length: int) -> Words:
    """A column in which nothing stands."""
    return Words(np.full(length, -1, dtype=np.int64), ())


def same_word(word: str, length: int) -> Words:
    """A column in which one text stands everywhere."""
    return Words(np.zeros(length, dtype=np.int64), (word,))


@dataclass(frozen=True, slots=True)
class Field:
    """The cells under one header, one entry per record; a cell of blanks counts as empty.

    column: the 1-based column of each cell – one number, an array in the wide layout, 0 when there is no cell.
    """

    column: int | Ints
    kinds: npt.NDArray[np.uint8]
    numbers: Floats
    texts: Words

    @property
    def filled(self) -> Flags:
        found: Flags = self.kinds != CellKind.EMPTY
        return found

    def where(self, kind: CellKind) -> Flags:
        """The records whose cell is of this kind."""
        found: Flags = self.kinds == kind
        return found

    def columns_at(self, records: Ints) -> Ints:
        """The 1-based columns of the cells of these records."""
        if isinstance(self.column, int):
            return np.full(len(records), self.column, dtype=np.int64)
        return self.column[records]

    def shown(self, record: int) -> str:
        """What stands in one cell, as a person would recognise it."""
        code = int(self.texts.codes[record])
        if code >= 0:
            return self.texts.words[code]
        number = float(self.numbers[record])
        if np.isnan(number):
            return ""
        if not np.isfinite(number) or abs(number) >= _LONGEST:
            return f"{number:g}"
        return f"{plain(number * 100)}%" if self.kinds[record] == CellKind.PERCENT else plain(number)

    def at(self, records: Ints | Flags) -> "Field":
        """The cells of some records."""
        column = self.column if isinstance(self.column, int) else self.column[records]
        codes = Words(self.texts.codes[records], self.texts.words)
        return Field(column, self.kinds[records], self.numbers[records], codes)

    def repeated(self, times: int) -> "Field":
        """Each record ``times`` times in a row."""
        codes = np.repeat(self.texts.codes, times)
        column = self.column if isinstance(self.column, int) else np.repeat(self.column, times)
        return Field(
            column, np.repeat(self.kinds, times), np.repeat(self.numbers, times), Words(codes, self.texts.words)
        )


@dataclass(frozen=True, slots=True)
class Records:
    """One sheet as records under template headers: one per row, in the wide layout one per cell.

    rows: the 1-based row of each record.
    """

    sheet: Grid
    rows: Ints
    fields: dict[str, Field]
    wide: bool = False

    def __len__(self) -> int:
        return len(self.rows)

    def words(self, header: str) -> Words:
        """The texts under a header; nothing everywhere when the sheet lacks the column."""
        field = self.fields.get(header)
        return as_words(field) if field is not None else no_words(len(self))


def number_text(number: float) -> str:
    """A number as a plain text with at most nine decimals: 3.0 -> ``3``, 0.5 -> ``0.5``."""
    if not np.isfinite(number) or abs(number) >= _LONGEST:
        return f"{number:g}"
    text = f"{number:.9f}" if abs(number) < FINE_BELOW else f"{exactly(number):f}"
    return text.rstrip("0").rstrip(".")


def read_field(column: GridColumn, rows: Ints, number: int | Ints) -> Field:
    """The cells of some rows (0-based) of a column."""
    codes, words = texts_of(column)
    return _field(column.kinds[rows], column.numbers[rows], _told(codes[rows], words), number)


def texts_of(column: GridColumn) -> tuple[Ints, Sequence[str]]:
    """The texts of a column: for each row the place of its text, −1 for none; and the texts."""
    if column.coded is not None:
        return column.coded
    codes, originals = pd.factorize(column.texts)
    return codes, [str(text) for text in originals]


def _told(codes: Ints, words: Sequence[str]) -> tuple[Ints, list[str]]:
    """The texts that stand in some rows, in the order in which they come first."""
    there = np.full(len(words) + 1, len(codes), dtype=np.int64)
    there[codes[::-1]] = np.arange(len(codes) - 1, -1, -1)
    used = np.flatnonzero(there[:-1] < len(codes))
    order = used[np.argsort(there[used], kind="stable")]
    place = np.full(len(words) + 1, -1, dtype=np.int64)
    place[order] = np.arange(len(order))
    return place[codes], [words[at] for at in order.tolist()]


def make_field(
    kinds: npt.NDArray[np.uint8], numbers: Floats, texts: npt.NDArray[np.object_], number: int | Ints
) -> Field:
    """Cells given as three arrays, as a grid holds them."""
    codes, originals = pd.factorize(texts)
    return _field(kinds, numbers, (codes, [str(text) for text in originals]), number)


def _field(
    kinds: npt.NDArray[np.uint8], numbers: Floats, texts: tuple[Ints, Sequence[str]], number: int | Ints
) -> Field:
    codes, originals = texts
    words, places = distinct(clean(text) for text in originals)
    codes = np.append(places, -1)[codes]
    blank = (codes < 0) & (kinds == CellKind.TEXT)
    kinds = np.where(blank, np.uint8(CellKind.EMPTY), kinds) if blank.any() else kinds
    return Field(number, kinds, numbers, Words(codes, words))


def word_field(words: Words, number: int | Ints = 0) -> Field:
    """A field of texts that stand in no cell of their own: a sheet's name, a header."""
    kinds = np.where(words.codes < 0, CellKind.EMPTY, CellKind.TEXT).astype(np.uint8)
    return Field(number, kinds, np.full(len(kinds), np.nan), words)


def distinct(texts: Iterable[str]) -> tuple[tuple[str, ...], Ints]:
    """Distinct non-empty texts, and for each text its place among them (-1 for an empty one)."""
    seen: dict[str, int] = {}
    places = [seen.setdefault(text, len(seen)) if text else -1 for text in texts]
    return tuple(seen), np.array(places, dtype=np.int64)


def as_words(field: Field) -> Words:
    """Every filled cell as a text: a number in its plain form, a truth value as ``TRUE`` or ``FALSE``."""
    spoken = field.texts.codes >= 0
    numeric = field.filled & ~spoken & ~np.isnan(field.numbers)
    if not numeric.any():
        return field.texts
    marks = np.where(numeric, field.kinds, 0).astype(np.int64)
    number_codes, values = pd.factorize(np.where(numeric, field.numbers, np.nan))
    inverse, first = combine(marks, number_codes)
    forms = [_form(int(marks[at]), float(values[number_codes[at]])) if numeric[at] else "" for at in first]
    words, places = distinct([*field.texts.words, *forms])
    known = len(field.texts.words)
    codes = np.where(spoken, np.append(places[:known], -1)[field.texts.codes], places[known:][inverse])
    return Words(codes, words)


def _form(kind: int, number: float) -> str:
    if kind == CellKind.BOOLEAN:
        return "TRUE" if number else "FALSE"
    return f"{number_text(number * 100)}%" if kind == CellKind.PERCENT else number_text(number)


def combine(*columns: Ints) -> tuple[Ints, Ints]:
    """Rows of codes (-1 allowed) as one code each: for every record its combination, for each the first record."""
    whole = np.zeros(len(columns[0]), dtype=np.int64)
    first = np.zeros(min(1, len(whole)), dtype=np.int64)
    for codes in columns:
        size = int(codes.max(initial=-1)) + 2
        # Compressed at each step, so that the product cannot overflow.
        whole, first = _compressed(whole * size + codes + 1, len(first) * size)
    return whole, first


def _compressed(numbers: Ints, most: int) -> tuple[Ints, Ints]:
    """Numbers from 0 to below ``most`` as codes in the order in which they come, and the first record of each."""
    if most > _DENSE * max(1, len(numbers)):
        codes, _ = pd.factorize(numbers)
        first = np.empty(int(codes.max(initial=-1)) + 1, dtype=np.int64)
        first[codes[::-1]] = np.arange(len(codes) - 1, -1, -1)
        return codes, first
    # Few enough to have a place for each: a table is asked much sooner than a dictionary.
    came = np.full(most, len(numbers), dtype=np.int64)
    came[numbers[::-1]] = np.arange(len(numbers) - 1, -1, -1)
    first = np.sort(came[came < len(numbers)])
    place = np.empty(most, dtype=np.int64)
    place[numbers[first]] = np.arange(len(first))
    return place[numbers], first


def groups(codes: Ints, wanted: Flags) -> Iterator[tuple[int, Ints]]:
    """For each wanted code (``wanted[code]``) the records that bear it, in order."""
    chosen = np.flatnonzero((codes >= 0) & np.append(wanted, False)[codes])
    order = chosen[np.argsort(codes[chosen], kind="stable")]
    cuts = np.flatnonzero(np.diff(codes[order])) + 1
    for part in np.split(order, cuts):
        if len(part):
            yield int(codes[part[0]]), part
