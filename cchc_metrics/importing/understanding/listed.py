"""Lists of any other kind: one record per row under the kind's own headers, which may take up to three rows."""

from collections.abc import Mapping, Sequence

from cchc_metrics.importing.normalise import compact
from cchc_metrics.importing.understanding.bands import counts_columns
from cchc_metrics.importing.understanding.scene import Scene
from cchc_metrics.importing.understanding.view import View
from cchc_metrics.importing.understanding.words import pieces
from cchc_metrics.model import TableMap
from cchc_metrics.schema import Kind, Role

_SEARCHED_ROWS = 40
_MOST_ROWS = 3


def listed_tables(scene: Scene, kind: Kind) -> tuple[TableMap, ...]:
    """The list on a sheet: the first rows whose texts name every required column, or all but what the title says."""
    view = scene.view
    wordings = _wordings(kind)
    for first in range(min(_SEARCHED_ROWS, view.height)):
        for last in range(first, min(first + _MOST_ROWS, view.height)):
            columns = _columns(view, first, last, wordings)
            constants = _constants(scene, kind, columns, scene.title(-1, first)) if len(columns) > 1 else None
            if constants is None:
                continue
            below = last + 1
            numbered = below < view.height and counts_columns(view, below, view.places(below, 0, view.width - 1))
            rows = (first + 1, last + 1 + int(numbered))
            return (TableMap(view.grid.name, rows, columns, constants=constants),)
    return ()


def _wordings(kind: Kind) -> Mapping[str, str]:
    also = {compact(other): column.header for column in kind.template for other in column.other_headers}
    return also | {compact(column.header): column.header for column in kind.template}


def _columns(view: View, first: int, last: int, wordings: Mapping[str, str]) -> dict[str, int]:
    """Template header -> 1-based column, by any text above it; a header that two columns bear is no header."""
    places: dict[str, list[int]] = {}
    for column in range(view.width):
        cells = [view.raw(row, column) for row in range(first, last + 1)]
        texts = [" ".join(cells), *(piece for cell in reversed(cells) for piece in pieces(cell))]
        header = next((wordings[form] for text in texts if (form := compact(text)) in wordings), None)
        if header is not None:
            places.setdefault(header, []).append(column + 1)
    return {header: found[0] for header, found in places.items() if len(found) == 1}


def _constants(scene: Scene, kind: Kind, columns: Mapping[str, int], title: Sequence[str]) -> dict[str, str] | None:
    """What the surroundings say of the required columns that are not there; None when something stays open."""
    roles = {column.header: column.role for column in kind.template}
    groups = (*((column.header,) for column in kind.template if column.required), *kind.one_of)
    told: dict[str, str] = {}
    for group in groups:
        if any(header in columns for header in group):
            continue
        _, source = _told(scene, roles[group[0]], title)
        if not source:
            return None
        told[group[0]] = source
    return told


def _told(scene: Scene, role: Role, title: Sequence[str]) -> tuple[str, str]:
    match role:
        case Role.INDEX:
            return scene.told_index(title)
        case Role.PERIOD:
            return scene.told_period(title)
    return "", ""
