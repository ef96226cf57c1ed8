"""What a plan says: title, finding, cards, and what people type read back into numbers."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.labels.format import listed
from cchc_metrics.metrics.simulation import DRAWS
from cchc_metrics.model import SCALE
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.planning.field import PlanField
from cchc_metrics.services.planning.plan import Drift, GoalKind, Outcome, Plan, moved
from cchc_metrics.views.kit.hues import hue
from cchc_metrics.views.kit.known import value_marked
from cchc_metrics.views.kit.phrases import amount, number_in, quartile_name
from cchc_metrics.views.kit.shapes import Badge, BadgeKind, StatCard

DECIMALS = 2
SPOKEN = 3


@dataclass(frozen=True, slots=True)
class Said:
    """The heading of the page."""

    title: str
    finding: str


def group_name(field: PlanField, group: str) -> str:
    """A group as it stands inside a sentence; "" where there is none."""
    if not group:
        return ""
    return quartile_name(int(group)) if field.grouping.by_quartile else f"{texts().ranking.group_prefix} {group}"


def group_choices(field: PlanField) -> dict[str, str]:
    """Groups that can be a goal: the upper three quartiles, or the published labels."""
    t = texts().scenario
    codes = ["1", "2", "3"] if field.grouping.by_quartile else [label for label, _ in field.grouping.bounds]
    names = {code: group_name(field, code) for code in codes}
    first = next(iter(names), "")
    return {code: name if code == first else t.group_choice.format(label=name) for code, name in names.items()}


def value_of(field: PlanField, found: Outcome) -> str:
    """The score of the whole; the one that was published with the mark of how it is known."""
    value = amount(found.value, field.parent.unit, DECIMALS)
    return value_marked(value, field.known) if found.value == field.value else value


def where(field: PlanField, found: Outcome) -> str:
    """Value, group and rank as a clause."""
    t = texts().scenario
    told = {"value": value_of(field, found)}
    if found.rank is None:
        return t.where_value.format(**told)
    rank = fmt.rank_of(found.rank, found.n_ranked)
    if not found.group:
        return t.where_rank.format(**told, rank=rank)
    return t.where_rank_group.format(**told, rank=rank, group=group_name(field, found.group))


def _told(field: PlanField) -> dict[str, str]:
    index = field.place.index if field.parent.depth == 0 else f"{field.place.index} {field.parent.code}"
    return {
        "index": index,
        "period": fmt.period(field.place.period),
        "name": field.name,
        "unit": field.parent.unit,
    }


def moves_in_words(field: PlanField, gains: Mapping[str, int]) -> str:
    """The widest moves by name, the others by their number."""
    t = texts().scenario
    names = dict(zip(field.parts["node_code"], field.parts["name"], strict=True))
    ordered = sorted((code for code in gains if gains[code]), key=lambda code: -abs(gains[code]))
    clauses = [
        t.move_words.format(part=f"{code} {names[code]}", gain=fmt.signed(gains[code] / SCALE, DECIMALS))
        for code in ordered
    ]
    if len(clauses) <= SPOKEN:
        return listed(clauses)
    rest = len(clauses) - SPOKEN
    return listed([*clauses[:SPOKEN], t.moves_more.format(count=rest)])


def tried(desk: Desk, field: PlanField, gains: Mapping[str, int], before: Outcome) -> Said:
    """The heading of parts that are tried."""
    t, told = texts().scenario, _told(field)
    if not any(gains.values()):
        return Said(t.try_title.format(**told, where=where(field, before)), t.try_finding)
    after = moved(desk, field, gains)
    change = fmt.signed(sum(gains.values()) / SCALE, DECIMALS)
    count = sum(bool(gain) for gain in gains.values())
    return Said(
        t.try_title_moved.format(**told, change=change, where=where(field, after)),
        t.try_finding_moved.format(count=count, moves=moves_in_words(field, gains), before=where(field, before)),
    )


def goal_words(field: PlanField, plan: Plan) -> str:
    """The goal as it stands inside a sentence."""
    t, goal = texts().scenario, plan.goal
    if goal.target:
        return goal.target
    if goal.kind is GoalKind.RANK:
        return t.goal_rank_words.format(rank=goal.rank, of=len(field.rivals) + 1)
    if goal.kind is GoalKind.GROUP:
        return t.goal_group_words.format(group=group_choices(field)[goal.group])
    return t.goal_value_words.format(value=fmt.plain(goal.value), unit=field.parent.unit)


def sought(field: PlanField, plan: Plan) -> Said:
    """The heading of a goal and the way to it."""
    t, told = texts().scenario, _told(field)
    goal, after = goal_words(field, plan), where(field, plan.after)
    gains = {move.node: round(move.gain * SCALE) for move in plan.moves}
    if not plan.feasible:
        return Said(
            t.reach_title_not.format(**told, goal=goal), t.reach_finding_not.format(reason=plan.reason, after=after)
        )
    if not plan.moves:
        before = where(field, plan.before)
        return Said(t.reach_title_met.format(**told, goal=goal), t.reach_finding_met.format(before=before))
    level = t.level_with.format(names=listed(list(plan.after.level_with))) if plan.after.level_with else ""
    gain = fmt.number(sum(gains.values()) / SCALE, DECIMALS)
    return Said(
        t.reach_title.format(**told, goal=goal, gain=gain),
        t.reach_finding.format(moves=moves_in_words(field, gains), after=after, level=level),
    )


def cards(
    desk: Desk,
    field: PlanField,
    before: Outcome,
    after: Outcome,
    drifted: Drift | None,
    *,
    years: int,
    rank: int | None,
) -> tuple[StatCard, ...]:
    """The same score among the others as they are, and among the others as they may come to be."""
    t = texts().scenario
    exact = round(after.value * SCALE) - round(before.value * SCALE)
    change = t.card_change.format(change=fmt.signed(exact / SCALE, DECIMALS)) if exact else t.card_published
    frozen = StatCard(
        hue=hue(desk, field.place.index),
        heading=t.card_frozen,
        value=fmt.rank_of(after.rank, after.n_ranked) if after.rank is not None else fmt.MISSING,
        unit=texts().common.rank.lower(),
        facts=(
            value_of(field, after),
            change,
        ),
        badges=_badges(field, after, assumed=bool(exact)),
        home=False,
    )
    return (frozen, _drift_card(desk, field, drifted, years, rank))


def _badges(field: PlanField, found: Outcome, *, assumed: bool) -> tuple[Badge, ...]:
    marks = [Badge(BadgeKind.ESTIMATE)] if assumed else []
    if found.group and field.grouping.by_quartile:
        marks.insert(0, Badge(BadgeKind(f"q{found.group}")))
    return tuple(marks)


def _drift_card(desk: Desk, field: PlanField, drifted: Drift | None, years: int, rank: int | None) -> StatCard:
    t = texts().scenario
    heading = t.card_drift.format(years=years)
    if drifted is None:
        return StatCard(hue(desk, field.place.index), heading, empty=t.drift_none, home=False)
    spread = drifted.spread
    span = str(spread.low) if spread.low == spread.high else f"{spread.low}–{spread.high}"
    past = spread.years
    told = f"{past[0]}–{past[-1]}"
    share = () if drifted.reached is None or rank is None else (_share(drifted.reached, rank),)
    return StatCard(
        hue=hue(desk, field.place.index),
        heading=heading,
        value=span,
        unit=texts().common.rank.lower(),
        facts=(
            t.drift_median.format(rank=spread.median),
            *share,
            t.drift_basis.format(draws=fmt.integer(DRAWS), years=told),
        ),
        badges=(Badge(BadgeKind.ESTIMATE),),
        home=False,
    )


def _share(reached: float, rank: int) -> str:
    return texts().scenario.drift_share.format(rank=rank, share=fmt.percent(reached * 100, 0))


def hover(row: Mapping[object, object]) -> str:
    """A part in one sentence. row: name, now, after, maximum, best."""
    t = texts().scenario
    now, after, most = (fmt.number(float(str(row[name])), DECIMALS) for name in ("now", "after", "maximum"))
    sentence = t.hover.format(part=row["name"], now=now, after=after, maximum=most)
    best = float(str(row["best"]))
    return sentence if pd.isna(best) else sentence + t.hover_best.format(best=fmt.number(best, DECIMALS))


def remarks(desk: Desk, field: PlanField) -> tuple[str, ...]:
    """Who is out of the field, and that the province is no more."""
    t, catalogue = texts().scenario, desk.catalogue
    found = []
    if field.withheld:
        names = listed(list(field.withheld[:6])) + (" …" if len(field.withheld) > 6 else "")
        found.append(t.withheld.format(count=len(field.withheld), names=names))
    successor = catalogue.entity(field.place.entity).successor
    # A province that only changed its id did not merge.
    if successor and len(catalogue.predecessors(successor)) > 1:
        found.append(t.merged.format(entity=field.name, successor=catalogue.name_of(successor)))
    return tuple(found)


def efforts_in(text: str, codes: set[str]) -> tuple[tuple[tuple[str, float], ...], tuple[str, ...]]:
    """ "D1: 2; D5: 0,5" as (part, effort), and the pieces that could not be understood."""
    found, unread = [], []
    for piece in filter(None, (piece.strip() for piece in text.split(";"))):
        code, _, typed = piece.partition(":")
        effort = number_in(typed)
        if code.strip() in codes and effort:
            found.append((code.strip(), effort))
        else:
            unread.append(piece)
    return tuple(found), tuple(unread)
