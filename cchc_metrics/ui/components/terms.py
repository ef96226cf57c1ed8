"""Terms of the field explained where they first stand on a page: on hover, on a tap, and by the keyboard."""

from collections.abc import Callable, Collection

import streamlit as st

from cchc_metrics.ui.components.markup import element, kept
from cchc_metrics.views.kit.glossary import meaning_of, terms_in

_TOLD, _NAMES = "terms-told", "terms-names"


def begin_page(names: tuple[str, ...] = ()) -> None:
    """No term has been told yet on the page that is about to be drawn. names: of indices, which hold no terms."""
    st.session_state[_TOLD], st.session_state[_NAMES] = set(), names


def told_so_far() -> frozenset[str]:
    """The terms that were explained on this page so far; none is told before ``begin_page``."""
    return frozenset(st.session_state.get(_TOLD, ()))


def tell(codes: Collection[str]) -> None:
    """Note that markup which is put on the page as it was made explains these."""
    st.session_state.setdefault(_TOLD, set()).update(codes)


def names_of_indices() -> tuple[str, ...]:
    """The names in which no term is meant, as ``begin_page`` was told."""
    held: tuple[str, ...] = st.session_state.get(_NAMES, ())
    return held


def glossed(text: str, plain: Callable[[str], str] = kept) -> str:
    """The text as markup, its terms marked; one that was explained above on this page stays plain.

    plain: makes markup of what is no term; of a heading ``kept_names``.
    """
    told: set[str] = st.session_state.setdefault(_TOLD, set())
    parts = []
    for piece, code in terms_in(text, told, names_of_indices()):
        if not code:
            parts.append(plain(piece))
            continue
        told.add(code)
        parts.append(element("span", piece, "cchc-term", tabindex="0", role="button", data_meaning=meaning_of(code)))
    return "".join(parts)
