"""A backup, a restore or a sign-in that is killed leaves whole what was whole; the next one goes on."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from cchc_metrics.config import PROJECT

ROUNDS = 24 if os.environ.get("CCHC_ATTACK") else 6


@pytest.mark.skipif(sys.platform == "win32", reason="there is no fork")
def test_whatever_is_killed_leaves_nothing_half_done(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.storage.killed_keeping", str(tmp_path), str(ROUNDS), "1"]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, timeout=600, check=False)
    assert done.returncode == 0, done.stderr
