"""What stands on a sheet beside its cells, or within a cell's letters: drawings, print headers, words crossed out."""

import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape

from .notes import relations_of
from .package import Package
from .scan import Scan, column_of
from .wire import PICTURE, PRINT, RAISED, SHAPE, STRUCK

_LARGEST = 16 * 1024 * 1024
_TEXTS_PART = "xl/sharedStrings.xml"
_ITEM = re.compile(rb"<(?:\w+:)?si\b[^>]*?(?:/>|>(.*?)</(?:\w+:)?si>)", re.DOTALL)
_RUN = re.compile(rb"<(?:\w+:)?r>(.*?)</(?:\w+:)?r>", re.DOTALL)
_WORDS = re.compile(rb"<(?:\w+:)?t\b[^>]*>(.*?)</(?:\w+:)?t>", re.DOTALL)
_LINE_THROUGH = re.compile(rb"""<(?:\w+:)?strike\b(?![^>]*\bval=["'](?:0|false)["'])""")
_OFF_LINE = re.compile(rb"""<(?:\w+:)?vertAlign\b[^>]*\bval=["'](?:super|sub)script["']""")
_SHARED_CELL = re.compile(rb"""<(?:\w+:)?c\s([^>]*?\bt=["']s["'][^>]*)>\s*<(?:\w+:)?v>\s*([0-9]{1,9})\s*<""")
_INLINE_CELL = re.compile(rb"""<(?:\w+:)?c\s([^>]*)>\s*<(?:\w+:)?is>(.*?)</(?:\w+:)?is>""", re.DOTALL)
_ADDRESS = re.compile(rb"""\br=["']([A-Z]{1,3})([0-9]{1,7})["']""")
_PRINTED = re.compile(rb"<(?:\w+:)?(?:odd|even|first)(?:Header|Footer)\b[^>]*>(.*?)</", re.DOTALL)
# What a print header says by itself: page, pages, day, time, file, sheet, fonts, sizes, colours, places.
_CODE_OF_PRINT = re.compile(r'&(?:"[^"]*"|K[0-9A-Fa-f]{6}|K\d\d[+-]\d{3}|\d{1,3}|[A-Za-z&])')
_ANCHORS = frozenset({"twoCellAnchor", "oneCellAnchor", "absoluteAnchor"})
_VML_SHAPE = re.compile(rb"<(?:\w+:)?shape\s(.*?)</(?:\w+:)?shape>", re.DOTALL)
_VML_TEXT = re.compile(rb"<(?:\w+:)?textbox\b[^>]*>(.*?)</(?:\w+:)?textbox>", re.DOTALL)
_VML_KIND = re.compile(rb"""ObjectType=["']Note["']""")
_VML_PLACE = re.compile(rb"<(?:\w+:)?Anchor>\s*(\d{1,7}),\s*\d+,\s*(\d{1,7}),")
_TAG = re.compile(rb"<[^>]*>")
Runs = tuple[tuple[str, str], ...]


def printed_words(code: str) -> str:
    """What a print header or footer says in words of its own: without the codes for page, day, sheet, fonts."""
    words = " ".join(_CODE_OF_PRINT.sub(" ", code.replace("&&", "\0")).replace("\0", "&").split())
    bare = re.sub(r"\b(?:page|trang|of|sheet)\b|[\W_]+", "", words, flags=re.IGNORECASE)
    return words if bare else ""


def shared_runs(package: Package) -> Mapping[int, Runs]:
    """Number of a shared text -> its pieces that are crossed out or off the line, as (what, words)."""
    if not 0 < package.size(_TEXTS_PART) <= _LARGEST:
        return {}
    content = package.read(_TEXTS_PART)
    if b"strike" not in content and b"vertAlign" not in content:
        return {}
    found = ((number, _runs(match[1] or b"")) for number, match in enumerate(_ITEM.finditer(content)))
    return {number: runs for number, runs in found if runs}


def _runs(item: bytes) -> Runs:
    """The pieces of a text with a look of their own; a look that covers all of it is a look as well."""
    found = []
    for match in _RUN.finditer(item):
        words = unescape(b"".join(_WORDS.findall(match[1])).decode("utf-8", "replace"))
        if words.strip() and _LINE_THROUGH.search(match[1]):
            found.append((STRUCK, words))
        elif words.strip() and _OFF_LINE.search(match[1]):
            found.append((RAISED, words))
    return tuple(found)


def tell_sheet(blocks: Iterable[bytes], shared: Mapping[int, Runs], result: Scan) -> None:
    """The cells of a sheet whose letters are in part crossed out or off the line; what its print headers say."""
    block = b""
    for block in blocks:
        if shared:
            for match in _SHARED_CELL.finditer(block):
                _tell_runs(result, match[1], shared.get(int(match[2]), ()))
        if b"is>" in block and (b"strike" in block or b"vertAlign" in block):
            for match in _INLINE_CELL.finditer(block):
                _tell_runs(result, match[1], _runs(match[2]))
    # Print headers stand behind the rows.
    for match in _PRINTED.finditer(block, max(block.rfind(b"sheetData"), 0)):
        words = printed_words(unescape(match[1].decode("utf-8", "replace")))
        if words:
            result.tell(PRINT, 0, 0, words)


def _tell_runs(result: Scan, attributes: bytes, runs: Runs) -> None:
    address = _ADDRESS.search(attributes) if runs else None
    if address is not None:
        for what, words in runs:
            result.tell(what, int(address[2]), column_of(address[1]) + 1, words)


def tell_drawings(package: Package, member: str, result: Scan) -> None:
    """Texts of shapes, text boxes and controls by their upper left cell; pictures and charts without words."""
    for target, relation in relations_of(package, member):
        if not 0 < package.size(target) <= _LARGEST:
            continue
        if relation.endswith("/drawing"):
            for what, row, column, words in _drawn(package, target):
                result.tell(what, row, column, words)
        elif relation.endswith("/vmlDrawing"):
            for row, column, words in _controls(package.read(target)):
                result.tell(SHAPE, row, column, words)


def _drawn(package: Package, member: str) -> Iterator[tuple[str, int, int, str]]:
    words: list[str] = []
    place = {"row": 0, "col": 0}
    what, inside, corner = "", "", False
    for name, attributes in [*package.elements(member), ("oneCellAnchor", {})]:
        if name in _ANCHORS:
            said = " ".join(" ".join(words).split())
            if said or what:
                yield SHAPE if said else what, place["row"] + 1, place["col"] + 1, said
            words, what, place, corner = [], "", {"row": 0, "col": 0}, False
        elif name in ("from", "to"):
            corner = name == "from"
        elif name in ("pic", "graphicFrame"):
            what = PICTURE
        elif name == "" and inside == "t":
            words.append(attributes["text"])
        elif name == "" and corner and inside in place and attributes["text"].strip().isdecimal():
            place[inside] = int(attributes["text"])
        inside = name or inside


def _controls(drawing: bytes) -> Iterator[tuple[int, int, str]]:
    """Buttons, boxes and labels of old forms; comments are drawn here too and told elsewhere."""
    for shape in _VML_SHAPE.finditer(drawing):
        if _VML_KIND.search(shape[1]):
            continue
        words = b" ".join(_TAG.sub(b" ", text) for text in _VML_TEXT.findall(shape[1]))
        said = unescape(words.decode("utf-8", "replace")).strip()
        place = _VML_PLACE.search(shape[1])
        if said:
            yield (int(place[2]) + 1, int(place[1]) + 1, said) if place else (1, 1, said)
