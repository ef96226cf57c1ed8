"""Tình trạng hệ thống: the store and what it repaired, the limits in force, the libraries, a full check."""

import streamlit as st

from cchc_metrics.labels import texts
from cchc_metrics.ui.cache import remembered
from cchc_metrics.ui.components import notice, page_header, progress, section, table
from cchc_metrics.ui.redaction_form import redaction_form
from cchc_metrics.ui.session import desk
from cchc_metrics.views.health.backups import backed_up
from cchc_metrics.views.health.page import VerifiedView, limits_view, older, page, verified

RESULT = "health-verified"

t = texts().health
here = desk()
limits = remembered(limits_view, here, None)
view = page(here, limits)

page_header(t.title, view.finding)
for sentence in view.warnings:
    notice(sentence, "warning")
table(view.store)
if view.set_aside is not None:
    section(t.aside_title, t.aside_lead)
    table(view.set_aside)

if view.may_verify:
    section(t.verify_title, t.verify_lead)
    if st.button(t.verify):
        with progress(t.verifying):
            st.session_state[RESULT] = verified(here)
    result: VerifiedView | None = st.session_state.get(RESULT)
    if result is not None:
        notice(
            " ".join(part for part in (result.sentence, older(here, result)) if part),
            "good" if result.good else "warning",
        )
        if result.problems is not None:
            table(result.problems)

    of_backups = texts().backup
    section(of_backups.title, of_backups.lead)
    if st.button(of_backups.do):
        with progress(of_backups.doing):
            made = backed_up(here)
        notice(made.sentence, "good" if made.good else "warning")

    redaction_form(here)

if view.may_verify:
    section(t.limits_title, t.limits_lead)
    table(limits.limits)

section(t.libraries_title, t.libraries_lead)
table(view.libraries)
