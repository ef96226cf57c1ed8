"""Where the table of a sheet begins: the header row and which template column each of its cells names.

Whatever stands above the header (titles, the national emblem block) is no data and is not counted as read.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import pairwise

import numpy as np

from cchc_metrics.importing.cells import number_text
from cchc_metrics.importing.nodes import NodeBook
from cchc_metrics.importing.normalise import clean, compact
from cchc_metrics.importing.numbers import read_number
from cchc_metrics.model import CellKind, Grid, Workbook
from cchc_metrics.schema import KINDS, RESULT_TITLE, SCORES, Kind, Role

SEARCHED_ROWS = 20
_PROBED_ROWS = 30
_ORDINALS = frozenset({"tt", "stt", "sott", "sothutu", "no"})
_ENTITY = frozenset({Role.ENTITY_CODE, Role.ENTITY_NAME})
# What a wide sheet may say once per row; every other column can only be a criterion or stay out.
_SAID_PER_ROW = frozenset({Role.INDEX, Role.PERIOD, Role.CHOICE, Role.TEXT, *_ENTITY})
# «Chỉ số» heads the index in the long layout, the total in the wide one.
_TOTAL_IN_WIDE = "chiso"


@dataclass(frozen=True, slots=True)
class Header:
    """A header row (0-based).

    texts: place of each filled cell -> its text · columns: template header -> place · repeated: template header ->
    places, where several bear it · missing: required columns, or groups of which one is required, that it lacks ·
    criteria: in the wide layout, place -> header of each column of scores.
    """

    row: int
    texts: Mapping[int, str]
    columns: Mapping[str, int]
    repeated: Mapping[str, tuple[int, ...]]
    missing: tuple[str, ...]
    criteria: Mapping[int, str] = field(default_factory=dict)

    @property
    def others(self) -> dict[int, str]:
        """The columns that are not read, place -> text."""
        read = {*self.columns.values(), *self.criteria, *(at for places in self.repeated.values() for at in places)}
        return {place: text for place, text in self.texts.items() if place not in read}


def needed(kind: Kind) -> tuple[tuple[str, ...], ...]:
    """Groups of template headers of which one must be in the file; a required column is a group of one."""
    return (*((column.header,) for column in kind.template if column.required), *kind.one_of)


def match_header(grid: Grid, row: int, kind: Kind) -> Header:
    """A row read as the header of a kind's long layout."""
    wordings = _wordings(kind.name)
    texts = _texts(grid, row)
    places: dict[str, list[int]] = {}
    for place, text in texts.items():
        if (header := wordings.get(compact(text))) is not None:
            places.setdefault(header, []).append(place)
    missing = tuple(" / ".join(group) for group in needed(kind) if not any(header in places for header in group))
    columns = {header: found[0] for header, found in places.items()}
    repeated = {header: tuple(found) for header, found in places.items() if len(found) > 1}
    return Header(row, texts, columns, repeated, missing)


@lru_cache(maxsize=64)
def _wordings(kind_name: str) -> Mapping[str, str]:
    template = KINDS[kind_name].template
    also = {compact(other): column.header for column in template for other in column.other_headers}
    return also | {compact(column.header): column.header for column in template}


def _texts(grid: Grid, row: int) -> dict[int, str]:
    """The filled cells of a row; a number stands in its plain form."""
    found: dict[int, str] = {}
    for place, column in enumerate(grid.columns):
        numeric = column.kinds[row] == CellKind.NUMBER
        text = number_text(float(column.numbers[row])) if numeric else clean(str(column.texts[row] or ""))
        if text:
            found[place] = text
    return found


def _top_rows(grid: Grid, kind: Kind) -> list[Header]:
    return [match_header(grid, row, kind) for row in range(min(SEARCHED_ROWS, grid.height))]


def find_header(grid: Grid, kind: Kind, nodes: NodeBook) -> Header | None:
    """The header of a sheet, sought in its first 20 rows.

    The first row with every required column; else, for scores, the first wide one (an entity column and two or more
    headers that name criteria of one index); else the row that has the most, if that is two columns and half of what
    is required: its ``missing`` says what to add.
    """
    rows = _top_rows(grid, kind)
    complete = next((header for header in rows if not header.missing), None)
    if complete is None and kind.name == SCORES.name:
        complete = next((wide for header in rows if (wide := _wide(header, kind, nodes)) is not None), None)
    if complete is not None:
        return complete
    best = max(rows, key=lambda header: (len(header.columns), -header.row), default=None)
    return best if best is not None and len(best.columns) >= 2 and _share(best, kind) >= 0.5 else None


def _share(header: Header, kind: Kind) -> float:
    wanted = len(needed(kind))
    return (wanted - len(header.missing)) / wanted


def _wide(header: Header, kind: Kind, nodes: NodeBook) -> Header | None:
    candidates = _criteria_candidates(header, kind)
    if candidates is None:
        return None
    for index_code in nodes.indexes:
        framework = nodes.any_year(index_code)
        if sum(bool(framework.named(text)) for text in candidates.values()) >= 2:
            return wide_header(header, kind, candidates)
    return None


