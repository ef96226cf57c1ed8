"""Phân tích biến động: why a result and its rank moved between two index years."""

import streamlit as st

from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.model import Key
from cchc_metrics.services.indices.choices import yearly_indices
from cchc_metrics.services.indices.why_facts import WhyQuestion
from cchc_metrics.ui.asking import ask_index, ask_part, ask_period, ask_province, base_rests
from cchc_metrics.ui.cache import shared
from cchc_metrics.ui.components import (
    chart,
    context_bar,
    download,
    empty_state,
    filter_row,
    nothing_stored,
    page_header,
    section,
    see_before,
    source_line,
    table,
)
from cchc_metrics.ui.components.linked import linked
from cchc_metrics.ui.session import desk
from cchc_metrics.ui.shelf_bar import pinned_parts
from cchc_metrics.ui.state import choose
from cchc_metrics.views.why.page import choices, file_of, page, year_choices

said, words = texts().why, texts().common
here = desk()
indices = shared(yearly_indices, here, ())

if not indices.codes:
    nothing_stored(said.title, said.empty_title, said.empty_body)

bar, top = context_bar(), st.container()
with bar:
    index = ask_index(indices)
    offered = shared(choices, here, index)
    after = ask_period(sorted(offered.after, reverse=True), offered.after[0])
    entity = ask_province(offered.entities, offered.usual_entity)
    base_rests()
with filter_row("bien-dong"):
    earlier = shared(year_choices, here, (index, entity, after))
    before = choose(said.filter_before, earlier.before, Key.FROM_YEAR, earlier.usual_before, fmt.period)
    node = ask_part(here, index, said.filter_parent, earlier.nodes)

asked = WhyQuestion(index, entity, before, after, node, starred=pinned_parts(here, index))
view = shared(page, here, asked)
with top:
    page_header(view.title, eyebrow=view.eyebrow)
    linked(view.sentence)

picture, beside = st.columns([3, 2], gap="small") if view.ranks else (st.container(), st.container())
with picture:
    if view.figure is not None:
        chart(view.figure, "bien-dong", view.caption, view.png_name, view.source)
    else:
        action = words.go_upload if view.upload_helps else ""
        empty_state(said.no_picture_title, view.no_picture, action, "nap-du-lieu")
        source_line(view.source)
    see_before("bien-dong", view.see_before, **{Key.INDEX: index})
with beside:
    if view.rank_sentence:
        section(said.ranks_section)
        linked(view.rank_sentence, "cchc-lead")
    if view.ranks is not None:
        table(view.ranks, height=430)

if view.parts is not None:
    section(said.parts_section)
    table(view.parts)
    name = f"{view.png_name}-{here.office.version}.xlsx"
    download(said.download, lambda: file_of(here, asked), name, key=f"tai-{view.png_name}")
