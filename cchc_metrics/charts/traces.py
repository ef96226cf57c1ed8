"""Traces that several charts draw: words on the plot, and unseen points that carry a sentence."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from cchc_metrics.charts import theme

NAME = MappingProxyType({"size": theme.SIZE, "color": theme.INK, "shadow": theme.HALO})


def short(name: str, most: int = 49) -> str:
    """A name cut at a word, so that it fits above its bar on a phone; what ends it in brackets stays whole."""
    if len(name) <= most:
        return name
    head, bracket, tail = name.partition(" (") if name.endswith(")") else (name, "", "")
    return f"{head[: max(most - 1 - len(bracket + tail), 1)].rsplit(' ', 1)[0]} …{bracket}{tail}"


def words(
    xs: Sequence[float], ys: Sequence[float], said: Sequence[str], font: Mapping[str, Any] = NAME
) -> dict[str, Any]:
    """Words to the right of their points. said: as plotly writes them, made harmless by the caller."""
    place = {"x": xs, "y": ys, "textposition": "middle right"}
    return {"mode": "text", "text": said, "textfont": dict(font), **place}


def unseen(xs: Sequence[float], ys: Sequence[float], sentences: Sequence[str], size: int) -> dict[str, Any]:
    """Points that are not drawn and carry a sentence each. size: pixels within which the pointer finds one."""
    marker = {"size": size, "color": "rgba(0,0,0,0)"}
    return {"mode": "markers", "x": xs, "y": ys, "marker": marker, "hovertext": sentences}


def parted(points: Iterable[tuple[Any, ...]], apart: Callable[[float, float], bool]) -> list[list[Any]]:
    """The columns of points (x, y, texts …) in their order, an empty point where no line may go on.

    apart: of an x and the next. At least one point.
    """
    made: list[tuple[Any, ...]] = []
    for point in points:
        if made and apart(made[-1][0], point[0]):
            made.append((None, None, *[""] * (len(point) - 2)))
        made.append(point)
    return [list(column) for column in zip(*made, strict=True)]
