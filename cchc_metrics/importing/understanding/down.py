"""Tables of scores whose rows are entities: criteria, years or kinds of score across, or the long layout."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from cchc_metrics.importing.cells import Flags, Ints
from cchc_metrics.importing.normalise import LONGEST_LABEL, clean, compact, key
from cchc_metrics.importing.understanding.bands import Band, Path, find_band, paths
from cchc_metrics.importing.understanding.bodies import (
    Body,
    entity_columns,
    extended,
    numeric_columns,
    rows_below,
    segments,
)
from cchc_metrics.importing.understanding.columns import Meaning, each_with_period, read_column, settle
from cchc_metrics.importing.understanding.indexes import best_index, heads_columns, heads_values, likely_indexes
from cchc_metrics.importing.understanding.naming import row_labels
from cchc_metrics.importing.understanding.scene import INDEX, NODE, NODE_CODE, PERIOD, REMARK, Scene
from cchc_metrics.importing.understanding.view import View
from cchc_metrics.importing.understanding.words import SCORE, is_ordinal, period_in
from cchc_metrics.model import TableMap
from cchc_metrics.schema import SCORES, Role

_REMARKS = {
    compact(wording): column.header
    for column in SCORES.template
    if column.role is Role.TEXT
    for wording in (column.header, *column.other_headers)
}


@dataclass(frozen=True, slots=True)
class Block:
    """A column of entities with the columns of its table. labels: template header -> column."""

    names: int
    known: Flags
    columns: range
    labels: Mapping[str, int]

    @property
    def keys(self) -> list[int]:
        return list(self.labels.values())


@dataclass(frozen=True, slots=True)
class Part:
    """One of the tables of a block: its rows, its header, the texts above each column, and what names its rows."""

    body: Body
    band: Band
    over: Mapping[int, Path]
    names: set[tuple[int, ...]]


def down_tables(scene: Scene) -> list[TableMap]:
    """Every table whose rows name entities, from top to bottom and left to right."""
    columns = entity_columns(scene.view, scene.entities)
    found: list[tuple[tuple[int, int], TableMap]] = []
    for names, known in columns.items():
        block = _block(scene, names, known, columns)
        for table in _tables(scene, block):
            found.append(((table.header[0], block.columns.start), table))
    return [table for _, table in sorted(found, key=lambda one: one[0])]


def _block(scene: Scene, names: int, known: Flags, others: Mapping[int, Flags]) -> Block:
    """The columns of a table reach from the one before to the next whose rows lie beside its own."""
    beside = [other for other, flags in others.items() if other != names and (flags & known).any()]
    before = [other for other in beside if other < names]
    after = [other for other in beside if other > names]
    first = _left_edge(scene, names, known, min(before)) if before else 0
    last = _left_edge(scene, min(after), others[min(after)], min([names, *before])) if after else scene.view.width
    columns = range(first, last)
    return Block(names, known, columns, row_labels(scene, names, known, columns))


def _left_edge(scene: Scene, names: int, known: Flags, leftmost: int) -> int:
    """Where a table beside another begins: columns left of its names that bear the headers of the first one's."""
    start = int(np.flatnonzero(known)[0])
    edge = names
    for step in range(1, leftmost + 1):
        own, first = (_nearest_above(scene, start, column - step) for column in (names, leftmost))
        if not own or own != first:
            break
        edge = names - step
    return edge


def _nearest_above(scene: Scene, start: int, column: int) -> str:
    texts = (scene.view.text(row, column) for row in range(start - 1, max(-1, start - 7), -1))
    return next((text for text in texts if text), "")


def _tables(scene: Scene, block: Block) -> list[TableMap]:
    """The tables that stand one above another in one block."""
    tables, above = [], -1
    parts = _parts(scene, block)
    ends = [*(part.band.first for part in parts[1:]), scene.view.height]
    for part, limit in zip(parts, ends[: len(parts)], strict=True):
        table, last = _table(scene, block, part, above, limit)
        above = max(above, last)
        tables += [table] if table is not None else []
    return tables


