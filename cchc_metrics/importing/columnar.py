"""A Parquet file in the words of the templates: its columns under their headers, and in one cell what a person writes
in one and a program in two. Rows and columns keep their places.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import pandas as pd

from cchc_metrics.importing.cells import Flags
from cchc_metrics.importing.headers import needed
from cchc_metrics.labels import every
from cchc_metrics.labels.texts.explore import ExploreTexts
from cchc_metrics.model import CellKind, Grid, GridColumn, ValueState, Workbook
from cchc_metrics.schema import KINDS, SCORES, Kind, Role

COLUMNAR = "parquet"
# How a score without a number is written in a template.
_MARKS = {ValueState.VALUE: "", ValueState.EXEMPT: "N/A", ValueState.MISSING: "không công bố"}
_STATE, _OUT_OF = "state", "rank_out_of"
_MOST_RANKS = 1_000_000


@dataclass(frozen=True, slots=True)
class _Told:
    """What the columns are. headers: place -> template header · state, out_of: places of what belongs into the cell of
    the score and of the rank · states: word -> what a template has in its place, empty for a number."""

    headers: Mapping[int, str]
    state: int | None = None
    out_of: int | None = None
    states: Mapping[str, str] = field(default_factory=dict)


def in_template_words(workbook: Workbook, kind: Kind | None = None) -> Workbook:
    """The workbook, unless it is a Parquet file whose columns bear the names of the store (``entity_id``, ``value``) or
    of a table of scores that was downloaded: then these headers are the template's.

    Of scores, «N/A» or «không công bố» stands for a number that is not there, «41/63» for a rank and its count. A cell
    that was taken so is then empty; one that says otherwise stays, and is told as any column that nobody reads.
    kind: what the file is to be read as, None: the kind of which it names most.
    """
    if workbook.file_type != COLUMNAR or not workbook.sheets or not workbook.sheets[0].height:
        return workbook
    (grid,) = workbook.sheets
    names = [str(column.texts[0] or "") for column in grid.columns]
    told = _downloaded(names) if kind in (None, SCORES) else None
    told = told or _stored(names, [kind] if kind is not None else list(KINDS.values()))
    return workbook if told is None else replace(workbook, sheets=(_reworded(grid, told),))


def _downloaded(names: Sequence[str]) -> _Told | None:
    """The headers of a table of scores that was downloaded, in the language in which it was."""
    own = {role: column.header for column in reversed(SCORES.template) for role in (column.role,)}
    by_store = {column.store: column.header for column in SCORES.template}
    for at, said in enumerate(every(lambda words: words.explore)):
        # Names are those of the list in Vietnamese only; in every language the codes beside them say all.
        by_name = {said.entity: own[Role.ENTITY_NAME], said.node: own[Role.NODE_NAME]} if not at else {}
        heads = by_name | {
            said.index: own[Role.INDEX],
            said.period: own[Role.PERIOD],
            said.entity_code: own[Role.ENTITY_CODE],
            said.node_code: own[Role.NODE_CODE],
            said.score_kind: own[Role.CHOICE],
            said.value: own[Role.STATE_NUMBER],
            said.max_score: by_store["max_score"],
            said.published_rank: own[Role.RANK],
            said.source: by_store["source"],
            said.note: by_store["note"],
        }
        if {said.index, said.period, said.entity_code, said.node_code, said.value, said.state} <= set(names):
            headers = {place: heads[name] for place, name in enumerate(names) if name in heads}
            return _Told(headers, names.index(said.state), _place(names, said.rank_out_of), _states(said))
    return None


def _states(said: ExploreTexts) -> Mapping[str, str]:
    return {word: _MARKS[ValueState(code)] for code, word in said.states.items()}


def _stored(names: Sequence[str], kinds: Sequence[Kind]) -> _Told | None:
    """The names of the store, where they say all that a kind requires; of several kinds the one they say most of."""
    found = max((told for kind in kinds if (told := _of_kind(names, kind))), key=lambda one: len(one[1]), default=None)
    if found is None:
        return None
    kind, headers = found
    if kind is not SCORES:
        return _Told(headers)
    marks = {state.value: mark for state, mark in _MARKS.items()}
    return _Told(headers, _place(names, _STATE), _place(names, _OUT_OF), marks)


def _of_kind(names: Sequence[str], kind: Kind) -> tuple[Kind, Mapping[int, str]] | None:
    stores = {column.store: column.header for column in reversed(kind.template)}
    headers = {place: stores[name] for place, name in enumerate(names) if name in stores}
    told = set(headers.values())
    return (kind, headers) if all(told & set(group) for group in needed(kind)) else None


def _place(names: Sequence[str], name: str) -> int | None:
    return names.index(name) if name in names else None


def _reworded(grid: Grid, told: _Told) -> Grid:
    columns = list(grid.columns)
    places = {header: place for place, header in told.headers.items()}
    value, rank = (_of_role(places, role) for role in (Role.STATE_NUMBER, Role.RANK))
    if told.state is not None and value is not None:
        columns[value], columns[told.state] = _with_states(columns[value], columns[told.state], told.states)
    if told.out_of is not None and rank is not None:
        columns[rank], columns[told.out_of] = _with_counts(columns[rank], columns[told.out_of])
    for place, header in told.headers.items():
        columns[place] = _with(columns[place], np.arange(grid.height) == 0, header)
    return replace(grid, columns=tuple(columns))


def _of_role(places: Mapping[str, int], role: Role) -> int | None:
    return next(
        (places[column.header] for column in SCORES.template if column.role is role and column.header in places), None
    )


def _with_states(scores: GridColumn, states: GridColumn, words: Mapping[str, str]) -> tuple[GridColumn, GridColumn]:
    """The scores with a mark where a state says why there is no number, and the states that are said by that."""
    codes, originals = pd.factorize(states.texts)
    marks = [words.get(str(word).strip()) for word in originals]
    empty = scores.kinds == CellKind.EMPTY
    taken = np.zeros(len(empty), dtype=np.bool_)
    for mark in {mark for mark in marks if mark is not None}:
        says = np.append([one == mark for one in marks], False)[codes]
        says = says & empty if mark else says & ~empty
        scores = _with(scores, says, mark) if mark else scores
        taken |= says
    return scores, _emptied(states, taken)


def _with_counts(ranks: GridColumn, counts: GridColumn) -> tuple[GridColumn, GridColumn]:
    """The ranks with out of how many, and the counts that stand beside no rank."""
    both = (ranks.kinds == CellKind.NUMBER) & (counts.kinds == CellKind.NUMBER)
    numbers = [np.where(both, column.numbers, 0.0) for column in (ranks, counts)]
    for one in numbers:
        both &= (one == np.floor(one)) & (one >= 0) & (one < _MOST_RANKS)
    whole = np.where(both, numbers[0] * _MOST_RANKS + numbers[1], np.nan)
    codes, pairs = pd.factorize(whole)
    texts = np.array([f"{int(one) // _MOST_RANKS}/{int(one) % _MOST_RANKS}" for one in pairs] + [None], dtype=object)
    return _with(ranks, both, texts[codes][both]), _emptied(counts, both)


def _with(column: GridColumn, at: Flags, texts: object) -> GridColumn:
    """The column with texts in these cells."""
    kinds, numbers, spoken = column.kinds.copy(), column.numbers.copy(), column.texts.copy()
    kinds[at], numbers[at], spoken[at] = CellKind.TEXT, np.nan, texts
    return _kept(kinds, numbers, spoken)


def _emptied(column: GridColumn, at: Flags) -> GridColumn:
    """The column without these cells; without its header too when nothing is left below it."""
    kinds, numbers, spoken = column.kinds.copy(), column.numbers.copy(), column.texts.copy()
    gone = at.copy()
    gone[0] = not (kinds[1:][~at[1:]] != CellKind.EMPTY).any()
    kinds[gone], numbers[gone], spoken[gone] = CellKind.EMPTY, np.nan, None
    return _kept(kinds, numbers, spoken)


def _kept(kinds: np.ndarray, numbers: np.ndarray, texts: np.ndarray) -> GridColumn:
    for array in (kinds, numbers, texts):
        array.setflags(write=False)
    return GridColumn(kinds, numbers, texts)
