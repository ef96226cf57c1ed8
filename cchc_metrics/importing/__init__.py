"""From the cells of a workbook to facts, findings and changes. Pure: opens no file and no database."""

from cchc_metrics.importing.diff import Diff, diff, scope_of
from cchc_metrics.importing.headers import detect_kind
from cchc_metrics.importing.interpret import Interpretation, empty_facts, interpret
from cchc_metrics.importing.privacy import personal_data
from cchc_metrics.importing.review import review

__all__ = [
    "Diff",
    "Interpretation",
    "detect_kind",
    "diff",
    "empty_facts",
    "interpret",
    "personal_data",
    "review",
    "scope_of",
]
