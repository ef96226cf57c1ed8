"""The evidence files of a report as a table."""

from cchc_metrics.labels import texts
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.reporting.acts import Report
from cchc_metrics.services.reporting.evidence import files_of
from cchc_metrics.views.kit.shapes import Column, ColumnKind, Row, TableView

_HASH_SHOWN = 12


def evidence_table(desk: Desk, report: Report) -> TableView | None:
    """One row per file and item; None when there is none."""
    t, found = texts().entering, files_of(desk, report)
    if not found:
        return None
    rows = tuple(
        Row(
            f"{one.code}-{one.sha256}",
            (one.code, one.file_name, one.title, one.sha256[:_HASH_SHOWN], str(one.seq)),
            notes={3: one.sha256},
        )
        for one in found
    )
    columns = tuple(
        Column(head, ColumnKind.NUMBER if at == 4 else ColumnKind.TEXT, wraps=at in (1, 2), wide=at == 2)
        for at, head in enumerate(t.files_columns)
    )
    return TableView(t.files_caption, columns, rows)
