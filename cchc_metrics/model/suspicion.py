"""What makes a step between two years suspect (docs/methodology.md «Suspected breaks»)."""

from dataclasses import dataclass
from enum import StrEnum


class Sign(StrEnum):
    """What makes a step suspect."""

    ONE_WAY = "one_way"
    APART = "apart"
    CORRELATION = "correlation"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A suspect step of one criterion.

    n: members with both years · moved: how many of them went ``rising`` or falling by more than ``least`` points ·
    before, after: lowest and highest value of each year among them · correlation: of the two years, usual: the median
    of the criterion's other steps; None where there are too few.
    """

    node_code: str
    period_before: str
    period_after: str
    signs: tuple[Sign, ...]
    n: int
    moved: int
    rising: bool
    least: float
    before: tuple[float, float]
    after: tuple[float, float]
    correlation: float | None
    usual: float | None
