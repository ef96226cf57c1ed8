"""What it takes: forwards from moved parts to value, group and rank, backwards from a goal to the least moves."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import pandas as pd

from cchc_metrics.errors import UnknownNameError
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.metrics import planning, simulation
from cchc_metrics.metrics.forecasting import backtest
from cchc_metrics.metrics.planning import ANY_STEP, Aim, Part
from cchc_metrics.metrics.simulation import RankSpread
from cchc_metrics.model import SCALE, scaled
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.planning.field import Place, PlanField, past_of, plan_field

NAMED = 5


class Cap(StrEnum):
    """How high a part may rise: by what provinces did in one year, to what the best province has, to its maximum.

    ATTAINABLE: the score plus ``PlanField.parts.attainable``, at most the maximum; where that is not known, as BEST.
    BEST: never below the own score; where it is not known, the maximum.
    """

    ATTAINABLE = "attainable"
    BEST = "best"
    MAXIMUM = "max"


class GoalKind(StrEnum):
    """What is to be reached."""

    RANK = "rank"
    GROUP = "group"
    VALUE = "value"


@dataclass(frozen=True, slots=True)
class PlanGoal:
    """A goal. rank, group ("1" to "3", or a published label) or value by its kind; the others are empty.

    target: the words for a target that was set, where the goal is one.
    """

    kind: GoalKind
    rank: int = 0
    group: str = ""
    value: float = 0.0
    target: str = ""


@dataclass(frozen=True, slots=True)
class Terms:
    """How a goal may be reached. step: points, 0 for any amount; efforts: (part, cost of a point), 1 if not named."""

    aim: Aim = Aim.FEWEST
    cap: Cap = Cap.ATTAINABLE
    step: float = 0.0
    fixed: tuple[str, ...] = ()
    efforts: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Move:
    """One part that rises. holders: names of provinces that already score ``after`` there; count of all of them.

    times: how many of ``of`` yearly changes of all provinces were at least this gain; of is 0 where none are known.
    """

    node: str
    name: str
    before: float
    after: float
    gain: float
    holders: tuple[str, ...]
    count: int
    times: int
    of: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """Where a score of the whole would stand among the others as they are. group as ``PlanField.group_at``."""

    value: float
    rank: int | None
    n_ranked: int
    group: str
    level_with: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """The answer to a goal. value_needed: None where any value will do; moves: empty when nothing has to rise.

    reason: why the goal cannot be reached, "" when it can; then ``after`` is the best that can be.
    """

    goal: PlanGoal
    value_needed: float | None
    moves: tuple[Move, ...]
    total_gain: float
    effort: float
    before: Outcome
    after: Outcome
    reason: str

    @property
    def feasible(self) -> bool:
        return not self.reason


def outcome(desk: Desk, field: PlanField, exact: int) -> Outcome:
    """Value, rank, group of an exact score of the whole, the others as they are."""
    level = field.others.index[field.others == exact]
    return Outcome(
        value=exact / SCALE,
        rank=planning.rank_at(field.rivals, exact) if field.ranked else None,
        n_ranked=len(field.rivals) + 1,
        group=field.group_at(exact),
        level_with=tuple(sorted(map(desk.catalogue.name_of, level), key=fmt.sort_key)),
    )


def moved(desk: Desk, field: PlanField, gains: Mapping[str, int]) -> Outcome:
    """What moved parts come to. gains: part -> exact change, up or down. Raises ValueError for a part there is not."""
    unknown = set(gains) - set(field.parts["node_code"])
    if unknown:
        raise ValueError(f"no such part: {sorted(unknown)}")
    return outcome(desk, field, field.exact + sum(gains.values()))


def needed(field: PlanField, goal: PlanGoal) -> int | None:
    """The least exact score of the whole that reaches a goal; None where any will do.

    Raises UnknownNameError for a goal that this field does not know: a rank where none is computed, a group where there
    is none, a score beyond the maximum.
    """
    t = texts().scenario
    if goal.kind is GoalKind.VALUE:
        return round(goal.value * SCALE)
    if not field.ranked:
        raise UnknownNameError(t.not_ranked.format(count=len(field.rivals) + 1, of=field.population))
    if goal.kind is GoalKind.RANK:
        if not 1 <= goal.rank <= len(field.rivals) + 1:
            raise UnknownNameError(t.unknown_rank.format(count=len(field.rivals) + 1))
        return planning.value_for_rank(field.rivals, goal.rank)
    if field.grouping.by_quartile and goal.group in ("1", "2", "3"):
        return planning.value_for_quartile(field.rivals, int(goal.group))
    bounds = dict(field.grouping.bounds)
    if goal.group not in bounds:
        raise UnknownNameError(t.unknown_group.format(index=field.place.index))
    return round(bounds[goal.group] * SCALE)


def plan(desk: Desk, place: Place, goal: PlanGoal, terms: Terms) -> Plan:
    """The least moves to a goal, checked on the exact scores. Raises UnknownNameError where no plan can be made."""
    field = plan_field(desk, place)
    return plan_on(desk, field, goal, terms)


def plan_on(desk: Desk, field: PlanField, goal: PlanGoal, terms: Terms) -> Plan:
    """As ``plan``, on a field that is at hand."""
    if field.problem:
        raise UnknownNameError(field.problem)
    target = needed(field, goal)
    need = 0 if target is None else max(0, target - field.exact)
    parts = parts_of(field, terms)
    gains = planning.least_gains(parts, need, terms.aim)
    within = gains is not None
    gains = {part.code: part.reach for part in parts if part.reach} if gains is None else gains
    after = moved(desk, field, gains)
    return Plan(
        goal=goal,
        value_needed=None if target is None else target / SCALE,
        moves=_moves(desk, field, gains),
        total_gain=sum(gains.values()) / SCALE,
        effort=planning.effort_of(parts, gains) / (SCALE * 100),
        before=outcome(desk, field, field.exact),
        after=after,
        reason="" if within else _reason(field, after, need, terms),
    )


def parts_of(field: PlanField, terms: Terms) -> list[Part]:
    """The parts with their room: up to the cap, none where fixed. A framework's own step goes before the asked one."""
    efforts = dict(terms.efforts)
    found = []
    for row in field.parts.to_dict("records"):
        room = 0 if row["node_code"] in terms.fixed else max(0, round(_top(row, terms.cap) * SCALE) - int(row["exact"]))
        step = terms.step if pd.isna(row["step"]) else row["step"]
        effort = round(efforts.get(row["node_code"], 1.0) * 100)
        found.append(Part(row["node_code"], room, round(step * SCALE) or ANY_STEP, effort))
    return found


