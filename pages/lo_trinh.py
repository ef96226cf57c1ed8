"""Lộ trình mục tiêu: is a series on course to its target, and how far can that be trusted."""

import streamlit as st

from cchc_metrics.labels import texts
from cchc_metrics.model import Key
from cchc_metrics.services.indices.choices import yearly_indices
from cchc_metrics.ui.asking import ask_index, ask_part, ask_province, base_rests, period_rests
from cchc_metrics.ui.cache import shared
from cchc_metrics.ui.components import (
    badge,
    chart,
    context_bar,
    empty_state,
    filter_row,
    nothing_stored,
    notice,
    page_header,
    page_link,
    section,
    see_before,
    table,
)
from cchc_metrics.ui.components.prose import anchor_link, prose
from cchc_metrics.ui.faults import faults
from cchc_metrics.ui.session import desk
from cchc_metrics.ui.state import choose, write_text
from cchc_metrics.ui.who import own_page
from cchc_metrics.views.trajectory.page import TrajectoryFilters, choices, page

SLUG = "lo-trinh"
said, words = texts().trajectory, texts().common
here = desk()
indices = shared(yearly_indices, here, ())
bar, top = context_bar(), st.container()

if not indices.codes:
    nothing_stored(said.title, said.empty_title, said.empty_body, at=top)

with bar:
    index = ask_index(indices)
    offered = shared(choices, here, index)
    nodes = offered.nodes
    period_rests()
    entity = ask_province(offered.entities, offered.usual_entity)
    base_rests()
with filter_row(SLUG):
    node = ask_part(here, index, words.node, nodes)
    goal = said.tried_goal.format(unit=offered.units[node])
    tried = write_text(goal, Key.TRIED, placeholder="46,5", help=said.tried_help)
    by = choose(said.tried_year, offered.years, Key.YEAR, offered.usual_year)

view = shared(page, here, TrajectoryFilters(index, entity, node, tried, int(by)))
with top:
    page_header(view.title, view.finding, view.eyebrow)
    if view.badge is not None:
        badge(view.badge)

if view.empty_title:
    empty_state(view.empty_title, view.empty_body, "" if view.see_before else words.go_upload, "nap-du-lieu")
    see_before(SLUG, view.see_before, **{Key.INDEX: index, Key.NODE: node})
    st.stop()

if view.problem:
    faults([(view.problem, Key.TRIED)], words.faults_unused)
drawn, beside = st.columns([3, 2], gap="medium")
with drawn:
    chart(view.figure, SLUG, view.caption, view.png_name, view.source)
with beside:
    section(said.card_title)
    prose(view.card)
    if view.invitation:
        notice(view.invitation)
        page_link("muc-tieu", words.enter_target, tinh=entity)
page_link("kich-ban", said.to_plan, **{Key.INDEX: index, Key.PROVINCE: entity, Key.METHOD: "dat"})
for remark in view.remarks:
    notice(remark)

if view.table is not None:
    table(view.table, height=560)
section(said.rules_title)
prose(view.rules)
if view.errors is not None:
    with st.expander(said.errors_section):
        prose([said.errors_lead])
        table(view.errors)
    if own_page(here, "phuong-phap"):
        anchor_link("phuong-phap", texts().method.contest.anchor, said.to_backtests, {Key.TESTED: index})
