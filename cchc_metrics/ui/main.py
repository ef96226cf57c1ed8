"""The frame of every page: theme, first start, menu, then the page itself."""

from copy import copy

import streamlit as st

from cchc_metrics.labels import language, texts
from cchc_metrics.ui import clock, context
from cchc_metrics.ui.cache import shared
from cchc_metrics.ui.clock_bar import clock_control, clock_strip
from cchc_metrics.ui.components.context_bar import ways
from cchc_metrics.ui.components.menu import menu, parts
from cchc_metrics.ui.components.terms import begin_page
from cchc_metrics.ui.demo_strip import demo_strip
from cchc_metrics.ui.navigation import entries_for, entry, full_title_of, pages_in
from cchc_metrics.ui.news import badge, follow_news
from cchc_metrics.ui.search_box import search_box, search_results
from cchc_metrics.ui.session import desk, ensure_ready, follow_language, office, speak_to_visitor, visitor
from cchc_metrics.ui.shelf_bar import follow_pins, shelf_bar
from cchc_metrics.ui.side_panel import side_panel
from cchc_metrics.ui.style import MARK, dress
from cchc_metrics.ui.turns import TURNS
from cchc_metrics.ui.visiting import LOGIN
from cchc_metrics.ui.who import only_own, other_languages, signed_in
from cchc_metrics.views.kit.glossary import index_names


def _page() -> None:
    """One run: the frame, and the page that the address names."""
    follow_language()
    speak_to_visitor()
    words = texts()
    st.set_page_config(page_title=words.shell.product, page_icon=str(MARK), layout="wide")
    st.logo(str(MARK), size="large")
    dress(words.shell, words.gate.local_mark if LOGIN == "local" else "")

    own = entries_for(visitor())
    # Each run has its own: the page that is drawn is marked as such.
    current = st.navigation([copy(page) for page in pages_in(language())], position="hidden")
    part = entry(current.url_path)
    st.set_page_config(page_title=f"{full_title_of(part, words)} · {words.shell.brand}")
    ensure_ready()
    speak_to_visitor()
    clock.follow_address(current.url_path)
    context.follow_address(desk(), current.url_path)
    follow_news(desk(), current.url_path)
    follow_pins(desk())
    ways()
    words_sought = search_box(current.url_path)
    menu(visitor(), own, part, {"today": badge(desk())})
    signed_in(visitor())
    other_languages()
    only_own(current.url_path, own)
    demo_strip(office().settings)
    clock_control(office().settings)
    shelf_bar(desk(), current.url_path)
    clock_strip(desk())
    begin_page(shared(index_names, desk(), ()))
    search_results(desk(), words_sought)
    parts(own, part)
    side_panel(desk())
    current.run()


with TURNS.turn():
    _page()
