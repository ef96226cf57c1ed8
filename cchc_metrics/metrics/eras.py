"""The base of 63 or 34 provinces that a period is on."""

from cchc_metrics.model import Period

_MERGER_YEAR = 2025
# The last month of each reporting window (581/BNV-CCHC); of a window of 2025 the half-year decides the base.
_LAST_MONTH = {"Q1": 3, "6M": 6, "Q3": 9, "FY": 12}


def era_of(period: Period) -> str:
    """The base of a period: ``63`` or ``34``; empty for index year 2025, which may come on either."""
    if period.year != _MERGER_YEAR:
        return "63" if period.year < _MERGER_YEAR else "34"
    if not period.window:
        return ""
    return "63" if _LAST_MONTH[period.window] <= 6 else "34"
