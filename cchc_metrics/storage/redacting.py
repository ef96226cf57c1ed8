"""The exchange of two data folders: the one in which a text was marked takes the place of the one that held it.

Each step looks at what is there, so that the whole may be begun again wherever it was broken off.
"""

import shutil
from pathlib import Path

from cchc_metrics.config import Settings
from cchc_metrics.storage import aside
from cchc_metrics.storage.files import sync_folder
from cchc_metrics.storage.gateway import database_files

UNREADY, READY = "redacting.tmp", "redacting"


def is_pending(settings: Settings) -> bool:
    """Whether an exchange was decided and is not finished."""
    return (settings.data_dir / READY).is_dir()


def exchange(settings: Settings) -> None:
    """Put the files of the prepared folder in their places; what held the text is deleted. Raises OSError.

    Nothing of the folder may be open. ``finish`` ends it.
    """
    ready = _prepared(settings)
    originals = settings.archive / "originals"
    if ready.archive.is_dir():
        if originals.is_dir():
            originals.rename(ready.archive / "originals")
        clear_away(settings.archive)
        ready.archive.rename(settings.archive)
        sync_folder(settings.data_dir)
    if ready.database.exists():
        log, _ = database_files(settings)
        log.unlink(missing_ok=True)
        ready.database.replace(settings.database)
    # What a checkpoint of the journal knows are the old bytes.
    settings.journal.with_name("journal.checkpoint").unlink(missing_ok=True)
    if ready.journal.exists():
        ready.journal.replace(settings.journal)
    sync_folder(settings.data_dir)


def finish(settings: Settings) -> None:
    """Delete what may hold the text besides: what was put aside, what lay in between. Raises OSError."""
    clear_away(settings.data_dir / aside.FOLDER)
    clear_away(settings.archive / aside.FOLDER)
    clear_away(settings.data_dir / READY)
    sync_folder(settings.data_dir)


def complete(settings: Settings) -> bool:
    """What a crash left of an exchange, done to its end; whether there was anything. Raises OSError."""
    clear_away(settings.data_dir / UNREADY)
    if not is_pending(settings):
        return False
    exchange(settings)
    finish(settings)
    return True


def _prepared(settings: Settings) -> Settings:
    """The settings of the prepared folder."""
    return settings.in_folder(settings.data_dir / READY)


def clear_away(folder: Path) -> None:
    """Delete a folder with all that is in it, if it is there. Raises OSError."""
    if folder.is_dir():
        shutil.rmtree(folder)
