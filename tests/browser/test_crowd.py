"""Several people reading at once: every click is answered, with its heading and without an error."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

from tests.bench.viewers import READING, crowd


def test_every_click_of_a_crowd_is_answered(shipped_address: str) -> None:
    # In a thread of its own: the driver of browsers has a loop in this one.
    with ThreadPoolExecutor(1) as beside:
        heard = beside.submit(asyncio.run, crowd(shipped_address, 8, 12, think=(0.1, 0.6))).result()
    assert heard.faults == []
    assert len(heard.all) > 40
    assert set(heard.seconds) <= set(READING) and len(heard.seconds) > len(READING) // 2
