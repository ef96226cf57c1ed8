"""Tables as a mapping says them: where they stand, what holds for all of them, which rows are data, their records."""

from cchc_metrics.importing.tables.detecting import detect_kind, first_words, nearest_kinds
from cchc_metrics.importing.tables.fitting import Layout, fitted, layout_of
from cchc_metrics.importing.tables.layout import understand
from cchc_metrics.importing.tables.written import (
    MappingError,
    layout_from_json,
    layout_to_json,
    mapping_from_json,
    mapping_to_dict,
    mapping_to_json,
)

__all__ = [
    "Layout",
    "MappingError",
    "detect_kind",
    "first_words",
    "fitted",
    "layout_from_json",
    "layout_of",
    "layout_to_json",
    "mapping_from_json",
    "mapping_to_dict",
    "mapping_to_json",
    "nearest_kinds",
    "understand",
]
