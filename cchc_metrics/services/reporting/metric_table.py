"""Every metric of a period by unit and over all of them: as reported, of its own quarter alone, and of the year so far.

Nothing is filled up: a value over several units says over how many it was taken.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise

import pandas as pd

from cchc_metrics.access import Deed, require
from cchc_metrics.importing.problems import column_name
from cchc_metrics.metrics.reporting.arithmetic import Added, across_units
from cchc_metrics.metrics.reporting.calendar import Window, disjoint, inside, year_so_far
from cchc_metrics.metrics.reporting.expressions import BadExpressionError, read_check
from cchc_metrics.model import ReportPart, ValueState
from cchc_metrics.schema import UNIT_REPORTS
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.reporting.consolidated import owing_units
from cchc_metrics.services.reporting.duties import YES_NO, MetricInfo, Reporting
from cchc_metrics.services.reporting.families import Family, Summed, Years
from cchc_metrics.services.reporting.figures import Held, with_computed
from cchc_metrics.services.reporting.status import board

Values = Mapping[str, Fraction]
ByUnit = Mapping[str, Values]
_NOTHING: Values = {}
_A_QUARTER = timedelta(days=93)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a reported figure stands. sheet, cell: empty for what was typed on the screen."""

    seq: int
    sheet: int | None
    cell: str


@dataclass(frozen=True, slots=True)
class UnitFigure:
    """One metric of one unit. state: value, na, nil or missing · so_far: with what the units had that it follows;
    None where several share that · met: None where there is no bound, or no telling.
    """

    unit_id: str
    state: str
    value: Fraction | None
    single: Fraction | None
    so_far: Fraction | None
    met: bool | None
    place: Place | None


@dataclass(frozen=True, slots=True)
class MetricFigure:
    """One metric over the units of a period.

    value: as reported · single: of the last quarter alone · so_far: since the year began · given: units behind
    ``value`` · owing: units that report it · so_far_lacking: units whose figures since the year began are not all in
    ``so_far``.
    """

    metric: MetricInfo
    value: Fraction | None
    single: Fraction | None
    so_far: Fraction | None
    met: bool | None
    given: tuple[str, ...]
    single_given: tuple[str, ...]
    owing: tuple[str, ...]
    by_unit: tuple[UnitFigure, ...]
    so_far_lacking: tuple[str, ...] = ()

    @property
    def reported(self) -> int:
        """How many units said something of it: a value, that there is nothing to report, or that it does not apply."""
        return sum(1 for one in self.by_unit if one.state != ValueState.MISSING)


@dataclass(frozen=True, slots=True)
class PeriodFigures:
    """A period's metrics. rest: the windows taken off a cumulative one for its last quarter; empty for a quarter."""

    window: Window
    rest: tuple[Window, ...]
    chain: tuple[Window, ...]
    reporting: Reporting
    metrics: tuple[MetricFigure, ...]

    @property
    def is_derived(self) -> bool:
        return self.window.cumulative


def period_figures(
    desk: Desk, window: Window, form: str, codes: Collection[str] | None = None, reporting: Reporting | None = None
) -> PeriodFigures:
    """The metrics of a window. codes: which of them; all by default. Raises NotAllowedError."""
    require(desk.actor, Deed.READ_REPORTS)
    reporting = reporting or Reporting(desk)
    rest = _rest(window, reporting.windows)
    chain = year_so_far(window, reporting.windows)
    within = inside(window, reporting.windows)
    periods = sorted({one.period.id for one in (window, *rest, *chain, *within)})
    items = desk.facts(UNIT_REPORTS, {"form_code": [form], "period_id": periods}, provenance=True)
    mine = items[items["period_id"] == window.period.id]
    standings = [one for one in board(desk, date.max, (window,)).standings if one.owed.form_code == form]
    owing = owing_units(reporting, standings)
    told = _told(desk, reporting, form, Held.of(items), _Stretch(window, rest, chain, within))
    found = [
        _figure(reporting, reporting.metrics[code], by, told, mine)
        for code, by in owing.items()
        if codes is None or code in codes
    ]
    return PeriodFigures(window, rest, chain, reporting, tuple(found))


def _rest(window: Window, windows: pd.DataFrame) -> tuple[Window, ...]:
    """What is taken off a cumulative window so that one quarter is left; none where that cannot be done."""
    parts = disjoint(inside(window, windows))
    joined = all(one.end + timedelta(days=1) == after.start for one, after in pairwise(parts))
    if not parts or not joined or parts[0].start != window.start:
        return ()
    return parts if window.end - parts[-1].end <= _A_QUARTER else ()


