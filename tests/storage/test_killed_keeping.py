"""A backup, a restore or a sign-in that is killed leaves whole what was whole; the next one goes on."""

import sys
from pathlib import Path

import pytest

from tests.killing import campaign


@pytest.mark.skipif(sys.platform == "win32", reason="there is no fork")
def test_whatever_is_killed_leaves_nothing_half_done(tmp_path: Path) -> None:
    campaign("tests.storage.killed_keeping", tmp_path)
