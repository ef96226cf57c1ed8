"""The corpus of hostile files: wall seconds of each, and the most memory that its child and its parent took."""

import ctypes
import gc
import json
import os
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from cchc_metrics.config import load_settings
from cchc_metrics.services.intake import reference
from cchc_metrics.services.office.office import Office
from tests.workbooks.hostile.corpus import CORPUS, check

_EVERY = 0.002
_SHOWN = 12


class Cost(NamedTuple):
    """What one file cost. child_mb: highest resident memory of its reading process · own_mb: growth of the parent."""

    family: str
    name: str
    outcome: str
    seconds: float
    child_mb: float
    own_mb: float


@contextmanager
def watched() -> Iterator[list[float]]:
    """The highest resident megabytes of any child of this process, looked at every two milliseconds.

    Not RUSAGE_CHILDREN: on Linux a child inherits its parent's highest figure until it has more.
    """
    found, done = [0.0], threading.Event()

    def look() -> None:
        while not done.wait(_EVERY):
            for listing in Path("/proc/self/task").glob("*/children"):
                for pid in _text(listing).split():
                    found[0] = max(found[0], _highest(pid))

    watcher = threading.Thread(target=look)
    watcher.start()
    try:
        yield found
    finally:
        done.set()
        watcher.join()


def _text(path: Path) -> str:
    try:
        return path.read_text()
    except OSError:  # it has ended meanwhile
        return ""


def _highest(pid: str) -> float:
    # Until it runs its own program a child is a copy of this process, with all of its memory.
    if "import child." not in _text(Path(f"/proc/{pid}/cmdline")):
        return 0.0
    return _megabytes(f"/proc/{pid}/status", "VmHWM:")


def _megabytes(status: str, field: str) -> float:
    line = _text(Path(status)).partition(field)[2].partition("kB")[0]
    return float(line) / 1024 if line.strip() else 0.0


def _from_here() -> float:
    """The resident megabytes now, freed ones given back; the highest is counted from here on."""
    gc.collect()
    ctypes.CDLL(None).malloc_trim(0)
    Path("/proc/self/clear_refs").write_text("5")
    return _megabytes("/proc/self/status", "VmRSS:")


def cost_of(family: str, case: Any, snapshot: Any) -> Cost:
    """One file in a process of its own, so that its figures are its alone."""
    data = case.build()
    reading, writing = os.pipe()
    pid = os.fork()
    if not pid:
        os.close(reading)
        before, started = _from_here(), time.perf_counter()
        try:
            with watched() as child:
                outcome = check(case, data, snapshot)
        except AssertionError:
            outcome = "UNEXPECTED"
        spent = time.perf_counter() - started
        grown = max(0.0, _megabytes("/proc/self/status", "VmHWM:") - before)
        os.write(writing, json.dumps([outcome, spent, child[0], grown]).encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        answer = pipe.read()
    os.waitpid(pid, 0)
    outcome, seconds, child_mb, own_mb = json.loads(answer) if answer else ("PARENT DIED", 0.0, 0.0, 0.0)
    return Cost(family, case.name, outcome, seconds, child_mb, own_mb)


def measure() -> list[str]:
    """Lines to print: totals and maxima by family, then the dearest files."""
    with tempfile.TemporaryDirectory() as name:
        office = Office.open(replace(load_settings({}), data_dir=Path(name)))
        reference.prepare(office)
        snapshot = office.store.snapshot()
        office.close()
    costs = [cost_of(family, case, snapshot) for family, cases in CORPUS.items() for case in cases]
    return [*_by_family(costs), "", *_dearest(costs), "", *_unexpected(costs)]


def _by_family(costs: list[Cost]) -> list[str]:
    lines = [
        "| Family | Files | Refused | Seconds, most (median) | Child MB, most | Parent MB, most |",
        "|---|---|---|---|---|---|",
    ]
    for family in [*CORPUS, "all"]:
        own = [cost for cost in costs if family in (cost.family, "all")]
        seconds = sorted(cost.seconds for cost in own)
        lines.append(
            f"| {family} | {len(own)} | {sum(cost.outcome == 'refused' for cost in own)} "
            f"| {seconds[-1]:.2f} ({seconds[len(own) // 2]:.2f}) | {max(cost.child_mb for cost in own):.0f} "
            f"| {max(cost.own_mb for cost in own):.0f} |"
        )
    return lines


def _dearest(costs: list[Cost]) -> list[str]:
    keys = {"seconds": lambda c: c.seconds, "child": lambda c: c.child_mb, "parent": lambda c: c.own_mb}
    chosen = {cost for key in keys.values() for cost in sorted(costs, key=key, reverse=True)[: _SHOWN // 3]}
    lines = ["| File | Outcome | Seconds | Child MB | Parent MB |", "|---|---|---|---|---|"]
    lines += [
        f"| {cost.name} | {cost.outcome} | {cost.seconds:.2f} | {cost.child_mb:.0f} | {cost.own_mb:.0f} |"
        for cost in sorted(chosen, key=lambda c: -c.seconds)
    ]
    return lines


def _unexpected(costs: list[Cost]) -> list[str]:
    wrong = [cost for cost in costs if cost.outcome.isupper()]
    return [f"{len(wrong)} of {len(costs)} files did not end as expected", *(f"- {c.family}: {c.name}" for c in wrong)]
