"""A picture of a story on the screen: few marks, large enough to be read from the last row of a hall."""

from typing import Any

import plotly.graph_objects as go

from cchc_metrics.charts import theme
from cchc_metrics.charts.traces import short, words
from cchc_metrics.labels import format as fmt
from cchc_metrics.model import Drawn, Picture, Slide, Strand

HEIGHT, _ROW = 292, 34
# Pixels: of a letter, and of the bars with their numbers on a phone.
_LETTER, _PHONE = 7.2, 300
# What stands above a bar on a phone, in letters.
_NAME_LENGTH = 48


def story_picture(slide: Slide) -> go.Figure | None:
    """The slide's picture, with its caption and source printed in what is saved; None where it has none."""
    picture = slide.picture
    if picture is None:
        return None
    made = {Drawn.DOTS: _dots, Drawn.LINES: _lines, Drawn.BARS: _bars}[picture.drawn](picture)
    return theme.figure(made.pop("traces"), title=slide.title, footer=slide.source, **made)


def beside(picture: Picture, value: float) -> str:
    """The value as it stands beside its mark."""
    return (fmt.signed if picture.signed else fmt.number)(value, picture.decimals)


def _dots(picture: Picture) -> dict[str, Any]:
    steps = picture.steps()
    return {
        "traces": [_scatter(picture, strand) for strand in picture.strands],
        "height": HEIGHT,
        "margin": {"l": 44, "r": 16, "t": 26, "b": 12},
        "annotations": [theme.axis_name(picture.unit, xshift=-40), *_own_labels(picture)],
        "layout": {
            "xaxis": {"range": [-1.5, len(picture.categories) + 0.5], "visible": False, "fixedrange": True},
            "yaxis": theme.value_axis(range=[steps[0], steps[-1]], tickvals=list(steps)),
        },
    }


def _scatter(picture: Picture, strand: Strand) -> dict[str, Any]:
    places = [at for at, value in enumerate(strand.values) if value is not None]
    look = {"symbol": "diamond", "size": 18, "color": theme.HOME, "line": {"color": theme.INK, "width": 2}}
    usual = {"symbol": "circle", "size": 8, "color": "#9aa3ae"}
    return {
        "mode": "markers",
        "name": strand.name,
        "x": places,
        "y": [strand.values[at] for at in places],
        "marker": look if strand.own else usual,
        "hovertext": [f"{picture.categories[at]}: {fmt.number(strand.values[at])} {picture.unit}" for at in places],
    }


def _own_labels(picture: Picture) -> list[dict[str, Any]]:
    """The name and value of ours beside its mark, on the side where there is room."""
    labels = []
    for strand in (one for one in picture.strands if one.own):
        at = strand.last()
        if at is not None:
            right = at < len(picture.categories) / 2
            text = theme.colored(f"{strand.name} {beside(picture, strand.values[at] or 0.0)}", theme.HOME, bold=True)
            place = {
                "xanchor": "left" if right else "right",
                "xshift": 14 if right else -14,
                "yanchor": "bottom" if right else "top",
            }
            labels.append(theme.annotation(text, x=at, y=strand.values[at], yshift=4 if right else -4, **place))
    return labels


def _lines(picture: Picture) -> dict[str, Any]:
    steps = picture.steps()
    last = len(picture.categories) - 1
    every = 1 if last < 7 else 3
    return {
        "traces": [_line(picture, strand) for strand in picture.strands],
        "height": HEIGHT,
        "margin": {"l": 44, "r": 104, "t": 26, "b": 30},
        "annotations": [theme.axis_name(picture.unit, xshift=-40), *_ends(picture)],
        "layout": {
            "xaxis": theme.period_axis(
                list(range(last + 1)),
                [name if (last - at) % every == 0 else "" for at, name in enumerate(picture.categories)],
                (-0.3, last + 0.2),
            ),
            "yaxis": theme.value_axis(range=[steps[0], steps[-1]], tickvals=list(steps)),
        },
    }


