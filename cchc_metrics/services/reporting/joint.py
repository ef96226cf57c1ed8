"""Units that share what one unit was before a split: their figures are held together against what it had reported.

Nobody can say which part of the earlier figures is whose, so one report alone is not checked; the last of them to come
is, with the others.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from cchc_metrics.metrics.reporting.arithmetic import OPENING, SUM
from cchc_metrics.metrics.reporting.calendar import Window
from cchc_metrics.metrics.reporting.obligations import Obligation, alive
from cchc_metrics.services.reporting.duties import MetricInfo, Reporting
from cchc_metrics.services.reporting.figures import Figures, carried
from cchc_metrics.services.reporting.known import Known, added


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A figure that several units have together and that cannot be.

    units: all of them, in order · given: their sum · due: what was reported before, over ``periods`` · opening: the
    sum must equal it; else it must not be below.
    """

    code: str
    units: tuple[str, ...]
    given: Fraction
    due: Fraction
    periods: tuple[str, ...]
    opening: bool


def disagreements(
    reporting: Reporting, owed: Obligation, known: Known, numbers: Mapping[str, Fraction]
) -> tuple[Disagreement, ...]:
    """What the units of a split say together against what was reported before it. numbers: of the report at hand.

    Nothing for a unit that shares nothing, and for a figure that one of the units has not reported yet.
    """
    family = _Family(reporting, owed, known, numbers)
    if len(family.now) < 2:
        return ()
    found: list[Disagreement] = []
    for metric in reporting.metrics.values():
        whole = family.whole(metric.code) if metric.rule.across_units == SUM else None
        if whole is not None:
            found += _of(metric, family, known, whole)
    return tuple(found)


def _of(metric: MetricInfo, family: "_Family", known: Known, whole: Fraction) -> Iterator[Disagreement]:
    if metric.rule.over_periods == SUM:
        told = [(one.period.id, value) for one in known.parts if (value := family.before(one, metric.code)) is not None]
        least = sum((value for _, value in told), Fraction(0))
        if whole < least:
            yield Disagreement(metric.code, family.now, whole, least, tuple(p for p, _ in told), opening=False)
    elif metric.rule.over_periods == OPENING and known.eves:
        eve = known.eves[0]
        closing = carried(metric, family.closing(eve), family.reporting)
        if closing is not None and closing != whole:
            yield Disagreement(metric.code, family.now, whole, closing, (eve.period.id,), opening=True)


class _Family:
    """The units that a split ties to one unit, with their figures. now: those that report for the window."""

    def __init__(self, reporting: Reporting, owed: Obligation, known: Known, numbers: Mapping[str, Fraction]) -> None:
        self.reporting, self._known, self._mine, self._numbers = reporting, known, owed.unit_id, numbers
        self._window = owed.window
        earlier = [one for one in (*known.inside, *known.eves) if not known.units_of(one)]
        tied: set[str] = set()
        if earlier:
            families = reporting.lineage.families([*(one.end for one in earlier), owed.window.end])
            tied = {unit for family in families if owed.unit_id in family for unit in family}
        self._tied = tied
        self.now = self._alive(owed.window)

    def _alive(self, window: Window) -> tuple[str, ...]:
        there = alive(self.reporting.unit_frame, window.end)["unit_id"]
        return tuple(str(unit) for unit in there if unit in self._tied)

    def whole(self, code: str) -> Fraction | None:
        """The sum over all of them for the window; None while one has not said it."""
        return _sum([self._of(unit).get(code) for unit in self.now])

    def _of(self, unit: str) -> Figures:
        if unit == self._mine:
            return self._numbers
        return self._known.held.figures(unit, self._window.period.id, self.reporting)

    def before(self, window: Window, code: str) -> Fraction | None:
        """The sum over those that reported for an earlier window; None while one of them has not."""
        return _sum([figures.get(code) for figures in self._then(window)])

    def closing(self, window: Window) -> Figures:
        """What all of them had together at the end of an earlier window."""
        return added(self._then(window), self.reporting)

    def _then(self, window: Window) -> list[dict[str, Fraction]]:
        period = window.period.id
        return [self._known.held.figures(unit, period, self.reporting) for unit in self._alive(window)]


def _sum(values: Sequence[Fraction | None]) -> Fraction | None:
    given = [value for value in values if value is not None]
    return sum(given, Fraction(0)) if given and len(given) == len(values) else None
