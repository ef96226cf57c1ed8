"""Outlines and names of the map, read once per process from the shipped files."""

import csv
import json
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from cchc_metrics.charts.atlas import Coordinates, Outline, PlaceName

Ring = Sequence[Sequence[float]]


@lru_cache(maxsize=4)
def outlines(reference_dir: Path, era: str) -> Mapping[str, Outline]:
    """Province id -> outline, of the provinces of an era ("63" or "34"). Raises OSError without the file."""
    text = (reference_dir / "boundaries" / f"provinces_{era}.geojson").read_text(encoding="utf-8")
    features = json.loads(text)["features"]
    return {f"P{era}-{feature['properties']['code']}": _outline(feature["geometry"]) for feature in features}


@lru_cache(maxsize=2)
def place_names(reference_dir: Path) -> tuple[PlaceName, ...]:
    """The names written on the map: both archipelagos with their extent, islands, the sea."""
    with (reference_dir / "map_labels.csv").open(encoding="utf-8-sig", newline="") as file:
        return tuple(map(_place, csv.DictReader(file)))


def _place(row: Mapping[str, str]) -> PlaceName:
    sides = [row[side] for side in ("west", "south", "east", "north")]
    west, south, east, north = (float(side or 0) for side in sides)
    box = (west, south, east, north) if all(sides) else None
    words = row["label_full"] if box else row["label"]
    return PlaceName(words, float(row["lon"]), float(row["lat"]), box)


def _outline(geometry: Mapping[str, Any]) -> Outline:
    polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    rings: list[Ring] = [ring for polygon in polygons for ring in polygon]
    largest = max(rings, key=_area)
    shore = max(lon for lon, _ in largest)
    # What lies wholly out at sea is too small for the white border of the mainland to leave anything of it.
    far = [ring for ring in rings if min(lon for lon, _ in ring) > shore]
    near = [ring for ring in rings if min(lon for lon, _ in ring) <= shore]
    return Outline(*_joined(near), *_joined(far), _center(largest))


def _joined(rings: Sequence[Ring]) -> tuple[Coordinates, Coordinates]:
    """All rings as one line of points, an absent point between two."""
    points: list[Sequence[float]] = []
    for ring in rings:
        points += [*ring, (np.nan, np.nan)]
    array = np.array(points[:-1], dtype="float32").reshape(-1, 2)
    return array[:, 0].copy(), array[:, 1].copy()


def _area(ring: Ring) -> float:
    x, y = np.array(ring, dtype="float64").T
    return float(abs(np.dot(x[:-1], y[1:]) - np.dot(x[1:], y[:-1])) / 2)


def _center(ring: Ring) -> tuple[float, float]:
    x, y = np.array(ring, dtype="float64").T
    return float(x.min() + x.max()) / 2, float(y.min() + y.max()) / 2
