"""A unit's report coming in: read, held against what it owes, against itself and against its own earlier reports."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from statistics import median

import pandas as pd

from cchc_metrics.importing import Diff, Interpretation, empty_facts
from cchc_metrics.importing.normalise import key
from cchc_metrics.importing.problems import Fault, Problems, error, info, warning
from cchc_metrics.importing.report_cells import NOTE, AskedMetric, text_at
from cchc_metrics.importing.unit_reports import AskedReport, Identity, UnitReport, identity_of, read_unit_report
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.metrics.reporting.calendar import Window, before, inside
from cchc_metrics.metrics.reporting.expressions import BadExpressionError, Check, read_check
from cchc_metrics.metrics.reporting.obligations import Obligation, Row, obligations, rows_of_year
from cchc_metrics.model import FileMapping, Finding, Period, RowCounts, Workbook
from cchc_metrics.schema import METRIC_CHECKS, SIGNED_REPORTS, UNIT_REPORTS
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.reporting.duties import Reporting
from cchc_metrics.services.reporting.figures import carried, figures, reported
from cchc_metrics.services.reporting.forms import YES_NO
from cchc_metrics.services.reporting.plan_reports import asked_items

# A figure so many times its usual level is pointed out, once there are so many earlier reports of the same window.
_JUMP, _ENOUGH_HISTORY, _YEARS_BACK = 5, 3, 6
_Held = Mapping[tuple[str, str], Mapping[str, Fraction]]


def interpretation(desk: Desk, workbook: Workbook) -> Interpretation:
    """A unit's report as the intake takes any file: its sound facts, counts and findings."""
    report, findings = receive(desk, workbook)
    mapping = FileMapping(UNIT_REPORTS.name, ())
    if report is None:
        return Interpretation(UNIT_REPORTS, empty_facts(UNIT_REPORTS), RowCounts(), findings, mapping)
    return Interpretation(UNIT_REPORTS, report.facts, report.rows, findings, mapping)


def replacing(found: Diff) -> Diff:
    """A later version of a report stands for the whole report: what it no longer says is taken out of force."""
    gone = found.missing
    if gone.empty:
        return found
    nowhere = pd.array([pd.NA] * len(gone), dtype="Int64")
    removed = gone.assign(op="remove", upload_seq=nowhere, sheet_no=nowhere, row_no=nowhere, col_no=nowhere)
    changes = pd.concat([found.changes, removed[list(found.changes.columns)]], ignore_index=True)
    previous = pd.concat([found.previous, gone], ignore_index=True)
    counts = replace(found.counts, missing=0, removed=len(gone))
    return Diff(changes, previous, gone.iloc[:0], counts)


def receive(desk: Desk, workbook: Workbook) -> tuple[UnitReport | None, tuple[Finding, ...]]:
    """The report in a workbook with everything there is to say about it; None when it cannot be told whose it is."""
    said, reporting = texts().reporting, Reporting(desk)
    identity = identity_of(workbook)
    if identity is None:
        return None, _refusal("report_unknown", said.identity_unknown)
    trial = desk.office.settings.illustrative
    if _illustrative(workbook, identity) != trial:
        words = texts().demo.needs_mark if trial else texts().findings.illustrative
        return None, _refusal("illustrative", words)
    owed = _owed(reporting, identity)
    if owed is None:
        names = {"unit": identity.unit_id, "form": identity.form_code, "period": identity.period_id}
        return None, _refusal("report_not_owed", said.not_owed.format(**names))
    report = read_unit_report(workbook, asked_of(desk, reporting, owed))
    _compare(desk, reporting, owed, report)
    return report, report.findings


def _illustrative(workbook: Workbook, identity: Identity) -> bool:
    """Whether a report bears the mark of a try-out: in its hidden sheet, or on any sheet where people read it."""
    mark = key(texts().demo.mark)
    seen = (text_at(sheet, 0, NOTE) for sheet in workbook.sheets if sheet.height)
    return any(mark in key(words) for words in (identity.mark, *seen))


def asked_of(desk: Desk, reporting: Reporting, owed: Obligation) -> AskedReport:
    """What a unit is asked for, as the reader needs it."""
    metrics = reporting.owed_metrics(owed.unit_id, owed.window, owed.tasks)
    return AskedReport(
        owed.unit_id,
        owed.form_code,
        owed.window.period.id,
        {m.code: AskedMetric(m.name, m.measure, m.computed, m.measure == YES_NO) for m in metrics}
        | asked_items(desk, reporting, owed),
        {task: reporting.tasks[task] for task in owed.tasks},
        texts().reporting.form_text_parts,
    )


def _refusal(code: str, message: str) -> tuple[Finding, ...]:
    problems = Problems()
    problems.of_file(error(code, message))
    return problems.findings()


def _owed(reporting: Reporting, identity: Identity) -> Obligation | None:
    try:
        window = reporting.window(identity.period_id)
    except ValueError:
        return None
    if window is None:
        return None
    owed = obligations(window, reporting.duties)
    return next((one for one in owed if (one.unit_id, one.form_code) == (identity.unit_id, identity.form_code)), None)


def _compare(desk: Desk, reporting: Reporting, owed: Obligation, report: UnitReport) -> None:
    _frozen(desk, owed, report)
    for fault, codes in _crossed(desk, reporting, owed, report):
        report.say(fault, codes)
    held = reported(desk, owed.form_code, _periods_beside(reporting, owed.window))
    for fault, codes in (*_carried(reporting, owed, report, held), *_shorter(reporting, owed, report, held)):
        report.say(fault, codes)
    for fault, codes in _unusual(reporting, owed, report, held):
        report.say(fault, codes)
    _incomplete(reporting, owed, report)


