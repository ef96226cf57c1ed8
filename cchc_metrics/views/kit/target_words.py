"""What is aimed at on an index, and how far a result is from it, in words."""

from collections.abc import Mapping, Sequence
from typing import Any

from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.schema import TOTAL
from cchc_metrics.services.indices.results import Result
from cchc_metrics.services.indices.standing import comparability
from cchc_metrics.services.indices.target_status import aims_of
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.views.kit.phrases import amount, difference
from cchc_metrics.views.kit.shapes import Badge, BadgeKind

_RANK = "rank"
# A row of ``aims_of``.
_Aim = Mapping[str, Any]


def target_words(desk: Desk, result: Result) -> str:
    """The targets of the result's year, else of the nearest later one, in a line; that none was set, where none is."""
    t, found = texts().overview, result.standing
    nearest = _nearest(aims_of(desk, found.index_code).get(result.entity.id, ()), found.period_id)
    return _line(nearest, [_measured(desk, row, result) for row in nearest]) if nearest else t.target_none


def target_badge(desk: Desk, result: Result) -> Badge | None:
    """Whether the published result meets the targets of its own year, by shape and word; None without one."""
    t, year = texts().overview, result.standing.period_id
    targets = aims_of(desk, result.standing.index_code).get(result.entity.id, ())
    left = [_left(row, result) for row in targets if row["period_id"] == year]
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
    nearest = _nearest(aims_of(desk, index_code).get(entity_id, ()), "")
    if not nearest:
        return ""
    root = next(iter(desk.catalogue.nodes(index_code, nearest[0]["period_id"])), None)
    unit = root.unit if root else texts().services.points
    return _line(nearest, [_plain(row, unit) for row in nearest])


def _nearest(targets: Sequence[_Aim], since: str) -> list[_Aim]:
    ahead = [row for row in targets if row["period_id"] >= since]
    first = min((row["period_id"] for row in ahead), default="")
    return sorted((row for row in ahead if row["period_id"] == first), key=lambda row: row["target_kind"], reverse=True)


def _line(targets: Sequence[_Aim], aims: list[str]) -> str:
    period = fmt.period(targets[0]["period_id"])
    return texts().overview.target_line.format(period=period, aims=", ".join(aims))


def _plain(row: _Aim, unit: str) -> str:
    if row["target_kind"] == _RANK:
        return texts().overview.target_rank.format(rank=fmt.integer(row["value"]))
    return amount(row["value"], unit)


def _measured(desk: Desk, row: _Aim, result: Result) -> str:
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


def _comparable(desk: Desk, row: _Aim, result: Result) -> bool:
    """Whether a later year's target can be held against this result; ranks of two years cannot."""
    found = result.standing
    broken, _, _ = comparability(desk.catalogue, found.index_code, TOTAL, found.period_id, row["period_id"])
    return row["target_kind"] != _RANK and not broken


def _left(row: _Aim, result: Result) -> float | None:
    """What is missing to the target, in points or places, not above zero when met; None where it cannot be known."""
    if row["target_kind"] == _RANK:
        return None if result.rank is None else result.rank - float(row["value"])
    return None if result.value is None else round(float(row["value"]) - result.value, 9)
