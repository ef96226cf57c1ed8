"""What the page Khoảng cách offers: provinces, criteria, and what a result can be held against."""

from collections.abc import Mapping
from dataclasses import dataclass

from cchc_metrics.labels import named, texts
from cchc_metrics.model import TargetKind
from cchc_metrics.schema import TARGETS, TOTAL
from cchc_metrics.services.indices.gaps import against_all
from cchc_metrics.services.indices.yardsticks import BEST, MAXIMUM, MEAN, TARGET
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.question import Question, where

_REACHED = (BEST.code, MEAN.code)


@dataclass(frozen=True, slots=True)
class GapChoices:
    """What a period of an index offers: code -> label in reading order."""

    entities: Mapping[str, str]
    parents: Mapping[str, str]
    kinds: Mapping[str, str]
    usual_entity: str


@dataclass(frozen=True, slots=True)
class EntityChoices:
    """What an entity can be held against in a period; a target comes first where one is set."""

    yardsticks: Mapping[str, str]
    groups: Mapping[str, str]
    usual_yardstick: str


def choices(desk: Desk, asked: Question) -> GapChoices:
    """What an index in a period offers: provinces of the period's base, and criteria that have parts."""
    catalogue = desk.catalogue
    index, period = asked.index, asked.period
    era = catalogue.era_of(period, index)
    nodes = catalogue.nodes(index, period)
    parents = {node.parent for node in nodes if node.parent}
    entities = {entity.id: entity.name for entity in catalogue.provinces(era)}
    if catalogue.home not in entities and catalogue.name_of(catalogue.home) != catalogue.home:
        entities[catalogue.home] = catalogue.name_of(catalogue.home)
    return GapChoices(
        entities=entities,
        parents={node.code: node.label for node in nodes if node.code in parents or node.code == TOTAL},
        kinds=catalogue.score_kinds(index),
        usual_entity=catalogue.ours_in(era),
    )


def entity_choices(desk: Desk, place: tuple[str, str, str]) -> EntityChoices:
    """What (index, period, entity) can be held against."""
    index, period, entity_id = place
    t, entity = texts().gap, desk.catalogue.entity(place[2])
    which = where(index_code=index, period_id=period, entity_id=entity_id, target_kind=TargetKind.VALUE)
    # A target of the total alone gives no picture of the parts: the page then opens against the maximum.
    has_target = bool((desk.facts(TARGETS, which)["node_code"] != TOTAL).any())
    names = {
        MAXIMUM.code: t.against_max,
        BEST.code: t.against_best,
        MEAN.code: t.against_mean,
        TARGET.code: t.against_target,
    }
    # What others reach says more than the maximum, from which nearly all are far in the same parts.
    first = (TARGET.code,) if has_target else ()
    last = () if has_target else (TARGET.code,)
    order = (*first, *_REACHED, MAXIMUM.code, *last)
    if not _best_is_known(desk, place):
        order = (*first, MAXIMUM.code, *_REACHED, *last)
    groups = {name: named(name) for name in (entity.peer_group, entity.region) if name}
    return EntityChoices({code: names[code] for code in order}, groups | {"": texts().common.nation}, order[0])


def _best_is_known(desk: Desk, place: tuple[str, str, str]) -> bool:
    index, period, entity = place
    found = against_all(desk, Question(index, period), entity)
    rows = found.parts if found.parts["value"].notna().any() else found.whole.to_frame().T
    return bool(rows["to_best"].notna().any())
