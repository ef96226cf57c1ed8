"""What the office knows before a unit reports: the earlier figures that are its own or those of units it follows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from cchc_metrics.metrics.reporting.calendar import Window, before, containing, disjoint, inside
from cchc_metrics.metrics.reporting.obligations import Obligation
from cchc_metrics.schema import UNIT_REPORTS
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.reporting.documents.periods import like
from cchc_metrics.services.reporting.duties import MetricInfo, Reporting
from cchc_metrics.services.reporting.figures import Figures, Held, carried, held_in

_FARTHEST = 4


@dataclass(frozen=True, slots=True)
class Opening:
    """The opening stock that follows from an earlier report. of_year: that report began on the same day."""

    value: Fraction
    period_id: str
    of_year: bool


class Known:
    """What is known of a unit's figures before it reports for a window: of itself and of the units it follows."""

    def __init__(self, desk: Desk, reporting: Reporting, owed: Obligation) -> None:
        self._reporting, self._unit, self.window = reporting, owed.unit_id, owed.window
        self._desk, self._form = desk, owed.form_code
        windows = reporting.windows
        self.inside = tuple(one for one in inside(owed.window, windows) if one.period != owed.window.period)
        self.parts = disjoint(self.inside)
        self.outside = containing(owed.window, windows)
        self.eves = self._eves(owed.window)
        self.like = like(owed.window, windows)
        near = [*self.inside, *self.outside, *self.eves, *((self.like,) if self.like else ())]
        # The window itself too: what the other units of a split have said of it already.
        periods = sorted({one.period.id for one in (*near, owed.window)})
        self.held: Held = held_in(desk, owed.form_code, periods)
        self._figures: dict[Window, dict[str, Fraction]] = {}

    @property
    def metrics(self) -> Mapping[str, MetricInfo]:
        """Every metric of the catalogue."""
        return self._reporting.metrics

    def _eves(self, window: Window) -> tuple[Window, ...]:
        """The windows that ended on the eve, each on the eve of the one before it."""
        found: list[Window] = []
        while len(found) < _FARTHEST and (eve := before(window, self._reporting.windows)) is not None:
            found.append(eve)
            window = eve
        return tuple(found)

    def units_of(self, window: Window) -> tuple[str, ...]:
        """The units whose report of another window is this unit's now; none where a split leaves only a shared sum."""
        first, last = sorted((window.end, self.window.end))
        if window.end > self.window.end:
            return (self._unit,)
        found = self._reporting.lineage.forebears(self._unit, first, last)
        return () if found.shared else found.units

    def figures(self, window: Window) -> Figures:
        """What was reported for another window: added up over the units that this one follows."""
        if window not in self._figures:
            units = self.units_of(window)
            all_of = [self.held.figures(unit, window.period.id, self._reporting) for unit in units]
            self._figures[window] = added(all_of, self._reporting)
        return self._figures[window]

    @cached_property
    def closing(self) -> Figures:
        """Figures of the period that ended on the eve."""
        return self.figures(self.eves[0]) if self.eves else {}

    def opening(self, metric: MetricInfo) -> Opening | None:
        """The opening stock of a metric: by the closing of the eve, else as a report that began the same day has it."""
        if metric.rule.over_periods != "opening":
            return None
        value = self._carried(metric, 0)
        if value is not None:
            return Opening(value, self.eves[0].period.id, of_year=False)
        for window in self.inside:
            given = self.figures(window).get(metric.code) if window.start == self.window.start else None
            if given is not None:
                return Opening(given, window.period.id, of_year=True)
        return None

    def openings(self, metric: MetricInfo) -> tuple[Opening, ...]:
        """Every opening stock that a metric must agree with."""
        first = self.opening(metric)
        same = [one for one in (*self.inside, *self.outside) if one.start == self.window.start]
        found = [first] if first else []
        for window in same if metric.rule.over_periods == "opening" else ():
            given = self.figures(window).get(metric.code)
            if given is not None:
                found.append(Opening(given, window.period.id, of_year=True))
        return tuple(dict.fromkeys(found))

    def _carried(self, metric: MetricInfo, at: int) -> Fraction | None:
        """The closing stock of an eve; where the task was declared nil, what stood there before it."""
        if at >= len(self.eves):
            return None
        eve = self.eves[at]
        closing = self.figures(eve)
        value = carried(metric, closing, self._reporting)
        if value is not None:
            return value
        units = self.units_of(eve)
        nil = units and all(metric.task in self.held.nil.get((unit, eve.period.id), ()) for unit in units)
        return closing.get(metric.code, self._carried(metric, at + 1)) if nil else None

    def so_far(self, metric: MetricInfo) -> Fraction | None:
        """A flow's sum over the shorter periods of the year; only their whole is a figure."""
        if metric.rule.over_periods != "sum" or not self.parts:
            return None
        values = [self.figures(part).get(metric.code) for part in self.parts]
        return None if any(value is None for value in values) else sum(filter(None, values), Fraction(0))

    def at_least(self, code: str) -> tuple[Fraction, tuple[str, ...]] | None:
        """The least that a cumulative flow can be, by what was reported inside it, and the periods that say so."""
        bounds: list[tuple[Fraction, tuple[str, ...]]] = []
        for windows in (self.parts, *((one,) for one in self.inside)):
            told = [(one.period.id, value) for one in windows if (value := self.figures(one).get(code)) is not None]
            if told:
                bounds.append((sum((value for _, value in told), Fraction(0)), tuple(period for period, _ in told)))
        return max(bounds, key=lambda bound: bound[0], default=None)

    def at_most(self, code: str) -> tuple[Fraction, str] | None:
        """The most that a flow can be, by a longer report that holds this period, and that report's period."""
        told = [(value, one.period.id) for one in self.outside if (value := self.figures(one).get(code)) is not None]
        return min(told, default=None)

    @cached_property
    def beside(self) -> Figures:
        """What the unit said of this period in another form: typed once, it need not be typed again."""
        if len(self._reporting.duties.forms) < 2:
            return {}
        items = self._desk.facts(UNIT_REPORTS, {"unit_id": [self._unit], "period_id": [self.window.period.id]})
        others = Held.of(items[items["form_code"] != self._form])
        return others.figures(self._unit, self.window.period.id, self._reporting)

    def previous(self, code: str) -> Fraction | None:
        """The same figure in the period that this one is held against."""
        return self.figures(self.like).get(code) if self.like else None


def added(figures: Sequence[Figures], reporting: Reporting) -> dict[str, Fraction]:
    """Figures of several units as those of one: what adds up is added where all of them have it."""
    if len(figures) < 2:
        return dict(figures[0]) if figures else {}
    codes = set(figures[0]).intersection(*figures[1:])
    summed = {
        code for code in codes if code in reporting.metrics and reporting.metrics[code].rule.across_units == "sum"
    }
    return {code: sum((each[code] for each in figures), Fraction(0)) for code in summed}
