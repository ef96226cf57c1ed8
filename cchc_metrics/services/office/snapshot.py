"""A look at an office that another process holds: its journal and archive as they are now, read and never written.

The journal is the truth and only grows; a change set is in the archive before its line is in the journal. So the lines
that are whole, with the change sets that they name, are a sound office of a moment, whatever the other process does.
Where no process holds the office, its database is taken along, and nothing need be made again.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from cchc_metrics.config import Settings
from cchc_metrics.errors import StoreBusyError
from cchc_metrics.services.office.office import Office
from cchc_metrics.storage import move_out
from cchc_metrics.storage.lock import FolderLock


@contextmanager
def snapshot(settings: Settings, progress: Callable[[int, int], None] | None = None) -> Iterator[Office]:
    """The office of a data folder as it is now, in a folder of its own that goes afterwards; what is stored there is
    lost. Raises what ``Office.open`` raises for a damaged store; OSError when the folder cannot be read.
    """
    with TemporaryDirectory(prefix="cchc-") as folder:
        place = settings.in_folder(Path(folder))
        if settings.lake:
            move_out(settings, place.data_dir)
            office = Office.open(place, progress)
            try:
                yield office
            finally:
                office.close()
            return
        lines = _copied(settings, place)
        shutil.copytree(settings.archive, place.archive, copy_function=_beside)
        _leave_out_later(place.archive, lines.count(b"\n"))
        office = Office.open(place, progress)
        try:
            yield office
        finally:
            office.close()


def _copied(settings: Settings, place: Settings) -> bytes:
    """The lines of the journal, copied; and the database beside them, held still meanwhile, unless another holds it."""
    try:
        lock = FolderLock(settings.data_dir)
    except (StoreBusyError, OSError):
        lines = _whole_lines(settings.journal)
    else:
        try:
            lines = _whole_lines(settings.journal)
            if settings.database.exists():
                shutil.copyfile(settings.database, place.database)
        finally:
            lock.release()
    place.journal.write_bytes(lines)
    return lines


def _whole_lines(journal: Path) -> bytes:
    """The lines that are written to their end; one that is being written is not there yet."""
    data = journal.read_bytes()
    return data[: data.rfind(b"\n") + 1]


def _leave_out_later(archive: Path, lines: int) -> None:
    """Take away the change sets of entries whose lines came after the look."""
    for path in archive.glob("*.changes.parquet"):
        number = path.name.partition(".")[0]
        if number.isdecimal() and int(number) > lines:
            path.unlink()


def _beside(source: str, target: str) -> str:
    """The same file under another name where that can be had, else a copy; what vanished was never a whole file."""
    with suppress(OSError):
        os.link(source, target)
        return target
    with suppress(FileNotFoundError):
        shutil.copyfile(source, target)
    return target
