"""A store that several servers share beside one in a folder: ``python -m tests.bench.lake``. Ratios within one run."""

import statistics
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from cchc_metrics.config import ReaderLimits, Settings
from cchc_metrics.schema import SCORES
from cchc_metrics.storage import Store, reads
from tests.storage.builders import put, score
from tests.storage.postgres import served

_PARTS, _PLACES, _ROUNDS = 30, 63, 9


def measured(what: Callable[[], object], rounds: int = _ROUNDS) -> float:
    """Median milliseconds."""
    taken = []
    for _ in range(rounds):
        begun = time.perf_counter()
        what()
        taken.append((time.perf_counter() - begun) * 1000)
    return statistics.median(taken)


def _of(settings: Settings) -> dict[str, float]:
    store = Store.open(settings)
    places = [f"P{number:02}" for number in range(_PLACES)]
    put(store, *(score(name, 1.0, node_code=f"N{part}") for name in places for part in range(_PARTS)))
    numbers = iter(range(10_000))

    def stored() -> None:
        year = str(3000 + next(numbers))
        put(store, *(score(name, 1.0, period_id=year) for name in places))

    found = {
        "63 facts stored": measured(stored),
        "one criterion read": measured(lambda: store.facts(SCORES, {"node_code": ["N7"]})),
        "all facts read": measured(lambda: store.facts(SCORES)),
        "version asked": measured(lambda: store.version, 50),
        "names read": measured(lambda: store.ask(reads.snapshot, at_once=True)),
        "checksum": measured(store.checksum, 3),
    }
    store.close()
    return found | {"opened": measured(lambda: Store.open(settings).close(), 3)}


def main() -> None:
    """Print both and their ratio."""
    with served() as server, TemporaryDirectory(prefix="cchc-lake-") as name:
        folder = Path(name)
        own = Settings(folder / "data", folder / "reference", ReaderLimits())
        here, there = _of(own), _of(server.lake(own.in_folder(folder / "own"), folder / "shared"))
    for word, milliseconds in here.items():
        print(f"{word:<20} {milliseconds:8.1f} ms {there[word]:8.1f} ms  {there[word] / milliseconds:6.1f} ×")


if __name__ == "__main__":
    main()
