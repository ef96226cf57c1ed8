"""Small faults are put into a room, one at a time, and the tests that reach the line have to notice each.

``python -m tests.mutants storage 60`` draws sixty faults (``--seed``) and tries each with the tests that reach its
line, cheapest first, until one fails; what no test noticed is printed. Stopped, it goes on where it was. After tests
were written, ``--again`` tries those anew that no test noticed, and ``--fresh`` draws anew. The work is done in a copy,
``build/mutants/<room>``.
"""

import argparse
import json
import shutil
import sys
import time
from collections import Counter
from pathlib import Path

from tests.mutants.making import drawn, faults, same
from tests.mutants.reaching import Reach, chosen, refreshed
from tests.mutants.trying import passes, prepare, tried

PROJECT = Path(__file__).resolve().parent.parent.parent
NEEDED = (
    "cchc_metrics",
    "tests",
    "pages",
    "app.py",
    "data/reference",
    "data/templates",
    "docs",
    "pyproject.toml",
    "CHANGELOG.md",
)
# A room and the tests that answer for it.
ROOMS = {
    "metrics": ("tests/metrics",),
    "importing": ("tests/importing", "tests/services/intake", "tests/services/reporting"),
    "storage": ("tests/storage",),
    "services": ("tests/services", "tests/views"),
}
Known = dict[str, dict[str, str | int]]


def main() -> int:
    """Draw, try, say what no test noticed."""
    options = _arguments()
    work = PROJECT / "build" / "mutants" / options.room
    tree, kept = work / "tree", work / "tried.json"
    if options.fresh:
        shutil.rmtree(work / "shipped", ignore_errors=True)
    known: Known = {} if options.fresh or not kept.exists() else json.loads(kept.read_text("utf-8"))
    _copy(tree)
    prepare(tree)
    reach = refreshed(tree, ROOMS[options.room])
    if not known:
        faulty = drawn(tree, options.room, options.number, options.seed)
        known = {fault.name: {"file": fault.file, "word": "not tried", "by": ""} for fault in faulty}
    again = {"not tried", "survived", "unreached"} if options.again else {"not tried"}
    if not passes(tree, [found["tests"][0][1] for found in reach.values() if found["tests"]][:3]):
        sys.exit(f"tests fail in the copy without any fault; see {work / 'trial.log'}")
    ends = time.monotonic() + options.minutes * 60
    for name, told in known.items():
        if told["word"] in again and time.monotonic() < ends:
            told.update(_told(tree, reach, str(told["file"]), name, options.seconds))
            print(f"{told['word']}: {name}  {told['by']}", flush=True)
            kept.write_text(json.dumps(known, ensure_ascii=False, indent=1), "utf-8")
    return _summed(tree, known, options)


def _told(tree: Path, reach: Reach, file: str, name: str, seconds: float) -> dict[str, str | int]:
    made = [one for one in faults(tree, file) if one.name == name]
    if not made:
        return {"word": "gone", "by": ""}
    code = (tree / file).read_text("utf-8")
    outcome = tried(tree, made[0], chosen(reach, file, code, made[0].line, seconds))
    return {"word": outcome.word, "by": outcome.by, "line": made[0].line}


def _summed(tree: Path, known: Known, options: argparse.Namespace) -> int:
    """The share caught. The tests that noticed must pass where there is no fault."""
    reasons = same()
    counts = Counter(str(told["word"]) for name, told in known.items() if name not in reasons)
    noticed = sorted({str(told["by"]) for told in known.values() if told["word"] == "caught" and told["by"]})
    if options.check and noticed and not passes(tree, noticed):
        print("a test that noticed fails without a fault too; see trial.log in build/mutants")
        return 1
    caught = counts["caught"] + counts["ran too long"]
    of = caught + counts["survived"] + counts["unreached"]
    share = 100 * caught / of if of else 0.0
    listed = ", ".join(f"{word} {number}" for word, number in sorted(counts.items()))
    print(f"{options.room}: {share:.1f} % of {of} caught ({listed}; {sum(n in reasons for n in known)} change nothing)")
    return int(share < options.floor)


def _copy(tree: Path) -> None:
    """The tree as it is now; what was compiled stays."""
    for name in NEEDED:
        source, target = PROJECT / name, tree / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            for gone in [path for path in target.rglob("*.py") if not (source / path.relative_to(target)).exists()]:
                gone.unlink()
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"), dirs_exist_ok=True)
        else:
            shutil.copy2(source, target)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("room", choices=tuple(ROOMS))
    parser.add_argument("number", type=int, nargs="?", default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--floor", type=float, default=0.0)
    parser.add_argument("--seconds", type=float, default=25.0, help="of tests for a fault: the cheapest that fit")
    parser.add_argument("--minutes", type=float, default=600.0, help="stop after so many; the next run goes on")
    parser.add_argument("--again", action="store_true")
    parser.add_argument("--fresh", action="store_true")
    parser.add_argument("--check", action="store_true", help="run the tests that noticed without any fault")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
