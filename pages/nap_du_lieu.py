"""Nạp dữ liệu: template, file, findings, preview, confirmation; below them the history."""

import streamlit as st

from cchc_metrics.labels import texts
from cchc_metrics.ui.clock_bar import closed_in_the_past
from cchc_metrics.ui.components import notice, page_header
from cchc_metrics.ui.intake.drafts import last_message
from cchc_metrics.ui.intake.history import history_section
from cchc_metrics.ui.intake.mapping import mapping_step
from cchc_metrics.ui.intake.upload import confirm_step, file_step, findings_step, preview_step, template_step
from cchc_metrics.ui.session import desk

t = texts().upload
here = desk()

page_header(t.title, t.finding)
place = st.container()
closed = closed_in_the_past(here)
if not closed:
    template_step(here)
draft = None if closed else file_step(here)
if message := last_message():
    with place:
        notice(message, "good")
if draft is not None:
    mapping_step(here, draft)
    said = findings_step(here, draft)
    if said is not None and draft.plan is not None and not said.rejected:
        preview_step(here, draft.plan, said)
        confirm_step(here, draft, draft.plan, said)
history_section(here)
