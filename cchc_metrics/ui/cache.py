"""Views kept between reruns, so that a rerun that changes nothing costs nothing.

What is kept are frozen views and frames, never cursors, and all who ask share them: a copy of each – of a
figure above all – cost more than everything else that a rerun does. The key holds the data folder, the data version,
the clock, the asker and the language: a new upload or another person never meets somebody else's view.
"""

from collections.abc import Callable
from typing import Any, TypeVar

import streamlit as st

from cchc_metrics.labels import language
from cchc_metrics.services.office.desk import Desk

View = TypeVar("View")
Filters = TypeVar("Filters")
# Some 60 kB each. A hundred people wander over many more combinations than they come back to.
_MOST = 1024


def remembered(builder: Callable[[Desk, Filters], View], desk: Desk, filters: Filters) -> View:
    """``builder(desk, filters)``, built once per data version, clock, asker, language and filters.

    filters: a frozen value whose ``repr`` tells it from every other (a dataclass of texts, numbers and tuples).
    The answer is shared and must not be changed.
    """
    place = str(desk.office.settings.data_dir)
    asker = f"{desk.actor.id}:{desk.actor.role}"
    name = f"{builder.__module__}.{builder.__qualname__}"
    asked = f"{language()}{desk.clock}{filters!r}"
    kept: View = _kept(name, place, desk.office.version, asker, asked, lambda: builder(desk, filters))
    return kept


@st.cache_resource(max_entries=_MOST, show_spinner=False)
def _kept(name: str, place: str, version: int, asker: str, filters: str, _build: Callable[[], Any]) -> Any:
    """All but the last are the key; Streamlit leaves out what begins with an underscore."""
    return _build()
