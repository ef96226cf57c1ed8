"""Where the points are lost: the parts of an index against maximum, target, the best and the neighbours."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import numpy as np
import pandas as pd

from cchc_metrics.access import Deed, require
from cchc_metrics.errors import UnknownNameError
from cchc_metrics.labels import texts
from cchc_metrics.metrics import shortfall
from cchc_metrics.metrics.exact import Floats, covers
from cchc_metrics.model import ScoreKind, TargetKind, ValueState
from cchc_metrics.model.rows import number_of, records, text_of
from cchc_metrics.schema import SCORES, TARGETS
from cchc_metrics.services.indices.sightings import NOT_TOLD, Known, figure_known
from cchc_metrics.services.office.desk import Desk, once
from cchc_metrics.services.office.names import NodeInfo
from cchc_metrics.services.office.question import Question, where
from cchc_metrics.services.office.units import PERCENT_KIND

# Criterion -> what is known of it, by the names of columns.
_Rows = Mapping[str, Mapping[str, Any]]
_NONE: Mapping[str, Any] = MappingProxyType({})
_NOBODY = np.array([], dtype="float64")
_SHOWN = ["entity_id", "node_code", "value", "state", "max_score", "source"]
_REFERENCES = {name: dtype for name, dtype in shortfall.REFERENCE_DTYPES.items() if name != "node_code"} | {
    "median": "float64"
}


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
    own = _own(desk, asked, era, entity_id)
    group = entity.peers if peers is None else peers
    members = catalogue.members(group, era) if group or peers == "" else frozenset()
    known = _known_references(desk, asked, era, members)
    targets = _targets(desk, asked.index, asked.period).get(entity_id, {})
    aims = {} if asked.score_kind == PERCENT_KIND else targets
    parts = _measured(nodes, own, known, aims, asked.score_kind)
    held, told = _sorted(desk, asked, era), zip(parts["node_code"].tolist(), parts["value"], parts["best"], strict=True)
    ranks = [_rank(held.get(code, _NOBODY), number_of(value), number_of(best)) for code, value, best in told]
    parts = parts.assign(rank=pd.array(ranks, dtype="Int64"))
    without = {code for code, there in zip(parts["node_code"], parts["value"].notna(), strict=True) if not there}
    return Gaps(
        index_code=asked.index,
        period_id=asked.period,
        entity_id=entity_id,
        parent=root,
        peer_group=group,
        parts=parts,
        whole=_measured([root], own, known, aims, asked.score_kind).iloc[0],
        total=shortfall.totals(parts).iloc[0],
        missing_parts=tuple(n for n in nodes if n.code in without),
        sources=tuple(dict.fromkeys(row["source"] for row in own.values() if text_of(row["source"]))),
        population=len(base),
        peer_count=len(members),
        score_kind=asked.score_kind,
        known=figure_known(desk, asked, entity_id),
    )


def _measured(
    nodes: Sequence[NodeInfo], own: _Rows, known: _Rows, targets: Mapping[str, float], score_kind: str
) -> pd.DataFrame:
    codes = [node.code for node in nodes]
    columns: dict[str, list[Any]] = {
        "node_code": codes,
        "name": [node.name for node in nodes],
        "value": [own.get(code, _NONE).get("value") for code in codes],
        "state": [own.get(code, _NONE).get("state", ValueState.MISSING.value) for code in codes],
        "max_score": [_maximum(own, node, score_kind) for node in nodes],
        "target": [targets.get(code) for code in codes],
        **{name: [known.get(code, _NONE).get(name) for code in codes] for name in _REFERENCES},
    }
    dtypes: dict[str, Any] = {"node_code": "str", "name": "str", "state": "str", **_REFERENCES}
    return shortfall.shortfalls(
        pd.DataFrame({name: pd.array(held, dtype=dtypes.get(name, "float64")) for name, held in columns.items()})
    )


def _codes(desk: Desk, asked: Question) -> list[str]:
    """The criterion and its direct parts."""
    return [asked.node, *(node.code for node in desk.catalogue.children(asked.index, asked.period, asked.node))]


@once
def _of_base(desk: Desk, asked: Question, era: str) -> pd.DataFrame:
    """The scores of the criterion and its parts of all provinces of a base."""
    base = sorted(desk.catalogue.members("", era))
    return desk.facts(SCORES, asked.where(node_code=_codes(desk, asked), entity_id=base))


@once
def _by_entity(desk: Desk, asked: Question, era: str) -> Mapping[str, _Rows]:
    """The same: entity -> criterion -> its row."""
    found: dict[str, dict[str, Mapping[str, Any]]] = {}
    for row in records(_of_base(desk, asked, era)[_SHOWN]):
        found.setdefault(row["entity_id"], {})[row["node_code"]] = row
    return found


@once
def printed_parts(desk: Desk, index_code: str, period_id: str) -> Mapping[str, Sequence[Mapping[str, Any]]]:
    """Entity -> what was printed of the direct parts of the whole: rows of node_code, score_kind (points, percentages),
    value, published_rank, rank_out_of. Of what provinces are held against; no unit below them."""
    which = where(
        index_code=index_code,
        period_id=period_id,
        entity_id=list(desk.catalogue.compared()),
        node_code=[node.code for node in desk.catalogue.children(index_code, period_id)],
        score_kind=[ScoreKind.PUBLISHED, PERCENT_KIND],
    )
    found: dict[str, list[Mapping[str, Any]]] = {}
    shown = ("entity_id", "node_code", "score_kind", "value", "published_rank", "rank_out_of")
    for row in records(desk.facts(SCORES, which, columns=shown)):
        found.setdefault(row["entity_id"], []).append(row)
    return found


def _own(desk: Desk, asked: Question, era: str, entity_id: str) -> _Rows:
    """Criterion -> the row of an entity, which may stand on no base."""
    if entity_id in desk.catalogue.members("", era):
        return _by_entity(desk, asked, era).get(entity_id, {})
    which = asked.where(node_code=_codes(desk, asked), entity_id=entity_id)
    return {row["node_code"]: row for row in records(desk.facts(SCORES, which)[_SHOWN])}


@once
def _sorted(desk: Desk, asked: Question, era: str) -> Mapping[str, Floats]:
    """Criterion -> the values of all provinces of a base, ascending."""
    scores = _of_base(desk, asked, era)
    codes, values = scores["node_code"].to_numpy(dtype=object), scores["value"].to_numpy(dtype="float64")
    there = ~np.isnan(values)
    return {str(code): np.sort(values[there & (codes == code)]) for code in set(codes)}


@once
def _known_references(desk: Desk, asked: Question, era: str, members: frozenset[str]) -> _Rows:
    """Criterion -> best and peer mean (``_REFERENCES``), each only where it is known: the same for each province of a
    base.

    Among a few published provinces the highest is not the country's best, unless its publisher ranked it first.
    """
    share = desk.office.settings.rank_coverage
    base, scores = desk.catalogue.members("", era), _of_base(desk, asked, era)
    leaders: dict[str, list[Mapping[str, Any]]] = {}
    for row in records(scores[(scores["published_rank"] == 1) & scores["value"].notna()]):
        leaders.setdefault(row["node_code"], []).append(row)
    values, found = _sorted(desk, asked, era), {}
    for row in records(shortfall.reference_values(scores, set(members))):
        code, first = row["node_code"], leaders.get(row["node_code"], ())
        told: dict[str, Any] = {"median": float(np.median(values[code])) if len(values[code]) else None}
        if not covers(row["n_scored"], len(base), share):
            told["median"], told["best"] = None, max((float(one["value"]) for one in first), default=None)
            told["best_entity_id"] = tuple(one["entity_id"] for one in first) or None
        if not covers(row["n"], len(members), share):
            told["peer_mean"] = None
        found[code] = row | told
    return found


def _rank(values: Floats, own: float | None, best: float | None) -> int | None:
    """1 and as many as have more than the entity in a part; None where it has nothing or the best is not known."""
    return None if own is None or best is None else 1 + len(values) - int(np.searchsorted(values, own, side="right"))


def _maximum(own: _Rows, node: NodeInfo, score_kind: str) -> float | None:
    """The maximum printed beside the score, else the framework's; a percentage has 100."""
    if score_kind == PERCENT_KIND:
        return 100.0
    printed = number_of(own.get(node.code, _NONE).get("max_score"))
    return node.max_score if printed is None else printed


@once
def _targets(desk: Desk, index_code: str, period_id: str) -> Mapping[str, Mapping[str, float]]:
    """Entity -> criterion -> the target in the unit of the criterion; there is none of a percentage."""
    which = where(index_code=index_code, period_id=period_id, target_kind=TargetKind.VALUE)
    found: dict[str, dict[str, float]] = {}
    for row in records(desk.facts(TARGETS, which)[["entity_id", "node_code", "value"]]):
        found.setdefault(row["entity_id"], {})[row["node_code"]] = row["value"]
    return found
