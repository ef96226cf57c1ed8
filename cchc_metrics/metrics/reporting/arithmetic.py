"""How a metric adds up across units and over periods (rules of the catalogue; nothing is averaged).

A flow adds up, a stock is a level, a ratio is worked out anew from its parts. What a unit did not report is missing:
a sum says over how many units it was taken and is never filled up.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from cchc_metrics.metrics.reporting.expressions import Formula, read_formula

_RATIO = re.compile(r"ratio\s+(?P<formula>.+)")
SUM, LATEST, OPENING, ALL_YES, LIST, SAME = "sum", "latest", "opening", "all yes", "list", "same"


@dataclass(frozen=True, slots=True)
class Metric:
    """One metric of the catalogue as far as arithmetic goes. formula: of a ratio that the system works out."""

    code: str
    kind: str  # flow | stock | ratio
    across_units: str
    over_periods: str
    formula: Formula | None = None


@dataclass(frozen=True, slots=True)
class Added:
    """A value taken over several units. value: None when none can be had · units: those with a value, in order."""

    value: Fraction | None
    units: tuple[str, ...]


def metric_of(code: str, kind: str, across_units: str, over_periods: str, codes: Sequence[str]) -> Metric:
    """A metric from its row of the catalogue. codes: every code there is. Raises BadExpressionError."""
    match = _RATIO.fullmatch(across_units)
    return Metric(code, kind, across_units, over_periods, read_formula(match["formula"], codes) if match else None)


def across_units(metric: Metric, reported: Mapping[str, Mapping[str, Fraction]]) -> Added:
    """A metric over the units of one period. reported: unit -> metric code -> value; what is not there is missing.

    A ratio takes the units that report all of its parts, so that numerator and denominator have the same scope; it is
    in percent. A level that is not added (``latest``) is a figure of one unit: of several there is none.
    """
    if metric.formula is not None:
        return _ratio(metric.formula, reported)
    held = {unit: values[metric.code] for unit, values in reported.items() if metric.code in values}
    units = tuple(held)
    if not held:
        return Added(None, ())
    rule = _ACROSS.get(metric.across_units)
    return Added(rule(list(held.values())) if rule else None, units)


def _ratio(formula: Formula, reported: Mapping[str, Mapping[str, Fraction]]) -> Added:
    whole = {unit: values for unit, values in reported.items() if all(code in values for code in formula.codes)}
    if not whole:
        return Added(None, ())
    parts = {code: sum((values[code] for values in whole.values()), Fraction(0)) for code in formula.codes}
    share = formula.value(parts)
    return Added(None if share is None else share * 100, tuple(whole))


def _only(values: list[Fraction]) -> Fraction | None:
    return values[0] if len(values) == 1 else None


_ACROSS: Mapping[str, Callable[[list[Fraction]], Fraction | None]] = {
    SUM: lambda values: sum(values, Fraction(0)),
    LATEST: _only,
    SAME: _only,
    ALL_YES: lambda values: Fraction(all(values)),
}


def over_periods(metric: Metric, values: Sequence[Fraction | None]) -> Fraction | None:
    """A metric over consecutive periods that do not overlap, in order; None where the rule cannot be followed.

    A flow needs every period; an opening stock the first, a level the last. A ratio is worked out from its parts and
    has no rule of its own here.
    """
    if not values:
        return None
    match metric.over_periods:
        case "sum":
            return None if any(value is None for value in values) else sum(filter(None, values), Fraction(0))
        case "opening":
            return values[0]
        case "latest":
            return values[-1]
        case _:
            return None


def derived(metric: Metric, whole: Fraction | None, parts: Sequence[Fraction | None]) -> Fraction | None:
    """The rest of a cumulative period less the periods inside it: Quý II = 6 tháng − Quý I, marked «suy ra».

    Only a flow can be taken apart; a missing part leaves the rest unknown.
    """
    if metric.over_periods != SUM or whole is None or any(part is None for part in parts):
        return None
    return whole - sum(filter(None, parts), Fraction(0))
