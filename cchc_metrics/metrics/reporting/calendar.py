"""Reporting windows and the chain of due dates (581/BNV-CCHC; the office's own links are data it sets).

A window such as Quý I = 15/12–14/3 belongs to the year of its last day. A due date is a day of the window's last
month, moved off days that are not worked where the office says so.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise
from typing import Any

import pandas as pd

from cchc_metrics.model import Period
from cchc_metrics.model.rows import text_of

UNIT, OFFICE, PROVINCE = "unit", "office", "province"
LINKS = (UNIT, OFFICE, PROVINCE)
_SATURDAY = 5
Row = Mapping[Hashable, Any]
_ONE_DAY = timedelta(days=1)
_LONG_AGO = 0


class Shift(StrEnum):
    """Where a due date goes that falls on a day not worked."""

    NONE = "none"
    NEXT = "next"
    PREVIOUS = "previous"


@dataclass(frozen=True, slots=True)
class Window:
    """One reporting period with its first and last day. cumulative: its figures run from the year's first day."""

    period: Period
    start: date
    end: date
    cumulative: bool
    legal_basis: str = ""

    def contains(self, day: date) -> bool:
        """Whether the day lies in the window."""
        return self.start <= day <= self.end


@dataclass(frozen=True, slots=True)
class Workdays:
    """Which days are worked: not Saturdays and Sundays, less the days off, plus those worked in exchange."""

    off: frozenset[date] = frozenset()
    worked: frozenset[date] = frozenset()

    @staticmethod
    def of(days_off: pd.DataFrame) -> "Workdays":
        """From the facts of the kind «days-off» (day, working)."""
        worked = days_off["working"].astype("boolean").eq(True).fillna(False).to_numpy(dtype=bool)
        days = days_off["day"].to_numpy(dtype=object)
        return Workdays(frozenset(days[~worked]), frozenset(days[worked]))

    def is_worked(self, day: date) -> bool:
        """Whether people are at work on the day."""
        return day in self.worked or (day.weekday() < _SATURDAY and day not in self.off)

    def shifted(self, day: date, shift: Shift) -> date:
        """The nearest day worked on the side that the setting names; the day itself when it is worked."""
        if shift is Shift.NONE:
            return day
        step = _ONE_DAY if shift is Shift.NEXT else -_ONE_DAY
        while not self.is_worked(day):
            day += step
        return day


def windows_of(year: int, windows: pd.DataFrame) -> tuple[Window, ...]:
    """The reporting windows of a year, by their last day, then the shorter first.

    windows: facts of the kind «windows» (window_code, year_from, year_to, start_day, end_day, cumulative, legal_basis);
    of several in force for a code the one that began last holds.
    """
    found = [_window(row, year) for row in _in_force(windows.to_dict("records"), "window_code", year)]
    return tuple(sorted(found, key=lambda window: (window.end, -window.start.toordinal())))


def window_of(period: Period, windows: pd.DataFrame) -> Window | None:
    """The window of a report period; None when no window of that name holds in its year."""
    return next((window for window in windows_of(period.year, windows) if window.period == period), None)


def open_on(day: date, windows: pd.DataFrame) -> tuple[Window, ...]:
    """The windows that a day lies in; a window may begin in the year before its own."""
    near = [*windows_of(day.year, windows), *windows_of(day.year + 1, windows)]
    return tuple(window for window in near if window.contains(day))


def last_ended(day: date, windows: pd.DataFrame) -> tuple[Window, ...]:
    """The windows that ended last before a day: those whose reports are collected now."""
    near = [*windows_of(day.year - 1, windows), *windows_of(day.year, windows)]
    ended = [window for window in near if window.end < day]
    latest = max((window.end for window in ended), default=None)
    return tuple(window for window in ended if window.end == latest)


def before(window: Window, windows: pd.DataFrame) -> Window | None:
    """The window that ends on the eve of this one, the longest of several: its closing stocks are carried over."""
    near = [*windows_of(window.period.year - 1, windows), *windows_of(window.period.year, windows)]
    eve = [other for other in near if other.end == window.start - _ONE_DAY]
    return min(eve, key=lambda other: other.start, default=None)


