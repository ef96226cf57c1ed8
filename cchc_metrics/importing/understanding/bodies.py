"""Which columns name the rows of a table, and where its body begins and ends."""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from cchc_metrics.importing.cells import Flags, Ints
from cchc_metrics.importing.entities import EntityBook
from cchc_metrics.importing.normalise import compact, key
from cchc_metrics.importing.understanding.view import View
from cchc_metrics.importing.understanding.words import is_aggregate, is_ordinal

_AGREEING = 0.8
# There are not so many entities and criteria that a column of labels could hold more different texts.
MOST_LABELS = 2000
_PROBED = 200
_CODE_LIKE = re.compile(r"[A-Za-z]{0,4}[-.]?\d{1,3}(?:[-.]\d{1,3}){0,4}")
_ENTITY_HEAD = re.compile(r"(?:ten )?(?:tinh(?: thanh(?: pho)?)?|dia phuong|don vi)|provinces?(?: city)?")


@dataclass(frozen=True, slots=True)
class Body:
    """Rows (0-based) of a table from its first to its last, both included."""

    first: int
    last: int


def flags_of(view: View, column: int, known: Callable[[str], bool]) -> Flags:
    """Which cells of a column satisfy a test of their text; each distinct text is tested once.

    None of a column of thousands of different texts: those are notes, and no label says so many things.
    """
    words = view.words(column)
    if len(words.words) > MOST_LABELS:
        return np.zeros(view.height, dtype=np.bool_)
    return words.take(np.array([known(word) for word in words.words], dtype=np.bool_), False)


def is_name(entities: EntityBook) -> Callable[[str], bool]:
    """A test for the names and ids of entities; a bare number names none."""
    return lambda text: any(letter.isalpha() for letter in text) and len(text) <= 120 and entities.knows(text)


def entity_columns(view: View, entities: EntityBook) -> dict[int, Flags]:
    """Columns whose cells name entities, with the rows at which they do.

    Columns that repeat another one's entities, or only group them (the region beside the province), are left out.
    """
    known = is_name(entities)
    found: dict[int, Flags] = {}
    for column in range(view.width):
        flags = flags_of(view, column, known)
        count = int(flags.sum())
        if count and _is_label(view, column, flags, count):
            found[column] = flags
    return _independent(view, _whole(view, found))


def _whole(view: View, columns: dict[int, Flags]) -> dict[int, Flags]:
    """The column with the most names, and others that begin a table of their own: some names in a column do not.

    Beside the first one's rows such a column names little else, under the same header, one for entities, or none.
    """
    if not columns:
        return columns
    main = max(columns, key=lambda column: int(columns[column].sum()))
    return {
        column: flags
        for column, flags in columns.items()
        if column == main
        or not (flags & columns[main]).any()
        or _begins_table(view, column, flags, main, columns[main])
    }


def _begins_table(view: View, column: int, flags: Flags, main: int, others: Flags) -> bool:
    at = np.flatnonzero(flags)
    if len(at) < _AGREEING * view.filled[column][at[0] : at[-1] + 1].sum():
        return False
    head, first = _head_above(view, column, int(at[0])), _head_above(view, main, int(np.flatnonzero(others)[0]))
    if not head:
        return 2 * len(at) >= int(others.sum())
    return head == first or _ENTITY_HEAD.match(head) is not None


def _head_above(view: View, column: int, row: int) -> str:
    texts = (key(view.text(one, column)) for one in range(row - 1, max(-1, row - 7), -1))
    return next((text for text in texts if text), "")


def _is_label(view: View, column: int, flags: Flags, count: int) -> bool:
    at = np.flatnonzero(flags)
    among = view.filled[column][at[0] : at[-1] + 1].sum()
    over = (view.text(row, column) for row in range(max(0, int(at[0]) - 6), int(at[0])))
    if any(is_ordinal(text) for text in over) and int(view.numeric(column).sum()) > count:
        # A stray name under «TT» does not make it the column of names.
        return False
    if count >= 2:
        return bool(2 * count >= among)
    above = [key(view.text(row, column)) for row in range(max(0, int(at[0]) - 6), int(at[0]))]
    return any(_ENTITY_HEAD.fullmatch(text) for text in above)


def _independent(view: View, columns: dict[int, Flags]) -> dict[int, Flags]:
    kept: dict[int, Flags] = {}
    for column, flags in columns.items():
        rival = next((other for other in kept if _same_rows(view, other, column, kept[other] & flags)), None)
        if rival is None:
            kept[column] = flags
        elif _variety(view, column, flags) > 2 * _variety(view, rival, kept[rival]):
            del kept[rival]
            kept[column] = flags
    return dict(sorted(kept.items()))


def _same_rows(view: View, one: int, two: int, both: Flags) -> bool:
    """Whether two columns speak of the same rows: they name the same entities, or one groups the other's."""
    if not both.any():
        return False
    left, right = (_texts(view, column, both) for column in (one, two))
    same = np.mean([compact(a) == compact(b) for a, b in zip(left, right, strict=True)])
    if same >= _AGREEING:
        return not _has_own_header(view, two, both) or not _values_between(view, one, two, both)
    fewer, more = sorted((left, right), key=lambda words: len(set(words)))
    return 2 * len(set(fewer)) < len(set(more)) == len(set(zip(more, fewer, strict=True)))


