"""A framework is a tree: one root TOTAL, every parent there, no circle, maxima that add up."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import pandas as pd

from cchc_metrics.importing.cells import Ints
from cchc_metrics.importing.nodes import code_key
from cchc_metrics.importing.normalise import compact
from cchc_metrics.importing.problems import Fault, error, warning
from cchc_metrics.importing.registers import at, each, spelled, years_out_of_range
from cchc_metrics.labels import named, texts
from cchc_metrics.labels.format import plain
from cchc_metrics.model import scaled
from cchc_metrics.model.rows import rows_of
from cchc_metrics.schema import TOTAL

Faults = Iterator[tuple[Fault, Ints, str]]
RegisterFaults = Iterator[tuple[Fault, Ints, str, str]]
_QUARTILES = "tuphanvi"
_GROUP = re.compile(r"[^:;]+:\s*(?P<cut>\d+(?:[.,]\d+)?)")
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


def node_faults(facts: pd.DataFrame, stored: pd.DataFrame) -> RegisterFaults:
    """Faults of single criteria and of a framework among its neighbours, each with the store column of its cell.

    An error: codes or an index that differ from a known one in spelling only, numbers below 0, a minimum above its
    maximum, years out of range, groups that cannot be read, years that differ within a framework, two frameworks of
    an index from the same year. A warning: a framework that takes the place of one still in force.
    """
    t = texts().findings
    for header, column in (("Điểm tối đa", "max_score"), ("Bước điểm", "step"), ("Điểm thưởng", "bonus")):
        fault = error("number_negative", t.number_negative.format(header=named(header)))
        yield fault, at(facts[column] < 0), "", column
    above = error("minimum_above_maximum", t.minimum_above_maximum)
    yield above, at(facts["min_score"] > facts["max_score"]), "", "min_score"
    groups = spelled(facts["groups"])
    wrong = {word: "" for word in groups.unique() if word and not _are_groups(word)}
    yield from each(groups, wrong, t.groups_unknown, "groups_unknown", "groups")
    yield from years_out_of_range(facts)
    yield from _spellings(facts, stored)
    yield from _neighbours(facts, stored)


def _are_groups(text: str) -> bool:
    if compact(text) == _QUARTILES:
        return True
    parts = [_GROUP.fullmatch(part.strip()) for part in text.split(";")]
    cuts = [float(part["cut"].replace(",", ".")) for part in parts if part is not None]
    return len(cuts) == len(parts) and all(upper > lower for upper, lower in pairwise(cuts))


def _spellings(facts: pd.DataFrame, stored: pd.DataFrame) -> RegisterFaults:
    t = texts().findings
    known = {compact(str(code)): str(code) for code in stored["index_code"].dropna().unique()}
    indexes = spelled(facts["index_code"])
    other = {word: known[compact(word)] for word in indexes.unique() if known.get(compact(word), word) != word}
    yield from each(indexes, other, t.spelling_differs, "spelling_differs", "index_code")
    codes = spelled(facts["node_code"])
    roots = {word: TOTAL for word in codes.unique() if code_key(word) == TOTAL and word != TOTAL}
    yield from each(codes, roots, t.spelling_differs, "spelling_differs", "node_code")
    rows = pd.concat([frame[_COLUMNS[:3]].dropna() for frame in (stored, facts)], ignore_index=True)
    alike = rows.drop_duplicates().groupby([*_COLUMNS[:2], rows["node_code"].map(_plainest)], sort=False)["node_code"]
    for (index_code, framework_id, _), same in alike:
        if len(same) > 1:
            message = t.codes_alike.format(codes=", ".join(f"«{code}»" for code in same))
            mine = (indexes == index_code) & (facts["framework_id"] == framework_id) & codes.isin(same)
            yield error("codes_alike", message), at(mine), str(same.iloc[-1]), "node_code"


def _plainest(code: object) -> str:
    """A code as it is looked up: ``3``, ``3.`` and ``3.0`` are one, ``2.1`` and ``2.10`` are two."""
    key = code_key(str(code)).rstrip(".")
    return key.removesuffix(".0")


def _neighbours(facts: pd.DataFrame, stored: pd.DataFrame) -> RegisterFaults:
    """Frameworks of one index against each other, by the years of their rows."""
    t = texts().findings
    spans, before = _spans(stored, facts), _spans(stored)
    for name in _spans(facts):
        mine = at((facts["index_code"] == name[0]) & (facts["framework_id"] == name[1]))
        if len(spans[name]) > 1:
            message = t.framework_years_differ.format(framework=name[1])
            yield error("framework_years_differ", message), mine, "", "year_from"
            continue
        begun = min(spans[name])[0]
        for other, begins, ends in [(one, *span) for one, found in spans.items() for span in found]:
            if other[0] != name[0] or other == name:
                continue
            if begun == begins:
                year = "" if np.isinf(begun) else str(int(begun))
                message = t.framework_same_start.format(framework=name[1], other=other[1], year=year)
                yield error("framework_same_start", message), mine, "", "year_from"
            elif begins < begun <= ends and all(span[0] != begun for span in before.get(name, ())):
                message = t.framework_replaces.format(framework=name[1], other=other[1], year=int(begun))
                yield warning("framework_replaces", message), mine, "", "year_from"


def _spans(*frames: pd.DataFrame) -> dict[tuple[str, str], set[tuple[float, float]]]:
    """Index and framework -> the spans of years that its rows name; a later frame's row replaces an earlier one's."""
    rows = {
        (row["index_code"], row["framework_id"], row["node_code"]): (
            -np.inf if row["year_from"] is None else float(row["year_from"]),
            np.inf if row["year_to"] is None else float(row["year_to"]),
        )
        for frame in frames
        for row in rows_of(frame[[*_COLUMNS[:3], "year_from", "year_to"]])
        if row["index_code"] is not None and row["framework_id"] is not None
    }
    spans: dict[tuple[str, str], set[tuple[float, float]]] = {}
    for (index_code, framework_id, _), span in rows.items():
        spans.setdefault((index_code, framework_id), set()).add(span)
    return spans


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
