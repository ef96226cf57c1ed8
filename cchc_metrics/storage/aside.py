"""What was put aside: damaged or foreign files and bytes that were cut, each under a name never used before.

``set-aside/<moment>-<number>.<reason>.<name>``: the reason is part of the name, so that no second file has to agree.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from cchc_metrics.storage.files import sync_folder, write_durably

FOLDER = "set-aside"
_NAME = re.compile(r"(?P<moment>\d{8}T\d{6}Z)-\d+\.(?P<reason>[a-z-]+)\.(?P<name>.+)")


class Reason(StrEnum):
    """Why something was put aside."""

    DAMAGED = "damaged"  # a database that does not read
    FOREIGN = "foreign"  # a database of another journal
    DIFFERENT = "different"  # a database whose facts are not those of the journal
    TORN = "torn"  # bytes at the end of the journal that were no line
    REPLACED = "replaced"  # the journal before its repair
    UNNAMED = "unnamed"  # a file of the archive that no entry names


@dataclass(frozen=True, slots=True)
class PutAside:
    """One file that was put aside. name: as it was called before."""

    path: Path
    name: str
    reason: Reason
    moment: datetime
    size: int


def put_aside(folder: Path, files: Iterable[Path], reason: Reason) -> list[Path]:
    """Move files that are there out of the way, durably; returns where they are now. Raises OSError."""
    moved = []
    for file in files:
        if file.exists():
            target = _free(folder, reason, file.name)
            file.replace(target)
            sync_folder(file.parent)
            moved.append(target)
    if moved:
        sync_folder(folder / FOLDER)
    return moved


def keep_bytes(folder: Path, name: str, data: bytes, reason: Reason) -> Path:
    """Keep bytes that are about to be cut from a file. Raises OSError."""
    target = _free(folder, reason, name)
    write_durably(target, data)
    return target


def listed(folder: Path) -> list[PutAside]:
    """Everything put aside, the newest first."""
    place = folder / FOLDER
    found = [_read(path) for path in place.iterdir()] if place.is_dir() else []
    return sorted((one for one in found if one is not None), key=lambda one: one.path.name, reverse=True)


def copies(folder: Path, digest: str) -> list[Path]:
    """Files put aside that were an original with this hash; where older programs put them too."""
    places = (folder / FOLDER, folder / "archive" / FOLDER)
    return [path for place in places if place.is_dir() for path in sorted(place.glob(f"*.{digest}"))]


def _free(folder: Path, reason: Reason, name: str) -> Path:
    place = folder / FOLDER
    if not place.is_dir():
        place.mkdir()
        sync_folder(folder)
    moment = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    number = 1
    while (target := place / f"{moment}-{number}.{reason}.{name}").exists():
        number += 1
    return target


def _read(path: Path) -> PutAside | None:
    match = _NAME.fullmatch(path.name)
    if match is None or match["reason"] not in set(Reason):
        return None
    moment = datetime.strptime(match["moment"], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    return PutAside(path, match["name"], Reason(match["reason"]), moment, path.stat().st_size)
