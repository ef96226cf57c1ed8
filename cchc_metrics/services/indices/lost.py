"""Where the points are: lost points of the parts or of the last level, with the unit in charge of each."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from cchc_metrics.access import Deed, require
from cchc_metrics.metrics import lost_points, shortfall, trend
from cchc_metrics.metrics.exact import scored, unscaled
from cchc_metrics.model import Period, PeriodClass, ScoreKind, TargetKind, ValueState, scaled
from cchc_metrics.model.rows import number_of
from cchc_metrics.schema import RESPONSIBLE, SCORES, TARGETS, TOTAL
from cchc_metrics.services.indices.sightings import Known, figure_known
from cchc_metrics.services.indices.standing import break_reason
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.names import NodeInfo
from cchc_metrics.services.office.question import Question, where
from cchc_metrics.services.office.units import PERCENT, unit_of


@dataclass(frozen=True, slots=True)
class LostFilters:
    """What the visitor asks to see. leaves: the last level below ``parent``, not the next one.

    peers: entity ids to compare with; peer_name: what they are called together · starred: parts, by code, that pictures
    mark.
    """

    index: str
    period: str
    entity: str
    parent: str = TOTAL
    leaves: bool = False
    score_kind: str = ScoreKind.PUBLISHED
    against: str = "toi-da"
    peers: tuple[str, ...] = ()
    peer_name: str = ""
    starred: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lost:
    """Lost points of one criterion's parts for one entity and period.

    parts: one row per part, most lost first – key (node code), name, label, value, state, max_score, lost_points,
    share, cumulative (NaN where not all is known), unit ("" where nobody is in charge), unit_of_score.
    rest: max − score of the whole less Σ lost points of the parts, None while either is unknown; not zero where parts
    of the framework are not known, or by the rounding of the source. no_value, no_max: labels of such parts.
    value_known: how the value of the whole is known.
    """

    filters: LostFilters
    parent: NodeInfo
    parts: pd.DataFrame
    value: float | None
    maximum: float | None
    lost: float | None
    parts_lost: float | None
    rest: float | None
    no_value: tuple[str, ...]
    no_max: tuple[str, ...]
    unit: str
    part_unit: str
    sources: tuple[str, ...]
    value_known: Known

    @property
    def known(self) -> pd.DataFrame:
        """The parts whose lost points are known."""
        return self.parts[self.parts["lost_points"].notna()]

    @property
    def closes(self) -> bool:
        """Whether the parts' lost points make up the whole's, to the rounding of the source."""
        return self.rest is not None and abs(self.rest) < ROUNDING


# PAPI's printed sub-scores differ from the printed whole by at most 7 × 10⁻⁴ (docs/methodology.md).
ROUNDING = 0.001


def lost(desk: Desk, filters: LostFilters) -> Lost:
    """Lost points of the parts. Raises UnknownNameError for a criterion the year's framework lacks."""
    require(desk.actor, Deed.READ)
    parent = desk.catalogue.node(filters.index, filters.period, filters.parent)
    nodes = parts_of(desk, filters)
    own = own_scores(desk, filters)
    table = _measured(own, nodes, filters.score_kind)
    units = units_of(desk, filters)
    table = lost_points.pareto(table.assign(unit=[units.get(code, "") for code in table["key"]]))
    whole = _measured(own, [parent], filters.score_kind).iloc[0]
    total = shortfall.totals(table).iloc[0]
    ends = scaled(pd.Series([number_of(row["lost_points"]) for row in (total, whole)], dtype="float64"))
    difference = unscaled(ends.diff().iloc[1:])
    return Lost(
        filters=filters,
        parent=parent,
        parts=table,
        value=number_of(whole["value"]),
        maximum=number_of(whole["max_score"]),
        lost=number_of(whole["lost_points"]),
        parts_lost=number_of(total["lost_points"]),
        rest=number_of(difference.iloc[0]),
        no_value=tuple(table.loc[table["value"].isna() & (table["state"] != ValueState.EXEMPT), "label"]),
        no_max=tuple(table.loc[table["max_score"].isna(), "label"]),
        unit=unit_of(parent.unit, filters.score_kind),
        part_unit=unit_of(nodes[0].unit, filters.score_kind) if nodes else unit_of(parent.unit, filters.score_kind),
        sources=tuple(dict.fromkeys(own["source"].dropna())),
        value_known=figure_known(
            desk, Question(filters.index, filters.period, filters.parent, filters.score_kind), filters.entity
        ),
    )


def parts_of(desk: Desk, filters: LostFilters) -> Sequence[NodeInfo]:
    """The direct parts of the criterion, or everything below it that has nothing below it."""
    nodes = desk.catalogue.nodes(filters.index, filters.period)
    children = desk.catalogue.children(filters.index, filters.period, filters.parent)
    if not filters.leaves:
        return children
    frame = trend.leaves_of(desk.catalogue.frameworks, filters.index, Period.parse(filters.period).year, filters.parent)
    codes = set(frame["node_code"]) - {filters.parent}
    return [node for node in nodes if node.code in codes]


def own_scores(desk: Desk, filters: LostFilters) -> pd.DataFrame:
    """The entity's scores of that period and kind, one row per node."""
    which = where(
        index_code=filters.index, period_id=filters.period, entity_id=filters.entity, score_kind=filters.score_kind
    )
    return desk.facts(SCORES, which)


