"""Text to be read: rules one under the other, and a list of what the page holds."""

from collections.abc import Sequence

import streamlit as st

from cchc_metrics.ui.components.markup import element, wrapped

# On arrival Streamlit scrolls as soon as the heading is there, and what is drawn above it afterwards moves it away.
_SETTLE = """<script>
(() => {
  let left = false;
  for (const act of ["wheel", "touchmove", "keydown", "mousedown"])
    addEventListener(act, () => (left = true), { once: true });
  const go = () => {
    const place = left || !location.hash ? null : document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (place) place.scrollIntoView({ block: "start", behavior: "instant" });
  };
  for (const wait of [150, 600, 1500]) setTimeout(go, wait);
})();
</script>"""


def prose(paragraphs: Sequence[str]) -> None:
    """Paragraphs in a column narrow enough to read; several become a list."""
    if len(paragraphs) == 1:
        st.html(element("p", paragraphs[0], "cchc-lead"))
        return
    st.html(wrapped("ul", "".join(element("li", paragraph) for paragraph in paragraphs), "cchc-prose"))


def anchored(title: str, anchor: str) -> None:
    """A heading that a link from another page scrolls to: only Streamlit's own headings do that on arrival."""
    with st.container(key=f"anchored-{anchor}"):
        st.header(title, anchor=anchor)


def contents(title: str, links: Sequence[tuple[str, str]]) -> None:
    """Links to the headings of this page: (anchor, label)."""
    listed = " ".join(element("a", label, href=f"#{anchor}", target="_self") for anchor, label in links)
    st.html(wrapped("nav", listed, "cchc-contents", aria_label=title))


def settle() -> None:
    """After the last heading of a page that links point into: stay at the heading asked for until all is drawn."""
    st.html(_SETTLE, unsafe_allow_javascript=True)
