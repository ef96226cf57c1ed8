"""The consolidated report as a Word file, its sheet for the ministry's software, and the answer of ``report``."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from cchc_metrics import documents
from cchc_metrics.access import Deed, require
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.metrics.reporting.obligations import rows_of_year, split
from cchc_metrics.model import Key
from cchc_metrics.schema import FORMS, SIGNED_REPORTS
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.moment import as_of_data, mark_for
from cchc_metrics.services.reporting.consolidated import Consolidated, consolidate
from cchc_metrics.services.reporting.documents.bases import Bases, bases
from cchc_metrics.services.reporting.documents.settings import OfficeWords, Setting
from cchc_metrics.services.reporting.documents.tally import Tally, tally
from cchc_metrics.services.reporting.documents.templates import TemplateName, template
from cchc_metrics.views.compile.annexes import annexes
from cchc_metrics.views.compile.contradictions import Contradiction, contradictions
from cchc_metrics.views.compile.narratives import opening, sections
from cchc_metrics.views.compile.words import number, period_in_title
from cchc_metrics.views.kit.table_file import TableFile, columns_of, workbook_of


@dataclass(frozen=True, slots=True)
class Compiled:
    """Everything about a period's consolidated report but its file.

    unreviewed: bases cited that nobody has reviewed.
    """

    found: Consolidated
    tally: Tally
    faults: tuple[Contradiction, ...]
    bases: Bases


@dataclass(frozen=True, slots=True)
class ReportFile:
    """The report. gaps: what the office has not set and stays open in it."""

    compiled: Compiled
    file_name: str
    data: bytes
    gaps: tuple[str, ...]


def compiled(desk: Desk, period_id: str, form_code: str | None = None, day: date | None = None) -> Compiled:
    """The content of a period's report. Raises CchcError when a basis that it cites has ended, or no form is due."""
    require(desk.actor, Deed.READ)
    found = consolidate(desk, period_id, form_code, day)
    return Compiled(
        found, tally(found), contradictions(desk, found), bases(desk, cited_symbols(desk, found), found.day)
    )


def cited_symbols(desk: Desk, found: Consolidated) -> list[str]:
    """The bases of the form and of its tasks, as the office declared them."""
    year = found.window.period.year
    forms = [row for row in rows_of_year(desk.facts(FORMS), year) if row["form_code"] == found.form_code]
    tasks = {task for row in forms for task in split(row["tasks"])}
    named = [row["legal_basis"] for row in forms]
    named += [row["legal_basis"] for row in found.reporting.task_rows if row["task_no"] in tasks]
    return [basis for words in named for basis in split(words)]


def report(
    desk: Desk, period_id: str, form_code: str | None = None, day: date | None = None, *, mark: str = ""
) -> ReportFile:
    """The report of a period as a draft in Word; the same data give the same bytes.

    mark: a text that must stand on every page. Raises as ``compiled`` does.
    """
    require(desk.actor, Deed.DOWNLOAD)
    return written(desk, compiled(desk, period_id, form_code, day), mark=mark)


def written(desk: Desk, content: Compiled, *, mark: str = "") -> ReportFile:
    """The Word file of a content."""
    words = OfficeWords(content.found.reporting)
    values = _values(desk, content, words, mark)
    data = documents.fill(template(desk, TemplateName.REPORT), values, as_of_data(desk))
    name = f"{TemplateName.REPORT}-{content.found.form_code}-{content.found.window.period.id}.docx"
    return ReportFile(content, name, data, tuple(words.gaps))


def report_gaps(content: Compiled) -> tuple[str, ...]:
    """What the office has not set and would stay open in the report."""
    words = OfficeWords(content.found.reporting)
    words.frame(Setting.REPORT_SYMBOL, Setting.REPORT_RECIPIENTS)
    return tuple(words.gaps)


def _values(desk: Desk, content: Compiled, words: OfficeWords, mark: str) -> dict[str, Any]:
    found = content.found
    marks = (_state_words(desk, found), mark_for(desk, mark))
    return {
        **words.frame(Setting.REPORT_SYMBOL, Setting.REPORT_RECIPIENTS),
        "dau": " · ".join(filter(None, marks)),
        Key.PERIOD: period_in_title(found.window.period.id),
        "kinh_gui": words.get(Setting.REPORT_TO),
        "can_cu": list(content.bases.cited),
        "mo_dau": opening(found, content.tally),
        "muc": sections(desk, found, content.tally),
        "loi_ket": texts().documents.closing.format(period=period_in_title(found.window.period.id)),
        "phu_luc": annexes(found, content.faults),
    }


