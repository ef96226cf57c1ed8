"""The long campaigns, one after the other: ``python -m tests.soak [SEED] [--into FOLDER] [--parts COUNT]``.

Faults at every file operation, then 672 harmed files, then what growth costs: about an hour on two cores, in parts.
With a folder, each part leaves its figures there and is not run again, so that a run may be interrupted; ``--parts``
ends after so many. Exit code 1 when a judge found anything, 3 when parts are left.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from tests.soak.faults import under_shim

HARMS, HARM_PARTS, FAULT_PARTS = 224, 3, 10
# In memory where there is such a folder: the campaign is about calls, not about the speed of a disk.
_PLACE = next((place for place in ("/dev/shm",) if Path(place).is_dir()), None)
_UNFINISHED = 3


def campaign(module: str, *arguments: str) -> tuple[int, dict[str, Any]]:
    """Run one campaign under the shim, in a folder of its own; its exit code and its figures."""
    with tempfile.TemporaryDirectory(prefix="cchc-soak-", dir=_PLACE) as folder:
        done = under_shim(module, [folder, *arguments], Path(folder))
        return done.returncode, json.loads(done.stdout or "{}")


def _parts(seed: int) -> Iterator[tuple[str, list[str]]]:
    """Each part: its name, the module and its arguments."""
    for part in range(FAULT_PARTS):
        yield f"faults-{part:02d}", ["tests.soak.campaign", "all", str(seed), str(part), str(FAULT_PARTS)]
    for part in range(HARM_PARTS):
        yield f"harms-{part:02d}", ["tests.soak.flips", str(HARMS), str(seed + part)]


def _summed(folder: Path, sort: str) -> dict[str, Any]:
    """The figures of all parts of a sort."""
    cases: Counter[str] = Counter()
    numbers: Counter[str] = Counter()
    wrong: list[str] = []
    for file in sorted(folder.glob(f"{sort}-*.json")):
        figures = json.loads(file.read_text(encoding="utf-8"))
        cases.update(figures["cases"])
        numbers.update({name: figures[name] for name in ("lost", "silent", "dead", "wrong_cause", "seconds")})
        wrong += figures["wrong"]
    return {"cases": dict(cases), "sum": sum(cases.values()), **numbers, "wrong": wrong}


def main(arguments: Sequence[str]) -> int:
    """All parts that have left no figures yet, or some of them; then the sums and what growth costs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("seed", nargs="?", type=int, default=1)
    parser.add_argument("--into", type=Path)
    parser.add_argument("--parts", type=int)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.into or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        left = [(name, rest) for name, rest in _parts(options.seed) if not (folder / f"{name}.json").exists()]
        for name, rest in left[: options.parts]:
            _, figures = campaign(rest[0], *rest[1:])
            if not figures:
                return 1
            (folder / f"{name}.json").write_text(json.dumps(figures, ensure_ascii=False), encoding="utf-8")
        if options.parts is not None and len(left) > options.parts:
            return _UNFINISHED
        sums = {sort: _summed(folder, sort) for sort in ("faults", "harms")}
    print(json.dumps(sums, ensure_ascii=False, indent=1), flush=True)
    growth = subprocess.run([sys.executable, "-m", "tests.soak.growth", "100", "1000", "5000"], check=False)
    return growth.returncode | any(one["wrong"] for one in sums.values())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
