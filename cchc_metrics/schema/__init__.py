"""Tables, columns, grains and template columns, written once.

Reader, templates, preview, store, history and the data dictionary all read a ``Kind`` from here; there is no second
description.
"""

from collections.abc import Mapping

from cchc_metrics.schema.analysis import (
    CROSSWALKS,
    LINEAGE_WEIGHTS,
    RESPONSIBLE,
    SCENARIOS,
    STANDARD_ERRORS,
    THEMES,
)
from cchc_metrics.schema.base import (
    ALL_NODES,
    BREAK_KINDS,
    CROSSWALK_RELATIONS,
    ENTITY_TYPES,
    NAME_SUBJECTS,
    PROVENANCE,
    RESULT_TITLE,
    SCORE_KINDS,
    TARGET_KINDS,
    TOTAL,
    WINDOWS,
    Kind,
    Role,
    SqlType,
    StoreColumn,
    TemplateColumn,
)
from cchc_metrics.schema.memory import (
    LAYOUTS,
    NAMES,
)
from cchc_metrics.schema.registers import (
    BREAKS,
    ENTITIES,
    FRAMEWORKS,
    POLICY_TARGETS,
    SOURCES,
    WINDOWS_KIND,
)
from cchc_metrics.schema.scores import (
    SCORES,
    TARGETS,
)

# In the order in which they must be loaded: names are resolved against what came before.
KINDS: Mapping[str, Kind] = {
    kind.name: kind
    for kind in (
        ENTITIES,
        FRAMEWORKS,
        BREAKS,
        WINDOWS_KIND,
        SOURCES,
        LAYOUTS,
        NAMES,
        SCORES,
        TARGETS,
        POLICY_TARGETS,
        STANDARD_ERRORS,
        CROSSWALKS,
        LINEAGE_WEIGHTS,
        THEMES,
        RESPONSIBLE,
        SCENARIOS,
    )
}

__all__ = [
    "ALL_NODES",
    "BREAKS",
    "BREAK_KINDS",
    "CROSSWALKS",
    "CROSSWALK_RELATIONS",
    "ENTITIES",
    "ENTITY_TYPES",
    "FRAMEWORKS",
    "KINDS",
    "LAYOUTS",
    "LINEAGE_WEIGHTS",
    "NAMES",
    "NAME_SUBJECTS",
    "POLICY_TARGETS",
    "PROVENANCE",
    "RESPONSIBLE",
    "RESULT_TITLE",
    "SCENARIOS",
    "SCORES",
    "SCORE_KINDS",
    "SOURCES",
    "STANDARD_ERRORS",
    "TARGETS",
    "TARGET_KINDS",
    "THEMES",
    "TOTAL",
    "WINDOWS",
    "WINDOWS_KIND",
    "Kind",
    "Role",
    "SqlType",
    "StoreColumn",
    "TemplateColumn",
]
