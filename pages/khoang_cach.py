"""Khoảng cách mục tiêu: where points are lost, against maximum, best, the neighbours and the targets."""

import streamlit as st

from cchc_metrics.labels import texts
from cchc_metrics.model import Key
from cchc_metrics.services.indices.choices import yearly_indices
from cchc_metrics.services.indices.lineage import BEFORE
from cchc_metrics.services.indices.yardsticks import MEAN, TARGET
from cchc_metrics.services.office.question import Question
from cchc_metrics.services.planning.field import Place
from cchc_metrics.ui.asking import ask_index, ask_kind, ask_part, ask_period, ask_province, base_rests
from cchc_metrics.ui.cache import shared
from cchc_metrics.ui.components import (
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
from cchc_metrics.ui.session import desk
from cchc_metrics.ui.shelf_bar import pinned, pinned_parts
from cchc_metrics.ui.state import choose
from cchc_metrics.views.gap.choices import choices, entity_choices
from cchc_metrics.views.gap.page import GapFilters, page
from cchc_metrics.views.gap.worth import worth_view

said = texts().gap
words = texts().common
here = desk()
indices = shared(yearly_indices, here, ())

if not indices.codes:
    nothing_stored(said.heading, said.empty_title, said.empty_body)

bar, top = context_bar(), st.container()
with bar:
    index = ask_index(indices)
    period = ask_period(here.catalogue.periods(index))
    offered = shared(choices, here, Question(index, period))
    entity = ask_province(offered.entities, offered.usual_entity)
    base_rests()
    kind = ask_kind(offered.kinds)
with filter_row("khoang-cach"):
    parent = ask_part(here, index, said.filter_parent, offered.parents)
    held = shared(entity_choices, here, (index, period, entity))
    against = choose(
        said.filter_against,
        list(held.yardsticks),
        Key.AGAINST,
        held.usual_yardstick,
        lambda code: held.yardsticks[code],
        look="buttons",
    )
    group = next(iter(held.groups))
    if against == MEAN.code:
        group = choose(words.peer_group, list(held.groups), Key.PEERS, group, lambda code: held.groups[code])

pins = pinned(here, here.catalogue.entity(entity).era or BEFORE, entity)
view = shared(
    page, here, GapFilters(index, period, entity, parent, against, group, kind, pins, pinned_parts(here, index))
)
with top:
    page_header(view.title, view.finding, view.eyebrow)

if view.empty_title:
    empty_state(view.empty_title, view.empty_body, "" if view.see_before else words.go_upload, "nap-du-lieu")
    see_before("khoang-cach", view.see_before, **{Key.INDEX: index, Key.PERIOD: period})
    st.stop()

asks_target = bool(view.target_invitation) and against == TARGET.code
if asks_target:
    empty_state(words.no_target.capitalize(), view.target_invitation, words.enter_target, "muc-tieu")
worth = shared(worth_view, here, Place(index, period, entity, parent))
if worth.sentence:
    notice(worth.sentence, "decide")
if view.figure is not None:
    chart(view.figure, "khoang-cach", view.caption, view.png_name, view.source)
for remark in view.remarks:
    notice(remark)

if worth.table is not None:
    section(said.worth_title)
    table(worth.table)
if view.parts is not None:
    section(said.parts_section)
    table(view.parts)
if view.whole is not None:
    section(view.whole_title)
    table(view.whole)
if view.target_invitation and not asks_target:
    notice(view.target_invitation)
    page_link("muc-tieu", words.enter_target)
