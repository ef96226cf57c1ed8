"""Starting a guarded child and saying what it died of."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from cchc_metrics.guarded.bounds import Bounds, RefusedError

# -I keeps the environment and the current folder from choosing what is imported, and so hides a checkout too: the
# product's folder is named to the child, and forgotten again before it imports anything from elsewhere.
_START = "import sys; sys.path.insert(0, sys.argv[1]); import cchc_metrics.guarded; del sys.path[0]; "
_HOME = str(Path(__file__).resolve().parent.parent.parent)
# What a process needs to start on Linux and on Windows; secrets in our environment are none of its business.
_ENVIRONMENT = ("PATH", "LD_LIBRARY_PATH", "SYSTEMROOT", "TEMP", "TMPDIR")
# The system's allocator: Arrow's own reserves a gigabyte of addresses, which the memory limit counts.
_ALLOCATORS = {"ARROW_DEFAULT_MEMORY_POOL": "system", "MALLOC_ARENA_MAX": "2", "OMP_NUM_THREADS": "1"}
_OUT_OF_TIME = (-24, -9, 1816)  # SIGXCPU, SIGKILL; on Windows ERROR_NOT_ENOUGH_QUOTA, with which a job ends
_ABORTED = 0xC0000000  # and above: how Windows says that a process died of itself
CONFINING = "from cchc_metrics.guarded.confining import main; main(sys.argv[2:])"


def run_child(program: str, arguments: Sequence[str], data: bytes, bounds: Bounds) -> bytes:
    """What a program answers on stdout to these bytes on stdin. Raises RefusedError with what it died of.

    program: source that runs with ``sys`` imported and the product's modules in reach; of ``sys.argv`` it begins to
    read at the third.
    """
    environment = {name: os.environ[name] for name in _ENVIRONMENT if name in os.environ} | _ALLOCATORS
    command = [sys.executable, "-I", "-c", _START + program, _HOME, *arguments, *bounds.as_arguments()]
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter and program; of the file it gets only the bytes
            command, input=data, capture_output=True, timeout=bounds.seconds, env=environment, check=True
        )
        return done.stdout
    except subprocess.TimeoutExpired as error:
        raise RefusedError("time", limit=bounds.seconds) from error
    except subprocess.CalledProcessError as error:
        raise cause_of_death(error.returncode, error.stderr or b"", bounds) from error


def cause_of_death(code: int, said: bytes, bounds: Bounds) -> RefusedError:
    """The refusal that a child's exit code and last words mean."""
    if code in _OUT_OF_TIME:
        return RefusedError("time", limit=bounds.seconds)
    words = said.lower()
    if b"memory" in words or b"capacity overflow" in words or code < 0 or code >= _ABORTED:
        return RefusedError("memory", limit=bounds.memory_mb)
    return RefusedError("damaged")
