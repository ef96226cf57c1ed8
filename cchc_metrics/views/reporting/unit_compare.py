"""What a new file would change in a report, item by item: the next version against the last."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.model import ImportPlan, ReportPart, ValueState
from cchc_metrics.model.rows import text_of
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.reporting.duties import Reporting, code_order
from cchc_metrics.services.reporting.submitting import events_told, report_of
from cchc_metrics.views.kit.changes import OLD, changes_of_plan
from cchc_metrics.views.kit.shapes import Column, Row, TableView
from cchc_metrics.views.reporting.report import VALUE, shown
from cchc_metrics.views.reporting.unit import item_name, version_numbers

_SHOWN = 300


@dataclass(frozen=True, slots=True)
class Compared:
    """A file against what is stored. table: None when nothing differs."""

    lead: str
    table: TableView | None


def compared(desk: Desk, plan: ImportPlan) -> Compared:
    """What a file would change in the report that is stored, item by item: the next version against the last."""
    t, reporting = texts().unit, Reporting(desk)
    if plan.changes.empty:
        return Compared(t.compare_none, None)
    counts, numbers = plan.counts, version_numbers(events_told(desk, report_of(desk, plan)))
    lead = t.compare_first.format(count=counts.added)
    if counts.changed or counts.removed or counts.unchanged:
        lead = t.compare_lead.format(
            version=max(numbers.values(), default=1),
            added=counts.added,
            changed=counts.changed,
            removed=counts.removed,
        )
    records = changes_of_plan(plan).to_dict("records")
    records.sort(key=lambda row: (code_order(str(row["code"])), str(row["code"])))
    rows = tuple(
        Row(
            str(place),
            (
                item_name(str(row["part"]), str(row["code"]), reporting),
                _content(row, OLD, reporting) if row["op"] != "add" else "",
                _content(row, "", reporting) if row["op"] != "remove" else "",
                t.changes[str(row["op"])],
            ),
        )
        for place, row in enumerate(records[:_SHOWN])
    )
    columns = (Column(t.column_item, wraps=True), Column(t.column_before, wide=True))
    more = (Column(t.column_after, wide=True), Column(t.column_change))
    return Compared(lead, TableView(t.compare_caption, (*columns, *more), rows))


def _content(row: Mapping[Any, Any], prefix: str, reporting: Reporting) -> str:
    """What an item says: its number, its text, its place."""
    value, metric = row.get(prefix + "value"), reporting.metrics.get(str(row["code"]))
    words = [text_of(row.get(prefix + name)) for name in ("text", "link", "note")]
    if row["part"] == VALUE:
        number = texts().unit.state_exempt if row.get(prefix + "state") == ValueState.EXEMPT else fmt.MISSING
        if value is not None and not pd.isna(value):
            number = shown(metric, value) if metric else fmt.plain(float(value), 6)
        words = [number, *words]
    elif row["part"] == ReportPart.NIL:
        words = [texts().unit.task_states["nil"], *words]
    return "; ".join(word for word in words if word)
