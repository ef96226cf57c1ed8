"""Đối chiếu ba chỉ số: one theme in several indices, where they part, and how two results go together."""

from functools import partial

import streamlit as st

from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import named, texts
from cchc_metrics.model import Key
from cchc_metrics.services.indices.lineage import BEFORE
from cchc_metrics.ui.asking import ask_province, base_rests, index_rests, period_rests
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
    source_line,
    table,
)
from cchc_metrics.ui.session import desk
from cchc_metrics.ui.shelf_bar import pinned, pins_of
from cchc_metrics.ui.state import choose
from cchc_metrics.views.across import pair as pairs
from cchc_metrics.views.across.page import AcrossFilters, choices, page
from cchc_metrics.views.kit.pins import pinned_first
from cchc_metrics.views.kit.table_file import workbook_of

ACROSS = 3
said, words = texts().across, texts().common
here = desk()
offered = shared(choices, here, ())

if not offered.themes or not offered.provinces:
    nothing_stored(said.title, said.empty_title, said.empty_body)

bar, top = context_bar(), st.container()
with bar:
    index_rests()
    period_rests()
    province = ask_province(offered.provinces, offered.usual_province)
    base_rests()
with filter_row("doi-chieu"):
    theme = choose(said.filter_theme, offered.themes, Key.THEME, format=named)

view = shared(page, here, AcrossFilters(theme, province, pinned(here, BEFORE, province)))
with top:
    page_header(view.title, view.finding, said.eyebrow)

if (slopes := view.slopes).figure is not None:
    chart(slopes.figure, "doi-chieu", slopes.caption, slopes.png_name, slopes.source)
for sentence in slopes.missing:
    notice(sentence)
notice(said.note_scales)
if view.table is not None and view.file is not None:
    table(view.table, height=420)
    download(words.download_excel, partial(workbook_of, here, view.file), view.file.name(here.office.version), "tai")

section(said.divergence_section, said.divergence_lead)
years = shared(pairs.divergence_years, here, theme)
if years:
    with filter_row("chenh", stays=True):
        usual = shared(pairs.usual_divergence_year, here, theme)
        year = choose(said.filter_year, years, Key.APART_YEAR, usual, fmt.period)
    for item in shared(pairs.divergence_views, here, (theme, year)):
        section(item.heading, f"{item.lead} {item.missing}")
        if item.table is not None:
            table(item.table, height=420)
        source_line(item.source)
else:
    notice(said.divergence_no_theme)

section(said.pair_section, said.pair_lead)
codes, when = shared(pairs.pair_choices, here, ()), ""
if codes:
    with filter_row("tuong-quan", stays=True):
        parts = pinned_first(codes, pins_of(here))
        left = choose(said.filter_left, list(parts), Key.PAIR_LEFT, "PAR INDEX|TOTAL", parts.__getitem__)
        right = choose(said.filter_right, list(parts), Key.PAIR_RIGHT, "PAPI|TOTAL", parts.__getitem__)
        held = shared(pairs.pair_years, here, (left, right))
        usual = shared(pairs.usual_year, here, (left, right))
        when = choose(said.filter_year, held, Key.YEAR, usual, fmt.period) if held else ""
if when:
    pair = shared(pairs.pair_view, here, (left, right, when))
    notice(f"{pair.finding} {pair.caution}".strip())
    if pair.figure is not None:
        chart(pair.figure, "tuong-quan", pair.heading, pair.png_name, pair.source)
else:
    notice(said.pair_none)

section(said.reasons_section, said.reasons_lead)
table(view.reasons)
page_link("nap-du-lieu", said.edit_themes)
