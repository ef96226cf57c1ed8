"""A sample of the long campaigns: the judge finds nothing. ``make soak`` runs them whole."""

import sys

import pytest

from tests.soak.__main__ import campaign

CASES, HARMS = 16, 12

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="the shim is loaded by LD_PRELOAD")


@linux_only
def test_faults_at_chosen_file_operations_lose_nothing_and_say_the_right_cause() -> None:
    assert campaign("tests.soak.campaign", str(CASES), "20261130")[0] == 0


@linux_only
def test_flips_cuts_and_deletions_are_healed_or_refused_by_name() -> None:
    assert campaign("tests.soak.flips", str(HARMS), "20261130")[0] == 0
