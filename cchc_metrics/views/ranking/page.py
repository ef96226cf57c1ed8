"""The page Xếp hạng as data: who stands where on one criterion, in one frozen view."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from cchc_metrics.charts import theme
from cchc_metrics.charts.ranking import ranking_dots
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import named, texts
from cchc_metrics.model import Period, ScoreKind
from cchc_metrics.model.rows import records
from cchc_metrics.schema import SCORES, TOTAL
from cchc_metrics.services.indices.lineage import AFTER, Way, pro_forma_standing
from cchc_metrics.services.indices.noise import Swing, apart
from cchc_metrics.services.indices.panel import PUBLISHED
from cchc_metrics.services.indices.places import Quiet, quiet_moves
from cchc_metrics.services.indices.places_on_base import quiet_estimates
from cchc_metrics.services.indices.results import grouping, legal_basis, peer_rank
from cchc_metrics.services.indices.selection import Selection, select
from cchc_metrics.services.indices.sightings import NOT_TOLD, Known, figure_known, known_of
from cchc_metrics.services.indices.standing import Standing, target_of
from cchc_metrics.services.indices.standing_on_base import standing_on
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.question import Question, where
from cchc_metrics.services.office.units import unit_of
from cchc_metrics.views.kit.known import dense_marks
from cchc_metrics.views.kit.phrases import as_of, cited, printed_source
from cchc_metrics.views.kit.shapes import SourceNote, TableView
from cchc_metrics.views.ranking.question import RankingQuestion
from cchc_metrics.views.ranking.table import ranking_table
from cchc_metrics.views.ranking.words import ESTIMATE_MARK, caption, finding, headline, hovers, marked

DECIMALS = 2
AROUND_PICTURE = 120
LEAST = 420


@dataclass(frozen=True, slots=True)
class RankingFilters:
    """What the visitor asks to see. group: "" is the whole country. province: the one that is "ta" here.

    base: "34" for the estimates of a period that was published on 63 (method: how), else as published.
    """

    index_code: str
    period_id: str
    node_code: str
    score_kind: str
    group: str
    province: str
    everyone: bool
    base: str = ""
    method: str = ""
    pinned: tuple[str, ...] = ()

    @property
    def question(self) -> Question:
        """The criterion whose ranking this is."""
        return Question(self.index_code, self.period_id, self.node_code, self.score_kind)


@dataclass(frozen=True, slots=True)
class RankingView:
    """The page: title and finding as sentences, the bars (None without any value), the table, the source of both."""

    title: str
    finding: str
    eyebrow: str
    caption: str
    figure: go.Figure | None
    table: TableView | None
    source: SourceNote
    png_name: str

    @property
    def height(self) -> int:
        """Pixels the picture takes on the page with its heading and source: the table beside it ends there too."""
        drawn = int(self.figure.layout.height) if self.figure is not None else 0
        return max(drawn - theme.TITLE_STRIP - theme.SOURCE_STRIP + AROUND_PICTURE, LEAST)


def page(desk: Desk, filters: RankingFilters) -> RankingView:
    """The view of one ranking. Raises UnknownNameError for an index, period or criterion that holds no scores."""
    found, way = standing_on(desk, filters.question, base=filters.base, method=filters.method)
    catalogue = desk.catalogue
    ours = frozenset(catalogue.ours())
    focus = catalogue.entity(filters.province)
    value, rank, _ = target_of(desk, filters.question, focus.id)
    group = filters.group or focus.peers
    asked = RankingQuestion(
        found=found,
        focus=focus,
        row=found.row(focus.id),
        grouping=grouping(desk, filters.question),
        peers=peer_rank(desk, found, focus.id, group) if group else None,
        group=filters.group,
        unit=unit_of(found.node.unit, filters.score_kind),
        target=value,
        target_rank=rank,
        told_in=_told_in(desk, filters),
        way=way,
        quiet=_quiet(desk, filters, way),
        known=_known(desk, filters, found, way),
        known_before=_known_before(desk, filters, found) if way is None else NOT_TOLD,
        least=_least(desk, found, focus.id) if way is None else None,
    )
    picked = select(desk, found, filters.group, focus.id, everyone=filters.everyone, pinned=filters.pinned)
    words = caption(asked)
    home = ours if focus.id in ours else frozenset({focus.id})
    source = _source(desk, asked)
    return RankingView(
        title=headline(asked),
        finding=finding(asked, picked),
        eyebrow=texts().ranking.eyebrow.format(index=catalogue.index_name(filters.index_code)),
        caption=words,
        figure=_figure(desk, asked, picked, home, source, pins=filters.pinned),
        table=ranking_table(asked, picked, home) if len(picked.rows) else None,
        source=source,
        png_name=_file_name(filters),
    )


def _known(desk: Desk, filters: RankingFilters, found: Standing, way: Way | None) -> Mapping[str, Known]:
    """How the totals are known; of parts no source beside their own is written down."""
    if way is not None:
        return dict(zip(found.table["entity_id"], found.table["known"], strict=True))
    published = filters.node_code == TOTAL and filters.score_kind == ScoreKind.PUBLISHED
    return known_of(desk, filters.index_code, filters.period_id) if published else {}


def _known_before(desk: Desk, filters: RankingFilters, found: Standing) -> Known:
    index, node, period = filters.index_code, filters.node_code, found.previous_period or ""
    return figure_known(desk, Question(index, period, node, filters.score_kind), filters.province)


def _quiet(desk: Desk, filters: RankingFilters, way: Way | None) -> Mapping[str, Quiet]:
    """Which changes noise alone may well make; known of published scores alone."""
    if filters.score_kind != PUBLISHED:
        return {}
    if way is not None:
        made = pro_forma_standing(desk, filters.question, way=way)
        return quiet_estimates(desk, made)
    return quiet_moves(desk, filters.question)


def _least(desk: Desk, found: Standing, entity: str) -> Swing | None:
    """How far a province must lie from the first one to be told apart from it."""
    first = found.table[(found.table["rank"] == 1) & found.table["value"].notna()]["entity_id"]
    if first.empty or found.score_kind != PUBLISHED:
        return None
    return apart(desk, found.index_code, found.node.code, found.period_id, entity, other=str(first.iloc[0]))


def _told_in(desk: Desk, filters: RankingFilters) -> tuple[str, ...]:
    which = where(
        index_code=filters.index_code,
        node_code=filters.node_code,
        score_kind=filters.score_kind,
        entity_id=filters.province,
    )
    own = desk.facts(SCORES, which)
    told = set(own[own["value"].notna() | own["published_rank"].notna()]["period_id"]) - {filters.period_id}
    return tuple(sorted(told, key=Period.parse, reverse=True))


def _medians(desk: Desk, asked: RankingQuestion) -> dict[str, float]:
    """The median of the country and of the province's group, where enough of them have a value."""
    found, catalogue = asked.found, desk.catalogue
    base = catalogue.era_of(found.period_id, found.index_code) if asked.way is None else AFTER
    middles = {}
    for group in dict.fromkeys(("", asked.focus.peers)):
        members = catalogue.members(group, base)
        held = found.table[found.table["entity_id"].isin(members)]["value"].dropna()
        if len(held) and len(held) >= desk.office.settings.rank_coverage * len(members):
            middles[named(group) or texts().common.nation.lower()] = float(held.median())
    return middles


