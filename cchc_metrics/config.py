"""Settings, read once from the environment and frozen.

Every limit has a stated default; an administrator changes it with an environment variable of the same name
in capitals behind ``CCHC_`` (``CCHC_DATA_DIR``, ``CCHC_MAX_FILE_MB`` …).
"""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
LOGINS = ("local", "accounts", "oidc", "proxy")
_ORIGIN = re.compile(r"https?://[a-z0-9.\-]+(:[0-9]{1,5})?")
_BUCKET = re.compile(r"s3://[a-z0-9][a-z0-9.\-]*(/[A-Za-z0-9._\-]+)*/?")


@dataclass(frozen=True, slots=True)
class ReaderLimits:
    """What one uploaded file may cost. Beyond a limit the file is refused with a sentence that names it."""

    file_mb: int = 20
    unpacked_mb: int = 200
    sheets: int = 20
    rows: int = 200_000
    # Of a Parquet file: a row takes a fraction of what it takes in a spreadsheet, some 1.3 kB while it is checked.
    parquet_rows: int = 400_000
    columns: int = 500
    seconds: int = 60
    memory_mb: int = 1024


@dataclass(frozen=True, slots=True)
class Settings:
    """Where things are and how much of the machine they may use."""

    data_dir: Path
    reference_dir: Path
    reader: ReaderLimits
    memory_limit: str = "2GB"
    threads: int = 2
    timezone: str = "Asia/Ho_Chi_Minh"
    home_entity: str = "P34-44"
    # A computed rank over fewer than this share of the era's provinces says more about who published than about
    # who leads, so it is withheld.
    rank_coverage: float = 0.9
    # A try-out with made-up figures: its folder opens in no other way, and everything in it says so.
    illustrative: bool = False
    # Where it is served besides the machine's own names: whole origins, such as https://cchc.example.vn.
    addresses: frozenset[str] = frozenset()
    # What files that visitors chose may take of the memory, one session's and all together.
    uploads_session_mb: int = 100
    uploads_mb: int = 400
    # Who is asking, exactly one way: "local" (one operator at the machine, no login), "accounts" (each person signs in
    # with a password), "oidc" (at the office's identity provider), "proxy" (a proxy in front tells).
    login: str = "local"
    # How the office's own systems tell who somebody is (access/identity.py); needed by "oidc" and "proxy".
    identity_file: Path | None = None
    # The key by which journal lines are sealed; never in the data folder. None: lines bear no seal.
    key_file: Path | None = None
    # The mail server by which digests go out; None: they stay on the screen.
    mail_file: Path | None = None

    # Where backups go (None: beside the data folder), where a second copy goes, and every how many hours; 0: never.
    backup_dir: Path | None = None
    backup_second: Path | None = None
    backup_hours: int = 24
    # A file, elsewhere, that holds the pass phrase of the backups; None: they are not encrypted.
    backup_phrase: Path | None = None
    # A store that several servers share (docs/deployment.md): where its PostgreSQL is, and the folder that all of them
    # see, or the bucket of an S3-compatible server with the file that tells its address and key. Empty: the office is
    # in the data folder, of one process.
    lake: str = ""
    lake_dir: Path | None = None
    lake_bucket: str = ""
    s3_file: Path | None = None

    def in_folder(self, folder: Path) -> "Settings":
        """The same settings with the office in a folder of its own, of one process."""
        return replace(self, data_dir=folder, lake="", lake_dir=None, lake_bucket="")

    @property
    def backups(self) -> Path:
        return self.backup_dir or self.data_dir.with_name(f"{self.data_dir.name}-backups")

    @property
    def access(self) -> Path:
        """Accounts, sessions and the head of the audit log: not derived from the journal, backed up on their own."""
        return self.data_dir / "access.sqlite"

    @property
    def audit(self) -> Path:
        return self.data_dir / "audit.jsonl"

    @property
    def database(self) -> Path:
        return self.data_dir / "cchc.duckdb"

    @property
    def journal(self) -> Path:
        return self.data_dir / "journal.jsonl"

    @property
    def archive(self) -> Path:
        """Where originals and change sets of a data folder lie."""
        return self.data_dir / "archive"

    @property
    def temp(self) -> Path:
        return self.data_dir / "tmp"


