"""Which columns of a table name its rows: by what their cells say, whatever their headers are."""

from collections.abc import Callable, Sequence

import numpy as np

from cchc_metrics.importing.cells import Flags
from cchc_metrics.importing.normalise import compact
from cchc_metrics.importing.periods import read_period
from cchc_metrics.importing.understanding.bodies import MOST_LABELS, code_column, flags_of
from cchc_metrics.importing.understanding.scene import ENTITY, ENTITY_CODE, INDEX, KIND, NODE, NODE_CODE, PERIOD, Scene
from cchc_metrics.importing.understanding.words import is_ordinal
from cchc_metrics.model import Period
from cchc_metrics.schema import SCORE_KINDS

_MOSTLY = 0.9
_HEAD_ROWS = 6
# A year on each base: a code and a name must agree on one of them.
BASES = (Period(2020), Period(2026))


def row_labels(scene: Scene, names: int, known: Flags, columns: range) -> dict[str, int]:
    """The columns that say something once per row, known by what their cells say."""
    view, nodes = scene.view, scene.nodes
    others = [column for column in columns if column != names]
    words = view.words(names).words
    by_id = 2 * sum(scene.entities.get(word) is not None for word in words) > len(words)
    labels = {ENTITY_CODE if by_id else ENTITY: names}
    code = code_column(view, names, known, others, lambda code, name: _agree(scene, code, name))
    if code is not None and not by_id:
        labels[ENTITY_CODE] = code
    tests = {
        PERIOD: lambda text: isinstance(read_period(text), Period),
        INDEX: lambda text: nodes.find_index(text)[0] is not None,
        KIND: lambda text: compact(text) in {compact(wording) for wording in SCORE_KINDS},
    }
    for header, test in tests.items():
        for column in others:
            if column not in labels.values() and header not in labels and _mostly(scene, column, known, test):
                labels[header] = column
    for header, column in _criterion_labels(scene, known, [one for one in others if one not in labels.values()]):
        labels.setdefault(header, column)
    return labels


def _agree(scene: Scene, code: str, name: str) -> bool:
    found = (scene.entities.find(code, name, period) for period in BASES)
    return any(entity is not None and fault is None for entity, fault in found)


def _mostly(scene: Scene, column: int, rows: Flags, test: Callable[[str], bool]) -> bool:
    filled = int((scene.view.filled[column] & rows).sum())
    if 2 * filled <= int(rows.sum()):
        return False
    return bool((flags_of(scene.view, column, test) & rows).sum() >= _MOSTLY * filled)


def _numbers_rows(scene: Scene, known: Flags, column: int) -> bool:
    """Whether a column is headed «TT» and holds whole numbers mostly: it counts the rows, whatever else it holds."""
    view, first = scene.view, int(np.flatnonzero(known)[0])
    above = (view.text(row, column) for row in range(max(0, first - _HEAD_ROWS), first))
    if not any(is_ordinal(text) for text in above):
        return False
    filled = np.flatnonzero(known & view.filled[column])
    return 2 * sum(view.text(int(row), column).isdecimal() for row in filled) > len(filled)


def _criterion_labels(scene: Scene, known: Flags, columns: Sequence[int]) -> list[tuple[str, int]]:
    """Columns whose cells name criteria: by name, or by code."""
    found: list[tuple[str, int]] = []
    frameworks = [scene.nodes.any_year(index_code) for index_code in scene.nodes.indexes]
    for column in columns:
        words = scene.view.words(column)
        codes = np.unique(words.codes[known])
        said = [text for code in codes if code >= 0 and any(map(str.isalpha, text := words.words[code]))]
        if len(said) > MOST_LABELS or _numbers_rows(scene, known, column):
            continue
        resolved = [text for text in said if any(one.named(text) for one in frameworks)]
        if not resolved or 2 * len(resolved) < len(said):
            continue
        coded = [text for text in resolved if any(one.coded(text) is not None for one in frameworks)]
        found.append((NODE_CODE if 2 * len(coded) > len(resolved) else NODE, column))
    return found
