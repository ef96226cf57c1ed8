"""Steps between two years that look like a changed measurement: what the scores themselves say of it.

Formula: docs/methodology.md «Suspected breaks». A step of one criterion is suspect when nearly all members move one way
by more than a stated amount, when the ranges before and after do not meet, or when the correlation between the two
years falls far below the usual one of the criterion. None of it proves a changed measurement; each is what such a
change leaves behind and what a year of real work very rarely does.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from cchc_metrics.metrics.exact import Floats, require_grain
from cchc_metrics.model import Evidence, Period, Sign, ValueState


@dataclass(frozen=True, slots=True)
class Limits:
    """From where on a step is suspect.

    share: of the members that moved one way by more than ``least`` (a share of the maximum) · members: so many have
    both years · drop, z: how far the correlation lies below the usual one, as a difference and in standard errors of
    Fisher's z · others: so many other steps of the criterion make a usual one.
    """

    share: float = 0.97
    least: float = 0.005
    members: int = 20
    drop: float = 0.3
    z: float = 3.3
    others: int = 4


LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class _Step:
    """Both values of the members that have them, in two index years that follow one another."""

    before: str
    after: str
    old: Floats
    new: Floats

    @property
    def correlation(self) -> float:
        """Pearson's coefficient; NaN where a year does not vary."""
        x, y = self.old - self.old.mean(), self.new - self.new.mean()
        spread = float(np.sqrt((x**2).sum() * (y**2).sum()))
        return float((x * y).sum() / spread) if spread > 0 else float("nan")


def suspect_steps(
    scores: pd.DataFrame, maxima: Mapping[tuple[str, str], float], limits: Limits = LIMITS
) -> tuple[Evidence, ...]:
    """The suspect steps of every criterion of one index, by criterion and year.

    scores: one row per entity × criterion × index year – entity_id, node_code, period_id, value, state. maxima:
    (criterion, period) -> maximum; a step across two maxima is another framework's business and left out, one whose
    maximum is not known takes the highest value of both years in its place. Raises ValueError when a row comes twice.
    """
    require_grain(scores, ("entity_id", "node_code", "period_id"))
    told = scores[(scores["state"] == ValueState.VALUE) & scores["value"].notna()]
    if told.empty:
        return ()
    wide = told.set_index(["node_code", "entity_id", "period_id"])["value"].unstack("period_id").sort_index(axis=1)  # noqa: PD010 (one score per cell)
    codes, numbers = wide.index.get_level_values(0).to_numpy(dtype=object), wide.to_numpy(dtype="float64")
    found = (
        evidence
        for code in dict.fromkeys(codes)
        for evidence in _of_node(str(code), _steps(numbers[codes == code], list(wide.columns), limits), maxima, limits)
    )
    return tuple(found)


def _steps(numbers: Floats, periods: Sequence[str], limits: Limits) -> list[_Step]:
    steps = []
    for place in range(len(periods) - 1):
        before, after = Period.parse(periods[place]), Period.parse(periods[place + 1])
        both = ~np.isnan(numbers[:, place]) & ~np.isnan(numbers[:, place + 1])
        if before.window or after.window or after.year - before.year != 1 or both.sum() < limits.members:
            continue
        steps.append(
            _Step(periods[place], periods[place + 1], numbers[both, place], numbers[both, place + 1]),
        )
    return steps


def _of_node(
    code: str, steps: Sequence[_Step], maxima: Mapping[tuple[str, str], float], limits: Limits
) -> Iterator[Evidence]:
    correlations = np.array([step.correlation for step in steps], dtype="float64")
    for place, step in enumerate(steps):
        most = [maxima.get((code, period)) for period in (step.before, step.after)]
        if None not in most and most[0] != most[1]:
            continue
        known = [one for one in most if one is not None]
        scale = known[0] if known else float(max(np.abs(step.old).max(), np.abs(step.new).max()))
        others = np.delete(correlations, place)
        others = others[~np.isnan(others)]
        usual = float(np.median(others)) if len(others) >= limits.others else None
        evidence = _judged(code, step, scale * limits.least, usual, limits)
        if evidence.signs:
            yield evidence


def _judged(code: str, step: _Step, least: float, usual: float | None, limits: Limits) -> Evidence:
    change = step.new - step.old
    up, down = int((change > least).sum()), int((change < -least).sum())
    old, new = (float(step.old.min()), float(step.old.max())), (float(step.new.min()), float(step.new.max()))
    n, correlation = len(change), step.correlation
    signs = []
    if max(up, down) >= limits.share * n:
        signs.append(Sign.ONE_WAY)
    if old[1] < new[0] or new[1] < old[0]:
        signs.append(Sign.APART)
    if usual is not None and _collapsed(correlation, usual, n, limits):
        signs.append(Sign.CORRELATION)
    return Evidence(
        node_code=code,
        period_before=step.before,
        period_after=step.after,
        signs=tuple(signs),
        n=n,
        moved=max(up, down),
        rising=up >= down,
        least=least,
        before=old,
        after=new,
        correlation=None if np.isnan(correlation) else correlation,
        usual=usual,
    )


def _collapsed(correlation: float, usual: float, n: int, limits: Limits) -> bool:
    """Fisher, R. A. (1921): artanh r has the standard error 1/√(n − 3), whatever the true correlation is."""
    if np.isnan(correlation) or n <= 3:
        return False
    below = [float(np.arctanh(np.clip(r, -0.999999, 0.999999))) for r in (usual, correlation)]
    return usual - correlation >= limits.drop and (below[0] - below[1]) * np.sqrt(n - 3) >= limits.z
