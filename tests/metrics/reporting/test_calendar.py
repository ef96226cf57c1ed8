"""Windows, due dates and lateness, against dates worked out by hand from 581/BNV-CCHC."""

from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_metrics.metrics.reporting.calendar import (
    PROVINCE,
    UNIT,
    Shift,
    Workdays,
    before,
    containing,
    days_late,
    due_date,
    inside,
    last_ended,
    open_on,
    window_of,
    windows_of,
)
from cchc_metrics.model import Period

WINDOWS = pd.DataFrame(
    [
        ("Q1", 2022, None, "15/12", "14/3", False),
        ("6M", 2022, None, "15/12", "14/6", True),
        ("Q3", 2022, None, "15/6", "14/9", False),
        ("FY", 2022, None, "15/12", "14/12", True),
    ],
    columns=["window_code", "year_from", "year_to", "start_day", "end_day", "cumulative"],
).assign(legal_basis="581/BNV-CCHC")
DUE = pd.DataFrame(
    [
        (PROVINCE, "Q1", 2022, None, 20),
        (PROVINCE, "6M", 2022, None, 20),
        (UNIT, "Q1", 2026, None, 12),
        (UNIT, "Q3", 2026, None, None),
    ],
    columns=["link", "window_code", "year_from", "year_to", "due_day"],
)
NOTHING_OFF = Workdays()

# Worked out by hand: day, the periods open on it, the periods whose reports are collected.
BY_HAND = [
    (date(2022, 1, 1), {"2022-Q1", "2022-6M", "2022-FY"}, set()),
    (date(2022, 12, 14), {"2022-FY"}, {"2022-Q3"}),
    (date(2022, 12, 15), {"2023-Q1", "2023-6M", "2023-FY"}, {"2022-FY"}),
    (date(2024, 2, 29), {"2024-Q1", "2024-6M", "2024-FY"}, {"2023-FY"}),
    (date(2025, 3, 14), {"2025-Q1", "2025-6M", "2025-FY"}, {"2024-FY"}),
    (date(2025, 3, 15), {"2025-6M", "2025-FY"}, {"2025-Q1"}),
    (date(2026, 3, 25), {"2026-6M", "2026-FY"}, {"2026-Q1"}),
    (date(2026, 6, 14), {"2026-6M", "2026-FY"}, {"2026-Q1"}),
    (date(2026, 6, 15), {"2026-Q3", "2026-FY"}, {"2026-6M"}),
    (date(2026, 9, 20), {"2026-FY"}, {"2026-Q3"}),
    (date(2027, 12, 31), {"2028-Q1", "2028-6M", "2028-FY"}, {"2027-FY"}),
]


@pytest.mark.parametrize(("day", "opened", "collected"), BY_HAND)
def test_a_day_lies_in_the_windows_that_the_letter_names(day: date, opened: set[str], collected: set[str]) -> None:
    assert {window.period.id for window in open_on(day, WINDOWS)} == opened
    assert {window.period.id for window in last_ended(day, WINDOWS)} == collected


def test_the_first_quarter_begins_in_the_year_before() -> None:
    window = window_of(Period(2026, "Q1"), WINDOWS)
    assert window is not None
    assert (window.start, window.end, window.cumulative) == (date(2025, 12, 15), date(2026, 3, 14), False)
    assert window.legal_basis == "581/BNV-CCHC"


def test_no_window_holds_before_its_first_year() -> None:
    assert windows_of(2021, WINDOWS) == ()
    assert window_of(Period(2021, "Q1"), WINDOWS) is None


@given(st.dates(date(2022, 1, 1), date(2027, 12, 31)))
def test_the_year_s_window_covers_every_day_once(day: date) -> None:
    years = [window for window in open_on(day, WINDOWS) if window.period.window == "FY"]
    assert len(years) == 1
    assert years[0].start <= day <= years[0].end


@given(st.integers(2022, 2027))
def test_half_and_third_quarter_meet_without_a_gap(year: int) -> None:
    half, third = (window_of(Period(year, code), WINDOWS) for code in ("6M", "Q3"))
    assert half is not None
    assert third is not None
    assert third.start - half.end == timedelta(days=1)


