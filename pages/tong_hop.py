"""Tổng hợp & trình ký: chasing, the draft report, what was signed, the leader's page, the templates."""

import streamlit as st

from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.model import Key
from cchc_metrics.services.office.moment import today
from cchc_metrics.ui.cache import remembered
from cchc_metrics.ui.components import (
    empty_state,
    filter_row,
    filters_line,
    nothing_stored,
    notice,
    page_header,
    page_link,
    section,
    table,
)
from cchc_metrics.ui.reporting.compile_forms import (
    FORMS,
    brief_downloads,
    chase_section,
    report_downloads,
    signing_section,
    templates_section,
)
from cchc_metrics.ui.reporting.section_forms import clean_copy, sections_editor
from cchc_metrics.ui.saving import last_message
from cchc_metrics.ui.session import desk
from cchc_metrics.ui.state import choose
from cchc_metrics.ui.who import own_page
from cchc_metrics.views.compile.page import CompileFilters, forms, page, periods

SETUP = "danh-muc-lich"
t = texts().documents
here = desk()
day = today(here)
offered = remembered(periods, here, day)
top = st.container()

if not offered:
    nothing_stored(texts().shell.page_compile, t.empty_title, t.empty_body, at=top)

with filter_row("tong-hop"):
    period = choose(t.period, offered, Key.REPORT_PERIOD, format=fmt.period)
    due = remembered(forms, here, period)
    form = choose(t.form, list(due), Key.FORM, format=lambda code: due[code]) if len(due) > 1 else ""
view = remembered(page, here, CompileFilters(period, day, form))
with top:
    page_header(view.title, view.finding)
    filters_line(fmt.period(period), due.get(form, ""))
FORMS.last_message()
last_message()
if view.refused:
    empty_state(t.refused, view.refused)
    st.stop()

section(t.report_title, t.report_lead if view.signed_data is None else t.report_lead_signed)
report_downloads(here, period, view)
for note in view.notes:
    notice(note, "warning")
if view.figures is not None:
    table(view.figures, height=420)
if view.faults is not None:
    table(view.faults, height=320)

sections_editor(here, period, view)
clean_copy(here, period, view)

section(t.chase_title, t.chase_lead.format(day=fmt.day(view.day)))
if view.undated:
    notice(view.undated)
chase_section(here, period, view)
if view.undated_count and own_page(here, SETUP):
    page_link(SETUP, t.set_due, **{Key.STEP: "han-nop"})

section(t.sign_title, t.sign_lead)
signing_section(here, period, view)

section(t.brief_section, t.brief_lead)
brief_downloads(here, view)
with st.expander(t.templates_title):
    section(t.templates_title, t.templates_lead)
    templates_section(here)
