"""A line the size of a word, as inline SVG: for cards, where a whole chart would be too slow and too loud."""

import itertools
from collections.abc import Mapping, Sequence

_WIDTH, _HEIGHT, _EDGE = 132, 36, 5


def sparkline_svg(values_by_year: Mapping[int, float | None], segments: Mapping[int, int], color: str) -> str:
    """SVG of a trend. Missing years part the line, and so does a change of segment, marked by a dotted rule.

    values_by_year: year -> value (None: no figure). segments: year -> number of its unbroken stretch.
    Empty text when no year has a value.
    """
    known = {year: value for year, value in sorted(values_by_year.items()) if value is not None}
    if not known:
        return ""
    points = _points(known)
    parts = "".join(_stroke(stretch, color) for stretch in _stretches(points, segments))
    rules = "".join(_rule(points, a, b) for a, b in _broken(list(known), segments))
    x, y = points[max(points)]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" '
        f'width="{_WIDTH}" height="{_HEIGHT}">{rules}{parts}'
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" fill="{color}"/></svg>'
    )


def _points(known: Mapping[int, float]) -> dict[int, tuple[float, float]]:
    first, last = min(known), max(known)
    low, high = min(known.values()), max(known.values())
    across = (_WIDTH - 2 * _EDGE) / max(last - first, 1)
    down = (_HEIGHT - 2 * _EDGE) / (high - low) if high > low else 0.0
    level = _HEIGHT / 2
    return {
        year: (_EDGE + (year - first) * across, _EDGE + (high - value) * down if down else level)
        for year, value in known.items()
    }


def _stretches(
    points: Mapping[int, tuple[float, float]], segments: Mapping[int, int]
) -> list[list[tuple[float, float]]]:
    """Runs of consecutive years of one segment."""
    runs: list[list[tuple[float, float]]] = []
    previous: int | None = None
    for year in sorted(points):
        joined = previous is not None and year - previous == 1 and segments.get(year) == segments.get(previous)
        if joined:
            runs[-1].append(points[year])
        else:
            runs.append([points[year]])
        previous = year
    return runs


def _broken(years: Sequence[int], segments: Mapping[int, int]) -> list[tuple[int, int]]:
    return [(a, b) for a, b in itertools.pairwise(years) if segments.get(a) != segments.get(b)]


def _stroke(stretch: Sequence[tuple[float, float]], color: str) -> str:
    if len(stretch) == 1:
        x, y = stretch[0]
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="2" fill="{color}"/>'
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in stretch)
    return (
        f'<polyline points="{line}" fill="none" stroke="{color}" stroke-width="2" '
        'stroke-linejoin="round" stroke-linecap="round"/>'
    )


def _rule(points: Mapping[int, tuple[float, float]], before: int, after: int) -> str:
    x = (points[before][0] + points[after][0]) / 2
    return f'<line x1="{x:.1f}" x2="{x:.1f}" y1="2" y2="{_HEIGHT - 2}" stroke="#8b94a1" stroke-dasharray="1.5 3"/>'
