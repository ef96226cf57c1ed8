"""The exchange of a data folder for one that a backup was unpacked into: two renames, finished by the next start."""

from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from cchc_metrics.config import Settings
from cchc_metrics.storage.files import sync_folder

_BEFORE, _MOMENT = ".before-restore-", "%Y%m%dT%H%M%SZ"


def folders_before(settings: Settings) -> list[tuple[Path, datetime]]:
    """The folders that restores put aside, each with its moment."""
    found = []
    for folder in sorted(settings.data_dir.parent.glob(f"{settings.data_dir.name}{_BEFORE}*")):
        with suppress(ValueError):
            found.append((folder, datetime.strptime(folder.name.rsplit("-", 1)[1], _MOMENT).replace(tzinfo=UTC)))
    return found


def ready_folder(settings: Settings) -> Path:
    """A whole folder under this name takes the place of the data folder."""
    return settings.data_dir.with_name(settings.data_dir.name + ".restoring")


def complete(settings: Settings) -> Path | None:
    """Put a folder that is ready in its place; returns where the old one is now, None without any. Raises OSError."""
    ready, old = ready_folder(settings), settings.data_dir
    if not ready.is_dir():
        return None
    aside = None
    if old.exists():
        aside = old.with_name(f"{old.name}{_BEFORE}{datetime.now(UTC).strftime(_MOMENT)}")
        old.rename(aside)
    ready.rename(old)
    sync_folder(old.parent)
    return aside
