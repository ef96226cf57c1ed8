"""Weight sets of merged provinces, themes, traits of indices: what a list that others lean on must not say."""

import re
from collections.abc import Callable, Mapping

import numpy as np
import pandas as pd

from cchc_metrics.importing.nodes import NodeBook
from cchc_metrics.importing.problems import error, warning
from cchc_metrics.importing.registers import Faults, at, each, spelled
from cchc_metrics.labels import texts
from cchc_metrics.model import EntityType, Snapshot
from cchc_metrics.model.rows import rows_of

_COLOR = re.compile("#[0-9a-fA-F]{6}")


def weight_faults(facts: pd.DataFrame, snapshot: Snapshot) -> Faults:
    """A weight is more than 0 and belongs to a province with a successor; a set weighs all that merged into one."""
    t = texts().lineage
    entities = rows_of(snapshot.entities)
    names = {row["entity_id"]: str(row["display_name"]) for row in entities}
    after = {row["entity_id"]: row["successor_id"] for row in entities if row["entity_type"] == EntityType.PROVINCE}
    ids = spelled(facts["entity_id"])
    unknown = {word: "" for word in ids.unique() if word and word not in names}
    yield from each(ids, unknown, t.weight_entity_unknown, "weight_entity_unknown", "entity_id")
    for word in ids.unique():
        if word in names and not after.get(word):
            fault = error("weight_entity_current", t.weight_entity_current.format(name=names[word]))
            yield fault, at(ids == word), word, "entity_id"
    fault = error("weight_not_positive", t.weight_not_positive)
    yield fault, at(facts["weight"].astype("Float64") <= 0), "", "weight"
    yield from _half_weighed(facts, {old: new for old, new in after.items() if new}, names)


def _half_weighed(facts: pd.DataFrame, after: Mapping[str, str], names: Mapping[str, str]) -> Faults:
    """Merged provinces of which a set of this file weighs some predecessors and not the others."""
    sets, ids = spelled(facts["weight_set"]), spelled(facts["entity_id"])
    for name in sets.unique():
        weighed = set(ids[sets == name])
        for successor in sorted({after[old] for old in weighed if old in after}):
            parts = [old for old, new in after.items() if new == successor]
            missing = [names[old] for old in parts if old not in weighed]
            if missing:
                message = texts().lineage.weight_incomplete.format(
                    name=name, missing=", ".join(missing), province=names.get(successor, successor)
                )
                mine = (sets == name) & ids.isin(parts)
                yield warning("weight_incomplete", message), at(mine), name, "entity_id"


def theme_faults(facts: pd.DataFrame, snapshot: Snapshot) -> Faults:
    """A theme names criteria that some framework of the index has."""
    nodes = NodeBook(snapshot.nodes)
    for place, row in enumerate(rows_of(facts)):
        index_code, code = row["index_code"], row["node_code"]
        if not index_code or not code:
            continue
        held = nodes.any_year(index_code).coded(code)
        if held is None or held.code != code:
            message = texts().lineage.theme_node_unknown.format(index=index_code, value=code)
            yield error("theme_node_unknown", message), np.array([place], dtype=np.int64), code, "node_code"


def index_faults(facts: pd.DataFrame, _: Snapshot) -> Faults:
    """A colour is written #RRGGBB: it becomes part of a page."""
    colors = spelled(facts["color"])
    for word in colors.unique():
        if word and not _COLOR.fullmatch(word):
            yield (
                error("color_unreadable", texts().lineage.color_unreadable.format(value=word)),
                at(colors == word),
                word,
                "color",
            )


LINEAGE_CHECKS: Mapping[str, Callable[[pd.DataFrame, Snapshot], Faults]] = {
    "lineage-weights": weight_faults,
    "themes": theme_faults,
    "indices": index_faults,
}
