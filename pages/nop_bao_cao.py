"""Nộp báo cáo: a unit takes its workbook, sends it filled, and sees what became of it."""

import streamlit as st

from cchc_metrics.labels import texts
from cchc_metrics.model import Key
from cchc_metrics.ui.cache import remembered
from cchc_metrics.ui.clock_bar import closed_in_the_past
from cchc_metrics.ui.components import empty_state, filter_row, filters_line, page_header, page_link
from cchc_metrics.ui.reporting.evidence_forms import evidence_files
from cchc_metrics.ui.reporting.list_forms import task_lists
from cchc_metrics.ui.reporting.sending import (
    FORMS,
    approve_step,
    file_step,
    history,
    screen_step,
    standing,
    workbook_step,
)
from cchc_metrics.ui.session import desk
from cchc_metrics.ui.state import choose
from cchc_metrics.views.reporting import board
from cchc_metrics.views.reporting import unit as unit_view
from cchc_metrics.views.reporting.asked import ReportFilters
from cchc_metrics.views.reporting.unit import PERIOD, UNIT

FILE, SCREEN = "tep", "man-hinh"
said = texts().unit
here = desk()
day = board.moment(here)
periods = remembered(board.periods, here, day.isoformat())


def ask() -> ReportFilters | None:
    """The row of filters. None where nobody owes anything."""
    if not periods.labels:
        return None
    with filter_row("nop-bao-cao"):
        labels = periods.labels
        period = choose(said.period, list(labels), PERIOD, periods.usual, lambda code: labels[code])
        held = remembered(unit_view.owing, here, period)
        if not held.units:
            return None
        unit = choose(said.unit, list(held.units), UNIT, format=lambda code: held.units[code])
        known = held.forms[unit]
        form = next(iter(known))
        if len(known) > 1:
            form = choose(said.form, list(known), Key.FORM, form, lambda code: known[code])
    return ReportFilters(unit, form, period, day.isoformat())


head = st.container()
filters = ask()
view = remembered(unit_view.page, here, filters) if filters is not None else None
if filters is None or view is None:
    with head:
        page_header(said.title, said.lead)
    empty_state(said.nobody_title, said.nobody_body, texts().board.go_setup, "danh-muc-lich")
    st.stop()

with head:
    page_header(view.title, view.finding, view.eyebrow)
    owing = remembered(unit_view.owing, here, filters.period_id)
    filters_line(periods.labels[filters.period_id], owing.units[filters.unit_id])
FORMS.last_message()
standing(view)
ways = {FILE: texts().entering.by_file, SCREEN: texts().entering.on_screen}
way = choose(texts().entering.way, list(ways), Key.METHOD, FILE, lambda code: ways[code], look="buttons")
if way == FILE:
    workbook_step(here, filters, view)
if not closed_in_the_past(here):
    if view.can_send and way == FILE:
        file_step(here, filters, day)
    elif view.can_send:
        screen_step(here, filters, day)
    approve_step(here, filters, view, day)
task_lists(here, filters.report)
evidence_files(here, filters.report)
history(here, view)
page_link("chi-tieu", said.see_metrics, **{PERIOD: filters.period_id})
