"""Whether two results of one year can be told apart, for every page that holds one against another."""

from typing import Any

import pandas as pd

from cchc_metrics.services.indices.gaps import Gaps
from cchc_metrics.services.indices.noise import apart
from cchc_metrics.services.indices.panel import PUBLISHED
from cchc_metrics.services.indices.yardsticks import BEST, MEAN, Yardstick
from cchc_metrics.services.office.desk import Desk


def near_best(desk: Desk, found: Gaps, row: Any) -> bool:
    """Whether noise alone may well make the distance to the best. row: a line of ``Gaps.parts`` or its whole."""
    leaders = row["best_entity_id"] if isinstance(row["best_entity_id"], tuple) else ()
    return _near(desk, found, row, row["to_best"], other=str(leaders[0]) if leaders else "")


def near_mean(desk: Desk, found: Gaps, row: Any) -> bool:
    """The same of the distance to the group's computed mean, the province above or below it."""
    return _near(desk, found, row, row["value"] - row["peer_mean"], of=0 if pd.isna(row["n"]) else int(row["n"]))


def near(desk: Desk, found: Gaps, row: Any, yardstick: Yardstick) -> bool:
    """The same of the distance to a yardstick; a target or a maximum is exact, and distance to it is no comparison."""
    if yardstick is BEST:
        return near_best(desk, found, row)
    return near_mean(desk, found, row) if yardstick is MEAN else False


def near_printed(desk: Desk, found: Gaps, row: Any, mean: float) -> bool:
    """The same of a mean that a publisher printed."""
    return _near(desk, found, row, row["value"] - mean)


def _near(desk: Desk, found: Gaps, row: Any, gap: float, *, other: str = "", of: int = 0) -> bool:
    if pd.isna(gap) or found.score_kind != PUBLISHED:
        return False
    node = str(row["node_code"])
    known = apart(desk, found.index_code, node, found.period_id, found.entity_id, other=other, of=of)
    return known is not None and known.hides(float(gap))
