"""The strip on every page of a try-out: nothing here is a figure of a real office."""

import streamlit as st

from cchc_metrics.config import Settings
from cchc_metrics.labels import texts
from cchc_metrics.services.office.illustrative import mark_of
from cchc_metrics.ui.components.markup import element, escaped, wrapped
from cchc_metrics.ui.components.picture import MARK_KEY
from cchc_metrics.ui.drawn import put

_LOOK = (
    "position:sticky;top:0;z-index:3;background:#fff6d6;border:1px solid #c9a227;border-left:6px solid #c9a227;"
    "border-radius:6px;padding:.45rem .8rem;font-size:.9rem;color:#3d3005"
)


def demo_strip(settings: Settings) -> None:
    """Says so, in a try-out only."""
    mark = st.session_state[MARK_KEY] = mark_of(settings)
    if mark:
        words = wrapped("strong", escaped(mark)) + element("span", f" · {texts().demo.strip}")
        with st.container(key="demo-strip"):
            put(wrapped("div", words, "cchc-demo", style=_LOOK, role="status"))
