"""What a question about a change is asked of: two index years of one criterion and its parts."""

from dataclasses import dataclass

import pandas as pd

from cchc_metrics.model import ScoreKind, ValueState
from cchc_metrics.schema import SCORES, TOTAL
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.names import NodeInfo
from cchc_metrics.services.office.question import where


@dataclass(frozen=True, slots=True)
class WhyQuestion:
    """One question: the change of a criterion of an entity from one index year to another.

    starred: parts, by code, that the picture marks.
    """

    index_code: str
    entity_id: str
    before: str
    after: str
    node_code: str = TOTAL
    score_kind: str = ScoreKind.PUBLISHED
    starred: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Years:
    """Facts of both years for the base's provinces: rows of SCORES, of the criterion and of its parts in each."""

    before: pd.DataFrame
    after: pd.DataFrame
    before_nodes: tuple[NodeInfo, ...]
    after_nodes: tuple[NodeInfo, ...]

    def own(self, entity_id: str, code: str) -> tuple[float | None, float | None]:
        """The values of one node of one entity."""
        return value_of(self.before, entity_id, code), value_of(self.after, entity_id, code)


def facts_of(desk: Desk, asked: WhyQuestion) -> Years:
    """The scores of both years on the base of the entity, and the criterion's parts in each year's framework."""
    catalogue = desk.catalogue
    olds = catalogue.children(asked.index_code, asked.before, asked.node_code)
    news = catalogue.children(asked.index_code, asked.after, asked.node_code)
    era = catalogue.entity(asked.entity_id).era or catalogue.era_of(asked.after, asked.index_code)
    base = catalogue.members("", era) | {asked.entity_id}
    which = where(index_code=asked.index_code, period_id=[asked.before, asked.after], score_kind=asked.score_kind)
    scores = desk.facts(SCORES, {**which, "entity_id": sorted(base)})
    before, after = (scores[scores["period_id"] == period] for period in (asked.before, asked.after))
    return Years(before, after, olds, news)


def value_of(scores: pd.DataFrame, entity_id: str, code: str) -> float | None:
    """The value of one node of one entity, None where it is exempt, missing or not there."""
    own = scores[(scores["entity_id"] == entity_id) & (scores["node_code"] == code)]
    if own.empty or own["state"].iloc[0] != ValueState.VALUE or pd.isna(own["value"].iloc[0]):
        return None
    return float(own["value"].iloc[0])
