"""The five steps of storing a file, from its template to the confirmation."""

from collections.abc import Sequence
from functools import partial
from pathlib import PurePath

import streamlit as st

from cchc_metrics.access import Deed, may
from cchc_metrics.labels import named, texts
from cchc_metrics.model import ImportPlan
from cchc_metrics.schema import KINDS, Kind
from cchc_metrics.services.intake import intake
from cchc_metrics.services.office import templates
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.ui.boundary import show_problem
from cchc_metrics.ui.components import download, notice, section, table
from cchc_metrics.ui.components.markup import element
from cchc_metrics.ui.drawn import put
from cchc_metrics.ui.faults import faults
from cchc_metrics.ui.intake import drafts
from cchc_metrics.ui.intake.findings import findings_list
from cchc_metrics.ui.intake.mapping import worth_remembering
from cchc_metrics.ui.intake.questions import questions_step, register_step
from cchc_metrics.ui.plain import plain_label
from cchc_metrics.views.upload import FIRST_KINDS, OTHER_KINDS, Tab, Verdict, preview, verdict


def template_step(desk: Desk) -> None:
    """1. The templates that most people come for; the others folded away."""
    t = texts().upload
    section(t.step_templates, t.step_templates_lead)
    _template_buttons(desk, FIRST_KINDS)
    with st.expander(t.more_templates):
        _template_buttons(desk, OTHER_KINDS)


def _template_buttons(desk: Desk, kinds: Sequence[Kind]) -> None:
    with st.container(horizontal=True, gap="small"):
        for kind in kinds:
            download(
                named(kind.title),
                partial(templates.template, desk.office, desk.actor, kind),
                f"mau-{kind.name}-{kind.version}-{desk.office.version}.xlsx",
                key=f"mau-{kind.name}",
            )


def file_step(desk: Desk) -> drafts.Draft | None:
    """2. The file and its kind. The file is read and checked at once; nothing is stored."""
    t = texts().upload
    limit = desk.office.settings.reader.file_mb
    section(t.step_file, t.step_file_lead.format(limit=limit))
    file = st.file_uploader(
        t.file_label, key=drafts.uploader_key("tep"), max_upload_size=limit, label_visibility="collapsed"
    )
    if file is None:
        return drafts.draft_of(desk, None, "")
    kind_key = drafts.uploader_key("loai")
    place = st.empty()
    draft = drafts.draft_of(desk, file, st.session_state.get(kind_key, ""))
    found = named(KINDS[draft.plan.kind].title) if draft and draft.plan and draft.plan.kind else ""
    place.selectbox(
        t.kind_label,
        ["", *KINDS],
        key=kind_key,
        format_func=lambda name: (
            named(KINDS[name].title) if name else _detected(found if draft and not draft.kind else "")
        ),
        placeholder=texts().shell.select_placeholder,
        width=420,
    )
    return draft


def _detected(title: str) -> str:
    t = texts().upload
    return t.kind_detected.format(kind=title) if title else t.kind_auto


def findings_step(desk: Desk, draft: drafts.Draft) -> Verdict | None:
    """3. What the check found; None when the file could not be read at all."""
    t = texts().upload
    section(t.step_findings)
    if draft.plan is None or not draft.plan.kind:
        show_problem(draft.plan.findings[0].message if draft.plan else draft.problem)
        _kind_buttons(draft)
        return None
    said = verdict(desk, draft.plan)
    notice(f"{t.asked_file if draft.plan.questions else said.sentence} {said.rows}", said.tone)
    if said.same:
        notice(said.same, "plain")
    if draft.renewed:
        notice(t.changed_since, "warning")
    questions_step(desk, draft)
    register_step(desk, draft)
    if said.findings:
        section(said.summary)
        findings_list(said.findings, draft.plan.plan_id)
        _annotated_copy(desk, draft.plan)
    return said


def _kind_buttons(draft: drafts.Draft) -> None:
    """The kinds that a file which nobody recognised may be read as; then its columns can be pointed out."""
    asked = next((one for one in draft.plan.questions if one.about == "kind"), None) if draft.plan else None
    if asked is None:
        return
    put(element("p", asked.prompt, "cchc-small"))
    with st.container(horizontal=True, gap="small"):
        for name, words in asked.choices.items():
            st.button(plain_label(words), key=drafts.uploader_key(f"doc-la-{name}"), on_click=_read_as, args=(name,))


def _read_as(kind: str) -> None:
    st.session_state[drafts.uploader_key("loai")] = kind


def _annotated_copy(desk: Desk, plan: ImportPlan) -> None:
    """The file given back with every finding beside its cell, built on the click."""
    t = texts().upload
    name = f"{PurePath(plan.file_name).stem}-da-kiem-tra-{plan.plan_id[:8]}.xlsx"
    download(t.annotated, lambda: intake.annotated(desk.office, desk.actor, plan).data, name, key="ban-danh-dau")
    put(element("p", t.annotated_lead, "cchc-small"))


def preview_step(desk: Desk, plan: ImportPlan, said: Verdict) -> None:
    """4. Added, changed, unchanged, missing: counted, listed, filtered."""
    t = texts().upload
    section(t.step_preview, t.step_preview_lead)
    chosen = st.segmented_control(
        t.step_preview,
        list(Tab),
        default=said.first_tab,
        required=True,
        format_func=lambda tab: plain_label(said.tabs[tab]),
        key=drafts.uploader_key(f"phan-{plan.plan_id}"),
        label_visibility="collapsed",
    )
    tab = chosen or said.first_tab
    words = ""
    if getattr(plan.counts, tab) and tab is not Tab.UNCHANGED:
        words = st.text_input(
            t.filter_changes, key=drafts.uploader_key("loc"), placeholder=t.filter_placeholder, width=420
        )
    shown = preview(desk, plan, tab, words or "")
    if shown.table is None:
        notice(shown.lead)
    else:
        put(element("p", shown.lead, "cchc-lead"))
        table(shown.table, height=460)


def confirm_step(desk: Desk, draft: drafts.Draft, plan: ImportPlan, said: Verdict) -> None:
    """5. A note, whether the reading is remembered, and the one button that stores."""
    if not said.can_confirm or not may(desk.actor, Deed.IMPORT):
        return
    t = texts().upload
    section(t.step_confirm, t.step_confirm_lead)
    # The plan's own form: a click meant for a preview that was overtaken does not store the new one.
    with st.form(f"xac-nhan-{plan.plan_id}", border=False):
        asked = t.note_required if said.warned else t.note
        note = st.text_input(asked, key=drafts.uploader_key("ghi-chu"), placeholder=t.note_placeholder)
        offered = worth_remembering(draft) and may(desk.actor, Deed.EDIT)
        kept = offered and st.checkbox(texts().mapping.remember, value=True, key=drafts.uploader_key("nho"))
        pressed = st.form_submit_button(plain_label(t.confirm.format(count=said.changes)), type="primary")
    if pressed and said.warned and not (note or "").strip():
        faults([(texts().services.reason_needed, drafts.uploader_key("ghi-chu"))])
    elif pressed:
        problem = drafts.store(desk, plan, note or "", remember=kept)
        if problem:
            show_problem(problem)
        else:
            st.rerun()
