"""Entities × criteria under a header of one row whose texts are the names or codes of criteria and nothing else.

What is understood of a sheet counts before it: this is for tables of a row or two, and for columns without a number.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from cchc_metrics.importing.entities import EntityBook
from cchc_metrics.importing.headers import find_wide
from cchc_metrics.importing.nodes import NodeBook
from cchc_metrics.importing.numbers import NOT_A_NUMBER, read_number
from cchc_metrics.importing.tables.constants import Sources, indexes_in, periods_in, sources_of
from cchc_metrics.importing.tables.heads import row_texts
from cchc_metrics.importing.tables.placing import Placed, used_columns, value_header
from cchc_metrics.importing.understanding.scene import contradicts
from cchc_metrics.model import FROM_FILE, FROM_SHEET, FROM_TITLE, AcrossColumn, CellKind, Grid, TableMap
from cchc_metrics.schema import Kind, Role


def plain_table(sheet: Grid, kind: Kind, entities: EntityBook, nodes: NodeBook, file_name: str) -> TableMap | None:
    """The table, None where no row of a sheet is such a header, or where it goes on in the next row.

    What no column says of index and period is taken from where one answer stands.
    """
    found = find_wide(sheet, nodes)
    if found is None or _goes_on(sheet, found[0].row, entities):
        return None
    header, criteria = found
    columns = {name: place + 1 for name, place in header.columns.items()}
    node = next(column.header for column in kind.template if column.role is Role.NODE_NAME)
    value, row = value_header(kind) or "", header.row + 1
    bare = TableMap(sheet.name, (row, row), columns, tuple(AcrossColumn(at + 1, value) for at in criteria))
    sources = sources_of(Placed(bare, sheet.height), (), sheet, file_name)
    constants: dict[str, str] = {}
    indexes: Sequence[str] = nodes.indexes
    for column in kind.template:
        if column.header in columns:
            continue
        if column.role is Role.PERIOD and (said := _first(sources, periods_in)):
            by_file = {value for text in sources.of(FROM_FILE) for value in periods_in(text)}
            if said[0] != FROM_TITLE or not contradicts(said[1], by_file):
                constants[column.header] = said[0]
        if column.role is Role.INDEX and (said := _first(sources, lambda text: indexes_in(text, nodes))):
            constants[column.header], indexes = said[0], (said[1],)
    frameworks = [nodes.any_year(index_code) for index_code in indexes]
    across = tuple(
        AcrossColumn(place + 1, value, {node: text})
        for place, text in sorted(criteria.items())
        if any(framework.named(text) for framework in frameworks)
    )
    return TableMap(sheet.name, (row, row), columns, across, constants) if across else None


def completed(guessed: tuple[TableMap, ...], plain: TableMap, sheet: Grid, kind: Kind) -> tuple[TableMap, ...]:
    """What is understood, with the columns of criteria that are empty or say why there is no score.

    With an index in every row also those under codes that only such a table could mean.
    """
    if len(guessed) != 1 or guessed[0].header != plain.header:
        return guessed
    table = guessed[0]
    per_row = any(column.role is Role.INDEX and column.header in table.columns for column in kind.template)
    taken = used_columns(table)
    more = [one for one in plain.across if one.column not in taken and (per_row or _says_no_number(sheet, plain, one))]
    return (replace(table, across=tuple(sorted((*table.across, *more), key=lambda one: one.column))),)


def _says_no_number(sheet: Grid, table: TableMap, one: AcrossColumn) -> bool:
    """Whether nothing in a column could be taken for a score."""
    cells = sheet.columns[one.column - 1]
    for row in range(table.header[1], sheet.height):
        if cells.kinds[row] in (CellKind.NUMBER, CellKind.PERCENT, CellKind.DATE):
            return False
        if cells.kinds[row] == CellKind.TEXT and read_number(str(cells.texts[row])).state is None:
            return False
    return True


def _goes_on(sheet: Grid, place: int, entities: EntityBook) -> bool:
    """Whether the row below says more of the criteria («Điểm», «Hạng») or a merged cell heads several columns."""
    row = place + 1
    if any(first <= row <= last and right > left for first, left, last, right in sheet.merges):
        return True
    if row >= sheet.height:
        return False
    below = row_texts(sheet, row + 1)
    words = [text for text in below.values() if read_number(text).fault == NOT_A_NUMBER]
    return len(words) == len(below) > 1 and not any(entities.knows(text) for text in words)


def _first(sources: Sources, read: Callable[[str], Iterable[str]]) -> tuple[str, str] | None:
    """The first place that says anything, with what it says; None when none does, or that one says several things."""
    for name in (FROM_SHEET, FROM_TITLE, FROM_FILE):
        found = {value for text in sources.of(name) for value in read(text)}
        if found:
            return (name, found.pop()) if len(found) == 1 else None
    return None
