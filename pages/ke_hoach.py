"""Kế hoạch năm: what the yearly reform plan asks for, what is done, late and due, by item and by unit."""

import streamlit as st

from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.model import Key
from cchc_metrics.ui.cache import remembered
from cchc_metrics.ui.clock_bar import closed_in_the_past
from cchc_metrics.ui.components import empty_state, filter_row, filters_line, notice, page_header, source_line, table
from cchc_metrics.ui.reporting.plan_item_form import plan_item_form, plan_upload
from cchc_metrics.ui.saving import last_message
from cchc_metrics.ui.session import desk
from cchc_metrics.ui.state import choose, choose_day
from cchc_metrics.views.reporting import year_plan as views
from cchc_metrics.views.reporting.board import moment

said = texts().board
here = desk()
top = st.container()
today = moment(here)
years = remembered(views.choices, here, None)

if not years:
    with top:
        page_header(said.plan_title)
    empty_state(said.plan_empty_title, said.plan_empty_body)
    plan_upload(here)
    st.stop()

with filter_row("ke-hoach"):
    year = choose(said.plan_year, years, Key.YEAR, str(today.year))
    day = choose_day(said.filter_day, Key.DAY, today)
    units = remembered(views.leads, here, int(year))
    unit = choose(said.plan_lead, ["", *units], Key.UNIT, format=lambda name: name or texts().common.all)
    states = {"": texts().common.all, **said.plan_states}
    state = choose(said.plan_state, list(states), Key.STATE, format=lambda code: states[code])

view = remembered(views.page, here, views.YearPlanFilters(int(year), unit, state, day.isoformat()))
with top:
    page_header(said.plan_title_of.format(year=year), view.finding)
    filters_line(year, fmt.day(day), unit, states[state] if state else "")
last_message()
if view.table is not None:
    table(view.table, height=560)
else:
    notice(said.plan_none_found)
if view.by_unit is not None:
    table(view.by_unit)
source_line(view.source)
if not closed_in_the_past(here):
    if view.items:
        plan_item_form(here, view, int(year))
    plan_upload(here)
