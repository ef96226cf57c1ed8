"""Why a result moved between two index years: the parts of the change, and the change in rank taken apart."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

import pandas as pd

from cchc_metrics.access import Deed, require
from cchc_metrics.metrics import trend
from cchc_metrics.metrics.crosswalk import NOWHERE, crosswalk_level, framework_change
from cchc_metrics.metrics.decomposition import OTHERWISE_MADE, Line, part_changes
from cchc_metrics.metrics.frameworks import NOTHING_CHANGED, Composition, composition, trees_of
from cchc_metrics.metrics.rank_effects import RankEffects
from cchc_metrics.model import Period
from cchc_metrics.schema import CROSSWALKS, TOTAL
from cchc_metrics.services.indices.noise import Swing, swing, with_hidden
from cchc_metrics.services.indices.panel import PUBLISHED
from cchc_metrics.services.indices.places import NOT_QUIET, Quiet
from cchc_metrics.services.indices.sightings import NOT_TOLD, Known, figure_known
from cchc_metrics.services.indices.standing import break_reason
from cchc_metrics.services.indices.why_facts import WhyQuestion, Years, facts_of
from cchc_metrics.services.indices.why_ranks import YearRank, agreeing, quiet_of, ranks_of, year_rank
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.names import NodeInfo
from cchc_metrics.services.office.question import Question
from cchc_metrics.services.office.units import PERCENT, unit_of


class Case(StrEnum):
    """What can be said of the two years.

    PARTS: Δ = Σ parts. CROSSWALK: two frameworks, taken apart by the declared crosswalk. WHOLE_ONLY: the change is
    told, its parts are not known or do not add up. BROKEN: a declared break; only parts without one are told.
    FRAMEWORK: two frameworks and no crosswalk. NO_BEFORE, NO_AFTER: no value in that year. FIRST: no year before
    holds scores. RANK_ONLY: only ranks were published. NOTHING: no value in either year.
    """

    PARTS = "parts"
    CROSSWALK = "crosswalk"
    WHOLE_ONLY = "whole_only"
    BROKEN = "broken"
    FRAMEWORK = "framework"
    NO_BEFORE = "no_before"
    NO_AFTER = "no_after"
    FIRST = "first"
    RANK_ONLY = "rank_only"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Why:
    """The change of one criterion of one entity between two index years.

    parts: the result of ``part_changes`` for this entity with name (empty in other cases than PARTS and BROKEN; in
    BROKEN without the lines of the whole, and with a delta of comparable parts alone). effects: the result of
    ``framework_change`` with name (CROSSWALK only).
    delta: None where the two years may not be subtracted. reason: why, in words. unit: of the criterion; part_unit:
    of its parts. ranks: None where too few have a value or ranks may not be compared. withheld: names of those
    without a value in exactly one of the years. swing: what the change must exceed, None where noise is not known;
    parts have it as ``hidden``. quiet: whether noise alone may well make the move in rank.
    known: how the figures of either year are known.
    """

    case: Case
    index_code: str
    entity_id: str
    node: NodeInfo
    before: str
    after: str
    value_before: float | None
    value_after: float | None
    delta: float | None
    reason: str
    unit: str
    part_unit: str
    score_kind: str
    parts: pd.DataFrame
    effects: pd.DataFrame
    rank_before: YearRank
    rank_after: YearRank
    ranks: RankEffects | None
    sources: tuple[str, ...]
    swing: Swing | None = None
    quiet: Quiet = NOT_QUIET
    known: tuple[Known, Known] = (NOT_TOLD, NOT_TOLD)

    @property
    def hidden(self) -> bool:
        """Whether noise alone may well make the change of the whole."""
        return self.delta is not None and self.swing is not None and self.swing.hides(self.delta)


def why(desk: Desk, asked: WhyQuestion) -> Why:
    """Why the result moved. Raises UnknownNameError for a criterion the later year's framework lacks."""
    require(desk.actor, Deed.READ)
    node = desk.catalogue.node(asked.index_code, asked.after, asked.node_code)
    years = facts_of(desk, asked)
    value_before, value_after = years.own(asked.entity_id, asked.node_code)
    broken, code, reason = _broken(desk, asked, asked.node_code)
    rank_before = year_rank(desk, years.before, asked)
    rank_after = year_rank(desk, years.after, asked)
    ranked = rank_before.rank is not None or rank_after.rank is not None
    case = _case(desk, asked, years, (value_before, value_after), broken=broken, code=code, ranked=ranked)
    children = years.after_nodes or years.before_nodes
    told = case in (Case.PARTS, Case.CROSSWALK, Case.WHOLE_ONLY)
    delta = _difference(value_before, value_after) if told else None
    least = _swing(desk, asked, asked.node_code) if told else None
    return Why(
        case=case,
        index_code=asked.index_code,
        entity_id=asked.entity_id,
        node=node,
        before=asked.before,
        after=asked.after,
        value_before=value_before,
        value_after=value_after,
        delta=delta,
        reason=reason,
        unit=unit_of(node.unit, asked.score_kind),
        part_unit=unit_of(children[0].unit if children else node.unit, asked.score_kind),
        score_kind=asked.score_kind,
        parts=_parts(desk, asked, years, case),
        effects=_effects(desk, asked, years) if case is Case.CROSSWALK else pd.DataFrame(),
        rank_before=rank_before,
        rank_after=rank_after,
        ranks=agreeing(ranks_of(desk, asked, years), rank_before, rank_after)
        if told and case is not Case.CROSSWALK
        else None,
        sources=_sources(years, asked.entity_id),
        swing=least,
        known=_known(desk, asked),
        quiet=quiet_of(desk, asked, rank_after, score=None if least is None or delta is None else least.hides(delta)),
    )


