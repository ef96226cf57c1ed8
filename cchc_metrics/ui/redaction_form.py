"""The form by which an administrator takes a personal value out of all history."""

import streamlit as st

from cchc_metrics.labels import texts
from cchc_metrics.services.office import maintenance
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.ui.boundary import refusals
from cchc_metrics.ui.components import notice, progress, section, table
from cchc_metrics.ui.faults import faults, lacking
from cchc_metrics.ui.saving import Forms
from cchc_metrics.views.health.redaction import found_view

# The text itself, until it is gone.
_TEXT = "redaction-text"
_FORMS = Forms("redaction")


def redaction_form(desk: Desk) -> None:
    """Look first, then take out."""
    t = texts().redaction
    section(t.title, t.lead)
    _FORMS.last_message()
    with st.form("che-tim", border=False):
        text = st.text_input(t.text, key="che-chu", autocomplete="off", placeholder=t.text_example) or ""
        st.caption(t.text_help)
        looks = st.form_submit_button(t.look)
    if looks and not lacking([(t.text, "che-chu", text)]):
        st.session_state[_TEXT] = text
    wanted: str = st.session_state.get(_TEXT, "")
    if not wanted:
        return
    view = found_view(desk, wanted)
    notice(view.sentence, "plain" if view.may_go else "warning")
    for found in (view.table, view.files):
        if found is not None:
            table(found)
    for note in view.notes:
        notice(note, "warning")
    if view.may_go:
        _confirmation(desk, wanted)


def _confirmation(desk: Desk, text: str) -> None:
    t = texts().redaction
    st.caption(t.effect)
    with st.form("che", border=False):
        reason = st.text_input(t.reason, key="che-ly-do") or ""
        understood = st.checkbox(t.understood, key="che-hieu")
        pressed = st.form_submit_button(t.do)
    if not pressed:
        return
    wrong = [] if reason.strip() else [(t.needs_reason, "che-ly-do")]
    wrong += [] if understood else [(t.not_understood, "che-hieu")]
    faults(wrong)
    if wrong:
        return
    with refusals():
        with progress(t.doing):
            entry = maintenance.redact(desk.office, desk.actor, text, reason)
        counts = {"seq": entry.seq, "cells": entry.redacted_cells, "entries": len(entry.redacts)}
        for key in (_TEXT, "che-chu", "che-ly-do", "che-hieu"):
            st.session_state.pop(key, None)
        _FORMS.done(t.done.format(**counts, backups=t.backups))