def _figure(
    desk: Desk,
    asked: RankingQuestion,
    picked: Selection,
    home: frozenset[str],
    source: SourceNote,
    *,
    pins: tuple[str, ...],
) -> go.Figure | None:
    """The dots; None where of nobody more than a rank is known."""
    rows = picked.rows
    if not rows["value"].notna().any():
        return None
    compared = rows["places_gained"].notna()
    marks = [dense_marks(asked.known_of(row)) for row in records(rows)]
    frame = pd.DataFrame(
        {
            "entity_id": rows["entity_id"],
            "value_mark": [value for value, _ in marks],
            "rank_mark": [rank for _, rank in marks],
            "name": [marked(asked, row) for row in records(rows)],
            "value": rows["value"],
            "rank": rows["rank"],
            "n_ranked": rows["n_ranked"],
            "previous_rank": rows["previous_rank"].where(compared),
            "previous_value": rows["previous_value"].where(rows["change"].notna()),
            "quiet": [asked.quiet_of(row).rank or asked.quiet_of(row).unsure for row in records(rows)],
            "quartile": rows["quartile"] if asked.grouping.by_quartile else pd.NA,
            "block": rows["block"],
            "hover": hovers(asked, rows),
        }
    )
    return ranking_dots(
        frame,
        home=home,
        index_code=asked.found.index_code,
        unit=asked.unit,
        decimals=DECIMALS,
        target=asked.target,
        medians=_medians(desk, asked),
        title=headline(asked),
        footer=printed_source(source),
        pins=pins,
    )


def _source(desk: Desk, asked: RankingQuestion) -> SourceNote:
    t, found = texts().ranking, asked.found
    basis = named(legal_basis(desk, found.index_code, found.period_id))
    if asked.way is not None:
        note = f"{ESTIMATE_MARK} {texts().lineage.not_published}. {t.rank_note_estimate}"
        return SourceNote(cited(found.sources), as_of(desk), basis, note, method_anchor="he-34")
    note = t.rank_note_computed if found.computed else t.rank_note_published
    if any(any(dense_marks(known)) for known in asked.known.values()):
        note = f"{note}. {texts().published.dense_note}"
    return SourceNote(cited(found.sources), as_of(desk), basis, note, method_anchor="xep-hang")


def _file_name(filters: RankingFilters) -> str:
    node = filters.node_code if filters.node_code != TOTAL else ""
    base = (f"he-{filters.base}", filters.method) if filters.base and filters.method else ()
    return fmt.slug("xep-hang", filters.index_code, fmt.period(filters.period_id), node, *base)
