"""Which tests reach a line, and what each costs: every test file is run once, watched (coverage with contexts)."""

import ast
import hashlib
import json
import re
import subprocess
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
from coverage import CoverageData

# What runs for minutes, or in another process, says little about a single line.
_TOO_LONG = ("test_hostile_uploads.py", "test_killed_keeping.py", "test_killed_approving.py")
_ROOMS = ("metrics", "importing", "storage", "services")
# Of one file the cheapest that reach a line are enough.
_OF_ONE_FILE = 40
_AT_ONCE = 15
# A shared store starts a server first, which a process pays once.
_WITH_SERVER, _OF_A_SERVER = "test_lake", 5.0
Reach = dict[str, dict[str, Any]]


class Timed:
    """Seconds of each test, and which failed."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)
        self.failed: set[str] = set()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Add up set-up, run and end."""
        self.seconds[report.nodeid] += report.duration
        if not report.passed:
            self.failed.add(report.nodeid)


def refreshed(tree: Path, folders: tuple[str, ...]) -> Reach:
    """What every test file reaches; those whose text is new are run, some at a time: stopped, it goes on there."""
    kept = tree.parent.parent / "reach.json"
    known = _kept(kept)
    files = [file for folder in folders for file in _test_files(tree, folder)]
    stale = [file for file in files if known.get(file, {}).get("digest") != _digest(tree / file)]
    for first in range(0, len(stale), _AT_ONCE):
        command = [sys.executable, "-m", "tests.mutants.reaching", *stale[first : first + _AT_ONCE]]
        with (tree.parent / "reach.log").open("a") as told:
            subprocess.run(command, cwd=tree, check=True, stdout=told)
        known = _kept(kept) | json.loads((tree.parent / "reached.json").read_text("utf-8"))
        kept.write_text(json.dumps(known), "utf-8")
    return {file: known[file] for file in files}


def _kept(file: Path) -> Reach:
    """What is known already, of the tests of every room."""
    found: Reach = json.loads(file.read_text("utf-8")) if file.exists() else {}
    return found


def _test_files(tree: Path, folder: str) -> list[str]:
    found = sorted((tree / folder).rglob("test_*.py"))
    return [path.relative_to(tree).as_posix() for path in found if path.name not in _TOO_LONG]


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _run(files: list[str]) -> None:
    """In the copy: run these files watched and write down what each reached."""
    timed, data = Timed(), Path(".coverage")
    data.unlink(missing_ok=True)
    watched = [
        *(f"--cov=cchc_metrics/{room}" for room in _ROOMS),
        "--cov-context=test",
        "--cov-report=",
        "--cov-fail-under=0",
    ]
    quiet = ["-q", "-p", "no:cacheprovider", "-p", "no:xdist", "-m", "not walk and not browser"]
    pytest.main([*watched, *quiet, *files], plugins=[timed])
    reached = CoverageData(str(data))
    reached.read()
    found: Reach = {file: {"digest": _digest(Path(file)), "tests": [], "lines": {}} for file in files}
    places: dict[str, int] = {}
    for test, seconds in sorted(timed.seconds.items(), key=lambda told: told[1]):
        if test not in timed.failed:
            listed = found[test.partition("::")[0]]["tests"]
            places[test] = len(listed)
            listed.append((round(seconds, 3), test))
    for path in sorted(reached.measured_files()):
        name = Path(path).relative_to(Path.cwd()).as_posix()
        for line, contexts in reached.contexts_by_lineno(path).items():
            reaching = {context.rpartition("|")[0] for context in contexts} & places.keys()
            for test in sorted(reaching, key=places.__getitem__):
                kept = found[test.partition("::")[0]]["lines"].setdefault(name, {}).setdefault(str(line), [])
                if len(kept) < _OF_ONE_FILE:
                    kept.append(places[test])
    (Path.cwd().parent / "reached.json").write_text(json.dumps(found), "utf-8")


def chosen(reach: Reach, file: str, code: str, line: int, seconds: float) -> list[str]:
    """The tests that reach a line, then those that reach others of its file, while they fit the time.

    First those of the test file that bears its name, then the cheapest of each before the second of any. What is done
    at import no test is seen to reach: there the lines count that use what is defined.
    """
    held = [found["lines"].get(file, {}) for found in reach.values()]
    near = {line} if any(str(line) in lines for lines in held) else users(code, line)
    ways: list[tuple[bool, bool, int, float, str]] = []
    for (name, found), lines in zip(reach.items(), held, strict=True):
        other = Path(name).name != f"test_{Path(file).name}"
        mine = {place for number, places in lines.items() if int(number) in near for place in places}
        others = {place for places in lines.values() for place in places} - mine
        for far, places in ((False, mine), (True, others)):
            for at, (cost, test) in enumerate(found["tests"][place] for place in sorted(places)):
                ways.append((far, other, at, cost + (_OF_A_SERVER if _WITH_SERVER in test else 0), test))
    taken: list[str] = []
    for _, _, _, cost, test in sorted(ways):
        if cost <= seconds:
            taken.append(test)
            seconds -= cost
    return taken


def users(code: str, line: int) -> frozenset[int]:
    """The lines that name the constant, the field or the parameter that a line defines."""
    lines = code.splitlines()
    held = [
        statement.targets[0] if isinstance(statement, ast.Assign) else statement.target
        for statement in ast.walk(ast.parse(code))
        if isinstance(statement, ast.Assign | ast.AnnAssign)
        and statement.lineno <= line <= (statement.end_lineno or statement.lineno)
    ]
    names = [target.id for target in held if isinstance(target, ast.Name)] or re.findall(r"\w+", lines[line - 1])[:1]
    return frozenset(at for at, text in enumerate(lines, 1) for name in names if re.search(rf"\b{name}\b", text))


if __name__ == "__main__":
    _run(sys.argv[1:])
