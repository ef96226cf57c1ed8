"""Chỉ tiêu đơn vị: what the units reported, metric by metric, against what must be reached."""

import streamlit as st

from cchc_metrics.labels import texts
from cchc_metrics.model import Key
from cchc_metrics.ui.cache import remembered
from cchc_metrics.ui.components import filter_row, filters_line, page_header
from cchc_metrics.ui.reporting.metrics import nothing, of_part, of_period
from cchc_metrics.ui.session import desk
from cchc_metrics.ui.state import choose
from cchc_metrics.views.reporting import board, metric_parts
from cchc_metrics.views.reporting import metrics as metric_view
from cchc_metrics.views.reporting.metric_parts import PartFilters
from cchc_metrics.views.reporting.metrics import BY_PART, PERIOD, MetricFilters

said = texts().unit
here = desk()
day = board.moment(here).isoformat()
topics = remembered(metric_view.topics, here, None)
periods = remembered(board.periods, here, day)
parts = remembered(metric_parts.parts, here, None)


def ask(look: str) -> MetricFilters | PartFilters | None:
    """The filters of a look. None where there is nothing to choose from."""
    if look == BY_PART:
        return PartFilters(choose(said.part, list(parts), Key.PART, format=parts.__getitem__), day) if parts else None
    if not topics or not periods.labels:
        return None
    usual = remembered(metric_view.newest_reported, here, day) or periods.usual
    labels = periods.labels
    period = choose(said.period, list(labels), PERIOD, usual, lambda code: labels[code])
    topic = choose(said.topic, list(topics), Key.PEERS, format=lambda code: topics[code])
    metrics = remembered(metric_view.metrics_of, here, topic)
    metric = choose(said.metric, list(metrics), Key.METRIC, format=lambda code: metrics[code])
    return MetricFilters(period, topic, metric, day)


head = st.container()
with filter_row("chi-tieu"):
    look = choose(said.look, list(said.looks), Key.LOOK, format=lambda code: said.looks[code], look="buttons")
    filters = ask(look)
if isinstance(filters, PartFilters):
    of_part(head, remembered(metric_parts.part_view, here, filters))
    with head:
        filters_line(said.looks[look], parts[filters.part])
elif filters is not None and (view := remembered(metric_view.page, here, filters)) is not None:
    of_period(here, head, view, filters)
    with head:
        filters_line(periods.labels[filters.period], topics[filters.topic])
else:
    with head:
        page_header(said.metrics_title, said.metrics_lead)
    nothing(look)
