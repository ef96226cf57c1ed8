"""Whoever reads what a command prints may stop reading: the command ends without a word."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from cchc_metrics.cli import _parser, main

COMMANDS = [name for action in _parser()._subparsers._group_actions for name in action.choices]  # type: ignore[union-attr]


def closed_early(*arguments: str, folder: Path, errors_too: bool = False) -> tuple[int, bytes]:
    """The exit code and what stands on the error stream of a command whose reader is gone before it writes."""
    reads, writes = os.pipe()
    os.close(reads)
    child = subprocess.Popen(
        [sys.executable, "-m", "cchc_metrics", *arguments],
        stdout=writes,
        stderr=writes if errors_too else subprocess.PIPE,
        env={**os.environ, "CCHC_DATA_DIR": str(folder)},
    )
    os.close(writes)
    _, said = child.communicate(timeout=120)
    return child.returncode, said or b""


@pytest.mark.skipif(sys.platform == "win32", reason="closed pipes are told otherwise there")
@pytest.mark.parametrize(
    ("arguments", "errors_too"), [(["--help"], False), (["why", "--help"], True), (["import", "khong-co.csv"], True)]
)
def test_a_command_whose_reader_is_gone_ends_quietly(tmp_path: Path, arguments: list[str], errors_too: bool) -> None:
    assert closed_early(*arguments, folder=tmp_path, errors_too=errors_too) == (0, b"")


@pytest.mark.skipif(sys.platform == "win32", reason="closed pipes are told otherwise there")
@pytest.mark.parametrize("command", COMMANDS)
def test_every_commands_help_may_be_cut_off(command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    reads, writes = os.pipe()
    os.close(reads)
    with os.fdopen(writes, "w", buffering=1) as gone, Path(os.devnull).open("w") as errors:
        monkeypatch.setattr(sys, "stdout", gone)
        monkeypatch.setattr(sys, "stderr", errors)
        assert main([command, "--help"]) == 0