def _known(desk: Desk, asked: WhyQuestion) -> tuple[Known, Known]:
    index, node, kind = asked.index_code, asked.node_code, asked.score_kind
    years = (asked.before, asked.after)
    before, after = (figure_known(desk, Question(index, year, node, kind), asked.entity_id) for year in years)
    return before, after


def _difference(before: float | None, after: float | None) -> float | None:
    return None if before is None or after is None else round(after - before, 9)


def _broken(desk: Desk, asked: WhyQuestion, node_code: str) -> tuple[bool, str, str]:
    """Whether the two years of a criterion are parted; the code of why, and why in words."""
    found = desk.catalogue.steps(asked.index_code, node_code, [asked.before, asked.after])
    if found.empty or not bool(found["broken"].iloc[0]):
        return False, "", ""
    return True, str(found["reason_code"].iloc[0]), break_reason(found.iloc[0])


def _case(
    desk: Desk,
    asked: WhyQuestion,
    years: Years,
    values: tuple[float | None, float | None],
    *,
    broken: bool,
    code: str,
    ranked: bool,
) -> Case:
    before, after = values
    if before is None and after is None:
        return Case.RANK_ONLY if ranked else Case.NOTHING
    if asked.before == asked.after:
        return Case.FIRST
    if before is None or after is None:
        return Case.NO_BEFORE if before is None else Case.NO_AFTER
    if broken:
        if code not in (trend.BreakReason.FRAMEWORK_CHANGED, trend.BreakReason.MAX_CHANGED):
            return Case.BROKEN
        return Case.FRAMEWORK if crosswalk(desk, asked).empty else Case.CROSSWALK
    return Case.PARTS if _adds_up(asked, years) else Case.WHOLE_ONLY


def _adds_up(asked: WhyQuestion, years: Years) -> bool:
    """Whether any part is known in both years and parts are counted in points: percentages do not add up."""
    codes = {node.code for node in years.before_nodes} & {node.code for node in years.after_nodes}
    in_points = all(unit_of(node.unit, asked.score_kind) != PERCENT for node in years.after_nodes)
    values = [years.own(asked.entity_id, code) for code in codes]
    return in_points and any(before is not None and after is not None for before, after in values)


