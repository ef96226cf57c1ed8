"""What units have reported, as exact numbers by unit, period and metric."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

import pandas as pd

from cchc_metrics.labels import format as fmt
from cchc_metrics.metrics.reporting.expressions import BadExpressionError, exact, read_formula
from cchc_metrics.model import ReportPart, ValueState
from cchc_metrics.schema import UNIT_REPORTS
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.reporting.duties import MetricInfo, Reporting

Figures = Mapping[str, Fraction]
_NONE: Figures = {}


def reported(desk: Desk, form: str, periods: Sequence[str]) -> dict[tuple[str, str], dict[str, Fraction]]:
    """(unit, period) -> metric code -> value, of the units that reported any; missing and exempt are left out."""
    if not periods:
        return {}
    items = desk.facts(UNIT_REPORTS, {"form_code": [form], "period_id": list(periods), "part": [ReportPart.VALUE]})
    return figures_of(items)


def figures_of(items: pd.DataFrame) -> dict[tuple[str, str], dict[str, Fraction]]:
    """The same from facts of the kind «unit-report»."""
    valued = items[(items["part"] == ReportPart.VALUE) & (items["state"] == ValueState.VALUE)]
    found: dict[tuple[str, str], dict[str, Fraction]] = {}
    for unit, period, code, value in zip(
        valued["unit_id"], valued["period_id"], valued["code"], valued["value"], strict=True
    ):
        found.setdefault((unit, period), {})[code] = exact(value)
    return found


def carried(metric: MetricInfo, closing: Figures, reporting: Reporting) -> Fraction | None:
    """The opening stock that follows from the figures of the period before; None where it cannot be worked out."""
    if not metric.carried_from:
        return None
    try:
        return read_formula(metric.carried_from, tuple(reporting.metrics)).value(closing)
    except BadExpressionError:
        return None


def with_computed(values: Figures, reporting: Reporting) -> dict[str, Fraction]:
    """The figures of one report with the ratios that the system works out, in percent."""
    found = dict(values)
    for metric in reporting.metrics.values():
        if metric.rule.formula is not None:
            share = metric.rule.formula.value(values)
            if share is not None:
                found[metric.code] = share * 100
    return found


def figures(held: Mapping[tuple[str, str], Mapping[str, Fraction]], unit_id: str, period_id: str | None) -> Figures:
    """One unit's figures of a period; nothing when there is no such period or report."""
    return _NONE if period_id is None else held.get((unit_id, period_id), _NONE)


_STORED_DECIMALS = 6  # of an amount in the store: more than this only a quotient has


def written(value: Fraction | None, decimals: int = _STORED_DECIMALS) -> str:
    """A figure with as many decimals as it has, at most ``decimals``: ``1.234``, ``12,5``; a dash without one."""
    if value is None:
        return fmt.MISSING
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    rounded = round(exact, decimals).normalize()
    return fmt.number(exact, max(0, -int(rounded.as_tuple().exponent)))


@dataclass(frozen=True, slots=True)
class Held:
    """What units reported in some periods.

    reported: (unit, period) -> metric -> value · nil: (unit, period) -> tasks declared as having nothing to report.
    """

    reported: Mapping[tuple[str, str], Figures]
    nil: Mapping[tuple[str, str], frozenset[str]]

    @staticmethod
    def of(items: pd.DataFrame) -> "Held":
        """From facts of the kind «unit-report»."""
        rows = items[items["part"] == ReportPart.NIL]
        nil: dict[tuple[str, str], set[str]] = {}
        for unit, period, task in zip(rows["unit_id"], rows["period_id"], rows["code"], strict=True):
            nil.setdefault((unit, period), set()).add(str(task))
        return Held(figures_of(items), {key: frozenset(tasks) for key, tasks in nil.items()})

    def figures(self, unit_id: str, period_id: str, reporting: Reporting) -> dict[str, Fraction]:
        """One unit's figures; in a task declared nil a flow is 0. A level is there all the same and not made up."""
        found = dict(self.reported.get((unit_id, period_id), _NONE))
        for task in self.nil.get((unit_id, period_id), ()):
            for metric in reporting.metrics.values():
                if metric.task == task and metric.rule.kind == "flow":
                    found.setdefault(metric.code, Fraction(0))
        return found


def held_in(desk: Desk, form: str, periods: Sequence[str]) -> Held:
    """What units reported in some periods of one form."""
    if not periods:
        return Held({}, {})
    return Held.of(desk.facts(UNIT_REPORTS, {"form_code": [form], "period_id": list(periods)}))
