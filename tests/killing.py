"""Deeds that are killed: done over and over by a child that is killed at a random moment, looked at by another child.

The process that starts them opens nothing, so that its children may.
"""

import os
import random
import signal
import subprocess
import sys
import time
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from cchc_metrics.config import PROJECT, Settings

# In every run, and on the long way; at length in ``make attack``.
ROUNDS = (24,) if os.environ.get("CCHC_ATTACK") else (3, pytest.param(6, marks=pytest.mark.walk))
Deed = Callable[[Settings], None]


def campaign(module: str, folder: Path, rounds: int) -> None:
    """So many rounds of a module, in a process of its own. Raises AssertionError with what it said."""
    command = [sys.executable, "-m", module, str(folder), str(rounds), "1"]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, timeout=600, check=False)
    assert done.returncode == 0, done.stderr


def wrong_rounds(
    acts: Sequence[tuple[Deed, Deed]], settings: Settings, rounds: int, seed: int, lives: tuple[float, float]
) -> int:
    """How many rounds left something wrong. acts: a deed, and who looks afterwards. lives: seconds that a child has."""
    chance, wrong = random.Random(seed), 0
    for number in range(rounds):
        act, judge = acts[number % len(acts)]
        lived = in_a_child(act, settings, chance.uniform(*lives))
        if not (lived and in_a_child(judge, settings)):
            sys.stderr.write(f"round {number}: {act.__name__}\n")
            wrong += 1
    return wrong


def in_a_child(what: Deed, settings: Settings, seconds: float | None = None) -> bool:
    """Do it in a child, killed after so many seconds; whether it was killed or ended well."""
    child = os.fork()
    if not child:
        try:
            what(settings)
        except BaseException:
            traceback.print_exc()
            os._exit(1)
        os._exit(0)
    if seconds is not None:
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
    return os.waitpid(child, 0)[1] in (0, signal.SIGKILL)


def note(settings: Settings, told: object) -> None:
    """Keeps what was acknowledged, beside the data."""
    with _noted(settings).open("a", encoding="ascii") as file:
        file.write(f"{told}\n")


def acknowledged(settings: Settings) -> list[str]:
    """What was noted since it was last asked."""
    told = _noted(settings).read_text("ascii").split("\n")[:-1] if _noted(settings).exists() else []
    _noted(settings).unlink(missing_ok=True)
    return told


def _noted(settings: Settings) -> Path:
    return settings.data_dir.with_name("acknowledged")
