"""A whole backup of a data folder in one file, made while the office works, and what proves that it can be used.

``cchc-<moment>-<entries>.zip`` holds the journal, the archive, accounts and audit log, and ``manifest.json`` with the
hash of each, the head of the journal and the checksum of all facts. The database is not in it: it is made again. The
file appears under its name only when it is whole and on the disk. With a pass phrase it is an age file (``.zip.age``),
which the program ``age`` opens too.
"""

import json
import os
import sqlite3
import zipfile
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from hashlib import sha256
from io import BytesIO
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from pyrage import DecryptError, passphrase

from cchc_metrics import __version__
from cchc_metrics.config import Settings
from cchc_metrics.errors import CchcError
from cchc_metrics.labels import texts
from cchc_metrics.storage import facts
from cchc_metrics.storage.backup_folder import MOMENT, UNFINISHED, Backup, Drill
from cchc_metrics.storage.files import sync_folder
from cchc_metrics.storage.lake.moving import folder_files
from cchc_metrics.storage.store import Store
from cchc_metrics.storage.verifying import verify

_MANIFEST, _ENCRYPTED = "manifest.json", ".age"
_SHORTEST_PHRASE = 10


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup says of itself. files: name -> SHA-256 · facts: those in force per table · checksum: of them."""

    version: str
    moment: str
    entries: int
    head: str
    checksum: str
    facts: Mapping[str, int]
    files: Mapping[str, str]


def make(store: Store, folder: Path) -> Backup:
    """Write a backup into a folder; writes to the store wait meanwhile, reads do not.

    Raises CchcError when the folder cannot be written or has no room; then nothing of it is left.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with store.standing_still(), TemporaryDirectory(prefix=".backup-", dir=folder) as scratch:
            moment = datetime.now(UTC).replace(microsecond=0)
            phrase = phrase_of(store.parts.settings)
            name = f"cchc-{moment.strftime(MOMENT)}-{store.version}.zip"
            path = folder / (name + _ENCRYPTED if phrase else name)
            unfinished = path.with_name(path.name + UNFINISHED)
            try:
                _write(store, unfinished, Path(scratch), moment)
                if phrase:
                    _rewrite(unfinished, passphrase.encrypt(unfinished.read_bytes(), phrase))
                unfinished.replace(path)
            finally:
                unfinished.unlink(missing_ok=True)
        sync_folder(folder)
    except OSError as error:
        raise CchcError(texts().backup.not_made.format(folder=folder)) from error
    return Backup(path, moment, store.version, path.stat().st_size)


def phrase_of(settings: Settings) -> str:
    """The pass phrase of the backups; empty where none is set. Raises CchcError when it does not read or is short."""
    if settings.backup_phrase is None:
        return ""
    try:
        phrase = settings.backup_phrase.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise CchcError(texts().backup.no_phrase.format(file=settings.backup_phrase)) from error
    if len(phrase) < _SHORTEST_PHRASE:
        raise CchcError(texts().backup.short_phrase.format(file=settings.backup_phrase, count=_SHORTEST_PHRASE))
    return phrase


def unpacked(settings: Settings, file: Path) -> Manifest:
    """Unpack a backup into the empty data folder of these settings, each file checked.

    Raises CchcError when it is none or damaged, or its pass phrase is another.
    """
    t, into = texts().backup, settings.data_dir
    try:
        with zipfile.ZipFile(_opened(settings, file)) as packed:
            manifest = Manifest(**json.loads(packed.read(_MANIFEST)))
            if set(packed.namelist()) != {_MANIFEST, *manifest.files}:
                raise CchcError(t.other_files.format(file=file.name))
            for name, digest in manifest.files.items():
                _unpack(packed, name, digest, into)
    except (OSError, ValueError, KeyError, TypeError, zipfile.BadZipFile, EOFError, NotImplementedError) as error:
        raise CchcError(t.no_backup.format(file=file.name)) from error
    for folder in {into, *(path for path in into.rglob("*") if path.is_dir())}:
        sync_folder(folder)
    return manifest


def drill(settings: Settings, file: Path) -> Drill:
    """Restore a backup into a temporary folder, make its database again and compare everything with what it says."""
    started, problems, entries = datetime.now(UTC), [], 0
    with TemporaryDirectory(prefix="cchc-drill-", dir=_roomy(settings)) as folder:
        beside = settings.in_folder(Path(folder) / "data")
        beside.data_dir.mkdir()
        try:
            manifest = unpacked(beside, file)
            entries = manifest.entries
            problems += proven(beside, manifest)
        except CchcError as error:
            problems.append(str(error))
    seconds = round((datetime.now(UTC) - started).total_seconds(), 1)
    return Drill(file.name, started.strftime(MOMENT), entries, seconds, tuple(problems))


