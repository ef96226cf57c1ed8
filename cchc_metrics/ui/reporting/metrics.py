"""Figures that units reported, on the screen."""

from functools import partial

from streamlit.delta_generator import DeltaGenerator

from cchc_metrics.labels import texts
from cchc_metrics.model import Key
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.ui.components import (
    chart,
    download,
    empty_state,
    notice,
    page_header,
    page_link,
    section,
    source_line,
    table,
)
from cchc_metrics.views.reporting.metric_parts import PartView
from cchc_metrics.views.reporting.metrics import BY_PART, MetricFilters, MetricView, file_of


def of_period(desk: Desk, head: DeltaGenerator, view: MetricView, filters: MetricFilters) -> None:
    """A topic: its metrics over all units, then one of them by unit and over time."""
    t = texts().unit
    with head:
        page_header(view.title, view.finding)
    table(view.table)
    for remark in view.remarks:
        notice(remark)
    if view.figure is not None:
        chart(view.figure, "chi-tieu", view.caption, f"chi-tieu-{filters.metric}", view.source)
    else:
        section(t.trend_none_title, t.trend_none)
    if view.units is not None:
        table(view.units)
    if view.figure is None:
        source_line(view.source)
    name = f"chi-tieu-{filters.topic}-{filters.period}-{desk.office.version}.xlsx"
    download(t.download, partial(file_of, desk, filters), name, key="tai-chi-tieu")


def of_part(head: DeltaGenerator, view: PartView) -> None:
    """A part of an index: its tasks, their units, the latest figures."""
    t = texts().unit
    with head:
        page_header(view.title, view.finding)
    if view.proposed:
        notice(view.proposed)
    table(view.table)
    page_link("diem-chua-dat", t.part_see_lost, **{Key.INDEX: view.index})


def nothing(look: str) -> None:
    """No catalogue, no period, or no part that tasks are linked to."""
    t = texts().unit
    of_parts = look == BY_PART
    title = t.part_none_title if of_parts else t.metrics_empty_title
    body = t.part_none_body if of_parts else t.metrics_empty_body
    empty_state(title, body, texts().board.go_setup, "danh-muc-lich")