def _has_own_header(view: View, column: int, rows: Flags) -> bool:
    start = int(np.flatnonzero(rows)[0])
    return bool(view.filled[column][max(0, start - 2) : start].any())


def _values_between(view: View, one: int, two: int, rows: Flags) -> bool:
    """Whether two columns of the same names are apart: the second begins a table beside the first."""
    between = range(min(one, two) + 1, max(one, two))
    return any(2 * (view.numeric(column) & rows).sum() > rows.sum() for column in between)


def _texts(view: View, column: int, rows: Flags) -> list[str]:
    words = view.words(column)
    return [words.words[code] for code in words.codes[rows]]


def _variety(view: View, column: int, flags: Flags) -> int:
    return len(set(_texts(view, column, flags)))


def code_column(
    view: View, name_column: int, known: Flags, candidates: Sequence[int], agrees: Callable[[str, str], bool]
) -> int | None:
    """The column whose codes agree with the names beside them; ordinals and a publisher's own numbers do not."""
    rows = np.flatnonzero(known)
    for column in candidates:
        at = rows[view.filled[column][rows]]
        if 2 * len(at) < len(rows) or not len(at):
            continue
        pairs = {(view.text(int(row), column), view.text(int(row), name_column)) for row in at[:_PROBED]}
        if not all(_CODE_LIKE.fullmatch(code) for code, _ in pairs):
            continue
        if np.mean([agrees(code, name) for code, name in pairs]) >= _AGREEING:
            return column
    return None


def segments(view: View, known: Flags, keys: Sequence[tuple[int, ...]], columns: range) -> list[Body]:
    """Stacked tables: a new one begins where rows lie between and a header is among them or the same rows come again.

    keys: per known row, in order, what names it.
    """
    rows = np.flatnonzero(known)
    found: list[list[int]] = []
    seen: set[tuple[int, ...]] = set()
    for row, name in zip(rows.tolist(), keys, strict=True):
        apart = bool(found) and row - found[-1][-1] > 1
        if not found or (apart and (name in seen or _header_between(view, found[-1][-1], row, columns))):
            found.append([])
            seen = set()
        found[-1].append(row)
        seen.add(name)
    return [Body(part[0], part[-1]) for part in found]


def _header_between(view: View, before: int, after: int, columns: range) -> bool:
    for row in range(before + 1, after):
        found = view.places(row, columns.start, columns.stop - 1)
        spoken = [column for column in found if not view.plain_number(row, column)]
        if len(spoken) >= 2 and len(spoken) == len(found) and any(_numeric_at(view, before, one) for one in spoken):
            return True
    return False


def _numeric_at(view: View, row: int, column: int) -> bool:
    return bool(view.numeric(column)[row])


def extended(
    view: View, body: Body, label: int, values: Sequence[int], *, limit: int, heads: Mapping[int, Collection[str]]
) -> Body:
    """The body with the rows at its ends that are its own: with values under its columns, whatever their label.

    heads: the words over each column. Notes and blank rows between are passed over. Below it ends where a header comes
    – that of another table, or its own again –, above at the first row without values.
    """
    first, last = body.first, body.last
    for row in range(last + 1, limit):
        if _is_head(view, row, values, heads):
            break
        if any(view.plain_number(row, column) for column in values):
            last = row
    while first > 0 and _holds_values(view, first - 1, label, values):
        first -= 1
    return Body(first, last)


def _is_head(view: View, row: int, values: Sequence[int], heads: Mapping[int, Collection[str]]) -> bool:
    """Whether a row has words, and no number, over most columns of values: more than one, or the table's own again."""
    words = {column: view.text(row, column) for column in values if view.filled[column][row]}
    if not words or 2 * len(words) < len(values) or any(view.plain_number(row, column) for column in words):
        return False
    return len(words) > 1 or all(text in heads.get(column, ()) for column, text in words.items())


def _holds_values(view: View, row: int, label: int, values: Sequence[int]) -> bool:
    text = view.text(row, label)
    if not text or is_aggregate(text) or not any(letter.isalpha() for letter in text):
        return False
    return sum(view.plain_number(row, column) for column in values) * 2 > len(values)


def numeric_columns(
    view: View, columns: Sequence[int], body: Body, *, headed: Callable[[int], bool] | None = None
) -> list[int]:
    """The columns that hold numbers, or what is written in their place, in most of their filled cells.

    headed: whether the words over a column say that values stand below; then numbers beside which something else
    stands and marks count too, so that each is told where it stands.
    """
    found = []
    for column in columns:
        part = slice(body.first, body.last + 1)
        filled = int(view.filled[column][part].sum())
        numbers = np.flatnonzero(view.numeric(column)[part]) + body.first
        if filled and 2 * len(numbers) >= filled and _are_values(view, column, numbers):
            found.append(column)
        elif filled and headed is not None:
            spoken = len(numbers) + int(view.spoken_figures(column)[part].sum())
            if 2 * spoken >= filled and headed(column):
                found.append(column)
    return found


def _are_values(view: View, column: int, rows: Ints) -> bool:
    """Whether some of the numbers of a column are no years."""
    return any(view.plain_number(int(row), column) for row in rows)


def rows_below(view: View, body: Body) -> Ints:
    """The rows under a body that hold anything."""
    return np.flatnonzero(view.row_filled[body.last + 1 :]) + body.last + 1
