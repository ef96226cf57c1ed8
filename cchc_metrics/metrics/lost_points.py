"""Lost points in order, by responsible unit and by kind of score; a result against its peers; groups over the years.

Formulas: docs/methodology.md «Where the points are» (lost points = max − score; the gap between self-assessed and
appraised scores), «Groups», «Values» (missing is never zero). All sums and differences are taken on exact integers.
"""

from collections.abc import Collection, Mapping
from typing import cast

import numpy as np
import numpy.typing as npt
import pandas as pd

from cchc_metrics.metrics.exact import covers, require_grain, scored, split, typed, unscaled, whole
from cchc_metrics.metrics.ranking import quartile_of
from cchc_metrics.model import SCALE, scaled

Places = npt.NDArray[np.intp]
PEER_DTYPES = {"node_code": "str", "value": "float64", "median": "float64", "difference": "float64", "n": "Int64"}
UNIT_DTYPES = {"unit": "str", "count": "Int64", "lost_points": "float64", "share": "float64", "nodes": "object"}
KIND_DTYPES = {
    "node_code": "str",
    "self": "float64",
    "appraised": "float64",
    "survey": "float64",
    "published": "float64",
    "difference": "float64",
}
GRID_DTYPES = {"node_code": "str", "period_id": "str", "quartile": "Int64", "n": "Int64", "value": "float64"}


def pareto(parts: pd.DataFrame) -> pd.DataFrame:
    """Lost points from the largest on, with their running share.

    parts: one row per part – key, lost_points (max − score, NaN where unknown); other columns are kept. Result: the
    parts by lost_points, largest first, then key, the unknown last, with share and cumulative (0–1, of the lost
    points of all parts; NaN everywhere while one part is unknown or nothing was lost: the share of a few known parts
    would read as a share of all). Raises ValueError when a key comes twice.
    """
    require_grain(parts, ("key",))
    ordered = parts.assign(exact=scaled(parts["lost_points"]))
    ordered = ordered.sort_values(["exact", "key"], ascending=[False, True], na_position="last", ignore_index=True)
    exact = ordered.pop("exact")
    known = bool(len(exact)) and not exact.isna().any() and int(exact.sum()) > 0
    numbers = exact.to_numpy(dtype="float64", na_value=np.nan) if known else np.full(len(exact), np.nan)
    total = float(exact.sum()) if known else 1.0
    return ordered.assign(share=numbers / total, cumulative=np.cumsum(numbers) / total)


def responsible(parents: Mapping[str, str], units: pd.DataFrame, year: int) -> dict[str, str]:
    """Node -> the unit in charge of it in a year; a part inherits its parent's; no entry where nobody is.

    parents: every node of the framework -> its parent ("" at the root). units: rows of one index of the kind
    ``responsible-units`` – node_code, year_from, unit. The latest year_from up to ``year`` holds for each node.
    """
    latest: dict[str, tuple[int, str]] = {}
    for code, begun, unit in zip(units["node_code"], units["year_from"], units["unit"], strict=True):
        if not pd.isna(begun) and int(begun) <= year and isinstance(unit, str):
            latest[code] = max(latest.get(code, (0, "")), (int(begun), unit))
    found: dict[str, str] = {}
    for code in parents:
        seen, at = set[str](), code
        while at and at not in seen and at not in latest:
            seen.add(at)
            at = parents.get(at, "")
        if at in latest:
            found[code] = latest[at][1]
    return found


def by_unit(parts: pd.DataFrame) -> pd.DataFrame:
    """Lost points per responsible unit, most first; "" (nobody) last.

    parts: one row per part – key, unit ("" where nobody is in charge), lost_points. Result: unit, count (parts),
    lost_points (NaN while one of the unit's parts is unknown), share (0–1, NaN while any part is), nodes (tuple of
    keys, most lost first).
    """
    ordered = pareto(parts)
    rows = []
    for unit, group in ordered.groupby("unit", sort=True):
        exact = scaled(group["lost_points"])
        lost = None if exact.isna().any() else int(exact.sum()) / SCALE
        share = group["share"].sum(min_count=len(group))
        rows.append((str(unit), len(group), lost, share, tuple(group["key"])))
    table = typed(pd.DataFrame(rows, columns=list(UNIT_DTYPES)), UNIT_DTYPES)
    nobody = (table["unit"] == "").rename("nobody")
    ordered = table.assign(nobody=nobody).sort_values(
        ["nobody", "lost_points", "unit"], ascending=[True, False, True], na_position="last", ignore_index=True
    )
    return ordered.drop(columns="nobody")


