"""Bản đồ: one criterion drawn over the country, on either base, with the list beside it."""

from dataclasses import replace
from functools import partial

import streamlit as st

from cchc_metrics.labels import texts
from cchc_metrics.model import Key
from cchc_metrics.services.indices.choices import index_choices
from cchc_metrics.ui.asking import ask_base, ask_criterion, ask_kind, province_rests
from cchc_metrics.ui.cache import shared
from cchc_metrics.ui.components import chart, context_bar, download, filter_row, nothing_stored, page_header, table
from cchc_metrics.ui.session import desk
from cchc_metrics.ui.shelf_bar import pinned
from cchc_metrics.ui.state import choose
from cchc_metrics.views.atlas.page import AtlasFilters, base_choices, choices, page
from cchc_metrics.views.kit.table_file import workbook_of

said = texts().atlas
merged = texts().lineage
words = texts().common
here = desk()
indices = shared(index_choices, here, ())

if not indices.codes:
    nothing_stored(said.heading, said.empty_title, said.empty_body)


def ask() -> AtlasFilters | None:
    """The row of filters; None where the chosen index holds no scores."""
    with filter_row("ban-do"):
        asked = ask_criterion(here, indices, bar)
        if asked is None:
            return None
        with bar:
            province_rests()
            base = ask_base(shared(base_choices, here, asked.question))
            question = replace(asked.question, score_kind=ask_kind(asked.parts.kinds[asked.question.node]))
        offered = shared(choices, here, (question, base))
        show = choose(
            said.filter_show, list(offered.shows), Key.COLOURED, format=lambda code: offered.shows[code], look="buttons"
        )
        way = ""
        if offered.ways:
            way = choose(merged.filter_method, list(offered.ways), Key.METHOD, format=lambda code: offered.ways[code])
    return AtlasFilters(
        question.index, question.period, question.node, question.score_kind, base, show, way, pinned(here, base)
    )


bar, top = context_bar(), st.container()
filters = ask()
if filters is None:
    index = str(st.session_state[Key.INDEX])
    body = said.no_scores_body.format(index=index)
    nothing_stored(said.heading, said.no_scores_title.format(index=index), body, at=top)

view = shared(page, here, filters)
with top:
    page_header(view.title, view.finding, view.eyebrow)

picture, beside = st.columns([4, 3], gap="small")
with picture:
    chart(view.figure, "ban-do", view.caption, view.png_name, view.source)
with beside, st.container(key="beside"):
    table(view.table, height=620)
    download(
        words.download_excel, partial(workbook_of, here, view.file), view.file.name(here.office.version), "tai-ban-do"
    )
