"""Kể nhanh on the screen: a slide below the other, one at a time in a meeting; and its files."""

from functools import partial
from urllib.parse import urlsplit

import streamlit as st

from cchc_metrics.access import Deed, may
from cchc_metrics.access.places import may_open
from cchc_metrics.labels import texts
from cchc_metrics.model import Slide
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.ui.components import chart, download
from cchc_metrics.ui.components.address import href
from cchc_metrics.ui.components.markup import element, escaped, kept, kept_names, wrapped
from cchc_metrics.ui.context import carried
from cchc_metrics.ui.drawn import put
from cchc_metrics.views.story import files
from cchc_metrics.views.story.page import StoryView
from cchc_metrics.views.story.subject import StoryQuestion, Told

SLUG = "ke-nhanh"


def present_button() -> None:
    """Begins the meeting with the first slide."""
    said = texts()
    icon = element("span", "present_to_all", "cchc-icon", aria_hidden="true")
    inner = icon + element("span", said.story.present)
    put(wrapped("button", inner, "cchc-meet cchc-present", type="button", title=said.shell.meeting_help))


def story_files(desk: Desk, asked: StoryQuestion, view: StoryView) -> None:
    """Slides and Word, for those who may take files."""
    t = texts().story
    if not may(desk.actor, Deed.DOWNLOAD):
        return
    stem = f"{view.stem}-{desk.office.version}"
    with st.container(horizontal=True, gap="small", key="story-files"):
        present_button()
        download(t.pptx, partial(files.as_slides, desk, asked), f"{stem}.pptx", key="tai-ke-pptx", primary=True)
        download(t.word, partial(files.as_word, desk, asked), f"{stem}.docx", key="tai-ke-word")


def slide_show(desk: Desk, asked: StoryQuestion, view: StoryView) -> None:
    """The slides in order, each with its source, the way to its figures and its card."""
    address = _address(desk)
    for number, (told, figure) in enumerate(zip(view.told, view.figures, strict=True)):
        with st.container(key=f"slide-{number + 1}"):
            _head(told.slide, number, len(view.told))
            _body(told.slide, figure, f"{view.stem}-{number + 1}", number)
            _foot(desk, told)
            if may(desk.actor, Deed.DOWNLOAD):
                build = partial(files.as_card, desk, asked, number, address)
                name = f"{view.stem}-{number + 1}-{desk.office.version}.png"
                download(texts().story.card, build, name, key=f"tai-the-{number + 1}", help=texts().story.card_help)


def _address(desk: Desk) -> str:
    """Where this page is had from elsewhere: under the office's declared address, else under that of this browser."""
    declared = sorted(desk.office.settings.addresses)
    here = urlsplit(st.context.url or "")
    origin = declared[0] if declared else f"{here.scheme}://{here.netloc}" if here.netloc else ""
    return f"{origin}/{href(SLUG, {}, carried()).lstrip('./')}" if origin else ""


def _head(slide: Slide, number: int, count: int) -> None:
    place = element("span", texts().story.place.format(number=number + 1, count=count), "cchc-slide-place")
    put(wrapped("div", place + wrapped("h2", kept_names(slide.title)), "cchc-slide-head"))


def _body(slide: Slide, figure: object, name: str, number: int) -> None:
    if figure is None:
        if slide.big:
            put(element("p", slide.big, "cchc-slide-big"))
        _words(slide)
        return
    if not slide.lines:
        chart(figure, f"ke-{number + 1}", slide.caption, name)
        return
    shares = [1.1, 1.0] if slide.numbered else [2.1, 1.0]
    first, second = st.columns(shares, gap="medium")
    words, picture = (first, second) if slide.numbered else (second, first)
    with words:
        _words(slide)
    with picture:
        chart(figure, f"ke-{number + 1}", slide.caption, name)


def _words(slide: Slide) -> None:
    if slide.lines:
        tag = "ol" if slide.numbered else "ul"
        put(wrapped(tag, "".join(wrapped("li", kept(line)) for line in slide.lines), "cchc-slide-words"))


def _foot(desk: Desk, told: Told) -> None:
    link = ""
    if may_open(desk.actor, told.trace.slug):
        link = element("a", told.trace.text, href=href(told.trace.slug, told.trace.query, carried()))
    put(wrapped("p", f"{escaped(told.slide.source)} {link}", "cchc-source"))
