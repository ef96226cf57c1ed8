"""Whom a story is about: one province on one index, in one year, on one base of provinces."""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from cchc_metrics.errors import UnknownNameError
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.model import Slide
from cchc_metrics.services.indices.lineage import AFTER, Way, pro_forma_standing
from cchc_metrics.services.indices.panel import PUBLISHED
from cchc_metrics.services.indices.places import NOT_QUIET, Quiet, quiet_moves
from cchc_metrics.services.indices.places_on_base import quiet_estimates
from cchc_metrics.services.indices.standing import Standing
from cchc_metrics.services.indices.standing_on_base import standing_on
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.question import Question
from cchc_metrics.services.office.units import unit_of
from cchc_metrics.views.kit.phrases import as_of, cited
from cchc_metrics.views.kit.shapes import CardLink

# So many sources are named under a picture that leaves the product; the page names all.
_SOURCES_NAMED = 3


@dataclass(frozen=True, slots=True)
class StoryQuestion:
    """What is told. province: an entity id · base: "34" for estimates, else as published · day: year-month-day."""

    index: str
    period: str
    province: str
    base: str
    day: str

    @property
    def whole(self) -> Question:
        """The index's total."""
        return Question(self.index, self.period)

    @property
    def on(self) -> date:
        """The day on which it is told."""
        return date.fromisoformat(self.day)


@dataclass(frozen=True, slots=True)
class Told:
    """A slide, and where its figures can be looked up whole."""

    slide: Slide
    trace: CardLink


@dataclass(frozen=True, slots=True)
class Subject:
    """Who is told of, with the whole ranking they stand in. way: how estimates are made, None where published."""

    asked: StoryQuestion
    who: str
    name: str
    found: Standing
    way: Way | None
    row: pd.Series | None
    unit: str
    quiet: Quiet

    @property
    def words(self) -> str:
        """ "PAPI 2024, Quảng Trị (cũ)"."""
        t = texts().story
        named = t.subject.format(index=self.asked.index, period=fmt.period(self.asked.period), name=self.name)
        return t.estimated.format(subject=named) if self.way is not None else named

    @property
    def value(self) -> float | None:
        """The value of the whole; None where only a rank or nothing is known."""
        return None if self.row is None or pd.isna(self.row["value"]) else float(self.row["value"])

    def source(self, desk: Desk, sources: tuple[str, ...] = (), note: str = "") -> str:
        """The line under a picture: sources, as of when, and that estimates are none of the publisher's figures."""
        t, named = texts().story, cited(sources or self.found.sources)
        listed = "; ".join(named[:_SOURCES_NAMED])
        if len(named) > _SOURCES_NAMED:
            listed = t.more_sources.format(sources=listed, count=len(named) - _SOURCES_NAMED)
        estimate = f"* {texts().lineage.not_published}" if self.way is not None else ""
        parts = (t.source.format(sources=listed) if listed else "", _closed(as_of(desk)), _closed(estimate or note))
        return " ".join(part for part in parts if part)


def _closed(words: str) -> str:
    return f"{words.rstrip('.')}." if words else ""


def subject_of(desk: Desk, asked: StoryQuestion) -> Subject | None:
    """None where the index holds nothing of that year. Raises UnknownNameError for an unknown province."""
    desk.catalogue.entity(asked.province)
    try:
        found, way = standing_on(desk, asked.whole, base=asked.base, method="")
    except UnknownNameError:
        return None
    who = _on_base(desk, asked.province, found.base)
    return Subject(
        asked=asked,
        who=who,
        name=desk.catalogue.entity(who).name,
        found=found,
        way=way,
        row=found.row(who),
        unit=unit_of(found.node.unit, PUBLISHED),
        quiet=_quiet(desk, asked, way).get(who, NOT_QUIET),
    )


def _on_base(desk: Desk, province: str, base: str) -> str:
    """The province on the base of the ranking: ours whichever it has, of others the one it became or bore its name."""
    catalogue = desk.catalogue
    entity = catalogue.entity(province)
    if entity.era == base:
        return province
    if province in catalogue.ours():
        return catalogue.ours_in(base)
    kin = (entity.successor or "",) if base == AFTER else tuple(one.id for one in catalogue.predecessors(province))
    return next((one for one in kin if one), province)


def _quiet(desk: Desk, asked: StoryQuestion, way: Way | None) -> dict[str, Quiet]:
    if way is None:
        return dict(quiet_moves(desk, asked.whole))
    made = pro_forma_standing(desk, asked.whole, way=way)
    return dict(quiet_estimates(desk, made))