def _parts(desk: Desk, asked: WhyQuestion, years: Years, case: Case) -> pd.DataFrame:
    if case not in (Case.PARTS, Case.BROKEN):
        return pd.DataFrame()
    codes = list(dict.fromkeys(node.code for node in (*years.after_nodes, *years.before_nodes)))
    parted = [code for code in codes if _broken(desk, asked, code)[0]]
    wanted = [asked.node_code, *codes]
    own = [_of(side, asked.entity_id, wanted) for side in (years.before, years.after)]
    table = part_changes(own[0], own[1], whole=asked.node_code, broken=parted, made=_made(desk, asked))
    if case is Case.BROKEN:
        table = table[table["line"].isin([Line.PART, *OTHERWISE_MADE])]
        # Without a change of the whole there is nothing that such a part would contribute to.
        table = table.assign(delta=table["delta"].where(table["line"] == Line.PART))
    names = {node.code: node.name for node in (*years.before_nodes, *years.after_nodes)}
    table = table.assign(name=[names.get(code, "") for code in table["node_code"]]).reset_index(drop=True)
    return with_hidden(table, lambda code: _swing(desk, asked, code))


def _swing(desk: Desk, asked: WhyQuestion, node_code: str) -> Swing | None:
    years = (asked.before, asked.after)
    return swing(desk, asked.index_code, node_code, years, asked.entity_id) if asked.score_kind == PUBLISHED else None


def _made(desk: Desk, asked: WhyQuestion) -> Composition:
    """How the parts differ between the frameworks of the two years."""
    years = [Period.parse(period).year for period in (asked.before, asked.after)]
    trees = trees_of(desk.catalogue.frameworks, asked.index_code, years)
    old, new = (trees[year] for year in years)
    return NOTHING_CHANGED if old is None or new is None else composition(old, new, asked.node_code)


def _of(scores: pd.DataFrame, entity_id: str, codes: Collection[str]) -> pd.DataFrame:
    return scores[(scores["entity_id"] == entity_id) & scores["node_code"].isin(codes)]


def crosswalk(desk: Desk, asked: WhyQuestion) -> pd.DataFrame:
    """The declared links between the frameworks of the two years, of the highest level; empty without one."""
    nodes = desk.catalogue.frameworks
    names = [trend.framework_for(nodes, asked.index_code, Period.parse(p).year) for p in (asked.before, asked.after)]
    if asked.node_code != TOTAL or None in names or names[0] == names[1]:
        return pd.DataFrame()
    where: dict[str, Sequence[object]] = {
        "index_code": [asked.index_code],
        "framework_before": [names[0]],
        "framework_after": [names[1]],
    }
    links = desk.facts(CROSSWALKS, where)
    catalogue = desk.catalogue
    trees = [
        {n.code: n.parent for n in catalogue.nodes(asked.index_code, p) if n.parent}
        for p in (asked.before, asked.after)
    ]
    return crosswalk_level(links, trees[0], trees[1])


def _effects(desk: Desk, asked: WhyQuestion, years: Years) -> pd.DataFrame:
    links = crosswalk(desk, asked)
    sides = []
    for scores, period in ((years.before, asked.before), (years.after, asked.after)):
        nodes = {node.code: node for node in desk.catalogue.nodes(asked.index_code, period)}
        own = scores[scores["entity_id"] == asked.entity_id]
        maxima = [
            nodes[code].max_score if pd.isna(printed) and code in nodes else printed
            for code, printed in zip(own["node_code"], own["max_score"], strict=True)
        ]
        sides.append(own.assign(max_score=pd.Series(maxima, index=own.index, dtype="float64")))
    table = framework_change(sides[0], sides[1], links, whole=asked.node_code)
    names = {
        node.code: node.name for p in (asked.before, asked.after) for node in desk.catalogue.nodes(asked.index_code, p)
    }
    shown = [after or before for before, after in zip(table["node_before"], table["node_after"], strict=True)]
    return table.assign(name=[names.get(code, code) if code != NOWHERE else "" for code in shown])


def _sources(years: Years, entity_id: str) -> tuple[str, ...]:
    rows = pd.concat([years.before, years.after], ignore_index=True) if len(years.before) else years.after
    return tuple(dict.fromkeys(rows.loc[rows["entity_id"] == entity_id, "source"].dropna()))
