"""One place for colours, type, marks and the picture that a chart exports.

Red belongs to our own province and to nothing else. Every index has its hue, everything else is grey.
"""

import html
import textwrap
from collections.abc import Mapping, Sequence
from typing import Any

import plotly.graph_objects as go

from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import language, texts

INK = "#1c2127"
SOFT = "#4b5360"
MUTED = "#69717d"
RULE = "#dfdcd5"
GRID = "#ebe8e2"
OTHERS = "#c5cbd3"
GROUND = "#faf9f6"
PAPER = "#ffffff"

HOME = "#b3151f"
# For indices whose colour nobody declared: dark enough for text, none of them red.
SPARE_INDEX_COLORS = ("#3b5f2b", "#70540f", "#37517a", "#5a5160", "#0f5f73", "#6b4a3a")
# Best to worst. One hue that only changes in lightness is read alike by every kind of colour vision.
QUARTILES = ("#2f5070", "#7893ac", "#b3c2cf", "#dfe6ec")
# The same groups as a ground for marks and words.
QUARTILE_GROUNDS = ("#d6e0e9", "#e4ebf1", "#eff3f6", "#f8f9fa")
# Other provinces of a trend: told apart by their direct label first, by colour second.
COMPARED = ("#2f5d7c", "#8a6d1f", "#3d7a57", "#7a4a6b", "#5b6470", "#94582f")

# Plotly takes fifteen times as long to check a figure as to make it: the tests check every one, the office none.
VALIDATED = False

FONT = "Be Vietnam Pro, system-ui, sans-serif"
# The same letters, for words that a phone has no room for: the stylesheet leaves them out there.
WIDE_FONT = f"{FONT}, cchc-wide"
# And for a mark that stands higher on a phone than its neighbours.
RAISED_FONT = f"{FONT}, cchc-raised"
# One size in a picture, told apart by weight and colour; it is the smallest of the four of a screen.
SIZE = SMALL = 13
# A letter that keeps its edge where a line passes behind it.
HALO = "0 0 2px #fff, 0 0 2px #fff, 0 0 3px #fff, 0 0 3px #fff"

# The exported picture has its own title and source, in strips above and below that the page clips away
# (ui/static/style.css): a page's heading wraps on a phone, a line inside a picture cannot.
TITLE_STRIP = 88
SOURCE_STRIP = 112
PICTURE_WIDTH = 1100
# What a phone has for a picture, in pixels; a small one.
PHONE, SMALL_PHONE = 338, 308
_TITLE_COLUMNS = 88
_TITLE_LINES = 3
_FOOTER_COLUMNS = 150
_FOOTER_LINES = 6


def plain_text(text: str) -> str:
    """Text that plotly must not read as markup."""
    return html.escape(text, quote=False)


def hover_text(sentence: str, columns: int = 44) -> str:
    """A sentence broken into lines that fit a phone: plotly does not wrap a hover."""
    return "<br>".join(plain_text(line) for line in textwrap.wrap(sentence, columns))


def colored(text: str, color: str, *, bold: bool = False) -> str:
    """A piece of label in a colour of its own."""
    inner = f"<b>{plain_text(text)}</b>" if bold else plain_text(text)
    return f'<span style="color:{color}">{inner}</span>'


def wide_only(text: str) -> str:
    """A piece of label that a narrow picture leaves out (ui/static/style.css)."""
    return f'<span style="font-family:{WIDE_FONT}">{plain_text(text)}</span>'


def annotation(text: str, **place: Any) -> dict[str, Any]:
    """Text on a chart, left-aligned and without an arrow."""
    base = {"text": text, "showarrow": False, "align": "left", "font": {"size": SMALL, "color": MUTED}}
    return base | place


def axis_name(words: str, *, xshift: int = -30, yshift: int = 7) -> dict[str, Any]:
    """What the upright axis measures, above its end."""
    return above(plain_text(words), xshift=xshift, yshift=yshift)


def above(text: str, **more: Any) -> dict[str, Any]:
    """Words above the plot, from its left edge on."""
    place = {"x": 0, "xref": "paper", "y": 1, "yref": "paper", "xanchor": "left", "yanchor": "bottom"}
    return annotation(text, **place, **more)


def axis_title(text: str, standoff: int = 4) -> dict[str, Any]:
    """What an axis along the foot measures."""
    return {"text": plain_text(text), "font": {"size": SMALL, "color": MUTED}, "standoff": standoff}


def figure(
    traces: list[dict[str, Any]],
    *,
    height: int,
    title: str,
    footer: str,
    layout: Mapping[str, Any],
    margin: Mapping[str, int],
    annotations: list[dict[str, Any]],
) -> go.Figure:
    """Traces dressed in the house style. ``height`` is what the page shows, without the two printed strips.

    title, footer: plain sentences, printed in the exported picture and hidden on the page.
    """
    outer = {
        "l": margin["l"],
        "r": margin["r"],
        "t": margin["t"] + TITLE_STRIP,
        "b": margin["b"] + SOURCE_STRIP,
        "pad": 0,
    }
    base = {
        "template": {"layout": {}},
        "height": height + TITLE_STRIP + SOURCE_STRIP,
        "autosize": True,
        "margin": outer,
        "paper_bgcolor": PAPER,  # a saved picture must read on any ground
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": FONT, "size": SIZE, "color": INK},
        "separators": fmt.separators(),
        "showlegend": False,
        "dragmode": False,
        "hoverlabel": {
            "bgcolor": PAPER,
            "bordercolor": SOFT,
            "align": "left",
            "font": {"family": FONT, "size": SIZE, "color": INK},
        },
        "annotations": [*annotations, *_printed(title, footer, outer)],
        "meta": {"title": title, "footer": footer},
    }
    return go.Figure({"data": [_dressed(one) for one in traces], "layout": {**base, **layout}}, _validate=VALIDATED)


