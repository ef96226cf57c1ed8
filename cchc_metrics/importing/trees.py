"""A framework is a tree: one root TOTAL, every parent there, no circle, maxima that add up."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd

from cchc_metrics.importing.cells import Ints
from cchc_metrics.importing.normalise import compact
from cchc_metrics.importing.problems import Fault, error, warning
from cchc_metrics.labels import texts
from cchc_metrics.labels.format import plain
from cchc_metrics.model import scaled
from cchc_metrics.schema import TOTAL

Faults = Iterator[tuple[Fault, Ints, str]]
_COLUMNS = ["index_code", "framework_id", "node_code", "parent_code", "max_score", "aggregation"]


@dataclass(frozen=True, slots=True)
class _Tree:
    """One framework: code -> parent code, scaled maximum, way of adding up, and its place in the file (-1: stored)."""

    name: str
    parents: dict[str, str]
    maxima: dict[str, int | None]
    additive: dict[str, bool]
    places: dict[str, int]

    def at(self, *codes: str) -> Ints:
        """The places in the file of these codes; of the whole file's part when they are not in it."""
        found = [self.places[code] for code in codes if self.places.get(code, -1) >= 0]
        return np.array(found or sorted(place for place in self.places.values() if place >= 0)[:1], dtype=np.int64)


def framework_faults(facts: pd.DataFrame, stored: pd.DataFrame) -> Faults:
    """The faults of every framework that the file touches, each with the positions of its facts and the code.

    Nodes that the file does not list are taken from the store. An error: no root TOTAL, a second root, a parent that
    is nowhere, a circle, years in the wrong order. A warning: the maxima of all children are known, add up by sum
    (an empty way of adding up counts as one) and differ from their parent's.
    """
    yield from _years(facts)
    for tree in _trees(facts, stored):
        yield from _roots(tree)
        yield from _parents(tree)
        yield from _circles(tree)
        yield from _sums(tree)


def _years(facts: pd.DataFrame) -> Faults:
    reversed_years = (facts["year_to"] < facts["year_from"]).fillna(False).to_numpy(dtype=np.bool_)
    if reversed_years.any():
        yield error("years_reversed", texts().findings.years_reversed), np.flatnonzero(reversed_years), ""


def _trees(facts: pd.DataFrame, stored: pd.DataFrame) -> Iterator[_Tree]:
    mine = facts[_COLUMNS].assign(place=np.arange(len(facts)))
    touched = mine[["index_code", "framework_id"]].drop_duplicates()
    old = stored[_COLUMNS].merge(touched, on=["index_code", "framework_id"]).assign(place=-1)
    parts = [part for part in (old, mine) if len(part)]
    nodes = pd.concat(parts, ignore_index=True).dropna(subset=_COLUMNS[:3]) if parts else mine
    nodes = nodes.drop_duplicates(_COLUMNS[:3], keep="last").assign(max_score=lambda rows: scaled(rows["max_score"]))
    for (index_code, framework_id), group in nodes.groupby(["index_code", "framework_id"], sort=False):
        codes = [str(code) for code in group["node_code"]]
        yield _Tree(
            f"{index_code} – {framework_id}",
            dict(
                zip(codes, group["parent_code"].astype("object").where(group["parent_code"].notna(), ""), strict=True)
            ),
            dict(zip(codes, (None if pd.isna(most) else int(most) for most in group["max_score"]), strict=True)),
            dict(zip(codes, (_adds_up(way) for way in group["aggregation"]), strict=True)),
            dict(zip(codes, (int(place) for place in group["place"]), strict=True)),
        )


def _adds_up(way: object) -> bool:
    return not isinstance(way, str) or not way.strip() or "tong" in compact(way)


def _roots(tree: _Tree) -> Faults:
    t = texts().findings
    if TOTAL not in tree.parents:
        yield error("root_missing", t.root_missing.format(framework=tree.name)), tree.at(), ""
    elif tree.parents[TOTAL]:
        yield error("root_has_parent", t.root_has_parent.format(framework=tree.name)), tree.at(TOTAL), TOTAL
    for code, parent in tree.parents.items():
        if not parent and code != TOTAL:
            yield error("second_root", t.second_root.format(code=code)), tree.at(code), code


def _parents(tree: _Tree) -> Faults:
    for code, parent in tree.parents.items():
        if parent and parent not in tree.parents:
            message = texts().findings.parent_unknown.format(code=code, parent=parent)
            yield error("parent_unknown", message), tree.at(code), code


def _circles(tree: _Tree) -> Faults:
    seen: set[str] = set()
    for start in tree.parents:
        path: dict[str, None] = {}
        code = start
        while code and code not in path and code not in seen:
            path[code] = None
            code = tree.parents.get(code, "")
        if code in path:
            members = list(path)[list(path).index(code) :]
            message = texts().findings.parents_in_circle.format(codes=" → ".join([*members, code]))
            yield error("parents_in_circle", message), tree.at(*members), code
        seen.update(path)


def _sums(tree: _Tree) -> Faults:
    children: dict[str, list[str]] = {}
    for code, parent in tree.parents.items():
        children.setdefault(parent, []).append(code)
    for parent, codes in children.items():
        most = tree.maxima.get(parent)
        parts = [tree.maxima[code] for code in codes]
        known = [part for part in parts if part is not None]
        if most is not None and tree.additive[parent] and len(known) == len(parts) and _apart(known, most):
            total, own = (plain(number / 1_000_000_000) for number in (sum(known), most))
            message = texts().findings.maxima_differ.format(code=parent, total=total, maximum=own)
            yield warning("maxima_differ", message), tree.at(parent), parent


def _apart(parts: list[int], most: int) -> bool:
    """Whether scaled parts differ from their sum by more than the rounding of each: three times 3,333333333 is 10."""
    return abs(sum(parts) - most) > len(parts)
