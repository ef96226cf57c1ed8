"""What the store asks of a journal and of a database, whoever keeps them.

``journal.Journal`` and ``gateway.Gateway`` keep them in a folder of one process; ``lake.journal.LakeJournal`` and
``lake.gateway.LakeGateway`` keep them where several processes share them.
"""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from typing import Protocol

from cchc_metrics.model import Entry
from cchc_metrics.storage.gateway import Cursor
from cchc_metrics.storage.seal import Authenticity


class Journal(Protocol):
    """A chain of lines that only grows; when ``append`` returns, the entry is committed.

    lines: as they were written, without line feed · entries: the same, decoded when looked at · unknown: whether nobody
    knows if a failed append stands, until ``settle`` finds out.
    """

    lines: list[bytes]
    unknown: bool

    @property
    def entries(self) -> Sequence[Entry]: ...

    @property
    def last_seq(self) -> int: ...

    @property
    def head(self) -> str: ...

    @property
    def is_sealed(self) -> bool: ...

    def hash_of(self, seq: int) -> str:
        """The hash of an entry; empty for the one before the first."""

    def of_plan(self, plan_id: str) -> Entry | None:
        """The entry that stored this plan."""

    def next(self, draft: Entry) -> Entry:
        """The draft with the number and the previous hash that it would have as the next line."""

    def append(self, entry: Entry) -> None:
        """Commit one entry. On failure nothing was written; where that is not known, ``unknown`` says so."""

    def turn(self, *, wait: bool = True) -> AbstractContextManager[None]:
        """The writer's turn among all processes, with everything read that they wrote.

        Raises StoreBusyError when another keeps it for too long, or at all without ``wait``.
        """

    def pull(self) -> None:
        """Read what other processes have written meanwhile. Raises StoreDamagedError when it does not fit."""

    def settle(self) -> None:
        """Find out what a failed append left. Raises StoreDamagedError while nobody can tell."""

    def require_unchanged(self) -> None:
        """Raises StoreDamagedError when what is kept is not what was written."""

    def read_again(self) -> list[bytes]:
        """The lines as they are kept now, each checked. Raises StoreDamagedError, OSError."""

    def authenticity(self) -> Authenticity:
        """What the seal of the last line says."""

    def close(self) -> None: ...


class Gateway(Protocol):
    """A database derived from the journal.

    generation: how often the connection was made anew · of_sums: the type that holds sums of hashes exactly.
    """

    generation: int

    @property
    def of_sums(self) -> str: ...

    def cursor(self) -> AbstractContextManager[Cursor]:
        """A cursor for one operation, without a transaction of its own."""

    def transaction(self) -> AbstractContextManager[Cursor]:
        """A cursor inside BEGIN … COMMIT; whatever is raised within rolls back and goes on."""

    def made(self, cursor: Cursor, table: str) -> None:
        """Told of every table that was just made, in the same transaction."""

    def checkpoint(self) -> None:
        """What was committed is kept, whatever happens to this process."""

    def reopen(self, meanwhile: Callable[[], None] | None = None) -> None:
        """A fresh connection, once every cursor of other threads is closed; before it, ``meanwhile``."""

    def close(self) -> None: ...
