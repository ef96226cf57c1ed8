"""Figures over several periods, family by family: units that a merger or a split ties together count as one.

Within a family nothing is lost and nothing counted twice: what a closed unit reported stays in the year's sum, and the
office's totals are those of an office in which nothing was merged. Nil is 0 for a flow and carried on for a level. A
unit that is missing in a period keeps what it reported before, and the sum says whose figures it lacks: a sum since the
year began never falls.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from cchc_metrics.metrics.reporting.arithmetic import SUM, derived
from cchc_metrics.metrics.reporting.calendar import Window, disjoint, inside
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.reporting.consolidated import owing_units
from cchc_metrics.services.reporting.duties import MetricInfo, Reporting
from cchc_metrics.services.reporting.figures import Held, with_computed
from cchc_metrics.services.reporting.status import board

Family = tuple[str, ...]
Values = Mapping[str, Fraction]
_Rule = Callable[[MetricInfo, Family], tuple[Fraction | None, tuple[str, ...]]]


@dataclass(frozen=True, slots=True)
class Summed:
    """by_family: family -> metric -> value, shares worked out from them · lacking: metric -> units whose figures are
    not in it, although they owed them.
    """

    by_family: Mapping[Family, Values] = field(default_factory=dict)
    lacking: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


class Years:
    """The reports of some windows of a form, by family. The last of the windows is the one that is asked about."""

    def __init__(self, desk: Desk, reporting: Reporting, form: str, windows: Sequence[Window], held: Held) -> None:
        self._reporting, self._held = reporting, held
        self._windows = {one.period.id: one for one in windows}
        told = board(desk, date.max, tuple(self._windows.values())).standings
        self._owing = {
            period: owing_units(
                reporting, [s for s in told if s.owed.form_code == form and s.owed.window.period.id == period]
            )
            for period in self._windows
        }
        self._figures = {
            (unit, period): held.figures(unit, period, reporting)
            for unit, period in {*held.reported, *held.nil}
            if period in self._windows
        }
        self.families = reporting.lineage.families([one.end for one in self._windows.values()])

    def head(self, family: Family, window: Window) -> str:
        """The one unit that has a family's figures at the end of a window; empty when several have."""
        heirs = {heir for unit in family for heir in self._reporting.lineage.heirs(unit, window.end)}
        return heirs.pop() if len(heirs) == 1 else ""

    def so_far(self, window: Window, chain: Sequence[Window]) -> Summed:
        """Since the year began: over windows that follow one another without a gap."""
        return self._over(lambda metric, family: self._since(metric, family, window, chain))

    def single(self, window: Window, rest: Sequence[Window]) -> Summed:
        """Of a cumulative window's last quarter alone: the whole less the windows inside it."""

        def alone(metric: MetricInfo, family: Family) -> tuple[Fraction | None, tuple[str, ...]]:
            whole, missing = self._at(metric, family, window)
            if missing:
                return None, missing
            if metric.rule.over_periods == "latest":
                return whole, ()
            parts = [self._at(metric, family, one) for one in rest]
            if not parts or any(lacking for _, lacking in parts):
                return None, ()
            return derived(metric.rule, whole, [value for value, _ in parts]), ()

        return self._over(alone)

    def _over(self, of: _Rule) -> Summed:
        found: dict[Family, Values] = {}
        lacking: dict[str, tuple[str, ...]] = {}
        for family in self.families:
            typed: dict[str, Fraction] = {}
            for metric in self._reporting.metrics.values():
                if metric.computed:
                    continue
                value, missing = of(metric, family)
                if value is not None:
                    typed[metric.code] = value
                if missing:
                    lacking[metric.code] = tuple(dict.fromkeys((*lacking.get(metric.code, ()), *missing)))
            if typed:
                found[family] = with_computed(typed, self._reporting)
        return Summed(found, lacking)

    def _at(self, metric: MetricInfo, family: Family, window: Window) -> tuple[Fraction | None, tuple[str, ...]]:
        """A family's figure of one window, and the units of it that owe it and say nothing."""
        owing = self._owing.get(window.period.id, {}).get(metric.code, ())
        given: list[Fraction] = []
        missing: list[str] = []
        for unit in family:
            if unit not in owing:
                continue
            value = self._figures.get((unit, window.period.id), {}).get(metric.code)
            nil = metric.task in self._held.nil.get((unit, window.period.id), ())
            if value is not None:
                given.append(value)
            elif not nil:
                missing.append(unit)
        if len(given) > 1 and metric.rule.across_units != SUM:
            return None, tuple(missing)
        return (sum(given, Fraction(0)) if given else None), tuple(missing)

    def _since(
        self, metric: MetricInfo, family: Family, window: Window, chain: Sequence[Window]
    ) -> tuple[Fraction | None, tuple[str, ...]]:
        told = [self._at(metric, family, one) for one in chain]
        missing = tuple(dict.fromkeys(unit for _, lacking in told for unit in lacking))
        values = [value for value, _ in told]
        known = [value for value in values if value is not None]
        match metric.rule.over_periods:
            case "sum":
                whole = sum(known, Fraction(0)) if known else None
                return (self._never_below(metric, family, window, whole) if window.cumulative else whole), missing
            case "opening":
                return (values[0] if values else None), missing
            case "latest":
                return (known[-1] if known else None), missing
            case _:
                return None, ()

    def _never_below(
        self, metric: MetricInfo, family: Family, window: Window, whole: Fraction | None
    ) -> Fraction | None:
        """A cumulative sum that says nothing, or nil, still holds what was reported inside it.

        A figure that was typed stands as it is; that it falls is a contradiction and told as one.
        """
        if whole:
            return whole
        parts = disjoint([one for one in inside(window, self._reporting.windows) if one.period.id in self._windows])
        inner = [value for one in parts if (value := self._at(metric, family, one)[0]) is not None]
        return max(whole or Fraction(0), sum(inner, Fraction(0))) if inner or whole is not None else None
