"""From a part of an index that was not reached to who is in charge, their tasks, and what they reported last."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.labels.format import listed
from cchc_metrics.metrics.reporting.obligations import alive, split, task_units
from cchc_metrics.model import Key, ReportPart, ScoreKind, ValueState
from cchc_metrics.schema import RESPONSIBLE, SCORES, TASK_LINKS, UNIT_REPORTS
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.reporting.duties import MetricInfo, Reporting, code_order
from cchc_metrics.services.reporting.figures import figures_of, with_computed
from cchc_metrics.services.reporting.levels import level
from cchc_metrics.services.reporting.metric_table import Values, keeps
from cchc_metrics.services.reporting.status import windows_of_years
from cchc_metrics.views.kit.phrases import sentence
from cchc_metrics.views.kit.shapes import CardLink, Column, ColumnKind, Row, TableView
from cchc_metrics.views.reporting.metric_trend import amount

_BETWEEN = "|"


@dataclass(frozen=True, slots=True)
class PartFilters:
    """part: «index|node» · day: ISO date."""

    part: str
    day: str

    @property
    def index(self) -> str:
        return self.part.partition(_BETWEEN)[0]

    @property
    def node(self) -> str:
        return self.part.partition(_BETWEEN)[2]


@dataclass(frozen=True, slots=True)
class PartView:
    """table: task by task and unit by unit · index: for the way to the points that were not reached."""

    title: str
    finding: str
    table: TableView
    proposed: str
    index: str


def parts(desk: Desk, _filters: None = None) -> dict[str, str]:
    """The parts that tasks are linked to: «index|node» -> «PAPI · D5 …»."""
    links = desk.facts(TASK_LINKS)[["index_code", "node_code"]].drop_duplicates()
    return {
        f"{index}{_BETWEEN}{node}": f"{index} · {_node_name(desk, index, node)}"
        for index, node in zip(links["index_code"], links["node_code"], strict=True)
    }


def _node_name(desk: Desk, index: str, node: str) -> str:
    """The part by code and name in the newest framework that knows it."""
    nodes = desk.catalogue.frameworks
    named = nodes[(nodes["index_code"] == index) & (nodes["node_code"] == node)]["name"].dropna()
    return f"{node} {named.iloc[-1]}" if len(named) else node


def part_view(desk: Desk, filters: PartFilters) -> PartView:
    """Part -> responsible units and tasks -> units -> their latest figures."""
    t, reporting, on = texts().unit, Reporting(desk), date.fromisoformat(filters.day)
    links = desk.facts(TASK_LINKS, {"index_code": [filters.index], "node_code": [filters.node]})
    tasks = sorted((str(task) for task in links["task_no"]), key=code_order)
    there = alive(reporting.unit_frame, on)
    owners = task_units(reporting.duties.owners, there, on.year)
    rows = [row for task in tasks for row in _task_rows(desk, reporting, task, owners.get(task, ()), on)]
    units = {unit for task in tasks for unit in owners.get(task, ())}
    columns = (
        Column(t.column_unit, wraps=True),
        Column(t.column_metric, wraps=True),
        Column(t.column_latest, ColumnKind.NUMBER),
        Column(t.column_bound),
        Column(t.column_met),
    )
    words = [
        _score(desk, filters),
        _charge(desk, filters, on.year),
        t.part_finding.format(tasks=len(tasks), units=len(units)),
    ]
    return PartView(
        title=t.part_title.format(part=_node_name(desk, filters.index, filters.node)),
        finding=fmt.upper_first(sentence(words)),
        table=TableView(t.part_caption, columns, tuple(rows), main=2),
        proposed=t.part_proposed if (links["confirmation"] == "proposed").any() else "",
        index=filters.index,
    )


def _score(desk: Desk, filters: PartFilters) -> str:
    """The newest published score of the part for us: points, maximum, what was not reached."""
    t, catalogue = texts().unit, desk.catalogue
    where = {"index_code": [filters.index], "node_code": [filters.node], "entity_id": list(catalogue.ours())}
    scores = desk.facts(SCORES, {**where, "score_kind": [ScoreKind.PUBLISHED], "state": [ValueState.VALUE]})
    ours = [entity for entity in (catalogue.home, catalogue.ours_in("63")) if entity in set(scores["entity_id"])]
    if not ours:
        return t.part_no_score
    row = scores[scores["entity_id"] == ours[0]].sort_values("period_id").iloc[-1]
    period, value, most = str(row["period_id"]), float(row["value"]), row["max_score"]
    if pd.isna(most):
        known = [n.max_score for n in catalogue.nodes(filters.index, period) if n.code == filters.node]
        most = known[0] if known else None
    named = {"entity": catalogue.name_of(ours[0]), "period": period, "value": fmt.number(value)}
    if most is None:
        return t.part_score_only.format(**named)
    return t.part_score.format(**named, max=fmt.plain(float(most)), lost=fmt.number(float(most) - value))


def _charge(desk: Desk, filters: PartFilters, year: int) -> str:
    t, rows = texts().unit, desk.facts(RESPONSIBLE, {"index_code": [filters.index], "node_code": [filters.node]})
    held = rows[rows["year_from"] <= year].sort_values("year_from")
    if held.empty:
        return t.part_no_responsible
    row = held.iloc[-1]
    return t.part_responsible.format(units=listed([str(row["unit"]), *split(row["co_units"])]))


def _task_rows(desk: Desk, reporting: Reporting, task: str, units: Sequence[str], on: date) -> list[Row]:
    """A heading, then every unit of the task with its latest figures."""
    t = texts().unit
    rows = [Row(f"task-{task}", (t.topic_task.format(task=task, name=reporting.tasks.get(task, "")),), aside=True)]
    computed = next((row["computed"] for row in reporting.task_rows if row["task_no"] == task), None)
    if computed:
        return [*rows, Row(f"{task}-computed", (computed,), aside=True)]
    if not units:
        return [*rows, Row(f"{task}-none", (t.no_unit,), aside=True)]
    latest = _latest(desk, reporting, units, on)
    return rows + [row for unit in units for row in _unit_rows(reporting, task, unit, latest.get(unit))]


def _unit_rows(reporting: Reporting, task: str, unit: str, latest: tuple[str, Values] | None) -> list[Row]:
    t, name = texts().unit, reporting.units[unit].name
    link = CardLink(
        t.open_report, "nop-bao-cao", {Key.UNIT: unit, **({Key.REPORT_PERIOD: latest[0]} if latest else {})}
    )
    told = _telling(reporting, task, latest[1]) if latest else []
    if latest is None or not told:
        return [Row(f"{task}-{unit}", (name, "", t.never, "", ""), links={0: link})]
    period, values = latest
    return [
        Row(
            f"{task}-{unit}-{metric.code}",
            (
                name if not place else "",
                f"{metric.code} {metric.name} ({metric.measure})",
                t.latest_of.format(value=amount(metric, values[metric.code]), period=fmt.period(period)),
                level(metric, reporting.metrics),
                _met(metric, values, reporting),
            ),
            links={0: link} if not place else {},
        )
        for place, metric in enumerate(told)
    ]


def _telling(reporting: Reporting, task: str, values: Values) -> list[MetricInfo]:
    """The metrics of a task that say most: those with a bound and the shares; all where the task has none of these."""
    known = [metric for metric in reporting.metrics.values() if metric.task == task and metric.code in values]
    return [metric for metric in known if metric.bound or metric.computed] or known


def _met(metric: MetricInfo, values: Values, reporting: Reporting) -> str:
    t, met = texts().unit, keeps(metric, values, reporting)
    return "" if not metric.bound else t.not_known if met is None else t.met if met else t.not_met


def _latest(desk: Desk, reporting: Reporting, units: Sequence[str], on: date) -> Mapping[str, tuple[str, Values]]:
    """Unit -> the last period it reported figures for, and these."""
    windows = windows_of_years(reporting, range(on.year - 2, on.year + 2))
    order = {window.period.id: place for place, window in enumerate(sorted(windows, key=lambda w: (w.end, w.start)))}
    items = desk.facts(UNIT_REPORTS, {"unit_id": list(units), "part": [ReportPart.VALUE]}) if units else None
    found: dict[str, tuple[str, Values]] = {}
    for (unit, period), values in (figures_of(items) if items is not None else {}).items():
        if period in order and (unit not in found or order[period] > order[found[unit][0]]):
            found[unit] = (period, with_computed(values, reporting))
    return found
