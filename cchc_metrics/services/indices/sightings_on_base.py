"""How estimates on the base of 34 are known: by the figures of the provinces that they were made of."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from cchc_metrics.labels import named
from cchc_metrics.model.rows import records
from cchc_metrics.services.indices.sightings import NOT_TOLD, Known


def with_parts_known(estimates: pd.DataFrame, parts: pd.DataFrame, *, alone: bool) -> pd.DataFrame:
    """The estimates (period_id, value, estimate) of one province or several with known: what their parts' marks say.

    parts: period_id, value, known of the predecessors, successor_id beside them where the estimates (entity_id) are of
    several. alone: an estimate is the value of one predecessor. A value published for the new province itself has
    none: its own reading is not looked up here.
    """
    marked: dict[tuple[str, ...], list[dict[str, Any]]] = {}
    several = "successor_id" in parts
    for part in records(parts):
        if part["known"] is not NOT_TOLD:
            of = (part["period_id"], part["successor_id"]) if several else (part["period_id"],)
            marked.setdefault(of, []).append(part)
    told = []
    for row in records(estimates):
        of = (row["period_id"], row["entity_id"]) if several else (row["period_id"],)
        told.append(_rests_on(row, marked.get(of, ()), alone))
    return estimates.assign(known=pd.Series(told, index=estimates.index, dtype="object"))


def _rests_on(row: Mapping[str, Any], parts: Sequence[Mapping[str, Any]], alone: bool) -> Known:
    if not parts or pd.isna(row["value"]):
        return NOT_TOLD
    mine = [part["known"] for part in parts if not alone or part["value"] == row["value"]]
    how = "; ".join(dict.fromkeys(named(known.value_how) for known in mine if known.value_how))
    rivals = tuple(rival for known in mine for rival in known.rivals if rival.value is not None)
    return Known(value_how=how, rivals=rivals)
