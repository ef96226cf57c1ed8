"""The least that parts must rise for a value to be reached, and the value that a rank or a group asks for.

Everything is counted in exact integers of 10⁻⁹ (``model.scaled``). Rules: docs/methodology.md «Scenario and plan»;
the programme is an integer linear one, min Σ cost·gain subject to Σ gain ≥ need, gain ≤ room, gain a multiple of its
step.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import reduce
from math import gcd

import numpy as np

from cchc_metrics.metrics.exact import Integers

# A step of one unit of 10⁻⁹: the part may rise by any amount a score can be written with.
ANY_STEP = 1


class Aim(StrEnum):
    """What is to be small. The first two both ask for the least total gain and differ in how they share it out."""

    FEWEST = "fewest"  # … in as few parts as can be, the parts with the widest room first
    EVEN = "even"  # … in proportion to the room of each part
    EFFORT = "effort"  # the least Σ effort × gain


@dataclass(frozen=True, slots=True)
class Part:
    """A part that may rise. room, step: exact integers, room 0 where it is not to move; effort: cost of one point.

    effort is a whole number (hundredths of what a person typed), so that sums of it are exact.
    """

    code: str
    room: int
    step: int = ANY_STEP
    effort: int = 100

    @property
    def steps(self) -> int:
        """How many whole steps fit into the room."""
        return max(self.room, 0) // self.step

    @property
    def reach(self) -> int:
        """How far it can rise in whole steps."""
        return self.steps * self.step


def value_for_rank(others: Integers, rank: int) -> int | None:
    """The least exact value whose competition rank among the others is at most ``rank`` (1 = best).

    A rank is one more than the number of higher values, so it is the ``rank``-th highest of the others, and reaching it
    shares the rank with whoever holds that value. None where any value will do (``rank`` is beyond the others).
    Raises ValueError for a rank below 1.
    """
    if rank < 1:
        raise ValueError("ranks begin at 1")
    return int(np.sort(others)[-rank]) if rank <= len(others) else None


def value_for_quartile(others: Integers, group: int) -> int | None:
    """The least exact value that stands in quartile group ``group`` (1 highest) or above, our own value counted in.

    The cut moves with our own value: it lies at position (n − 1)·q/4 of all n values, and a value is at or above it
    when at least that many others are not above it, hence the answer is always the value of another province.
    None where any value will do. Raises ValueError for a group that is not 1 to 4, or with fewer than four values.
    """
    if group not in (1, 2, 3, 4) or len(others) < 3:
        raise ValueError("quartile groups are 1 to 4, of at least four values")
    not_above = -(-len(others) * (4 - group) // 4)
    return int(np.sort(others)[not_above - 1]) if not_above else None


def rank_at(others: Integers, value: int) -> int:
    """Competition rank of a value among the others."""
    return 1 + int((others > value).sum())


def least_gains(parts: Sequence[Part], need: int, aim: Aim) -> dict[str, int] | None:
    """Exact gains per part that together are at least ``need``; parts that do not move are left out.

    Equal steps have a closed form (whole steps are taken where they cost least, for one step is worth as much as
    another); different steps are solved as a mixed integer programme and checked in integers. Ties fall to the wider
    room, then to the order of ``parts``. None when even every room together is not enough.
    """
    if need <= 0:
        return {}
    free = [part for part in parts if part.steps]
    if sum(part.reach for part in free) < need:
        return None
    alike = len({part.step for part in free}) == 1
    gains = (_equal_steps if alike else _programme)(free, need, aim)
    return {part.code: gains[part.code] for part in free if gains[part.code]}


def _equal_steps(free: Sequence[Part], need: int, aim: Aim) -> dict[str, int]:
    step = free[0].step
    count = -(-need // step)
    taken = _shared_out(free, count) if aim is Aim.EVEN else _filled(free, count, aim)
    return {code: steps * step for code, steps in taken.items()}


def _filled(free: Sequence[Part], count: int, aim: Aim) -> dict[str, int]:
    """Steps taken part after part, the cheapest (or the widest) first."""
    taken = {}
    for part in sorted(free, key=lambda part: (part.effort if aim is Aim.EFFORT else 0, -part.steps)):
        taken[part.code] = min(part.steps, count)
        count -= taken[part.code]
    return taken


def _shared_out(free: Sequence[Part], count: int) -> dict[str, int]:
    """Steps in proportion to room, what is left over by largest remainder."""
    whole = sum(part.steps for part in free)
    taken = {part.code: count * part.steps // whole for part in free}
    left = sorted(free, key=lambda part: (-(count * part.steps % whole), -part.steps))
    for part in left[: count - sum(taken.values())]:
        taken[part.code] += 1
    return taken


def _cost(part: Part, aim: Aim) -> int:
    return part.effort if aim is Aim.EFFORT else 1


def _programme(free: Sequence[Part], need: int, aim: Aim) -> dict[str, int]:
    """Steps of different size. Numbers are divided by what they share, so that the solver sees small integers."""
    # Importing it takes half a second, and only steps of different size need it.
    from scipy.optimize import Bounds, LinearConstraint, milp  # noqa: PLC0415

    stepped = [part for part in free if part.step != ANY_STEP]
    unit = reduce(gcd, (part.step for part in stepped))
    sizes = np.array([part.step / unit if part.step != ANY_STEP else 1.0 for part in free])
    most = np.array([part.steps if part.step != ANY_STEP else part.room / unit for part in free], dtype="float64")
    least = need / unit if len(stepped) < len(free) else -(-need // unit)
    solved = milp(
        sizes * np.array([_cost(part, aim) for part in free], dtype="float64"),
        integrality=np.array([part.step != ANY_STEP for part in free], dtype="int64"),
        bounds=Bounds(np.zeros(len(free)), most),
        constraints=LinearConstraint(sizes[np.newaxis, :], lb=least),
        options={"mip_rel_gap": 0.0},
    )
    if solved.x is None:
        raise ArithmeticError(f"the solver gave up: {solved.message}")
    found = {
        part.code: min(round(x), part.steps) * part.step if part.step != ANY_STEP else 0
        for part, x in zip(free, solved.x, strict=True)
    }
    return _repaired(free, found, need, aim)


def _repaired(free: Sequence[Part], found: dict[str, int], need: int, aim: Aim) -> dict[str, int]:
    """The solver's steps made exact: parts of any step fill up to the need, a step too many is given back."""
    gains = dict(found)
    for part in sorted(free, key=lambda part: (part.step != ANY_STEP, _cost(part, aim), -part.room)):
        lacking = need - sum(gains.values())
        if lacking <= 0:
            break
        more = -(-lacking // part.step) * part.step
        gains[part.code] += min(more, part.reach - gains[part.code])
    for part in sorted(free, key=lambda part: -_cost(part, aim) * part.step):
        spare = (sum(gains.values()) - need) // part.step
        gains[part.code] -= max(0, min(spare * part.step, gains[part.code]))
    return gains


def effort_of(parts: Sequence[Part], gains: Mapping[str, int]) -> int:
    """Σ effort × gain, an exact integer of 10⁻¹¹."""
    return sum(part.effort * gains.get(part.code, 0) for part in parts)