def _state_words(desk: Desk, found: Consolidated) -> str:
    """A draft; once the report is signed elsewhere, a copy made again to compare with it."""
    said = texts().documents
    where = {"form_code": [found.form_code], "period_id": [found.window.period.id]}
    signed = desk.facts(SIGNED_REPORTS, where)
    if signed.empty:
        return said.draft
    row = signed.iloc[0]
    return said.made_again.format(number=row["number"], day=fmt.day(row["signed_on"]))


def software_sheet(desk: Desk, content: Compiled, *, mark: str = "") -> bytes:
    """«Số liệu để nhập phần mềm»: one row per metric – code, name, value, unit, units that reported of those owing."""
    require(desk.actor, Deed.DOWNLOAD)
    said, found = texts().documents, content.found
    names = ("code", "name", "value", "measure", "units", "owing")
    rows = [
        (
            one.metric.code,
            one.metric.name,
            float(one.value) if one.value is not None else None,
            one.metric.measure,
            len(one.units),
            len(one.owing),
        )
        for one in found.figures
    ]
    frame = pd.DataFrame(rows, columns=list(names)).astype({"value": "float64", "units": "Int64", "owing": "Int64"})
    kinds = ("text", "text", "amount", "text", "integer", "integer")
    file = TableFile(
        stem="so-lieu",
        title=said.software_title.format(period=fmt.period(found.window.period.id)),
        rows=frame,
        columns=columns_of(tuple(zip(names, said.software_head, kinds, itertools.repeat(2), strict=False))),
        sources=tuple(f"{found.name(s.unit_id)}: {s.file_name or said.typed}" for s in found.sources.values()),
        notes=tuple(str(words) for words in _notes(found, content.tally)),
        mark=mark_for(desk, mark),
    )
    return workbook_of(desk, file)


def _notes(found: Consolidated, counted: Tally) -> Sequence[str]:
    said = texts().documents
    names = ", ".join(found.name(unit) for unit in counted.missing)
    return [said.not_received.format(day=fmt.day(found.day), units=names)] if names else []


def answer(content: Compiled, gaps: Sequence[str], file: str = "") -> dict[str, Any]:
    """What ``report --json`` prints."""
    found, counted = content.found, content.tally
    return {
        "file": file,
        "period": found.window.period.id,
        "form": found.form_code,
        "on": found.day,
        "figures": [
            {
                "metric": one.metric.code,
                "name": one.metric.name,
                "value": number(one.metric, one.value),
                "unit_of_measure": one.metric.measure,
                "units": list(one.units),
                "owing": list(one.owing),
                "nil": list(one.nil),
                "exempt": list(one.exempt),
                "missing": list(one.missing),
                "bound": one.metric.bound,
                "bound_met": one.met,
                "beside": [
                    {"period": other.period_id, "value": number(one.metric, other.value), "units": other.units}
                    for other in one.beside
                ],
                "sources": list(one.sources),
            }
            for one in found.figures
        ],
        "missing_units": list(counted.missing),
        "incomplete_units": [
            {"unit": unit, "tasks": list(tasks), "figures": [code for codes in tasks.values() for code in codes]}
            for unit, tasks in counted.incomplete
        ],
        "nil_units": list(counted.nil),
        "late_units": [{"unit": unit, "days_late": days} for unit, days in (*counted.late, *counted.missing_late)],
        "contradictions": [
            {
                "unit": one.unit_id,
                "check": one.code,
                "metrics": list(one.codes),
                "message": one.message,
                "hard": one.hard,
                "explained": one.explained,
            }
            for one in content.faults
        ],
        "unreviewed_bases": list(content.bases.unreviewed),
        "tasks_without_unit": list(found.unowned),
        "gaps": list(gaps),
        "sources": [
            {"number": s.number, "unit": s.unit_id, "period": s.period_id, "upload_id": s.seq, "file": s.file_name}
            for s in found.sources.values()
        ],
    }
