"""Where the table of a sheet begins: the header row and which template column each of its cells names.

Whatever stands above the header (titles, the national emblem block) is no data and is not counted as read.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from cchc_metrics.importing.cells import number_text
from cchc_metrics.importing.nodes import NodeBook
from cchc_metrics.importing.normalise import clean, compact
from cchc_metrics.model import CellKind, Grid
from cchc_metrics.schema import KINDS, RESULT_TITLE, SCORES, Kind, Role

SEARCHED_ROWS = 20
_ORDINALS = frozenset({"tt", "stt", "sott", "sothutu", "thutu", "no"})
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


def top_rows(grid: Grid, kind: Kind) -> list[Header]:
    """Each of the first 20 rows read as a header."""
    return [match_header(grid, row, kind) for row in range(min(SEARCHED_ROWS, grid.height))]


def find_header(grid: Grid, kind: Kind, nodes: NodeBook) -> Header | None:
    """The whole header of a sheet in one row, sought in its first 20.

    The first row with every required column; else, for scores, the first wide one: an entity column and two or more
    headers that name criteria of one index.
    """
    rows = top_rows(grid, kind)
    complete = next((header for header in rows if not header.missing), None)
    if complete is None and kind.name == SCORES.name:
        return next((wide for header in rows if (wide := _wide(header, kind, nodes)) is not None), None)
    return complete


def nearest_header(grid: Grid, kind: Kind) -> Header | None:
    """The row that has the most, if that is two columns and half of what is required: ``missing`` says what to add."""
    rows = top_rows(grid, kind)
    best = max(rows, key=lambda header: (len(header.columns), -header.row), default=None)
    return best if best is not None and len(best.columns) >= 2 and share(best, kind) >= 0.5 else None


def share(header: Header, kind: Kind) -> float:
    """How much of what is required a header has, from 0 to 1."""
    wanted = len(needed(kind))
    return (wanted - len(header.missing)) / wanted


def _wide(header: Header, kind: Kind, nodes: NodeBook) -> Header | None:
    candidates = criteria_candidates(header, kind)
    if candidates is None:
        return None
    for index_code in nodes.indexes:
        framework = nodes.any_year(index_code)
        if sum(bool(framework.named(text)) for text in candidates.values()) >= 2:
            return wide_header(header, kind, candidates)
    return None


def criteria_candidates(header: Header, kind: Kind) -> dict[int, str] | None:
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


def is_ordinal(text: str) -> bool:
    """Whether a header only numbers the rows: «TT», «STT»."""
    return compact(text) in _ORDINALS


def own_sheet(grid: Grid) -> bool:
    """Whether a sheet is ours: a template's guide, a hidden list, the findings an annotated copy begins with."""
    if compact(grid.name) == "huongdan" or (grid.hidden and grid.name.startswith("_")):
        return True
    return grid.height > 0 and bool(grid.columns[0].texts[0] == RESULT_TITLE)
