"""Files that come at once are served two at a time, in the order they came, and each is told its place."""

import threading
import time

import pytest

from cchc_metrics.services.office.line import Line


def test_twenty_who_come_at_once_are_served_in_order_two_at_a_time_and_told_their_place() -> None:
    line, served, told, running = Line(2), [], {at: [] for at in range(20)}, []
    most = 0

    def upload(at: int) -> None:
        nonlocal most
        with line.turn(told[at].append):
            served.append(at)
            running.append(at)
            most = max(most, len(running))
            time.sleep(0.02)
            running.remove(at)

    threads = [threading.Thread(target=upload, args=(at,)) for at in range(20)]
    for thread in threads:
        thread.start()
        time.sleep(0.002)
    for thread in threads:
        thread.join()
    assert served == list(range(20)) and most == 2
    assert all(places == sorted(places, reverse=True) for places in told.values())
    assert told[19] and max(told[19]) <= 18


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
