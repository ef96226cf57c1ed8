"""Facts of one index that every question asks for – the scores of what is compared, its targets, its readings – kept in
memory, so that a page asks no database about a criterion.

The communes of a large office stay in the store: it is they who make it large. What is kept is read once, after a later
entry only what that added, and holds for the present alone: who looks at a past day asks the store.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from threading import RLock
from typing import Protocol
from weakref import WeakKeyDictionary

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa

from cchc_metrics import storage
from cchc_metrics.schema import SCORES, SIGHTINGS, TARGETS, Kind
from cchc_metrics.services.office.clock import NOW, Clock, facts_at
from cchc_metrics.services.office.gone import INDEX, PERIOD, Gone, gone, touched
from cchc_metrics.services.office.office import Office
from cchc_metrics.storage import as_frame

# By what the facts of one index are in order first.
_LEADING, _ENTITY = "node_code", "entity_id"
_KINDS = frozenset({SCORES.name, TARGETS.name, SIGHTINGS.name})
# Scores of one index that are worth keeping, some sixty bytes each.
_MOST = 2_000_000

Where = Mapping[str, Sequence[object]]
_Places = npt.NDArray[np.int64]


class Names(Protocol):
    """What a catalogue says of an office."""

    def compared(self) -> Collection[str]:
        """Ids of what provinces are held against; no unit below them."""

    def most_scores(self, index_code: str) -> int:
        """No more scores of these than this does an index hold."""


@dataclass(frozen=True, slots=True)
class _Kept:
    """The facts of one kind and index after an entry, in the kind's order, texts as dictionaries.

    whole: how often the store had been made whole · entities: whose they are, None: everybody's · codes: text column ->
    the code of each row, and code by text.
    """

    version: int
    whole: int
    entities: frozenset[str] | None
    table: pa.Table
    codes: dict[str, tuple[npt.NDArray[np.int32], Mapping[object, int]]] = field(default_factory=dict)

    def places(self, where: Where) -> _Places | None:
        """The rows that match, in order; None where a column is none of text."""
        rest = {column: allowed for column, allowed in where.items() if column != _LEADING}
        found = self._led(where[_LEADING]) if _LEADING in where else np.arange(self.table.num_rows)
        for column, allowed in rest.items():
            if column not in self.table.column_names or not pa.types.is_dictionary(self.table.column(column).type):
                return None
            own, code_of = self._coded(column)
            among = np.zeros(len(code_of) + 1, dtype=np.bool_)
            among[[code_of[one] for one in allowed if one in code_of]] = True
            among[-1] = any(one is None for one in allowed)
            found = found[among[own[found]]]
        return found

    def _led(self, allowed: Sequence[object]) -> _Places:
        """The rows of these criteria: of one index they lie one after the other, in the order of their codes."""
        own, code_of = self._coded(_LEADING)
        codes = sorted(code_of[one] for one in set(allowed) if one in code_of)
        ends = [np.searchsorted(own, [code, code + 1]) for code in codes]
        return np.concatenate([np.arange(first, last) for first, last in ends] or [np.arange(0)])

    def _coded(self, column: str) -> tuple[npt.NDArray[np.int32], Mapping[object, int]]:
        """The code of each row, the last one for a missing text; and the code of each text."""
        if column not in self.codes:
            coded = self.table.column(column).chunk(0)
            words = coded.dictionary.to_pylist()
            own = coded.indices.fill_null(len(words)).to_numpy(zero_copy_only=False)
            self.codes[column] = own, {word: at for at, word in enumerate(words)}
        return self.codes[column]


@dataclass(slots=True)
class _Shelf:
    """What an office keeps, by kind and index; and the lock by which it is read once."""

    kept: dict[tuple[str, str], _Kept] = field(default_factory=dict)
    lock: RLock = field(default_factory=RLock)


_SHELVES: "WeakKeyDictionary[Office, _Shelf]" = WeakKeyDictionary()
_MAKING = RLock()


def facts_seen(
    office: Office,
    clock: Clock,
    names: Names,
    kind: Kind,
    where: Where,
    *,
    provenance: bool = False,
    columns: Sequence[str] = (),
) -> pd.DataFrame:
    """``facts_at``: of what is kept where that holds the answer, else of the store."""
    found = kept_facts(office, kind, where, columns, names) if clock == NOW and not provenance else None
    return facts_at(office, clock, kind, where, provenance=provenance, columns=columns) if found is None else found


def kept_facts(office: Office, kind: Kind, where: Where, columns: Sequence[str], names: Names) -> pd.DataFrame | None:
    """The facts of ``Store.facts``, of what is kept; None where the question goes beyond that.

    A question about scores names its index and some of what is compared.
    """
    index = where.get(INDEX, ())
    if kind.name not in _KINDS or len(index) != 1 or not isinstance(index[0], str):
        return None
    entities: frozenset[str] | None = None
    if kind is SCORES:
        entities = frozenset(names.compared())
        asked = frozenset(str(one) for one in where.get(_ENTITY, ("",)))
        if not entities.issuperset(asked):
            return None
    shelf = _shelf_of(office)
    if kind is SCORES and (kind.name, index[0]) not in shelf.kept and names.most_scores(index[0]) > _MOST:
        return None
    kept = _at_present(office, shelf, kind, index[0], entities)
    places = kept.places(where)
    if places is None:
        return None
    chosen = kept.table.select(list(columns) or list(kept.table.column_names)).take(pa.array(places))
    return as_frame(pa.table({name: _plain(chosen.column(name)) for name in chosen.column_names}))


def _plain(column: pa.ChunkedArray) -> pa.ChunkedArray:
    return column.cast(pa.string()) if pa.types.is_dictionary(column.type) else column


def _shelf_of(office: Office) -> _Shelf:
    with _MAKING:
        return _SHELVES.setdefault(office, _Shelf())


def _at_present(office: Office, shelf: _Shelf, kind: Kind, index: str, entities: frozenset[str] | None) -> _Kept:
    """What is kept, brought up to the newest entry."""
    store, key = office.store, (kind.name, index)
    store.reads(kind)
    told, held = (store.come_to(), store.made_whole, entities), shelf.kept.get(key)
    if held is not None and (held.version, held.whole, held.entities) == told:
        return held
    with shelf.lock:
        held, version, whole = shelf.kept.get(key), store.come_to(), store.made_whole
        reader, went = _Reader(office, kind, index, entities), None
        if held is not None and (held.whole, held.entities) == (whole, entities) and held.version <= version:
            went = gone(office, kind, held.version, version)
        if held is None or went is None:
            found = _Kept(version, whole, entities, _in_order(kind, reader.read()))
        elif not touched(office, kind, held.version, version):
            found = _Kept(version, whole, entities, held.table, held.codes)
        else:
            found = _Kept(version, whole, entities, _brought_up(kind, held, went, reader))
        shelf.kept[key] = found
        return found


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the facts of a kind and index from the store, of these entities."""

    office: Office
    kind: Kind
    index: str
    entities: frozenset[str] | None

    def read(self, since: int = 0, **more: Sequence[object]) -> pa.Table:
        """Those that came after an entry, of these values."""
        where: dict[str, Sequence[object]] = {INDEX: [self.index], **more}
        if self.entities is not None:
            where[_ENTITY] = sorted(self.entities)
        return storage.came_after(self.office.store, self.kind, where, since)


