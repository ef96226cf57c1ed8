"""What a child that was taken over still can do on this machine: nothing but answer."""

import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from cchc_metrics.config import ReaderLimits
from cchc_metrics.guarded import running
from cchc_metrics.guarded.running import run_child
from cchc_metrics.workbooks import limits_in_force
from cchc_metrics.workbooks.reader import bounds_of

BOUNDS = bounds_of(ReaderLimits(seconds=10, memory_mb=512))
TAKEN_OVER = """
import ctypes, json, os, socket, subprocess, threading
from cchc_metrics.guarded.confining import confine
confine(10, 512)
journal, port, parent = sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
tries = {
    "read the journal": lambda: open(journal).read(),
    "list its folder": lambda: os.listdir(os.path.dirname(journal)),
    "read who works here": lambda: open("/etc/passwd").read(),
    "read another process": lambda: open(f"/proc/{parent}/environ").read(),
    "write a file": lambda: open(journal + ".x", "w"),
    "delete the journal": lambda: os.unlink(journal),
    "connect to this machine": lambda: socket.create_connection(("127.0.0.1", port), 2),
    "listen": lambda: socket.socket().bind(("127.0.0.1", 0)),
    "start a program": lambda: subprocess.run(["/bin/true"], check=True),
    "become a program": lambda: os.execv("/bin/true", ["/bin/true"]),
    "fork": os.fork,
    "stop its parent": lambda: os.kill(parent, 0),
    "open a ring": lambda: (_ for _ in ()).throw(OSError()) if ctypes.CDLL(None).syscall(425, 1, 0) < 0 else 1,
}
done = {}
for name, act in tries.items():
    try:
        act()
        done[name] = "done"
    except (OSError, subprocess.SubprocessError):
        done[name] = "refused"
worked = threading.Thread(target=done.__setitem__, args=("a thread", "done"))
worked.start()
worked.join()
import csv, decimal, zoneinfo  # libraries are still there
sys.stdout.write(json.dumps(done))
"""


def held(name: str) -> bool:
    return next(state.on for state in limits_in_force(ReaderLimits()) if state.name == name)


@pytest.fixture(scope="module")
def enclosed() -> None:
    """Skips where the kernel has no such means, which the health page then says."""
    if not (held("files") and held("network")):
        pytest.skip("this kernel has no Landlock or no system call filter")


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    file = tmp_path / "journal.jsonl"
    file.write_text("{}\n", encoding="utf-8")
    return file


def test_a_child_that_was_taken_over_reaches_nothing(enclosed: None, journal: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
        answer = run_child(TAKEN_OVER, [str(journal), str(port), str(os.getpid())], b"", BOUNDS)
    done = json.loads(answer)
    assert done.pop("a thread") == "done"
    assert len(done) == 13
    assert {name for name, what in done.items() if what != "refused"} == set()
    assert journal.read_text(encoding="utf-8") == "{}\n"


def test_the_health_page_learns_what_really_holds() -> None:
    states = {state.name: state for state in limits_in_force(ReaderLimits())}
    for name in ("privileges", "files", "network", "programs"):
        assert states[name].on == (not states[name].reason)
    if sys.platform == "linux":
        assert states["privileges"].on


def test_a_child_gets_none_of_our_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CCHC_SECRET", "x")
    answer = run_child("import os; sys.stdout.write(' '.join(os.environ))", [], b"", BOUNDS)
    assert b"CCHC" not in answer


def test_a_child_finds_no_modules_in_the_folder_it_was_started_from(tmp_path: Path) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit(7)", encoding="utf-8")
    program = f"{running._START}import json; sys.stdout.write(json.__file__)"
    command = [sys.executable, "-I", "-c", program, running._HOME]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert str(tmp_path) not in done.stdout