def _measured(own: pd.DataFrame, nodes: Sequence[NodeInfo], score_kind: str) -> pd.DataFrame:
    rows = own.set_index("node_code")
    maxima = [_maximum(rows, node) for node in nodes]
    table = pd.DataFrame(
        {
            "key": pd.Series([node.code for node in nodes], dtype="str"),
            "name": pd.Series([node.name for node in nodes], dtype="str"),
            "label": pd.Series([node.label for node in nodes], dtype="str"),
            "value": pd.Series([rows["value"].get(node.code) for node in nodes], dtype="float64"),
            "state": pd.Series([rows["state"].get(node.code, ValueState.MISSING.value) for node in nodes], dtype="str"),
            "max_score": pd.Series(maxima, dtype="float64"),
            "unit_of_score": pd.Series([unit_of(node.unit, score_kind) for node in nodes], dtype="str"),
        }
    )
    return table.assign(lost_points=unscaled(scaled(table["max_score"]) - scored(table)))


def _maximum(rows: pd.DataFrame, node: NodeInfo) -> float | None:
    """The maximum printed beside the score, else the framework's, else 100 of a percentage."""
    printed = rows["max_score"].get(node.code)
    if printed is not None and not pd.isna(printed):
        return float(printed)
    return 100.0 if node.max_score is None and node.unit == PERCENT else node.max_score


def units_of(desk: Desk, filters: LostFilters) -> dict[str, str]:
    """Node -> the unit in charge in that year; a part inherits its parent's."""
    units = desk.facts(RESPONSIBLE, where(index_code=filters.index))
    parents = {node.code: node.parent for node in desk.catalogue.nodes(filters.index, filters.period)}
    return lost_points.responsible(parents, units, Period.parse(filters.period).year)


def kinds_side_by_side(desk: Desk, filters: LostFilters) -> pd.DataFrame:
    """«Chênh lệch tự chấm – thẩm định» per part: the result of ``kind_gaps`` with label and max_score."""
    nodes = {node.code: node for node in parts_of(desk, filters)}
    which = where(
        index_code=filters.index,
        period_id=filters.period,
        entity_id=filters.entity,
        node_code=list(nodes),
        score_kind=[ScoreKind.SELF, ScoreKind.APPRAISED, ScoreKind.SURVEY, ScoreKind.PUBLISHED],
    )
    gaps = lost_points.kind_gaps(desk.facts(SCORES, which))
    codes = gaps["node_code"].tolist()
    return gaps.assign(
        label=pd.Series([nodes[code].label for code in codes], dtype="str"),
        max_score=pd.Series([nodes[code].max_score for code in codes], dtype="float64"),
    )


def against_peers(desk: Desk, filters: LostFilters) -> pd.DataFrame:
    """The result of ``metrics.lost_points.against_peers`` with label, for the parts and the whole."""
    nodes = {node.code: node for node in parts_of(desk, filters)}
    which = where(
        index_code=filters.index,
        period_id=filters.period,
        node_code=list(nodes),
        entity_id=[filters.entity, *filters.peers],
        score_kind=filters.score_kind,
    )
    table = lost_points.against_peers(desk.facts(SCORES, which), filters.entity, filters.peers)
    return table.assign(label=pd.Series([nodes[code].label for code in table["node_code"]], dtype="str"))


def part_targets(desk: Desk, filters: LostFilters) -> dict[str, float]:
    """Node -> target in points set for the entity and period."""
    which = where(
        index_code=filters.index, period_id=filters.period, entity_id=filters.entity, target_kind=TargetKind.VALUE
    )
    found = desk.facts(TARGETS, which)
    return {str(code): float(value) for code, value in zip(found["node_code"], found["value"], strict=True)}


@dataclass(frozen=True, slots=True)
class Groups:
    """Quartile groups by part and year. grid: ``quartile_grid``; breaks: (node, before, after, reason)."""

    grid: pd.DataFrame
    rows: tuple[tuple[str, str], ...]
    years: tuple[str, ...]
    breaks: tuple[tuple[str, str, str, str], ...]


def groups(desk: Desk, filters: LostFilters) -> Groups:
    """The whole and its parts over all index years, on the base of the entity."""
    catalogue = desk.catalogue
    nodes = [catalogue.node(filters.index, filters.period, filters.parent), *parts_of(desk, filters)]
    base = catalogue.members("", catalogue.entity(filters.entity).era)
    which = where(index_code=filters.index, node_code=[n.code for n in nodes], score_kind=filters.score_kind)
    scores = desk.facts(SCORES, which)
    yearly = [Period.parse(period).period_class is PeriodClass.INDEX_YEAR for period in scores["period_id"]]
    scores = scores[pd.Series(yearly, index=scores.index, dtype=bool) & scores["entity_id"].isin(base)]
    share = desk.office.settings.rank_coverage
    grid = lost_points.quartile_grid(scores, filters.entity, population=len(base), coverage=share)
    years = tuple(sorted(set(grid["period_id"])))
    return Groups(grid, tuple((n.code, n.label) for n in nodes), years, _breaks(desk, filters.index, nodes, grid))


def _breaks(
    desk: Desk, index: str, nodes: Sequence[NodeInfo], grid: pd.DataFrame
) -> tuple[tuple[str, str, str, str], ...]:
    found = []
    for node in nodes:
        years = sorted(grid.loc[grid["node_code"] == node.code, "period_id"])
        steps = desk.catalogue.steps(index, node.code, years)
        for _, row in steps[steps["broken"]].iterrows():
            found.append((node.code, str(row["period_before"]), str(row["period_after"]), break_reason(row)))
    return tuple(found)
