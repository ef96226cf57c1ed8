"""A backup put in the place of the data folder, proven first; what was redacted since it was made is redacted again."""

from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from cchc_metrics.config import Settings
from cchc_metrics.errors import CchcError, StoreDamagedError
from cchc_metrics.labels import texts
from cchc_metrics.model import Action, Actor, Entry
from cchc_metrics.storage import lines
from cchc_metrics.storage.backup import Manifest, proven, unpacked
from cchc_metrics.storage.files import make_private, sync_folder, write_durably
from cchc_metrics.storage.lake.moving import move_in
from cchc_metrics.storage.lock import FolderLock
from cchc_metrics.storage.redacting import clear_away
from cchc_metrics.storage.redaction import every_text, text_behind
from cchc_metrics.storage.restoring import complete, ready_folder
from cchc_metrics.storage.seal import Seal
from cchc_metrics.storage.store import Store


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore did.

    entries: those of the backup · lost: how many were stored since, which are now in ``before`` only · before: the
    folder as it was, None when there was none · redone: redactions made again · notes: what was not.
    """

    entries: int
    lost: int
    before: Path | None
    redone: tuple[int, ...]
    notes: tuple[str, ...]


def restore(settings: Settings, file: Path, actor: Actor) -> Restored:
    """Put a backup in the place of the data folder, which is kept under another name; the office is closed meanwhile.

    A shared store has to be empty. Everything is proven beside it before anything is moved: unpacked, hashes compared,
    the database made again, counts and checksums compared. Raises StoreBusyError, CchcError when the file is no sound
    backup or the disk refuses.
    """
    try:
        if settings.lake:
            return _restored_on_lake(settings, file)
        with ExitStack() as held:
            if settings.data_dir.is_dir():
                held.callback(FolderLock(settings.data_dir).release)
            beside = settings.in_folder(ready_folder(settings).with_name(f"{settings.data_dir.name}.unpacked"))
            clear_away(beside.data_dir)
            beside.data_dir.mkdir(parents=True)
            beside.data_dir.chmod(0o700)
            try:
                manifest = _unpacked_and_proven(beside, file)
                known = _known(settings)
                redone, notes = _redacted_again(beside, manifest, known, actor)
                sync_folder(beside.data_dir)
                beside.data_dir.rename(ready_folder(settings))
            except BaseException:
                clear_away(beside.data_dir)
                raise
        # Decided: a crash from here on is finished by the next start.
        before = complete(settings)
    except OSError as error:
        raise CchcError(texts().errors.folder_unusable.format(folder=settings.data_dir)) from error
    return Restored(manifest.entries, max(0, len(known) - manifest.entries), before, redone, notes)


def _restored_on_lake(settings: Settings, file: Path) -> Restored:
    """Into a shared store that is empty: the one that was there before stays, for whoever names it."""
    make_private(settings.data_dir)
    with TemporaryDirectory(prefix="restore-", dir=settings.data_dir) as folder:
        beside = settings.in_folder(Path(folder) / "data")
        beside.data_dir.mkdir()
        manifest = _unpacked_and_proven(beside, file)
        move_in(beside.data_dir, settings)
        for kept, place in ((beside.access, settings.access), (beside.audit, settings.audit)):
            if kept.exists() and not place.exists():
                write_durably(place, kept.read_bytes())
    return Restored(manifest.entries, 0, None, (), (texts().lake.redactions_unknown,))


def _unpacked_and_proven(beside: Settings, file: Path) -> Manifest:
    t, manifest = texts().backup, unpacked(beside, file)
    try:
        problems = proven(beside, manifest)
    except CchcError as error:
        # What it advises is for the office's own folder and not for a copy.
        raise StoreDamagedError(t.not_proven.format(file=file.name, problems=t.inconsistent)) from error
    if problems:
        raise StoreDamagedError(t.not_proven.format(file=file.name, problems=" ".join(problems)))
    return manifest


def _known(settings: Settings) -> list[Entry]:
    """The entries of the folder that is there, as far as they read: a restore is for folders that do not."""
    found: list[Entry] = []
    raw = settings.journal.read_bytes() if settings.journal.exists() else b""
    for line in raw.splitlines():
        try:
            found.append(lines.decode(line))
        except (ValueError, KeyError, TypeError, AttributeError, CchcError):
            continue
    return found


def _redacted_again(
    beside: Settings, manifest: Manifest, known: list[Entry], actor: Actor
) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """Take out of the unpacked folder what was taken out since; the numbers, and sentences on what could not be."""
    t, seal = texts().backup, Seal(beside.key_file)
    redone: list[int] = []
    notes: list[str] = []
    store = Store.open(beside)
    try:
        there = {entry.redacted_code for entry in store.entries() if entry.action is Action.REDACT}
        later = [one for one in known if one.action is Action.REDACT and one.redacted_code not in there]
        for one in later:
            text = text_behind(one.redacted_code, one.redacted_length, set(every_text(store.parts)), seal)
            if text is None:
                notes.append(t.not_redacted_again.format(seq=one.seq))
                continue
            store.redact(text, actor, t.redacted_again.format(seq=one.seq, entries=manifest.entries))
            redone.append(one.seq)
    finally:
        store.close()
    return tuple(redone), tuple(notes)
