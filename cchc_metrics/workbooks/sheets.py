"""Writing workbooks: what templates and downloads share."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

import xlsxwriter

FONT = "Times New Roman"
INK = "#1F2933"
PAPER = "#FFFFFF"
RED, ORANGE, GREY, RULE = "#A61C28", "#C2570C", "#52606D", "#D9DEE3"
# What Excel takes in one cell.
LONGEST_TEXT = 32_767
MOST_ROWS = 1_048_576


@contextmanager
def writing(created: datetime) -> Iterator[tuple[Any, io.BytesIO]]:
    """A workbook and the buffer it is written to when the block ends.

    Texts stay texts: no formula and no link is made of "=1+1" or "http://…". The same content and the same
    ``created`` give the same bytes.
    """
    buffer = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "default_format_properties": {"font_name": FONT, "font_size": 11, "font_color": INK},
    }
    book = xlsxwriter.Workbook(buffer, options)
    book.set_properties({"created": created})
    yield book, buffer
    book.close()


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
