"""Tiến độ báo cáo: who has sent what by a day, who is late, and each report with what was done about it."""

import streamlit as st

from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.ui.cache import remembered
from cchc_metrics.ui.components import (
    chart,
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
from cchc_metrics.ui.news import since_last_time
from cchc_metrics.ui.reporting.board import board_table
from cchc_metrics.ui.reporting.lock_form import lock_step
from cchc_metrics.ui.reporting.many_forms import remind, take_many
from cchc_metrics.ui.reporting.report import report
from cchc_metrics.ui.saving import last_message
from cchc_metrics.ui.session import desk
from cchc_metrics.ui.state import choose, choose_day
from cchc_metrics.ui.who import own_page
from cchc_metrics.views.kit.debts import debts_view
from cchc_metrics.views.reporting import board as views
from cchc_metrics.views.reporting.asked import ReportFilters
from cchc_metrics.views.reporting.rates import page

SETUP = "danh-muc-lich"
said = texts().board
here = desk()
top = st.container()

with filter_row("tien-do"):
    day = choose_day(said.filter_day, views.DAY, views.moment(here))
    held = remembered(views.periods, here, day.isoformat())
    period = ""
    if held.labels:
        period = choose(said.filter_period, list(held.labels), views.PERIOD, held.usual, lambda code: held.labels[code])

if not period:
    nothing_stored(said.title, said.no_windows_title, said.no_windows_body, at=top)

asked = views.BoardFilters(day.isoformat(), period)
view = remembered(views.page, here, asked)
with top:
    page_header(view.title, view.finding, view.eyebrow)
    filters_line(fmt.day(day), held.labels[period])
last_message()
if not own_page(here, ""):
    since_last_time(here)
if view.lines:
    board_table(view)
else:
    empty_state(said.nobody_title, said.nobody_body, said.go_setup, SETUP)
for sentence in view.unset:
    notice(sentence, "warning")
if view.unset:
    page_link(SETUP, said.go_setup)

if view.lines:
    take_many(here, asked)
remind(here, asked)
owed = remembered(debts_view, here, day.isoformat())
section(texts().reporting.debts_title)
notice(owed.finding, "warning" if owed.table is not None else "plain")
if owed.table is not None:
    table(owed.table)
    page_link("tong-hop", said.go_chase)

if view.lines:
    with filter_row("bao-cao", stays=True):
        chosen = choose(
            said.filter_report,
            ["", *view.reports],
            views.UNIT_KEY,
            format=lambda key: view.reports[key] if key else said.no_report,
        )
    if chosen:
        unit, _, form = chosen.partition("|")
        report(here, ReportFilters(unit, form, period, day.isoformat()))

lock_step(here, period)

section(said.rates_title, said.rates_lead)
rates = remembered(page, here, day.isoformat())
notice(rates.finding)
if rates.table is not None:
    table(rates.table)
if rates.figure is not None:
    chart(rates.figure, "ty-le", rates.caption, "ty-le-dung-han")
