"""The parts that pages are put together from. Pages import them from here."""

from cchc_metrics.ui.components.cards import badge, badges, cards
from cchc_metrics.ui.components.context_bar import context_bar, filters_line
from cchc_metrics.ui.components.feedback import empty_state, notice, progress
from cchc_metrics.ui.components.files import download, keep_made, made_first
from cchc_metrics.ui.components.gaps import gap_legend, gap_lists
from cchc_metrics.ui.components.header import filter_row, nothing_stored, page_header, page_link, section, see_before
from cchc_metrics.ui.components.picture import chart, charts, source_line
from cchc_metrics.ui.components.tables import findings_table, table

__all__ = [
    "badge",
    "badges",
    "cards",
    "chart",
    "charts",
    "context_bar",
    "download",
    "empty_state",
    "filter_row",
    "filters_line",
    "findings_table",
    "gap_legend",
    "gap_lists",
    "keep_made",
    "made_first",
    "nothing_stored",
    "notice",
    "page_header",
    "page_link",
    "progress",
    "section",
    "see_before",
    "source_line",
    "table",
]
