"""What is worth doing: the part whose rise, as large as a year can bring, does most for the rank of the whole."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from cchc_metrics.metrics.planning import rank_at
from cchc_metrics.model import SCALE
from cchc_metrics.services.indices.lost import LostFilters, units_of
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.planning.field import Place, PlanField, plan_field


@dataclass(frozen=True, slots=True)
class Worth:
    """One part. rise: what a year can bring, at most the gap to the best · rank: of the whole, all others unchanged ·
    times: how many of ``of`` yearly changes of all provinces were at least so large · unit: in charge, may be empty."""

    code: str
    name: str
    rise: float
    rank: int
    times: int
    of: int
    unit: str


@dataclass(frozen=True, slots=True)
class Worths:
    """The parts, the one that does most first. rank: of the whole as it is, among ``of``."""

    parts: tuple[Worth, ...]
    rank: int
    of: int
    sources: tuple[str, ...]


def worth_doing(desk: Desk, place: Place) -> Worths | None:
    """None where no plan can be made here, ranks are not known, or no part has a past to judge a year by."""
    field = plan_field(desk, place)
    if field.problem or not field.ranked or field.value is None:
        return None
    units = units_of(desk, LostFilters(place.index, place.period, place.entity, place.parent))
    parts = [found for row in field.parts.to_dict("records") if (found := _part(field, row, units)) is not None]
    if not parts:
        return None
    ordered = sorted(parts, key=lambda part: (part.rank, -part.rise, part.code))
    return Worths(tuple(ordered), rank_at(field.rivals, field.exact), len(field.rivals) + 1, field.sources)


def _part(field: PlanField, row: Mapping[Any, Any], units: Mapping[str, str]) -> Worth | None:
    value, best, attainable = (_number(row[name]) for name in ("value", "best", "attainable"))
    if value is None or best is None or attainable is None:
        return None
    gain = round(min(attainable, best - value) * SCALE)
    if gain <= 0:
        return None
    code = str(row["node_code"])
    times, of = field.how_often(code, gain)
    rank = rank_at(field.rivals, field.exact + gain)
    return Worth(code, str(row["name"]), gain / SCALE, rank, times, of, units.get(code, ""))


def _number(value: Any) -> float | None:
    return None if pd.isna(value) else float(value)
