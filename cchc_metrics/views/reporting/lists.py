"""The lists of a unit's tasks as its page shows them."""

from collections.abc import Mapping
from dataclasses import dataclass

from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import named, texts
from cchc_metrics.schema import ROW_STATES
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.reporting.acts import Report
from cchc_metrics.services.reporting.duties import Reporting
from cchc_metrics.services.reporting.forms import owed_for
from cchc_metrics.services.reporting.lists import ListRow, rows_in
from cchc_metrics.views.kit.shapes import Column, Row, TableView


@dataclass(frozen=True, slots=True)
class ListsView:
    """table: None when nothing is on a list · rows: key -> row · names: key -> what it is called · tasks: number ->
    name of those the report asks for · states: code -> word.
    """

    table: TableView | None
    rows: Mapping[str, ListRow]
    names: Mapping[str, str]
    tasks: Mapping[str, str]
    states: Mapping[str, str]


def lists_view(desk: Desk, report: Report) -> ListsView:
    """The rows of a unit that a period tells of."""
    t, reporting = texts().lists, Reporting(desk)
    states = {code: named(word) for word, code in ROW_STATES.items()}
    found = {f"{one.task}.{one.number}": one for one in rows_in(desk, report.period_id, (report.unit_id,))}
    owed = owed_for(reporting, report.unit_id, report.form_code, report.period_id)
    short = {row["task_no"]: named(row["short_name"]) for row in reporting.task_rows}
    columns = tuple(Column(head, wraps=at == 2, wide=at in (2, 7)) for at, head in enumerate(t.columns))
    rows = tuple(Row(key, _cells(one, states)) for key, one in found.items())
    return ListsView(
        table=TableView(t.caption, columns, rows) if rows else None,
        rows=found,
        names={k: t.named.format(task=one.task, number=one.number, title=one.title) for k, one in found.items()},
        tasks={task: f"{task}. {short.get(task, '')}" for task in owed.tasks},
        states=states,
    )


def _cells(one: ListRow, states: Mapping[str, str]) -> tuple[str, ...]:
    return (
        one.task,
        str(one.number),
        one.title,
        one.tied_to,
        states.get(one.state, one.state),
        one.owner,
        fmt.day(one.due_on) if one.due_on else "",
        one.evidence,
        fmt.period(one.opened_in) if one.opened_in else "",
    )
