"""Kịch bản: move parts and see value, group and rank; or set a goal and see the least that reaches it."""

import streamlit as st

from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.model import Key
from cchc_metrics.services.indices.choices import yearly_indices
from cchc_metrics.services.office.question import Question
from cchc_metrics.services.planning.field import Place
from cchc_metrics.ui.asking import ask_index, ask_part, ask_period, ask_province, base_rests
from cchc_metrics.ui.cache import remembered
from cchc_metrics.ui.components import (
    cards,
    chart,
    context_bar,
    filter_row,
    nothing_stored,
    notice,
    page_header,
    page_link,
    section,
    table,
)
from cchc_metrics.ui.scenario_form import FORMS, SLUG, address_of, ask_goal, ask_moves, keep
from cchc_metrics.ui.session import desk
from cchc_metrics.ui.state import choose
from cchc_metrics.views.gap import choices as gap
from cchc_metrics.views.scenario.page import choices, drift_note, page

TRY, REACH = "thu", "dat"
said = texts().scenario
here = desk()
indices = remembered(yearly_indices, here, ())
bar, top = context_bar(), st.container()

if not indices.codes:
    nothing_stored(said.title, said.empty_title, said.empty_body, lead=said.lead, at=top)

with bar:
    index = ask_index(indices)
    period = ask_period(here.catalogue.periods(index))
    lists = remembered(gap.choices, here, Question(index, period))
    entity = ask_province(lists.entities, lists.usual_entity)
    base_rests()
with filter_row(SLUG):
    parent = ask_part(here, index, said.filter_parent, lists.parents)
    modes = {TRY: said.mode_try, REACH: said.mode_reach}
    mode = choose(said.mode, list(modes), Key.METHOD, format=lambda code: modes[code], look="buttons")

place = Place(index, period, entity, parent)
offered = remembered(choices, here, place)
if offered.problem:
    title = said.problem_title.format(index=index, period=fmt.period(period))
    nothing_stored(said.title, title, offered.problem, lead=said.lead, at=top)

asking, showing = st.columns([2, 3], gap="medium")
with asking, st.container(key="plan-terms"):
    view = remembered(page, here, ask_moves(place, offered) if mode == TRY else ask_goal(place, offered))
with top:
    page_header(view.title, view.finding, view.eyebrow)
with showing:
    for problem in view.problems:
        notice(problem, "warning")
    cards(view.cards)
    chart(view.figure, SLUG, view.caption, view.png_name, view.source)
    if mode == REACH and view.gains:
        page_link(SLUG, said.open_in_try, **address_of(place, dict(view.gains)))

table(view.table)
for remark in filter(None, (*view.remarks, remembered(drift_note, here, place))):
    notice(remark)
section(said.saved_section, said.saved_lead)
FORMS.last_message()
if view.saved is not None:
    table(view.saved)
keep(here, place, offered, view)