def _top(row: Mapping[Hashable, Any], cap: Cap) -> float:
    """The highest score that a part may reach under a cap."""
    if cap is Cap.ATTAINABLE and not pd.isna(row["attainable"]):
        return float(min(row["value"] + row["attainable"], row["max_score"]))
    if cap is not Cap.MAXIMUM and not pd.isna(row["best"]):
        return float(max(row["value"], row["best"]))
    return float(row["max_score"])


def _moves(desk: Desk, field: PlanField, gains: Mapping[str, int]) -> tuple[Move, ...]:
    rows = [row for row in field.parts.to_dict("records") if gains.get(row["node_code"])]
    rows.sort(key=lambda row: -gains[row["node_code"]])
    return tuple(_move(desk, field, row, gains[row["node_code"]]) for row in rows)


def _move(desk: Desk, field: PlanField, row: Mapping[Hashable, Any], gain: int) -> Move:
    code, exact = row["node_code"], int(row["exact"])
    after = exact + gain
    held = scaled(field.held[code]).drop(field.place.entity, errors="ignore")
    holders = held[(held >= after).fillna(value=False).astype(bool)].sort_values()
    times, of = field.how_often(str(code), gain)
    return Move(
        node=code,
        name=row["name"],
        before=exact / SCALE,
        after=after / SCALE,
        gain=gain / SCALE,
        holders=tuple(desk.catalogue.name_of(str(entity)) for entity in holders.index[:NAMED]),
        count=len(holders),
        times=times,
        of=of,
    )


def _reason(field: PlanField, best: Outcome, need: int, terms: Terms) -> str:
    t = texts().scenario
    words = {
        Cap.ATTAINABLE: t.out_of_reach_year,
        Cap.BEST: t.out_of_reach_best,
        Cap.MAXIMUM: t.out_of_reach_max,
    }[terms.cap]
    room = round(best.value * SCALE) - field.exact
    return words.format(
        need=fmt.number(need / SCALE), room=fmt.number(room / SCALE), fixed=len(terms.fixed), unit=field.parent.unit
    )


@dataclass(frozen=True, slots=True)
class Drift:
    """Ranks while the others move; reached: the share of draws at the asked rank or better, if asked."""

    spread: RankSpread
    reached: float | None


def drift(desk: Desk, field: PlanField, exact: int, *, years: int = 1, rank: int | None = None) -> Drift | None:
    """Where a fixed score would stand after the others drifted; None where there is no past to draw from."""
    if not field.ranked:
        return None
    past = past_of(desk, field.place)
    if not past or str(past[-1].columns[-1]) != field.place.period:
        return None
    found = simulation.drifted(past, backtest(past, (simulation.PROJECTED,)), years=years)
    if found is None:
        return None
    rivals = [place for place, entity in enumerate(found.entities) if entity in field.others.index]
    ranks = simulation.ranks_among(found.drawn[:, rivals], exact / SCALE)
    reached = None if rank is None else simulation.share_at_least(ranks, rank)
    return Drift(simulation.spread_of(ranks, found.years), reached)


def drift_tested(desk: Desk, place: Place) -> pd.DataFrame:
    """How often the interval of a drift held the actual rank one year ahead: origin, n, inside (``rank_backtest``)."""
    return simulation.rank_backtest(past_of(desk, place))