def _frozen(desk: Desk, owed: Obligation, report: UnitReport) -> None:
    """A signed period takes corrections only with a reason: a warning, which asks for one."""
    signed = desk.facts(SIGNED_REPORTS, {"form_code": [owed.form_code], "period_id": [owed.window.period.id]})
    for number, day in zip(signed["number"], signed["signed_on"], strict=True):
        message = texts().reporting.period_signed.format(number=number, day=fmt.day(day))
        report.problems.of_file(warning("period_signed", message))


_Faults = list[tuple[Fault, tuple[str, ...]]]


def checks_of(desk: Desk, reporting: Reporting, year: int) -> list[tuple[Check, Row]]:
    """The cross-checks of a year with their rows; one that cannot be read is left out (the catalogue's import says)."""
    found: list[tuple[Check, Row]] = []
    for row in rows_of_year(desk.facts(METRIC_CHECKS), year):
        try:
            found.append((read_check(row["expression"], tuple(reporting.metrics)), row))
        except BadExpressionError:
            continue
    return found


def _crossed(desk: Desk, reporting: Reporting, owed: Obligation, report: UnitReport) -> _Faults:
    said, found = texts().reporting, []
    for check, row in checks_of(desk, reporting, owed.window.period.year):
        outcome = check.of(report.numbers)
        if outcome.holds is not False or outcome.left is None or outcome.right is None:
            continue
        sides = {"left": _shown(outcome.left), "right": _shown(outcome.right)}
        message = said.check_failed.format(
            message=row["message"] or row["check_code"], expression=row["expression"], **sides
        )
        if row["force"] == "hard":
            found.append((error("report_check", message), check.codes))
        else:
            explained = any(code in report.notes for code in check.codes)
            fault = info if explained else warning
            found.append((fault("report_check_soft", message), check.codes))
    return found


def _carried(reporting: Reporting, owed: Obligation, report: UnitReport, held: _Held) -> _Faults:
    """This period's opening stock is last period's closing stock, or is explained."""
    eve = before(owed.window, reporting.windows)
    if eve is None:
        return []
    closing = figures(held, owed.unit_id, eve.period.id)
    found: _Faults = []
    for metric in reporting.metrics.values():
        due, given = carried(metric, closing, reporting), report.numbers.get(metric.code)
        if due is not None and given is not None and due != given:
            message = texts().reporting.opening_differs.format(
                given=_shown(given), due=_shown(due), period=fmt.period(eve.period.id)
            )
            fault = info if metric.code in report.notes else warning
            found.append((fault("report_opening", message), (metric.code,)))
    return found


def _shorter(reporting: Reporting, owed: Obligation, report: UnitReport, held: _Held) -> _Faults:
    """A cumulative flow is never below that of a shorter period inside it."""
    found: _Faults = []
    for window in inside(owed.window, reporting.windows):
        parts = figures(held, owed.unit_id, window.period.id)
        for metric in reporting.metrics.values():
            whole, part = report.numbers.get(metric.code), parts.get(metric.code)
            if metric.rule.over_periods == "sum" and whole is not None and part is not None and whole < part:
                message = texts().reporting.cumulative_below.format(
                    given=_shown(whole), part=_shown(part), period=fmt.period(window.period.id)
                )
                found.append((error("report_cumulative", message), (metric.code,)))
    return found


def _unusual(reporting: Reporting, owed: Obligation, report: UnitReport, held: _Held) -> _Faults:
    """A flow far above the unit's own reports of the same window in earlier years: information, not a warning."""
    years = range(owed.window.period.year - _YEARS_BACK, owed.window.period.year)
    earlier = [figures(held, owed.unit_id, Period(year, owed.window.period.window).id) for year in years]
    found: _Faults = []
    for code, value in report.numbers.items():
        history = [values[code] for values in earlier if code in values]
        metric = reporting.metrics.get(code)
        if metric is None or metric.rule.kind != "flow" or len(history) < _ENOUGH_HISTORY:
            continue
        usual = median(history)
        if usual > 0 and value > _JUMP * usual:
            message = texts().reporting.unusual.format(given=_shown(value), usual=_shown(usual), count=len(history))
            found.append((info("report_unusual", message), (code,)))
    return found


def _incomplete(reporting: Reporting, owed: Obligation, report: UnitReport) -> None:
    """Tasks that say nothing and are not declared nil: the report may come in and stays incomplete."""
    tasks = {code.partition(".")[0] for code in report.facts["code"]} - report.nil
    empty = [task for task in owed.tasks if task not in tasks and task not in report.nil]
    if empty:
        message = texts().reporting.tasks_empty.format(tasks=", ".join(empty))
        report.problems.of_file(info("report_incomplete", message))


def _periods_beside(reporting: Reporting, window: Window) -> Sequence[str]:
    eve = before(window, reporting.windows)
    near = [*inside(window, reporting.windows), *((eve,) if eve else ())]
    years = range(window.period.year - _YEARS_BACK, window.period.year)
    back = [Period(year, window.period.window).id for year in years]
    return sorted({*(one.period.id for one in near), *back})


def _shown(value: Fraction) -> str:
    return fmt.plain(round(float(value), 6))
