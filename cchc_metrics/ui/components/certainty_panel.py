"""The panel «Độ chắc của hạng» below a ranking."""

import streamlit as st

from cchc_metrics.services.office.desk import Desk
from cchc_metrics.ui.cache import shared
from cchc_metrics.ui.components import chart, section, table
from cchc_metrics.ui.components.prose import prose
from cchc_metrics.views.certainty import CertaintyFilters, panel


def certainty_panel(desk: Desk, index: str, node: str, period: str, entity: str) -> None:
    """How far the ranks around this province may move, and by which rule."""
    view = shared(panel, desk, CertaintyFilters(index, node, period, entity))
    section(view.title, view.finding, anchor="do-chac")
    if view.figure is None or view.table is None:
        return
    drawn, beside = st.columns(2, gap="small")
    with drawn:
        chart(view.figure, "do-chac", view.caption, view.png_name, view.source)
    with beside:
        prose(view.rules)
    table(view.table)
