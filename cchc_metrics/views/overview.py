"""The page Tổng quan as data: where a province stands on each index, at its last published result."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

import pandas as pd
import plotly.graph_objects as go

from cchc_metrics.access import Deed, may, require
from cchc_metrics.errors import UnknownNameError
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.labels.format import listed, sort_key
from cchc_metrics.model import EntityType
from cchc_metrics.schema import SCORES
from cchc_metrics.services.indices.lost import LostFilters
from cchc_metrics.services.indices.results import Result, latest
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.names import EntityInfo
from cchc_metrics.services.office.question import where
from cchc_metrics.views.compile.brief import brief
from cchc_metrics.views.digest import to_sign
from cchc_metrics.views.gap.lists import empty_list, gap_list
from cchc_metrics.views.kit.known import rank_marked, value_marked
from cchc_metrics.views.kit.phrases import amount, as_of, cited, printed_source, quartile_name
from cchc_metrics.views.kit.result_card import card, empty_card
from cchc_metrics.views.kit.sentences import Sentence
from cchc_metrics.views.kit.shapes import GapList, SourceNote, StatCard
from cchc_metrics.views.kit.target_words import coming_targets
from cchc_metrics.views.lost.groups import over_years
from cchc_metrics.views.upload import entry_words

_NEWS = 5


@dataclass(frozen=True, slots=True)
class OverviewFilters:
    """Whose results: an entity id. pins: whatever this person pinned."""

    province: str
    pins: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OverviewView:
    """The page.

    cards, gaps: rows to be shown side by side. notice: what a reader must know before the cards, "" when nothing.
    source: None when nothing is shown.
    """

    title: str
    finding: str
    eyebrow: str
    notice: str
    cards: tuple[tuple[StatCard, ...], ...]
    gaps: tuple[tuple[GapList, ...], ...]
    gaps_lead: str
    source: SourceNote | None


def choices(desk: Desk, _: object = None) -> Mapping[str, str]:
    """Provinces to choose from, id -> name: ours, what it was made of, then all others in Vietnamese order."""
    catalogue = desk.catalogue
    first = [catalogue.home, *(entity.id for entity in catalogue.predecessors(catalogue.home))]
    names = {entity.id: entity.name for entity in catalogue.provinces()}
    rest = sorted((place for place in names if place not in first), key=lambda place: sort_key(names[place]))
    return {place: names[place] for place in (*first, *rest) if place in names}


def page(desk: Desk, filters: OverviewFilters) -> OverviewView:
    """The view of one province. Raises UnknownNameError for an entity that is no province."""
    require(desk.actor, Deed.READ)
    entity = desk.catalogue.entity(filters.province)
    if entity.kind != EntityType.PROVINCE:
        raise UnknownNameError(texts().services.unknown_entity.format(name=filters.province))
    rows = [_results(desk, entity, index) for index in desk.catalogue.indices()]
    own = [result for row in rows for who, _, result in row if result and who.id == entity.id]
    others = [result for row in rows for who, _, result in row if result and who.id != entity.id]
    t = texts().overview
    cards = tuple(tuple(_card(desk, *place) for place in row) for row in rows)
    gaps = tuple(
        tuple(_gaps(desk, *place, filters.pins) for place in row) for row in rows if any(place[2] for place in row)
    )
    return OverviewView(
        title=(t.title if own else t.title_none).format(name=entity.name),
        finding=_finding(own, others),
        eyebrow=t.eyebrow if own or not others else t.eyebrow_before,
        notice=_notice(desk, entity, rows) if others else "",
        cards=_side_by_side(cards),
        gaps=_side_by_side(gaps),
        gaps_lead=t.gaps_lead_target if any(map(_aimed, [*own, *others])) else t.gaps_lead,
        source=_source(desk, [*own, *others]),
    )


@dataclass(frozen=True, slots=True)
class TodayView:
    """What the leader's brief says today. lists: (heading, lines) of what to decide, who is late, what moved.

    first: the first thing to decide, with how many more; empty where there is none.
    """

    lists: tuple[tuple[str, tuple[str, ...]], ...]
    first: str


def today(desk: Desk, day: str) -> TodayView:
    """The brief of a day (year-month-day), as it stands on the page, before it what waits for this person's signature;
    nothing for whom it is not."""
    if not may(desk.actor, Deed.READ_ALL):
        return TodayView((), "")
    content = brief(desk, date.fromisoformat(day))
    none = (texts().documents.brief_none,)
    decisions = (*to_sign(desk, date.fromisoformat(day)), *(content.decisions if content.decisions != none else ()))
    t, first = texts().overview, ""
    if decisions:
        more = t.decide_more.format(count=len(decisions) - 1) if len(decisions) > 1 else ""
        first = t.decide_first.format(decision=decisions[0], more=more).strip()
    moved = content.moved if content.moved != none else (t.moved_none,)
    lists = (
        (t.decide_title, decisions or (t.decide_none,)),
        (t.late_title, content.late),
        (t.moved_title, moved),
    )
    return TodayView(lists, first)


def news(desk: Desk, since: int) -> tuple[str, ...]:
    """What was stored after an entry of the journal, newest first, in a line each; at most five and how many more."""
    if not may(desk.actor, Deed.READ_ALL) or since >= desk.office.version:
        return ()
    entries = [entry for entry in desk.office.store.entries() if entry.seq > since]
    lines = [entry_words(entry) for entry in sorted(entries, key=lambda entry: -entry.seq)[:_NEWS]]
    if len(entries) > _NEWS:
        lines.append(texts().overview.news_more.format(count=len(entries) - _NEWS))
    return tuple(lines)


@dataclass(frozen=True, slots=True)
class GroupsView:
    """The groups of one index over the years. figure: None where no year is known."""

    caption: str
    sentence: Sentence
    figure: go.Figure | None
    source: SourceNote
    png_name: str


def groups_of(desk: Desk, asked: tuple[str, str, str, tuple[str, ...]]) -> GroupsView:
    """Of (index, period, province, pinned parts): in which group the whole and each part stood, year by year."""
    index, period, province, starred = asked
    catalogue = desk.catalogue
    era = catalogue.era_of(period, index)
    who = catalogue.ours_in(era) if province == catalogue.home else province
    scores = desk.facts(SCORES, where(index_code=index, entity_id=who))
    source = SourceNote(cited(scores["source"].dropna()), as_of(desk), method_anchor="xep-hang")
    found = over_years(desk, LostFilters(index, period, who, starred=starred), printed_source(source))
    caption = texts().overview.groups_caption.format(
        name=catalogue.name_of(who), caption=fmt.lower_first(found.caption)
    )
    return GroupsView(caption, found.sentence, found.figure, source, fmt.slug("nhom", index, who))


_Place = tuple[EntityInfo, str, Result | None]
T = TypeVar("T")


def _results(desk: Desk, entity: EntityInfo, index_code: str) -> list[_Place]:
    """The province's own result; where there is none, those of the provinces it was made of."""
    own = latest(desk, entity.id, index_code)
    before = desk.catalogue.predecessors(entity.id)
    if own or not before:
        return [(entity, index_code, own)]
    return [(who, index_code, latest(desk, who.id, index_code)) for who in before]


