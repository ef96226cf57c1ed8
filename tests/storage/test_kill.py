"""Killing the process in an import loop loses nothing acknowledged and leaves nothing half done.

``CCHC_KILLS`` says how many times (the soak takes 200). Half are SIGKILL at a random moment, half die at a chosen
fsync, rename or journal write; two lives share a folder, so that recovery is killed too.
"""

import os
import random
import signal
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from cchc_metrics.config import PROJECT, Settings
from cchc_metrics.schema import SCORES
from cchc_metrics.storage import Store, rebuild
from tests.storage.builders import prints, settings_in
from tests.storage.kill_child import ROWS, removes, rows_of, undoes

CHILD = Path(__file__).with_name("kill_child.py")
KILLS = int(os.environ.get("CCHC_KILLS", "12"))
LIVES = 2


def _run(folder: Path, crash_at: int, seconds: float) -> list[int]:
    """Let a child import until it dies; returns what it acknowledged."""
    child = subprocess.Popen(
        [sys.executable, str(CHILD), str(folder), str(crash_at)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(PROJECT)},
    )
    if not crash_at:
        assert child.stdout is not None
        said = child.stdout.readline()
        time.sleep(seconds)
        child.send_signal(signal.SIGKILL)
    rest, errors = child.communicate(timeout=60)
    assert "Traceback" not in errors
    assert child.returncode == (9 if crash_at else -signal.SIGKILL)
    lines = (said if not crash_at else "") + rest
    # The last word may be cut by the kill; a number without its line feed was not acknowledged.
    return [int(line) for line in lines.split("\n")[:-1] if line != "open"]


def _require_whole(store: Store, acknowledged: list[int]) -> None:
    entries = store.entries()
    assert {entry.seq for entry in entries} >= set(acknowledged)
    # At most one entry more per life: the one whose line was written and whose acknowledgement was not.
    assert store.version <= len(acknowledged) + LIVES
    for seq in range(1, store.version + 1):
        _require_entry(store, seq)


def _require_entry(store: Store, seq: int) -> None:
    known = store.facts(SCORES, provenance=True, as_known_at=seq)
    if removes(seq):
        assert known.equals(store.facts(SCORES, provenance=True, as_known_at=seq - 1))
        return
    if undoes(seq):
        assert not known["entity_id"].str.startswith(f"X{seq - 1}-").any()
        return
    wrote = known[known["seq_from"] == seq]
    expected = {str(row["entity_id"]): row["value"] for row in rows_of(seq)}
    assert dict(zip(wrote["entity_id"], wrote["value"], strict=True)) == expected
    assert len(wrote) == ROWS + 1
    # Removed as soon as the journal says so, whatever the process was doing when it died.
    if removes(seq + 1) and seq < store.version:
        assert seq in store.removals()
    else:
        assert store.original(seq)[1] == b"workbook %d" % seq


def _require_sound(settings: Settings, acknowledged: list[int]) -> None:
    with closing(Store.open(settings)) as store:
        _require_whole(store, acknowledged)
        found = prints(store)
        entries = store.entries()
        kept = {path.name for path in settings.archive.iterdir()} - {"originals", "set-aside"}
        assert kept == {f"{entry.seq}.changes.parquet" for entry in entries}
        originals = {path.name for path in (settings.archive / "originals").iterdir()}
        gone = {entry.removed_sha256 for entry in entries}
        assert originals == {entry.original_sha256 for entry in entries} - gone - {""}
    with closing(rebuild(settings)) as again:
        assert prints(again) == found


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is how Linux ends a process")
@pytest.mark.parametrize("point", range(KILLS // LIVES))
def test_a_killed_import_loses_nothing_acknowledged(tmp_path: Path, point: int) -> None:
    chance = random.Random(point)
    settings = settings_in(tmp_path)
    acknowledged: list[int] = []
    for life in range(LIVES):
        # The first life starts with an empty folder; the second has recovery and a few imports before it.
        crash_at = 0 if point % 2 else chance.choice((1, -1)) * chance.randint(1, 40 if life == 0 else 25)
        acknowledged += _run(settings.data_dir, crash_at, chance.uniform(0, 0.35))
    _require_sound(settings, acknowledged)
    assert acknowledged == sorted(set(acknowledged))
