"""What the page Nguồn gốc can be asked for: any figure that is held, of a province, a region or the country."""

from collections.abc import Mapping
from dataclasses import dataclass

from cchc_metrics.access import Deed, require
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import named
from cchc_metrics.model import Period
from cchc_metrics.schema import SCORE_KINDS, SCORES
from cchc_metrics.services.indices.choices import PeriodChoices, part_choices, period_choices
from cchc_metrics.services.indices.explore import entity_choices
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.question import Question, where


@dataclass(frozen=True, slots=True)
class FigureChoices:
    """Of one index and period: criterion -> label in reading order, criterion -> its score kinds (code -> label),
    entity -> name, and the entity asked for unless another is chosen."""

    nodes: Mapping[str, str]
    kinds: Mapping[str, Mapping[str, str]]
    entities: Mapping[str, str]
    usual_entity: str


def figure_periods(desk: Desk, index_code: str) -> PeriodChoices:
    """Periods in which anybody holds a score of this index, newest first; the usual one has one of ours."""
    require(desk.actor, Deed.READ_ALL)
    held = set(desk.distinct(SCORES, ("period_id",), where(index_code=index_code))["period_id"])
    ordered = sorted(held, key=Period.parse, reverse=True)
    usual = period_choices(desk, index_code).usual
    return PeriodChoices({period: fmt.period(period) for period in ordered}, usual or next(iter(ordered), ""))


def figure_choices(desk: Desk, asked: Question) -> FigureChoices:
    """What anybody holds of the index in the period; the provinces of the base are all offered."""
    index_code, period_id = asked.index, asked.period
    provinces = part_choices(desk, asked)
    which = where(index_code=index_code, period_id=period_id)
    pairs = desk.distinct(SCORES, ("node_code", "score_kind"), which)
    entities = desk.distinct(SCORES, ("entity_id",), which)["entity_id"]
    codes = pairs.groupby("node_code")["score_kind"].agg(set).to_dict()
    tree = [node for node in desk.catalogue.nodes(index_code, period_id) if node.code in codes]
    others = [str(entity) for entity in entities if entity not in provinces.provinces]
    return FigureChoices(
        nodes={node.code: node.label for node in tree},
        kinds={
            node.code: {code: named(label) for label, code in SCORE_KINDS.items() if code in codes[node.code]}
            for node in tree
        },
        entities={**provinces.provinces, **entity_choices(desk.catalogue, others)},
        usual_entity=provinces.usual_province,
    )
