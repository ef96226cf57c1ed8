"""The derived database made again: beside the old one, and only once it is whole in its place."""

import shutil
from pathlib import Path

from cchc_metrics.config import Settings
from cchc_metrics.errors import CchcError
from cchc_metrics.labels import texts
from cchc_metrics.storage import tables
from cchc_metrics.storage.archive import Archive
from cchc_metrics.storage.aside import Reason, put_aside
from cchc_metrics.storage.files import sync_folder
from cchc_metrics.storage.gateway import Gateway, database_files
from cchc_metrics.storage.ledger import Progress, replay
from cchc_metrics.storage.seams import Journal

_BESIDE = "rebuilt"


def made_beside(
    settings: Settings, archive: Archive, journal: Journal, upto: int, progress: Progress | None = None
) -> Path:
    """A database of the first ``upto`` entries, closed, in a folder of its own; returns where it is.

    Raises StoreDamagedError when a change set is absent or changed, CchcError or OSError when it cannot be written.
    """
    beside = settings.in_folder(settings.temp / _BESIDE)
    shutil.rmtree(beside.data_dir, ignore_errors=True)
    beside.data_dir.mkdir(parents=True)
    gateway = Gateway(beside)
    try:
        tables.create(gateway)
        replay(gateway, archive, journal, range(1, upto + 1), progress)
        gateway.checkpoint()
    finally:
        gateway.close()
    log, database = database_files(beside)
    if log.exists():
        raise CchcError(texts().errors.database_disk)
    return database


def put_in_place(settings: Settings, made: Path, reason: Reason | None) -> None:
    """Exchange the database for another one; with a reason the old files are put aside, else they are deleted.

    The old log goes first: a log beside a database that is not its own would be played into it. Raises OSError.
    """
    old = database_files(settings)
    if reason is not None:
        put_aside(settings.data_dir, old, reason)
    for file in old:
        file.unlink(missing_ok=True)
    made.replace(settings.database)
    sync_folder(settings.data_dir)
    shutil.rmtree(made.parent, ignore_errors=True)
