"""The only door to DuckDB: one locked-down connection, a cursor per operation, errors in our own words.

The database is attached without a write-ahead log: the journal is the log. DuckDB ends the whole process when it cannot
take back what it wrote to its own (it truncates it in a destructor); without one, every failed write is an exception.
A commit is then in memory until the checkpoint; what a crash loses in between is replayed from the journal.
"""

import logging
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from threading import Condition, local

import duckdb

from cchc_metrics.config import Settings
from cchc_metrics.errors import CchcError
from cchc_metrics.labels import texts
from cchc_metrics.storage.failures import DatabaseBrokenError, translated

logger = logging.getLogger(__name__)

Cursor = duckdb.DuckDBPyConnection

_SPILL_LIMIT = "4GB"
NAME = "store"
_CHECKPOINT = f"CHECKPOINT {NAME}"
_WITHOUT_LOG = "RECOVERY_MODE no_wal_writes"


class Gateway:
    """The database of a data folder.

    A cursor belongs to one operation of one thread: a connection that threads share hands out each other's rows.
    """

    of_sums = "HUGEINT"
    _translated = staticmethod(translated)

    def __init__(self, settings: Settings) -> None:
        """Raises StoreBusyError when another process has the file, DatabaseDamagedError when it does not open."""
        self._settings = settings
        self._gate, self._held = Condition(), local()
        self._cursors, self._is_shut = 0, False
        self.generation = 0  # how often the connection was made anew
        self._root: Cursor | None = self._connected()

    @contextmanager
    def cursor(self) -> Iterator[Cursor]:
        """A cursor for one operation, without a transaction of its own. Raises DatabaseBrokenError when there is none.

        Waits while the database is opened again.
        """
        self._enter()
        try:
            if self._root is None:
                raise DatabaseBrokenError(texts().errors.database_failed)
            with self._translated(), closing(self._root.cursor()) as cursor:
                cursor.execute(f"USE {NAME}")
                yield cursor
        finally:
            self._leave()

    @contextmanager
    def transaction(self) -> Iterator[Cursor]:
        """A cursor inside BEGIN … COMMIT; whatever is raised within rolls back and goes on."""
        with self.cursor() as cursor:
            cursor.execute("BEGIN TRANSACTION")
            try:
                yield cursor
            except BaseException:
                roll_back(cursor)
                raise
            cursor.execute("COMMIT")

    def made(self, cursor: Cursor, table: str) -> None:
        """Told of every table that was just made, in the same transaction."""

    def checkpoint(self) -> None:
        """Write what was committed into the file."""
        with self.cursor() as cursor:
            cursor.execute(_CHECKPOINT)

    def reopen(self, meanwhile: Callable[[], None] | None = None) -> None:
        """A fresh connection, once every cursor of other threads is closed; ``meanwhile`` may exchange the files.

        A connection that a failed write left unusable is shared by all cursors: only when the last one is gone does
        DuckDB let go of the file. Raises what opening raises; then there is no connection until the next try.
        """
        if getattr(self._held, "depth", 0):
            raise RuntimeError("a thread that holds a cursor cannot open the database again")
        with self._gate:
            self._gate.wait_for(lambda: not self._is_shut)
            self._is_shut = True
            self._gate.wait_for(lambda: not self._cursors)
        try:
            self._close()
            if meanwhile is not None:
                meanwhile()
            self._root = self._connected()
            self.generation += 1
        finally:
            with self._gate:
                self._is_shut = False
                self._gate.notify_all()

    def close(self) -> None:
        """Let the file go; what is committed and not yet in it, the journal has."""
        self._close()

    def _connected(self) -> Cursor:
        with self._translated():
            root = in_memory()
            try:
                _play_log_in(root, self._settings)
                root.execute(_attach(self._settings.database, _WITHOUT_LOG))
                root.execute(f"USE {NAME}")
                lock_down(root, self._settings, [self._settings.data_dir])
            except BaseException:
                root.close()
                raise
            return root

    def _close(self) -> None:
        root, self._root = self._root, None
        if root is not None:
            try:
                with self._translated():
                    root.close()
            except CchcError:
                logger.warning("the database did not close in order", exc_info=True)

    def _enter(self) -> None:
        depth = getattr(self._held, "depth", 0)
        with self._gate:
            if not depth:
                self._gate.wait_for(lambda: not self._is_shut)
            self._cursors += 1
        self._held.depth = depth + 1

    def _leave(self) -> None:
        self._held.depth -= 1
        with self._gate:
            self._cursors -= 1
            self._gate.notify_all()


def database_files(settings: Settings) -> tuple[Path, ...]:
    """The derived files in the order in which they may go: a log that an older program left, and the database."""
    return settings.database.with_name(settings.database.name + ".wal"), settings.database


def answers(cursor: Cursor, sql: str) -> bool:
    """Whether a statement names only tables and columns that are there. Asking for one table costs less than a list."""
    try:
        cursor.execute(sql)
    except (duckdb.CatalogException, duckdb.BinderException):
        return False
    return True


def roll_back(cursor: Cursor) -> None:
    """Give a transaction up. A connection too broken to roll back has nothing left to give up."""
    with suppress(duckdb.Error):
        cursor.execute("ROLLBACK")


def in_memory() -> Cursor:
    """A connection to nothing yet, without any lock."""
    return duckdb.connect()


def lock_down(root: Cursor, settings: Settings, folders: Iterable[Path | str]) -> None:
    """Limits, then the locks, the last of which locks the settings themselves. folders: all that may be touched."""
    options: tuple[tuple[str, object], ...] = (
        ("memory_limit", settings.memory_limit),
        ("threads", settings.threads),
        ("TimeZone", settings.timezone),
        ("temp_directory", str(settings.temp)),
        ("max_temp_directory_size", _SPILL_LIMIT),
        ("allowed_directories", [str(folder) for folder in folders]),
        # COPY FROM DATABASE, the online backup, changes this one setting.
        ("allowed_configs", ["current_transaction_invalidation_policy"]),
        ("enable_external_access", False),
        ("lock_configuration", True),
    )
    for name, value in options:
        # GLOBAL, or a cursor would go back to the default time zone.
        root.execute(f"SET GLOBAL {name} = ?", [value])


def _play_log_in(root: Cursor, settings: Settings) -> None:
    """Bring a log into the file: one of an older program, or what a checkpoint leaves that was killed.

    DuckDB without a log sometimes falls over one that it finds.
    """
    log, database = database_files(settings)
    if log.exists():
        root.execute(_attach(database, "READ_WRITE"))
        root.execute(_CHECKPOINT)
        root.execute(f"DETACH {NAME}")
        log.unlink(missing_ok=True)


def _attach(database: Path, mode: str) -> str:
    """ATTACH takes no parameters: the path as a literal, its quotes doubled."""
    place = str(database).replace("'", "''")
    return f"ATTACH '{place}' AS {NAME} ({mode})"
