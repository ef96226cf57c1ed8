"""The files for an office: the unit is one that systemd takes, the image file names what there is."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from cchc_metrics.config import PROJECT, load_settings

DEPLOY = PROJECT / "deploy"


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="no systemd-analyze on this machine")
def test_systemd_takes_the_unit(tmp_path: Path) -> None:
    python = tmp_path / "python"
    python.write_text("#!/bin/sh\n", "utf-8")
    python.chmod(0o755)
    unit = (DEPLOY / "cchc-metrics.service").read_text("utf-8")
    copy = tmp_path / "cchc-metrics.service"
    copy.write_text(unit.replace("/opt/cchc-metrics/.venv/bin/python", str(python)), "utf-8")
    done = subprocess.run(["systemd-analyze", "verify", str(copy)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_image_holds_all_that_the_bundle_holds_and_each_part_is_there() -> None:
    told = (DEPLOY / "Containerfile").read_text("utf-8")
    copied = [name for line in re.findall(r"^COPY (.+)$", told, re.M) for name in line.split()[:-1]]
    assert all((PROJECT / name).exists() for name in copied)
    assert {"app.py", "pages", "cchc_metrics", "data/reference", "data/templates", ".streamlit"} <= set(copied)
    assert "python:3.11" in told
    assert "USER cchc" in told


@pytest.mark.parametrize("name", ["Containerfile", "cchc-metrics.service"])
def test_every_variable_that_is_set_is_one_that_is_read(name: str) -> None:
    source = (PROJECT / "cchc_metrics" / "config.py").read_text("utf-8")
    named = set(re.findall(r"CCHC_[A-Z_]+(?==)", (DEPLOY / name).read_text("utf-8")))
    assert named
    assert all(f'"{one}"' in source for one in named)
    assert load_settings({one: "/x" for one in named if one.endswith(("_DIR", "_FILE"))})
