"""What a file would do to ranks, before it is stored."""

import pandas as pd

from cchc_metrics.metrics.ranking import competition_rank
from cchc_metrics.model import ImportPlan
from cchc_metrics.schema import SCORES
from cchc_metrics.services.office.catalogue import Catalogue
from cchc_metrics.services.office.desk import Desk

BEFORE, AFTER = "rank_before", "rank_after"
# Within one of these the provinces are ranked against each other.
_FIELD = ["index_code", "node_code", "period_id", "score_kind"]
_PLACE = [*_FIELD, "entity_id"]


def with_ranks(desk: Desk, plan: ImportPlan, changes: pd.DataFrame) -> pd.DataFrame:
    """Changes to scores with the computed rank of each province before and after them (Int64).

    changes: rows of ``plan.changes``. Both ranks are ``<NA>`` where too few provinces have a value, before or after,
    for a rank to mean anything, and for what is no province.
    """
    if plan.kind != SCORES.name or changes.empty:
        return changes
    touched = plan.changes
    where = {name: sorted(touched[name].unique()) for name in _FIELD}
    # Only provinces are ranked, and against provinces alone.
    provinces = [info.id for info in desk.catalogue.provinces()]
    stored = desk.facts(SCORES, {**where, "entity_id": provinces}, columns=(*_PLACE, "value"))
    moved = pd.MultiIndex.from_frame(stored[_PLACE]).isin(pd.MultiIndex.from_frame(touched[_PLACE]))
    coming = touched.loc[touched["op"] != "remove", [*_PLACE, "value"]]
    after = pd.concat([stored[~moved], coming], ignore_index=True) if len(stored) else coming
    coverage = desk.office.settings.rank_coverage
    ranks = {BEFORE: _ranked(stored, desk.catalogue, coverage), AFTER: _ranked(after, desk.catalogue, coverage)}
    told = changes
    for name, ranked in ranks.items():
        told = told.merge(ranked.rename(columns={"rank": name}), on=_PLACE, how="left")
    return told.set_axis(changes.index)


def _ranked(scores: pd.DataFrame, catalogue: Catalogue, coverage: float) -> pd.DataFrame:
    """_PLACE and rank of every province in a field that enough provinces of its era have a value in."""
    eras = {info.id: info.era for info in catalogue.provinces()}
    valued = scores[scores["value"].notna()]
    valued = valued.assign(era=valued["entity_id"].map(eras)).dropna(subset="era")
    field = valued.groupby([*_FIELD, "era"], sort=False, observed=True)["value"]
    needed = valued["era"].map({era: coverage * catalogue.population(era) for era in set(eras.values())})
    known = field.transform("size") >= needed
    rank = field.transform(competition_rank).astype("Int64").where(known)
    return valued[_PLACE].assign(rank=rank)
