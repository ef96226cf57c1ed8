"""A terminal shows what people wrote; it obeys none of it."""

import io
import os
import subprocess
import sys

import pytest

from cchc_metrics.cli.printing import HarmlessStream, harmless
from cchc_metrics.config import PROJECT


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Quảng Trị (cũ)\t41,5\n", "Quảng Trị (cũ)\t41,5\n"),
        ("\x1b]0;x\x07\x1b[31mĐỏ", "\\x1b]0;x\\x07\\x1b[31mĐỏ"),
        ("\x9b31m", "\\x9b31m"),
        ("a\rb\x08c", "a\\rb\\x08c"),
        ("gpj.\u202eexe", "gpj.\\u202eexe"),
        ("a\u200bb", "a\\u200bb"),
    ],
)
def test_letters_that_a_terminal_obeys_are_written_out(text: str, shown: str) -> None:
    assert harmless(text) == shown


def test_a_stream_passes_on_what_is_harmless() -> None:
    held = io.StringIO()
    stream = HarmlessStream(held)
    print("a\x1b[2Jb", file=stream)
    assert held.getvalue() == "a\\x1b[2Jb\n"
    assert not stream.isatty()


def test_the_command_line_prints_no_control_letters(tmp_path: str) -> None:
    environment = {**os.environ, "CCHC_DATA_DIR": str(tmp_path), "PYTHONPATH": str(PROJECT)}
    command = [sys.executable, "-m", "cchc_metrics", "ranking", "--index", "\x1b[31mX", "--period", "2024"]
    done = subprocess.run(command, capture_output=True, env=environment, cwd=PROJECT, check=False)
    assert done.returncode in (1, 2)
    assert b"\x1b" not in done.stdout + done.stderr
    assert b"\\x1b[31mX" in done.stdout + done.stderr
