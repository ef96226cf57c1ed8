"""The indices on the leader's page: latest results, what moved in them, where their points are lost and by whom."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cchc_metrics.errors import UnknownNameError
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.labels.format import listed
from cchc_metrics.metrics.decomposition import Line
from cchc_metrics.services.indices.lost import Lost, LostFilters, lost
from cchc_metrics.services.indices.results import Result, latest
from cchc_metrics.services.indices.why import why
from cchc_metrics.services.indices.why_facts import WhyQuestion
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.views.kit.apart import near_best
from cchc_metrics.views.kit.phrases import difference, unit_of_difference
from cchc_metrics.views.kit.result_card import card

# One page holds so much.
_INDICES, _LOST_SHOWN, _FACTS_SHOWN = 3, 2, 3


@dataclass(frozen=True, slots=True)
class IndexResults:
    """An index with the latest result of our province; where it has none, of those it was made of."""

    index_code: str
    results: tuple[Result, ...]


def results_of(desk: Desk) -> tuple[IndexResults, ...]:
    """The first indices of the office, each with what is known of our province."""
    catalogue = desk.catalogue
    try:
        home = catalogue.entity(catalogue.home)
    except UnknownNameError:
        return ()
    found = []
    for index in catalogue.indices()[:_INDICES]:
        own = latest(desk, home.id, index)
        before = [latest(desk, one.id, index) for one in catalogue.predecessors(home.id)] if own is None else []
        found.append(IndexResults(index, tuple(one for one in (own, *before) if one is not None)))
    return tuple(found)


def index_rows(desk: Desk, found: Sequence[IndexResults]) -> list[list[str]]:
    """Index and year, province, value, ranks with their counts and the change; an index without a result says so."""
    rows = []
    for one in found:
        for result in one.results:
            view = card(desk, result)
            value = f"{view.value}{view.maximum} {view.unit}".strip()
            # What later years lack, or have of it a range only, stands behind the rest.
            ranged = sum(period in result.ranges for period in result.later)
            later = ranged + (1 if len(result.later) > ranged else 0)
            facts = view.facts[: len(view.facts) - later][:_FACTS_SHOWN]
            rows.append([view.heading, result.entity.name, value, " · ".join(facts)])
        if not one.results:
            rows.append([one.index_code, fmt.MISSING, fmt.MISSING, texts().overview.empty_card])
    return rows


def moved_lines(desk: Desk, found: Sequence[IndexResults]) -> Iterator[str]:
    """Per result the part that rose and the part that fell most; the whole where parts cannot be told."""
    t = texts().documents
    for result in (result for one in found for result in one.results):
        at = result.standing
        if not at.previous_period:
            continue
        answer = why(desk, WhyQuestion(at.index_code, result.entity.id, at.previous_period, at.period_id))
        words = {"index": at.index_code, "name": result.entity.name, "before": fmt.period(at.previous_period)}
        words["after"] = fmt.period(at.period_id)
        told = answer.parts
        if len(told):
            told = told[(told["line"] == Line.PART) & told["delta"].notna() & ~told["hidden"]].sort_values("delta")
        ends = [told.iloc[-1], told.iloc[0]] if len(told) else []
        named = [
            (t.moved_up if row["delta"] > 0 else t.moved_down).format(
                part=row["name"],
                change=fmt.signed(row["delta"]),
                unit=unit_of_difference(answer.part_unit),
            )
            for row, up in zip(ends, (True, False), strict=False)
            if row["delta"] != 0 and bool(row["delta"] > 0) is up
        ]
        if named:
            yield t.moved_parts.format(parts="; ".join(named), **words)
        elif answer.delta is not None:
            unit = unit_of_difference(answer.unit)
            whole = t.moved_hidden if answer.hidden else t.moved_whole
            if len(answer.parts):
                whole = t.moved_nothing
            yield whole.format(change=fmt.signed(answer.delta), unit=unit, **words)


def _behind(desk: Desk, result: Result, answer: Lost) -> list[str]:
    """By what others reach; empty where the best of a part is not known, or where nobody is clearly ahead."""
    t, gaps, known = texts().documents, result.gaps, answer.known
    units = dict(zip(known["key"], known["unit"], strict=True))
    if gaps.parts.empty or gaps.parts["to_best"].isna().any():
        return []
    rows = gaps.parts.sort_values(["to_best", "node_code"], ascending=[False, True])
    ahead = [row for _, row in rows.iterrows() if row["to_best"] > 0 and not near_best(desk, gaps, row)]
    return [
        t.behind_part.format(
            part=row["name"],
            like=listed([desk.catalogue.name_of(one) for one in row["best_entity_id"]]),
            gap=difference(row["to_best"], result.standing.node.unit),
            unit=units.get(row["node_code"]) or t.nobody_assigned,
        )
        for row in ahead[:_LOST_SHOWN]
    ]


def _lost(answer: Lost) -> list[str]:
    t = texts().documents
    return [
        t.lost_part.format(
            part=row["label"],
            lost=difference(row["lost_points"], str(row["unit_of_score"])),
            unit=row["unit"] or t.nobody_assigned,
        )
        for row in answer.known.head(_LOST_SHOWN).to_dict("records")
        if row["lost_points"] > 0
    ]


def losses(desk: Desk, found: Sequence[IndexResults]) -> Iterator[tuple[Result, Lost]]:
    """The lost points of every result whose parts are known."""
    for result in (result for one in found for result in one.results):
        at = result.standing
        answer = lost(desk, LostFilters(at.index_code, at.period_id, result.entity.id))
        if len(answer.known):
            yield result, answer


def lost_lines(desk: Desk, found: Sequence[IndexResults]) -> Iterator[str]:
    """Per result the parts furthest behind the best province, else those that lose most, each with its unit."""
    t = texts().documents
    for result, answer in losses(desk, found):
        if parts := _behind(desk, result, answer) or _lost(answer):
            at = result.standing
            words = {"index": at.index_code, "period": fmt.period(at.period_id), "name": result.entity.name}
            yield t.lost_line.format(parts="; ".join(parts), **words)
