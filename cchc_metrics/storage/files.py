"""Writing a file so that a crash leaves the old one or the new one, never half of one."""

import os
import sys
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
