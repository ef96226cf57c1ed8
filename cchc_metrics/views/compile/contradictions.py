"""Contradictions in what units reported: the cross-checks, the cumulative figures, the stocks carried over."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.metrics.reporting.calendar import before, inside
from cchc_metrics.metrics.reporting.expressions import Check
from cchc_metrics.metrics.reporting.obligations import Row
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.reporting.consolidated import Consolidated
from cchc_metrics.services.reporting.figures import Figures, carried, figures, reported, written
from cchc_metrics.services.reporting.receiving import checks_of


@dataclass(frozen=True, slots=True)
class Contradiction:
    """One thing in a unit's report that does not agree.

    code: of the check · codes: the metrics · hard: whether it may not be explained away · explained: the unit's own
    reasons, as written beside the figures.
    """

    unit_id: str
    code: str
    codes: tuple[str, ...]
    message: str
    hard: bool
    explained: str = ""


def contradictions(desk: Desk, found: Consolidated) -> tuple[Contradiction, ...]:
    """All of them, by unit in the units' order."""
    checks = checks_of(desk, found.reporting, found.window.period.year)
    window, windows = found.window, found.reporting.windows
    eve, shorter = before(window, windows), inside(window, windows)
    periods = sorted({one.period.id for one in (*shorter, *((eve,) if eve else ()))})
    held = reported(desk, found.form_code, periods)
    notes = _notes(found)
    asked = {code: set(one.owing) for code, one in ((each.metric.code, each) for each in found.figures)}
    listed: list[Contradiction] = []
    for unit, values in found.values.items():
        listed += _crossed(unit, values, checks, notes)
        if eve is not None:
            closing = figures(held, unit, eve.period.id)
            listed += _carried_over(found, unit, values, closing, eve.period.id, notes=notes)
        for one in shorter:
            listed += _cumulative(found, unit, values, figures(held, unit, one.period.id), one.period.id)
        strange = tuple(code for code in values if code in asked and unit not in asked[code])
        if strange:
            message = texts().documents.not_asked.format(codes=", ".join(strange))
            listed.append(Contradiction(unit, "not_asked", strange, message, hard=False))
    return tuple(listed)


_Notes = dict[tuple[str, str], str]


def _notes(found: Consolidated) -> _Notes:
    rows = found.items[(found.items["part"] == "value") & found.items["note"].notna()]
    return {(u, c): str(n) for u, c, n in zip(rows["unit_id"], rows["code"], rows["note"], strict=True)}


def _reasons(notes: _Notes, unit: str, codes: tuple[str, ...]) -> str:
    return "; ".join(dict.fromkeys(notes[unit, code] for code in codes if (unit, code) in notes))


def _crossed(unit: str, values: Figures, checks: list[tuple[Check, Row]], notes: _Notes) -> Iterator[Contradiction]:
    for check, row in checks:
        outcome = check.of(values)
        if outcome.holds is False and outcome.left is not None and outcome.right is not None:
            message = texts().documents.check_failed.format(
                message=row["message"] or row["check_code"],
                expression=row["expression"],
                left=written(outcome.left),
                right=written(outcome.right),
            )
            reasons = _reasons(notes, unit, check.codes)
            yield Contradiction(unit, row["check_code"], check.codes, message, row["force"] == "hard", reasons)


def _carried_over(
    found: Consolidated, unit: str, values: Figures, closing: Figures, eve: str, *, notes: _Notes
) -> Iterator[Contradiction]:
    """This period's opening stock against the closing stock of the period that ended on its eve."""
    for metric in found.reporting.metrics.values():
        due, given = carried(metric, closing, found.reporting), values.get(metric.code)
        if due is not None and given is not None and due != given:
            message = texts().documents.opening_differs.format(
                name=metric.name, given=written(given), due=written(due), period=fmt.period(eve)
            )
            reasons = _reasons(notes, unit, (metric.code,))
            yield Contradiction(unit, "opening", (metric.code,), message, hard=False, explained=reasons)


def _cumulative(
    found: Consolidated, unit: str, values: Figures, parts: Figures, period_id: str
) -> Iterator[Contradiction]:
    """A cumulative flow is never below that of a shorter period inside it."""
    for metric in found.reporting.metrics.values():
        whole, part = values.get(metric.code), parts.get(metric.code)
        flows = metric.rule.over_periods == "sum"
        if flows and isinstance(whole, Fraction) and isinstance(part, Fraction) and whole < part:
            message = texts().documents.cumulative_below.format(
                name=metric.name, given=written(whole), part=written(part), period=fmt.period(period_id)
            )
            yield Contradiction(unit, "cumulative", (metric.code,), message, hard=True)
