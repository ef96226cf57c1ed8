"""Visits: which browser is known, as whom, until when. What a browser bears is a secret; here only its hash is kept."""

import secrets
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from threading import Lock

from cchc_metrics.model import Actor

_MOST = 1_000


@dataclass(frozen=True, slots=True)
class Visit:
    """One browser that is known. id: names the visit and opens nothing · actor: on whose behalf it asks.

    subject: as whom another system of the office knows the person; empty where none does.
    """

    id: str
    actor: Actor
    subject: str = ""


class Visits:
    """The visits of a process; any thread may ask.

    They live as long as the process. Beyond a thousand, the one unused for longest goes, unless a window of it is open.
    """

    def __init__(self, most: int = _MOST) -> None:
        self._most = most
        self._lock = Lock()
        self._held: OrderedDict[str, Visit] = OrderedDict()
        self._windows: dict[str, list[Callable[[], None]]] = {}

    def begin(self, actor: Actor) -> str:
        """Begin a visit; returns the secret that its browser is to bear."""
        secret = secrets.token_urlsafe(32)
        key = _hash(secret)
        with self._lock:
            while len(self._held) >= self._most and (oldest := self._unwatched()) is not None:
                del self._held[oldest]
            self._held[key] = Visit(key[:16], actor)
        return secret

    def of(self, secret: str) -> Visit | None:
        """The visit whose browser bears this secret; None when there is none, or none any more."""
        key = _hash(secret)
        with self._lock:
            visit = self._held.get(key)
            if visit is not None:
                self._held.move_to_end(key)
            return visit

    def revoke(self, visit_id: str) -> None:
        """End a visit: its secret is worth nothing from now on, and its open windows are closed."""
        with self._lock:
            for key in [key for key, visit in self._held.items() if visit.id == visit_id]:
                del self._held[key]
            closing = list(self._windows.get(visit_id, ()))
        for close in closing:
            close()

    @contextmanager
    def window(self, visit: Visit, close: Callable[[], None]) -> Iterator[None]:
        """While a window of the visit is open; ``close`` is called, from any thread, when the visit is revoked."""
        with self._lock:
            self._windows.setdefault(visit.id, []).append(close)
        try:
            yield
        finally:
            with self._lock:
                self._windows[visit.id].remove(close)
                if not self._windows[visit.id]:
                    del self._windows[visit.id]

    def _unwatched(self) -> str | None:
        return next((key for key, visit in self._held.items() if visit.id not in self._windows), None)


def _hash(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()
