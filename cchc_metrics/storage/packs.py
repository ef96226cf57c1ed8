"""Old change sets packed together: an archive of ten years is some hundred files and not ten thousand.

A pack ``<first>-<last>.changes.zip`` holds the change sets of 256 entries as they were, uncompressed: they are parquet.
"""

import re
import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from threading import Lock

from cchc_metrics.errors import StoreDamagedError
from cchc_metrics.labels import texts
from cchc_metrics.storage.files import write_durably

PACKED = 256
# The newest stay as files of their own, and so does what is large: packing rewrites it.
_KEEP_LOOSE = 64
_LARGEST = 1 << 20
_NAME = re.compile(r"(\d+)-(\d+)\.changes\.zip")


class Packs:
    """The packs of an archive. Safe between threads."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._opened: tuple[Path, zipfile.ZipFile] | None = None
        self._turn = Lock()

    def path_of(self, seq: int) -> Path:
        """The pack in which the change set of an entry lies, if it is packed."""
        block = (seq - 1) // PACKED
        return self._folder / f"{block * PACKED + 1:06d}-{(block + 1) * PACKED:06d}.changes.zip"

    def read(self, seq: int, name: str) -> bytes | None:
        """A change set; None when no pack holds it. Raises StoreDamagedError when the pack does not read."""
        path = self.path_of(seq)
        with self._turn:
            try:
                return self._open(path).read(name)
            except (FileNotFoundError, KeyError):
                return None
            except (OSError, ValueError, zipfile.BadZipFile, NotImplementedError, EOFError) as error:
                self._shut()
                raise StoreDamagedError(texts().errors.archive_changed.format(file=path.name)) from error

    def names(self, seq: int) -> frozenset[str]:
        """What the pack of an entry holds; nothing where there is none or it does not read."""
        with self._turn:
            try:
                return frozenset(self._open(self.path_of(seq)).namelist())
            except (OSError, ValueError, zipfile.BadZipFile):
                return frozenset()

    def numbers(self) -> range:
        """The numbers that packs may hold."""
        lasts = [int(match[2]) for path in self._folder.iterdir() if (match := _NAME.fullmatch(path.name))]
        return range(1, max(lasts, default=0) + 1)

    def pack(self, loose: Mapping[int, Path], last_seq: int) -> int:
        """Pack whole blocks of old loose change sets; returns how many files went. Raises OSError.

        The pack is on the disk before the first file goes; what a crash leaves twice is cleared the next time.
        """
        gone = 0
        for first in range(1, last_seq - PACKED - _KEEP_LOOSE + 2, PACKED):
            files = [loose[seq] for seq in range(first, first + PACKED) if seq in loose]
            small = [file for file in files if file.stat().st_size <= _LARGEST]
            if small and not self.path_of(first).exists():
                self._write(first, small)
            for file in small:
                if self._holds(first, file):
                    file.unlink()
                    gone += 1
        return gone

    def close(self) -> None:
        """Let the pack that was read last go."""
        with self._turn:
            self._shut()

    def _holds(self, first: int, file: Path) -> bool:
        try:
            return self.read(first, file.name) == file.read_bytes()
        except StoreDamagedError:
            return False

    def _write(self, first: int, files: list[Path]) -> None:
        buffer = BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as pack:
            for file in files:
                pack.writestr(zipfile.ZipInfo(file.name), file.read_bytes())
        write_durably(self.path_of(first), buffer.getvalue())

    def _open(self, path: Path) -> zipfile.ZipFile:
        if self._opened is None or self._opened[0] != path:
            self._shut()
            self._opened = path, zipfile.ZipFile(path)
        return self._opened[1]

    def _shut(self) -> None:
        opened, self._opened = self._opened, None
        if opened is not None:
            opened[1].close()
