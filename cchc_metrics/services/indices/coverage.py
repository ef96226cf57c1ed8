"""How much of each index and year is known, from how many sources, and what is missing."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from cchc_metrics.access import Deed, require
from cchc_metrics.labels.format import sort_key
from cchc_metrics.model import Period, PeriodClass, ScoreKind
from cchc_metrics.model.rows import number_of, text_of, whole_of
from cchc_metrics.schema import INDICES, RELEASES, SCORES, SIGHTINGS, TOTAL
from cchc_metrics.services.indices.sightings import Known, known_of
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.question import where


@dataclass(frozen=True, slots=True)
class Covered:
    """One index year. known: provinces with a value or a rank · lacking: names of the others, in Vietnamese order ·
    sources: that were read for it · released_on, decision: of the release, None and "" where not known · where: where
    the whole table could be had, in words.
    """

    index_code: str
    period_id: str
    population: int
    known: int
    with_value: int
    with_rank: int
    derived: int
    sources: int
    lacking: tuple[str, ...]
    released_on: date | None
    decision: str
    where: str


@dataclass(frozen=True, slots=True)
class Contradicted:
    """A figure of which sources say different things. known: how it is known, its rivals among it."""

    index_code: str
    period_id: str
    entity_id: str
    value: float | None
    rank: int | None
    source: str
    known: Known


@dataclass(frozen=True, slots=True)
class _Facts:
    """Totals of provinces, readings, releases, what is declared of the indices."""

    scores: pd.DataFrame
    read: pd.DataFrame
    releases: pd.DataFrame
    traits: pd.DataFrame


def coverage(desk: Desk) -> tuple[Covered, ...]:
    """Every index year that holds a figure or has a release, index by index, newest first."""
    require(desk.actor, Deed.READ)
    facts = _Facts(_totals(desk), desk.facts(SIGHTINGS), desk.facts(RELEASES), desk.facts(INDICES))
    years = {*zip(facts.scores["index_code"], facts.scores["period_id"], strict=True)}
    years |= {*zip(facts.releases["index_code"], facts.releases["period_id"], strict=True)}
    found = [
        _covered(desk, code, period, facts)
        for code, period in years
        if code in desk.catalogue.indices() and Period.parse(period).period_class is PeriodClass.INDEX_YEAR
    ]
    order = desk.catalogue.indices()
    return tuple(sorted(found, key=lambda one: (order.index(one.index_code), -int(one.period_id))))


def _totals(desk: Desk) -> pd.DataFrame:
    provinces = [entity.id for entity in desk.catalogue.provinces()]
    return desk.facts(SCORES, where(node_code=TOTAL, score_kind=ScoreKind.PUBLISHED, entity_id=provinces))


def _covered(desk: Desk, code: str, period: str, facts: _Facts) -> Covered:
    catalogue = desk.catalogue
    own, seen, release = (
        rows[(rows["index_code"] == code) & (rows["period_id"] == period)]
        for rows in (facts.scores, facts.read, facts.releases)
    )
    valued, ranked = own["value"].notna(), own["published_rank"].notna()
    there = set(own.loc[valued | ranked, "entity_id"])
    base = catalogue.provinces(catalogue.era_of(period, code))
    day = None if release.empty or pd.isna(release["released_on"].iloc[0]) else release["released_on"].iloc[0]
    decision = "" if release.empty or pd.isna(release["decision"].iloc[0]) else str(release["decision"].iloc[0])
    known = known_of(desk, code, period)
    return Covered(
        index_code=code,
        period_id=period,
        population=len(base),
        known=len(there),
        with_value=int(valued.sum()),
        with_rank=int(ranked.sum()),
        derived=sum(1 for one in known.values() if one.value_how or one.rank_how),
        sources=len({*own["source"].dropna(), *seen["source"].dropna()}),
        lacking=tuple(sorted((entity.name for entity in base if entity.id not in there), key=sort_key)),
        released_on=day,
        decision=decision,
        where=_where(facts.traits, code),
    )


def _where(traits: pd.DataFrame, code: str) -> str:
    row = traits[traits["index_code"] == code]
    return "" if row.empty or pd.isna(row["source"].iloc[0]) else str(row["source"].iloc[0])


def contradictions(desk: Desk) -> tuple[Contradicted, ...]:
    """Figures of which the sources that were read do not say the same, newest year first within an index."""
    require(desk.actor, Deed.READ)
    read, scores = desk.facts(SIGHTINGS, where(part=TOTAL)), _totals(desk)
    held = {(r["index_code"], r["period_id"], r["entity_id"]): r for r in scores.to_dict("records")}
    years = {*zip(read["index_code"], read["period_id"], strict=True)}
    return tuple(
        _contradicted((code, period, entity), held.get((code, period, entity), {}), known)
        for code, period in sorted(years, key=lambda year: (year[0], -int(year[1])))
        for entity, known in known_of(desk, code, period).items()
        if known.rivals
    )


def _contradicted(key: tuple[str, str, str], row: Mapping[Any, Any], known: Known) -> Contradicted:
    value, rank, source = row.get("value"), row.get("published_rank"), row.get("source")
    return Contradicted(
        *key,
        value=number_of(value),
        rank=whole_of(rank),
        source=text_of(source),
        known=known,
    )
