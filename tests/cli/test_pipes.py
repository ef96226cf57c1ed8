"""Whoever reads what a command prints may stop reading: the command ends without a word."""

import argparse
import os
import subprocess
import sys
from pathlib import Path

import pytest

from cchc_metrics.cli import main
from cchc_metrics.cli.commands import COMMANDS, parser_for
from cchc_metrics.config import PROJECT


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


@pytest.mark.parametrize("command", COMMANDS)
def test_a_module_declares_its_commands_in_the_words_that_help_says_of_them(command: str) -> None:
    """Help names every command without loading it; the one that is named declares itself."""
    by_name, declared = (parser_for(given)._subparsers for given in ((), (command,)))
    assert by_name is not None and declared is not None
    both = [
        next(one for one in parts._group_actions if isinstance(one, argparse._SubParsersAction))
        for parts in (by_name, declared)
    ]
    assert list(both[0].choices) == list(both[1].choices) == list(COMMANDS)
    words = [{one.dest: one.help for one in part._choices_actions} for part in both]
    assert words[0] == words[1]
    assert (
        both[1].choices[command].get_default("command")
        or both[1].choices[command].get_default("on_closed")
        or both[1].choices[command]._subparsers
    )


def test_help_loads_no_engine() -> None:
    program = "import sys; from cchc_metrics.cli.commands import parser_for; parser_for(()); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=PROJECT)
    assert not {"pandas", "numpy", "pyarrow", "duckdb", "plotly", "openpyxl", "streamlit"} & set(done.stdout.split())
