"""One process at a time holds the data folder, from before the journal is read until the store is closed.

Two files are locked: ``store.lock``, from before the journal is looked at, and the journal itself, for a lock file can
be deleted and a journal put back while a program runs. DuckDB locks its own file too.
"""

import os
import sys
from pathlib import Path
from typing import IO

from cchc_metrics.errors import StoreBusyError
from cchc_metrics.labels import texts

# Windows locks bytes, and locked bytes cannot be read by others: one far behind the end of any file.
_FAR = 1 << 62

if sys.platform == "win32":
    import msvcrt

    def _seize(file: IO[bytes], *, shared: bool) -> None:
        os.lseek(file.fileno(), _FAR, os.SEEK_SET)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBRLCK if shared else msvcrt.LK_NBLCK, 1)
        os.lseek(file.fileno(), 0, os.SEEK_END)

else:
    import fcntl

    def _seize(file: IO[bytes], *, shared: bool) -> None:
        fcntl.flock(file, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)


def seize(file: IO[bytes], *, shared: bool = False) -> None:
    """Lock an open file until it is closed. Raises StoreBusyError when another store has it."""
    try:
        _seize(file, shared=shared)
    except OSError as error:
        raise StoreBusyError(texts().errors.store_busy) from error


class FolderLock:
    """Held from construction to ``release``; a process that dies lets go of it."""

    def __init__(self, folder: Path) -> None:
        """Raises StoreBusyError when another store, of this process or of another, holds the folder; OSError."""
        self._file = (folder / "store.lock").open("ab")
        try:
            seize(self._file)
        except BaseException:
            self._file.close()
            raise

    def release(self) -> None:
        self._file.close()
