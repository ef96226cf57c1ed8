"""The audit log: who did what when, a chained line for each, in a file that is only appended to.

The journal tells what happened to data, with who and by what right; this tells of people: sign-ins and failures,
accounts, downloads, locks, settings. Of a person: the account and the time.

What changes the ledger is kept with its line or not at all: the line stands in the ledger first, in the transaction of
the change, and is written into the file behind it; of a program that dies between the two, by the next one.
"""

import json
import logging
import os
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Lock
from typing import IO, Unpack

from cchc_metrics.access.audit_line import Kept, Line, Told, chained, held_in, line_of, spelled
from cchc_metrics.access.ledger import Ledger, put
from cchc_metrics.labels import texts
from cchc_metrics.model import Actor

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

logger = logging.getLogger(__name__)

_HEAD, _FIRST = "audit-head", "audit-first"
# The newest line while it does not stand in the file yet.
_OWED = "audit-owed"
RETENTION = "audit-retention-days"
_USUAL_RETENTION = 0  # days; 0 keeps every line


class Audit:
    """The log beside a ledger, which keeps the number and the hash of the last line, so that a cut end is noticed."""

    def __init__(self, path: Path, ledger: Ledger) -> None:
        self.path, self._ledger = path, ledger
        self._lock = Lock()
        self._settle()

    def record(self, act: Kept, by: Actor, **told: Unpack[Told]) -> None:
        """Append a line. Raises OSError when the lines before it cannot be written."""
        with self.telling(act, by, **told):
            pass

    @contextmanager
    def telling(self, act: Kept, by: Actor, **told: Unpack[Told]) -> Iterator[sqlite3.Connection]:
        """A transaction of the ledger and the line that tells of it: both are kept, or neither.

        Nothing else may be asked of the ledger or of this log inside. Raises OSError when earlier lines cannot be
        written: then nothing is done.
        """
        usual = {"about": "", "text": "", "seq": None, "before": None, "after": None}
        said = {"act": act.value, "account": by.id, "role": by.role, **usual, **told}
        with self._alone() as file:
            number, head = self._head()
            with self._ledger.writing() as now:
                yield now
                line = {"n": number + 1, "at": _now().isoformat(), **said, "prev": head}
                line["hash"] = chained(line)
                put(now, _OWED, spelled(line).decode())
                put(now, _HEAD, f"{number + 1}:{line['hash']}")
            try:
                self._written(file, spelled(line))
            except OSError as error:
                logger.warning("a line of the audit log waits in the ledger: %s", error)

    def lines(self) -> list[Line]:
        """Every line, the newest last; what cannot be read is left to ``verify``."""
        return [line for line in map(line_of, self._raw()) if line is not None]

    def verify(self) -> list[str]:
        """What is wrong, a sentence each: a line removed, changed, put elsewhere, the end cut off. None is good."""
        self._settle()
        t = texts().access
        problems: list[str] = []
        number, previous = self._start()
        for raw in self._raw():
            number += 1
            try:
                line = json.loads(raw)
                digest = line.pop("hash")
            except (ValueError, KeyError, AttributeError):
                return [*problems, t.audit_unreadable.format(number=number)]
            if line["n"] != number or line["prev"] != previous:
                return [*problems, t.audit_gap.format(number=number)]
            if digest != chained(line):
                return [*problems, t.audit_changed.format(number=number)]
            previous = digest
        if (number, previous) != (known := self._head()):
            problems.append(t.audit_cut.format(number=number, known=known[0]))
        return problems

    def forget_older(self, by: Actor, days: int) -> int:
        """Drop lines older than so many days, and say so in a line; the rest stays chained. Returns how many went.

        The first line that stays, and the hash that it follows, are kept in the ledger.
        """
        oldest = (_now() - timedelta(days=days)).isoformat()
        with self._alone():
            raw, (number, previous) = self._raw(), self._start()
            gone = 0
            for one in raw:
                line = json.loads(one)
                if line["at"] >= oldest:
                    break
                gone, number, previous = gone + 1, line["n"], line["hash"]
            if gone:
                kept = self.path.with_suffix(".tmp")
                kept.write_bytes(b"".join(one + b"\n" for one in raw[gone:]))
                self._ledger.set(_FIRST, f"{number}:{previous}")
                kept.replace(self.path)
        if gone:
            self.record(
                Kept.RETENTION, by, text=str(days), before={"lines": len(raw)}, after={"lines": len(raw) - gone}
            )
        return gone

    def take_over(self, later: Path) -> int:
        """Go on with a log that begins as this one does, as after a restore: what people did since stays told.

        Returns how many lines came: up to the first that does not follow, none of a log that is another.
        """
        with self._alone() as file:
            own, theirs = self._raw(), later.read_bytes().splitlines() if later.exists() else []
            number, previous = self._head()
            coming: list[bytes] = []
            for raw in theirs[len(own) :] if theirs[: len(own)] == own else ():
                held = held_in(raw)
                if held is None or (held["n"], held["prev"]) != (number + 1, previous):
                    break
                coming.append(raw + b"\n")
                number, previous = held["n"], held["hash"]
            file.write(b"".join(coming))
            file.flush()
            os.fsync(file.fileno())
            if coming:
                self._ledger.set(_HEAD, f"{number}:{previous}")
        return len(coming)

    def retention(self) -> int:
        """For how many days lines are kept; 0 for good."""
        return int(self._ledger.setting(RETENTION, str(_USUAL_RETENTION)))

    def _raw(self) -> list[bytes]:
        return self.path.read_bytes().splitlines() if self.path.exists() else []

    def _start(self) -> tuple[int, str]:
        return _pair(self._ledger.setting(_FIRST, "0:"))

    def _known_head(self) -> tuple[int, str]:
        return _pair(self._ledger.setting(_HEAD, self._ledger.setting(_FIRST, "0:")))

    def _head(self) -> tuple[int, str]:
        """What the next line follows: the last line that the ledger knows, or the one after it of an older program that
        died.

        Where the file ends elsewhere somebody changed it; the gap stays in the chain and ``verify`` finds it.
        """
        known, raw = self._known_head(), self._raw()
        last = held_in(raw[-1]) if raw else None
        if last is not None and (last["n"], last["prev"]) == (known[0] + 1, known[1]):
            return int(last["n"]), str(last["hash"])
        return known

    @contextmanager
    def _alone(self) -> Iterator[IO[bytes]]:
        """The file, for this thread of this process alone."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        beside = self.path.with_suffix(".lock")
        with self._lock, beside.open("ab") as lock:
            _hold(lock)
            try:
                with self.path.open("ab") as file:
                    self._mend(file)
                    self._pay(file)
                    yield file
            finally:
                _release(lock)

    def _settle(self) -> None:
        """Write the line that the ledger holds and the file does not."""
        if self._owed() is not None:
            with self._alone():
                pass

    def _pay(self, file: IO[bytes]) -> None:
        owed = self._owed()
        if owed is not None:
            self._written(file, owed)

    def _written(self, file: IO[bytes], line: bytes) -> None:
        file.write(line + b"\n")
        file.flush()
        os.fsync(file.fileno())
        self._ledger.set(_OWED, "")

    def _owed(self) -> bytes | None:
        """The newest line, when it is the one that the file ends before."""
        owed = self._ledger.setting(_OWED).encode()
        told = held_in(owed) if owed else None
        if told is None or (told["n"], told["hash"]) != self._known_head():
            return None
        raw = self._raw()
        last = held_in(raw[-1]) if raw else None
        ends = self._start() if not raw else (last["n"], last["hash"]) if last is not None else None
        return owed if ends == (told["n"] - 1, told["prev"]) else None

    def _mend(self, file: IO[bytes]) -> None:
        """A line that a crash left torn, never acknowledged, goes; a whole one that lost its end of line gets it."""
        data = self.path.read_bytes()
        if data and not data.endswith(b"\n"):
            tail = data.rsplit(b"\n", 1)[-1]
            if line_of(tail) is not None:
                file.write(b"\n")
                file.flush()
            else:
                os.truncate(self.path, len(data) - len(tail))


def _hold(lock: IO[bytes]) -> None:
    if sys.platform == "win32":
        lock.seek(0)
        msvcrt.locking(lock.fileno(), msvcrt.LK_LOCK, 1)
    else:
        fcntl.flock(lock, fcntl.LOCK_EX)


def _release(lock: IO[bytes]) -> None:
    if sys.platform == "win32":
        lock.seek(0)
        msvcrt.locking(lock.fileno(), msvcrt.LK_UNLCK, 1)
    else:
        fcntl.flock(lock, fcntl.LOCK_UN)


def _now() -> datetime:
    return datetime.now(UTC)


def _pair(text: str) -> tuple[int, str]:
    number, _, digest = text.partition(":")
    return int(number), digest
