"""The latest published result of a province on an index, with what it is read against."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from cchc_metrics.labels import named, texts
from cchc_metrics.metrics import peers, ranking
from cchc_metrics.model import SCALE, Period, PeriodClass, ScoreKind
from cchc_metrics.model.rows import number_of, text_of, whole_of
from cchc_metrics.schema import SCORES, TOTAL
from cchc_metrics.services.indices.gaps import Gaps, against_all
from cchc_metrics.services.indices.places import NOT_QUIET, Quiet, quiet_moves
from cchc_metrics.services.indices.sightings import Known, figure_known, ranges_of
from cchc_metrics.services.indices.standing import Standing, standing
from cchc_metrics.services.office.desk import Desk, once
from cchc_metrics.services.office.names import EntityInfo
from cchc_metrics.services.office.question import Question, where

NATION = "VN"
QUARTILES = "tứ phân vị"


@dataclass(frozen=True, slots=True)
class Reference:
    """A value to be held against: whose it is, in words, and how much, in the unit of the score."""

    name: str
    value: float


@dataclass(frozen=True, slots=True)
class PeerRank:
    """A rank among the members of a group; rank is None when too few of them have a value."""

    group: str
    rank: int | None
    count: int | None
    confirmed: bool


@dataclass(frozen=True, slots=True)
class Grouping:
    """How a framework groups provinces: by quartile, or by lower bounds, highest first; neither where it does not."""

    by_quartile: bool
    bounds: tuple[tuple[str, float], ...]

    def label(self, value: float | None) -> str:
        """The label of the highest bound a value reaches, "" where there is none."""
        if value is None or not self.bounds:
            return ""
        own = round(value * SCALE)
        return next((label for label, bound in self.bounds if own >= round(bound * SCALE)), "")


@dataclass(frozen=True, slots=True)
class Result:
    """One province's latest published total on an index.

    row: its row of the standing's table. gaps: its total and parts against maximum, best and peers. means: published
    means of the region and the country. later: newer index years that hold results of others but not of this one.
    quiet: what of its changes since the period before noise alone may well make.
    known, known_before: how value and rank are known, those of the period before too.
    ranges: years of which only a range of the rank is known, newest first.
    """

    entity: EntityInfo
    standing: Standing
    row: pd.Series
    grouping: Grouping
    peers: PeerRank | None
    gaps: Gaps
    means: tuple[Reference, ...]
    later: tuple[str, ...]
    quiet: Quiet
    known: Known
    known_before: Known
    ranges: Mapping[str, Known]

    @property
    def value(self) -> float | None:
        return number_of(self.row["value"])

    @property
    def rank(self) -> int | None:
        return whole_of(self.row["rank"])

    @property
    def quartile(self) -> int | None:
        """1 (highest) to 4, only where the framework groups by quartile."""
        found = self.row["quartile"]
        return int(found) if self.grouping.by_quartile and not pd.isna(found) else None


@once
def latest(desk: Desk, entity_id: str, index_code: str) -> Result | None:
    """The newest index year in which this province has a published total or a published rank; None without one."""
    catalogue = desk.catalogue
    held = tuple(
        period
        for period in catalogue.periods(index_code, TOTAL)
        if Period.parse(period).period_class is PeriodClass.INDEX_YEAR
    )
    period_id = _newest(desk, index_code, held).get(entity_id)
    if period_id is None:
        return None
    found = standing(desk, Question(index_code, period_id))
    row = found.row(entity_id)
    if row is None:
        return None
    entity = catalogue.entity(entity_id)
    return Result(
        entity=entity,
        standing=found,
        row=row,
        grouping=grouping(desk, Question(index_code, period_id)),
        peers=peer_rank(desk, found, entity_id, entity.peers) if entity.peers else None,
        gaps=against_all(desk, Question(index_code, period_id), entity_id),
        means=published_means(desk, index_code, period_id, entity),
        later=tuple(period for period in held if period > period_id),
        quiet=quiet_moves(desk, Question(index_code, period_id)).get(entity_id, NOT_QUIET),
        known=figure_known(desk, Question(index_code, period_id), entity_id),
        ranges=ranges_of(desk, index_code, entity_id),
        known_before=figure_known(desk, Question(index_code, found.previous_period or ""), entity_id),
    )


@once
def _newest(desk: Desk, index_code: str, held: tuple[str, ...]) -> Mapping[str, str]:
    """Entity -> the last of these periods in which it has a published total or a published rank."""
    found = published(desk, index_code, list(desk.catalogue.compared()), held)
    told = found["value"].notna() | found["published_rank"].notna()
    rows = zip(found["entity_id"].tolist(), found["period_id"].tolist(), told.tolist(), strict=True)
    newest: dict[str, str] = {}
    for entity, period, is_known in rows:
        if is_known:
            newest[entity] = max(period, newest.get(entity, period))
    return newest


def published(desk: Desk, index_code: str, entities: list[str], periods: tuple[str, ...]) -> pd.DataFrame:
    """The published totals of these entities in these periods, as the store holds them."""
    which = where(
        index_code=index_code,
        node_code=TOTAL,
        score_kind=ScoreKind.PUBLISHED,
        entity_id=entities,
        period_id=list(periods),
    )
    return desk.facts(SCORES, which)


def grouping(desk: Desk, asked: Question) -> Grouping:
    """How that year's framework groups provinces on a criterion."""
    written = text_of(desk.catalogue.written(asked.index, asked.period, asked.node).get("groups"))
    bounds = sorted(ranking.cuts_of(written), key=lambda bound: -bound[1])
    return Grouping(written.strip().lower() == QUARTILES, tuple(bounds))


