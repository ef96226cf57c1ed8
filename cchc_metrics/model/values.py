"""Numbers, states, people, periods and findings."""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

import numpy as np
import pandas as pd

# A score is kept with nine decimals: PAPI prints its sub-dimensions with up to nine.
DECIMALS = 9
SCALE = 1_000_000_000


# From here on a float has fewer than nine decimals left, and multiplying would invent some.
FINE_BELOW = 2.0**22
# What an integer of 64 bits holds.
_MOST = 2.0**63


def scaled(values: pd.Series) -> pd.Series:
    """Exact integers behind a series of scores: value × 10⁹, ``<NA>`` where missing.

    Two scores are equal when these are equal; ranks and differences are taken on them, never on floats. Raises
    ValueError for a number that has no such integer.
    """
    floats = values.to_numpy(dtype=np.float64, na_value=np.nan)
    missing = np.isnan(floats)
    scaled_floats = np.where(missing, 0.0, floats) * SCALE
    if (np.abs(scaled_floats) >= _MOST).any():
        raise ValueError("a score beyond ten digits before the comma")
    whole = np.rint(scaled_floats).astype(np.int64)
    for at in np.flatnonzero(np.abs(scaled_floats) >= FINE_BELOW * SCALE).tolist():
        whole[at] = int(exactly(float(floats[at])).scaleb(DECIMALS))
    return pd.Series(pd.arrays.IntegerArray(whole, missing), index=values.index)


def exactly(value: float, decimals: int = DECIMALS) -> Decimal:
    """The decimal that a float stands for: the shortest that is read back as it, rounded to so many decimals."""
    return Decimal(repr(value)).quantize(Decimal(1).scaleb(-decimals))


class Severity(StrEnum):
    """An error stops the commit, a warning is to be read, information is only said."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class ValueState(StrEnum):
    """What stands in the place of a number. Zero is a VALUE; exempt rescales; missing is unknown."""

    VALUE = "value"
    EXEMPT = "na"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to tell the person about their file: where, what is there, what to do.

    ``cell`` is in Excel's notation ("H12"), empty when the finding is about the sheet or the file.
    Equal findings are folded: ``count`` says how many and ``cells`` lists them (the first is ``cell``).
    """

    code: str
    severity: Severity
    message: str
    sheet: str = ""
    cell: str = ""
    value: str = ""
    count: int = 1
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Actor:
    """Who is asking. Every service call names one."""

    id: str
    name: str
    role: str


class PeriodClass(StrEnum):
    """An index year is the calendar year an index measures; a report period is a window of reporting."""

    INDEX_YEAR = "index_year"
    REPORT = "report"


_PERIOD_ID = re.compile(r"(?P<year>(?:19|20)\d\d)(?:-(?P<window>Q1|6M|Q3|FY))?")


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """``2024`` is the index year; ``2024-Q1``, ``2024-6M``, ``2024-Q3``, ``2024-FY`` are report periods."""

    year: int
    window: str = ""

    @property
    def id(self) -> str:
        return f"{self.year}-{self.window}" if self.window else str(self.year)

    @property
    def period_class(self) -> PeriodClass:
        return PeriodClass.REPORT if self.window else PeriodClass.INDEX_YEAR

    @staticmethod
    @lru_cache(maxsize=4096)
    def parse(period_id: str) -> "Period":
        """The period with this id. Raises ValueError when it is not one."""
        match = _PERIOD_ID.fullmatch(period_id)
        if match is None:
            raise ValueError(f"not a period id: {period_id!r}")
        return Period(int(match["year"]), match["window"] or "")
