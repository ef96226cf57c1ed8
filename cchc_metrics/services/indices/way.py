"""What each part still lacks to a level: the target where one is set, else the maximum or the best of every part."""

from dataclasses import dataclass

import pandas as pd

from cchc_metrics.metrics.exact import unscaled
from cchc_metrics.metrics.lost_points import way_up
from cchc_metrics.model import scaled
from cchc_metrics.services.indices.gaps import against_all
from cchc_metrics.services.indices.lost import Lost, part_targets
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.question import Question

TARGET, MAXIMUM, BEST = "muc-tieu", "toi-da", "cao-nhat"


@dataclass(frozen=True)
class WayToLevel:
    """From a value to a level. level: of the whole, None where it is not known.

    steps: one row per part – key (node code), label, value, level, gain (points still lacking, 0 where the part is
    at or above its level, NaN where one of both is unknown). rest: level − value − Σ known gains, None without both.
    """

    level: float | None
    steps: pd.DataFrame
    rest: float | None


def way(desk: Desk, found: Lost) -> WayToLevel:
    """What each part lacks to ``found.filters.against``. A part above its own target lacks nothing."""
    level, steps = _level(desk, found)
    if level is None or found.value is None:
        return WayToLevel(level, steps, None)
    return WayToLevel(level, steps, float(way_up(found.value, level, steps["gain"]).iloc[0]))


def _level(desk: Desk, found: Lost) -> tuple[float | None, pd.DataFrame]:
    filters, parts = found.filters, found.parts[["key", "label", "value", "max_score"]]
    if filters.against == TARGET:
        targets = part_targets(desk, filters)
        steps = _with_level(parts, [targets.get(code) for code in parts["key"]])
        return targets.get(found.parent.code, _sum_up(found, steps)), steps
    if filters.against == MAXIMUM:
        return found.maximum, _with_level(parts, parts["max_score"].tolist())
    asked = Question(filters.index, filters.period, filters.parent, filters.score_kind)
    gaps = against_all(desk, asked, filters.entity)
    best = dict(zip(gaps.parts["node_code"], gaps.parts["best"], strict=True))
    steps = _with_level(parts, [best.get(code) for code in parts["key"]])
    return _sum_up(found, steps), steps


def _with_level(parts: pd.DataFrame, levels: list[float | None]) -> pd.DataFrame:
    level = pd.Series(levels, index=parts.index, dtype="float64")
    gain = (scaled(level) - scaled(parts["value"])).clip(lower=0)
    return parts.assign(level=level, gain=unscaled(gain))


def _sum_up(found: Lost, steps: pd.DataFrame) -> float | None:
    """Where the known steps lead; None where there is no step to take."""
    known = scaled(steps["gain"]).dropna()
    if found.value is None or known.empty:
        return None
    start = scaled(pd.Series([found.value], dtype="float64"))
    return float(unscaled(start + int(known.sum())).iloc[0])
