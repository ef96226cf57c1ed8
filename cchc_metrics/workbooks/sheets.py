"""Writing workbooks: what templates and downloads share."""

import io
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from functools import cache
from typing import Any

FONT = "Times New Roman"
INK = "#1F2933"
PAPER = "#FFFFFF"
RED, ORANGE, GREY, RULE = "#A61C28", "#C2570C", "#52606D", "#D9DEE3"
# What Excel takes in one cell.
LONGEST_TEXT = 32_767
MOST_ROWS = 1_048_576


def new_book(buffer: io.BytesIO, options: Mapping[str, Any]) -> Any:
    """A workbook of the writer's, which is loaded only where one is written."""
    import xlsxwriter  # noqa: PLC0415 who reads a file writes none

    book = xlsxwriter.Workbook(buffer, dict(options))
    book.worksheet_class = _sheet_of_texts()
    return book


@cache
def _sheet_of_texts() -> Any:
    """A sheet that takes every text for a text: the writer lets one through as markup that looks like its own."""
    from xlsxwriter.worksheet import Worksheet  # noqa: PLC0415 as above

    class Sheet(Worksheet):  # type: ignore[misc]  # the writer has no types
        def _write_string(self, row: int, col: int, string: str, cell_format: Any = None) -> Any:
            return super()._write_string(row, col, _as_text(string), cell_format)

    return Sheet


def _as_text(string: str) -> str:
    if not (string.startswith("<r>") and string.endswith("</r>")):
        return string
    from xml.sax.saxutils import escape  # noqa: PLC0415 it brings all of urllib

    run = f'<r><t xml:space="preserve">{escape(string)}</t></r>'
    return run if len(run) <= LONGEST_TEXT else f" {string}"[:LONGEST_TEXT]


@contextmanager
def writing(created: datetime, *, row_by_row: bool = False) -> Iterator[tuple[Any, io.BytesIO]]:
    """A workbook and the buffer it is written to when the block ends.

    Texts stay texts: no formula and no link is made of "=1+1" or "http://…". The same content and the same
    ``created`` give the same bytes. row_by_row: rows are written in order, and only the present one is in memory.
    """
    buffer = io.BytesIO()
    options = {
        "in_memory": not row_by_row,
        "constant_memory": row_by_row,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "default_format_properties": {"font_name": FONT, "font_size": 11, "font_color": INK},
    }
    book = new_book(buffer, options)
    book.set_properties({"created": created})
    yield book, buffer
    book.close()


def cell_range(first: tuple[int, int], last: tuple[int, int], *, fixed: bool = False) -> str:
    """«A1:B2» of two cells (row, column, from 0); fixed: with dollar signs."""
    from xlsxwriter.utility import xl_range, xl_range_abs  # noqa: PLC0415 as above

    return str((xl_range_abs if fixed else xl_range)(*first, *last))


def header_format(book: Any, colour: str) -> Any:
    """White on a colour, wrapped, centred."""
    return book.add_format(
        {
            "font_name": FONT,
            "font_size": 11,
            "bold": True,
            "font_color": PAPER,
            "bg_color": colour,
            "border": 1,
            "border_color": RULE,
            "text_wrap": True,
            "align": "center",
            "valign": "vcenter",
        }
    )


def text_format(book: Any, **more: object) -> Any:
    return book.add_format({"font_name": FONT, "font_size": 11, "font_color": INK, "valign": "top", **more})
