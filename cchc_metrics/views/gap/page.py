"""The page Khoảng cách mục tiêu as data: what can be chosen, and one frozen view of what was chosen."""

from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from cchc_metrics.charts.gap import gap_bars
from cchc_metrics.charts.gap_range import gap_range
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import named, texts
from cchc_metrics.labels.format import listed
from cchc_metrics.model import ScoreKind
from cchc_metrics.model.rows import records
from cchc_metrics.schema import SCORES, TOTAL
from cchc_metrics.services.indices.gaps import Gaps, against_all
from cchc_metrics.services.indices.yardsticks import (
    BEST,
    MAXIMUM,
    MEAN,
    TARGET,
    YARDSTICKS,
    Yardstick,
    name_of,
    ordered,
)
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.question import Question, where
from cchc_metrics.services.office.units import PERCENT, unit_of
from cchc_metrics.views.gap.table import group_confirmed, parts_table, whole_table
from cchc_metrics.views.gap.words import DECIMALS, check_line, finding, hover, without_target
from cchc_metrics.views.kit.hues import hue
from cchc_metrics.views.kit.phrases import as_of, cited, printed_source, see_before, unit_of_difference
from cchc_metrics.views.kit.pins import starred
from cchc_metrics.views.kit.shapes import SourceNote, TableView


@dataclass(frozen=True, slots=True)
class GapFilters:
    """What the visitor asks to see. group: "" is the whole country."""

    index: str
    period: str
    entity: str
    parent: str = TOTAL
    against: str = MAXIMUM.code
    group: str = ""
    score_kind: str = ScoreKind.PUBLISHED
    pinned: tuple[str, ...] = ()
    starred: tuple[str, ...] = ()

    @property
    def question(self) -> Question:
        """The criterion whose parts these are."""
        return Question(self.index, self.period, self.parent, self.score_kind)


@dataclass(frozen=True, slots=True)
class GapView:
    """The page. figure is None when no distance is known; ``remarks`` say what the picture cannot.

    see_before: (entity id, label of the link) where a province has no results of its own yet.
    """

    eyebrow: str
    title: str
    finding: str = ""
    caption: str = ""
    figure: go.Figure | None = None
    source: SourceNote | None = None
    png_name: str = ""
    remarks: tuple[str, ...] = ()
    parts: TableView | None = None
    whole: TableView | None = None
    whole_title: str = ""
    target_invitation: str = ""
    empty_title: str = ""
    empty_body: str = ""
    see_before: tuple[tuple[str, str], ...] = ()


def page(desk: Desk, filters: GapFilters) -> GapView:
    """The view of these filters."""
    found = against_all(desk, filters.question, filters.entity, peers=filters.group)
    valued = bool(found.parts["value"].notna().any())
    if not valued and pd.isna(found.whole["value"]):
        return _nothing_known(desk, filters)
    yardstick = YARDSTICKS[filters.against]
    whole_unit = unit_of(found.parent.unit, filters.score_kind)
    unit = unit_of(_part_unit(desk, filters), filters.score_kind) if valued else whole_unit
    caption = _caption(found, yardstick, valued=valued)
    source = SourceNote(
        cited(found.sources), as_of(desk), note=_note(desk, found, yardstick), method_anchor="khoang-cach"
    )
    return GapView(
        eyebrow=desk.catalogue.index_name(filters.index),
        title=_title(desk, found),
        finding=finding(desk, found, yardstick, unit),
        caption=caption,
        figure=_figure(desk, found, yardstick, unit, title=caption, footer=printed_source(source), filters=filters),
        source=source,
        png_name=fmt.slug("khoang-cach", filters.index, filters.period, yardstick.code),
        remarks=_remarks(desk, found, filters, unit, valued=valued),
        parts=_parts(desk, found, yardstick, unit) if valued else None,
        whole=None if pd.isna(found.whole["value"]) else whole_table(desk, found, whole_unit, filters.score_kind),
        whole_title=texts().gap.whole_section.format(node=found.parent.label),
        target_invitation=_invitation(desk, found),
    )


