"""A report typed on the screen: a table a task, its texts and evidence, checked while it is typed, kept, sent."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import cast

import pandas as pd
import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from cchc_metrics.access import Deed, may
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.model import Finding, Severity
from cchc_metrics.model.rows import text_of
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.reporting import entering
from cchc_metrics.services.reporting.acts import Report
from cchc_metrics.services.reporting.entering import TICKED, Answer, EntryForm, Line, Sheet
from cchc_metrics.ui.components import notice, section
from cchc_metrics.ui.plain import plain_help, plain_label
from cchc_metrics.ui.saving import field_key, stored
from cchc_metrics.ui.visiting import own_name
from cchc_metrics.views.reporting.asked import ReportFilters

_SHOWN = 6
# Pixels of a row in which the longest name stands whole.
_TWO_LINES = 58
_VALUE, _NOTE = "value", "note"
Answers = dict[str, Answer]


@dataclass(frozen=True, slots=True)
class TypedFile:
    """What was typed, as a file that was chosen."""

    name: str
    data: bytes

    @property
    def file_id(self) -> str:
        """Another one for other contents."""
        return hashlib.sha256(self.data).hexdigest()

    def getvalue(self) -> bytes:
        """Its bytes."""
        return self.data


def entry_step(desk: Desk, filters: ReportFilters) -> UploadedFile | None:
    """The report as it is typed; the workbook that it makes, once it is to be sent."""
    t, report = texts().entering, filters.report
    section(t.title, t.lead)
    held = _held(desk, report)
    if held.by:
        notice(t.kept_by.format(by=held.by))
    answers: Answers = {**held.answers, **st.session_state.get(_key(report), {})}
    # The list of tasks stands above the table, and counts what is blank after what was typed into it.
    above, sheet = st.container(), _opened(held)
    answers |= _typed(report, sheet, _opened_with(report, sheet, answers))
    st.session_state[_key(report)] = answers
    with above:
        _choose(held, answers)
    _checked(desk, report, sheet, answers)
    return _deeds(desk, report, held, answers)


def _key(report: Report) -> str:
    return field_key(f"nhap-{report}")


def _held(desk: Desk, report: Report) -> EntryForm:
    """The form as it was when typing began: what a table starts from must not change below a person's hands."""
    name = f"{_key(report)}-dau"
    if name not in st.session_state:
        st.session_state[name] = entering.entry_form(desk, report)
    held: EntryForm = st.session_state[name]
    return held


def _opened_with(report: Report, sheet: Sheet, answers: Answers) -> Mapping[str, Answer]:
    """What stood in a task when it was opened last. Fields that are not on the screen are forgotten by the browser's
    session, so a task that is opened again starts from what was typed into it before.
    """
    name = f"{_key(report)}-mo"
    held: tuple[str, int, Answers] | None = st.session_state.get(name)
    if held is None or held[0] != sheet.task:
        held = (sheet.task, held[1] + 1 if held else 0, dict(answers))
        st.session_state[name] = held
    return held[2]


def forget_typed(report: Report) -> None:
    """Once it was sent nothing of it is left on the screen: the form starts from what was sent."""
    for name in [name for name in st.session_state if str(name).startswith(_key(report))]:
        del st.session_state[name]


def _opened(held: EntryForm) -> Sheet:
    """The task that is open: the one chosen, else the first."""
    sheets = {sheet.task: sheet for sheet in held.form.sheets}
    return sheets.get(st.session_state.get(_task_key(held), ""), next(iter(sheets.values())))


def _task_key(held: EntryForm) -> str:
    return f"{_key(held.report)}-nhiem-vu"


def _choose(held: EntryForm, answers: Answers) -> None:
    """The tasks, each with how much of it is blank."""
    t, left = texts().entering, entering.blank(held.form, answers)
    names = {
        sheet.task: t.task_left.format(name=sheet.name, count=len(left[sheet.task]))
        if sheet.task in left
        else t.task_done.format(name=sheet.name)
        for sheet in held.form.sheets
    }
    st.selectbox(
        t.task,
        list(names),
        format_func=lambda code: names[code],
        key=_task_key(held),
        placeholder=texts().shell.select_placeholder,
    )


def _typed(report: Report, sheet: Sheet, before: Mapping[str, Answer]) -> Answers:
    """What stands in one task now. before: what stood there when typing began."""
    t, opened = texts().entering, st.session_state[f"{_key(report)}-mo"][1]
    name = f"{_key(report)}-{sheet.task}-{opened}"
    found: Answers = {}
    st.caption(plain_label(sheet.title))
    if sheet.nil:
        ticked = st.checkbox(t.nil, bool(before.get(sheet.nil, Answer()).value), key=f"{name}-kps")
        found[sheet.nil] = Answer(TICKED if ticked else "")
    lines = [line for line in sheet.lines if not line.computed]
    if any(not line.choices for line in lines):
        found |= _figures(name, [line for line in lines if not line.choices], before)
    for line in (line for line in lines if line.choices):
        found[line.code] = _picked(name, line, before.get(line.code, Answer()))
    for code, label in sheet.texts:
        text = st.text_area(plain_label(label), before.get(code, Answer()).value, height=90, key=f"{name}-{code}")
        found[code] = Answer(text or "")
    if sheet.evidence:
        found |= _evidence(name, sheet, before)
    return found