def _card(desk: Desk, entity: EntityInfo, index_code: str, result: Result | None) -> StatCard:
    return card(desk, result) if result else empty_card(desk, entity, index_code)


def _gaps(desk: Desk, entity: EntityInfo, index_code: str, result: Result | None, pins: tuple[str, ...]) -> GapList:
    return gap_list(desk, result, pins) if result else empty_list(desk, entity, index_code)


def _side_by_side(rows: tuple[tuple[T, ...], ...]) -> tuple[tuple[T, ...], ...]:
    """Provinces beside each other, one row per index; a single province has its indices beside each other."""
    if rows and max(len(row) for row in rows) == 1:
        return (tuple(cell for row in rows for cell in row),)
    return rows


def _finding(own: Sequence[Result], others: Sequence[Result]) -> str:
    """One line: where the province stands, or where each of those stood that it was made of."""
    t = texts().overview
    if own:
        return t.finding.format(results="; ".join(_summary(result) for result in own))
    names = dict.fromkeys(result.entity.name for result in others)
    sentences = [
        t.finding_before.format(
            name=name, results=", ".join(_summary(result) for result in others if result.entity.name == name)
        )
        for name in names
    ]
    return " ".join(sentences) or t.finding_none


def _summary(result: Result) -> str:
    """ "PAPI 2024 nhóm cao nhất", "PAR INDEX 2023 nhóm B, hạng 41/63": the publisher's group before any rank."""
    t, found = texts().overview, result.standing
    words = {"index": found.index_code, "period": fmt.period(found.period_id)}
    if result.quartile:
        return t.summary_group.format(group=quartile_name(result.quartile), **words)
    label = result.grouping.label(result.value)
    rank = rank_marked(fmt.rank_of(result.rank, result.row["n_ranked"]), result.known)
    if result.rank is None:
        value = value_marked(amount(result.value, found.node.unit), result.known)
        return t.summary_value.format(value=value, **words)
    if label:
        return t.summary_both.format(group=label, rank=rank, **words)
    return t.summary_rank.format(rank=rank, **words)


def _notice(desk: Desk, entity: EntityInfo, rows: Sequence[Sequence[_Place]]) -> str:
    """For a province with results on some indices only: which are missing. And its targets, if any are set."""
    t = texts().overview
    missing = [index for row in rows for who, index, _ in row[:1] if who.id != entity.id]
    sentences = []
    if len(missing) < len(rows):
        sentences.append(t.partly_missing.format(name=entity.name, indices=listed(missing)))
    aims = {index: coming_targets(desk, entity.id, index) for index in missing}
    named = [t.aim.format(index=index, words=words) for index, words in aims.items() if words]
    if named:
        sentences.append(t.aims.format(name=entity.name, aims="; ".join(named)))
    return " ".join(sentences)


def _aimed(result: Result) -> bool:
    """Whether a target in points is set for the result or for any of its parts."""
    return bool(result.gaps.parts["target"].notna().any()) or not pd.isna(result.gaps.whole["target"])


def _source(desk: Desk, results: Sequence[Result]) -> SourceNote | None:
    if not results:
        return None
    own = (result.row["source"] for result in results)
    sources = cited(source for source in own if isinstance(source, str))
    computed = any(result.row["rank_source"] == "computed" for result in results)
    note = texts().overview.computed_help if computed else ""
    return SourceNote(sources, as_of(desk), note=note, method_anchor="xep-hang")
