"""Answers that are kept until something changes that they were read from, and no shorter.

A unit's report leaves what was worked out of index scores, a declared step leaves what units report: each answer knows
its grounds (``storage.noticing``). Nothing is kept by the clock: of the day alone answers may depend (``TODAY``).
"""

from collections.abc import Callable, Hashable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from threading import Lock, RLock
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from cachetools import LRUCache

from cchc_metrics.storage.noticing import Grounds, notice, noticing, stand_on

Answer = TypeVar("Answer")

# Some 60 kB each. A hundred people wander over many more combinations than they come back to.
_VIEWS = 1024
# A frame of 63 provinces is some 20 kB.
_ANSWERS = 2048
# Rows of facts that are kept, some 200 bytes each, and the longest frame worth keeping.
_ROWS, _LONGEST = 200_000, 5_000
# One for each clock that somebody looks by.
_NAMES = 8


@dataclass(frozen=True, slots=True)
class _Kept:
    value: Any
    grounds: Grounds


class Answers:
    """Answers by what was asked. All who ask share one and must not change it; the longest unasked go first."""

    def __init__(self, most: int, size: Callable[[Any], int] = lambda _: 1, longest: int = 1) -> None:
        """size, longest: what an answer takes of ``most``, and what takes more is not kept."""
        self._size, self._longest = size, longest
        self._kept: LRUCache[Hashable, _Kept] = LRUCache(most, getsizeof=lambda kept: size(kept.value))
        self._one = Lock()
        self._turns: dict[Hashable, tuple[RLock, int]] = {}

    def answer(self, asked: Hashable, make: Callable[[], Answer]) -> Answer:
        """What ``make`` answers, made once as long as nothing changes that it reads; who asks meanwhile waits.

        asked: everything that tells this question from others – never the version of the data. What ``make`` raises is
        not kept.
        """
        kept = self._standing(asked)
        if kept is None:
            with self._turn(asked):
                kept = self._standing(asked) or self._made(asked, make)
        stand_on(kept.grounds)
        value: Answer = kept.value
        return value

    def __iter__(self) -> Iterator[Any]:
        """What is kept at present."""
        with self._one:
            return iter([kept.value for kept in self._kept.values()])

    def _standing(self, asked: Hashable) -> _Kept | None:
        with self._one:
            kept = self._kept.get(asked)
        return kept if kept is not None and kept.grounds.hold else None

    def _made(self, asked: Hashable, make: Callable[[], Any]) -> _Kept:
        with noticing() as grounds:
            made = _Kept(make(), grounds)
        with self._one:
            self._kept.pop(asked, None)
            if self._size(made.value) <= self._longest:
                self._kept[asked] = made
        return made

    @contextmanager
    def _turn(self, asked: Hashable) -> Iterator[None]:
        """One makes an answer, the others wait for it."""
        with self._one:
            turn, waiting = self._turns.get(asked, (RLock(), 0))
            self._turns[asked] = turn, waiting + 1
        try:
            with turn:
                yield
        finally:
            with self._one:
                turn, waiting = self._turns.pop(asked)
                if waiting > 1:
                    self._turns[asked] = turn, waiting - 1


def _rows(frame: Any) -> int:
    return len(frame) + 20


@dataclass(frozen=True, slots=True)
class Kept:
    """What an office keeps, each sort for itself, so that none of them drives another out."""

    views: Answers = field(default_factory=lambda: Answers(_VIEWS))
    answers: Answers = field(default_factory=lambda: Answers(_ANSWERS))
    facts: Answers = field(default_factory=lambda: Answers(_ROWS, _rows, _LONGEST + 20))
    names: Answers = field(default_factory=lambda: Answers(_NAMES))


class _Days:
    """A book of days: a page for each time zone."""

    def stamp(self, page: str) -> date:
        return datetime.now(ZoneInfo(page)).date()

    def still(self, stamps: Mapping[str, Hashable]) -> bool:
        return all(self.stamp(page) == day for page, day in stamps.items())


_DAYS = _Days()


def present_day(timezone: str) -> date:
    """The day that it is; an answer that looks at it is kept no longer than that day."""
    notice(_DAYS, timezone)
    return _DAYS.stamp(timezone)
