"""The open office: its settings and its store."""

from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Event, Lock

from cchc_metrics.config import Settings
from cchc_metrics.services.office.illustrative import keep_apart
from cchc_metrics.services.office.kept import Kept
from cchc_metrics.services.office.line import Line
from cchc_metrics.storage import Store, Watch


@dataclass(frozen=True, eq=False)
class Office:
    """What every use case works with. One per process; the store inside is safe between threads."""

    settings: Settings
    store: Store
    # What a look over the store found beside the work, once it was begun.
    watch: Watch
    # Set once the shipped facts are in; the lock lets one visitor load them while the others wait.
    ready: Event = field(default_factory=Event)
    preparing: Lock = field(default_factory=Lock)
    # Where uploads wait for their turn.
    line: Line = field(default_factory=Line)
    # Answers that nobody need work out again.
    kept: Kept = field(default_factory=Kept)

    @staticmethod
    def open(settings: Settings, progress: Callable[[int, int], None] | None = None) -> "Office":
        """The office of this data folder, reconciled with its journal.

        progress: told (entries done, entries in all) while the database is made again or brought up. Raises
        StoreBusyError, StoreDamagedError, NewerStoreError; CchcError for a try-out's folder opened as a real office's,
        and the other way round.
        """
        store = Store.open(settings, progress)
        try:
            keep_apart(store, settings)
        except BaseException:
            store.close()
            raise
        return Office(settings, store, Watch(store))

    @property
    def version(self) -> int:
        """The number of the last journal entry."""
        return self.store.version

    def close(self) -> None:
        """Let the data folder go."""
        self.watch.wait()
        self.store.close()
