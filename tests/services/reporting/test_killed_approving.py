"""An approval, a lock or a signing that is killed is done whole with its line in the log, or not at all."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from cchc_metrics.config import PROJECT
from cchc_metrics.services.office.office import Office
from tests.reporting_office import copy_of

ROUNDS = 24 if os.environ.get("CCHC_ATTACK") else 6


@pytest.mark.skipif(sys.platform == "win32", reason="there is no fork")
def test_whatever_is_killed_is_whole_and_told_or_not_done(shipped_office: Office, tmp_path: Path) -> None:
    copy_of(shipped_office, tmp_path / "data").close()
    module = "tests.services.reporting.killed_approving"
    command = [sys.executable, "-m", module, str(tmp_path / "data"), str(ROUNDS), "1"]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, timeout=600, check=False)
    assert done.returncode == 0, done.stderr
