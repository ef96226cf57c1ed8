"""From the cells of a workbook to facts, findings and changes. Pure: opens no file and no database."""

from cchc_metrics.importing.asked.blanks import Kept, keep_stored
from cchc_metrics.importing.asked.maxima import without_known_maxima
from cchc_metrics.importing.columnar import in_template_words
from cchc_metrics.importing.diff import Diff, diff, scope_of
from cchc_metrics.importing.interpret import Interpretation, empty_facts, interpret
from cchc_metrics.importing.privacy import names_a_citizen, personal_data
from cchc_metrics.importing.problems import EXPLAINED
from cchc_metrics.importing.review import review
from cchc_metrics.importing.tables import (
    Layout,
    MappingError,
    detect_kind,
    first_words,
    fitted,
    layout_from_json,
    layout_of,
    layout_to_json,
    mapping_from_json,
    mapping_to_dict,
    mapping_to_json,
    nearest_kinds,
    understand,
)
from cchc_metrics.importing.understanding import fingerprint

__all__ = [
    "EXPLAINED",
    "Diff",
    "Interpretation",
    "Kept",
    "Layout",
    "MappingError",
    "detect_kind",
    "diff",
    "empty_facts",
    "fingerprint",
    "first_words",
    "fitted",
    "in_template_words",
    "interpret",
    "keep_stored",
    "layout_from_json",
    "layout_of",
    "layout_to_json",
    "mapping_from_json",
    "mapping_to_dict",
    "mapping_to_json",
    "names_a_citizen",
    "nearest_kinds",
    "personal_data",
    "review",
    "scope_of",
    "understand",
    "without_known_maxima",
]
