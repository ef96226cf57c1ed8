"""Sắp xếp tỉnh: the provinces of before July 2025 on the base of 34, as marked estimates."""

from dataclasses import astuple
from functools import partial

import streamlit as st

from cchc_metrics.labels import named, texts
from cchc_metrics.model import Key
from cchc_metrics.services.indices.choices import index_choices
from cchc_metrics.ui.asking import ask_criterion, ask_kind, ask_province, base_rests
from cchc_metrics.ui.cache import shared
from cchc_metrics.ui.components import (
    chart,
    context_bar,
    download,
    filter_row,
    nothing_stored,
    notice,
    page_header,
    page_link,
    section,
    table,
)
from cchc_metrics.ui.session import desk
from cchc_metrics.ui.state import choose
from cchc_metrics.views.kit.table_file import workbook_of
from cchc_metrics.views.lineage.page import LineageFilters, choices, page

OLD = "old"
said = texts().lineage
words = texts().common
here = desk()
indices = shared(index_choices, here, ())
offered = shared(choices, here, ())

if not indices.codes or not offered.provinces:
    nothing_stored(said.title, said.empty_title, said.empty_body)


def ask() -> LineageFilters | None:
    """The row of filters; None where the chosen index holds no scores."""
    with filter_row("sap-xep-tinh"):
        asked = ask_criterion(here, indices, bar)
        if asked is None:
            return None
        with bar:
            province = ask_province(offered.provinces, offered.usual_province)
            base_rests("34")
            kind = ask_kind(asked.parts.kinds[asked.question.node])
        method = choose(
            said.filter_method,
            list(offered.methods),
            Key.METHOD,
            format=lambda code: offered.methods[code],
        )
        chosen = ""
        if method != OLD and len(offered.weight_sets) > 1:
            chosen = choose(said.filter_set, offered.weight_sets, Key.WEIGHTS, format=named)
    index, period, node, _ = astuple(asked.question)
    return LineageFilters(index, period, node, kind, province, method, chosen)


bar, top = context_bar(), st.container()
filters = ask()
if filters is None:
    index = str(st.session_state[Key.INDEX])
    body = said.no_scores_body.format(index=index)
    nothing_stored(said.title, said.no_scores_title.format(index=index), body, at=top)

view = shared(page, here, filters)
with top:
    page_header(view.title, view.finding, view.eyebrow)

picture, beside = st.columns(2, gap="small")
with picture:
    if view.figure is not None:
        chart(view.figure, "sap-xep-tinh", view.caption, view.png_name, view.source)
with beside, st.container(key="beside"):
    table(view.standing, height=560)
    download(
        words.download_excel, partial(workbook_of, here, view.file), view.file.name(here.office.version), "tai-he-34"
    )

if view.weight_note:
    notice(f"{view.weight_note} {said.weight_advice}")
    page_link("nap-du-lieu", said.weight_upload)
section(said.years_section)
table(view.years)
if view.mergers is not None:
    section(said.mergers_section, said.mergers_lead)
    table(view.mergers, height=640)
