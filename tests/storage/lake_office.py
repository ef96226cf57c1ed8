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
from dataclasses import dataclass
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


def write(settings: Settings, name: str, until: float) -> None:
    """Store entry after entry; the number of each that was acknowledged is noted with its name."""
    store, number = Store.open(settings), 0
    with settings.data_dir.with_suffix(".told").open("a", encoding="ascii") as told:
        while time.time() < until:
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


def read(settings: Settings, until: float) -> None:
    """Read again and again: whole entries only, no fewer than before, no more than the version allows for."""
    store, seen, reads = Store.open(settings), 0, 0
    while time.time() < until:
        version = store.version
        held = Counter(store.facts(SCORES)["entity_id"])
        if any(count != FACTS for count in held.values()):
            raise AssertionError(f"torn: {[name for name, count in held.items() if count != FACTS]}")
        if len(held) < max(seen, version):
            raise AssertionError(f"version {version} shows {len(held)} entries, {seen} before")
        seen, reads = len(held), reads + 1
    store.close()
    settings.data_dir.with_suffix(".reads").write_text(str(reads), "ascii")


def campaign(settings: Settings, seconds: float, *, writers: int, readers: int, seed: int) -> Told:
    """Writers and readers at once for so long, one writer killed at random points and begun anew throughout."""
    chance, until = random.Random(seed), time.time() + seconds
    folder = settings.data_dir.parent
    Store.open(settings).close()

    def started(role: str, name: str) -> subprocess.Popen[bytes]:
        place = [str(folder / name), settings.lake, str(settings.lake_dir)]
        return subprocess.Popen([sys.executable, "-m", "tests.storage.lake_office", role, *place, name, str(until)])

    others = [started("write", f"w{number}") for number in range(1, writers)]
    others += [started("read", f"r{number}") for number in range(readers)]
    victim, kills = started("write", "w0"), 0
    while time.time() < until - 1:
        time.sleep(chance.uniform(1.5, 4.0))
        victim.kill()
        victim.wait()
        kills += 1
        victim = started("write", "w0")
    codes = [one.wait() for one in [*others, victim]]
    told = [line.split() for file in folder.glob("w*.told") for line in file.read_text("ascii").splitlines()]
    reads = sum(int(file.read_text("ascii")) for file in folder.glob("r*.reads"))
    problems = [f"process {number} ended with {code}" for number, code in enumerate(codes) if code]
    return _judged(settings, {name: int(seq) for seq, name in told}, Told(len(told), 0, reads, kills, tuple(problems)))


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
    role, folder, lake, lake_dir, name, until = told
    few_kinds(pytest.MonkeyPatch())
    place = Path(folder)
    settings = Settings(place, place / "reference", ReaderLimits(), lake=lake, lake_dir=Path(lake_dir))
    if role == "write":
        write(settings, name, float(until))
    else:
        read(settings, float(until))


if __name__ == "__main__":
    main(*sys.argv[1:])
