"""How a workbook that nobody described is read: our own headers first, then what can be understood of its sheets."""

from collections.abc import Callable, Iterable, Sequence

from cchc_metrics.importing.entities import EntityBook
from cchc_metrics.importing.headers import Header, find_header, nearest_header, own_sheet
from cchc_metrics.importing.nodes import NodeBook
from cchc_metrics.importing.numbers import NOT_A_NUMBER, read_number
from cchc_metrics.importing.tables.constants import Sources, indexes_in, periods_in, sources_of
from cchc_metrics.importing.tables.heads import row_texts
from cchc_metrics.importing.tables.placing import Placed, unsaid, value_header
from cchc_metrics.importing.understanding import understand_sheet
from cchc_metrics.model import (
    FROM_FILE,
    FROM_SHEET,
    FROM_TITLE,
    AcrossColumn,
    FileMapping,
    Grid,
    Snapshot,
    TableMap,
    Workbook,
)
from cchc_metrics.schema import Kind, Role


def understand(workbook: Workbook, kind: Kind, snapshot: Snapshot) -> FileMapping:
    """How each visible sheet is read as a table of this kind; sheets of which nothing is understood have no table."""
    entities = EntityBook(snapshot.entities, names=snapshot.names)
    nodes = NodeBook(snapshot.nodes, names=snapshot.names)
    return understand_with(workbook, kind, entities, nodes)


def understand_with(
    workbook: Workbook, kind: Kind, entities: EntityBook, nodes: NodeBook, skipped: Sequence[str] = ()
) -> FileMapping:
    """As ``understand``, with the books at hand and without the sheets that a person leaves out."""
    tables: list[TableMap] = []
    for sheet in workbook.sheets:
        if not sheet.hidden and sheet.columns and sheet.name not in skipped and not own_sheet(sheet):
            tables += _of_sheet(sheet, kind, entities, nodes, workbook.file_name)
    return FileMapping(kind.name, tuple(tables))


def _of_sheet(sheet: Grid, kind: Kind, entities: EntityBook, nodes: NodeBook, file_name: str) -> tuple[TableMap, ...]:
    """A complete header of one row, unless the sheet holds more than it says; else what can be understood."""
    header = find_header(sheet, kind, nodes)
    if header is not None and not header.criteria and not header.repeated:
        return (_long(header, sheet),)
    guessed = understand_sheet(sheet, kind, entities, nodes, file_name)
    if header is not None:
        table = _table(header, sheet, kind, nodes, file_name)
        empty = bool(header.criteria) and not table.across
        more = len(guessed) > 1 or (bool(header.criteria and guessed) and _has_second_row(sheet, header, entities))
        return guessed if more or (empty and guessed) else (table,)
    nearest = nearest_header(sheet, kind)
    if guessed and (nearest is None or not any(unsaid(table, kind) for table in guessed)):
        return guessed
    return (_long(nearest, sheet),) if nearest is not None else ()


def _has_second_row(sheet: Grid, header: Header, entities: EntityBook) -> bool:
    """Whether the row below says more of the criteria («Điểm», «Hạng») or a merged cell heads several columns."""
    row = header.row + 1
    if any(first <= row <= last and right > left for first, left, last, right in sheet.merges):
        return True
    if row >= sheet.height:
        return False
    below = row_texts(sheet, row + 1)
    words = [text for text in below.values() if read_number(text).fault == NOT_A_NUMBER]
    return len(words) == len(below) > 1 and not any(entities.knows(text) for text in words)


def _table(header: Header, sheet: Grid, kind: Kind, nodes: NodeBook, file_name: str) -> TableMap:
    return _wide(header, sheet, kind, nodes, file_name) if header.criteria else _long(header, sheet)


def _long(header: Header, sheet: Grid) -> TableMap:
    columns = {name: place + 1 for name, place in header.columns.items()}
    return TableMap(sheet.name, (header.row + 1, header.row + 1), columns)


def _wide(header: Header, sheet: Grid, kind: Kind, nodes: NodeBook, file_name: str) -> TableMap:
    """Provinces × criteria; what no column says of index and period is taken from where one answer stands."""
    columns = {name: place + 1 for name, place in header.columns.items()}
    node = next(column.header for column in kind.template if column.role is Role.NODE_NAME)
    value, row = value_header(kind) or "", header.row + 1
    bare = TableMap(sheet.name, (row, row), columns, tuple(AcrossColumn(at + 1, value) for at in header.criteria))
    sources = sources_of(Placed(bare, sheet.height), (), sheet, file_name)
    constants: dict[str, str] = {}
    indexes: Sequence[str] = nodes.indexes
    for column in kind.template:
        if column.header in columns:
            continue
        if column.role is Role.PERIOD and (found := _first(sources, periods_in)):
            constants[column.header] = found[0]
        if column.role is Role.INDEX and (found := _first(sources, lambda text: indexes_in(text, nodes))):
            constants[column.header], indexes = found[0], (found[1],)
    frameworks = [nodes.any_year(index_code) for index_code in indexes]
    across = tuple(
        AcrossColumn(place + 1, value, {node: text})
        for place, text in sorted(header.criteria.items())
        if any(framework.named(text) for framework in frameworks)
    )
    return TableMap(sheet.name, (row, row), columns, across, constants)


def _first(sources: Sources, read: Callable[[str], Iterable[str]]) -> tuple[str, str] | None:
    """The first place that says anything, with what it says; None when none does, or that one says several things."""
    for name in (FROM_SHEET, FROM_TITLE, FROM_FILE):
        found = {value for text in sources.of(name) for value in read(text)}
        if found:
            return (name, found.pop()) if len(found) == 1 else None
    return None
