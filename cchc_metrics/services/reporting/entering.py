"""A report typed on the screen instead of into its workbook: the same cells, checked and stored as the file would be.

What is typed is written into the unit's own workbook, and that goes the way of every upload: there is no second set of
rules. What was typed and not sent yet is kept as a fact, so that it is there on another day and another machine.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cchc_metrics import workbooks
from cchc_metrics.access import Deed, require
from cchc_metrics.errors import CchcError
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import official, recorded, texts
from cchc_metrics.model import Entry, Finding, ReportPart, ValueState
from cchc_metrics.model.rows import rows_of
from cchc_metrics.schema import ENTRY_DRAFTS, UNIT_REPORTS
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.reporting.acts import Report, typed
from cchc_metrics.services.reporting.forms import form_of_unit
from cchc_metrics.services.reporting.receiving import receive
from cchc_metrics.services.storing import storing
from cchc_metrics.workbooks import Filled, UnitForm

# One task as it is typed.
Sheet = workbooks.FormSheet
Line = workbooks.FormLine
# What stands in the cell «không phát sinh» of a task that has nothing to report.
TICKED = workbooks.TICK
_WHOLE = re.compile(r"-?\d{1,15}")
# As the language of the session writes it; the other writing is left to the check of the file, which asks.
_DECIMAL = {",": re.compile(r"-?\d{1,15},\d{1,6}"), ".": re.compile(r"-?\d{1,15}\.\d{1,6}")}


@dataclass(frozen=True, slots=True)
class Answer:
    """What is typed into a row: its input cell and the cell beside it, as written."""

    value: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class EntryForm:
    """A report as it is typed. form: what its workbook asks · answers: code -> what stands there · by: who kept them as
    a draft, empty where they come from what was sent or was carried over.
    """

    report: Report
    form: UnitForm
    answers: Mapping[str, Answer]
    by: str


def entry_form(desk: Desk, report: Report) -> EntryForm:
    """The form of a report with what was kept as a draft, else with what was sent last, else with what is carried over.

    Raises UnknownNameError when the unit does not owe it.
    """
    require(desk.actor, Deed.READ_REPORTS, report.unit_id)
    form = form_of_unit(desk, report.unit_id, report.form_code, report.period_id)
    kept = _kept(desk, report)
    if kept is not None:
        answers = {code: Answer(*cells) for code, cells in json.loads(kept["answers"]).items()}
        return EntryForm(report, form, answers, kept["by_name"] or "")
    return EntryForm(report, form, _known(form) | _sent(desk, report, form), "")


def _kept(desk: Desk, report: Report) -> dict[str, Any] | None:
    return next(iter(rows_of(desk.facts(ENTRY_DRAFTS, report.where()))), None)


def _known(form: UnitForm) -> dict[str, Answer]:
    lines = [line for sheet in form.sheets for line in sheet.lines]
    return {line.code: Answer(_number(line.value)) for line in lines if line.value is not None}


def _sent(desk: Desk, report: Report, form: UnitForm) -> dict[str, Answer]:
    """What the report says that was sent last, as its cells had it."""
    asked = {line.code: line for sheet in form.sheets for line in sheet.lines}
    nil = {sheet.task: sheet.nil for sheet in form.sheets}
    found: dict[str, Answer] = {}
    for row in rows_of(desk.facts(UNIT_REPORTS, report.where())):
        code, note = str(row["code"]), row["note"] or ""
        if row["part"] == ReportPart.NIL and nil.get(code):
            found[nil[code]] = Answer(TICKED)
        elif row["part"] == ReportPart.VALUE and code in asked:
            found[code] = Answer(_written(row, asked[code].choices), note)
        elif row["part"] == ReportPart.TEXT:
            found[code] = Answer(row["text"] or "")
        elif row["part"] == ReportPart.EVIDENCE:
            found[code] = Answer(row["text"] or "", row["link"] or "")
    return found


def _written(row: Mapping[Any, Any], choices: Sequence[str]) -> str:
    if row["state"] != ValueState.VALUE or row["value"] is None:
        return ""
    if texts().workbooks.yes in choices:
        return texts().workbooks.yes if row["value"] else texts().workbooks.no
    if choices:
        return choices[int(row["value"]) - 1]
    return _number(float(row["value"]))


def _number(value: float) -> str:
    """A figure as this session types it: without a sign of thousands, which ``_value`` would not take."""
    return fmt.typed(value, 6).replace(",", fmt.separators()[0])


def workbook_of(desk: Desk, report: Report, answers: Mapping[str, Answer]) -> bytes:
    """The unit's workbook with what was typed. Raises UnknownNameError when the unit does not owe it."""
    require(desk.actor, Deed.SEND, report.unit_id)
    form = form_of_unit(desk, report.unit_id, report.form_code, report.period_id)
    codes = set(codes_of(form))
    cells = {
        code: Filled(_value(one.value), one.note.strip())
        for code, one in answers.items()
        if code in codes and (one.value.strip() or one.note.strip())
    }
    # A cell that was emptied is empty, and not what the template carried over.
    carried = {line.code for sheet in form.sheets for line in sheet.lines if line.value is not None}
    cells |= {code: Filled(None) for code in carried if code not in cells}
    return workbooks.unit_form(form, cells)


