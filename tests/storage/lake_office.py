"""Processes that store in and read one shared store at once, and one of them killed at random points.

``python -m tests.storage.lake_office ROLE …`` is one of them; ``campaign`` starts them and holds what is left against
what they were told. A writer notes what was acknowledged, behind the acknowledgement.
"""

import os
import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from cchc_metrics.config import ReaderLimits, Settings
from cchc_metrics.errors import CchcError
from cchc_metrics.schema import KINDS, SCORES, SOURCES, TARGETS
from cchc_metrics.storage import Store, facts, tables, verify
from tests.storage.builders import ACTOR, plan_of, score

# Each entry brings so many facts of one province: a reader that sees some of them sees a torn entry.
FACTS = 5


@dataclass(frozen=True, slots=True)
class Told:
    """What a campaign came to. problems: a sentence for whatever was lost, torn or double."""

    acknowledged: int
    entries: int
    reads: int
    kills: int
    problems: tuple[str, ...]


def rows_of(name: str, value: float) -> list[dict[str, object]]:
    """The facts of one entry."""
    return [score(name, value, node_code=f"N{number}") for number in range(FACTS)]


def write(settings: Settings, name: str) -> None:
    """Store entry after entry until told to end; the number of each that was acknowledged is noted with its name."""
    store, number = Store.open(settings), 0
    with settings.data_dir.with_suffix(".told").open("a", encoding="ascii") as told:
        while not _ended(settings):
            number += 1
            entity = f"{name}-{os.getpid()}-{number}"
            try:
                entry = store.commit(plan_of(store, rows_of(entity, float(number))), ACTOR, "")
            except CchcError as error:
                sys.stderr.write(f"writer {name}: {error}\n")
                continue
            told.write(f"{entry.seq} {entity}\n")
            told.flush()
    store.close()


def read(settings: Settings) -> None:
    """Read again and again: whole entries only, no fewer than before, no more than the version allows for."""
    store, seen, reads = Store.open(settings), 0, 0
    while not _ended(settings):
        version = store.version
        held = Counter(store.facts(SCORES)["entity_id"])
        if any(count != FACTS for count in held.values()):
            raise AssertionError(f"torn: {[name for name, count in held.items() if count != FACTS]}")
        if len(held) < max(seen, version):
            raise AssertionError(f"version {version} shows {len(held)} entries, {seen} before")
        seen, reads = len(held), reads + 1
        settings.data_dir.with_suffix(".reads").write_text(str(reads), "ascii")
    store.close()


def campaign(settings: Settings, seconds: float, *, writers: int, readers: int, seed: int) -> Told:
    """Writers and readers at once, one writer killed at random points and begun anew throughout.

    seconds: from when somebody stored and somebody read; on a busy machine processes take long to begin.
    """
    chance, folder = random.Random(seed), settings.data_dir.parent
    Store.open(settings).close()

    def started(role: str, name: str) -> subprocess.Popen[bytes]:
        files = [str(settings.lake_dir or ""), settings.lake_bucket, str(settings.s3_file)]
        told = [role, str(folder / name), settings.lake, *files, name]
        return subprocess.Popen([sys.executable, "-m", "tests.storage.lake_office", *told])

    others = [started("write", f"w{number}") for number in range(1, writers)]
    others += [started("read", f"r{number}") for number in range(readers)]
    _wait(lambda: bool(_told(folder)) and any(folder.glob("r*.reads")), 180)
    victim, kills, until = started("write", "w0"), 0, time.time() + seconds
    while time.time() < until:
        # Most die while they store, some while they open.
        before, is_early = len(_told(folder, "w0")), chance.random() < 0.25
        _wait(lambda: is_early or len(_told(folder, "w0")) > before, 20)  # noqa: B023 asked at once
        time.sleep(chance.uniform(0.0, 1.5))
        victim.kill()
        victim.wait()
        kills += 1
        victim = started("write", "w0")
    (folder / "end").touch()
    codes = [one.wait() for one in [*others, victim]]
    told = dict(line.split()[::-1] for line in _told(folder))
    reads = sum(int(file.read_text("ascii") or 0) for file in folder.glob("r*.reads"))
    problems = [f"process {number} ended with {code}" for number, code in enumerate(codes) if code]
    so_far = Told(len(told), 0, reads, kills, tuple(problems))
    return _judged(settings, {name: int(seq) for name, seq in told.items()}, so_far)


def _ended(settings: Settings) -> bool:
    return settings.data_dir.with_name("end").exists()


def _told(folder: Path, name: str = "w*") -> list[str]:
    """What was acknowledged; a line that a killed process left half written is none."""
    lines = [line for file in folder.glob(f"{name}.told") for line in file.read_text("ascii").split("\n")[:-1]]
    return [line for line in lines if len(line.split()) == 2]


def _wait(until: Callable[[], bool], seconds: float) -> None:
    end = time.time() + seconds
    while not until() and time.time() < end:
        time.sleep(0.05)


def _judged(settings: Settings, told: dict[str, int], so_far: Told) -> Told:
    store = Store.open(settings)
    try:
        problems = list(so_far.problems)
        stored = store.facts(SCORES, provenance=True)
        held = Counter(stored["entity_id"])
        where = dict(zip(stored["entity_id"], stored["upload_seq"], strict=True))
        problems += [
            f"{name}: acknowledged as {seq}, is {where.get(name)}"
            for name, seq in told.items()
            if where.get(name) != seq
        ]
        problems += [f"{name}: {count} facts" for name, count in held.items() if count != FACTS]
        problems += [] if len(held) == store.version else [f"{store.version} entries, {len(held)} seen"]
        problems += verify(store).problems
        return Told(so_far.acknowledged, store.version, so_far.reads, so_far.kills, tuple(problems))
    finally:
        store.close()


def few_kinds(patch: pytest.MonkeyPatch) -> None:
    """Tables of a few kinds only: each costs a shared store some requests, whoever looks at all of them."""
    few = {name: KINDS[name] for name in (SCORES.name, TARGETS.name, SOURCES.name)}
    for module in (tables, facts):
        patch.setattr(module, "KINDS", few)
    tables.fingerprint.cache_clear()


def main(*told: str) -> None:
    """One process of a campaign, with a data folder of its own."""
    role, folder, lake, lake_dir, bucket, s3_file, name = told
    few_kinds(pytest.MonkeyPatch())
    place = Path(folder)
    where = replace(Settings(place, place / "reference", ReaderLimits()), lake=lake, lake_bucket=bucket)
    settings = replace(where, lake_dir=Path(lake_dir) if lake_dir else None, s3_file=Path(s3_file))
    if role == "write":
        write(settings, name)
    else:
        read(settings)


if __name__ == "__main__":
    main(*sys.argv[1:])
