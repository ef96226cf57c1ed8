"""Values over the years: one criterion, several entities, with the breaks that no line may cross."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from cchc_metrics.access import Deed, require
from cchc_metrics.metrics import ranking, trend
from cchc_metrics.model import Period, PeriodClass, ScoreKind, TargetKind
from cchc_metrics.model.rows import records
from cchc_metrics.schema import SCORES, TARGETS, TOTAL
from cchc_metrics.services.indices.sightings import Known, ranges_of, with_known
from cchc_metrics.services.indices.standing import break_reason
from cchc_metrics.services.office.desk import Desk, once
from cchc_metrics.services.office.question import where

_SHOWN = ("entity_id", "period_id", "value", "state", "published_rank", "rank_out_of", "source", "note")


@dataclass(frozen=True, slots=True)
class Series:
    """One criterion over the index years.

    history: one row per entity × index year held by anyone – entity_id, name, period_id, value, state, rank, n_ranked,
    rank_source, quartile, published_rank, segment, change, source, note, known
    (``sightings.Known``); a line may be drawn only within a segment.
    breaks: one row per pair of consecutive years – period_before, period_after, broken, reason.
    band: per year mean, q25, median, q75, n over the provinces; only years whose coverage allows it.
    means: published national means (entity VN) – period_id, value, source, note.
    targets: entity_id, period_id, value (targets in points or percent, not ranks). ranges: (entity, year) -> a rank of
    which only a range is known.
    """

    index_code: str
    node_code: str
    history: pd.DataFrame
    breaks: pd.DataFrame
    band: pd.DataFrame
    means: pd.DataFrame
    targets: pd.DataFrame
    sources: tuple[str, ...]
    score_kind: str = ScoreKind.PUBLISHED
    ranges: Mapping[tuple[str, str], Known] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Point:
    """A value of a year; segment: the unbroken stretch it stands in, counted from 1."""

    year: int
    value: float
    segment: int


def series(
    desk: Desk,
    index_code: str,
    entity_ids: Sequence[str],
    node_code: str = TOTAL,
    *,
    score_kind: str = ScoreKind.PUBLISHED,
) -> Series:
    """The years of a criterion for these entities; empty frames where nothing is held."""
    require(desk.actor, Deed.READ)
    catalogue = desk.catalogue
    shared = _country(desk, index_code, node_code, score_kind)
    scores, breaks = shared.scores, shared.breaks
    apart = [one for one in entity_ids if one not in shared.held]
    if apart:
        scores = pd.concat([scores, _yearly(desk, index_code, node_code, score_kind, apart)], ignore_index=True)
        breaks = _steps(desk, index_code, node_code, scores)
    chosen = scores[scores["entity_id"].isin(entity_ids)]
    values = _beside(trend.lines(chosen, breaks), shared.ranks)
    values = with_known(desk, values, index_code, node_code, score_kind)
    values["name"] = [catalogue.entity(entity_id).name for entity_id in values["entity_id"]]
    targets = desk.facts(
        TARGETS,
        where(index_code=index_code, node_code=node_code, entity_id=list(entity_ids), target_kind=TargetKind.VALUE),
        columns=("entity_id", "period_id", "value"),
    )
    return Series(
        index_code=index_code,
        node_code=node_code,
        history=values,
        breaks=breaks,
        band=shared.band,
        means=shared.means,
        targets=targets,
        sources=tuple(sorted(set(chosen["source"].dropna()))),
        score_kind=score_kind,
        ranges=_ranges(desk, index_code, entity_ids) if (node_code, score_kind) == (TOTAL, ScoreKind.PUBLISHED) else {},
    )


@once
def lines_of(desk: Desk, index_code: str) -> Mapping[str, Sequence[Point]]:
    """Entity -> its published totals over the index years; of all that are compared."""
    shared = _country(desk, index_code, TOTAL, ScoreKind.PUBLISHED)
    found: dict[str, list[Point]] = {}
    for row in records(trend.lines(shared.scores, shared.breaks)[["entity_id", "period_id", "value", "segment"]]):
        if not pd.isna(row["value"]):
            year = Period.parse(row["period_id"]).year
            found.setdefault(row["entity_id"], []).append(Point(year, float(row["value"]), int(row["segment"])))
    return found


@dataclass(frozen=True, slots=True)
class _Country:
    """What the series of all entities share: the scores of all that are compared, by index year, and what is made of
    those of the provinces. held: whose scores they are."""

    held: frozenset[str]
    scores: pd.DataFrame
    breaks: pd.DataFrame
    ranks: pd.DataFrame
    band: pd.DataFrame
    means: pd.DataFrame


@once
def _country(desk: Desk, index_code: str, node_code: str, score_kind: str) -> _Country:
    catalogue = desk.catalogue
    held = catalogue.compared()
    scores = _yearly(desk, index_code, node_code, score_kind, sorted(held))
    everyone = scores[scores["entity_id"].isin({e.id for e in catalogue.provinces()})]
    national = scores[(scores["entity_id"] == "VN") & scores["value"].notna()]
    return _Country(
        held=frozenset(held),
        scores=scores,
        breaks=_steps(desk, index_code, node_code, scores),
        ranks=_ranks(desk, everyone),
        band=_band(desk, everyone),
        means=national[["period_id", "value", "source", "note"]],
    )


def _steps(desk: Desk, index_code: str, node_code: str, scores: pd.DataFrame) -> pd.DataFrame:
    """The steps between the years of these scores, each broken one with its reason."""
    breaks = desk.catalogue.steps(index_code, node_code, sorted(scores["period_id"].unique()))
    told = [break_reason(row) if row["broken"] else "" for row in breaks.to_dict("records")]
    return breaks.assign(reason=pd.array(told, dtype="str"))


def _yearly(desk: Desk, index_code: str, node_code: str, score_kind: str, entities: Sequence[str]) -> pd.DataFrame:
    """The scores of these entities that are of an index year."""
    which = where(index_code=index_code, node_code=node_code, score_kind=score_kind, entity_id=list(entities))
    scores = desk.facts(SCORES, which, columns=_SHOWN)
    # Of forty periods of an office that also reports by quarters ten are years.
    held = scores["period_id"].unique()
    years = [one for one in held if Period.parse(one).period_class is PeriodClass.INDEX_YEAR]
    return scores if len(years) == len(held) else scores[scores["period_id"].isin(years)]


def _beside(values: pd.DataFrame, ranks: pd.DataFrame) -> pd.DataFrame:
    """The values with the ranks of their entity and period, missing where there is none."""
    mine, theirs = (
        zip(*(frame[name].to_numpy(dtype=object) for name in ("entity_id", "period_id")), strict=True)
        for frame in (values, ranks)
    )
    place = {key: at for at, key in enumerate(theirs)}
    at = np.array([place.get(key, -1) for key in mine], dtype=np.intp)
    return values.assign(**{name: ranks[name].array.take(at, allow_fill=True) for name in ranks.columns[2:]})


def _ranges(desk: Desk, index_code: str, entities: Sequence[str]) -> Mapping[tuple[str, str], Known]:
    return {(one, year): known for one in entities for year, known in ranges_of(desk, index_code, one).items()}


def _ranks(desk: Desk, everyone: pd.DataFrame) -> pd.DataFrame:
    """entity_id, period_id, rank, n_ranked, rank_source, quartile for every year held."""
    old = set(everyone.loc[everyone["entity_id"].str.startswith("P63"), "period_id"])
    sizes = {era: desk.catalogue.population(era) for era in ("63", "34")}
    populations = {period: sizes["63" if period in old else "34"] for period in everyone["period_id"].unique()}
    return ranking.ranks_by_period(everyone, populations, coverage=desk.office.settings.rank_coverage)


def _band(desk: Desk, everyone: pd.DataFrame) -> pd.DataFrame:
    return trend.band(everyone, population=desk.catalogue.population("63"), coverage=desk.office.settings.rank_coverage)
