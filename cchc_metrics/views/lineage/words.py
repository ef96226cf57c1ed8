"""What the page Sắp xếp tỉnh says in sentences."""

from typing import Any

import pandas as pd

from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.labels.format import listed
from cchc_metrics.model.rows import records
from cchc_metrics.schema import TOTAL
from cchc_metrics.services.indices.lineage import ProForma, lacking
from cchc_metrics.views.kit.estimates import estimated, way_in_words
from cchc_metrics.views.kit.known import value_marked
from cchc_metrics.views.kit.phrases import amount


def headline(found: ProForma, name: str, row: Any | None, unit: str) -> str:
    """Who, which year, how much, which rank: the title of the page."""
    t = texts().lineage
    words = t.subject if found.node.code == TOTAL else t.subject_part
    subject = words.format(index=found.index_code, node=found.node.label, period=fmt.period(found.period_id))
    if row is None or pd.isna(row["value"]):
        return t.title_unknown.format(subject=subject, name=name)
    words = t.title_estimate if row["estimate"] else t.title_published
    told = words.format(subject=subject, name=name, value=value_marked(estimated(row, unit), row["known"]))
    return told if pd.isna(row["rank"]) else t.title_ranked.format(told=told, rank=rank_words(row))


def rank_words(row: Any) -> str:
    """``13/32``."""
    return fmt.rank_of(row["rank"], row["n_ranked"])


def finding(found: ProForma, entity_id: str, unit: str) -> str:
    """Where the figure comes from, between which bounds it lies, or why there is none."""
    t = texts().lineage
    row = found.row(entity_id)
    parts = found.parts[found.parts["successor_id"] == entity_id]
    if not found.estimated:
        return t.finding_published
    if len(parts) <= 1:
        return t.finding_unchanged
    if row is None or pd.isna(row["value"]):
        return t.finding_unknown.format(names=listed(lacking(parts)), period=fmt.period(found.period_id))
    told = [
        t.part_value.format(name=part["name"], value=value_marked(amount(part["value"], unit), part["known"]))
        for part in records(parts)
    ]
    first = t.finding_estimate.format(parts=listed(told), way=way_in_words(found.way))
    return " ".join(one for one in (first, _bounds(row), _unranked(found, row)) if one)


def _bounds(row: Any) -> str:
    if pd.isna(row["rank_best"]) or row["rank_best"] == row["rank_worst"]:
        return ""
    return texts().lineage.finding_bounds.format(best=int(row["rank_best"]), worst=int(row["rank_worst"]))


def _unranked(found: ProForma, row: Any) -> str:
    if not pd.isna(row["rank"]):
        return ""
    known = int(found.table["value"].notna().sum())
    return texts().lineage.finding_unranked.format(known=known, population=found.population)
