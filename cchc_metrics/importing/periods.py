"""Periods as people write them: ``Năm 2024`` is an index year, ``6 tháng đầu năm 2025`` a report period (581/BNV-CCHC).

There is no reporting form for a second or fourth quarter, so those are refused and never read as something near.
"""

import re
from enum import StrEnum
from functools import lru_cache

from cchc_metrics.importing.normalise import clean, key
from cchc_metrics.model import Period

# model.Period numbers years with 20.., so 2099 is the last.
FIRST_YEAR, LAST_YEAR = 2000, 2099


class PeriodFault(StrEnum):
    """Why a text is no period."""

    UNKNOWN = "period_unknown"
    NO_SUCH_FORM = "period_no_such_form"
    OUT_OF_RANGE = "period_out_of_range"


_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4, "01": 1, "02": 2, "03": 3, "04": 4}
_MINUS = ("-", "−", "–", "—")
_FORMS = {1: "Q1", 3: "Q3"}
_YEAR = re.compile(r"(?:nam (?:chi so )?)?(?P<year>\d{4})")
_QUARTER = re.compile(r"(?:bao cao )?(?:quy ?|q ?)(?P<quarter>iii|ii|iv|i|0?[1-4])(?: nam)? (?P<year>\d{4})")
_MONTHS = re.compile(r"(?:bao cao )?(?P<months>\d{1,2}|sau) thang (?P<which>dau |cuoi )?(?:nam )?(?P<year>\d{4})")
_WHOLE = re.compile(r"(?:(?:bao cao|bc) (?:ca )?nam|ca nam) (?P<year>\d{4})")
_ID = re.compile(r"(?P<year>\d{4}) (?P<window>q[1-4]|6m|fy)")
_ID_WINDOWS = {"q1": "Q1", "q3": "Q3", "6m": "6M", "fy": "FY"}


@lru_cache(maxsize=4096)
def read_period(text: str) -> Period | PeriodFault:
    """One text as a period, or why it is none. Our own ids (``2025-Q1``) are read too."""
    # Marks are dropped by the key; a minus in front makes a number that is no year.
    found = None if clean(text)[:1] in _MINUS else _parts(key(clean(text)))
    if found is None:
        return PeriodFault.UNKNOWN
    year, window = found
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return PeriodFault.OUT_OF_RANGE
    return PeriodFault.NO_SUCH_FORM if window is None else Period(year, window)


def _parts(text: str) -> tuple[int, str | None] | None:
    """Year and window (empty for an index year, None for a window that no form has)."""
    if match := _YEAR.fullmatch(text):
        return int(match["year"]), ""
    if match := _QUARTER.fullmatch(text):
        return int(match["year"]), _FORMS.get(_QUARTERS[match["quarter"]])
    if match := _MONTHS.fullmatch(text):
        half = match["months"] in ("6", "06", "sau") and match["which"] != "cuoi "
        return int(match["year"]), "6M" if half else None
    if match := _WHOLE.fullmatch(text):
        return int(match["year"]), "FY"
    if match := _ID.fullmatch(text):
        return int(match["year"]), _ID_WINDOWS.get(match["window"])
    return None
