"""What can be asked of a ranking: indices, periods, parts, score kinds, groups, provinces, and the usual of each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import named
from cchc_metrics.labels.format import sort_key
from cchc_metrics.model import Period, PeriodClass
from cchc_metrics.schema import SCORE_KINDS, SCORES, TOTAL
from cchc_metrics.services.indices.results import published
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.question import Question, where


@dataclass(frozen=True, slots=True)
class IndexChoices:
    """Index codes in the order people name them; usual: the one most provinces have a newest result of."""

    codes: tuple[str, ...]
    usual: str


@dataclass(frozen=True, slots=True)
class PeriodChoices:
    """Period id -> label, newest first; usual: the newest with a result of ours, else the newest."""

    labels: Mapping[str, str]
    usual: str


@dataclass(frozen=True, slots=True)
class PartChoices:
    """Of one index and period: node code -> label in reading order, node code -> its score kinds (code -> label),
    peer groups and provinces of the base in Vietnamese order, and the province that stands for us."""

    nodes: Mapping[str, str]
    kinds: Mapping[str, Mapping[str, str]]
    groups: tuple[str, ...]
    provinces: Mapping[str, str]
    usual_province: str


def index_choices(desk: Desk, _: object = None) -> IndexChoices:
    """All indices with a framework; an empty tuple and "" where there is none."""
    codes = desk.catalogue.indices()
    return IndexChoices(codes, max(codes, key=lambda code: _newest_count(desk, code), default=""))


def yearly_indices(desk: Desk, _: object = None) -> IndexChoices:
    """The indices that hold index years of provinces; usual as in ``index_choices`` where it is among them."""
    codes = tuple(code for code in desk.catalogue.indices() if _index_years(desk, code))
    usual = index_choices(desk).usual
    return IndexChoices(codes, usual if usual in codes else next(iter(codes), ""))


def _index_years(desk: Desk, index_code: str) -> bool:
    held = desk.catalogue.periods(index_code)
    return any(Period.parse(period).period_class is PeriodClass.INDEX_YEAR for period in held)


def _newest_count(desk: Desk, index_code: str) -> int:
    held = desk.catalogue.periods(index_code, TOTAL)[:1]
    members = desk.catalogue.members("", desk.catalogue.era_of(held[0], index_code)) if held else frozenset()
    return int(published(desk, index_code, sorted(members), held)["value"].notna().sum()) if held else 0


def period_choices(desk: Desk, index_code: str) -> PeriodChoices:
    """Periods that hold scores of provinces, report periods among them; empty without any."""
    held = desk.catalogue.periods(index_code)
    own = published(desk, index_code, list(desk.catalogue.ours()), held)
    known = set(own[own["value"].notna() | own["published_rank"].notna()]["period_id"])
    usual = next((period for period in held if period in known), held[0] if held else "")
    return PeriodChoices({period: fmt.period(period) for period in held}, usual)


def periods_with_result(desk: Desk, asked: tuple[str, str]) -> tuple[str, ...]:
    """The periods in which (index, province) has a result, newest first. Of ours, those of whom it was made count."""
    index_code, entity_id = asked
    catalogue = desk.catalogue
    held = catalogue.periods(index_code)
    family = (entity_id, *(entity.id for entity in catalogue.predecessors(entity_id)))
    own = published(desk, index_code, list(family), held)
    known = set(own[own["value"].notna() | own["published_rank"].notna()]["period_id"])
    return tuple(period for period in held if period in known)


def nearest_period(period_id: str, held: Sequence[str]) -> str:
    """The one of ``held`` closest in years, the later of two, a whole year before a part of one; "" for none."""
    asked = Period.parse(period_id)

    def apart(candidate: str) -> tuple[bool, int, int]:
        found = Period.parse(candidate)
        return found.period_class is not asked.period_class, abs(found.year - asked.year), -found.year

    return min(held, key=apart, default="")


def part_choices(desk: Desk, asked: Question) -> PartChoices:
    """What the index holds in the period."""
    index_code, period_id = asked.index, asked.period
    catalogue = desk.catalogue
    base = catalogue.era_of(period_id, index_code)
    members = catalogue.members("", base)
    which = where(index_code=index_code, period_id=period_id, entity_id=sorted(members))
    held = _kinds(desk.distinct(SCORES, ("node_code", "score_kind"), which))
    tree = [node for node in catalogue.nodes(index_code, period_id) if node.code in held]
    names = {entity.id: entity.name for entity in catalogue.provinces(base)}
    ordered = sorted(names, key=lambda code: (code not in catalogue.ours(), sort_key(names[code])))
    return PartChoices(
        nodes={node.code: node.label for node in tree},
        kinds=held,
        groups=catalogue.groups(base),
        provinces={code: names[code] for code in ordered},
        usual_province=catalogue.ours_in(base),
    )


def _kinds(pairs: pd.DataFrame) -> dict[str, dict[str, str]]:
    """Score kinds by node, in the template's order."""
    held = pairs.groupby("node_code")["score_kind"].agg(set).to_dict()
    return {
        str(node): {code: named(label) for label, code in SCORE_KINDS.items() if code in codes}
        for node, codes in held.items()
    }