def inside(window: Window, windows: pd.DataFrame) -> tuple[Window, ...]:
    """The shorter windows that lie wholly in a cumulative one, by their last day."""
    if not window.cumulative:
        return ()
    near = windows_of(window.period.year, windows)
    return tuple(other for other in near if other != window and window.start <= other.start and other.end <= window.end)


def containing(window: Window, windows: pd.DataFrame) -> tuple[Window, ...]:
    """The cumulative windows that a shorter one lies wholly in, by their last day."""
    near = windows_of(window.period.year, windows)
    return tuple(
        other
        for other in near
        if other != window and other.cumulative and other.start <= window.start and window.end <= other.end
    )


def disjoint(windows: Sequence[Window]) -> tuple[Window, ...]:
    """The longest windows that do not overlap, in order: 6 tháng and Quý III of a year, not Quý I beside 6 tháng."""
    kept: list[Window] = []
    for window in sorted(windows, key=lambda one: one.start.toordinal() - one.end.toordinal()):
        if all(window.end < other.start or other.end < window.start for other in kept):
            kept.append(window)
    return tuple(sorted(kept, key=lambda one: one.start))


def year_so_far(window: Window, windows: pd.DataFrame) -> tuple[Window, ...]:
    """The windows that together run from the year's first day to this one's last; none where there is a hole.

    A cumulative window is its own; Quý III follows 6 tháng.
    """
    if window.cumulative:
        return (window,)
    near = windows_of(window.period.year, windows)
    first = min((one.start for one in near if one.cumulative), default=window.start)
    chain = disjoint([one for one in near if first <= one.start and one.end <= window.end])
    joined = all(one.end + _ONE_DAY == after.start for one, after in pairwise(chain))
    return chain if chain and chain[0].start == first and chain[-1].end == window.end and joined else ()


def due_date(window: Window, link: str, due_days: pd.DataFrame, workdays: Workdays, shift: Shift) -> date | None:
    """The due date of one link of the chain; None where the office has not set it.

    due_days: facts of the kind «due-days» (link, window_code, year_from, year_to, due_day). A day that the month lacks
    is its last.
    """
    mine = (
        row for row in due_days.to_dict("records") if (row["link"], row["window_code"]) == (link, window.period.window)
    )
    rows = _in_force(mine, "window_code", window.period.year)
    if not rows or pd.isna(rows[0]["due_day"]):
        return None
    return workdays.shifted(_day_of_month(window.end, int(rows[0]["due_day"])), shift)


def days_late(due: date | None, day: date) -> int | None:
    """Days past the due date on a day, 0 when none; None without a due date."""
    return None if due is None else max(0, (day - due).days)


def _in_force(rows: Iterable[dict[Hashable, Any]], key: str, year: int) -> list[dict[Hashable, Any]]:
    """Rows in force in a year, one per key: the one that began last, where none is said long ago."""
    held = [(_LONG_AGO if pd.isna(row["year_from"]) else int(row["year_from"]), row) for row in rows]
    held = [
        (began, row) for began, row in held if began <= year and (pd.isna(row["year_to"]) or row["year_to"] >= year)
    ]
    return list({row[key]: row for _, row in sorted(held, key=lambda pair: pair[0])}.values())


def _window(row: Row, year: int) -> Window:
    end = _day(row["end_day"], year)
    start = _day(row["start_day"], year)
    if start > end:
        start = _day(row["start_day"], year - 1)
    basis = text_of(row["legal_basis"])
    return Window(Period(year, row["window_code"]), start, end, bool(row["cumulative"]), basis)


def _day(text: str, year: int) -> date:
    day, month = (int(part) for part in text.split("/"))
    return _day_of_month(date(year, month, 1), day)


def _day_of_month(month_of: date, day: int) -> date:
    after = (month_of.replace(day=28) + timedelta(days=4)).replace(day=1)
    return min(month_of.replace(day=1) + timedelta(days=day - 1), after - _ONE_DAY)
