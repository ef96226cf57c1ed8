"""The archive of a data folder: files, old change sets in packs, and what no entry names put aside."""

import logging
import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from cchc_metrics.errors import StoreDamagedError
from cchc_metrics.labels import texts
from cchc_metrics.model import Entry
from cchc_metrics.storage import aside
from cchc_metrics.storage.archive import Archive, same
from cchc_metrics.storage.aside import Reason
from cchc_metrics.storage.files import TEMPORARY, sync_folder, write_durably
from cchc_metrics.storage.lines import digest_of
from cchc_metrics.storage.originals import with_original
from cchc_metrics.storage.packs import PACKED, Packs
from cchc_metrics.storage.seams import Journal

logger = logging.getLogger(__name__)

_CHANGES = re.compile(r"(\d+)\.changes\.parquet")


class FolderArchive(Archive):
    """``originals/<sha256>`` and ``<seq>.changes.parquet``."""

    def __init__(self, folder: Path, *, read_only: bool = False) -> None:
        self._folder = folder
        self._originals = folder / "originals"
        self._packs = Packs(folder)
        if not read_only:
            for made in (folder, self._originals):
                made.mkdir(exist_ok=True)
                sync_folder(made.parent)

    def put_original(self, data: bytes) -> None:
        digest = digest_of(data)
        path = self._originals / digest
        if data and not (path.exists() and digest_of(path.read_bytes()) == digest):
            write_durably(path, data)

    def put_changes(self, seq: int, data: bytes) -> None:
        write_durably(self._changes(seq), data)

    def withdraw(self, entry: Entry, journal: Journal) -> None:
        word, left = entry.original_sha256.encode(), [self._changes(entry.seq)]
        if word and not any(word in line for line in journal.lines):
            left.append(self._originals / entry.original_sha256)
        for path in [*left, *(path.with_name(path.name + TEMPORARY) for path in left)]:
            with suppress(OSError):
                path.unlink(missing_ok=True)

    def original(self, entry: Entry) -> bytes:
        return _checked(self._originals / entry.original_sha256, entry.original_sha256)

    def changes(self, entry: Entry) -> bytes:
        path = self._changes(entry.seq)
        if not path.exists():
            packed = self._packs.read(entry.seq, path.name)
            if packed is not None:
                return same(packed, entry.changes_sha256, f"{path.name} ({self._packs.path_of(entry.seq).name})")
        return _checked(path, entry.changes_sha256)

    def drafts(self, seq: int) -> list[bytes]:
        path = self._changes(seq)
        try:
            data = path.read_bytes() if path.exists() else self._packs.read(seq, path.name)
        except (OSError, StoreDamagedError):
            return []
        return [] if data is None else [data]

    def loose(self) -> Mapping[int, Path]:
        """Number -> where the file is."""
        found = ((_CHANGES.fullmatch(path.name), path) for path in self._folder.iterdir())
        return {int(match[1]): path for match, path in found if match}

    def highest_seq(self) -> int:
        """The same of the packed ones: a pack is as full as it may be."""
        packed = self._packs.numbers()
        beyond = [seq for seq in self.loose() if seq > 0]
        held = [seq for seq in packed[-PACKED:] if self._changes(seq).name in self._packs.names(seq)] if packed else []
        return max([*beyond, *held], default=0)

    def absent(self, entries: Sequence[Entry]) -> list[str]:
        loose = self.loose()
        packed = {name for first in range(1, len(entries) + 1, PACKED) for name in self._packs.names(first)}
        names = [self._changes(entry.seq).name for entry in entries if entry.seq not in loose]
        return [name for name in names if name not in packed]

    def originals(self) -> Mapping[str, int]:
        files = self._originals.iterdir() if self._originals.is_dir() else ()
        return {path.name: path.stat().st_size for path in files if path.suffix != TEMPORARY}

    def copies(self, digest: str) -> list[str]:
        return [path.name for path in self._copies(digest)]

    def delete(self, digest: str) -> int:
        gone = self._copies(digest)
        for path in gone:
            path.unlink()
        for folder in {path.parent for path in gone}:
            sync_folder(folder)
        return len(gone)

    def collect_orphans(self, journal: Journal) -> int:
        """Clear away what no entry names: leftovers of commits that never came to their journal line.

        Half-written files are deleted. Whole ones are put aside: should the journal have been cut from outside, they
        are all that is left of an upload. Returns how many were whole. Raises OSError.
        """
        beyond = [path for seq, path in self.loose().items() if not 1 <= seq <= journal.last_seq]
        halves = [path for place in (self._folder, self._originals) for path in place.glob(f"*{TEMPORARY}")]
        for path in halves:
            path.unlink()
        # An original without its entry comes with a change set that has none, or was left half written.
        strangers = self._strangers(journal.entries) if beyond or halves else []
        return len(aside.put_aside(self._folder.parent, [*beyond, *strangers], Reason.UNNAMED))

    def put_strangers_aside(self, entries: Sequence[Entry]) -> None:
        aside.put_aside(self._folder.parent, self._strangers(entries), Reason.UNNAMED)

    def pack(self, last_seq: int) -> None:
        try:
            self._packs.pack(self.loose(), last_seq)
        except OSError:
            logger.warning("old change sets are not packed", exc_info=True)

    def close(self) -> None:
        self._packs.close()

    def _strangers(self, entries: Sequence[Entry]) -> list[Path]:
        """Originals that no entry names."""
        named = {entry.original_sha256 for entry in with_original(entries)}
        return [self._originals / name for name in self.originals() if name not in named]

    def _copies(self, digest: str) -> list[Path]:
        """Wherever the bytes of an original lie in the data folder."""
        kept = self._originals / digest
        return [*([kept] if kept.exists() else []), *aside.copies(self._folder.parent, digest)]

    def _changes(self, seq: int) -> Path:
        return self._folder / f"{seq}.changes.parquet"


def _checked(path: Path, digest: str) -> bytes:
    """The bytes of a file with this hash. Raises StoreDamagedError when it is absent or another."""
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise StoreDamagedError(texts().errors.archive_missing.format(file=path.name)) from error
    except OSError as error:
        raise StoreDamagedError(texts().errors.archive_unreadable.format(file=path.name)) from error
    return same(data, digest, path.name)
