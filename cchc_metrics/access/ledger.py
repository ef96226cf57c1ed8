"""``access.sqlite``: accounts, what they are given, sessions, failed attempts, settings. Not derived from anything.

One file, opened by the server and by the command line at once; every change is a transaction of its own.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import lru_cache
from pathlib import Path
from threading import Lock

from cchc_metrics.errors import NewerStoreError
from cchc_metrics.labels import texts

VERSION = 3
# One step a version: what is behind the one that the file bears is done in order.
_STEPS = (
    """
CREATE TABLE account (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, password TEXT NOT NULL DEFAULT '', must_change INTEGER NOT NULL DEFAULT 1,
  code TEXT NOT NULL DEFAULT '', code_until REAL NOT NULL DEFAULT 0,
  factor TEXT NOT NULL DEFAULT '', factor_step INTEGER NOT NULL DEFAULT 0,
  disabled INTEGER NOT NULL DEFAULT 0, made_at REAL NOT NULL
) STRICT;
CREATE TABLE given (
  id INTEGER PRIMARY KEY, account TEXT NOT NULL REFERENCES account (id), role TEXT NOT NULL,
  unit TEXT NOT NULL DEFAULT '', from_day TEXT NOT NULL DEFAULT '', to_day TEXT NOT NULL DEFAULT '',
  deputises TEXT NOT NULL DEFAULT '', given_by TEXT NOT NULL, given_at REAL NOT NULL
) STRICT;
CREATE TABLE session (
  digest TEXT PRIMARY KEY, id TEXT NOT NULL UNIQUE, account TEXT NOT NULL REFERENCES account (id),
  began_at REAL NOT NULL, seen_at REAL NOT NULL, address TEXT NOT NULL, ended TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE failure (
  who TEXT PRIMARY KEY, times INTEGER NOT NULL, last_at REAL NOT NULL
) STRICT;
CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
PRAGMA user_version = 1;
""",
    """
CREATE TABLE link (
  digest TEXT PRIMARY KEY, id TEXT NOT NULL UNIQUE, unit TEXT NOT NULL, form TEXT NOT NULL, period TEXT NOT NULL,
  until TEXT NOT NULL, made_by TEXT NOT NULL, made_at REAL NOT NULL, uses INTEGER NOT NULL DEFAULT 0,
  revoked INTEGER NOT NULL DEFAULT 0
) STRICT;
PRAGMA user_version = 2;
""",
    """
ALTER TABLE account ADD COLUMN subject TEXT NOT NULL DEFAULT '';
ALTER TABLE given ADD COLUMN source TEXT NOT NULL DEFAULT '';
CREATE TABLE of_person (
  person TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (person, name)
) STRICT;
CREATE UNIQUE INDEX account_subject ON account (subject) WHERE subject NOT IN ('', '*');
PRAGMA user_version = 3;
""",
)


class Ledger:
    """The open file. Any thread may use it; one at a time does. Raises NewerStoreError for a later program's file."""

    def __init__(self, path: Path) -> None:
        self.path = path
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._lock = Lock()
        self._connection = sqlite3.connect(path, timeout=10, check_same_thread=False, isolation_level=None)
        path.chmod(0o600)
        self._connection.row_factory = sqlite3.Row
        self._connection.executescript(
            "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;"
        )
        with self.writing() as now:
            (version,) = now.execute("PRAGMA user_version").fetchone()
        if version > VERSION:
            self._connection.close()
            raise NewerStoreError(texts().access.newer_ledger)
        if 0 < version < VERSION:
            self._keep_as_it_is(path.with_name(f"{path.stem}-{version}{path.suffix}"))
        for step in _STEPS[version:]:
            self._connection.executescript(f"BEGIN IMMEDIATE; {step} COMMIT;")

    def _keep_as_it_is(self, beside: Path) -> None:
        """A copy for the program that wrote the file, before it is brought up; a later backup cannot hold it."""
        with closing(sqlite3.connect(beside)) as copy:
            beside.chmod(0o600)
            self._connection.backup(copy)

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction: all of what is done inside is kept, or none of it."""
        with self._lock:
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
            except BaseException:
                self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")

    def rows(self, query: str, *values: object) -> list[sqlite3.Row]:
        """What a query finds."""
        with self._lock, closing(self._connection.execute(query, values)) as found:
            return found.fetchall()

    def row(self, query: str, *values: object) -> sqlite3.Row | None:
        """The first row that a query finds."""
        found = self.rows(query, *values)
        return found[0] if found else None

    def setting(self, name: str, usual: str = "") -> str:
        """A setting; ``usual`` where it was never set."""
        found = self.row("SELECT value FROM setting WHERE name = ?", name)
        return str(found["value"]) if found else usual

    def set(self, name: str, value: str) -> None:
        """Keep a setting."""
        with self.writing() as now:
            put(now, name, value)

    def settings_under(self, prefix: str) -> dict[str, str]:
        """The settings whose names begin with a prefix."""
        found = self.rows("SELECT name, value FROM setting WHERE substr(name, 1, ?) = ?", len(prefix), prefix)
        return {str(row["name"]): str(row["value"]) for row in found}

    def close(self) -> None:
        """Let the file go."""
        with self._lock:
            self._connection.close()


def put(now: sqlite3.Connection, name: str, value: str) -> None:
    """Keep a setting, within a transaction."""
    now.execute("INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)", (name, value))


def drop(now: sqlite3.Connection, name: str) -> None:
    """Forget a setting, within a transaction."""
    now.execute("DELETE FROM setting WHERE name = ?", (name,))


@lru_cache(maxsize=8)
def ledger_at(path: Path) -> Ledger:
    """The ledger of a file, the same one at every call. Raises NewerStoreError."""
    return Ledger(path)
