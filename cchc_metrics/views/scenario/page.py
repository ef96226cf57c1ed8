"""The page Kịch bản as data: parts that are tried, or a goal and the least moves to it, in one frozen view."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from cchc_metrics.charts.scenario import plan_rows
from cchc_metrics.errors import CchcError
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.metrics.planning import Aim
from cchc_metrics.model import SCALE
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.planning.field import Place, PlanField, plan_field
from cchc_metrics.services.planning.plan import (
    Cap,
    GoalKind,
    Plan,
    PlanGoal,
    Terms,
    drift,
    drift_tested,
    moved,
    outcome,
    plan_on,
)
from cchc_metrics.services.planning.scenarios import gains_of, parsed_gains, scenarios, side_by_side
from cchc_metrics.services.planning.targets import plan_targets, target_goal
from cchc_metrics.views.kit.hues import hue
from cchc_metrics.views.kit.phrases import as_of, cited, number_in, printed_source
from cchc_metrics.views.kit.shapes import SourceNote, StatCard, TableView
from cchc_metrics.views.scenario import words
from cchc_metrics.views.scenario.sliders import PartOffer, part_offer, typed_of
from cchc_metrics.views.scenario.table import moves_table, saved_table

DECIMALS = 2
TARGET = "target"


@dataclass(frozen=True, slots=True)
class ScenarioChoices:
    """What can be asked at a place. problem: why nothing can. unit: of the whole."""

    problem: str
    parts: tuple[PartOffer, ...]
    names: Mapping[str, str]
    ranks: Mapping[str, str]
    groups: Mapping[str, str]
    unit: str
    saved: Mapping[str, Mapping[str, str]]
    targets: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Tried:
    """Parts as typed: (part, change) in text. years: how long the others drift."""

    place: Place
    typed: tuple[tuple[str, str], ...]
    years: int = 1


@dataclass(frozen=True, slots=True)
class Sought:
    """A goal as typed. kind: GoalKind, or TARGET · goal: rank, group, score in text, or a target's code ·
    efforts: "D1: 2; D5: 0,5".
    """

    place: Place
    kind: str
    goal: str
    aim: str = Aim.FEWEST
    cap: str = Cap.ATTAINABLE
    step: float = 0.0
    fixed: tuple[str, ...] = ()
    efforts: str = ""
    years: int = 1


@dataclass(frozen=True, slots=True)
class ScenarioView:
    """The page. gains: (part, change as typed) of the plan at hand, none when nothing moves; exact: the same, exact."""

    eyebrow: str
    title: str
    finding: str
    cards: tuple[StatCard, ...]
    figure: go.Figure
    caption: str
    source: SourceNote
    png_name: str
    table: TableView
    saved: TableView | None
    remarks: tuple[str, ...]
    problems: tuple[str, ...]
    gains: tuple[tuple[str, str], ...]
    exact: tuple[tuple[str, int], ...]


def choices(desk: Desk, place: Place) -> ScenarioChoices:
    """What can be asked here: sliders, ranks, groups, saved plans."""
    t = texts().scenario
    field = plan_field(desk, place)
    rows = [] if field.problem else field.parts.to_dict("records")
    count = len(field.rivals) + 1
    ranks = {str(r): t.rank_choice.format(rank=fmt.rank_of(r, count)) for r in range(1, count + 1)}
    saved = {} if field.problem else scenarios(desk, place)
    return ScenarioChoices(
        problem=field.problem,
        parts=tuple(part_offer(row) for row in rows),
        names={row["node_code"]: f"{row['node_code']}. {row['name']}" for row in rows},
        ranks=ranks if field.ranked else {},
        groups=words.group_choices(field) if field.ranked else {},
        unit=field.parent.unit,
        saved={name: typed_of(gains_of(field, scores)) for name, scores in saved.items()},
        targets={one.code: one.label for one in plan_targets(desk, place) if _asks(field, one.goal)},
    )


def _asks(field: PlanField, goal: PlanGoal) -> bool:
    """Whether a goal can be planned for here: a rank only where ranks are computed."""
    return not field.problem and (goal.kind is not GoalKind.RANK or field.ranked)


def drift_note(desk: Desk, place: Place) -> str:
    """How often the interval of the drift held in the past; "" where it could not be tested."""
    tested = drift_tested(desk, place)
    count = int(tested["n"].sum())
    if not count:
        return ""
    t = texts().scenario
    share = fmt.percent(100 * int(tested["inside"].sum()) / count, 0)
    years = [
        t.drift_year.format(year=row["origin"] + 1, share=fmt.percent(100 * row["inside"] / row["n"], 0))
        for row in tested.to_dict("records")
    ]
    return t.drift_tested.format(share=share, count=fmt.integer(count), years="; ".join(years))


def page(desk: Desk, asked: Tried | Sought) -> ScenarioView:
    """The moves of the parts that were tried, or those that a goal asks for."""
    return _tried(desk, asked) if isinstance(asked, Tried) else _sought(desk, asked)


def _tried(desk: Desk, asked: Tried) -> ScenarioView:
    """The parts as tried. What cannot be read is named and left out."""
    field = plan_field(desk, asked.place)
    gains, problems = parsed_gains(field, dict(asked.typed))
    said = words.tried(desk, field, gains, outcome(desk, field, field.exact))
    return _view(desk, field, gains, said, problems=problems, years=asked.years)


def _sought(desk: Desk, asked: Sought) -> ScenarioView:
    """The least moves to a goal; where there are none, the best that can be reached and why."""
    field = plan_field(desk, asked.place)
    try:
        goal, terms, problems = _understood(desk, field, asked)
        found = plan_on(desk, field, goal, terms)
    except CchcError as error:
        said = words.tried(desk, field, {}, outcome(desk, field, field.exact))
        return _view(desk, field, {}, said, problems=(str(error),), years=asked.years)
    gains = {move.node: round(move.gain * SCALE) for move in found.moves}
    rank = goal.rank if goal.kind is GoalKind.RANK else None
    return _view(
        desk, field, gains, words.sought(field, found), problems=problems, years=asked.years, plan=found, rank=rank
    )


def _understood(desk: Desk, field: PlanField, asked: Sought) -> tuple[PlanGoal, Terms, tuple[str, ...]]:
    """The goal and terms in numbers, and what could not be read."""
    t = texts().scenario
    problems: list[str] = []
    kind = GoalKind.VALUE if asked.kind == TARGET else GoalKind(asked.kind)
    goal = PlanGoal(kind, value=field.value or 0.0)
    if asked.kind == TARGET:
        goal = target_goal(desk, asked.place, asked.goal)
    elif kind is GoalKind.VALUE:
        value = number_in(asked.goal)
        if value is None:
            problems.append(t.bad_value.format(text=asked.goal))
        else:
            goal = PlanGoal(kind, value=value)
    elif kind is GoalKind.RANK:
        goal = PlanGoal(kind, rank=int(asked.goal))
    else:
        goal = PlanGoal(kind, group=asked.goal)
    efforts, unread = words.efforts_in(asked.efforts, set(field.parts["node_code"]))
    problems += [t.efforts_bad.format(text=text) for text in unread]
    terms = Terms(Aim(asked.aim), Cap(asked.cap), asked.step, asked.fixed, efforts)
    return goal, terms, tuple(problems)


def _view(
    desk: Desk,
    field: PlanField,
    gains: Mapping[str, int],
    said: words.Said,
    *,
    problems: tuple[str, ...],
    years: int,
    plan: Plan | None = None,
    rank: int | None = None,
) -> ScenarioView:
    place, t = field.place, texts().scenario
    before, after = outcome(desk, field, field.exact), moved(desk, field, gains)
    drifted = drift(desk, field, round(after.value * SCALE), years=years, rank=rank)
    told = {"index": place.index, "period": fmt.period(place.period), "unit": field.parent.unit, "name": field.name}
    caption = (t.caption_try if plan is None else t.caption_reach).format(**told)
    source = SourceNote(
        cited(field.sources), as_of(desk), note=f"{t.estimate_note}. {t.frozen_note}", method_anchor="kich-ban"
    )
    table = side_by_side(desk, field, gains)
    return ScenarioView(
        eyebrow=t.eyebrow.format(index=desk.catalogue.index_name(place.index)),
        title=said.title,
        finding=said.finding,
        cards=words.cards(desk, field, before, after, drifted, years=years, rank=rank),
        figure=_figure(desk, field, gains, title=said.title, footer=printed_source(source)),
        caption=caption,
        source=source,
        png_name=fmt.slug("kich-ban", place.index, place.period),
        table=moves_table(desk, field, gains, before, after, caption=t.moves_caption.format(**told)),
        saved=saved_table(field, table, t.saved_caption.format(**told)) if _any_saved(table) else None,
        remarks=words.remarks(desk, field),
        problems=problems,
        gains=tuple(typed_of(gains).items()),
        exact=tuple(gains.items()),
    )


def _any_saved(table: pd.DataFrame) -> bool:
    return bool(set(table.columns) - {"node_code", "name", "now", texts().scenario.at_hand})


def _figure(desk: Desk, field: PlanField, gains: Mapping[str, int], *, title: str, footer: str) -> go.Figure:
    parts = field.parts
    now = parts["exact"].astype("int64")
    after = now + pd.Series([gains.get(code, 0) for code in parts["node_code"]], index=parts.index)
    frame = pd.DataFrame(
        {
            "name": parts["name"],
            "now": now / SCALE,
            "after": after / SCALE,
            "maximum": parts["max_score"],
            "best": parts["best"].astype("float64"),
        }
    )
    frame["hover"] = [words.hover(row) for row in frame.to_dict("records")]
    return plan_rows(
        frame,
        unit=field.parent.unit,
        decimals=DECIMALS,
        home=field.place.entity in desk.catalogue.ours(),
        hue=hue(desk, field.place.index),
        title=title,
        footer=footer,
    )
