"""The box in which anything is found by words, and what was found, above the page."""

import streamlit as st

from cchc_metrics.labels import texts
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.ui.cache import remembered
from cchc_metrics.ui.components.address import href
from cchc_metrics.ui.components.feedback import notice
from cchc_metrics.ui.components.markup import element, wrapped
from cchc_metrics.ui.drawn import put
from cchc_metrics.ui.navigation import entries_for, title_of
from cchc_metrics.views.search import Hit, search

_BOX, _AT = "tim", "search-at"


def search_box(page: str) -> str:
    """The box in the side bar; what stands in it. It is empty again as soon as another page or view is opened."""
    t = texts().search
    at = (page, tuple(sorted(st.query_params.items())))
    if st.session_state.get(_AT) not in (None, at):
        st.session_state[_BOX] = ""
    with st.sidebar:
        typed = st.text_input(t.box, key=_BOX, placeholder=t.hint, label_visibility="collapsed") or ""
    st.session_state[_AT] = at if typed.strip() else None
    return typed.strip()


def search_results(desk: Desk, words: str) -> None:
    """Links to all that fits the words; nothing without words."""
    if not words:
        return
    t = texts().search
    parts = tuple((item.slug, title_of(item, texts())) for item in entries_for(desk.actor))
    found = remembered(search, desk, (words, parts))
    if not found:
        notice(t.none.format(words=words))
        return
    lines = "".join(wrapped("li", _link(hit)) for hit in found)
    inner = element("h2", t.results.format(words=words)) + wrapped("ul", lines)
    put(wrapped("nav", inner, "cchc-found", aria_label=t.box))


def _link(hit: Hit) -> str:
    place = f"#{hit.anchor}" if hit.anchor else ""
    return wrapped("a", element("span", hit.text) + element("em", hit.kind), href=f"{href(hit.slug, hit.query)}{place}")
