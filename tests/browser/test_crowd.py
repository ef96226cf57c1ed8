"""Several people reading at once: every click is answered, with its heading and without an error."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.bench.viewers import READING, crowd


@pytest.mark.walk
def test_every_click_of_a_crowd_is_answered(shipped_address: str) -> None:
    # In a thread of its own: the driver of browsers has a loop in this one.
    with ThreadPoolExecutor(1) as beside:
        # The first of them waits until the shipped facts are there.
        beside.submit(asyncio.run, crowd(shipped_address, 1, 1, think=(0.1, 0.2))).result()
        heard = beside.submit(asyncio.run, crowd(shipped_address, 8, 15, think=(0.1, 0.6))).result()
    assert heard.faults == []
    assert len(heard.all) > 20
    assert set(heard.seconds) <= set(READING) and len(heard.seconds) > 4
