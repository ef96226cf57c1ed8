"""Đáng làm nhất: what one part can do for the rank in a year, in a sentence and a table."""

from dataclasses import dataclass

from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.planning.field import Place
from cchc_metrics.services.planning.worth import Worth, worth_doing
from cchc_metrics.views.kit.shapes import Column, ColumnKind, Row, TableView


@dataclass(frozen=True, slots=True)
class WorthView:
    """sentence: the part that does most, empty where none is known · table: all parts, None with it."""

    sentence: str
    table: TableView | None


def worth_view(desk: Desk, place: Place) -> WorthView:
    """Of the parts of one criterion."""
    t, found = texts().gap, worth_doing(desk, place)
    if found is None:
        return WorthView("", None)
    first = found.parts[0]
    words = t.worth if first.rank < found.rank else t.worth_same
    sentence = words.format(
        part=first.name,
        like=first.like,
        rise=fmt.number(first.rise),
        times=first.times,
        changes=first.of,
        before=fmt.rank_of(found.rank, found.of),
        after=fmt.rank_of(first.rank, found.of),
        unit=first.unit or texts().documents.nobody_assigned,
    )
    columns = (
        Column(t.part, wide=True),
        Column(t.worth_like),
        Column(t.worth_rise, ColumnKind.NUMBER),
        Column(t.worth_times, ColumnKind.NUMBER),
        Column(t.worth_rank, ColumnKind.RANK),
        Column(t.worth_places, ColumnKind.NUMBER),
        Column(t.worth_unit, wide=True),
    )
    rows = tuple(Row(part.code, _cells(part, found.rank, found.of)) for part in found.parts)
    return WorthView(sentence, TableView(t.worth_caption, columns, rows, footnote=t.worth_note, main=4))


def _cells(part: Worth, rank: int, of: int) -> tuple[str, ...]:
    return (
        part.name,
        part.like,
        fmt.signed(part.rise),
        texts().gap.worth_of.format(times=part.times, changes=part.of),
        fmt.rank_of(part.rank, of),
        str(rank - part.rank) if rank > part.rank else fmt.MISSING,
        part.unit or texts().documents.nobody_assigned,
    )
