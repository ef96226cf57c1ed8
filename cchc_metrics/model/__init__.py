"""Frozen values that the packages share: cells, mappings, findings, people, periods, plans.

Nothing here opens a file or a database, and nothing here is Vietnamese text (that is ``labels``).
"""

from cchc_metrics.model.addresses import Key
from cchc_metrics.model.cells import (
    CellKind,
    Grid,
    GridColumn,
    Stamp,
    Workbook,
)
from cchc_metrics.model.codes import EntityType, ReportPart, ScoreKind, TargetKind
from cchc_metrics.model.mapping import (
    EVERY_SHEET,
    FROM_FILE,
    FROM_SHEET,
    FROM_TITLE,
    AcrossColumn,
    FileMapping,
    LeftOut,
    NameAnswer,
    Question,
    TableMap,
)
from cchc_metrics.model.pictures import Deck, Drawn, Picture, Slide, Strand
from cchc_metrics.model.plans import (
    Action,
    ChangeCounts,
    Entry,
    ImportPlan,
    RowCounts,
    Snapshot,
)
from cchc_metrics.model.suspicion import Evidence, Sign
from cchc_metrics.model.values import (
    DECIMALS,
    FINE_BELOW,
    SCALE,
    Actor,
    Finding,
    Period,
    PeriodClass,
    Severity,
    ValueState,
    exactly,
    scaled,
)

__all__ = [
    "DECIMALS",
    "EVERY_SHEET",
    "FINE_BELOW",
    "FROM_FILE",
    "FROM_SHEET",
    "FROM_TITLE",
    "SCALE",
    "AcrossColumn",
    "Action",
    "Actor",
    "CellKind",
    "ChangeCounts",
    "Deck",
    "Drawn",
    "EntityType",
    "Entry",
    "Evidence",
    "FileMapping",
    "Finding",
    "Grid",
    "GridColumn",
    "ImportPlan",
    "Key",
    "LeftOut",
    "NameAnswer",
    "Period",
    "PeriodClass",
    "Picture",
    "Question",
    "ReportPart",
    "RowCounts",
    "ScoreKind",
    "Severity",
    "Sign",
    "Slide",
    "Snapshot",
    "Stamp",
    "Strand",
    "TableMap",
    "TargetKind",
    "ValueState",
    "Workbook",
    "exactly",
    "scaled",
]
