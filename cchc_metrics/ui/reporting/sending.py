"""A unit's own report on the screen: its workbook, its file checked, sent and approved, and what became of it."""

from collections.abc import Callable
from datetime import date
from functools import partial

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from cchc_metrics.access import Deed, may
from cchc_metrics.errors import CchcError
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.model import ImportPlan
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.reporting import forms
from cchc_metrics.services.reporting.duties import Reporting
from cchc_metrics.services.reporting.entering import let_go
from cchc_metrics.services.reporting.submitting import Scan, approve, report_of, submit
from cchc_metrics.ui.boundary import refusals, show_problem
from cchc_metrics.ui.components import badges, download, notice, progress, section, table
from cchc_metrics.ui.components.markup import element
from cchc_metrics.ui.drawn import put
from cchc_metrics.ui.faults import lacking
from cchc_metrics.ui.intake import drafts
from cchc_metrics.ui.intake.upload import findings_step
from cchc_metrics.ui.reporting.entry import entry_step, forget_typed
from cchc_metrics.ui.saving import Forms
from cchc_metrics.ui.visiting import own_name
from cchc_metrics.views.reporting.asked import ReportFilters
from cchc_metrics.views.reporting.unit import UnitView
from cchc_metrics.views.reporting.unit_compare import compared
from cchc_metrics.views.upload import Verdict, original_file

FORMS = Forms("unit")


def standing(view: UnitView) -> None:
    """Where the report stands, what to do next, and what is to be corrected."""
    badges(view.marks)
    if view.step:
        notice(view.step, "warning" if view.comments is not None else "plain")
    if view.comments is not None:
        section(texts().unit.comments_section, view.comments_lead)
        table(view.comments)


def workbook_step(desk: Desk, filters: ReportFilters, view: UnitView) -> None:
    """1. What is owed, and the workbook to fill."""
    t, report = texts().unit, filters.report
    section(t.owed_section, view.owed_lead)
    stem = view.file_name.removesuffix(".xlsx")
    build = partial(forms.unit_workbook, desk, report.unit_id, report.form_code, report.period_id)
    download(t.template_button, build, f"{stem}-{desk.office.version}.xlsx", key="bieu-mau", primary=True)
    put(element("p", t.template_lead, "cchc-small"))
    table(view.owed)


def file_step(desk: Desk, filters: ReportFilters, day: date) -> None:
    """2 and 3. The filled workbook: checked, held against the version before, sent."""
    t, limit = texts().unit, desk.office.settings.reader.file_mb
    section(t.file_section, t.file_lead.format(limit=limit))
    file = st.file_uploader(
        t.file_label, key=FORMS.key(f"tep-{filters.report}"), max_upload_size=limit, label_visibility="collapsed"
    )
    _checked_and_sent(desk, filters, file, day)


def screen_step(desk: Desk, filters: ReportFilters, day: date) -> None:
    """The same for a report that is typed on the screen."""
    _checked_and_sent(desk, filters, entry_step(desk, filters), day)


def _checked_and_sent(desk: Desk, filters: ReportFilters, file: UploadedFile | None, day: date) -> None:
    t, draft = texts().unit, drafts.draft_of(desk, file, "")
    if draft is None:
        return
    found = findings_step(desk, draft)
    if found is None or draft.plan is None or found.rejected:
        return
    if _is_another(desk, filters, draft.plan):
        return
    section(t.compare_section)
    held = compared(desk, draft.plan)
    put(element("p", held.lead, "cchc-lead"))
    if held.table is not None:
        table(held.table, height=360)
    _send(desk, draft.plan, found, day)


def _is_another(desk: Desk, filters: ReportFilters, plan: ImportPlan) -> bool:
    """Whether the file is not the report on the screen; says whose it is."""
    try:
        report = report_of(desk, plan)
    except CchcError as error:
        show_problem(str(error))
        return True
    if report == filters.report:
        return False
    units = Reporting(desk).units
    name = units[report.unit_id].name if report.unit_id in units else report.unit_id
    show_problem(texts().unit.other_report.format(unit=name, period=fmt.period(report.period_id)))
    return True


def _send(desk: Desk, plan: ImportPlan, found: Verdict, day: date) -> None:
    if not may(desk.actor, Deed.SEND):
        return
    t = texts().unit
    section(t.send_section, t.send_lead)
    with st.form(f"gui-{plan.plan_id}", border=False):
        with st.container(horizontal=True, gap="small"):
            by = own_name() or st.text_input(t.reporter, key=FORMS.key("nguoi"))
            note = st.text_input(t.note_required if found.warned else t.note, key=FORMS.key("ghi-chu"))
        pressed = st.form_submit_button(t.send, type="primary")
    needed = [(t.reporter, FORMS.key("nguoi"), by)]
    needed += [(t.note_required, FORMS.key("ghi-chu"), note)] if found.warned else []
    if pressed and not lacking(needed):
        _done(lambda: _sent(desk, plan, by or "", day, note or ""))


def _sent(desk: Desk, plan: ImportPlan, by: str, day: date, note: str) -> str:
    t, made = texts().unit, submit(desk, plan, by, day, note)
    let_go(desk, made.report)
    forget_typed(made.report)
    return (t.sent if made.stored else t.sent_again).format(seq=made.version)


def approve_step(desk: Desk, filters: ReportFilters, view: UnitView, day: date) -> None:
    """The head of the unit approves, with the signed page where there is one."""
    if not view.can_approve or not may(desk.actor, Deed.APPROVE, filters.unit_id):
        return
    t, limit = texts().unit, desk.office.settings.reader.file_mb
    section(t.approve_section, view.approves)
    with st.form(FORMS.key(f"duyet-{filters.report}"), border=False):
        with st.container(horizontal=True, gap="small"):
            by = own_name() or st.text_input(t.head, view.head, key=FORMS.key(f"thu-truong-{filters.unit_id}"))
            on = st.date_input(t.approve_day, day, key=FORMS.key("ngay-duyet"), format="DD/MM/YYYY", max_value=day)
        scan = st.file_uploader(t.scan, type=["pdf"], key=FORMS.key("ban-ky"), max_upload_size=limit)
        pressed = st.form_submit_button(t.approve)
    if pressed and not lacking([(t.head, FORMS.key(f"thu-truong-{filters.unit_id}"), by)]):
        given = Scan(scan.name, scan.getvalue()) if scan is not None else None

        def write() -> str:
            approve(desk, filters.report, by or "", on, today=day, scan=given)
            return t.approved

        _done(write)


def history(desk: Desk, view: UnitView) -> None:
    """Every sending and judgement, with the files that were sent."""
    t = texts().unit
    section(t.history_section, t.history_lead)
    if view.history is None:
        notice(t.history_empty)
        return
    table(view.history)
    with st.container(horizontal=True, gap="small"):
        for seq in view.versions:
            entry = desk.office.store.entry(seq)
            if entry.original_sha256:
                label = t.file_of.format(seq=seq)
                download(label, partial(original_file, desk, seq), entry.file_name, key=f"goc-{seq}")


def _done(write: Callable[[], str]) -> None:
    """Store; say why it cannot be, or say on the next run what was done."""
    with refusals():
        with progress(texts().upload.writing):
            message = write()
        FORMS.done(message)
