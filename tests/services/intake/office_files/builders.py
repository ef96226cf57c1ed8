"""Office files written cell by cell: what is written down is at the same time what a careful analyst reads there."""

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import openpyxl
from openpyxl.cell import MergedCell

from cchc_metrics.config import PROJECT

# (entity, index, node, period, kind of score).
Key = tuple[str, str, str, str, str]
Place = tuple[int, int, int]
Row = Sequence[object]
REFERENCE = PROJECT / "data" / "reference"


@dataclass(frozen=True, slots=True)
class Read:
    """One fact: where it stands (number of the sheet, row, column), its value, the rank published beside it."""

    place: Place
    value: float
    rank: int | None = None


@dataclass(slots=True)
class OfficeFile:
    """One file. facts: all that a careful analyst takes from it · errors: codes of its errors; none: it is accepted ·
    told: codes of further findings that it must not lack · mapping: JSON that a person would write for it."""

    name: str
    data: bytes
    facts: Mapping[Key, Read] = field(default_factory=dict)
    errors: frozenset[str] = frozenset()
    told: frozenset[str] = frozenset()
    mapping: Mapping[str, Any] | None = None
    kind: str | None = None


class Page:
    """One sheet, and the facts written on it."""

    def __init__(self, paper: "Paper", title: str, number: int) -> None:
        self.paper, self.number = paper, number
        self.sheet = paper.book.create_sheet(title)

    def put(self, row: int, column: int, value: object, form: str = "") -> None:
        cell = self.sheet.cell(row, column)
        assert not isinstance(cell, MergedCell)
        cell.value = value  # type: ignore[assignment]
        if form:
            cell.number_format = form

    def line(self, row: int, values: Row, column: int = 1) -> None:
        for at, value in enumerate(values):
            if value is not None:
                self.put(row, column + at, value)

    def merge(self, row: int, column: int, last_row: int, last_column: int, value: object = None) -> None:
        self.sheet.merge_cells(start_row=row, start_column=column, end_row=last_row, end_column=last_column)
        if value is not None:
            self.put(row, column, value)

    def score(
        self, row: int, column: int, key: Key, written: object = None, *, form: str = "", value: float | None = None
    ) -> None:
        """A score at a cell: the number that ``number_of`` gives for its key unless told, however it is written."""
        number = number_of(key) if value is None else value
        self.put(row, column, number if written is None else written, form)
        self.paper.facts[key] = Read((self.number, row, column), number)

    def rank(self, row: int, column: int, key: Key, rank: int) -> None:
        """The published rank of a score that stands on the sheet already."""
        self.put(row, column, rank)
        known = self.paper.facts[key]
        self.paper.facts[key] = Read(known.place, known.value, rank)


class Paper:
    """A workbook in the making."""

    def __init__(self) -> None:
        self.book = openpyxl.Workbook()
        self.book.remove(self.book.worksheets[0])
        self.facts: dict[Key, Read] = {}

    def page(self, title: str) -> Page:
        return Page(self, title, len(self.book.worksheets) + 1)

    def data(self) -> bytes:
        buffer = io.BytesIO()
        self.book.save(buffer)
        return buffer.getvalue()

    def file(self, name: str, *errors: str, told: Sequence[str] = (), **parts: Any) -> OfficeFile:
        facts = {} if errors else self.facts
        return OfficeFile(name, self.data(), facts, frozenset(errors), frozenset(told), **parts)


def papi(entity: str, node: str, period: str = "2023") -> Key:
    return entity, "PAPI", node, period, "published"


def number_of(key: Key) -> float:
    """A made-up score, another for every key, within the criterion's range; a total is the sum of its dimensions."""
    entity, index, node, period, kind = key
    if index == "PAPI" and node == "TOTAL":
        return round(sum(number_of((entity, index, f"D{at}", period, kind)) for at in range(1, 9)), 4)
    spread = sum(ord(letter) * (at + 3) for at, letter in enumerate("".join((entity, node, kind)))) % 997
    share = 0.52 + spread / 4000 + (int(period[:4]) % 50) * 0.003
    return round(share * maximum(index, node), 4)


def maximum(index: str, node: str) -> float:
    areas = dict(zip("12345678", (10, 10, 14.5, 11, 16, 7, 16, 15.5), strict=True))
    if index == "PAR INDEX":
        return areas.get(node, 100)
    return 100 if index == "SIPAS" or node == "TOTAL" else 10


@cache
def provinces(era: str = "63") -> tuple[tuple[str, str], ...]:
    """Id and name of every province of an era, as the shipped list has them."""
    with (REFERENCE / "entities.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    return tuple((row["Mã hệ thống"], row["Tên"]) for row in rows if row["Mã hệ thống"].startswith(f"P{era}-"))


def some(count: int = 6, era: str = "63") -> tuple[tuple[str, str], ...]:
    """Some of them, Quảng Trị among them."""
    known = provinces(era)
    own = next(one for one in known if one[1] == "Quảng Trị")
    return (*[one for one in known if one != own][: count - 1], own)


@cache
def nodes(framework: str) -> tuple[tuple[str, str, str], ...]:
    """Code, name and English name of the criteria of a framework's first level."""
    with (REFERENCE / "frameworks.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["Bộ tiêu chí"] == framework]
    chosen = [row for row in rows if row["Mã tiêu chí"] != "TOTAL" and row["Mã cấp trên"] in ("", "TOTAL")]
    return tuple((row["Mã tiêu chí"], row["Tên tiêu chí"], row["Tên tiếng Anh"]) for row in chosen)