def _named(line: Line) -> str:
    return f"{line.label} (*)" if line.required else line.label


def _picked(name: str, line: Line, held: Answer) -> Answer:
    """An answer that is one of a few, with its reason beside it; what was written otherwise stays to be seen."""
    written = [held.value] if held.value not in ("", *line.choices) else []
    options = ["", *line.choices, *written]
    with st.container(horizontal=True, gap="small", vertical_alignment="bottom"):
        value = st.selectbox(
            plain_label(f"{line.code} {_named(line)}"),
            options,
            options.index(held.value),
            format_func=lambda one: one or texts().setup.not_said,
            help=plain_help(line.help) if line.help else None,
            key=f"{name}-{line.code}",
            placeholder=texts().shell.select_placeholder,
        )
        heads = texts().reporting.form_headers
        note = st.text_input(plain_label(heads[-1]), held.note, key=f"{name}-{line.code}-ghi-chu")
    return Answer(value or "", note or "")


def _figures(name: str, lines: Sequence[Line], before: Mapping[str, Answer]) -> Answers:
    heads = texts().reporting.form_headers
    frame = pd.DataFrame(
        {
            "code": [line.code for line in lines],
            "label": [_named(line) for line in lines],
            "measure": [line.measure for line in lines],
            "previous": [_shown(line.previous) for line in lines],
            "cumulative": [_shown(line.cumulative) for line in lines],
            _VALUE: [before.get(line.code, Answer()).value for line in lines],
            _NOTE: [before.get(line.code, Answer()).note for line in lines],
        }
    )
    config = {
        column: st.column_config.TextColumn(head, width="medium" if column == "label" else None)
        for column, head in zip(frame.columns, heads, strict=True)
    }
    edited = st.data_editor(
        frame,
        hide_index=True,
        disabled=["code", "label", "measure", "previous", "cumulative"],
        column_config=config,
        # What is typed stands beside the name, so that a phone shows both.
        column_order=["code", "label", _VALUE, "measure", _NOTE, "previous", "cumulative"],
        key=f"{name}-so",
        width="stretch",
        row_height=_TWO_LINES,
    )
    rows = zip(edited["code"], edited[_VALUE], edited[_NOTE], strict=True)
    return {str(code): Answer(text_of(value), text_of(note)) for code, value, note in rows}


def _evidence(name: str, sheet: Sheet, before: Mapping[str, Answer]) -> Answers:
    t = texts().entering
    frame = pd.DataFrame(
        {
            _VALUE: [before.get(code, Answer()).value for code in sheet.evidence],
            _NOTE: [before.get(code, Answer()).note for code in sheet.evidence],
        }
    )
    config = {
        _VALUE: st.column_config.TextColumn(t.evidence_title),
        _NOTE: st.column_config.TextColumn(t.evidence_link),
    }
    edited = st.data_editor(frame, hide_index=True, column_config=config, key=f"{name}-mc", width="stretch")
    rows = zip(sheet.evidence, edited[_VALUE], edited[_NOTE], strict=True)
    return {code: Answer(text_of(value), text_of(note)) for code, value, note in rows}


def _shown(number: float | None) -> str:
    return "" if number is None else fmt.plain(number, 6)


def _checked(desk: Desk, report: Report, sheet: Sheet, answers: Answers) -> None:
    """What the check says of this task and of the whole, as of the last key."""
    t, name = texts().entering, f"{_key(report)}-kiem-tra"
    asked = tuple(sorted((code, one.value, one.note) for code, one in answers.items()))
    before: tuple[object, tuple[Finding, ...]] | None = st.session_state.get(name)
    if before is None or before[0] != asked:
        before = (asked, entering.check(desk, report, answers))
        st.session_state[name] = before
    wrong = [one for one in before[1] if one.severity is not Severity.INFO and one.sheet in ("", sheet.name)]
    if not wrong:
        st.caption(t.checked_sound)
        return
    lines = [t.checked.format(count=len(wrong)), *(f"• {one.message}" for one in wrong[:_SHOWN])]
    if len(wrong) > _SHOWN:
        lines.append(t.more.format(count=len(wrong) - _SHOWN))
    for line in lines:
        notice(line, "warning")


def _deeds(desk: Desk, report: Report, held: EntryForm, answers: Answers) -> UploadedFile | None:
    """Keep, drop, or make the workbook that is sent."""
    t, ready = texts().entering, f"{_key(report)}-gui"
    if not may(desk.actor, Deed.SEND):
        return None
    with st.container(horizontal=True, gap="small", vertical_alignment="bottom"):
        by = own_name() or st.text_input(t.by, held.by, key=f"{_key(report)}-ai")
        kept = st.button(t.keep, key=f"{_key(report)}-luu")
        gone = st.button(t.drop, key=f"{_key(report)}-bo") if held.by else False
        sent = st.button(t.send, key=f"{_key(report)}-xong", type="primary")
    if kept:
        stored(partial(entering.keep, desk, report, answers, by or ""))
    elif gone:
        stored(partial(entering.let_go, desk, report))
    if sent:
        st.session_state[ready] = True
    if not st.session_state.get(ready):
        return None
    data = entering.workbook_of(desk, report, answers)
    # It goes the way of a chosen file, of which only name, bytes and identity are asked.
    return cast("UploadedFile", TypedFile(entering.file_name_of(report), data))