def test_stocks_are_carried_from_the_longest_window_that_ended_on_the_eve() -> None:
    found = {}
    for code in ("Q1", "6M", "Q3", "FY"):
        window = window_of(Period(2026, code), WINDOWS)
        assert window is not None
        eve = before(window, WINDOWS)
        found[code] = eve.period.id if eve else None
    assert found == {"Q1": "2025-FY", "6M": "2025-FY", "Q3": "2026-6M", "FY": "2025-FY"}


def test_a_cumulative_window_knows_the_shorter_ones_inside_it() -> None:
    year = window_of(Period(2026, "FY"), WINDOWS)
    quarter = window_of(Period(2026, "Q1"), WINDOWS)
    assert year is not None
    assert quarter is not None
    assert [window.period.window for window in inside(year, WINDOWS)] == ["Q1", "6M", "Q3"]
    assert inside(quarter, WINDOWS) == ()


# 20/6/2026 is a Saturday, 20/3/2026 a Friday.
@pytest.mark.parametrize(
    ("code", "shift", "due"),
    [
        ("Q1", Shift.NONE, date(2026, 3, 20)),
        ("6M", Shift.NONE, date(2026, 6, 20)),
        ("6M", Shift.NEXT, date(2026, 6, 22)),
        ("6M", Shift.PREVIOUS, date(2026, 6, 19)),
    ],
)
def test_a_due_date_moves_off_the_weekend_only_as_the_office_says(code: str, shift: Shift, due: date) -> None:
    window = window_of(Period(2026, code), WINDOWS)
    assert window is not None
    assert due_date(window, PROVINCE, DUE, NOTHING_OFF, shift) == due


def test_holidays_move_a_due_date_and_a_day_worked_in_exchange_does_not() -> None:
    window = window_of(Period(2026, "6M"), WINDOWS)
    assert window is not None
    days = pd.DataFrame({"day": [date(2026, 6, 22), date(2026, 6, 20)], "working": [None, True]})
    assert due_date(window, PROVINCE, DUE, Workdays.of(days.iloc[:1]), Shift.NEXT) == date(2026, 6, 23)
    assert due_date(window, PROVINCE, DUE, Workdays.of(days), Shift.NEXT) == date(2026, 6, 20)


def test_a_link_that_the_office_has_not_set_has_no_due_date() -> None:
    early, third = window_of(Period(2025, "Q1"), WINDOWS), window_of(Period(2026, "Q3"), WINDOWS)
    assert early is not None
    assert third is not None
    assert due_date(early, UNIT, DUE, NOTHING_OFF, Shift.NONE) is None
    assert due_date(third, UNIT, DUE, NOTHING_OFF, Shift.NONE) is None
    assert days_late(None, date(2026, 3, 25)) is None


@given(st.dates(date(2022, 1, 1), date(2027, 12, 31)), st.sampled_from(list(Shift)))
def test_a_shifted_day_is_worked_and_within_a_week(day: date, shift: Shift) -> None:
    moved = NOTHING_OFF.shifted(day, shift)
    assert abs((moved - day).days) < 7
    assert shift is Shift.NONE or NOTHING_OFF.is_worked(moved)
    assert shift is not Shift.NEXT or moved >= day


def test_lateness_is_counted_from_the_day_after_the_due_date() -> None:
    due = date(2026, 3, 12)
    assert [days_late(due, day) for day in (date(2026, 3, 11), due, date(2026, 3, 25))] == [0, 0, 13]


def test_a_quarter_lies_in_the_cumulative_windows_around_it_and_in_no_other() -> None:
    year = {one.period.window: one for one in windows_of(2026, WINDOWS)}
    assert containing(year["Q1"], WINDOWS) == (year["6M"], year["FY"])
    assert containing(year["Q3"], WINDOWS) == (year["FY"],)
    assert containing(year["6M"], WINDOWS) == (year["FY"],)
    assert containing(year["FY"], WINDOWS) == ()
