"""The sign beside a province or a part in a list that pins it, or unpins it."""

from collections.abc import Hashable
from urllib.parse import urlencode

import streamlit as st

from cchc_metrics.labels import texts
from cchc_metrics.model import Key
from cchc_metrics.ui.components.markup import element

_PINNED, _AT = "pinned-now", "pinned-at"


def note_pinned(pins: tuple[str, ...], page: str) -> None:
    """What is pinned while this page is drawn, and where it lives."""
    st.session_state[_PINNED], st.session_state[_AT] = pins, page


def pinned_as() -> Hashable:
    """Everything that ``pin_link`` goes by besides what it is asked for: what is pinned, and the address."""
    held = tuple((key, value) for key in st.query_params for value in st.query_params.get_all(key))
    return st.session_state.get(_PINNED), st.session_state.get(_AT), held


def pin_link(pin: str, name: str) -> str:
    """The link as markup; nothing where nobody's pins were noted."""
    pins = st.session_state.get(_PINNED)
    if pins is None:
        return ""
    on, t = pin in pins, texts().shelf
    words = (t.unpin if on else t.pin).format(name=name)
    held = [(key, value) for key in st.query_params for value in st.query_params.get_all(key) if key != Key.PIN]
    address = f"{st.session_state[_AT] or './'}?{urlencode([*held, (str(Key.PIN), pin)])}"
    return element("a", "★" if on else "☆", "cchc-pin", href=address, title=words, aria_label=words)
