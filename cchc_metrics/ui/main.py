"""The frame of every page: theme, first start, menu, then the page itself."""

import streamlit as st

from cchc_metrics.labels import speak, texts
from cchc_metrics.ui.clock import follow_address
from cchc_metrics.ui.clock_bar import clock_control, clock_strip
from cchc_metrics.ui.demo_strip import demo_strip
from cchc_metrics.ui.navigation import ENTRIES, entries_for, entry, full_title_of, group_of, title_of
from cchc_metrics.ui.session import desk, ensure_ready, office, visitor, visitor_language
from cchc_metrics.ui.style import MARK, dress
from cchc_metrics.ui.visiting import LOGIN
from cchc_metrics.ui.who import only_own, signed_in

speak(visitor_language())
words = texts()
st.set_page_config(page_title=words.shell.product, page_icon=str(MARK), layout="wide")
st.logo(str(MARK), size="large")
dress(words.shell, words.gate.local_mark if LOGIN == "local" else "")

menu: dict[str, list[st.Page]] = {}
own = entries_for(visitor())
for item in ENTRIES:
    # A page of others is registered too, unseen: an address that is not answers in English.
    page = st.Page(
        item.path,
        title=title_of(item, words),
        icon=item.icon,
        url_path=item.slug or None,
        default=not item.slug,
        visibility="visible" if item in own else "hidden",
    )
    menu.setdefault(group_of(item, words), []).append(page)

current = st.navigation(menu, expanded=True)
st.set_page_config(page_title=f"{full_title_of(entry(current.url_path), words)} · {words.shell.brand}")
signed_in(visitor())
only_own(current.url_path, own)
ensure_ready()
follow_address(current.url_path)
demo_strip(office().settings)
clock_control(office().settings)
clock_strip(desk())
current.run()
