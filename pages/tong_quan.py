"""Hôm nay: where we are on each index, what must be decided, who is late, what changed."""

import streamlit as st

from cchc_metrics.labels import texts
from cchc_metrics.services.indices.choices import yearly_indices
from cchc_metrics.ui.asking import ask_index, ask_province, base_rests, period_rests
from cchc_metrics.ui.cache import remembered, shared
from cchc_metrics.ui.components import (
    cards,
    chart,
    context_bar,
    empty_state,
    gap_legend,
    gap_lists,
    notice,
    page_header,
    page_link,
    section,
    source_line,
    table,
)
from cchc_metrics.ui.components.linked import linked
from cchc_metrics.ui.components.prose import listed_cards, prose
from cchc_metrics.ui.context import now
from cchc_metrics.ui.news import has_digest, news_since, since_last_time, told_to_mend
from cchc_metrics.ui.session import desk
from cchc_metrics.ui.shelf_bar import pinned_parts, pins_of
from cchc_metrics.ui.who import own_page
from cchc_metrics.views.kit.debts import owed_today
from cchc_metrics.views.overview import OverviewFilters, choices, groups_of, news, page, today
from cchc_metrics.views.reporting.board import moment

said, words = texts().overview, texts().common
here = desk()
names = shared(choices, here, ())
indices = shared(yearly_indices, here, ())

if not names or not here.catalogue.indices():
    page_header(texts().shell.page_overview)
    empty_state(said.empty_title, said.empty_body, words.go_upload, "nap-du-lieu")
    prose([texts().shell.no_secrets])
    st.stop()

bar, top = context_bar(), st.container()
with bar:
    index = ask_index(indices) if indices.codes else ""
    period_rests()
    province = ask_province(names, here.catalogue.home)
    base_rests()

view = shared(page, here, OverviewFilters(province, pins_of(here)))
ours = province in here.catalogue.ours()
brief = remembered(today, here, moment(here).isoformat()) if ours else None
with top:
    page_header(view.title, view.finding, view.eyebrow)
    if index:
        page_link("ke-nhanh", texts().story.open)
told_to_mend(here)
if view.notice:
    notice(view.notice)
if brief is not None and brief.first:
    notice(brief.first, "decide")
for row in view.cards:
    cards(row, strips=len(row) == 2)

since_last_time(here)
if brief is not None and brief.lists:
    fresh = () if has_digest(here) else remembered(news, here, news_since(here))
    listed_cards((*(((said.news_title, fresh),) if fresh else ()), *brief.lists))
    page_link("tong-hop", said.to_brief)

if index and now().period:
    seen = shared(groups_of, here, (index, now().period, province, pinned_parts(here, index)))
    if seen.figure is not None:
        section(said.groups_title)
        linked(seen.sentence, "cchc-lead")
        chart(seen.figure, "nhom", seen.caption, seen.png_name, seen.source)

if view.gaps:
    section(said.gaps_title, view.gaps_lead)
    page_link("muc-tieu", words.enter_target, tinh=province)
    gap_legend(said.gaps_legend_value, said.gaps_legend_best, said.gaps_legend_region)
    for lists in view.gaps:
        gap_lists(lists)
    page_link("nap-du-lieu", said.parts_next)
if own_page(here, "tien-do"):
    owed = remembered(owed_today, here, ())
    section(texts().reporting.debts_title)
    notice(owed.finding, "warning" if owed.table is not None else "plain")
    if owed.soon:
        notice(owed.soon, "warning")
    if owed.table is not None:
        table(owed.table, height=280)
        page_link("tien-do", texts().board.open_board)
if view.source:
    source_line(view.source)
else:
    empty_state(said.nothing_title, said.nothing_body, words.go_upload, "nap-du-lieu")
prose([texts().shell.no_secrets])
