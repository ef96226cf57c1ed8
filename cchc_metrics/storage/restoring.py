"""The exchange of a data folder for one that a backup was unpacked into: two renames, finished by the next start."""

from datetime import UTC, datetime
from pathlib import Path

from cchc_metrics.config import Settings
from cchc_metrics.storage.files import sync_folder


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
        moment = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
        aside = old.with_name(f"{old.name}.before-restore-{moment}")
        old.rename(aside)
    ready.rename(old)
    sync_folder(old.parent)
    return aside
