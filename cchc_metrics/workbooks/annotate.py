"""The uploaded workbook returned with its findings on it: coloured cells, comments, and a first sheet that lists all.

The copy is made by a child process (``child.annotating``) under the reader's limits. Where it cannot be made of the
file itself – another format, a part that openpyxl does not understand, a cell that would change – it is made of the
cells as they were read, and the first sheet says so.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

import numpy as np

from cchc_metrics.config import ReaderLimits
from cchc_metrics.errors import UnreadableFileError
from cchc_metrics.guarded.bounds import RefusedError
from cchc_metrics.guarded.envelope import packed, unpacked
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts, wordings
from cchc_metrics.model import CellKind, Finding, Grid, Workbook
from cchc_metrics.schema import RESULT_TITLE
from cchc_metrics.workbooks.annotation_job import job_of
from cchc_metrics.workbooks.child.wire import MEMORY_SHEET
from cchc_metrics.workbooks.container import MEGABYTE
from cchc_metrics.workbooks.converting import plain_copy, sheet_names
from cchc_metrics.workbooks.export import download_name
from cchc_metrics.workbooks.reader import bounds_of, read, run_reader, sentence_of

# Measured: what a cell of a loaded workbook takes in the child, with its row and its text.
_BYTES_PER_CELL = 750
_ENDING = "da-kiem-tra"
_EARLIER = re.compile(rf"[-_ ]*{_ENDING}(_[0-9a-f]{{8}})?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Annotated:
    """An annotated copy, always .xlsx.

    name: the file's own stem and a mark of the content · kept_format: the looks of the original are there, False for
    a copy made of the bare cells · lost: what could not be kept, each in words.
    """

    name: str
    data: bytes
    kept_format: bool
    lost: tuple[str, ...]


def annotate(
    file_name: str, data: bytes, workbook: Workbook, findings: Sequence[Finding], limits: ReaderLimits
) -> Annotated:
    """The file with each finding on its cells and all of them listed on a first sheet, errors first.

    workbook: what ``read`` made of ``data``. Cells are coloured by their worst finding and bear every sentence as a
    comment; marks of an earlier copy are taken away. The import passes over the sheets that this adds.
    Raises UnreadableFileError with a sentence when the workbook is too large to be handed back.
    """
    _check_size(file_name, workbook, limits)
    t = texts().workbooks
    reason = t.converted.get(workbook.file_type, "")
    if not reason:
        try:
            kept = _kept(file_name, data, workbook, findings, limits)
        except RefusedError:
            kept = None
        if kept is not None:
            return kept
        reason = t.converted_unfit
    return _converted(file_name, workbook, findings, limits, reason)


def _check_size(file_name: str, workbook: Workbook, limits: ReaderLimits) -> None:
    most = limits.memory_mb * MEGABYTE // _BYTES_PER_CELL
    count = sum(int((column.kinds != CellKind.EMPTY).sum()) for grid in workbook.sheets for column in grid.columns)
    if count > most:
        sentence = texts().workbooks.too_large.format(file=file_name, count=fmt.integer(count), limit=fmt.integer(most))
        raise UnreadableFileError(sentence)


def _kept(
    file_name: str, data: bytes, workbook: Workbook, findings: Sequence[Finding], limits: ReaderLimits
) -> Annotated | None:
    """The copy made of the file itself; None when a cell in it would not be read again as it is now."""
    t = texts().workbooks
    macros = (t.macros_removed,) if workbook.file_type == "xlsm" else ()
    names = {grid.name: grid.name for grid in workbook.sheets}
    job = job_of(file_name, findings, names, macros)
    lost, copy = _ask(job, data, limits)
    try:
        again = read(file_name, copy, limits)
    except UnreadableFileError:
        return None
    if not same_cells(_theirs(workbook.sheets), _theirs(again.sheets)):
        return None
    return Annotated(_name_of(file_name, copy), copy, True, tuple(t.losses[code] for code in lost))


def _converted(
    file_name: str, workbook: Workbook, findings: Sequence[Finding], limits: ReaderLimits, reason: str
) -> Annotated:
    grids = _theirs(workbook.sheets)
    names = sheet_names(grids)
    plain = plain_copy(grids, names, workbook.stamp)
    hidden = [name for grid, name in zip(grids, names, strict=True) if grid.hidden]
    renamed = {grid.name: name for grid, name in zip(grids, names, strict=True)}
    job = job_of(file_name, findings, renamed, (reason,), hidden)
    try:
        _, copy = _ask(job, plain, limits)
    except RefusedError as refusal:
        raise UnreadableFileError(sentence_of(file_name, refusal)) from refusal
    return Annotated(_name_of(file_name, copy), copy, False, (reason,))


def _ask(job: dict[str, object], data: bytes, limits: ReaderLimits) -> tuple[list[str], bytes]:
    """Codes of what the copy lacks, and the copy. Raises RefusedError with what the child died of."""
    try:
        answer, copy = unpacked(run_reader("annotating", [], packed(job, data), bounds_of(limits)))
    except ValueError as error:
        raise RefusedError("damaged") from error
    if "refused" in answer:
        raise RefusedError(answer["refused"], **answer["values"])
    return answer["lost"], copy


def _theirs(grids: Sequence[Grid]) -> tuple[Grid, ...]:
    """The sheets without those that an earlier copy added."""
    return tuple(grid for grid in grids if grid.name != MEMORY_SHEET and not _is_listing(grid))


def _is_listing(grid: Grid) -> bool:
    return grid.height > 0 and grid.columns[0].texts[0] in wordings(RESULT_TITLE)


def same_cells(before: Sequence[Grid], after: Sequence[Grid]) -> bool:
    """Whether two readings have the same sheets with the same cells; empty rows and columns at the end count not."""
    return len(before) == len(after) and all(
        old.name == new.name and _same_grid(old, new) for old, new in zip(before, after, strict=True)
    )


def _same_grid(old: Grid, new: Grid) -> bool:
    """Equal in kind, number and text where either has a cell."""
    height = max(old.height, new.height)
    for place in range(max(len(old.columns), len(new.columns))):
        left, right = _column(old, place, height), _column(new, place, height)
        # A serial of an ISO date may differ in its last digit.
        close = np.isclose(left[1], right[1], rtol=1e-15, atol=0.0, equal_nan=True)
        if (left[0] != right[0]).any() or (left[2] != right[2]).any() or not close.all():
            return False
    return True


def _column(grid: Grid, place: int, height: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Kinds, numbers and texts of a column, with empty cells below up to ``height``."""
    kinds = np.full(height, np.uint8(CellKind.EMPTY))
    numbers = np.full(height, np.nan)
    spoken = np.full(height, None, dtype=object)
    if place < len(grid.columns):
        column = grid.columns[place]
        kinds[: grid.height], numbers[: grid.height] = column.kinds, column.numbers
        spoken[: grid.height] = column.texts
    return kinds, numbers, spoken


def _name_of(file_name: str, copy: bytes) -> str:
    """The stem stays: the import looks for the index in it."""
    stem = _EARLIER.sub("", PurePath(file_name).stem)
    return download_name(f"{stem} {_ENDING}", copy, "xlsx")
