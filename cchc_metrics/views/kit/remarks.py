"""Notes of people as a table: the mark on the picture, the year, whose figure, the words, who wrote them and when."""

from collections.abc import Sequence

from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.services.indices.remarks import EVERYBODY, Remark
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.views.kit.shapes import Column, Row, TableView


def remarks_table(desk: Desk, held: Sequence[Remark], caption: str) -> TableView:
    """A row for each note, in their order."""
    said, rows = texts().remarks, []
    for number, one in enumerate(held, 1):
        entry = desk.office.store.entry(one.seq)
        about = said.everybody if one.entity == EVERYBODY else desk.catalogue.name_of(one.entity)
        who = f"{one.by or entry.actor.name}, {fmt.moment(entry.recorded_at)}"
        cells = (said.mark.format(number=number), fmt.period(one.asked.period), about, one.text, who, str(one.seq))
        rows.append(Row(str(number), cells))
    columns = (
        Column(said.column_mark),
        Column(said.column_year),
        Column(said.column_about, wraps=True),
        Column(said.column_text, wide=True),
        Column(said.column_by, wraps=True),
        Column(said.column_seq),
    )
    return TableView(caption, columns, tuple(rows))
