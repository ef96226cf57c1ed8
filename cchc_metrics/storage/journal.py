"""The journal: append-only lines, each chained to the one before by its hash. Its fsync is the commit point."""

import json
import logging
import os
from contextlib import suppress
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import IO

from cchc_metrics.errors import StoreDamagedError
from cchc_metrics.labels import texts
from cchc_metrics.model import Entry
from cchc_metrics.storage import lines
from cchc_metrics.storage.chain import Chain, Entries
from cchc_metrics.storage.files import sync_folder, write_durably
from cchc_metrics.storage.lock import seize
from cchc_metrics.storage.seal import Authenticity, Seal

logger = logging.getLogger(__name__)

# So many lines are worth a new checkpoint: reading them takes about as long as writing it.
_CHECKPOINT_EVERY = 256


@dataclass(frozen=True, slots=True)
class _Checkpoint:
    """So many lines, so many bytes, were read and found sound; sha256 is that of the bytes, head the last hash."""

    count: int = 0
    length: int = 0
    sha256: str = sha256().hexdigest()
    head: str = ""


class Journal(Chain):
    """The journal of a data folder. One process, one writer at a time."""

    def __init__(self, path: Path, seal: Seal | None = None, *, read_only: bool = False) -> None:
        """Read and check every line behind the last checkpoint; nothing is changed but a file that was not there.

        Raises StoreBusyError; StoreDamagedError when a line before the end does not fit the chain or the last one is
        sealed falsely; NewerStoreError.
        """
        is_new = not read_only and not path.exists()
        super().__init__(seal or Seal(None))
        self._path = path
        self.tail = b""  # what lies behind the last line and is none
        self.is_unfinished = False  # whether the last line lacks its line feed
        self._length, self._checkpointed = 0, 0
        self._file: IO[bytes] = path.open("rb" if read_only else "ab+", buffering=0)
        try:
            seize(self._file, shared=read_only)
            self._read(path.read_bytes())
            if is_new:
                os.fsync(self._file.fileno())
                sync_folder(path.parent)
            elif not read_only:
                self._note_checkpoint()
        except BaseException:
            self._file.close()
            raise
        self.entries = Entries(self.lines)

    def append(self, entry: Entry) -> None:
        """Write one line and fsync it: when this returns, the entry is committed.

        On any failure the file is cut back to its old length and the error goes on; StoreDamagedError when even
        that fails, for then nobody knows what the file holds, and when the file is not what was written to it.
        """
        if entry.seq != self.last_seq + 1:
            raise ValueError(f"entry {entry.seq} does not follow {self.last_seq}")
        self.require_unchanged()
        line = lines.encode(entry, self._seal.of(entry.hash))
        try:
            _write_all(self._file, line)
            os.fsync(self._file.fileno())
        except BaseException as error:
            self._withdraw(error)
            raise
        self._length += len(line)
        self._head = entry.hash
        self.lines.append(line[:-1])

    def read_again(self) -> list[bytes]:
        """The lines as they are in the file now, each checked. Raises StoreDamagedError, OSError."""
        return read_lines(self._path)

    def require_unchanged(self) -> None:
        """Raises StoreDamagedError when the file was removed, replaced, cut or written to from outside."""
        t = texts().errors
        try:
            there = self._path.stat()
        except OSError as error:
            raise StoreDamagedError(t.journal_removed) from error
        here = os.fstat(self._file.fileno())
        if (there.st_dev, there.st_ino) != (here.st_dev, here.st_ino):
            raise StoreDamagedError(t.journal_removed)
        if here.st_size != self._length:
            raise StoreDamagedError(t.journal_changed)

    def settle(self) -> None:
        """Take back what a failed append may have left. Raises StoreDamagedError when the disk still refuses."""
        if self.unknown:
            try:
                self._cut()
            except OSError as error:
                raise StoreDamagedError(texts().errors.journal_unknown) from error
            self.unknown = False

    def cut_tail(self) -> None:
        """Cut the bytes behind the last line; the caller has kept them. Raises OSError."""
        self._cut()
        self.tail = b""

    def finish_line(self) -> None:
        """Write a last line that lacks its line feed as it should be. Raises OSError."""
        if self.is_unfinished:
            self._file.truncate(self._length)
            _write_all(self._file, self.lines[-1] + b"\n")
            os.fsync(self._file.fileno())
            self._length += len(self.lines[-1]) + 1
            self.is_unfinished = False

    def close(self) -> None:
        self._file.close()

    def _read(self, data: bytes) -> None:
        """Lines, the length they take, and what is behind them: a line without its line feed, or no line."""
        parts = data.split(b"\n")
        self.tail = parts.pop()
        # A line that was never fsynced may come back from a power cut with holes.
        if not self.tail and parts and b"\0" in parts[-1]:
            self.tail = parts.pop() + b"\n"
        known = self._checkpoint(data)
        self._checkpointed, self._head = known.count, known.head
        for number, line in enumerate(parts[known.count :], start=known.count + 1):
            self._head = lines.checked(number, line, self._head).hash
        self.lines, self._length = parts, len(data) - len(self.tail)
        whole = lines.mended(len(parts) + 1, self.tail, self._head) if self.tail else None
        self.is_unfinished = whole is not None
        if whole is not None:
            self.lines.append(whole[:-1])
            self._head, self.tail = lines.decode(whole).hash, b""
        if self.authenticity() is Authenticity.FORGED:
            raise StoreDamagedError(texts().errors.journal_forged.format(seq=len(self.lines)))

    def _checkpoint(self, data: bytes) -> _Checkpoint:
        """The last checkpoint if these bytes begin with what it saw, else one of nothing."""
        with suppress(OSError, ValueError, TypeError):
            digest, words = self._checkpoint_file.read_bytes().split(b"\n")
            known = _Checkpoint(**json.loads(words))
            if (
                digest.decode() == sha256(words).hexdigest()
                and known.length <= len(data)
                and sha256(data[: known.length]).hexdigest() == known.sha256
            ):
                return known
        return _Checkpoint()

    def _note_checkpoint(self) -> None:
        if len(self.lines) - self._checkpointed < _CHECKPOINT_EVERY:
            return
        digest = sha256(b"".join(line + b"\n" for line in self.lines)).hexdigest()
        length = sum(len(line) + 1 for line in self.lines)
        words = json.dumps(asdict(_Checkpoint(len(self.lines), length, digest, self._head))).encode()
        try:
            write_durably(self._checkpoint_file, sha256(words).hexdigest().encode() + b"\n" + words)
        except OSError:
            logger.warning("no checkpoint of the journal", exc_info=True)

    @property
    def _checkpoint_file(self) -> Path:
        return self._path.with_name("journal.checkpoint")

    def _withdraw(self, cause: BaseException) -> None:
        try:
            self._cut()
        except OSError:
            self.unknown = True
            raise StoreDamagedError(texts().errors.journal_unknown) from cause

    def _cut(self) -> None:
        self._file.truncate(self._length)
        os.fsync(self._file.fileno())


def read_lines(path: Path) -> list[bytes]:
    """The lines of a journal file, each checked. Raises StoreDamagedError when the chain is broken, OSError."""
    parts = path.read_bytes().split(b"\n")
    if parts.pop():
        raise StoreDamagedError(texts().errors.journal_broken.format(line=len(parts) + 1))
    head = ""
    for number, line in enumerate(parts, start=1):
        head = lines.checked(number, line, head).hash
    return parts


def _write_all(file: IO[bytes], data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[file.write(rest) :]
