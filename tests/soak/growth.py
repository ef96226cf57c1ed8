"""What a long life costs: opening, rebuilding and the number of files at so many entries.

``python -m tests.soak.growth 1000 5000`` prints figures as JSON. The folders are written without the store's own
commit, for that would take minutes: journal lines and change sets only, of which the database is then made.
"""

import hashlib
import json
import logging
import sys
import tempfile
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cchc_metrics.config import Settings
from cchc_metrics.model import Action, ChangeCounts, Entry, RowCounts
from cchc_metrics.schema import SCORES
from cchc_metrics.storage import Store, look_over, rebuild
from cchc_metrics.storage.chain import with_hash
from cchc_metrics.storage.changes import change_table, to_parquet
from cchc_metrics.storage.lines import FORMAT, canonical, encode, payload_of
from tests.soak.office import ACTOR, plan, settings_of

ROWS = 20
_BEGAN = datetime(2020, 1, 1, tzinfo=UTC)


def written(settings: Settings, count: int) -> None:
    """A folder of so many imports of 20 facts, each with an original, and no database."""
    (settings.archive / "originals").mkdir(parents=True)
    empty = Store.open(replace(settings, data_dir=settings.data_dir / "scratch"))
    head, lines = "", []
    for seq in range(1, count + 1):
        cells = {f"E{(seq * ROWS + place) % 3000}": seq / 8 for place in range(ROWS)}
        held = {} if seq <= 3000 // ROWS else cells
        changes = change_table(SCORES, plan(empty, cells, held, b"").changes)
        original = b"workbook %d" % seq
        digest = hashlib.sha256(original).hexdigest()
        (settings.archive / "originals" / digest).write_bytes(original)
        entry = Entry(
            seq=seq,
            action=Action.IMPORT,
            kind=SCORES.name,
            plan_id=f"p{seq}",
            actor=ACTOR,
            recorded_at=_BEGAN + timedelta(hours=seq),
            note="",
            file_name="diem.xlsx",
            original_sha256=digest,
            original_size=len(original),
            changes_sha256="",
            rows=RowCounts(ROWS, ROWS),
            counts=ChangeCounts(added=ROWS),
            format=FORMAT,
            previous_hash=head,
        )
        data = to_parquet(SCORES, changes, canonical(payload_of(entry)))
        (settings.archive / f"{seq}.changes.parquet").write_bytes(data)
        entry = with_hash(replace(entry, changes_sha256=hashlib.sha256(data).hexdigest()))
        head = entry.hash
        lines.append(encode(entry))
    empty.close()
    settings.journal.write_bytes(b"".join(lines))


def timed(settings: Settings, count: int) -> dict[str, float]:
    """Seconds and files at so many entries."""
    started = time.perf_counter()
    rebuild(settings).close()
    rebuilt = time.perf_counter() - started
    opened = []
    for _ in range(5):
        started = time.perf_counter()
        store = Store.open(settings)
        opened.append(time.perf_counter() - started)
        store.close()
    store = Store.open(settings)
    started = time.perf_counter()
    problems = look_over(store)
    looked = time.perf_counter() - started
    store.close()
    files = sum(1 for path in settings.archive.iterdir() if path.is_file())
    return {
        "entries": count,
        "opening_s": round(sorted(opened)[2], 3),
        "rebuild_ms_per_entry": round(rebuilt / count * 1000, 2),
        "look_over_s": round(looked, 2),
        "files_of_change_sets": files,
        "problems": len(problems),
    }


def main(counts: list[int]) -> None:
    """Measure each size in a folder of its own."""
    logging.disable(logging.CRITICAL)
    for count in counts:
        with tempfile.TemporaryDirectory() as folder:
            settings = settings_of(Path(folder) / "data")
            written(settings, count)
            print(json.dumps(timed(settings, count)), flush=True)


if __name__ == "__main__":
    main([int(count) for count in sys.argv[1:]])
