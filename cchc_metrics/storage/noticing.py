"""What an answer stands on, noticed while it is made, so that it can be kept until just that has changed.

Whoever lets something be read says so first (``notice``), to whoever is making an answer (``noticing``). Answers that
are made of other answers stand on what those stand on.
"""

from collections.abc import Collection, Hashable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Protocol


class Book(Protocol):
    """Something that is read page by page, and changes. Known by its identity."""

    def stamp(self, page: str) -> Hashable:
        """Another one than before as soon as anybody can read something else on this page."""

    def still(self, stamps: Mapping[str, Hashable]) -> bool:
        """Whether each of these pages has the stamp that it had."""


class Grounds:
    """The pages that were read, each with the stamp that it had before it was read first."""

    def __init__(self) -> None:
        self._books: dict[Book, dict[str, Hashable]] = {}
        self._torn = False

    def add(self, book: Book, page: str) -> None:
        """A page is about to be read."""
        pages = self._books.setdefault(book, {})
        if page not in pages:
            pages[page] = book.stamp(page)

    def take(self, other: "Grounds", without: Collection[str] = ()) -> None:
        """What another answer stands on; without: these pages of it were not looked at."""
        self._torn = self._torn or other._torn
        for book, stamps in other._books.items():
            pages = self._books.setdefault(book, {})
            for page, stamp in stamps.items():
                if page not in without:
                    # A page that was read in two states makes an answer of no state.
                    self._torn = self._torn or pages.setdefault(page, stamp) != stamp

    @property
    def hold(self) -> bool:
        """Whether everything stands as it stood."""
        return not self._torn and all(book.still(stamps) for book, stamps in self._books.items())


_NOTICED: ContextVar[Grounds | None] = ContextVar("noticed", default=None)


def notice(book: Book, *pages: str) -> None:
    """Said by whoever lets these pages be read, before they are. Costs nothing where nobody makes an answer."""
    noticed = _NOTICED.get()
    if noticed is not None:
        for page in pages:
            noticed.add(book, page)


def stand_on(grounds: Grounds, without: Collection[str] = ()) -> None:
    """Said by whoever gives out what was made before: the new answer stands on the same, without these pages."""
    noticed = _NOTICED.get()
    if noticed is not None:
        noticed.take(grounds, without)


@contextmanager
def noticing() -> Iterator[Grounds]:
    """Everything that is read within; an answer that is being made around it stands on it too, whatever is raised."""
    grounds = Grounds()
    before = _NOTICED.set(grounds)
    try:
        yield grounds
    finally:
        _NOTICED.reset(before)
        stand_on(grounds)
