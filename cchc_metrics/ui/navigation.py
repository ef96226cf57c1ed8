"""The table of pages: what there is, where it lives, under which heading; for whom says ``access.places``."""

from dataclasses import dataclass
from pathlib import Path

from cchc_metrics.access.places import may_open
from cchc_metrics.config import PROJECT
from cchc_metrics.labels.texts import Texts
from cchc_metrics.model import Actor

PAGES = PROJECT / "pages"


@dataclass(frozen=True, slots=True)
class PageEntry:
    """One page. slug: its address, empty for the first page · title, group: fields of the shell texts.

    full: the field of the whole title, where the menu has room only for a short one.
    """

    slug: str
    file: str
    title: str
    group: str
    icon: str
    full: str = ""

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
    PageEntry(
        "diem-chua-dat",
        "diem_chua_dat.py",
        "page_lost",
        "group_analysis",
        ":material/playlist_remove:",
        full="page_lost_full",
    ),
    PageEntry("lo-trinh", "lo_trinh.py", "page_trajectory", "group_analysis", ":material/route:"),
    PageEntry("kich-ban", "kich_ban.py", "page_scenario", "group_analysis", ":material/tune:"),
    PageEntry("sap-xep-tinh", "sap_xep_tinh.py", "page_lineage", "group_analysis", ":material/merge:"),
    PageEntry("ban-do", "ban_do.py", "page_atlas", "group_analysis", ":material/map:"),
    PageEntry("doi-chieu", "doi_chieu.py", "page_across", "group_analysis", ":material/compare_arrows:"),
    PageEntry("tien-do", "tien_do.py", "page_board", "group_reports", ":material/checklist:"),
    PageEntry("nop-bao-cao", "nop_bao_cao.py", "page_submit", "group_reports", ":material/send:"),
    PageEntry("chi-tieu", "chi_tieu.py", "page_metrics", "group_reports", ":material/monitoring:"),
    PageEntry("tong-hop", "tong_hop.py", "page_compile", "group_reports", ":material/description:"),
    PageEntry("ke-hoach", "ke_hoach.py", "page_plan", "group_reports", ":material/event_available:"),
    PageEntry("danh-muc-lich", "danh_muc_lich.py", "page_setup", "group_reports", ":material/edit_calendar:"),
    PageEntry("nap-du-lieu", "nap_du_lieu.py", "page_upload", "group_data", ":material/upload_file:"),
    PageEntry("muc-tieu", "muc_tieu.py", "page_targets", "group_data", ":material/flag:"),
    PageEntry("nguon-goc", "nguon_goc.py", "page_origin", "group_data", ":material/history:"),
    PageEntry("tinh-trang", "tinh_trang.py", "page_health", "group_admin", ":material/monitor_heart:"),
    PageEntry("nhat-ky-truy-cap", "nhat_ky_truy_cap.py", "page_audit", "group_admin", ":material/fact_check:"),
    PageEntry("phuong-phap", "phuong_phap.py", "page_method", "group_guide", ":material/menu_book:"),
)


def entry(slug: str) -> PageEntry:
    """The page at an address. Raises KeyError when there is none."""
    return {item.slug: item for item in ENTRIES}[slug]


def entries_for(actor: Actor) -> tuple[PageEntry, ...]:
    """The pages that this person may open, in the order of the menu."""
    return tuple(item for item in ENTRIES if may_open(actor, item.slug))


def title_of(item: PageEntry, words: Texts) -> str:
    """The page's name in the menu."""
    return str(getattr(words.shell, item.title))


def full_title_of(item: PageEntry, words: Texts) -> str:
    """The page's whole name, as the browser's tab has it."""
    return str(getattr(words.shell, item.full or item.title))


def group_of(item: PageEntry, words: Texts) -> str:
    """The heading the page stands under."""
    return str(getattr(words.shell, item.group))
