"""Writing a file so that a crash leaves the old one or the new one, never half of one."""

import os
import sys
from contextlib import suppress
from pathlib import Path

TEMPORARY = ".tmp"


def write_durably(path: Path, data: bytes) -> None:
    """Under a temporary name, fsync, rename, fsync of the folder."""
    temporary = path.with_name(path.name + TEMPORARY)
    with temporary.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(path)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make a new or renamed name in the folder survive a power cut. Windows has no such call and needs none."""
    if sys.platform != "win32":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def make_private(folder: Path) -> None:
    """A folder that nobody else reads, made where it is not there. Raises OSError."""
    if not folder.is_dir():
        folder.mkdir(parents=True, exist_ok=True)
        sync_folder(folder.parent)
    # Figures and files of the office are nobody else's; a folder that belongs to another user stays as it is.
    with suppress(OSError):
        folder.chmod(0o700)
