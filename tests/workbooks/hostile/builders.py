"""Score sheets, lists and wide sheets made in a line each, with what a careful clerk expects of them."""

import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import xlsxwriter
from openpyxl import Workbook

from cchc_metrics.schema import SCORES

Row = Sequence[object]


@dataclass(frozen=True, slots=True)
class Case:
    """One file. told: code -> first cell of every error and warning · kept: (column, value) of each accepted fact."""

    name: str
    build: Callable[[], bytes]
    told: Mapping[str, str] = field(default_factory=dict)
    kept: Sequence[Mapping[str, Any]] | None = None
    kind: str = ""
    file: str = "tep.xlsx"
    rows: tuple[int, int, int, int] | None = None


@dataclass(frozen=True, slots=True)
class FileCase:
    """One file, judged by what the reader makes of it.

    refused: fields of ``texts().reading``, one of whose sentences is said; empty: the file is read · cells: rows of
    the first sheet, each a text, a number or None · height: rows of the first sheet · seen: ``look(workbook)``.
    """

    name: str
    build: Callable[[], bytes]
    refused: tuple[str, ...] = ()
    file: str = "tep.xlsx"
    cells: Sequence[tuple[object, ...]] | None = None
    height: int | None = None
    look: Callable[[Any], object] | None = None
    seen: object = None


def saved(book: Workbook) -> bytes:
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def sheets(*pages: tuple[str, Sequence[Row]]) -> bytes:
    """A workbook of these sheets."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, rows in pages:
        page = book.create_sheet(title)
        for row in rows:
            page.append(list(row))
    return saved(book)


def score(value: object = "7,5", **parts: object) -> list[object]:
    """A row of the score template; parts: index, year, code, name, node, node_name, kind, most, rank, note."""
    wording = {"index": "PAPI", "year": 2024, "name": "Hà Nội", "node": "D1", **parts}
    order = ("index", "year", "code", "name", "node", "node_name", "kind", "value", "most", "rank", "source", "note")
    return [{**wording, "value": value}.get(part) for part in order]


def scores(*rows: Row) -> bytes:
    return sheets(("Nhập liệu", [SCORES.headers, *rows]))


def table(*rows: Mapping[str, object]) -> bytes:
    """Rows under the headers that they name."""
    headers = list(dict.fromkeys(header for row in rows for header in row))
    return sheets(("Nhập liệu", [headers, *([row.get(header) for header in headers] for row in rows)]))


def formatted(value: float, style: str, **parts: object) -> bytes:
    """A score row whose score is a number under a number format."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    page = book.add_worksheet("Nhập liệu")
    page.write_row(0, 0, SCORES.headers)
    for place, cell in enumerate(score(None, **parts)):
        if cell is not None:
            page.write(1, place, cell)
    page.write_number(1, 7, value, book.add_format({"num_format": style}))
    book.close()
    return buffer.getvalue()


def one(title: str, told: Mapping[str, str], kept: float | None = None, value: object = "7,5", **parts: object) -> Case:
    """A file of one score row."""
    facts = None if kept is None else [{"state": "value", "value": kept}]
    return Case(title, lambda: scores(score(value, **parts)), told, facts)


def meant(title: str, column: str, expected: str, **parts: object) -> Case:
    """A file of one sound score row, which means this."""
    return Case(title, lambda: scores(score(**parts)), {}, [{column: expected}])


def entity(**parts: object) -> dict[str, object]:
    """The old Quảng Trị as it is stored, as far as the required columns go, changed in parts."""
    return {
        "Mã hệ thống": "P63-45",
        "Loại đơn vị": "Tỉnh, thành phố",
        "Tên": "Quảng Trị",
        "Tên hiển thị": "Quảng Trị (cũ)",
        **parts,
    }


def criterion(code: object, parent: object = "TOTAL", **parts: object) -> dict[str, object]:
    return {
        "Bộ chỉ số": "DDCI",
        "Bộ tiêu chí": "DDCI 2024",
        "Áp dụng từ năm": 2024,
        "Mã tiêu chí": code,
        "Mã cấp trên": parent,
        "Tên tiêu chí": f"Tiêu chí {code}",
        **parts,
    }


def listed(kind: str, name: str, told: Mapping[str, str], *rows: Mapping[str, object]) -> Case:
    return Case(f"{kind}: {name}", lambda: table(*rows), told, kind=kind)
