"""Colours and comments on the cells of a workbook, and taking those of an earlier copy away again.

A coloured cell that had a fill of its own is remembered on a hidden sheet, where a cell wears that fill: spreadsheet
programs keep styles of cells through any «Save as». Comments are told by their first line.
"""

import re
from collections.abc import Mapping
from copy import copy
from typing import Any

from openpyxl.cell.cell import Cell
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.styles.cell_style import StyleArray
from openpyxl.utils.cell import coordinate_to_tuple

from .notes import Size
from .wire import MEMORY_SHEET

# Light enough for black text, far enough apart in grey; nobody picks just these, so they tell our cells.
FILLS = {"error": "FFF4B6B9", "warning": "FFFFE09E", "info": "FFC6DCF2"}
# Areas larger than this are banners across a sheet, not cells somebody fills.
_MERGED_AREA = 10_000
_WIDTH, _LETTERS, _LINE, _TALLEST = 320, 46, 17, 480
_ADDRESS = re.compile(r"[A-Z]{1,3}[1-9][0-9]{0,6}")


class Marker:
    """Marks cells of one workbook. ``sign`` stands in A1 of the memory sheet, ``head`` begins each of our comments."""

    def __init__(self, book: Any, sign: str, head: str) -> None:
        self._book, self._sign, self._head = book, sign, head
        self._fills = {severity: _fill_number(book, colour) for severity, colour in FILLS.items()}
        self._memory: list[tuple[str, str, int]] = []

    def clean(self, title: str) -> None:
        """Take away what an earlier copy added: the sheet with ``title`` in A1, the memory, fills and comments."""
        ours = [sheet for sheet in self._book.worksheets if _first(sheet) == title or self._is_memory(sheet)]
        if not ours:
            return
        before = _remembered(ours[-1]) if self._is_memory(ours[-1]) else {}
        for sheet in ours:
            self._book.remove(sheet)
        numbers = set(self._fills.values())
        for sheet in self._book.worksheets:
            for cell in sheet._cells.values():
                if _fill_of(cell) in numbers:
                    _dress(cell, before.get((sheet.title, cell.coordinate), 0))
                if cell._comment is not None and self._head in cell._comment.text:
                    self._uncomment(cell)

    def _is_memory(self, sheet: Any) -> bool:
        return bool(sheet.title == MEMORY_SHEET and _first(sheet) == self._sign)

    def _uncomment(self, cell: Any) -> None:
        own, author = cell._comment.text.partition(self._head)[0].rstrip(), cell._comment.author
        cell.comment = Comment(own, author) if own else None

    def mark(self, sheet: Any, marks: dict[str, list[str]]) -> None:
        """address -> [severity, sentences]; no sentences: only the colour."""
        columns = _column_styles(sheet)
        heads = _heads_of_merged(sheet)
        for address, (severity, text) in marks.items():
            if _ADDRESS.fullmatch(address):
                place = coordinate_to_tuple(address)
                cell = _cell_at(sheet, heads.get(place, place), columns)
                self._colour(sheet, cell, severity)
                if text:
                    self._comment(cell, text)

    def _colour(self, sheet: Any, cell: Any, severity: str) -> None:
        fill, ours = _fill_of(cell), list(self._fills.values())
        if fill in ours:  # two findings of one merged cell: the worse one shows
            _dress(cell, ours[min(ours.index(fill), ours.index(self._fills[severity]))])
            return
        if fill:
            self._memory.append((sheet.title, cell.coordinate, fill))
        _dress(cell, self._fills[severity])

    def _comment(self, cell: Any, text: str) -> None:
        own = cell._comment
        if own is not None and self._head in own.text:
            cell.comment = Comment(f"{own.text}\n{text}", own.author)
        elif own is not None:
            cell.comment = Comment(f"{own.text}\n\n{self._head}\n{text}", own.author)
        else:
            cell.comment = Comment(f"{self._head}\n{text}", self._sign)

    def remember(self) -> None:
        """Write the memory sheet, last and hidden from the menus too."""
        sheet = self._book.create_sheet(MEMORY_SHEET)
        sheet["A1"] = self._sign
        for row, (name, address, fill) in enumerate(self._memory, 2):
            set_text(sheet.cell(row, 1), name)
            set_text(sheet.cell(row, 2), address)
            _dress(sheet.cell(row, 3), fill)
        sheet.sheet_state = "veryHidden"

    def size_comments(self, sizes: Mapping[str, Mapping[tuple[int, int], Size]]) -> None:
        """Comments of theirs in the size they had, ours as tall as their text; sizes: sheet -> cell -> pixels."""
        for sheet in self._book.worksheets:
            had = sizes.get(sheet.title, {})
            for place, cell in sheet._cells.items():
                if cell._comment is not None:
                    cell._comment.width, cell._comment.height = self._size(cell._comment.text, had.get(place))

    def _size(self, text: str, had: Size | None) -> Size:
        if had is not None and self._head not in text:
            return had
        lines = sum(1 + len(line) // _LETTERS for line in text.split("\n"))
        width, height = had or (0.0, 0.0)
        return max(width, _WIDTH), max(height, min(_TALLEST, 14 + _LINE * lines))


def _fill_number(book: Any, colour: str) -> int:
    return int(book._fills.add(PatternFill("solid", fgColor=colour)))


def _fill_of(cell: Any) -> int:
    return 0 if cell._style is None else int(cell._style.fillId)


def _dress(cell: Any, fill: int) -> None:
    # Not cell.fill: that looks the fill up among all of the workbook's for each cell.
    style = StyleArray() if cell._style is None else copy(cell._style)
    style.fillId = fill
    cell._style = style


def set_text(cell: Any, text: str) -> None:
    """A text that stays a text, also when it begins with an equals sign."""
    cell.value = text
    cell.data_type = "s"


def _first(sheet: Any) -> object:
    cell = sheet._cells.get((1, 1))
    return None if cell is None else cell._value


def _remembered(memory: Any) -> dict[tuple[object, object], int]:
    found = {}
    for row in range(2, memory.max_row + 1):
        name, address, fill = (memory._cells.get((row, column)) for column in (1, 2, 3))
        if name is not None and address is not None and fill is not None:
            found[name._value, address._value] = _fill_of(fill)
    return found


def _cell_at(sheet: Any, place: tuple[int, int], columns: dict[int, Any]) -> Any:
    """The cell, made when there is none yet in the style of its row or column: it must look as it did."""
    cell = sheet._cells.get(place)
    if cell is None:
        row = sheet.row_dimensions.get(place[0])
        style = row._style if row is not None and row.has_style else columns.get(place[1])
        cell = sheet._cells[place] = Cell(sheet, row=place[0], column=place[1], style_array=style)
    return cell


def _column_styles(sheet: Any) -> dict[int, Any]:
    return {
        column: dimension._style
        for dimension in sheet.column_dimensions.values()
        if dimension.has_style and dimension.min
        for column in range(dimension.min, dimension.max + 1)
    }


def _heads_of_merged(sheet: Any) -> dict[tuple[int, int], tuple[int, int]]:
    """Every inner cell of the merged areas -> the one that is seen."""
    return {
        place: (area.min_row, area.min_col)
        for area in sheet.merged_cells.ranges
        if area.size["rows"] * area.size["columns"] <= _MERGED_AREA
        for place in area.cells
    }
