"""A sample of the long campaigns: the judge finds nothing. ``make walks`` has a larger one, ``make soak`` all of it."""

import sys

import pytest

from tests.soak.__main__ import campaign

CASES = (5, pytest.param(16, marks=pytest.mark.walk))
HARMS = (4, pytest.param(12, marks=pytest.mark.walk))

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="the shim is loaded by LD_PRELOAD")


@linux_only
@pytest.mark.parametrize("cases", CASES)
def test_faults_at_chosen_file_operations_lose_nothing_and_say_the_right_cause(cases: int) -> None:
    assert campaign("tests.soak.campaign", str(cases), "20261130")[0] == 0


@linux_only
@pytest.mark.parametrize("harms", HARMS)
def test_flips_cuts_and_deletions_are_healed_or_refused_by_name(harms: int) -> None:
    assert campaign("tests.soak.flips", str(harms), "20261130")[0] == 0
