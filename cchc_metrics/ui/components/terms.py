"""Terms of the field explained where they first stand on a page: on hover, on a tap, and by the keyboard."""

import streamlit as st

from cchc_metrics.ui.components.markup import element, escaped
from cchc_metrics.views.kit.glossary import meaning_of, terms_in

_TOLD = "terms-told"


def begin_page() -> None:
    """No term has been told yet on the page that is about to be drawn."""
    st.session_state[_TOLD] = set()


def glossed(text: str) -> str:
    """The text as markup, its terms marked; one that was explained above on this page stays plain."""
    told: set[str] = st.session_state.setdefault(_TOLD, set())
    parts = []
    for piece, code in terms_in(text, told):
        if not code:
            parts.append(escaped(piece))
            continue
        told.add(code)
        parts.append(element("span", piece, "cchc-term", tabindex="0", role="button", data_meaning=meaning_of(code)))
    return "".join(parts)
