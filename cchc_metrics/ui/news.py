"""What is new: stored since this person last looked, by account or by browser; what its keeper has to mend."""

import streamlit as st

from cchc_metrics.access import Deed, may
from cchc_metrics.access.people import only_report
from cchc_metrics.access.places import may_open
from cchc_metrics.access.wishes import Seen
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.services.office.clock import NOW
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.ui.cache import remembered
from cchc_metrics.ui.components.feedback import notice
from cchc_metrics.ui.components.header import page_link
from cchc_metrics.ui.components.prose import listed_cards
from cchc_metrics.ui.context import browser_cookie
from cchc_metrics.ui.visiting import LOGIN
from cchc_metrics.views import digest
from cchc_metrics.views.health.backups import to_mend

COOKIE = "cchc-da-xem"
_SINCE, _READ = "news-since", "news-read"
_MOST_DIGITS = 12


def follow_news(desk: Desk, page: str) -> None:
    """Note from where on things are new to this session, and what of it is read now."""
    if _SINCE not in st.session_state:
        st.session_state[_SINCE] = _first(desk)
    if page != _first_page(desk) and not (page == "ban-tin" and has_digest(desk)):
        return
    st.session_state[_READ] = desk.office.version
    if has_digest(desk) and desk.clock == NOW:
        digest.note_seen(desk)


def _first_page(desk: Desk) -> str:
    """Where one is told what is new: the first page, or the board that units begin with."""
    return "" if may_open(desk.actor, "") else "tien-do"


def has_digest(desk: Desk) -> bool:
    """Whether what this person has seen is kept by account."""
    return LOGIN != "local" and not only_report(desk.actor) and may(desk.actor, Deed.READ_REPORTS)


def news_since(desk: Desk) -> int:
    """The last entry of the journal that was seen; the newest while a past day is looked at."""
    return _since(desk).seq if desk.clock == NOW else desk.office.version


def badge(desk: Desk) -> str:
    """What the dot in the menu says of things that were stored and not looked at yet; empty where there is none."""
    read = max(news_since(desk), int(st.session_state.get(_READ, 0)))
    if desk.office.version <= read:
        return ""
    if has_digest(desk):
        count = remembered(digest.since_seen, desk, digest.asked_since(desk, read, _since(desk).day)).count
    else:
        count = desk.office.version - read if may(desk.actor, Deed.READ_ALL) else 0
    return texts().overview.news_dot.format(count=fmt.integer(count)) if count else ""


def since_last_time(desk: Desk) -> None:
    """What is new to this person, in a sentence and in lists; nothing where nothing is."""
    if desk.clock != NOW or not has_digest(desk):
        return
    seen = _since(desk)
    view = remembered(digest.since_seen, desk, digest.asked_since(desk, seen.seq, seen.day))
    if not view.is_empty:
        notice(view.finding, "decide")
        listed_cards([one for one in view.lists if one[1]])


def told_to_mend(desk: Desk) -> None:
    """What is wrong with the backups, for whoever keeps them, with the way there; nothing for anybody else."""
    problems = to_mend(desk)
    for problem in problems:
        notice(problem, "warning")
    if problems:
        page_link("tinh-trang", texts().backup.to_health)


def read_so_far() -> str:
    """What the browser is to remember as seen; empty before the first page was opened."""
    return str(st.session_state.get(_READ, ""))


def _since(desk: Desk) -> Seen:
    held = st.session_state.get(_SINCE)
    return held if isinstance(held, Seen) else Seen(desk.office.version, "")


def _first(desk: Desk) -> Seen:
    if has_digest(desk):
        return digest.seen_by(desk)
    told = browser_cookie(COOKIE)
    known = told.isascii() and told.isdecimal() and len(told) <= _MOST_DIGITS
    return Seen(int(told) if known else desk.office.version, "")