def proven(settings: Settings, manifest: Manifest) -> list[str]:
    """What of an unpacked backup is not as its manifest says: journal, archive, facts, accounts. Raises CchcError."""
    t, problems = texts().backup, []
    store = Store.open(settings)
    try:
        if (store.version, store.parts.journal.head) != (manifest.entries, manifest.head):
            problems.append(t.other_journal.format(found=store.version, expected=manifest.entries))
        counts = store.ask(facts.counts, at_once=True)
        # A kind that this program has and the one of the backup had not holds nothing.
        held = {name: count for name, count in counts.items() if count}
        if held != {name: count for name, count in manifest.facts.items() if count}:
            problems.append(t.other_counts)
        if manifest.version == __version__ and store.checksum() != manifest.checksum:
            problems.append(t.other_facts)
        problems += verify(store).problems
    finally:
        store.close()
    if settings.access.exists():
        with closing(sqlite3.connect(settings.access)) as ledger:
            if ledger.execute("PRAGMA integrity_check").fetchone() != ("ok",):
                problems.append(t.accounts_damaged)
    return problems


def _write(store: Store, target: Path, scratch: Path, moment: datetime) -> None:
    journal = store.parts.journal
    journal.require_unchanged()
    sources = dict(_sources(store, scratch))
    digests: dict[str, str] = {}
    with target.open("xb") as file:
        target.chmod(0o600)
        with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as packed:
            for name, content in sources.items():
                data = content()
                digests[name] = sha256(data).hexdigest()
                packed.writestr(zipfile.ZipInfo(name), data)
            manifest = Manifest(
                version=__version__,
                moment=moment.strftime(MOMENT),
                entries=store.version,
                head=journal.head,
                checksum=store.checksum(),
                facts=store.ask(facts.counts, at_once=True),
                files=digests,
            )
            packed.writestr(_MANIFEST, json.dumps(asdict(manifest), ensure_ascii=False, indent=1))
        file.flush()
        os.fsync(file.fileno())


def _sources(store: Store, scratch: Path) -> Iterable[tuple[str, Callable[[], bytes]]]:
    """Name in the backup -> content. Accounts are copied by SQLite itself, for they may be written to meanwhile.

    A store that several servers share becomes what a folder would be: its backups open without any of them.
    """
    settings = store.parts.settings
    if settings.lake:
        yield from folder_files(store.parts)
    else:
        yield settings.journal.name, settings.journal.read_bytes
        for path in sorted(settings.archive.rglob("*")):
            inside = path.relative_to(settings.data_dir)
            if path.is_file() and path.suffix != ".tmp" and "set-aside" not in inside.parts:
                yield str(PurePosixPath(inside)), path.read_bytes
    if settings.access.exists():
        copy = scratch / settings.access.name
        with closing(sqlite3.connect(settings.access)) as ledger, closing(sqlite3.connect(copy)) as copied_to:
            ledger.backup(copied_to)
        yield settings.access.name, copy.read_bytes
    if settings.audit.exists():
        whole = settings.audit.read_bytes()
        copy = scratch / settings.audit.name
        copy.write_bytes(whole[: whole.rfind(b"\n") + 1])
        yield settings.audit.name, copy.read_bytes


def _unpack(packed: zipfile.ZipFile, name: str, digest: str, into: Path) -> None:
    """One file of a backup, if its name stays inside the folder and its bytes are those of the manifest."""
    t, inside = texts().backup, PurePosixPath(name)
    if inside.is_absolute() or ".." in inside.parts or "\\" in name:
        raise CchcError(t.other_files.format(file=name))
    data = packed.read(name)
    if sha256(data).hexdigest() != digest:
        raise CchcError(t.damaged.format(name=name))
    target = into.joinpath(*inside.parts)
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _opened(settings: Settings, file: Path) -> Path | BytesIO:
    if file.suffix != _ENCRYPTED:
        return file
    try:
        return BytesIO(passphrase.decrypt(file.read_bytes(), phrase_of(settings)))
    except DecryptError as error:
        raise CchcError(texts().backup.other_phrase.format(file=file.name)) from error


def _rewrite(file: Path, data: bytes) -> None:
    with file.open("wb") as opened:
        opened.write(data)
        opened.flush()
        os.fsync(opened.fileno())


def _roomy(settings: Settings) -> Path | None:
    """Where a whole copy finds room: beside the backups of the office, where they are kept."""
    return settings.backups if settings.backups.is_dir() else None