def _parts(scene: Scene, block: Block) -> list[Part]:
    view = scene.view
    rows = np.flatnonzero(block.known).tolist()
    codes = [_word_numbers(scene, column)[rows].tolist() for column in block.keys]
    keys = list(zip(*codes, strict=True))
    named = dict(zip(rows, keys, strict=True))
    found: list[Part] = []
    above = -1
    for body in segments(view, block.known, keys, block.columns):
        band = find_band(view, body.first, above + 1, block.columns, block.names)
        names = {name for row, name in named.items() if body.first <= row <= body.last}
        part = None if band is None else _part(view, block, body, band, names)
        if part is not None and not (found and _goes_on(scene, block, found[-1], part)):
            found += [] if _repeats(found, part) else [part]
            above = body.last
        elif found and not names & found[-1].names:
            # Rows without a header of their own go on with the table above, unless they say its rows again.
            before = found[-1]
            found[-1] = replace(before, body=Body(before.body.first, body.last), names=before.names | names)
    return found


def _part(view: View, block: Block, body: Body, band: Band, names: set[tuple[int, ...]]) -> Part:
    return Part(body, band, paths(view, band, block.columns, frozenset(block.keys)), names)


def _goes_on(scene: Scene, block: Block, above: Part, part: Part) -> bool:
    """Whether what seems a header is a row of the table above: it heads fewer than half of the columns of values that
    go on below it, over other rows."""
    if part.names & above.names or part.band.first <= above.body.last:
        return False
    columns = [column for column in block.columns if column not in block.keys]
    both = [set(numeric_columns(scene.view, columns, body)) for body in (above.body, part.body)]
    go_on = both[0] & both[1]
    headed = [column for column in go_on if any(heads_columns(scene, cell.raw) for cell in part.over[column])]
    return 2 * len(headed) < len(go_on)


def _word_numbers(scene: Scene, column: int) -> Ints:
    """Per row a number that is the same where a column says the same."""
    words = scene.view.words(column)
    numbers = np.array(
        [*pd.factorize(np.array([key(word[:LONGEST_LABEL]) for word in words.words], dtype=object))[0], -1]
    )
    found: Ints = numbers[words.codes]
    return found


def _repeats(found: Sequence[Part], part: Part) -> bool:
    """Whether a row or two under the same header only look up what a table above already says."""
    if part.body.last - part.body.first > 1:
        return False
    return any(dict(other.over) == dict(part.over) and part.names <= other.names for other in found)


def _table(scene: Scene, block: Block, part: Part, above: int, limit: int) -> tuple[TableMap | None, int]:
    """One table as a map, None when it holds no score of any known index; and its last row, before ``limit``."""
    view = scene.view
    title = scene.title(above, part.band.first, block.columns)
    numeric = numeric_columns(
        view, _open_columns(block, part), part.body, headed=lambda column: heads_values(scene, part.over[column])
    )
    heads = {column: {clean(cell.raw) for cell in cells} for column, cells in part.over.items()}
    body = extended(view, part.body, block.names, numeric, limit=limit, heads=heads)
    body = _with_unnamed(view, block, body, numeric)
    understood = _understood(scene, block, {column: part.over[column] for column in numeric}, title)
    if understood is None:
        return None, body.last
    meanings, constants = understood
    columns = {header: column + 1 for header, column in block.labels.items()}
    columns |= _remarks(block, part, numeric)
    if REMARK in columns:
        # The notes of the rows say more than that of a column.
        meanings = [meaning.less(REMARK) for meaning in meanings]
    if {PERIOD, NODE, NODE_CODE} & block.labels.keys() and not any(meaning.says for meaning in meanings):
        columns |= {meaning.takes: meaning.column + 1 for meaning in meanings}
        meanings = []
    table = TableMap(
        sheet=view.grid.name,
        header=(part.band.first + 1, part.band.last + 1),
        columns=columns,
        across=tuple(meaning.across() for meaning in meanings),
        constants=constants,
        last_row=body.last + 1 if len(rows_below(view, body)) else None,
    )
    return table, body.last


