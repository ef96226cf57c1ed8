"""Backups of the office: made on a schedule, proven by restoring them, kept by a policy, copied to a second folder."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event, Lock, Thread

from cchc_metrics import storage
from cchc_metrics.access import SYSTEM, Deed, require
from cchc_metrics.access.audit_line import Kept as Line
from cchc_metrics.access.keeping import access_of, let_go
from cchc_metrics.config import Settings
from cchc_metrics.errors import CchcError
from cchc_metrics.labels import texts
from cchc_metrics.model import Actor
from cchc_metrics.services.office.office import Office
from cchc_metrics.storage import Drill, backup, backup_folder
from cchc_metrics.storage.backup_folder import moment_of as drill_moment

__all__ = ["Drill", "Schedule", "State", "back_up", "back_up_older", "drill_moment", "restore", "state"]

logger = logging.getLogger(__name__)

# The first look after a start waits until the start is over; then one an hour.
_AFTER_START, _BETWEEN = timedelta(minutes=10), timedelta(hours=1)
OLD = timedelta(days=2)
_turn = Lock()
# Which version wrote into the folder last.
# Why the last backup into the office's own folder was not made; empty once one was.
_FAILED = "backup-failed"


@dataclass(frozen=True, slots=True)
class Kept:
    """A backup that was made.

    second: its copy in the second folder, None where none is named · drill: None when it was not asked for.
    """

    backup: storage.Backup
    second: Path | None
    drill: Drill | None


def back_up(office: Office, actor: Actor, folder: Path | None = None, *, prove: bool = True) -> Kept:
    """Make a backup, restore it for trial, copy it to the second folder and let old ones go.

    folder: somewhere else than where the office keeps its own; old ones there stay. Raises CchcError, NotAllowedError.
    """
    require(actor, Deed.MAINTAIN)
    return _recorded(office, actor, folder, prove=prove)


def back_up_older(office: Office) -> Kept | None:
    """A backup of a folder that another version of the program wrote last; None for one that holds nothing.

    Raises CchcError when it cannot be made.
    """
    return _recorded(office, SYSTEM, None, prove=False) if office.version else None


def restore(settings: Settings, actor: Actor, file: Path | None) -> storage.Restored:
    """Put a backup in the place of the data; file: None for the newest. The office is closed meanwhile.

    The audit log goes on: what people did since the backup stays told, and a line tells of the restore. Raises
    CchcError when there is none or it is not sound, StoreBusyError, NotAllowedError.
    """
    require(actor, Deed.MAINTAIN)
    newest = backup_folder.listed(settings.backups)
    if file is None and not newest:
        raise CchcError(texts().backup.none)
    asked = file or newest[0].path
    done = storage.restore(settings, asked, actor)
    let_go(settings)
    counts = {"entries": done.entries, "lost": done.lost, "redacted": len(done.redone)}
    if done.before is not None:
        access_of(settings).audit.take_over(done.before / settings.audit.name)
    access_of(settings).audit.record(Line.RESTORE, actor, about=asked.name, after=counts)
    return done


@dataclass(frozen=True, slots=True)
class State:
    """The newest backup and the last drill of the office's own folder; None where there is none yet.

    failed: why the last one was not made, in a sentence; empty when it was.
    """

    newest: storage.Backup | None
    drill: Drill | None
    failed: str = ""

    @property
    def is_old(self) -> bool:
        """Whether there should be a newer one."""
        return self.newest is not None and datetime.now(UTC) - self.newest.moment > OLD


def state(settings: Settings) -> State:
    """How the backups stand."""
    found = backup_folder.listed(settings.backups)
    failed = access_of(settings).ledger.setting(_FAILED)
    return State(found[0] if found else None, backup_folder.last_drill(settings.backups), failed)


class Schedule:
    """Backups beside the work, for as long as the process lives."""

    def __init__(self, office: Office, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._office, self._now, self._over = office, now, Event()
        self._thread: Thread | None = None

    def start(self) -> None:
        """Begin; once is enough. Nothing begins where the setting says never."""
        if self._thread is None and self._office.settings.backup_hours > 0:
            self._thread = Thread(target=self._run, name="backups", daemon=True)
            self._thread.start()

    def look(self) -> bool:
        """Make a backup if one is due; whether it was made."""
        every = timedelta(hours=self._office.settings.backup_hours)
        newest = state(self._office.settings).newest
        if self._office.version == 0 or (newest is not None and self._now() - newest.moment < every):
            return False
        try:
            _recorded(self._office, SYSTEM, None, prove=True)
        except CchcError as error:
            logger.warning("no backup was made: %s", error)
            return False
        return True

    def _run(self) -> None:
        wait = _AFTER_START
        while not self._over.wait(wait.total_seconds()):
            self.look()
            wait = _BETWEEN


def _recorded(office: Office, actor: Actor, folder: Path | None, *, prove: bool) -> Kept:
    """A backup with its lines in the audit log, one that could not be made too. Raises CchcError."""
    access, settings = access_of(office.settings), office.settings
    record = access.audit.record
    try:
        kept = _backed_up(office, folder, prove=prove)
    except (CchcError, OSError) as error:
        record(Line.BACKUP, actor, text=texts().audit.not_made, after={"error": type(error).__name__})
        why = str(error) if isinstance(error, CchcError) else texts().backup.not_made.format(folder=settings.backups)
        if folder is None:
            access.ledger.set(_FAILED, why)
        raise CchcError(why) from error
    if folder is None and access.ledger.setting(_FAILED):
        access.ledger.set(_FAILED, "")
    made, drilled = kept.backup, kept.drill
    copied = {"copied": True} if kept.second else {}
    record(Line.BACKUP, actor, about=made.path.name, after={"entries": made.entries, "bytes": made.size, **copied})
    if drilled is not None:
        record(Line.DRILL, actor, about=drilled.name, text=" ".join(drilled.problems) or texts().audit.drill_fine)
    return kept


def _backed_up(office: Office, folder: Path | None, *, prove: bool) -> Kept:
    settings = office.settings
    with _turn:
        made = backup.make(office.store, folder or settings.backups)
        drilled = backup.drill(settings, made.path) if prove else None
        second = (
            backup_folder.copied(made, settings.backup_second) if settings.backup_second and folder is None else None
        )
        if folder is None:
            if drilled is not None:
                backup_folder.note_drill(settings.backups, drilled)
            # A backup that does not restore makes no older one superfluous.
            if drilled is not None and not drilled.problems:
                for place in (settings.backups, settings.backup_second):
                    if place is not None:
                        backup_folder.thin_out(place)
    return Kept(made, second, drilled)
