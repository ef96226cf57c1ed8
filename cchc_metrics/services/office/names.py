"""Criteria and entities as screens name them, in the language of who asks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from cchc_metrics.labels import named, official, texts
from cchc_metrics.model.rows import number_of, text_of
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


def entity_of(row: Mapping[str, Any]) -> EntityInfo:
    """An entity as screens name it, from its row; blank where the row is."""

    def text(name: str) -> str:
        return text_of(row[name])

    return EntityInfo(
        id=row["entity_id"],
        own_name=row["display_name"],
        kind=row["entity_type"],
        era=text("era"),
        region=text("region"),
        peer_group=text("peer_group"),
        region_confirmed=not pd.isna(row["region_confirmed"]) and bool(row["region_confirmed"]),
        successor=text("successor_id"),
    )


def tree_below(below: Mapping[str, Sequence[Any]], parent: str = "", depth: int = 0) -> list[NodeInfo]:
    """The tree below a parent, depth first, siblings by code."""
    found: list[NodeInfo] = []
    for row in sorted(below.get(parent, ()), key=lambda r: _code_order(r.node_code)):
        limit = number_of(row.max_score)
        unit = row.unit if isinstance(row.unit, str) and row.unit else official().services.points
        found.append(NodeInfo(row.node_code, row.name, row.level or "", depth, parent, limit, unit))
        found.extend(tree_below(below, row.node_code, depth + 1))
    return found


def _code_order(code: str) -> tuple[tuple[int, int, str], ...]:
    """Codes as people count them: 2 before 10, D1 before D10, numbers before letters."""
    return tuple((0, int(part), "") if part.isdigit() else (1, 0, part) for part in code.split("."))
