"""What there are scores of, as combinations: an office of forty million scores has a few thousand of them.

They are read once from all scores; after a later entry only from what it added, and where facts went.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from weakref import WeakKeyDictionary

import pandas as pd

from cchc_metrics.model import Period
from cchc_metrics.schema import SCORES
from cchc_metrics.services.office.clock import NOW, Clock, distinct_at
from cchc_metrics.services.office.gone import INDEX, PERIOD, Gone, gone, touched
from cchc_metrics.services.office.office import Office

_KINDS = ("index_code", "period_id", "score_kind")
_NODES = ("index_code", "node_code", "period_id")
_ENTITIES = ("index_code", "period_id", "entity_id")


@dataclass(frozen=True, slots=True)
class Held:
    """kinds: index_code, period_id, score_kind of all scores · nodes: index_code, node_code, period_id and
    entities: index_code, period_id, entity_id of those of provinces. Shared, not to be changed.
    """

    kinds: pd.DataFrame
    nodes: pd.DataFrame
    entities: pd.DataFrame

    def counted(self, eras: Mapping[str, str]) -> Counter[tuple[str, str, str]]:
        """(index, period, era) -> how many provinces of that era have any score there."""
        told = zip(self.entities["index_code"], self.entities["period_id"], self.entities["entity_id"], strict=True)
        return Counter((index, period, eras[entity]) for index, period, entity in told)

    def periods(self, index_code: str) -> Mapping[str | None, tuple[str, ...]]:
        """Criterion -> the periods that hold province scores of it, newest first; None: of any."""
        held = self.nodes[self.nodes["index_code"] == index_code]
        found: dict[str | None, set[str]] = {}
        for node, period in zip(held["node_code"], held["period_id"], strict=True):
            found.setdefault(node, set()).add(period)
        found |= {None: set().union(*found.values())}
        return {node: tuple(sorted(own, key=Period.parse, reverse=True)) for node, own in found.items()}

    def most(self, index_code: str) -> int:
        """No more scores of provinces than this does an index hold."""
        nodes, entities, kinds = (
            frame[frame["index_code"] == index_code]["period_id"].value_counts()
            for frame in (self.nodes, self.entities, self.kinds)
        )
        return int((nodes * entities * kinds).sum())


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
    held = _read(office, NOW, own) if last is None or not is_of_use else _brought_up(office, last, version)
    _LAST[office] = _Seen(version, whole, own, held)
    return held


def _brought_up(office: Office, last: _Seen, version: int) -> Held:
    """What was held, less what stood where facts went, with what stands there now and what came."""
    went, held = gone(office, SCORES, last.version, version), last.held
    if went is None:
        return _read(office, NOW, last.provinces)
    if not touched(office, SCORES, last.version, version):
        return held
    if went:
        left = (frame[~_within(frame, went)] for frame in (held.kinds, held.nodes, held.entities))
        held = _joined(Held(*left), _read(office, NOW, last.provinces, went.where))
    return _joined(held, _read(office, NOW, last.provinces, since=last.version))


def _within(frame: pd.DataFrame, went: Gone) -> pd.Series:
    return frame[INDEX].isin(went.indices) & frame[PERIOD].isin(went.periods)


def _read(
    office: Office,
    clock: Clock,
    provinces: Sequence[str],
    among: Mapping[str, Sequence[object]] = MappingProxyType({}),
    since: int = 0,
) -> Held:
    own = {**among, "entity_id": provinces}
    return Held(
        distinct_at(office, clock, SCORES, _KINDS, among, since=since),
        distinct_at(office, clock, SCORES, _NODES, own, since=since),
        distinct_at(office, clock, SCORES, _ENTITIES, own, since=since),
    )


def _joined(before: Held, added: Held) -> Held:
    pairs = ((before.kinds, added.kinds), (before.nodes, added.nodes), (before.entities, added.entities))
    return Held(*(pd.concat(pair, ignore_index=True).drop_duplicates(ignore_index=True) for pair in pairs))
