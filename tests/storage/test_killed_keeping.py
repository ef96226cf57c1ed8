"""A backup, a restore or a sign-in that is killed leaves whole what was whole; the next one goes on."""

import sys
from pathlib import Path

import pytest

from tests.killing import ROUNDS, campaign


@pytest.mark.skipif(sys.platform == "win32", reason="there is no fork")
@pytest.mark.parametrize("rounds", ROUNDS)
def test_whatever_is_killed_leaves_nothing_half_done(tmp_path: Path, rounds: int) -> None:
    campaign("tests.storage.killed_keeping", tmp_path, rounds)
