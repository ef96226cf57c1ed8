"""Punctuality and completeness, by unit and by period, over the reports that were due and over nothing else."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from cchc_metrics.charts.punctuality import lateness
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.reporting.duties import Reporting
from cchc_metrics.services.reporting.punctuality import Rate, may_be_due, rates, were_due
from cchc_metrics.services.reporting.status import board, windows_of_years
from cchc_metrics.views.kit.shapes import Column, ColumnKind, Row, TableView

_YEARS_BACK = 3


@dataclass(frozen=True, slots=True)
class RatesView:
    """table is None when no report was due yet; figure: by period, None with fewer than two."""

    finding: str
    table: TableView | None = None
    figure: Any = None
    caption: str = ""


def page(desk: Desk, day: str) -> RatesView:
    """Rates of the reports due in the last years, as of a day."""
    t, on = texts().board, date.fromisoformat(day)
    reporting = Reporting(desk)
    near = windows_of_years(reporting, range(on.year - _YEARS_BACK, on.year + 2))
    windows = [window for window in near if may_be_due(reporting, window, on)]
    due = were_due(board(desk, on, windows).standings, on) if windows else ()
    if not due:
        return RatesView(t.rates_none)
    place = {unit: number for number, unit in enumerate(reporting.units)}
    by_place = sorted(due, key=lambda one: place[one.owed.unit_id])
    by_unit = rates(by_place, lambda one: reporting.units[one.owed.unit_id].name)
    by_period = rates(due, lambda one: one.owed.window.period.id)
    whole = rates(due, lambda _: t.rates_all)[0]
    return RatesView(
        finding=t.rates_finding.format(due=whole.due, on_time=_share(whole.on_time, whole.due)),
        table=_table((*by_unit, whole)),
        figure=_figure(by_period) if len(by_period) > 1 else None,
        caption=t.rates_figure,
    )


def _table(found: Sequence[Rate]) -> TableView:
    t = texts().board
    number = ColumnKind.NUMBER
    columns = (
        Column(t.unit, wraps=True),
        Column(t.rates_due, number),
        Column(t.rates_on_time, number),
        Column(t.rates_complete, number),
    )
    rows = [
        Row(
            one.name,
            (one.name, fmt.integer(one.due), _share(one.on_time, one.due), _share(one.complete, one.due)),
            total=place == len(found) - 1,
        )
        for place, one in enumerate(found)
    ]
    return TableView(t.rates_caption, columns, tuple(rows), footnote=t.rates_note, main=2)


def _share(part: int, whole: int) -> str:
    return texts().board.share.format(pct=fmt.percent(100 * part / whole, 0), part=part, whole=whole)


def _figure(found: Sequence[Rate]) -> Any:
    t = texts().board
    frame = pd.DataFrame(
        [
            {
                "name": fmt.period(one.name),
                "late": one.late,
                "unsent": one.unsent,
                "words": _words(one),
                "hover": t.rates_hover.format(
                    period=fmt.period(one.name),
                    on_time=_share(one.on_time, one.due),
                    complete=_share(one.complete, one.due),
                ),
            }
            for one in found
        ]
    )
    return lateness(frame, title=t.rates_figure, footer=t.rates_note)


def _words(one: Rate) -> str:
    """``2 trễ, 1 chưa gửi trong 20``."""
    t = texts().board
    told = [(one.late, t.late_count), (one.unsent, t.unsent_count)]
    parts = [words.format(count=count) for count, words in told if count] or [t.late_none]
    return t.late_of.format(told=", ".join(parts), due=one.due)
