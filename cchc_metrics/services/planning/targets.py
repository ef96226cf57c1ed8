"""Targets that a plan may aim at: those set for the province itself, and scores set for the one it became."""

from dataclasses import dataclass

from cchc_metrics.access import Deed, require
from cchc_metrics.errors import UnknownNameError
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.model import Period, TargetKind
from cchc_metrics.schema import TARGETS
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.question import where
from cchc_metrics.services.planning.field import Place
from cchc_metrics.services.planning.plan import GoalKind, PlanGoal


@dataclass(frozen=True, slots=True)
class PlanTarget:
    """A target of an index year. code: tells it from the others in an address; label: on the screen."""

    code: str
    label: str
    year: int
    goal: PlanGoal


def plan_targets(desk: Desk, place: Place) -> tuple[PlanTarget, ...]:
    """Targets of the criterion that is planned on, by year.

    A rank set for the province after the merger is left out: it counts among 34, and a plan among 63.
    """
    require(desk.actor, Deed.READ_ALL)
    successor = desk.catalogue.entity(place.entity).successor
    holders = [entity for entity in (place.entity, successor) if entity]
    kinds = [TargetKind.VALUE, TargetKind.RANK]
    which = where(index_code=place.index, node_code=place.parent, entity_id=holders, target_kind=kinds)
    found = []
    for row in desk.facts(TARGETS, which).to_dict("records"):
        period, ranked = Period.parse(row["period_id"]), row["target_kind"] == TargetKind.RANK
        if not period.window and (row["entity_id"] == place.entity or not ranked):
            found.append(_target(desk, place, str(row["entity_id"]), period.year, float(row["value"]), ranked=ranked))
    return tuple(sorted(found, key=lambda one: (one.year, one.code)))


def _target(desk: Desk, place: Place, entity: str, year: int, value: float, *, ranked: bool) -> PlanTarget:
    t = texts().scenario
    level = t.target_rank.format(rank=int(value)) if ranked else t.target_value.format(value=fmt.plain(value))
    named = t.target_named.format(year=year, level=level)
    if entity != place.entity:
        named = t.target_of_successor.format(target=named, name=desk.catalogue.name_of(entity))
    kind = GoalKind.RANK if ranked else GoalKind.VALUE
    goal = PlanGoal(kind, rank=int(value) if ranked else 0, value=0.0 if ranked else value, target=named)
    return PlanTarget(f"{entity}.{year}.{kind}", named, year, goal)


def target_goal(desk: Desk, place: Place, code: str) -> PlanGoal:
    """The goal behind a target's code. Raises UnknownNameError when it is not in force any more."""
    goals = {one.code: one.goal for one in plan_targets(desk, place)}
    if code not in goals:
        raise UnknownNameError(texts().scenario.target_gone)
    return goals[code]


def goal_of_year(desk: Desk, place: Place, year: int) -> PlanGoal:
    """The target set for a year: a score before a rank. Raises UnknownNameError where none is set."""
    held = [one for one in plan_targets(desk, place) if one.year == year]
    if not held:
        name = desk.catalogue.name_of(place.entity)
        raise UnknownNameError(texts().scenario.target_none.format(name=name, index=place.index, year=year))
    return min((one.goal for one in held), key=lambda goal: goal.kind is GoalKind.RANK)
