"""The shim that makes the n-th file operation die, fail or tear, and processes that run under it.

One process is started with the shim preloaded; it imports everything once and forks a child for each case.
"""

import ctypes
import os
import signal
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from hashlib import sha256
from pathlib import Path

SOURCE = Path(__file__).with_name("shim.c")
ROOT = "FAULT_ROOT"


class Mode(IntEnum):
    """What happens at the n-th operation; the numbers are those of shim.c."""

    COUNT = 0
    DIE_BEFORE = 1
    DIE_AFTER = 2
    DIE_TORN = 3
    FAIL_ONCE = 4
    FAIL_ON = 5
    TEAR_ONCE = 6


KILLS = frozenset({Mode.DIE_BEFORE, Mode.DIE_AFTER, Mode.DIE_TORN})


def built_shim() -> Path:
    """The compiled shim. Raises RuntimeError when there is no C compiler."""
    digest = sha256(SOURCE.read_bytes()).hexdigest()[:16]
    library = Path(tempfile.gettempdir()) / f"cchc-shim-{os.getuid()}-{digest}.so"
    if not library.exists():
        unfinished = library.with_suffix(f".{os.getpid()}")
        command = ["cc", "-O1", "-shared", "-fPIC", "-Wall", "-Werror", "-o", str(unfinished), str(SOURCE), "-ldl"]
        try:
            subprocess.run(command, check=True)
        except FileNotFoundError as error:
            raise RuntimeError("the campaign needs a C compiler named cc") from error
        unfinished.replace(library)
    return library


def under_shim(module: str, arguments: list[str], root: Path) -> subprocess.CompletedProcess[bytes]:
    """Run a module of ours in a process of its own, with faults possible below ``root``; what it prints is kept."""
    environment = {**os.environ, "LD_PRELOAD": str(built_shim()), ROOT: str(root), "OMP_NUM_THREADS": "1"}
    command = [sys.executable, "-m", module, *arguments]
    return subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=False)


class Shim:
    """The controls of the shim inside a process that runs under it."""

    def __init__(self) -> None:
        self._library = ctypes.CDLL(None)
        self._library.fault_disarm.restype = ctypes.c_long

    def arm(self, at: int, mode: Mode, error: int) -> None:
        """From now on, count; at the ``at``-th operation, do what the mode says."""
        self._library.fault_arm(ctypes.c_long(at), int(mode), error)

    def disarm(self) -> int:
        """Let everything pass again; returns how many operations were counted."""
        return int(self._library.fault_disarm())

    def log_to(self, handle: int) -> None:
        """Write a line for each counted operation to an open file."""
        self._library.fault_log(handle)


@dataclass(frozen=True, slots=True)
class Ended:
    """How a child ended: what it said, and whether it was killed, or aborted by the library itself."""

    said: tuple[str, ...]
    killed: bool
    aborted: bool
    failed: bool


def in_child(work: Callable[[Callable[[str], None]], None]) -> Ended:
    """Do some work in a fork of this process; it speaks line by line, and what it said before its death is kept."""
    reader, writer = os.pipe()
    sys.stdout.flush()
    sys.stderr.flush()
    child = os.fork()
    if not child:
        os.close(reader)
        _work_and_leave(work, writer)
    os.close(writer)
    with os.fdopen(reader, "rb") as pipe:
        said = pipe.read().decode().splitlines()
    _, status = os.waitpid(child, 0)
    died = os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
    killed, aborted = died == signal.SIGKILL, died not in (0, signal.SIGKILL)
    return Ended(tuple(said), killed, aborted, bool(status) and not died)


def _work_and_leave(work: Callable[[Callable[[str], None]], None], writer: int) -> None:
    try:
        work(lambda words: _say(writer, words))
        status = 0
    except BaseException:
        traceback.print_exc()
        status = 1
    os._exit(status)


def _say(writer: int, words: str) -> None:
    os.write(writer, words.replace("\n", " ").encode() + b"\n")
