"""Which form a period is compiled from, and which other periods it is held against."""

import pandas as pd

from cchc_metrics.errors import CchcError
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import named, texts
from cchc_metrics.metrics.reporting.calendar import Window, window_of, windows_of
from cchc_metrics.metrics.reporting.obligations import rows_of_year, split
from cchc_metrics.model import Period
from cchc_metrics.schema import FORMS
from cchc_metrics.services.office.desk import Desk

# Two windows of about the same length are comparable: a quarter with a quarter.
_LENGTHS_APART = 7


def form_of(desk: Desk, window: Window, form_code: str | None = None) -> str:
    """The form that a period is compiled from: the one named, else the first due for it.

    Raises CchcError when none is due, or not the one named.
    """
    due = list(forms_due(desk, window))
    if not due or (form_code is not None and form_code not in due):
        raise CchcError(texts().documents.no_form.format(period=fmt.period(window.period.id)))
    return form_code or due[0]


def forms_due(desk: Desk, window: Window) -> dict[str, str]:
    """Code -> name of the forms that are due for a window."""
    rows = rows_of_year(desk.facts(FORMS), window.period.year)
    return {
        str(row["form_code"]): named(str(row["name"])) for row in rows if window.period.window in split(row["windows"])
    }


def comparable(window: Window, windows: pd.DataFrame) -> tuple[str, ...]:
    """The periods to hold a window against: the same a year ago, then the last of equal length that ended before it.

    A cumulative window has no other of its length in a year, so the two may be one.
    """
    year = window.period.year
    last_year = Period(year - 1, window.period.window)
    near = [*windows_of(year - 1, windows), *windows_of(year, windows)]
    long = (window.end - window.start).days
    before = [
        other
        for other in near
        if other.end < window.start and abs((other.end - other.start).days - long) <= _LENGTHS_APART
    ]
    newest = max(before, key=lambda other: other.end, default=None)
    found = [last_year.id, *((newest.period.id,) if newest else ())]
    return tuple(dict.fromkeys(found))


def like(window: Window, windows: pd.DataFrame) -> Window | None:
    """The one period to hold a window against: the last of equal length before it, of a cumulative one a year ago."""
    periods = comparable(window, windows)
    return window_of(Period.parse(periods[-1]), windows)
