"""What a report still lacks: a required figure left blank, or a task of which nothing is said."""

import pandas as pd

from cchc_metrics.metrics.reporting.obligations import Obligation
from cchc_metrics.model import ReportPart, ValueState
from cchc_metrics.services.reporting.duties import Reporting

Key = tuple[str, str, str]
# A figure was given when it has a value, or when the unit says that the metric does not apply to it.
GIVEN = (ValueState.VALUE, ValueState.EXEMPT)


class Contents:
    """What stands in some reports, by (unit, form, period)."""

    def __init__(self, items: pd.DataFrame, reporting: Reporting) -> None:
        """items: facts of the kind «unit-report»."""
        self._reporting = reporting
        self._given: dict[Key, set[str]] = {}
        self._said: dict[Key, set[str]] = {}
        self._nil: dict[Key, set[str]] = {}
        columns = ("unit_id", "form_code", "period_id", "part", "code", "state")
        for unit, form, period, part, code, state in zip(*(items[name] for name in columns), strict=True):
            key = (str(unit), str(form), str(period))
            if part == ReportPart.NIL:
                self._nil.setdefault(key, set()).add(str(code))
            elif part == ReportPart.TEXT:
                self._said.setdefault(key, set()).add(str(code).partition(".")[0])
            elif part == ReportPart.VALUE and state in GIVEN:
                metric = reporting.metrics.get(str(code))
                self._given.setdefault(key, set()).add(str(code))
                self._said.setdefault(key, set()).add(metric.task if metric else str(code).partition(".")[0])

    def nil(self, owed: Obligation) -> frozenset[str]:
        """Tasks declared as having nothing to report."""
        return frozenset(self._nil.get(key_of(owed), ()))

    def said(self, owed: Obligation) -> frozenset[str]:
        """Tasks with a figure or a text."""
        return frozenset(self._said.get(key_of(owed), ()))

    def lacking(self, owed: Obligation) -> dict[str, tuple[str, ...]]:
        """Task -> required figures that are missing; none where only a text is asked for, and is not there either.

        A task that is not in it is complete, or declared nil.
        """
        nil, said, given = self.nil(owed), self.said(owed), self._given.get(key_of(owed), set())
        found: dict[str, tuple[str, ...]] = {}
        needed = [self._reporting.metrics[code] for code in required(self._reporting, owed)]
        for task in owed.tasks:
            missing = tuple(one.code for one in needed if one.task == task and one.code not in given)
            if task not in nil and (missing or task not in said):
                found[task] = missing
        return found


def required(reporting: Reporting, owed: Obligation) -> tuple[str, ...]:
    """The figures that a unit types for a report: every metric of its tasks but those the system works out."""
    metrics = reporting.owed_metrics(owed.unit_id, owed.window, owed.tasks)
    return tuple(metric.code for metric in metrics if not metric.computed)


def key_of(owed: Obligation) -> Key:
    """unit, form, period."""
    return (owed.unit_id, owed.form_code, owed.window.period.id)
