"""The largest gaps of a result: its total and the parts that lose most, against maximum, best and means."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import named, texts
from cchc_metrics.metrics.exact import scored, split
from cchc_metrics.model import Key, scaled
from cchc_metrics.model.rows import records
from cchc_metrics.services.indices.gaps import printed_parts
from cchc_metrics.services.indices.results import Reference, Result
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.names import EntityInfo, NodeInfo
from cchc_metrics.services.office.units import PERCENT, PERCENT_KIND
from cchc_metrics.views.gap.words import best_marked
from cchc_metrics.views.kit.apart import near_best, near_mean, near_printed
from cchc_metrics.views.kit.hues import hue
from cchc_metrics.views.kit.phrases import amount, difference
from cchc_metrics.views.kit.pins import parts_on, starred
from cchc_metrics.views.kit.shapes import CardLink, GapLine, GapList

SHOWN = 3


@dataclass(frozen=True, slots=True)
class _Part:
    """What is known of one part: a score, a printed percentage, a printed rank – any of them, at least one."""

    node: NodeInfo
    measured: Mapping[str, Any]
    percentage: float | None
    rank: str
    place: int

    @property
    def order(self) -> tuple[int, float]:
        """Scores by the distance to the best, else by points lost; percentages by what they lack; ranks, last first."""
        if not pd.isna(self.measured["to_best"]):
            return 0, -float(self.measured["to_best"])
        if not pd.isna(self.measured["lost_points"]):
            return 0, -float(self.measured["lost_points"])
        if self.percentage is not None:
            return 1, self.percentage
        return 2, -float(self.place)


def gap_list(desk: Desk, result: Result, pins: tuple[str, ...] = ()) -> GapList:
    """The total first, then the widest gaps among the parts; a note where parts are not known.

    Three parts where all of them are known. Where only some were published, all of those: which three are widest
    cannot be said then. pins: whatever somebody pinned; parts among it stand there too, with their stars.
    """
    t, found = texts().overview, result.standing
    parts = sorted(_known(desk, result), key=lambda part: part.order)
    complete = _complete(result)
    note = "" if complete else t.parts_none
    own = {Key.INDEX: found.index_code, Key.PROVINCE: result.entity.id}
    query = own | {Key.PERIOD: found.period_id}
    stars = parts_on(pins, (found.index_code,))
    told = [part for place, part in enumerate(parts) if not complete or place < SHOWN or part.node.code in stars]
    if parts and not complete:
        note = t.parts_published.format(count=len(parts), level=parts[0].node.level.lower())
    return GapList(
        hue=hue(desk, found.index_code),
        heading=t.heading.format(index=found.index_code, period=fmt.period(found.period_id)),
        entity=result.entity.name,
        lines=(*_total(desk, result), *(_line(desk, result, part, stars) for part in told)),
        note=note,
        home=result.entity.id in desk.catalogue.ours(),
        links=(CardLink(t.to_lost_units, "diem-chua-dat", query), CardLink(t.to_course, "lo-trinh", own)),
    )


def empty_list(desk: Desk, entity: EntityInfo, index_code: str) -> GapList:
    """The place of a province beside others that have a result on this index."""
    ours = entity.id in desk.catalogue.ours()
    return GapList(hue(desk, index_code), index_code, entity.name, (), texts().overview.empty_card, home=ours)


def _complete(result: Result) -> bool:
    """Every part has a score, and the parts' maxima add up to the whole's: nothing of the index is unknown."""
    exact, there = split(scored(result.gaps.parts))
    maxima, known = split(scaled(result.gaps.parts["max_score"]))
    whole = split(scaled(pd.Series([result.standing.node.max_score], dtype="float64")))[0]
    return bool(len(exact) and there.all() and known.all() and len(whole) and maxima.sum() == whole[0])


def _known(desk: Desk, result: Result) -> list[_Part]:
    gaps = result.gaps
    nodes = {node.code: node for node in desk.catalogue.children(gaps.index_code, gaps.period_id)}
    stored = printed_parts(desk, gaps.index_code, gaps.period_id).get(gaps.entity_id, ())
    percentages, ranks = dict[str, float](), dict[str, tuple[Any, Any]]()
    for one in stored:
        if one["score_kind"] == PERCENT_KIND and not pd.isna(one["value"]):
            percentages[one["node_code"]] = float(one["value"])
        if one["published_rank"] is not None:
            ranks.setdefault(one["node_code"], (one["published_rank"], one["rank_out_of"]))
    parts = []
    for row in records(gaps.parts):
        code = row["node_code"]
        place, out_of = ranks.get(code, (None, None))
        rank = "" if place is None else fmt.rank_of(place, out_of)
        percentage = percentages.get(code)
        if not pd.isna(row["value"]) or percentage is not None or rank:
            parts.append(_Part(nodes[code], row, percentage, rank, int(place or 0)))
    return parts


def _total(desk: Desk, result: Result) -> tuple[GapLine, ...]:
    """The whole against maximum, best, peers and the means that were printed."""
    if result.value is None:
        return ()
    whole, unit = result.gaps.whole, result.standing.node.unit
    means = _means(result, whole)
    facts = (*_against(desk, result, whole, unit), *(_mean(desk, result, whole, mean, unit) for mean in means[1:]))
    return (
        GapLine(
            name=texts().services.total,
            lost=_lost(whole, unit),
            share=_share(result.value, whole["max_score"]),
            best=_share(whole["best"], whole["max_score"]),
            mean=_share(means[0].value, whole["max_score"]) if means else None,
            facts=facts,
            total=True,
        ),
    )


def _line(desk: Desk, result: Result, part: _Part, stars: tuple[str, ...]) -> GapLine:
    row, unit = part.measured, part.node.unit
    share = _share(row["value"], row["max_score"])
    if share is None and part.percentage is not None:
        share = part.percentage / 100
    lost = _lost(row, unit)
    if not lost:
        lost = fmt.percent(part.percentage) if part.percentage is not None else texts().overview.gap_rank_only
    return GapLine(
        name=starred(part.node.label, part.node.code, stars),
        lost=lost,
        share=share,
        best=_share(row["best"], row["max_score"]),
        mean=_share(row["peer_mean"], row["max_score"]),
        facts=(*_printed(part, lost), *_against(desk, result, row, unit)),
    )


def _printed(part: _Part, lost: str) -> tuple[str, ...]:
    """The publisher's own figures of a part: ``12,45/13 điểm``, ``95,76%``, ``27/63 cả nước``."""
    row, said = part.measured, texts()
    facts = []
    if not pd.isna(row["value"]) and not pd.isna(row["max_score"]) and part.node.unit != PERCENT:
        value, limit = fmt.number(row["value"]), fmt.plain(row["max_score"], 2)
        facts.append(said.overview.gap_of_max.format(value=value, max=limit, unit=part.node.unit))
    if part.percentage is not None and fmt.percent(part.percentage) != lost:
        facts.append(fmt.percent(part.percentage))
    if part.rank:
        facts.append(said.common.rank_in_nation.format(rank=part.rank))
    return tuple(facts)


