"""The archive where several processes share it: the same files, but a change set bears its hash in its name.

So a process that lost its turn without knowing can never write over the change set of another's entry. Nothing is put
aside or deleted beside the work: what no entry names is cleared by ``clear``, a day later.
"""

import re
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from cchc_metrics.labels import texts
from cchc_metrics.model import Entry
from cchc_metrics.storage.archive import Archive, checked
from cchc_metrics.storage.files import TEMPORARY, write_durably
from cchc_metrics.storage.lines import digest_of
from cchc_metrics.storage.seams import Journal

_CHANGES = re.compile(r"(\d+)-[0-9a-f]{16}\.changes\.parquet")


class SharedArchive(Archive):
    """``originals/<sha256>`` and ``<seq>-<hash>.changes.parquet`` in a folder that all servers see."""

    def put_changes(self, seq: int, data: bytes) -> None:
        write_durably(self._named(seq, digest_of(data)), data)

    def withdraw(self, entry: Entry, journal: Journal) -> None:
        """Take away the change set of a commit that never came to its line; others may have the same original."""
        if entry.changes_sha256:
            with suppress(OSError):
                self._of(entry).unlink(missing_ok=True)

    def changes(self, entry: Entry) -> bytes:
        return checked(self._of(entry), entry.changes_sha256)

    def loose(self) -> dict[int, Path]:
        found = ((_CHANGES.fullmatch(path.name), path) for path in self._folder.iterdir())
        return {int(match[1]): path for match, path in found if match}

    def highest_seq(self) -> int:
        return max(self.loose(), default=0)

    def lacking(self, entries: Sequence[Entry]) -> list[str]:
        there = {path.name for path in self._folder.iterdir()}
        absent = [self._of(entry).name for entry in entries if self._of(entry).name not in there]
        return [texts().errors.archive_missing.format(file=name) for name in absent] + self.lacking_originals(entries)

    def collect_orphans(self, journal: Journal) -> int:
        """Nothing: what no entry names yet may be of a commit under way elsewhere."""
        return 0

    def put_strangers_aside(self, entries: Sequence[Entry]) -> None:
        """Nothing, for the same reason."""

    def pack(self, last_seq: int) -> None:
        """Nothing: another process may be reading what would be packed."""

    def clear(self, entries: Sequence[Entry], older_than: float) -> int:
        """Delete what no entry names and nobody has touched for so many seconds; returns how many. Raises OSError.

        entries: all that there are, in the writer's turn.
        """
        named = {self._of(entry).name for entry in entries}
        files = [path for path in self._folder.iterdir() if path.is_file() and path.name not in named]
        files += self.strangers(entries)
        files += self._originals.glob(f"*{TEMPORARY}")
        old = [path for path in files if time.time() - path.stat().st_mtime > older_than]
        for path in old:
            path.unlink()
        return len(old)

    def _of(self, entry: Entry) -> Path:
        return self._named(entry.seq, entry.changes_sha256)

    def _named(self, seq: int, digest: str) -> Path:
        return self._folder / f"{seq}-{digest[:16]}.changes.parquet"