def against_peers(scores: pd.DataFrame, entity_id: str, peers: Collection[str]) -> pd.DataFrame:
    """Our value less the median of the peers, per node; strengths first.

    scores: one row per entity × node of one period – entity_id, node_code, value, state. peers: entity ids; the
    entity itself is left out of its peers. Result, one row per node that the entity or a peer has a row of:
    node_code, value, median (of the n peers with a value; the mean of the two middle ones for an even n), difference,
    n; by difference, largest first, the unknown last. Raises ValueError when a row comes twice.
    """
    require_grain(scores, ("entity_id", "node_code"))
    others = set(peers) - {entity_id}
    exact = scored(scores)
    rows = []
    for code, group in scores.assign(exact=exact).groupby("node_code", sort=True):
        own = group.loc[group["entity_id"] == entity_id, "exact"].dropna()
        numbers, _ = split(group.loc[group["entity_id"].isin(others), "exact"])
        value = int(own.iloc[0]) if len(own) else None
        twice = None if not len(numbers) else _twice_median(np.sort(numbers))
        gap = None if value is None or twice is None else (2 * value - twice) / (2 * SCALE)
        median = None if twice is None else twice / (2 * SCALE)
        rows.append((code, None if value is None else value / SCALE, median, gap, len(numbers)))
    table = typed(pd.DataFrame(rows, columns=list(PEER_DTYPES)), PEER_DTYPES)
    return table.sort_values(
        ["difference", "node_code"], ascending=[False, True], na_position="last", ignore_index=True
    )


def _twice_median(ordered: "np.ndarray") -> int:
    """Twice the median of an ascending, non-empty array: always an integer."""
    low, high = (len(ordered) - 1) // 2, len(ordered) // 2
    return int(ordered[low]) + int(ordered[high])


def kind_gaps(scores: pd.DataFrame) -> pd.DataFrame:
    """The kinds of score of each part side by side, and «chênh lệch tự chấm – thẩm định» = self − appraised.

    scores: one row per node × score_kind of one entity and period – node_code, score_kind, value, state. Result, one
    row per node: node_code, self, appraised, survey, published, difference (NaN unless both are there; negative where
    the appraisal is above the self-score, which is legitimate). Raises ValueError when a row comes twice.
    """
    require_grain(scores, ("node_code", "score_kind"))
    exact = scores.assign(exact=scored(scores)).dropna(subset="exact")
    rows = []
    for code, group in exact.groupby("node_code", sort=True):
        kinds = dict(zip(group["score_kind"], group["exact"], strict=True))
        row = {name: kinds[name] / SCALE for name in ("self", "appraised", "survey", "published") if name in kinds}
        if "self" in kinds and "appraised" in kinds:
            row["difference"] = (kinds["self"] - kinds["appraised"]) / SCALE
        rows.append({"node_code": code} | row)
    return typed(pd.DataFrame(rows, columns=list(KIND_DTYPES)), KIND_DTYPES)


def quartile_grid(scores: pd.DataFrame, entity_id: str, *, population: int, coverage: float) -> pd.DataFrame:
    """Our quartile group per node and period (1 highest … 4 lowest).

    scores: one row per entity × node × period, entities of one base – entity_id, node_code, period_id, value, state.
    Result, one row per node × period that anybody has a row of: node_code, period_id, quartile (``<NA>`` where our
    value is missing or fewer than ``coverage`` of ``population`` have one), n (entities with a value), value.
    """
    require_grain(scores, ("entity_id", "node_code", "period_id"))
    exact, there = whole(scored(scores))
    entities = scores["entity_id"].to_numpy(dtype=object)
    groups = cast("Mapping[tuple[str, str], Places]", scores.groupby(["node_code", "period_id"]).indices)
    rows = []
    for (code, period), at in sorted(groups.items()):
        numbers = exact[at][there[at]]
        own = at[(entities[at] == entity_id) & there[at]]
        value = exact[own[0]] / SCALE if len(own) else np.nan
        known = len(own) and covers(len(numbers), population, coverage)
        quartile = quartile_of(int(exact[own[0]]), numbers) if known else None
        rows.append((code, period, pd.NA if quartile is None else quartile, len(numbers), value))
    return typed(pd.DataFrame(rows, columns=list(GRID_DTYPES)), GRID_DTYPES)


def way_up(value: float, level: float, gaps: pd.Series) -> pd.Series:
    """What of level − value the gaps of the parts do not make up: exact, in the unit of the values.

    gaps: what each part would have to gain, NaN where unknown. Result: the rest as a one-element series, so that
    value + Σ known gaps + rest = level on scaled integers.
    """
    ends = scaled(pd.Series([value, level], dtype="float64"))
    known = scaled(gaps).dropna()
    return unscaled(pd.Series([int(ends.iloc[1]) - int(ends.iloc[0]) - int(known.sum())], dtype="Int64"))
