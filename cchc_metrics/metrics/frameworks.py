"""Which framework (bộ tiêu chí) applies in a year, and its tree.

Frameworks are data with years of validity (docs/methodology.md «Frameworks»); ``nodes`` is always a frame of the
``frameworks`` kind: one row per index_code × framework_id × node_code, with year_from (missing: not known, so every
year up to year_to), year_to (missing: still in force), parent_code (missing at the root) and max_score.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from cchc_metrics.model import scaled
from cchc_metrics.schema import TOTAL


@dataclass(frozen=True, slots=True)
class Tree:
    """One framework as it stands in one year: the parent of each node that has one, and the exact maxima known."""

    framework_id: str
    parents: Mapping[str, str]
    maxima: Mapping[str, int]

    def ancestors(self, node_code: str) -> Iterator[str]:
        """Parents of a node, nearest first, without TOTAL: a change of the whole says nothing about its parts."""
        seen = {node_code, TOTAL}
        code = self.parents.get(node_code)
        while code is not None and code not in seen:
            seen.add(code)
            yield code
            code = self.parents.get(code)

    def is_told(self, whole: str) -> bool:
        """Whether the maxima of its known parts make up that of the whole, to the last printed decimal of a third."""
        parts = [self.maxima.get(code) for code, parent in self.parents.items() if parent == whole]
        known = [most for most in parts if most is not None]
        most = self.maxima.get(whole)
        return bool(parts) and len(known) == len(parts) and most is not None and abs(sum(known) - most) <= len(parts)


@dataclass(frozen=True, slots=True)
class Composition:
    """How the direct parts of a whole differ between two frameworks: codes, in order."""

    new: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    reweighted: tuple[str, ...] = ()


NOTHING_CHANGED = Composition()


def composition(before: Tree, after: Tree, whole: str) -> Composition:
    """The parts of a whole that only one framework has, and those whose known maxima differ.

    Nothing where one of the frameworks does not tell the parts: not known is not new.
    """
    old, new = ({code for code, parent in tree.parents.items() if parent == whole} for tree in (before, after))
    if not old or not new:
        return NOTHING_CHANGED
    maxima = {code: (before.maxima.get(code), after.maxima.get(code)) for code in old & new}
    changed = {code for code, most in maxima.items() if None not in most and most[0] != most[1]}
    return Composition(tuple(sorted(new - old)), tuple(sorted(old - new)), tuple(sorted(changed)))


class _Validity:
    """The years of every row of a frame, looked up as often as wanted."""

    def __init__(self, nodes: pd.DataFrame) -> None:
        self._starts = nodes["year_from"].to_numpy(dtype="float64", na_value=-np.inf)
        self._ends = nodes["year_to"].to_numpy(dtype="float64", na_value=np.inf)
        self._indices = nodes["index_code"].to_numpy(dtype=object)
        self.frameworks = nodes["framework_id"].to_numpy(dtype=object)

    def in_force(self, index_code: str, year: int) -> npt.NDArray[np.intp]:
        """Positions of the rows in force; where two frameworks overlap, those of the one that began last."""
        of_year = (self._starts <= year) & (year <= self._ends)
        candidates = np.flatnonzero(of_year & (self._indices == index_code))
        began: dict[str, float] = {}
        for name, start in zip(self.frameworks[candidates].tolist(), self._starts[candidates].tolist(), strict=True):
            began[name] = min(start, began.get(name, np.inf))
        latest = max(began, key=lambda name: (began[name], name), default=None)
        found: npt.NDArray[np.intp] = candidates[self.frameworks[candidates] == latest]
        return found


def in_force(nodes: pd.DataFrame, index_code: str, year: int) -> pd.DataFrame:
    """The rows of the framework that applies to an index year, in the order of ``nodes``; none where none is known."""
    return nodes.iloc[_Validity(nodes).in_force(index_code, year)]


def framework_for(nodes: pd.DataFrame, index_code: str, year: int) -> str | None:
    """The framework_id that applies to an index year, None when none is known."""
    rows = in_force(nodes, index_code, year)
    return None if rows.empty else str(rows["framework_id"].iloc[0])


def children_of(nodes: pd.DataFrame, index_code: str, year: int, node_code: str = TOTAL) -> pd.DataFrame:
    """The rows directly below a node in that year's framework, in the order of ``nodes``; empty at a leaf."""
    rows = in_force(nodes, index_code, year)
    return rows[rows["parent_code"] == node_code].reset_index(drop=True)


def leaves_of(nodes: pd.DataFrame, index_code: str, year: int, node_code: str = TOTAL) -> pd.DataFrame:
    """The rows at or below a node that have nothing below them, in the order of ``nodes``; a leaf gives itself."""
    rows = in_force(nodes, index_code, year)
    below = rows.groupby("parent_code")["node_code"].agg(list).to_dict()
    open_codes, seen = [node_code], set[str]()
    while open_codes:
        code = open_codes.pop()
        if code not in seen:
            seen.add(code)
            open_codes.extend(below.get(code, ()))
    leaves = rows["node_code"].isin(seen - set(below))
    return rows[leaves].reset_index(drop=True)


def trees_of(nodes: pd.DataFrame, index_code: str, years: Iterable[int]) -> dict[int, Tree | None]:
    """The tree of the framework that applies to each index year, None where none is known."""
    of_index = nodes[nodes["index_code"] == index_code]
    rows = _Validity(of_index)
    codes, parents = of_index["node_code"].tolist(), of_index["parent_code"].tolist()
    maxima = scaled(of_index["max_score"]).tolist()
    known: dict[bytes, Tree | None] = {}
    trees = {}
    for year in years:
        places = rows.in_force(index_code, year)
        key = places.tobytes()
        if key not in known:
            known[key] = _tree(rows.frameworks, codes, parents, maxima, places.tolist())
        trees[year] = known[key]
    return trees


def _tree(
    frameworks: npt.NDArray[Any], codes: Sequence[str], parents: Sequence[Any], maxima: Sequence[Any], places: list[int]
) -> Tree | None:
    """The tree of the rows at some places."""
    if not places:
        return None
    return Tree(
        framework_id=str(frameworks[places[0]]),
        parents={codes[at]: parents[at] for at in places if not _blank(parents[at])},
        maxima={codes[at]: int(maxima[at]) for at in places if maxima[at] is not pd.NA},
    )


def _blank(text: object) -> bool:
    return not isinstance(text, str) or not text
