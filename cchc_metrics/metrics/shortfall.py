"""Lost points and distances: to the maximum, the target, the best, the peers.

Formulas: docs/methodology.md «Lost points and distances» (shortfall = target − score, 0 if met; lost points = max −
score; Σ lost points over leaves = max − total), «Values» (an exempt part leaves the denominator; a total exists only
when all its parts do).
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from cchc_metrics.metrics.exact import (
    Flags,
    Floats,
    Integers,
    made,
    require_grain,
    same,
    scored,
    split,
    typed,
    whole,
)
from cchc_metrics.model import SCALE, ValueState, scaled

_ADDED = ("lost_points", "to_target", "to_best", "to_peer_mean", "share_of_lost")
_NUMBERS = ("value", "max_score", "target", "best", "peer_mean")
TOTALS_DTYPES = {
    "value": "float64",
    "max_score": "float64",
    "lost_points": "float64",
    "counted": "Int64",
    "exempt": "Int64",
    "missing": "Int64",
}
REFERENCE_DTYPES = {
    "node_code": "str",
    "best": "float64",
    "best_entity_id": "object",
    "n_scored": "Int64",
    "peer_mean": "float64",
    "n": "Int64",
}
COMPLETENESS_DTYPES = {
    "period_id": "str",
    "node_code": "str",
    "value": "Int64",
    "na": "Int64",
    "missing": "Int64",
    "absent": "Int64",
}


@dataclass(frozen=True, slots=True)
class _Parts:
    """Rows as exact integers: value, maximum and what is lost, each with where it is known; counted: not exempt.

    lost: max − value. Not clamped: a bonus above the maximum is a negative loss, or sums would lie.
    """

    value: Integers
    valued: Flags
    maximum: Integers
    bounded: Flags
    counted: Flags

    @staticmethod
    def of(parts: pd.DataFrame) -> "_Parts":
        value, maximum = whole(scored(parts)), whole(scaled(parts["max_score"]))
        return _Parts(*value, *maximum, ~same(parts["state"], ValueState.EXEMPT))

    @property
    def lost(self) -> Integers:
        return np.where(self.known, self.maximum - self.value, 0)

    @property
    def known(self) -> Flags:
        return self.valued & self.bounded

    def total(self, exact: Integers, there: Flags) -> int | None:
        """The sum over the counted rows, None when one of them is missing or there are none."""
        told = there[self.counted]
        return int(exact[self.counted].sum()) if len(told) and told.all() else None


def _floats(exact: Integers, there: Flags, unit: int = SCALE) -> Floats:
    return np.where(there, exact / unit, np.nan).astype("float64")


def shortfalls(parts: pd.DataFrame) -> pd.DataFrame:
    """What each part of an index still lacks, in points.

    parts: one row per node of one entity and period – node_code, value, state, max_score, target, best,
    best_entity_id, peer_mean (each may be missing); other columns are kept.
    Result: the parts by lost_points, largest first, then node_code, with lost_points (max_score − value, negative
    only where a bonus carries the value above the maximum), to_target, to_best, to_peer_mean (0 when met) and
    share_of_lost (0–1, of the summed lost points of all parts that are not exempt; missing while one of them is
    unknown or nothing was lost). A measure is NaN where one of its two sides is missing; an exempt part has none.
    Raises ValueError when a node comes twice.
    """
    require_grain(parts, ("node_code",))
    rows = _Parts.of(parts)
    lost, known = rows.lost, rows.known
    measures = {"lost_points": _floats(lost, known)}
    for name, reference in (("to_target", "target"), ("to_best", "best"), ("to_peer_mean", "peer_mean")):
        aim, aimed = whole(scaled(parts[reference]))
        measures[name] = _floats(np.maximum(aim - rows.value, 0), aimed & rows.valued)
    total = rows.total(lost, known)
    measures["share_of_lost"] = _floats(lost, known & (total is not None and total > 0), total or 1)
    dtypes = {"node_code": "str", "state": "str"} | dict.fromkeys((*_NUMBERS, *_ADDED), "float64")
    added = parts.assign(**measures)
    held = dict(zip(added.columns, added.dtypes, strict=True))
    other = {name: dtype for name, dtype in dtypes.items() if held[name] != dtype}
    result = added.astype(other) if other else added
    order = np.lexsort((result["node_code"].to_numpy(dtype=object), -lost, ~known))
    return result.iloc[order].reset_index(drop=True)


def totals(parts: pd.DataFrame) -> pd.DataFrame:
    """The sum row under the parts; over the leaves lost_points = max_score − value of the whole.

    parts: one row per node – node_code, value, state, max_score. Result, one row: value, max_score, lost_points
    (sums, each NaN unless every counted part has it), counted (parts not exempt), exempt, missing (counted parts
    without a value).
    """
    rows = _Parts.of(parts)
    counted = int(rows.counted.sum())
    sums = {
        "value": rows.total(rows.value, rows.valued),
        "max_score": rows.total(rows.maximum, rows.bounded),
        "lost_points": rows.total(rows.lost, rows.known),
    }
    row = {name: [np.nan if total is None else total / SCALE] for name, total in sums.items()}
    missing = int((rows.counted & ~rows.valued).sum())
    return made(row | {"counted": [counted], "exempt": [len(parts) - counted], "missing": [missing]}, TOTALS_DTYPES)


def _reference_row(entities: npt.NDArray[np.object_], exact: Integers, members: set[str]) -> dict[str, object]:
    best = int(exact.max()) if len(exact) else None
    peers = exact[[entity in members for entity in entities]] if len(exact) else exact
    return {
        "best": np.nan if best is None else best / SCALE,
        "best_entity_id": tuple(sorted(entities[exact == best])) if best is not None else (),
        "n_scored": len(exact),
        "peer_mean": int(peers.sum()) / (len(peers) * SCALE) if len(peers) else np.nan,
        "n": len(peers),
    }


def reference_values(scores: pd.DataFrame, members: set[str]) -> pd.DataFrame:
    """What to hold a province against, per node: the best of all and the mean of its peers.

    scores: one row per entity × node of one period – entity_id, node_code, value, state; only entities that may be
    the best (provinces of one base). Result, one row per node_code: best, best_entity_id (tuple of all who tie,
    sorted; empty without a value), n_scored (entities with a value), peer_mean (plain mean of the members' values,
    the entity itself included if it is a member; same scale for all of them), n (members with a value).
    Raises ValueError when a row comes twice.
    """
    require_grain(scores, ("entity_id", "node_code"))
    numbers, there = split(scored(scores))
    codes, entities = scores["node_code"].to_numpy(dtype=object), scores["entity_id"].to_numpy(dtype=object)
    rows = []
    for code in sorted(set(codes)):
        here = codes[there] == code
        rows.append({"node_code": code} | _reference_row(entities[there][here], numbers[here], members))
    return typed(pd.DataFrame(rows, columns=list(REFERENCE_DTYPES)), REFERENCE_DTYPES)


def completeness(scores: pd.DataFrame, population: int) -> pd.DataFrame:
    """How many of a base have a value, are exempt, are stated missing, or are not there at all.

    scores: one row per entity × period × node – entity_id, period_id, node_code, value, state; population: entities
    of the base. Result, one row per period × node that has a row: period_id, node_code, value, na, missing, absent;
    the four add up to ``population``. A row that says value and holds none counts as missing.
    Raises ValueError when a row comes twice or there are more rows than the population.
    """
    require_grain(scores, ("entity_id", "period_id", "node_code"))
    value = scored(scores).notna()
    exempt = scores["state"] == ValueState.EXEMPT
    flags = scores[["period_id", "node_code"]].assign(value=value, na=exempt, missing=~(value | exempt))
    counts = flags.groupby(["period_id", "node_code"])[["value", "na", "missing"]].sum().reset_index()
    absent = population - counts[["value", "na", "missing"]].sum(axis=1)
    if (absent < 0).any():
        raise ValueError("more entities than the population")
    return typed(counts.assign(absent=absent), COMPLETENESS_DTYPES)
