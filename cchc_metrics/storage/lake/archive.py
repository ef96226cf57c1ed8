"""The archive where several processes share it, in a folder or a bucket: a change set bears its hash in its name.

So a process that lost its turn without knowing can never write over the change set of another's entry. Nothing is put
aside or deleted beside the work: what no entry names is cleared by ``clear``, a day later.
"""

import re
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import PurePosixPath

from cchc_metrics.errors import StoreDamagedError
from cchc_metrics.labels import texts
from cchc_metrics.model import Entry
from cchc_metrics.storage.archive import Archive, same
from cchc_metrics.storage.files import TEMPORARY
from cchc_metrics.storage.lake.objects import ARCHIVE, ORIGINALS, Objects
from cchc_metrics.storage.lines import digest_of
from cchc_metrics.storage.originals import with_original
from cchc_metrics.storage.seams import Journal

_CHANGES = re.compile(rf"{ARCHIVE}(\d+)-[0-9a-f]{{16}}\.changes\.parquet")


class SharedArchive(Archive):
    """``archive/originals/<sha256>`` and ``archive/<seq>-<hash>.changes.parquet`` where all servers see them."""

    def __init__(self, objects: Objects) -> None:
        self.objects = objects

    def put_original(self, data: bytes) -> None:
        if data:
            self.objects.put(ORIGINALS + digest_of(data), data)

    def put_changes(self, seq: int, data: bytes) -> None:
        self.objects.put(_named(seq, digest_of(data)), data)

    def withdraw(self, entry: Entry, journal: Journal) -> None:
        """The change set alone: others may have the same original."""
        if entry.changes_sha256:
            with suppress(OSError):
                self.objects.delete(_of(entry))

    def original(self, entry: Entry) -> bytes:
        return self._checked(ORIGINALS + entry.original_sha256, entry.original_sha256)

    def changes(self, entry: Entry) -> bytes:
        return self._checked(_of(entry), entry.changes_sha256)

    def drafts(self, seq: int) -> list[bytes]:
        """A commit that died leaves one beside that of the entry."""
        keys = [
            key for key in self.objects.listed(ARCHIVE) if (name := _CHANGES.fullmatch(key)) and int(name[1]) == seq
        ]
        return [self.objects.get(key) for key in sorted(keys)]

    def loose(self) -> frozenset[int]:
        found = map(_CHANGES.fullmatch, self.objects.listed(ARCHIVE))
        return frozenset(int(match[1]) for match in found if match)

    def highest_seq(self) -> int:
        return max(self.loose(), default=0)

    def absent(self, entries: Sequence[Entry]) -> list[str]:
        there = self.objects.listed(ARCHIVE)
        return [_name(_of(entry)) for entry in entries if _of(entry) not in there]

    def originals(self) -> Mapping[str, int]:
        found = self.objects.listed(ORIGINALS).items()
        return {_name(key): held.size for key, held in found if not key.endswith(TEMPORARY)}

    def copies(self, digest: str) -> list[str]:
        return [digest] if self.objects.has(ORIGINALS + digest) else []

    def delete(self, digest: str) -> int:
        gone = self.copies(digest)
        for name in gone:
            self.objects.delete(ORIGINALS + name)
        return len(gone)

    def clear(self, entries: Sequence[Entry], older_than: float) -> int:
        """Delete what no entry names and nobody has touched for so many seconds; returns how many. Raises OSError.

        entries: all that there are, in the writer's turn.
        """
        named = keys_of(entries)
        loose = {key: held for key, held in self.objects.listed(ARCHIVE).items() if key not in named}
        old = [key for key, held in loose.items() if time.time() - held.moment > older_than]
        for key in old:
            self.objects.delete(key)
        return len(old)

    def _checked(self, key: str, digest: str) -> bytes:
        t = texts().errors
        try:
            data = self.objects.get(key)
        except FileNotFoundError as error:
            raise StoreDamagedError(t.archive_missing.format(file=_name(key))) from error
        except OSError as error:
            raise StoreDamagedError(t.archive_unreadable.format(file=_name(key))) from error
        return same(data, digest, _name(key))


def keys_of(entries: Sequence[Entry]) -> frozenset[str]:
    """The keys of all that these entries name."""
    originals = {ORIGINALS + entry.original_sha256 for entry in with_original(entries)}
    return frozenset(originals.union(map(_of, entries)))


def _of(entry: Entry) -> str:
    return _named(entry.seq, entry.changes_sha256)


def _named(seq: int, digest: str) -> str:
    return f"{ARCHIVE}{seq}-{digest[:16]}.changes.parquet"


def _name(key: str) -> str:
    return PurePosixPath(key).name
