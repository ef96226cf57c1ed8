"""The guarded reader: an uploaded file becomes a ``Workbook``, or one sentence that says why it cannot.

A spreadsheet is opened by a child process with limits on memory and time, because no reader survives every file
(one stray far cell aborts the process that reads it). CSV needs none: nothing is unpacked and the parser is linear.
"""

import json
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path, PurePath

from cchc_metrics.config import ReaderLimits
from cchc_metrics.errors import UnreadableFileError
from cchc_metrics.guarded.bounds import RefusedError
from cchc_metrics.guarded.running import run_child
from cchc_metrics.labels import texts
from cchc_metrics.model import Workbook
from cchc_metrics.workbooks.answer import Answer, workbook_parts
from cchc_metrics.workbooks.child.wire import Limits
from cchc_metrics.workbooks.container import MEGABYTE, file_type
from cchc_metrics.workbooks.csv_file import read_csv
from cchc_metrics.workbooks.stamp import stamp_of

# A cell takes up to 32 bytes in the child and 17 here.
_BYTES_PER_CELL = 32
_FOLDER = str(Path(__file__).resolve().parent)
_START = "sys.path.insert(0, sys.argv[2]); import child.{module} as m; del sys.path[0]; m.main(sys.argv[3:])"


def read(file_name: str, data: bytes, limits: ReaderLimits) -> Workbook:
    """Every sheet of a spreadsheet, cell by cell, hidden ones included; what cells mean is for others to say.

    By content, not by name: .xlsx, .xlsm, .xls, .xlsb, .ods, .csv, .parquet. Rows and columns are counted from A1.
    Cells: NUMBER, TEXT, and PERCENT for a number under a percent format have what ``model.CellKind`` says · BOOLEAN:
    number 1 or 0, text TRUE or FALSE · DATE: serial day and ISO text (a time of day is a part of a day) · ERROR: text
    ``#DIV/0!`` or the like, and ``=…``, the formula, where a formula was stored without its result. In a CSV every
    cell is TEXT; of a Parquet file row 1 is the names of its columns, and days are TEXT in ISO form. Only the first
    cell of a merged area has a value, as in the file; merged areas end where the cells end, of overlapping ones the
    upper is kept, and 20,000 a sheet at most.
    Raises UnreadableFileError with a sentence that names the real type, the limit exceeded or the damage.
    """
    started = time.perf_counter()
    kind = file_type(file_name, data, limits)
    bounds, name = bounds_of(limits), PurePath(file_name).stem
    try:
        if kind == "parquet":
            answer = _named(name, _ask(kind, data, bounds._replace(rows=limits.parquet_rows)))
        else:
            answer = read_csv(name, data, bounds) if kind == "csv" else _ask(kind, data, bounds)
    except RefusedError as refusal:
        raise UnreadableFileError(sentence_of(file_name, refusal, kind)) from refusal
    stamp = stamp_of(answer.sheets, answer.properties)
    return Workbook(file_name, kind, answer.sheets, stamp, time.perf_counter() - started, answer.fonts)


def bounds_of(limits: ReaderLimits) -> Limits:
    """The limits as a child takes them."""
    cells = limits.memory_mb * MEGABYTE // _BYTES_PER_CELL
    return Limits(limits.sheets, limits.rows, limits.columns, cells, limits.seconds, limits.memory_mb)


def _named(name: str, answer: Answer) -> Answer:
    """The answer with its one sheet named: a file of columns has none of its own."""
    return replace(answer, sheets=tuple(replace(sheet, name=name) for sheet in answer.sheets))


def _ask(kind: str, data: bytes, bounds: Limits) -> Answer:
    """Let the child read. Raises RefusedError with its reason, or with what it died of."""
    try:
        return workbook_parts(run_reader("main", [kind], data, bounds))
    except (ValueError, json.JSONDecodeError) as error:
        raise RefusedError("damaged") from error


def run_reader(module: str, arguments: Sequence[str], data: bytes, bounds: Limits) -> bytes:
    """What a program of ``child/`` answers to these bytes. Raises RefusedError with what it died of."""
    return run_child(_START.format(module=module), [_FOLDER, *arguments], data, bounds)


def sentence_of(file_name: str, refusal: RefusedError, kind: str = "") -> str:
    """The sentence about a refused file, that of its own kind where there is one."""
    names = (f"{way}_{own}{refusal.code}" for own in (f"{kind}_", "") for way in ("is", "over"))
    name = next(name for name in names if hasattr(texts().reading, name))
    sentence: str = getattr(texts().reading, name)
    return sentence.format(file=file_name, **refusal.values)
