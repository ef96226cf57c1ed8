"""Runs of pages take turns: who clicked first is served first, and whoever takes long steps aside for the others.

A hundred runs at once share one interpreter: each is handed a hundredth of it, and all are late together. In turn, most
are done before the last would have begun.
"""

import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Lock

# Seconds after which the next one begins beside a run that is not done: it builds a view, reads a file, waits.
LONGEST = 0.05


class _Turn:
    """One run in the line. called: something changed for it · began: when it was let in, by the monotonic clock."""

    def __init__(self) -> None:
        self.called = Event()
        self.began = 0.0


class Turns:
    """A line before the pages. longest: seconds for which a run keeps the others waiting at most."""

    def __init__(self, longest: float = LONGEST) -> None:
        self._longest = longest
        self._one = Lock()
        self._line: deque[_Turn] = deque()
        self._in: _Turn | None = None

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Waits for its turn; inside nobody else begins, but for the longest."""
        own = _Turn()
        with self._one:
            self._line.append(own)
            if self._in is None:
                self._call_next()
        while not self._let_in(own):
            own.called.wait(self._patience(own))
        try:
            yield
        finally:
            with self._one:
                if self._in is own:
                    self._call_next()

    def _let_in(self, own: _Turn) -> bool:
        with self._one:
            own.called.clear()
            if own.began:
                return True
            if self._line[0] is own and self._in is not None and self._over(self._in) <= 0:
                self._call_next()
            return bool(own.began)

    def _patience(self, own: _Turn) -> float | None:
        """How long the first in the line waits for who is in; the others wait until they are called."""
        with self._one:
            first = self._in is not None and self._line and self._line[0] is own
            return max(self._over(self._in), 0.001) if first and self._in is not None else None

    def _over(self, turn: _Turn) -> float:
        return turn.began + self._longest - time.monotonic()

    def _call_next(self) -> None:
        """Lets the first of the line in, and has the one after it look at the clock."""
        self._in = self._line.popleft() if self._line else None
        if self._in is not None:
            self._in.began = time.monotonic()
            self._in.called.set()
            if self._line:
                self._line[0].called.set()


TURNS = Turns()
