"""The archive: every accepted file as it came, named by its hash, and every change set, named by its journal number."""

import logging
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path

from cchc_metrics.errors import StoreDamagedError
from cchc_metrics.labels import texts
from cchc_metrics.model import Action, Entry
from cchc_metrics.storage import aside
from cchc_metrics.storage.aside import Reason
from cchc_metrics.storage.files import TEMPORARY, sync_folder, write_durably
from cchc_metrics.storage.originals import removed_hashes, with_original
from cchc_metrics.storage.packs import PACKED, Packs
from cchc_metrics.storage.seams import Journal

logger = logging.getLogger(__name__)

_CHANGES = re.compile(r"(\d+)\.changes\.parquet")
_REMOVAL = f'"action":"{Action.REMOVE_ORIGINAL}"'.encode()


class Archive:
    """``originals/<sha256>`` and ``<seq>.changes.parquet``, written once; only an authorised removal deletes one."""

    def __init__(self, folder: Path, *, read_only: bool = False) -> None:
        self._folder = folder
        self._originals = folder / "originals"
        self._packs = Packs(folder)
        if not read_only:
            for made in (folder, self._originals):
                made.mkdir(exist_ok=True)
                sync_folder(made.parent)

    def put_original(self, data: bytes) -> None:
        """Keep a file under its hash; an edit has none."""
        digest = sha256(data).hexdigest()
        path = self._originals / digest
        if data and not (path.exists() and _hash(path) == digest):
            write_durably(path, data)

    def put_changes(self, seq: int, data: bytes) -> None:
        """Keep the change set of an entry that is about to be written."""
        write_durably(self._changes(seq), data)

    def withdraw(self, entry: Entry, journal: Journal) -> None:
        """Take away what a commit left that never came to its journal line; what the disk keeps is collected later."""
        word, left = entry.original_sha256.encode(), [self._changes(entry.seq)]
        if word and not any(word in line for line in journal.lines):
            left.append(self._originals / entry.original_sha256)
        for path in [*left, *(path.with_name(path.name + TEMPORARY) for path in left)]:
            with suppress(OSError):
                path.unlink(missing_ok=True)

    def original(self, entry: Entry) -> bytes:
        """The file of an entry as it came. Raises StoreDamagedError when it is not that file any more."""
        return checked(self._originals / entry.original_sha256, entry.original_sha256)

    def changes(self, entry: Entry) -> bytes:
        """The change set of an entry. Raises StoreDamagedError when it is not what the journal names."""
        path = self._changes(entry.seq)
        if not path.exists():
            packed = self._packs.read(entry.seq, path.name)
            if packed is not None:
                return _same(packed, entry.changes_sha256, f"{path.name} ({self._packs.path_of(entry.seq).name})")
        return checked(path, entry.changes_sha256)

    def bytes_of(self, seq: int) -> bytes | None:
        """The change set of a number as it lies there, whatever it holds; None when there is none."""
        path = self._changes(seq)
        try:
            return path.read_bytes() if path.exists() else self._packs.read(seq, path.name)
        except (OSError, StoreDamagedError):
            return None

    def loose(self) -> dict[int, Path]:
        """The change sets that are files of their own, by number, whether an entry names them or not."""
        found = ((_CHANGES.fullmatch(path.name), path) for path in self._folder.iterdir())
        return {int(match[1]): path for match, path in found if match}

    def highest_seq(self) -> int:
        """The largest number among the change sets; 0 when there are none. A pack is as full as it may be."""
        packed = self._packs.numbers()
        beyond = [seq for seq in self.loose() if seq > 0]
        held = [seq for seq in packed[-PACKED:] if self._changes(seq).name in self._packs.names(seq)] if packed else []
        return max([*beyond, *held], default=0)

    def lacking(self, entries: Sequence[Entry]) -> list[str]:
        """A sentence for each file that is not there, without reading any: a change set, or an original of its size."""
        loose, said = self.loose(), texts().errors
        packed = {name for first in range(1, len(entries) + 1, PACKED) for name in self._packs.names(first)}
        names = [self._changes(entry.seq).name for entry in entries if entry.seq not in loose]
        absent = [name for name in names if name not in packed]
        return [said.archive_missing.format(file=name) for name in absent] + self.lacking_originals(entries)

    def lacking_originals(self, entries: Sequence[Entry]) -> list[str]:
        """A sentence for each original that is not there in its size."""
        said, found = texts().errors, []
        for entry in {entry.original_sha256: entry for entry in with_original(entries)}.values():
            path = self._originals / entry.original_sha256
            words = {"name": entry.file_name, "seq": entry.seq, "file": path.name}
            if not path.exists():
                found.append(said.original_missing.format(**words))
            elif path.stat().st_size != entry.original_size:
                found.append(said.original_changed.format(**words))
        return found

    def first_unusable(self, entries: Iterable[Entry]) -> tuple[int, str] | None:
        """The first entry whose change set is absent or changed, and the sentence; None when all are there."""
        for entry in entries:
            try:
                self.changes(entry)
            except StoreDamagedError as error:
                return entry.seq, str(error)
        return None

    def problems(self, entries: Sequence[Entry]) -> list[str]:
        """A sentence for each file of these entries that is absent or changed, or still there after its removal."""
        found: list[str] = []
        for entry in entries:
            with _noted(found):
                self.changes(entry)
        for digest in {entry.original_sha256 for entry in with_original(entries)}:
            with _noted(found):
                checked(self._originals / digest, digest)
        left = [path for digest in removed_hashes(entries) for path in self._copies(digest)]
        return found + [texts().errors.original_still_there.format(file=path.name) for path in left]

    def finish_removals(self, journal: Journal) -> int:
        """Delete every file whose removal the journal decided, its copies among the set-aside too; returns how many.

        Raises OSError when the disk will not let one go.
        """
        decided = [journal.entries[place] for place, line in enumerate(journal.lines) if _REMOVAL in line]
        if not any(self._copies(entry.removed_sha256) for entry in decided):
            return 0
        gone = [path for digest in removed_hashes(journal.entries) for path in self._copies(digest)]
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
        strangers = self.strangers(journal.entries) if beyond or halves else []
        return len(aside.put_aside(self._folder.parent, [*beyond, *strangers], Reason.UNNAMED))

    def strangers(self, entries: Sequence[Entry]) -> list[Path]:
        """Originals that no entry names."""
        named = {entry.original_sha256 for entry in with_original(entries)}
        return [path for path in self._originals.iterdir() if path.name not in named and path.suffix != TEMPORARY]

    def put_strangers_aside(self, entries: Sequence[Entry]) -> None:
        """Move originals that no entry names out of the way. Raises OSError."""
        aside.put_aside(self._folder.parent, self.strangers(entries), Reason.UNNAMED)

    def pack(self, last_seq: int) -> None:
        """Pack old change sets; when the disk refuses, they stay as they are until the next time."""
        try:
            self._packs.pack(self.loose(), last_seq)
        except OSError:
            logger.warning("old change sets are not packed", exc_info=True)

    def close(self) -> None:
        self._packs.close()

    def _copies(self, digest: str) -> list[Path]:
        """Wherever the bytes of an original lie in the data folder."""
        kept = self._originals / digest
        return [*([kept] if kept.exists() else []), *aside.copies(self._folder.parent, digest)]

    def _changes(self, seq: int) -> Path:
        return self._folder / f"{seq}.changes.parquet"


@contextmanager
def _noted(found: list[str]) -> Iterator[None]:
    """What is damaged inside becomes a sentence."""
    try:
        yield
    except StoreDamagedError as error:
        found.append(str(error))


def _hash(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


def checked(path: Path, digest: str) -> bytes:
    """The bytes of a file with this hash. Raises StoreDamagedError when it is absent or another."""
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise StoreDamagedError(texts().errors.archive_missing.format(file=path.name)) from error
    except OSError as error:
        raise StoreDamagedError(texts().errors.archive_unreadable.format(file=path.name)) from error
    return _same(data, digest, path.name)


def _same(data: bytes, digest: str, name: str) -> bytes:
    if sha256(data).hexdigest() != digest:
        raise StoreDamagedError(texts().errors.archive_changed.format(file=name))
    return data