def _dressed(trace: Mapping[str, Any]) -> dict[str, Any]:
    """A trace with what all of them share: a mark or a word at the edge of the plot is drawn whole; under the pointer
    stands its sentence (``hovertext``, plain, one or a list), or nothing.
    """
    dressed = {"type": "scatter", "hoverinfo": "skip", **trace}
    if trace.get("mode", "text" if "text" in trace else "lines") != "lines":
        dressed = {"cliponaxis": False, **dressed}
    if "hovertext" in trace:
        told = trace["hovertext"]
        wrapped = hover_text(told) if isinstance(told, str) else [hover_text(str(sentence)) for sentence in told]
        dressed |= {"hovertext": wrapped, "hovertemplate": "%{hovertext}<extra></extra>"}
        del dressed["hoverinfo"]
    return dressed


def _printed(title: str, footer: str, margin: Mapping[str, int]) -> list[dict[str, Any]]:
    """The title above and the source below, placed by pixels from the edges of the plot."""
    lines = []
    if title:
        wrapped = "<br>".join(
            plain_text(line) for line in textwrap.wrap(title, _TITLE_COLUMNS, max_lines=_TITLE_LINES, placeholder=" …")
        )
        lines.append(
            annotation(
                f"<b>{wrapped}</b>",
                xref="paper",
                yref="paper",
                x=0,
                y=1,
                xanchor="left",
                yanchor="top",
                xshift=-margin["l"] + 12,
                yshift=margin["t"] - 10,
                font={"size": 16, "color": INK},
            )
        )
    if footer:
        wrapped = "<br>".join(
            plain_text(line)
            for line in textwrap.wrap(footer, _FOOTER_COLUMNS, max_lines=_FOOTER_LINES, placeholder=" …")
        )
        lines.append(
            annotation(
                wrapped,
                xref="paper",
                yref="paper",
                x=0,
                y=0,
                xanchor="left",
                yanchor="bottom",
                xshift=-margin["l"] + 12,
                yshift=-margin["b"] + 8,
            )
        )
    return lines


def value_axis(**more: Any) -> dict[str, Any]:
    """A quiet numeric axis: hairline grid, no line, no zoom."""
    base = {
        "showgrid": True,
        "gridcolor": GRID,
        "gridwidth": 1,
        "zeroline": False,
        "showline": False,
        "ticks": "",
        "fixedrange": True,
        "tickfont": {"size": SMALL, "color": MUTED},
        "automargin": False,
    }
    return base | more


def row_axis(count: int, least: int = 2) -> dict[str, Any]:
    """An axis of rows, the first on top, without lines or labels of its own; room for ``least`` rows at the least."""
    return {
        "range": [max(count, least) - 0.5, -0.5],
        "showgrid": False,
        "zeroline": False,
        "showline": False,
        "showticklabels": False,
        "fixedrange": True,
    }


def period_axis(places: Sequence[float], labels: Sequence[str], span: tuple[float, float]) -> dict[str, Any]:
    """An axis of periods: a tick for each, a name where there is one."""
    return value_axis(
        range=list(span),
        showgrid=False,
        showline=True,
        linecolor=MUTED,
        tickvals=list(places),
        ticktext=list(labels),
        tickangle=0,
        ticks="outside",
        ticklen=4,
        tickcolor=MUTED,
    )


def plot_config(file_name: str, height: int) -> dict[str, Any]:
    """Plotly's settings for a page: one button that saves the picture, in the language of the run.

    height: ``figure.layout.height`` of the chart, so that the picture keeps its proportions.
    """
    t, signs = texts().charts, fmt.separators()
    return {
        "displaylogo": False,
        "displayModeBar": True,
        "modeBarButtons": [["toImage"]],
        "responsive": True,
        "scrollZoom": False,
        "doubleClick": False,
        "showTips": False,
        "locale": language(),
        "locales": {
            language(): {
                "moduleType": "locale",
                "name": language(),
                "dictionary": {
                    "Download plot as a PNG": t.png_button,
                    "Download plot": t.png_button,
                    "Preparing image - this may take a few seconds": t.png_working,
                    "Image download succeeded": t.png_done,
                    "Sorry, there was a problem downloading your image!": t.png_failed,
                },
                "format": {"decimal": signs[0], "thousands": signs[1]},
            }
        },
        "toImageButtonOptions": {
            "format": "png",
            "filename": file_name,
            "width": PICTURE_WIDTH,
            "height": height,
            "scale": 2,
        },
    }
