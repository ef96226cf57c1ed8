"""Rows below a header that are no data, by what they say: numbers of columns, sections, totals, signatures, notes."""

import re
from enum import StrEnum
from itertools import pairwise

import numpy as np

from cchc_metrics.importing.cells import Ints
from cchc_metrics.importing.normalise import LONGEST_LABEL, clean, compact, key
from cchc_metrics.importing.tables.heads import row_texts
from cchc_metrics.importing.tables.placing import Placed
from cchc_metrics.model import CellKind, Grid

# So many rows below a header may number its columns.
_NUMBERING_ROWS = 3


class RowSort(StrEnum):
    """Why a row holds no data of its own."""

    AGGREGATE = "row_aggregate"
    SECTION = "row_section"
    NOTE = "row_note"


_AGGREGATES = frozenset(
    {
        *("tong", "tongso", "tongcong", "cong", "congchung", "tongchung", "total", "sum", "grandtotal", "subtotal"),
        *("trungbinh", "binhquan", "trungbinhchung", "binhquanchung", "trungbinhcong", "diemtrungbinh", "tb"),
        *("giatritrungbinh", "trungbinhcanuoc", "binhquancanuoc", "trungbinhtoanquoc", "binhquantoanquoc"),
        *("trungvi", "trungvicanuoc", "giatritrungvi", "median", "mean", "average", "avg", "min", "max"),
        *("minimum", "maximum", "caonhat", "thapnhat", "nhonhat", "lonnhat", "diemcaonhat", "diemthapnhat"),
        *("giatrilonnhat", "giatrinhonhat", "giatricaonhat", "giatrithapnhat", "dolechchuan", "stddev", "std"),
        *("toida", "diemtoida", "diemchuan", "thangdiem", "maxscore", "maximumscore"),
        *("standarddeviation", "phuongsai", "variance", "range", "khoangbienthien"),
    }
)
_MEAN_OF = re.compile(r"(?:diem )?(?:trung binh|binh quan)(?: |$)")
_ROMAN = re.compile(r"(?=[IVXL])(?:X{0,3}|XL|L)(?:IX|IV|V?I{0,3})(?:[.)/:–-].*|\s+\D.*)?")
_NOTE = re.compile(
    r"(?:ghi chu|chu thich|chu giai|luu y|nguon|nguoi lap|nguoi tong hop|nguoi ky|nguoi kiem tra|nguoi soat|noi nhan"
    r"|ky ten|ky va ghi ro|ky ghi ro|thu truong|xac nhan|phu trach|ke toan|giam doc|pho giam doc|chu tich"
    r"|pho chu tich|chanh van phong|truong phong|tm|kt|tl|tuq|note|notes|source|luu vt)(?: .*)?"
)
_SIGNED_ON = re.compile(r"(?:^| )ngay (?:\S{1,8} ){0,2}thang (?:\S{1,8} ){0,2}nam(?: |$)")
_NUMBERING = re.compile(r"[\[(]?(?P<number>\d{1,3}|[A-Za-z])[\])]?(?:\s*=.*)?")


def means_aggregate(text: str) -> bool:
    """«Tổng cộng», «Trung bình», «Median» …: figures that the rows above or below them make up."""
    return compact(text[:LONGEST_LABEL]) in _AGGREGATES


def means_mean_of(text: str) -> bool:
    """«Trung bình vùng», «Bình quân các tỉnh miền Trung»: a mean of entities, whichever they are."""
    return _MEAN_OF.match(key(text[:LONGEST_LABEL])) is not None


def sort_of(text: str) -> RowSort | None:
    """What a row without values is by its first text."""
    text = text[:LONGEST_LABEL]
    if means_aggregate(text):
        return RowSort.AGGREGATE
    if _NOTE.fullmatch(key(text)) or _SIGNED_ON.search(key(text)) or text.startswith(("*", "(*")):
        return RowSort.NOTE
    letters = [letter for letter in text if letter.isalpha()]
    if _ROMAN.fullmatch(clean(text)) or (len(letters) > 2 and all(letter.isupper() for letter in letters)):
        return RowSort.SECTION
    return None


def repeats_header(sheet: Grid, placed: Placed, rows: Ints) -> Ints:
    """Of the filled rows (1-based) below a header those that say it again, as on every page, or number its columns."""
    found: set[int] = set()
    for row in range(placed.table.header[0], placed.table.header[1] + 1):
        found.update(_again(sheet, row, placed).tolist())
    for at in rows[rows <= placed.table.header[1] + _NUMBERING_ROWS]:
        texts = list(row_texts(sheet, int(at)).values())
        # Bare numbers number the columns only right below the header; further down they are figures.
        if counts_columns(texts) and (at == rows[0] or all(text.startswith(("(", "[")) for text in texts)):
            found.add(int(at))
    return rows[np.isin(rows, sorted(found))]


def _again(sheet: Grid, row: int, placed: Placed) -> Ints:
    """Rows (1-based) below that hold the very texts of a header row; a lone cell repeats only a header of one row."""
    filled = [column for column in sheet.columns if column.kinds[row - 1] != CellKind.EMPTY]
    several = placed.table.header[1] > placed.table.header[0]
    if not filled or (several and len(filled) < 2):
        return np.empty(0, dtype=np.int64)
    rows = np.arange(placed.table.header[1], sheet.height)
    for column in filled:
        if column.kinds[row - 1] == CellKind.TEXT:
            rows = rows[column.texts[rows] == column.texts[row - 1]]
        else:
            rows = rows[column.numbers[rows] == column.numbers[row - 1]]
    for column in sheet.columns if len(rows) else ():
        rows = rows[column.kinds[rows] == column.kinds[row - 1]]
    return rows + 1


def counts_columns(texts: list[str]) -> bool:
    """(1) (2) (3) …, or letters for the words and numbers for the figures: A B 1 2 3; «3=2/1» counts as 3."""
    found = [_NUMBERING.fullmatch(text) for text in texts]
    marks = [match["number"] for match in found if match is not None]
    if len(texts) < 3 or len(marks) < len(texts):
        return False
    letters = [mark.upper() for mark in marks if mark.isalpha()]
    numbers = [int(mark) for mark in marks if not mark.isalpha()]
    if len(numbers) < 2 or [mark.isalpha() for mark in marks] != sorted((m.isalpha() for m in marks), reverse=True):
        return False
    ordered = all(after == before + 1 for before, after in pairwise(numbers)) and numbers[0] <= 1
    return ordered and letters == [chr(ord("A") + at) for at in range(len(letters))]
