"""Sheets as they were read, before anyone has decided what they mean."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

import numpy as np


class CellKind(IntEnum):
    """What a reader found in a cell."""

    EMPTY = 0
    NUMBER = 1
    TEXT = 2
    BOOLEAN = 3
    DATE = 4  # number holds the days since 1899-12-30, text the ISO form
    ERROR = 5  # an Excel error such as #DIV/0!; text holds it
    PERCENT = 6  # a number shown with a percent format: number holds 0.8525 where the cell shows 85,25%


@dataclass(frozen=True, slots=True)
class GridColumn:
    """One column of a sheet: three arrays of equal length, one entry per row.

    kinds: uint8 of CellKind · numbers: float64, NaN where the cell has none ·
    texts: object array of the text as the cell holds it, None where it has none (numbers have none) · coded: the same
    as the place of each text, −1 for none, and the texts, where the reader knows them so.
    """

    kinds: np.ndarray
    numbers: np.ndarray
    texts: np.ndarray
    coded: tuple[np.ndarray, Sequence[str]] | None = None


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet as read: columns[j] row i is the cell at (i + 1, j + 1) counted as Excel does."""

    name: str
    number: int  # 1-based place among the workbook's sheets
    columns: tuple[GridColumn, ...]
    hidden: bool = False
    hidden_rows: tuple[int, ...] = ()  # 1-based
    hidden_columns: tuple[int, ...] = ()  # 1-based
    merges: tuple[tuple[int, int, int, int], ...] = ()  # first row, first column, last row, last column; 1-based
    comments: tuple[tuple[int, int, str], ...] = ()  # row, column (1-based), what is remarked on the cell
    # What is told beside the values: what it is, row, column (1-based; 0: the sheet), its words. «other», «worded»,
    # «hidden»: what the cell's format does to its number · «struck», «raised»: letters, without words the whole cell ·
    # «shape», «picture», «print»: of the sheet.
    asides: tuple[tuple[str, int, int, str], ...] = ()

    @property
    def height(self) -> int:
        return len(self.columns[0].kinds) if self.columns else 0


@dataclass(frozen=True, slots=True)
class Stamp:
    """The mark that our own templates carry."""

    kind: str
    version: int


@dataclass(frozen=True, slots=True)
class Workbook:
    """A file as read, before anyone has decided what it means."""

    file_name: str
    file_type: str  # "xlsx", "xls", "csv" … by content, not by name
    sheets: tuple[Grid, ...]
    stamp: Stamp | None = None
    seconds: float = 0.0
    fonts: tuple[str, ...] = ()  # names of the fonts that the file says its cells use
