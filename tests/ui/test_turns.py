"""Runs of pages take turns, and no run keeps the others waiting for longer than it may."""

from threading import Event, Thread

import pytest

from cchc_metrics.ui.turns import Turns


def begun(turns: Turns, name: str, done: list[str], until: Event | None = None) -> tuple[Thread, Event]:
    """A run that begins as soon as it may: noted in ``done``, it ends with the event. Its thread, and when it is in."""
    inside = Event()

    def run() -> None:
        with turns.turn():
            done.append(name)
            inside.set()
            if until is not None:
                until.wait(10)

    thread = Thread(target=run, daemon=True)
    thread.start()
    return thread, inside


def test_who_came_first_is_served_first_and_one_at_a_time() -> None:
    turns, done, end = Turns(longest=60), list[str](), Event()
    first, inside = begun(turns, "1", done, end)
    assert inside.wait(10)
    others = []
    for number in range(2, 7):
        others.append(begun(turns, str(number), done)[0])
        while len(turns._line) < number - 1:
            pass
    assert done == ["1"]
    end.set()
    for thread in (first, *others):
        thread.join(10)
    assert done == ["1", "2", "3", "4", "5", "6"]


def test_a_run_that_takes_long_is_passed_and_takes_nobodys_turn_when_it_ends() -> None:
    turns, done, end = Turns(longest=0.02), list[str](), Event()
    long, inside = begun(turns, "long", done, end)
    assert inside.wait(10)
    for name in ("2", "3"):
        begun(turns, name, done)[0].join(10)
    assert done == ["long", "2", "3"]
    end.set()
    long.join(10)
    begun(turns, "4", done)[0].join(10)
    assert done[-1] == "4"


def test_a_run_that_fails_makes_room() -> None:
    turns, done = Turns(longest=60), list[str]()
    with pytest.raises(ValueError, match="broke"), turns.turn():
        raise ValueError("broke")
    begun(turns, "next", done)[0].join(10)
    assert done == ["next"]
