"""The eight places and their parts: what there is and where it lives; for whom says ``access.places``."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import streamlit as st

from cchc_metrics.access import Role, held_by
from cchc_metrics.access.places import may_open
from cchc_metrics.config import PROJECT
from cchc_metrics.labels import LANGUAGES
from cchc_metrics.labels.texts import Texts
from cchc_metrics.model import Actor

PAGES = PROJECT / "pages"


@dataclass(frozen=True, slots=True)
class Place:
    """One of the eight places of the menu: title and question, fields of the shell texts; its pages are its parts."""

    code: str
    title: str
    question: str
    icon: str


PLACES: tuple[Place, ...] = (
    Place("today", "place_today", "asks_today", "today"),
    Place("standing", "place_standing", "asks_standing", "format_list_numbered"),
    Place("course", "place_course", "asks_course", "show_chart"),
    Place("gains", "place_gains", "asks_gains", "target"),
    Place("goals", "place_goals", "asks_goals", "flag"),
    Place("reports", "place_reports", "asks_reports", "checklist"),
    Place("data", "place_data", "asks_data", "database"),
    Place("settings", "place_settings", "asks_settings", "tune"),
)


@dataclass(frozen=True, slots=True)
class PageEntry:
    """One part of a place. slug: its address, empty for the first page · title: field of the shell texts.

    full: the field of the whole title, where the row of parts has room only for a short one.
    """

    slug: str
    file: str
    title: str
    place: str
    full: str = ""

    @property
    def path(self) -> Path:
        return PAGES / self.file


# The first of a place is what the menu opens.
ENTRIES: tuple[PageEntry, ...] = (
    PageEntry("", "tong_quan.py", "page_overview", "today"),
    PageEntry("ke-nhanh", "ke_nhanh.py", "page_story", "today"),
    PageEntry("ban-tin", "ban_tin.py", "page_digest", "today"),
    PageEntry("xep-hang", "xep_hang.py", "page_ranking", "standing"),
    PageEntry("ban-do", "ban_do.py", "page_atlas", "standing"),
    PageEntry("sap-xep-tinh", "sap_xep_tinh.py", "page_lineage", "standing"),
    PageEntry("xu-huong", "xu_huong.py", "page_trend", "course"),
    PageEntry("bien-dong", "bien_dong.py", "page_why", "course"),
    PageEntry("doi-chieu", "doi_chieu.py", "page_across", "course"),
    PageEntry("khoang-cach", "khoang_cach.py", "page_gap", "gains"),
    PageEntry("diem-chua-dat", "diem_chua_dat.py", "page_lost", "gains", full="page_lost_full"),
    PageEntry("lo-trinh", "lo_trinh.py", "page_trajectory", "goals"),
    PageEntry("kich-ban", "kich_ban.py", "page_scenario", "goals"),
    PageEntry("muc-tieu", "muc_tieu.py", "page_targets", "goals"),
    PageEntry("tien-do", "tien_do.py", "page_board", "reports"),
    PageEntry("nop-bao-cao", "nop_bao_cao.py", "page_submit", "reports"),
    PageEntry("chi-tieu", "chi_tieu.py", "page_metrics", "reports"),
    PageEntry("tong-hop", "tong_hop.py", "page_compile", "reports"),
    PageEntry("ke-hoach", "ke_hoach.py", "page_plan", "reports"),
    PageEntry("tra-cuu", "tra_cuu.py", "page_explore", "data"),
    PageEntry("nap-du-lieu", "nap_du_lieu.py", "page_upload", "data"),
    PageEntry("nguon-goc", "nguon_goc.py", "page_origin", "data"),
    PageEntry("danh-muc-lich", "danh_muc_lich.py", "page_setup", "settings"),
    PageEntry("phuong-phap", "phuong_phap.py", "page_method", "settings"),
    PageEntry("tinh-trang", "tinh_trang.py", "page_health", "settings"),
    PageEntry("nhat-ky-truy-cap", "nhat_ky_truy_cap.py", "page_audit", "settings"),
)


# A leader reads where we stand and who is late before anything else; for the others the places stand as above.
_LEADERS_FIRST = ("today", "standing", "reports")


def places_for(actor: Actor) -> tuple[Place, ...]:
    """The places in the order in which this person's menu has them."""
    if not {Role.LEADER, Role.APPROVING_LEADER} & {held.role for held in held_by(actor)}:
        return PLACES
    first = [place for code in _LEADERS_FIRST for place in PLACES if place.code == code]
    return (*first, *(place for place in PLACES if place not in first))


def entry(slug: str) -> PageEntry:
    """The part at an address. Raises KeyError when there is none."""
    return {item.slug: item for item in ENTRIES}[slug]


@lru_cache(maxsize=4)
def pages_in(spoken: str) -> tuple[st.Page, ...]:
    """All parts as Streamlit knows pages, in a language. A part of others is registered too: an address that is not
    answers in English.
    """
    words = LANGUAGES[spoken]
    return tuple(
        st.Page(item.path, title=title_of(item, words), url_path=item.slug or None, default=not item.slug)
        for item in ENTRIES
    )


def entries_for(actor: Actor) -> tuple[PageEntry, ...]:
    """The parts that this person may open, in the order of the menu."""
    return tuple(item for item in ENTRIES if may_open(actor, item.slug))


def parts_of(place: str, own: Sequence[PageEntry]) -> tuple[PageEntry, ...]:
    """The parts of a place among those that a person may open."""
    return tuple(item for item in own if item.place == place)


def title_of(item: PageEntry | Place, words: Texts) -> str:
    """The name in the menu, or in the row of a place's parts."""
    return str(getattr(words.shell, item.title))


def question_of(place: Place, words: Texts) -> str:
    """What a place answers."""
    return str(getattr(words.shell, place.question))


def full_title_of(item: PageEntry, words: Texts) -> str:
    """The part's whole name, as the browser's tab has it."""
    return str(getattr(words.shell, item.full or item.title))