def _line(picture: Picture, strand: Strand) -> dict[str, Any]:
    color = theme.HOME if strand.own else "#7c8591"
    return {
        "mode": "lines+markers" if strand.own else "lines",
        "name": strand.name,
        "x": list(range(len(strand.values))),
        "y": list(strand.values),
        "connectgaps": False,
        "line": {"color": color, "width": 4 if strand.own else 2, "dash": "dash" if strand.dashed else "solid"},
        "marker": {"size": 9, "color": color},
        "cliponaxis": False,
        "hovertext": [
            f"{strand.name}, {name}: {fmt.number(value)} {picture.unit}"
            for name, value in zip(picture.categories, strand.values, strict=True)
        ],
    }


def _ends(picture: Picture) -> list[dict[str, Any]]:
    """The last number of the newest stretch of ours, and the name of what it is held against."""
    ends = {strand.name: strand for strand in picture.strands if strand.last() is not None}
    labels = []
    heights = {name: strand.values[strand.last() or 0] or 0.0 for name, strand in ends.items()}
    for name, strand in ends.items():
        number = beside(picture, heights[name])
        text = f"<b>{number}</b>" if strand.own else theme.hover_text(f"{name} {number}", 13)
        above = heights[name] >= max(heights.values())
        place = {"xanchor": "left", "xshift": 10, "yanchor": "bottom" if above else "top"}
        font = {"size": theme.SMALL, "color": theme.HOME if strand.own else theme.SOFT}
        labels.append(theme.annotation(text, x=strand.last(), y=heights[name], font=font, **place))
    return labels


def _bars(picture: Picture) -> dict[str, Any]:
    low, high = picture.reach()
    room = high - low
    beside = max((len(text) for strand in picture.strands for text in _told(picture, strand)), default=0)
    share = min(_LETTER * beside / _PHONE, 0.5)
    rows, legend = len(picture.categories), 22 if len(picture.strands) > 1 else 0
    return {
        "traces": [*(_bar(picture, strand) for strand in picture.strands), _names(picture, low)],
        "height": max(rows, 2) * _ROW + 26 + legend,
        "margin": {"l": 8, "r": 8, "t": 8 + legend, "b": 8},
        "annotations": [_legend(picture)] if legend else [],
        "layout": {
            "barmode": "overlay",
            "bargap": 0.62,
            "xaxis": {
                "range": [low - (0.2 if low < 0 else 0.0) * room, high + room * share / (1 - share)],
                "visible": False,
                "fixedrange": True,
            },
            "yaxis": theme.row_axis(rows) | {"range": [max(rows, 2) - 0.3, -0.75]},
        },
    }


def _legend(picture: Picture) -> dict[str, Any]:
    colors = [picture.hue if strand.own else theme.OTHERS for strand in picture.strands]
    told = [
        f"{theme.colored('■', color)} {theme.plain_text(strand.name)}"
        for color, strand in zip(colors, picture.strands, strict=True)
    ]
    return theme.above("&nbsp;&nbsp; ".join(told), yshift=2)


def _bar(picture: Picture, strand: Strand) -> dict[str, Any]:
    return {
        "type": "bar",
        "orientation": "h",
        "name": strand.name,
        "x": list(strand.values),
        "y": list(range(len(strand.values))),
        "text": _told(picture, strand),
        "textposition": "outside",
        "textangle": 0,
        "constraintext": "none",
        "textfont": {"size": theme.SMALL, "color": theme.INK},
        "marker": {"color": picture.hue if strand.own else theme.OTHERS},
        "hovertext": [
            "" if value is None else f"{name}: {beside(picture, value)} {picture.unit}"
            for name, value in zip(picture.categories, strand.values, strict=True)
        ],
    }


def _told(picture: Picture, strand: Strand) -> list[str]:
    """The number behind each bar, with its unit; empty without one."""
    return ["" if value is None else f"{beside(picture, value)} {picture.unit}" for value in strand.values]


def _names(picture: Picture, low: float) -> dict[str, Any]:
    """What each bar is of, above it: a phone has no room beside."""
    places = range(len(picture.categories))
    font = {"size": theme.SMALL, "color": theme.SOFT, "shadow": theme.HALO}
    said = [theme.plain_text(short(name, _NAME_LENGTH)) for name in picture.categories]
    return words([low] * len(places), [at - 0.46 for at in places], said, font)
