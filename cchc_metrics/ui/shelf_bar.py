"""Beside the menu: pinned provinces and parts, named views. Each person's own; of a single operator this machine's."""

from collections.abc import Callable
from urllib.parse import urlencode

import streamlit as st

from cchc_metrics.access.keeping import access_of
from cchc_metrics.access.people import only_report
from cchc_metrics.access.shelf import MOST_PINS, Shelf
from cchc_metrics.errors import CchcError
from cchc_metrics.labels import texts
from cchc_metrics.model import Key
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.ui.boundary import show_problem
from cchc_metrics.ui.cache import remembered
from cchc_metrics.ui.components.markup import element, wrapped
from cchc_metrics.ui.components.pin_link import note_pinned
from cchc_metrics.ui.drawn import put
from cchc_metrics.ui.plain import plain_label
from cchc_metrics.views.kit.pins import parts_on, pinnable, pins_on

_PINS, _NAME, _WHICH, _NEW, _FAULT = (f"shelf-{name}" for name in ("pins", "name", "which", "new", "fault"))


def shelf_of(desk: Desk) -> Shelf:
    """The shelves of the office."""
    return access_of(desk.office.settings).shelf


def pins_of(desk: Desk) -> tuple[str, ...]:
    """Whatever this person pinned, in order."""
    return shelf_of(desk).pins(desk.actor.id)


def pinned(desk: Desk, base: str, *without: str) -> tuple[str, ...]:
    """The provinces that this person pinned, as a base has them, less those that are shown anyway."""
    return pins_on(desk, pins_of(desk), base, without)


def pinned_parts(desk: Desk, *indices: str) -> tuple[str, ...]:
    """The parts of these indices, of all where none is named, that this person pinned, by code."""
    return parts_on(pins_of(desk), indices)


def follow_pins(desk: Desk) -> None:
    """Pin or unpin what a link asks for, and take it out of the address, so that reloading does nothing.

    What is neither a province nor a part is nothing.
    """
    asked = st.query_params.get(Key.PIN, "")
    if not asked:
        return
    st.query_params.pop(Key.PIN, None)
    shelf, person = shelf_of(desk), desk.actor.id
    held = shelf.pins(person)
    if asked in held:
        _try(lambda: shelf.pin(person, tuple(one for one in held if one != asked)))
    elif asked in remembered(pinnable, desk, ()):
        _try(lambda: shelf.pin(person, (*held, asked)))


def shelf_bar(desk: Desk, page: str) -> None:
    """The pins and the saved views, folded; nothing for who came by a link."""
    if only_report(desk.actor) is not None or not desk.catalogue.provinces():
        return
    t = texts().shelf
    with st.sidebar, st.popover(plain_label(t.title), width="stretch"):
        _pins(desk)
        put(element("h3", t.views, "cchc-h3"))
        _views(desk, page)
    note_pinned(pins_of(desk), page)
    if fault := str(st.session_state.pop(_FAULT, "")):
        show_problem(fault)


def _pins(desk: Desk) -> None:
    t, shelf = texts().shelf, shelf_of(desk)
    names = remembered(pinnable, desk, ())
    st.session_state[_PINS] = [one for one in pins_of(desk) if one in names]
    st.multiselect(
        plain_label(t.pins.format(most=MOST_PINS)),
        list(names),
        format_func=lambda code: names.get(code, code),
        key=_PINS,
        max_selections=MOST_PINS,
        select_all=False,
        wrap=True,
        placeholder=texts().shell.select_many_placeholder,
        help=plain_label(t.pins_help),
        on_change=_keep_pins,
        args=(shelf, desk.actor.id),
    )


def _keep_pins(shelf: Shelf, person: str) -> None:
    _try(lambda: shelf.pin(person, tuple(st.session_state[_PINS])))


def _views(desk: Desk, page: str) -> None:
    t, shelf, person = texts().shelf, shelf_of(desk), desk.actor.id
    views = shelf.views(person)
    lines = "".join(wrapped("li", element("a", one.name, href=one.address or "./")) for one in views)
    put(wrapped("ul", lines, "cchc-saved") if lines else element("p", t.views_none, "cchc-small"))
    st.text_input(plain_label(t.name), key=_NAME, placeholder=t.name_hint, max_chars=80)
    st.button(plain_label(t.save), key="shelf-save", on_click=_save, args=(shelf, person, _address(page)))
    if not views:
        return
    with st.expander(plain_label(t.change)):
        names = [one.name for one in views]
        st.selectbox(plain_label(t.which), names, key=_WHICH, placeholder=texts().shell.select_placeholder)
        st.text_input(plain_label(t.new_name), key=_NEW, max_chars=80)
        st.button(plain_label(t.rename), key="shelf-rename", on_click=_rename, args=(shelf, person))
        st.button(plain_label(t.drop), key="shelf-drop", on_click=_drop, args=(shelf, person))


def _address(page: str) -> str:
    """What stands in the address now, less what is of the moment."""
    held = [(name, value) for name in st.query_params for value in st.query_params.get_all(name)]
    asked = urlencode([(name, value) for name, value in held if name not in (Key.PIN, Key.PANEL)])
    return f"{page or './'}?{asked}" if asked else page or "./"


def _save(shelf: Shelf, person: str, address: str) -> None:
    if _try(lambda: shelf.save(person, str(st.session_state.get(_NAME, "")), address)):
        st.session_state[_NAME] = ""


def _rename(shelf: Shelf, person: str) -> None:
    if _try(lambda: shelf.rename(person, str(st.session_state[_WHICH]), str(st.session_state.get(_NEW, "")))):
        st.session_state[_NEW] = ""


def _drop(shelf: Shelf, person: str) -> None:
    _try(lambda: shelf.drop(person, str(st.session_state[_WHICH])))


def _try(act: Callable[[], None]) -> bool:
    """Do it; what was wrong is said on the run that follows."""
    try:
        act()
    except CchcError as error:
        st.session_state[_FAULT] = str(error)
        return False
    return True
