"""Numbers that replace another source's."""

from collections.abc import Iterator

import numpy as np
import pandas as pd

from cchc_metrics.importing.cells import Floats, groups
from cchc_metrics.importing.matching import partners
from cchc_metrics.importing.problems import info
from cchc_metrics.importing.review.remarks import Remark
from cchc_metrics.importing.review.standing import FileStanding
from cchc_metrics.labels import texts
from cchc_metrics.model import SCALE
from cchc_metrics.schema import SCORES


def corrections_from_other_sources(standing: FileStanding) -> Iterator[Remark]:
    """Đính chính từ nguồn khác: a stored value, state or rank that the file changes and that another source gave.

    Information, one remark for each source replaced; what has no source stored is not told.
    """
    facts, stored = standing.facts, standing.in_force
    if stored.empty:
        return
    partner = partners(SCORES, facts, stored)
    at = np.flatnonzero(partner >= 0)
    ours, theirs = facts.iloc[at], stored.iloc[partner[at]]
    was, now = (frame["source"].astype("object").to_numpy() for frame in (theirs, ours))
    other = ~pd.isna(was) & (was != now)
    changed = other & (_measures(ours) != _measures(theirs)).any(axis=1)
    if not changed.any():
        return
    codes, sources = pd.factorize(theirs["source"])
    codes = np.where(changed, codes, -1).astype(np.int64)
    for code, places in groups(codes, np.ones(len(sources), dtype=np.bool_)):
        message = texts().findings.other_source.format(source=sources[code])
        yield Remark(info("other_source", message), at[places])


def _measures(scores: pd.DataFrame) -> Floats:
    """State, exact value and rank of each score as numbers that can be compared; −1 for none."""
    states = scores["state"].map({"value": 0, "na": 1, "missing": 2}).to_numpy(dtype=np.float64)
    values = np.rint(scores["value"].to_numpy(dtype=np.float64, na_value=np.nan) * SCALE)
    ranks = scores["published_rank"].to_numpy(dtype=np.float64, na_value=np.nan)
    measures: Floats = np.nan_to_num(np.column_stack([states, values, ranks]), nan=-1.0)
    return measures
