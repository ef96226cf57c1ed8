"""Copies of the data folder that a redaction does not reach: backups, and folders that a restore put aside."""

from datetime import UTC, datetime

from cchc_metrics.config import Settings
from cchc_metrics.model import Action, Entry
from cchc_metrics.services.office.office import Office
from cchc_metrics.storage import backup_folder
from cchc_metrics.storage.restoring import folders_before


def copies_since(settings: Settings, first: int, until: datetime | None = None) -> tuple[str, ...]:
    """Names of the copies made up to a moment in which an entry is; those elsewhere than in our folders nobody knows.

    first: the number of the entry · until: None for now.
    """
    end = until or datetime.now(UTC)
    folders = [settings.backups, *([settings.backup_second] if settings.backup_second else [])]
    backups = [one for folder in folders for one in backup_folder.listed(folder)]
    names = [one.path.name for one in backups if one.moment <= end and one.entries >= first]
    names += [folder.name for folder, moment in folders_before(settings) if moment <= end]
    return tuple(dict.fromkeys(names))


def still_holding(office: Office) -> tuple[tuple[Entry, tuple[str, ...]], ...]:
    """Each redaction with the copies that still hold what it took out; only those that have any."""
    done = [entry for entry in office.store.entries() if entry.action is Action.REDACT]
    held = ((one, copies_since(office.settings, min(one.redacts, default=1), one.recorded_at)) for one in done)
    return tuple((one, names) for one, names in held if names)
