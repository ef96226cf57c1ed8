"""Which changes on the base of 34 noise alone may well make: an estimate bears the noise of what it was made of."""

from collections.abc import Mapping
from math import hypot, nan

import numpy as np
import pandas as pd

from cchc_metrics.metrics import certainty as metric
from cchc_metrics.metrics.lineage import Method
from cchc_metrics.metrics.noise import least_change
from cchc_metrics.model.rows import records
from cchc_metrics.services.indices.lineage import ProForma, Way, pro_forma_standing
from cchc_metrics.services.indices.noise import assumed, noise_of
from cchc_metrics.services.indices.panel import PUBLISHED
from cchc_metrics.services.indices.places import Quiet
from cchc_metrics.services.office.desk import Desk, once
from cchc_metrics.services.office.question import Question


def quiet_estimates(desk: Desk, made: ProForma) -> Mapping[str, Quiet]:
    """Entity of the base of 34 -> what of its changes since the period before is inside the noise.

    A weighted mean of predecessors has the error √Σ(share · s)²; the namesake alone its own. Rules as ``quiet_moves``.
    Empty where nothing is estimated, no period is before, or noise is not known.
    """
    return _quiet(desk, Question(made.index_code, made.period_id, made.node.code, made.score_kind), made.way)


@once
def _quiet(desk: Desk, asked: Question, way: Way) -> Mapping[str, Quiet]:
    made = pro_forma_standing(desk, asked, way=way)
    confidence, before = assumed(desk).get("confidence"), made.previous_period
    if confidence is None or before is None or not made.estimated or made.score_kind != PUBLISHED:
        return {}
    earlier = pro_forma_standing(desk, Question(made.index_code, before, made.node.code), way=made.way)
    old, new = _errors(desk, earlier), _errors(desk, made)
    spans = _spans(earlier, old, confidence)
    moves = {}
    for row in records(made.table):
        entity, change = str(row["entity_id"]), float(row["change"])
        if np.isnan(change) or not {entity} <= set(old) & set(new):
            continue
        score = change != 0 and abs(change) <= least_change(old[entity], new[entity], confidence)
        moved = not pd.isna(row["places_gained"]) and row["places_gained"] != 0
        low, high = spans.get(entity, (0, 0))
        moves[entity] = Quiet(score, bool(moved and (score or low <= row["rank"] <= high)))
    return moves


def _errors(desk: Desk, made: ProForma) -> dict[str, float]:
    parts = made.parts
    noise = noise_of(desk, Question(made.index_code, made.period_id, made.node.code), parts["entity_id"])
    if noise is None:
        return {}
    alone, errors = made.way.method is Method.OLD, dict[str, float]()
    for successor, rows in parts.groupby("successor_id"):
        own = [nan if (known := noise.of(str(one))) is None else known for one in rows["entity_id"]]
        error = max(own) if alone else hypot(*(float(s) * one for s, one in zip(rows["share"], own, strict=True)))
        if not np.isnan(error):
            errors[str(successor)] = error
    return errors


def _spans(made: ProForma, errors: Mapping[str, float], confidence: float) -> dict[str, tuple[int, int]]:
    """The ranks that a next survey may give, of those that are ranked."""
    ranked = made.table[made.table["rank"].notna() & made.table["entity_id"].isin(list(errors))]
    if ranked.empty:
        return {}
    values = pd.Series(ranked["value"].to_numpy(dtype="float64"), index=ranked["entity_id"])
    spread = pd.Series([errors[str(one)] for one in values.index], index=values.index, dtype="float64")
    again = metric.measured_again(metric.true_scores(values, spread), spread)
    found = metric.rank_spans(values, again, confidence=confidence)
    ends = zip(found["rank_low"], found["rank_high"], strict=True)
    return {str(one): (int(low), int(high)) for one, (low, high) in zip(found["entity_id"], ends, strict=True)}
