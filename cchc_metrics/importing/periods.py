"""Periods as people write them: ``Năm 2024`` is an index year, ``6 tháng đầu năm 2025`` a report period (581/BNV-CCHC).

There is no reporting form for a second or fourth quarter, so those are refused and never read as something near.
"""

import re
from collections.abc import Callable
from enum import StrEnum
from functools import lru_cache

from cchc_metrics.importing.normalise import clean, key
from cchc_metrics.model import Period

# model.Period numbers years with 19.. and 20..; statistics reach back before 2000.
FIRST_YEAR, LAST_YEAR = 1945, 2099


_LONGEST_PERIOD = 200


class PeriodFault(StrEnum):
    """Why a text is no period."""

    UNKNOWN = "period_unknown"
    NO_SUCH_FORM = "period_no_such_form"
    OUT_OF_RANGE = "period_out_of_range"


_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4, "01": 1, "02": 2, "03": 3, "04": 4}
_MINUS = ("-", "−", "–", "—")
_FORMS = {1: "Q1", 3: "Q3"}
# «2024 (công bố 2025)»: the year that an index measures, and the later one in which it came out.
_YEAR = re.compile(
    r"(?:nam (?:chi so |danh gia |so lieu )?)?(?P<year>\d{4})(?: (?:cong bo|cong bo nam) (?P<told>\d{4}))?"
)
_QUARTER = re.compile(r"(?:bao cao )?(?:quy ?|q ?)(?P<quarter>iii|ii|iv|i|0?[1-4])(?: nam)? (?P<year>\d{4})")
_MONTHS = re.compile(
    r"(?:bao cao )?(?P<months>\d{1,2}|sau|chin) ?t(?:hang)?(?P<which> dau| cuoi)?(?: nam)?(?: ?(?P<year>\d{4}))?"
)
# One month, «T6/2025» or «Tháng 6/2025»: no report is for a month.
_MONTH = re.compile(r"(?:bao cao )?t(?:hang)? ?(?:0?[1-9]|1[0-2])(?: nam)? (?P<year>\d{4})")
_WHOLE = re.compile(r"(?:(?:bao cao|bc) (?:ca )?nam|ca nam|fy|full year) ?(?P<year>\d{4})")
_SIX_MONTHS = re.compile(r"(?:first )?6 months(?: of)? (?P<year>\d{4})")
_ID = re.compile(r"(?P<year>\d{4}) (?P<window>q[1-4]|6m|fy)")
_WHOLE_NUMBER = re.compile(r"(\d{4})[.,]0+")
_TWO_YEARS = re.compile(r"(?:nam )?\d{4} (?:den )?(?:nam )?\d{4}")
_DAY = re.compile(r"\d{1,2} \d{1,2} \d{4}(?: 0+)*|\d{4} \d{2} \d{2}(?: 0+| t?\d\d \d\d(?: \d\d)?)?")
_NO_YEAR = re.compile(
    r"(?:bao cao )?(?:(?:quy ?|q ?)(?:iii|ii|iv|i|0?[1-4])|(?:6|06|sau) ?t(?:hang)?(?: dau nam)?|ca nam)"
)
_ID_WINDOWS = {"q1": "Q1", "q3": "Q3", "6m": "6M", "fy": "FY"}


# What a form says the window is; None for one that no form has.
_WINDOW_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str | None]], ...] = (
    (_QUARTER, lambda match: _FORMS.get(_QUARTERS[match["quarter"]])),
    (_MONTH, lambda match: None),
    (_WHOLE, lambda match: "FY"),
    (_SIX_MONTHS, lambda match: "6M"),
    (_ID, lambda match: _ID_WINDOWS.get(match["window"])),
)


@lru_cache(maxsize=4096)
def read_period(text: str) -> Period | PeriodFault:
    """One text as a period, or why it is none. Our own ids (``2025-Q1``) are read too."""
    if len(text) > _LONGEST_PERIOD:
        return PeriodFault.UNKNOWN
    text = _WHOLE_NUMBER.sub(r"\1", clean(text))
    # Marks are dropped by the key; a minus in front makes a number that is no year.
    found = None if text[:1] in _MINUS else _parts(key(text))
    if found is None:
        return PeriodFault.UNKNOWN
    year, window = found
    if year is not None and not FIRST_YEAR <= year <= LAST_YEAR:
        return PeriodFault.OUT_OF_RANGE
    return PeriodFault.NO_SUCH_FORM if window is None or year is None else Period(year, window)


class PeriodLooks(StrEnum):
    """What a text that is no period looks like: the field of the finding's sentence."""

    TWO_YEARS = "period_two_years"
    DAY = "period_is_day"
    WITHOUT_YEAR = "period_without_year"


def looks_like(text: str) -> PeriodLooks | None:
    """What an unknown period seems to be, so that the person is told what to write instead."""
    bare = key(text[:_LONGEST_PERIOD])
    forms = ((PeriodLooks.TWO_YEARS, _TWO_YEARS), (PeriodLooks.DAY, _DAY), (PeriodLooks.WITHOUT_YEAR, _NO_YEAR))
    return next((looks for looks, form in forms if form.fullmatch(bare)), None)


def _parts(text: str) -> tuple[int | None, str | None] | None:
    """Year and window (empty for an index year, None for a window that no form has)."""
    if match := _YEAR.fullmatch(text):
        year = int(match["year"])
        return None if match["told"] and int(match["told"]) < year else (year, "")
    if match := _MONTHS.fullmatch(text):
        return _months(match)
    for form, window_of in _WINDOW_FORMS:
        if match := form.fullmatch(text):
            return int(match["year"]), window_of(match)
    return None


def _months(match: re.Match[str]) -> tuple[int | None, str | None] | None:
    """The first six months of a year; «6 tháng» without its year is not known, «9 tháng» has no form in any year."""
    half = match["months"] in ("6", "06", "sau") and match["which"] != " cuoi"
    if match["year"] is None:
        return None if half else (None, None)
    return int(match["year"]), "6M" if half else None
