"""The files for an office: the unit is one that systemd takes, the image file names what there is."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from cchc_metrics.config import PROJECT, load_settings
from tests.browser.serving import answered as wait_for
from tests.browser.serving import free_port

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


def instruction(name: str) -> list[str]:
    """The words of an instruction of the image file in the form of a list."""
    told = (DEPLOY / "Containerfile").read_text("utf-8").replace("\\\n", " ")
    words: list[str] = json.loads(re.findall(rf"^{name} [^\[]*(\[.+\])$", told, re.M)[0])
    return words


def test_the_image_starts_what_the_unit_starts() -> None:
    unit = (DEPLOY / "cchc-metrics.service").read_text("utf-8")
    started = re.findall(r"^ExecStart=/opt/cchc-metrics/(.+)$", unit, re.M)[0].split()
    assert instruction("CMD")[: len(started)] == started
    told = (DEPLOY / "Containerfile").read_text("utf-8")
    assert (
        "WORKDIR /opt/cchc-metrics" in told
        and "pip install --no-cache-dir --require-hashes -r requirements.txt" in told
    )
    assert "--require-hashes -r requirements.txt" in (PROJECT / "docs" / "deployment.md").read_text("utf-8")


def test_what_the_image_holds_starts_by_its_command_and_its_health_check_passes(tmp_path: Path) -> None:
    """No engine builds it here: its files are laid out in a folder, and its own commands run there."""
    image, port = tmp_path / "image", str(free_port())
    told = (DEPLOY / "Containerfile").read_text("utf-8")
    for *sources, _target in (line.split() for line in re.findall(r"^COPY (.+)$", told, re.M)):
        for source in sources:
            if (PROJECT / source).is_dir():
                shutil.copytree(PROJECT / source, image / source, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                image.mkdir(exist_ok=True)
                shutil.copy(PROJECT / source, image / source)
    words = dict(re.findall(r"(CCHC_[A-Z_]+)=(\S+)", re.findall(r"^ENV (.+)$", told, re.M)[0]))
    inside = {name: str(tmp_path / value[1:]) if value.startswith("/") else value for name, value in words.items()}
    environment = {"PATH": os.environ["PATH"], "CCHC_ADDRESSES": "https://cchc.example.vn", **inside}
    command = [sys.executable, *instruction("CMD")[1:], "--server.port", port]
    process = subprocess.Popen(command, cwd=image, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    try:
        wait_for(f"http://127.0.0.1:{port}/healthz", process)
        check = [sys.executable, *(word.replace("8501", port) for word in instruction("HEALTHCHECK")[1:])]
        assert subprocess.run(check, cwd=image, env=environment, timeout=20, check=False).returncode == 0
    finally:
        process.terminate()
        process.communicate(timeout=20)
    assert (tmp_path / "data" / "office" / "access.sqlite").exists()


@pytest.mark.parametrize("name", ["Containerfile", "cchc-metrics.service"])
def test_every_variable_that_is_set_is_one_that_is_read(name: str) -> None:
    source = (PROJECT / "cchc_metrics" / "config.py").read_text("utf-8")
    named = set(re.findall(r"CCHC_[A-Z_]+(?==)", (DEPLOY / name).read_text("utf-8")))
    assert named
    assert all(f'"{one}"' in source for one in named)
    assert load_settings({one: "/x" for one in named if one.endswith(("_DIR", "_FILE"))})
