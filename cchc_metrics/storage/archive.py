"""The archive: every accepted file as it came, named by its hash, and every change set, named by its journal number."""

import re
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from cchc_metrics.errors import StoreDamagedError
from cchc_metrics.labels import texts
from cchc_metrics.model import Entry
from cchc_metrics.storage.files import TEMPORARY, sync_folder, write_durably
from cchc_metrics.storage.originals import removed_hashes, with_original

_CHANGES = re.compile(r"\d+\.changes\.parquet")


class Archive:
    """``originals/<sha256>`` and ``<seq>.changes.parquet``, written once; only an authorised removal deletes one."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._originals = folder / "originals"
        self._set_aside = folder / "set-aside"
        self._originals.mkdir(parents=True, exist_ok=True)
        sync_folder(folder)

    def put_original(self, data: bytes) -> str:
        """Keep a file; returns its hash, or nothing for an edit, which has no file."""
        if not data:
            return ""
        digest = sha256(data).hexdigest()
        path = self._originals / digest
        if not (path.exists() and _hash(path) == digest):
            write_durably(path, data)
        return digest

    def put_changes(self, seq: int, data: bytes) -> str:
        """Keep the change set of an entry that is about to be written; returns its hash."""
        write_durably(self._changes(seq), data)
        return sha256(data).hexdigest()

    def original(self, entry: Entry) -> bytes:
        """The file of an entry as it came. Raises StoreDamagedError when it is not that file any more."""
        return _checked(self._originals / entry.original_sha256, entry.original_sha256)

    def changes(self, entry: Entry) -> bytes:
        """The change set of an entry. Raises StoreDamagedError when it is not what the journal names."""
        return _checked(self._changes(entry.seq), entry.changes_sha256)

    def highest_seq(self) -> int:
        """The largest number among the change sets, named by an entry or not; 0 when there are none."""
        return max((int(path.name.split(".")[0]) for path in self._folder.iterdir() if _is_changes(path)), default=0)

    def problems(self, entries: Iterable[Entry]) -> list[str]:
        """A sentence for each file of these entries that is absent or changed, or still there after its removal."""
        listed = list(entries)
        found: list[str] = []
        for path, digest in self._files(listed).items():
            try:
                _checked(path, digest)
            except StoreDamagedError as error:
                found.append(str(error))
        left = [path for digest in removed_hashes(listed) for path in self._copies(digest)]
        return found + [texts().errors.original_still_there.format(file=path.name) for path in left]

    def finish_removals(self, entries: Iterable[Entry]) -> int:
        """Delete every file whose removal the journal decided, its copies among the set-aside too; returns how many.

        Raises OSError when the disk will not let one go.
        """
        gone = [path for digest in removed_hashes(entries) for path in self._copies(digest)]
        for path in gone:
            path.unlink()
        for folder in {path.parent for path in gone}:
            sync_folder(folder)
        return len(gone)

    def collect_orphans(self, entries: Iterable[Entry]) -> int:
        """Clear away what no entry names: leftovers of commits that never came to their journal line.

        Half-written files are deleted. Whole ones are moved to ``set-aside/``: should the journal have been cut from
        outside, they are all that is left of an upload. Returns how many were whole.
        """
        named = self._files(entries)
        orphans = 0
        for path in [*self._folder.iterdir(), *self._originals.iterdir()]:
            if path.suffix == TEMPORARY:
                path.unlink()
            elif path.is_file() and path not in named and self._is_ours(path):
                self._put_aside(path)
                orphans += 1
        return orphans

    def _copies(self, digest: str) -> list[Path]:
        """Wherever the bytes of an original lie in the archive."""
        kept = self._originals / digest
        aside = sorted(self._set_aside.glob(f"*.{digest}")) if self._set_aside.exists() else []
        return [*([kept] if kept.exists() else []), *aside]

    def _put_aside(self, path: Path) -> None:
        self._set_aside.mkdir(exist_ok=True)
        path.replace(self._set_aside / f"{_hash(path)[:12]}.{path.name}")

    def _is_ours(self, path: Path) -> bool:
        return path.parent == self._originals or _is_changes(path)

    def _files(self, entries: Iterable[Entry]) -> dict[Path, str]:
        listed = list(entries)
        files = {self._changes(entry.seq): entry.changes_sha256 for entry in listed}
        for entry in with_original(listed):
            files[self._originals / entry.original_sha256] = entry.original_sha256
        return files

    def _changes(self, seq: int) -> Path:
        return self._folder / f"{seq}.changes.parquet"


def _is_changes(path: Path) -> bool:
    return _CHANGES.fullmatch(path.name) is not None


def _hash(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


def _checked(path: Path, digest: str) -> bytes:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise StoreDamagedError(texts().errors.archive_missing.format(file=path.name)) from error
    if sha256(data).hexdigest() != digest:
        raise StoreDamagedError(texts().errors.archive_changed.format(file=path.name))
    return data
