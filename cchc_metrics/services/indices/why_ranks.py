"""How a rank moved between two index years: printed or computed, through us and through others, or inside the noise."""

from dataclasses import dataclass

import pandas as pd

from cchc_metrics.metrics.exact import covers
from cchc_metrics.metrics.rank_effects import RankEffects, rank_effects
from cchc_metrics.model import ValueState
from cchc_metrics.model.rows import whole_of
from cchc_metrics.services.indices.panel import PUBLISHED
from cchc_metrics.services.indices.places import NOT_QUIET, Quiet, quiet_rank
from cchc_metrics.services.indices.why_facts import WhyQuestion, Years, value_of
from cchc_metrics.services.office.desk import Desk


@dataclass(frozen=True, slots=True)
class YearRank:
    """A rank as it stands in one year: published, or computed here among ``n`` with a value; None where withheld."""

    rank: int | None
    n: int | None
    published: bool = False


def year_rank(desk: Desk, scores: pd.DataFrame, asked: WhyQuestion) -> YearRank:
    """The publisher's rank where one is printed, else the computed one where enough of the base have a value."""
    rows = scores[scores["node_code"] == asked.node_code]
    own = rows[rows["entity_id"] == asked.entity_id]
    if own.empty:
        return YearRank(None, None)
    printed = own["published_rank"].iloc[0]
    if not pd.isna(printed):
        of = own["rank_out_of"].iloc[0]
        return YearRank(int(printed), whole_of(of), published=True)
    field = _field(desk, rows, asked.entity_id)
    value = value_of(rows, asked.entity_id, asked.node_code)
    found = None if field is None or value is None else rank_effects(field, field, asked.entity_id)
    return YearRank(None, None) if found is None else YearRank(found.rank_after, found.n_after)


def _field(desk: Desk, rows: pd.DataFrame, entity_id: str) -> pd.DataFrame | None:
    """The provinces of the entity's base on one criterion and year; None where too few of them have a value."""
    base = desk.catalogue.members("", desk.catalogue.entity(entity_id).era)
    field = rows[rows["entity_id"].isin(base)]
    valued = int((field["value"].notna() & (field["state"] == ValueState.VALUE)).sum())
    return field if covers(valued, len(base), desk.office.settings.rank_coverage) else None


def ranks_of(desk: Desk, asked: WhyQuestion, years: Years) -> RankEffects | None:
    fields = [
        _field(desk, scores[scores["node_code"] == asked.node_code], asked.entity_id)
        for scores in (years.before, years.after)
    ]
    if fields[0] is None or fields[1] is None:
        return None
    return rank_effects(fields[0], fields[1], asked.entity_id)


def agreeing(found: RankEffects | None, before: YearRank, after: YearRank) -> RankEffects | None:
    """None where a publisher ranked otherwise than its scores do: the effects would not add up to the ranks shown."""
    shown = (before.rank, after.rank)
    return found if found is not None and (found.rank_before, found.rank_after) == shown else None


def quiet_of(desk: Desk, asked: WhyQuestion, after: YearRank, *, score: bool | None) -> Quiet:
    """score: whether the score's own change may be noise, None where nobody can tell."""
    if asked.score_kind != PUBLISHED or after.rank is None:
        return NOT_QUIET
    years = (asked.before, asked.after)
    return quiet_rank(desk, asked.index_code, asked.node_code, years, asked.entity_id, rank=after.rank, score=score)
