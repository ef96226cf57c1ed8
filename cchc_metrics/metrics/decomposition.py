"""A change of a total as the sum of the changes of its parts, under one framework.

Formula: docs/methodology.md «Why a result moved» (change in a total = Σ of its parts' changes when the framework is the
same), «Change and breaks» (no change is told across a break). Everything is taken on exact integers (``model.scaled``).
"""

from collections.abc import Collection
from enum import StrEnum

import pandas as pd

from cchc_metrics.metrics.exact import require_grain, scored, typed, unscaled
from cchc_metrics.metrics.frameworks import NOTHING_CHANGED, Composition

LINE_DTYPES = {
    "entity_id": "str",
    "line": "str",
    "node_code": "str",
    "value_before": "float64",
    "value_after": "float64",
    "delta": "float64",
    "broken": "bool",
}
_KEY = ["entity_id", "node_code"]


class Line(StrEnum):
    """What a line of a decomposition is.

    NEW, DROPPED: a part that only one of the years has, with its whole score. REWEIGHTED: a part whose maximum changed.
    REMEASURED: what parts that were measured otherwise contribute together – arithmetic, not a change of theirs.
    REST: the published change of the whole less all other lines: rounding, and parts nobody published.
    """

    WHOLE = "whole"
    PART = "part"
    NEW = "new"
    DROPPED = "dropped"
    REWEIGHTED = "reweighted"
    REMEASURED = "remeasured"
    REST = "rest"


# Lines of single parts that are arithmetic, and no progress of theirs.
OTHERWISE_MADE = (Line.NEW, Line.DROPPED, Line.REWEIGHTED)


def part_changes(
    before: pd.DataFrame,
    after: pd.DataFrame,
    *,
    whole: str,
    broken: Collection[str] = (),
    made: Composition = NOTHING_CHANGED,
) -> pd.DataFrame:
    """Δ of the whole = Σ Δ of comparable parts + NEW + DROPPED + REWEIGHTED + REMEASURED + REST, exactly on scaled
    integers, for every entity.

    before, after: one row per entity × node of one period – entity_id, node_code, value, state; ``whole`` is among
    the nodes, all others are its direct parts. broken: parts whose two years are parted by a break; made: parts that
    only one of the two frameworks has, or that weigh otherwise in them.

    Result, one row per entity × line: entity_id, line, node_code ("" for REMEASURED and REST), value_before,
    value_after, delta, broken. Per entity WHOLE first, then the parts by code, then those that are new, dropped or
    weigh otherwise, by code, then REMEASURED (only where a broken part has both values) and REST. The delta of a new
    part is its whole score, of a dropped one its whole score taken away. Another part's delta is NaN where it is
    broken or lacks a value in one of the years: it is missing, never zero, and its share of the change lies in
    REMEASURED or REST. Without the whole in both years its delta and REST are NaN. Raises ValueError when a row comes
    twice.
    """
    both = _side_by_side(before, after)
    is_whole = both["node_code"] == whole
    kinds = _kinds(both["node_code"], whole, made)
    change = both["after"] - both["before"]
    change = change.mask(kinds == Line.NEW, both["after"]).mask(kinds == Line.DROPPED, -both["before"])
    parted = both["node_code"].isin(list(broken)) & (kinds == Line.PART)
    told = change.where(~parted)
    lines = both.assign(line=kinds, delta=told, broken=parted)
    closing = _closing(both["entity_id"], is_whole, told, change.where(parted))
    table = pd.concat([lines, closing], ignore_index=True) if len(closing) else lines
    order = table["line"].map({str(line): place for place, line in enumerate(Line)})
    table = table.assign(order=order).sort_values(["entity_id", "order", "node_code"], kind="stable")
    exact = {name: table[name].astype("Int64") for name in ("before", "after", "delta")}
    named = {"value_before": exact["before"], "value_after": exact["after"], "delta": exact["delta"]}
    return typed(table.assign(**{name: unscaled(numbers) for name, numbers in named.items()}), LINE_DTYPES)


def _kinds(codes: pd.Series, whole: str, made: Composition) -> pd.Series:
    lines = {code: str(Line.NEW) for code in made.new} | {code: str(Line.DROPPED) for code in made.dropped}
    lines |= {code: str(Line.REWEIGHTED) for code in made.reweighted} | {whole: str(Line.WHOLE)}
    return codes.map(lines).fillna(str(Line.PART)).astype("str")


def _side_by_side(before: pd.DataFrame, after: pd.DataFrame) -> pd.DataFrame:
    """entity_id, node_code and both exact values (Int64), one row per key of either year."""
    sides = []
    for name, rows in (("before", before), ("after", after)):
        require_grain(rows, _KEY)
        sides.append(scored(rows).set_axis(pd.MultiIndex.from_frame(rows[_KEY].astype("object"))).rename(name))
    both = pd.concat(sides, axis=1)
    both.index.names = _KEY
    return both.reset_index().astype({"before": "Int64", "after": "Int64"})


def _closing(entities: pd.Series, is_whole: pd.Series, told: pd.Series, remeasured: pd.Series) -> pd.DataFrame:
    """REMEASURED and REST of every entity, as exact integers."""
    whole = told[is_whole].groupby(entities[is_whole]).sum(min_count=1)
    parts = told[~is_whole].groupby(entities[~is_whole]).sum()
    other = remeasured.groupby(entities).sum(min_count=1)
    names = whole.index
    rest = whole - parts.reindex(names, fill_value=0) - other.reindex(names).fillna(0)
    rows = [(Line.REST, rest), (Line.REMEASURED, other.dropna())]
    frames = [pd.DataFrame({"entity_id": exact.index, "delta": exact.array, "line": str(line)}) for line, exact in rows]
    closing = pd.concat([frame for frame in frames if len(frame)] or frames[:1], ignore_index=True)
    empty = pd.array([pd.NA] * len(closing), dtype="Int64")
    return closing.assign(node_code="", before=empty, after=empty, broken=False)
