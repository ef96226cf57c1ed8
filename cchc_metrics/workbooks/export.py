"""Downloads: the table on the screen as an Excel workbook, as CSV or as Parquet."""

import hashlib
import io
import math
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, cast

import pandas as pd

from cchc_metrics.labels import format as written
from cchc_metrics.labels import texts
from cchc_metrics.workbooks.export_column import ExportColumn
from cchc_metrics.workbooks.large_rows import are_plain, write_plain_rows
from cchc_metrics.workbooks.sheets import GREY, LONGEST_TEXT, MOST_ROWS, RED, header_format, text_format, writing

_WORDS = frozenset({"text", "mixed"})
_LINE, _MOST_LINES = 15.75, 20
_NARROWEST, _WIDEST = 9, 48
_MEASURED_ROWS = 200
# From so many rows on a sheet is written row by row to a temporary file: it must not stand in memory twice.
_LARGE = 20_000
# So many rows are written before who waits is told how far it is.
_STEP = 5_000
Told = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class ExportInfo:
    """What a table is, for whoever opens the file a year later.

    filters: (name, value) as on the screen · as_of: when the data stood so · mark: a text that must be seen, such as
    «số liệu minh hoạ».
    """

    title: str
    as_of: datetime
    filters: tuple[tuple[str, str], ...] = ()
    sources: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    mark: str = ""


def export_table(
    frame: pd.DataFrame,
    columns: Sequence[ExportColumn],
    sheets_info: ExportInfo,
    told: Told | None = None,
) -> bytes:
    """An .xlsx: «Số liệu» with these columns, one row per row of the frame, and «Thông tin» about them.

    Cells are typed: numbers as numbers (unrounded, shown with ``decimals``), dates as dates, every text as text. A
    missing value is an empty cell, never 0. Row 1 is the header, frozen and filtered; with a mark the mark is row 1
    and the header row 2. A text longer than Excel's 32,767 letters is cut and ends with an ellipsis.
    told: hears (rows written, rows in all) while a large table is written; what it raises ends the writing.
    Equal arguments give equal bytes. Raises KeyError for a column that the frame lacks, ValueError for more rows
    than a sheet holds.
    """
    top = 1 if sheets_info.mark else 0
    if len(frame) + top + 1 > MOST_ROWS:
        raise ValueError(f"{len(frame)} rows do not fit on a sheet")
    t = texts().workbooks
    with writing(sheets_info.as_of.replace(tzinfo=None), row_by_row=len(frame) > _LARGE) as (book, buffer):
        data, info = book.add_worksheet(t.data_sheet), book.add_worksheet(t.info_sheet)
        if sheets_info.mark:
            data.write_string(0, 0, sheets_info.mark, text_format(book, bold=True, font_size=14, font_color=RED))
            data.set_tab_color(RED)
        _write_table(book, data, _Body(frame, columns, top, told or _nobody))
        _write_info(book, info, sheets_info)
    return buffer.getvalue()


def export_parquet(frame: pd.DataFrame, columns: Sequence[ExportColumn]) -> bytes:
    """A Parquet file for programs: the headers as names, numbers as they are stored, nothing where nothing is known.

    Raises KeyError for a column that the frame lacks.
    """
    out = io.BytesIO()
    named = {column.name: column.header for column in columns}
    frame[list(named)].rename(columns=named).to_parquet(out, engine="pyarrow", compression="zstd", index=False)
    return out.getvalue()


def download_name(stem: str, data: bytes, ext: str) -> str:
    """A file name that differs whenever the content does: ``xep-hang-papi_1a2b3c4d.xlsx``.

    Streamlit takes two files of equal length and name for one. Letters are made plain, since some browsers are not
    up to more in a download.
    """
    plain = unicodedata.normalize("NFD", stem.replace("Đ", "D").replace("đ", "d")).encode("ascii", "ignore").decode()
    words = "".join(letter if letter.isalnum() else " " for letter in plain).split()
    return f"{'-'.join(words) or 'tep'}_{hashlib.sha256(data).hexdigest()[:8]}.{ext.lstrip('.')}"


@dataclass(frozen=True, slots=True)
class _Body:
    """What «Số liệu» holds. top: its header row, from 0."""

    frame: pd.DataFrame
    columns: Sequence[ExportColumn]
    top: int
    told: Told


def _write_table(book: Any, sheet: Any, body: _Body) -> None:
    frame, columns, top = body.frame, body.columns, body.top
    style = header_format(book, GREY)
    sheet.set_row(top, 32)
    for place, column in enumerate(columns):
        sheet.write_string(top, place, column.header, style)
        sheet.set_column(place, place, _width(column, frame[column.name].head(_MEASURED_ROWS).tolist()))
    if len(frame) > _LARGE:
        _write_rows(book, sheet, body)
    else:
        for place, column in enumerate(columns):
            write = _cell_writer(book, sheet, column, place)
            for row, value in enumerate(frame[column.name].tolist(), top + 1):
                write(row, value)
        # Not every program finds out by itself how high a row with a long name is.
        for row, lines in _lines(frame, columns).items():
            sheet.set_row(top + 1 + row, _LINE * lines)
    sheet.freeze_panes(top + 1, 0)
    sheet.autofilter(top, 0, top + len(frame), max(len(columns) - 1, 0))
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(top)


def _write_rows(book: Any, sheet: Any, body: _Body) -> None:
    write = _plain_writer(book, sheet, body) if are_plain(body.columns) else _row_writer(book, sheet, body)
    count = len(body.frame)
    for begun in range(0, count, _STEP):
        body.told(begun, count)
        write(begun, min(begun + _STEP, count))
    body.told(count, count)


