"""Reading .xlsx and .xlsm: fastexcel for large regular sheets, calamine for all others, and the byte search beside.

Both give the same cells; a test holds them together. fastexcel builds whole columns and is twice as fast, but knows
one type per column, so it is used where row 1 holds texts and every column below it one type.
"""

# ruff: noqa: PLC0415 - libraries are imported when first needed: a small file must not wait for them

import io
import re
import threading
from collections.abc import Mapping
from typing import Any, NamedTuple

import python_calamine

from cchc_metrics.guarded.bounds import RefusedError

from .asides import Runs, shared_runs, tell_drawings, tell_sheet
from .cells import Book, Marks, Sheet, columns_of, with_years
from .layout import laid_out, settle
from .looks import kinds_of, look_by_kind
from .notes import note_texts
from .package import Package, SheetPart, Styles
from .scan import Scan, column_of, scan, walk
from .wire import ERROR, MEMORY_SHEET, Limits, SheetNote

# Smaller sheets are read faster than their regularity can be found out.
_LARGE, _FILLED = 1024 * 1024, 4 * 1024 * 1024
_CELL = re.compile(rb'<c r="([A-Z]+)([0-9]+)"(?: s="([0-9]+)")?(?: t="(\w+)")?(/?)>')
_TEXT_TYPES = frozenset({b"s", b"str", b"inlineStr"})
_RENAMED = re.compile(r"(.*)_\d+")


def read_openxml(data: bytes, limits: Limits) -> Book:
    """The sheets, the custom properties and the fonts. Raises RefusedError beyond the limits or when damaged."""
    package = Package(data)
    parts = package.sheet_parts()
    # An annotated copy has two sheets of ours more than the file it was made of, and must come back in.
    ours = 2 if any(part.name == MEMORY_SHEET for part in parts) else 0
    if len(parts) > limits.sheets + ours:
        raise RefusedError("sheets", count=len(parts), limit=limits.sheets)
    styles = package.styles()
    odd = package.odd_dimensions(part.member for part in parts)
    reader = Reader(package.without_dimensions(odd) if odd else data, limits)
    runs = shared_runs(package)
    sheets = [_read_sheet(package, part, styles, runs, reader) for part in parts]
    return Book(sheets, package.properties(), styles.fonts)


def _read_sheet(package: Package, part: SheetPart, styles: Styles, runs: Mapping[int, Runs], reader: "Reader") -> Sheet:
    fast = part.size > _LARGE and looks_regular(package.first_rows(part.member), styles)
    loading = _Loading(reader, part.name, fast)
    # The reader is compiled code without the interpreter's lock: imports and the byte search run beside it.
    loading.start()
    import pyarrow  # noqa: F401 - the reader will want it when it is done

    # On a large sheet this search would take a quarter of the reading time.
    found = _scan(package, part, styles, runs, thorough=part.size <= _LARGE)
    values = loading.result()
    found.marks.extend(values.marks)
    note = SheetNote(part.name, part.number, part.hidden, values.height, values.width, values.header)
    return laid_out(grown(Sheet(note, values.columns, with_years(found.marks)), reader.limits), found)


def _scan(package: Package, part: SheetPart, styles: Styles, runs: Mapping[int, Runs], *, thorough: bool) -> Scan:
    shown = kinds_of(styles.looks)
    found = scan(package.blocks(part.member), shown, thorough=thorough)
    found = walk(package.blocks(part.member), shown) if found.unplaced else found
    settle(found, look_by_kind(styles.looks))
    for row, column, text in note_texts(package, part.member):
        found.remark(row, column, text)
    # Sheets that people fill are small.
    if part.size <= _FILLED:
        tell_sheet(package.blocks(part.member), runs, found)
    tell_drawings(package, part.member, found)
    return found


def grown(sheet: Sheet, limits: Limits) -> Sheet:
    """The sheet large enough for its error cells: readers that saw nothing there may end before them."""
    errors = [i for i, kind in enumerate(sheet.marks.kind) if kind == ERROR]
    height = max([sheet.note.height, *(sheet.marks.row[i] + 1 for i in errors)])
    width = max([sheet.note.width, *(sheet.marks.col[i] + 1 for i in errors)])
    if (height, width) == (sheet.note.height, sheet.note.width):
        return sheet
    limits.check(sheet.note.name, height, width)
    return sheet._replace(note=sheet.note._replace(height=height, width=width))


