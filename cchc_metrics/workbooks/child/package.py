"""The parts of an .xlsx that tell about its sheets: names, places, styles, custom properties."""

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from xml.parsers import expat

from cchc_metrics.guarded.bounds import RefusedError

from .looks import Look, is_date, look_of
from .wire import font_names

_PART_LIMIT = 64 * 1024 * 1024
_BLOCK = 1024 * 1024
_PREFIXED_ROW_END = re.compile(rb"</\w+:row>")
# Where a sheet says it reaches to. Only a hint, which some programs fill with whole rows («1:7»), and readers trip.
_DIMENSION = re.compile(rb"<(?:\w+:)?dimension\b[^>]*?(?:/>|>\s*</(?:\w+:)?dimension\s*>)")
_PLAIN_AREA = re.compile(rb"""\bref=["'][A-Za-z]{1,3}[1-9]\d{0,6}(?::[A-Za-z]{1,3}[1-9]\d{0,6})?["']""")
_STYLE_SECTIONS = frozenset({"fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs"})


class SheetPart(NamedTuple):
    """A worksheet of the package. ``number``: 1-based place among all sheets, charts included."""

    name: str
    number: int
    member: str
    hidden: bool
    size: int


class Styles(NamedTuple):
    """The look of each cell style (the ``s`` of a cell), those that show a date, and their fonts."""

    looks: tuple[Look, ...] = ()
    date: frozenset[int] = frozenset()
    fonts: tuple[str, ...] = ()


