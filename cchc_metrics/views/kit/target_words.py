"""What is aimed at on an index, and how far a result is from it, in words."""

import pandas as pd

from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.model import Period, PeriodClass, TargetKind
from cchc_metrics.schema import TARGETS, TOTAL
from cchc_metrics.services.indices.results import Result
from cchc_metrics.services.indices.standing import comparability
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.question import where
from cchc_metrics.views.kit.phrases import amount, difference
from cchc_metrics.views.kit.shapes import Badge, BadgeKind

_RANK = "rank"


def target_words(desk: Desk, result: Result) -> str:
    """The targets of the result's year, else of the nearest later one, in a line; that none was set, where none is."""
    t, found = texts().overview, result.standing
    nearest = _nearest(targets_of(desk, result.entity.id, found.index_code), found.period_id)
    if nearest.empty:
        return t.target_none
    return _line(nearest, [_measured(desk, row, result) for _, row in nearest.iterrows()])


def target_badge(desk: Desk, result: Result) -> Badge | None:
    """Whether the published result meets the targets of its own year, by shape and word; None without one."""
    t, year = texts().overview, result.standing.period_id
    targets = targets_of(desk, result.entity.id, result.standing.index_code)
    left = [_left(row, result) for _, row in targets[targets["period_id"] == year].iterrows()]
    known = [gap for gap in left if gap is not None]
    if not known or len(known) < len(left):
        return None
    met = sum(gap <= 0 for gap in known)
    words = t.badge_met if met == len(known) else t.badge_some if met else t.badge_missed
    return Badge(
        BadgeKind.MET if met == len(known) else BadgeKind.SLOW,
        words.format(met=met, count=len(known)),
        t.badge_help.format(period=fmt.period(year)),
    )


def coming_targets(desk: Desk, entity_id: str, index_code: str) -> str:
    """Targets of an entity that has no result yet: the first year that has one; empty without any."""
    nearest = _nearest(targets_of(desk, entity_id, index_code), "")
    if nearest.empty:
        return ""
    root = next(iter(desk.catalogue.nodes(index_code, nearest["period_id"].iloc[0])), None)
    unit = root.unit if root else texts().services.points
    return _line(nearest, [_plain(row, unit) for _, row in nearest.iterrows()])


def targets_of(desk: Desk, entity_id: str, index_code: str) -> pd.DataFrame:
    """The scores and ranks set for an entity's total, for index years: period_id, target_kind, value."""
    kinds = [TargetKind.VALUE, TargetKind.RANK]
    which = where(entity_id=entity_id, index_code=index_code, node_code=TOTAL, target_kind=kinds)
    stored = desk.facts(TARGETS, which)
    years = [Period.parse(p).period_class is PeriodClass.INDEX_YEAR for p in stored["period_id"]]
    return stored.loc[years, ["period_id", "target_kind", "value"]]


def _nearest(targets: pd.DataFrame, since: str) -> pd.DataFrame:
    ahead = targets[targets["period_id"] >= since]
    first: pd.DataFrame = ahead[ahead["period_id"] == ahead["period_id"].min()]
    return first.sort_values("target_kind", ascending=False)


def _line(targets: pd.DataFrame, aims: list[str]) -> str:
    period = fmt.period(targets["period_id"].iloc[0])
    return texts().overview.target_line.format(period=period, aims=", ".join(aims))


def _plain(row: pd.Series, unit: str) -> str:
    if row["target_kind"] == _RANK:
        return texts().overview.target_rank.format(rank=fmt.integer(row["value"]))
    return amount(row["value"], unit)


def _measured(desk: Desk, row: pd.Series, result: Result) -> str:
    """With the distance, where the result and the target stand on one scale."""
    t, found = texts().overview, result.standing
    unit, year = found.node.unit, row["period_id"]
    wanted, left = _plain(row, unit), _left(row, result)
    if left is None or (year != found.period_id and not _comparable(desk, row, result)):
        return wanted
    if left <= 0:
        return t.target_met.format(target=wanted)
    if row["target_kind"] == _RANK:
        return t.target_places.format(target=wanted, places=fmt.integer(left))
    return t.target_left.format(target=wanted, left=difference(left, unit))


def _comparable(desk: Desk, row: pd.Series, result: Result) -> bool:
    """Whether a later year's target can be held against this result; ranks of two years cannot."""
    found = result.standing
    broken, _, _ = comparability(desk.catalogue, found.index_code, TOTAL, found.period_id, row["period_id"])
    return row["target_kind"] != _RANK and not broken


def _left(row: pd.Series, result: Result) -> float | None:
    """What is missing to the target, in points or places, not above zero when met; None where it cannot be known."""
    if row["target_kind"] == _RANK:
        return None if result.rank is None else result.rank - float(row["value"])
    return None if result.value is None else round(float(row["value"]) - result.value, 9)
