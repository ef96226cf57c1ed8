"""Markup and charts that are ready, put on the page as they are (docs/decisions/0120-a-click-costs-what-changed.md).

``st.html`` and ``st.plotly_chart`` look anew on every run at what they are given: whether it is a file, or only a
style; a figure is copied and written as JSON. For what is ready that costs several times what sending it does.
"""

import json
from dataclasses import dataclass
from hashlib import sha256
from threading import Lock
from typing import Any

import streamlit as st
from cachetools import LRUCache
from streamlit.elements.lib.layout_utils import LayoutConfig
from streamlit.elements.lib.utils import compute_and_register_element_id
from streamlit.proto.Html_pb2 import Html
from streamlit.proto.PlotlyChart_pb2 import PlotlyChart

# Figures as JSON that are kept, some 30 kB each.
_MOST_LETTERS = 16_000_000
_WIDE = LayoutConfig(width="stretch")


def put(markup: str) -> None:
    """Markup of ours in the place that is being drawn; never empty, and never a style or a script."""
    st._main._enqueue("html", Html(body=markup), layout_config=_WIDE)


def plot(figure: Any, key: str, config: dict[str, Any], height: int, alt: str = "") -> None:
    """A chart without a theme of Streamlit's and without selections. figure: shared by all, never changed.

    height: pixels, known before it is drawn.
    """
    ready = _ready(figure)
    settings = json.dumps(config)
    shown = PlotlyChart(spec=ready.spec, config=settings, alt=alt)
    shown.id = compute_and_register_element_id(
        "plotly_chart",
        user_key=key,
        key_as_main_identity=False,
        dg=st._main,
        plotly_spec=ready.mark,
        plotly_config=settings,
        height=height,
        alt=alt,
    )
    st._main._enqueue("plotly_chart", shown, layout_config=LayoutConfig(width="stretch", height=height))


@dataclass(frozen=True, slots=True)
class _Ready:
    """A figure as JSON. mark: names the text · figure: whose it is, kept so that no other gets its place in memory."""

    spec: str
    mark: str
    figure: Any


_written: LRUCache[int, _Ready] = LRUCache(_MOST_LETTERS, getsizeof=lambda ready: len(ready.spec))
_one = Lock()


def _ready(figure: Any) -> _Ready:
    with _one:
        ready = _written.get(id(figure))
    if ready is None:
        spec = figure.to_json(validate=False)
        ready = _Ready(spec, sha256(spec.encode()).hexdigest(), figure)
        if len(spec) <= _MOST_LETTERS:
            with _one:
                _written[id(figure)] = ready
    return ready
