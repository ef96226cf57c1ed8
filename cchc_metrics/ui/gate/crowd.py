"""How many windows there may be: open at once, and closed so lately that Streamlit still keeps their sessions."""

import asyncio
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from streamlit import config

# Nobody has so many windows; a program that opens them has. A closed one counts until its session is forgotten.
MOST_OPEN, MOST_OF_A_VISIT, MOST_OF_ALL = 40, 300, 1_500


class Crowd:
    """The windows of all visits. Used on the event loop only."""

    def __init__(self) -> None:
        self._open: Counter[str] = Counter()
        self._kept: Counter[str] = Counter()

    def has_room(self, visit_id: str) -> bool:
        """Whether the visit may open one more."""
        return (
            self._open[visit_id] < MOST_OPEN
            and self._kept[visit_id] < MOST_OF_A_VISIT
            and self._kept.total() < MOST_OF_ALL
        )

    @contextmanager
    def window(self, visit_id: str) -> Iterator[None]:
        """While a window is open."""
        self._open[visit_id] += 1
        self._kept[visit_id] += 1
        try:
            yield
        finally:
            _less(self._open, visit_id)
            wait = int(config.get_option("server.disconnectedSessionTTL"))
            asyncio.get_running_loop().call_later(wait, _less, self._kept, visit_id)


def _less(counter: "Counter[str]", visit_id: str) -> None:
    counter[visit_id] -= 1
    if not counter[visit_id]:
        del counter[visit_id]
