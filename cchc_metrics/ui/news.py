"""What was stored since this browser last looked at Hôm nay."""

import streamlit as st

from cchc_metrics.services.office.clock import NOW
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.ui.context import browser_cookie

COOKIE = "cchc-da-xem"
_SINCE, _READ = "news-since", "news-read"
_MOST_DIGITS = 12


def follow_news(desk: Desk, page: str) -> None:
    """Note from where on things are new to this session, and what of it is read now."""
    if _SINCE not in st.session_state:
        told = browser_cookie(COOKIE)
        known = told.isascii() and told.isdecimal() and len(told) <= _MOST_DIGITS
        st.session_state[_SINCE] = int(told) if known else desk.office.version
    if not page:
        st.session_state[_READ] = desk.office.version


def news_since(desk: Desk) -> int:
    """The last entry of the journal that was seen; the newest while a past day is looked at."""
    return int(st.session_state.get(_SINCE, desk.office.version)) if desk.clock == NOW else desk.office.version


def has_unread(desk: Desk) -> bool:
    """Whether something was stored that Hôm nay has not shown yet."""
    return desk.office.version > max(news_since(desk), int(st.session_state.get(_READ, 0)))


def read_so_far() -> str:
    """What the browser is to remember as seen; empty before Hôm nay was opened."""
    return str(st.session_state.get(_READ, ""))
