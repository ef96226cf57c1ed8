"""Beside the menu: as whom one is signed in, and the way to one's account."""

from collections.abc import Sequence
from functools import lru_cache

import streamlit as st

from cchc_metrics.access.places import may_open
from cchc_metrics.labels import language, texts
from cchc_metrics.model import Actor
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.ui.components import empty_state
from cchc_metrics.ui.components.markup import element, wrapped
from cchc_metrics.ui.drawn import put
from cchc_metrics.ui.languages import LANGUAGE_AT, OWN_NAMES, others
from cchc_metrics.ui.login.pages import ACCOUNT, roles_in_words
from cchc_metrics.ui.navigation import PageEntry
from cchc_metrics.ui.visiting import LOGIN


def only_own(slug: str, own: Sequence[PageEntry]) -> None:
    """Stops at a page that is not for this person with one sentence; the first page gives way to one's own first."""
    if any(item.slug == slug for item in own):
        return
    if not slug and own:
        # Units begin with the board, not with what is new.
        st.switch_page(next((item for item in own if item.place != "today"), own[0]).path)
    empty_state(texts().access.not_yours_title, texts().access.not_yours_body)
    st.stop()


def own_page(desk: Desk, slug: str) -> bool:
    """Whether the page at an address is for who asks: what is told of it elsewhere is shown to no others."""
    return may_open(desk.actor, slug)


def other_languages() -> None:
    """One click to another language, by its own name; what is looked at stays, for the address has it."""
    links = _links(language())
    if links:
        with st.sidebar:
            put(wrapped("div", links, "cchc-tongues"))


@lru_cache(maxsize=8)
def _links(spoken: str) -> str:
    return "".join(
        element(
            "a",
            OWN_NAMES[code],
            href=f"{LANGUAGE_AT}/{code}",
            target="_self",
            lang=code,
            hreflang=code,
            data_warning=texts().shell.language_warning,
        )
        for code in others(spoken)
    )


def signed_in(actor: Actor) -> None:
    """Name, roles and the link; nothing where nobody signs in."""
    if LOGIN == "local":
        return
    t = texts().access
    link = element("a", t.my_account, href=ACCOUNT, target="_self")
    said = element("span", t.signed_in_as.format(name=actor.name, roles=roles_in_words(actor)))
    with st.sidebar:
        put(wrapped("p", f"{said}<br>{link}", "cchc-small"))
