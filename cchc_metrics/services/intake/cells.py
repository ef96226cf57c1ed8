"""The cells of an uploaded file that the step «Cách đọc tệp» shows: the top of each sheet, read once per file."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from cchc_metrics import importing, workbooks
from cchc_metrics.access import Deed
from cchc_metrics.access.rows import require_any
from cchc_metrics.errors import UnreadableFileError
from cchc_metrics.importing.headers import own_sheet
from cchc_metrics.importing.tables.heads import cell_text, header_texts
from cchc_metrics.labels import format as fmt
from cchc_metrics.model import Actor, CellKind, FileMapping, Grid, GridColumn, ImportPlan, TableMap
from cchc_metrics.schema import KINDS
from cchc_metrics.services.office.office import Office

# Rows of a sheet that are kept for the screen; columns are limited by the reader.
KEPT_ROWS = 200


_YEARS = range(1975, 2100)


@dataclass(frozen=True, slots=True)
class SheetCells:
    """One sheet. grid: its first 200 rows · height: rows of the whole sheet."""

    grid: Grid
    height: int

    @property
    def name(self) -> str:
        return self.grid.name

    @property
    def width(self) -> int:
        return len(self.grid.columns)

    def text(self, row: int, column: int) -> str:
        """What stands in a cell (1-based); empty outside what is kept."""
        inside = 1 <= row <= self.grid.height and 1 <= column <= self.width
        return cell_text(self.grid, row, column) if inside else ""

    def shown(self, row: int, column: int) -> str:
        """What a person reads in a cell: numbers with a decimal comma, percentages as such, years without a mark."""
        cells = self.grid.columns[column - 1]
        kind, number = cells.kinds[row - 1], float(cells.numbers[row - 1])
        if kind == CellKind.PERCENT:
            return f"{fmt.plain(100 * number, 6)}%"
        if kind == CellKind.NUMBER and number in _YEARS:
            return str(int(number))
        return fmt.plain(number) if kind == CellKind.NUMBER else self.text(row, column)

    def words(self, rows: tuple[int, int], column: int) -> str:
        """The words over a column, top first."""
        inside = 1 <= rows[0] <= rows[1] <= self.grid.height and 1 <= column <= self.width
        return " – ".join(header_texts(self.grid, rows, column)) if inside else ""

    def holds_numbers(self, column: int, below: int) -> bool:
        """Whether most of what stands in a column below a row are numbers."""
        kinds = self.grid.columns[column - 1].kinds[below:]
        numbers = np.isin(kinds, (CellKind.NUMBER, CellKind.PERCENT)).sum()
        return bool(2 * numbers > (kinds != CellKind.EMPTY).sum() > 0)


@dataclass(frozen=True, slots=True)
class FileCells:
    """The sheets of a file that may hold tables. template: one of ours, by its stamp: there is nothing to correct."""

    file_name: str
    template: bool
    sheets: tuple[SheetCells, ...]

    def sheet(self, name: str) -> SheetCells | None:
        return next((sheet for sheet in self.sheets if sheet.name == name), None)

    @property
    def visible(self) -> tuple[SheetCells, ...]:
        return tuple(sheet for sheet in self.sheets if not sheet.grid.hidden)


@dataclass(frozen=True, slots=True)
class Spoken:
    """How a person said that a file is to be read, kept for its corrected copy. words: per table, column -> words."""

    mapping: FileMapping
    words: tuple[Mapping[int, str], ...]
    heights: Mapping[str, int]


def file_cells(office: Office, actor: Actor, plan: ImportPlan) -> FileCells | None:
    """The cells of a plan's file; None when it cannot be opened. Raises NotAllowedError."""
    require_any(actor, (Deed.IMPORT, Deed.SEND))
    try:
        workbook = workbooks.read(plan.file_name, plan.original, office.settings.reader)
    except UnreadableFileError:
        return None
    workbook = importing.in_template_words(workbook, KINDS.get(plan.kind))
    sheets = tuple(_top(sheet) for sheet in workbook.sheets if sheet.columns and not own_sheet(sheet))
    return FileCells(plan.file_name, workbook.stamp is not None, sheets)


def _top(sheet: Grid) -> SheetCells:
    columns = tuple(
        GridColumn(one.kinds[:KEPT_ROWS].copy(), one.numbers[:KEPT_ROWS].copy(), one.texts[:KEPT_ROWS].copy())
        for one in sheet.columns
    )
    merges = tuple(
        (top, left, min(end, KEPT_ROWS), right) for top, left, end, right in sheet.merges if top <= KEPT_ROWS
    )
    return SheetCells(replace(sheet, columns=columns, merges=merges), sheet.height)


def spoken(mapping: FileMapping, cells: FileCells) -> Spoken:
    """What to keep of a mapping for the corrected copy of its file."""
    return Spoken(mapping, _words(mapping, cells), {sheet.name: sheet.height for sheet in cells.sheets})


def carried(said: Spoken, cells: FileCells) -> FileMapping | None:
    """The same reading for another file, where its sheets bear the same names and the same words over each column.

    A sheet of another length is read to its end. None where anything differs: then the file is one of its own.
    """
    names = {sheet.name for sheet in cells.sheets}
    if cells.template or not {table.sheet for table in said.mapping.tables} <= names:
        return None
    if _words(said.mapping, cells) != said.words:
        return None
    heights = {sheet.name: sheet.height for sheet in cells.sheets}
    tables = tuple(
        table if heights[table.sheet] == said.heights.get(table.sheet) else replace(table, last_row=None)
        for table in said.mapping.tables
    )
    return replace(said.mapping, tables=tables)


def _words(mapping: FileMapping, cells: FileCells) -> tuple[Mapping[int, str], ...]:
    return tuple(_words_of(table, cells.sheet(table.sheet)) for table in mapping.tables)


def _words_of(table: TableMap, sheet: SheetCells | None) -> Mapping[int, str]:
    used = (*table.columns.values(), *(one.column for one in table.across))
    return {column: sheet.words(table.header, column) for column in used} if sheet is not None else {}


def exported(mapping: FileMapping) -> bytes:
    """The mapping as the JSON file that the screen and the command line take."""
    return importing.mapping_to_json(mapping).encode()


def imported(data: bytes) -> FileMapping:
    """The mapping of a JSON file. Raises MappingError with one sentence that names what is wrong."""
    return importing.mapping_from_json(data.decode("utf-8-sig", errors="replace"))
