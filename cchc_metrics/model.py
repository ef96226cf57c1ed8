"""Frozen values that the packages share: cells, findings, people, periods, plans.

Nothing here opens a file or a database, and nothing here is Vietnamese text (that is ``labels``).
"""

import re
from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum, StrEnum

import numpy as np
import pandas as pd

# A score is kept with nine decimals: PAPI prints its sub-dimensions with up to nine.
SCALE = 1_000_000_000


def scaled(values: pd.Series) -> pd.Series:
    """Exact integers behind a series of scores: value × 10⁹, ``<NA>`` where missing.

    Two scores are equal when these are equal; ranks and differences are taken on them, never on floats.
    """
    return (values.astype("Float64") * SCALE).round().astype("Int64")


class Severity(StrEnum):
    """An error stops the commit, a warning is to be read, information is only said."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class ValueState(StrEnum):
    """What stands in the place of a number. Zero is a VALUE; exempt rescales; missing is unknown."""

    VALUE = "value"
    EXEMPT = "na"
    MISSING = "missing"


class CellKind(IntEnum):
    """What a reader found in a cell."""

    EMPTY = 0
    NUMBER = 1
    TEXT = 2
    BOOLEAN = 3
    DATE = 4  # number holds the days since 1899-12-30, text the ISO form
    ERROR = 5  # an Excel error such as #DIV/0!; text holds it
    PERCENT = 6  # a number shown with a percent format: number holds 0.8525 where the cell shows 85,25%


@dataclass(frozen=True, slots=True)
class GridColumn:
    """One column of a sheet: three arrays of equal length, one entry per row.

    kinds: uint8 of CellKind · numbers: float64, NaN where the cell has none ·
    texts: object array of the text as the cell holds it, None where it has none (numbers have none).
    """

    kinds: np.ndarray
    numbers: np.ndarray
    texts: np.ndarray


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet as read: columns[j] row i is the cell at (i + 1, j + 1) counted as Excel does."""

    name: str
    number: int  # 1-based place among the workbook's sheets
    columns: tuple[GridColumn, ...]
    hidden: bool = False
    hidden_rows: tuple[int, ...] = ()  # 1-based

    @property
    def height(self) -> int:
        return len(self.columns[0].kinds) if self.columns else 0


@dataclass(frozen=True, slots=True)
class Stamp:
    """The mark that our own templates carry."""

    kind: str
    version: int


@dataclass(frozen=True, slots=True)
class Workbook:
    """A file as read, before anyone has decided what it means."""

    file_name: str
    file_type: str  # "xlsx", "xls", "csv" … by content, not by name
    sheets: tuple[Grid, ...]
    stamp: Stamp | None = None
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to tell the person about their file: where, what is there, what to do.

    ``cell`` is in Excel's notation ("H12"), empty when the finding is about the sheet or the file.
    Equal findings are folded: ``count`` says how many and ``cells`` lists them (the first is ``cell``).
    """

    code: str
    severity: Severity
    message: str
    sheet: str = ""
    cell: str = ""
    value: str = ""
    count: int = 1
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Actor:
    """Who is asking. Every service call names one."""

    id: str
    name: str
    role: str


class PeriodClass(StrEnum):
    """An index year is the calendar year an index measures; a report period is a window of reporting."""

    INDEX_YEAR = "index_year"
    REPORT = "report"


_PERIOD_ID = re.compile(r"(?P<year>(?:19|20)\d\d)(?:-(?P<window>Q1|6M|Q3|FY))?")


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """``2024`` is the index year; ``2024-Q1``, ``2024-6M``, ``2024-Q3``, ``2024-FY`` are report periods."""

    year: int
    window: str = ""

    @property
    def id(self) -> str:
        return f"{self.year}-{self.window}" if self.window else str(self.year)

    @property
    def period_class(self) -> PeriodClass:
        return PeriodClass.REPORT if self.window else PeriodClass.INDEX_YEAR

    @staticmethod
    def parse(period_id: str) -> "Period":
        """The period with this id. Raises ValueError when it is not one."""
        match = _PERIOD_ID.fullmatch(period_id)
        if match is None:
            raise ValueError(f"not a period id: {period_id!r}")
        return Period(int(match["year"]), match["window"] or "")


@dataclass(frozen=True, slots=True)
class RowCounts:
    """Rows of the file: read = accepted + rejected + ignored, always."""

    read: int = 0
    accepted: int = 0
    rejected: int = 0
    ignored: int = 0


@dataclass(frozen=True, slots=True)
class ChangeCounts:
    """Facts against what is stored. ``missing`` facts are stored in the file's scope but not in the file."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    missing: int = 0


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What a file would do, shown before anything is stored.

    changes: one row per changed fact – ``op`` ("add" | "change" | "remove"), the kind's grain and value columns,
    ``upload_seq`` (null: the import's own), ``sheet_no``, ``row_no``, ``col_no``.
    previous: the stored rows that "change" and "remove" would close, same grain and value columns, with seq_from.
    missing: stored facts in the file's scope that the file does not hold (never removed by an import).
    base_seq: the journal's last entry when the plan was made.
    """

    plan_id: str
    kind: str
    file_name: str
    original: bytes
    base_seq: int
    rows: RowCounts
    counts: ChangeCounts
    findings: tuple[Finding, ...]
    changes: pd.DataFrame
    previous: pd.DataFrame
    missing: pd.DataFrame
    same_as_upload: int | None = None

    @property
    def rejected(self) -> bool:
        return any(finding.severity is Severity.ERROR for finding in self.findings)


class Action(StrEnum):
    """What a journal entry did."""

    IMPORT = "import"
    EDIT = "edit"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the journal, as it is written and chained."""

    seq: int
    action: Action
    kind: str
    plan_id: str
    actor: Actor
    recorded_at: datetime
    note: str
    file_name: str
    original_sha256: str  # empty for an edit or an undo: there is no file
    original_size: int
    changes_sha256: str
    rows: RowCounts
    counts: ChangeCounts
    findings: tuple[Finding, ...] = ()
    undoes: int | None = None
    previous_hash: str = ""
    hash: str = ""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What the store knows, for people who must resolve names and labels: small frames, loaded once per version.

    entities, nodes, breaks, windows: the frames of those kinds (grain and value columns).
    """

    version: int
    entities: pd.DataFrame
    nodes: pd.DataFrame
    breaks: pd.DataFrame
    windows: pd.DataFrame
    known_sources: frozenset[str] = field(default_factory=frozenset)
