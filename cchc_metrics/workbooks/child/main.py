"""How the child runs: ``main(arguments)`` with the file on stdin and the answer on stdout.

Arguments: the file type by content ("xlsx", "xls", "xlsb", "ods", "parquet") and the limits (``wire.Limits``). The exit
code is 0 when there is an answer, also when the answer is a refusal; anything else means that the process died of the
file.
"""

# ruff: noqa: PLC0415 - libraries are imported when first needed: a small file must not wait for them

import os
import sys
from collections.abc import Callable, Sequence
from typing import BinaryIO

from cchc_metrics.guarded.bounds import RefusedError
from cchc_metrics.guarded.confining import confine

from .cells import Book, Marks
from .wire import BookNote, Limits, note_block, refusal_block


def main(arguments: Sequence[str]) -> None:
    """Read, answer, and leave without tidying up: freeing a large workbook takes longer than writing it."""
    limits = Limits.parse(arguments[1:])
    # Before the limits: a process that may write no file cannot keep what Python compiles for the next start.
    read_file = _reader(arguments[0])
    confine(limits.seconds, limits.memory_mb)
    # pyarrow starts in a third of the time when it does not find numpy, which nothing here needs.
    sys.modules["numpy"] = None  # type: ignore[assignment]
    data = sys.stdin.buffer.read()
    out = sys.stdout.buffer
    try:
        book = read_file(data, limits)
    except RefusedError as refusal:
        out.write(refusal_block(refusal))
    else:
        out.write(note_block(BookNote(tuple(sheet.note for sheet in book.sheets), book.properties, book.fonts)))
        for sheet in book.sheets:
            _write_stream(out, sheet.columns)
            _write_stream(out, _mark_columns(sheet.marks))
    out.flush()
    os._exit(0)


def _reader(file_type: str) -> Callable[[bytes, Limits], Book]:
    if file_type in ("xlsx", "xlsm"):
        from .openxml import read_openxml

        return read_openxml
    if file_type == "parquet":
        from .columnar import read_parquet

        return read_parquet
    from .other import read_other

    return lambda data, limits: read_other(file_type, data, limits)


def _mark_columns(marks: Marks) -> dict[str, object]:
    import pyarrow as pa

    return {
        "row": pa.array(marks.row, pa.int32()),
        "col": pa.array(marks.col, pa.int32()),
        "kind": pa.array(marks.kind, pa.uint8()),
        "number": pa.array(marks.number, pa.float64()),
        "text": pa.array(marks.text, pa.string()),
    }


def _write_stream(out: BinaryIO, columns: dict[str, object]) -> None:
    import pyarrow as pa

    batch = pa.record_batch(columns) if columns else pa.record_batch([], schema=pa.schema([]))
    with pa.ipc.new_stream(out, batch.schema) as writer:
        writer.write_batch(batch)
