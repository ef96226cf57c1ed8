"""The base of 34 as plain records, for the command line and for programs."""

from typing import Any

import pandas as pd

from cchc_metrics.access import Deed, require
from cchc_metrics.metrics.lineage import Method, shares
from cchc_metrics.schema import TOTAL
from cchc_metrics.services.indices.lineage import links_at, pro_forma_standing, way_of, weight_sets, weights_in
from cchc_metrics.services.indices.sightings import how_known
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.question import Question

Record = dict[str, Any]
_RANKED = [
    *("entity_id", "name", "value", "rank", "n_ranked", "previous_rank", "estimate"),
    *("low", "high", "rank_best", "rank_worst"),
]


def pro_forma_rows(
    desk: Desk,
    index_code: str,
    period_id: str,
    node_code: str = TOTAL,
    *,
    score_kind: str,
    method: str,
    weight_set: str | None,
) -> pd.DataFrame:
    """The ranked provinces of the base of 34 in rank order: entity_id, name, value, rank, n_ranked, previous_rank,
    estimate, low, high, rank_best, rank_worst, known, method, weight_set. A province without an estimate is not listed.

    Raises UnknownNameError.
    """
    way = way_of(desk, method, weight_set)
    found = pro_forma_standing(desk, Question(index_code, period_id, node_code, score_kind), way=way)
    ranked = found.table[found.table["rank"].notna()]
    named = None if way.method is Method.OLD or not way.weight_set else way.weight_set
    known = [how_known(one) for one in ranked["known"]]
    return ranked[_RANKED].assign(
        known=known, method=str(way.method), weight_set=pd.Series(named, index=ranked.index, dtype="str")
    )


def lineage(desk: Desk, weight_set: str | None = None) -> Record:
    """Which provinces became which, and the weight sets with each predecessor's share. Raises UnknownNameError."""
    require(desk.actor, Deed.READ)
    names = desk.catalogue.name_of
    links = links_at(desk)
    merged = [
        {
            "entity_id": successor,
            "name": names(str(successor)),
            "unchanged": bool(group["unchanged"].iloc[0]),
            "predecessors": [
                {"entity_id": old, "name": names(old), "namesake": bool(same)}
                for old, same in zip(group["predecessor_id"], group["namesake"], strict=True)
            ],
        }
        for successor, group in links.groupby("successor_id", sort=True)
    ]
    wanted = (way_of(desk, weight_set=weight_set).weight_set,) if weight_set else weight_sets(desk)
    return {"links": merged, "weight_sets": [_set(desk, name) for name in wanted]}


def _set(desk: Desk, name: str) -> Record:
    held = weights_in(desk, name)
    weighed = shares(links_at(desk), held)
    weighed = weighed[weighed["share"].notna()]
    first = {} if held is None or held.empty else held.iloc[0].to_dict()
    told = {key: first[key] if isinstance(first.get(key), str) else None for key in ("unit", "source")}
    weights = [
        {"entity_id": old, "successor_id": new, "weight": float(weight), "share": float(share)}
        for old, new, weight, share in zip(
            weighed["predecessor_id"], weighed["successor_id"], weighed["weight"], weighed["share"], strict=True
        )
    ]
    return {"weight_set": name, **told, "weights": weights}
