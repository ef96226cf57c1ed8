"""The draft of the consolidated report as a person works on it: its sections edited, its two copies taken."""

from functools import partial

import streamlit as st

from cchc_metrics.access import Deed, may
from cchc_metrics.errors import CchcError
from cchc_metrics.labels import texts
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.reporting.documents import section_texts
from cchc_metrics.services.reporting.documents.section_texts import Place
from cchc_metrics.ui.components import download, notice, section
from cchc_metrics.ui.faults import lacking
from cchc_metrics.ui.saving import field_key, stored
from cchc_metrics.ui.visiting import own_name
from cchc_metrics.views.compile import report, sheets
from cchc_metrics.views.compile.marks import Copy
from cchc_metrics.views.compile.page import CompileView
from cchc_metrics.views.compile.section_views import SectionView


def sections_editor(desk: Desk, period_id: str, view: CompileView) -> None:
    """One section at a time: its text, whose it is, and the draft again."""
    t, held = texts().weaving, {one.number: one for one in view.sections}
    if not held or not may(desk.actor, Deed.EDIT):
        return
    section(t.edit_title, t.edit_lead)
    number = st.selectbox(
        t.edit_section,
        list(held),
        format_func=lambda code: held[code].label,
        key=f"muc-bao-cao-{period_id}",
        placeholder=texts().shell.select_placeholder,
    )
    if number is not None:
        _section_form(desk, Place(view.form_code, period_id, number), held[number])


def _section_form(desk: Desk, place: Place, one: SectionView) -> None:
    t = texts().weaving
    notice(one.state)
    if one.changed:
        notice(one.changed, "warning")
    with st.form(field_key(f"muc-{place.period_id}-{one.number}-{one.draft}"), border=False):
        text = st.text_area(
            t.edit_text, one.text, height=260, key=field_key(f"chu-{place.period_id}-{one.number}-{one.draft}")
        )
        by = own_name() or st.text_input(
            t.edit_by, own_name(), key=field_key(f"nguoi-viet-{place.period_id}-{one.number}")
        )
        with st.container(horizontal=True, gap="small"):
            kept = st.form_submit_button(t.edit_save, type="primary")
            back = st.form_submit_button(t.edit_restore) if one.is_own else False
    if kept and not lacking([(t.edit_by, field_key(f"nguoi-viet-{place.period_id}-{one.number}"), by)]):
        stored(partial(section_texts.write, desk, place, text or "", by or "", one.draft))
    elif back:
        stored(partial(section_texts.restore, desk, place))


def clean_copy(desk: Desk, period_id: str, view: CompileView) -> None:
    """The copy for signature with its sources; while reports are not accepted, first the reason."""
    t = texts().weaving
    section(t.clean_title, t.clean_lead)
    try:
        reason = section_texts.require_final(desk, view.form_code, period_id, view.day)
    except CchcError as error:
        notice(str(error), "warning")
        if may(desk.actor, Deed.EDIT):
            _reason_form(desk, period_id, view)
        return
    if reason:
        notice(t.final_reason.format(reason=reason))
    stem = f"{view.form_code}-{period_id}-{view.day}-{desk.office.version}"
    with st.container(horizontal=True, gap="small"):
        build = partial(_clean, desk, period_id, view)
        download(t.download_clean, build, f"bao-cao-trinh-ky-{stem}.docx", key="tai-trinh-ky", primary=True)
        build = partial(_sources, desk, period_id, view, reason)
        download(t.download_sources, build, f"nguon-so-lieu-{stem}.xlsx", key="tai-nguon")


def _clean(desk: Desk, period_id: str, view: CompileView) -> bytes:
    return report.report(desk, period_id, view.form_code, view.day, copy=Copy.CLEAN).data


def _sources(desk: Desk, period_id: str, view: CompileView, reason: str) -> bytes:
    return sheets.sources_sheet(desk, report.compiled(desk, period_id, view.form_code, view.day), reason)


def _reason_form(desk: Desk, period_id: str, view: CompileView) -> None:
    t = texts().weaving
    with st.form(field_key(f"trinh-ky-{period_id}"), border=False):
        with st.container(horizontal=True, gap="small"):
            reason = st.text_input(t.clean_reason, key=field_key(f"ly-do-trinh-ky-{period_id}"))
            by = own_name() or st.text_input(t.edit_by, key=field_key(f"nguoi-trinh-ky-{period_id}"))
        pressed = st.form_submit_button(t.clean_save)
    needed = [
        (t.clean_reason, field_key(f"ly-do-trinh-ky-{period_id}"), reason),
        (t.edit_by, field_key(f"nguoi-trinh-ky-{period_id}"), by),
    ]
    if pressed and not lacking(needed):
        kept = partial(section_texts.keep_final_reason, desk, view.form_code, period_id, reason or "", by or "")
        stored(kept)
