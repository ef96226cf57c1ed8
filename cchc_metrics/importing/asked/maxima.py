"""A maximum that says nothing new: where a score has none of its own, that of its criterion holds, and every table that
we hand out prints it. Read again it is no change.
"""

import numpy as np
import pandas as pd

from cchc_metrics.importing.cells import Flags
from cchc_metrics.importing.limits import TOLERANCE
from cchc_metrics.importing.matching import partners
from cchc_metrics.schema import SCORES, Kind

_CRITERION = ["index_code", "framework_id", "node_code"]


def without_known_maxima(kind: Kind, facts: pd.DataFrame, stored: pd.DataFrame, nodes: pd.DataFrame) -> pd.DataFrame:
    """Scores of a file less the maxima of criteria, where the store has the same number without a maximum.

    facts, stored: one row per grain, with grain and value columns · nodes: facts of the kind «frameworks». Other kinds
    are given back as they are; no frame is changed.
    """
    if kind is not SCORES or facts.empty or stored.empty or facts["max_score"].isna().all():
        return facts
    partner = partners(kind, facts, stored)
    at = np.flatnonzero((partner >= 0) & facts["max_score"].notna().to_numpy(dtype=np.bool_))
    theirs, ours = stored.iloc[partner[at]], facts.iloc[at]
    same = (ours["state"].to_numpy(dtype=object) == theirs["state"].to_numpy(dtype=object)) & _equal(
        ours, theirs, "value"
    )
    bare = np.flatnonzero(same & theirs["max_score"].isna().to_numpy(dtype=np.bool_))
    if not len(bare):
        return facts
    asked = ours.iloc[bare][_CRITERION].astype("object")
    known = asked.merge(nodes[[*_CRITERION, "max_score"]].astype(dict.fromkeys(_CRITERION, "object")), how="left")
    most = known["max_score"].to_numpy(dtype=np.float64, na_value=np.nan)
    told = ours["max_score"].to_numpy(dtype=np.float64, na_value=np.nan)[bare]
    maxima = facts["max_score"].to_numpy(dtype=np.float64, na_value=np.nan, copy=True)
    maxima[at[bare[np.abs(told - most) <= TOLERANCE]]] = np.nan
    return facts.assign(max_score=maxima)


def _equal(left: pd.DataFrame, right: pd.DataFrame, name: str) -> Flags:
    one, two = (frame[name].to_numpy(dtype=np.float64, na_value=np.nan) for frame in (left, right))
    equal: Flags = (np.abs(one - two) <= TOLERANCE) | (np.isnan(one) & np.isnan(two))
    return equal