def _criteria_candidates(header: Header, kind: Kind) -> dict[int, str] | None:
    """The columns of a wide sheet that may hold scores; None when the row names no entity."""
    roles = {column.header: column.role for column in kind.template}
    if not any(roles[name] in _ENTITY for name in header.columns):
        return None
    said = {
        place
        for name, place in header.columns.items()
        if roles[name] in _SAID_PER_ROW and compact(header.texts[place]) != _TOTAL_IN_WIDE
    }
    return {place: text for place, text in header.texts.items() if place not in said and not is_ordinal(text)}


def wide_header(header: Header, kind: Kind, criteria: Mapping[int, str]) -> Header:
    """The header with ``criteria`` as its columns of scores; long-layout columns that they are not go unread."""
    roles = {column.header: column.role for column in kind.template}
    columns = {
        name: place
        for name, place in header.columns.items()
        if roles[name] in _SAID_PER_ROW and place not in criteria and compact(header.texts[place]) != _TOTAL_IN_WIDE
    }
    repeated = {name: places for name, places in header.repeated.items() if name in columns}
    return replace(header, columns=columns, repeated=repeated, missing=(), criteria=dict(criteria))


def repeats_header(grid: Grid, header: Header) -> list[int]:
    """Rows (0-based) below a header that say it again, as printed on every page, or number its columns: (1), (2) …"""
    if not header.texts:
        return []
    place, text = next(iter(header.texts.items()))
    below = grid.columns[place].texts[header.row + 1 :]
    again = [header.row + 1 + int(at) for at in np.flatnonzero(below == grid.columns[place].texts[header.row])]
    again = [row for row in again if text and _texts(grid, row) == header.texts]
    first = header.row + 1
    if first < grid.height and _counts_columns(list(_texts(grid, first).values())):
        again.append(first)
    return again


def _counts_columns(texts: list[str]) -> bool:
    numbers = [text.strip("()[] ") for text in texts]
    if len(numbers) < 3 or not all(number.isdecimal() and len(number) < 4 for number in numbers):
        return False
    return all(int(after) == int(before) + 1 for before, after in pairwise(numbers)) and int(numbers[0]) <= 1


def is_ordinal(text: str) -> bool:
    """Whether a header only numbers the rows: «TT», «STT»."""
    return compact(text) in _ORDINALS


def own_sheet(grid: Grid) -> bool:
    """Whether a sheet is ours: a template's guide, a hidden list, the findings an annotated copy begins with."""
    if compact(grid.name) == "huongdan" or (grid.hidden and grid.name.startswith("_")):
        return True
    return grid.height > 0 and bool(grid.columns[0].texts[0] == RESULT_TITLE)


def detect_kind(workbook: Workbook) -> Kind | None:
    """The kind of a file: by the stamp of our template, else by its headers.

    The best kind has the greatest share of its required headers, weighed by how much of the header row it explains
    (a lone «Nguồn» among other cells does not make a list of sources). Where the best explains less than half of the
    row and has less than half of its own columns, a sheet with an entity column and two or more columns of numbers is
    the wide layout of scores. None when nothing comes near.
    """
    if workbook.stamp is not None and workbook.stamp.kind in KINDS:
        return KINDS[workbook.stamp.kind]
    sheets = [sheet for sheet in workbook.sheets if not sheet.hidden and not own_sheet(sheet)]
    ranked = [
        (_share(header, kind) * len(header.columns) / max(1, len(header.texts)), header, kind)
        for kind in KINDS.values()
        for sheet in sheets
        for header in _top_rows(sheet, kind)
        if len(header.columns) > 1 or len(sheet.columns) == 1
    ]
    found = max(ranked, key=lambda one: one[0], default=None)
    weak = found is None or (found[0] < 0.5 and len(found[1].columns) < len(found[2].template) / 2)
    if weak and any(_looks_wide(sheet) for sheet in sheets):
        return SCORES
    return found[2] if found is not None and _share(found[1], found[2]) >= 0.5 else None


def _looks_wide(grid: Grid) -> bool:
    for header in _top_rows(grid, SCORES):
        candidates = _criteria_candidates(header, SCORES) or {}
        if sum(_numeric_below(grid, place, header.row) for place in candidates) >= 2:
            return True
    return False


def _numeric_below(grid: Grid, place: int, row: int) -> bool:
    """Whether most filled cells under a header are numbers, or what is written in their place."""
    column = grid.columns[place]
    rows = range(row + 1, min(row + 1 + _PROBED_ROWS, grid.height))
    kinds = [int(column.kinds[at]) for at in rows]
    numbers = sum(kind in (CellKind.NUMBER, CellKind.PERCENT) for kind in kinds)
    numbers += sum(
        kind == CellKind.TEXT and read_number(str(column.texts[at])).state is not None
        for at, kind in zip(rows, kinds, strict=True)
    )
    return 2 * numbers > sum(kind != CellKind.EMPTY for kind in kinds) > 0
