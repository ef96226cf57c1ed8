"""The page Lộ trình mục tiêu as data: the series, where it is heading, and how far that can be trusted."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from cchc_metrics.charts.trajectory import GoalMark, trajectory_lines
from cchc_metrics.charts.trend_marks import BreakMark
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.labels.format import listed
from cchc_metrics.model import Period
from cchc_metrics.model.rows import rows_of
from cchc_metrics.schema import TOTAL
from cchc_metrics.services.indices.contest import backtested, calibration
from cchc_metrics.services.indices.sightings import how_known
from cchc_metrics.services.indices.trajectory import Course, Goal, course
from cchc_metrics.services.office.desk import Desk, this_year
from cchc_metrics.views.kit.hues import hue
from cchc_metrics.views.kit.known import value_mark
from cchc_metrics.views.kit.phrases import as_of, cited, number_in, printed_source, see_before
from cchc_metrics.views.kit.shapes import Badge, SourceNote, TableView
from cchc_metrics.views.trajectory import frames, words
from cchc_metrics.views.trajectory.table import chances_table, errors_table, tested_table, years_table

DECIMALS = 2
YEARS_AHEAD = 6


@dataclass(frozen=True, slots=True)
class TrajectoryFilters:
    """What the visitor asks to see. tried: the hypothetical goal as typed, "" for none; by: its year."""

    index: str
    entity: str
    node: str = TOTAL
    tried: str = ""
    by: int = 0


@dataclass(frozen=True, slots=True)
class TrajectoryChoices:
    """What an index offers: code -> label; years a goal may be tried for, as text."""

    entities: Mapping[str, str]
    nodes: Mapping[str, str]
    units: Mapping[str, str]
    years: tuple[str, ...]
    usual_entity: str
    usual_year: str


@dataclass(frozen=True, slots=True)
class TrajectoryView:
    """The page. figure is None without a series.

    see_before: (entity id, label of the link) where the province has none of its own.
    card: the formulas with their numbers, line by line. tested: the back-test of the whole index.
    """

    eyebrow: str
    title: str
    finding: str = ""
    badge: Badge | None = None
    figure: go.Figure | None = None
    caption: str = ""
    source: SourceNote | None = None
    png_name: str = ""
    card: tuple[str, ...] = ()
    table: TableView | None = None
    errors: TableView | None = None
    tested: TableView | None = None
    remarks: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    problem: str = ""
    invitation: str = ""
    empty_title: str = ""
    empty_body: str = ""
    see_before: tuple[tuple[str, str], ...] = ()


def choices(desk: Desk, index: str) -> TrajectoryChoices:
    """Provinces of both eras, criteria of the newest framework with scores, and years to try a goal for."""
    catalogue = desk.catalogue
    held = [p for p in catalogue.periods(index) if not Period.parse(p).window]
    newest = held[0] if held else this_year(desk)
    scored = catalogue.newest_by_node(index)
    nodes = [node for node in catalogue.nodes(index, newest) if node.code in scored or node.code == TOTAL]
    last, now = int(newest), int(this_year(desk))
    era = catalogue.era_of(newest, index) if held else "63"
    return TrajectoryChoices(
        entities={info.id: info.name for info in catalogue.provinces()},
        nodes={node.code: node.label for node in nodes},
        units={node.code: node.unit for node in nodes},
        years=tuple(str(year) for year in range(last + 1, max(now, last) + YEARS_AHEAD)),
        usual_entity=catalogue.ours_in(era),
        usual_year=str(max(now, last + 1)),
    )


def page(desk: Desk, filters: TrajectoryFilters) -> TrajectoryView:
    """The view of these filters."""
    t = texts().trajectory
    eyebrow = t.eyebrow.format(index=desk.catalogue.index_name(filters.index))
    value = number_in(filters.tried) if filters.tried.strip() else None
    tried = None if value is None else Goal(value, filters.by, tried=True)
    found = course(desk, filters.index, filters.entity, filters.node, asked=tried)
    if found.stretch.empty:
        return _nothing(desk, found, eyebrow)
    caption = t.caption.format(**words.told(found))
    source = SourceNote(cited(found.sources), as_of(desk), note=t.source_note, method_anchor="lo-trinh")
    return TrajectoryView(
        eyebrow=eyebrow,
        title=words.title(found),
        finding=words.finding(found),
        badge=words.badge(found) if found.goal else None,
        figure=_figure(desk, found, title=words.title(found), footer=printed_source(source)),
        caption=caption,
        source=source,
        png_name=fmt.slug("lo-trinh", filters.index, filters.node),
        card=words.card(found),
        table=years_table(found, t.table_caption.format(**words.told(found))),
        errors=errors_table(found.errors, t.errors_caption.format(**words.told(found))),
        remarks=words.remarks(desk, found),
        rules=words.rules(found.limits),
        problem=t.tried_bad.format(text=filters.tried) if filters.tried.strip() and value is None else "",
        invitation="" if any(not goal.tried for goal in found.goals) else t.no_targets.format(**words.told(found)),
    )


def backtest_view(desk: Desk, index: str) -> TableView | None:
    """The back-test over the whole index: of its parts together and of its total; None where nothing can be tested."""
    return tested_table(backtested(desk, index), index)


def chances_view(desk: Desk, index: str) -> TableView | None:
    """Chances of the whole index given in the past against what came; None where none could be given."""
    return chances_table(calibration(desk, index), index)


def _nothing(desk: Desk, found: Course, eyebrow: str) -> TrajectoryView:
    """A province founded by a merger has no series of its own; another simply has no scores yet."""
    t, told = texts().trajectory, words.told(found)
    before = desk.catalogue.predecessors(found.entity.id)
    if before:
        names = listed([info.name for info in before])
        return TrajectoryView(
            eyebrow,
            t.title,
            empty_title=t.successor_title.format(**told),
            empty_body=t.successor_body.format(names=names),
            see_before=see_before(desk, found.entity.id),
        )
    return TrajectoryView(
        eyebrow, t.title, empty_title=t.nothing_title.format(**told), empty_body=t.nothing_body.format(**told)
    )


def nothing(desk: Desk, found: Course) -> str:
    """The same for the command line, in one sentence."""
    t, told = texts().trajectory, words.told(found)
    before = desk.catalogue.predecessors(found.entity.id)
    if before:
        return t.cli_successor.format(**told, names=listed([info.name for info in before]))
    return t.nothing_body.format(**told)


def _figure(desk: Desk, found: Course, *, title: str, footer: str) -> go.Figure:
    valued = found.history[found.history["segment"].notna()]
    series = pd.DataFrame(
        {
            "year": valued["period_id"].astype("int64"),
            "value": valued["value"],
            "segment": valued["segment"],
            "hover": [frames.hover_value(found, row) for row in valued.to_dict("records")],
            "mark": [value_mark(known) for known in valued["known"]],
        }
    )
    present = set(valued["period_id"])
    drawn = found.breaks[found.breaks["period_after"].isin(present)]
    marks = [
        BreakMark(r["period_before"], r["period_after"], fmt.inside(r["reason"])) for r in drawn.to_dict("records")
    ]
    return trajectory_lines(
        series,
        frames.ahead_frame(found),
        [GoalMark(goal.year, goal.value, goal.tried, words.goal_words(found, goal)) for goal in found.goals],
        frames.required_frame(found),
        hue=hue(desk, found.index),
        unit=found.node.unit,
        decimals=DECIMALS,
        home=found.entity.id in desk.catalogue.ours(),
        breaks=[mark for mark in marks if mark.before in present],
        title=title,
        footer=footer,
    )


def _last(found: Course, year: int, value: float) -> dict[str, object]:
    return {"period": str(year), "value": value, "known": how_known(found.known_in(year))}


def answer(desk: Desk, found: Course) -> dict[str, object]:
    """The course as a plain record, for the command line and for programs."""
    goal = found.goal
    return {
        "entity_id": found.entity.id,
        "name": found.entity.name,
        "index": found.index,
        "node": found.node.code,
        "unit": found.node.unit,
        "status": found.status.value,
        "target": None if goal is None else {"value": goal.value, "by": goal.year, "tried": goal.tried},
        "last": None if found.last is None else _last(found, *found.last),
        "comparable_years": found.stretch["period_id"].tolist(),
        "chance": found.chance,
        "required_pace": found.required,
        "pace": found.pace,
        "projection": [
            {"period": str(one.year), "value": one.value, "low": one.low, "high": one.high, "at_past_pace": one.drifted}
            for one in found.ahead
        ],
        "errors": rows_of(found.errors),
        "finding": words.finding(found),
        "remarks": list(words.remarks(desk, found)),
        "formula": [fmt_line.replace("\u00a0", " ") for fmt_line in words.card(found)],
        "sources": list(found.sources),
    }
