"""As of when the pages show their figures: one choice for all of them, kept in the address."""

from collections.abc import Mapping
from datetime import date

import streamlit as st

from cchc_metrics.model import Key
from cchc_metrics.services.office.clock import NOW, Clock, ClockKind

KIND, DAY = Key.CLOCK, Key.CLOCK_DAY
CODES: Mapping[str, ClockKind] = {"biet": ClockKind.KNOWN, "cong-bo": ClockKind.PUBLISHED}
# Days that can be looked at; nothing was published before, and no office plans beyond.
EARLIEST, LATEST = date(2000, 1, 1), date(2099, 12, 31)
_HELD, _PAGE, _WISH = "clock", "clock-page", "clock-wish"


def chosen_clock() -> Clock:
    """The clock of this visitor's session, as ``follow_address`` found it."""
    held: Clock = st.session_state.get(_HELD, NOW)
    return held


def follow_address(page: str) -> None:
    """Take the clock from the address, before anything of the page runs.

    An address without one means now, except on the way from one page of ours to another: the choice goes along.
    """
    asked = st.session_state.pop(_WISH, None) or _asked()
    moved = st.session_state.get(_PAGE, page) != page
    if asked is None and moved:
        asked = chosen_clock()
    st.session_state[_PAGE] = page
    st.session_state[_HELD] = asked or NOW
    _write_address()


def wish(clock: Clock) -> None:
    """Choose a clock from a widget's callback: what a callback writes into the address does not reach the browser."""
    st.session_state[_WISH] = clock


def in_address() -> Mapping[str, str]:
    """What the address says of this clock: its code and the day; nothing for now."""
    clock = chosen_clock()
    return {} if clock.day is None else {KIND: code_of(clock), DAY: clock.day.isoformat()}


def code_of(clock: Clock) -> str:
    """The word of the address for a clock; empty for now."""
    return next((code for code, kind in CODES.items() if kind is clock.kind), "")


def _write_address() -> None:
    """All at once, or the browser would remember an address with half a clock; only where it changes."""
    held = {name: st.query_params[name] for name in (KIND, DAY) if name in st.query_params}
    wanted = in_address()
    if held != wanted:
        others = {name: st.query_params.get_all(name) for name in st.query_params if name not in (KIND, DAY)}
        st.query_params.from_dict({**others, **wanted})


def _asked() -> Clock | None:
    """The clock in the address; None where it names none that makes sense, such as a day before all figures."""
    kind, day = CODES.get(st.query_params.get(KIND, "")), st.query_params.get(DAY, "")
    try:
        asked = date.fromisoformat(day)
    except ValueError:
        return None
    return Clock(kind, asked) if kind is not None and EARLIEST <= asked <= LATEST else None