def _with_unnamed(view: View, block: Block, body: Body, values: Sequence[int]) -> Body:
    """The body with the rows below it that go on with its last entity: its name is merged over them, or not said
    again."""
    last = body.last
    others = [column for column in block.keys if column != block.names]
    while (
        last + 1 < view.height
        and not view.filled[block.names][last + 1]
        and any(view.filled[column][last + 1] for column in others)
        and any(view.numeric(column)[last + 1] for column in values)
    ):
        last += 1
    return Body(body.first, last)


def _open_columns(block: Block, part: Part) -> list[int]:
    """The columns that may hold values: those that neither name nor number the rows."""
    others = (column for column in block.columns if column not in block.keys)
    return [column for column in others if not any(is_ordinal(cell.raw) for cell in part.over[column])]


def _remarks(block: Block, part: Part, numeric: Sequence[int]) -> dict[str, int]:
    """Columns of sources and notes, by their headers."""
    heads = {column: compact(cells[-1].raw) for column, cells in part.over.items() if cells}
    free = (column for column in block.columns if column not in block.keys and column not in numeric)
    return {_REMARKS[heads[column]]: column + 1 for column in free if heads.get(column) in _REMARKS}


def _understood(
    scene: Scene, block: Block, over: Mapping[int, Path], title: Sequence[str]
) -> tuple[list[Meaning], dict[str, str]] | None:
    """What the columns of values say under the index that explains them, and what holds for the whole table."""
    period, period_from = scene.told_period(title)
    said = {found for path in over.values() for cell in path if (found := period_in(cell.raw))}
    open_period = PERIOD in block.labels or bool(said - {period})
    year = "" if open_period else period
    index, index_from = _index(scene, block, over, title, year)
    # An index that nothing names but one criterion is asked for; the columns are read by the likeliest.
    index = index or next(iter(likely_indexes(scene, over, year)), "")
    read = [read_column(scene, column, path, index, year) for column, path in over.items()]
    meanings = settle([one if open_period else one.less(PERIOD) for one in read if one is not None])
    meanings = each_with_period(meanings, period)
    constants: dict[str, str] = {}
    if {NODE, NODE_CODE} & block.labels.keys():
        meanings = _long_values(over, meanings)
    elif any(one.node for one in meanings):
        # Beside columns that name a criterion, those that name none are not read.
        meanings = [one for one in meanings if one.node]
    elif index and 2 * len(meanings) >= len(over):
        # Among columns that nobody understands one that only says a year is no total.
        constants |= scene.told_criterion(scene.vocabulary(index, period), title)
    for header, source in ((INDEX, index_from), (PERIOD, period_from)):
        if source and header not in block.labels and not all(header in one.says for one in meanings):
            constants[header] = source
    return (meanings, constants) if any(one.takes == SCORE for one in meanings) else None


def _index(scene: Scene, block: Block, over: Mapping[int, Path], title: Sequence[str], year: str) -> tuple[str, str]:
    """The index of a table and what says it: a column, its surroundings, its headers, or most of its criteria."""
    told, source = scene.told_index(title)
    if INDEX in block.labels:
        return told or _first_index(scene, block), ""
    if told:
        return told, source
    named = scene.index_of(cell.raw for path in over.values() for cell in path)
    found = named or best_index(scene, over, year, _row_texts(scene, block))
    return found, found


def _long_values(over: Mapping[int, Path], meanings: list[Meaning]) -> list[Meaning]:
    """In the long layout a lone column of numbers is the score, whatever it is called."""
    plain = [meaning for meaning in meanings if not meaning.node]
    return plain if plain or len(over) != 1 else [Meaning(next(iter(over)))]


def _first_index(scene: Scene, block: Block) -> str:
    words = scene.view.words(block.labels[INDEX]).words
    return next((found for word in words if (found := scene.nodes.find_index(word)[0])), "")


def _row_texts(scene: Scene, block: Block) -> list[str]:
    """The criteria that rows name, for telling which index they are of."""
    labels = [block.labels[header] for header in (NODE, NODE_CODE) if header in block.labels]
    return [text for column in labels for text in scene.view.words(column).words[:200]]
