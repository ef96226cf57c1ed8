"""What there is to choose from: indices, years, criteria, provinces, peer groups, score kinds; and their names."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from cchc_metrics.errors import UnknownNameError
from cchc_metrics.labels import Names, named, spoken, texts
from cchc_metrics.labels.format import sort_key
from cchc_metrics.metrics import trend
from cchc_metrics.metrics.eras import era_of
from cchc_metrics.model import EntityType, Period, ScoreKind, Snapshot
from cchc_metrics.model.rows import records, text_of
from cchc_metrics.schema import BREAKS, ENTITIES, FRAMEWORKS, INDICES, SCORE_KINDS, TOTAL, WINDOWS_KIND, Kind
from cchc_metrics.services.office.clock import NOW, Clock, facts_at, snapshot_at
from cchc_metrics.services.office.criteria import Criteria
from cchc_metrics.services.office.held import Held, held_at
from cchc_metrics.services.office.names import EntityInfo, NodeInfo, entity_of
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.office.steps import steps_at
from cchc_metrics.services.office.translations import names_in
from cchc_metrics.storage.noticing import noticing, stand_on
from cchc_metrics.storage.reads import NAMING

# The kinds that names and choices are made of.
_NAMED = frozenset(kind.name for kind in (*NAMING, INDICES))
# Types of entity that stand below a province: a large office has thousands of them.
_BELOW = frozenset({EntityType.COMMUNE, EntityType.DEPARTMENT})


class Catalogue:
    """Names and choices at one clock as they are when it is made; it is kept until one of its kinds changes.

    Whatever an answer reads of it, the answer stands on (``storage.noticing``). Holds no cursor.
    """

    def __init__(self, office: Office, clock: Clock = NOW) -> None:
        self._office, self._clock = office, clock
        self.home = office.settings.home_entity
        with noticing() as self._grounds:
            self._names: Snapshot = snapshot_at(office, clock)
            traits = facts_at(office, clock, INDICES)
        self._traits = {str(row["index_code"]): row for row in traits.to_dict("records")}
        self._criteria = Criteria(self._names.nodes)
        self._by_id = {info.id: info for info in map(entity_of, records(self._names.entities))}
        own = [e for e in self._by_id.values() if e.kind == EntityType.PROVINCE]
        self._eras = {one.id: one.era for one in own}
        self._sizes = Counter(one.era for one in own)
        self._ours = (self.home, *(e.id for e in self._by_id.values() if e.successor == self.home))
        # Provinces by era, and who belongs to a group of it, made when they are asked for first.
        self._ordered: dict[str | None, tuple[EntityInfo, ...]] = {}
        self._members: dict[tuple[str, str], frozenset[str]] = {}
        self._compared = tuple(e.id for e in self._by_id.values() if e.kind not in _BELOW)

    @staticmethod
    def of(office: Office, clock: Clock = NOW) -> "Catalogue":
        """The one of this clock, made anew when a name has changed."""
        return office.kept.names.answer(clock, lambda: Catalogue(office, clock))

    def _reads(self, *kinds: Kind) -> None:
        stand_on(self._grounds, _NAMED - {kind.name for kind in kinds})

    @property
    def snapshot(self) -> Snapshot:
        """Everything that names are resolved against; who needs one kind of it reads that alone, below."""
        stand_on(self._grounds)
        return self._names

    @property
    def entities(self) -> pd.DataFrame:
        """Facts of the kind «entities»."""
        self._reads(ENTITIES)
        return self._names.entities

    @property
    def frameworks(self) -> pd.DataFrame:
        """Facts of the kind «frameworks»."""
        self._reads(FRAMEWORKS)
        return self._names.nodes

    @property
    def windows(self) -> pd.DataFrame:
        """Facts of the kind «windows»."""
        self._reads(WINDOWS_KIND)
        return self._names.windows

    @property
    def _entities(self) -> Mapping[str, EntityInfo]:
        self._reads(ENTITIES)
        return self._by_id

    @property
    def _held(self) -> Held:
        self._reads(ENTITIES)
        return held_at(self._office, self._clock, tuple(self._eras))

    @property
    def _bases(self) -> Mapping[tuple[str, str, str], int]:
        """How many provinces of each base have scores: one that was entered without a base must not decide for all."""
        return self._office.kept.answers.answer(("bases", self._clock), lambda: self._held.counted(self._eras))

    def _stepped(self, index_code: str | None) -> pd.DataFrame:
        """Of all indices or one, by language too: the evidence of a suspicion is told in words."""

        def read() -> pd.DataFrame:
            self._reads(ENTITIES, FRAMEWORKS, BREAKS)
            return steps_at(self._office, self._clock, self, self._names, index_code)

        return self._office.kept.answers.answer((steps_at, self._clock, spoken(), index_code), read)

    def names_in(self, language: str) -> Names:
        """What names of the data are called in a language: Vietnamese -> theirs; names without one are left out."""

        def read() -> Names:
            self._reads(ENTITIES, FRAMEWORKS)
            return names_in(self._office, self._clock, self._names, language)

        return self._office.kept.names.answer((self._clock, language), read)

    def indices(self) -> tuple[str, ...]:
        """Index codes with a framework: those with a declared place first, the others by name."""
        self._reads(FRAMEWORKS)
        return tuple(sorted(self._criteria.indices, key=self.index_order))

    def index_order(self, index_code: str) -> tuple[float, tuple[object, ...]]:
        """Where an index stands among the others."""
        place = self._trait(index_code, "place")
        return (float("inf") if place is None or pd.isna(place) else float(place), sort_key(index_code))

    def color(self, index_code: str) -> str:
        """The declared colour of an index, #RRGGBB; empty where none is."""
        return text_of(self._trait(index_code, "color"))

    def asks_people(self, index_code: str) -> bool | None:
        """Whether people judge in this index (True) or authorities (False); None where nobody declared it."""
        told = self._trait(index_code, "judge")
        return told == "people" if isinstance(told, str) else None

    def _trait(self, index_code: str, name: str) -> Any:
        self._reads(INDICES)
        return self._traits.get(index_code, {}).get(name)

    def held_indices(self) -> frozenset[str]:
        """Indices that hold any score."""
        return frozenset(self._held.kinds["index_code"])

    def index_name(self, index_code: str) -> str:
        """The full name: that of the newest framework's root."""
        self._reads(FRAMEWORKS)
        own = self._criteria.roots.get(index_code)
        return index_code if own is None else named(own)

    def periods(self, index_code: str, node_code: str | None = None) -> tuple[str, ...]:
        """Periods that hold province scores, newest first."""
        asked = ("periods", self._clock, index_code)
        return self._office.kept.answers.answer(asked, lambda: self._held.periods(index_code)).get(node_code, ())

    def newest_by_node(self, index_code: str) -> Mapping[str, str]:
        """Criterion -> the newest period that holds province scores of it."""
        held = self._held.nodes
        held = held[held["index_code"] == index_code]
        return dict(sorted(held[["node_code", "period_id"]].to_numpy(), key=lambda pair: Period.parse(pair[1])))

    def most_scores(self, index_code: str) -> int:
        """No more scores of provinces than this does an index hold."""
        return self._held.most(index_code)

    def score_kinds(self, index_code: str) -> Mapping[str, str]:
        """Stored code -> Vietnamese name of the score kinds this index holds, in the template's order."""
        kinds = self._held.kinds
        told = zip(kinds["index_code"].tolist(), kinds["score_kind"].tolist(), strict=True)
        held = {kind for index, kind in told if index == index_code} or {ScoreKind.PUBLISHED}
        return {code: named(label) for label, code in SCORE_KINDS.items() if code in held}

    @property
    def breaks(self) -> pd.DataFrame:
        """Facts of the kind «breaks»: what was declared, and the steps that give reason to doubt («suspect»)."""
        return self._stepped(None)

    def nodes(self, index_code: str, period_id: str) -> tuple[NodeInfo, ...]:
        """The framework of that year as a tree in reading order; empty when none is known."""
        year = Period.parse(period_id).year
        self._reads(FRAMEWORKS)
        return self._criteria.tree(index_code, year)

    def written(self, index_code: str, period_id: str, node_code: str) -> Mapping[str, Any]:
        """What the framework of that year says of a criterion, by the columns of the kind; empty where it has none."""
        self._reads(FRAMEWORKS)
        return self._criteria.row(index_code, Period.parse(period_id).year, node_code)

    def newest_name(self, index_code: str, node_code: str) -> str | None:
        """The own name of a criterion in the newest framework that has it; None where none does."""
        self._reads(FRAMEWORKS)
        return self._criteria.newest.get((index_code, node_code))

    def steps(self, index_code: str, node_code: str, periods: Iterable[str]) -> pd.DataFrame:
        """``trend.breaks_between`` by these names: one row per two neighbouring periods."""
        told = tuple(periods)

        def ground() -> trend.Ground:
            return trend.Ground(self.frameworks, self._stepped(index_code), index_code)

        def between() -> pd.DataFrame:
            judged = (trend.Ground, self._clock, spoken(), index_code)
            return trend.breaks_on(self._office.kept.answers.answer(judged, ground), node_code, told)

        asked = (trend.breaks_between, self._clock, spoken(), index_code, node_code, told)
        return self._office.kept.answers.answer(asked, between).copy(deep=False)

    def node(self, index_code: str, period_id: str, node_code: str) -> NodeInfo:
        """One criterion of that year. Raises UnknownNameError."""
        found = next((info for info in self.nodes(index_code, period_id) if info.code == node_code), None)
        if found is not None:
            return found
        raise UnknownNameError(texts().services.unknown_node.format(node=node_code, index=index_code, period=period_id))

    def children(self, index_code: str, period_id: str, parent: str = TOTAL) -> tuple[NodeInfo, ...]:
        """The direct parts of a criterion in that year's framework."""
        return tuple(info for info in self.nodes(index_code, period_id) if info.parent == parent)

    def entity(self, entity_id: str) -> EntityInfo:
        """One entity by its id. Raises UnknownNameError."""
        if (found := self._entities.get(entity_id)) is not None:
            return found
        raise UnknownNameError(texts().services.unknown_entity.format(name=entity_id))

    def name_of(self, entity_id: str) -> str:
        """The name screens show, the id itself where none is known (its entry was taken back)."""
        found = self._entities.get(entity_id)
        return entity_id if found is None else found.name

    def entity_named(self, name: str) -> EntityInfo:
        """One entity by id or by the name screens show. Raises UnknownNameError."""
        for info in self._entities.values():
            if name in (info.id, info.own_name, info.name):
                return info
        raise UnknownNameError(texts().services.unknown_entity.format(name=name))

    def provinces(self, era: str | None = None) -> tuple[EntityInfo, ...]:
        """Provinces of an era (or all), home first, then in Vietnamese order."""
        self._reads(ENTITIES)
        if era not in self._ordered:
            chosen = (e for e in self._by_id.values() if e.kind == EntityType.PROVINCE and era in (None, e.era))
            self._ordered[era] = tuple(sorted(chosen, key=lambda e: (e.id not in self._ours, sort_key(e.own_name))))
        return self._ordered[era]

    def regions(self, era: str) -> tuple[EntityInfo, ...]:
        """Regions of an era, in the order of the list."""
        return tuple(e for e in self._entities.values() if e.kind == EntityType.REGION and e.era == era)

    def era_of(self, period_id: str, index_code: str) -> str:
        """The base on which that period's provinces stand: the one that the year belongs to, unless most provinces of
        the other one hold its scores; in a year that may come on either, the one of which more do."""
        bases = self._bases
        held = {era: bases[index_code, period_id, era] for era in ("63", "34")}
        by_date = era_of(Period.parse(period_id))
        if by_date and not any(2 * held[era] > self._sizes.get(era, 0) for era in held if era != by_date):
            return by_date
        return max(held, key=lambda era: (held[era], era == by_date))

    def predecessors(self, entity_id: str) -> tuple[EntityInfo, ...]:
        """What was merged into this entity; ours lists its own namesake first."""
        found = [e for e in self._entities.values() if e.successor == entity_id]
        own = self._entities[entity_id].own_name.split(" (")[0] if entity_id in self._entities else ""
        return tuple(sorted(found, key=lambda e: (not e.own_name.startswith(own), sort_key(e.own_name))))

    def ours(self) -> tuple[str, ...]:
        """Ids drawn in our colour: the home province and those merged into it."""
        self._reads(ENTITIES)
        return self._ours

    def ours_in(self, era: str) -> str:
        """The id that stands for us on an era's base: home itself, else its namesake before the merger."""
        if self.home in self._entities and self._entities[self.home].era == era:
            return self.home
        before = self.predecessors(self.home)
        return before[0].id if before else self.home

    def compared(self) -> tuple[str, ...]:
        """Ids of what provinces are held against: the country, regions, provinces; no unit below them."""
        self._reads(ENTITIES)
        return self._compared

    def members(self, group: str, era: str) -> frozenset[str]:
        """Province ids of a region or peer group on an era's base; "" is the whole country."""
        everyone, asked = self.provinces(era), (group, era)
        if asked not in self._members:
            self._members[asked] = frozenset(e.id for e in everyone if group in ("", e.region, e.peer_group))
        return self._members[asked]

    def groups(self, era: str) -> tuple[str, ...]:
        """Regions and peer groups of an era in Vietnamese order."""
        names = {n for e in self.provinces(era) for n in (e.region, e.peer_group) if n}
        return tuple(sorted(names, key=sort_key))

    def population(self, era: str) -> int:
        """How many provinces the era has."""
        return len(self.provinces(era))
