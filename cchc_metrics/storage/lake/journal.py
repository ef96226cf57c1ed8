"""The journal in PostgreSQL, where several processes share it: the same lines, the same chain, kept as text.

One connection has the writer's turn, an advisory lock of the session, and appends through itself: who lost the turn
with the connection cannot append. A committed INSERT is the commit point of an entry. Another connection reads.
"""

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from threading import Lock, RLock
from typing import Any

import psycopg

from cchc_metrics.errors import CchcError, StoreBusyError, StoreDamagedError
from cchc_metrics.labels import texts
from cchc_metrics.model import Entry
from cchc_metrics.storage import lines
from cchc_metrics.storage.chain import Chain
from cchc_metrics.storage.seal import Authenticity, Seal

logger = logging.getLogger(__name__)

# One office is one database of PostgreSQL: the number only has to differ from those of other programs there.
_LOCK = 0x63636863
_SECONDS_FOR_TURN = 120
# A machine that vanished lets go of its turn after half a minute; an answer of COMMIT is one of the disk.
_SESSION = (
    f"SET lock_timeout = '{_SECONDS_FOR_TURN}s'",
    "SET synchronous_commit = on",
    "SET tcp_keepalives_idle = 10",
    "SET tcp_keepalives_interval = 5",
    "SET tcp_keepalives_count = 4",
)
_TABLES = (
    "CREATE SCHEMA IF NOT EXISTS cchc",
    "CREATE TABLE cchc.journal (seq bigint PRIMARY KEY CHECK (seq > 0), line text NOT NULL)",
    """CREATE FUNCTION cchc.refuse() RETURNS trigger LANGUAGE plpgsql AS
    $$BEGIN RAISE EXCEPTION 'the journal only grows'; END$$""",
    """CREATE TRIGGER only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON cchc.journal
    FOR EACH STATEMENT EXECUTE FUNCTION cchc.refuse()""",
)
_INSERT = "INSERT INTO cchc.journal (seq, line) VALUES (%s, %s)"
_BEHIND = "SELECT seq, line FROM cchc.journal WHERE seq > %s ORDER BY seq"
# What a server says that is going away: whether it had committed before, it does not say.
_GOING = ("57", "08")

Connection = psycopg.Connection[tuple[Any, ...]]


class LakeUnreachableError(CchcError):
    """PostgreSQL does not answer."""


