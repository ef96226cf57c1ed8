"""Where the files of a shared store lie: a folder that all servers see, or a bucket of an S3-compatible server."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from cchc_metrics.config import Settings
from cchc_metrics.errors import CchcError
from cchc_metrics.labels import texts
from cchc_metrics.storage.files import make_private, sync_folder, write_durably

ARCHIVE, ORIGINALS, TABLES = "archive/", "archive/originals/", "lake/"


@dataclass(frozen=True, slots=True)
class Stored:
    """An object. size: bytes · moment: seconds since 1970 when it was written, by the clock of who keeps it."""

    size: int
    moment: float


class Objects(Protocol):
    """Bytes by key, such as ``archive/originals/<sha256>``. Every call may raise OSError when who keeps them fails.

    A key names its content (it bears its hash), so that writing one again changes nothing.
    """

    def put(self, key: str, data: bytes) -> None:
        """Keep bytes whole or not at all; when this returns, they outlive a crash of everybody."""

    def get(self, key: str) -> bytes:
        """Raises FileNotFoundError when there is no such object."""

    def has(self, key: str) -> bool:
        """Whether there is such an object."""

    def listed(self, under: str) -> dict[str, Stored]:
        """Every object below a folder, half written ones too."""

    def delete(self, key: str) -> None:
        """Delete an object, if it is there."""

    def address(self, key: str) -> str:
        """How DuckDB finds it."""

    def introduce(self, load: Callable[[str], None], execute: Callable[[str], object]) -> None:
        """What DuckDB needs to find them: extensions of packages, a secret."""

    def require_there(self) -> None:
        """Raises CchcError when the place cannot be reached, saying where it is."""


class FolderObjects(Objects):
    """Objects as files of a folder: under a temporary name, fsync, rename, fsync of the folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, key: str, data: bytes) -> None:
        path = self._folder / key
        if not path.parent.is_dir():
            path.parent.mkdir(parents=True, exist_ok=True)
            for made in (path.parent, path.parent.parent):
                sync_folder(made)
        write_durably(path, data)

    def get(self, key: str) -> bytes:
        return (self._folder / key).read_bytes()

    def has(self, key: str) -> bool:
        return (self._folder / key).exists()

    def listed(self, under: str) -> dict[str, Stored]:
        found = {}
        for path in (self._folder / under).rglob("*"):
            with suppress(FileNotFoundError):  # gone since, by another server
                held = path.stat()
                if path.is_file():
                    found[path.relative_to(self._folder).as_posix()] = Stored(held.st_size, held.st_mtime)
        return found

    def delete(self, key: str) -> None:
        path = self._folder / key
        path.unlink(missing_ok=True)
        sync_folder(path.parent)

    def address(self, key: str) -> str:
        return str(self._folder / key)

    def introduce(self, load: Callable[[str], None], execute: Callable[[str], object]) -> None:
        """Nothing: it is a folder."""

    def require_there(self) -> None:
        if not self._folder.is_dir():
            raise CchcError(texts().lake.no_folder.format(folder=self._folder))
        for name in (ARCHIVE, TABLES):
            make_private(self._folder / name)


def objects_of(settings: Settings) -> Objects:
    """Where the files of the shared store of these settings lie. Raises CchcError for a declaration that is wrong."""
    if settings.lake_dir is not None:
        return FolderObjects(settings.lake_dir)
    from cchc_metrics.storage.lake.bucket import BucketObjects, bucket_of  # noqa: PLC0415 only a bucket needs its packages

    return BucketObjects(bucket_of(settings))
