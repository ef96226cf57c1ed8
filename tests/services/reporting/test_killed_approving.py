"""An approval, a lock or a signing that is killed is done whole with its line in the log, or not at all."""

import sys
from pathlib import Path

import pytest

from cchc_metrics.services.office.office import Office
from tests.killing import ROUNDS, campaign
from tests.reporting_office import copy_of


@pytest.mark.skipif(sys.platform == "win32", reason="there is no fork")
@pytest.mark.parametrize("rounds", ROUNDS)
def test_whatever_is_killed_is_whole_and_told_or_not_done(shipped_office: Office, tmp_path: Path, rounds: int) -> None:
    copy_of(shipped_office, tmp_path / "data").close()
    campaign("tests.services.reporting.killed_approving", tmp_path / "data", rounds)
