"""What HC-TC and the head of a unit do with a report: judge it, move its due date, attach the signed scan."""

from datetime import date
from functools import partial

import streamlit as st

from cchc_metrics.labels import texts
from cchc_metrics.model import Key
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.reporting import board_acts
from cchc_metrics.services.reporting.acts import REMARKED, RETURNED, Act, Report, allow, record
from cchc_metrics.ui.components import section
from cchc_metrics.ui.faults import faults, lacking
from cchc_metrics.ui.saving import field_key, stored, who_and_when
from cchc_metrics.ui.state import choose
from cchc_metrics.views.reporting.report import ReportView

_EXTEND, _EXEMPT, _WITHDRAW = "gia-han", "mien", "thoi"


def act_form(desk: Desk, report: Report, view: ReportView, day: date) -> None:
    """Approve, accept, return or reopen, with comments on items."""
    t, acts = texts().board, texts().reporting.acts
    section(t.act_title, t.act_lead)
    act = choose(t.act, view.may, Key.TASK, format=lambda code: t.act_names[code], look="buttons")
    with st.form(field_key(f"viec-{act}"), border=False):
        by, on = who_and_when(f"viec-{act}", day)
        text = st.text_area(
            t.reason_return if act == RETURNED else t.comment, key=field_key(f"y-kien-{act}"), height=80
        )
        cells: list[str] = []
        remark = ""
        if act == RETURNED:
            cells = st.multiselect(
                t.cells,
                list(view.cells),
                format_func=lambda code: view.cells[code],
                key=field_key("o"),
                placeholder=texts().shell.select_many_placeholder,
                select_all=False,
                wrap=True,
            )
            remark = st.text_input(t.cell_comment, key=field_key("o-y-kien"), help=t.cell_comment_help) or ""
        pressed = st.form_submit_button(t.act_names[act], type="primary")
    if not pressed:
        return
    wrong = [] if by else [(t.who_missing.format(act=acts[act]), field_key(f"ai-viec-{act}"))]
    if act == RETURNED and not (text or "").strip():
        wrong.append((texts().reporting.return_needs_reason, field_key(f"y-kien-{act}")))
    faults(wrong)
    if wrong:
        return
    done = Act(act, on, by, view.version, "", text or "")
    stored(partial(board_acts.judge, desk, report, done, cells, remark))


def remark_form(desk: Desk, report: Report, view: ReportView, day: date) -> None:
    """A remark on the report or on one of its items, which judges nothing."""
    t, words = texts().board, texts().entering
    with st.popover(words.remark, width="content"):
        st.caption(words.remark_lead)
        with st.form(field_key("nhan-xet"), border=False):
            by, on = who_and_when("nhan-xet", day, words.remark_by)
            places = {"": texts().unit.whole_report, **view.cells}
            cell = st.selectbox(
                words.files_item,
                list(places),
                format_func=places.__getitem__,
                key=field_key("nhan-xet-o"),
                placeholder=texts().shell.select_placeholder,
            )
            text = st.text_area(words.remark_text, key=field_key("nhan-xet-chu"), height=80) or ""
            pressed = st.form_submit_button(words.remark)
    if not pressed:
        return
    wrong = [] if by else [(t.who_missing.format(act=texts().reporting.acts[REMARKED]), field_key("ai-nhan-xet"))]
    wrong += [] if text.strip() else [(words.remark_empty, field_key("nhan-xet-chu"))]
    faults(wrong)
    if wrong:
        return
    stored(partial(record, desk, report, Act(REMARKED, on, by, view.version, cell or "", text)))


def due_form(desk: Desk, report: Report, view: ReportView, day: date) -> None:
    """More time, an exemption, or taking either back."""
    t = texts().board
    with st.popover(t.due_title, width="content"):
        st.caption(t.due_lead)
        names = {_EXTEND: t.extend, _EXEMPT: t.exempt_act} | ({_WITHDRAW: t.withdraw} if view.decided else {})
        kind = st.radio(
            t.decision,
            list(names),
            format_func=lambda code: names[code],
            key=field_key("quyet-dinh"),
            horizontal=True,
        )
        with st.form(field_key(f"han-{kind}"), border=False):
            new_due = None
            if kind == _EXTEND:
                new_due = st.date_input(t.new_due, None, key=field_key("han-moi"), format="DD/MM/YYYY")
            known = view.held_by if kind == _EXEMPT else ""
            reason = st.text_input(t.reason, known, key=field_key(f"ly-do-{kind}")) or ""
            by, on = "", day
            if kind != _WITHDRAW:
                by, on = who_and_when("cho-phep", day, t.allowed_by)
            pressed = st.form_submit_button(names[kind or _EXTEND], type="primary")
    if not pressed or lacking([(t.reason, field_key(f"ly-do-{kind}"), reason)]):
        return
    if kind == _WITHDRAW:
        stored(partial(board_acts.withdraw, desk, report, reason))
    elif kind == _EXTEND and new_due is None:
        faults([(t.new_due_missing, field_key("han-moi"))])
    else:
        stored(partial(allow, desk, report, new_due=new_due, reason=reason, allowed_by=by, decided_on=on))


def scan_form(desk: Desk, report: Report) -> None:
    """The signed report as a PDF."""
    t = texts().board
    with st.popover(t.scan_button, width="content"):
        st.caption(t.scan_lead)
        limit = desk.office.settings.reader.file_mb
        given = st.file_uploader(t.scan_field, type=["pdf"], key=field_key("ban-ky"), max_upload_size=limit)
        if given is not None and st.button(t.scan_save, key=field_key("luu-ban-ky"), type="primary"):
            stored(partial(board_acts.attach, desk, report, given.name, given.getvalue()))
