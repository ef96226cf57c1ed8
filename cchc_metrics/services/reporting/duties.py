"""The declared side of the reporting cycle at one data version: units, tasks, metrics, forms, calendar, settings."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from cchc_metrics.labels import named
from cchc_metrics.metrics.reporting.arithmetic import Metric, metric_of
from cchc_metrics.metrics.reporting.calendar import Shift, Window, Workdays, window_of
from cchc_metrics.metrics.reporting.lineage import Lineage
from cchc_metrics.metrics.reporting.obligations import Duties, members, split
from cchc_metrics.model import Period
from cchc_metrics.model.rows import rows_of
from cchc_metrics.schema import (
    DAYS_OFF,
    DUE_DATE_CHANGES,
    DUE_DAYS,
    FORMS,
    METRICS,
    OFFICE_SETTINGS,
    TASK_OWNERS,
    TASKS,
    UNITS,
    WINDOWS_KIND,
)
from cchc_metrics.services.office.desk import Desk, once_for_all

SHIFT_SETTING = "doi-han-ngay-nghi"
# The unit of measure of a metric that is answered by yes or no.
YES_NO = "có/không"
# The unit of measure of a metric that is answered by a service unit's group of autonomy (Nghị định 60/2021, Điều 9).
GROUP, GROUPS = "nhóm", 4


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit of the office as screens and documents name it. symbol, head: empty until the office says them.

    own_name, own_short_name: as the office's list has them.
    """

    id: str
    own_name: str
    own_short_name: str
    kind: str
    symbol: str
    head_name: str
    head_title: str
    compiles: bool
    proposed: bool

    @property
    def name(self) -> str:
        return named(self.own_name)

    @property
    def short_name(self) -> str:
        return named(self.own_short_name)


@dataclass(frozen=True, slots=True)
class MetricInfo:
    """One metric of the catalogue with its arithmetic. own_name, own_measure: as the catalogue has them."""

    code: str
    task: str
    own_name: str
    own_measure: str
    better: str
    bound: str
    owner: tuple[str, ...]
    windows: tuple[str, ...]
    carried_from: str
    rule: Metric
    year_from: int | None
    year_to: int | None

    @property
    def name(self) -> str:
        return named(self.own_name)

    @property
    def measure(self) -> str:
        return named(self.own_measure)

    def holds_in(self, year: int) -> bool:
        """Whether the catalogue asks for it in a year: one that is added begins with a year, not within it."""
        return (self.year_from is None or self.year_from <= year) and (self.year_to is None or year <= self.year_to)

    @property
    def computed(self) -> bool:
        """Whether the system works it out, so that nobody types it."""
        return self.rule.formula is not None


class Reporting:
    """What the office has declared, for one question: what is kept of it is looked up once. Frames are those of the
    kinds; texts may be missing.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @cached_property
    def unit_frame(self) -> pd.DataFrame:
        """The facts of the kind «units», in the office's order."""
        return _unit_frame(self._desk).copy(deep=False)

    @cached_property
    def windows(self) -> pd.DataFrame:
        """The facts of the kind «windows»."""
        return self._desk.facts(WINDOWS_KIND)

    @cached_property
    def settings(self) -> Mapping[str, str]:
        """Setting -> value; what the office has not said is left out."""
        return _settings(self._desk)

    @cached_property
    def duties(self) -> Duties:
        """Everything that decides who owes what."""
        return _duties(self._desk)

    @cached_property
    def lineage(self) -> Lineage:
        """Which unit follows which."""
        return _lineage(self._desk)

    @cached_property
    def units(self) -> Mapping[str, Unit]:
        """Unit id -> unit, in the office's order."""
        return _units(self._desk)

    @property
    def tasks(self) -> Mapping[str, str]:
        """Task number -> its name, in the order of the letter."""
        return {row["task_no"]: named(row["name"]) for row in self.task_rows}

    @cached_property
    def task_rows(self) -> tuple[Mapping[str, Any], ...]:
        """The facts of the kind «tasks», in the order of the letter."""
        return _task_rows(self._desk)

    @cached_property
    def metrics(self) -> Mapping[str, MetricInfo]:
        """Metric code -> metric, in the order of the catalogue."""
        return _metrics(self._desk)

    def owed_metrics(self, unit_id: str, window: Window, tasks: tuple[str, ...]) -> tuple[MetricInfo, ...]:
        """The metrics that a unit reports for a window, of the tasks it has a part in; computed ones among them."""
        mine = _called(self._desk, unit_id)
        return tuple(
            metric
            for metric in self.metrics.values()
            if metric.task in tasks
            and metric.holds_in(window.period.year)
            and (not metric.windows or window.period.window in metric.windows)
            and not mine.isdisjoint(metric.owner)
        )

    def window(self, period_id: str) -> Window | None:
        """The window of a report period; None when there is none of that name."""
        return window_of(Period.parse(period_id), self.windows)


