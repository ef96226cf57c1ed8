"""A unit's report coming in: read, held against what it owes, against itself and against its own earlier reports."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from cchc_metrics.importing import Diff, Interpretation, empty_facts
from cchc_metrics.importing.normalise import compact, key
from cchc_metrics.importing.periods import read_period
from cchc_metrics.importing.problems import Problems, error, info, warning
from cchc_metrics.importing.questions import REPORT_CELL
from cchc_metrics.importing.reports.cells import AskedMetric, text_at
from cchc_metrics.importing.reports.identity import (
    Identity,
    contradicted,
    faces_of,
    given_out,
    identity_of,
    is_report,
)
from cchc_metrics.importing.reports.reading import read_unit_report
from cchc_metrics.importing.reports.report import UnitReport
from cchc_metrics.importing.reports.sheets import AskedReport
from cchc_metrics.labels import LANGUAGES, OFFICIAL, every, named, official, speaking, texts
from cchc_metrics.labels import format as fmt
from cchc_metrics.metrics.reporting.obligations import Obligation, obligations
from cchc_metrics.model import FileMapping, Finding, NameAnswer, Period, RowCounts, Severity, Workbook
from cchc_metrics.schema import FORMS, UNIT_REPORTS
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.reporting.duties import GROUP, GROUPS, YES_NO, MetricInfo, Reporting
from cchc_metrics.services.reporting.forms import sheet_name
from cchc_metrics.services.reporting.held_against import hold_against
from cchc_metrics.services.reporting.known import Known
from cchc_metrics.services.reporting.lists import titles_of
from cchc_metrics.services.reporting.plan_reports import asked_items

__all__ = ["interpretation", "is_report", "receive", "replacing", "report_in"]


def interpretation(desk: Desk, workbook: Workbook, given: FileMapping | None = None) -> Interpretation:
    """A unit's report as the intake takes any file: its sound facts, counts, findings and questions.

    given: what the person answered to the questions of an earlier reading.
    """
    answers = tuple(one for one in (given.answers if given else ()) if one.subject == REPORT_CELL)
    report, findings = receive(desk, workbook, answers)
    mapping = FileMapping(UNIT_REPORTS.name, (), answers=answers)
    if report is None:
        return Interpretation(UNIT_REPORTS, empty_facts(UNIT_REPORTS), RowCounts(), findings, mapping)
    return Interpretation(UNIT_REPORTS, report.facts, report.rows, findings, mapping, report.questions)


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


def receive(
    desk: Desk, workbook: Workbook, answers: Sequence[NameAnswer] = ()
) -> tuple[UnitReport | None, tuple[Finding, ...]]:
    """The report in a workbook with everything there is to say about it; None when it cannot be told whose it is."""
    t, reporting = texts().reporting, Reporting(desk)
    identity = identity_of(workbook)
    if identity is None:
        return None, _refusal("report_unknown", _which_to_take(reporting, workbook))
    trial = desk.office.settings.illustrative
    if _illustrative(workbook, identity) != trial:
        words = texts().demo.needs_mark if trial else texts().findings.illustrative
        return None, _refusal("illustrative", words)
    if workbook.file_type in _NOT_WHOLE:
        return None, _refusal("report_file_type", texts().asides.file_type.format(type=workbook.file_type))
    owed = _owed(reporting, identity)
    if owed is None:
        return None, _refusal("report_not_owed", t.not_owed.format(**_named(reporting, identity)))
    problems = _face(desk, reporting, workbook, identity)
    if any(finding.severity is Severity.ERROR for finding in problems.findings()):
        return None, problems.findings()
    known = Known(desk, reporting, owed)
    asked = asked_of(desk, reporting, owed, known, given_out(workbook))
    report = read_unit_report(workbook, asked, answers, problems)
    hold_against(desk, reporting, owed, report, known)
    _incomplete(asked, report)
    return report, report.findings


def report_in(desk: Desk, workbook: Workbook) -> dict[str, str]:
    """Whose report a workbook is, in codes and in words: unit, form, period, said; empty when nobody can tell."""
    identity, t, reporting = identity_of(workbook), texts().reporting, Reporting(desk)
    if identity is None:
        return {}
    named = _named(reporting, identity)
    codes = {"unit": identity.unit_id, "form": identity.form_code, "period": identity.period_id}
    return {**codes, "said": t.report_named.format(**named)}


def _named(reporting: Reporting, identity: Identity) -> dict[str, str]:
    """Unit, form and period as people call them; the codes where nobody knows them."""
    unit = reporting.units.get(identity.unit_id)
    try:
        period = fmt.period(identity.period_id)
    except ValueError:
        period = identity.period_id
    return {"unit": unit.name if unit else identity.unit_id, "form": identity.form_code, "period": period}


def _face(desk: Desk, reporting: Reporting, workbook: Workbook, identity: Identity) -> Problems:
    """What the workbook says on its face, and by its name, that it is not."""
    t, problems = texts().reporting, Problems()
    names = {unit.id: _spoken(desk, unit.own_name, unit.own_short_name) for unit in reporting.units.values()}
    for fault, face in contradicted(workbook, identity, names):
        rows = np.array([face.row + 1], dtype=np.int64)
        problems.of_cells(fault, face.sheet, rows, face.place + 1, face.words or face.code)
    period = _PERIOD_IN_NAME.search(workbook.file_name)
    if period is not None and period[0].upper() != identity.period_id:
        words = {
            "name": fmt.period(period[0].upper()),
            "file": workbook.file_name,
            "mine": fmt.period(identity.period_id),
        }
        problems.of_file(warning("report_file_name", t.file_name_period.format(**words)))
    return problems


# Their comments, boxes and letters crossed out cannot be read.
_NOT_WHOLE = frozenset({"xlsb"})
_PERIOD_IN_NAME = re.compile(r"20\d\d-(?:Q1|6M|Q3|FY)(?![\dA-Z])", re.IGNORECASE)


def _which_to_take(reporting: Reporting, workbook: Workbook) -> str:
    """Which template a person is to take, as far as the file still tells."""
    t = texts().reporting
    told = {face.about: face for face in faces_of(workbook)}
    unit, period = told.get("unit"), told.get("period")
    if unit is None or period is None:
        return t.identity_unknown
    read = read_period(period.code or period.words)
    owner = next(
        (u for u in reporting.units.values() if key(unit.words) in map(key, (u.own_name, u.own_short_name, u.name))),
        None,
    )
    if owner is None or not isinstance(read, Period) or not read.window:
        return t.identity_unknown
    form = (
        told["form"].code if "form" in told and told["form"].code else str(reporting.duties.forms["form_code"].iloc[0])
    )
    file = f"{form}-{read.id}-{owner.id}.xlsx"
    return t.identity_take.format(unit=owner.name, period=fmt.period(read.id), file=file)


def _illustrative(workbook: Workbook, identity: Identity) -> bool:
    """Whether a report bears the mark of a try-out: in its hidden sheet, or at the head of any sheet."""
    marks = tuple(map(key, every(lambda words: words.demo.mark)))
    seen = (
        text_at(sheet, 0, place) for sheet in workbook.sheets if sheet.height for place in range(len(sheet.columns))
    )
    return any(mark in key(words) for words in (identity.mark, *seen) for mark in marks)


def asked_of(
    desk: Desk,
    reporting: Reporting,
    owed: Obligation,
    known: Known | None = None,
    given: Mapping[str, Mapping[str, float]] | None = None,
) -> AskedReport:
    """What a unit is asked for, as the reader needs it. given: greyed figures as the template was handed out."""
    metrics = reporting.owed_metrics(owed.unit_id, owed.window, owed.tasks)
    tasks = {row["task_no"]: row for row in reporting.task_rows if row["task_no"] in owed.tasks}
    titles: set[str] = set()
    sheets = {task: sheet_name(task, named(row["short_name"])) for task, row in tasks.items()}
    known_sheets: dict[str, str] = {}
    for code in LANGUAGES:
        with speaking(code, desk.catalogue.names_in(code)):
            titles.update(map(compact, _titles(desk, reporting, owed)))
            for task, row in tasks.items():
                title = texts().reporting.form_task.format(task=task, name=named(row["name"]))
                name = sheet_name(task, named(row["short_name"]))
                known_sheets |= dict.fromkeys((compact(title), compact(name)), task)
    with speaking(OFFICIAL):
        return AskedReport(
            owed.unit_id,
            owed.form_code,
            owed.window.period.id,
            {m.code: _asked(m, known, (given or {}).get(m.code)) for m in metrics} | asked_items(desk, reporting, owed),
            {task: str(row["name"]) for task, row in tasks.items()},
            texts().reporting.form_text_parts,
            titles=frozenset(titles),
            sheets=sheets,
            known_sheets=known_sheets,
            spoken=_in_other_languages(desk),
            rows=titles_of(desk, reporting, owed),
        )


def _titles(desk: Desk, reporting: Reporting, owed: Obligation) -> tuple[str, ...]:
    """What the template of a report writes above its tables, in the language of this run."""
    t, period = texts().reporting, owed.window.period
    forms = desk.facts(FORMS, {"form_code": [owed.form_code]}).to_dict("records")
    whose = f"{reporting.units[owed.unit_id].name} · {fmt.period(period.id)}"
    names = (named(str(row["name"])) for row in forms)
    return (whose, t.plan_sheet_title.format(year=period.year), t.plan_sheet, t.form_check_lead, *names)


def _in_other_languages(desk: Desk) -> dict[str, frozenset[str]]:
    """A name of the office, or of a part of the narrative, compact -> what other languages call it, compact."""
    parts = official().reporting.form_text_parts
    found: dict[str, frozenset[str]] = {}
    for code, words in LANGUAGES.items():
        pairs = {own: words.reporting.form_text_parts[part] for part, own in parts.items()}
        for own, said in (pairs | dict(desk.catalogue.names_in(code))).items():
            found[compact(own)] = found.get(compact(own), frozenset()) | {compact(said)}
    return found


def _spoken(desk: Desk, *names: str) -> tuple[str, ...]:
    """Names in every language, the Vietnamese first."""
    others = (desk.catalogue.names_in(code).get(name) for code in LANGUAGES for name in names)
    return (*names, *(other for other in others if other))


def _asked(metric: MetricInfo, known: Known | None, given: Mapping[str, float] | None) -> AskedMetric:
    greyed: dict[str, float | None] = {}
    if given is not None:
        greyed = dict(given)
    elif known is not None:
        found = {"previous": known.previous(metric.code), "cumulative": known.so_far(metric)}
        greyed = {name: None if value is None else float(value) for name, value in found.items()}
    return AskedMetric(
        metric.name,
        metric.measure,
        metric.task,
        computed=metric.computed,
        yes_no=metric.own_measure == YES_NO,
        groups=GROUPS if metric.own_measure == GROUP else 0,
        level=metric.rule.kind == "stock",
        known=greyed,
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


def _incomplete(asked: AskedReport, report: UnitReport) -> None:
    """Tasks of which a figure is missing, or everything: the report may come in and stays incomplete."""
    t, codes = texts().reporting, {str(code).partition(".")[0] for code in report.facts["code"]}
    empty, lacking = [], []
    for task in asked.tasks:
        missing = [code for code in asked.required(task) if code not in report.given]
        if task in report.nil:
            continue
        if missing and task in codes:
            lacking.append(t.numbers_missing_of.format(task=task, codes=", ".join(missing)))
        elif task not in codes:
            empty.append(task)
    if lacking:
        fault = info("report_numbers_missing", t.numbers_missing.format(tasks="; ".join(lacking)))
        report.problems.of_file(fault)
    if empty:
        report.problems.of_file(info("report_incomplete", t.tasks_empty.format(tasks=", ".join(empty))))
