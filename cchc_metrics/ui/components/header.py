"""The top of a page: what is seen, for when, what it says, and the filters."""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import NoReturn

import streamlit as st

from cchc_metrics.labels import texts
from cchc_metrics.ui import context
from cchc_metrics.ui.components.feedback import empty_state
from cchc_metrics.ui.components.markup import element, kept_names, mark_of, wrapped
from cchc_metrics.ui.components.terms import glossed
from cchc_metrics.ui.drawn import put
from cchc_metrics.ui.navigation import entry
from cchc_metrics.ui.plain import plain_label


def page_header(title: str, finding: str = "", eyebrow: str = "") -> None:
    """Title, one line of finding in plain words, and above them the index and the period in small type."""
    parts = [element("p", eyebrow, "cchc-eyebrow") if eyebrow else "", wrapped("h1", kept_names(title))]
    parts.append(wrapped("p", glossed(finding), "cchc-finding") if finding else "")
    parts += [element("p", sentence, "cchc-moved", role="status") for sentence in context.moved()]
    put(wrapped("header", "".join(parts), "cchc-head"))


def nothing_stored(
    heading: str, title: str, body: str, *, lead: str = "", at: AbstractContextManager[object] | None = None
) -> NoReturn:
    """The whole page while nothing is stored that it could show: what is missing, and the way to upload it.

    at: where the heading stands, when that is not here.
    """
    with at or nullcontext():
        page_header(heading, lead)
    empty_state(title, body, texts().common.go_upload, "nap-du-lieu")
    st.stop()


def section(title: str, lead: str = "", anchor: str = "") -> None:
    """A heading inside the page, with a line of explanation. anchor: the id a link can point at."""
    body = wrapped("h2", glossed(title, kept_names), id=anchor) + (
        wrapped("p", glossed(lead), "cchc-lead") if lead else ""
    )
    put(wrapped("div", body, "cchc-section"))


@contextmanager
def filter_row(key: str = "main", *, stays: bool = False) -> Iterator[None]:
    """Filters written inside stand in one quiet row; on a phone two abreast, and folded where the page has a line for
    it. stays: those of a part further down, which do not fold.
    """
    name = f"filters-stay-{key}" if stays else f"filters-{key}"
    with st.container(key=name, horizontal=True, gap="small", vertical_alignment="bottom"):
        yield


def see_before(slug: str, offered: Sequence[tuple[str, str]], **query: str) -> None:
    """Links to the same page for the provinces that this one was merged from: (entity id, label)."""
    for entity_id, label in offered:
        page_link(slug, label, tinh=entity_id, **query)


def page_link(slug: str, label: str, **query: str) -> None:
    """A link to another page of ours, with its filters set: ``page_link("xep-hang", "Xem xếp hạng", index="PAPI")``."""
    with st.container(key=f"link-{slug or 'home'}-{mark_of(label, *sorted(query.values()))}"):
        asked = context.with_own(context.carried(), query)
        st.page_link(entry(slug).path, label=plain_label(label), query_params=asked or None)
