"""The menu of the eight places beside every page, and the row of a place's parts above it."""

from collections.abc import Mapping

import streamlit as st

from cchc_metrics.labels import texts
from cchc_metrics.model import Actor
from cchc_metrics.ui import context
from cchc_metrics.ui.components.address import href
from cchc_metrics.ui.components.markup import element, wrapped
from cchc_metrics.ui.navigation import PLACES, PageEntry, Place, parts_of, places_for, question_of, title_of


def menu(actor: Actor, current: PageEntry, new: Mapping[str, str]) -> None:
    """The places that this person may open, each with what is looked at. new: place -> what the dot beside it says."""
    carried, words = context.carried(), texts()
    items = []
    for place in places_for(actor):
        parts = parts_of(place.code, actor)
        if parts:
            items.append(
                _place(place, href(parts[0].slug, {}, carried), place.code == current.place, new.get(place.code, ""))
            )
    with st.sidebar:
        st.html(wrapped("nav", "".join(items), "cchc-menu", aria_label=words.shell.menu))
        meeting = element("span", "present_to_all", "cchc-icon", aria_hidden="true") + element(
            "span", words.shell.meeting
        )
        st.html(wrapped("button", meeting, "cchc-meet", type="button", title=words.shell.meeting_help))


def parts(actor: Actor, current: PageEntry) -> None:
    """The parts of the place, above the page; nothing where there is one."""
    held, words, carried = parts_of(current.place, actor), texts(), context.carried()
    place = next(place for place in PLACES if place.code == current.place)
    if len(held) < 2:
        return
    links = [
        element("a", title_of(item, words), href=href(item.slug, {}, carried), aria_current="page" * (item == current))
        for item in held
    ]
    name = element("span", title_of(place, words), "cchc-place")
    with st.container(key="parts"):
        st.html(wrapped("nav", name + "".join(links), "cchc-parts", aria_label=title_of(place, words)))


def _place(place: Place, target: str, is_current: bool, new: str) -> str:
    words = texts()
    icon = element("span", place.icon, "cchc-icon", aria_hidden="true")
    inner = icon + element("span", title_of(place, words))
    inner += element("span", "", "cchc-new", role="img", aria_label=new, title=new) if new else ""
    current = "true" if is_current else ""
    return wrapped("a", inner, href=target, title=question_of(place, words), aria_current=current)