@dataclass(frozen=True, slots=True)
class _Told:
    """What was reported for the window by unit; of the last quarter alone and of the year so far by family.

    heads: family -> the unit that has its figures now, empty where several have.
    """

    whole: ByUnit
    single: Summed
    so_far: Summed
    heads: Mapping[Family, str]

    def of_unit(self, summed: Summed, unit: str) -> Values:
        """The figures of a family at the unit that has them now."""
        return next((values for family, values in summed.by_family.items() if self.heads[family] == unit), _NOTHING)


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A window, what is taken off it for its last quarter, the windows since the year began, those inside it."""

    window: Window
    rest: tuple[Window, ...]
    chain: tuple[Window, ...]
    within: tuple[Window, ...]


def _told(desk: Desk, reporting: Reporting, form: str, held: Held, stretch: _Stretch) -> _Told:
    window = stretch.window
    known = [*stretch.within, *stretch.rest, *stretch.chain, window]
    years = Years(desk, reporting, form, known, held)
    whole = {
        unit: with_computed(values, reporting)
        for (unit, period), values in held.reported.items()
        if period == window.period.id
    }
    so_far = years.so_far(window, stretch.chain)
    single = years.single(window, stretch.rest) if window.cumulative else years.so_far(window, (window,))
    return _Told(whole, single, so_far, {family: years.head(family, window) for family in years.families})


def _figure(
    reporting: Reporting, metric: MetricInfo, owing: tuple[str, ...], told: _Told, mine: pd.DataFrame
) -> MetricFigure:
    value = across_units(metric.rule, {unit: told.whole[unit] for unit in owing if unit in told.whole})
    single, so_far = _over(metric, told.single), _over(metric, told.so_far)
    states, places = _states(metric, mine), _places(metric, mine)
    by_unit = tuple(
        UnitFigure(
            unit,
            "value" if metric.code in told.whole.get(unit, _NOTHING) else states.get(unit, "missing"),
            told.whole.get(unit, _NOTHING).get(metric.code),
            told.of_unit(told.single, unit).get(metric.code),
            told.of_unit(told.so_far, unit).get(metric.code),
            keeps(metric, told.whole.get(unit, _NOTHING), reporting),
            places.get(unit),
        )
        for unit in owing
    )
    parts = metric.rule.formula.codes if metric.rule.formula else (metric.code,)
    lacking = dict.fromkeys(unit for code in parts for unit in told.so_far.lacking.get(code, ()))
    return MetricFigure(
        metric=metric,
        value=value.value,
        single=single.value,
        so_far=so_far.value,
        met=keeps(metric, _same_scope(metric, owing, told.whole, reporting), reporting),
        given=value.units,
        single_given=single.units,
        owing=owing,
        by_unit=by_unit,
        so_far_lacking=tuple(lacking),
    )


def _over(metric: MetricInfo, summed: Summed) -> Added:
    return across_units(metric.rule, {family[0]: values for family, values in summed.by_family.items()})


def _same_scope(metric: MetricInfo, owing: Sequence[str], by: ByUnit, reporting: Reporting) -> Values:
    """The metric and what its bound names, over the units that report all of them: late dossiers and apologies of the
    same units are compared, not of others.
    """
    needed = _codes_of(metric, reporting)
    whole = {unit: by[unit] for unit in owing if unit in by and all(code in by[unit] for code in needed)}
    added = {code: across_units(reporting.metrics[code].rule, whole).value for code in needed}
    return {code: value for code, value in added.items() if value is not None}


def _codes_of(metric: MetricInfo, reporting: Reporting) -> tuple[str, ...]:
    try:
        return read_check(f"{metric.code} {metric.bound}", tuple(reporting.metrics)).codes if metric.bound else ()
    except BadExpressionError:
        return (metric.code,)


def keeps(metric: MetricInfo, values: Values, reporting: Reporting) -> bool | None:
    """Whether a metric keeps its bound among these values; None where there is none, or a part has no value."""
    if not metric.bound or metric.code not in values:
        return None
    if metric.own_measure == YES_NO:
        return values[metric.code] == 1
    try:
        return read_check(f"{metric.code} {metric.bound}", tuple(reporting.metrics)).of(values).holds
    except BadExpressionError:
        return None


def _states(metric: MetricInfo, mine: pd.DataFrame) -> dict[str, str]:
    """Unit -> what it said instead of a value: exempt, or nothing to report in the whole task."""
    said = mine[
        (mine["part"] == ReportPart.VALUE) & (mine["code"] == metric.code) & (mine["state"] == ValueState.EXEMPT)
    ]
    nil = mine[(mine["part"] == ReportPart.NIL) & (mine["code"] == metric.task)]
    return {str(unit): ReportPart.NIL for unit in nil["unit_id"]} | {
        str(unit): ValueState.EXEMPT for unit in said["unit_id"]
    }


def _places(metric: MetricInfo, mine: pd.DataFrame) -> dict[str, Place]:
    rows = mine[(mine["part"] == ReportPart.VALUE) & (mine["code"] == metric.code)]
    found = {}
    for row in rows.to_dict("records"):
        in_file = not pd.isna(row["row_no"])
        cell = f"{column_name(int(row['col_no']))}{int(row['row_no'])}" if in_file else ""
        found[str(row["unit_id"])] = Place(int(row["upload_seq"]), int(row["sheet_no"]) if in_file else None, cell)
    return found
