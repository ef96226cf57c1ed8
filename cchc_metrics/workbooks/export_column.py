"""What one column of a download is called and holds."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class ExportColumn:
    """One column of a download. ``decimals``: how many are shown; the cell keeps the whole number.

    percent: a share of 1, shown as a percentage · amount: a count or a sum of money, shown with the decimals that it
    has, ``decimals`` at most.
    """

    name: str
    header: str
    kind: Literal["text", "number", "amount", "percent", "integer", "date", "mixed"] = "text"
    decimals: int = 2
