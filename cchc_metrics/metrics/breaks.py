"""Whether two years of a criterion may be joined: what was declared, what the frameworks say, what looks suspect.

Formulas: docs/methodology.md «Change and breaks».
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise, zip_longest

import pandas as pd

from cchc_metrics.metrics.exact import made
from cchc_metrics.metrics.frameworks import Tree, trees_of
from cchc_metrics.model import Period
from cchc_metrics.model.rows import text_of
from cchc_metrics.schema import ALL_NODES

BREAK_DTYPES = {
    "period_before": "str",
    "period_after": "str",
    "broken": "bool",
    "reason_code": "str",
    "reason": "str",
}


class BreakReason(StrEnum):
    """Why two years are not joined; DECLARED, ANCESTOR and SUSPECT come with the words of the row that says so."""

    NONE = ""
    DECLARED = "declared"
    ANCESTOR = "ancestor"
    MAX_CHANGED = "max_changed"
    FRAMEWORK_CHANGED = "framework_changed"
    SUSPECT = "suspect"


@dataclass(frozen=True, slots=True)
class _Verdict:
    broken: bool = False
    code: BreakReason = BreakReason.NONE
    reason: str = ""


@dataclass(frozen=True, slots=True)
class _Declared:
    """One row of the ``breaks`` kind, its periods as years. kind: break | continuous | suspect."""

    before: int
    after: int
    kind: str
    reason: str

    @property
    def continuous(self) -> bool:
        return self.kind == "continuous"

    def decides(self, before: int, after: int) -> bool:
        """A break anywhere inside the step breaks it; continuity must be declared for the whole step."""
        if self.continuous:
            return self.before <= before and after <= self.after
        return max(self.before, before) < min(self.after, after)


@dataclass(frozen=True, slots=True)
class _Judge:
    """Decides one step between two years for one node."""

    node_code: str
    declared: Mapping[str, Sequence[_Declared]]
    trees: Mapping[int, Tree | None]

    def between(self, before: int, after: int) -> _Verdict:
        """The first broken step on the way. Years without a known framework between the two are no steps."""
        known = (year for year in range(before + 1, after) if self.trees[year] is not None)
        steps = pairwise([before, *known, after])
        return next((verdict for verdict in (self._step(*step) for step in steps) if verdict.broken), _Verdict())

    def _step(self, before: int, after: int) -> _Verdict:
        own = self._row(self.node_code, before, after)
        if own is not None:
            return _Verdict() if own.continuous else _Verdict(True, BreakReason.DECLARED, own.reason)
        for code in self._ancestors(before, after):
            above = self._row(code, before, after)
            if above is not None and not above.continuous:
                return _Verdict(True, BreakReason.ANCESTOR, above.reason)
        everywhere = self._row(ALL_NODES, before, after)
        if everywhere is not None and not everywhere.continuous:
            return _Verdict(True, BreakReason.DECLARED, everywhere.reason)
        framework = self._by_framework(before, after, declared_continuous=everywhere is not None)
        suspected = self._row(self.node_code, before, after, suspect=True)
        if framework.broken or suspected is None:
            return framework
        return _Verdict(True, BreakReason.SUSPECT, suspected.reason)

    def _row(self, code: str, before: int, after: int, *, suspect: bool = False) -> _Declared | None:
        rows = [
            row
            for row in self.declared.get(code, ())
            if (row.kind == "suspect") is suspect and row.decides(before, after)
        ]
        return min(rows, key=lambda row: row.continuous, default=None)  # a break outweighs a continuity

    def _ancestors(self, before: int, after: int) -> Iterable[str]:
        trees = (self.trees[before], self.trees[after])
        chains = (tree.ancestors(self.node_code) for tree in trees if tree is not None)
        return (code for level in zip_longest(*chains) for code in level if code is not None)

    def _by_framework(self, before: int, after: int, *, declared_continuous: bool) -> _Verdict:
        old, new = self.trees[before], self.trees[after]
        if (old and old.framework_id) == (new and new.framework_id):
            return _Verdict()
        maxima = [tree.maxima.get(self.node_code) for tree in (old, new) if tree is not None]
        if len(maxima) == 2 and None not in maxima and maxima[0] != maxima[1]:
            return _Verdict(True, BreakReason.MAX_CHANGED)
        return _Verdict() if declared_continuous else _Verdict(True, BreakReason.FRAMEWORK_CHANGED)


class Ground:
    """By what the steps of one index are judged: what was declared, and the tree of each year, made once.

    nodes, breaks: frames of the ``frameworks`` and ``breaks`` kinds.
    """

    def __init__(self, nodes: pd.DataFrame, breaks: pd.DataFrame, index_code: str) -> None:
        self.declared: Mapping[str, Sequence[_Declared]] = _declared_rows(breaks, index_code)
        self._nodes, self._index = nodes[nodes["index_code"] == index_code], index_code
        self._trees: dict[int, Tree | None] = {}

    def trees(self, years: Iterable[int]) -> Mapping[int, Tree | None]:
        """Year -> the tree that applies in it, None where none is known; at least of these years."""
        if lacking := [year for year in years if year not in self._trees]:
            # Put in its place whole: others may be reading it.
            self._trees = self._trees | trees_of(self._nodes, self._index, lacking)
        return self._trees


def ordered_periods(period_ids: Iterable[str]) -> list[Period]:
    """Distinct periods in time. Raises ValueError for an unknown id and when two types of period are mixed."""
    periods = sorted({Period.parse(period_id) for period_id in period_ids})
    if len({period.window for period in periods}) > 1:
        raise ValueError("index years and report periods do not form one series")
    return periods


def _declared_rows(breaks: pd.DataFrame, index_code: str) -> dict[str, list[_Declared]]:
    rows = breaks[breaks["index_code"] == index_code]
    declared: dict[str, list[_Declared]] = {}
    columns = (rows[name].tolist() for name in ("node_code", "period_before", "period_after", "break_kind", "reason"))
    for code, before, after, kind, reason in zip(*columns, strict=True):
        years = Period.parse(before).year, Period.parse(after).year
        text = text_of(reason)
        declared.setdefault(code, []).append(_Declared(*years, kind, text))
    return declared


def breaks_between(
    nodes: pd.DataFrame, breaks: pd.DataFrame, index_code: str, node_code: str, periods: Iterable[str]
) -> pd.DataFrame:
    """Whether each two neighbouring periods of a node's series may be joined (docs/methodology.md «Change and breaks»).

    nodes, breaks: frames of the ``frameworks`` and ``breaks`` kinds; periods: period ids, in any order.
    In this order: (1) a row about the node itself decides; (2) else the nearest ancestor below the root whose row
    says break (a change of a dimension breaks its parts; a change of the total does not); (3) else a ``*`` row that
    says break; (4) else, when another framework applies, a different maximum breaks, a ``*`` row that says
    continuous joins, and without one the new framework breaks; (5) else a row about the node itself that says suspect
    (declared, or found by ``metrics.suspects``) parts them. A maximum not known is not a different one.
    Periods with years between them are judged over every year on the way.

    Result, one row per two neighbours in time: period_before, period_after, broken (bool), reason_code
    (``BreakReason``, "" when joined), reason (the words of the row that decided, else "").
    Raises ValueError when index years and report periods are mixed.
    """
    return breaks_on(Ground(nodes, breaks, index_code), node_code, periods)


def breaks_on(ground: Ground, node_code: str, periods: Iterable[str]) -> pd.DataFrame:
    """``breaks_between`` on ground that several criteria share."""
    ordered = ordered_periods(periods)
    years = range(ordered[0].year, ordered[-1].year + 1) if ordered else ()
    judge = _Judge(node_code, ground.declared, ground.trees(years))
    rows = []
    for before, after in pairwise(ordered):
        verdict = judge.between(before.year, after.year)
        rows.append((before.id, after.id, verdict.broken, str(verdict.code), verdict.reason))
    columns = zip(*rows, strict=True) if rows else ([] for _ in BREAK_DTYPES)
    return made(dict(zip(BREAK_DTYPES, map(list, columns), strict=True)), BREAK_DTYPES)


def broken_steps(
    nodes: pd.DataFrame, breaks: pd.DataFrame, index_code: str, node_codes: Iterable[str], periods: Iterable[str]
) -> dict[str, set[tuple[str, str]]]:
    """The broken pairs of neighbouring periods of several nodes, as ``breaks_between`` judges them."""
    ordered = ordered_periods(periods)
    trees = trees_of(nodes, index_code, range(ordered[0].year, ordered[-1].year + 1) if ordered else ())
    declared = _declared_rows(breaks, index_code)
    judges = {code: _Judge(code, declared, trees) for code in node_codes}
    return {
        code: {(a.id, b.id) for a, b in pairwise(ordered) if judge.between(a.year, b.year).broken}
        for code, judge in judges.items()
    }
