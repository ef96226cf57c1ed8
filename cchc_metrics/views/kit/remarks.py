"""Notes of people as a table: the mark on the picture, when, whose figure, the words, who wrote them and when."""

from collections.abc import Sequence

from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.services.indices.remarks import EVERYBODY, Remark, when
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.views.kit.shapes import Column, Row, TableView


def remarks_table(desk: Desk, held: Sequence[Remark], caption: str) -> TableView:
    """A row for each note, in their order."""
    t = texts().remarks
    rows = [
        Row(str(number), (t.mark.format(number=number), *_told(desk, one), str(one.seq)))
        for number, one in enumerate(held, 1)
    ]
    return TableView(caption, (Column(t.column_mark), *_columns(), Column(t.column_seq)), tuple(rows))


def past_table(desk: Desk, held: Sequence[Remark]) -> TableView:
    """A row for each note as it was before it was written otherwise or withdrawn, with the entry that did."""
    t = texts().remarks
    rows = [Row(f"{one.seq}-{one.number}", (*_told(desk, one), str(one.seq), str(one.until))) for one in held]
    columns = (*_columns(), Column(t.column_seq), Column(t.column_until))
    return TableView(t.past_title, columns, tuple(rows))


def _columns() -> tuple[Column, ...]:
    t = texts().remarks
    return (
        Column(t.column_when),
        Column(t.column_about, wraps=True),
        Column(t.column_text, wide=True),
        Column(t.column_by, wraps=True),
    )


def _told(desk: Desk, one: Remark) -> tuple[str, str, str, str]:
    entry = desk.office.store.entry(one.seq)
    about = texts().remarks.everybody if one.entity == EVERYBODY else desk.catalogue.name_of(one.entity)
    return when(one), about, one.text, f"{one.by or entry.actor.name}, {fmt.moment(entry.recorded_at)}"