def codes_of(form: UnitForm) -> tuple[str, ...]:
    """Every row that can be filled."""
    found: list[str] = []
    for sheet in form.sheets:
        found += [sheet.nil] if sheet.nil else []
        found += [line.code for line in sheet.lines if not line.computed]
        found += [code for code, _ in sheet.texts]
        found += sheet.evidence
    return tuple(found)


def _value(text: str) -> float | int | str | None:
    """A cell as a person would leave it: a plain number as a number, everything else as it is written."""
    words = text.strip()
    if _WHOLE.fullmatch(words):
        return int(words)
    if _DECIMAL[fmt.separators()[0]].fullmatch(words):
        return float(words.replace(",", "."))
    return words or None


def check(desk: Desk, report: Report, answers: Mapping[str, Answer]) -> tuple[Finding, ...]:
    """What the check of the file would say of what is typed so far. Raises as ``workbook_of``."""
    data = workbook_of(desk, report, answers)
    read = workbooks.read(file_name_of(report), data, desk.office.settings.reader)
    return receive(desk, read)[1]


def file_name_of(report: Report) -> str:
    """What the workbook of what was typed is called among the uploads."""
    return official().entering.file_name.format(form=report.form_code, period=report.period_id, unit=report.unit_id)


def keep(desk: Desk, report: Report, answers: Mapping[str, Answer], by: str) -> Entry | None:
    """Keep what was typed and is not sent yet. None when nothing changes. Raises CchcError without a name."""
    require(desk.actor, Deed.SEND, report.unit_id)
    t = texts().entering
    if not by.strip():
        raise CchcError(t.by_missing)
    filled = {code: (one.value, one.note) for code, one in sorted(answers.items()) if one.value or one.note}
    row = {
        "unit_id": report.unit_id,
        "form_code": report.form_code,
        "period_id": report.period_id,
        "answers": json.dumps(filled, ensure_ascii=False),
        "by_name": by.strip(),
    }
    note = recorded(lambda: texts().entering.kept_note.format(unit=report.unit_id, period=fmt.period(report.period_id)))
    return storing.edit(desk.office, desk.actor, ENTRY_DRAFTS, typed(ENTRY_DRAFTS, [row]), note)


def let_go(desk: Desk, report: Report) -> Entry | None:
    """Take the draft out of force, once it was sent or is not wanted; None when there is none."""
    require(desk.actor, Deed.SEND, report.unit_id)
    held = desk.facts(ENTRY_DRAFTS, report.where(), provenance=True)
    if held.empty:
        return None
    return storing.remove(desk.office, desk.actor, ENTRY_DRAFTS, held, official().entering.sent_note)


def blank(form: UnitForm, answers: Mapping[str, Answer]) -> Mapping[str, Sequence[str]]:
    """Task -> its required figures that are still blank, as the workbook's last sheet counts them."""
    found = {}
    for sheet in form.sheets:
        if answers.get(sheet.nil, Answer()).value.strip():
            continue
        left = [
            line.code for line in sheet.lines if line.required and not answers.get(line.code, Answer()).value.strip()
        ]
        if left:
            found[sheet.task] = left
    return found