def looks_regular(beginning: bytes, styles: Styles) -> bool:
    """Whether a sheet that begins so is worth the fast path: a text in every cell of row 1, then one type per column.

    A hint that costs a millisecond; what it lets through is still checked in full by the reader.
    """
    header: list[int] = []
    types: dict[bytes, bool] = {}
    for letters, row, style, cell_type, empty in _CELL.findall(beginning):
        if empty:
            continue
        if row == b"1":
            if cell_type not in _TEXT_TYPES:
                return False
            header.append(column_of(letters))
            continue
        is_text = cell_type in _TEXT_TYPES
        if types.setdefault(letters, is_text) != is_text or cell_type in (b"b", b"d"):
            return False
        if style and int(style) in styles.date:
            return False
    return bool(header) and header == list(range(len(header))) and all(column_of(c) < len(header) for c in types)


class Values(NamedTuple):
    """The cells of one sheet as a reader gives them; with a ``header`` the columns begin in row 2."""

    columns: dict[str, Any]
    marks: Marks
    height: int
    width: int
    header: tuple[str, ...] | None = None


class Reader:
    """The two readers over one file, each opened when first wanted."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        self.limits = limits
        self._data = data
        self._fast: Any = None
        self._free: Any = None

    def fast(self, name: str) -> Values | None:
        """Whole columns, or None when they are not of one type each or row 1 is not plain names."""
        import fastexcel

        if self._fast is None:
            self._fast = fastexcel.read_excel(self._data)
        try:
            batch = self._fast.load_sheet_eager(name, dtype_coercion="strict", schema_sample_rows=None)
        except fastexcel.FastExcelError:
            return None
        header = tuple(batch.schema.names)
        if not _plain_names(header):
            return None
        height, width = batch.num_rows + 1, batch.num_columns
        self.limits.check(name, height, width)
        columns = _regular_columns(batch)
        return None if columns is None else Values(columns, Marks(), height, width, header)

    def free(self, name: str) -> Values:
        """Cell by cell, each with its own type."""
        try:
            if self._free is None:
                self._free = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(self._data))
            sheet = self._free.get_sheet_by_name(name)
        except python_calamine.PasswordError as error:
            raise RefusedError("encrypted") from error
        except python_calamine.CalamineError as error:
            raise RefusedError("damaged") from error
        return free_values(sheet, self.limits)


def free_values(sheet: Any, limits: Limits) -> Values:
    """The cells of a calamine sheet, counted from A1."""
    height, width = (sheet.end[0] + 1, sheet.end[1] + 1) if sheet.end else (0, 0)
    limits.check(sheet.name, height, width)
    columns, marks = columns_of(sheet.to_python(skip_empty_area=False)) if height else ({}, Marks())
    return Values(columns, marks, height, width)


def _plain_names(header: tuple[str, ...]) -> bool:
    """False where a name may be the reader's own: it renames what is empty or occurs twice (a, a_1)."""
    names = set(header)
    renamed = (_RENAMED.fullmatch(name) for name in header)
    return all(name and not name.startswith("__UNNAMED__") for name in header) and not any(
        match is not None and match[1] in names for match in renamed
    )


def _regular_columns(batch: Any) -> dict[str, Any] | None:
    import pyarrow as pa

    columns: dict[str, Any] = {}
    for place, column in enumerate(batch.columns):
        if pa.types.is_string(column.type) or pa.types.is_large_string(column.type):
            columns[f"t{place}"] = column
        elif pa.types.is_floating(column.type):
            columns[f"n{place}"] = column
        elif not pa.types.is_null(column.type):
            return None
    return columns


class _Loading(threading.Thread):
    """The values of one sheet, read in a thread of their own."""

    def __init__(self, reader: Reader, name: str, fast: bool) -> None:
        super().__init__(daemon=True)
        self._reader, self._name, self._fast = reader, name, fast
        self._values: Values | None = None
        self._error: BaseException = RefusedError("damaged")

    def run(self) -> None:
        try:
            self._values = self._reader.fast(self._name) if self._fast else None
            if self._values is None:
                self._values = self._reader.free(self._name)
        except BaseException as error:  # raised again by result(), in the thread that waits
            self._error = error

    def result(self) -> Values:
        self.join()
        if self._values is None:
            raise self._error
        return self._values
