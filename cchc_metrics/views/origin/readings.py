"""What each source that was read says of a figure."""

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd

from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import named, texts
from cchc_metrics.schema import SIGHTINGS
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.question import where
from cchc_metrics.views.kit.shapes import Column, ColumnKind, Row, TableView


def readings(desk: Desk, index_code: str, period_id: str, node_code: str, entity_id: str) -> TableView | None:
    """One row per reading, with its address; None where no reading was written down."""
    which = where(index_code=index_code, period_id=period_id, part=node_code, entity_id=entity_id)
    read, t = desk.facts(SIGHTINGS, which), texts().published
    if read.empty:
        return None
    columns = (
        Column(t.standing),
        Column(t.value, ColumnKind.NUMBER),
        Column(t.rank, ColumnKind.RANK),
        Column(t.how, wraps=True),
        Column(t.source, wide=True),
    )
    rows = tuple(_row(number, row) for number, row in enumerate(read.to_dict("records")))
    return TableView(t.readings_caption.format(count=len(rows)), columns, rows)


def _row(number: int, row: Mapping[Hashable, Any]) -> Row:
    t = texts().published
    value = fmt.MISSING if pd.isna(row["value"]) else fmt.plain(float(str(row["value"])))
    rank = fmt.MISSING if pd.isna(row["rank"]) else str(int(str(row["rank"])))
    if not pd.isna(row["rank_to"]):
        rank = f"{rank}–{int(str(row['rank_to']))}"
    how = "; ".join(
        named(str(row[name])) for name in ("derivation", "note") if isinstance(row[name], str) and row[name]
    )
    standing = t.standings.get(str(row["standing"]), str(row["standing"]))
    source = str(row["source"])
    return Row(str(number), (standing, value, rank, how or fmt.MISSING, named(source)), outside={4: source})
