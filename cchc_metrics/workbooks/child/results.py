"""The stored results of formulas, which openpyxl does not keep beside the formula."""

from typing import Any, NamedTuple

from .cells import Sheet
from .openxml import read_openxml
from .wire import BOOLEAN, DATE, ERROR, Limits


class Result(NamedTuple):
    """A stored result: the cell's type letter and the text between ``<v>`` and ``</v>``."""

    type: str
    text: str


class Results:
    """Results by sheet name, row and column (both from 1)."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        self._sheets = {sheet.note.name: _Cells(sheet) for sheet in read_openxml(data, limits).sheets}

    def of(self, sheet: str, row: int, column: int) -> Result | None:
        """The result stored with the formula of a cell; None where there was none."""
        cells = self._sheets.get(sheet)
        return None if cells is None else cells.at(row - 1, column - 1)


class _Cells:
    def __init__(self, sheet: Sheet) -> None:
        self._columns: dict[str, Any] = sheet.columns
        self._top = 0 if sheet.note.header is None else 1
        marks = sheet.marks
        self._marks = {
            (row, col): (kind, number, text)
            for row, col, kind, number, text in zip(
                marks.row, marks.col, marks.kind, marks.number, marks.text, strict=True
            )
            if kind in (BOOLEAN, DATE, ERROR)
        }

    def at(self, row: int, col: int) -> Result | None:
        if (row, col) in self._marks:
            return _marked(*self._marks[row, col])
        number, text = self._value(f"n{col}", row), self._value(f"t{col}", row)
        if number is not None:
            return Result("n", repr(number))
        return Result("str", text) if text is not None else None

    def _value(self, name: str, row: int) -> Any:
        column = self._columns.get(name)
        place = row - self._top
        return column[place].as_py() if column is not None and 0 <= place < len(column) else None


def _marked(kind: int, number: float, text: str | None) -> Result | None:
    if kind == DATE:
        return Result("n", repr(number))
    if kind == BOOLEAN:
        return Result("b", f"{number:.0f}")
    # A text with "=" stands for a formula that was stored without its result.
    return Result("e", text) if text and not text.startswith("=") else None
