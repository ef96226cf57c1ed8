"""Text to be read: rules one under the other, and a list of what the page holds."""

from collections.abc import Mapping, Sequence

import streamlit as st

from cchc_metrics.model import Key
from cchc_metrics.ui.components.address import href
from cchc_metrics.ui.components.markup import element, kept, wrapped
from cchc_metrics.ui.drawn import put
from cchc_metrics.ui.plain import plain_label
from cchc_metrics.ui.scripts import SETTLE


def prose(paragraphs: Sequence[str]) -> None:
    """Paragraphs in a column narrow enough to read; several become a list."""
    if len(paragraphs) == 1:
        put(element("p", paragraphs[0], "cchc-lead"))
        return
    put(wrapped("ul", "".join(wrapped("li", kept(paragraph)) for paragraph in paragraphs), "cchc-prose"))


def listed_cards(lists: Sequence[tuple[str, Sequence[str]]]) -> None:
    """Short lists side by side, each under its heading; one below the other on a phone."""
    made = [
        wrapped(
            "article", element("h2", title) + wrapped("ul", "".join(element("li", each) for each in lines)), "cchc-list"
        )
        for title, lines in lists
    ]
    put(wrapped("div", "".join(made), "cchc-lists"))


def anchored(title: str, anchor: str) -> None:
    """A heading that a link from another page scrolls to: only Streamlit's own headings do that on arrival."""
    with st.container(key=f"anchored-{anchor}"):
        st.header(plain_label(title), anchor=anchor)


def anchor_link(slug: str, anchor: str, label: str, query: Mapping[Key, str]) -> None:
    """A link to a heading of another page of ours."""
    link = element("a", label, href=f"{href(slug, query)}#{anchor}", target="_self")
    put(wrapped("p", link, "cchc-lead"))


def contents(title: str, links: Sequence[tuple[str, str]]) -> None:
    """Links to the headings of this page: (anchor, label); on a phone one line that opens."""
    listed = " ".join(element("a", label, href=f"#{anchor}", target="_self") for anchor, label in links)
    words = element("span", title) + element("b", str(len(links)))
    fold = wrapped("button", words, "cchc-unfold", type="button", aria_expanded="false")
    put(fold + wrapped("nav", listed, "cchc-contents", aria_label=title))


def settle() -> None:
    """After the last heading of a page that links point into: stay at the heading asked for until all is drawn."""
    st.html(wrapped("script", SETTLE), unsafe_allow_javascript=True)
