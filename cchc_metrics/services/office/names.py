"""Criteria and entities as screens name them, in the language of who asks."""

from dataclasses import dataclass

from cchc_metrics.labels import named, texts
from cchc_metrics.schema import TOTAL


@dataclass(frozen=True, slots=True)
class NodeInfo:
    """One criterion of a framework, in the language of who asks. depth 0 is the index itself; unit: points or "%".

    own_name, own_level, own_unit: as the framework has them.
    """

    code: str
    own_name: str
    own_level: str
    depth: int
    parent: str
    max_score: float | None
    own_unit: str

    @property
    def name(self) -> str:
        return named(self.own_name)

    @property
    def level(self) -> str:
        return named(self.own_level)

    @property
    def unit(self) -> str:
        return named(self.own_unit)

    @property
    def label(self) -> str:
        """What a list shows: the total by its word, a part by code and name."""
        return texts().services.total if self.code == TOTAL else f"{self.code}. {self.name}"


@dataclass(frozen=True, slots=True)
class EntityInfo:
    """One entity as screens name it. own_name: as the list has it."""

    id: str
    own_name: str
    kind: str
    era: str
    region: str
    peer_group: str
    region_confirmed: bool
    successor: str

    @property
    def name(self) -> str:
        return named(self.own_name)

    @property
    def peers(self) -> str:
        """The group this entity is compared with in its neighbourhood: the peer group, else the region."""
        return self.peer_group or self.region
