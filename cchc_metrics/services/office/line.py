"""A line in which files wait for their turn: some are read and checked at once, the others in the order they came."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Condition

# As many as the machine has cores; more at once would make each of them slower, and every reader of a page too.
PLACES = 2
# So often who waits is told how many are before him, and can leave.
_BEAT = 0.2


class Line:
    """First come, first served. One for an office; safe between threads."""

    def __init__(self, places: int = PLACES) -> None:
        self._places = places
        self._changed = Condition()
        self._tickets: list[object] = []

    @contextmanager
    def turn(self, told: Callable[[int], None]) -> Iterator[None]:
        """Waits until one of the places is free, and holds it for the body.

        told: how many are served before this one, at least five times a second while it waits; what it raises leaves
        the line, and is raised here.
        """
        ticket = object()
        with self._changed:
            self._tickets.append(ticket)
        try:
            while (ahead := self._ahead(ticket)) > 0:
                told(ahead)
            yield
        finally:
            with self._changed:
                self._tickets.remove(ticket)
                self._changed.notify_all()

    def _ahead(self, ticket: object) -> int:
        """How many must go before a place is free for this one, after a while of waiting where some must."""
        with self._changed:
            if self._tickets.index(ticket) >= self._places:
                self._changed.wait(_BEAT)
            return self._tickets.index(ticket) - self._places + 1
