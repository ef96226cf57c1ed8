"""A table of a page as an Excel file: typed cells, with title, choices, sources and time on a second sheet."""

import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from cchc_metrics import workbooks
from cchc_metrics.access import Deed
from cchc_metrics.access.rows import require_any
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.illustrative import mark_of
from cchc_metrics.services.office.moment import as_of_data
from cchc_metrics.views.kit.clock import clock_view
from cchc_metrics.workbooks import ExportColumn

# (name in the frame, header), then what the column holds, then how many decimals a number shows.
Head = tuple[Any, ...]
_DECIMALS = 4


def columns_of(heads: Sequence[Head]) -> tuple[ExportColumn, ...]:
    """Columns of ``(name, header[, "text" | "number" | "amount" | "percent" | "integer"[, decimals]])``."""
    return tuple(
        ExportColumn(head[0], head[1], *(head[2:3] or ("text",)), *(head[3:4] or (_DECIMALS,))) for head in heads
    )


@dataclass(frozen=True, slots=True)
class TableFile:
    """What a page offers to save. mark: words that must be seen above the figures, such as "ước tính"."""

    stem: str
    title: str
    rows: pd.DataFrame
    columns: tuple[ExportColumn, ...]
    filters: tuple[tuple[str, str], ...] = ()
    sources: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    mark: str = ""

    def name(self, version: int) -> str:
        """A file name that differs whenever the choices or the data do."""
        return f"{self.stem}-{version}-{zlib.crc32(repr((self.title, self.filters)).encode()):08x}.xlsx"


def workbook_of(desk: Desk, file: TableFile, told: Callable[[int, int], None] | None = None) -> bytes:
    """The file as .xlsx, as of what this desk sees: under a clock its words stand among the notes.

    told: hears (rows written, rows in all) while a large table is written. Raises NotAllowedError.
    """
    require_any(desk.actor, (Deed.DOWNLOAD, Deed.AUDIT))
    info = workbooks.ExportInfo(
        title=file.title,
        as_of=as_of_data(desk),
        filters=file.filters,
        sources=file.sources,
        notes=tuple(note for note in (clock_view(desk).whole, *file.notes) if note),
        mark=file.mark or mark_of(desk.office.settings),
    )
    return workbooks.export_table(file.rows, file.columns, info, told)
