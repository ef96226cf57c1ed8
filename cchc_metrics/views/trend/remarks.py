"""Notes on the lines of a trend: their marks, the table that explains them, and what the form offers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from cchc_metrics.charts.trend_marks import NoteMark
from cchc_metrics.labels import texts
from cchc_metrics.services.indices.remarks import EVERYBODY, Remark, past_remarks, remarks, when
from cchc_metrics.services.indices.series import Series
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.views.kit.remarks import past_table, remarks_table
from cchc_metrics.views.kit.shapes import TableView


@dataclass(frozen=True, slots=True)
class RemarksView:
    """table: None without a note · past: what notes said before, None where none was changed · years: that a note can
    be on, newest first · about: entity -> name, everybody last · held: number in the table -> note · part: its name."""

    table: TableView | None
    past: TableView | None
    years: tuple[str, ...]
    about: Mapping[str, str]
    held: Mapping[str, Remark]
    part: str


def note_marks(desk: Desk, found: Series, entities: Sequence[str]) -> tuple[NoteMark, ...]:
    """A mark for each note, at its figure or where its day stands on the line; at the foot where no line is there."""
    t, marks = texts().remarks, []
    for number, one in enumerate(remarks(desk, found.index_code, found.node_code, entities), 1):
        own = found.history[found.history["entity_id"] == one.entity]
        at = None if one.day is None else place_of(one.day)
        value = _value(own, one.asked.period) if at is None else _between(own, at)
        words = t.hover.format(when=when(one), text=one.text)
        marks.append(NoteMark(one.asked.period, t.mark.format(number=number), words, value, at))
    return tuple(marks)


def place_of(day: date) -> float:
    """Where a day stands on the time axis: as far behind its year's number as the year has gone."""
    first, next_first = date(day.year, 1, 1), date(day.year + 1, 1, 1)
    return day.year + (day - first).days / (next_first - first).days


def _value(own: pd.DataFrame, period: str) -> float | None:
    """The value of a year; None where none is known."""
    told = own.loc[own["period_id"] == period, "value"].dropna()
    return None if told.empty else float(told.iloc[0])


def _between(own: pd.DataFrame, at: float) -> float | None:
    """The height of the line at a place between two years; None where no line goes from one to the other."""
    rows = own[own["period_id"].isin([str(int(at)), str(int(at) + 1)])].sort_values("period_id")
    if len(rows) < 2 or rows["value"].isna().any() or len(set(rows["segment"])) > 1:
        return _value(own, str(int(at))) if at == int(at) else None
    before, after = (float(value) for value in rows["value"])
    return before + (after - before) * (at - int(at))


def remarks_view(desk: Desk, asked: tuple[str, str, tuple[str, ...]]) -> RemarksView:
    """Of (index, criterion, entities)."""
    index, node, entities = asked
    t, held = texts().remarks, remarks(desk, index, node, entities)
    past = past_remarks(desk, index, node, entities)
    years = desk.catalogue.periods(index, node)
    about = {one: desk.catalogue.name_of(one) for one in entities} | {EVERYBODY: t.everybody}
    label = desk.catalogue.node(index, years[0], node).label if years else node
    return RemarksView(
        remarks_table(desk, held, t.caption.format(node=label)) if held else None,
        past_table(desk, past) if past else None,
        years,
        about,
        {str(number): one for number, one in enumerate(held, 1)},
        label,
    )
