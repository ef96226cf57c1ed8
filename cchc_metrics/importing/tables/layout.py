"""How a workbook that nobody described is read: our own headers first, then what can be understood of its sheets."""

from collections.abc import Mapping

from cchc_metrics.importing.entities import EntityBook
from cchc_metrics.importing.headers import Header, find_header, nearest_header, own_sheet
from cchc_metrics.importing.nodes import NodeBook
from cchc_metrics.importing.tables.placing import unsaid
from cchc_metrics.importing.tables.plain import completed, plain_table
from cchc_metrics.importing.understanding import understand_sheet
from cchc_metrics.model import FileMapping, Grid, Snapshot, TableMap, Workbook
from cchc_metrics.schema import SCORES, STANDARD_ERRORS, Kind


def understand(workbook: Workbook, kind: Kind, snapshot: Snapshot) -> FileMapping:
    """How each visible sheet is read as a table of this kind; sheets of which nothing is understood have no table."""
    entities = EntityBook(snapshot.entities, names=snapshot.names)
    nodes = NodeBook(snapshot.nodes, names=snapshot.names)
    return understand_with(workbook, kind, entities, nodes)


def understand_with(
    workbook: Workbook, kind: Kind, entities: EntityBook, nodes: NodeBook, given: FileMapping | None = None
) -> FileMapping:
    """As ``understand``, with the books at hand, and with what a person said: sheets left out, index and period."""
    said = given or FileMapping(kind.name, ())
    tables: list[TableMap] = []
    for sheet in workbook.sheets:
        if not sheet.hidden and sheet.columns and sheet.name not in said.skipped and not own_sheet(sheet):
            tables += _of_sheet(sheet, kind, entities, nodes, file_name=workbook.file_name, said=said.constants)
    return FileMapping(kind.name, tuple(tables))


def _of_sheet(
    sheet: Grid, kind: Kind, entities: EntityBook, nodes: NodeBook, *, file_name: str, said: Mapping[str, str]
) -> tuple[TableMap, ...]:
    """A complete header of one row, unless the sheet holds more than it says; else what can be understood."""
    header = find_header(sheet, kind)
    # The words over the ends of an interval say its level, which a plain header does not ask for.
    bare = kind.name == STANDARD_ERRORS.name
    if not bare and header is not None and not header.repeated:
        return (_long(header, sheet),)
    guessed = understand_sheet(sheet, kind, entities, nodes, file_name, said=said)
    if header is not None:
        return guessed if len(guessed) > 1 or (bare and guessed) else (_long(header, sheet),)
    if kind.name == SCORES.name and (plain := plain_table(sheet, kind, entities, nodes, file_name)) is not None:
        if not guessed:
            return (plain,)
        guessed = completed(guessed, plain, sheet, kind)
    nearest = nearest_header(sheet, kind)
    if guessed and (nearest is None or not any(unsaid(table, kind) for table in guessed)):
        return guessed
    return (_long(nearest, sheet),) if nearest is not None else ()


def _long(header: Header, sheet: Grid) -> TableMap:
    columns = {name: place + 1 for name, place in header.columns.items()}
    return TableMap(sheet.name, (header.row + 1, header.row + 1), columns)
