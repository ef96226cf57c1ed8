"""Which kind of facts a workbook holds."""

from cchc_metrics.importing.entities import EntityBook
from cchc_metrics.importing.headers import criteria_candidates, headers_of_kinds, own_sheet, share, top_rows
from cchc_metrics.importing.legacy_fonts import convert, detect
from cchc_metrics.importing.nodes import NodeBook
from cchc_metrics.importing.numbers import read_number
from cchc_metrics.importing.tables.heads import row_texts
from cchc_metrics.importing.understanding import names_entities, prints_criteria, understand_sheet
from cchc_metrics.model import CellKind, Grid, Snapshot, Workbook
from cchc_metrics.schema import FRAMEWORKS, KINDS, SCORES, Kind

_PROBED_ROWS = 30
_MOST_NEAR, _MOST_WORDS, _LONGEST_WORD = 3, 4, 40


def detect_kind(workbook: Workbook, snapshot: Snapshot | None = None) -> Kind | None:
    """The kind of a file: by the stamp of our template, else by its headers.

    The best kind has the greatest share of its required headers, weighed by how much of the header row it explains
    (a lone «Nguồn» among other cells does not make a list of sources). Where the best explains less than half of the
    row and has less than half of its own columns, a sheet with an entity column and two or more columns of numbers is
    the wide layout of scores; and with a snapshot any sheet is that can be understood as a table of scores. None when
    nothing comes near.
    """
    if workbook.stamp is not None and workbook.stamp.kind in KINDS:
        return KINDS[workbook.stamp.kind]
    sheets = [sheet for sheet in workbook.sheets if not sheet.hidden and not own_sheet(sheet)]
    ranked = [
        (share(header, kind) * len(header.columns) / max(1, len(header.texts)), header, kind)
        for sheet in sheets
        for kind, header in headers_of_kinds(sheet)
        if len(header.columns) > 1 or len(sheet.columns) == 1
    ]
    order = {name: at for at, name in enumerate(KINDS)}
    found = max(ranked, key=lambda one: (one[0], -order[one[2].name]), default=None)
    weak = found is None or (found[0] < 0.5 and len(found[1].columns) < len(found[2].template) / 2)
    if weak and _prints_criteria(sheets, snapshot):
        return FRAMEWORKS
    if weak and (any(_looks_wide(sheet) for sheet in sheets) or _is_understood(workbook, sheets, snapshot)):
        return SCORES
    if found is not None and share(found[1], found[2]) >= 0.5:
        return found[2]
    # Nothing is recognised of a file typed with a font from before Unicode: converted, it says what it is.
    font = detect(workbook)
    return detect_kind(convert(workbook, font), snapshot) if font else None


def nearest_kinds(workbook: Workbook) -> list[tuple[Kind, tuple[str, ...]]]:
    """Up to three kinds of which some row has a header, with the headers that it lacks; those with most first."""
    found: dict[str, tuple[float, Kind, tuple[str, ...]]] = {}
    for sheet in workbook.sheets:
        for kind, header in headers_of_kinds(sheet):
            mark = share(header, kind) + len(header.columns) / 100
            if header.columns and mark > found.get(kind.name, (0.0, kind, ()))[0]:
                found[kind.name] = (mark, kind, header.missing)
    ranked = sorted(found.values(), key=lambda one: -one[0])
    return [(kind, missing) for _, kind, missing in ranked[:_MOST_NEAR]]


def first_words(workbook: Workbook) -> list[tuple[str, str]]:
    """Per visible sheet with cells, at most three: its name, and what its first filled row says."""
    found = []
    for sheet in workbook.sheets:
        rows = (row_texts(sheet, row) for row in range(1, min(sheet.height, _PROBED_ROWS) + 1))
        words = next((texts for texts in rows if texts), None)
        if words and not sheet.hidden:
            shown = list(words.values())[:_MOST_WORDS]
            found.append((sheet.name, ", ".join(f"«{text[:_LONGEST_WORD]}»" for text in shown)))
    return found[:_MOST_NEAR]


def _is_understood(workbook: Workbook, sheets: list[Grid], snapshot: Snapshot | None) -> bool:
    if snapshot is None:
        return False
    entities, nodes = (
        EntityBook(snapshot.entities, names=snapshot.names),
        NodeBook(snapshot.nodes, names=snapshot.names),
    )
    # Names of entities beside numbers: scores, or something of which it is to be said that they are none.
    return any(
        understand_sheet(sheet, SCORES, entities, nodes, workbook.file_name) or names_entities(sheet, entities)
        for sheet in sheets
    )


def _prints_criteria(sheets: list[Grid], snapshot: Snapshot | None) -> bool:
    if snapshot is None:
        return False
    entities, nodes = EntityBook(snapshot.entities), NodeBook(snapshot.nodes)
    return any(prints_criteria(sheet, entities, nodes) for sheet in sheets)


def _looks_wide(grid: Grid) -> bool:
    for header in top_rows(grid, SCORES):
        candidates = criteria_candidates(header, SCORES) or {}
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