class LakeJournal(Chain):
    """The journal of an office in PostgreSQL. Any number of processes; threads of one may share it."""

    def __init__(self, address: str, seal: Seal) -> None:
        """Make the table where there is none, read and check every line.

        Raises LakeUnreachableError, StoreBusyError, StoreDamagedError when the chain is broken or falsely sealed.
        """
        super().__init__(seal)
        self._address = address
        self._mine, self._depth = RLock(), 0
        self._reading = Lock()
        self._doubtful = b""
        self._writer, self._reader = self._connected(), self._connected()
        try:
            if not self.has("cchc.journal"):
                with self._locked():
                    self._make()
            self.pull()
            if self.authenticity() is Authenticity.FORGED:
                raise StoreDamagedError(texts().errors.journal_forged.format(seq=self.last_seq))
        except BaseException:
            self.close()
            raise

    @contextmanager
    def turn(self, *, wait: bool = True) -> Iterator[None]:
        """The writer's turn among all threads and processes, with everything read that they wrote.

        Raises StoreBusyError, LakeUnreachableError.
        """
        if not self._mine.acquire(blocking=wait):
            raise StoreBusyError(texts().lake.busy)
        try:
            if self._depth:
                self._depth += 1
                try:
                    yield
                finally:
                    self._depth -= 1
                return
            with self._locked(wait=wait):
                self._depth = 1
                try:
                    self.pull()
                    yield
                finally:
                    self._depth = 0
        finally:
            self._mine.release()

    def pull(self) -> None:
        """Read the lines that other processes have written. Raises LakeUnreachableError, StoreDamagedError."""
        with self._reading:
            for number, line in self._asked(_BEHIND, [self.last_seq]):
                if number != self.last_seq + 1:
                    raise StoreDamagedError(texts().errors.journal_broken.format(line=self.last_seq + 1))
                self._take(line.encode())

    def append(self, entry: Entry) -> None:
        """Write one line: when this returns, PostgreSQL has committed it to its disk, and with it the entry.

        Raises CchcError when it was not written; StoreDamagedError when the connection broke and nobody can tell,
        which ``unknown`` says and ``settle`` finds out.
        """
        if entry.seq != self.last_seq + 1 or not self._depth:
            raise ValueError(f"entry {entry.seq} does not follow {self.last_seq}, or it is not our turn")
        line = lines.encode(entry, self._seal.of(entry.hash))[:-1]
        with self._reading:
            try:
                self._writer.execute(_INSERT, [entry.seq, line.decode()])
            except psycopg.errors.UniqueViolation as error:
                raise CchcError(texts().lake.overtaken) from error
            except psycopg.Error as error:
                if error.sqlstate is not None and not error.sqlstate.startswith(_GOING):
                    raise CchcError(texts().lake.not_written) from error
                self.unknown, self._doubtful = True, line
                raise StoreDamagedError(texts().lake.unknown) from error
            self._take(line)

    def settle(self) -> None:
        """Find out whether a line stands whose writing broke off. Raises StoreDamagedError while nobody answers."""
        if self.unknown:
            try:
                self.pull()
            except LakeUnreachableError as error:
                raise StoreDamagedError(texts().lake.unknown) from error
            logger.warning("the doubtful line stands: %s", self._doubtful in self.lines[-1:])
            self.unknown, self._doubtful = False, b""

    def require_unchanged(self) -> None:
        """Raises StoreDamagedError when the last line is not the one that was written; LakeUnreachableError."""
        if not self.lines:
            return
        rows = self._asked("SELECT line FROM cchc.journal WHERE seq = %s", [self.last_seq])
        if rows != [(self.lines[-1].decode(),)]:
            raise StoreDamagedError(texts().lake.changed)

    def read_again(self) -> list[bytes]:
        """All lines as they are kept now, each checked. Raises StoreDamagedError, LakeUnreachableError."""
        raw = [line.encode() for _, line in self._asked(_BEHIND, [0])]
        head = ""
        for number, line in enumerate(raw, start=1):
            head = lines.checked(number, line, head).hash
        return raw

    def extend(self, raw: Sequence[bytes]) -> None:
        """Append whole lines behind the last, all or none. Raises StoreDamagedError when they do not fit, CchcError."""
        with self.turn():
            head = self.head
            for number, line in enumerate(raw, start=self.last_seq + 1):
                head = lines.checked(number, line, head).hash
            rows = [(number, line.decode()) for number, line in enumerate(raw, start=self.last_seq + 1)]
            try:
                with self._reading, self._writer.transaction(), self._writer.cursor() as cursor:
                    cursor.executemany(_INSERT, rows)
            except psycopg.Error as error:
                raise CchcError(texts().lake.not_written) from error
            self.pull()

    def close(self) -> None:
        for connection in (self._writer, self._reader):
            with suppress(psycopg.Error):
                connection.close()

    def _take(self, line: bytes) -> None:
        self._head = lines.checked(self.last_seq + 1, line, self._head).hash
        self.lines.append(line)

    @contextmanager
    def _locked(self, *, wait: bool = True) -> Iterator[None]:
        """The advisory lock, over a connection that answers."""
        try:
            self._seize(wait)
        except psycopg.OperationalError:
            self._writer.close()
            self._writer = self._connected()
            try:
                self._seize(wait)
            except psycopg.OperationalError as error:
                raise LakeUnreachableError(texts().lake.unreachable) from error
        try:
            yield
        finally:
            try:
                self._writer.execute("SELECT pg_advisory_unlock(%s)", [_LOCK])
            except psycopg.Error:
                logger.warning("the turn ended with its connection", exc_info=True)

    def _seize(self, wait: bool) -> None:
        if self._writer.closed:
            raise psycopg.OperationalError("closed")
        if not wait:
            if self._writer.execute("SELECT pg_try_advisory_lock(%s)", [_LOCK]).fetchall() != [(True,)]:
                raise StoreBusyError(texts().lake.busy)
            return
        try:
            self._writer.execute("SELECT pg_advisory_lock(%s)", [_LOCK])
        except psycopg.errors.LockNotAvailable as error:
            raise StoreBusyError(texts().lake.busy) from error

    def has(self, table: str) -> bool:
        """Whether there is a table of this name, with its schema. Raises LakeUnreachableError."""
        return self._asked("SELECT to_regclass(%s) IS NOT NULL", [table]) == [(True,)]

    def _make(self) -> None:
        if not self.has("cchc.journal"):
            with self._writer.transaction():
                for sql in _TABLES:
                    self._writer.execute(sql)

    def _asked(self, sql: str, values: Sequence[object]) -> list[tuple[Any, ...]]:
        """The answer of the reading connection, made anew once when it broke."""
        try:
            return self._reader.execute(sql, values).fetchall()
        except psycopg.OperationalError:
            self._reader.close()
            self._reader = self._connected()
        try:
            return self._reader.execute(sql, values).fetchall()
        except psycopg.OperationalError as error:
            raise LakeUnreachableError(texts().lake.unreachable) from error

    def _connected(self) -> Connection:
        try:
            made = psycopg.connect(self._address, autocommit=True, connect_timeout=10, application_name="cchc-metrics")
            made.execute("; ".join(_SESSION))
        except psycopg.OperationalError as error:
            raise LakeUnreachableError(texts().lake.unreachable) from error
        return made
