"""What a command costs in processor time and memory, beside importing the libraries that any figure needs."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from statistics import median

ROUNDS = 5
_LIBRARIES = ("-c", "import pandas, pyarrow, duckdb")
_COMMANDS: Mapping[str, Sequence[str]] = {
    "import pandas, pyarrow, duckdb": _LIBRARIES,
    "--help": ("-m", "cchc_metrics", "--help"),
    "ranking": ("-m", "cchc_metrics", "ranking", "--index", "PAPI", "--period", "2024"),
    "trend": ("-m", "cchc_metrics", "trend", "--index", "PAPI", "--entity", "P63-45"),
}
# A small process starts the command: a child that a large one forks is counted as large.
_STARTED = """
import os, subprocess, sys
child = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
_, status, used = os.wait4(child.pid, 0)
print(used.ru_utime + used.ru_stime, used.ru_maxrss // 1024, status)
"""


def measure() -> Iterator[str]:
    """In turns, on an office with the shipped facts and compiled modules, as an installed program has them."""
    with tempfile.TemporaryDirectory() as folder:
        settings = {**os.environ, "CCHC_DATA_DIR": f"{folder}/data", "PYTHONPYCACHEPREFIX": f"{folder}/compiled"}
        settings.pop("PYTHONDONTWRITEBYTECODE", None)
        took: dict[str, list[tuple[float, int]]] = {name: [] for name in _COMMANDS}
        for turn in range(ROUNDS + 1):
            for name, command in _COMMANDS.items():
                said = subprocess.run(
                    [sys.executable, "-c", _STARTED, sys.executable, *command],
                    env=settings,
                    capture_output=True,
                    check=True,
                    text=True,
                )
                seconds, megabytes, status = said.stdout.split()
                if status != "0":
                    raise RuntimeError(f"{name} failed")
                if turn:
                    took[name].append((float(seconds), int(megabytes)))
        libraries = median(seconds for seconds, _ in took["import pandas, pyarrow, duckdb"])
        for name, each in took.items():
            seconds = median(one for one, _ in each)
            most = max(one for _, one in each)
            yield f"{name}: {seconds:.2f} s of processor time, {seconds / libraries:.2f}× the libraries, {most} MB"
