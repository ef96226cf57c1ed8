"""Where a series may not be joined, its segments and changes, and the band of all provinces around it.

Formulas: docs/methodology.md «Change and breaks» (scores under different frameworks are not comparable as points; a
change is never drawn across a break; the band), «Values» (a missing year is not a value).
"""

from itertools import pairwise

import numpy as np
import pandas as pd

from cchc_metrics.metrics.breaks import BreakReason, Ground, breaks_between, breaks_on, broken_steps, ordered_periods
from cchc_metrics.metrics.exact import Flags, Integers, covers, four_times_quarter, made, require_grain, scored, split
from cchc_metrics.metrics.frameworks import children_of, framework_for, leaves_of
from cchc_metrics.model import SCALE, Period

__all__ = [
    "BreakReason",
    "Ground",
    "band",
    "breaks_between",
    "breaks_on",
    "broken_steps",
    "changes",
    "children_of",
    "framework_for",
    "leaves_of",
    "lines",
    "segments",
]

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


_USUAL = {"entity_id": "str", "period_id": "str", "value": "float64", "state": "str"}


def _in_time(series: pd.DataFrame) -> pd.DataFrame:
    """The series by entity and period, checked: one row per both, one type of period, the usual dtypes."""
    require_grain(series, ("entity_id", "period_id"))
    entities, periods = (series[name].to_numpy(dtype=object) for name in ("entity_id", "period_id"))
    ordered_periods(set(periods))
    order = np.array(sorted(range(len(series)), key=lambda at: (entities[at], periods[at])), dtype=np.intp)
    ordered = series.take(order).reset_index(drop=True)
    other = {name: dtype for name, dtype in _USUAL.items() if ordered[name].dtype != dtype}
    return ordered.astype(other) if other else ordered


def _joined(ordered: pd.DataFrame, exact: pd.Series, breaks: pd.DataFrame) -> Flags:
    """True where a row may be joined to the row before it: same entity, both valued, the next year, no break."""
    joinable = breaks[~breaks["broken"].astype(bool)]
    pairs = set(zip(joinable["period_before"], joinable["period_after"], strict=True))
    names = (ordered[name].to_numpy(dtype=object) for name in ("entity_id", "period_id"))
    rows = list(zip(*names, exact.notna().tolist(), strict=True))
    near = [
        valued
        and was_valued
        and entity == same
        and (old, new) in pairs
        and Period.parse(new).year - Period.parse(old).year == 1
        for (same, old, was_valued), (entity, new, valued) in pairwise(rows)
    ]
    return np.array([False, *near][: len(rows)], dtype=bool)


def segments(series: pd.DataFrame, breaks: pd.DataFrame) -> pd.DataFrame:
    """Stretches within which a chart may draw a line (docs/methodology.md «Change and breaks»).

    series: one row per entity × period of one node – entity_id, period_id, value, state; breaks: the result of
    ``breaks_between`` for that node. Result: the series by entity and period, with segment (Int64, from 1 in each
    entity; ``<NA>`` where there is no value). A new segment starts after a break, after a missing, exempt or absent
    year, and between two periods that ``breaks`` does not name as neighbours.
    Raises ValueError when a row comes twice or types of period are mixed.
    """
    return _with_own(series, lines(series, breaks), "change")


def changes(series: pd.DataFrame, breaks: pd.DataFrame) -> pd.DataFrame:
    """Change on the year before, exact, in the unit of ``value``; NaN across a break or a gap.

    Input and order of rows as in ``segments``; result: the series with change (float64).
    """
    return _with_own(series, lines(series, breaks), "segment")


def _with_own(series: pd.DataFrame, found: pd.DataFrame, more: str) -> pd.DataFrame:
    """What was found, with a column that nobody asked for only where the series came with it."""
    return found if more in series.columns else found.drop(columns=more)


def lines(series: pd.DataFrame, breaks: pd.DataFrame) -> pd.DataFrame:
    """The series with both: segment and change."""
    ordered = _in_time(series)
    exact = scored(ordered)
    joined, there = _joined(ordered, exact, breaks), exact.notna().to_numpy(dtype=bool)
    numbers = exact.to_numpy(dtype=np.int64, na_value=0)
    change = np.full(len(ordered), np.nan)
    change[joined] = (numbers - np.roll(numbers, 1))[joined] / SCALE
    count, entities = dict[str, int](), ordered["entity_id"].to_numpy(dtype=object)
    segment = np.zeros(len(ordered), dtype=np.int64)
    for at in np.flatnonzero(there).tolist():
        entity = entities[at]
        count[entity] = segment[at] = count.get(entity, 0) + (not joined[at])
    return ordered.assign(segment=pd.arrays.IntegerArray(segment, ~there), change=change)


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
    columns = zip(*rows, strict=True) if rows else ([] for _ in BAND_DTYPES)
    return made(dict(zip(BAND_DTYPES, map(list, columns), strict=True)), BAND_DTYPES)
