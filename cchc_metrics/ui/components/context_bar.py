"""The bar of the common choice, at the same spot on every place, and what the browser is told of it."""

import json
import secrets
from functools import lru_cache

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import language, texts
from cchc_metrics.ui import context
from cchc_metrics.ui.components.markup import element, wrapped
from cchc_metrics.ui.drawn import put
from cchc_metrics.ui.news import read_so_far

# Another after each start: a window that lives through one has lost the files that were chosen in it.
_SERVER = secrets.token_hex(4)


def context_bar() -> DeltaGenerator:
    """The bar: index, year, province, base, kind of score go into it, in this order. On a phone it is one line."""
    held = context.now()
    filters_line(held.index, fmt.period(held.period) if held.period else "", held.name.split(" (")[0])
    return st.container(key="filters-context", horizontal=True, gap="small", vertical_alignment="bottom")


def filters_line(*chosen: str) -> None:
    """On a phone the one line into which the filters of a page fold. chosen: what they are set to, empty where not."""
    words = element("span", " · ".join(part for part in chosen if part)) + element("b", texts().context.fold)
    with st.container(key="context-line"):
        put(wrapped("button", words, "cchc-fold", type="button", aria_expanded="false"))


def ways() -> None:
    """For the script of the document: what the browser is to remember for the next session."""
    with st.container(key="ways"):
        put(_marks(context.kept(), read_so_far(), language()))
        put(_meeting_bar(language()))


@lru_cache(maxsize=256)
def _marks(kept: str, seen: str, spoken: str) -> str:
    hidden = json.dumps(dict(texts().shell.hidden), ensure_ascii=False)
    marks = {"data_server": _SERVER, "data_kept": kept, "data_seen": seen, "data_words": hidden}
    return wrapped("i", "", "cchc-ways", hidden="hidden", **marks, data_language=spoken)


@lru_cache(maxsize=8)
def _meeting_bar(_: str) -> str:
    """For a meeting without a keyboard: back, on, and out."""
    t = texts().shell
    steps = element("button", "‹", "cchc-step", type="button", data_step="-1", aria_label=t.meeting_before)
    steps += element("button", "›", "cchc-step", type="button", data_step="1", aria_label=t.meeting_next)
    return wrapped("div", steps + element("button", t.meeting_leave, "cchc-leave", type="button"), "cchc-meet-bar")
