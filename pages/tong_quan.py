"""Tổng quan: where a province stands on each index, at its last published result."""

import streamlit as st

from cchc_metrics.labels import texts
from cchc_metrics.model import Key
from cchc_metrics.ui.cache import remembered
from cchc_metrics.ui.components import (
    cards,
    empty_state,
    filter_row,
    gap_legend,
    gap_lists,
    notice,
    page_header,
    page_link,
    section,
    source_line,
    table,
)
from cchc_metrics.ui.components.prose import prose
from cchc_metrics.ui.session import desk
from cchc_metrics.ui.state import choose
from cchc_metrics.views.kit.debts import owed_today
from cchc_metrics.views.overview import OverviewFilters, choices, page

said = texts().overview
words = texts().common
here = desk()
names = remembered(choices, here, ())

if not names or not here.catalogue.indices():
    page_header(texts().shell.page_overview)
    empty_state(said.empty_title, said.empty_body, words.go_upload, "nap-du-lieu")
    prose([texts().shell.no_secrets])
    st.stop()

top = st.container()
with filter_row("tong-quan"):
    province = choose(words.province, list(names), Key.PROVINCE, here.catalogue.home, lambda code: names[code])

view = remembered(page, here, OverviewFilters(province))
with top:
    page_header(view.title, view.finding, view.eyebrow)
if view.notice:
    notice(view.notice)
for row in view.cards:
    cards(row, strips=len(row) == 2)

if view.gaps:
    section(said.gaps_title, view.gaps_lead)
    page_link("muc-tieu", words.enter_target, tinh=province)
    gap_legend(said.gaps_legend_value, said.gaps_legend_best, said.gaps_legend_region)
    for lists in view.gaps:
        gap_lists(lists)
    page_link("nap-du-lieu", said.parts_next)
owed = remembered(owed_today, here, ())
section(texts().reporting.debts_title)
notice(owed.finding, "warning" if owed.table is not None else "plain")
if owed.table is not None:
    table(owed.table, height=280)
    page_link("tien-do", texts().board.open_board)
if view.source:
    source_line(view.source)
else:
    empty_state(said.nothing_title, said.nothing_body, words.go_upload, "nap-du-lieu")
prose([texts().shell.no_secrets])
