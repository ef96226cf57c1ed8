"""Nguồn gốc số liệu: one figure back to its file, sheet and cell."""

import streamlit as st

from cchc_metrics.labels import texts
from cchc_metrics.services.origin_view import OriginFilters, origin_view
from cchc_metrics.services.ranking_choices import index_choices
from cchc_metrics.services.upload_view import original_file
from cchc_metrics.ui.asking import ask_criterion
from cchc_metrics.ui.cache import remembered
from cchc_metrics.ui.components import download, empty_state, filter_row, page_header, section, table
from cchc_metrics.ui.session import desk
from cchc_metrics.ui.state import choose

said, words = texts().origin, texts().common
here = desk()
indices = remembered(index_choices, here, ())


def ask() -> OriginFilters | None:
    """The row of filters. None where nothing is held."""
    with filter_row("nguon-goc"):
        asked = ask_criterion(here, indices)
        if asked is None:
            return None
        names = asked.parts.provinces
        usual = asked.parts.usual_province
        entity = choose(words.province, list(names), "tinh", usual, lambda code: names[code])
    return OriginFilters(asked.index, asked.period, asked.node, entity, asked.score_kind)


head = st.container()
filters = ask() if indices.codes else None
if filters is None:
    with head:
        page_header(said.title, said.lead)
    empty_state(said.empty_title, said.empty_body, words.go_upload, "nap-du-lieu")
    st.stop()

view = remembered(origin_view, here, filters)
with head:
    page_header(said.title, view.finding)
if view.table is None:
    empty_state(said.empty_title, said.empty_body, words.go_upload, "nap-du-lieu")
else:
    table(view.table)
if view.upload is not None:
    seq = view.upload
    download(said.download, lambda: original_file(here, seq), view.file_name, key=f"goc-{seq}")
section(said.clocks_title, said.clocks)