def _brought_up(kind: Kind, held: _Kept, went: Gone, reader: _Reader) -> pa.Table:
    """What was kept, less what stood where facts went, with what stands there now and what came."""
    table, anew = held.table, reader.read(held.version)
    if went and reader.index in went.indices:
        left = held.places({PERIOD: sorted(went.periods)})
        stays = np.ones(table.num_rows, dtype=np.bool_)
        stays[left] = False
        table = table.filter(pa.array(stays))
        again = reader.read(period_id=sorted(went.periods))
        anew = _later(kind, again, anew)
    return _in_order(kind, _later(kind, table, anew))


def _later(kind: Kind, before: pa.Table, after: pa.Table) -> pa.Table:
    """Both; a fact that stands in both is the later one's."""
    before = pa.table({name: _plain(before.column(name)) for name in before.column_names})
    if not after.num_rows:
        return before
    rest = before.join(after.select(list(kind.grain_names)), keys=list(kind.grain_names), join_type="left anti")
    return pa.concat_tables([rest.select(after.column_names), after])


def _in_order(kind: Kind, table: pa.Table) -> pa.Table:
    """In the kind's order, one chunk a column, each different text once."""
    whole = table.sort_by([(name, "ascending") for name in storage.order_of(kind)])
    return pa.table({name: _coded(whole.column(name).combine_chunks()) for name in whole.column_names})


def _coded(column: pa.Array) -> pa.Array:
    return column.dictionary_encode() if pa.types.is_string(column.type) else column
