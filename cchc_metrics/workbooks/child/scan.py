"""What the readers of values do not tell: errors, formulas without a value, percent formats, what is hidden or merged.

calamine and fastexcel turn ``#DIV/0!`` and a formula that was never calculated into an empty cell and drop number
formats. A byte search over the sheet's XML finds the few cells concerned; only a sheet that leaves out cell
addresses (the standard allows it) is walked with a parser.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from html import unescape
from itertools import islice

from cchc_metrics.guarded.bounds import RefusedError

from .cells import Marks
from .package import guarded_parser, local
from .wire import ERROR, LONGEST_COMMENT, MOST_COMMENTS, MOST_MERGES, Area, Aside, Comment

_ADDRESS = re.compile(rb"""\br=["']([A-Z]+)([0-9]+)["']""")
_ERROR_CELL = re.compile(
    rb"""<(?:\w+:)?c\s(?=[^>]*?\bt=["']e["'])([^>]*)>"""
    rb"""(?:<(?:\w+:)?f\b[^>]*?(?:/>|>[^<]*</(?:\w+:)?f>))?\s*(?:<(?:\w+:)?v>([^<]*)<)?"""
)
# A formula that is followed by no value; the cell it stands in begins before it.
_BARE_FORMULA = re.compile(
    rb"""<(?:\w+:)?f\b[^>]*?(?:/>|>([^<]*)</(?:\w+:)?f>)\s*(<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"""
)
_CELL_START = re.compile(rb"<(?:\w+:)?c\s[^>]*>")
_HIDDEN_ROW = re.compile(rb"""<(?:\w+:)?row\s(?=[^>]*?\bhidden=["'](?:1|true)["'])([^>]*)>""")
_ROW_NUMBER = re.compile(rb"""\br=["']([0-9]+)["']""")
_ROWS_BEGIN = re.compile(rb"<(?:\w+:)?sheetData\b")
_HIDDEN_COLUMN = re.compile(rb"""<(?:\w+:)?col\s(?=[^>]*?\bhidden=["'](?:1|true)["'])([^>]*)>""")
_COLUMN_ENDS = re.compile(rb"""\b(min|max)=["']([0-9]{1,5})["']""")
_MERGED = re.compile(rb"""<(?:\w+:)?mergeCell\s[^>]*?\bref=["']([A-Z]{1,3}[0-9]{1,7}:[A-Z]{1,3}[0-9]{1,7})["']""")
_CORNERS = re.compile(rb"([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})")
_NO_TEXT_NUMBER = re.compile(rb"""\bt=["']s["'][^>/]*>\s*<(?:\w+:)?v>(?!\s*[0-9]+\s*<)""")
_MOST_RUNS = 16_384
_MOST_TOLD = 200_000
# The end of what stands before the style of a plainly written cell, and how long it can be.
_CELL_END = re.compile(rb"""<c r="([A-Z]{1,3})([0-9]{1,7})"\n""")
_CELL_BEGINNING = 17
# Beyond so many percent styles one pattern for all is faster than a split for each.
_FEW = 6
_TEXT_RESULT = re.compile(rb"""\bt=["']str["']""")


class Scan:
    """Marks (rows and columns from 0) of one sheet, and what is hidden or merged on it (from 1)."""

    __slots__ = ("asides", "comments", "hidden_columns", "hidden_rows", "marks", "merges", "unplaced")

    def __init__(self) -> None:
        self.marks = Marks()
        self.hidden_rows: list[int] = []
        self.hidden_columns: list[tuple[int, int]] = []  # first and last of each run
        self.merges: list[Area] = []
        self.comments: list[Comment] = []
        self.asides: list[Aside] = []
        # A cell or row of interest had no address: the byte search cannot place it.
        self.unplaced = False

    def hide_columns(self, first: int, last: int) -> None:
        """A run of hidden columns; more runs than a sheet has columns are not kept."""
        if len(self.hidden_columns) < _MOST_RUNS:
            self.hidden_columns.append((first, last))

    def merge(self, area: Area) -> None:
        """A merged area; what comes after the first ``MOST_MERGES`` is not kept."""
        if len(self.merges) < MOST_MERGES:
            self.merges.append(area)

    def remark(self, row: int, column: int, text: str) -> None:
        """A comment on a cell (from 1), cut to a readable length; beyond ``MOST_COMMENTS`` none is kept."""
        words = " ".join(text.split())
        if words and len(self.comments) < MOST_COMMENTS:
            self.comments.append((row, column, words[:LONGEST_COMMENT]))

    def tell(self, what: str, row: int, column: int, text: str) -> None:
        """Something beside the values of a sheet, its words cut to a readable length."""
        if len(self.asides) < _MOST_TOLD:
            self.asides.append((what, row, column, " ".join(text.split())[:LONGEST_COMMENT]))


def scan(blocks: Iterable[bytes], styles: Mapping[int, int], *, thorough: bool = False) -> Scan:
    """Search a sheet's XML, given in blocks that end between rows.

    styles: number of a cell style that changes what a number shows -> the kind of mark for its cells.
    thorough: raises RefusedError("damaged") for a cell whose text has no number, for which readers take the first.
    """
    result = Scan()
    found = [(kind, frozenset(style for style, one in styles.items() if one == kind)) for kind in set(styles.values())]
    patterns = [(kind, numbers, _style_pattern(numbers)) for kind, numbers in found]
    block = b""
    for number, block in enumerate(blocks):
        if number == 0:
            _find_hidden_columns(block, result)
        if thorough and _NO_TEXT_NUMBER.search(block):
            raise RefusedError("damaged")
        # One letter is found ten times faster than a word, and most blocks of a table of scores lack these letters.
        if b"e" in block and (b't="e"' in block or b"t='e'" in block):
            _find_errors(block, result)
        if b"f" in block and (b"<f" in block or b":f" in block):
            _find_bare_formulas(block, result)
        if b"h" in block and b"hidden=" in block:
            _find_hidden_rows(block, result)
        for kind, numbers, loose in patterns:
            _find_styled(block, kind, numbers, loose, result)
    # Merged areas stand behind the rows.
    _find_merges(block, result)
    return result


@lru_cache(maxsize=4096)
def column_of(letters: bytes) -> int:
    """``A`` -> 0, ``AA`` -> 26."""
    place = 0
    for letter in letters:
        place = place * 26 + letter - 64
    return place - 1


def _style_pattern(styles: frozenset[int]) -> re.Pattern[bytes]:
    numbers = b"|".join(b"%d" % style for style in sorted(styles))
    return re.compile(
        rb"""<(?:\w+:)?c\s(?=[^>]*?\bs=["'](?:%b)["'])(?:[^>]*?\br=["']([A-Z]+)([0-9]+)["'])?""" % numbers
    )


def _find_styled(block: bytes, kind: int, styles: frozenset[int], loose: re.Pattern[bytes], result: Scan) -> None:
    found = _plain_cells(block, styles) if len(styles) <= _FEW else None
    if found is None:
        found = loose.findall(block)
    if any(not letters for letters, _ in found):
        result.unplaced = True
        return
    result.marks.add_all([int(row) - 1 for _, row in found], [column_of(letters) for letters, _ in found], kind)


def _plain_cells(block: bytes, styles: frozenset[int]) -> list[tuple[bytes, bytes]] | None:
    """Addresses of cells with these styles where all are written ``<c r="H5" s="3"``, as programs do; else None.

    Splitting at the style is five times faster than a pattern that tries every cell.
    """
    if b"'" in block:
        return None
    cells: list[tuple[bytes, bytes]] = []
    for style in styles:
        ends = [piece[-_CELL_BEGINNING:] for piece in block.split(b' s="%d"' % style)[:-1]]
        found = _CELL_END.findall(b"\n".join(ends) + b"\n")
        if len(found) != len(ends):
            return None
        cells += found
    return cells


def _find_errors(block: bytes, result: Scan) -> None:
    for match in _ERROR_CELL.finditer(block):
        _mark(result, match[1], unescape((match[2] or b"").decode("utf-8", "replace")))


def _find_bare_formulas(block: bytes, result: Scan) -> None:
    for match in _BARE_FORMULA.finditer(block):
        attributes = _cell_before(block, match.start())
        # An empty text is what the formula gave, e.g. =IF(A1="";"";A1): nothing is missing there.
        if match[2] is not None and _TEXT_RESULT.search(attributes):
            continue
        _mark(result, attributes, "=" + unescape((match[1] or b"").decode("utf-8", "replace")))


def _cell_before(block: bytes, end: int) -> bytes:
    """The start tag of the cell that holds what begins at ``end``."""
    start = max(block.rfind(b"<c ", 0, end), block.rfind(b":c ", 0, end) - 32, 0)
    found = b""
    for match in _CELL_START.finditer(block, start, end):
        found = match[0]
    return found


def _mark(result: Scan, attributes: bytes, text: str) -> None:
    address = _ADDRESS.search(attributes)
    if address is None:
        result.unplaced = True
    else:
        result.marks.add(int(address[2]) - 1, column_of(address[1]), ERROR, text=text)


def _find_hidden_rows(block: bytes, result: Scan) -> None:
    for match in _HIDDEN_ROW.finditer(block):
        number = _ROW_NUMBER.search(match[1])
        if number is None:
            result.unplaced = True
        else:
            result.hidden_rows.append(int(number[1]))


def _find_hidden_columns(block: bytes, result: Scan) -> None:
    """Columns are described before the rows, all within the first block."""
    rows = _ROWS_BEGIN.search(block)
    for match in _HIDDEN_COLUMN.finditer(block, 0, rows.start() if rows else len(block)):
        ends = {name: int(number) for name, number in _COLUMN_ENDS.findall(match[1])}
        if len(ends) == 2:
            result.hide_columns(ends[b"min"], ends[b"max"])


def _find_merges(block: bytes, result: Scan) -> None:
    if b"mergeCell" in block:
        for match in islice(_MERGED.finditer(block), MOST_MERGES):
            result.merges += _areas(match[1])


def _areas(reference: bytes) -> list[Area]:
    """``B2:D5`` -> [(2, 2, 5, 4)]; nothing for what is no area."""
    match = _CORNERS.fullmatch(reference)
    if match is None:
        return []
    left, top, right, bottom = match.groups()
    return [(int(top), column_of(left) + 1, int(bottom), column_of(right) + 1)]


def walk(blocks: Iterable[bytes], styles: Mapping[int, int]) -> Scan:
    """The same by a parser, for sheets without addresses: a cell follows its neighbour, a row the row above."""
    walker = _Walker(styles)
    parser = guarded_parser()
    parser.StartElementHandler = walker.start
    parser.EndElementHandler = walker.end
    parser.CharacterDataHandler = walker.text
    for block in blocks:
        parser.Parse(block, False)
    return walker.result


class _Walker:
    def __init__(self, styles: Mapping[int, int]) -> None:
        self.result = Scan()
        self._styles = {str(style): kind for style, kind in styles.items()}
        self._row = self._col = -1
        self._type = ""
        self._parts: dict[str, str] = {}
        self._open = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        name = local(name)
        if name == "row":
            self._row = int(attributes["r"]) - 1 if "r" in attributes else self._row + 1
            self._col = -1
            if attributes.get("hidden") in ("1", "true"):
                self.result.hidden_rows.append(self._row + 1)
        elif name == "c":
            self._start_cell(attributes)
        elif name in ("f", "v"):
            self._parts[name] = ""
            self._open = name
        elif name == "mergeCell":
            for area in _areas(attributes.get("ref", "").encode()):
                self.result.merge(area)
        elif name == "col" and attributes.get("hidden") in ("1", "true"):
            self.result.hide_columns(int(attributes.get("min", 0)), int(attributes.get("max", 0)))

    def _start_cell(self, attributes: dict[str, str]) -> None:
        address = attributes.get("r", "").encode()
        letters = address.rstrip(b"0123456789")
        self._col = column_of(letters) if letters else self._col + 1
        self._type = attributes.get("t", "n")
        self._parts = {}
        kind = self._styles.get(attributes.get("s", ""))
        if kind is not None:
            self.result.marks.add(self._row, self._col, kind)

    def text(self, data: str) -> None:
        if self._open:
            self._parts[self._open] += data

    def end(self, name: str) -> None:
        name = local(name)
        if name in ("f", "v"):
            self._open = ""
        elif name == "c":
            self._end_cell()

    def _end_cell(self) -> None:
        value = self._parts.get("v")
        if self._type == "e":
            self.result.marks.add(self._row, self._col, ERROR, text=value or "")
        elif "f" in self._parts and not (value or "").strip() and not (self._type == "str" and value is not None):
            self.result.marks.add(self._row, self._col, ERROR, text="=" + self._parts["f"])
