"""Taking turns: each contender runs once a round, so that a slow minute of the machine hits all of them."""

import gc
import statistics
import time
from collections.abc import Callable, Mapping

Contender = Callable[[], object]


def in_turn(contenders: Mapping[str, Contender], rounds: int = 5, warm_up: int = 1) -> dict[str, list[float]]:
    """Seconds of each contender, one figure a round, the warm-up rounds left out."""
    seconds: dict[str, list[float]] = {name: [] for name in contenders}
    for turn in range(rounds + warm_up):
        for name, run in contenders.items():
            gc.collect()
            started = time.perf_counter()
            run()
            spent = time.perf_counter() - started
            if turn >= warm_up:
                seconds[name].append(spent)
    return seconds


def medians(seconds: Mapping[str, list[float]]) -> dict[str, float]:
    """The median of each contender's rounds."""
    return {name: statistics.median(values) for name, values in seconds.items()}
