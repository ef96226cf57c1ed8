"""How an estimate for a merged province is told: by which way, from which weights, between which bounds."""

import math
from typing import Any

import pandas as pd

from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import named, texts
from cchc_metrics.metrics.lineage import Method
from cchc_metrics.services.indices.lineage import Way, weights_in
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.views.kit.phrases import amount


def way_in_words(way: Way) -> str:
    """The method as it ends a sentence: how an estimate came about."""
    t = texts().lineage
    if way.method is Method.OLD:
        return t.way_old
    name = named(way.weight_set) or t.usual_set
    return (t.way_band if way.method is Method.BAND else t.way_weighted).format(name=name)


def weight_note(desk: Desk, way: Way) -> str:
    """Where the weights come from; empty for a method that needs none."""
    rows = weights_in(desk, way.weight_set)
    if way.method is Method.OLD or rows is None or rows.empty:
        return ""
    row = rows.iloc[0]
    parts = [named(str(row[name])) for name in ("unit", "source", "note") if isinstance(row[name], str) and row[name]]
    return texts().lineage.weight_note.format(name=named(way.weight_set), basis="; ".join(parts))


def span(low: float, high: float, decimals: int) -> str:
    """``43,80 – 44,75``; a dash where the predecessors are not all known."""
    if math.isnan(low):
        return fmt.MISSING
    return f"{fmt.number(low, decimals)} – {fmt.number(high, decimals)}"


def estimated(row: Any, unit: str, decimals: int = 2) -> str:
    """A figure with the range over all weightings behind it where it is an estimate: no single figure stands alone.

    row: value, and of estimates low, high, estimate. Every weighted mean lies between the lowest and the highest.
    """
    told = amount(row["value"], unit, decimals)
    if pd.isna(row["value"]) or not bool(row.get("estimate", False)) or row["low"] == row["high"]:
        return told
    return texts().lineage.estimate_range.format(value=told, span=span(row["low"], row["high"], decimals))


def rank_span(row: Any) -> str:
    """``6 – 17``: the ranks that are possible; a dash without any."""
    if pd.isna(row["rank_best"]):
        return fmt.MISSING
    best, worst = int(row["rank_best"]), int(row["rank_worst"])
    return str(best) if best == worst else f"{best} – {worst}"
