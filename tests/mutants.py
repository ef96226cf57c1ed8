"""Small faults are put into a package, one at a time, and its own tests have to notice each (mutmut).

``python -m tests.mutants metrics`` tries every fault; ``--sample 80 --seed 3`` so many of them, drawn; ``--floor 90``
fails below that share caught; ``--pattern 'cchc_metrics.metrics.exact*'`` takes those whose names match. What survived
is printed with its difference. The work is done in a copy, ``build/mutants/<package>``; nothing here is changed, and a
second run tries only what the first did not (``--fresh`` begins anew).
"""

import argparse
import fnmatch
import json
import random
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
# A package and the tests that answer for it. Kills and hostile files take minutes each: they have targets of their own.
PACKAGES = {
    "metrics": ("tests/metrics",),
    "importing": ("tests/importing", "tests/services/reporting"),
    "storage": ("tests/storage", "--ignore=tests/storage/test_kill.py"),
    "services": ("tests/services", "tests/views", "--ignore=tests/services/intake/test_hostile_uploads.py"),
}
NEEDED = ("cchc_metrics", "tests", "pages", "app.py", "data/reference", "docs", "pyproject.toml", "CHANGELOG.md")
# Arguments of a sentence and of an exception are words; what a type checker refuses needs no test.
WORDS = (r"raise \w+", r"texts\(\)", r"\.format\(", r"@dataclass")
SURVIVED, CAUGHT, UNTESTED = 0, (1, 3), 33


def main() -> int:
    """Make the faults, try them, say what no test noticed."""
    options = _arguments()
    work = PROJECT / "build" / "mutants" / options.package
    if options.fresh or not work.exists():
        _copy(work, options.package)
        # A name that no fault bears: mutmut makes the faults and the map from tests to functions, and stops.
        _mutmut(work, "nothing-bears-this-name")
    known = _outcomes(work, options.package)
    names = [name for name in sorted(known) if fnmatch.fnmatch(name, options.pattern)]
    if options.sample and options.sample < len(names):
        names = random.Random(options.seed).sample(names, options.sample)
    todo = [name for name in names if known[name] is None]
    if todo:
        _mutmut(work, *todo)
    found = _outcomes(work, options.package)
    return _told(work, {name: found[name] for name in names}, len(known), options)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("package", choices=tuple(PACKAGES))
    parser.add_argument("--sample", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--pattern", default="*")
    parser.add_argument("--floor", type=float, default=0.0)
    parser.add_argument("--fresh", action="store_true")
    parser.add_argument("--brief", action="store_true", help="names without differences")
    return parser.parse_args()


def _copy(work: Path, package: str) -> None:
    shutil.rmtree(work, ignore_errors=True)
    for name in NEEDED:
        source, target = PROJECT / name, work / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, target)
    lists = {
        "source_paths": ["cchc_metrics"],
        "only_mutate": [f"cchc_metrics/{package}/*"],
        "also_copy": [name for name in NEEDED if name not in {"cchc_metrics", "tests"}],
        "do_not_mutate_patterns": WORDS,
        "pytest_add_cli_args_test_selection": PACKAGES[package],
        "pytest_add_cli_args": ["-p", "no:cacheprovider", "-p", "no:xdist", "-p", "no:cov"],
    }
    # DuckDB and the guarded child have threads: no fault under trial may inherit them.
    written = [
        "[mutmut]",
        "process_isolation=forkserver",
        "track_dependencies=false",
        "use_git_change_detection=false",
    ]
    for key, values in lists.items():
        written += [f"{key}=", *(f"    {value}" for value in values)]
    (work / "setup.cfg").write_text("\n".join(written) + "\n", "utf-8")


def _mutmut(work: Path, *names: str) -> None:
    log = work / "mutmut.log"
    with log.open("a", encoding="utf-8") as told:
        command = [sys.executable, "-m", "mutmut", "run", "--max-children", "1", *names]
        subprocess.run(command, cwd=work, stdout=told, stderr=told, check=False)


def _outcomes(work: Path, package: str) -> dict[str, int | None]:
    """The exit code of the tests per fault; None where it was not tried."""
    found: dict[str, int | None] = {}
    for file in (work / "mutants" / "cchc_metrics" / package).rglob("*.meta"):
        found.update(json.loads(file.read_text("utf-8"))["exit_code_by_key"])
    if not found:
        sys.exit(f"mutmut made no faults; see {work / 'mutmut.log'}")
    return found


def _told(work: Path, found: dict[str, int | None], of: int, options: argparse.Namespace) -> int:
    counts = Counter(_word(code) for code in found.values())
    tried = len(found) - counts["not tried"]
    caught = counts["caught"] + counts["ran too long"]
    for name, code in sorted(found.items()):
        if _word(code) in {"survived", "untested"}:
            print(f"{_word(code)}: {name}")
            if not options.brief:
                command = [sys.executable, "-m", "mutmut", "show", name]
                print(subprocess.run(command, cwd=work, capture_output=True, text=True, check=False).stdout)
    share = 100 * caught / tried if tried else 0.0
    listed = ", ".join(f"{word} {number}" for word, number in sorted(counts.items()))
    print(f"{options.package}: {share:.1f} % of {tried} caught ({listed}; {of} faults can be made)")
    return int(share < options.floor or (options.floor > 0 and not tried))


def _word(code: int | None) -> str:
    if code is None:
        return "not tried"
    if code in CAUGHT:
        return "caught"
    return {SURVIVED: "survived", UNTESTED: "untested"}.get(code, "ran too long")


if __name__ == "__main__":
    sys.exit(main())
