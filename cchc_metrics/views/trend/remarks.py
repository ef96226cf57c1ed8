"""Notes on the lines of a trend: their marks, the table that explains them, and what the form offers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cchc_metrics.charts.trend_marks import NoteMark
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.services.indices.remarks import EVERYBODY, Remark, remarks
from cchc_metrics.services.indices.series import Series
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.views.kit.remarks import remarks_table
from cchc_metrics.views.kit.shapes import TableView


@dataclass(frozen=True, slots=True)
class RemarksView:
    """table: None without a note · years: that a note can be on, newest first · about: entity -> name, the year itself
    last · held: number in the table -> note."""

    table: TableView | None
    years: tuple[str, ...]
    about: Mapping[str, str]
    held: Mapping[str, Remark]


def note_marks(desk: Desk, found: Series, entities: Sequence[str]) -> tuple[NoteMark, ...]:
    """A mark for each note, at its figure; at the foot of its year where it is on no figure that is drawn."""
    values = {(row["entity_id"], row["period_id"]): row["value"] for row in found.history.to_dict("records")}
    said, marks = texts().remarks, []
    for number, one in enumerate(remarks(desk, found.index_code, found.node_code, entities), 1):
        value = values.get((one.entity, one.asked.period))
        words = said.hover.format(period=fmt.period(one.asked.period), text=one.text)
        at = None if value is None or value != value else float(value)  # noqa: PLR0124 a missing value is no number
        marks.append(NoteMark(one.asked.period, said.mark.format(number=number), words, at))
    return tuple(marks)


def remarks_view(desk: Desk, asked: tuple[str, str, tuple[str, ...]]) -> RemarksView:
    """Of (index, criterion, entities)."""
    index, node, entities = asked
    held = remarks(desk, index, node, entities)
    years = desk.catalogue.periods(index, node)
    about = {one: desk.catalogue.name_of(one) for one in entities} | {EVERYBODY: texts().remarks.everybody}
    label = desk.catalogue.node(index, years[0], node).label if years else node
    table = remarks_table(desk, held, texts().remarks.caption.format(node=label)) if held else None
    return RemarksView(table, years, about, {str(number): one for number, one in enumerate(held, 1)})
