"""The archive: every accepted file as it came, named by its hash, and every change set, named by its journal number.

``folder_archive`` keeps it in the data folder of one process, ``lake.archive`` where several servers see it.
"""

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from cchc_metrics.errors import StoreDamagedError
from cchc_metrics.labels import texts
from cchc_metrics.model import Action, Entry
from cchc_metrics.storage.lines import digest_of
from cchc_metrics.storage.originals import removed_hashes, with_original
from cchc_metrics.storage.seams import Journal

_REMOVAL = f'"action":"{Action.REMOVE_ORIGINAL}"'.encode()


class Archive(ABC):
    """Originals and change sets, written once; only an authorised removal deletes one. Writing may raise OSError."""

    @abstractmethod
    def put_original(self, data: bytes) -> None:
        """Keep a file under its hash; an edit has none."""

    @abstractmethod
    def put_changes(self, seq: int, data: bytes) -> None:
        """Keep the change set of an entry that is about to be written."""

    @abstractmethod
    def withdraw(self, entry: Entry, journal: Journal) -> None:
        """Take away what a commit left that never came to its journal line; what the disk keeps is collected later."""

    @abstractmethod
    def original(self, entry: Entry) -> bytes:
        """The file of an entry as it came. Raises StoreDamagedError when it is not that file any more."""

    @abstractmethod
    def changes(self, entry: Entry) -> bytes:
        """The change set of an entry. Raises StoreDamagedError when it is not what the journal names."""

    @abstractmethod
    def drafts(self, seq: int) -> list[bytes]:
        """The change sets of a number as they lie there, whatever they hold and whether an entry names them or not."""

    @abstractmethod
    def loose(self) -> Collection[int]:
        """Numbers of the change sets that are files of their own, whether an entry names them or not."""

    @abstractmethod
    def highest_seq(self) -> int:
        """The largest number among the change sets; 0 when there are none."""

    @abstractmethod
    def absent(self, entries: Sequence[Entry]) -> list[str]:
        """Names of the change sets of these entries that are not there, without reading any."""

    @abstractmethod
    def originals(self) -> Mapping[str, int]:
        """Hash of every original that is there, whether an entry names it or not -> its bytes."""

    @abstractmethod
    def copies(self, digest: str) -> list[str]:
        """Names under which the bytes of an original lie anywhere in the store."""

    @abstractmethod
    def delete(self, digest: str) -> int:
        """Delete all of them; returns how many. Raises OSError when the disk will not let one go."""

    def lacking(self, entries: Sequence[Entry]) -> list[str]:
        """A sentence for each file that is not there, without reading any: a change set, or an original of its size."""
        t, there = texts().errors, self.originals()
        found = [t.archive_missing.format(file=name) for name in self.absent(entries)]
        for entry in {entry.original_sha256: entry for entry in with_original(entries)}.values():
            digest = entry.original_sha256
            if there.get(digest) != entry.original_size:
                sentence = t.original_changed if digest in there else t.original_missing
                found.append(sentence.format(name=entry.file_name, seq=entry.seq, file=digest))
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
        for entry in {entry.original_sha256: entry for entry in with_original(entries)}.values():
            with _noted(found):
                self.original(entry)
        left = [name for digest in removed_hashes(entries) for name in self.copies(digest)]
        return found + [texts().errors.original_still_there.format(file=name) for name in left]

    def owes_removal(self, journal: Journal) -> bool:
        """Whether a file is there whose removal the journal has decided, and which nobody uploaded again."""
        decided = [journal.entries[place] for place, line in enumerate(journal.lines) if _REMOVAL in line]
        if not any(self.copies(entry.removed_sha256) for entry in decided):
            return False
        return any(self.copies(digest) for digest in removed_hashes(journal.entries))

    def finish_removals(self, journal: Journal) -> int:
        """Delete every file whose removal the journal decided, its copies among the set-aside too; returns how many.

        Raises OSError when the disk will not let one go.
        """
        if not self.owes_removal(journal):
            return 0
        return sum(self.delete(digest) for digest in removed_hashes(journal.entries))

    def put_strangers_aside(self, entries: Sequence[Entry]) -> None:  # noqa: B027 where others store too, nothing
        """Move originals that no entry names out of the way. Raises OSError."""

    def pack(self, last_seq: int) -> None:  # noqa: B027 where others read too, nothing
        """Pack old change sets; when the disk refuses, they stay as they are until the next time."""

    def close(self) -> None:  # noqa: B027 most keep nothing open
        """Let go of what was read last."""


@contextmanager
def _noted(found: list[str]) -> Iterator[None]:
    """What is damaged inside becomes a sentence."""
    try:
        yield
    except StoreDamagedError as error:
        found.append(str(error))


def same(data: bytes, digest: str, name: str) -> bytes:
    """The bytes, when they have this hash. Raises StoreDamagedError naming the file when they have another."""
    if digest_of(data) != digest:
        raise StoreDamagedError(texts().errors.archive_changed.format(file=name))
    return data
