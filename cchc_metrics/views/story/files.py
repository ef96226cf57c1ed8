"""A story as files: slides, Word, a card for messages."""

from cchc_metrics import documents
from cchc_metrics.access import Deed, require
from cchc_metrics.documents.card import card
from cchc_metrics.labels import texts
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.moment import as_of_data, mark_for
from cchc_metrics.services.reporting.documents.templates import TemplateName, story_template
from cchc_metrics.views.story.page import deck, page
from cchc_metrics.views.story.subject import StoryQuestion


def as_slides(desk: Desk, asked: StoryQuestion) -> bytes:
    """The story as .pptx on the office's template; the same data give the same bytes."""
    require(desk.actor, Deed.READ)
    require(desk.actor, Deed.DOWNLOAD)
    return documents.slides(story_template(desk, TemplateName.STORY), deck(desk, asked), as_of_data(desk))


def as_word(desk: Desk, asked: StoryQuestion) -> bytes:
    """The story as .docx on the office's template; the same data give the same bytes."""
    require(desk.actor, Deed.READ)
    require(desk.actor, Deed.DOWNLOAD)
    from cchc_metrics.documents.story_word import story_values  # noqa: PLC0415 it draws: when a file is asked for

    values = story_values(deck(desk, asked))
    return documents.fill(story_template(desk, TemplateName.STORY_WORD), values, as_of_data(desk))


def as_card(desk: Desk, asked: StoryQuestion, number: int, address: str) -> bytes:
    """One slide, counted from 0, as a picture with a code that leads to an address. Raises IndexError without it."""
    require(desk.actor, Deed.READ)
    require(desk.actor, Deed.DOWNLOAD)
    view, said = page(desk, asked), texts()
    slide = view.told[number].slide
    # What is to be decided is the office's; all else is of the province that is told of.
    head = said.shell.product if slide.numbered else view.subject
    return card(slide, head, mark_for(desk, ""), address, said.story.card_scan)
