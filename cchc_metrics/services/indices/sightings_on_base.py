"""How estimates on the base of 34 are known: by the figures of the provinces that they were made of."""

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd

from cchc_metrics.labels import named
from cchc_metrics.services.indices.sightings import NOT_TOLD, Known


def with_parts_known(estimates: pd.DataFrame, parts: pd.DataFrame, *, alone: bool) -> pd.DataFrame:
    """The estimates (period_id, value, estimate) of one province or several with known: what their parts' marks say.

    parts: period_id, value, known of the predecessors, successor_id beside them where the estimates (entity_id) are of
    several. alone: an estimate is the value of one predecessor. A value published for the new province itself has
    none: its own reading is not looked up here.
    """
    marked = parts[[known is not NOT_TOLD for known in parts["known"]]]
    told = [_rests_on(row, marked, alone) for row in estimates.to_dict("records")]
    return estimates.assign(known=pd.Series(told, index=estimates.index, dtype="object"))


def _rests_on(row: Mapping[Hashable, Any], parts: pd.DataFrame, alone: bool) -> Known:
    if parts.empty or pd.isna(row["value"]):
        return NOT_TOLD
    mine = parts[parts["period_id"] == row["period_id"]]
    if "successor_id" in mine:
        mine = mine[mine["successor_id"] == row["entity_id"]]
    if alone:
        mine = mine[mine["value"] == row["value"]]
    how = "; ".join(dict.fromkeys(named(known.value_how) for known in mine["known"] if known.value_how))
    rivals = tuple(rival for known in mine["known"] for rival in known.rivals if rival.value is not None)
    return Known(value_how=how, rivals=rivals)
