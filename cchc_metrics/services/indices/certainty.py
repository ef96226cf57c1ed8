"""How sure the ranks of one criterion are: by sampling error where it is known, by declared sensitivity where not."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import pandas as pd

from cchc_metrics.access import Deed, require
from cchc_metrics.metrics import certainty as metric
from cchc_metrics.metrics.exact import covers
from cchc_metrics.schema import SCORES, STANDARD_ERRORS
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.question import where

PUBLISHED = "published"
# Sums of printed parts differ from the whole by the rounding of the source.
SUM_TOLERANCE = 1e-5


@dataclass(frozen=True)
class Certainty:
    """Ranks of the provinces of a base, and how far each may move.

    sets: one row per province with a value, best first – entity_id, name, value, rank, rank_low, rank_high,
    turned (the share of draws in which it does not stand above the next one; missing for the last, and with standard
    errors), alike (the difference to the next one is not worth mentioning).
    by_error: ranks follow from standard errors, not from the sensitivity. without: one row per part – node_code, name,
    rank (of the entity on the whole less that part); empty with standard errors. withheld: too few provinces have a
    value; then there are no ranks and sets is empty.
    """

    sets: pd.DataFrame
    without: pd.DataFrame
    by_error: bool
    withheld: bool
    n_valued: int
    population: int
    parts: int
    sources: tuple[str, ...]


def certainty(desk: Desk, index_code: str, node_code: str, period_id: str, entity_id: str) -> Certainty:
    """How sure the ranks of published scores are, with the view of one entity. Raises UnknownNameError."""
    require(desk.actor, Deed.READ)
    catalogue = desk.catalogue
    node = catalogue.node(index_code, period_id, node_code)
    base = catalogue.members("", catalogue.era_of(period_id, index_code))
    parts = catalogue.children(index_code, period_id, node.code)
    which = where(
        index_code=index_code,
        period_id=period_id,
        node_code=[node.code, *(part.code for part in parts)],
        score_kind=PUBLISHED,
    )
    scores = desk.facts(SCORES, which)
    scores = scores[scores["entity_id"].isin(base) & scores["value"].notna()]
    held = scores.pivot(index="entity_id", columns="node_code", values="value")  # noqa: PD010 (one score per cell)
    total = held[node.code].dropna() if node.code in held else pd.Series(dtype="float64")
    if not covers(len(total), len(base), desk.office.settings.rank_coverage):
        return Certainty(pd.DataFrame(), pd.DataFrame(), False, True, len(total), len(base), 0, ())
    errors = _errors(desk, index_code, period_id, node_code, total)
    summed = _summed(held.loc[total.index], total, [part.code for part in parts])
    by_error = bool(errors.notna().sum() == len(total))
    sets = _by_error(total, errors) if by_error else _by_draws(total, summed)
    names = {part.code: part.name for part in parts}
    return Certainty(
        sets=sets.assign(name=[catalogue.name_of(e) for e in sets["entity_id"]]),
        without=pd.DataFrame() if by_error else _without(total, summed, names, entity_id),
        by_error=by_error,
        withheld=False,
        n_valued=len(total),
        population=len(base),
        parts=summed.shape[1],
        sources=tuple(sorted(set(scores["source"].dropna()))),
    )


def _errors(desk: Desk, index_code: str, period_id: str, node_code: str, total: pd.Series) -> pd.Series:
    """Standard errors by province, in the order of the scores; missing where none is stored."""
    which = where(index_code=index_code, period_id=period_id, node_code=node_code)
    found = desk.facts(STANDARD_ERRORS, which)
    known = dict(zip(found["entity_id"], found["value"], strict=True))
    return pd.Series([known.get(e, np.nan) for e in total.index], index=total.index, dtype="float64")


def _summed(held: pd.DataFrame, total: pd.Series, codes: list[str]) -> pd.DataFrame:
    """The parts, where every province has all of them and they add up to the whole; no column otherwise."""
    if not codes or not set(codes) <= set(held.columns):
        return held[[]]
    parts = held[codes]
    adds_up = bool(((parts.sum(axis=1, skipna=False) - total).abs() <= SUM_TOLERANCE).all())
    return parts if adds_up else held[[]]


def _by_error(total: pd.Series, errors: pd.Series) -> pd.DataFrame:
    sets = metric.rank_sets(total, errors)
    ordered, spread = total.loc[sets["entity_id"]], errors.loc[sets["entity_id"]]
    ahead = -np.diff(ordered.to_numpy())
    limit = metric.pair_limit(spread.to_numpy())
    alike = [*(ahead <= limit), False]
    return sets.assign(value=ordered.to_numpy(), turned=np.nan, alike=np.array(alike, dtype=bool))


def _by_draws(total: pd.Series, parts: pd.DataFrame) -> pd.DataFrame:
    drawn = metric.perturbed(total, parts)
    sets = metric.moved_ranks(total, drawn)
    place = {entity: number for number, entity in enumerate(total.index)}
    order = [place[entity] for entity in sets["entity_id"]]
    turned = [metric.turned_round(drawn, one, other) for one, other in pairwise(order)]
    share = np.array([*turned, np.nan])
    return sets.assign(value=total.to_numpy()[order], turned=share, alike=share >= metric.ALIKE)


def _without(total: pd.Series, parts: pd.DataFrame, names: dict[str, str], entity_id: str) -> pd.DataFrame:
    columns = ["node_code", "name", "rank"]
    if entity_id not in total.index or parts.shape[1] < 2:
        return pd.DataFrame(columns=columns)
    ranks = metric.without_each(total, parts).loc[entity_id]
    codes = [str(code) for code in ranks.index]
    return pd.DataFrame({"node_code": codes, "name": [names[code] for code in codes], "rank": ranks.to_numpy()})
