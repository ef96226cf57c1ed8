"""A panel beside the page: where a figure comes from, or how it is made, while what is looked at stays.

The address holds it (``mo=nguon-goc?chi-so=…``), so that it can be passed on and Back closes it. The script of the
document puts links to both pages there; opened in a tab of their own they lead to the whole page.
"""

from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import streamlit as st

from cchc_metrics.access.places import may_open
from cchc_metrics.errors import CchcError
from cchc_metrics.labels import texts
from cchc_metrics.model import Key, ScoreKind
from cchc_metrics.schema import TOTAL
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.ui.boundary import show_problem
from cchc_metrics.ui.cache import remembered
from cchc_metrics.ui.components import download, notice, page_link, table
from cchc_metrics.ui.components.prose import prose
from cchc_metrics.ui.plain import plain_label
from cchc_metrics.ui.session import part_of_a_page
from cchc_metrics.views.method.page import chapter
from cchc_metrics.views.origin.page import OriginFilters, newest, page
from cchc_metrics.views.upload import original_file

ORIGIN, METHOD = "nguon-goc", "phuong-phap"
_PUBLISHED = ScoreKind.PUBLISHED


def side_panel(desk: Desk) -> None:
    """Open the panel that the address asks for; nothing where it asks for none, or for a page of others."""
    asked = urlsplit(st.query_params.get(Key.PANEL, ""))
    if asked.path not in (ORIGIN, METHOD) or not may_open(desk.actor, asked.path):
        return
    said = texts()
    if asked.path == METHOD:
        _open(said.method.how_it_is_made, lambda: _how(desk, asked.fragment))
        return
    held = {name: values[0] for name, values in parse_qs(asked.query).items()}
    _open(said.origin.title, lambda: _origin(desk, held))


def _open(title: str, body: Callable[[], None]) -> None:
    st.dialog(title, width="medium", on_dismiss=_close)(part_of_a_page(body))()


def _close() -> None:
    st.query_params.pop(Key.PANEL, None)


def _how(desk: Desk, anchor: str) -> None:
    """The chapter of the method at an anchor."""
    found = remembered(chapter, desk, anchor)
    if found is None:
        notice(texts().method.no_chapter)
    else:
        st.subheader(plain_label(found.title), anchor=False)
        prose(found.paragraphs)
    page_link(METHOD, texts().method.whole_page)


def _origin(desk: Desk, held: dict[str, str]) -> None:
    """The figure in one sentence, what is known of its value in force, the versions it had."""
    asked = OriginFilters(
        held.get(Key.INDEX, ""),
        held.get(Key.PERIOD, ""),
        held.get(Key.NODE, TOTAL),
        held.get(Key.PROVINCE, ""),
        held.get(Key.SCORE_KIND, _PUBLISHED),
    )
    try:
        view = remembered(page, desk, asked)
    except CchcError as error:
        show_problem(str(error))
        return
    notice(view.finding)
    if view.table is not None:
        table(newest(view.table))
        if len(view.table.rows) > 1:
            table(view.table)
    if view.readings is not None:
        table(view.readings)
    if view.remarks is not None:
        table(view.remarks)
    if view.upload is not None:
        seq = view.upload
        download(texts().origin.download, lambda: original_file(desk, seq), view.file_name, key=f"ben-goc-{seq}")
    page_link(ORIGIN, texts().origin.whole_page, **held)
