"""The menu of the eight places beside every page, and the row of a place's parts above it."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

import streamlit as st

from cchc_metrics.labels import language, texts
from cchc_metrics.model import Actor
from cchc_metrics.ui import context
from cchc_metrics.ui.components.address import href
from cchc_metrics.ui.components.markup import element, wrapped
from cchc_metrics.ui.drawn import put
from cchc_metrics.ui.navigation import PLACES, PageEntry, Place, parts_of, places_for, question_of, title_of

# Everything that a row of links is made of besides the words of its language: (name, value) of what goes along.
_Carried = tuple[tuple[str, str], ...]


def menu(actor: Actor, own: Sequence[PageEntry], current: PageEntry, new: Mapping[str, str]) -> None:
    """The places that this person may open, each with what is looked at.

    own: the parts that he may open. new: place -> what the dot beside it says.
    """
    first = tuple((place, parts[0].slug) for place in places_for(actor) if (parts := parts_of(place.code, own)))
    with st.sidebar:
        put(_menu(first, current.place, tuple(new.items()), tuple(context.carried().items()), language()))
        put(_meeting(language()))


def parts(own: Sequence[PageEntry], current: PageEntry) -> None:
    """The parts of the place, above the page; nothing where there is one."""
    held = parts_of(current.place, own)
    if len(held) < 2:
        return
    with st.container(key="parts"):
        put(_parts(held, current, tuple(context.carried().items()), language()))


@lru_cache(maxsize=512)
def _menu(
    first: tuple[tuple[Place, str], ...], current: str, new: tuple[tuple[str, str], ...], along: _Carried, _: str
) -> str:
    carried, dots = dict(along), dict(new)
    items = [
        _place(place, href(slug, {}, carried), place.code == current, dots.get(place.code, "")) for place, slug in first
    ]
    return wrapped("nav", "".join(items), "cchc-menu", aria_label=texts().shell.menu)


@lru_cache(maxsize=8)
def _meeting(_: str) -> str:
    t = texts().shell
    words = element("span", "present_to_all", "cchc-icon", aria_hidden="true") + element("span", t.meeting)
    return wrapped("button", words, "cchc-meet", type="button", title=t.meeting_help)


@lru_cache(maxsize=512)
def _parts(held: tuple[PageEntry, ...], current: PageEntry, along: _Carried, _: str) -> str:
    words, carried = texts(), dict(along)
    place = next(place for place in PLACES if place.code == current.place)
    links = [
        element("a", title_of(item, words), href=href(item.slug, {}, carried), aria_current="page" * (item == current))
        for item in held
    ]
    name = element("span", title_of(place, words), "cchc-place")
    return wrapped("nav", name + "".join(links), "cchc-parts", aria_label=title_of(place, words))


def _place(place: Place, target: str, is_current: bool, new: str) -> str:
    words = texts()
    icon = element("span", place.icon, "cchc-icon", aria_hidden="true")
    inner = icon + element("span", title_of(place, words))
    inner += element("span", "", "cchc-new", role="img", aria_label=new, title=new) if new else ""
    current = "true" if is_current else ""
    return wrapped("a", inner, href=target, title=question_of(place, words), aria_current=current)