def legal_basis(desk: Desk, index_code: str, period_id: str) -> str:
    """The document that the year's framework rests on, "" where none is known."""
    return text_of(desk.catalogue.written(index_code, period_id, TOTAL).get("legal_basis"))


def peer_rank(desk: Desk, found: Standing, entity_id: str, group: str) -> PeerRank:
    """The rank of a province within a group, if enough of the members have a value."""
    asked = Question(found.index_code, found.period_id, found.node.code, found.score_kind)
    of_estimates = "estimate" in found.table
    ranks, is_confirmed = _in_group(desk, found, group) if of_estimates else _published_ranks(desk, asked, group)
    rank, count = ranks.get(entity_id, (None, None))
    return PeerRank(group, rank, count, is_confirmed)


_Ranks = tuple[Mapping[str, tuple[int, int]], bool]


@once
def _published_ranks(desk: Desk, asked: Question, group: str) -> _Ranks:
    return _in_group(desk, standing(desk, asked), group)


def _in_group(desk: Desk, found: Standing, group: str) -> _Ranks:
    """Member of a group -> its rank there and among how many, and whether all members are known to belong to it."""
    catalogue = desk.catalogue
    members = catalogue.members(group, found.base)
    table = peers.peer_rank(found.table, set(members), coverage=desk.office.settings.rank_coverage)
    told = table[table["peer_rank"].notna()]
    columns = (told[name].tolist() for name in ("entity_id", "peer_rank", "peer_count"))
    ranks = {entity: (int(rank), int(count)) for entity, rank, count in zip(*columns, strict=True)}
    return ranks, all(catalogue.entity(member).region_confirmed for member in members)


@once
def published_means(desk: Desk, index_code: str, period_id: str, entity: EntityInfo) -> tuple[Reference, ...]:
    """Means that a publisher printed: of the entity's region, then of the country."""
    wanted = {
        region.id: texts().overview.mean_of.format(group=named(region.own_name))
        for region in desk.catalogue.regions(entity.era)
        if entity.region and region.own_name.endswith(entity.region)
    }
    wanted[NATION] = texts().overview.nation_mean
    values = _printed_means(desk, index_code, period_id)
    return tuple(Reference(name, values[code]) for code, name in wanted.items() if code in values)


@once
def _printed_means(desk: Desk, index_code: str, period_id: str) -> Mapping[str, float]:
    """The country and every region -> what was printed for it."""
    regions = [region.id for era in ("63", "34") for region in desk.catalogue.regions(era)]
    found = published(desk, index_code, [NATION, *regions], (period_id,))
    rows = zip(found["entity_id"].tolist(), found["value"].tolist(), strict=True)
    return {entity: float(value) for entity, value in rows if not pd.isna(value)}
