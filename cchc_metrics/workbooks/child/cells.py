"""Columns of cells on their way to the parent: texts, numbers, and marks for all that is neither."""

# ruff: noqa: PLC0415 - libraries are imported when first needed: a small file must not wait for them

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from math import nan
from typing import Any, NamedTuple

from .wire import BOOLEAN, DATE, NUMBER, YEAR, SheetNote

_DAY_ZERO = datetime(1899, 12, 30)
_ONE_DAY = timedelta(days=1)


class Marks:
    """Cells whose kind texts and numbers do not tell, as five lists of equal length; rows and columns from 0."""

    __slots__ = ("col", "kind", "number", "row", "text")

    def __init__(self) -> None:
        self.row: list[int] = []
        self.col: list[int] = []
        self.kind: list[int] = []
        self.number: list[float] = []
        self.text: list[str | None] = []

    def add(self, row: int, col: int, kind: int, number: float = nan, text: str | None = None) -> None:
        self.row.append(row)
        self.col.append(col)
        self.kind.append(kind)
        self.number.append(number)
        self.text.append(text)

    def add_all(self, rows: Sequence[int], cols: Sequence[int], kind: int) -> None:
        """The same kind for many cells that keep the number they have."""
        self.row += rows
        self.col += cols
        self.kind += [kind] * len(rows)
        self.number += [nan] * len(rows)
        self.text += [None] * len(rows)

    def extend(self, other: "Marks") -> None:
        self.row += other.row
        self.col += other.col
        self.kind += other.kind
        self.number += other.number
        self.text += other.text


def with_years(marks: Marks) -> Marks:
    """The marks with every date of which the cell shows only the year as that number."""
    cells = list(zip(marks.row, marks.col, marks.kind, marks.number, marks.text, strict=True))
    years = {(row, col) for row, col, kind, _, _ in cells if kind == YEAR}
    if not years:
        return marks
    shown = Marks()
    for row, col, kind, number, text in cells:
        if kind == DATE and text and (row, col) in years:
            shown.add(row, col, NUMBER, float(text[:4]))
        elif kind != YEAR:
            shown.add(row, col, kind, number, text)
    return shown


class Sheet(NamedTuple):
    """One sheet read: its note, its Arrow columns by name ("t0", "n0" …) and its marks."""

    note: SheetNote
    columns: dict[str, Any]
    marks: Marks


class Book(NamedTuple):
    """A workbook read: its sheets, its custom properties and the fonts of its cells."""

    sheets: list[Sheet]
    properties: dict[str, str]
    fonts: tuple[str, ...]


def columns_of(rows: Iterable[Sequence[Any]]) -> tuple[dict[str, Any], Marks]:
    """Arrow columns and marks of cells as calamine gives them: str ('' is empty), float, int, bool, dates."""
    arrays: dict[str, Any] = {}
    marks = Marks()
    for col, values in enumerate(zip(*rows, strict=True)):
        _add_column(arrays, marks, col, values)
    return arrays, marks


def _add_column(arrays: dict[str, Any], marks: Marks, col: int, values: Sequence[Any]) -> None:
    import pyarrow as pa

    types = set(map(type, values))
    if str in types:
        texts = pa.array([(v or None) if type(v) is str else None for v in values], pa.string())
        if texts.null_count < len(texts):
            arrays[f"t{col}"] = texts
    if types & {float, int}:
        # type() and not isinstance: True is an int.
        arrays[f"n{col}"] = pa.array([float(v) if type(v) in (float, int) else None for v in values], pa.float64())
    if types - {str, float, int}:
        _mark_special(marks, col, values)


def _mark_special(marks: Marks, col: int, values: Sequence[Any]) -> None:
    for row, value in enumerate(values):
        if isinstance(value, bool):
            marks.add(row, col, BOOLEAN, float(value), "TRUE" if value else "FALSE")
        elif isinstance(value, date | time | timedelta):
            marks.add(row, col, DATE, serial_of(value), iso_of(value))


def serial_of(value: date | time | timedelta) -> float:
    """Days since 1899-12-30; a time of day is a part of one."""
    if isinstance(value, timedelta):
        return value / _ONE_DAY
    if isinstance(value, time):
        return (datetime.combine(_DAY_ZERO, value) - _DAY_ZERO) / _ONE_DAY
    moment = value if isinstance(value, datetime) else datetime.combine(value, time())
    return (moment.replace(tzinfo=None) - _DAY_ZERO) / _ONE_DAY


def iso_of(value: date | time | timedelta) -> str:
    """The ISO form; a length of time in hours, minutes and seconds."""
    if not isinstance(value, timedelta):
        return value.isoformat()
    seconds = round(value.total_seconds())
    return (
        f"{'-' if seconds < 0 else ''}{abs(seconds) // 3600:02d}:{abs(seconds) // 60 % 60:02d}:{abs(seconds) % 60:02d}"
    )
