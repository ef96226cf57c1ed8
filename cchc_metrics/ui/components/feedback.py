"""What the page says when there is nothing to show, while it works, and when it is done."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Thread

import streamlit as st
from streamlit.runtime.scriptrunner import add_script_run_ctx

from cchc_metrics.labels.texts.shell import ShellTexts
from cchc_metrics.ui import context
from cchc_metrics.ui.components.markup import element, mark_of, wrapped
from cchc_metrics.ui.drawn import put
from cchc_metrics.ui.navigation import entry
from cchc_metrics.ui.plain import plain_label

Report = Callable[[float, str], None]

_SECONDS_BETWEEN = 0.3


def empty_state(title: str, body: str, action: str = "", page: str | None = None, **query: str) -> None:
    """What is missing and who can add it; ``action`` is the verb on the link to the page with slug ``page``."""
    with st.container(key=f"empty-{mark_of(title, body)}", gap="small"):
        put(wrapped("div", element("h2", title) + element("p", body), "cchc-empty"))
        if action and page is not None:
            asked = context.with_own(context.carried(), query)
            st.page_link(entry(page).path, label=plain_label(action), query_params=asked or None)


def notice(sentence: str, kind: str = "plain") -> None:
    """A sentence set apart. kind: plain, good, warning."""
    put(wrapped("div", element("p", sentence), f"cchc-notice cchc-notice-{kind}", role="status"))


@contextmanager
def progress(first_words: str) -> Iterator[Report]:
    """A bar with words: call what it yields with a share from 0 to 1 and what is being done."""
    bar = st.progress(0.0, text=plain_label(first_words))
    try:
        yield lambda share, words: _move(bar, share, words)
    finally:
        bar.empty()


def _move(bar: st.delta_generator.DeltaGenerator, share: float, words: str) -> None:
    bar.progress(min(max(share, 0.0), 1.0), text=plain_label(words))


@contextmanager
def first_start(words: ShellTexts) -> Iterator[Report]:
    """The screen of the very first start; it leaves nothing behind."""
    place = st.empty()
    with place.container():
        put(wrapped("div", element("h1", words.first_start_title) + element("p", words.first_start_body), "cchc-first"))
        with progress(words.starting) as report:
            yield report
    place.empty()


@contextmanager
def rebuilding(words: ShellTexts, latest: Callable[[], tuple[int, int] | None]) -> Iterator[None]:
    """A bar once a database is made again inside; ``latest`` is asked for entries done and in all, None before.

    A thread of its own draws it: what a cached function draws itself would be drawn again at every hit.
    """
    done = Event()

    def draw() -> None:
        bar = None
        while not done.wait(_SECONDS_BETWEEN):
            if (reached := latest()) is not None:
                text = words.rebuilding.format(done=reached[0], count=reached[1])
                bar = bar or st.progress(0.0, text=plain_label(text))
                _move(bar, reached[0] / reached[1], text)
        if bar is not None:
            bar.empty()

    drawing = Thread(target=draw, name="rebuilding", daemon=True)
    add_script_run_ctx(drawing)
    drawing.start()
    try:
        yield
    finally:
        done.set()
        drawing.join()
