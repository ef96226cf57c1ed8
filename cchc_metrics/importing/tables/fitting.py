"""A mapping for more than one file: what of it belongs to the layout, and how it fits the next file of that layout.

A year is never carried over: a period across is read from the words above its columns anew, a period of the whole
table from wherever the first file said it; else it is left open, and the person is asked. And no column is taken for
another: the words above each must be the same but for years, wherever the header stands.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from cchc_metrics.importing.entities import EntityBook
from cchc_metrics.importing.nodes import NodeBook
from cchc_metrics.importing.normalise import compact, key
from cchc_metrics.importing.tables import constants as known
from cchc_metrics.importing.tables.heads import header_texts, nearest_left
from cchc_metrics.importing.tables.layout import understand_with
from cchc_metrics.importing.tables.placing import Placed, place, tables_of, used_columns
from cchc_metrics.model import EVERY_SHEET, AcrossColumn, FileMapping, Grid, Snapshot, TableMap, Workbook
from cchc_metrics.schema import KINDS, Kind, Role

# Said by columns of a remembered layout: the period that the words above the column name.
FROM_HEADER = "@header"
_SOUGHT_ROWS = 200
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Layout:
    """What is remembered of a file. headings: per table, 1-based column -> the words above it, years masked."""

    mapping: FileMapping
    headings: tuple[Mapping[int, str], ...]


def period_over(sheet: Grid, rows: tuple[int, int], column: int) -> str:
    """The period above a column: of its own header cells, else of the nearest group of columns; else what stands."""
    own = header_texts(sheet, rows, column)
    for text in reversed(own):
        if len(found := known.periods_in(text)) == 1:
            return found[0]
    for row in range(rows[1], rows[0] - 1, -1):
        if len(found := known.periods_in(nearest_left(sheet, row, column))) == 1:
            return found[0]
    return " ".join(own)


def layout_of(mapping: FileMapping, workbook: Workbook) -> Layout:
    """The mapping without what only this file says – literal periods, last rows, answers about single names."""
    kind = KINDS[mapping.kind]
    tables, headings = [], []
    for table in mapping.tables:
        grids = _grids(table, mapping, workbook)
        tables.append(_lasting(table, mapping, grids, workbook.file_name, kind))
        headings.append(_headings(table, grids[0], table.header) if grids else {})
    return Layout(replace(mapping, tables=tuple(tables), answers=()), tuple(headings))


def _headings(table: TableMap, sheet: Grid, rows: tuple[int, int]) -> dict[int, str]:
    return {column: _masked(header_texts(sheet, rows, column)) for column in sorted(set(used_columns(table)))}


def _masked(said: Sequence[str]) -> str:
    return _YEAR.sub("#", key(" ".join(said)))


def _grids(table: TableMap, mapping: FileMapping, workbook: Workbook) -> list[Grid]:
    """The sheets that a table is read from."""
    return [
        sheet for sheet in workbook.sheets if table in tables_of(mapping, sheet) and table.header[1] <= sheet.height
    ]


def _lasting(table: TableMap, mapping: FileMapping, grids: list[Grid], file_name: str, kind: Kind) -> TableMap:
    periods = {column.header for column in kind.template if column.role is Role.PERIOD}
    kept = dict(table.constants)
    for header in periods.intersection(kept):
        if kept[header] not in known.SOURCES:
            source = _source_of(kept.pop(header), table, mapping, grids, file_name)
            kept |= {header: source} if source else {}
    across = [_from_header(one, periods, table.header, grids) for one in table.across]
    return replace(table, constants=kept, across=tuple(across), last_row=None)


def _source_of(text: str, table: TableMap, mapping: FileMapping, grids: list[Grid], file_name: str) -> str:
    """Where a literal period stands in the file; empty when it stands nowhere alone."""
    wanted = known.periods_in(text)
    for source in known.SOURCES:
        if wanted and grids and all(_periods(source, table, mapping, grid, file_name) == wanted for grid in grids):
            return source
    return ""


def _periods(source: str, table: TableMap, mapping: FileMapping, grid: Grid, file_name: str) -> tuple[str, ...]:
    placed = place(tables_of(mapping, grid) or (table,), grid)
    mine = next((one for one in placed if one.table == table), Placed(table, grid.height))
    named = known.sources_of(mine, placed, grid, file_name).of(source)
    return tuple(dict.fromkeys(value for text in named for value in known.periods_in(text)))


def _from_header(one: AcrossColumn, periods: set[str], rows: tuple[int, int], grids: list[Grid]) -> AcrossColumn:
    """The column with its period said by its header, where the header says the same."""
    says = dict(one.says)
    for header in periods.intersection(says):
        if grids and all(period_over(grid, rows, one.column) == known.one_period(says[header]) for grid in grids):
            says[header] = FROM_HEADER
    return replace(one, says=says)


def fitted(layout: Layout, workbook: Workbook, snapshot: Snapshot) -> tuple[FileMapping | None, dict[str, str]]:
    """The mapping of a remembered layout on another file, and the literal constants that nothing in the file confirms.

    None where a header is not found with the same words, or more often than there are tables of it. Sheets that are
    called otherwise but for numbers («2023», «2024») are alike, unless a table says whom or what one of them is about.
    A literal index that the file contradicts is left out, so that it is asked for. A table ends where it is understood
    to end in this file.
    """
    kind, nodes = KINDS[layout.mapping.kind], NodeBook(snapshot.nodes, names=snapshot.names)
    entities = EntityBook(snapshot.entities, names=snapshot.names)
    roles = {column.header: column.role for column in kind.template}

    def subject(table: TableMap) -> dict[str, str]:
        """The literal constants that name whom or what a table is about."""
        literal = {h: text for h, text in table.constants.items() if text not in known.SOURCES and h in roles}
        return {h: text for h, text in literal.items() if known.takes_subject(roles[h], text, entities, nodes)}

    about = [bool(subject(table)) for table in layout.mapping.tables]
    tables = _placed_anew(layout, about, workbook)
    if tables is None:
        return None, {}
    mapping = replace(layout.mapping, tables=tuple(tables))
    understood = understand_with(workbook, kind, entities, nodes).tables
    ends = {(one.sheet, one.header, used_columns(one)): one.last_row for one in understood}
    index = next((column.header for column in kind.template if column.role is Role.INDEX), "")
    found, literal = [], {}
    for table in tables:
        constants = dict(table.constants)
        text = constants.get(index, known.SOURCES[0])
        if text not in known.SOURCES and _contradicted(text, table, mapping, workbook, nodes):
            del constants[index]
        literal.update(subject(table))
        across = tuple(_read_header(one, table, workbook) for one in table.across)
        last = ends.get((table.sheet, table.header, used_columns(table)))
        found.append(replace(table, constants=constants, across=across, last_row=last))
    return replace(mapping, tables=tuple(found)), literal


def _placed_anew(layout: Layout, about: Sequence[bool], workbook: Workbook) -> list[TableMap] | None:
    """Each table on each sheet of the file that it fits, its header where the words stand; None where one fits none."""
    tables = layout.mapping.tables
    own = dict.fromkeys(table.sheet for table in tables)
    placed: list[TableMap] = []
    used: set[int] = set()
    for sheet in workbook.sheets:
        mine = [at for at, table in enumerate(tables) if table.sheet == sheet.name]
        if not mine and not sheet.hidden and sheet.name not in layout.mapping.skipped:
            like = next((name for name in own if name != EVERY_SHEET and _bare(name) == _bare(sheet.name)), None)
            mine = [at for at, table in enumerate(tables) if table.sheet == like and not about[at]]
        if not mine:
            continue
        found = _on_sheet(layout, mine, sheet)
        if found is None:
            return None
        used.update(mine)
        placed += found
    kept = [table for table in tables if table.sheet == EVERY_SHEET]
    seen = {_bare(tables[at].sheet) for at in used}
    lost = any(table.sheet != EVERY_SHEET and _bare(table.sheet) not in seen for table in tables)
    fits = all(_fits_every(layout, at, workbook) for at, table in enumerate(tables) if table.sheet == EVERY_SHEET)
    return None if lost or not fits else [*placed, *kept]


def _fits_every(layout: Layout, at: int, workbook: Workbook) -> bool:
    """Whether the table of every sheet has its words in their place on each sheet that it would be read from."""
    table, said = layout.mapping.tables[at], layout.headings[at] if layout.headings else {}
    grids = _grids(table, layout.mapping, workbook)
    return bool(grids) and all(not said or _headings_at(sheet, table, table.header) == said for sheet in grids)


def _on_sheet(layout: Layout, mine: Sequence[int], sheet: Grid) -> list[TableMap] | None:
    """Tables with the same words take the places of those words from top to bottom."""
    found: list[TableMap] = []
    alike: dict[tuple[object, ...], list[int]] = {}
    for at in mine:
        said = layout.headings[at] if layout.headings else {}
        first, last = layout.mapping.tables[at].header
        alike.setdefault((tuple(sorted(said.items())), last - first, at if not said else -1), []).append(at)
    for same in alike.values():
        tables = [layout.mapping.tables[at] for at in same]
        said = layout.headings[same[0]] if layout.headings else {}
        places = list(_places(sheet, tables[0], said)) if said else [tables[0].header]
        rows = sorted({table.header for table in tables})
        if len(places) != len(rows):
            return None
        moved = dict(zip(rows, places, strict=True))
        found += [replace(table, sheet=sheet.name, header=moved[table.header]) for table in tables]
    return found


def _places(sheet: Grid, table: TableMap, said: Mapping[int, str]) -> Iterator[tuple[int, int]]:
    """Where the words of a header stand, of the same height, among the first rows of a sheet and anywhere below."""
    height = table.header[1] - table.header[0]
    for first in range(1, min(sheet.height - height, _SOUGHT_ROWS) + 1):
        if _headings_at(sheet, table, (first, first + height)) == said:
            yield first, first + height


def _headings_at(sheet: Grid, table: TableMap, rows: tuple[int, int]) -> Mapping[int, str] | None:
    """The words above the columns, None where the sheet has not all of them."""
    if max(used_columns(table), default=0) > len(sheet.columns):
        return None
    return _headings(table, sheet, rows)


def _read_header(one: AcrossColumn, table: TableMap, workbook: Workbook) -> AcrossColumn:
    """The column with the period that its header names; a table of every sheet leaves it to each of them."""
    sheet = next((sheet for sheet in workbook.sheets if sheet.name == table.sheet), None)
    fits = sheet is not None and table.header[1] <= sheet.height and one.column <= len(sheet.columns)
    if sheet is None or not fits or FROM_HEADER not in one.says.values():
        return one
    period = period_over(sheet, table.header, one.column)
    return replace(one, says={header: period if text == FROM_HEADER else text for header, text in one.says.items()})


def _contradicted(text: str, table: TableMap, mapping: FileMapping, workbook: Workbook, nodes: NodeBook) -> bool:
    """Whether the names or the title of the file name other indexes and not this one."""
    wanted = set(known.indexes_in(text, nodes))
    named: set[str] = set()
    for sheet in workbook.sheets:
        if table in tables_of(mapping, sheet):
            placed = place(tables_of(mapping, sheet), sheet)
            mine = next(one for one in placed if one.table == table)
            sources = known.sources_of(mine, placed, sheet, workbook.file_name)
            for one in (sources.sheet, sources.file, *sources.titles):
                named.update(known.indexes_in(one, nodes))
    return bool(named) and not wanted.intersection(named)


def _bare(name: str) -> str:
    return re.sub(r"\d", "", compact(name))
