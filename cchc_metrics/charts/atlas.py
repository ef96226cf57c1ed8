"""Both eras drawn: every province a filled outline, both archipelagos named, nothing asked of another machine.

A choropleth of plotly asks its maker's server for a base layer even with shapes of one's own; filled lines do not.
"""

import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
import plotly.graph_objects as go

from cchc_metrics.charts import theme
from cchc_metrics.charts.pins import pin_mark
from cchc_metrics.charts.trend_labels import spread_apart
from cchc_metrics.labels import named

HEIGHT = 520
_MARGIN = {"l": 4, "r": 4, "t": 4, "b": 4}
# The mainland fills the picture; both archipelagos stand beside it, smaller, in frames of their own.
_LON = (101.2, 114.5)
_LAT = (6.9, 23.7)
# A degree of latitude over one of longitude in the middle of the country (1 / cos 16°).
_STRETCH = 1.04
_PALE, _DARK = theme.QUARTILES[3], theme.QUARTILES[0]
_FALL_PALE, _FALL_DARK = "#efe3c6", "#8a6d1f"
_MISSING = "#eceae5"
# West of this longitude lies the Gulf of Thailand: names there end where the island begins.
# Letters of a line of an island's name: the map leaves no more at its left edge.
_NARROW = 10
_COAST = 105.0
_LABEL_SHIFT = 62
_LABEL_ROOM = 1.15
_LABEL_COLUMNS = 16

Coordinates = npt.NDArray[np.float32]
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Inset:
    """What of the sea is drawn smaller: west, south, east, north of it; by how much; where its south-west corner is."""

    sea: Box
    scale: float
    corner: tuple[float, float]

    @property
    def frame(self) -> Box:
        """The frame on the map."""
        west, south, east, north = self.sea
        x, y = self.corner
        return x, y, x + (east - west) * self.scale, y + (north - south) * self.scale


INSETS = (
    Inset((111.0, 15.5, 112.9, 17.3), 0.95, (112.5, 15.75)),
    Inset((109.3, 7.0, 118.0, 11.7), 0.47, (110.3, 7.15)),
)