class Package:
    """An opened .xlsx. Raises RefusedError("damaged") for parts that are missing or not well formed."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except zipfile.BadZipFile as error:
            raise RefusedError("damaged") from error
        self._sizes = {info.filename: info.file_size for info in self._zip.infolist()}

    def members(self) -> list[str]:
        """The names of all parts."""
        return list(self._sizes)

    def size(self, member: str) -> int:
        """Unpacked bytes of a part, 0 when there is none."""
        return self._sizes.get(member, 0)

    def sheet_parts(self) -> list[SheetPart]:
        """Worksheets in the workbook's order; chart sheets are left out but counted.

        Raises RefusedError("macro_sheet") for a sheet of Excel 4.0 macros, whose workbooks no reader opens.
        """
        targets = self.targets("xl/_rels/workbook.xml.rels")
        parts: list[SheetPart] = []
        sheets = [attributes for name, attributes in self.elements("xl/workbook.xml") if name == "sheet"]
        # Readers find sheets by name, and would give the first of two equal names for both.
        if len({attributes.get("name", "") for attributes in sheets}) < len(sheets):
            raise RefusedError("damaged")
        for number, attributes in enumerate(sheets, 1):
            member, relation = targets.get(attributes.get("id", ""), ("", ""))
            if relation.lower().endswith("macrosheet"):
                raise RefusedError("macro_sheet")
            if relation.endswith("/worksheet"):
                hidden = attributes.get("state", "visible") != "visible"
                parts.append(SheetPart(attributes.get("name", ""), number, member, hidden, self._sizes.get(member, 0)))
        return parts

    def targets(self, member: str) -> dict[str, tuple[str, str]]:
        """Relation id -> (member, type of relation)."""
        found: dict[str, tuple[str, str]] = {}
        folder = "/" + posixpath.dirname(posixpath.dirname(member))
        for name, attributes in self.elements(member):
            if name == "Relationship":
                target = posixpath.normpath(posixpath.join(folder, attributes.get("Target", "")))
                found[attributes.get("Id", "")] = (target.lstrip("/"), attributes.get("Type", ""))
        return found

    def read(self, member: str) -> bytes:
        """A whole part, empty when the package has none of that name."""
        if member not in self._sizes:
            return b""
        try:
            return self._zip.read(member)
        except (zipfile.BadZipFile, OSError, EOFError, zlib.error) as error:
            raise RefusedError("damaged") from error

    def styles(self) -> Styles:
        """How each style shows its cells, and the fonts; nothing when the workbook has no styles."""
        if "xl/styles.xml" not in self._sizes:
            return Styles()
        codes: dict[int, str] = {}
        formats: list[int] = []
        fonts, used, struck = [], [], set()
        section = ""
        for name, attributes in self.elements("xl/styles.xml"):
            if name in _STYLE_SECTIONS:
                section = name
            elif name == "numFmt":
                codes[int(attributes.get("numFmtId", 0))] = attributes.get("formatCode", "")
            elif name == "xf" and section == "cellXfs":
                formats.append(int(attributes.get("numFmtId", 0)))
                used.append(int(attributes.get("fontId", 0)))
            elif name == "font" and section == "fonts":
                fonts.append("")
            elif name == "name" and section == "fonts" and fonts:
                fonts[-1] = attributes.get("val", "")
            elif name == "strike" and section == "fonts" and attributes.get("val", "1") not in ("0", "false"):
                struck.add(len(fonts) - 1)
        return Styles(
            tuple(look_of(n, codes.get(n), struck=font in struck) for n, font in zip(formats, used, strict=True)),
            frozenset(place for place, number in enumerate(formats) if is_date(number, codes.get(number))),
            font_names(fonts[number] for number in used if 0 <= number < len(fonts)),
        )

    def properties(self) -> dict[str, str]:
        """The custom document properties whose value is a text or a whole number."""
        if "docProps/custom.xml" not in self._sizes:
            return {}
        found: dict[str, str] = {}
        current = ""
        for name, attributes in self.elements("docProps/custom.xml"):
            if name == "property":
                current = attributes.get("name", "")
            elif name == "" and current:
                found[current] = (found.get(current, "") + attributes["text"]).strip()
        return found

    def comments(self, member: str) -> list[tuple[str, str]]:
        """The cells of a part of comments, as «F8», each with its text."""
        found: list[tuple[str, str]] = []
        cell, words, inside = "", "", ""
        for name, attributes in self.elements(member):
            if name == "comment":
                found.append((cell, words))
                cell, words = attributes.get("ref", ""), ""
            elif name == "" and inside == "t":
                words += attributes["text"]
            inside = name or inside
        return [pair for pair in [*found, (cell, words)] if all(pair)]

    def first_rows(self, member: str, size: int = 65536) -> bytes:
        """The beginning of a part, cut at ``size`` bytes."""
        try:
            with self._zip.open(member) as part:
                return part.read(size)
        except (zipfile.BadZipFile, KeyError, EOFError, OSError, zlib.error) as error:
            raise RefusedError("damaged") from error

    def odd_dimensions(self, members: Iterable[str]) -> frozenset[str]:
        """The sheets whose hint of how far they reach is no area of cells."""
        hints = ((member, _DIMENSION.search(self.first_rows(member))) for member in members if self.size(member))
        return frozenset(member for member, hint in hints if hint is not None and not _PLAIN_AREA.search(hint[0]))

    def without_dimensions(self, members: frozenset[str]) -> bytes:
        """The package with the hints of these sheets taken out."""
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w") as copy:
            for member in self._sizes:
                part = self.read(member)
                copy.writestr(member, _DIMENSION.sub(b"", part, count=1) if member in members else part)
        return made.getvalue()

    def blocks(self, member: str) -> Iterator[bytes]:
        """A sheet's XML in blocks of some megabytes, each ending where a row ends."""
        try:
            with self._zip.open(member) as part:
                kept: list[bytes] = []
                while chunk := part.read(_BLOCK):
                    # An end that lies across two chunks is passed over: the block becomes longer, nothing is lost.
                    end = _row_end(chunk)
                    if end:
                        yield b"".join([*kept, chunk[:end]])
                        kept.clear()
                    kept.append(chunk[end:])
                yield b"".join(kept)
        except (zipfile.BadZipFile, KeyError, EOFError, OSError, zlib.error) as error:
            raise RefusedError("damaged") from error

    def elements(self, member: str) -> Iterator[tuple[str, dict[str, str]]]:
        """A small part in document order: (name, attributes) without prefixes, text as ("", {"text": …})."""
        if self._sizes.get(member, _PART_LIMIT + 1) > _PART_LIMIT:
            raise RefusedError("damaged")
        found: list[tuple[str, dict[str, str]]] = []
        parser = guarded_parser()
        parser.StartElementHandler = lambda name, attributes: found.append((local(name), _locals(attributes)))
        parser.CharacterDataHandler = lambda text: found.append(("", {"text": text}))
        try:
            with self._zip.open(member) as part:
                while chunk := part.read(65536):
                    parser.Parse(chunk, False)
                    yield from found
                    found.clear()
            parser.Parse(b"", True)
        except (expat.ExpatError, zipfile.BadZipFile, OSError, EOFError, zlib.error) as error:
            raise RefusedError("damaged") from error
        yield from found


def _row_end(block: bytes) -> int:
    """Where the last whole row ends, 0 when there is none."""
    end = block.rfind(b"</row>")
    if end >= 0:
        return end + len(b"</row>")
    return max((match.end() for match in _PREFIXED_ROW_END.finditer(block)), default=0)


def guarded_parser() -> expat.XMLParserType:
    """An XML parser that refuses a document type: no workbook has one, and entities are made of them."""

    def refuse(*_: object) -> None:
        raise RefusedError("damaged")

    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = refuse
    return parser


def local(name: str) -> str:
    return name.rpartition(":")[2]


def _locals(attributes: dict[str, str]) -> dict[str, str]:
    return {local(name): value for name, value in attributes.items()}