@once_for_all
def _unit_frame(desk: Desk) -> pd.DataFrame:
    return desk.facts(UNITS).sort_values(["place", "unit_id"], na_position="last", ignore_index=True)


@once_for_all
def _settings(desk: Desk) -> Mapping[str, str]:
    rows = desk.facts(OFFICE_SETTINGS).to_dict("records")
    return {str(row["setting"]): str(row["value"]) for row in rows if isinstance(row["value"], str)}


@once_for_all
def _duties(desk: Desk) -> Duties:
    facts, said = desk.facts, _settings(desk).get(SHIFT_SETTING, Shift.NONE)
    return Duties(
        units=_unit_frame(desk),
        forms=facts(FORMS),
        owners=facts(TASK_OWNERS),
        due_days=facts(DUE_DAYS),
        changes=facts(DUE_DATE_CHANGES),
        workdays=Workdays.of(facts(DAYS_OFF)),
        # A due date that falls on a day off stays unless the office says otherwise.
        shift=Shift(said) if said in set(Shift) else Shift.NONE,
    )


@once_for_all
def _lineage(desk: Desk) -> Lineage:
    return Lineage.of(_unit_frame(desk))


@once_for_all
def _units(desk: Desk) -> Mapping[str, Unit]:
    return {str(row["unit_id"]): _unit(row) for row in rows_of(_unit_frame(desk))}


@once_for_all
def _task_rows(desk: Desk) -> tuple[Mapping[str, Any], ...]:
    return tuple(sorted(rows_of(desk.facts(TASKS)), key=lambda row: code_order(row["task_no"])))


@once_for_all
def _metrics(desk: Desk) -> Mapping[str, MetricInfo]:
    rows = sorted(rows_of(desk.facts(METRICS)), key=lambda row: code_order(row["metric_code"]))
    codes = [row["metric_code"] for row in rows]
    return {row["metric_code"]: _metric(row, codes) for row in rows}


@once_for_all
def _called(desk: Desk, unit_id: str) -> frozenset[str]:
    """The owners of metrics by which a unit is meant: itself, its groups, all."""
    units = _unit_frame(desk)
    mine = units[units["unit_id"] == unit_id]
    owners = {owner for metric in _metrics(desk).values() for owner in metric.owner}
    return frozenset(owner for owner in owners if members(owner, mine))


def code_order(code: str) -> tuple[int, ...]:
    """Codes as people count them: 4.2 before 4.10."""
    return tuple(int(part) if part.isdecimal() else 0 for part in code.split("."))


def _unit(row: Mapping[str, Any]) -> Unit:
    return Unit(
        id=row["unit_id"],
        own_name=row["name"],
        own_short_name=row["short_name"] or row["name"],
        kind=row["unit_type"] or "",
        symbol=row["symbol"] or "",
        head_name=row["head_name"] or "",
        head_title=row["head_title"] or "",
        compiles=bool(row["compiles"]),
        proposed=row["confirmation"] == "proposed",
    )


def _metric(row: Mapping[str, Any], codes: list[str]) -> MetricInfo:
    return MetricInfo(
        code=row["metric_code"],
        task=row["task_no"],
        own_name=row["name"],
        own_measure=row["unit_of_measure"],
        better=row["better"] or "",
        bound=row["bound"] or "",
        owner=split(row["owner"]),
        windows=split(row["windows"]),
        carried_from=row["carried_from"] or "",
        rule=metric_of(row["metric_code"], row["metric_kind"], row["across_units"], row["over_periods"], codes),
        year_from=row["year_from"],
        year_to=row["year_to"],
    )