@dataclass(frozen=True, slots=True, eq=False)
class Outline:
    """The rings of one province, longitude and latitude, NaN between two rings.

    islands: the rings of an archipelago, too small for a thin white border. center: where a label points.
    """

    x: Coordinates
    y: Coordinates
    islands_x: Coordinates
    islands_y: Coordinates
    center: tuple[float, float]


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A name written on the map. box: west, south, east, north of an archipelago, None for a mere name."""

    words: str
    lon: float
    lat: float
    box: Box | None


@dataclass(frozen=True, slots=True)
class LegendLine:
    """A colour and what it means; ``color`` None: no number was published."""

    color: str | None
    words: str


def blend(share: float, *, falling: bool = False) -> str:
    """The colour at a share from 0 (pale) to 1 (dark): blue-grey for a level or a rise, ochre for a fall."""
    pale, dark = (_FALL_PALE, _FALL_DARK) if falling else (_PALE, _DARK)
    low, high = ([int(color[at : at + 2], 16) for at in (1, 3, 5)] for color in (pale, dark))
    bounded = min(max(share, 0.0), 1.0)
    return "#" + "".join(f"{round(a + (b - a) * bounded):02x}" for a, b in zip(low, high, strict=True))


def level_colors(values: pd.Series) -> list[str | None]:
    """A colour per value, palest for the lowest, darkest for the highest; None where missing."""
    low, high = values.min(), values.max()
    reach = float(high - low) if len(values.dropna()) else 0.0
    return [None if pd.isna(value) else blend((value - low) / reach if reach else 1.0) for value in values]


def change_colors(values: pd.Series) -> list[str | None]:
    """Rises in blue-grey, falls in ochre, deeper the further from 0; None where missing."""
    reach = float(values.abs().max()) if len(values.dropna()) else 0.0
    return [
        None if pd.isna(value) else blend(abs(value) / reach if reach else 0.0, falling=value < 0) for value in values
    ]


def atlas_map(
    frame: pd.DataFrame,
    outlines: Mapping[str, Outline],
    *,
    places: Sequence[PlaceName],
    legend: Sequence[LegendLine],
    home: Mapping[str, str],
    pins: Mapping[str, str] | None = None,
    title: str = "",
    footer: str = "",
) -> go.Figure:
    """The country as filled outlines on equal axes.

    frame: one row per province – entity_id, color (None: hatched, no number), hover (a sentence). outlines: by
    entity_id; a province without a row is hatched too. home: our provinces, entity_id -> the words beside them.
    pins: others told apart by a shape each, entity_id -> name, in this order.
    """
    rows = {row["entity_id"]: row for row in frame.to_dict("records")}
    traces: list[dict[str, Any]] = []
    for entity_id, outline in outlines.items():
        row = rows.get(entity_id, {})
        color = row.get("color")
        traces += _province(entity_id, outline, color if isinstance(color, str) else None, str(row.get("hover") or ""))
    traces += [_border(outlines[entity_id]) for entity_id in home if entity_id in outlines]
    pinned = [(one, words) for one, words in (pins or {}).items() if one in outlines]
    traces += [pin_mark(number, words, outlines[one].center) for number, (one, words) in enumerate(pinned)]
    drawn = {entity_id: words for entity_id, words in home.items() if entity_id in outlines}
    return theme.figure(
        traces,
        height=HEIGHT,
        title=title,
        footer=footer,
        margin=_MARGIN,
        annotations=[*_own_labels(drawn, outlines), *map(_place, places), _legend(legend)],
        layout={
            "xaxis": _axis(_LON, constrain="domain", constraintoward="center"),
            "yaxis": _axis(_LAT, scaleanchor="x", scaleratio=_STRETCH, constrain="domain", constraintoward="bottom"),
            "shapes": [_box(inset) for inset in INSETS],
            "hovermode": "closest",
        },
    )


def _axis(reach: tuple[float, float], **more: Any) -> dict[str, Any]:
    return {"range": list(reach), "visible": False, "fixedrange": True, **more}


def _fill(color: str | None) -> dict[str, Any]:
    if color is not None:
        return {"fillcolor": color}
    pattern = {"shape": "/", "fgcolor": theme.OTHERS, "bgcolor": _MISSING, "size": 5, "solidity": 0.25}
    return {"fillcolor": _MISSING, "fillpattern": pattern}


def _province(entity_id: str, outline: Outline, color: str | None, hover: str) -> list[dict[str, Any]]:
    base = {
        "mode": "lines",
        "fill": "toself",
        "name": entity_id,
        "hoveron": "fills",
        "text": theme.hover_text(hover),
        "hoverinfo": "text" if hover else "skip",
        **_fill(color),
    }
    traces = [{**base, "x": outline.x, "y": outline.y, "line": {"color": theme.PAPER, "width": 0.7}}]
    if len(outline.islands_x):
        line = {"color": theme.SOFT, "width": 1.8}
        x, y = inset_points(outline.islands_x, outline.islands_y)
        traces.append({**base, "x": x, "y": y, "line": line})
    return traces


def inset_points(lon: Coordinates, lat: Coordinates) -> tuple[Coordinates, Coordinates]:
    """Islands where they are drawn: those of an inset in its frame, the others where they lie. Arrays unchanged."""
    x, y = lon.copy(), lat.copy()
    for inset in INSETS:
        west, south, east, north = inset.sea
        inside = (lon >= west) & (lon <= east) & (lat >= south) & (lat <= north)
        x[inside] = inset.corner[0] + (lon[inside] - west) * inset.scale
        y[inside] = inset.corner[1] + (lat[inside] - south) * inset.scale
    return x, y


def _border(outline: Outline) -> dict[str, Any]:
    return {
        "mode": "lines",
        "x": outline.x,
        "y": outline.y,
        "line": {"color": theme.HOME, "width": 2.4},
    }


def _own_labels(home: Mapping[str, str], outlines: Mapping[str, Outline]) -> list[dict[str, Any]]:
    """Red words in the gulf to the east of ours, the northernmost on top, none over another."""
    wanted = [outlines[entity_id].center[1] + _LABEL_ROOM for entity_id in home]
    heights = spread_apart(wanted, _LABEL_ROOM, _LAT[0], _LAT[1])
    labels = []
    for (entity_id, words), lat in zip(home.items(), heights, strict=True):
        lon, own_lat = outlines[entity_id].center
        arrow = {"showarrow": True, "arrowhead": 0, "arrowwidth": 1.2, "arrowcolor": theme.HOME}
        # In pixels beside, in degrees above: the words clear the coast on a phone and on a wide screen.
        place = {"x": lon, "y": own_lat, "ax": _LABEL_SHIFT, "ay": lat, "ayref": "y", "xanchor": "left"}
        font = {"size": theme.SMALL, "color": theme.HOME}
        told = theme.plain_text(words)
        told = told if len(words) <= _LABEL_COLUMNS else told.replace(" (", "<br>(")
        labels.append(theme.annotation(f"<b>{told}</b>", **arrow, **place, font=font))
    return labels


def _place(place: PlaceName) -> dict[str, Any]:
    """A name at its place; an archipelago's ends with the frame of its inset, below it or, in the south, above."""
    font = {"size": theme.SMALL, "color": theme.SOFT}
    inset = next((inset for inset in INSETS if place.box and _holds(inset.sea, place)), None)
    if inset is None:
        return _island_or_sea(place, font)
    words = theme.plain_text(named(place.words)).replace(" (", "<br>(").replace(", ", ",<br>")
    _west, south, east, north = inset.frame
    side = {"y": north, "yanchor": "bottom"} if place.lat < sum(_LAT) / 2 else {"y": south, "yanchor": "top"}
    return theme.annotation(words, x=east, xanchor="right", align="right", font=font, **side)


