"""Kể nhanh as data: at most five slides that end in what must be decided; none where the index holds nothing."""

from dataclasses import dataclass

import plotly.graph_objects as go

from cchc_metrics.access import Deed, require
from cchc_metrics.charts.story import story_picture
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.model import Deck, Period, PeriodClass
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.moment import mark_for
from cchc_metrics.views.story.ending import ending, worth_of
from cchc_metrics.views.story.parts import behind, moved
from cchc_metrics.views.story.position import course, where
from cchc_metrics.views.story.subject import StoryQuestion, Told, subject_of


@dataclass(frozen=True, slots=True)
class StoryView:
    """The page. told: slides with the ways to their figures · figures: one for each, None where a figure stands large ·
    stem: of the files' names."""

    title: str
    subject: str
    told: tuple[Told, ...]
    figures: tuple[go.Figure | None, ...]
    stem: str


def page(desk: Desk, asked: StoryQuestion) -> StoryView:
    """The story of a province. Raises UnknownNameError for an unknown one."""
    require(desk.actor, Deed.READ)
    t, about = texts().story, subject_of(desk, asked)
    name = desk.catalogue.entity(asked.province).name if about is None else about.name
    if about is None or about.row is None:
        return StoryView(t.open, name, (), (), "")
    last = ending(desk, about)
    # What would be worth doing first ends the story of others; of ours it stands where we are behind.
    worth = worth_of(desk, about) if about.who in desk.catalogue.ours() else ""
    first = (where(desk, about), course(desk, about), moved(desk, about), behind(desk, about, worth))
    told: tuple[Told, ...] = (*first, last) if last is not None else first
    return StoryView(
        title=t.title.format(subject=about.words),
        subject=about.words,
        told=told,
        figures=tuple(story_picture(one.slide) for one in told),
        stem=fmt.slug("ke-nhanh", asked.index, asked.period, name.split(" (")[0], asked.day),
    )


def periods(desk: Desk, index: str) -> tuple[str, ...]:
    """The index years that a story can be told of, newest first."""
    held = desk.catalogue.periods(index)
    return tuple(period for period in held if Period.parse(period).period_class is PeriodClass.INDEX_YEAR)


def deck(desk: Desk, asked: StoryQuestion) -> Deck:
    """The story as slides for a file."""
    view = page(desk, asked)
    under = texts().story.made.format(day=fmt.day(asked.on))
    return Deck(view.title, under, tuple(one.slide for one in view.told), mark_for(desk, ""))
