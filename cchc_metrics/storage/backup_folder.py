"""A folder of backups: what is in it, what of it is kept, and what came of the last drill."""

import json
import os
import re
import shutil
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from cchc_metrics.errors import CchcError
from cchc_metrics.labels import texts
from cchc_metrics.storage.files import sync_folder, write_durably

MOMENT, UNFINISHED = "%Y%m%dT%H%M%SZ", ".unfinished"
_NAME = re.compile(r"cchc-(\d{8}T\d{6}Z)-(\d+)\.zip(\.age)?")
# So many of the newest are kept, then one a day, a week, a month.
KEPT, KEPT_DAYS, KEPT_WEEKS, KEPT_MONTHS = 3, 7, 8, 24


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup file in its folder, by its name."""

    path: Path
    moment: datetime
    entries: int
    size: int


@dataclass(frozen=True, slots=True)
class Drill:
    """A backup that was opened beside the work. problems: a sentence each; none means that it can be restored."""

    name: str
    moment: str
    entries: int
    seconds: float
    problems: tuple[str, ...]


def listed(folder: Path) -> list[Backup]:
    """The backups in a folder, the newest first; none where there is no folder."""
    if not folder.is_dir():
        return []
    found = [(path, _NAME.fullmatch(path.name)) for path in folder.iterdir()]
    backups = [
        Backup(path, datetime.strptime(match[1], MOMENT).replace(tzinfo=UTC), int(match[2]), path.stat().st_size)
        for path, match in found
        if match
    ]
    return sorted(backups, key=lambda one: one.path.name, reverse=True)


def thin_out(folder: Path) -> list[Path]:
    """Delete the backups that the policy does not keep; returns them. Raises OSError."""
    backups = listed(folder)
    kept = {one.path for one in backups[:KEPT]}
    for words, most in (("%Y-%m-%d", KEPT_DAYS), ("%G-%V", KEPT_WEEKS), ("%Y-%m", KEPT_MONTHS)):
        newest = {one.moment.strftime(words): one.path for one in reversed(backups)}
        kept |= set([newest[name] for name in sorted(newest, reverse=True)][:most])
    gone = [one.path for one in backups if one.path not in kept]
    for path in gone:
        path.unlink()
    return gone


def copied(backup: Backup, folder: Path) -> Path:
    """The same file in a second folder, compared after it was written. Raises CchcError."""
    target = folder / backup.path.name
    try:
        folder.mkdir(parents=True, exist_ok=True)
        unfinished = target.with_name(target.name + UNFINISHED)
        shutil.copyfile(backup.path, unfinished)
        with unfinished.open("rb+") as file:
            os.fsync(file.fileno())
        if _digest(unfinished) != _digest(backup.path):
            unfinished.unlink()
            raise CchcError(texts().backup.copy_differs.format(folder=folder))
        unfinished.replace(target)
        sync_folder(folder)
    except OSError as error:
        raise CchcError(texts().backup.not_made.format(folder=folder)) from error
    return target


def note_drill(folder: Path, done: Drill) -> None:
    """Keep the outcome beside the backups. Raises OSError."""
    write_durably(folder / "drill.json", json.dumps(asdict(done), ensure_ascii=False).encode())


def last_drill(folder: Path) -> Drill | None:
    """The outcome of the last drill; None when there was none."""
    try:
        found = json.loads((folder / "drill.json").read_bytes())
        return Drill(**{**found, "problems": tuple(found["problems"])})
    except (OSError, ValueError, KeyError, TypeError):
        return None


def moment_of(drilled: Drill) -> datetime:
    """When a drill was begun."""
    return datetime.strptime(drilled.moment, MOMENT).replace(tzinfo=UTC)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        digest = sha256()
        while block := file.read(1 << 20):
            digest.update(block)
        return digest.hexdigest()
