"""The only door to DuckDB: one locked-down connection, a cursor per operation, errors in our own words."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import duckdb

from cchc_metrics.config import Settings
from cchc_metrics.errors import CchcError, StoreBusyError, StoreDamagedError
from cchc_metrics.labels import texts

Cursor = duckdb.DuckDBPyConnection

_SPILL_LIMIT = "4GB"
# What DuckDB says of a file it cannot trust or reach; everything else is a statement that failed.
_DAMAGE = (
    duckdb.IOException,
    duckdb.SerializationException,
    duckdb.InternalException,
    duckdb.FatalException,
    duckdb.ConnectionException,
    duckdb.CatalogException,
)


class Gateway:
    """The database of a data folder.

    A cursor belongs to one operation of one thread: a connection that threads share hands out each other's rows.
    """

    def __init__(self, settings: Settings) -> None:
        """Raises StoreBusyError when another process has the file, StoreDamagedError when it does not open."""
        self._settings = settings
        self._root = _connect(settings)

    @contextmanager
    def cursor(self) -> Iterator[Cursor]:
        """A cursor for one operation, without a transaction of its own."""
        with translated(), closing(self._root.cursor()) as cursor:
            yield cursor

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

    def checkpoint(self) -> None:
        """Move the write-ahead log into the file: a log that is cut later loses commits in silence."""
        with self.cursor() as cursor:
            cursor.execute("CHECKPOINT")

    def reopen(self) -> None:
        """A fresh connection, after a failure that left the old one unusable."""
        self.close()
        self._root = _connect(self._settings)

    def close(self) -> None:
        with translated():
            self._root.close()


def database_files(settings: Settings) -> tuple[Path, ...]:
    """The derived files: the database and its write-ahead log."""
    return settings.database, settings.database.with_name(settings.database.name + ".wal")


def roll_back(cursor: Cursor) -> None:
    """Give a transaction up. A connection too broken to roll back has nothing left to give up."""
    try:
        cursor.execute("ROLLBACK")
    except duckdb.Error:
        cursor.close()


@contextmanager
def translated() -> Iterator[None]:
    """DuckDB's errors become ours, chained."""
    try:
        yield
    except duckdb.IOException as error:
        if "lock" in str(error).lower():
            raise StoreBusyError(texts().errors.store_busy) from error
        raise StoreDamagedError(texts().errors.database_damaged) from error
    except _DAMAGE as error:
        raise StoreDamagedError(texts().errors.database_damaged) from error
    except duckdb.Error as error:
        raise CchcError(texts().errors.database_failed) from error


def _connect(settings: Settings) -> Cursor:
    """Limits first, then the locks, the last of which locks the settings themselves."""
    options: tuple[tuple[str, object], ...] = (
        ("memory_limit", settings.memory_limit),
        ("threads", settings.threads),
        ("TimeZone", settings.timezone),
        ("temp_directory", str(settings.temp)),
        ("max_temp_directory_size", _SPILL_LIMIT),
        ("allowed_directories", [str(settings.data_dir)]),
        # COPY FROM DATABASE, the online backup, changes this one setting.
        ("allowed_configs", ["current_transaction_invalidation_policy"]),
        ("enable_external_access", False),
        ("lock_configuration", True),
    )
    with translated():
        root = duckdb.connect(str(settings.database))
        try:
            for name, value in options:
                # GLOBAL, or a cursor would go back to the default time zone.
                root.execute(f"SET GLOBAL {name} = ?", [value])
        except BaseException:
            root.close()
            raise
        return root
