"""Whether a target is met: each sort of target by its own rule, and not at all where that cannot be known."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import pandas as pd

from cchc_metrics.access import Deed, require
from cchc_metrics.errors import UnknownNameError
from cchc_metrics.importing.normalise import key
from cchc_metrics.labels import every, texts
from cchc_metrics.labels.texts.charts import ChartsTexts
from cchc_metrics.model import SCALE, Period, PeriodClass, TargetKind
from cchc_metrics.model.rows import records
from cchc_metrics.schema import TARGETS, TOTAL
from cchc_metrics.services.indices.results import grouping
from cchc_metrics.services.indices.standing import Standing, comparability, standing
from cchc_metrics.services.office.desk import Desk, once
from cchc_metrics.services.office.question import Question, where


@once
def aims_of(desk: Desk, index_code: str) -> Mapping[str, Sequence[Mapping[str, Any]]]:
    """Entity -> the scores and ranks set for its total, for index years: rows of period_id, target_kind, value."""
    kinds = [TargetKind.VALUE, TargetKind.RANK]
    stored = desk.facts(TARGETS, where(index_code=index_code, node_code=TOTAL, target_kind=kinds))
    found: dict[str, list[Mapping[str, Any]]] = {}
    for row in records(stored[["entity_id", "period_id", "target_kind", "value"]]):
        if Period.parse(row["period_id"]).period_class is PeriodClass.INDEX_YEAR:
            found.setdefault(row["entity_id"], []).append(row)
    return found


class Why(StrEnum):
    """Why it is not known whether a target is met."""

    NO_RESULT = "no_result"
    NO_RANK = "no_rank"
    NO_BASE = "no_base"
    BROKEN = "broken"
    NO_GROUPS = "no_groups"


@dataclass(frozen=True, slots=True)
class TargetStatus:
    """met: None where it cannot be known, then ``why`` says so · reached: the score, rank, points or places gained that
    are held against it, None where there is none · group: the group reached, of a target of groups."""

    met: bool | None = None
    reached: float | None = None
    group: str = ""
    why: Why | None = None


def target_status(desk: Desk, target: Mapping[str, Any]) -> TargetStatus:
    """The status of one target: a row of the kind «targets», its grain and value columns.

    A score reaches it at the target itself, above it where the plan says «trên». A rank reaches it from that place up;
    a group from that group up. A change counts from its base year, and not across a break; places only between ranks
    among the same provinces. Published scores only.
    """
    require(desk.actor, Deed.READ)
    found = _standing(desk, target, str(target["period_id"]))
    row = None if found is None else found.row(str(target["entity_id"]))
    if found is None or row is None or pd.isna(row["value"]):
        return TargetStatus(why=Why.NO_RESULT)
    match target["target_kind"]:
        case TargetKind.RANK:
            return _of_rank(row, float(target["value"]))
        case TargetKind.GROUP:
            return _of_group(desk, target, row)
        case TargetKind.CHANGE | TargetKind.RANK_CHANGE:
            return _of_change(desk, target, found, row)
    wanted, reached = _exact(target["value"]), _exact(row["value"])
    met = reached > wanted if target.get("comparison") == ">" else reached >= wanted
    return TargetStatus(met, float(row["value"]))


def _exact(value: Any) -> int:
    return round(float(value) * SCALE)


def _standing(desk: Desk, target: Mapping[str, Any], period_id: str) -> Standing | None:
    try:
        return standing(desk, Question(str(target["index_code"]), period_id, str(target["node_code"])))
    except UnknownNameError:
        return None


def _of_rank(row: pd.Series, wanted: float) -> TargetStatus:
    if pd.isna(row["rank"]):
        return TargetStatus(why=Why.NO_RANK)
    return TargetStatus(int(row["rank"]) <= wanted, float(row["rank"]))


def _of_group(desk: Desk, target: Mapping[str, Any], row: pd.Series) -> TargetStatus:
    groups = grouping(desk, Question(str(target["index_code"]), str(target["period_id"]), str(target["node_code"])))
    wanted = key(str(target["group_name"] or ""))
    if groups.by_quartile:
        names = _quartiles(texts().charts)
        spoken = every(lambda words: _quartiles(words.charts))
        places = {key(name): place for said in spoken for place, name in enumerate(said, 1)}
        if wanted in places and not pd.isna(row["quartile"]):
            reached = int(row["quartile"])
            return TargetStatus(reached <= places[wanted], group=names[reached - 1])
        return TargetStatus(why=Why.NO_GROUPS)
    bounds = {key(label): bound for label, bound in groups.bounds}
    if wanted not in bounds:
        return TargetStatus(why=Why.NO_GROUPS)
    return TargetStatus(_exact(row["value"]) >= _exact(bounds[wanted]), group=groups.label(float(row["value"])))


def _quartiles(words: ChartsTexts) -> tuple[str, str, str, str]:
    return words.quartile_1, words.quartile_2, words.quartile_3, words.quartile_4


def _of_change(desk: Desk, target: Mapping[str, Any], found: Standing, row: pd.Series) -> TargetStatus:
    base = str(target["base_period"] or "")
    then = _standing(desk, target, base) if base else None
    before = None if then is None else then.row(str(target["entity_id"]))
    if then is None or before is None or pd.isna(before["value"]):
        return TargetStatus(why=Why.NO_BASE)
    broken, _, soft = comparability(desk.catalogue, found.index_code, str(target["node_code"]), base, found.period_id)
    ranked = target["target_kind"] == TargetKind.RANK_CHANGE
    if (broken and not (ranked and soft)) or then.base != found.base:
        return TargetStatus(why=Why.BROKEN)
    if not ranked:
        gained = _exact(row["value"]) - _exact(before["value"])
        return TargetStatus(gained >= _exact(target["value"]), gained / SCALE)
    if pd.isna(row["rank"]) or pd.isna(before["rank"]):
        return TargetStatus(why=Why.NO_RANK)
    places = int(before["rank"]) - int(row["rank"])
    return TargetStatus(places >= float(target["value"]), float(places))
