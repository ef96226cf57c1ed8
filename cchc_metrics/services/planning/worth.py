"""What is worth doing: the part in which the best of the own group is ahead, within what others reach, and counts."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from cchc_metrics.metrics.planning import rank_at
from cchc_metrics.model import SCALE
from cchc_metrics.services.indices.lost import LostFilters, units_of
from cchc_metrics.services.indices.noise import apart
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.planning.field import LEAST_RISES, Place, PlanField, plan_field


@dataclass(frozen=True, slots=True)
class Worth:
    """One part. rise: the gap to the best of the own group, to the country's best for that one itself · like: who that
    is · rank: of the whole after it, all others unchanged · times: how many of ``of`` yearly changes of all provinces
    were at least so large · unit: in charge, may be empty."""

    code: str
    name: str
    rise: float
    like: str
    rank: int
    times: int
    of: int
    unit: str

    def promise(self, rank: int) -> float:
        """Places gained, times how often such a rise was seen."""
        return (rank - self.rank) * self.times / self.of


@dataclass(frozen=True, slots=True)
class Worths:
    """The parts, the one that does most first. rank: of the whole as it is, among ``of``."""

    parts: tuple[Worth, ...]
    rank: int
    of: int
    sources: tuple[str, ...]


def worth_doing(desk: Desk, place: Place) -> Worths | None:
    """None where no plan can be made here, ranks are not known, or no part has a past to judge a year by and somebody
    clearly ahead: a distance that noise alone may well make is none to be worked at."""
    field = plan_field(desk, place)
    if field.problem or not field.ranked or field.value is None:
        return None
    units = units_of(desk, LostFilters(place.index, place.period, place.entity, place.parent))
    entity = desk.catalogue.entity(place.entity)
    peers = desk.catalogue.members(entity.peers, entity.era) if entity.peers else frozenset()
    made = [_part(desk, field, str(code), peers, units) for code in field.parts["node_code"]]
    parts = [part for part in made if part is not None]
    if not parts:
        return None
    rank = rank_at(field.rivals, field.exact)
    ordered = sorted(parts, key=lambda part: (-part.promise(rank), part.rise, part.code))
    return Worths(tuple(ordered), rank, len(field.rivals) + 1, field.sources)


def _part(desk: Desk, field: PlanField, code: str, peers: frozenset[str], units: Mapping[str, str]) -> Worth | None:
    """None where the part has no value, no past to judge a rise by, or nobody before it."""
    held = field.held[code].dropna() if code in field.held else pd.Series(dtype="float64")
    own = field.place.entity
    if own not in held.index or len(field.rises[code]) < LEAST_RISES:
        return None
    group = held[held.index.isin(peers)]
    ahead = group if len(group) and group.max() > held[own] else held
    gain = round((ahead.max() - held[own]) * SCALE)
    place, first = field.place, str(ahead.idxmax())
    least = apart(desk, place.index, code, place.period, own, other=first) if gain > 0 else None
    if gain <= 0 or (least is not None and least.hides(gain / SCALE)):
        return None
    times, of = field.how_often(code, gain)
    named = field.parts.loc[field.parts["node_code"] == code, "name"]
    like = desk.catalogue.name_of(first)
    rank = rank_at(field.rivals, field.exact + gain)
    return Worth(code, str(named.iloc[0]), gain / SCALE, like, rank, times, of, units.get(code, ""))
