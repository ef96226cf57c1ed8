"""The comments of an .xlsx: what they say, and how large they are drawn, which openpyxl does not read."""

import re

from .package import Package
from .scan import column_of

# Of comments by the hundred; larger drawings hold pictures.
_LARGEST = 8 * 1024 * 1024
# Prefixes as Excel writes them (v:, x:) or as openpyxl does (ns1:, ns2:).
_SHAPE = re.compile(rb"<(?:\w+:)?shape\s(.*?)</(?:\w+:)?shape>", re.DOTALL)
_SIZE = re.compile(rb"(?<![\w-])(width|height):([0-9]{1,4}(?:\.[0-9]+)?)(pt|px)")
_PLACE = re.compile(rb"<(?:\w+:)?(Row|Column)>\s*([0-9]{1,7})\s*</")
_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_PIXELS = {b"px": 1.0, b"pt": 96 / 72}
Size = tuple[float, float]


def note_sizes(package: Package) -> dict[str, dict[tuple[int, int], Size]]:
    """Sheet -> (row, column), both from 1 -> width and height in pixels."""
    return {part.name: _of_sheet(package, part.member) for part in package.sheet_parts()}


def note_texts(package: Package, member: str) -> list[tuple[int, int, str]]:
    """Row and column (from 1) of each cell of a sheet that bears a comment, and its text."""
    found: list[tuple[int, int, str]] = []
    for target, relation in relations_of(package, member):
        if relation.endswith("/comments") and 0 < package.size(target) <= _LARGEST:
            for reference, text in package.comments(target):
                match = _REFERENCE.fullmatch(reference)
                if match is not None:
                    found.append((int(match[2]), column_of(match[1].encode()) + 1, text))
    return found


def relations_of(package: Package, member: str) -> list[tuple[str, str]]:
    """What a sheet points to: (member, type of relation)."""
    folder, _, name = member.rpartition("/")
    relations = f"{folder}/_rels/{name}.rels"
    return list(package.targets(relations).values()) if relations in package.members() else []


def _of_sheet(package: Package, member: str) -> dict[tuple[int, int], Size]:
    found: dict[tuple[int, int], Size] = {}
    for target, relation in relations_of(package, member):
        if relation.endswith("/vmlDrawing") and package.size(target) <= _LARGEST:
            found |= _of_drawing(package.read(target))
    return found


def _of_drawing(drawing: bytes) -> dict[tuple[int, int], Size]:
    found: dict[tuple[int, int], Size] = {}
    for match in _SHAPE.finditer(drawing):
        head = match[1].partition(b">")[0]
        sizes = {name: float(number) * _PIXELS[unit] for name, number, unit in _SIZE.findall(head)}
        places = {name: int(number) for name, number in _PLACE.findall(match[1])}
        if len(sizes) == 2 and len(places) == 2:
            found[places[b"Row"] + 1, places[b"Column"] + 1] = (sizes[b"width"], sizes[b"height"])
    return found