def _holds(sea: Box, place: PlaceName) -> bool:
    west, south, east, north = sea
    return west <= place.lon <= east and south <= place.lat <= north


def _island_or_sea(place: PlaceName, font: dict[str, Any]) -> dict[str, Any]:
    """The sea's name stands free; an island's below it, away from the coast, a word or two a line."""
    offshore = place.lon > sum(_LON) / 2
    words = theme.plain_text(named(place.words))
    if not offshore:
        words = "<br>".join(textwrap.wrap(words, _NARROW, break_long_words=False))
    return theme.annotation(
        f"<i>{words}</i>",
        x=place.lon,
        y=place.lat,
        align="center",
        xanchor="right" if place.lon < _COAST else "center",
        yanchor="bottom" if offshore else "top",
        font=font,
    )


def _box(inset: Inset) -> dict[str, Any]:
    west, south, east, north = inset.frame
    line = {"color": theme.MUTED, "width": 1}
    return {"type": "rect", "x0": west, "x1": east, "y0": south, "y1": north, "line": line, "layer": "below"}


def _legend(lines: Sequence[LegendLine]) -> dict[str, Any]:
    """In the empty sea at the top right; on a phone, where the map stands at the foot, above it."""
    marks = [
        f"{theme.colored('■', line.color)} {theme.plain_text(line.words)}"
        if line.color
        else f"{theme.colored('▨', theme.MUTED)} {theme.plain_text(line.words)}"
        for line in lines
    ]
    return theme.annotation(
        "<br>".join(marks),
        x=1,
        y=1,
        xref="paper",
        yref="paper",
        xanchor="right",
        yanchor="top",
        font={"size": theme.SMALL, "color": theme.INK},
    )