def _part_unit(desk: Desk, filters: GapFilters) -> str:
    return desk.catalogue.children(filters.index, filters.period, filters.parent)[0].unit


def _caption(found: Gaps, yardstick: Yardstick, *, valued: bool) -> str:
    t = texts().gap
    words = t.caption_whole if not valued else t.caption if found.parent.code == TOTAL else t.caption_part
    return words.format(
        reference=name_of(yardstick, found),
        node=found.parent.label,
        index=found.index_code,
        period=fmt.period(found.period_id),
    )


def _title(desk: Desk, found: Gaps) -> str:
    t = texts().gap
    words = t.title if found.parent.code == TOTAL else t.title_part
    return words.format(
        index=found.index_code,
        period=fmt.period(found.period_id),
        name=desk.catalogue.name_of(found.entity_id),
        node=found.parent.label,
    )


def _nothing_known(desk: Desk, filters: GapFilters) -> GapView:
    """Why there is no distance to show: not founded yet, only a rank printed, or nothing at all."""
    t, catalogue = texts().gap, desk.catalogue
    name = catalogue.name_of(filters.entity)
    eyebrow = catalogue.index_name(filters.index)
    before = catalogue.predecessors(filters.entity)
    if before and catalogue.era_of(filters.period, filters.index) != catalogue.entity(filters.entity).era:
        merged = listed([entity.name for entity in before])
        return GapView(
            eyebrow,
            t.heading,
            empty_title=texts().trend.successor_title.format(name=name),
            empty_body=texts().trend.successor_body.format(names=merged),
            see_before=see_before(desk, filters.entity),
        )
    title = t.missing_title.format(name=name, index=filters.index, period=fmt.period(filters.period))
    return GapView(eyebrow, t.heading, empty_title=title, empty_body=_why_missing(desk, filters))


def _why_missing(desk: Desk, filters: GapFilters) -> str:
    """A rank printed without its score, the words of the source, or that there is nothing."""
    t = texts().gap
    which = where(
        index_code=filters.index,
        period_id=filters.period,
        entity_id=filters.entity,
        node_code=filters.parent,
        score_kind=filters.score_kind,
    )
    found = desk.facts(SCORES, which)
    ranked = found[found["published_rank"].notna()]
    if not ranked.empty:
        rank = fmt.rank_of(ranked["published_rank"].iloc[0], ranked["rank_out_of"].iloc[0])
        return t.rank_only_body.format(rank=rank)
    notes = found["note"].dropna()
    return t.noted_body.format(note=named(notes.iloc[0])) if len(notes) else t.missing_body


def _range(desk: Desk, found: Gaps, unit: str, *, title: str, footer: str, filters: GapFilters) -> go.Figure:
    """Ours, the median and the best of each part, as shares of the maximum where maxima differ."""
    rows, own = found.parts, desk.catalogue.name_of(found.entity_id)
    shared = unit == PERCENT or len(set(rows["max_score"])) == 1 or bool(rows["max_score"].isna().any())
    scale = 1.0 if shared else 100 / rows["max_score"]
    frame = pd.DataFrame(
        {
            "node_code": rows["node_code"],
            "name": _starred(rows, filters),
            **{name: rows[name].astype("float64") * scale for name in ("value", "median", "best")},
            "hover": [hover(desk, found, row, BEST, unit) for row in records(rows)],
            **{one: _values_of(desk, found, one) * scale for one in filters.pinned},
        }
    )
    axis = unit if shared else PERCENT
    pins = {one: desk.catalogue.name_of(one) for one in filters.pinned}
    return gap_range(frame, own=own, unit=axis, decimals=DECIMALS, pins=pins, title=title, footer=footer)


def _starred(rows: pd.DataFrame, filters: GapFilters) -> list[str]:
    """The names of parts, a star before the pinned ones."""
    return [starred(name, code, filters.starred) for name, code in zip(rows["name"], rows["node_code"], strict=True)]


def _values_of(desk: Desk, found: Gaps, entity: str) -> pd.Series:
    """What another province has of each part, missing where nothing is known."""
    asked = Question(found.index_code, found.period_id, score_kind=found.score_kind)
    held = desk.facts(SCORES, asked.where(node_code=list(found.parts["node_code"]), entity_id=entity))
    values = dict(zip(held["node_code"], held["value"], strict=True))
    return pd.Series([values.get(code) for code in found.parts["node_code"]], index=found.parts.index, dtype="float64")


