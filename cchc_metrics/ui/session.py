"""The process-wide office, the person who is asking, and the desk where the two meet."""

from collections.abc import Callable
from functools import wraps
from threading import Event
from typing import ParamSpec

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from cchc_metrics.config import load_settings
from cchc_metrics.errors import NotAllowedError
from cchc_metrics.labels import LANGUAGES, OFFICIAL, speak, texts
from cchc_metrics.model import Actor, Key
from cchc_metrics.services.intake.reference import prepare
from cchc_metrics.services.office.backups import Schedule
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.office import Office
from cchc_metrics.ui.clock import chosen_clock
from cchc_metrics.ui.components.feedback import first_start, rebuilding
from cchc_metrics.ui.languages import cookie_name
from cchc_metrics.ui.opened import OPENED
from cchc_metrics.ui.visiting import current_visit
from cchc_metrics.views.post import Post

Drawn = ParamSpec("Drawn")
_is_open = Event()
# Seconds between two looks at what somebody else has begun.
_LOOKED = 0.1
# How far a database that is made again has come, for the bar: entries done, entries in all.
_rebuilt: list[tuple[int, int]] = []


# How far the shipped facts have come while nobody watches: a share from 0 to 1.
_taken: list[float] = []


# Where a session keeps the language it chose.
LANGUAGE = "language"


@st.cache_resource(show_spinner=False)
def office() -> Office:
    """The office of this process, opened once and shared by all visitors; the store gives each thread a cursor."""
    opened = Office.open(load_settings(), lambda done, count: _rebuilt.append((done, count)))
    OPENED.append(opened)
    opened.watch.start()
    schedule(opened).start()
    post(opened).start()
    return opened


@st.cache_resource(show_spinner=False)
def schedule(_office: Office) -> Schedule:
    """The backups of this process."""
    return Schedule(_office)


@st.cache_resource(show_spinner=False)
def post(_office: Office) -> Post:
    """The digests by mail of this process."""
    return Post(_office)


def visitor() -> Actor:
    """Who is asking. Every service call passes this on. Raises NotAllowedError when the visit holds no more."""
    visit = current_visit()
    if visit is None:
        raise NotAllowedError(texts().gate.no_visit)
    return visit.actor


def visitor_language() -> str:
    """The language this session speaks: that of the cookie it began with, Vietnamese where there was none."""
    if LANGUAGE not in st.session_state:
        st.session_state[LANGUAGE] = st.context.cookies.to_dict().get(cookie_name(st.context.url or ""), "")
    chosen = str(st.session_state[LANGUAGE])
    return chosen if chosen in LANGUAGES else OFFICIAL


def follow_language() -> None:
    """Go on in the language that the address asks for, in this very session: what was begun to be filled in stays."""
    asked = st.query_params.get(Key.LANGUAGE, "")
    if asked:
        st.query_params.pop(Key.LANGUAGE, None)
    if asked in LANGUAGES and asked != visitor_language():
        _renew_lists()
        st.session_state[LANGUAGE] = asked


def _renew_lists() -> None:
    """Have the browser told anew what is chosen in lists: it keeps a choice by its words, and those are others now."""
    context = get_script_run_ctx()
    if context is None:
        return
    state = context.session_state._state
    for key in list(st.session_state):
        known = state.get_widget_metadata(state.get_widget_id_from_key(str(key)) or "")
        if known is not None and hasattr(getattr(known.deserializer, "__self__", None), "options"):
            st.session_state[key] = st.session_state[key]


def speak_to_visitor() -> None:
    """Answer this visitor in the right language from here on; the office's own names too, once it is open."""
    spoken = visitor_language()
    speak(spoken)
    if spoken != OFFICIAL and _is_open.is_set():
        speak(spoken, desk().catalogue.names_in(spoken))


def part_of_a_page(draw: Callable[Drawn, None]) -> Callable[Drawn, None]:
    """A part that is drawn again alone: it begins a run of its own, which must speak the visitor's language too."""

    @wraps(draw)
    def spoken(*given: Drawn.args, **named: Drawn.kwargs) -> None:
        speak_to_visitor()
        draw(*given, **named)

    return spoken


def desk() -> Desk:
    """The visitor at the office, with the names known at this data version, as of the day that is looked at."""
    return Desk.at(office(), visitor(), chosen_clock())


def prepared() -> Office:
    """The office with the shipped facts in it, by whoever may have no page to say so on."""
    opened = office()
    prepare(opened, lambda share, _: _taken.append(share))
    return opened


def ensure_ready() -> None:
    """Load the shipped facts on the first start of a process, saying so; later this is one look at a flag."""
    if not _is_open.is_set():
        with rebuilding(texts().shell, lambda: _rebuilt[-1] if _rebuilt else None):
            office()
        _is_open.set()
    opened = office()
    if opened.ready.is_set():
        return
    with first_start(texts().shell) as report:
        # Somebody may be at it already; what he meets, whoever waits meets after him.
        while opened.preparing.locked() and not opened.ready.wait(_LOOKED):
            report(_taken[-1] if _taken else 0.0, texts().shell.starting)
        prepare(opened, report)
