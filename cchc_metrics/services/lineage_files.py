"""The table of an analysis page as a workbook: typed cells, with title, choices, sources and time on a second sheet."""

import zlib
from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from zoneinfo import ZoneInfo

import pandas as pd

from cchc_metrics import workbooks
from cchc_metrics.access import Deed, require
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.illustrative import mark_of


@dataclass(frozen=True, slots=True)
class FileColumn:
    """One column: its name in the frame, what stands above it, what it holds."""

    name: str
    header: str
    kind: Literal["text", "number", "integer"] = "text"
    decimals: int = 4


@dataclass(frozen=True, slots=True)
class TableFile:
    """What a page offers to save. mark: words that must be seen above the figures, such as "ước tính"."""

    stem: str
    title: str
    rows: pd.DataFrame
    columns: tuple[FileColumn, ...]
    filters: tuple[tuple[str, str], ...]
    sources: tuple[str, ...]
    notes: tuple[str, ...] = ()
    mark: str = ""

    def name(self, version: int) -> str:
        """A file name that differs whenever the choices or the data do."""
        return f"{self.stem}-{version}-{zlib.crc32(repr((self.title, self.filters)).encode()):08x}.xlsx"


def workbook_of(desk: Desk, file: TableFile) -> bytes:
    """The file as .xlsx. Raises NotAllowedError."""
    require(desk.actor, Deed.DOWNLOAD)
    columns = [workbooks.ExportColumn(c.name, c.header, c.kind, c.decimals) for c in file.columns]
    info = workbooks.ExportInfo(
        title=file.title,
        as_of=datetime.now(ZoneInfo(desk.office.settings.timezone)),
        filters=file.filters,
        sources=file.sources,
        notes=tuple(note for note in file.notes if note),
        mark=file.mark or mark_of(desk.office.settings),
    )
    return workbooks.export_table(file.rows, columns, info)
