"""Where the table of a sheet begins: the header row and which template column each of its cells names.

Whatever stands above the header (titles, the national emblem block) is no data and is not counted as read.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import lru_cache

from cchc_metrics.importing.cells import number_text
from cchc_metrics.importing.nodes import NodeBook
from cchc_metrics.importing.normalise import LONGEST_LABEL, clean, compact
from cchc_metrics.labels import every, wordings
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
    places, where several bear it · missing: required columns, or groups of which one is required, that it lacks.
    """

    row: int
    texts: Mapping[int, str]
    columns: Mapping[str, int]
    repeated: Mapping[str, tuple[int, ...]]
    missing: tuple[str, ...]


def needed(kind: Kind) -> tuple[tuple[str, ...], ...]:
    """Groups of template headers of which one must be in the file; a required column is a group of one."""
    return (*((column.header,) for column in kind.template if column.required), *kind.one_of)


def match_header(grid: Grid, row: int, kind: Kind) -> Header:
    """A row read as the header of a kind's long layout."""
    texts = _texts(grid, row)
    said = _said(texts)
    return _in_either_language(row, texts, said, _places(said, _wordings(kind.name)), kind)


def _in_either_language(
    row: int, texts: Mapping[int, str], said: Mapping[int, str], places: Mapping[str, list[int]], kind: Kind
) -> Header:
    """The header as our templates have it in Vietnamese, or in another language where that is whole and says more.

    Whole or not at all: single words of another language («Code», «Unit») head many a table that is none of ours.
    """
    mine = _header(row, texts, places, kind)
    other = _header(row, texts, _places(said, _other_wordings(kind.name)), kind)
    return other if not other.missing and (mine.missing or len(other.columns) > len(mine.columns)) else mine


def _said(texts: Mapping[int, str]) -> dict[int, str]:
    """What each cell may head a column by, as its matching key: a text longer than any label is none."""
    return {place: compact(text) for place, text in texts.items() if len(text) <= LONGEST_LABEL}


def _places(said: Mapping[int, str], wordings: Mapping[str, str]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    for place, words in said.items():
        if (header := wordings.get(words)) is not None:
            places.setdefault(header, []).append(place)
    return places


def _header(row: int, texts: Mapping[int, str], places: Mapping[str, list[int]], kind: Kind) -> Header:
    missing = tuple(" / ".join(group) for group in needed(kind) if not any(header in places for header in group))
    columns = {header: found[0] for header, found in places.items()}
    repeated = {header: tuple(found) for header, found in places.items() if len(found) > 1}
    return Header(row, texts, columns, repeated, missing)


def headers_of_kinds(grid: Grid) -> Iterator[tuple[Kind, Header]]:
    """Each of the first 20 rows as the header of every kind of which it has a column, the kinds in their order."""
    for row in range(min(SEARCHED_ROWS, grid.height)):
        texts = _texts(grid, row)
        said = _said(texts)
        found: dict[str, dict[str, list[int]]] = {}
        for place, words in said.items():
            for kind_name, header in _kinds_by_wording().get(words, ()):
                found.setdefault(kind_name, {}).setdefault(header, []).append(place)
        for kind in KINDS.values():
            mine = _in_either_language(row, texts, said, found.get(kind.name, {}), kind)
            if mine.columns:
                yield kind, mine


@lru_cache(maxsize=1)
def _kinds_by_wording() -> Mapping[str, Sequence[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for kind_name in KINDS:
        for wording, header in _wordings(kind_name).items():
            found.setdefault(wording, []).append((kind_name, header))
    return found


@lru_cache(maxsize=64)
def _wordings(kind_name: str) -> Mapping[str, str]:
    template = KINDS[kind_name].template
    also = {compact(other): column.header for column in template for other in column.other_headers}
    return also | {compact(column.header): column.header for column in template}


@lru_cache(maxsize=64)
def _other_wordings(kind_name: str) -> Mapping[str, str]:
    found = {
        compact(wording): column.header
        for column in KINDS[kind_name].template
        for wording in wordings(column.header)[1:] or (column.header,)
    }
    return _of_downloads() | found if kind_name == SCORES.name else found


def _of_downloads() -> dict[str, str]:
    """How a table of scores that was downloaded in another language heads its columns."""
    own = _wordings(SCORES.name)
    ours, *others = every(lambda words: words.explore)
    names = [field.name for field in fields(ours) if isinstance(getattr(ours, field.name), str)]
    return {
        compact(getattr(said, name)): own[compact(getattr(ours, name))]
        for said in others
        for name in names
        if compact(getattr(ours, name)) in own
    }


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


def find_header(grid: Grid, kind: Kind) -> Header | None:
    """The first row of the first 20 that has every required column of the long layout."""
    return next((header for header in top_rows(grid, kind) if not header.missing), None)


def find_wide(grid: Grid, nodes: NodeBook) -> tuple[Header, Mapping[int, str]] | None:
    """The first row of scores by entity with two headers that name criteria of one index: (what it says per row,
    place -> header of each other column)."""
    for header in top_rows(grid, SCORES):
        candidates = criteria_candidates(header, SCORES)
        if candidates is not None and any(
            sum(bool(nodes.any_year(index_code).named(text)) for text in candidates.values()) >= 2
            for index_code in nodes.indexes
        ):
            roles = {column.header: column.role for column in SCORES.template}
            said = {
                name: place
                for name, place in header.columns.items()
                if roles[name] in _SAID_PER_ROW and place not in candidates
            }
            return replace(header, columns=said, missing=()), candidates
    return None


def nearest_header(grid: Grid, kind: Kind) -> Header | None:
    """The row that has the most, if that is two columns and half of what is required: ``missing`` says what to add."""
    rows = top_rows(grid, kind)
    best = max(rows, key=lambda header: (len(header.columns), -header.row), default=None)
    return best if best is not None and len(best.columns) >= 2 and share(best, kind) >= 0.5 else None


def share(header: Header, kind: Kind) -> float:
    """How much of what is required a header has, from 0 to 1."""
    wanted = len(needed(kind))
    return (wanted - len(header.missing)) / wanted


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


def is_ordinal(text: str) -> bool:
    """Whether a header only numbers the rows: «TT», «STT»."""
    return compact(text) in _ORDINALS


def own_sheet(grid: Grid) -> bool:
    """Whether a sheet is ours: a template's guide, a hidden list, the findings an annotated copy begins with."""
    if compact(grid.name) in map(compact, every(lambda words: words.workbooks.guide_sheet)) or (
        grid.hidden and grid.name.startswith("_")
    ):
        return True
    return grid.height > 0 and grid.columns[0].texts[0] in wordings(RESULT_TITLE)
