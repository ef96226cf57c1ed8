"""The units' figures of one period added up by each metric's rules, with who reported, who did not, and the sources."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

import pandas as pd

from cchc_metrics.access import Deed, require
from cchc_metrics.metrics.reporting.arithmetic import across_units
from cchc_metrics.metrics.reporting.calendar import Window
from cchc_metrics.metrics.reporting.expressions import BadExpressionError, exact, read_bound
from cchc_metrics.metrics.reporting.obligations import alive, members
from cchc_metrics.model import ReportPart, ValueState
from cchc_metrics.schema import UNIT_REPORTS
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.moment import as_of_data
from cchc_metrics.services.reporting.completeness import Contents
from cchc_metrics.services.reporting.documents.periods import comparable, form_of
from cchc_metrics.services.reporting.documents.sources import Key, Source, sources_of
from cchc_metrics.services.reporting.duties import YES_NO, MetricInfo, Reporting
from cchc_metrics.services.reporting.figures import with_computed
from cchc_metrics.services.reporting.letters import named_window
from cchc_metrics.services.reporting.lists import ListRow, rows_in
from cchc_metrics.services.reporting.status import ReportStanding, board

ByUnit = Mapping[str, Mapping[str, Fraction]]


@dataclass(frozen=True, slots=True)
class Beside:
    """The same metric in another period: its value (None: not to be had), over how many units, from which sources."""

    period_id: str
    value: Fraction | None
    units: int
    sources: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """One metric over all units of the period.

    value: None where nobody reported, or where the rule adds nothing up (then ``by_unit`` tells) · units: those with
    a value · nil, exempt: owing units that declared so · missing: owing units that said nothing · beside: other
    periods · met: whether the bound is met, None where there is none or it cannot be told · failing: units whose own
    value misses it · sources: numbers of the sources of the values.
    """

    metric: MetricInfo
    value: Fraction | None
    by_unit: Mapping[str, Fraction]
    units: tuple[str, ...]
    owing: tuple[str, ...]
    nil: tuple[str, ...]
    exempt: tuple[str, ...]
    missing: tuple[str, ...]
    beside: tuple[Beside, ...]
    met: bool | None
    failing: tuple[str, ...]
    sources: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Consolidated:
    """One period of one form, added up.

    received: units of which anything is stored · missing_units: owing units of which nothing is · unowned: tasks that
    no unit is declared for · values: unit -> metric -> value, shares among them · lacking: unit that reported ->
    incomplete task -> its missing figures · nil: unit -> tasks declared nil · items: the facts of the kind
    «unit-report» of the period, with provenance · listed: solutions, initiatives and the like that it tells of.
    """

    form_code: str
    window: Window
    day: date
    reporting: Reporting
    standings: tuple[ReportStanding, ...]
    received: tuple[str, ...]
    missing_units: tuple[str, ...]
    unowned: tuple[str, ...]
    figures: tuple[Figure, ...]
    values: ByUnit
    sources: Mapping[int, Source]
    source_of: Mapping[Key, int]
    lacking: Mapping[str, Mapping[str, tuple[str, ...]]]
    nil: Mapping[str, frozenset[str]]
    items: pd.DataFrame
    listed: tuple[ListRow, ...] = ()

    def name(self, unit_id: str) -> str:
        """A unit as the text names it."""
        return self.reporting.units[unit_id].name if unit_id in self.reporting.units else unit_id


def consolidate(desk: Desk, period_id: str, form_code: str | None = None, day: date | None = None) -> Consolidated:
    """The figures of a period. day: as of which lateness is told; by default that of the newest data.

    Raises UnknownNameError for a period without a window, CchcError when no form is due for it.
    """
    require(desk.actor, Deed.READ_ALL)
    reporting = Reporting(desk)
    window = named_window(reporting, period_id)
    form = form_of(desk, window, form_code)
    on = day or as_of_data(desk).date()
    told = board(desk, on, (window,))
    standings = tuple(one for one in told.standings if one.owed.form_code == form)
    periods = (period_id, *comparable(window, reporting.windows))
    everything = desk.facts(UNIT_REPORTS, {"form_code": [form], "period_id": list(periods)}, provenance=True)
    everything = everything[(everything["period_id"] == period_id) | (everything["part"] == ReportPart.VALUE)]
    items = everything[everything["period_id"] == period_id]
    rank = {unit: place for place, unit in enumerate(reporting.units)}
    sources, source_of = sources_of(desk, everything, rank, periods)
    held = {period: _ordered(_values(everything[everything["period_id"] == period]), rank) for period in periods}
    there = set(items["unit_id"])
    owing = [one.owed.unit_id for one in standings if not one.owed.exempt]
    refs, contents = _references(everything, source_of), Contents(items, reporting)
    return Consolidated(
        form_code=form,
        window=window,
        day=on,
        reporting=reporting,
        standings=standings,
        received=tuple(unit for unit in owing if unit in there),
        missing_units=tuple(unit for unit in owing if unit not in there),
        unowned=told.unowned,
        figures=_figures(reporting, standings, items, held, refs),
        values={unit: with_computed(values, reporting) for unit, values in held[period_id].items()},
        sources=sources,
        source_of=source_of,
        lacking={one.owed.unit_id: contents.lacking(one.owed) for one in standings if one.owed.unit_id in there},
        nil=_tasks(reporting, items[items["part"] == ReportPart.NIL]),
        items=items,
        listed=rows_in(desk, period_id, owing),
    )


def _values(items: pd.DataFrame) -> dict[str, dict[str, Fraction]]:
    """Unit -> metric -> value; what is missing or exempt is not there."""
    valued = items[(items["part"] == ReportPart.VALUE) & (items["state"] == ValueState.VALUE) & items["value"].notna()]
    found: dict[str, dict[str, Fraction]] = {}
    for unit, code, value in _rows(valued, "unit_id", "code", "value"):
        found.setdefault(unit, {})[code] = exact(value)
    return found


def _rows(items: pd.DataFrame, *columns: str) -> Iterator[tuple[Any, ...]]:
    """Row by row; as lists first, for columns of text are slow to walk."""
    return zip(*(items[name].tolist() for name in columns), strict=True)


def _ordered(values: Mapping[str, dict[str, Fraction]], rank: Mapping[str, int]) -> dict[str, dict[str, Fraction]]:
    return {unit: values[unit] for unit in sorted(values, key=lambda unit: (rank.get(unit, len(rank)), unit))}


def _tasks(reporting: Reporting, items: pd.DataFrame) -> dict[str, frozenset[str]]:
    """Unit -> the tasks that these items belong to: of a metric by the catalogue, else the number before the point."""
    found: dict[str, set[str]] = {}
    for unit, code in _rows(items, "unit_id", "code"):
        metric = reporting.metrics.get(code)
        found.setdefault(str(unit), set()).add(metric.task if metric else str(code).partition(".")[0])
    return {unit: frozenset(tasks) for unit, tasks in found.items()}


def _figures(
    reporting: Reporting,
    standings: Sequence[ReportStanding],
    items: pd.DataFrame,
    held: Mapping[str, ByUnit],
    refs: "References",
) -> tuple[Figure, ...]:
    """held: period -> unit -> metric -> value, the period itself first."""
    (period, values), *beside = held.items()
    owing = owing_units(reporting, standings)
    is_exempt = (items["part"] == ReportPart.VALUE) & (items["state"] == ValueState.EXEMPT)
    exempt = set(zip(items.loc[is_exempt, "unit_id"], items.loc[is_exempt, "code"], strict=True))
    nil = _tasks(reporting, items[items["part"] == ReportPart.NIL])
    added = {code: across_units(reporting.metrics[code].rule, _of(units, values)) for code, units in owing.items()}
    whole = {code: one.value for code, one in added.items() if one.value is not None}
    found = []
    for code, units in owing.items():
        metric = reporting.metrics[code]
        own = {unit: value for unit in units if (value := _own(metric, values.get(unit, {}))) is not None}
        said_nil = tuple(u for u in units if u not in own and metric.task in nil.get(u, ()))
        free = tuple(u for u in units if u not in own and (u, code) in exempt)
        found.append(
            Figure(
                metric=metric,
                value=added[code].value,
                by_unit=own,
                units=tuple(own),
                owing=units,
                nil=said_nil,
                exempt=free,
                missing=tuple(u for u in units if u not in {*own, *said_nil, *free}),
                beside=tuple(_other(metric, other, reported, refs) for other, reported in beside),
                met=_met(metric, added[code].value, whole, reporting),
                failing=tuple(u for u, value in own.items() if _met(metric, value, values[u], reporting) is False),
                sources=_sources(metric, period, own, refs),
            )
        )
    return tuple(found)


def owing_units(reporting: Reporting, standings: Sequence[ReportStanding]) -> dict[str, tuple[str, ...]]:
    """Metric -> the units that report it for the window, in their order; metrics that the window asks nobody for too.

    The same as asking ``Reporting.owed_metrics`` of each unit, in one pass.
    """
    due = [one for one in standings if not one.owed.exempt]
    if not standings:
        return {}
    window = standings[0].owed.window
    there = alive(reporting.unit_frame, window.end)
    owners = {owner for metric in reporting.metrics.values() for owner in metric.owner}
    named = {owner: set(members(owner, there)) for owner in owners}
    tasks = {one.owed.unit_id: set(one.owed.tasks) for one in due}
    asked = {task for one in standings for task in one.owed.tasks}
    return {
        metric.code: tuple(
            unit for unit in tasks if metric.task in tasks[unit] and any(unit in named[owner] for owner in metric.owner)
        )
        for metric in reporting.metrics.values()
        if metric.task in asked
        and metric.holds_in(window.period.year)
        and (not metric.windows or window.period.window in metric.windows)
    }


def _of(units: Iterable[str], values: ByUnit) -> dict[str, Mapping[str, Fraction]]:
    return {unit: values[unit] for unit in units if unit in values}


def _own(metric: MetricInfo, held: Mapping[str, Fraction]) -> Fraction | None:
    if metric.rule.formula is None:
        return held.get(metric.code)
    share = metric.rule.formula.value(held)
    return None if share is None else share * 100


def _other(metric: MetricInfo, period_id: str, reported: ByUnit, refs: "References") -> Beside:
    found = across_units(metric.rule, reported)
    return Beside(period_id, found.value, len(found.units), _sources(metric, period_id, found.units, refs))


def _sources(metric: MetricInfo, period_id: str, units: Iterable[str], refs: "References") -> tuple[int, ...]:
    """Numbers of the sources behind these units' values; of a share, those of its parts."""
    parts = metric.rule.formula.codes if metric.rule.formula else (metric.code,)
    keys = ((period_id, unit, part) for unit in units for part in parts)
    return tuple(sorted({refs[key] for key in keys if key in refs}))


def _met(metric: MetricInfo, value: Fraction | None, held: Mapping[str, Fraction], reporting: Reporting) -> bool | None:
    """Whether a value keeps the metric's bound; None where there is none, or a part of it has no value."""
    if value is None or not metric.bound:
        return None
    if metric.own_measure == YES_NO:
        return value == 1
    try:
        comparison, right = read_bound(metric.bound, tuple(reporting.metrics))
    except BadExpressionError:
        return None
    limit = right.value(held)
    if limit is None:
        return None
    return {
        "=": value == limit,
        "<=": value <= limit,
        ">=": value >= limit,
        "<": value < limit,
        ">": value > limit,
    }[comparison]


References = Mapping[tuple[str, str, str], int]


def _references(items: pd.DataFrame, source_of: Mapping[Key, int]) -> References:
    """(period, unit, metric) -> number of the source of its value."""
    valued = items[items["part"] == ReportPart.VALUE]
    rows = _rows(valued, "period_id", "unit_id", "code", "upload_seq")
    return {(period, unit, code): source_of[period, unit, int(seq)] for period, unit, code, seq in rows}
