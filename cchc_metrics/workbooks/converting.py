"""A workbook that was read, as a plain .xlsx: the cells with their types, and nothing of their looks."""

import io
import re
from collections.abc import Sequence
from typing import Any

import numpy as np

from cchc_metrics.labels import texts
from cchc_metrics.model import CellKind, Grid, Stamp
from cchc_metrics.workbooks.sheets import new_book
from cchc_metrics.workbooks.stamp import KIND_PROPERTY, VERSION_PROPERTY

_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_LONGEST_NAME = 31
_ERRORS = frozenset({"#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"})
_DAY, _MOMENT, _TIME, _PERCENT = "dd/mm/yyyy", "dd/mm/yyyy hh:mm:ss", "hh:mm:ss", "0.00%"
# Excel has no dates before day 0 and none after this.
_LAST_DAY = 2_958_466


def sheet_names(grids: Sequence[Grid]) -> tuple[str, ...]:
    """Names that Excel takes, in the order of the grids: 31 letters, no brackets or slashes, none twice."""
    names: list[str] = []
    taken: set[str] = set()
    for grid in grids:
        plain = _shortened(_FORBIDDEN.sub(" ", grid.name).strip("' "), _LONGEST_NAME)
        plain = plain or texts().workbooks.sheet_number.format(number=grid.number)
        name, number = plain, 2
        while name.lower() in taken or name.lower() == "history":
            ending = f" ({number})"
            name, number = _shortened(plain, _LONGEST_NAME - len(ending)) + ending, number + 1
        taken.add(name.lower())
        names.append(name)
    return tuple(names)


def _shortened(name: str, length: int) -> str:
    """At most so many letters as Excel counts them, two for a letter beyond the first 65,536."""
    return name.encode("utf-16-le", "ignore")[: 2 * length].decode("utf-16-le", "ignore").strip("' ")


def plain_copy(grids: Sequence[Grid], names: Sequence[str], stamp: Stamp | None) -> bytes:
    """The bytes of an .xlsx with these cells; hidden rows stay hidden, a stamp stays in the document's properties."""
    buffer = io.BytesIO()
    # Rows go to a temporary file as they are finished: a large table must not stand in memory twice.
    book = new_book(buffer, {"constant_memory": True, "nan_inf_to_errors": True})
    formats = {code: book.add_format({"num_format": code}) for code in (_DAY, _MOMENT, _TIME, _PERCENT)}
    for grid, name in zip(grids, names, strict=True):
        _write_grid(book.add_worksheet(name), grid, formats)
    if stamp is not None:
        book.set_custom_property(KIND_PROPERTY, stamp.kind, "text")
        book.set_custom_property(VERSION_PROPERTY, str(stamp.version), "text")
    book.close()
    return buffer.getvalue()


def _write_grid(sheet: Any, grid: Grid, formats: dict[str, Any]) -> None:
    """Row by row, as writing without memory demands; empty cells are not visited."""
    if not grid.columns:
        return
    filled = np.stack([column.kinds != CellKind.EMPTY for column in grid.columns], axis=1)
    hidden = sorted(row - 1 for row in grid.hidden_rows)
    rows, places = np.nonzero(filled)
    for row, place in zip(rows.tolist(), places.tolist(), strict=True):
        while hidden and hidden[0] <= row:
            sheet.set_row(hidden.pop(0), None, None, {"hidden": True})
        column = grid.columns[place]
        kind, number, text = CellKind(int(column.kinds[row])), float(column.numbers[row]), column.texts[row]
        if kind in (CellKind.NUMBER, CellKind.PERCENT):
            sheet.write_number(row, place, number, formats[_PERCENT] if kind is CellKind.PERCENT else None)
        elif kind is CellKind.BOOLEAN:
            sheet.write_boolean(row, place, bool(number))
        elif kind is CellKind.DATE and 0 <= number < _LAST_DAY:
            code = _DAY if number == int(number) else _TIME if number < 1 else _MOMENT
            sheet.write_number(row, place, number, formats[code])
        elif kind is CellKind.ERROR and text in _ERRORS:
            sheet.write_formula(row, place, f"={text}", None, text)
        else:
            # Also a formula without a result, as its text: no result may be invented.
            sheet.write_string(row, place, text or "")
