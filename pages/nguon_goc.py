"""Nguồn gốc số liệu: one figure back to its file, sheet and cell."""

import streamlit as st

from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.model import Key
from cchc_metrics.services.indices.choices import index_choices
from cchc_metrics.services.office.question import Question
from cchc_metrics.ui.asking import ask_part
from cchc_metrics.ui.cache import remembered
from cchc_metrics.ui.components import (
    download,
    empty_state,
    filter_row,
    filters_line,
    nothing_stored,
    notice,
    page_header,
    section,
    table,
)
from cchc_metrics.ui.remarks_form import figure_remark
from cchc_metrics.ui.session import desk
from cchc_metrics.ui.state import choose
from cchc_metrics.views.origin.choices import figure_choices, figure_periods
from cchc_metrics.views.origin.page import OriginFilters, page
from cchc_metrics.views.upload import original_file

said, words = texts().origin, texts().common
here = desk()
indices = remembered(index_choices, here, ())


def ask() -> OriginFilters | None:
    """The row of filters. None where nothing is held."""
    with filter_row("nguon-goc"):
        index = choose(words.index, indices.codes, Key.INDEX, indices.usual)
        periods = remembered(figure_periods, here, index)
        if not periods.labels:
            return None
        period = choose(
            words.period, list(periods.labels), Key.PERIOD, periods.usual, lambda code: periods.labels[code]
        )
        known = remembered(figure_choices, here, Question(index, period))
        if not known.nodes:
            return None
        node = ask_part(here, index, words.node, known.nodes)
        kinds = known.kinds[node]
        kind = next(iter(kinds))
        if len(kinds) > 1:
            kind = choose(words.score_kind, list(kinds), Key.SCORE_KIND, format=lambda code: kinds[code])
        names = known.entities
        entity = choose(words.province, list(names), Key.PROVINCE, known.usual_entity, lambda code: names[code])
    return OriginFilters(index, period, node, entity, kind)


head = st.container()
filters = ask() if indices.codes else None
if filters is None:
    nothing_stored(said.title, said.empty_title, said.empty_body, lead=said.lead, at=head)

view = remembered(page, here, filters)
with head:
    page_header(said.title, view.finding)
    filters_line(filters.index_code, fmt.period(filters.period_id), here.catalogue.name_of(filters.entity_id))
if view.table is None:
    empty_state(said.empty_title, said.empty_body, words.go_upload, "nap-du-lieu")
else:
    table(view.table)
if view.readings is not None:
    section(texts().published.readings)
    table(view.readings)
if view.remarks is not None:
    section(texts().remarks.title)
    table(view.remarks)
figure_remark(here, Question(filters.index_code, filters.period_id, filters.node_code), filters.entity_id)
if view.removed:
    notice(view.removed)
if view.upload is not None:
    seq = view.upload
    download(said.download, lambda: original_file(here, seq), view.file_name, key=f"goc-{seq}")
section(said.clocks_title, said.clocks)
