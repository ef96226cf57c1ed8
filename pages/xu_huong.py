"""Xu hướng: one or several provinces and criteria over the years."""

import streamlit as st

from cchc_metrics.labels import texts
from cchc_metrics.model import Key
from cchc_metrics.services.indices.choices import yearly_indices
from cchc_metrics.ui.cache import remembered
from cchc_metrics.ui.components import chart, empty_state, filter_row, page_header, page_link, section, table
from cchc_metrics.ui.session import desk
from cchc_metrics.ui.state import choose, choose_many, toggle
from cchc_metrics.views.lineage import page as lineage
from cchc_metrics.views.trend.page import MOST, TrendFilters, choices, page

said = texts().trend
words = texts().common
here = desk()
indices = remembered(yearly_indices, here, ())

if not indices.codes:
    page_header(said.heading)
    empty_state(said.empty_title, said.empty_body, words.go_upload, "nap-du-lieu")
    st.stop()

top = st.container()
with filter_row():
    index = choose(words.index, indices.codes, Key.INDEX, indices.usual)
    offered = remembered(choices, here, index)
    entities = choose_many(
        said.filter_entities.format(most=MOST),
        list(offered.entities),
        Key.PROVINCE,
        offered.usual_entities,
        lambda code: offered.entities[code],
        most=MOST,
    )
    nodes = choose_many(
        said.filter_nodes.format(most=MOST),
        list(offered.nodes),
        Key.NODE,
        tuple(offered.nodes)[:1],
        lambda code: offered.nodes[code],
        most=MOST,
    )
    kind = next(iter(offered.kinds))
    if len(offered.kinds) > 1:
        kind = choose(words.score_kind, list(offered.kinds), Key.SCORE_KIND, kind, lambda code: offered.kinds[code])

    estimate, method = toggle(texts().lineage.trend_toggle, Key.ESTIMATES), ""
    if estimate:
        ways = remembered(lineage.choices, here, ()).methods
        method = choose(texts().lineage.filter_method, list(ways), Key.METHOD, format=lambda code: ways[code])

view = remembered(page, here, TrendFilters(index, entities, nodes, kind, estimate, method))
with top:
    page_header(view.title, view.finding, view.eyebrow)

if view.empty_title:
    if view.see_before:
        empty_state(view.empty_title, view.empty_body)
        page_link("xu-huong", view.see_before_label, **{Key.INDEX: index})
    else:
        empty_state(view.empty_title, view.empty_body, words.go_upload, "nap-du-lieu")
    st.stop()

drawn = [panel for panel in view.panels if panel.figure is not None]
for start in range(0, len(drawn), 2):
    row = drawn[start : start + 2]
    for place, panel in zip(st.columns(2) if len(drawn) > 1 else [st.container()], row, strict=False):
        with place:
            chart(panel.figure, f"xu-huong-{panel.node_code}", panel.caption, panel.png_name, panel.source)

if view.breaks is not None:
    section(said.breaks_section, said.breaks_lead)
    table(view.breaks)

section(said.table_section)
for panel in view.panels:
    table(panel.table, height=640)
