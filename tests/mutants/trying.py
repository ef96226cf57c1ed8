"""One fault is put into the copy and its tests are run in a process of their own, until the first fails."""

import atexit
import multiprocessing
import os
import shutil
import signal
import subprocess
import sys
import traceback
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NoReturn

import pytest

from tests.mutants.making import Fault

# Imported once and inherited by every trial: reading them again would cost more than the tests.
_INHERITED = [
    "pandas",
    "duckdb",
    "scipy.optimize",
    "scipy.stats",
    "streamlit",
    "plotly.graph_objects",
    "openpyxl",
    "xlsxwriter",
    "docx",
    "docxtpl",
    "pyarrow",
    "pytest",
    "_pytest.assertion.rewrite",
    "hypothesis",
    "playwright.sync_api",
    "mutmut.mutation.file_mutation",
]
LIMIT, LAST_WORDS = 120.0, 5.0
_FIRST = 5
# What pytest returns, told apart from what a process returns that died: 4 where a fault lets nothing be imported.
_RAN = 100
_SAID = {_RAN: "survived", _RAN + 1: "caught", _RAN + 2: "caught", _RAN + 4: "caught", _RAN + 5: "unreached"}


class Chosen:
    """Of all tests in the files, those chosen, in their order; which one failed."""

    def __init__(self, tests: list[str]) -> None:
        self.place = {test: at for at, test in enumerate(tests)}

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Keep the chosen ones, the cheapest first."""
        items[:] = sorted((item for item in items if item.nodeid in self.place), key=lambda i: self.place[i.nodeid])

    def pytest_collection_finish(self) -> None:
        """The shipped facts are there already, taken in once by the code without a fault."""
        made, conftest = Path("../shipped").resolve(), sys.modules.get("tests.conftest")
        if conftest is None or not made.exists():
            return
        settings_at = conftest.settings_at

        def with_facts(folder: Path) -> object:
            if folder.name.startswith("shipped"):
                shutil.copytree(made, folder, dirs_exist_ok=True)
            return settings_at(folder)

        conftest.settings_at = with_facts  # type: ignore[attr-defined]

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Write down the test that noticed."""
        if report.failed:
            Path("../noticed.txt").write_text(report.nodeid, "utf-8")


@dataclass(frozen=True)
class Outcome:
    """What became of a fault: caught, survived, unreached, or ran too long; by which test."""

    word: str
    by: str = ""


def tried(tree: Path, fault: Fault, tests: list[str]) -> Outcome:
    """Put the fault in, run the tests, take it out again."""
    if not tests:
        return Outcome("unreached")
    place = tree / fault.file
    kept, noticed = place.read_bytes(), tree.parent / "noticed.txt"
    noticed.unlink(missing_ok=True)
    _put(place, fault.source().encode())
    try:
        # Most faults are noticed at once: the other files need not be imported for them.
        code = ran(tree, tests[:_FIRST])
        if code == _RAN and len(tests) > _FIRST:
            code = ran(tree, tests[_FIRST:])
    finally:
        _put(place, kept)
    if code is None:
        return Outcome("ran too long")
    if code not in _SAID:
        raise RuntimeError(f"the trial itself failed ({code}); see {tree.parent / 'trial.log'}")
    by = noticed.read_text("utf-8") if noticed.exists() else ""
    return Outcome(_SAID[code], by)


def _put(place: Path, text: bytes) -> None:
    place.write_bytes(text)
    # What was compiled is known by the second it was written in: two faults may share one.
    for compiled in (place.parent / "__pycache__").glob(f"{place.stem}.*"):
        compiled.unlink()


def prepare(tree: Path) -> None:
    """Take in the shipped facts, once for all trials; later runs find them there."""
    folder = tree.parent / "shipped"
    if folder.exists():
        return
    subprocess.run([sys.executable, "-c", _PREPARING, str(folder)], cwd=tree, check=True)


_PREPARING = """
import sys
from pathlib import Path
from cchc_metrics.services.intake import reference
from cchc_metrics.services.office.office import Office
from tests.conftest import settings_at
office = Office.open(settings_at(Path(sys.argv[1])))
reference.prepare(office)
office.close()
"""


def passes(tree: Path, tests: list[str]) -> bool:
    """Whether the tests pass where there is no fault."""
    return ran(tree, tests) == _RAN


def ran(tree: Path, tests: list[str]) -> int | None:
    """The exit code of the tests, the first failure ends them; None if they took too long."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(_INHERITED)
    process: ForkServerProcess = context.Process(target=_trial, args=(str(tree), tests))
    process.start()
    process.join(LIMIT)
    if process.exitcode is None and process.pid:
        process.terminate()
        process.join(LAST_WORDS)
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.join()
        return None
    return process.exitcode


def _trial(tree: str, tests: list[str]) -> None:
    os.setsid()
    os.chdir(tree)
    signal.signal(signal.SIGTERM, lambda *_: _end(0))
    with Path("../trial.log").open("a", encoding="utf-8") as log:
        os.dup2(log.fileno(), 1)
        os.dup2(log.fileno(), 2)
    sys.path[:] = [tree, *(path for path in sys.path if path and not (Path(path) / "tests").is_dir())]
    for name in [name for name in sys.modules if name.partition(".")[0] in {"tests", "cchc_metrics"}]:
        del sys.modules[name]
    files = list(dict.fromkeys(test.partition("::")[0] for test in tests))
    quiet = ["-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", "-p", "no:cov"]
    inherited = ["-W", "ignore::pytest.PytestAssertRewriteWarning"]
    # A folder of its own: the trials before it must not be cleared away by this one.
    with TemporaryDirectory(prefix="m", ignore_cleanup_errors=True) as folder:
        try:
            code = int(pytest.main([*quiet, *inherited, "--basetemp", f"{folder}/t", *files], plugins=[Chosen(tests)]))
        except Exception:  # what was left open is told at the very end, as an exception of the session
            traceback.print_exc()
            code = 1
    _end(_RAN + code)


def _end(code: int) -> NoReturn:
    # A process of this sort ends without it, and servers that tests had started would run on.
    atexit._run_exitfuncs()
    os._exit(code)
