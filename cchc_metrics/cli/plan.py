"""What it takes to reach a goal: ``plan``."""

import argparse
from typing import Any

from cchc_metrics.cli.commands import say
from cchc_metrics.cli.terminal import Add, desk_of, with_clock
from cchc_metrics.errors import UnknownNameError
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.metrics.planning import Aim
from cchc_metrics.schema import TOTAL
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.planning.field import Place, PlanField, plan_field
from cchc_metrics.services.planning.plan import Cap, GoalKind, Move, Plan, PlanGoal, Terms, plan_on
from cchc_metrics.services.planning.targets import goal_of_year
from cchc_metrics.views.records.ranking import index_named
from cchc_metrics.views.scenario.table import often

GROUPS = {"cao-nhat": "1", "trung-binh-cao": "2", "trung-binh-thap": "3"}


def declare(add: Add) -> None:
    """The command of this module."""
    t = texts().scenario
    one = with_clock(add("plan", _plan, t.help_plan))
    one.add_argument("--index", required=True)
    one.add_argument("--entity", required=True, help=t.help_entity)
    one.add_argument("--period", required=True)
    one.add_argument("--node", default=TOTAL)
    goal = one.add_mutually_exclusive_group(required=True)
    goal.add_argument("--to-rank", type=int, help=t.help_goal)
    goal.add_argument("--to-group")
    goal.add_argument("--to-value", type=float)
    goal.add_argument("--to-target", type=int, metavar="YEAR", help=t.help_target)
    one.add_argument("--fixed", nargs="*", default=[], help=t.help_fixed)
    one.add_argument("--step", type=float, default=0.0, help=t.help_step)
    one.add_argument("--aim", choices=[aim.value for aim in Aim], default=Aim.FEWEST.value)
    one.add_argument("--cap", choices=[cap.value for cap in Cap], default=Cap.ATTAINABLE.value, help=t.help_cap)


def _goal(desk: Desk, place: Place, options: argparse.Namespace) -> PlanGoal:
    if options.to_target is not None:
        return goal_of_year(desk, place, options.to_target)
    if options.to_rank is not None:
        return PlanGoal(GoalKind.RANK, rank=options.to_rank)
    if options.to_value is not None:
        return PlanGoal(GoalKind.VALUE, value=options.to_value)
    return PlanGoal(GoalKind.GROUP, group=GROUPS.get(options.to_group, options.to_group))


def _plan(office: Office, options: argparse.Namespace) -> int:
    desk = desk_of(office, options)
    index = index_named(desk.catalogue, options.index)
    entity = desk.catalogue.entity_named(options.entity)
    place = Place(index, options.period, entity.id, options.node)
    field = plan_field(desk, place)
    unknown = sorted(set(options.fixed) - set(field.parts["node_code"]))
    if unknown and not field.problem:
        raise UnknownNameError(
            texts().services.unknown_node.format(node=", ".join(unknown), index=index, period=options.period)
        )
    terms = Terms(Aim(options.aim), Cap(options.cap), max(0.0, options.step), tuple(options.fixed))
    found = plan_on(desk, field, _goal(desk, place, options), terms)
    say(options, _record(field, found), _words(found))
    return 0 if found.feasible else 1


def _record(field: PlanField, found: Plan) -> dict[str, Any]:
    return {
        "entity_id": field.place.entity,
        "name": field.name,
        "index": field.place.index,
        "period": field.place.period,
        "node": field.place.parent,
        "value": found.before.value,
        "rank": found.before.rank,
        "feasible": found.feasible,
        "reason": found.reason,
        "value_needed": found.value_needed,
        "moves": [
            {
                "node": move.node,
                "name": move.name,
                "from": move.before,
                "to": move.after,
                "gain": move.gain,
                "in_one_year": {"times": move.times, "of": move.of},
                "already_there": {"count": move.count, "nearest": list(move.holders)},
            }
            for move in found.moves
        ],
        "total_gain": found.total_gain,
        "effort": found.effort,
        "reached_value": found.after.value,
        "reached_rank": found.after.rank,
        "reached_group": found.after.group,
        "n_ranked": found.after.n_ranked,
        "shares_rank_with": list(found.after.level_with),
        "withheld": list(field.withheld),
    }


def _move_words(move: Move) -> str:
    t = texts().scenario
    words = t.cli_move if move.of else t.cli_move_unknown
    return words.format(node=move.node, gain=fmt.plain(move.gain), name=move.name, often=often(move.times, move.of))


def _words(found: Plan) -> str:
    t = texts().scenario
    needed = t.cli_needed.format(needed=fmt.plain(found.value_needed), value=fmt.plain(found.before.value))
    if found.feasible and not found.moves and found.value_needed is not None:
        needed = t.cli_met.format(value=fmt.plain(found.before.value), needed=fmt.plain(found.value_needed))
    moves = [_move_words(move) for move in found.moves]
    rank = fmt.rank_of(found.after.rank, found.after.n_ranked)
    result = t.cli_result.format(gain=fmt.plain(found.total_gain), rank=rank)
    return "\n".join(line for line in (found.reason, needed, *moves, result) if line)
