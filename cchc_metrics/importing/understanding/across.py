"""Tables of scores whose rows are criteria or years: entities across, or one entity with years or kinds across."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from cchc_metrics.importing.cells import Flags
from cchc_metrics.importing.normalise import clean, key
from cchc_metrics.importing.periods import read_period
from cchc_metrics.importing.understanding.bands import Band, Path, find_band, paths
from cchc_metrics.importing.understanding.bodies import (
    Body,
    code_column,
    extended,
    flags_of,
    is_name,
    numeric_columns,
    rows_below,
    segments,
)
from cchc_metrics.importing.understanding.columns import Meaning, each_with_period, read_column, settle
from cchc_metrics.importing.understanding.scene import ENTITY, INDEX, NODE, NODE_CODE, PERIOD, Scene
from cchc_metrics.importing.understanding.words import MOST, SCORE, Vocabulary, is_ordinal, period_in
from cchc_metrics.model import Period, TableMap

_FEWEST = 2
_MOSTLY = 0.9


@dataclass(frozen=True, slots=True)
class Rows:
    """What names the rows of a table: the header it fills, its column, and the rows at which it is understood."""

    header: str
    column: int
    known: Flags


def across_tables(scene: Scene) -> list[TableMap]:
    """Every table whose header names entities, from top to bottom; else those of one entity."""
    heads = _entity_rows(scene)
    tables, above = [], -1
    for head, columns in heads.items():
        if head > above:
            table, above = _entity_table(scene, head, columns, above, [row for row in heads if row > head])
            tables += [table] if table is not None else []
    return tables or _own_tables(scene) or _own_years(scene)


def _entity_rows(scene: Scene) -> dict[int, list[int]]:
    """Rows that name several entities -> the columns where they do."""
    view, known = scene.view, is_name(scene.entities)
    flags = [flags_of(view, column, known) for column in range(view.width)]
    counts = np.sum(flags, axis=0) if flags else np.zeros(0)
    found: dict[int, list[int]] = {}
    for row in np.flatnonzero(counts >= _FEWEST).tolist():
        columns = [column for column in range(view.width) if flags[column][row]]
        figures = any(view.plain_number(row, column) for column in range(view.width))
        if not figures and len({key(view.text(row, column)) for column in columns}) >= _FEWEST:
            found[row] = columns
    return found


def _entity_table(
    scene: Scene, head: int, columns: Sequence[int], above: int, later: Sequence[int]
) -> tuple[TableMap | None, int]:
    """The table under a row of entities, and its last row; none when its rows name no criterion and no year."""
    view = scene.view
    limit = next((row for row in later if _is_new_head(scene, row, columns)), view.height)
    valued = np.zeros(view.height, dtype=np.bool_)
    for column in columns:
        valued[head + 1 : limit] |= view.numeric(column)[head + 1 : limit]
    rows = np.flatnonzero(valued)
    rows = rows[[any(view.plain_number(int(row), column) for column in columns) for row in rows]] if len(rows) else rows
    if not len(rows):
        return None, above
    body = Body(int(rows[0]), int(rows[-1]))
    left = range(columns[0])
    labels = [one for one in (_criteria(scene, left, body), _years(scene, left, body)) if one is not None]
    band = find_band(view, body.first, above + 1, range(view.width), max(columns[0] - 1, 0))
    if band is None or not labels:
        return None, above
    return _assembled(scene, labels, body, band, above, entities=True), body.last


def _is_new_head(scene: Scene, row: int, columns: Sequence[int]) -> bool:
    """Whether a later row of entities heads the same columns: another table below."""
    return any(not scene.view.plain_number(row, column) and scene.view.filled[column][row] for column in columns)


def _own_tables(scene: Scene) -> list[TableMap]:
    """Tables of criteria down whose entity the surroundings name."""
    whole = Body(0, scene.view.height - 1)
    rows = _criteria(scene, range(scene.view.width), whole)
    if rows is None:
        return []
    words = scene.view.words(rows.column).codes[rows.known].tolist()
    if rows.header != NODE or len(set(words)) < _FEWEST:
        return []
    tables, above = [], -1
    columns = range(scene.view.width)
    parts = _headed(scene, segments(scene.view, rows.known, [(word,) for word in words], columns), rows.column)
    ends = [*(part.first for part, _ in parts[1:]), scene.view.height]
    for (part, band), end in zip(parts, ends[: len(parts)], strict=True):
        values = numeric_columns(scene.view, range(rows.column + 1, scene.view.width), part)
        over = paths(scene.view, band, columns, frozenset({rows.column}))
        heads = {column: {clean(cell.raw) for cell in cells} for column, cells in over.items()}
        body = extended(scene.view, part, rows.column, values, limit=end, heads=heads)
        years = _years(scene, (column for column in columns if column != rows.column), part)
        labels = [rows, *([years] if years is not None else [])]
        table = _assembled(scene, labels, body, band, above, entities=False)
        above = body.last
        tables += [table] if table is not None else []
    return tables


def _headed(scene: Scene, bodies: Sequence[Body], label: int) -> list[tuple[Body, Band]]:
    """The bodies with their headers; one without goes on with the table above."""
    found: list[tuple[Body, Band]] = []
    for body in bodies:
        above = found[-1][0].last if found else -1
        band = find_band(scene.view, body.first, above + 1, range(scene.view.width), label)
        if band is not None:
            found.append((body, band))
        elif found:
            found[-1] = (Body(found[-1][0].first, body.last), found[-1][1])
    return found


def _own_years(scene: Scene) -> list[TableMap]:
    """The table of one entity that the surroundings name, with years down and criteria across."""
    view = scene.view
    rows = _years(scene, range(view.width), Body(0, view.height - 1), only=False)
    if rows is None or int(rows.known.sum()) < _FEWEST:
        return []
    at = np.flatnonzero(rows.known)
    body = Body(int(at[0]), int(at[-1]))
    band = find_band(view, body.first, 0, range(view.width), rows.column)
    table = _assembled(scene, [rows], body, band, -1, entities=False) if band is not None else None
    named = table is not None and {NODE, NODE_CODE} & {header for one in table.across for header in one.says}
    return [table] if table is not None and named else []


def _criteria(scene: Scene, columns: Iterable[int], body: Body) -> Rows | None:
    """The column whose cells name the most criteria of one index: by their names, else by their codes."""
    inside = np.zeros(scene.view.height, dtype=np.bool_)
    inside[body.first : body.last + 1] = True
    columns = tuple(columns)
    for header, how in ((NODE, "name"), (NODE_CODE, "code")):
        found = [
            Rows(header, column, flags_of(scene.view, column, _by(scene.vocabulary(index_code), how)) & inside)
            for index_code in scene.nodes.indexes
            for column in columns
            if not _numbers_rows(scene, column, body)
        ]
        best = max(found, key=lambda rows: int(rows.known.sum()), default=None)
        if best is not None and best.known.any():
            return best
    return None


def _numbers_rows(scene: Scene, column: int, body: Body) -> bool:
    """Whether most of a column are numbers: it counts the rows, whatever stands in one of them."""
    part = slice(body.first, body.last + 1)
    return bool(2 * scene.view.numeric(column)[part].sum() > scene.view.filled[column][part].sum())


def _by(vocabulary: Vocabulary, how: str) -> Callable[[str], bool]:
    """A test for texts that name a criterion in one way; a bare number names none."""
    return lambda text: any(letter.isalpha() for letter in text) and vocabulary.read(text).how == how


def _years(scene: Scene, columns: Iterable[int], body: Body, *, only: bool = True) -> Rows | None:
    """The column whose cells are periods. only: nothing else may stand between the first and the last row."""
    for column in columns:
        known = flags_of(scene.view, column, lambda text: isinstance(read_period(text), Period))
        at = np.flatnonzero(known)
        if not only and not len(at):
            continue
        part = slice(body.first, body.last + 1) if only else slice(int(at[0]), int(at[-1]) + 1)
        filled = scene.view.filled[column][part].sum()
        if filled and known[part].sum() >= _MOSTLY * filled:
            return Rows(PERIOD, column, known)
    return None


def _assembled(
    scene: Scene, labels: Sequence[Rows], body: Body, band: Band, above: int, *, entities: bool
) -> TableMap | None:
    """The table with its columns of values read; None when no index explains it or no column is a score."""
    view = scene.view
    title = scene.title(above, band.first)
    index, index_from = scene.told_index(title)
    if not index:
        index = index_from = _index_of_rows(scene, labels)
    over = paths(view, band, range(view.width), frozenset(rows.column for rows in labels))
    keys = {rows.header: rows.column for rows in labels}
    keys |= _codes(scene, labels, over, index) if index else {}
    numeric = [column for column in numeric_columns(view, range(view.width), body) if column not in keys.values()]
    period, period_from = scene.told_period(title)
    said = {found for column in numeric for cell in over[column] if (found := period_in(cell.raw))}
    read = [one for column in numeric if (one := _read(scene, column, over[column], index, entities)) is not None]
    read = read if PERIOD in keys or said - {period} else [one.less(PERIOD) for one in read]
    most = next((one for one in read if one.takes == MOST and not one.says), None)
    values = [
        one for one in each_with_period(settle(read), period) if one is not most and (ENTITY in one.says) == entities
    ]
    if not index or not any(one.takes == SCORE for one in values):
        return None
    if entities and 2 * len(values) < len(numeric):
        # Names over a few of many columns of numbers head no table.
        return None
    constants = {INDEX: index_from}
    if period_from and PERIOD not in keys and not all(PERIOD in one.says for one in values):
        constants[PERIOD] = period_from
    if not {NODE, NODE_CODE} & keys.keys() and 2 * len(read) >= len(numeric):
        constants |= scene.told_criterion(scene.vocabulary(index, period), title)
    if not entities and (source := scene.told_entity(title)):
        constants[ENTITY] = source
    columns = {header: column + 1 for header, column in keys.items()}
    return TableMap(
        sheet=view.grid.name,
        header=(band.first + 1, band.last + 1),
        columns=columns | ({MOST: most.column + 1} if most is not None else {}),
        across=tuple(one.across() for one in values),
        constants=constants,
        last_row=body.last + 1 if len(rows_below(view, body)) else None,
    )


def _read(scene: Scene, column: int, path: Path, index: str, entities: bool) -> Meaning | None:
    """A column of an entity; beside those, or in a table of one entity, a column that names none."""
    named = read_column(scene, column, path, index, "", entities=True) if entities else None
    return named or read_column(scene, column, path, index, "")


def _index_of_rows(scene: Scene, labels: Sequence[Rows]) -> str:
    """The one index of which the rows name most criteria, at least two."""
    points: dict[str, int] = {}
    for rows in labels:
        if rows.header in (NODE, NODE_CODE):
            texts = {scene.view.text(int(row), rows.column) for row in np.flatnonzero(rows.known)}
            for index_code in scene.nodes.indexes:
                vocabulary = scene.vocabulary(index_code)
                points[index_code] = sum(vocabulary.read(text).how in ("name", "code") for text in texts)
    most = [code for code, count in points.items() if count == max(points.values()) and count >= _FEWEST]
    return most[0] if len(most) == 1 else ""


def _codes(scene: Scene, labels: Sequence[Rows], over: Mapping[int, Path], index: str) -> dict[str, int]:
    """A column of codes beside the names of criteria, when they agree; numbers of rows are none."""
    names = next((rows for rows in labels if rows.header == NODE), None)
    if names is None:
        return {}
    framework = scene.vocabulary(index).framework
    beside = [
        column
        for column in range(scene.view.width)
        if column != names.column and not any(is_ordinal(cell.raw) for cell in over[column])
    ]
    found = code_column(
        scene.view,
        names.column,
        names.known,
        beside,
        lambda code, name: framework.coded(code) in [*framework.named(name)],
    )
    return {NODE_CODE: found} if found is not None else {}
