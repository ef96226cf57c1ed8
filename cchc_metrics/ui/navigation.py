"""The table of pages: what there is, where it lives, under which heading, for whom."""

from dataclasses import dataclass
from pathlib import Path

from cchc_metrics.access.people import OPERATOR
from cchc_metrics.config import PROJECT
from cchc_metrics.labels.texts import Texts
from cchc_metrics.model import Actor

PAGES = PROJECT / "pages"
EVERYONE = frozenset({OPERATOR})


@dataclass(frozen=True, slots=True)
class PageEntry:
    """One page. slug: its address, empty for the first page · title, group: fields of the shell texts."""

    slug: str
    file: str
    title: str
    group: str
    icon: str
    visible_to: frozenset[str] = EVERYONE

    @property
    def path(self) -> Path:
        return PAGES / self.file


ENTRIES: tuple[PageEntry, ...] = (
    PageEntry("", "tong_quan.py", "page_overview", "group_view", ":material/dashboard:"),
    PageEntry("xep-hang", "xep_hang.py", "page_ranking", "group_view", ":material/format_list_numbered:"),
    PageEntry("xu-huong", "xu_huong.py", "page_trend", "group_view", ":material/show_chart:"),
    PageEntry("khoang-cach", "khoang_cach.py", "page_gap", "group_view", ":material/align_horizontal_left:"),
    PageEntry("tra-cuu", "tra_cuu.py", "page_explore", "group_view", ":material/table_view:"),
    PageEntry("bien-dong", "bien_dong.py", "page_why", "group_analysis", ":material/waterfall_chart:"),
    PageEntry("diem-chua-dat", "diem_chua_dat.py", "page_lost", "group_analysis", ":material/playlist_remove:"),
    PageEntry("sap-xep-tinh", "sap_xep_tinh.py", "page_lineage", "group_analysis", ":material/merge:"),
    PageEntry("ban-do", "ban_do.py", "page_atlas", "group_analysis", ":material/map:"),
    PageEntry("lo-trinh", "lo_trinh.py", "page_trajectory", "group_analysis", ":material/route:"),
    PageEntry("kich-ban", "kich_ban.py", "page_scenario", "group_analysis", ":material/tune:"),
    PageEntry("doi-chieu", "doi_chieu.py", "page_across", "group_analysis", ":material/compare_arrows:"),
    PageEntry("nap-du-lieu", "nap_du_lieu.py", "page_upload", "group_data", ":material/upload_file:"),
    PageEntry("muc-tieu", "muc_tieu.py", "page_targets", "group_data", ":material/flag:"),
    PageEntry("nguon-goc", "nguon_goc.py", "page_origin", "group_data", ":material/history:"),
    PageEntry("tinh-trang", "tinh_trang.py", "page_health", "group_admin", ":material/monitor_heart:"),
    PageEntry("phuong-phap", "phuong_phap.py", "page_method", "group_guide", ":material/menu_book:"),
)


def entry(slug: str) -> PageEntry:
    """The page at an address. Raises KeyError when there is none."""
    return {item.slug: item for item in ENTRIES}[slug]


def entries_for(actor: Actor) -> tuple[PageEntry, ...]:
    """The pages that this person may open, in the order of the menu."""
    return tuple(item for item in ENTRIES if actor.role in item.visible_to)


def title_of(item: PageEntry, words: Texts) -> str:
    """The page's name on screen."""
    return str(getattr(words.shell, item.title))


def group_of(item: PageEntry, words: Texts) -> str:
    """The heading the page stands under."""
    return str(getattr(words.shell, item.group))
