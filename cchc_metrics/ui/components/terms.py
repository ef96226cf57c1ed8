"""Terms of the field explained where they first stand on a page: on hover, on a tap, and by the keyboard."""

import streamlit as st

from cchc_metrics.ui.components.markup import element, escaped
from cchc_metrics.views.kit.glossary import meaning_of, terms_in

_TOLD, _NAMES = "terms-told", "terms-names"


def begin_page(names: tuple[str, ...] = ()) -> None:
    """No term has been told yet on the page that is about to be drawn. names: of indices, which hold no terms."""
    st.session_state[_TOLD], st.session_state[_NAMES] = set(), names


def glossed(text: str) -> str:
    """The text as markup, its terms marked; one that was explained above on this page stays plain."""
    told: set[str] = st.session_state.setdefault(_TOLD, set())
    parts = []
    for piece, code in terms_in(text, told, st.session_state.get(_NAMES, ())):
        if not code:
            parts.append(escaped(piece))
            continue
        told.add(code)
        parts.append(element("span", piece, "cchc-term", tabindex="0", role="button", data_meaning=meaning_of(code)))
    return "".join(parts)
