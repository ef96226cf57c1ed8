"""Xếp hạng: who stands where on one criterion of an index, in one period."""

from dataclasses import astuple, replace

import streamlit as st

from cchc_metrics.labels import named, texts
from cchc_metrics.model import Key
from cchc_metrics.services.indices.choices import index_choices
from cchc_metrics.services.indices.lineage import AFTER, BEFORE
from cchc_metrics.services.indices.standing_on_base import base_choices
from cchc_metrics.ui.asking import ask_base, ask_criterion, ask_kind, ask_province
from cchc_metrics.ui.cache import shared
from cchc_metrics.ui.components import (
    chart,
    context_bar,
    empty_state,
    filter_row,
    nothing_stored,
    page_header,
    page_link,
    source_line,
    table,
)
from cchc_metrics.ui.components.certainty_panel import certainty_panel
from cchc_metrics.ui.session import desk
from cchc_metrics.ui.shelf_bar import pinned
from cchc_metrics.ui.state import choose
from cchc_metrics.views import certainty
from cchc_metrics.views.ranking.page import RankingFilters, page

TOP, ALL = "top", "tat-ca"
said, words = texts().ranking, texts().common
here = desk()
indices = shared(index_choices, here, ())

if not indices.codes:
    nothing_stored(texts().shell.page_ranking, said.empty_title, said.empty_body)


def ask() -> RankingFilters | None:
    """What is asked; each list holds what the choices before it allow. None where an index holds no scores."""
    with filter_row("xep-hang"):
        asked = ask_criterion(here, indices, bar)
        if asked is None:
            return None
        question, method = asked.question, ""
        offered = shared(base_choices, here, question)
        with bar:
            place = st.container()
            base = ask_base(offered.bases)
            estimated = base == AFTER and len(offered.bases) > 1
            held = offered if estimated else asked.parts
            with place:
                province = ask_province(held.provinces, held.usual_province)
            question = replace(question, score_kind=ask_kind(asked.parts.kinds[question.node]))
        if estimated:
            ways = offered.ways
            method = choose(texts().lineage.filter_method, list(ways), Key.METHOD, format=lambda code: ways[code])
        group = choose(words.peer_group, ["", *held.groups], Key.PEERS, format=lambda name: named(name) or said.nation)
        names = {TOP: said.show_top, ALL: said.show_all}
        shown = choose(said.show, list(names), Key.SHOWN, format=names.__getitem__, look="buttons")
    on_base = base if len(offered.bases) > 1 else ""
    return RankingFilters(*astuple(question), group, province, shown == ALL, on_base, method)


bar, top = context_bar(), st.container()
filters = ask()
if filters is None:
    said_of = {"index": str(st.session_state[Key.INDEX])}
    title, body = said.no_scores_title.format(**said_of), said.no_scores_body.format(**said_of)
    nothing_stored(texts().shell.page_ranking, title, body, at=top)

filters = replace(filters, pinned=pinned(here, AFTER if filters.base == AFTER else BEFORE, filters.province))
view = shared(page, here, filters)
with top:
    page_header(view.title, view.finding, view.eyebrow)

if view.table is None:
    empty_state(said.no_rows_title, said.no_rows_body, words.go_upload, "nap-du-lieu")
elif view.figure is None:
    table(view.table)
    source_line(view.source)
else:
    picture, beside = st.columns(2, gap="small")
    with picture:
        chart(view.figure, "xep-hang", view.caption, view.png_name, view.source)
    with beside, st.container(key="beside"):
        table(view.table, height=int(view.height))

page_link("sap-xep-tinh", texts().lineage.see_here, **{Key.NODE: filters.node_code})

if filters.score_kind == certainty.KIND and not filters.method:
    certainty_panel(here, filters.index_code, filters.node_code, filters.period_id, filters.province)
