"""A process that imports in a loop and says so after each commit, until it is killed or dies at a chosen call.

    python kill_child.py FOLDER CRASH_AT

CRASH_AT: 0 – go on until killed; n > 0 – vanish before the n-th fsync, rename or journal write, half of which is
then on the disk; n < 0 – vanish just after the |n|-th. Prints "open" once the store is open, then each number.
"""

import os
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path

from cchc_metrics.storage import Store
from cchc_metrics.storage import journal as journal_module
from tests.storage.builders import ACTOR, plan_of, score, settings_in

ROWS = 40


def rows_of(seq: int) -> list[dict[str, object]]:
    """What import ``seq`` holds: a block of new cells, and a new value for a cell that every import writes."""
    shared = score("SHARED", seq / 8, "add" if seq == 1 else "change")
    return [shared, *(score(f"X{seq}-{place}", seq + place / 1000, row_no=place) for place in range(ROWS))]


def undoes(seq: int) -> bool:
    """Every fourth entry takes back the one before it."""
    return seq % 4 == 0


def removes(seq: int) -> bool:
    """Every fourth entry, two after an undo, removes the original of the one before it."""
    return seq % 4 == 2


def work(store: Store) -> None:
    """One more entry, acknowledged once it is stored."""
    seq = store.version + 1
    if undoes(seq):
        entry = store.undo(seq - 1, ACTOR, "")
    elif removes(seq):
        entry = store.remove_original(seq - 1, ACTOR, "riêng tư")
    else:
        entry = store.commit(plan_of(store, rows_of(seq), original=b"workbook %d" % seq), ACTOR, "")
    say(entry.seq)


def say(word: object) -> None:
    """One line to the parent, at once."""
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


def crash_at(number: int) -> None:
    """Die at one of the calls by which things become durable."""
    turns = count(1)

    def deadly(real: Callable[..., object], half: Callable[..., object] | None = None) -> Callable[..., object]:
        def call(*arguments: object) -> object:
            turn = next(turns)
            if turn == number:
                if half is not None:
                    half(*arguments)
                os._exit(9)
            answer = real(*arguments)
            if turn == -number:
                os._exit(9)
            return answer

        return call

    def half_a_line(file: object, data: bytes) -> None:
        os.write(file.fileno(), data[: len(data) // 2])  # type: ignore[attr-defined]

    os.fsync = deadly(os.fsync)  # type: ignore[assignment]
    os.replace = deadly(os.replace)  # type: ignore[assignment]
    os.rename = deadly(os.rename)  # type: ignore[assignment]
    journal_module._write_all = deadly(journal_module._write_all, half_a_line)  # type: ignore[assignment]


def main(folder: str, number: str) -> None:
    if number != "0":
        crash_at(int(number))
    store = Store.open(settings_in(Path(folder)))
    say("open")
    while True:
        work(store)


if __name__ == "__main__":
    main(*sys.argv[1:])
