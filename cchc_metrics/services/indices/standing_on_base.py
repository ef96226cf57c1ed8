"""The base on which a ranking is read: as published, or the estimates of 34 provinces in the same shape."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from cchc_metrics.labels import texts
from cchc_metrics.labels.format import listed, sort_key
from cchc_metrics.metrics.lineage import Method
from cchc_metrics.metrics.ranking import RankSource
from cchc_metrics.model.rows import records
from cchc_metrics.services.indices.country import bases
from cchc_metrics.services.indices.lineage import AFTER, ProForma, Way, lacking, pro_forma_standing, short_name, way_of
from cchc_metrics.services.indices.standing import Standing, standing
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.question import Question


@dataclass(frozen=True, slots=True)
class BaseChoices:
    """bases: code -> label, the period's own first. Of the base of 34 before the merger: the ways to estimate, peer
    groups, provinces (ours first) and the one that stands for us."""

    bases: Mapping[str, str]
    ways: Mapping[str, str]
    groups: tuple[str, ...]
    provinces: Mapping[str, str]
    usual_province: str


def base_choices(desk: Desk, asked: Question) -> BaseChoices:
    """What the index offers in the period."""
    t, catalogue = texts().lineage, desk.catalogue
    offered = bases(desk, asked.index, asked.period)
    names = {province.id: short_name(desk, province.id) for province in catalogue.provinces(AFTER)}
    ordered = sorted(names, key=lambda code: (code not in catalogue.ours(), sort_key(names[code])))
    labels = texts().ranking.bases if len(offered) > 1 else {}
    return BaseChoices(
        bases={base: labels.get(base, base) for base in offered},
        ways={
            str(Method.WEIGHTED): t.method_weighted,
            str(Method.BAND): t.method_band,
            str(Method.OLD): t.method_old,
        },
        groups=catalogue.groups(AFTER),
        provinces={code: names[code] for code in ordered},
        usual_province=catalogue.ours_in(AFTER),
    )


def standing_on(desk: Desk, asked: Question, *, base: str, method: str) -> tuple[Standing, Way | None]:
    """The standing, and how its estimates were made: None where everything in it was published.

    Raises UnknownNameError for an index, period or criterion that holds no scores.
    """
    if base != AFTER or desk.catalogue.era_of(asked.period, asked.index) == AFTER:
        return standing(desk, asked), None
    way = way_of(desk, method or Method.WEIGHTED)
    made = pro_forma_standing(desk, asked, way=way)
    return _as_standing(made), way


def _as_standing(made: ProForma) -> Standing:
    """Estimates with the columns of a published standing, and estimate, low, high, rank_best, rank_worst besides."""
    table = made.table
    one_source = made.sources[0] if len(made.sources) == 1 else None
    computed = [str(RankSource.COMPUTED) if ranked else str(RankSource.WITHHELD) for ranked in table["rank"].notna()]
    table = table.assign(
        rank_source=computed,
        source=pd.Series([one_source] * len(table), index=table.index, dtype="str"),
        note=pd.Series(
            [_why_absent(made, row) for row in records(table[["entity_id", "value"]])], index=table.index, dtype="str"
        ),
    )
    return Standing(
        index_code=made.index_code,
        node=made.node,
        period_id=made.period_id,
        score_kind=made.score_kind,
        base=AFTER,
        table=table,
        previous_period=made.previous_period,
        comparable=made.comparable,
        break_reason=made.break_reason,
        n_valued=int(table["value"].notna().sum()),
        population=made.population,
        sources=made.sources,
    )


def _why_absent(made: ProForma, row: Mapping[str, Any]) -> str | None:
    """Which predecessor without a value keeps a merged province from being estimated."""
    if not pd.isna(row["value"]):
        return None
    parts = made.parts[made.parts["successor_id"] == row["entity_id"]]
    if len(parts) < 2 or not lacking(parts):
        return None
    return texts().lineage.absent_because.format(names=listed(lacking(parts)))
