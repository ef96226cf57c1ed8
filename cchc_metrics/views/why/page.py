"""The page Phân tích biến động as data: what can be chosen, and one frozen view of what was chosen."""

from collections.abc import Mapping
from dataclasses import dataclass

import plotly.graph_objects as go

from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.model import Period, PeriodClass
from cchc_metrics.schema import SCORES, TOTAL
from cchc_metrics.services.indices.why import Case, Why, why
from cchc_metrics.services.indices.why_facts import WhyQuestion
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.question import where
from cchc_metrics.services.office.units import PERCENT
from cchc_metrics.views.kit.phrases import as_of, cited, printed_source, see_before
from cchc_metrics.views.kit.sentences import Sentence
from cchc_metrics.views.kit.shapes import SourceNote, TableView
from cchc_metrics.views.kit.table_file import TableFile, columns_of, workbook_of
from cchc_metrics.views.why.figure import LEAST, caption_of, figure_of, rounding
from cchc_metrics.views.why.tables import export_columns, export_frame, parts_table, ranks_table
from cchc_metrics.views.why.words import rank_sentence, value_sentence


@dataclass(frozen=True, slots=True)
class WhyChoices:
    """What an index offers: code -> label. after: index years that hold scores, newest first."""

    entities: Mapping[str, str]
    usual_entity: str
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class YearChoices:
    """What a province and a later year offer. before: earlier years, newest first; the year itself where none is."""

    before: tuple[str, ...]
    usual_before: str
    nodes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class WhyView:
    """The page. figure is None where no change can be drawn; then no_picture says what is missing.

    sentence, rank_sentence: their figures are links. see_before: provinces with results of their own instead.
    """

    eyebrow: str
    title: str
    sentence: Sentence
    rank_sentence: Sentence
    caption: str
    figure: go.Figure | None
    source: SourceNote
    png_name: str
    no_picture: str
    upload_helps: bool
    parts: TableView | None
    ranks: TableView | None
    see_before: tuple[tuple[str, str], ...]


def _years(desk: Desk, index: str) -> tuple[str, ...]:
    periods = desk.catalogue.periods(index)
    return tuple(p for p in periods if Period.parse(p).period_class is PeriodClass.INDEX_YEAR)


def choices(desk: Desk, index: str) -> WhyChoices:
    """Provinces of both eras, ours first, and the years of an index."""
    catalogue = desk.catalogue
    after = _years(desk, index)
    return WhyChoices(
        entities={entity.id: entity.name for entity in catalogue.provinces()},
        usual_entity=catalogue.ours_in(catalogue.era_of(after[0], index)) if after else catalogue.home,
        after=_with_own(desk, index, catalogue.ours(), after),
    )


def _with_own(desk: Desk, index: str, entities: tuple[str, ...], years: tuple[str, ...]) -> tuple[str, ...]:
    """The years, the newest with a result of these entities first."""
    held = _held(desk, index, entities)
    usual = next((year for year in years if year in held), None)
    return years if usual is None else (usual, *(year for year in years if year != usual))


def _held(desk: Desk, index: str, entities: tuple[str, ...]) -> set[str]:
    """Years in which one of the entities has a total, or a published rank."""
    which = where(index_code=index, node_code=TOTAL, entity_id=list(entities))
    own = desk.facts(SCORES, which)
    return set(own.loc[own["value"].notna() | own["published_rank"].notna(), "period_id"])


def year_choices(desk: Desk, asked: tuple[str, str, str]) -> YearChoices:
    """What (index, entity, later year) offers."""
    index, entity, after = asked
    before = tuple(year for year in _years(desk, index) if year < after)
    held = _held(desk, index, (entity,))
    usual = next((year for year in before if year in held), before[0] if before else after)
    catalogue = desk.catalogue
    nodes = catalogue.nodes(index, after)
    parents = {node.parent for node in nodes}
    offered = {node.code: node.label for node in nodes if node.code in parents or node.code == TOTAL}
    return YearChoices(before or (after,), usual, offered or {TOTAL: texts().services.total})


