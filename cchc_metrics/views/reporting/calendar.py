"""The reporting year: its windows, the chain of due dates of each, and where a day stands among them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from cchc_metrics.charts.calendar import reporting_year
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.labels.format import listed
from cchc_metrics.metrics.reporting.calendar import LINKS, Shift, Window, due_date, last_ended, open_on, windows_of
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.reporting.duties import Reporting
from cchc_metrics.views.kit.phrases import as_of, cited
from cchc_metrics.views.kit.shapes import Column, Row, SourceNote, TableView


@dataclass(frozen=True, slots=True)
class CalendarFilters:
    """year: of the windows' last days · day: ISO."""

    year: int
    day: str


@dataclass(frozen=True, slots=True)
class CalendarView:
    """figure, table: None where no window holds in the year."""

    title: str
    finding: str
    figure: Any
    table: TableView | None
    source: SourceNote


def page(desk: Desk, filters: CalendarFilters) -> CalendarView:
    """The reporting year with a day in it."""
    t, on = texts().setup, date.fromisoformat(filters.day)
    reporting = Reporting(desk)
    windows = windows_of(filters.year, reporting.windows)
    source = SourceNote(
        sources=cited(dict.fromkeys(window.legal_basis for window in windows if window.legal_basis)),
        as_of=as_of(desk),
        note=t.calendar_note,
    )
    return CalendarView(
        title=t.calendar_title.format(year=filters.year),
        finding=on_day(reporting, on),
        figure=reporting_year(_frame(windows, reporting), on, title=t.calendar_title.format(year=filters.year))
        if windows
        else None,
        table=_table(windows, reporting, on) if windows else None,
        source=source,
    )


def on_day(reporting: Reporting, day: date) -> str:
    """ "Ngày 25/3/2026: đang trong kỳ 6 tháng 2026 và Cả năm 2026; kỳ vừa kết thúc: Quý I/2026."."""
    t = texts().setup
    running = listed([fmt.period(window.period.id) for window in open_on(day, reporting.windows)])
    ended = listed([fmt.period(window.period.id) for window in last_ended(day, reporting.windows)])
    clauses = [
        t.day_open.format(periods=running) if running else t.day_nothing_open,
        t.day_ended.format(periods=ended) if ended else "",
    ]
    return t.on_day.format(day=fmt.day(day), clauses="; ".join(clause for clause in clauses if clause))


def _dues(window: Window, reporting: Reporting) -> dict[str, tuple[date | None, date | None]]:
    """link -> the due date, and the day that was named before it was moved off days not worked."""
    duties = reporting.duties
    return {
        link: (
            due_date(window, link, duties.due_days, duties.workdays, duties.shift),
            due_date(window, link, duties.due_days, duties.workdays, Shift.NONE),
        )
        for link in LINKS
    }


def _frame(windows: Sequence[Window], reporting: Reporting) -> pd.DataFrame:
    rows = []
    for window in windows:
        dues = {link: due for link, (due, _) in _dues(window, reporting).items()}
        rows.append({"name": fmt.period(window.period.id), "start": window.start, "end": window.end, **dues})
    return pd.DataFrame(rows).astype("object")


def _table(windows: Sequence[Window], reporting: Reporting, day: date) -> TableView:
    t, links = texts().setup, texts().board.links
    columns = (
        Column(t.window),
        Column(t.window_start),
        Column(t.window_end),
        Column(t.window_counts),
        *(Column(links[link], wraps=True) for link in LINKS),
        Column(t.window_state),
    )
    rows = []
    for window in windows:
        dues = _dues(window, reporting)
        cells = (
            fmt.period(window.period.id),
            fmt.day(window.start),
            fmt.day(window.end),
            t.cumulative if window.cumulative else t.single,
            *(fmt.day(due) if due else t.not_set for due, _ in dues.values()),
            _state(window, day),
        )
        moved = {
            place: t.moved_from.format(day=fmt.day(named), weekday=t.weekdays[named.weekday()])
            for place, (due, named) in enumerate(dues.values(), start=4)
            if due is not None and named is not None and due != named
        }
        rows.append(Row(window.period.id, cells, notes=moved))
    return TableView(t.calendar_caption, columns, tuple(rows), footnote=t.shift_notes[reporting.duties.shift.value])


def _state(window: Window, day: date) -> str:
    t = texts().setup
    if window.contains(day):
        return t.window_open
    return t.window_ended if window.end < day else t.window_to_come
