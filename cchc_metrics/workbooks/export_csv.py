"""The table on the screen as a CSV, in which no text can be run as a formula."""

import csv
import io
import re
import unicodedata
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import numpy as np
import pandas as pd

from cchc_metrics.workbooks.export_column import ExportColumn

# A text that begins so may be run as a formula by a spreadsheet program that opens the CSV. Some leave out spaces, and
# letters that nobody sees, before they look; a bar calls another program by DDE; wide letters count as the plain ones.
_DANGEROUS = ("=", "+", "-", "@", "|", "\t", "\r", "\n")
# Where a semicolon or a tab parts cells, as programs of other countries read a CSV, a formula begins behind one. A run
# is taken as a whole, so that a cell of nothing else costs no more than its length.
_SPLIT = re.compile(r"[;\t\r\n][;\"'\s\u200b-\u200f\u2060\ufeff]*+")
_NUMBERS = frozenset({"number", "amount", "percent"})


def export_csv(frame: pd.DataFrame, columns: Sequence[ExportColumn]) -> bytes:
    """A CSV for programs: UTF-8 with BOM, comma between cells, point as decimal sign, dates as 2025-07-01, CRLF.

    Numbers are whole and unrounded; a missing value is empty. A text that a spreadsheet program could run as a
    formula (it begins with = + - @ |, a tab or a line break, spaces before it left out) gets an apostrophe in front,
    also behind a semicolon or a tab within it, at which other countries part cells; numbers never do.
    Raises KeyError for a column that the frame lacks.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([_safe(column.header) for column in columns])
    writer.writerows(zip(*(_csv_cells(frame[column.name], column) for column in columns), strict=True))
    return out.getvalue().encode("utf-8-sig")


def _csv_cells(values: pd.Series, column: ExportColumn) -> list[str]:
    """The cells of a column as texts; what is said many times is written once."""
    if column.kind in _NUMBERS:
        numbers = pd.to_numeric(values).astype("Float64").to_numpy(dtype=np.float64, na_value=np.nan).tolist()
        return [_csv_number(number) if number == number else "" for number in numbers]  # noqa: PLR0124 NaN
    codes, words = pd.factorize(values)
    written_once = [*(_csv_cell(word, column) for word in words), ""]
    return [written_once[code] for code in codes.tolist()]


def _csv_number(number: float) -> str:
    text = repr(number)
    return text if "e" not in text else format(Decimal(text), "f")


def _csv_cell(value: Any, column: ExportColumn) -> str:
    if column.kind == "mixed" and not isinstance(value, str):
        return _csv_number(float(value))
    if column.kind == "integer":
        return str(int(value))
    if column.kind == "date":
        return (value.date() if isinstance(value, datetime) else value).isoformat() if isinstance(value, date) else ""
    return _safe(str(value))


def _safe(text: str) -> str:
    seen = next((place for place, letter in enumerate(text) if not _is_unseen(letter)), len(text))
    whole = _SPLIT.sub(lambda run: f"{run[0]}'" if _is_dangerous(text, run.end()) else run[0], text)
    return f"'{whole}" if text.startswith(_DANGEROUS) or _is_dangerous(text, seen) else whole


def _is_dangerous(text: str, place: int) -> bool:
    return unicodedata.normalize("NFKC", text[place : place + 1]).startswith(_DANGEROUS)


def _is_unseen(letter: str) -> bool:
    return letter.isspace() or unicodedata.category(letter) in ("Cc", "Cf")