def page(desk: Desk, asked: WhyQuestion) -> WhyView:
    """The view of one question. Raises UnknownNameError for a criterion the later year's framework lacks."""
    found = why(desk, asked)
    source = _source(desk, found)
    caption = caption_of(found)
    return WhyView(
        eyebrow=texts().why.eyebrow.format(index=desk.catalogue.index_name(asked.index_code)),
        title=_title(desk, found),
        sentence=value_sentence(desk, found),
        rank_sentence=rank_sentence(desk, found),
        caption=caption,
        figure=figure_of(desk, found, caption, printed_source(source), asked.starred),
        source=source,
        png_name=_stem(asked),
        no_picture=_missing(desk, found),
        upload_helps=found.case is not Case.WHOLE_ONLY or found.part_unit != PERCENT,
        parts=parts_table(desk, found),
        ranks=ranks_table(desk, found),
        see_before=see_before(desk, found.entity_id) if found.case is Case.NOTHING else (),
    )


def _title(desk: Desk, found: Why) -> str:
    t = texts().why
    node = found.index_code if found.node.code == TOTAL else f"{found.node.name} ({found.index_code})"
    words = {
        "index": node,
        "name": desk.catalogue.name_of(found.entity_id),
        "before": fmt.period(found.before),
        "after": fmt.period(found.after),
    }
    if not found.delta or found.hidden:
        return t.headline_none.format(**words)
    explained = t.headline if found.case in (Case.PARTS, Case.CROSSWALK) else t.headline_moved
    return explained.format(moved=t.word_risen if found.delta > 0 else t.word_fallen, **words)


def _source(desk: Desk, found: Why) -> SourceNote:
    t = texts().why
    notes = {
        Case.BROKEN: t.note_broken.format(node=found.node.label),
        Case.CROSSWALK: t.note_framework,
    }
    note = notes.get(found.case, "")
    if abs(rounding(found)) >= LEAST:
        note = t.note_rounding.format(change=fmt.signed(rounding(found), 2))
    return SourceNote(cited(found.sources), as_of(desk), note=note, method_anchor="bien-dong")


def _missing(desk: Desk, found: Why) -> str:
    """What a picture would need; empty where there is one."""
    t = texts().why
    by_case = {
        Case.FRAMEWORK: t.no_picture_framework,
        Case.WHOLE_ONLY: t.no_picture_percent if found.part_unit == PERCENT else t.no_picture_parts,
        Case.PARTS: "",
        Case.CROSSWALK: "",
        Case.BROKEN: "" if len(found.parts) and found.parts["delta"].notna().any() else t.no_picture_values,
    }
    return by_case.get(found.case, t.no_picture_values).format(
        name=desk.catalogue.name_of(found.entity_id),
        index=found.index_code,
        before=fmt.period(found.before),
        after=fmt.period(found.after),
    )


def _stem(asked: WhyQuestion) -> str:
    node = asked.node_code if asked.node_code != TOTAL else ""
    return fmt.slug("bien-dong", asked.index_code, asked.entity_id, asked.before, asked.after, node)


def file_of(desk: Desk, asked: WhyQuestion) -> bytes:
    """The table of the parts as an Excel file, unrounded."""
    found = why(desk, asked)
    t = texts().common
    filters = (
        (t.index, asked.index_code),
        (t.province, desk.catalogue.name_of(asked.entity_id)),
        (t.node, found.node.label),
        (texts().why.filter_before, fmt.period(asked.before)),
        (texts().why.filter_after, fmt.period(asked.after)),
    )
    source = _source(desk, found)
    columns = columns_of(export_columns(found))
    notes = (source.note, source.legal_basis)
    title, rows = _title(desk, found), export_frame(found)
    return workbook_of(desk, TableFile("bien-dong", title, rows, columns, filters, source.sources, notes))
