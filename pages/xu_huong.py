"""Xu hướng: one or several provinces and criteria over the years."""

import streamlit as st

from cchc_metrics.labels import texts
from cchc_metrics.model import Key
from cchc_metrics.services.indices.choices import yearly_indices
from cchc_metrics.services.indices.lineage import BEFORE
from cchc_metrics.ui.asking import ask_index, ask_kind, ask_province, base_rests, period_rests
from cchc_metrics.ui.cache import shared
from cchc_metrics.ui.components import (
    chart,
    charts,
    context_bar,
    empty_state,
    filter_row,
    nothing_stored,
    page_header,
    page_link,
    section,
    table,
)
from cchc_metrics.ui.remarks_form import remarks_part
from cchc_metrics.ui.session import desk
from cchc_metrics.ui.shelf_bar import pinned, pinned_parts
from cchc_metrics.ui.state import choose, choose_many, toggle
from cchc_metrics.views.kit.pins import pinned_first
from cchc_metrics.views.lineage import page as lineage
from cchc_metrics.views.trend.page import MOST, TrendFilters, choices, page
from cchc_metrics.views.trend.ranks import ranks

said, words = texts().trend, texts().common
here = desk()
indices = shared(yearly_indices, here, ())

if not indices.codes:
    nothing_stored(said.heading, said.empty_title, said.empty_body)

bar, top = context_bar(), st.container()
with bar:
    index = ask_index(indices)
    offered = shared(choices, here, index)
    period_rests()
    province = ask_province(offered.entities, offered.usual_entities[0])
    base_rests()
    kind = ask_kind(offered.kinds)
with filter_row():
    others = choose_many(
        said.filter_entities.format(most=MOST - 1),
        [code for code in offered.entities if code != province],
        Key.OTHERS,
        pinned(here, BEFORE, province)[: MOST - 1]
        or (offered.usual_entities[1:] if province == offered.usual_entities[0] else ()),
        lambda code: offered.entities[code],
        most=MOST - 1,
    )
    parts = pinned_first(offered.nodes, stars := pinned_parts(here, index))
    nodes = choose_many(
        said.filter_nodes.format(most=MOST),
        list(parts),
        Key.NODE,
        (*tuple(offered.nodes)[:1], *stars)[:MOST],
        parts.__getitem__,
        most=MOST,
    )
    estimate, method = toggle(texts().lineage.trend_toggle, Key.ESTIMATES), ""
    if estimate:
        ways = shared(lineage.choices, here, ()).methods
        method = choose(texts().lineage.filter_method, list(ways), Key.METHOD, format=lambda code: ways[code])

asked = TrendFilters(index, (province, *others), nodes, kind, estimate, method)
view = shared(page, here, asked)
with top:
    page_header(view.title, view.finding, view.eyebrow)

if view.empty_title:
    if view.see_before:
        empty_state(view.empty_title, view.empty_body)
        page_link("xu-huong", view.see_before_label, **{Key.INDEX: index})
    else:
        empty_state(view.empty_title, view.empty_body, words.go_upload, "nap-du-lieu")
    st.stop()

charts([panel for panel in view.panels if panel.figures])

moves = shared(ranks, here, asked)
if moves.figure is not None:
    chart(moves.figure, "hang-qua-cac-nam", moves.caption, moves.png_name, moves.source)

if view.breaks is not None:
    section(said.breaks_section, said.breaks_lead)
    table(view.breaks)

remarks_part(here, index, nodes[:MOST], (province, *others))

section(said.table_section)
for panel in view.panels:
    table(panel.table, height=640)
