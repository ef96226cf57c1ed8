"""A sheet as its reader sees it: texts by place, which cells are numbers, which rows hold anything."""

import re
from functools import lru_cache

import numpy as np

from cchc_metrics.importing.cells import Flags, Words, as_words, number_text, read_field, texts_of
from cchc_metrics.importing.normalise import clean, key
from cchc_metrics.importing.numbers import DAY, UNCLEAR_MARK, WORDS, obstacle, read_number
from cchc_metrics.model import CellKind, Grid

# More different numbers than this in a column are values, not years or codes.
_MANY = 400
_FIRST_YEAR, _LAST_YEAR = 1975, 2099
_NUMBERLIKE = re.compile(r"[-+−–]?\s?\d[\d.,\s]*(?:%|\s?/\s?\d[\d.,]*)?")

_LONGEST_FIGURE = 40
# As plain numbers: a member of an enumeration is compared slowly, and cells are many.
_TEXT, _NUMBERS = int(CellKind.TEXT), (int(CellKind.NUMBER), int(CellKind.PERCENT))
# A number with a sign before it, and a letter or two, a bracket or a sign behind: «~5,7», «5,2(1)», «5,8 (a)», «↑1».
_MARKED = re.compile(r"[^\w\s]?\s?[-+]?\d[\d.,]*\s?%?(?:\s?[(\[]?[^\W\d]{0,2}\d?[)\]]?|\s?[^\w\s]{1,3})")


class View:
    """Places are 0-based here; only the maps that leave the package count from 1."""

    def __init__(self, grid: Grid) -> None:
        self.grid = grid
        self.height, self.width = grid.height, len(grid.columns)
        self._words: dict[int, Words] = {}
        self._numeric: dict[int, Flags] = {}
        self._figures: dict[int, Flags] = {}
        self._spoken: dict[int, Flags] = {}
        # A cell of blanks holds nothing.
        self.filled: tuple[Flags, ...] = tuple(self._filled(column) for column in range(self.width))
        self.row_filled: Flags = np.logical_or.reduce(self.filled) if self.width else np.zeros(0, dtype=np.bool_)

    def _filled(self, column: int) -> Flags:
        cells = self.grid.columns[column]
        filled: Flags = cells.kinds != CellKind.EMPTY
        codes, words = texts_of(cells)
        says = np.array([bool(word.strip()) for word in words] + [True], dtype=np.bool_)
        filled &= says[codes] | (cells.kinds != CellKind.TEXT)
        return filled

    def text(self, row: int, column: int) -> str:
        """What stands in a cell, a number in its plain form."""
        return clean(self.raw(row, column))

    def raw(self, row: int, column: int) -> str:
        """The same with its line breaks: «Tỉnh\\nProvince»."""
        if not 0 <= column < self.width or not 0 <= row < self.height:
            return ""
        cells = self.grid.columns[column]
        if int(cells.kinds[row]) in _NUMBERS:
            return number_text(float(cells.numbers[row]))
        return str(cells.texts[row] or "")

    def words(self, column: int) -> Words:
        """The cells of a whole column as words; of a column of many numbers only its texts."""
        if column not in self._words:
            cells = self.grid.columns[column]
            field = read_field(cells, np.arange(self.height), column + 1)
            few = len(np.unique(cells.numbers[cells.kinds == CellKind.NUMBER])) <= _MANY
            self._words[column] = as_words(field) if few else field.texts
        return self._words[column]

    def numeric(self, column: int) -> Flags:
        """Which cells hold a number, or what is written in its place («85,25», «12,45/13», «N/A»)."""
        if column not in self._numeric:
            cells = self.grid.columns[column]
            field = read_field(cells, np.arange(self.height), column + 1)
            words = field.texts.words
            test = _numberlike if len(words) <= _MANY else _digits
            like = np.array([test(word) for word in words], dtype=np.bool_)
            spoken = field.texts.take(like, False)
            numbers = np.isin(cells.kinds, (CellKind.NUMBER, CellKind.PERCENT))
            self._numeric[column] = numbers | (spoken & (cells.kinds == CellKind.TEXT))
        return self._numeric[column]

    def figures(self, column: int) -> Flags:
        """Which cells of a column are numbers and no years, as ``plain_number`` says of each."""
        if column not in self._figures:
            cells = self.grid.columns[column]
            field = read_field(cells, np.arange(self.height), column + 1)
            words = [clean(word) for word in field.texts.words]
            spoken = np.array([_numberlike(word) and not _is_year(word) for word in words], dtype=np.bool_)
            told = field.texts.take(spoken, False) & (cells.kinds == CellKind.TEXT)
            whole = (cells.numbers >= _FIRST_YEAR) & (cells.numbers <= _LAST_YEAR) & (cells.numbers % 1 == 0)
            self._figures[column] = told | (np.isin(cells.kinds, (CellKind.NUMBER, CellKind.PERCENT)) & ~whole)
        return self._figures[column]

    def spoken_figures(self, column: int) -> Flags:
        """Which cells of a column are texts that hold a number beside something else, or a mark in its place: «5,1*»,
        «42,1 (12)», «41,2–43,1», «NA», «-»."""
        if column not in self._spoken:
            cells = self.grid.columns[column]
            field = read_field(cells, np.arange(self.height), column + 1)
            like = np.array([_of_a_figure(word) for word in field.texts.words], dtype=np.bool_)
            broken = cells.kinds == CellKind.ERROR
            self._spoken[column] = (field.texts.take(like, False) & (cells.kinds == CellKind.TEXT)) | broken
        return self._spoken[column]

    def plain_number(self, row: int, column: int) -> bool:
        """Whether a cell is a number and no year: a value, a rank, a count."""
        text, kind = self.text(row, column), int(self.grid.columns[column].kinds[row])
        if kind not in _NUMBERS and not (kind == _TEXT and _numberlike(text)):
            return False
        return bool(text) and not _is_year(text)

    def places(self, row: int, first: int, last: int) -> list[int]:
        """The filled columns of a row within a range, both ends included."""
        return [column for column in range(max(first, 0), min(last, self.width - 1) + 1) if self.filled[column][row]]


def _is_year(text: str) -> bool:
    return text.isdecimal() and _FIRST_YEAR <= int(text) <= _LAST_YEAR


@lru_cache(maxsize=65536)
def _numberlike(word: str) -> bool:
    return _digits(word) or read_number(word).state is not None


def _digits(word: str) -> bool:
    return _NUMBERLIKE.fullmatch(word) is not None


@lru_cache(maxsize=65536)
def _of_a_figure(word: str) -> bool:
    if len(word) > _LONGEST_FIGURE or _numberlike(word):
        return False
    return (
        obstacle(word) not in ("", DAY, WORDS)
        or _MARKED.fullmatch(word) is not None
        or bool(read_number(word).fault == UNCLEAR_MARK)
    )


def is_machine(text: str) -> bool:
    """Whether a text is a name that a program gave a column: ``sub3_transparency``, ``c1``, ``pci_id``."""
    name = text.strip()
    if " " in name or not name.isascii() or name != name.lower():
        return bool(re.fullmatch(r"\S+_\S+", name))
    return bool(re.fullmatch(r"[a-z]+\d+[a-z0-9]*|[a-z0-9]+(?:_[a-z0-9]+)+", name))


@lru_cache(maxsize=4096)
def bare(text: str) -> str:
    """The matching key of a text without blanks."""
    return key(text).replace(" ", "")