def _plain_writer(book: Any, sheet: Any, body: _Body) -> Callable[[int, int], None]:
    styles = {column.name: _styles(book, column)[column.decimals] for column in body.columns}
    return write_plain_rows(sheet, body.frame, body.columns, styles, body.top + 1)


def _row_writer(book: Any, sheet: Any, body: _Body) -> Callable[[int, int], None]:
    writers = [_cell_writer(book, sheet, column, place) for place, column in enumerate(body.columns)]

    def write(begin: int, end: int) -> None:
        part = body.frame.iloc[begin:end]
        rows = zip(*(part[column.name].tolist() for column in body.columns), strict=True)
        for row, values in enumerate(rows, body.top + 1 + begin):
            for put, value in zip(writers, values, strict=True):
                put(row, value)

    return write


def _nobody(_done: int, _count: int) -> None:
    """Nobody waits to be told."""


def _cell_writer(book: Any, sheet: Any, column: ExportColumn, place: int) -> Callable[[int, Any], None]:
    """Writes one value into a row of the column; nothing for what is missing."""
    styles = _styles(book, column)
    write, usual = _writer(sheet, column), styles[column.decimals]

    def put_text(row: int, value: Any) -> None:
        if isinstance(value, str) or not pd.isna(value):
            write(row, place, _shortened(str(value)), usual)

    def put(row: int, value: Any) -> None:
        if not pd.isna(value):
            write(row, place, value, usual if column.kind != "amount" else styles[_places_of(value, column)])

    return put_text if column.kind == "text" else put


def _styles(book: Any, column: ExportColumn) -> dict[int, Any]:
    """Decimals shown -> the format of such a cell."""
    # A name that is longer than its column goes on below: a cell beside it would cut it off.
    look = {"text_wrap": True, "valign": "top"} if column.kind in _WORDS else {"valign": "top"}
    return {places: text_format(book, num_format=_number_format(column, places), **look) for places in _places(column)}


def _writer(sheet: Any, column: ExportColumn) -> Callable[..., Any]:
    def mixed(row: int, place: int, value: Any, style: Any) -> Any:
        if isinstance(value, str):
            return sheet.write_string(row, place, _shortened(value), style)
        return sheet.write_number(row, place, value, style)

    by_kind = {"text": sheet.write_string, "date": sheet.write_datetime, "mixed": mixed}
    return cast("Callable[..., Any]", by_kind.get(column.kind, sheet.write_number))


def _places(column: ExportColumn) -> range:
    """The numbers of decimals that cells of the column may show."""
    return range(column.decimals + 1) if column.kind == "amount" else range(column.decimals, column.decimals + 1)


def _places_of(value: Any, column: ExportColumn) -> int:
    if column.kind != "amount":
        return column.decimals
    places = -int(round(Decimal(repr(float(value))), column.decimals).normalize().as_tuple().exponent)
    return min(max(places, 0), column.decimals)


def _number_format(column: ExportColumn, places: int) -> str:
    """Thousands and decimal signs are the reader's own: Excel shows 1.234,56 on a Vietnamese machine."""
    shown = "." + "0" * places if places else ""
    formats = {"number": f"#,##0{shown}", "amount": f"#,##0{shown}", "percent": f"0{shown}%"}
    return formats.get(column.kind) or {"integer": "0", "date": "dd/mm/yyyy", "mixed": "#,##0.######"}.get(
        column.kind, "@"
    )


def _lines(frame: pd.DataFrame, columns: Sequence[ExportColumn]) -> dict[int, int]:
    """Row (from 0) -> the lines of its longest text, where that is more than one."""
    found: dict[int, int] = {}
    for column in columns:
        values = frame[column.name].tolist() if column.kind in _WORDS else ()
        width = _width(column, values[:_MEASURED_ROWS]) - 1
        for row, value in enumerate(values):
            if isinstance(value, str) and len(value) > width:
                found[row] = max(found.get(row, 1), min(_MOST_LINES, math.ceil(len(value) / width)))
    return found


def _width(column: ExportColumn, values: Sequence[Any]) -> int:
    """Wide enough for the header on two lines and for the first rows."""
    longest = 11
    if column.kind in _WORDS:
        longest = max((len(str(value)) for value in values[:_MEASURED_ROWS] if not pd.isna(value)), default=0)
    return max(_NARROWEST, min(_WIDEST, max(longest, len(column.header) // 2 + 4) + 2))


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST_TEXT else text[: LONGEST_TEXT - 1] + "…"


def _write_info(book: Any, sheet: Any, info: ExportInfo) -> None:
    t = texts().workbooks
    name = text_format(book, bold=True)
    value = text_format(book, text_wrap=True)
    filters = [f"{key}: {chosen}" for key, chosen in info.filters] or [t.info_no_filters]
    blocks = (
        (t.info_title, [info.title]),
        (t.info_as_of, [written.moment(info.as_of)]),
        (t.info_filters, filters),
        (t.info_sources, info.sources),
        (t.info_notes, info.notes),
    )
    row = 0
    if info.mark:
        sheet.write_string(row, 0, info.mark, text_format(book, bold=True, font_size=14, font_color=RED))
        row += 1
    for title, lines in blocks:
        for place, line in enumerate(lines):
            if place == 0:
                sheet.write_string(row, 0, title, name)
            sheet.write_string(row, 1, _shortened(line), value)
            row += 1
    sheet.set_column(0, 0, 22)
    sheet.set_column(1, 1, 100)
