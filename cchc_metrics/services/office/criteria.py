"""The frameworks as they are at one moment, looked up by year and by code as often as wanted."""

from collections.abc import Mapping
from functools import cached_property
from types import MappingProxyType
from typing import Any

import pandas as pd

from cchc_metrics.metrics.frameworks import in_force
from cchc_metrics.model.rows import records, text_of
from cchc_metrics.schema import TOTAL
from cchc_metrics.services.office.names import NodeInfo, tree_below

_NONE: Mapping[str, Any] = MappingProxyType({})


class Criteria:
    """What the frame of the kind «frameworks» says, each part of it put in order when it is asked for first."""

    def __init__(self, nodes: pd.DataFrame) -> None:
        self._nodes = nodes
        # Several questions of one page need the same tree.
        self._trees: dict[tuple[str, int], tuple[NodeInfo, ...]] = {}
        self._rows: dict[tuple[str, int], Mapping[str, Mapping[str, Any]]] = {}

    def tree(self, index_code: str, year: int) -> tuple[NodeInfo, ...]:
        """The framework of that year in reading order; empty when none is known."""
        asked = index_code, year
        if asked not in self._trees:
            self._trees[asked] = self._tree(index_code, year)
        return self._trees[asked]

    def row(self, index_code: str, year: int, node_code: str) -> Mapping[str, Any]:
        """The row of a criterion in the framework of that year; empty where it has none."""
        asked = index_code, year
        if asked not in self._rows:
            rows = records(in_force(self._nodes, index_code, year))
            # A code that comes twice is told by its first row.
            self._rows[asked] = {str(row["node_code"]): row for row in reversed(rows)}
        return self._rows[asked].get(node_code, _NONE)

    @cached_property
    def indices(self) -> frozenset[str]:
        """Codes of the indices that have a framework."""
        return frozenset(self._nodes["index_code"].tolist())

    @cached_property
    def roots(self) -> Mapping[str, str]:
        """Index -> the name of its newest framework's root, of one without a first year before all others."""
        return {code: name for (code, node), name in self._names(last=True).items() if node == TOTAL}

    @cached_property
    def newest(self) -> Mapping[tuple[str, str], str]:
        """(index, criterion) -> the name in the newest framework that has it, of one without a first year only where
        there is no other."""
        return self._names(last=False)

    def _names(self, *, last: bool) -> dict[tuple[str, str], str]:
        """last: whether a row without a first year comes after those that have one."""
        columns = (self._nodes[name].tolist() for name in ("index_code", "node_code", "year_from", "name"))
        rows = [(code, node, year, name) for code, node, year, name in zip(*columns, strict=True)]
        rows.sort(key=lambda row: (pd.isna(row[2]) is last, 0 if pd.isna(row[2]) else row[2]))
        return {(str(code), str(node)): str(name) for code, node, _, name in rows}

    def _tree(self, index_code: str, year: int) -> tuple[NodeInfo, ...]:
        applies = in_force(self._nodes, index_code, year)
        if applies.empty:
            return ()
        frame = self._nodes
        framework = applies["framework_id"].iloc[0]
        frame = frame[(frame["index_code"] == index_code) & (frame["framework_id"] == framework)]
        below: dict[str, list[Any]] = {}
        for row in frame.itertuples(index=False):
            below.setdefault(text_of(row.parent_code), []).append(row)
        return tuple(tree_below(below))
