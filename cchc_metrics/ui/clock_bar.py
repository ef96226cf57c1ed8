"""Choosing the day that is looked at, and the strip that says so on every page."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import streamlit as st

from cchc_metrics.config import Settings
from cchc_metrics.labels import texts
from cchc_metrics.services.office.clock import NOW, Clock
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.ui.cache import remembered
from cchc_metrics.ui.clock import CODES, EARLIEST, chosen_clock, code_of, wish
from cchc_metrics.ui.components import notice
from cchc_metrics.views.kit.clock import clock_view

_KIND_BOX, _DAY_BOX = "clock-kind", "clock-day"


def clock_control(settings: Settings) -> None:
    """The choice of clock and day, folded beside the menu."""
    t, clock = texts().clock, chosen_clock()
    names = {"": t.now, "biet": t.known, "cong-bo": t.published}
    today = datetime.now(ZoneInfo(settings.timezone)).date()
    st.session_state[_KIND_BOX] = code_of(clock)
    st.session_state[_DAY_BOX] = min(clock.day or st.session_state.get(_DAY_BOX) or today, today)
    with st.sidebar, st.popover(t.title, width="stretch"):
        st.caption(t.lead)
        st.radio(
            t.kind,
            list(names),
            key=_KIND_BOX,
            format_func=lambda code: names[code],
            captions=["", t.known_help, t.published_help],
            on_change=_choose,
        )
        st.date_input(
            t.day, key=_DAY_BOX, format="DD/MM/YYYY", min_value=EARLIEST, max_value=today, on_change=_choose_day
        )


def clock_strip(desk: Desk) -> None:
    """On every page, while a past day is looked at: which, by which clock, and the way back."""
    view = remembered(clock_view, desk, None)
    if view.sentence:
        with st.container(key="clock-strip", horizontal=True, vertical_alignment="center", gap="small"):
            notice(view.whole, "warning")
            st.button(texts().clock.back, key="clock-back", on_click=wish, args=(NOW,))


def closed_in_the_past(desk: Desk) -> bool:
    """Whether forms stay away because a past day is looked at; says why."""
    if desk.clock == NOW:
        return False
    notice(texts().clock.reading_only, "warning")
    return True


def _choose() -> None:
    kind, day = CODES.get(st.session_state[_KIND_BOX]), st.session_state.get(_DAY_BOX)
    wish(Clock(kind, day) if kind is not None and isinstance(day, date) else NOW)


def _choose_day() -> None:
    """A day alone means what the system knew on it."""
    st.session_state[_KIND_BOX] = st.session_state[_KIND_BOX] or "biet"
    _choose()
