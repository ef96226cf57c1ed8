"""Where the points are lost: the parts of an index against maximum, target, the best and the neighbours."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from cchc_metrics.access import Deed, require
from cchc_metrics.errors import UnknownNameError
from cchc_metrics.labels import texts
from cchc_metrics.metrics import shortfall
from cchc_metrics.metrics.exact import covers
from cchc_metrics.model import ScoreKind, TargetKind, ValueState
from cchc_metrics.schema import SCORES, TARGETS
from cchc_metrics.services.indices.sightings import NOT_TOLD, Known, figure_known
from cchc_metrics.services.office.desk import Desk, once
from cchc_metrics.services.office.names import NodeInfo
from cchc_metrics.services.office.question import Question, where
from cchc_metrics.services.office.units import PERCENT_KIND


@dataclass(frozen=True, slots=True)
class Gaps:
    """The parts of one criterion for one entity and period.

    parts: one row per direct part – node_code, name, value, state, max_score, target, best, best_entity_id (a tuple:
    ties), median and n_scored (of the provinces with a value), peer_mean, n (peers with a value), lost_points,
    to_target, to_best, to_peer_mean, share_of_lost, rank (among the provinces of the base, missing where too few have
    a value); largest loss first, parts without a value last. best and median are missing where too few
    provinces have a value to know it and none was published as first; peer_mean where too few peers have one.
    whole: the same columns for the criterion itself, so that the parts can be held against it.
    total: value, max_score, lost_points (each missing unless every counted part has it), counted, exempt, missing.
    missing_parts: parts without a value. population: provinces of the base. peer_count: members of the peer group.
    known: how the figure of the criterion itself is known.
    """

    index_code: str
    period_id: str
    entity_id: str
    parent: NodeInfo
    peer_group: str
    parts: pd.DataFrame
    whole: pd.Series
    total: pd.Series
    missing_parts: tuple[NodeInfo, ...]
    sources: tuple[str, ...]
    population: int
    peer_count: int
    score_kind: str = ScoreKind.PUBLISHED
    known: Known = NOT_TOLD

    @property
    def question(self) -> Question:
        """What was asked, the criterion being the parent."""
        return Question(self.index_code, self.period_id, self.parent.code, self.score_kind)


def gaps(desk: Desk, asked: Question, entity_id: str, *, peers: str | None = None) -> Gaps:
    """Shortfalls and lost points of an entity, part by part.

    Raises UnknownNameError for a criterion the year's framework lacks.

    peers: the region or peer group whose mean is the yardstick, "" for the whole country; by default the entity's
    own. The mean is over all members with a value, the entity included.
    """
    found = against_all(desk, asked, entity_id, peers=peers)
    if found.parts.empty:
        raise UnknownNameError(
            texts().services.no_parts.format(index=asked.index, node=found.parent.label, period=asked.period)
        )
    return found


@once
def against_all(desk: Desk, asked: Question, entity_id: str, *, peers: str | None = None) -> Gaps:
    """As ``gaps``, but a criterion whose parts nobody knows is measured too: ``parts`` is empty, ``whole`` is not."""
    require(desk.actor, Deed.READ)
    catalogue = desk.catalogue
    entity = catalogue.entity(entity_id)
    root = catalogue.node(asked.index, asked.period, asked.node)
    nodes = catalogue.children(asked.index, asked.period, asked.node)
    era = entity.era or catalogue.era_of(asked.period, asked.index)
    base = catalogue.members("", era)
    scores = _of_base(desk, asked, era)
    which = asked.where(node_code=_codes(desk, asked), entity_id=entity_id)
    own = scores if entity_id in base else desk.facts(SCORES, which)
    own = own[own["entity_id"] == entity_id].set_index("node_code")
    group = entity.peers if peers is None else peers
    members = catalogue.members(group, era) if group or peers == "" else frozenset()
    known = _known_references(desk, asked, era, members)
    targets = _targets(desk, asked, entity_id)
    ranks = _ranks(scores, own, known)
    parts = _measured(nodes, own, known, targets, asked.score_kind)
    parts = parts.assign(rank=parts["node_code"].map(ranks).astype("Int64"))
    return Gaps(
        index_code=asked.index,
        period_id=asked.period,
        entity_id=entity_id,
        parent=root,
        peer_group=group,
        parts=parts,
        whole=_measured([root], own, known, targets, asked.score_kind).iloc[0],
        total=shortfall.totals(parts).iloc[0],
        missing_parts=tuple(n for n in nodes if n.code in set(parts.loc[parts["value"].isna(), "node_code"])),
        sources=tuple(dict.fromkeys(own["source"].dropna())),
        population=len(base),
        peer_count=len(members),
        score_kind=asked.score_kind,
        known=figure_known(desk, asked, entity_id),
    )


def _measured(
    nodes: Sequence[NodeInfo], own: pd.DataFrame, known: pd.DataFrame, targets: pd.DataFrame, score_kind: str
) -> pd.DataFrame:
    codes = [node.code for node in nodes]
    parts = pd.DataFrame(
        {
            "node_code": pd.Series(codes, dtype="str"),
            "name": pd.Series([node.name for node in nodes], dtype="str"),
            "value": pd.Series([own["value"].get(code) for code in codes], dtype="float64"),
            "state": pd.Series([own["state"].get(code, ValueState.MISSING.value) for code in codes], dtype="str"),
            "max_score": pd.Series([_maximum(own, node, score_kind) for node in nodes], dtype="float64"),
        }
    )
    parts = parts.merge(targets, on="node_code", how="left").merge(known, on="node_code", how="left")
    return shortfall.shortfalls(parts)


def _codes(desk: Desk, asked: Question) -> list[str]:
    """The criterion and its direct parts."""
    return [asked.node, *(node.code for node in desk.catalogue.children(asked.index, asked.period, asked.node))]


@once
def _of_base(desk: Desk, asked: Question, era: str) -> pd.DataFrame:
    """The scores of the criterion and its parts of all provinces of a base."""
    base = sorted(desk.catalogue.members("", era))
    return desk.facts(SCORES, asked.where(node_code=_codes(desk, asked), entity_id=base))


@once
def _known_references(desk: Desk, asked: Question, era: str, members: frozenset[str]) -> pd.DataFrame:
    """Best and peer mean per node, each only where it is known: the same for each province of a base.

    Among a few published provinces the highest is not the country's best, unless its publisher ranked it first.
    """
    share = desk.office.settings.rank_coverage
    base, scores = desk.catalogue.members("", era), _of_base(desk, asked, era)
    found = shortfall.reference_values(scores, set(members))
    first = scores[(scores["published_rank"] == 1) & scores["value"].notna()]
    leaders = dict(list(first.groupby("node_code")))
    whole_known = pd.Series([covers(n, len(base), share) for n in found["n_scored"]], dtype=bool)
    peers_known = pd.Series([covers(n, len(members), share) for n in found["n"]], dtype=bool)
    best = found["best"].where(whole_known)
    names = found["best_entity_id"].where(whole_known, None)
    for place, code in enumerate(found["node_code"]):
        if not whole_known.iloc[place] and code in leaders:
            best.iloc[place] = leaders[code]["value"].max()
            names.iloc[place] = tuple(leaders[code]["entity_id"])
    middles = found["node_code"].map(scores.groupby("node_code")["value"].median()).astype("float64").where(whole_known)
    means = found["peer_mean"].where(peers_known)
    return found.assign(best=best, best_entity_id=names, median=middles, peer_mean=means)


def _ranks(scores: pd.DataFrame, own: pd.DataFrame, known: pd.DataFrame) -> dict[str, int]:
    """Node -> 1 and as many as have more than the entity; only of nodes whose best is known."""
    told = set(known.loc[known["best"].notna(), "node_code"])
    values = own["value"].dropna()
    above = scores[scores["node_code"].isin(told & set(values.index))]
    more = above[above["value"] > above["node_code"].map(values).astype("float64")].groupby("node_code").size()
    return {str(code): 1 + int(more.get(code, 0)) for code in told & set(values.index)}


def _maximum(own: pd.DataFrame, node: NodeInfo, score_kind: str) -> float | None:
    """The maximum printed beside the score, else the framework's; a percentage has 100."""
    if score_kind == PERCENT_KIND:
        return 100.0
    printed = own["max_score"].get(node.code)
    return float(printed) if printed is not None and not pd.isna(printed) else node.max_score


def _targets(desk: Desk, asked: Question, entity_id: str) -> pd.DataFrame:
    """Targets by node; none beside a percentage, for targets are set in the unit of the criterion."""
    which = where(index_code=asked.index, period_id=asked.period, entity_id=entity_id, target_kind=TargetKind.VALUE)
    found = desk.facts(TARGETS, which)
    found = found[["node_code", "value"]].rename(columns={"value": "target"})
    return found.assign(target=np.nan) if asked.score_kind == PERCENT_KIND else found