def _figure(
    desk: Desk,
    found: Gaps,
    yardstick: Yardstick,
    unit: str,
    *,
    title: str,
    footer: str,
    filters: GapFilters,
) -> go.Figure | None:
    """The range to the best; to another yardstick bars of the parts, of the whole where no part is known.

    None when no distance is known.
    """
    reference = name_of(yardstick, found)
    known = bool(found.parts["value"].notna().any())
    if yardstick is BEST and known and found.parts["to_best"].notna().any():
        called = f"{desk.catalogue.name_of(found.entity_id)}: {fmt.lower_first(title)}"
        return _range(desk, found, unit, title=called, footer=footer, filters=filters)
    rows = ordered(found.parts, yardstick) if known else found.whole.to_frame().T
    if yardstick is TARGET:
        rows = rows[rows["target"].notna()]
    gaps = rows[yardstick.gap].astype("float64")
    if gaps.isna().all():
        return None
    frame = pd.DataFrame(
        {
            "node_code": rows["node_code"],
            "name": _starred(rows, filters) if known else found.parent.label,
            # A phone has no room for "79,46/100" behind the bar, and every percentage is out of a hundred.
            "value": rows["value"].astype("float64") if known or unit != PERCENT else float("nan"),
            "max_score": rows["max_score"].astype("float64") if unit != PERCENT else float("nan"),
            "gap": gaps,
            "hover": [hover(desk, found, row, yardstick, unit) for row in records(rows)],
        }
    )
    return gap_bars(
        frame,
        reference=reference,
        hue=hue(desk, found.index_code),
        unit=unit_of_difference(unit, short=True),
        decimals=DECIMALS,
        title=f"{desk.catalogue.name_of(found.entity_id)}: {fmt.lower_first(title)}",
        footer=footer,
    )


def _parts(desk: Desk, found: Gaps, yardstick: Yardstick, unit: str) -> TableView:
    caption = texts().gap.parts_caption.format(
        node=found.parent.label,
        index=found.index_code,
        period=fmt.period(found.period_id),
        unit=unit,
        reference=name_of(yardstick, found),
        group=named(found.peer_group) or texts().common.nation.lower(),
    )
    return parts_table(desk, found, yardstick, caption, adds_up=unit != PERCENT)


def _note(desk: Desk, found: Gaps, yardstick: Yardstick) -> str:
    """Over how many provinces the yardstick was taken."""
    t, rows = texts().gap, found.parts if not found.parts.empty else found.whole.to_frame().T
    if yardstick is BEST and rows["best"].notna().any():
        return t.note_best.format(count=int(rows["n_scored"].max()), of=found.population)
    if yardstick is MEAN and rows["peer_mean"].notna().any():
        note = t.note_mean.format(count=int(rows["n"].max()), of=found.peer_count)
        return note if group_confirmed(desk, found) else f"{note}; {t.note_unconfirmed}"
    return ""


def _remarks(desk: Desk, found: Gaps, filters: GapFilters, unit: str, *, valued: bool) -> tuple[str, ...]:
    t = texts().gap
    if valued:
        untargeted = without_target(found) if filters.against == TARGET.code else ""
        return tuple(words for words in (untargeted, check_line(found, unit, filters.score_kind)) if words)
    words = t.no_parts if found.parts.empty else t.no_part_scores
    return (
        words.format(
            index=filters.index,
            period=fmt.period(filters.period),
            node=found.parent.label,
            name=desk.catalogue.name_of(filters.entity),
        ),
    )


def _invitation(desk: Desk, found: Gaps) -> str:
    """Asks for targets where none is set for the criterion or any of its parts."""
    if found.parts["target"].notna().any() or not pd.isna(found.whole["target"]):
        return ""
    name = desk.catalogue.name_of(found.entity_id)
    return texts().gap.target_invitation.format(name=name, index=found.index_code, period=fmt.period(found.period_id))
