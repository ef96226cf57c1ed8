"""The page Điểm chưa đạt & đơn vị phụ trách as data: what can be chosen, and one frozen view of what was chosen."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import plotly.graph_objects as go

from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import named, texts
from cchc_metrics.labels.format import listed, sort_key
from cchc_metrics.model import ScoreKind, TargetKind
from cchc_metrics.schema import SCORES, TARGETS, TOTAL
from cchc_metrics.services.indices.choices import period_choices
from cchc_metrics.services.indices.lost import LostFilters, lost
from cchc_metrics.services.indices.way import BEST, MAXIMUM, TARGET
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.question import Question, where
from cchc_metrics.services.office.units import PERCENT_KIND
from cchc_metrics.views.kit.phrases import as_of, cited, printed_source, see_before
from cchc_metrics.views.kit.sentences import Sentence
from cchc_metrics.views.kit.shapes import SourceNote, TableView
from cchc_metrics.views.kit.table_file import TableFile, columns_of, workbook_of
from cchc_metrics.views.lost import compare, pareto, way
from cchc_metrics.views.lost import groups as lost_groups
from cchc_metrics.views.lost.look import Look, words_of

PARTS, UNITS, KINDS, WAY, PEERS, GROUPS = "diem-mat", "don-vi", "tu-cham", "muc-tieu", "manh-yeu", "nhom"
REGION, TWIN, NATION, CHOSEN = "vung", "cung-sap-xep", "ca-nuoc", "tu-chon"


@dataclass(frozen=True, slots=True)
class LostChoices:
    """What an index and period offer: code -> label in reading order."""

    entities: Mapping[str, str]
    usual_entity: str
    parents: Mapping[str, str]
    deep: frozenset[str]
    kinds: Mapping[str, str]
    looks: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class PeerChoices:
    """Whom a province can be held against: code -> label, the members of each, and provinces to choose from."""

    groups: Mapping[str, str]
    members: Mapping[str, tuple[str, ...]]
    provinces: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class LostView:
    """The page. figure is None where nothing can be drawn; then missing says what it takes.

    see_before: provinces with results of their own instead.
    """

    eyebrow: str
    title: str
    sentence: Sentence
    caption: str
    figure: go.Figure | None
    table: TableView | None
    source: SourceNote
    png_name: str
    remarks: tuple[str, ...]
    missing: str
    downloadable: bool
    see_before: tuple[tuple[str, str], ...]


def periods(desk: Desk, index: str) -> tuple[Mapping[str, str], str]:
    """Periods that hold scores, newest first, and the newest with a result of ours."""
    offered = period_choices(desk, index)
    return offered.labels, offered.usual


def choices(desk: Desk, asked: Question) -> LostChoices:
    """What an index in a period offers."""
    index, period = asked.index, asked.period
    catalogue, t = desk.catalogue, texts().lost
    era = catalogue.era_of(period, index)
    nodes = catalogue.nodes(index, period)
    parents = {node.parent for node in nodes if node.parent}
    entities = {entity.id: entity.name for entity in catalogue.provinces(era)}
    if catalogue.home not in entities and catalogue.name_of(catalogue.home) != catalogue.home:
        entities[catalogue.home] = catalogue.name_of(catalogue.home)
    kinds = {code: label for code, label in catalogue.score_kinds(index).items() if code != PERCENT_KIND}
    looks = {PARTS: t.look_parts, UNITS: t.look_units}
    looks |= {KINDS: t.look_kinds} if {ScoreKind.SELF, ScoreKind.APPRAISED} <= set(kinds) else {}
    looks |= {WAY: t.look_way, PEERS: t.look_peers, GROUPS: t.look_groups}
    return LostChoices(
        entities=entities,
        usual_entity=catalogue.ours_in(era),
        parents={node.code: node.label for node in nodes if node.code in parents or node.code == TOTAL},
        deep=frozenset(node.parent for node in nodes if node.code in parents),
        kinds=kinds or {ScoreKind.PUBLISHED: ""},
        looks=looks,
    )


def yardsticks(desk: Desk, place: tuple[str, str, str]) -> Mapping[str, str]:
    """What (index, period, entity) can be led to; the target first where one is set."""
    t = texts().lost
    which = where(index_code=place[0], period_id=place[1], entity_id=place[2], target_kind=TargetKind.VALUE)
    target = {TARGET: t.against_target}
    others = {MAXIMUM: t.against_max, BEST: t.against_best}
    return target | others if len(desk.facts(TARGETS, which)) else others | target


def peer_choices(desk: Desk, entity_id: str) -> PeerChoices:
    """The region, the provinces of the same merger, the country, and any province of the base."""
    catalogue, t = desk.catalogue, texts().lost
    entity = catalogue.entity(entity_id)
    provinces = {one.id: one.name for one in catalogue.provinces(entity.era) if one.id != entity_id}
    twins = tuple(one.id for one in catalogue.predecessors(entity.successor) if one.id != entity_id)
    groups: dict[str, str] = {}
    members: dict[str, tuple[str, ...]] = {}
    if entity.peers:
        groups[REGION] = named(entity.peers)
        members[REGION] = tuple(sorted(catalogue.members(entity.peers, entity.era) - {entity_id}))
    if entity.successor and twins:
        groups[TWIN] = listed([catalogue.name_of(code) for code in twins])
        members[TWIN] = twins
    groups |= {NATION: texts().common.nation, CHOSEN: t.chosen}
    members[NATION] = tuple(sorted(provinces))
    ordered = sorted(provinces, key=lambda code: sort_key(provinces[code]))
    return PeerChoices(groups, members, {code: provinces[code] for code in ordered})


def peers_called(desk: Desk, offered: PeerChoices, group: str, chosen: tuple[str, ...]) -> str:
    """What the peers are called together inside a sentence."""
    if group != CHOSEN:
        return offered.groups[group] if group != NATION else offered.groups[group].lower()
    return listed([desk.catalogue.name_of(code) for code in chosen])


@dataclass(frozen=True, slots=True)
class LostQuestion:
    """A look and what it is asked of."""

    look: str
    filters: LostFilters


def page(desk: Desk, asked: LostQuestion) -> LostView:
    """The view of one look. Raises UnknownNameError for a criterion the year's framework lacks."""
    filters, catalogue = asked.filters, desk.catalogue
    source = SourceNote(_sources(desk, filters), as_of(desk), method_anchor="diem-chua-dat")
    look = _look(desk, asked, printed_source(source))
    t, words = texts().lost, words_of(desk, filters)
    title = t.headline if filters.parent == TOTAL else t.headline_part
    return LostView(
        eyebrow=texts().lost.eyebrow.format(index=catalogue.index_name(filters.index)),
        title=title.format(**words),
        sentence=look.sentence,
        caption=look.caption,
        figure=look.figure,
        table=look.table,
        source=SourceNote(source.sources, source.as_of, note=look.note, method_anchor=source.method_anchor),
        png_name=_stem(asked),
        remarks=look.remarks,
        missing=look.missing,
        downloadable=not look.frame.empty and bool(look.columns),
        see_before=_see_before(desk, filters) if look.missing else (),
    )


