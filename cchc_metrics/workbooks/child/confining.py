"""Limits of the system on this process, set by the process itself before it sees the file.

By itself and not by its parent: on Windows the interpreter of a virtual environment is the child of a launcher, and
only the interpreter knows itself for certain.
"""

# ruff: noqa: PLC0415 - ctypes takes long to start, and only Windows needs it

import sys
from collections.abc import Sequence
from typing import NamedTuple

from .envelope import packed
from .wire import Limits

_MEGABYTE = 1024 * 1024


class Confined(NamedTuple):
    """What holds this process from now on: seconds of CPU and megabytes of memory, None where nothing does.

    macOS takes a limit on memory and does not keep it.
    """

    cpu_seconds: int | None
    memory_mb: int | None


if sys.platform == "win32":

    def confine(limits: Limits) -> Confined:
        """Set what Windows offers; where it refuses, the parent's clock must do."""
        import ctypes

        from .job_object import enter

        held = enter(ctypes.WinDLL("kernel32", use_last_error=True), limits.memory_mb, limits.seconds)
        return Confined(limits.seconds, limits.memory_mb) if held else Confined(None, None)

else:
    import resource

    def confine(limits: Limits) -> Confined:
        """Set what the system offers; where it refuses, the parent's clock must do."""
        memory = _held(resource.RLIMIT_AS, limits.memory_mb * _MEGABYTE, limits.memory_mb * _MEGABYTE)
        # A second more until the kill, for a process that takes no notice of the first signal.
        cpu = _held(resource.RLIMIT_CPU, limits.seconds, limits.seconds + 1)
        _held(resource.RLIMIT_FSIZE, 0, 0)
        _held(resource.RLIMIT_CORE, 0, 0)
        return Confined(cpu, None if memory is None or sys.platform == "darwin" else memory // _MEGABYTE)

    def _held(name: int, soft: int, hard: int) -> int | None:
        """The limit that holds now: what was asked for, or less where the machine allows less."""
        allowed = resource.getrlimit(name)[1]
        if allowed != resource.RLIM_INFINITY:
            soft, hard = min(soft, allowed), min(hard, allowed)
        try:
            resource.setrlimit(name, (soft, hard))
        except (ValueError, OSError):
            return None
        return soft


def main(arguments: Sequence[str]) -> None:
    """Confine this process and tell on stdout what holds: how the parent learns what is in force on its machine."""
    sys.stdout.buffer.write(packed(confine(Limits.parse(arguments))._asdict(), b""))
