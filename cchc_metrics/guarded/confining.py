"""Limits of the system on this process, set by the process itself before it sees what it is given.

By itself and not by its parent: on Windows the interpreter of a virtual environment is the child of a launcher, and
only the interpreter knows itself for certain.
"""

# ruff: noqa: PLC0415 - each system has its own modules

import sys
from collections.abc import Sequence
from typing import NamedTuple

from cchc_metrics.guarded.envelope import packed

_MEGABYTE = 1024 * 1024


class Confined(NamedTuple):
    """What holds this process from now on.

    cpu_seconds, memory_mb: None where nothing does (macOS takes a limit on memory and does not keep it) · privileges:
    nothing it starts can have more rights · files: none are opened but those of the interpreter and its libraries, and
    none written · network: none · programs: none are started.
    """

    cpu_seconds: int | None
    memory_mb: int | None
    privileges: bool = False
    files: bool = False
    network: bool = False
    programs: bool = False


if sys.platform == "win32":

    def confine(seconds: int, memory_mb: int) -> Confined:
        """Set what Windows offers; where it refuses, the parent's clock must do."""
        import ctypes

        from cchc_metrics.guarded.job_object import enter

        held = enter(ctypes.WinDLL("kernel32", use_last_error=True), memory_mb, seconds)
        return Confined(seconds, memory_mb, programs=True) if held else Confined(None, None)

else:
    # Before the limits: a process that may write no file cannot keep what Python compiles for the next start.
    import resource

    from cchc_metrics.guarded.landlock import of_the_interpreter, restrict
    from cchc_metrics.guarded.seccomp import no_new_privileges, refuse_calls

    def confine(seconds: int, memory_mb: int) -> Confined:
        """Set what the system offers; where it refuses, the parent's clock must do."""
        memory = _held(resource.RLIMIT_AS, memory_mb * _MEGABYTE, memory_mb * _MEGABYTE)
        # A second more until the kill, for a process that takes no notice of the first signal.
        cpu = _held(resource.RLIMIT_CPU, seconds, seconds + 1)
        # Not RLIMIT_NPROC: it counts the threads that libraries make too; the filter of calls tells the two apart.
        for nothing in (resource.RLIMIT_FSIZE, resource.RLIMIT_CORE):
            _held(nothing, 0, 0)
        if sys.platform == "darwin":
            return Confined(cpu, None)
        return Confined(cpu, None if memory is None else memory // _MEGABYTE, *_enclosed())

    def _enclosed() -> tuple[bool, bool, bool, bool]:
        if not no_new_privileges():
            return False, False, False, False
        files = restrict(of_the_interpreter())
        calls = refuse_calls()
        return True, files, calls, calls

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
    """Confine this process and tell on stdout what holds: how the parent learns what is in force on its machine.

    The last two arguments are the seconds and the megabytes.
    """
    seconds, memory_mb = map(int, arguments[-2:])
    sys.stdout.buffer.write(packed(confine(seconds, memory_mb)._asdict(), b""))
