"""Files that come at once are served two at a time, in the order they came, and each is told its place."""

import threading
import time

import pytest

from cchc_metrics.services.office.line import Line


def test_ten_who_come_one_after_another_are_served_in_order_two_at_a_time_and_told_their_place() -> None:
    line, served, told, running, opened = Line(2), [], {at: [] for at in range(10)}, [], threading.Event()
    most = 0

    def upload(at: int) -> None:
        nonlocal most
        with line.turn(told[at].append):
            served.append(at)
            running.append(at)
            most = max(most, len(running))
            opened.wait()
            time.sleep(0.01)
            running.remove(at)

    threads = [threading.Thread(target=upload, args=(at,)) for at in range(10)]
    for at, thread in enumerate(threads):
        thread.start()
        while at not in served and not told[at]:
            time.sleep(0.005)
    opened.set()
    for thread in threads:
        thread.join()
    # Of the two that are let in together either may be the first to write its number down.
    assert sorted(served) == list(range(10)) and all(abs(at - place) <= 1 for place, at in enumerate(served))
    assert most == 2
    assert all(places == sorted(places, reverse=True) for places in told.values())
    assert [told[at][0] for at in (2, 9)] == [1, 8]


def test_who_leaves_the_line_makes_room() -> None:
    line, entered = Line(1), threading.Event()

    def leave(_ahead: int) -> None:
        raise KeyboardInterrupt

    with line.turn(lambda _: None):
        with pytest.raises(KeyboardInterrupt), line.turn(leave):
            entered.set()
        assert not entered.is_set()
    with line.turn(leave):
        entered.set()
    assert entered.is_set()
