"""Reading a CSV: which letters, which delimiter, then every filled cell as TEXT. Numbers are not guessed here."""

import csv
import io
import re
import unicodedata
from collections.abc import Iterator
from itertools import islice, zip_longest

import numpy as np

from cchc_metrics.guarded.bounds import RefusedError
from cchc_metrics.model import CellKind, Grid, GridColumn
from cchc_metrics.workbooks.answer import Answer
from cchc_metrics.workbooks.child.wire import Limits

_SAMPLE_LINES = 50
# In the order of preference when two divide the sample equally well: a comma may be a decimal sign.
_DELIMITERS = ("\t", ";", ",")
# Windows-1258 writes a tone as a letter of its own behind its vowel: behind anything else it is another alphabet,
# Western or an old Vietnamese font.
_STRAY_TONE = re.compile("(?<![aăâeêioôơuưyAĂÂEÊIOÔƠUƯY])[\u0300\u0301\u0303\u0309\u0323]")
# Cells are counted as the child counts them, and cost four times as much in the process that everybody shares.
_DEARER = 4


def read_csv(sheet_name: str, data: bytes, limits: Limits) -> Answer:
    """One grid. Raises RefusedError beyond the limits, for unknown letters ("letters"), a stray quote ("quotes") or a
    cell without end ("text").

    Letters: UTF-8, UTF-16 with its mark, else Windows-1258 or -1252. A first line ``sep=;`` names the delimiter and
    is no row, as in Excel.
    """
    text = _decoded(data)
    delimiter = _named_delimiter(text)
    if delimiter:
        text = text.partition("\n")[2]
    rows = list(_rows(text, delimiter or sniff_delimiter(text), sheet_name, limits))
    height = len(rows)
    columns = tuple(_column(values, height) for values in zip_longest(*rows, fillvalue=""))
    return Answer((Grid(sheet_name, 1, columns),), {})


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings: tuple[str, ...] = ("utf-16",)
    else:
        encodings = ("utf-8-sig", "cp1258", "cp1252")
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if encoding != "cp1258":
            return text
        if not _STRAY_TONE.search(text):
            return unicodedata.normalize("NFC", text)
    raise RefusedError("letters")


def _named_delimiter(text: str) -> str:
    line = text[:8].partition("\n")[0].strip("\r")
    return line[4] if len(line) == 5 and line.lower().startswith("sep=") else ""


def sniff_delimiter(text: str) -> str:
    """The delimiter that divides most lines of the beginning into one and the same number of cells (two or more)."""
    best, best_score = ",", (0, 0)
    lines = [line for line in islice(io.StringIO(text, newline=""), _SAMPLE_LINES) if line.strip()]
    for delimiter in _DELIMITERS:
        try:
            widths = [len(row) for row in csv.reader(lines, delimiter=delimiter)]
        except csv.Error:
            continue
        common = max(set(widths), key=widths.count, default=1)
        score = (widths.count(common), common) if common > 1 else (0, 0)
        if score[0] > best_score[0]:
            best, best_score = delimiter, score
    return best


def _rows(text: str, delimiter: str, sheet_name: str, limits: Limits) -> Iterator[list[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    affordable = limits._replace(cells=limits.cells // _DEARER)
    width = 0
    try:
        for number, row in enumerate(reader, 1):
            width = max(width, len(row))
            affordable.check(sheet_name, number, width)
            yield row
    except csv.Error as error:
        if "field limit" in str(error):
            raise RefusedError("text", line=reader.line_num, limit=csv.field_size_limit()) from error
        raise RefusedError("quotes", line=reader.line_num) from error


def _column(values: tuple[str, ...], height: int) -> GridColumn:
    texts = np.array(values, dtype=object)
    filled = texts != ""
    texts[~filled] = None
    kinds = np.where(filled, np.uint8(CellKind.TEXT), np.uint8(CellKind.EMPTY))
    numbers = np.full(height, np.nan)
    for array in (kinds, numbers, texts):
        array.setflags(write=False)
    return GridColumn(kinds, numbers, texts)
