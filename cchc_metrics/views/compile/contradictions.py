"""Contradictions in what units reported: the cross-checks, the cumulative figures, the stocks carried over."""

from collections.abc import Iterator
from dataclasses import dataclass

from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.metrics.reporting.expressions import Check
from cchc_metrics.metrics.reporting.obligations import Obligation, Row
from cchc_metrics.model import ReportPart
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.reporting.consolidated import Consolidated
from cchc_metrics.services.reporting.figures import Figures, written
from cchc_metrics.services.reporting.held_against import checks_of, joint_words
from cchc_metrics.services.reporting.joint import disagreements
from cchc_metrics.services.reporting.known import Known
from cchc_metrics.services.reporting.levels import check_words, is_level


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
    notes = _notes(found)
    asked = {code: set(one.owing) for code, one in ((each.metric.code, each) for each in found.figures)}
    owed = {one.owed.unit_id: one.owed for one in found.standings}
    listed: list[Contradiction] = []
    for unit, values in found.values.items():
        listed += _crossed(unit, values, checks, notes)
        if unit in owed:
            known = Known(desk, found.reporting, owed[unit])
            listed += _carried_over(found, unit, values, known, notes)
            listed += _cumulative(found, unit, values, known, notes)
            listed += _jointly(found, owed[unit], values, known, notes)
        strange = tuple(code for code in values if code in asked and unit not in asked[code])
        if strange:
            message = texts().documents.not_asked.format(codes=", ".join(strange))
            listed.append(Contradiction(unit, "not_asked", strange, message, hard=False))
    return tuple(listed)


_Notes = dict[tuple[str, str], str]


def _notes(found: Consolidated) -> _Notes:
    rows = found.items[(found.items["part"] == ReportPart.VALUE) & found.items["note"].notna()]
    return {(u, c): str(n) for u, c, n in zip(rows["unit_id"], rows["code"], rows["note"], strict=True)}


def _reasons(notes: _Notes, unit: str, codes: tuple[str, ...]) -> str:
    return "; ".join(dict.fromkeys(notes[unit, code] for code in codes if (unit, code) in notes))


def _crossed(unit: str, values: Figures, checks: list[tuple[Check, Row]], notes: _Notes) -> Iterator[Contradiction]:
    """Checks between figures that do not hold. One that asks a fixed level of a figure is a level missed, no more."""
    for check, row in checks:
        outcome = check.of(values)
        if outcome.holds is False and outcome.left is not None and outcome.right is not None and not is_level(check):
            message = check_words(
                check, row["message"] or row["check_code"], row["expression"], outcome.left, outcome.right
            )
            reasons = _reasons(notes, unit, check.codes)
            yield Contradiction(unit, row["check_code"], check.codes, message, row["force"] == "hard", reasons)


def _carried_over(
    found: Consolidated, unit: str, values: Figures, known: Known, notes: _Notes
) -> Iterator[Contradiction]:
    """This period's opening stock against the closing stock of the eve, and of reports that began the same day."""
    for metric in found.reporting.metrics.values():
        given = values.get(metric.code)
        for due in known.openings(metric) if given is not None else ():
            if given is not None and due.value != given:
                words = {"given": written(given), "due": written(due.value), "period": fmt.period(due.period_id)}
                message = texts().documents.opening_differs.format(name=metric.name, **words)
                reasons = _reasons(notes, unit, (metric.code,))
                yield Contradiction(unit, "opening", (metric.code,), message, hard=False, explained=reasons)


def _cumulative(
    found: Consolidated, unit: str, values: Figures, known: Known, notes: _Notes
) -> Iterator[Contradiction]:
    """A cumulative flow is never below what was reported inside it, by the unit or by those it follows."""
    for metric in found.reporting.metrics.values():
        whole, least = values.get(metric.code), known.at_least(metric.code)
        flows = metric.rule.over_periods == "sum"
        if flows and whole is not None and least is not None and whole < least[0]:
            periods = " + ".join(fmt.period(period) for period in least[1])
            message = texts().documents.cumulative_below.format(
                name=metric.name, given=written(whole), part=written(least[0]), period=periods
            )
            reasons = _reasons(notes, unit, (metric.code,))
            yield Contradiction(unit, "cumulative", (metric.code,), message, hard=True, explained=reasons)


def _jointly(
    found: Consolidated, owed: Obligation, values: Figures, known: Known, notes: _Notes
) -> Iterator[Contradiction]:
    """What the units of a split say together, told once: at the first of them."""
    for one in disagreements(found.reporting, owed, known, values):
        if one.units[0] == owed.unit_id:
            reasons = "; ".join(filter(None, (_reasons(notes, unit, (one.code,)) for unit in one.units)))
            message = f"{found.reporting.metrics[one.code].name}: {joint_words(found.reporting, one)}"
            yield Contradiction(owed.unit_id, "joint", (one.code,), message, hard=False, explained=reasons)
