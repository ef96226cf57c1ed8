"""What the child says to its parent, and the limits the parent gives it.

The answer on stdout: an 8-byte length, a JSON object of that many bytes padded to a multiple of 8, then for every
sheet two Arrow IPC streams, its columns and its marks.

columns: ``t<j>`` string, null where column j holds none, ``n<j>`` float64 likewise; an array without any value is left
out. marks: one row per cell whose kind these two do not tell – row, col (from 0), kind, number, text.
Plain classes and tuples here and beside: ``dataclasses`` alone would make the child start a tenth slower.
"""

import json
import struct
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from cchc_metrics.guarded.bounds import RefusedError

# The numbers of model.CellKind, which the child must not import; a test holds the two together.
NUMBER, TEXT, BOOLEAN, DATE, ERROR, PERCENT = 1, 2, 3, 4, 5, 6
# Within the child: the format shows the year of a date and nothing else. No cell leaves with this kind.
YEAR = 7

# The hidden sheet by which an annotated copy of ours is known.
MEMORY_SHEET = "_ket_qua_kiem_tra"

# First row, first column, last row, last column; from 1.
Area = tuple[int, int, int, int]
# Row and column (from 1) of a cell, and what somebody remarked on it.
Comment = tuple[int, int, str]
# What is told of a cell or a sheet beside its values: what it is, row and column (from 1; 0: the sheet), its words.
Aside = tuple[str, int, int, str]
# What a format does to a number: another one is shown · words are added · nothing is shown.
OTHER, WORDED, HIDDEN = "other", "worded", "hidden"
# Letters with a line through them · letters above or below the line; without words the whole cell.
STRUCK, RAISED = "struck", "raised"
SHAPE, PICTURE, PRINT = "shape", "picture", "print"
# More merged areas than this on one sheet are no layout; more fonts than this tell nothing more about the letters.
MOST_MERGES = 20_000
MOST_COMMENTS, LONGEST_COMMENT = 1_000, 300
MOST_ASIDES = 1_000
_MOST_FONTS, _LONGEST_FONT = 50, 100

_LENGTH = struct.Struct("<Q")


class Limits(NamedTuple):
    """What one file may cost, as whole numbers on the command line."""

    sheets: int
    rows: int
    columns: int
    cells: int
    seconds: int
    memory_mb: int

    def as_arguments(self) -> list[str]:
        return [str(value) for value in self]

    @staticmethod
    def parse(arguments: Sequence[str]) -> "Limits":
        return Limits(*map(int, arguments))

    def check(self, sheet: str, rows: int, columns: int) -> None:
        """Raises RefusedError for a sheet that is too tall, too wide or too large."""
        if rows > self.rows:
            raise RefusedError("rows", sheet=sheet, count=rows, limit=self.rows)
        if columns > self.columns:
            raise RefusedError("columns", sheet=sheet, count=columns, limit=self.columns)
        if rows * columns > self.cells:
            raise RefusedError("cells", sheet=sheet, count=rows * columns, limit=self.cells)


class SheetNote(NamedTuple):
    """A sheet without its cells. ``header``: the texts of row 1 where the columns begin below it.

    hidden_rows, hidden_columns (from 1) and merges reach no farther than the cells.
    """

    name: str
    number: int
    hidden: bool
    height: int
    width: int
    header: tuple[str, ...] | None = None
    hidden_rows: tuple[int, ...] = ()
    hidden_columns: tuple[int, ...] = ()
    merges: tuple[Area, ...] = ()
    comments: tuple[Comment, ...] = ()
    asides: tuple[Aside, ...] = ()


class BookNote(NamedTuple):
    """The JSON block: the sheets in order, the workbook's custom properties and the fonts of its cells."""

    sheets: tuple[SheetNote, ...]
    properties: dict[str, str]
    fonts: tuple[str, ...] = ()


def font_names(names: Iterable[str]) -> tuple[str, ...]:
    """Each name once, in their order, at most fifty."""
    kept = dict.fromkeys(name.strip()[:_LONGEST_FONT] for name in names if name.strip())
    return tuple(kept)[:_MOST_FONTS]


def _first_block(content: dict[str, Any]) -> bytes:
    """The JSON object as the answer begins with it."""
    block = json.dumps(content).encode()
    return _LENGTH.pack(len(block)) + block + b"\0" * (-len(block) % 8)


def note_block(note: BookNote) -> bytes:
    return _first_block(note._asdict())


def refusal_block(refusal: RefusedError) -> bytes:
    return _first_block({"refused": refusal.code, "values": refusal.values})


def split(answer: bytes) -> tuple[BookNote, memoryview]:
    """The note, and the streams behind it. Raises RefusedError when the child refused, ValueError when cut short."""
    if len(answer) < _LENGTH.size:
        raise ValueError("answer cut short")
    size = _LENGTH.unpack_from(answer)[0]
    content: dict[str, Any] = json.loads(answer[_LENGTH.size : _LENGTH.size + size])
    if "refused" in content:
        raise RefusedError(content["refused"], **content["values"])
    note = BookNote(tuple(map(_sheet_note, content["sheets"])), content["properties"], tuple(content["fonts"]))
    return note, memoryview(answer)[_LENGTH.size + size + -size % 8 :]


def _sheet_note(values: list[Any]) -> SheetNote:
    note = SheetNote(*values)
    header = None if note.header is None else tuple(note.header)
    return note._replace(
        header=header,
        hidden_rows=tuple(note.hidden_rows),
        hidden_columns=tuple(note.hidden_columns),
        merges=tuple((top, left, bottom, right) for top, left, bottom, right in note.merges),
        comments=tuple((row, column, text) for row, column, text in note.comments),
        asides=tuple((what, row, column, words) for what, row, column, words in note.asides),
    )
