"""How far a rank moves from one survey to the next although nothing has changed."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from cchc_metrics.errors import UnknownNameError
from cchc_metrics.metrics import certainty as metric
from cchc_metrics.metrics.exact import covers
from cchc_metrics.services.indices.noise import assumed, noise_of, swings
from cchc_metrics.services.indices.standing import standing
from cchc_metrics.services.office.desk import Desk, once, once_for_all
from cchc_metrics.services.office.question import Question

Ranks = tuple[int, int]


@once_for_all
def likely_ranks(desk: Desk, asked: Question) -> Mapping[str, Ranks]:
    """Entity -> first and last rank that a next survey may give it were nothing to change.

    The span «next survey» of docs/methodology.md, at the declared confidence. Empty where too few provinces have a
    published score for ranks to be computed, or where of any of them no noise is known.
    """
    try:
        found = standing(desk, asked)
    except UnknownNameError:
        return {}
    held = found.table[found.table["value"].notna()]
    confidence = assumed(desk).get("confidence")
    if confidence is None or not covers(len(held), found.population, desk.office.settings.rank_coverage):
        return {}
    noise = noise_of(desk, asked, held["entity_id"])
    known = [None if noise is None else noise.of(str(entity)) for entity in held["entity_id"]]
    if any(one is None for one in known):
        return {}
    values = pd.Series(held["value"].to_numpy(dtype="float64"), index=held["entity_id"])
    errors = pd.Series(np.array(known, dtype="float64"), index=values.index)
    again = metric.measured_again(metric.true_scores(values, errors), errors)
    spans = metric.rank_spans(values, again, confidence=confidence)
    ends = zip(spans["rank_low"], spans["rank_high"], strict=True)
    return {str(entity): (int(low), int(high)) for entity, (low, high) in zip(spans["entity_id"], ends, strict=True)}


@dataclass(frozen=True, slots=True)
class Quiet:
    """Of a province's change since the period before: whether noise alone may well make that of its score, its rank.

    unsure: a rank of a survey without the scores that would tell; then neither is said.
    """

    score: bool = False
    rank: bool = False
    unsure: bool = False


NOT_QUIET = Quiet()


@once
def quiet_moves(desk: Desk, asked: Question) -> Mapping[str, Quiet]:
    """What of the published ranking's changes is inside the noise; entities whose noise is not known are left out.

    A move in rank is told as one only where the score's own change is outside its noise and the new rank outside the
    ranks that a next survey may give though nothing changes (docs/methodology.md, «How sure a rank is»). Where there
    are no such ranks, the score decides alone. Raises UnknownNameError like ``standing``.
    """
    found = standing(desk, asked)
    before = found.previous_period
    told = found.table[found.table["change"].notna() | found.table["places_gained"].notna()]
    if before is None or told.empty:
        return {}
    entities = [str(entity) for entity in told["entity_id"]]
    known = swings(desk, asked.index, asked.node, (before, asked.period), entities)
    likely = likely_ranks(desk, Question(asked.index, before, asked.node))
    asks = bool(desk.catalogue.asks_people(asked.index))
    moves = {}
    for row in told.to_dict("records"):
        entity = str(row["entity_id"])
        score = entity in known and not pd.isna(row["change"]) and known[entity].hides(float(row["change"]))
        moved = not pd.isna(row["places_gained"]) and row["places_gained"] != 0
        inside = entity in likely and likely[entity][0] <= row["rank"] <= likely[entity][1] if moved else False
        judged = entity in likely or (entity in known and not pd.isna(row["change"]))
        if judged or asks:
            moves[entity] = Quiet(score, bool(moved and (score or inside)), unsure=bool(moved and not judged))
    return moves


def quiet_rank(
    desk: Desk,
    index_code: str,
    node_code: str,
    years: tuple[str, str],
    entity_id: str,
    *,
    rank: int,
    score: bool | None,
) -> Quiet:
    """The same of one move between any two years.

    rank: in the later one; score: whether the score's own change is quiet, None where that is not known.
    """
    span = likely_ranks(desk, Question(index_code, years[0], node_code)).get(entity_id)
    if span is None and score is None:
        return Quiet(unsure=bool(desk.catalogue.asks_people(index_code)))
    return Quiet(bool(score), bool(score) or (span is not None and span[0] <= rank <= span[1]))
