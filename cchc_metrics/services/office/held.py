"""What there are scores of, as combinations: an office of forty million scores has a few thousand of them.

They are read once from all scores; after a later entry only from what it added, unless facts went.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from weakref import WeakKeyDictionary

import pandas as pd

from cchc_metrics.schema import SCORES
from cchc_metrics.services.office.clock import NOW, Clock, distinct_at
from cchc_metrics.services.office.office import Office

_KINDS = ("index_code", "score_kind")
_NODES = ("index_code", "node_code", "period_id")
_ENTITIES = ("index_code", "period_id", "entity_id")


@dataclass(frozen=True, slots=True)
class Held:
    """kinds: index_code, score_kind of all scores · nodes: index_code, node_code, period_id and entities: index_code,
    period_id, entity_id of those of provinces. Shared, not to be changed.
    """

    kinds: pd.DataFrame
    nodes: pd.DataFrame
    entities: pd.DataFrame

    def counted(self, eras: Mapping[str, str]) -> Counter[tuple[str, str, str]]:
        """(index, period, era) -> how many provinces of that era have any score there."""
        told = zip(self.entities["index_code"], self.entities["period_id"], self.entities["entity_id"], strict=True)
        return Counter((index, period, eras[entity]) for index, period, entity in told)


@dataclass(frozen=True, slots=True)
class _Seen:
    """What was held after an entry, of these provinces. whole: how often the store had been made whole."""

    version: int
    whole: int
    provinces: tuple[str, ...]
    held: Held


_LAST: "WeakKeyDictionary[Office, _Seen]" = WeakKeyDictionary()


def held_at(office: Office, clock: Clock, provinces: Sequence[str]) -> Held:
    """The combinations at a moment; ``provinces``: entity ids."""
    own = tuple(provinces)
    return office.kept.answers.answer(
        (held_at, clock, own), lambda: _now(office, own) if clock == NOW else _read(office, clock, own)
    )


def _now(office: Office, own: tuple[str, ...]) -> Held:
    store, last = office.store, _LAST.get(office)
    store.reads(SCORES)
    version, whole = store.come_to(), store.made_whole
    is_of_use = last is not None and (last.provinces, last.whole) == (own, whole) and last.version <= version
    if last is None or not is_of_use or _went(office, last.version, version):
        held = _read(office, NOW, own)
    elif _is_touched(office, last.version, version):
        held = _joined(last.held, _read(office, NOW, own, since=last.version))
    else:
        held = last.held
    _LAST[office] = _Seen(version, whole, own, held)
    return held


def _is_touched(office: Office, after: int, upto: int) -> bool:
    return any(office.store.entry(seq).kind == SCORES.name for seq in range(after + 1, upto + 1))


def _went(office: Office, after: int, upto: int) -> bool:
    """Whether an entry took facts out of force, or changed those of earlier ones."""
    entries = (office.store.entry(seq) for seq in range(after + 1, upto + 1))
    return any(one.redacts or (one.kind == SCORES.name and (one.counts.removed or one.undoes)) for one in entries)


def _read(office: Office, clock: Clock, provinces: Sequence[str], since: int = 0) -> Held:
    own = {"entity_id": provinces}
    return Held(
        distinct_at(office, clock, SCORES, _KINDS, {}, since=since),
        distinct_at(office, clock, SCORES, _NODES, own, since=since),
        distinct_at(office, clock, SCORES, _ENTITIES, own, since=since),
    )


def _joined(before: Held, added: Held) -> Held:
    pairs = ((before.kinds, added.kinds), (before.nodes, added.nodes), (before.entities, added.entities))
    return Held(*(pd.concat(pair, ignore_index=True).drop_duplicates(ignore_index=True) for pair in pairs))
