"""Results on the base of 34 provinces: estimates for the years before the merger, published values after it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from cchc_metrics.access import Deed, require
from cchc_metrics.errors import UnknownNameError
from cchc_metrics.labels import official, texts
from cchc_metrics.metrics import lineage, ranking, trend
from cchc_metrics.metrics.exact import same
from cchc_metrics.metrics.lineage import Method
from cchc_metrics.model import Period, PeriodClass, ScoreKind, ValueState
from cchc_metrics.model.rows import records
from cchc_metrics.schema import LINEAGE_WEIGHTS, SCORES, TOTAL
from cchc_metrics.services.indices.sightings import with_known
from cchc_metrics.services.indices.sightings_on_base import with_parts_known
from cchc_metrics.services.indices.standing import break_reason, comparability, previous_period
from cchc_metrics.services.office.desk import Desk, once, once_for_all
from cchc_metrics.services.office.names import NodeInfo
from cchc_metrics.services.office.question import Question, where

BEFORE, AFTER = "63", "34"
_RANKED = ["rank", "n_ranked", "quartile", "previous_rank", "previous_value", "places_gained", "change"]


@dataclass(frozen=True, slots=True)
class Way:
    """How estimates are made. weight_set: its name, "" for equal weights where no set is stored."""

    method: Method
    weight_set: str


@dataclass(frozen=True, slots=True)
class ProForma:
    """One criterion in one period on the base of 34.

    table: one row per province of the base of which anything is known – entity_id, name, value, state, low, high,
    parts, known, estimate, rank, n_ranked, quartile, previous_rank, previous_value, places_gained, change, rank_best,
    rank_worst, known (of what it is made); in rank order, those without an estimate last. parts: one row per province
    before the merger – successor_id, entity_id, period_id, name, value, state, share, known (how its figure is known).
    estimated: False for a period published on this base.
    """

    index_code: str
    node: NodeInfo
    period_id: str
    score_kind: str
    way: Way
    table: pd.DataFrame
    parts: pd.DataFrame
    previous_period: str | None
    comparable: bool
    break_reason: str
    population: int
    estimated: bool
    sources: tuple[str, ...]

    def row(self, entity_id: str) -> pd.Series | None:
        """The row of one province, None where nothing is known of it."""
        places = np.flatnonzero(same(self.table["entity_id"], entity_id))
        return self.table.iloc[places[0]] if len(places) else None


def weight_sets(desk: Desk) -> tuple[str, ...]:
    """Names of the stored sets, the usual one (docs/decisions/0007) first."""
    held = sorted(set(desk.facts(LINEAGE_WEIGHTS)["weight_set"]))
    usual = official().lineage.usual_set
    return tuple(sorted(held, key=lambda name: (name != usual, name)))


def way_of(desk: Desk, method: str = Method.WEIGHTED, weight_set: str | None = None) -> Way:
    """A declared way; by default the weighted mean with the usual set. Raises UnknownNameError for an unknown set."""
    sets = weight_sets(desk)
    name = weight_set if weight_set else next(iter(sets), "")
    if name and name not in sets:
        raise UnknownNameError(texts().lineage.unknown_set.format(name=name, names="; ".join(sets)))
    return Way(Method(method), name)


def weights_in(desk: Desk, weight_set: str) -> pd.DataFrame | None:
    """The rows of a set – entity_id, weight, unit, source, note; None (equal weights) without a set."""
    return desk.facts(LINEAGE_WEIGHTS, {"weight_set": [weight_set]}) if weight_set else None


@once_for_all
def links_at(desk: Desk) -> pd.DataFrame:
    """Which province became which (``metrics.lineage.links``)."""
    return lineage.links(desk.catalogue.entities)


def short_name(desk: Desk, entity_id: str) -> str:
    """A province of the base of 34 in a list of that base: only ours needs the day since which it is meant."""
    info = desk.catalogue.entity(entity_id)
    return info.name if entity_id in desk.catalogue.ours() else info.name.split(" (")[0]


def scores_on_both(
    desk: Desk, index_code: str, node_code: str, score_kind: str, periods: Sequence[str] | None = None
) -> pd.DataFrame:
    """Scores of the provinces of both eras, as stored."""
    everyone = [province.id for province in desk.catalogue.provinces()]
    which = where(index_code=index_code, node_code=node_code, score_kind=score_kind, entity_id=everyone)
    return desk.facts(SCORES, which if periods is None else {**which, "period_id": list(periods)})


def estimates(desk: Desk, index_code: str, scores: pd.DataFrame, way: Way) -> pd.DataFrame:
    """Scores of both eras on the base of 34 (columns of ``metrics.lineage.pro_forma``).

    A period that was published on the base of 34 holds what was published; the others are estimated.
    """
    catalogue = desk.catalogue
    after = {p for p in set(scores["period_id"]) if catalogue.era_of(p, index_code) == AFTER}
    members = catalogue.members("", AFTER)
    before = scores[~scores["period_id"].isin(after)]
    made = lineage.pro_forma(before, links_at(desk), weights_in(desk, way.weight_set), way.method)
    held = scores[scores["period_id"].isin(after) & scores["entity_id"].isin(members)]
    there = held["state"].eq(ValueState.VALUE).astype("int64")
    given = held[["entity_id", "period_id", "value", "state"]].assign(
        low=held["value"], high=held["value"], parts=1, known=there, estimate=False
    )
    frames = [frame for frame in (made, given) if len(frame)]
    return pd.concat(frames, ignore_index=True) if frames else made


@once
def pro_forma_standing(desk: Desk, asked: Question, *, way: Way) -> ProForma:
    """Where every province of the base of 34 stands. Raises UnknownNameError where the period holds no scores."""
    require(desk.actor, Deed.READ)
    catalogue, index_code, period_id, node_code = desk.catalogue, asked.index, asked.period, asked.node
    held = catalogue.periods(index_code, node_code)
    if period_id not in held:
        raise UnknownNameError(texts().services.no_scores.format(index=index_code, node=node_code, period=period_id))
    before = previous_period(held, period_id)
    scores = scores_on_both(desk, index_code, node_code, asked.score_kind, [p for p in (period_id, before) if p])
    estimated = catalogue.era_of(period_id, index_code) == BEFORE
    # Between an estimate and a published value nothing is compared.
    if before and (catalogue.era_of(before, index_code) == BEFORE) is not estimated:
        before = None
    found = estimates(desk, index_code, scores, way)
    now = found[found["period_id"] == period_id]
    broken, reason, soft = comparability(catalogue, index_code, node_code, before, period_id)
    table = _ranked(desk, now, found[found["period_id"] == before] if before else None, not broken, not broken or soft)
    own = scores[scores["period_id"] == period_id]
    parts = _parts(desk, own if estimated else own.iloc[:0], way).assign(period_id=period_id)
    parts = with_known(desk, parts, index_code, node_code, asked.score_kind)
    return ProForma(
        index_code=index_code,
        node=catalogue.node(index_code, period_id, node_code),
        period_id=period_id,
        score_kind=asked.score_kind,
        way=way,
        table=with_parts_known(table, parts, alone=way.method is Method.OLD),
        parts=parts,
        previous_period=before,
        comparable=not broken,
        break_reason=reason,
        population=catalogue.population(AFTER),
        estimated=estimated,
        sources=tuple(sorted(set(own["source"].dropna()))),
    )


def _ranked(
    desk: Desk, now: pd.DataFrame, before: pd.DataFrame | None, comparable: bool, ranks_comparable: bool
) -> pd.DataFrame:
    """The estimates of one period with rank, group and change, in rank order."""
    ranked = ranking.ranking_table(
        _unpublished(now),
        None if before is None else _unpublished(before),
        population=desk.catalogue.population(AFTER),
        coverage=desk.office.settings.rank_coverage,
        comparable=comparable,
        ranks_comparable=ranks_comparable,
    )
    table = ranked[["entity_id", *_RANKED]].merge(now, on="entity_id").merge(lineage.rank_bounds(now), on="entity_id")
    withheld = table["rank"].isna()
    table["rank_best"], table["rank_worst"] = (table[name].mask(withheld) for name in ("rank_best", "rank_worst"))
    return table.assign(name=[short_name(desk, entity_id) for entity_id in table["entity_id"]])


def _unpublished(rows: pd.DataFrame) -> pd.DataFrame:
    """Rows as a ranking reads them; a rank printed out of 63 does not stand on this base."""
    nothing = pd.array([pd.NA] * len(rows), dtype="Int64")
    return rows[["entity_id", "value", "state"]].assign(published_rank=nothing, rank_out_of=nothing)


def _parts(desk: Desk, scores: pd.DataFrame, way: Way) -> pd.DataFrame:
    shares = lineage.shares(links_at(desk), weights_in(desk, way.weight_set))
    values = dict(zip(scores["entity_id"], scores["value"], strict=True))
    states = dict(zip(scores["entity_id"], scores["state"], strict=True))
    ids = shares["predecessor_id"]
    return pd.DataFrame(
        {
            "successor_id": shares["successor_id"],
            "entity_id": ids,
            "name": [desk.catalogue.name_of(entity_id) for entity_id in ids],
            "value": pd.Series([values.get(entity_id) for entity_id in ids], dtype="float64"),
            "state": [states.get(entity_id, str(ValueState.MISSING)) for entity_id in ids],
            "share": shares["share"],
        }
    )


@dataclass(frozen=True, slots=True)
class ProFormaSeries:
    """One province of the base of 34 over the index years.

    history: one row per year – entity_id, period_id, value, state, low, high, parts, known, estimate, rank, n_ranked,
    segment, change, known. parts: the same years of its predecessors – entity_id, name, period_id, value, state,
    segment, known.
    breaks: as of ``Series``, with the merger itself where years stand on both sides of it.
    """

    index_code: str
    node_code: str
    way: Way
    history: pd.DataFrame
    parts: pd.DataFrame
    breaks: pd.DataFrame
    sources: tuple[str, ...]


def pro_forma_series(
    desk: Desk,
    index_code: str,
    entity_id: str,
    node_code: str = TOTAL,
    *,
    way: Way,
    score_kind: str = ScoreKind.PUBLISHED,
) -> ProFormaSeries:
    """The years of a province of the base of 34; empty frames where nothing is held."""
    require(desk.actor, Deed.READ)
    scores, breaks, found, ranks = _country(desk, index_code, node_code, way, score_kind)
    links = links_at(desk)
    predecessors = links.loc[links["successor_id"] == entity_id, "predecessor_id"].tolist()
    own = scores[scores["entity_id"].isin([entity_id, *predecessors])]
    parts = scores[scores["entity_id"].isin(predecessors)][["entity_id", "period_id", "value", "state"]]
    parts = with_known(desk, trend.segments(parts, breaks), index_code, node_code, score_kind)
    history = trend.changes(trend.segments(found[found["entity_id"] == entity_id], breaks), breaks)
    history = with_parts_known(history, parts, alone=way.method is Method.OLD)
    return ProFormaSeries(
        index_code=index_code,
        node_code=node_code,
        way=way,
        history=history.merge(ranks, on=["entity_id", "period_id"], how="left"),
        parts=parts.assign(name=[desk.catalogue.name_of(one) for one in parts["entity_id"]]),
        breaks=breaks,
        sources=tuple(sorted(set(own["source"].dropna()))),
    )


@once
def _country(
    desk: Desk, index_code: str, node_code: str, way: Way, score_kind: str
) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """What all provinces share of their years: scores as stored, breaks, estimates on the base of 34, their ranks."""
    scores = scores_on_both(desk, index_code, node_code, score_kind)
    years = [p for p in set(scores["period_id"]) if Period.parse(p).period_class is PeriodClass.INDEX_YEAR]
    scores = scores[scores["period_id"].isin(years)]
    found = estimates(desk, index_code, scores, way)
    return scores, _breaks(desk, index_code, node_code, sorted(years)), found, _ranks(desk, found)


def _breaks(desk: Desk, index_code: str, node_code: str, years: list[str]) -> pd.DataFrame:
    catalogue = desk.catalogue
    found = catalogue.steps(index_code, node_code, years)
    reasons = [break_reason(row) if row["broken"] else "" for row in records(found)]
    merger = [
        catalogue.era_of(before, index_code) != catalogue.era_of(after, index_code)
        for before, after in zip(found["period_before"], found["period_after"], strict=True)
    ]
    said = texts().lineage.merger_reason
    told = [said if merged else reason for merged, reason in zip(merger, reasons, strict=True)]
    return found.assign(broken=found["broken"] | pd.Series(merger, index=found.index, dtype=bool), reason=told)


def _ranks(desk: Desk, found: pd.DataFrame) -> pd.DataFrame:
    """entity_id, period_id, rank, n_ranked for every year."""
    columns = ["entity_id", "rank", "n_ranked", "rank_best", "rank_worst", "period_id"]
    if found.empty:
        return pd.DataFrame(columns=columns)
    size, share = desk.catalogue.population(AFTER), desk.office.settings.rank_coverage
    rows = _unpublished(found).assign(period_id=found["period_id"])
    ranked = ranking.ranks_by_period(rows, dict.fromkeys(set(found["period_id"]), size), coverage=share)
    bounds = [lineage.rank_bounds(group).assign(period_id=year) for year, group in found.groupby("period_id")]
    told = ranked.merge(pd.concat(bounds), on=["entity_id", "period_id"])
    told["rank_best"], told["rank_worst"] = (told[name].mask(told["rank"].isna()) for name in columns[3:5])
    return told[columns]


def lacking(parts: pd.DataFrame) -> list[str]:
    """Names of the predecessors without a value."""
    return [str(name) for name, state in zip(parts["name"], parts["state"], strict=True) if state != ValueState.VALUE]