def load_settings(environ: Mapping[str, str] = os.environ) -> Settings:
    """Settings of this process. Raises ValueError when a number is none, an address no origin, a login unknown."""
    defaults, illustrative = ReaderLimits(), environ.get("CCHC_DEMO", "") == "1"
    folder = PROJECT / "data" / ("demo-local" if illustrative else "local")
    lake, bucket = _lake(environ)
    limits = ReaderLimits(
        file_mb=int(environ.get("CCHC_MAX_FILE_MB", defaults.file_mb)),
        unpacked_mb=int(environ.get("CCHC_MAX_UNPACKED_MB", defaults.unpacked_mb)),
        sheets=int(environ.get("CCHC_MAX_SHEETS", defaults.sheets)),
        rows=int(environ.get("CCHC_MAX_ROWS", defaults.rows)),
        parquet_rows=int(environ.get("CCHC_MAX_PARQUET_ROWS", defaults.parquet_rows)),
        columns=int(environ.get("CCHC_MAX_COLUMNS", defaults.columns)),
        seconds=int(environ.get("CCHC_READ_SECONDS", defaults.seconds)),
        memory_mb=int(environ.get("CCHC_READ_MEMORY_MB", defaults.memory_mb)),
    )
    return Settings(
        data_dir=Path(environ.get("CCHC_DATA_DIR", folder)).resolve(),
        reference_dir=PROJECT / "data" / "reference",
        reader=limits,
        memory_limit=environ.get("CCHC_MEMORY_LIMIT", "2GB"),
        threads=int(environ.get("CCHC_THREADS", "2")),
        home_entity=environ.get("CCHC_HOME_ENTITY", "P34-44"),
        illustrative=illustrative,
        addresses=_origins(environ.get("CCHC_ADDRESSES", "")),
        uploads_session_mb=int(environ.get("CCHC_UPLOADS_SESSION_MB", "100")),
        uploads_mb=int(environ.get("CCHC_UPLOADS_MB", "400")),
        login=_login(environ.get("CCHC_LOGIN", "local")),
        identity_file=_place(environ, "CCHC_IDENTITY_FILE"),
        mail_file=_place(environ, "CCHC_MAIL_FILE"),
        key_file=_key_file(environ),
        backup_dir=_place(environ, "CCHC_BACKUP_DIR"),
        backup_second=_place(environ, "CCHC_BACKUP_SECOND"),
        backup_phrase=_place(environ, "CCHC_BACKUP_PASSPHRASE_FILE"),
        backup_hours=int(environ.get("CCHC_BACKUP_HOURS", "24")),
        lake=lake,
        lake_dir=_place(environ, "CCHC_LAKE_DIR") if lake and not bucket else None,
        lake_bucket=bucket,
        s3_file=_place(environ, "CCHC_S3_FILE"),
    )


def _login(mode: str) -> str:
    if mode not in LOGINS:
        raise ValueError(f"CCHC_LOGIN: {mode!r} is none of {', '.join(LOGINS)}")
    return mode


def _place(environ: Mapping[str, str], name: str) -> Path | None:
    return Path(environ[name]).resolve() if environ.get(name) else None


def _lake(environ: Mapping[str, str]) -> tuple[str, str]:
    """The address of the PostgreSQL of a shared store, as libpq reads it, and its bucket; empty for a data folder."""
    named = environ.get("CCHC_DATABASE", "")
    sort, _, address = named.partition(":")
    if named and (sort != "ducklake" or not address.startswith(("postgres://", "postgresql://"))):
        raise ValueError("CCHC_DATABASE: not like ducklake:postgres://cchc@db.example.vn/cchc")
    place = environ.get("CCHC_LAKE_DIR", "")
    if named and not place:
        raise ValueError("CCHC_DATABASE needs CCHC_LAKE_DIR, a folder that all servers see or s3://bucket/prefix")
    if not named or not place.startswith("s3:"):
        return address, ""
    if not _BUCKET.fullmatch(place):
        raise ValueError("CCHC_LAKE_DIR: not like s3://bucket/prefix")
    if not environ.get("CCHC_S3_FILE"):
        raise ValueError("CCHC_LAKE_DIR in a bucket needs CCHC_S3_FILE, which tells its address and key")
    return address, place


def _origins(listed: str) -> frozenset[str]:
    origins = frozenset(one.strip().rstrip("/").lower() for one in listed.split(",") if one.strip())
    for origin in origins:
        if not _ORIGIN.fullmatch(origin):
            raise ValueError(f"CCHC_ADDRESSES: {origin!r} is not like https://cchc.example.vn")
    return origins


def _key_file(environ: Mapping[str, str]) -> Path | None:
    """Where the key of the seals lies: named, or in the person's own folder; an empty name means none."""
    home = environ.get("HOME") or environ.get("USERPROFILE")
    named = environ.get("CCHC_KEY_FILE", str(Path(home) / ".cchc-metrics" / "journal.key") if home else "")
    return Path(named).resolve() if named else None
