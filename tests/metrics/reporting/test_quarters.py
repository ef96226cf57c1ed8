"""Windows that make up a year so far, and the longest that do not overlap."""

import pytest

from cchc_metrics.metrics.reporting.calendar import disjoint, inside, window_of, windows_of, year_so_far
from cchc_metrics.model import Period
from tests.metrics.reporting.test_calendar import WINDOWS


@pytest.mark.parametrize(
    ("period", "chain"),
    [
        ("2026-Q1", ["2026-Q1"]),
        ("2026-6M", ["2026-6M"]),
        ("2026-Q3", ["2026-6M", "2026-Q3"]),
        ("2026-FY", ["2026-FY"]),
    ],
)
def test_a_year_so_far_is_told_by_windows_that_join(period: str, chain: list[str]) -> None:
    window = window_of(Period.parse(period), WINDOWS)
    assert window is not None
    assert [one.period.id for one in year_so_far(window, WINDOWS)] == chain


def test_a_hole_in_the_year_leaves_no_year_so_far() -> None:
    without_half = WINDOWS[WINDOWS["window_code"] != "6M"]
    window = window_of(Period.parse("2026-Q3"), without_half)
    assert window is not None
    assert year_so_far(window, without_half) == ()


def test_of_windows_that_overlap_the_longest_stays() -> None:
    year = next(one for one in windows_of(2026, WINDOWS) if one.period.window == "FY")
    assert [one.period.id for one in disjoint(inside(year, WINDOWS))] == ["2026-6M", "2026-Q3"]
    assert disjoint(()) == ()
