"""A real PostgreSQL on this machine: Debian's, in a folder of a test's own, on loopback, as nobody's superuser.

``CCHC_TESTS_ON_LAKE=1`` (``python tasks.py lake``) has the offices and stores of other tests on it too, with ``bucket``
their files in a bucket of an S3-compatible server.
"""

import atexit
import os
import pwd
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import count
from pathlib import Path
from tempfile import mkdtemp

import psycopg
import pytest

from cchc_metrics.config import Settings
from cchc_metrics.storage import Store, move_in, move_out, tables
from cchc_metrics.storage.lake.objects import objects_of
from tests.browser.serving import free_port
from tests.storage.buckets import in_bucket

_BINARIES = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
PRESENT = bool(_BINARIES) and os.name == "posix"
ON = "CCHC_TESTS_ON_LAKE"
_numbers = count(1)


@dataclass
class Postgres:
    """A running server. admin: the address of its own database."""

    port: int
    folder: Path
    user: str | None
    made: dict[Path, Settings] = field(default_factory=dict)
    still: dict[str, Settings] = field(default_factory=dict)

    def address(self, database: str) -> str:
        return f"postgres://cchc@127.0.0.1:{self.port}/{database}"

    def run(self, sql: str, database: str = "postgres") -> list[tuple[object, ...]]:
        with psycopg.connect(self.address(database), autocommit=True) as connection:
            cursor = connection.execute(sql)
            return cursor.fetchall() if cursor.description else []

    def at(self, settings: Settings) -> Settings:
        """The settings with a shared store instead of their data folder, the same one each time."""
        folder = settings.data_dir
        if folder not in self.made:
            self.made[folder] = self.lake(settings, folder.with_name(f"{folder.name}-shared"))
        kept = self.made[folder]
        where = replace(settings, lake=kept.lake, lake_dir=kept.lake_dir)
        return replace(where, lake_bucket=kept.lake_bucket, s3_file=kept.s3_file)

    def lake(self, settings: Settings, folder: Path) -> Settings:
        """The settings with an empty shared store of their own; its tables are copied, not made, from the second on."""
        empty = f"empty_{tables.fingerprint()[:12]}"
        if not self.run(f"SELECT 1 FROM pg_database WHERE datname = '{empty}'"):
            self.run(f"CREATE DATABASE {empty}")
            first = self.folder / empty
            (first / "shared").mkdir(parents=True)
            made = replace(settings, data_dir=first / "own", lake=self.address(empty), lake_dir=first / "shared")
            Store.open(made).close()
        name = f"lake_{next(_numbers)}"
        self.run(f"CREATE DATABASE {name} TEMPLATE {empty}")
        folder.mkdir(parents=True)
        made = replace(settings, lake=self.address(name), lake_dir=folder.resolve(), lake_bucket="", s3_file=None)
        return in_bucket(made, folder) if os.environ.get(ON) == "bucket" else made

    def twin(self, source: Settings, settings: Settings) -> Settings:
        """The settings with a copy of a shared store that may be open: made once, then copied by the server."""
        if source.lake not in self.still:
            place = self.folder / f"still-{next(_numbers)}"
            move_out(source, place / "out")
            self.still[source.lake] = self.lake(settings, place / "shared")
            move_in(place / "out", replace(self.still[source.lake], data_dir=place / "own"))
        kept, name = self.still[source.lake], f"lake_{next(_numbers)}"
        self.run(f"CREATE DATABASE {name} TEMPLATE {kept.lake.rpartition('/')[2]}")
        folder = settings.data_dir.with_name(f"{settings.data_dir.name}-shared")
        folder.mkdir(parents=True)
        made = replace(settings, lake=self.address(name), lake_dir=folder.resolve())
        self.made[settings.data_dir] = in_bucket(made, folder) if kept.lake_bucket else made
        there, here = objects_of(kept), objects_of(self.made[settings.data_dir])
        for key in there.listed(""):
            here.put(key, there.get(key))
        return self.made[settings.data_dir]

    def stop(self, *how: str) -> None:
        _as(self.user, self._control(), "-D", self.folder / "pg", "-m", *(how or ("fast",)), "-w", "stop")

    def start(self) -> None:
        """Durability is off: these tests kill processes of ours, not the machine."""
        options = f"-p {self.port} -k '' -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=300"
        log = self.folder / "log"
        _as(self.user, self._control(), "-D", self.folder / "pg", "-w", "-l", log, "-o", options, "start")

    @staticmethod
    def _control() -> Path:
        return _BINARIES[-1].with_name("pg_ctl")


def copied(source: Settings, settings: Settings) -> Settings:
    """The settings with a copy of a store that nobody writes to: of its folder, or of the shared one."""
    if source.lake:
        return shared_server().twin(source, replace(settings, lake="", lake_dir=None, lake_bucket=""))
    shutil.copytree(source.data_dir, settings.data_dir)
    return settings


def on_lake(settings: Settings) -> Settings:
    """The settings as the tests of this run want their stores: in their folder, or shared."""
    return shared_server().at(settings) if os.environ.get(ON) else settings


@cache
def shared_server() -> Postgres:
    """The one server of this process. Skips without PostgreSQL, fails where CI requires it."""
    if not PRESENT:
        if os.environ.get("CCHC_BROWSER_REQUIRED"):
            pytest.fail("no PostgreSQL")
        pytest.skip("no PostgreSQL on this machine")
    running = ExitStack()
    atexit.register(running.close)
    return running.enter_context(served())


@contextmanager
def served() -> Iterator[Postgres]:
    """A server with an empty cluster, stopped and deleted afterwards. It refuses to run as root."""
    user = "postgres" if os.geteuid() == 0 else None
    folder = Path(mkdtemp(prefix="cchc-pg-"))
    if user:
        person = pwd.getpwnam(user)
        os.chown(folder, person.pw_uid, person.pw_gid)
        folder.chmod(0o755)
    server = Postgres(free_port(), folder, user)
    try:
        choices = ("-U", "cchc", "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8", "-N")
        _as(user, _BINARIES[-1], "-D", folder / "pg", *choices)
        server.start()
        try:
            yield server
        finally:
            server.stop("immediate")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _as(user: str | None, *command: str | Path) -> None:
    changed = ["runuser", "-u", user, "--"] if user else []
    subprocess.run([*changed, *map(str, command)], check=True, stdout=subprocess.DEVNULL, timeout=120)
