"""Where a series may not be joined, its segments and changes, and the band of all provinces around it.

Formulas: docs/methodology.md «Change and breaks» (scores under different frameworks are not comparable as points; a
change is never drawn across a break; the band), «Values» (a missing year is not a value).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise, zip_longest

import numpy as np
import pandas as pd

from cchc_metrics.metrics.exact import (
    Integers,
    covers,
    four_times_quarter,
    require_grain,
    scored,
    split,
    typed,
    unscaled,
)
from cchc_metrics.metrics.frameworks import Tree, children_of, framework_for, leaves_of, node_of, trees_of
from cchc_metrics.model import SCALE, Period
from cchc_metrics.model.rows import text_of
from cchc_metrics.schema import ALL_NODES

__all__ = [
    "BreakReason",
    "band",
    "breaks_between",
    "broken_steps",
    "changes",
    "children_of",
    "framework_for",
    "leaves_of",
    "node_of",
    "segments",
]

BREAK_DTYPES = {
    "period_before": "str",
    "period_after": "str",
    "broken": "bool",
    "reason_code": "str",
    "reason": "str",
}
BAND_DTYPES = {
    "period_id": "str",
    "n": "Int64",
    "mean": "float64",
    "q25": "float64",
    "median": "float64",
    "q75": "float64",
    "min": "float64",
    "max": "float64",
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


def _ordered_periods(period_ids: Iterable[str]) -> list[Period]:
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
    ordered = _ordered_periods(periods)
    years = range(ordered[0].year, ordered[-1].year + 1) if ordered else ()
    judge = _Judge(node_code, _declared_rows(breaks, index_code), trees_of(nodes, index_code, years))
    rows = []
    for before, after in pairwise(ordered):
        verdict = judge.between(before.year, after.year)
        rows.append((before.id, after.id, verdict.broken, str(verdict.code), verdict.reason))
    return typed(pd.DataFrame(rows, columns=list(BREAK_DTYPES)), BREAK_DTYPES)


def broken_steps(
    nodes: pd.DataFrame, breaks: pd.DataFrame, index_code: str, node_codes: Iterable[str], periods: Iterable[str]
) -> dict[str, set[tuple[str, str]]]:
    """The broken pairs of neighbouring periods of several nodes, as ``breaks_between`` judges them."""
    ordered = _ordered_periods(periods)
    trees = trees_of(nodes, index_code, range(ordered[0].year, ordered[-1].year + 1) if ordered else ())
    declared = _declared_rows(breaks, index_code)
    judges = {code: _Judge(code, declared, trees) for code in node_codes}
    return {
        code: {(a.id, b.id) for a, b in pairwise(ordered) if judge.between(a.year, b.year).broken}
        for code, judge in judges.items()
    }


def _in_time(series: pd.DataFrame) -> pd.DataFrame:
    """The series by entity and period, checked: one row per both, one type of period, the usual dtypes."""
    require_grain(series, ("entity_id", "period_id"))
    _ordered_periods(series["period_id"].unique())
    typed_series = series.astype({"entity_id": "str", "period_id": "str", "value": "float64", "state": "str"})
    return typed_series.sort_values(["entity_id", "period_id"], ignore_index=True)


def _joined(ordered: pd.DataFrame, exact: pd.Series, breaks: pd.DataFrame) -> pd.Series:
    """True where a row may be joined to the row before it: same entity, both valued, the next year, no break."""
    joinable = breaks[~breaks["broken"].astype(bool)]
    pairs = set(zip(joinable["period_before"], joinable["period_after"], strict=True))
    before = ordered.groupby("entity_id")["period_id"].shift()
    has_value = exact.notna()
    near = [
        isinstance(old, str) and (old, new) in pairs and Period.parse(new).year - Period.parse(old).year == 1
        for old, new in zip(before, ordered["period_id"], strict=True)
    ]
    return pd.Series(near, index=ordered.index, dtype=bool) & has_value & has_value.shift(fill_value=False)


def segments(series: pd.DataFrame, breaks: pd.DataFrame) -> pd.DataFrame:
    """Stretches within which a chart may draw a line (docs/methodology.md «Change and breaks»).

    series: one row per entity × period of one node – entity_id, period_id, value, state; breaks: the result of
    ``breaks_between`` for that node. Result: the series by entity and period, with segment (Int64, from 1 in each
    entity; ``<NA>`` where there is no value). A new segment starts after a break, after a missing, exempt or absent
    year, and between two periods that ``breaks`` does not name as neighbours.
    Raises ValueError when a row comes twice or types of period are mixed.
    """
    ordered = _in_time(series)
    exact = scored(ordered)
    starts = exact.notna() & ~_joined(ordered, exact, breaks)
    numbers = starts.astype("Int64").groupby(ordered["entity_id"]).cumsum()
    return ordered.assign(segment=numbers.where(exact.notna()).astype("Int64"))


def changes(series: pd.DataFrame, breaks: pd.DataFrame) -> pd.DataFrame:
    """Change on the year before, exact, in the unit of ``value``; NaN across a break or a gap.

    Input and order of rows as in ``segments``; result: the series with change (float64).
    """
    ordered = _in_time(series)
    exact = scored(ordered)
    difference = (exact - exact.shift()).where(_joined(ordered, exact, breaks))
    return ordered.assign(change=unscaled(difference))


def _band_row(period_id: str, ordered: Integers) -> tuple[str, int, float, float, float, float, float, float]:
    low, middle, high = (four_times_quarter(ordered, quarter) / (4 * SCALE) for quarter in (1, 2, 3))
    mean = int(ordered.sum()) / (len(ordered) * SCALE)
    return period_id, len(ordered), mean, low, middle, high, int(ordered[0]) / SCALE, int(ordered[-1]) / SCALE


def band(scores: pd.DataFrame, *, population: int, coverage: float) -> pd.DataFrame:
    """The spread of all provinces of one base on one node, per period.

    scores: one row per entity × period – entity_id, period_id, value, state; population: entities of the base;
    coverage: the share of it (0–1) that must have a value, periods with fewer are left out.
    Result, one row per period in order: period_id, n (with a value), mean, q25, median, q75 (linear),
    min, max. The mean is the plain mean of the provinces' values, unweighted: right only for a scale without
    dimension that is the same for each of them. Raises ValueError when a row comes twice.
    """
    require_grain(scores, ("entity_id", "period_id"))
    numbers, there = split(scored(scores))
    period_ids = scores["period_id"].to_numpy(dtype=object)[there]
    groups = ((period_id, np.sort(numbers[period_ids == period_id])) for period_id in sorted(set(period_ids)))
    rows = [_band_row(period_id, group) for period_id, group in groups if covers(len(group), population, coverage)]
    return typed(pd.DataFrame(rows, columns=list(BAND_DTYPES)), BAND_DTYPES)