def _against(desk: Desk, result: Result, row: Any, unit: str) -> tuple[str, ...]:
    """Target, best and the nearest mean, as far as each is known."""
    t = texts().overview
    facts = []
    if not pd.isna(row["to_target"]) and row["to_target"] > 0:
        gap = difference(row["to_target"], unit)
        facts.append(t.gap_to_target.format(gap=gap, target=amount(row["target"], unit)))
    if not pd.isna(row["to_best"]):
        facts.append(_leader(desk, result, row, unit))
    facts += [_mean(desk, result, row, mean, unit) for mean in _means(result, row)[:1]]
    return tuple(facts)


def _mean(desk: Desk, result: Result, row: Any, mean: Reference, unit: str) -> str:
    computed = not pd.isna(row["peer_mean"]) and mean.value == float(row["peer_mean"])
    quiet = near_mean(desk, result.gaps, row) if computed else near_printed(desk, result.gaps, row, mean.value)
    return _beside(row["value"], mean, unit, quiet=quiet)


def _leader(desk: Desk, result: Result, row: Any, unit: str) -> str:
    t = texts().overview
    if result.entity.id in row["best_entity_id"]:
        return t.best_is_own
    leaders = ", ".join(desk.catalogue.entity(leader).name for leader in row["best_entity_id"])
    best = Reference(t.best_named.format(name=leaders), float(row["best"]))
    shown = best_marked(desk, result.gaps, row, _shown(best, unit))
    return _beside(row["value"], best, unit, quiet=near_best(desk, result.gaps, row), shown=shown)


def _means(result: Result, row: Any) -> tuple[Reference, ...]:
    """The mean of the peers when enough of them have a value; for the whole also what a publisher printed."""
    own: tuple[Reference, ...] = ()
    if not pd.isna(row["peer_mean"]):
        own = (
            Reference(texts().overview.mean_of.format(group=named(result.gaps.peer_group)), float(row["peer_mean"])),
        )
    printed = result.means if row["node_code"] == result.standing.node.code else ()
    return own + printed


def _shown(other: Reference, unit: str) -> str:
    return fmt.percent(other.value) if unit == PERCENT else fmt.number(other.value)


def _beside(value: float, other: Reference, unit: str, *, quiet: bool, shown: str = "") -> str:
    """ "trung bình Bắc Trung Bộ 3,78 (cao hơn 0,09)": the other value, and on which side of ours it lies.

    quiet: noise alone may well put it there. shown: the other value in words where it may bear a mark.
    """
    t = texts().overview
    apart = round(other.value - float(value), 9)
    words = {"name": other.name, "value": shown or _shown(other, unit)}
    if apart == 0:
        return t.gap_equal.format(**words)
    told = t.gap_near if quiet else t.gap_above if apart > 0 else t.gap_under
    return told.format(gap=fmt.number(abs(apart)), **words)


def _lost(row: Any, unit: str) -> str:
    t = texts().overview
    return "" if pd.isna(row["lost_points"]) else t.gap_lost.format(lost=difference(row["lost_points"], unit))


def _share(value: float, limit: float) -> float | None:
    return None if pd.isna(value) or pd.isna(limit) or limit <= 0 else float(value) / float(limit)
