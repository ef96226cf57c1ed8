"""What is aimed at on an index, and how far a result is from it, in words."""

import pandas as pd

from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.model import Period, PeriodClass
from cchc_metrics.schema import TARGETS, TOTAL
from cchc_metrics.services.desk import Desk
from cchc_metrics.services.phrases import amount, difference
from cchc_metrics.services.results import Result
from cchc_metrics.services.standing import comparability


def target_words(desk: Desk, result: Result) -> str:
    """The target of the result's year, else the nearest later one; that none was set, where none is."""
    said, found = texts().overview, result.standing
    nearest = _nearest(targets_of(desk, result.entity.id, found.index_code), found.period_id)
    if nearest.empty:
        return said.target_none
    return " · ".join(_measured(desk, row, result) for _, row in nearest.iterrows())


def coming_targets(desk: Desk, entity_id: str, index_code: str) -> str:
    """Targets of an entity that has no result yet: the first year that has one; empty without any."""
    nearest = _nearest(targets_of(desk, entity_id, index_code), "")
    words = []
    for _, row in nearest.iterrows():
        root = next(iter(desk.catalogue.nodes(index_code, row["period_id"])), None)
        words.append(_plain(row, root.unit if root else texts().services.points))
    return " · ".join(words)


def targets_of(desk: Desk, entity_id: str, index_code: str) -> pd.DataFrame:
    """The targets set for an entity's total, for index years: period_id, target_kind, value."""
    where = {"entity_id": [entity_id], "index_code": [index_code], "node_code": [TOTAL]}
    stored = desk.office.store.facts(TARGETS, where)
    years = [Period.parse(p).period_class is PeriodClass.INDEX_YEAR for p in stored["period_id"]]
    return stored.loc[years, ["period_id", "target_kind", "value"]]


def _nearest(targets: pd.DataFrame, since: str) -> pd.DataFrame:
    ahead = targets[targets["period_id"] >= since]
    first: pd.DataFrame = ahead[ahead["period_id"] == ahead["period_id"].min()]
    return first.sort_values("target_kind", ascending=False)


def _plain(row: pd.Series, unit: str) -> str:
    said, period = texts().overview, fmt.period(row["period_id"])
    if row["target_kind"] == "rank":
        return said.target_rank.format(period=period, rank=fmt.integer(row["value"]))
    return said.target_later.format(period=period, target=amount(row["value"], unit))


def _measured(desk: Desk, row: pd.Series, result: Result) -> str:
    """With the distance, where the result and the target stand on one scale."""
    said, found = texts().overview, result.standing
    unit, year = found.node.unit, row["period_id"]
    broken, _, _ = comparability(desk.catalogue, found.index_code, TOTAL, found.period_id, year)
    if row["target_kind"] == "rank" or result.value is None or (broken and year != found.period_id):
        return _plain(row, unit)
    left = round(float(row["value"]) - result.value, 9)
    wanted = {"period": fmt.period(year), "target": amount(row["value"], unit)}
    if left <= 0:
        return said.target_met.format(**wanted)
    return said.target_left.format(**wanted, left=difference(left, unit))
