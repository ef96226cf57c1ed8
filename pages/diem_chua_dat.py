"""Điểm chưa đạt & đơn vị phụ trách: where points are lost, who is in charge, how far the target is."""

import streamlit as st

from cchc_metrics.labels import texts
from cchc_metrics.model import Key
from cchc_metrics.services.indices.choices import yearly_indices
from cchc_metrics.services.office.question import Question
from cchc_metrics.ui.asking import ask_index, ask_kind, ask_part, ask_period, ask_province, base_rests
from cchc_metrics.ui.cache import shared
from cchc_metrics.ui.components import (
    chart,
    context_bar,
    download,
    empty_state,
    filter_row,
    nothing_stored,
    notice,
    page_header,
    see_before,
    source_line,
    table,
)
from cchc_metrics.ui.components.linked import linked
from cchc_metrics.ui.session import desk
from cchc_metrics.ui.shelf_bar import pinned_parts
from cchc_metrics.ui.state import choose, choose_many, toggle
from cchc_metrics.views.lost import page as lost
from cchc_metrics.views.lost.page import CHOSEN, PARTS, PEERS, UNITS, WAY, LostFilters, LostQuestion, choices, page

said, words = texts().lost, texts().common
here = desk()
indices = shared(yearly_indices, here, ())

if not indices.codes:
    nothing_stored(said.title, said.empty_title, said.empty_body)


def ask() -> LostQuestion:
    """The row of filters; a look asks only for what it needs."""
    with bar:
        index = ask_index(indices)
        labels, usual = shared(lost.periods, here, index)
        period = ask_period(list(labels), usual)
        offered = shared(choices, here, Question(index, period))
        entity = ask_province(offered.entities, offered.usual_entity)
        base_rests()
        kind = ask_kind(offered.kinds)
    parent = ask_part(here, index, said.filter_parent, offered.parents)
    looks = offered.looks
    look = choose(said.filter_look, list(looks), Key.LOOK, PARTS, lambda code: looks[code], look="buttons")
    leaves = parent in offered.deep and look in (PARTS, UNITS) and toggle(said.depth_last, Key.LEAVES)
    against, peers, called = "toi-da", (), ""
    if look == WAY:
        levels = shared(lost.yardsticks, here, (index, period, entity))
        against = choose(said.filter_against, list(levels), Key.UP_TO, format=lambda code: levels[code], look="buttons")
    if look == PEERS:
        held = shared(lost.peer_choices, here, entity)
        group = choose(said.filter_peers, list(held.groups), Key.AGAINST, format=lambda code: held.groups[code])
        provinces = held.provinces
        peers = held.members.get(group, ())
        if group == CHOSEN:
            peers = choose_many(said.filter_chosen, list(provinces), Key.OTHERS, format=lambda code: provinces[code])
        called = lost.peers_called(here, held, group, peers)
    return LostQuestion(
        look,
        LostFilters(index, period, entity, parent, leaves, kind, against, peers, called, pinned_parts(here, index)),
    )


bar, top = context_bar(), st.container()
with filter_row("diem-chua-dat"):
    asked = ask()
view = shared(page, here, asked)
with top:
    page_header(view.title, eyebrow=view.eyebrow)
    linked(view.sentence)

if view.figure is not None:
    chart(view.figure, f"diem-{asked.look}", view.caption, view.png_name, view.source)
else:
    page, action = ("muc-tieu", words.enter_target) if asked.look == WAY else ("nap-du-lieu", words.go_upload)
    empty_state(said.no_picture_title, view.missing, "" if asked.look == PEERS else action, page)
    see_before("diem-chua-dat", view.see_before, **{Key.INDEX: asked.filters.index})
    source_line(view.source)
for remark in view.remarks:
    notice(remark)
if view.table is not None:
    table(view.table)
if view.downloadable:
    name = f"{view.png_name}-{here.office.version}.xlsx"
    download(said.download, lambda: lost.file_of(here, asked), name, key=f"tai-{view.png_name}")