def _look(desk: Desk, asked: LostQuestion, footer: str) -> Look:
    of_parts: Mapping[str, Callable[..., Look]] = {
        PARTS: pareto.by_part,
        UNITS: pareto.by_unit,
        WAY: way.look,
    }
    if asked.look in of_parts:
        return of_parts[asked.look](desk, lost(desk, asked.filters), footer)
    others: Mapping[str, Callable[..., Look]] = {
        KINDS: compare.kinds,
        PEERS: compare.peers,
        GROUPS: lost_groups.over_years,
    }
    return others[asked.look](desk, asked.filters, footer)


def _sources(desk: Desk, filters: LostFilters) -> tuple[str, ...]:
    which = where(index_code=filters.index, period_id=filters.period, entity_id=filters.entity)
    return cited(dict.fromkeys(desk.facts(SCORES, which)["source"].dropna()))


def _see_before(desk: Desk, filters: LostFilters) -> tuple[tuple[str, str], ...]:
    catalogue = desk.catalogue
    if catalogue.era_of(filters.period, filters.index) == catalogue.entity(filters.entity).era:
        return ()
    return see_before(desk, filters.entity)


def _stem(asked: LostQuestion) -> str:
    filters = asked.filters
    node = filters.parent if filters.parent != TOTAL else ""
    return fmt.slug(asked.look, filters.index, filters.entity, fmt.period(filters.period), node)


def file_of(desk: Desk, asked: LostQuestion) -> bytes:
    """The table of the look as an Excel file, unrounded."""
    view, look, t = page(desk, asked), _look(desk, asked, ""), texts().common
    filters = (
        (t.index, asked.filters.index),
        (t.period, fmt.period(asked.filters.period)),
        (t.province, desk.catalogue.name_of(asked.filters.entity)),
        (t.node, words_of(desk, asked.filters)["node"]),
    )
    notes, sources = (view.source.note, view.source.legal_basis), view.source.sources
    columns = columns_of(look.columns)
    return workbook_of(desk, TableFile("diem-chua-dat", look.caption, look.frame, columns, filters, sources, notes))
