"""A chart with its heading above and its source below."""

from collections.abc import Sequence
from typing import Any, Protocol

import streamlit as st

from cchc_metrics.charts.theme import plot_config
from cchc_metrics.labels import texts
from cchc_metrics.ui.components.address import href
from cchc_metrics.ui.components.markup import element, escaped, kept_names, wrapped
from cchc_metrics.ui.components.terms import glossed
from cchc_metrics.ui.drawn import plot, put
from cchc_metrics.views.kit.shapes import SourceNote

# Where the shell leaves the mark of a try-out for the pictures of its pages; empty elsewhere.
MARK_KEY = "illustrative-mark"
# So many small pictures stand two and two; others three in a row, on a phone one below the other.
_FOUR = 4


def chart(figure: Any, key: str, caption: str = "", png_name: str = "", source: SourceNote | None = None) -> None:
    """The picture, its heading in the page's own type, the button that saves it, and the source line.

    figure: from cchc_metrics.charts. key: unique on the page. png_name: file name without its ending.
    """
    if mark := st.session_state.get(MARK_KEY):
        figure = type(figure)(figure, _validate=False)  # the one that is kept is everybody's
        # In the strip that the page clips away: a picture that is saved bears it.
        top = int(figure.layout.margin.t)
        place = {"x": 1, "y": 1, "xref": "paper", "yref": "paper", "xanchor": "right", "yanchor": "top"}
        figure.add_annotation(
            text=f"<b>{mark}</b>", showarrow=False, yshift=top - 10, font={"color": "#8a6d00"}, **place
        )
    with st.container(key=f"chart-{key}", gap=None):
        t = texts().charts
        words = wrapped("h2", glossed(caption, kept_names)) if caption else ""
        words += element("button", t.svg_name, "cchc-svg", type="button", title=t.svg_button)
        put(wrapped("div", words, "cchc-caption"))
        height = int(figure.layout.height)  # known before it is drawn, so that nothing below it moves
        plot(figure, f"plot-{key}", plot_config(png_name or key, height), height, caption)
        if source is not None:
            source_line(source)


class Panel(Protocol):
    """What ``charts`` asks of a panel: pictures with their names, an empty name where there is one of all."""

    @property
    def caption(self) -> str: ...
    @property
    def figures(self) -> tuple[tuple[str, Any], ...]: ...
    @property
    def png_name(self) -> str: ...
    @property
    def source(self) -> SourceNote: ...


def charts(panels: Sequence[Panel]) -> None:
    """Panels side by side; the small pictures of a panel in rows below its heading, its source below them."""
    whole = [panel for panel in panels if len(panel.figures) == 1]
    for start in range(0, len(whole), 2):
        places = st.columns(2) if len(whole) > 1 else [st.container()]
        for place, panel in zip(places, whole[start : start + 2], strict=False):
            with place:
                chart(panel.figures[0][1], panel.png_name, panel.caption, panel.png_name, panel.source)
    for panel in panels:
        if len(panel.figures) == 1:
            continue
        put(wrapped("div", wrapped("h2", kept_names(panel.caption)), "cchc-section"))
        abreast = 2 if len(panel.figures) == _FOUR else 3
        for start in range(0, len(panel.figures), abreast):
            row = panel.figures[start : start + abreast]
            for number, (place, (name, figure)) in enumerate(zip(st.columns(abreast), row, strict=False), start):
                with place:
                    chart(figure, f"{panel.png_name}-{number}", name, f"{panel.png_name}-{number + 1}")
        source_line(panel.source)


def source_line(note: SourceNote) -> None:
    """Source, legal basis, data as of, note, and the way to the method."""
    put(source_html(note))


def source_html(note: SourceNote) -> str:
    """The source line as markup."""
    t = texts().common
    parts = [wrapped("span", wrapped("b", escaped(t.source)) + escaped(f": {'; '.join(note.sources)}"))]
    parts += [element("span", text) for text in (note.legal_basis, note.as_of, note.note) if text]
    if note.method_anchor:
        place = f"{href('phuong-phap', {})}#{note.method_anchor}"
        parts.append(element("a", t.method_link, href=place, target="_self"))
    return wrapped("p", " ".join(parts), "cchc-source")
