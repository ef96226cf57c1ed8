"""The workbook that one unit fills for one period: a sheet per task, what is known greyed, the rest to be filled.

Every row bears its code in column A, so that rows moved or inserted by hand are still understood. The unit, the form
and the period stand in the hidden list sheet and, for people, on the first sheet; both survive «Save as».
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from cchc_metrics.labels import texts
from cchc_metrics.schema import UNIT_REPORTS
from cchc_metrics.workbooks.sheets import writing
from cchc_metrics.workbooks.stamp import KIND_PROPERTY, LIST_SHEET, SIGN, VERSION_PROPERTY
from cchc_metrics.workbooks.unit_filling import Answers, Filled
from cchc_metrics.workbooks.unit_look import (
    ALLOWED,
    CODE,
    CUMULATIVE,
    INPUT,
    LABEL,
    MEASURE,
    NOTE,
    PREVIOUS,
    WIDTHS,
    Look,
    height,
    set_up,
    titled,
)
from cchc_metrics.workbooks.unit_rows import FormRow, Lists, write_rows

_LETTER_OF_INPUT = "F"
_PARTS = ("code", "label", "measure", "previous", "cumulative", "input", "note")
_CREATED = datetime(2025, 7, 1)
_ROW_HEIGHT = 56
_CHECK_ROW = 3
TICK, REQUIRED = "x", "(*)"
_NIL_ROW, _HEAD_ROW = 3, 5
_COVER_WIDTH = 100


@dataclass(frozen=True, slots=True)
class FormLine:
    """One metric.

    previous, cumulative: figures known, None where there are none · value: carried over, open to change · choices:
    what can be chosen, empty where a number is typed · computed: worked out by the system, so locked · required: an
    empty cell leaves the report incomplete · help: shown beside the input cell.
    """

    code: str
    label: str
    measure: str
    previous: float | None = None
    cumulative: float | None = None
    value: float | None = None
    choices: tuple[str, ...] = ()
    computed: bool = False
    required: bool = False
    help: str = ""


@dataclass(frozen=True, slots=True)
class FormSheet:
    """One task, or the items of the plan. texts: code -> what is asked · evidence: codes of its rows · nil: code of the
    tick, empty where there is none.
    """

    task: str
    name: str
    title: str
    lines: tuple[FormLine, ...]
    texts: tuple[tuple[str, str], ...]
    evidence: tuple[str, ...]
    nil: str


@dataclass(frozen=True, slots=True)
class UnitForm:
    """One workbook. mark: «SỐ LIỆU MINH HỌA» or empty, shown on every sheet · headers: part of a sheet («previous»,
    «cumulative», «input») -> what its header says for this period instead of the usual · rows: of its lists, with the
    states that can be chosen.
    """

    unit_id: str
    unit_name: str
    form_code: str
    form_name: str
    period_id: str
    period_name: str
    due: str
    sheets: tuple[FormSheet, ...]
    mark: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    rows: tuple[FormRow, ...] = ()
    states: tuple[str, ...] = ()


def unit_form(form: UnitForm, answers: Mapping[str, Filled] | None = None) -> bytes:
    """The workbook as .xlsx; the same form gives the same bytes. Only the cells to be filled are unlocked.

    answers: by code, written as a person would. Raises KeyError for a code that the form does not ask for.
    """
    t = texts().reporting
    with writing(_CREATED) as (book, buffer):
        first = book.add_worksheet(t.form_first_sheet)
        pages = [book.add_worksheet(sheet.name) for sheet in form.sheets]
        listed_rows = book.add_worksheet(texts().lists.sheet) if form.rows else None
        check = book.add_worksheet(t.form_check_sheet)
        listed = book.add_worksheet(LIST_SHEET)
        look = Look.of(book)
        given = answers or {}
        filling = Answers(given, look)
        _write_first(first, form, look)
        for page, sheet in zip(pages, form.sheets, strict=True):
            _write_task(page, form, sheet, look, filling)
        filling.require_all_written()
        if listed_rows is not None:
            whose = f"{form.unit_name} · {form.period_name}"
            write_rows(listed_rows, Lists(whose, form.mark, form.rows, form.states), look)
        _write_check(check, form, look, given)
        _write_list(listed, form)
        book.set_custom_property(KIND_PROPERTY, UNIT_REPORTS.name, "text")
        book.set_custom_property(VERSION_PROPERTY, str(UNIT_REPORTS.version), "text")
    return buffer.getvalue()


def _write_first(sheet: Any, form: UnitForm, look: Look) -> None:
    t = texts().reporting
    set_up(sheet, form.mark, look)
    sheet.write_string(0, LABEL, form.form_name, look.title)
    rows = (
        (t.form_unit, form.unit_id, form.unit_name),
        (t.form_form, form.form_code, form.form_name),
        (t.form_period, form.period_id, form.period_name),
        (t.form_due, "", form.due),
    )
    for row, (label, code, name) in enumerate(rows, 2):
        sheet.write_string(row, CODE, code, look.code)
        sheet.write_string(row, LABEL, f"{label}: {name}", look.label)
    sheet.set_column(LABEL, LABEL, _COVER_WIDTH)
    for row, line in enumerate(t.form_how, len(rows) + 3):
        sheet.write_string(row, LABEL, line, look.plain)
        sheet.set_row(row, height(line, _COVER_WIDTH))
    sheet.protect("", ALLOWED)


def _write_task(sheet: Any, form: UnitForm, task: FormSheet, look: Look, filling: Answers) -> None:
    t = texts().reporting
    set_up(sheet, form.mark, look)
    titled(sheet, 0, task.title, look.title)
    sheet.write_string(1, LABEL, f"{form.unit_name} · {form.period_name}", look.plain)
    sheet.merge_range(2, LABEL, 2, NOTE, t.form_locked, look.quiet)
    if task.nil:
        _write_row(sheet, _NIL_ROW, task.nil, t.form_nil, look)
        sheet.write_blank(_NIL_ROW, INPUT, None, look.fill_text)
        filling.write(sheet, _NIL_ROW, task.nil)
        rule = {"validate": "list", "source": [TICK]}
        sheet.data_validation(_NIL_ROW, INPUT, _NIL_ROW, INPUT, rule)
    row = _write_lines(sheet, form, task, look, filling)
    row = _write_texts(sheet, row + 1, task, look, filling)
    _write_evidence(sheet, row + 1, task, look, filling)
    sheet.freeze_panes(_HEAD_ROW + 1, 2)
    sheet.protect("", ALLOWED)


def _write_lines(sheet: Any, form: UnitForm, task: FormSheet, look: Look, filling: Answers) -> int:
    t, row = texts().reporting, _HEAD_ROW
    named = {part: form.headers.get(part, usual) for part, usual in zip(_PARTS, t.form_headers, strict=True)}
    for place, header in enumerate(named.values()):
        sheet.write_string(row, place, header, look.header)
    sheet.set_row(row, max(height(header, WIDTHS[at] - 2) for at, header in enumerate(named.values())))
    for at, line in enumerate(task.lines, row + 1):
        label = f"{line.label} {REQUIRED}" if line.required else line.label
        _write_row(sheet, at, line.code, label, look)
        sheet.write_string(at, MEASURE, line.measure, look.label)
        sheet.set_row(at, height(label, WIDTHS[LABEL] - 2))
        for place, known in ((PREVIOUS, line.previous), (CUMULATIVE, line.cumulative)):
            _write_number(sheet, at, place, known, look.known)
        _write_input(sheet, at, line, look)
        sheet.write_blank(at, NOTE, None, look.fill_text)
        filling.write(sheet, at, line.code)
    return row + len(task.lines) + 1


def _write_input(sheet: Any, row: int, line: FormLine, look: Look) -> None:
    t = texts().reporting
    if line.computed:
        sheet.write_string(row, INPUT, t.form_computed, look.known)
        return
    if line.choices:
        sheet.write_blank(row, INPUT, None, look.fill_text)
        rule: dict[str, object] = {"validate": "list", "source": list(line.choices)}
    else:
        _write_number(sheet, row, INPUT, line.value, look.fill_number)
        rule = {"validate": "any"}
    if line.help:
        rule |= {"input_title": line.code, "input_message": line.help[:255]}
    if len(rule) > 1:
        sheet.data_validation(row, INPUT, row, INPUT, rule)


def _write_texts(sheet: Any, row: int, task: FormSheet, look: Look, filling: Answers) -> int:
    t = texts().reporting
    if not task.texts:
        return row
    sheet.write_string(row, LABEL, t.form_texts, look.header)
    sheet.merge_range(row, INPUT, row, NOTE, t.form_text_column, look.header)
    for at, (code, label) in enumerate(task.texts, row + 1):
        _write_row(sheet, at, code, label, look)
        sheet.merge_range(at, INPUT, at, NOTE, "", look.fill_text)
        sheet.set_row(at, _ROW_HEIGHT)
        filling.write(sheet, at, code)
    return row + len(task.texts) + 1


def _write_evidence(sheet: Any, row: int, task: FormSheet, look: Look, filling: Answers) -> None:
    t = texts().reporting
    if not task.evidence:
        return
    for place, header in ((LABEL, t.form_evidence), (INPUT, t.form_evidence_title), (NOTE, t.form_link)):
        sheet.write_string(row, place, header, look.header)
    for at, code in enumerate(task.evidence, row + 1):
        _write_row(sheet, at, code, t.form_evidence_row, look)
        sheet.write_blank(at, INPUT, None, look.fill_text)
        sheet.write_blank(at, NOTE, None, look.fill_text)
        filling.write(sheet, at, code)


def _write_row(sheet: Any, row: int, code: str, label: str, look: Look) -> None:
    sheet.write_string(row, CODE, code, look.code)
    sheet.write_string(row, LABEL, label, look.label)


def _write_number(sheet: Any, row: int, place: int, number: float | None, style: Any) -> None:
    if number is None:
        sheet.write_blank(row, place, None, style)
    else:
        sheet.write_number(row, place, number, style)


def _write_check(sheet: Any, form: UnitForm, look: Look, given: Mapping[str, Filled]) -> None:
    """«Trước khi gửi»: per task how many figures are required and, by formula, how many are still blank."""
    words = texts().reporting
    set_up(sheet, form.mark, look)
    sheet.set_column(CODE, CODE, WIDTHS[LABEL])
    sheet.set_column(LABEL, MEASURE, WIDTHS[INPUT])
    sheet.write_string(0, CODE, words.form_check_sheet, look.title)
    sheet.write_string(1, CODE, words.form_check_lead, look.plain)
    sheet.set_row(1, height(words.form_check_lead, WIDTHS[LABEL]))
    for place, header in enumerate(words.form_check_headers):
        sheet.write_string(_CHECK_ROW, place, header, look.header)
    asked = [task for task in form.sheets if any(line.required for line in task.lines)]
    for row, task in enumerate(asked, _CHECK_ROW + 1):
        first = _HEAD_ROW + 2
        quoted = task.name.replace("'", "''")
        cells = f"'{quoted}'!{_LETTER_OF_INPUT}{first}:{_LETTER_OF_INPUT}{first + len(task.lines) - 1}"
        nil = f"'{quoted}'!{_LETTER_OF_INPUT}{_NIL_ROW + 1}"
        needed = [line for line in task.lines if line.required]
        blank = _blank(task, given)
        sheet.write_string(row, CODE, task.name, look.label)
        sheet.write_number(row, LABEL, len(needed), look.known)
        sheet.write_formula(row, MEASURE, f'=IF(TRIM({nil})<>"",0,COUNTBLANK({cells}))', look.known, blank)
    last = _CHECK_ROW + len(asked)
    sheet.write_string(last + 1, CODE, words.form_check_total, look.header)
    totals = (sum(sum(line.required for line in task.lines) for task in asked), sum(_blank(t, given) for t in asked))
    for place, letter, total in ((LABEL, "B", totals[0]), (MEASURE, "C", totals[1])):
        formula = f"=SUM({letter}{_CHECK_ROW + 2}:{letter}{last + 1})" if asked else "=0"
        sheet.write_formula(last + 1, place, formula, look.known, total)
    sheet.protect("", ALLOWED)


def _blank(task: FormSheet, given: Mapping[str, Filled]) -> int:
    """How many required figures of a task are empty; none where it is declared that there was nothing."""
    if task.nil in given:
        return 0
    held = {line.code: given[line.code].value if line.code in given else line.value for line in task.lines}
    return sum(line.required and held[line.code] is None for line in task.lines)


def _write_list(sheet: Any, form: UnitForm) -> None:
    """The hidden sheet: the stamp in row 1, then unit, form, period and the mark, then code and greyed figures, so that
    what a person typed there is told from what was given.
    """
    sheet.write_row(0, 0, (SIGN, UNIT_REPORTS.name, str(UNIT_REPORTS.version)))
    sheet.write_row(1, 0, (form.unit_id, form.form_code, form.period_id, form.mark))
    lines = [line for task in form.sheets for line in task.lines]
    for row, line in enumerate(lines, 2):
        sheet.write_string(row, 0, line.code)
        for place, known in ((1, line.previous), (2, line.cumulative)):
            if known is not None:
                sheet.write_number(row, place, known)
    sheet.very_hidden()
