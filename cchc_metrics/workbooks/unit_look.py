"""How the sheets of a unit's workbook look: columns, formats, page, titles that print whole."""

import math
from dataclasses import dataclass
from typing import Any

from cchc_metrics.workbooks.sheets import GREY, PAPER, RED, RULE, header_format, text_format

# Columns of a task sheet, 0-based.
CODE, LABEL, MEASURE, PREVIOUS, CUMULATIVE, INPUT, NOTE = range(7)
WIDTHS = (16, 52, 14, 16, 18, 26, 40)
LINE = 15.75
_KNOWN_GREY = "#EEF0F2"
_TO_FILL = "#FFFBE8"
_TITLE_LETTER, _TITLE_LINE = 1.35, 20
ALLOWED = {
    "format_rows": True,
    "format_columns": True,
    "format_cells": True,
    "select_locked_cells": True,
    "select_unlocked_cells": True,
}


@dataclass(frozen=True, slots=True)
class Look:
    """The formats of one workbook."""

    title: Any
    plain: Any
    quiet: Any
    header: Any
    code: Any
    label: Any
    known: Any
    fill_number: Any
    fill_text: Any
    mark: Any

    @staticmethod
    def of(book: Any) -> "Look":
        edge = {"border": 1, "border_color": RULE}
        known = {**edge, "bg_color": _KNOWN_GREY, "font_color": GREY, "num_format": "#,##0.######"}
        return Look(
            title=text_format(book, bold=True, font_size=14, text_wrap=True, valign="top"),
            quiet=text_format(book, font_color=GREY, italic=True, text_wrap=True),
            plain=text_format(book, text_wrap=True),
            header=header_format(book, GREY),
            code=text_format(book, **edge, font_color=GREY, num_format="@"),
            label=text_format(book, **edge, text_wrap=True),
            known=text_format(book, **known),
            fill_number=text_format(book, **edge, bg_color=_TO_FILL, locked=False, num_format="#,##0.######"),
            fill_text=text_format(book, **edge, bg_color=_TO_FILL, locked=False, text_wrap=True, num_format="@"),
            mark=text_format(book, bold=True, font_color=PAPER, bg_color=RED, font_size=12),
        )


def set_up(sheet: Any, mark: str, look: Look) -> None:
    """Columns, page and the mark of a try-out (empty: none)."""
    for place, width in enumerate(WIDTHS):
        sheet.set_column(place, place, width)
    sheet.hide_gridlines(2)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.5)
    sheet.fit_to_pages(1, 0)
    if mark:
        sheet.write_string(0, NOTE, mark, look.mark)
        sheet.set_tab_color(RED)
        sheet.set_header(f"&C{mark}")


def titled(sheet: Any, row: int, title: str, style: Any) -> None:
    """A title over all columns, its row as high as its lines need: not every program finds that out when it prints."""
    sheet.merge_range(row, LABEL, row, INPUT, title, style)
    sheet.set_row(row, height(title, sum(WIDTHS[LABEL:NOTE]) / _TITLE_LETTER, _TITLE_LINE))


def height(words: str, width: float, line: float = LINE) -> float:
    """The height of a row whose widest cell holds some words."""
    return line * max(1, math.ceil(len(words) / width))
