"""How sure the ranks of one criterion are: what sampling error, or the noise seen in the panel, leaves open."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from cchc_metrics.access import Deed, require
from cchc_metrics.metrics import certainty as metric
from cchc_metrics.metrics.exact import covers
from cchc_metrics.model import ScoreKind
from cchc_metrics.schema import SCORES
from cchc_metrics.services.indices.noise import Noise, assumed, noise_of
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.question import Question

PUBLISHED = ScoreKind.PUBLISHED
# Sums of printed parts differ from the whole by the rounding of the source.
SUM_TOLERANCE = 1e-5


@dataclass(frozen=True)
class Certainty:
    """Ranks of the provinces of a base, and how far each may lie from the rank without noise.

    sets: one row per province with a value, best first – entity_id, name, value, rank, rank_low, rank_high (for this
    province alone), next_low, next_high (its rank in a next survey, were nothing to change), sure_low, sure_high (all
    its comparisons at once), alike (noise may make the difference to the next one; False for the last). noise: where
    it is known from; None: not known, then sets holds rank and value only. confidence: of all of these.
    without: one row per part – node_code, name, rank (of the entity on the whole less that part). withheld: too few
    provinces have a value; then there are no ranks and sets is empty.
    """

    sets: pd.DataFrame
    without: pd.DataFrame
    noise: Noise | None
    confidence: float
    withheld: bool
    n_valued: int
    population: int
    sources: tuple[str, ...]


def certainty(desk: Desk, asked: Question, entity_id: str) -> Certainty:
    """How sure the ranks of published scores are, with the view of one entity. Raises UnknownNameError."""
    require(desk.actor, Deed.READ)
    catalogue = desk.catalogue
    node = catalogue.node(asked.index, asked.period, asked.node)
    base = catalogue.members("", catalogue.era_of(asked.period, asked.index))
    parts = catalogue.children(asked.index, asked.period, node.code)
    codes = [node.code, *(part.code for part in parts)]
    scores = desk.facts(SCORES, asked.where(node_code=codes, score_kind=PUBLISHED, entity_id=sorted(base)))
    scores = scores[scores["value"].notna()]
    held = scores.pivot(index="entity_id", columns="node_code", values="value")  # noqa: PD010 (one score per cell)
    total = held[node.code].dropna() if node.code in held else pd.Series(dtype="float64")
    confidence = assumed(desk).get("confidence")
    if not covers(len(total), len(base), desk.office.settings.rank_coverage):
        return Certainty(pd.DataFrame(), pd.DataFrame(), None, 0.0, True, len(total), len(base), ())
    noise = noise_of(desk, asked, total.index) if confidence is not None else None
    sets = _sets(total, noise, confidence or 0.0)
    summed = _summed(held.loc[total.index], total, [part.code for part in parts])
    return Certainty(
        sets=sets.assign(name=[catalogue.name_of(e) for e in sets["entity_id"]]),
        without=_without(total, summed, {part.code: part.name for part in parts}, entity_id),
        noise=noise,
        confidence=confidence or 0.0,
        withheld=False,
        n_valued=len(total),
        population=len(base),
        sources=tuple(sorted(set(scores["source"].dropna()))),
    )


def _sets(total: pd.Series, noise: Noise | None, confidence: float) -> pd.DataFrame:
    """Spans for one province, for its next survey and for all its comparisons; ranks alone without any noise."""
    known = [None if noise is None else noise.of(str(entity)) for entity in total.index]
    errors = pd.Series(np.array(known, dtype="float64"), index=total.index)
    if errors.isna().any():
        alone = metric.rank_spans(total, total.to_numpy(dtype="float64")[np.newaxis, :], confidence=confidence)
        return alone[["entity_id", "rank"]].assign(value=total.loc[alone["entity_id"]].to_numpy())
    true = metric.true_scores(total, errors)
    sets = metric.rank_spans(total, true, confidence=confidence)
    order = sets["entity_id"]
    again = metric.rank_spans(total, metric.measured_again(true, errors), confidence=confidence)
    sure = metric.rank_sets(total, errors, confidence=confidence)
    values, spread = (one.loc[order].to_numpy(dtype="float64") for one in (total, errors))
    alike = -np.diff(values) <= metric.pair_limit(spread, confidence=confidence)
    return sets.assign(
        value=values,
        next_low=again["rank_low"],
        next_high=again["rank_high"],
        sure_low=sure["rank_low"],
        sure_high=sure["rank_high"],
        alike=np.array([*alike, False], dtype=bool),
    )


def _summed(held: pd.DataFrame, total: pd.Series, codes: list[str]) -> pd.DataFrame:
    """The parts, where every province has all of them and they add up to the whole; no column otherwise."""
    if not codes or not set(codes) <= set(held.columns):
        return held[[]]
    parts = held[codes]
    adds_up = bool(((parts.sum(axis=1, skipna=False) - total).abs() <= SUM_TOLERANCE).all())
    return parts if adds_up else held[[]]


def _without(total: pd.Series, parts: pd.DataFrame, names: dict[str, str], entity_id: str) -> pd.DataFrame:
    columns = ["node_code", "name", "rank"]
    if entity_id not in total.index or parts.shape[1] < 2:
        return pd.DataFrame(columns=columns)
    ranks = metric.without_each(total, parts).loc[entity_id]
    codes = [str(code) for code in ranks.index]
    return pd.DataFrame({"node_code": codes, "name": [names[code] for code in codes], "rank": ranks.to_numpy()})
