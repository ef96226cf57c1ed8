"""The child's answer as grids. Whole columns at a time: no Python object is made per cell."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa

from cchc_metrics.model import CellKind, Grid, GridColumn
from cchc_metrics.workbooks.child.wire import SheetNote, split

Coded = tuple[np.ndarray, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a reader found: the sheets, the custom properties of the document, the fonts of its cells."""

    sheets: tuple[Grid, ...]
    properties: Mapping[str, str]
    fonts: tuple[str, ...] = ()


def workbook_parts(answer: bytes) -> Answer:
    """Grids from the bytes of an answer. Raises RefusedError from the child, ValueError when it was cut short."""
    note, streams = split(answer)
    source = pa.BufferReader(pa.py_buffer(streams))
    grids = tuple(grid_of(sheet, _next_batch(source), _next_batch(source)) for sheet in note.sheets)
    return Answer(grids, note.properties, note.fonts)


def _next_batch(source: Any) -> Any:
    """The one batch of the next stream; the source then stands at the stream behind it."""
    with pa.ipc.open_stream(source) as reader:
        (batch,) = reader
        return batch


def grid_of(note: SheetNote, columns: Any, marks: Any) -> Grid:
    """One sheet from its note and its two record batches (``child.wire`` names their columns)."""
    no_numbers = np.full(note.height, np.nan)
    no_texts = np.full(note.height, None, dtype=object)
    empty: Coded = (np.full(note.height, -1, dtype=np.int64), ())
    marked = _marks_by_column(note, marks)
    names = set(columns.schema.names)
    built = []
    for place in range(note.width):
        header = None if note.header is None else note.header[place]
        number = columns[f"n{place}"] if f"n{place}" in names else None
        text = columns[f"t{place}"] if f"t{place}" in names else None
        numbers = no_numbers if number is None else _numbers(note.height, header, number)
        kinds = np.where(np.isnan(numbers), np.uint8(CellKind.EMPTY), np.uint8(CellKind.NUMBER))
        texts, coded = no_texts, empty
        if text is not None or header is not None:
            texts, coded = _texts(note.height, header, text, kinds)
        column = GridColumn(kinds, numbers, texts, coded)
        built.append(_with_marks(column, marked[place]) if place in marked else column)
    for column in built:
        for array in (column.kinds, column.numbers, column.texts):
            array.setflags(write=False)
    layout = (note.hidden, note.hidden_rows, note.hidden_columns, note.merges, note.comments, note.asides)
    return Grid(note.name, note.number, tuple(built), *layout)


def _numbers(height: int, header: str | None, values: Any) -> np.ndarray:
    numbers = np.full(height, np.nan)
    below = 0 if header is None else 1
    numbers[below : below + len(values)] = values.to_numpy(zero_copy_only=False)
    return numbers


def _texts(height: int, header: str | None, values: Any, kinds: np.ndarray) -> tuple[np.ndarray, Coded]:
    """Texts of a column, as they are and coded; sets TEXT in ``kinds`` where there is one. An empty text is an empty
    cell.
    """
    # One Python string per different text, not per cell.
    coded = pa.array([], pa.string()).dictionary_encode() if values is None else values.dictionary_encode()
    words = coded.dictionary.to_numpy(zero_copy_only=False)
    # Two more entries: no text, and the header.
    lexicon = np.empty(len(words) + 2, dtype=object)
    lexicon[: len(words)] = words
    lexicon[lexicon == ""] = None
    lexicon[-2:] = (None, header)
    places = np.full(height, len(words), dtype=np.int32)
    below = 0 if header is None else 1
    if header is not None:
        places[0] = len(words) + 1
    found = coded.indices.fill_null(len(words)).to_numpy(zero_copy_only=False)
    places[below : below + len(found)] = found
    is_text = np.array([word is not None for word in lexicon])
    kinds[is_text.take(places)] = CellKind.TEXT
    # Among the codes no text twice, though a header may be a word of its column.
    own: dict[str, int] = {}
    place = np.array([-1 if word is None else own.setdefault(str(word), len(own)) for word in lexicon], dtype=np.int64)
    return lexicon.take(places), (place.take(places), tuple(own))


def _marks_by_column(note: SheetNote, marks: Any) -> dict[int, dict[str, np.ndarray]]:
    """Marks inside the grid, by column; those outside stand on formatted cells without a value."""
    if not marks.num_rows:
        return {}
    fields = {name: marks[name].to_numpy(zero_copy_only=False) for name in marks.schema.names}
    inside = (fields["row"] < note.height) & (fields["col"] < note.width)
    return {
        int(col): {name: values[inside & (fields["col"] == col)] for name, values in fields.items()}
        for col in np.unique(fields["col"][inside])
    }


def _with_marks(column: GridColumn, marks: Mapping[str, np.ndarray]) -> GridColumn:
    """The column with marked cells in it. A percent format changes numbers only and leaves their value."""
    kinds, numbers, texts = column.kinds.copy(), column.numbers.copy(), column.texts.copy()
    percent = marks["kind"] == CellKind.PERCENT
    rows = marks["row"][percent]
    kinds[rows[kinds[rows] == CellKind.NUMBER]] = CellKind.PERCENT
    rows = marks["row"][~percent]
    kinds[rows] = marks["kind"][~percent]
    numbers[rows] = marks["number"][~percent]
    texts[rows] = marks["text"][~percent]
    return GridColumn(kinds, numbers, texts)
