"""Lists of any other kind: one record per row under the kind's own headers, which may take up to three rows."""

import re
from collections.abc import Mapping, Sequence

from cchc_metrics.importing.normalise import compact
from cchc_metrics.importing.understanding.bands import counts_columns
from cchc_metrics.importing.understanding.scene import INDEX, Scene
from cchc_metrics.importing.understanding.view import View
from cchc_metrics.importing.understanding.words import pieces
from cchc_metrics.model import TableMap
from cchc_metrics.schema import STANDARD_ERRORS, Kind, Role

_SEARCHED_ROWS = 40
_MOST_ROWS = 3
_LEVEL = re.compile(r"(?<!\d)([5-9]\d)\s*%")


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
            constants |= _level(view, kind, columns, (first, last), scene.title(-1, first))
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
        if roles[group[0]] is Role.NODE_CODE and INDEX not in columns:
            index, _ = scene.told_index(title)
            named = scene.told_criterion(scene.vocabulary(index), title) if index else {}
            if not named:
                return None
            told |= named
            continue
        _, source = _told(scene, roles[group[0]], title)
        if not source:
            return None
        told[group[0]] = source
    return told


def _level(
    view: View, kind: Kind, columns: Mapping[str, int], rows: tuple[int, int], title: Sequence[str]
) -> dict[str, str]:
    """The level of intervals that the words over their ends say, or the title; nothing where they say several."""
    stores = {column.store: column.header for column in kind.template}
    if kind.name != STANDARD_ERRORS.name or stores["level"] in columns:
        return {}
    ends = [columns[stores[name]] - 1 for name in ("low", "high") if stores[name] in columns]
    over = [view.text(row, column) for column in ends for row in range(rows[0], rows[1] + 1)]
    for texts in (over, title):
        found = {level for text in texts for level in _LEVEL.findall(text)}
        if len(found) == 1:
            return {stores["level"]: found.pop()}
    return {}


def _told(scene: Scene, role: Role, title: Sequence[str]) -> tuple[str, str]:
    match role:
        case Role.INDEX:
            return scene.told_index(title)
        case Role.PERIOD:
            return scene.told_period(title)
    return "", ""
