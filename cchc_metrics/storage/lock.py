"""One process at a time holds the data folder, from before the journal is read until the store is closed.

DuckDB locks its own file too, but only once it is open; a torn journal line must not be cut while its writer lives.
"""

import sys
from pathlib import Path
from typing import IO

from cchc_metrics.errors import StoreBusyError
from cchc_metrics.labels import texts

if sys.platform == "win32":
    import msvcrt

    def _seize(file: IO[bytes]) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _seize(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


class FolderLock:
    """Held from construction to ``release``; a process that dies lets go of it."""

    def __init__(self, folder: Path) -> None:
        """Raises StoreBusyError when another store, of this process or of another, holds the folder."""
        self._file = (folder / "store.lock").open("ab")
        try:
            _seize(self._file)
        except OSError as error:
            self._file.close()
            raise StoreBusyError(texts().errors.store_busy) from error

    def release(self) -> None:
        self._file.close()
