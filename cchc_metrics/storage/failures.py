"""DuckDB's errors told apart by its own classes and exact texts, which a test holds against the pinned version."""

from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum

import duckdb

from cchc_metrics.errors import CchcError, StoreBusyError, StoreDamagedError
from cchc_metrics.labels import texts


class DatabaseDamagedError(StoreDamagedError):
    """The database file does not read; it is derived, so it is to be made again."""


class DatabaseBrokenError(CchcError):
    """The connection is of no more use, the file may be sound: to be opened again."""


class DatabaseDiskError(CchcError):
    """The disk did not let DuckDB read or write."""


class Failure(Enum):
    """What is to be done about an error of DuckDB."""

    BUSY = "wait for the other process"
    DAMAGED = "make the database again"
    BROKEN = "open the database again"
    DISK = "free the disk, then try again"
    STATEMENT = "tell"


_BUSY = (
    "Could not set lock on file",
    "because it is being used by another process",
    "same database file with a different configuration",
)
_DAMAGED = (
    "Corrupt database file",
    "Corrupt WAL file",
    "Failure while replaying WAL",
    "is not a valid DuckDB database file",
    "Could not read enough bytes from file",
    "Trying to read a database file with version number",
    "WAL file was written",
    "checkpoint iteration does not match",
)
_GIVEN_UP = "has been invalidated because checkpointing failed"
_SYSTEM = (
    "Input/output error",
    "No space left on device",
    "Read-only file system",
    "Permission denied",
    "Too many open files",
    "Disk quota exceeded",
)


def failure_of(error: duckdb.Error) -> Failure:
    """What an error of DuckDB means for the store."""
    text = str(error)
    if any(words in text for words in _BUSY):
        return Failure.BUSY
    # Before all others: a damaged block met by a checkpoint is a fatal error, a log that cannot be read an IO error.
    if any(words in text for words in _DAMAGED) and not any(words in text for words in _SYSTEM):
        return Failure.DAMAGED
    fatal = isinstance(error, duckdb.FatalException | duckdb.InternalException | duckdb.ConnectionException)
    if fatal or _GIVEN_UP in text:
        return Failure.BROKEN
    # Every table is generated: one that is not there is a database that was changed from outside.
    if isinstance(error, duckdb.SerializationException | duckdb.CatalogException):
        return Failure.DAMAGED
    if isinstance(error, duckdb.IOException) or any(words in text for words in _SYSTEM):
        return Failure.DISK
    return Failure.STATEMENT


@contextmanager
def translated() -> Iterator[None]:
    """DuckDB's errors become ours, chained."""
    t = texts().errors
    try:
        yield
    except duckdb.OutOfMemoryException as error:
        raise CchcError(t.database_out_of_memory) from error
    except duckdb.Error as error:
        match failure_of(error):
            case Failure.BUSY:
                raise StoreBusyError(t.store_busy) from error
            case Failure.DAMAGED:
                raise DatabaseDamagedError(t.database_damaged) from error
            case Failure.BROKEN:
                by_disk = any(words in str(error) for words in (*_SYSTEM, "fsync failed"))
                raise DatabaseBrokenError(t.database_disk if by_disk else t.database_failed) from error
            case Failure.DISK:
                raise DatabaseDiskError(t.database_disk) from error
            case _:
                raise CchcError(t.database_failed) from error
